//! Intervals of which each limit is written out: `3.5 mmol/L - 5.1 mmol/L`, `0-<5`, `3.5^5.1`; and limits in thousands.

use rust_decimal::Decimal;

use super::{Printed, included, ordered};
use crate::interpretation::Limit;
use crate::observation::NumberStyle;
use crate::value::{Comparator, read_number};

/// Marks between two limits.
const MARKS: &[&str] = &[" - ", " – ", " to ", "–", "-"];

/// Reads it, where nothing else does.
pub(super) fn read(text: &str, style: NumberStyle) -> Option<Printed<'_>> {
    unit_twice(text, style)
        .or_else(|| closed_by_sign(text, style))
        .or_else(|| components(text, style))
}

/// The same unit behind both.
fn unit_twice(text: &str, style: NumberStyle) -> Option<Printed<'_>> {
    let (low, high) = MARKS.iter().find_map(|mark| text.split_once(mark))?;
    let (low, own) = low.trim().split_once(' ')?;
    let (high, unit) = high.trim().split_once(' ')?;
    let (low, high) = (read_number(low, style)?, read_number(high, style)?);
    let (own, unit) = (own.trim(), unit.trim());
    (own == unit).then(|| ordered(included(low), included(high), unit))
}

/// "0-<5": the second one is not included.
fn closed_by_sign(text: &str, style: NumberStyle) -> Option<Printed<'_>> {
    let (low, high) = text.split_once('-')?;
    let (Some(sign), high) = Comparator::take(high.trim()) else {
        return None;
    };
    let (high, unit) = high.trim().split_once(' ').unwrap_or((high, ""));
    let limit = |value: Decimal| Limit {
        value,
        inclusive: sign.includes(),
    };
    let (low, high) = (
        read_number(low.trim(), style)?,
        read_number(high.trim(), style)?,
    );
    sign.is_below()
        .then(|| ordered(included(low), Some(limit(high)), unit.trim()))
}

/// Components of HL7 v2; not a power of ten.
fn components(text: &str, style: NumberStyle) -> Option<Printed<'_>> {
    let (low, high) = text.split_once('^')?;
    let (low, high) = (
        read_number(low.trim(), style)?,
        read_number(high.trim(), style)?,
    );
    let is_power = low == Decimal::TEN;
    (!is_power && low < high).then(|| ordered(included(low), included(high), ""))
}

/// "30-1,000": as decimals the second one would be below the first, so its mark stands between groups. Beside a first one with
/// decimals it is one with decimals too, and the two are reversed.
pub(super) fn in_thousands(text: &str, style: NumberStyle) -> Option<Printed<'_>> {
    let (low, high) = MARKS.iter().find_map(|mark| text.split_once(mark))?;
    cells_in_thousands(low, high, style)
}

/// The same of two cells.
pub(super) fn cells_in_thousands<'a>(
    low: &str,
    high: &'a str,
    style: NumberStyle,
) -> Option<Printed<'a>> {
    let low = low.trim();
    let is_whole = low.bytes().all(|c| c.is_ascii_digit());
    let low = read_number(low, style).filter(|_| is_whole)?;
    let (whole, group) = high.trim().split_once([',', '.', ' ', '\u{a0}', '\''])?;
    let end = group
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(group.len());
    let (group, unit) = group.split_at(end);
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let is_grouped =
        are_digits(whole) && whole.len() <= 3 && !whole.starts_with('0') && group.len() == 3;
    if !is_grouped || unit.starts_with(['.', ',']) {
        return None;
    }
    let as_decimals: Decimal = format!("{whole}.{group}").parse().ok()?;
    let grouped: Decimal = format!("{whole}{group}").parse().ok()?;
    (as_decimals < low && low < grouped)
        .then(|| ordered(included(low), included(grouped), unit.trim()))
}
