//! A number in one column of results and words in another one: the number is the result, and the words are a remark on it.

use super::Understood;
use super::later::{is_filler, says_something};
use crate::import::columns::Pair;
use crate::import::columns::suspects::result_words;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::shapes::wide::unread::speaks_of_sample;
use crate::interpret::reported::{self, Status};
use crate::interpretation::ReportedFlag;
use crate::observation::Observation;
use crate::text::{fold_words, is_null};
use crate::value::{Absence, read_number};

/// What words beside a number are to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// Not words alone, or words that say on which side of the number the result lies.
    Nothing,
    /// There is no result, whatever the number is.
    NoResult,
    /// Where the number lies.
    Flag,
    /// Something is there: how much, the number says. Or nothing is said.
    Found,
    /// Anything else. It may be of the sample.
    Remark,
}

impl Said {
    fn of(cell: &str) -> Said {
        let cell = cell.trim();
        if !cell.starts_with(char::is_alphabetic) || is_null(cell) {
            return Said::Nothing;
        }
        let is_open = matches!(reported::status(cell), Status::Preliminary);
        let is_long = 2 < cell.len();
        let absence = result_words().absence(cell);
        let is_absent = matches!(
            absence,
            Some(
                Absence::Cancelled
                    | Absence::NotPerformed
                    | Absence::NotReceived
                    | Absence::Pending
                    | Absence::Hold
            )
        );
        if is_long && (reported::leaves_no_result(cell) || is_open || is_absent) {
            return Said::NoResult;
        }
        let folded = fold_words(cell);
        let is_clot = ["clot", "fibrin"].iter().any(|word| folded.contains(word));
        if is_clot || speaks_of_sample(cell) {
            return Said::Remark;
        }
        if FOUND.contains(&folded.as_str()) {
            return Said::Found;
        }
        if ANSWERS.iter().any(|word| folded.contains(word)) {
            return Said::Nothing;
        }
        let flags = [ReportedFlag::Low, ReportedFlag::High, ReportedFlag::Normal];
        if flags.contains(&reported::flag(cell))
            || reported::is_critical_flag(cell)
            || reported::is_abnormal_mark(cell)
        {
            return Said::Flag;
        }
        let numbered = cell.bytes().any(|c| c.is_ascii_digit());
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        if numbered || words.any(|word| SIDES.contains(&word)) {
            return Said::Nothing;
        }
        match says_something(cell) {
            true => Said::Remark,
            false => Said::Found,
        }
    }
}

/// Words of a result that is more or less than a number, folded.
#[rustfmt::skip]
const SIDES: &[&str] = &[
    "less", "below", "under", "greater", "more", "above", "over", "exceeds", "than", "lod", "loq", "lloq", "blq", "bql", "bloq",
    "unter", "uber", "kleiner", "grosser", "inferieur", "superieur", "menor", "mayor", "minore", "maggiore", "range",
];

/// Words for what is found, folded.
const FOUND: &[&str] = &[
    "detected",
    "positive",
    "pos",
    "reactive",
    "present",
    "detectable",
];

/// Parts of answers that may have a code: a number beside them is perhaps none.
const ANSWERS: &[&str] = &[
    "negativ", "positiv", "reactive", "detect", "trace", "absent", "present",
];

impl Understood<'_> {
    /// Takes the number where words stand in one column of results and a number in another, unless by the words there is no
    /// result. True if it took a number.
    pub(super) fn fill_worded<'a>(&'a self, seen: &mut Observation<'a>) -> bool {
        let Some(((at, number), (of_words, words))) = self.worded() else {
            return false;
        };
        let said = Said::of(words);
        (seen.value, seen.column) = match said {
            Said::NoResult => (words, of_words + 1),
            _ => (number, at + 1),
        };
        seen.value_beside = match said {
            Said::NoResult => number,
            Said::Remark if seen.value_beside.is_empty() || seen.value_beside == number => words,
            Said::Remark => seen.value_beside,
            _ if seen.value_beside == number => "",
            _ => seen.value_beside,
        };
        said != Said::NoResult
    }

    /// True where the record may hold both.
    pub(super) fn may_be_worded(&self) -> bool {
        self.plan.pair.is_some() || 1 < self.plan.pick(Role::Value).columns().count()
    }

    /// The flag that stands as a word beside the number.
    pub(super) fn worded_flag(&self) -> &str {
        self.worded()
            .map(|(_, (_, words))| words)
            .filter(|words| Said::of(words) == Said::Flag)
            .unwrap_or("")
    }

    /// Words beside the number that may be of the sample.
    pub(super) fn worded_remark(&self) -> &str {
        self.worded()
            .map(|(_, (_, words))| words)
            .filter(|words| Said::of(words) == Said::Remark)
            .unwrap_or("")
    }

    /// A number and words of one result, each with its column, where columns of results hold both.
    #[allow(clippy::type_complexity)] // two cells with their columns
    fn worded(&self) -> Option<((usize, &str), (usize, &str))> {
        if !self.may_be_worded() {
            return None;
        }
        let style = self.export.numbers;
        let cells = || {
            let columns = self.plan.pick(Role::Value).columns();
            let again = self.plan.pair.iter().flat_map(Pair::again);
            let cells = columns
                .chain(again)
                .map(|at| (at, self.record.get(at).unwrap_or("").trim()));
            cells.filter(|(_, cell)| !is_blank(cell))
        };
        let number = |(_, cell): &(usize, &str)| read_number(cell, style);
        let words = cells().find(|cell| Said::of(cell.1) != Said::Nothing)?;
        let is_code = |number| {
            // "Positive", 1: a code. "Detected", 7.1: an amount.
            let is_answer = Said::of(words.1) == Said::Found;
            is_filler(number) || (number.is_integer() && (is_answer || number == 1.into()))
        };
        let found = cells().find(|cell| number(cell).is_some_and(|number| !is_code(number)))?;
        Some((found, words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_words_beside_a_number_are() {
        for (cells, expected) in [
            (
                "HEMOLYZED|See comment|Performed at Mayo|hemolyzed 2+|Sample clotted|Clot detected|Comment",
                Said::Remark,
            ),
            ("High|L|Low|HH|Normal|Critical high|Abnormal", Said::Flag),
            ("Detected|POSITIVE|Final|OK|yes", Said::Found),
            ("Cancelled|Not done|Pending|TNP", Said::NoResult),
            (
                "|NULL|None|\\N|N/A|-|4.1|<5|H 6.9|5.9 H|2+|1:40|less than 5|below detection limit|Negative|Not detected|\
                 Trace|BLQ|>1000|Performed at lab 3|above measuring range",
                Said::Nothing,
            ),
        ] {
            for cell in cells.split('|') {
                assert_eq!(Said::of(cell), expected, "{cell:?}");
            }
        }
    }
}
