//! Limits, ages, factors and their origins, in words.

use crate::age::AgePoint;
use crate::interpretation::Limit;
use crate::reference::{Analyte, Conversion, IntervalKind, Origin, StatedLimits};
use crate::units::spelling::UnitTable;

/// `3.5-5.1`, `< 200`, `>= 90`: limits without their unit.
#[must_use]
pub fn limits(low: Option<Limit>, high: Option<Limit>) -> String {
    let one = |limit: Limit, inclusive: &str, exclusive: &str| {
        let sign = if limit.inclusive {
            inclusive
        } else {
            exclusive
        };
        format!("{sign} {}", limit.value)
    };
    match (low, high) {
        (Some(low), Some(high)) if low.inclusive && high.inclusive => {
            format!("{} - {}", low.value, high.value)
        }
        (Some(low), Some(high)) => {
            format!("{} and {}", one(low, ">=", ">"), one(high, "<=", "<"))
        }
        (Some(low), None) => one(low, ">=", ">"),
        (None, Some(high)) => one(high, "<=", "<"),
        (None, None) => String::new(),
    }
}

/// Limits with their unit as a laboratory prints it.
#[must_use]
pub fn stated(stated: &StatedLimits, units: &UnitTable) -> String {
    format!(
        "{} {}",
        limits(stated.low, stated.high),
        units.printed(stated.unit.code)
    )
}

/// `from 18 y`, `below 16 y`, `6 mo to below 16 y`; empty for all ages.
#[must_use]
pub fn ages(from: Option<AgePoint>, below: Option<AgePoint>) -> String {
    match (from.filter(|from| 0.0 < from.days()), below) {
        (None, None) => String::new(),
        (Some(from), None) => format!("from {from}"),
        (None, Some(below)) => format!("below {below}"),
        (Some(from), Some(below)) => format!("{from} to below {below}"),
    }
}

/// What the numbers of a row are, where that is not the usual thing.
#[must_use]
pub fn kind(kind: IntervalKind) -> &'static str {
    match kind {
        IntervalKind::ReferenceInterval => "",
        IntervalKind::DecisionLimit => "decision limit, not a normal range",
        IntervalKind::Percentile99 => "99th percentile",
    }
}

/// `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn listed<T: AsRef<str>>(words: &[T]) -> String {
    match words {
        [] => String::new(),
        [only] => only.as_ref().to_string(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// A number with so many significant digits and no more, without trailing zeros.
#[must_use]
pub fn significant(value: f64, digits: usize) -> String {
    let places = digits.saturating_sub(1);
    let rounded: f64 = format!("{value:.places$e}").parse().unwrap_or(value);
    rounded.to_string()
}

/// `× 0.0555074`, `× 10.9314 - 23.5243`.
#[must_use]
pub fn factor(conversion: Conversion) -> String {
    let factor = format!("× {}", significant(conversion.factor, 6));
    if conversion.offset == 0.0 {
        return factor;
    }
    let sign = if conversion.offset < 0.0 { '-' } else { '+' };
    format!(
        "{factor} {sign} {}",
        significant(conversion.offset.abs(), 6)
    )
}

/// What a conversion rests on.
#[must_use]
pub fn origin(analyte: &Analyte, origin: Origin<'_>) -> String {
    match origin {
        Origin::Same => "the same unit".to_string(),
        Origin::Prefix => "same kind of unit".to_string(),
        Origin::Katal => "1 µkat is 60 U".to_string(),
        Origin::MolarMass { grams, variant } => {
            let of = variant.map_or_else(String::new, |variant| format!(" of {}", variant.name));
            format!("molar mass{of} {grams} g/mol")
        }
        Origin::Valence(charges) => format!("valence {charges}"),
        Origin::SameLetters => "IU and U of this analyte are the same".to_string(),
        Origin::Standard(row) => {
            let source = if row.source == crate::reference::schema::UNSOURCED {
                "no source read"
            } else {
                analyte.source_title(&row.source)
            };
            match &row.note {
                Some(note) => format!("by a standard: {note} ({source})"),
                None => format!("by a standard ({source})"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_limits_ages_and_factors() {
        let limit = |value: &str, inclusive| {
            Some(Limit {
                value: value.parse().expect("a decimal"),
                inclusive,
            })
        };
        assert_eq!(limits(limit("3.5", true), limit("5.0", true)), "3.5 - 5.0");
        assert_eq!(limits(None, limit("200", false)), "< 200");
        assert_eq!(limits(limit("3", false), limit("5", true)), "> 3 and <= 5");
        assert_eq!(ages(Some(AgePoint::years(0)), None), "");
        assert_eq!(ages(Some(AgePoint::years(18)), None), "from 18 y");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!(significant(0.055_507_449_1, 6), "0.0555074");
        let affine = Conversion {
            factor: 10.93135,
            offset: -23.52427,
        };
        assert_eq!(factor(affine), "× 10.9314 - 23.5243");
    }
}
