//! Results that a record states in more than one column.

use rust_decimal::Decimal;

use super::Understood;
use crate::import::columns::are_apart;
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Later;
use crate::interpret::{placeholder, reported};
use crate::observation::{NumberStyle, Observation};
use crate::text::fold_words;
use crate::units::spelling::{UnitTable, is_missing};
use crate::value::{read_number, to_f64};

impl Understood<'_> {
    /// Takes a corrected result, one that stands in where there is none, and what another column states otherwise.
    pub(super) fn fill_later<'a>(&'a self, seen: &mut Observation<'a>) {
        let cells = |which: Later| {
            let columns = self
                .plan
                .later
                .iter()
                .filter(move |(later, _)| *later == which);
            columns.map(|(_, at)| (*at, self.record.get(*at).unwrap_or("").trim()))
        };
        // The last correction is the latest.
        let corrected = cells(Later::Corrected).rfind(|(_, cell)| begins_like_number(cell));
        // "<5" beside 5 says more.
        let bare = seen
            .value
            .trim()
            .trim_start_matches(['<', '>', '=', '≤', '≥', ' ']);
        let is_signed = bare.len() < seen.value.trim().len();
        let corrected = corrected.filter(|(_, cell)| !is_signed || *cell != bare);
        // A word that the number stands beside ("hemolyzed") is not taken back by it.
        let word = seen.value;
        let is_word = !begins_like_number(word) && !is_signed && says_something(word);
        let stands_in = || {
            let own = seen.value;
            let mut filled = cells(Later::Again)
                .filter(|(_, cell)| says_something(cell) && !self.is_filled_by_nothing(own, cell));
            is_blank(seen.value).then(|| filled.next()).flatten()
        };
        if let Some((at, cell)) = corrected {
            (seen.value, seen.column) = (cell, at + 1);
        } else if let Some((at, cell)) = stands_in() {
            (seen.value, seen.column) = (cell, at + 1);
            // The other result may be stated in another unit.
            let behind = self.unit_behind(at);
            if !behind.is_empty() {
                seen.unit = behind;
            }
        }
        let (value, style) = (seen.value, self.export.numbers);
        let is_blank = is_blank(value);
        let others = self.plan.later.iter().filter(|(later, at)| {
            // The result that was corrected is not in question, and one in another unit is no other one.
            let is_asked = match later {
                Later::Corrected => corrected.is_none(),
                Later::Again => true,
                Later::Converted => is_blank || !self.unit_behind(*at).is_empty(),
            };
            is_asked && *at + 1 != seen.column
        });
        let others = others.map(|(_, at)| (*at, self.record.get(*at).unwrap_or("").trim()));
        // Of several the one that is furthest away, and of two as far the first.
        let other = others
            .rev()
            .filter(|(_, other)| differs(value, other, style))
            .max_by_key(|(_, other)| distance(value, other, style));
        if let Some((at, other)) = other {
            seen.value_beside = other;
            seen.value_beside_unit = self.unit_behind(at);
        } else if is_word && seen.value != word {
            seen.value_beside = word;
        }
    }

    /// Takes what another column of results states otherwise: `VALUE` 4.1 beside `VALUENUM` 6.9. What a word stands for
    /// as a number, and a number without its sign, are no other results.
    pub(super) fn fill_beside<'a>(&'a self, seen: &mut Observation<'a>) {
        let style = self.export.numbers;
        let number = |text: &str| read_number(text.trim(), style);
        let columns = self.plan.pick(Role::Value).columns();
        let cells = columns.map(|column| (column, self.record.get(column).unwrap_or("").trim()));
        let own = number(seen.value);
        let is_spoiled = own.is_none() && stands_for_none(seen.value);
        let mut others = cells.filter(|(_, cell)| !std::ptr::eq(*cell, seen.value.trim()));
        let other = others.find(|(_, cell)| match (own, number(cell)) {
            (_, Some(other)) if is_filler(other) => false,
            (Some(own), Some(other)) => are_apart(own, other),
            // An answer may have a code.
            (None, Some(other)) => is_spoiled && other != Decimal::ONE,
            (_, None) => false,
        });
        if let Some((at, other)) = other {
            seen.value_beside = other;
            seen.value_beside_unit = self.unit_behind(at);
        }
        self.fill_worded(seen);
    }

    /// The unit in the cell behind another column's result, if one stands there.
    fn unit_behind(&self, column: usize) -> &str {
        let cell = self.record.get(column + 1).unwrap_or("");
        let is_unit = !is_missing(cell) && !UnitTable::bundled().read(cell).is_empty();
        if is_unit { cell } else { "" }
    }
}

/// How far apart two results are, by how many times one is the other: a low one is as far as a high one. Whatever signs and flags
/// stand beside their numbers counts for nothing, and words are at no distance.
fn distance(value: &str, other: &str, style: NumberStyle) -> Decimal {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let number = |text: &str| {
        let digits = text.trim_start_matches(|c: char| !is_part(c) && !c.is_alphabetic());
        let end = digits.find(|c: char| !is_part(c)).unwrap_or(digits.len());
        read_number(&digits[..end], style)
    };
    let both = number(value).zip(number(other));
    both.map_or(Decimal::ZERO, |(one, two)| {
        let (low, high) = (one.min(two), one.max(two));
        let times = high.checked_div(low).filter(|_| low.is_sign_positive());
        times.unwrap_or(Decimal::MAX)
    })
}

/// True for another column's result that is not this one.
pub(super) fn differs(value: &str, other: &str, style: NumberStyle) -> bool {
    let number = |text: &str| read_number(text.trim(), style);
    match (number(value), number(other)) {
        (Some(one), Some(two)) => are_apart(one, two),
        _ => says_something(other) && !value.trim().eq_ignore_ascii_case(other.trim()),
    }
}

/// What databases write where there is no number: 9999999, -1, 0.
pub(super) fn is_filler(number: Decimal) -> bool {
    number.is_zero() || number == Decimal::NEGATIVE_ONE || placeholder::is_nines(to_f64(number))
}

/// True for a word that stands for no number: "HEMOLYZED". "negative" may be one.
fn stands_for_none(value: &str) -> bool {
    const QUALITATIVE: &[&str] = &["neg", "pos", "react", "detect", "trace", "normal"];
    let folded = fold_words(value);
    folded.starts_with(char::is_alphabetic)
        // "H 6.9" is 6.9.
        && !folded.contains(|c: char| c.is_ascii_digit())
        && says_something(&folded)
        && !QUALITATIVE.iter().any(|word| folded.contains(word))
}

/// True unless a cell answers yes or no, or says that there is nothing.
pub(super) fn says_something(cell: &str) -> bool {
    let answers = [
        "y", "yes", "true", "x", "ja", "oui", "si", "pending", "final", "not done",
    ];
    !reported::is_no_alarm(cell) && !answers.iter().any(|word| cell.eq_ignore_ascii_case(word))
        || begins_like_number(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_another_result() {
        for (value, other, expected) in [
            ("4.1", "6.9", true),
            ("4.1", "4.10", false),
            ("4.1", "4.14", false),
            ("4.1", "", false),
            ("4.1", "0.5", true),
            ("4.1", "hemolyzed", true),
            ("4.1", "Yes", false),
            ("4.1", "n/a", false),
            ("<5", "<5", false),
            ("<5", "7", true),
            ("hemolyzed", "4.1", true),
        ] {
            assert_eq!(
                differs(value, other, NumberStyle::default()),
                expected,
                "{value} {other}"
            );
        }
    }
}
