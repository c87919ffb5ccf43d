//! Intervals as reports print them: two cells, or one text.

use rust_decimal::Decimal;

mod groups;
mod words;

pub(super) use words::comparator_behind;
pub(crate) use words::{UnitDoubtful, unit_doubtful};

use super::{Comparator, read_number};
use crate::interpretation::Limit;
use crate::observation::{NumberStyle, Observation};
use crate::person::Person;

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

/// Reads the interval of a row from its limit cells and its range text. A limit that only one of them states
/// holds; where they state different ones neither is read.
#[must_use]
pub fn printed<'a>(row: &Observation<'a>) -> Printed<'a> {
    printed_with(row, text(row.range.trim(), row.numbers))
}

/// The same for this person, where the text has intervals for several groups.
#[must_use]
pub fn printed_for<'a>(row: &Observation<'a>, person: &Person) -> Printed<'a> {
    let whole = match text(row.range.trim(), row.numbers) {
        Printed::Unreadable => {
            groups::of_person(row.range.trim(), row.numbers, person).unwrap_or(Printed::Unreadable)
        }
        whole => whole,
    };
    printed_with(row, whole)
}

/// True if the interval of a row may be read, and differs by the person.
#[must_use]
pub(crate) fn is_of_groups(row: &Observation<'_>) -> bool {
    text(row.range.trim(), row.numbers) == Printed::Unreadable && groups::is_of_groups(row.range)
}

/// True for a text with words for groups and numbers: "Frauen 44-80".
pub(crate) fn is_text_of_groups(text: &str) -> bool {
    groups::is_of_groups(text)
}

/// The numbers in a printed text that is not read; none where some of it may be a number and is not read either.
pub(crate) fn numbers_in(row: &Observation<'_>) -> Vec<Decimal> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let parts = row.range.split(|c: char| !is_part(c));
    let parts = parts.map(|part| part.trim_matches(['.', ',']));
    let numbers = parts.filter(|part| !part.is_empty());
    let read: Option<Vec<Decimal>> = numbers.map(|part| read_number(part, row.numbers)).collect();
    read.unwrap_or_default()
}

