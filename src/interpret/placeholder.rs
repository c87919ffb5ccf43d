//! Numbers that stand for a missing result: -9, -99, 999, 9999999, as databases and statistics programs write it.

use rust_decimal::Decimal;

use crate::resolve::Resolution;
use crate::value::to_f64;

use super::is_index;

/// Nines in a row that may be one, at least.
const LEAST: u32 = 3;

/// The longest that is known.
const MOST: u32 = 9;

/// True for a number that is below nothing, or all nines and not believable: nothing like it can be measured. Without a unit,
/// in whichever unit of the analyte.
pub(crate) fn is_placeholder(number: Decimal, resolution: &Resolution<'_>) -> bool {
    let Some(analyte) = resolution.analyte.filter(|analyte| !is_index(analyte)) else {
        return false;
    };
    let (least, most) = analyte.plausible;
    let value = to_f64(number);
    let is_too_much = || match resolution.conversion {
        Some(conversion) => most < conversion.apply(value),
        None => analyte
            .conversions(resolution.variant)
            .all(|conversion| most < conversion.apply(value)),
    };
    let negative = value < 0.0 && 0.0 <= least;
    negative || (nines().any(|nines| number == nines) && is_too_much())
}

fn nines() -> impl Iterator<Item = Decimal> {
    (LEAST..=MOST).map(|digits| Decimal::from(10_u64.pow(digits) - 1))
}

/// True for all nines, of which an unbelievable value is no result.
pub(crate) fn is_nines(number: f64) -> bool {
    nines().any(|nines| number == to_f64(nines))
}

#[cfg(test)]
mod tests {
    use crate::observation::Observation;
    use crate::{Interpreter, Options};

    #[test]
    fn what_cannot_be_measured_is_no_result() {
        let interpreter = Interpreter::with(Options::default()).expect("bundled data");
        for (name, value, unit, absent) in [
            ("Potassium", "-99", "mmol/L", true),
            ("Potassium", "9999999", "mmol/L", true),
            ("Potassium", "999", "mmol/L", true),
            ("Glucose", "999", "mg/dL", false),
            ("Glucose", "9999", "mg/dL", true),
            ("ALT", "999", "U/L", false),
            ("ALT", "9999", "U/L", false),
            // Out of every range, but somebody may have typed it: verify.
            ("Potassium", "99", "mmol/L", false),
            ("Potassium", "1000", "mmol/L", false),
            ("Potassium", "0", "mmol/L", false),
            // Without a unit: what is none in any.
            ("Potassium", "-1.79", "", true),
            ("Sodium", "-99", "", true),
            ("Sodium", "9999", "", true),
            ("Sodium", "999", "", true),
            ("Glucose", "999", "", false),
            ("Anion gap (Na-Cl-HCO3)", "-9", "", false),
        ] {
            let row = Observation {
                name,
                value,
                unit,
                sex: "F",
                age: "40",
                ..Observation::default()
            };
            let result = interpreter.interpret(row);
            let has = result.notices.has(crate::notice::Code::ResultAbsent);
            assert_eq!(has, absent, "{name} {value} {unit}");
            assert!(!absent || result.critical.is_none());
        }
    }
}
