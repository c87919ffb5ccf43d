//! What the value cell of a result says: a number, an inequality, a range, words, or nothing.
//!
//! Numbers stay decimals as reported. `NaN`, infinities, `1e400`, `1_000` and `0x1F` are no numbers.

use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::observation::NumberStyle;

pub mod absent;
pub(crate) mod comparator;
pub mod interval;
mod number;
mod plain;
mod shortest;

pub use absent::{Absence, ResultWords};
use comparator::Stated;
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

/// Direction of an inequality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Comparator {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparator {
    /// `<`, `<=`, `>` or `>=`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Comparator::Less => "<",
            Comparator::LessOrEqual => "<=",
            Comparator::Greater => ">",
            Comparator::GreaterOrEqual => ">=",
        }
    }

    /// True for `<` and `<=`.
    #[must_use]
    pub fn is_below(self) -> bool {
        matches!(self, Comparator::Less | Comparator::LessOrEqual)
    }

    /// True where the number itself is possible.
    #[must_use]
    pub fn includes(self) -> bool {
        matches!(self, Comparator::LessOrEqual | Comparator::GreaterOrEqual)
    }

    /// Takes a comparator, as a sign or in words, from the start of `text`.
    #[must_use]
    pub fn take(text: &str) -> (Option<Comparator>, &str) {
        // Most cells begin with a digit.
        if text.bytes().next().is_none_or(|c| c.is_ascii_digit()) {
            return (None, text);
        }
        // Longest first: "<=" before "<", "less than or equal to" before "less than".
        const FORMS: &[(&str, Comparator)] = &[
            ("<=", Comparator::LessOrEqual),
            ("=<", Comparator::LessOrEqual),
            ("≤", Comparator::LessOrEqual),
            (">=", Comparator::GreaterOrEqual),
            ("=>", Comparator::GreaterOrEqual),
            ("≥", Comparator::GreaterOrEqual),
            ("<", Comparator::Less),
            (">", Comparator::Greater),
            ("less than or equal to ", Comparator::LessOrEqual),
            ("greater than or equal to ", Comparator::GreaterOrEqual),
            ("less than ", Comparator::Less),
            ("greater than ", Comparator::Greater),
            ("more than ", Comparator::Greater),
            ("kleiner als ", Comparator::Less),
            ("größer als ", Comparator::Greater),
            ("kleiner ", Comparator::Less),
            ("größer ", Comparator::Greater),
            ("inférieur à ", Comparator::Less),
            ("supérieur à ", Comparator::Greater),
            ("menor de ", Comparator::Less),
            ("mayor de ", Comparator::Greater),
            ("menor que ", Comparator::Less),
            ("mayor que ", Comparator::Greater),
            ("inferiore a ", Comparator::Less),
            ("superiore a ", Comparator::Greater),
        ];
        for (form, comparator) in FORMS {
            if let Some(head) = text.get(..form.len())
                && (head.eq_ignore_ascii_case(form)
                    || (!head.is_ascii() && head.to_lowercase() == *form))
            {
                return (Some(*comparator), text[form.len()..].trim_start());
            }
        }
        (None, text)
    }
}

impl Value<'_> {
    /// The lowest and highest value it can have, each with whether that end itself is possible.
    /// `None` for words and absent results.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        let closed = |value: Decimal| Some((value, true));
        match *self {
            Value::Number(value) => Some(Bounds {
                low: closed(value),
                high: closed(value),
            }),
            Value::Range(low, high) => Some(Bounds {
                low: closed(low),
                high: closed(high),
            }),
            Value::Censored(comparator, limit) => {
                let end = Some((limit, comparator.includes()));
                Some(if comparator.is_below() {
                    Bounds {
                        low: None,
                        high: end,
                    }
                } else {
                    Bounds {
                        low: end,
                        high: None,
                    }
                })
            }
            Value::Text(_) | Value::Absent(_) => None,
        }
    }
}

