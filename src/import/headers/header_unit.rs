//! A name and its unit in one text: `Glucose (mg/dL)`, `K_mmol/L`, `Kalium mmol/l`; an interval and its unit.
//!
//! A unit is known here by its shape, a long one by its name; what it means is for a later stage. A text is taken
//! apart only where that leaves a name that is known.

mod with_limits;

pub(crate) use with_limits::{split_interval, split_limits};

use crate::text::is_one_of;
use crate::units::spelling::UnitTable;

/// Splits a text into name and unit. `known` knows the names of analytes. `None` if no way of
/// splitting leaves a known name.
pub(crate) fn split_known<'t>(
    text: &'t str,
    known: &dyn Fn(&str) -> bool,
) -> Option<(&'t str, &'t str)> {
    let text = without_footnote(text.trim());
    if text.is_empty() {
        return None;
    }
    let marks = |c: char| {
        matches!(
            c,
            ' ' | '_' | ',' | ';' | '.' | '-' | '\u{a0}' | '\n' | '\r'
        )
    };
    // The longest name first, so that `Vitamin D ng/mL` is not vitamin with the unit `D ng/mL`.
    let find = |is_unit: &dyn Fn(&str, &str, &str) -> bool| {
        text.rmatch_indices(marks).find_map(|(at, mark)| {
            let name = text[..at].trim_end_matches(marks);
            let unit = without_in(text[at + mark.len()..].trim());
            (is_unit(name, mark, unit) && known(name)).then_some((name, unit))
        })
    };
    if known(text) {
        // "CK-MB (ng/mL)" is a name, `ck_mb_ng_ml` one with its unit.
        return find(&|_, _, unit| underscored(unit).is_some()).or(Some((text, "")));
    }
    if let Some((name, inside)) = split_brackets(text) {
        return known(name).then_some((name, inside));
    }
    // Without brackets `min` is the least of several values, or a limit; and PCT is a test as well.
    find(&|name, mark, unit| {
        (looks_like_unit(unit) && !unit.eq_ignore_ascii_case("min"))
            || is_percent(unit) && (mark == "_" || !unit.eq_ignore_ascii_case("pct"))
            // Limits may stand in many ways: they are looked for behind a name alone.
            || (known(name) && split_limits(unit).is_some())
    })
}

/// True for a unit by its name.
fn is_known(unit: &str) -> bool {
    !UnitTable::bundled().read(unit).is_empty()
}

/// `Kalium in mmol/l`, `Potasio en mmol/L`.
fn without_in(unit: &str) -> &str {
    let words = ["in ", "en "];
    words
        .iter()
        .find_map(|word| unit.strip_prefix(word))
        .unwrap_or(unit)
}

/// A header without the mark of a footnote behind its brackets: `Sodium (mmol/L)*`.
fn without_footnote(text: &str) -> &str {
    let bare = text.trim_end_matches(['*', '\u{2020}', '\u{2021}']);
    match bare.ends_with([')', ']']) {
        true => bare,
        false => text,
    }
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
    let name = text[..at].trim_end_matches([' ', '_', ',', '-', '\n', '\r']);
    (looks_like_unit(inside) && !name.is_empty()).then_some((name, inside))
}

/// A unit as a header writes it, with `mg_dl` turned into `mg/dl`.
pub(crate) fn plain_unit(unit: &str) -> String {
    if is_percent(unit) {
        return "%".to_string();
    }
    underscored(unit).unwrap_or_else(|| match run_together(unit) {
        Some((top, bottom)) => format!("{top}/{bottom}"),
        None => unit.to_string(),
    })
}

/// A percentage in a word.
fn is_percent(unit: &str) -> bool {
    is_one_of(unit, &["pct", "percent", "prozent"])
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
        let are_short = || {
            text.split_whitespace()
                .all(|word| word.chars().count() <= 12)
        };
        // `mL/min/1.73m2` is a long one.
        let is_unit = || are_short() || is_known(text);
        return starts(top) && starts(bottom) && !bottom.trim().is_empty() && is_unit();
    }
    if text.contains('_') {
        return underscored(text).is_some();
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

/// A unit whose signs a header cannot hold: `mg_dl`, `mmol_per_l`, `10e9_l`, `per_ul`, `ml_min_1_73m2`.
fn underscored(unit: &str) -> Option<String> {
    if !unit.contains('_') || unit.contains('/') {
        return None;
    }
    let parts = unit.split('_').filter(|part| !is_one_of(part, &["per"]));
    let parts: Vec<&str> = parts.collect();
    let is = is_one_of;
    match parts.as_slice() {
        [top, bottom] if is_amount(top) && is_volume(bottom) => Some(format!("{top}/{bottom}")),
        [top, bottom] if is_small(bottom) && is(top, &["k", "thou", "thousand", "million"]) => {
            Some(format!("{top}/{bottom}"))
        }
        [top, bottom] if is_small(bottom) && is(top, &["cell", "cells"]) => {
            Some(format!("/{bottom}"))
        }
        [top, bottom] if is_counted_in(bottom) => Some(format!("10^{}/{bottom}", power(top)?)),
        ["10" | "x10" | "X10", power, bottom] if is_counted_in(bottom) && is_power(power) => {
            Some(format!("10^{power}/{bottom}"))
        }
        // `per_ul`; `per_l` may be of anything.
        [bottom] if is_small(bottom) => Some(format!("/{bottom}")),
        [top, bottom] if is(top, &["mm"]) && is(bottom, &["h", "hr"]) => Some("mm/h".to_string()),
        [top, time] if is(top, &["ml"]) && is(time, &["min"]) => Some("mL/min".to_string()),
        [top, time, area @ ..] if is(top, &["ml"]) && is(time, &["min"]) => {
            is(&area.concat(), &["173", "173m2", "1.73", "1.73m2"])
                .then(|| "mL/min/1.73m2".to_string())
        }
        _ => None,
    }
}

/// What cells are counted in.
fn is_counted_in(text: &str) -> bool {
    is_one_of(text, &["l"]) || is_small(text)
}

/// A millionth of a liter.
fn is_small(text: &str) -> bool {
    is_one_of(text, &["ul", "\u{b5}l", "\u{3bc}l", "mm3", "cumm", "cmm"])
}

/// Ten to the power of what: `10e9`, `x10e3`, `10^9`, `e9`, `109`.
fn power(text: &str) -> Option<&str> {
    let text = text.strip_prefix(['x', 'X']).unwrap_or(text);
    let behind = text.strip_prefix("10");
    let power = behind.unwrap_or(text).strip_prefix(['e', 'E', '^']);
    power.or(behind).filter(|power| is_power(power))
}

fn is_power(text: &str) -> bool {
    is_one_of(text, &["3", "6", "9", "12"])
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
mod tests;
