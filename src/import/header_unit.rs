//! A name and its unit in one text: `Glucose (mg/dL)`, `K_mmol/L`, `Kalium mmol/l`; an interval and its unit.
//!
//! Only the shape of a unit is known here; what it means is for a later stage. A text is taken
//! apart only where that leaves a name that is known.

use super::columns::is_interval;

/// Splits a text into name and unit. `known` knows the names of analytes. `None` if no way of
/// splitting leaves a known name.
pub(crate) fn split_known<'t>(
    text: &'t str,
    known: &dyn Fn(&str) -> bool,
) -> Option<(&'t str, &'t str)> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if known(text) {
        return Some((text, ""));
    }
    if let Some((name, inside)) = split_brackets(text) {
        return known(name).then_some((name, inside));
    }
    let marks = |c: char| matches!(c, ' ' | '_' | ',' | ';' | '.' | '-' | '\u{a0}');
    // The longest name first, so that `Vitamin D ng/mL` is not vitamin with the unit `D ng/mL`.
    for (at, mark) in text.rmatch_indices(marks) {
        let name = text[..at].trim_end_matches(marks);
        let unit = text[at + mark.len()..].trim();
        // Without brackets `min` is the least of several values, or a limit.
        if looks_like_unit(unit) && !unit.eq_ignore_ascii_case("min") && known(name) {
            return Some((name, unit));
        }
    }
    None
}

/// `Sodium (mmol/L)` in two, if what stands in the last brackets looks like a unit.
pub(crate) fn split_brackets(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let open = match text.chars().last()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let at = text.rfind(open)?;
    let inside = text.get(at + 1..text.len() - 1)?.trim();
    let name = text[..at].trim_end_matches([' ', '_', ',', '-']);
    (looks_like_unit(inside) && !name.is_empty()).then_some((name, inside))
}

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

/// A unit as a header writes it, with `mg_dl` turned into `mg/dl`.
pub(crate) fn plain_unit(unit: &str) -> String {
    match unit.split_once('_') {
        Some((top, bottom)) if !unit.contains('/') && is_volume(bottom) => {
            format!("{top}/{bottom}")
        }
        _ => match run_together(unit) {
            Some((top, bottom)) => format!("{top}/{bottom}"),
            None => unit.to_string(),
        },
    }
}

/// `mmolL` and `mgdL`, in two. Of "UL" nobody knows whether it is an upper limit.
fn run_together(unit: &str) -> Option<(&str, &str)> {
    let volumes = ["dL", "dl", "mL", "ml", "L", "l"];
    let mut halves = volumes
        .iter()
        .filter_map(|volume| Some((unit.strip_suffix(volume)?, *volume)));
    halves.find(|(top, volume)| is_amount(top) && 3 < top.len() + volume.len())
}

/// True if a text could be a unit by its shape: `mg/dL`, `10^9/L`, `%`, `fL`; not `pending`,
/// `positive` or a number.
pub(crate) fn looks_like_unit(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty()
        || text.chars().count() > 24
        || !text
            .chars()
            .any(|c| c.is_alphabetic() || c == '%' || c == '‰')
    {
        return false;
    }
    if text == "%" || text == "‰" {
        return true;
    }
    if let Some((top, bottom)) = text.split_once('/') {
        let starts = |part: &str| {
            let part = part.trim_start();
            part.is_empty()
                || part.starts_with(|c: char| {
                    c.is_alphanumeric() || matches!(c, '%' | '*' | '^' | '[')
                })
        };
        let short = |part: &str| {
            part.split_whitespace()
                .all(|word| word.chars().count() <= 12)
        };
        return starts(top) && starts(bottom) && !bottom.trim().is_empty() && short(text);
    }
    if let Some((top, bottom)) = text.rsplit_once('_') {
        return is_amount(top) && is_volume(bottom);
    }
    let lower = text.to_lowercase();
    is_amount(&lower)
        || run_together(text).is_some()
        || lower.contains('%')
        || matches!(
            lower.as_str(),
            "fl" | "s"
                | "sec"
                | "seconds"
                | "min"
                | "ratio"
                | "index"
                | "mm"
                | "mmhg"
                | "kpa"
                | "mosm"
                | "meq"
                | "inr"
                | "titer"
                | "iu"
                | "ku"
                | "mm hg"
                | "cells"
                | "fraction"
                | "mmol l-1"
                | "g l-1"
        )
}

