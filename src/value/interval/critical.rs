//! The laboratory's own critical limits, as its report prints them beside a result: `2.8`, `< 2.8`, `2.8-6.2`, `<2.8 or >6.2`.
//!
//! They are in the unit of their row. A bare number is critical itself: whoever calls on the limit calls once too often.

use super::{Ends, Printed, is_missing, marks, printed, text};
use crate::interpretation::Limit;
use crate::observation::{NumberStyle, Observation};
use crate::value::read_number;

/// The critical limits that are printed in a row: `inclusive` if a value on one is critical.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Critical {
    pub(crate) low: Option<Limit>,
    pub(crate) high: Option<Limit>,
    /// Something that is no limit, or one within the interval printed beside it.
    pub(crate) is_unread: bool,
}

/// Reads them. A cell that is not read leaves the others as they are.
pub(crate) fn critical(row: &Observation<'_>) -> Critical {
    let cells = row.critical;
    let [low, high, range] = [cells.low, cells.high, cells.range].map(str::trim);
    if [low, high, range].into_iter().all(is_missing) {
        return Critical::default();
    }
    let style = marks::of_row(row);
    let one = |cell, high| match is_missing(cell) {
        true => Some(None),
        false => side(cell, row.unit, high, style),
    };
    let (low, high) = (one(low, false), one(high, true));
    let whole = match is_missing(range) {
        true => Some((None, None)),
        false => both(range, row.unit, style),
    };
    let is_unread = low.is_none() || high.is_none() || whole.is_none();
    let (low, high) = (low.flatten(), high.flatten());
    let whole = whole.unwrap_or_default();
    let differ = |one: Option<Limit>, other: Option<Limit>| {
        let two = one.zip(other);
        two.is_some_and(|(one, other)| one.value != other.value)
    };
    let ends = (low.or(whole.0), high.or(whole.1));
    if differ(low, whole.0) || differ(high, whole.1) || is_within(ends, row) {
        return Critical {
            is_unread: true,
            ..Critical::default()
        };
    }
    Critical {
        low: ends.0,
        high: ends.1,
        is_unread,
    }
}

/// True if a critical range is one by its text: two ends, or each with its sign.
pub(crate) fn is_critical_range(cell: &str) -> bool {
    let point = NumberStyle::default();
    let comma = NumberStyle {
        decimal_comma: true,
        ..point
    };
    [point, comma]
        .into_iter()
        .any(|style| both(cell.trim(), "", style).is_some())
}

/// One limit; a zero, which systems print for none, is none. `None` for what is no limit of this side.
fn side(cell: &str, unit: &str, high: bool, style: NumberStyle) -> Option<Option<Limit>> {
    let (signs, strict) = match high {
        false => (["<=", "≤"], '<'),
        true => ([">=", "≥"], '>'),
    };
    let on_it = signs.iter().find_map(|sign| cell.strip_prefix(sign));
    let beyond = cell.strip_prefix(strict);
    let (number, inclusive) = match (on_it, beyond) {
        (Some(number), _) => (number, true),
        (None, Some(number)) => (number, false),
        (None, None) => (cell, true),
    };
    let number = number.trim();
    let bare = number.strip_suffix(unit.trim()).unwrap_or(number).trim();
    let value = read_number(bare, style)?;
    let limit = Limit { value, inclusive };
    Some((!value.is_zero()).then_some(limit))
}

/// Both limits in one text.
fn both(cell: &str, unit: &str, style: NumberStyle) -> Option<Ends> {
    let is_sign = |c: char| matches!(c, '<' | '>' | '≤' | '≥');
    if !cell.starts_with(is_sign) {
        // Critical is what lies outside; one end alone says nothing of the side.
        let Printed::Interval(Some(low), Some(high), own) = text(cell, style) else {
            return None;
        };
        let is_same = own.is_empty() || own.trim().eq_ignore_ascii_case(unit.trim());
        let on_it = |limit: Limit| Limit {
            inclusive: true,
            ..limit
        };
        return is_same.then_some((Some(on_it(low)), Some(on_it(high))));
    }
    let second = cell.char_indices().skip(1).find(|(_, c)| is_sign(*c));
    let (first, second) = second.map_or((cell, ""), |(at, _)| cell.split_at(at));
    let between = |c: char| c.is_whitespace() || matches!(c, '/' | ',' | ';' | '|');
    let first = first.trim_end_matches(between);
    let words = ["or", "and", "oder", "und", "ou", "et", "o", "y", "e"];
    let first = words
        .iter()
        .find_map(|word| {
            let rest = first.strip_suffix(word)?;
            rest.ends_with(between)
                .then(|| rest.trim_end_matches(between))
        })
        .unwrap_or(first);
    let (mut low, mut high) = (None, None);
    for part in [first, second].into_iter().filter(|part| !part.is_empty()) {
        let is_high = part.starts_with(['>', '≥']);
        let place = if is_high { &mut high } else { &mut low };
        if place.is_some() {
            return None;
        }
        *place = side(part, unit, is_high, style)?;
    }
    Some((low, high))
}