/// Ends of a value. An absent end is open: everything beyond is possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Lowest value, and whether it is itself possible.
    pub low: Option<(Decimal, bool)>,
    /// Highest value, and whether it is itself possible.
    pub high: Option<(Decimal, bool)>,
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
    ["H", "L", "HH", "LL", "N", "A", "HI", "LO", "HIGH", "LOW"]
        .iter()
        .any(|flag| core.eq_ignore_ascii_case(flag))
        || matches!(core, "↑" | "↓" | "!" | "↑↑" | "↓↓" | "!!")
}

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
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[track_caller]
    fn check(text: &str, expected: Value<'_>) {
        let reading = read(text, "", NumberStyle::default(), &ResultWords::bundled());
        assert_eq!(reading.value, expected, "{text:?}");
    }

    #[test]
    fn numbers() {
        check("5.9", Value::Number(dec("5.9")));
        check(" 140 ", Value::Number(dec("140")));
        check(".5", Value::Number(dec("0.5")));
        check("5.", Value::Number(dec("5")));
        check("-3.2", Value::Number(dec("-3.2")));
        check("1.5E+05", Value::Number(dec("150000")));
        check("7.40", Value::Number(dec("7.40")));
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "inf",
            "-Infinity",
            "1e400",
            "1_000",
            "0x1F",
            "1:40",
            "5,1",
            "1,234",
            "POSITIVE",
            "12/5",
            "2014-03-01",
            "4x",
            "--5",
            "5..1",
            "++",
            "1.2.3",
        ] {
            check(text, Value::Text(text));
        }
    }

    #[test]
    fn inequalities() {
        use Comparator::{Greater, GreaterOrEqual, Less, LessOrEqual};
        check("<10", Value::Censored(Less, dec("10")));
        check("< 0.02", Value::Censored(Less, dec("0.02")));
        check("<=5", Value::Censored(LessOrEqual, dec("5")));
        check("≥ 90", Value::Censored(GreaterOrEqual, dec("90")));
        check("LESS THAN 10", Value::Censored(Less, dec("10")));
        check(
            "Greater than or equal to 5",
            Value::Censored(GreaterOrEqual, dec("5")),
        );
        check("GREATER THAN 20 NG/ML", Value::Censored(Greater, dec("20")));
        let words = ResultWords::bundled();
        let reading = read("GREATER THAN 20 NG/ML", "", NumberStyle::default(), &words);
        assert_eq!(reading.unit, "NG/ML");
        let own_column = read("10", "<", NumberStyle::default(), &words);
        assert_eq!(own_column.value, Value::Censored(Less, dec("10")));
        let equal = read("10", "=", NumberStyle::default(), &words);
        assert_eq!(equal.value, Value::Number(dec("10")));
    }

    #[test]
    fn flags_and_units_behind_the_number() {
        let words = ResultWords::bundled();
        for (text, unit, flag) in [
            ("5.9 H", "", "H"),
            ("5.9*", "", "*"),
            ("5.9 (H)", "", "(H)"),
            ("5.9 mmol/L", "mmol/L", ""),
            ("5.9mmol/L", "mmol/L", ""),
            ("5.9 mmol/L H", "mmol/L", "H"),
            ("42 %", "%", ""),
            ("*7.9", "", "*"),
            ("**7.9", "", "**"),
            ("H 171", "", "H"),
            ("HH 171", "", "HH"),
            ("↑5.6", "", "↑"),
            ("H 171 mmol/L", "mmol/L", "H"),
        ] {
            let reading = read(text, "", NumberStyle::default(), &words);
            assert!(matches!(reading.value, Value::Number(_)), "{text:?}");
            assert_eq!((reading.unit, reading.flag), (unit, flag), "{text:?}");
        }
    }

    #[test]
    fn what_stands_before_a_number_and_is_no_flag_is_text() {
        for text in ["X 171", "H-171", "about 5", "H3", "* see comment", "H L 5"] {
            let reading = read(text, "", NumberStyle::default(), &ResultWords::bundled());
            assert!(
                matches!(reading.value, Value::Text(_) | Value::Absent(_)),
                "{text:?}"
            );
        }
        check("*<0.4", Value::Censored(Comparator::Less, dec("0.4")));
    }

    #[test]
    fn ranges() {
        check("3-5", Value::Range(dec("3"), dec("5")));
        check("10 - 20", Value::Range(dec("10"), dec("20")));
        check("13 to 18", Value::Range(dec("13"), dec("18")));
    }

    #[test]
    fn decimal_comma_and_thousands_only_where_the_file_says_so() {
        let words = ResultWords::bundled();
        let german = NumberStyle {
            decimal_comma: true,
            thousands: Some('.'),
            groups_open: false,
        };
        for (text, expected) in [("5,1", "5.1"), ("1.234,5", "1234.5"), ("1.234", "1234")] {
            assert_eq!(
                read(text, "", german, &words).value,
                Value::Number(dec(expected)),
                "{text:?}"
            );
        }
        let us = NumberStyle {
            decimal_comma: false,
            thousands: Some(','),
            groups_open: false,
        };
        assert_eq!(
            read("12,345.6", "", us, &words).value,
            Value::Number(dec("12345.6"))
        );
        assert_eq!(read("5,1", "", us, &words).value, Value::Text("5,1"));
    }
}
