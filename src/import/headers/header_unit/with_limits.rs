//! Limits beside the unit of a header: `K (3.5-5.1 mmol/L)`, `K [mmol/L] (3.5-5.1)`.

use super::{is_known, looks_like_unit};
use crate::import::columns::is_interval;

/// A printed interval and the unit behind it; a unit alone has none.
pub(crate) fn split_interval(cell: &str) -> Option<(&str, &str)> {
    let cell = cell.trim();
    let marks = [' ', '\u{a0}', '\n'];
    let mut places = cell.rmatch_indices(marks).map(|(at, _)| cell.split_at(at));
    // `mL/min/1.73m2` is a long one.
    let is_unit = |unit: &str| {
        let unit = unit.trim();
        let is_ratio = unit.contains('/') && unit.starts_with(char::is_alphabetic);
        looks_like_unit(unit) || (is_ratio && !unit.contains(' '))
    };
    let found = places.find(|(range, unit)| is_interval(range) && is_unit(unit));
    let alone = || {
        (looks_like_unit(cell) && !cell.starts_with(|c: char| c.is_ascii_digit()))
            .then_some(("", cell))
    };
    found
        .map(|(range, unit)| (range.trim(), unit.trim()))
        .or_else(alone)
}

/// Limits and a unit in either order, in brackets or not: `mmol/L (3.5-5.1)`, `(3.5-5.1) mmol/L`, `(mmol/L; ref 3.5-5.1)`.
pub(crate) fn split_limits(text: &str) -> Option<(&str, &str)> {
    // Asked of what stands behind every blank of a header, and each line of a text without a table may be one.
    const LONGEST: usize = 60;
    if LONGEST < text.len() {
        return None;
    }
    let text = bare(text);
    if let Some((range, unit)) = split_interval(text).filter(|(range, _)| !range.is_empty()) {
        return Some((bare(range), unit));
    }
    let between = |(at, mark): (usize, &str)| {
        // A bracket belongs to what it closes or opens; of a number with a comma both halves are one.
        let cut = if mark == ")" || mark == "]" {
            at + 1
        } else {
            at
        };
        let (first, second) = (bare(&text[..cut]), bare(&text[cut..]));
        let are = |range: &str, unit: &str| is_interval(range) && is_plain_unit(unit);
        match (are(second, first), are(first, second)) {
            (true, _) => Some((second, first)),
            (_, true) => Some((first, second)),
            _ => None,
        }
    };
    let marks = [' ', '\u{a0}', '\n', '\r', ';', '(', '[', ')', ']'];
    text.match_indices(marks).find_map(between)
}

/// A unit of one word, or one that is known: of more words nobody knows what the others say.
fn is_plain_unit(text: &str) -> bool {
    !text.contains(['(', ')', ';'])
        && (!text.contains(char::is_whitespace) || is_known(text))
        && looks_like_unit(text)
}

/// Without what stands around it, and without brackets around all of it.
fn bare(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ','));
    let around = [('(', ')'), ('[', ']')];
    let inside = around.iter().find_map(|(open, close)| {
        let inside = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inside.contains([*open, *close])).then_some(inside)
    });
    inside.map_or(text, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_and_their_unit_in_either_order() {
        for (text, expected) in [
            ("3.5-5.1 mmol/L", Some(("3.5-5.1", "mmol/L"))),
            ("mmol/l (3,5-5,1)", Some(("3,5-5,1", "mmol/l"))),
            ("(3.5-5.1) mmol/L", Some(("3.5-5.1", "mmol/L"))),
            ("(mmol/L) [3.5-5.1]", Some(("3.5-5.1", "mmol/L"))),
            ("[g/dL] [12-16]", Some(("12-16", "g/dL"))),
            ("(mmol/L; 3.5-5.1)", Some(("3.5-5.1", "mmol/L"))),
            ("(mmol/L, 3.5-5.1)", Some(("3.5-5.1", "mmol/L"))),
            ("(mmol/L 3.5 - 5.1)", Some(("3.5 - 5.1", "mmol/L"))),
            ("(mmol/L) ref 3.5-5.1", Some(("ref 3.5-5.1", "mmol/L"))),
            ("(mmol/L)\n3.5-5.1", Some(("3.5-5.1", "mmol/L"))),
            ("mg/l (<5)", Some(("<5", "mg/l"))),
            ("(mL/min/1.73m2) (>60)", Some((">60", "mL/min/1.73m2"))),
            ("(mL/min/1.73 m²) >60", Some((">60", "mL/min/1.73 m²"))),
            ("mmol/L", None),
            ("(3.5-5.1)", None),
            ("mL/min/1.73 m2", None),
            ("mL/min/[1.73_m2]", None),
            // Nobody knows what the other words say.
            ("mmol/L D0", None),
            ("mmol/L serum 3.5-5.1", None),
            ("(mmol/L) adult", None),
            // A line of a letter.
            (
                "mmol/L as it was agreed with the ward for all of its patients 3.5-5.1",
                None,
            ),
        ] {
            assert_eq!(split_limits(text), expected, "{text}");
        }
    }
}
