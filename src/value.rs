//! What the value cell of a result says: a number, an inequality, a range, words, or nothing.
//!
//! Numbers stay decimals as reported. `NaN`, infinities, `1e400`, `1_000` and `0x1F` are no numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::observation::NumberStyle;

mod about;
pub mod absent;
mod answers;
mod around;
mod before_words;
mod bounds;
pub(crate) mod comparator;
mod flags;
mod inequality;
pub mod interval;
mod number;
mod plain;
mod remarks;
mod shortest;
mod structured;
mod unit_behind;

pub(crate) use about::{behind_near, is_near, numbers_about};
pub use absent::{Absence, ResultWords};
pub(crate) use answers::is_answer;
pub(crate) use before_words::{BeforeWords, before_words};
pub use bounds::Bounds;
use comparator::Stated;
use flags::{is_flag, is_flag_behind, leading_flag};
pub use inequality::Comparator;
pub(crate) use number::is_grouped;
pub use number::read_number;
pub(crate) use plain::{Mark, PlainNumber};
pub(crate) use remarks::take_flag;
pub use shortest::{as_written, shortest};
pub(crate) use unit_behind::begins_with_power;

/// A value cell, understood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading<'a> {
    /// What it says.
    pub value: Value<'a>,
    /// Text after the number that may be its unit (`20 NG/ML`); empty if there is none.
    pub unit: &'a str,
    /// A flag written behind the number (`5.9 H`); empty if there is none.
    pub flag: &'a str,
}

/// The kinds of result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// A number.
    Number(Decimal),
    /// Below or above a limit.
    Censored(Comparator, Decimal),
    /// Somewhere between two numbers, both included.
    Range(Decimal, Decimal),
    /// A word, a titer, a code: not a number.
    Text(&'a str),
    /// There is no result, and why.
    Absent(Absence),
}

/// A decimal as a floating-point number, for conversion.
#[must_use]
pub fn to_f64(value: Decimal) -> f64 {
    if let Some(plain) = PlainNumber::of(value) {
        return plain.to_f64();
    }
    // Every Decimal is within the range of f64.
    value.to_f64().unwrap_or(f64::NAN)
}