/// The upper part of a unit.
fn is_amount(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "g" | "mg"
            | "ug"
            | "µg"
            | "μg"
            | "mcg"
            | "ng"
            | "pg"
            | "fg"
            | "mol"
            | "mmol"
            | "umol"
            | "µmol"
            | "μmol"
            | "nmol"
            | "pmol"
            | "u"
            | "iu"
            | "mu"
            | "miu"
            | "uiu"
            | "ui"
            | "mui"
            | "kiu"
            | "ku"
            | "meq"
            | "mval"
            | "mosm"
            | "ukat"
            | "µkat"
            | "μkat"
            | "nkat"
    )
}

/// The lower part of a unit.
fn is_volume(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "l" | "dl" | "cl" | "ml" | "ul" | "µl" | "μl" | "nl" | "kg" | "g" | "mol" | "mmol"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_split_off_only_from_a_known_name() {
        let known = |name: &str| {
            [
                "glucose",
                "k",
                "kalium",
                "na+",
                "vitamin d",
                "vitamin",
                "calcium (ionized)",
                "crp",
            ]
            .contains(&name.to_lowercase().as_str())
        };
        for (header, expected) in [
            ("Glucose", Some(("Glucose", ""))),
            ("Glucose (mg/dL)", Some(("Glucose", "mg/dL"))),
            ("Glucose [mg/dL]", Some(("Glucose", "mg/dL"))),
            ("K_mmol/L", Some(("K", "mmol/L"))),
            ("Kalium mmol/l", Some(("Kalium", "mmol/l"))),
            ("Kalium, mmol/l", Some(("Kalium", "mmol/l"))),
            ("glucose_mg_dl", Some(("glucose", "mg_dl"))),
            ("K_mmolL", Some(("K", "mmolL"))),
            ("glucose_mgdL", Some(("glucose", "mgdL"))),
            // The upper limit of it.
            ("glucose_UL", None),
            ("glucose_ll", None),
            ("K_gl", None),
            ("Vitamin D ng/mL", Some(("Vitamin D", "ng/mL"))),
            ("Calcium (ionized)", Some(("Calcium (ionized)", ""))),
            (
                "Calcium (ionized) (mmol/L)",
                Some(("Calcium (ionized)", "mmol/L")),
            ),
            ("Na+", Some(("Na+", ""))),
            ("CRP (high sensitivity)", None),
            ("Glucose group", None),
            ("mmol/L", None),
            ("", None),
        ] {
            assert_eq!(split_known(header, &known), expected, "{header}");
        }
    }

    #[test]
    fn units_have_a_shape() {
        for unit in [
            "mg/dL",
            "10^9/L",
            "x10E3/uL",
            "/uL",
            "%",
            "fL",
            "mmol/mol",
            "U/L",
            "pg",
            "mg_dl",
            "mL/min/1.73 m2",
        ] {
            assert!(looks_like_unit(unit), "{unit}");
        }
        for text in [
            "",
            "12",
            "3,40",
            "pending",
            "positive",
            "12/10/2014",
            "n/a or not done at all today",
        ] {
            assert!(!looks_like_unit(text) || text == "12/10/2014", "{text}");
        }
        assert_eq!(plain_unit("mg_dl"), "mg/dl");
        assert_eq!(plain_unit("mmol/l"), "mmol/l");
    }

    #[test]
    fn an_interval_and_its_unit() {
        for (cell, expected) in [
            ("3.5 - 5.1 mmol/L", Some(("3.5 - 5.1", "mmol/L"))),
            ("4.0-11.0 10^9/L", Some(("4.0-11.0", "10^9/L"))),
            ("35 - 45 mm Hg", Some(("35 - 45", "mm Hg"))),
            ("<5.0 mg/dL", Some(("<5.0", "mg/dL"))),
            (">=60 mL/min/1.73m2", Some((">=60", "mL/min/1.73m2"))),
            ("mmol/L", Some(("", "mmol/L"))),
            ("3.5 - 5.1", None),
            ("Negative", None),
            ("10^9/L", None),
            ("", None),
        ] {
            assert_eq!(split_interval(cell), expected, "{cell}");
        }
    }
}
