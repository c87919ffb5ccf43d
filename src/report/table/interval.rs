//! The interval of a result as the table shows it: in the unit of the value beside it.
//!
//! Only what is shown is converted. The result was compared in the unit of the limits, and CSV and
//! JSON state them as they are.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive as _;

use crate::interpretation::{Interpretation, Limit, Limits, RangeSource};
use crate::reference::Conversion;
use crate::report::harmless::harmless;
use crate::units::Unit;
use crate::units::spelling::UnitTable;
use crate::value::{Value, to_f64};

/// `3.5-5.0`, `≤ 35`, `≥ 60`; `≈2.146-2.545` where the limits were converted and rounded; with
/// its own unit where it cannot be converted.
pub(crate) fn shown(limits: &Limits<'_>, result: &Interpretation<'_>, units: &UnitTable) -> String {
    // Limits that are themselves converted (urea from urea nitrogen) have more digits than anyone reads.
    let is_short = |limit: Option<Limit>| limit.is_none_or(|limit| limit.value.scale() <= 4);
    if is_in_unit_of_value(limits, result, units) && is_short(limits.low) && is_short(limits.high) {
        return text(limits.low, limits.high);
    }
    if let Some((low, high, exact)) = converted(limits, result) {
        let sign = if exact { "" } else { "≈" };
        return format!("{sign}{}", text(low, high));
    }
    let unit = harmless(units.printed(limits.unit));
    format!("{} {unit}", text(limits.low, limits.high))
}

fn text(low: Option<Limit>, high: Option<Limit>) -> String {
    match (low, high) {
        // Several rows give the same flag and have no interval in common.
        (Some(low), Some(high)) if low.value > high.value => "varies".to_owned(),
        (Some(low), Some(high)) => {
            // Both ends with the same number of decimals: 3.5-5.0.
            let scale = low.value.scale().max(high.value.scale());
            let at_scale = |mut number: Decimal| {
                number.rescale(scale);
                number
            };
            let negative = low.value.is_sign_negative() || high.value.is_sign_negative();
            format!(
                "{}{}{}{}{}",
                if low.inclusive { "" } else { ">" },
                at_scale(low.value),
                if negative { " to " } else { "-" },
                if high.inclusive { "" } else { "<" },
                at_scale(high.value)
            )
        }
        (Some(low), None) => format!("{} {}", if low.inclusive { '≥' } else { '>' }, low.value),
        (None, Some(high)) => format!("{} {}", if high.inclusive { '≤' } else { '<' }, high.value),
        (None, None) => String::new(),
    }
}

fn is_in_unit_of_value(
    limits: &Limits<'_>,
    result: &Interpretation<'_>,
    units: &UnitTable,
) -> bool {
    let own = limits.unit.trim();
    own == result.unit
        || match limits.source {
            // An interval without a unit of its own is in the unit of its row.
            RangeSource::Report => own.is_empty() || own == result.observation.unit.trim(),
            RangeSource::Lab | RangeSource::Profile(_) => {
                units.printed(own) == units.printed(result.unit)
            }
        }
}

/// The limits in the unit of the value, and whether that is exact.
fn converted(
    limits: &Limits<'_>,
    result: &Interpretation<'_>,
) -> Option<(Option<Limit>, Option<Limit>, bool)> {
    let (low, high) = limits.canonical?;
    let conversion = conversion(result)?;
    let mut exact = true;
    let mut convert = |limit: Option<Limit>, canonical: Option<f64>| match (limit, canonical) {
        (Some(limit), Some(canonical)) => {
            let (value, is_exact) = short(conversion.invert(canonical))?;
            exact &= is_exact;
            Some(Some(Limit { value, ..limit }))
        }
        (None, None) => Some(None),
        _ => None,
    };
    let ends = (convert(limits.low, low)?, convert(limits.high, high)?);
    Some((ends.0, ends.1, exact))
}

/// How the value became the canonical one: the conversion of the analyte, or of the molecule
/// that its mass was counted as, whichever gives the same number.
fn conversion(result: &Interpretation<'_>) -> Option<Conversion> {
    let (analyte, canonical) = (result.analyte?, result.canonical.as_ref()?);
    let value = match result.reading.value {
        Value::Number(value) | Value::Censored(_, value) => to_f64(value),
        Value::Range(..) | Value::Text(_) | Value::Absent(_) => return None,
    };
    let unit = Unit::from_code(result.unit)?;
    std::iter::once(None)
        .chain(analyte.variants.iter().map(Some))
        .filter_map(|variant| analyte.conversion(unit, variant))
        .find(|conversion| {
            let again = conversion.apply(value);
            value != 0.0 && (again - canonical.value).abs() <= again.abs() * 1e-9
        })
}

/// At most four significant digits, and whether nothing was lost.
fn short(value: f64) -> Option<(Decimal, bool)> {
    let rounded: f64 = format!("{value:.3e}").parse().ok()?;
    let exact = (rounded - value).abs() <= value.abs() * 1e-9;
    Some((Decimal::from_f64(rounded)?.normalize(), exact))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases::{self, case};

    #[test]
    fn intervals_read_like_a_laboratory_prints_them() {
        let units = cases::units();
        for (low, high, expected) in [
            ("3.5", "5", "3.5-5.0"),
            ("136", "145", "136-145"),
            ("", "35", "≤ 35"),
            ("60", "", "≥ 60"),
            ("-2", "3", "-2 to 3"),
        ] {
            let result = case("potassium", "K", "4", "mmol/L").report(low, high).0;
            let limits = result.limits.as_ref().expect("limits");
            assert_eq!(shown(limits, &result, &units), expected);
        }
    }

    #[test]
    fn limits_in_another_unit_are_shown_in_that_of_the_value() {
        let units = cases::units();
        // Canonical µmol/L, reported in mmol/L, limits stated in mg/dL.
        for (low, high, expected) in [
            (Some(60.0), Some(110.0), "0.06-0.11"),
            (Some(53.04), Some(114.92), "≈0.05304-0.11490"),
            // What cannot be converted keeps its unit.
            (None, None, ">0.6-1.3 mg/dL"),
        ] {
            let mut result = case("creatinine", "Crea", "0.08", "mmol/L")
                .limits(RangeSource::Profile("us"), Some("0.6"), Some("1.3"))
                .0;
            result.unit = "mmol/L";
            if let Some(canonical) = &mut result.canonical {
                canonical.value = 80.0;
            }
            let limits = result.limits.as_mut().expect("limits");
            limits.unit = "mg/dL";
            limits.canonical = Some((low, high));
            if low.is_none() {
                limits.low = limits.low.map(|low| Limit {
                    inclusive: false,
                    ..low
                });
            }
            let limits = limits.clone();
            assert_eq!(shown(&limits, &result, &units), expected);
        }
    }
}