/// Reads a value cell.
///
/// `comparator` is the cell of a comparator column, if the export has one.
#[must_use]
pub fn read<'a>(
    text: &'a str,
    comparator: &str,
    style: NumberStyle,
    words: &ResultWords,
) -> Reading<'a> {
    let text = text.trim_matches(is_blank);
    let plain = |value| Reading {
        value,
        unit: "",
        flag: "",
    };
    // The common case first: a bare number.
    if comparator.is_empty()
        && let Some(number) = read_number(text, style)
    {
        return plain(Value::Number(number));
    }
    // "18 10^9/L": its ten belongs to the unit.
    if let Some((number, behind)) = unit_behind::at_power(text) {
        let reading = read(number, comparator, style, words);
        if reading.value.bounds().is_some() && reading.unit.is_empty() {
            let (unit, flag) = unit_behind::with_flag(behind);
            let flag = if flag.is_empty() { reading.flag } else { flag };
            return Reading {
                unit,
                flag,
                ..reading
            };
        }
        return plain(Value::Text(text));
    }
    if text.contains('^')
        && let Some(value) = structured::read(text, comparator, style)
    {
        return plain(value);
    }
    if let Some(absence) = words.absence(text) {
        return plain(Value::Absent(absence));
    }
    if let Some((flag, body)) = leading_flag(text) {
        let reading = read(body, comparator, style, words);
        let is_number = matches!(reading.value, Value::Number(_) | Value::Censored(..));
        // "**112**" is one flag.
        let are_stars = |flag: &str| flag.bytes().all(|c| c == b'*');
        if is_number && (reading.flag.is_empty() || (are_stars(flag) && are_stars(reading.flag))) {
            return Reading { flag, ..reading };
        }
        // "*112 L": the mark says no more than that it is flagged.
        if is_number && (are_stars(flag) || flag == "!") {
            return reading;
        }
        return plain(Value::Text(text));
    }
    let (inner, body) = Comparator::take(text);
    let comparator = match (inner, comparator::stated(comparator)) {
        // What stands beside the number and is not understood may turn it around.
        (_, Stated::Unknown) => return plain(Value::Text(text)),
        (Some(inner), Stated::Sign(beside)) if inner.is_below() != beside.is_below() => {
            return plain(Value::Text(text));
        }
        (Some(inner), _) => Some(inner),
        (None, Stated::Sign(beside)) => Some(beside),
        (None, Stated::Nothing) => None,
    };

    let (number, rest) = number::take_number(body, style);
    let Some(number) = number else {
        return plain(Value::Text(text));
    };
    if rest.is_empty() {
        return plain(match comparator {
            Some(comparator) => Value::Censored(comparator, number),
            None => Value::Number(number),
        });
    }
    if comparator.is_none()
        && let Some((low, high)) = interval::read_span(body, style)
    {
        return plain(Value::Range(low, high));
    }
    let trailing = rest.trim_matches(is_blank);
    // "2.9未満"
    if comparator.is_none()
        && let Some(behind) = interval::comparator_behind(trailing)
    {
        return plain(Value::Censored(behind, number));
    }
    // "10～" is open upwards.
    if comparator.is_none() && trailing == "~" {
        return plain(Value::Censored(Comparator::GreaterOrEqual, number));
    }
    let value = match comparator {
        Some(comparator) => Value::Censored(comparator, number),
        None => Value::Number(number),
    };
    if is_measured_again(trailing) || remarks::is_harmless(rest) {
        return plain(value);
    }
    let flagged = |flag| Reading {
        value,
        unit: "",
        flag,
    };
    let has_fraction = || 0 < number.scale();
    // "6.9#"; apart from its number it may be more than a mark.
    if rest == "#" || is_flag(trailing) || is_flag_behind(trailing, rest, has_fraction) {
        // "6.9 H#"
        let flag = trailing.trim_end_matches('#');
        return flagged(if flag.is_empty() { trailing } else { flag });
    }
    let (flag, behind) = remarks::take_flag(rest);
    // "6.9 HH called", "118 L C": two flags; glued to its number it may be a unit, "37C".
    let are_flags = behind.is_empty() && rest.starts_with(is_blank);
    if !flag.is_empty() && (are_flags || remarks::is_harmless(behind)) {
        return flagged(flag);
    }
    if !flag.is_empty() && unit_behind::is_unit_behind_flag(behind) {
        let unit = behind.trim_matches(is_blank);
        return Reading { value, unit, flag };
    }
    if is_note_of_correction(trailing) {
        return plain(value);
    }
    if unit_behind::looks_like_unit(trailing, rest) {
        let (unit, flag) = unit_behind::with_flag(trailing);
        return Reading { value, unit, flag };
    }
    plain(Value::Text(text))
}

/// A number, and behind it the signs of a flag, apart from it: `112 --`. Only of a quantity: of anything else they may be a grade, `3 +`.
pub(crate) fn read_signed<'a>(
    text: &'a str,
    comparator: &str,
    style: NumberStyle,
    words: &ResultWords,
) -> Option<Reading<'a>> {
    let (number, flag) = flags::signs_behind(text.trim_matches(is_blank))?;
    let reading = read(number, comparator, style, words);
    let is_number = matches!(reading.value, Value::Number(_) | Value::Censored(..));
    let is_bare = reading.unit.is_empty() && reading.flag.is_empty();
    (is_number && is_bare).then_some(Reading { flag, ..reading })
}

/// White space, no-break spaces and byte-order marks.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

const AGAIN: &[&str] = &[
    "再検",
    "再検済",
    "再検済み",
    "再測定",
    "复查",
    "已复查",
    "复检",
    "已复检",
    "複檢",
    "複驗",
    "重测",
    "재검",
    "재검사",
];

/// `(corrected from 4.5)`: the number in front of it is what counts.
fn is_note_of_correction(trailing: &str) -> bool {
    const NOTE: &str = "(corrected from ";
    let of = trailing
        .get(..NOTE.len())
        .filter(|start| start.eq_ignore_ascii_case(NOTE));
    of.is_some()
        && trailing[NOTE.len()..]
            .strip_suffix(')')
            .is_some_and(|number| {
                number
                    .bytes()
                    .all(|c| c.is_ascii_digit() || matches!(c, b'.' | b','))
            })
}

/// That a number was measured again, in brackets behind it: `5.8(再検)`.
fn is_measured_again(trailing: &str) -> bool {
    let remark = trailing.trim_matches(['(', ')', '[', ']']);
    remark.len() + 2 == trailing.len() && AGAIN.contains(&remark.trim())
}

#[cfg(test)]
mod tests;