fn printed_with<'a>(row: &Observation<'a>, whole: Printed<'a>) -> Printed<'a> {
    let (low_text, high_text) = (row.low.trim(), row.high.trim());
    if low_text.is_empty() && high_text.is_empty() {
        return whole;
    }
    let (Ok(low), Ok(high)) = (
        cell(low_text, Side::Low, row.numbers),
        cell(high_text, Side::High, row.numbers),
    ) else {
        return Printed::Unreadable;
    };
    let Printed::Interval(range_low, range_high, unit) = whole else {
        return ordered(low, high, "");
    };
    let differ = |cell: Option<Limit>, range: Option<Limit>| {
        cell.zip(range)
            .is_some_and(|(cell, range)| cell.value != range.value)
    };
    if differ(low, range_low) || differ(high, range_high) {
        return Printed::Unreadable;
    }
    // "<5" beside a cell with 5 excludes it.
    let both = |cell: Option<Limit>, range: Option<Limit>| match (cell, range) {
        (Some(cell), Some(range)) => Some(Limit {
            inclusive: cell.inclusive && range.inclusive,
            ..cell
        }),
        (cell, range) => cell.or(range),
    };
    if low.is_some() && high.is_some() {
        // What stands behind the text ("(adult)") is of no matter: the cells say all.
        return ordered(both(low, range_low), both(high, range_high), "");
    }
    let (low, high) = (both(low, range_low), both(high, range_high));
    match (low, high) {
        // A high limit in a cell and the same as a low one in the text.
        (Some(low), Some(high)) if high.value <= low.value => Printed::Unreadable,
        _ => ordered(low, high, unit),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Low,
    High,
}

/// A limit cell: a number, or a comparator that fits its side (`<5` as a high limit).
fn cell(text: &str, side: Side, style: NumberStyle) -> Result<Option<Limit>, ()> {
    if is_missing(text) {
        return Ok(None);
    }
    let (comparator, body) = words::take(text);
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

/// Nothing is printed. SAS and R write a missing number so.
fn is_missing(text: &str) -> bool {
    matches!(
        text,
        "" | "." | "NA" | "N/A" | "NULL" | "-" | "--" | "/" | "无" | "無" | "なし" | "없음" | "нет"
    )
}

/// An interval as one text: `3.5-5.1`, `13 to 18`, `70_105`, `>90`, `up to 5`, `[3.5 - 5.1] mmol/L`.
#[must_use]
pub fn text(text: &str, style: NumberStyle) -> Printed<'_> {
    if is_missing(text) {
        return Printed::Missing;
    }
    if let Some(printed) = bare(text, "", style) {
        return printed;
    }
    // What laboratories in Russian call an interval to be aimed at is the one they print.
    let aimed = ["(желательный)", "(желательно)"];
    if let Some(interval) = aimed.iter().find_map(|word| text.strip_suffix(word)) {
        return self::text(interval.trim_end(), style);
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
    let body = words::behind_heading(body);
    if let (Some(comparator), rest) = words::take(body) {
        let Some(value) = read_number(rest.trim(), style) else {
            // "from 60 to 90"
            let (low, high) = split_span(rest, style)
                .filter(|_| comparator == Comparator::GreaterOrEqual && !body.starts_with('>'))?;
            return Some(ordered(included(low), included(high), unit));
        };
        return Some(one_sided(comparator, value, unit));
    }
    // A wave that is open on one side: "～5.1", "3.5～".
    let open = |number: &str, comparator| {
        let value = read_number(number.trim(), style)?;
        Some(one_sided(comparator, value, unit))
    };
    let to = body
        .strip_prefix('~')
        .and_then(|number| open(number, Comparator::LessOrEqual));
    let from = body
        .strip_suffix('~')
        .and_then(|number| open(number, Comparator::GreaterOrEqual));
    if let Some(printed) = to.or(from) {
        return Some(printed);
    }
    if let Some((comparator, number)) = words::take_behind(body)
        && let Some(value) = read_number(number.trim(), style)
    {
        return Some(one_sided(comparator, value, unit));
    }
    let (low, high) = split_span(body, style)?;
    Some(ordered(included(low), included(high), unit))
}

fn one_sided(comparator: Comparator, value: Decimal, unit: &str) -> Printed<'_> {
    let limit = Some(Limit {
        value,
        inclusive: comparator.includes(),
    });
    match comparator.is_below() {
        true => Printed::Interval(None, limit, unit),
        false => Printed::Interval(limit, None, unit),
    }
}

fn included(value: Decimal) -> Option<Limit> {
    Some(Limit {
        value,
        inclusive: true,
    })
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
        " - ", "÷", "——", "–", "—", "\u{2212}", "\u{2010}", "\u{2011}", " to ", " bis ", " à ",
        " a ", " até ", " tot ", " till ", " til ", " do ", " al ", " до ", "至", "到", "..", "_",
        "~", "--", "-",
    ] {
        // "-5--2" is from -5 to -2.
        if mark == "--" && text.starts_with('-') {
            continue;
        }
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
        check("3.5--5.3", "3.5..5.3");
        check("-5--2", "-5..-2");
        check("3.5~5.3", "3.5..5.3");
        check("3.5至5.3", "3.5..5.3");
        check("от 3.5 до 5.3", "3.5..5.3");
        check("до 31", "..31");
        check("не более 31", "..31");
        check("менее 31", "..31!");
        check("40以下", "..40");
        check("3.5——5.1", "3.5..5.1");
        check("3.5到5.1", "3.5..5.1");
        check("~5.1", "..5.1");
        check("3.5~", "3.5..");
        check("~", "unreadable");
        check("/", "missing");
        check("无", "missing");
        check("< 3.0 (желательный)", "..3.0!");
        check("3.5イカ", "..3.5");
        check("40未満", "..40!");
        check("60 이상", "60..");
        check("60 초과", "60!..");
        check("", "missing");
    }

    #[test]
    fn one_limit_in_words() {
        for (input, expected) in [
            // At most: the limit is inside.
            ("up to 0.95", "..0.95"),
            ("Up To 0.95", "..0.95"),
            ("bis 0.95", "..0.95"),
            ("Hasta 0.95", "..0.95"),
            ("jusqu'à 0.95", "..0.95"),
            ("jusqu’à 0.95", "..0.95"),
            ("JUSQU'A 0.95", "..0.95"),
            ("fino a 0.95", "..0.95"),
            ("until 0.95", "..0.95"),
            ("max 0.95", "..0.95"),
            ("max. 0.95", "..0.95"),
            ("Max: 0.95", "..0.95"),
            ("<OR= 0.95", "..0.95"),
            ("< or = 0.95", "..0.95"),
            ("inférieur ou égal à 0.95", "..0.95"),
            ("up to -2", "..-2"),
            // Below: it is outside.
            ("below 0.95", "..0.95!"),
            ("under 0.95", "..0.95!"),
            ("less than 0.95", "..0.95!"),
            ("inf. à 0.95", "..0.95!"),
            ("inf à 0.95", "..0.95!"),
            ("inférieur à 0.95", "..0.95!"),
            ("unter 0.95", "..0.95!"),
            ("Normal < 0.95", "..0.95!"),
            ("Normal: up to 0.95", "..0.95"),
            ("Normal <= 0.95", "..0.95"),
            // At least, and above.
            ("from 60", "60.."),
            ("ab 60", "60.."),
            ("desde 60", "60.."),
            ("min 60", "60.."),
            ("at least 60", "60.."),
            ("über 60", "60!.."),
            ("ÜBER 60", "60!.."),
            ("above 60", "60!.."),
            ("over 60", "60!.."),
            ("more than 60", "60!.."),
            ("greater than 60", "60!.."),
            ("sup. à 60", "60!.."),
            ("oltre 60", "60!.."),
            // With a unit, in brackets, and two limits.
            ("up to 0.95 mg/dL", "..0.95 mg/dL"),
            ("(up to 0.95)", "..0.95"),
            ("up to 0.95mg/dL", "..0.95 mg/dL"),
            ("from 60 to 90", "60..90"),
            ("Normal: 3.5-5.1", "3.5..5.1"),
        ] {
            check(input, expected);
        }
    }

    #[test]
    fn words_in_a_file_with_decimal_commas() {
        let comma = NumberStyle {
            decimal_comma: true,
            ..NumberStyle::default()
        };
        let expected = Printed::Interval(None, included(Decimal::new(95, 2)), "");
        assert_eq!(text("bis 0,95", comma), expected);
        assert_eq!(
            text("bis 0,95", NumberStyle::default()),
            Printed::Unreadable
        );
        assert_eq!(text("bis 0.95", comma), Printed::Unreadable);
    }

    #[test]
    fn words_that_are_none_of_these() {
        for input in [
            "F: 0.5-0.95 M: 0.7-1.2",
            "adult 0.95",
            "adult: up to 0.95",
            "male < 0.95",
            "up to",
            "up to x",
            "upto0.95x1",
            "up to 0.5-0.95",
            "see below 5",
        ] {
            check(input, "unreadable");
        }
        // What stands behind the limits is taken as a unit, and refused where it is none.
        check("135 - 145 (adult)", "135..145 (adult)");
        check("up to 12 years: 0.9", "..12 years: 0.9");
        check("< 5 - 7", "..5! - 7");
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