/// True if what would be critical lies within the interval that is printed beside it, or on both sides at once: the one or the
/// other is of something else.
fn is_within((low, high): Ends, row: &Observation<'_>) -> bool {
    if low
        .zip(high)
        .is_some_and(|(low, high)| high.value <= low.value)
    {
        return true;
    }
    let Printed::Interval(least, most, unit) = printed(row) else {
        return false;
    };
    let is_same = unit.is_empty() || unit.trim().eq_ignore_ascii_case(row.unit.trim());
    let above = |one: Option<Limit>, other: Option<Limit>| {
        one.zip(other)
            .is_some_and(|(one, other)| other.value < one.value)
    };
    is_same && (above(low, least) || above(low, most) || above(most, high) || above(least, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::PrintedLimits;

    #[test]
    fn what_is_critical_to_the_laboratory() {
        for (low, high, range, expected) in [
            ("2.8", "6.2", "", "2.8! 6.2!"),
            ("2.8", "", "", "2.8! -"),
            ("<2.8", ">6.2", "", "2.8 6.2"),
            ("<=2.8", "≥ 6.2", "", "2.8! 6.2!"),
            ("2.8 mmol/L", "6.2 mmol/L", "", "2.8! 6.2!"),
            ("0", "6.2", "", "- 6.2!"),
            ("", "", "2.8-6.2", "2.8! 6.2!"),
            ("", "", "2.8 - 6.2 mmol/L", "2.8! 6.2!"),
            ("", "", "<2.8 or >6.2", "2.8 6.2"),
            ("", "", "< 2.8, > 6.2", "2.8 6.2"),
            ("", "", "≤2.8/≥6.2", "2.8! 6.2!"),
            ("", "", ">6.2", "- 6.2"),
            ("", "", "<2.8", "2.8 -"),
            ("2.8", "", "2.8-6.2", "2.8! 6.2!"),
            ("", "", "", "- -"),
            ("-", "N/A", "", "- -"),
            ("0", "0", "", "- -"),
            // Of the other side, of another unit, no number, or two that differ.
            (">2.8", "", "", "- - unread"),
            ("2.8 mg/dL", "", "", "- - unread"),
            ("", "", "2.8-6.2 mg/dL", "- - unread"),
            ("see list", "6.2", "", "- 6.2! unread"),
            ("", "", "6.2", "- - unread"),
            ("", "", "<2.8 <6.2", "- - unread"),
            ("2.5", "", "2.8-6.2", "- - unread"),
            // Within the interval: of something else.
            ("4.0", "6.2", "", "- - unread"),
            ("2.8", "5.0", "", "- - unread"),
            ("6.2", "2.8", "", "- - unread"),
            ("", "", "6.2-10", "- - unread"),
        ] {
            let row = Observation {
                unit: "mmol/L",
                range: "3.5-5.1",
                critical: PrintedLimits { low, high, range },
                ..Observation::default()
            };
            let read = critical(&row);
            let shown = |limit: Option<Limit>| match limit {
                Some(limit) if limit.inclusive => format!("{}!", limit.value),
                Some(limit) => limit.value.to_string(),
                None => "-".to_string(),
            };
            let unread = if read.is_unread { " unread" } else { "" };
            let said = format!("{} {}{unread}", shown(read.low), shown(read.high));
            assert_eq!(said, expected, "{low} {high} {range}");
        }
    }
}
