//! An interval as one text, with or without its unit.

use rust_decimal::Decimal;

use super::span::{split_at, split_span};
use super::{Printed, included, is_missing, ordered, two_parts, words};
use crate::interpretation::Limit;
use crate::observation::NumberStyle;
use crate::value::{Comparator, read_number};

/// An interval as one text: `3.5-5.1`, `13 to 18`, `70_105`, `>90`, `up to 5`, `[3.5 - 5.1] mmol/L`.
#[must_use]
pub fn text(text: &str, style: NumberStyle) -> Printed<'_> {
    if is_missing(text) || is_blank_with_unit(text) {
        return Printed::Missing;
    }
    let text = words::before_heading(text);
    // What laboratories in Russian call an interval to be aimed at is the one they print; that a result is worked out changes none.
    let aside = ["(желательный)", "(желательно)", "(calc)"];
    let aside = aside.iter().find_map(|word| text.strip_suffix(word));
    let text = aside.map_or(text, str::trim_end);
    let whole = with_unit(text, |body, unit| bare(body, unit, style));
    // Only where nothing else is read: "4 - 10 10^9/L".
    let half = || with_unit(text, |body, unit| half_open(body, unit, style));
    // "(13.5 - 17.5 g/dL)": the bracket behind the unit is none of it.
    let inside = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
        .filter(|inside| !inside.contains(['(', ')']) && inside.ends_with(char::is_alphabetic));
    let inside = inside.and_then(|text| with_unit(text, |body, unit| bare(body, unit, style)));
    let printed = inside
        .or(whole)
        .or_else(half)
        .or_else(|| two_parts::read(text, style));
    match printed.unwrap_or(Printed::Unreadable) {
        Printed::Unreadable | Printed::Reversed => two_parts::in_thousands(text, style)
            .or(printed)
            .unwrap_or(Printed::Unreadable),
        read => read,
    }
}

/// `- mL/min/1.73m2`: no interval, and the unit it would have been in.
fn is_blank_with_unit(text: &str) -> bool {
    let unit = text.trim().strip_prefix("- ").map(str::trim);
    unit.is_some_and(|unit| {
        unit.contains('/') && !unit.contains(' ') && unit.starts_with(char::is_alphabetic)
    })
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
    let body = text.trim().trim_start_matches(['(', '[', '{', '*']);
    body.trim_end_matches([')', ']', '}', '*']).trim()
}

/// `[3.5][5.1]`, `[][33]`, as the health insurance of Taiwan prints them.
fn each_in_brackets(text: &str, style: NumberStyle) -> Option<(Option<Limit>, Option<Limit>)> {
    let inside = text.strip_prefix('[')?.strip_suffix(']')?;
    let (low, high) = inside.split_once("][")?;
    let limit = |cell: &str| match cell.trim() {
        "" => Some(None),
        number => read_number(number, style).map(included),
    };
    Some((limit(low)?, limit(high)?))
}

/// An interval without a unit in it; `None` if it is none.
fn bare<'a>(text: &str, unit: &'a str, style: NumberStyle) -> Option<Printed<'a>> {
    if let Some((low, high)) = each_in_brackets(text.trim(), style) {
        return Some(match (low, high) {
            (None, None) => Printed::Missing,
            (low, high) => ordered(low, high, unit),
        });
    }
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
            if let Some((low, high)) = both_sides(comparator, rest, style) {
                return Some(ordered(Some(low), Some(high), unit));
            }
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

/// ">= 3.5 and <= 5.1": the first comparator is taken off.
fn both_sides(first: Comparator, rest: &str, style: NumberStyle) -> Option<(Limit, Limit)> {
    let between = words::ands().chain([" - ", " – ", "; ", ", ", " "]);
    let (low, high) = { between }.find_map(|and| rest.split_once(and))?;
    let (second, high) = words::take(high.trim());
    let second = second.filter(|second| second.is_below() && !first.is_below())?;
    let limit = |number: &str, comparator: Comparator| {
        Some(Limit {
            value: read_number(number.trim(), style)?,
            inclusive: comparator.includes(),
        })
    };
    Some((limit(low, first)?, limit(high, second)?))
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
