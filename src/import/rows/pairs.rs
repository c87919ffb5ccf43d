//! Results that a record states twice, each time with a unit of its own: value, unit and limits are of one statement.

use csv::StringRecord;

use super::Understood;
use super::later::{differs, says_something};
use crate::import::columns::{Pair, Standard, are_apart};
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::role::Role;
use crate::interpret::reported;
use crate::observation::Observation;
use crate::text::is_null;
use crate::units::spelling::{UnitTable, is_missing};
use crate::value::comparator::{self, Stated};
use crate::value::interval;
use crate::value::read_number;

impl Understood<'_> {
    /// Takes value, unit and limits from the statement that holds for this row. False if a comparator in a column of its
    /// own is none of this result.
    pub(super) fn fill_pair<'a>(&'a self, pair: &Pair, seen: &mut Observation<'a>) -> bool {
        let record = &self.record;
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or("");
        match pair {
            Pair::Concept {
                number,
                number_unit,
                source,
                source_unit,
            } => {
                let number = (*number, cell(Some(*number)), cell(*number_unit));
                let source = (*source, cell(Some(*source)), cell(*source_unit));
                self.fill_concept(number, source, seen);
                true
            }
            Pair::Typed { text, kind, .. } => {
                let text = (*text, cell(Some(*text)));
                self.is_number_of_type(text, cell(*kind), seen)
            }
            Pair::Raw {
                raw,
                raw_unit,
                word,
                ..
            } => {
                let raw_unit = raw_unit.map(|at| cell(Some(at)));
                self.fill_raw((*raw, cell(*raw)), raw_unit, (*word, cell(*word)), seen)
            }
            Pair::Standard(set) => {
                self.fill_standard(set, seen);
                true
            }
        }
    }

    /// i2b2. False for a text, which is taken: what stands there is no comparator.
    fn is_number_of_type<'a>(
        &self,
        (at, text): (usize, &'a str),
        kind: &str,
        seen: &mut Observation<'a>,
    ) -> bool {
        let is_kind = |letter: &str| kind.trim().eq_ignore_ascii_case(letter);
        let is_sign = || comparator::stated(text) != Stated::Unknown;
        let number = seen.value;
        let is_text = match is_blank(number) {
            true => is_kind("T") || !(is_kind("N") || is_sign()),
            false => is_kind("T"),
        };
        if !is_text || is_blank(text) {
            return true;
        }
        (seen.value, seen.column) = (text, at + 1);
        if differs(text, number, self.export.numbers) {
            seen.value_beside = number;
        }
        false
    }

    /// PCORnet. Each is its column and its cell.
    fn fill_raw<'a>(
        &'a self,
        raw: (Option<usize>, &'a str),
        raw_unit: Option<&'a str>,
        word: (Option<usize>, &'a str),
        seen: &mut Observation<'a>,
    ) -> bool {
        let says = |cell: &str| {
            let none = ["ni", "un", "ot"];
            says_something(cell)
                && !is_silent(cell)
                && !none
                    .iter()
                    .any(|code| cell.trim().eq_ignore_ascii_case(code))
        };
        if !is_blank(seen.value) {
            if self.fill_worded(seen) {
                return true;
            }
            let is_taken = raw.1 == seen.value;
            if says(raw.1) && !begins_like_number(raw.1) && !is_taken {
                // A word that the number stands beside is not taken back by it.
                seen.value_beside = raw.1;
            }
            return true;
        }
        let modifier = self.plan.pick(Role::Comparator).text(&self.record);
        if let (Some(at), true) = (raw.0, says(raw.1)) {
            (seen.value, seen.column) = (raw.1, at + 1);
            if let Some(unit) = raw_unit {
                if !is_missing(seen.unit) && !is_same(seen.unit, unit) {
                    (seen.low, seen.high, seen.range) = ("", "", "");
                }
                (seen.unit, seen.unit_beside) = (unit, "");
            }
        } else if let (Some(at), true) = (word.0, says(word.1)) {
            (seen.value, seen.column) = (word.1, at + 1);
        } else {
            return true;
        }
        matches!(comparator::stated(modifier), Stated::Sign(_))
    }

    /// OMOP. Each is its column, its value and its unit.
    fn fill_concept<'a>(
        &'a self,
        number: (usize, &'a str, &'a str),
        source: (usize, &'a str, &'a str),
        seen: &mut Observation<'a>,
    ) {
        let numeric = |text: &str| read_number(text.trim(), self.export.numbers);
        let signs = ['<', '>', '=', '≤', '≥', ' '];
        let bare = source.1.trim().trim_start_matches(signs);
        let (own, other) = (numeric(number.1), numeric(bare));
        let is_signed = bare.len() < source.1.trim().len();
        let agree = own
            .zip(other)
            .is_some_and(|(own, other)| !are_apart(own, other));
        if is_silent(source.1) && self.is_filled_by_nothing(source.1, number.1) {
            (seen.value, seen.column) = (source.1, source.0 + 1);
            return;
        }
        // One number, said once: either unit has to be right, and the source keeps the sign.
        if is_silent(source.1) || agree {
            return;
        }
        if own.is_some() && self.fill_worded(seen) {
            let units = [number.2, source.2].into_iter();
            let mut stated = units.filter(|unit| !is_missing(unit) && !is_no_concept(unit));
            seen.unit = stated.next().unwrap_or(seen.unit);
            return;
        }
        let take = |seen: &mut Observation<'a>,
                    (at, value, unit): (usize, &'a str, &'a str),
                    has_limits: bool| {
            (seen.value, seen.unit, seen.column) = (value, unit, at + 1);
            seen.unit_beside = "";
            if !has_limits {
                (seen.low, seen.high, seen.range) = ("", "", "");
            }
        };
        let number_lacks_unit = is_missing(number.2) || is_no_concept(number.2);
        let of_limits = number_lacks_unit || is_same(number.2, source.2);
        if is_blank(number.1) || own.is_none() || !begins_like_number(bare) {
            // A word beside a number is not taken back by it.
            let unit = seen.unit;
            take(seen, source, of_limits);
            seen.value_beside_unit = if number_lacks_unit { unit } else { number.2 };
        } else if other.is_none() || (number_lacks_unit && !is_missing(source.2)) {
            // "299 mg/dL" has its unit; and a number without one says less than one with its unit.
            take(seen, source, false);
        } else {
            take(seen, number, true);
            if number_lacks_unit || is_signed || is_same(number.2, source.2) {
                seen.value_beside = source.1;
            }
        }
    }

    /// SDTM: the standard statement stands in where the reported one lacks its number or its unit; or the other way around.
    fn fill_standard<'a>(&'a self, set: &Standard, seen: &mut Observation<'a>) {
        let first = |columns: &[usize]| filled(&self.record, columns);
        let Some((mut at, mut value)) = first(&set.value) else {
            return;
        };
        let text = |columns: &[usize]| first(columns).map_or("", |(_, text)| text);
        let (unit, low, high) = (text(&set.unit), text(&set.low), text(&set.high));
        let is_number = |text: &str| read_number(text.trim(), self.export.numbers).is_some();
        let is_dash = interval::is_missing(seen.value.trim()) && begins_like_number(value);
        // Words as they were reported, and a number in standard units.
        let column = seen.column;
        let is_worded = !is_number(seen.value) && self.fill_worded(seen) && seen.column != column;
        if is_worded {
            (at, value) = (seen.column - 1, seen.value);
        }
        let lacks_result = is_worded
            || (is_silent(seen.value) || is_dash)
                && !self.is_filled_by_nothing(seen.value, value)
                && !reported::leaves_no_result(seen.status);
        let lacks_unit = is_missing(seen.unit)
            && !is_missing(unit)
            && is_number(seen.value)
            && begins_like_number(value);
        if lacks_result || lacks_unit {
            (seen.value, seen.column) = (value, at + 1);
            (seen.unit, seen.unit_beside) = (unit, "");
            (seen.low, seen.high, seen.range) = (low, high, text(&set.range));
        } else if [seen.low, seen.high, seen.range].into_iter().all(is_blank)
            && is_same(seen.unit, unit)
        {
            (seen.low, seen.high, seen.range) = (low, high, text(&set.range));
        }
    }
}

/// The first column that says something, and what.
fn filled<'r>(record: &'r StringRecord, columns: &[usize]) -> Option<(usize, &'r str)> {
    let cells = columns
        .iter()
        .map(|at| (*at, record.get(*at).unwrap_or("")));
    cells.into_iter().find(|(_, cell)| !is_silent(cell))
}

/// True for a result that is not there: `NULL`, dashes.
fn is_silent(cell: &str) -> bool {
    is_blank(cell) || is_null(cell) || cell.trim().bytes().all(|c| c == b'-')
}

/// What OMOP writes where a unit has no concept.
fn is_no_concept(unit: &str) -> bool {
    unit.trim().eq_ignore_ascii_case("no matching concept")
}

/// True if two cells state one unit, however it is spelled.
fn is_same(one: &str, other: &str) -> bool {
    if is_missing(one) || is_missing(other) {
        return false;
    }
    let units = UnitTable::bundled();
    let (first, second) = (units.read(one), units.read(other));
    one.trim() == other.trim() || (!first.is_empty() && first == second)
}
