//! Intervals as reports print them: two cells, or one text.

use rust_decimal::Decimal;

use super::{Comparator, read_number};
use crate::interpretation::Limit;
use crate::observation::{NumberStyle, Observation};

/// An interval printed on the report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Printed<'a> {
    /// None is printed.
    Missing,
    /// Something is printed that is no interval ("NEGATIVE", `0-0`).
    Unreadable,
    /// The low limit lies above the high one.
    Reversed,
    /// One or two limits, and a unit if one is printed with them.
    Interval(Option<Limit>, Option<Limit>, &'a str),
}

/// Reads the interval of a row from its limit cells, else from its range text.
#[must_use]
pub fn printed<'a>(row: &Observation<'a>) -> Printed<'a> {
    let (low_text, high_text) = (row.low.trim(), row.high.trim());
    if !low_text.is_empty() || !high_text.is_empty() {
        let (Ok(low), Ok(high)) = (
            cell(low_text, Side::Low, row.numbers),
            cell(high_text, Side::High, row.numbers),
        ) else {
            return Printed::Unreadable;
        };
        return ordered(low, high, "");
    }
    text(row.range.trim(), row.numbers)
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Low,
    High,
}

/// A limit cell: a number, or a comparator that fits its side (`<5` as a high limit).
fn cell(text: &str, side: Side, style: NumberStyle) -> Result<Option<Limit>, ()> {
    // SAS and R write a missing number so.
    if matches!(text, "" | "." | "NA" | "NULL" | "-") {
        return Ok(None);
    }
    let (comparator, body) = Comparator::take(text);
    let value = read_number(body.trim(), style).ok_or(())?;
    let fits = comparator.is_none_or(|c| c.is_below() == (side == Side::High));
    if !fits {
        return Err(());
    }
    Ok(Some(Limit {
        value,
        inclusive: comparator.is_none_or(Comparator::includes),
    }))
}

/// An interval as one text: `3.5-5.1`, `13 to 18`, `70_105`, `>90`, `[3.5 - 5.1] mmol/L`.
#[must_use]
pub fn text(text: &str, style: NumberStyle) -> Printed<'_> {
    if text.is_empty() || text == "-" {
        return Printed::Missing;
    }
    if let Some(printed) = bare(text, "", style) {
        return printed;
    }
    // A unit behind the interval: cut at each blank, then at the last digit or bracket.
    let blanks = text.char_indices().filter(|(_, c)| c.is_whitespace());
    let glued = text
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_ascii_digit() || matches!(c, ')' | ']'))
        .map(|(at, c)| (at + c.len_utf8(), c));
    for (at, _) in blanks.chain(glued) {
        let unit = text[at..].trim();
        if !unit.is_empty()
            && let Some(printed) = bare(&text[..at], unit, style)
        {
            return printed;
        }
    }
    Printed::Unreadable
}

/// An interval without a unit in it; `None` if it is none.
fn bare<'a>(text: &str, unit: &'a str, style: NumberStyle) -> Option<Printed<'a>> {
    let body = text
        .trim()
        .trim_start_matches(['(', '['])
        .trim_end_matches([')', ']'])
        .trim();
    if let (Some(comparator), limit) = Comparator::take(body) {
        let limit = Some(Limit {
            value: read_number(limit.trim(), style)?,
            inclusive: comparator.includes(),
        });
        return Some(if comparator.is_below() {
            Printed::Interval(None, limit, unit)
        } else {
            Printed::Interval(limit, None, unit)
        });
    }
    let (low, high) = split_span(body, style)?;
    let limit = |value| {
        Some(Limit {
            value,
            inclusive: true,
        })
    };
    Some(ordered(limit(low), limit(high), unit))
}

fn ordered(low: Option<Limit>, high: Option<Limit>, unit: &str) -> Printed<'_> {
    match (low, high) {
        (None, None) => Printed::Missing,
        // 0..0 stands in exports for "no interval".
        (Some(low), Some(high)) if low.value.is_zero() && high.value.is_zero() => {
            Printed::Unreadable
        }
        (Some(low), Some(high)) if high.value < low.value => Printed::Reversed,
        _ => Printed::Interval(low, high, unit),
    }
}

/// Two numbers in order, low first: a result that is a range.
pub(super) fn read_span(text: &str, style: NumberStyle) -> Option<(Decimal, Decimal)> {
    split_span(text, style).filter(|(low, high)| low <= high)
}

/// Two numbers with one of the usual marks between them, in any order.
fn split_span(text: &str, style: NumberStyle) -> Option<(Decimal, Decimal)> {
    for mark in [
        " - ", "–", "—", " to ", " bis ", " à ", " a ", "..", "_", "~", "-",
    ] {
        let mut from = usize::from(mark == "-" && text.starts_with('-'));
        while let Some(at) = text.get(from..)?.find(mark).map(|at| at + from) {
            let (low, high) = (&text[..at], &text[at + mark.len()..]);
            if let (Some(low), Some(high)) = (
                read_number(low.trim(), style),
                read_number(high.trim(), style),
            ) {
                return Some((low, high));
            }
            from = at + mark.len();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: &str, expected: &str) {
        let shown = match text(input, NumberStyle::default()) {
            Printed::Missing => "missing".to_string(),
            Printed::Unreadable => "unreadable".to_string(),
            Printed::Reversed => "reversed".to_string(),
            Printed::Interval(low, high, unit) => {
                let end = |limit: Option<Limit>| {
                    limit.map_or_else(String::new, |l| {
                        format!("{}{}", l.value, if l.inclusive { "" } else { "!" })
                    })
                };
                format!("{}..{} {unit}", end(low), end(high))
                    .trim()
                    .to_string()
            }
        };
        assert_eq!(shown, expected, "{input:?}");
    }

    #[test]
    fn intervals_as_reports_print_them() {
        check("3.5-5.1", "3.5..5.1");
        check("3.5 - 5.1", "3.5..5.1");
        check("3.5–5.1", "3.5..5.1");
        check("(3.5-5.1)", "3.5..5.1");
        check("[3.5 - 5.1] mmol/L", "3.5..5.1 mmol/L");
        check("3.8-11.0 K/uL", "3.8..11.0 K/uL");
        check("4.0-10.0 10^9/L", "4.0..10.0 10^9/L");
        check("13 to 18", "13..18");
        check("70_105", "70..105");
        check("-2-2", "-2..2");
        check("-5 - -2", "-5..-2");
        check(">90", "90!..");
        check(">=59", "59..");
        check("<200", "..200!");
        check("≤200 mg/dL", "..200 mg/dL");
        check("", "missing");
    }

    #[test]
    fn what_is_no_interval() {
        check("46-38", "reversed");
        check("0-0", "unreadable");
        check("NEGATIVE", "unreadable");
        check("M: 13-17 F: 12-15", "unreadable");
        check("5", "unreadable");
    }
}
