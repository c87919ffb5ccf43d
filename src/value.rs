//! What the value cell of a result says: a number, an inequality, a range, words, or nothing.
//!
//! Numbers stay decimals as reported. `NaN`, infinities, `1e400`, `1_000` and `0x1F` are no numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::observation::NumberStyle;

pub mod absent;
mod bounds;
pub(crate) mod comparator;
mod inequality;
pub mod interval;
mod number;
mod plain;
mod shortest;
mod structured;

pub use absent::{Absence, ResultWords};
pub use bounds::Bounds;
use comparator::Stated;
pub use inequality::Comparator;
pub use number::read_number;
pub(crate) use plain::PlainNumber;
pub use shortest::shortest;

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
        if is_number && reading.flag.is_empty() {
            return Reading { flag, ..reading };
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
    let value = match comparator {
        Some(comparator) => Value::Censored(comparator, number),
        None => Value::Number(number),
    };
    if is_flag(trailing) {
        return Reading {
            value,
            unit: "",
            flag: trailing,
        };
    }
    if looks_like_unit(trailing, rest) {
        let (unit, flag) = match trailing.rsplit_once(' ') {
            Some((unit, flag)) if is_flag(flag) => (unit.trim_end(), flag),
            _ => (trailing, ""),
        };
        return Reading { value, unit, flag };
    }
    plain(Value::Text(text))
}

/// White space, no-break spaces and byte-order marks.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

fn is_flag(text: &str) -> bool {
    let core = text.trim_matches(['(', ')', '[', ']', '*', ' ']);
    if core.is_empty() {
        return text.contains('*');
    }
    FLAGS.iter().any(|flag| core.eq_ignore_ascii_case(flag))
}

/// Flags that stand beside a number.
#[rustfmt::skip]
const FLAGS: &[&str] = &[
    "H", "L", "HH", "LL", "N", "A", "HI", "LO", "HIGH", "LOW", "↑", "↓", "!", "↑↑", "↓↓", "!!", "▲", "▼", "△", "▽",
    "高", "低", "偏高", "偏低", "危", "危急",
];

/// A flag in front of a number: `*7.9`, `H 171`, `↑ 5.6`.
fn leading_flag(text: &str) -> Option<(&str, &str)> {
    let behind_marks = text.trim_start_matches(['*', '↑', '↓', '!']);
    let (flag, body) = match text.len() - behind_marks.len() {
        0 => text.split_once(is_blank)?,
        marks => text.split_at(marks),
    };
    let body = body.trim_start_matches(is_blank);
    let is_number = body.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '<' | '>' | '.'));
    (is_flag(flag) && is_number).then_some((flag, body))
}

/// Whether the text behind a number may be a unit. Whether it *is* one, the unit table decides.
fn looks_like_unit(trailing: &str, rest: &str) -> bool {
    let mut chars = trailing.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    let begins = first.is_alphabetic()
        || matches!(first, '%' | '[' | '×')
        || (first == '/' && second.is_alphabetic());
    // "4x" or "2nd" glued to the number are not units, "%" and "mg/dL" are.
    let separated = rest.starts_with(is_blank) || trailing.contains(['/', '%']);
    begins && separated && trailing.len() <= 40
}

#[cfg(test)]
mod tests;
