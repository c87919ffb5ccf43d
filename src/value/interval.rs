//! Intervals as reports print them: two cells, or one text.

use rust_decimal::Decimal;

mod groups;
mod marks;
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
    let style = marks::of_row(row);
    printed_with(row, text(row.range.trim(), style), style)
}

/// The same for this person, where the text has intervals for several groups.
#[must_use]
pub fn printed_for<'a>(row: &Observation<'a>, person: &Person) -> Printed<'a> {
    let (range, style) = (row.range.trim(), marks::of_row(row));
    let whole = match text(range, style) {
        whole if may_be_of_groups(whole) && groups::is_of_groups(range) => {
            groups::of_person(range, style, person).unwrap_or(Printed::Unreadable)
        }
        whole => whole,
    };
    printed_with(row, whole, style)
}

/// True for a text that is not read, or with something behind its limits: "3.5-5.1 (adult)".
fn may_be_of_groups(whole: Printed<'_>) -> bool {
    match whole {
        Printed::Unreadable => true,
        Printed::Interval(_, _, unit) => groups::is_named_in(unit),
        Printed::Missing | Printed::Reversed => false,
    }
}

/// True if the interval of a row may be read, and differs by the person.
#[must_use]
pub(crate) fn is_of_groups(row: &Observation<'_>) -> bool {
    may_be_of_groups(text(row.range.trim(), marks::of_row(row))) && groups::is_of_groups(row.range)
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
    let style = marks::of_row(row);
    let read: Option<Vec<Decimal>> = numbers.map(|part| read_number(part, style)).collect();
    read.unwrap_or_default()
}

fn printed_with<'a>(row: &Observation<'a>, whole: Printed<'a>, style: NumberStyle) -> Printed<'a> {
    let (low_text, high_text) = (row.low.trim(), row.high.trim());
    if low_text.is_empty() && high_text.is_empty() {
        return whole;
    }
    let (Ok(low), Ok(high)) = (
        cell(low_text, Side::Low, style),
        cell(high_text, Side::High, style),
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
    let text = words::before_heading(text);
    // What laboratories in Russian call an interval to be aimed at is the one they print.
    let aimed = ["(желательный)", "(желательно)"];
    let aimed = aimed.iter().find_map(|word| text.strip_suffix(word));
    let text = aimed.map_or(text, str::trim_end);
    let whole = with_unit(text, |body, unit| bare(body, unit, style));
    // Only where nothing else is read: "4 - 10 10^9/L".
    let half = || with_unit(text, |body, unit| half_open(body, unit, style));
    whole.or_else(half).unwrap_or(Printed::Unreadable)
}

/// Reads a text whole, or what is in front of a unit.
fn with_unit<'a>(
    text: &'a str,
    read: impl Fn(&'a str, &'a str) -> Option<Printed<'a>>,
) -> Option<Printed<'a>> {
    if let Some(printed) = read(text, "") {
        return Some(printed);
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
            && let Some(printed) = read(&text[..at], unit)
        {
            return Some(printed);
        }
    }
    None
}

/// One limit and the dash of an interval, apart from it: `- 34`, `60 -`. Without the blank it is a negative number.
fn half_open<'a>(text: &str, unit: &'a str, style: NumberStyle) -> Option<Printed<'a>> {
    let dash = ['-', '–', '—', '\u{2212}', '\u{2010}', '\u{2011}'];
    let body = unbracketed(text);
    let number = |rest: &str| {
        let apart = rest.trim() != rest && !rest.trim().starts_with(dash);
        apart.then(|| read_number(rest.trim(), style)).flatten()
    };
    // "60 - 10^9/L": the number may be a limit.
    if unit.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(high) = body.strip_prefix(dash).and_then(number) {
        return Some(ordered(None, included(high), unit));
    }
    let low = body.strip_suffix(dash).and_then(number)?;
    Some(ordered(included(low), None, unit))
}

/// A text without the brackets around it.
fn unbracketed(text: &str) -> &str {
    let body = text.trim().trim_start_matches(['(', '[']);
    body.trim_end_matches([')', ']']).trim()
}

/// An interval without a unit in it; `None` if it is none.
fn bare<'a>(text: &str, unit: &'a str, style: NumberStyle) -> Option<Printed<'a>> {
    let bracketed = text.trim().starts_with(['(', '[']);
    let body = words::behind_heading(unbracketed(text));
    if let Some(rest) = words::take_between(body) {
        let (low, high) = words::ands().find_map(|and| split_at(rest, and, style))?;
        return Some(ordered(included(low), included(high), unit));
    }
    // "[10 ; 50]"; without the brackets these may be two of anything.
    if bracketed && let Some((low, high)) = split_at(body, ";", style) {
        return Some(ordered(included(low), included(high), unit));
    }
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
        " - ",
        "÷",
        "——",
        "–",
        "—",
        "\u{2212}",
        "\u{2010}",
        "\u{2011}",
        " to ",
        " bis ",
        " à ",
        " a ",
        " até ",
        " tot ",
        " till ",
        " til ",
        " do ",
        " al ",
        " до ",
        " έως ",
        " εως ",
        " ως ",
        " până la ",
        " pana la ",
        " kuni ",
        " līdz ",
        " lidz ",
        " iki ",
        "至",
        "到",
        "...",
        "…",
        "..",
        "_",
        "~",
        "--",
        "-",
    ] {
        // "-5--2" is from -5 to -2.
        if mark == "--" && text.starts_with('-') {
            continue;
        }
        if let Some(span) = split_at(text, mark, style) {
            return Some(span);
        }
        // "1....5": whose the points are, nobody knows.
        if matches!(mark, "..." | "…") && text.contains(mark) {
            return None;
        }
    }
    None
}

/// Two numbers with this mark between them.
fn split_at(text: &str, mark: &str, style: NumberStyle) -> Option<(Decimal, Decimal)> {
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
    None
}

#[cfg(test)]
mod tests;
