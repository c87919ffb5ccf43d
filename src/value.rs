//! What the value cell of a result says: a number, an inequality, a range, words, or nothing.
//!
//! Numbers stay decimals as reported. `NaN`, infinities, `1e400`, `1_000` and `0x1F` are no numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::observation::NumberStyle;
use crate::text::is_sign;

pub mod absent;
mod answers;
mod before_words;
mod bounds;
pub(crate) mod comparator;
mod inequality;
pub mod interval;
mod number;
mod plain;
mod remarks;
mod shortest;
mod structured;

pub use absent::{Absence, ResultWords};
pub(crate) use answers::is_answer;
pub(crate) use before_words::{BeforeWords, before_words};
pub use bounds::Bounds;
use comparator::Stated;
pub use inequality::Comparator;
pub(crate) use number::is_grouped;
pub use number::read_number;
pub(crate) use plain::{Mark, PlainNumber};
pub(crate) use remarks::take_flag;
pub use shortest::{as_written, shortest};

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
        // "**112**" is one flag.
        let are_stars = |flag: &str| flag.bytes().all(|c| c == b'*');
        if is_number && (reading.flag.is_empty() || (are_stars(flag) && are_stars(reading.flag))) {
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
        return flagged(trailing);
    }
    let (flag, behind) = remarks::take_flag(rest);
    if !flag.is_empty() && remarks::is_harmless(behind) {
        return flagged(flag);
    }
    if is_note_of_correction(trailing) {
        return plain(value);
    }
    if looks_like_unit(trailing, rest) {
        // "mmol/L CRITICAL HIGH": the longest flag.
        let blanks = trailing.match_indices(' ');
        let mut flags = blanks.map(|(at, _)| trailing.split_at(at));
        let known = flags.find(|(_, flag)| is_flag(flag.trim()) || is_critical(flag.trim()));
        let (unit, flag) = known.unwrap_or((trailing, ""));
        return Reading {
            value,
            unit: unit.trim_end(),
            flag: flag.trim(),
        };
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
    "高", "低", "偏高", "偏低", "危", "危急", "危急值",
];

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

/// What laboratories write behind a critical result, or one that was called: `6.9 CRITICAL HIGH`, `118 CALLED`. In front of a
/// number some would be an analyte ("CL 105").
#[rustfmt::skip]
const CRITICAL: &[&str] = &[
    "CRITICAL", "CRIT", "PANIC", "CRITICAL HIGH", "CRITICAL LOW", "CRIT HIGH", "CRIT LOW", "CRITICAL H", "CRITICAL L", "PANIC HIGH", "PANIC LOW",
    "HIGH CRITICAL", "LOW CRITICAL", "C", "CH", "CL", "CALLED",
];

/// Of these the ones that are no analyte.
fn is_critical_in_front(text: &str) -> bool {
    let word = text.trim_end_matches(':');
    ["CRITICAL", "CRIT", "PANIC"]
        .iter()
        .any(|flag| word.eq_ignore_ascii_case(flag))
}

fn is_critical(text: &str) -> bool {
    let core = text.trim_matches(['(', ')', '[', ']', '*', ' ']);
    CRITICAL.iter().any(|flag| core.eq_ignore_ascii_case(flag))
}

/// A flag that is one only behind a number, and apart from it. "2 +" is a grade.
fn is_flag_behind(trailing: &str, rest: &str, has_fraction: impl Fn() -> bool) -> bool {
    let apart = rest.starts_with(|c: char| is_blank(c) || matches!(c, '(' | '['));
    apart && (is_critical(trailing) || (matches!(trailing, "+" | "++") && has_fraction()))
}

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

/// A flag in front of a number: `*7.9`, `H 171`, `↑ 5.6`.
fn leading_flag(text: &str) -> Option<(&str, &str)> {
    let behind_marks = text.trim_start_matches(['*', '↑', '↓', '!']);
    let (flag, body) = match text.len() - behind_marks.len() {
        0 => text.split_once(is_blank).or_else(|| flag_of_signs(text))?,
        marks => text.split_at(marks),
    };
    let body = body.trim_start_matches(is_blank);
    let is_number = body.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '<' | '>' | '.'));
    let is_known = is_flag(flag) || is_critical_in_front(flag);
    (is_known && is_number).then_some((flag, body))
}

/// A flag of signs, which stands before its number without a blank: `偏高5.8`.
fn flag_of_signs(text: &str) -> Option<(&str, &str)> {
    let at = text.find(|c: char| !is_sign(c))?;
    (0 < at).then(|| text.split_at(at))
}

/// That a number was measured again, in brackets behind it: `5.8(再検)`.
fn is_measured_again(trailing: &str) -> bool {
    let remark = trailing.trim_matches(['(', ')', '[', ']']);
    remark.len() + 2 == trailing.len() && AGAIN.contains(&remark.trim())
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
    begins && separated && trailing.len() <= 40 && !before_words::is_footnote(rest, "")
}

#[cfg(test)]
mod tests;
