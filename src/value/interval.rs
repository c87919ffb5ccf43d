//! Intervals as reports print them: two cells, or one text.

use rust_decimal::Decimal;

mod candidates;
mod critical;
mod groups;
mod marks;
mod one_text;
mod span;
mod two_parts;
mod words;

pub(crate) use candidates::{candidates, overlap};
pub(crate) use critical::{critical, is_critical_range};
pub use one_text::text;
pub(super) use span::read_span;
pub(crate) use words::{UnitDoubtful, unit_doubtful};
pub(super) use words::{comparator_behind, of_column, word_of_result};

use super::{Comparator, read_number};
use crate::interpretation::Limit;
use crate::observation::{NumberStyle, Observation, PrintedLimits};
use crate::person::{Person, Sex};
use crate::text::{is_null, trim};
use groups::Letters;

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
    printed_with(row, text(trim(row.range), style), style)
}

/// The same for this person, where the text has intervals for several groups.
#[must_use]
pub fn printed_for<'a>(row: &Observation<'a>, person: &Person) -> Printed<'a> {
    let (range, style) = (trim(row.range), marks::of_row(row));
    let whole = match text(range, style) {
        whole if may_be_of_groups(whole) && groups::is_of_groups(range) => {
            groups::of_person(range, style, person, Letters::of(row)).unwrap_or(Printed::Unreadable)
        }
        whole => whole,
    };
    printed_with(row, whole, style)
}

/// A low and a high limit.
pub(crate) type Ends = (Option<Limit>, Option<Limit>);

/// What is printed for a woman and for a man, where nobody knows which the person is and a row has limits for both: each an
/// interval, with the unit that both are printed in.
pub(crate) fn for_each_sex<'a>(
    row: &Observation<'a>,
    person: &Person,
) -> Option<([Ends; 2], &'a str)> {
    if person.sex != Sex::Unknown {
        return None;
    }
    let style = marks::of_row(row);
    let [woman, man] = match row
        .by_sex
        .iter()
        .any(|own| *own != PrintedLimits::default())
    {
        true => row.by_sex.map(|own| {
            let PrintedLimits { low, high, range } = own;
            let row = Observation {
                low,
                high,
                range,
                ..*row
            };
            printed_with(&row, text(range.trim(), style), style)
        }),
        false if is_of_groups(row) => [Sex::Female, Sex::Male].map(|sex| {
            let person = Person { sex, ..*person };
            let own = groups::of_person(trim(row.range), style, &person, Letters::of(row));
            printed_with(row, own.unwrap_or(Printed::Unreadable), style)
        }),
        false => return None,
    };
    match (woman, man) {
        // For adults, whoever they are.
        _ if woman == man => None,
        (Printed::Interval(low, high, unit), Printed::Interval(min, max, other))
            if unit == other =>
        {
            Some(([(low, high), (min, max)], unit))
        }
        _ => None,
    }
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
    may_be_of_groups(text(trim(row.range), marks::of_row(row))) && groups::is_of_groups(row.range)
}

/// True if whose a row is says more than its printed interval: which of several it is, or whether it is too wide for him.
pub(crate) fn differs_by_person(row: &Observation<'_>) -> bool {
    row.limits_are_told || is_of_groups(row)
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

/// True for numbers that stand where an export has no limits: `0-0`, `-1--1`. No value lies beyond them.
pub(crate) fn is_filler(row: &Observation<'_>) -> bool {
    match text(row.range.trim(), marks::of_row(row)) {
        Printed::Interval(Some(low), Some(high), _) => {
            low.value == high.value && low.value.is_sign_negative()
        }
        Printed::Unreadable => numbers_in(row).iter().all(Decimal::is_zero),
        _ => false,
    }
}

fn printed_with<'a>(row: &Observation<'a>, whole: Printed<'a>, style: NumberStyle) -> Printed<'a> {
    let (low_text, high_text) = (trim(row.low), trim(row.high));
    let are_missing = is_missing(low_text) && is_missing(high_text) && whole == Printed::Missing;
    if row.limits_are_open && !are_missing {
        return Printed::Unreadable;
    }
    if low_text.is_empty() && high_text.is_empty() {
        return whole;
    }
    let ends = (
        cell(low_text, Side::Low, style),
        cell(high_text, Side::High, style),
    );
    let thousands = |else_| match whole {
        Printed::Missing => {
            two_parts::cells_in_thousands(low_text, high_text, style).unwrap_or(else_)
        }
        _ => else_,
    };
    let (Ok(low), Ok(high)) = ends else {
        return thousands(Printed::Unreadable);
    };
    let Printed::Interval(range_low, range_high, unit) = whole else {
        return match ordered(low, high, "") {
            Printed::Reversed => thousands(Printed::Reversed),
            printed => printed,
        };
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
pub(crate) fn is_missing(text: &str) -> bool {
    is_null(text)
        || matches!(
            text,
            "" | "." | "-" | "--" | "/" | "无" | "無" | "なし" | "없음" | "нет"
        )
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
        // Nothing lies between them.
        (Some(low), Some(high)) if high.value == low.value && !low.value.is_sign_negative() => {
            Printed::Unreadable
        }
        _ => Printed::Interval(low, high, unit),
    }
}

#[cfg(test)]
mod tests;
