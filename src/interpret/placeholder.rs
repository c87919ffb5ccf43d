//! Numbers that stand for a missing result: -9, -99, 999, 9999999, as databases and statistics programs write it; and numbers
//! below zero that stand for nothing.

use rust_decimal::Decimal;

use crate::resolve::Resolution;
use crate::units::relative::{self, Around};
use crate::value::to_f64;

use super::is_index;

/// Nines in a row that may be one, at least.
const LEAST: u32 = 3;

/// The longest that is known.
const MOST: u32 = 9;

/// True for a code below zero of what cannot be there, or all nines that are not believable: nothing like it can be measured.
/// Without a unit, in whichever unit of the analyte.
pub(crate) fn is_placeholder(number: Decimal, resolution: &Resolution<'_>) -> bool {
    let Some(analyte) = resolution.analyte.filter(|analyte| !is_index(analyte)) else {
        return false;
    };
    let (_, most) = analyte.plausible;
    let value = to_f64(number);
    let is_too_much = || match resolution.conversion {
        Some(conversion) => most < conversion.apply(value),
        None => analyte
            .conversions(resolution.variant)
            .all(|conversion| most < conversion.apply(value)),
    };
    (is_below_nothing(number, resolution) && is_code(number))
        || (nines().any(|nines| number == nines) && is_too_much())
}

/// `-1` to `-9`, `-88`, `-999`, `-99.9`, and the least whole number of a database. `-4.1` is one that somebody typed.
fn is_code(number: Decimal) -> bool {
    const LEAST_WHOLE: &[&str] = &["32768", "2147483648", "9223372036854775808"];
    let digits = number.abs().normalize().to_string();
    let repeats = |digit: char| digits.chars().all(|c| c == digit);
    let is_one_digit = digits.len() == 1;
    // As wide as its column: "-99.9", "-9.99".
    let is_all_nines = || digits.chars().all(|c| matches!(c, '9' | '.'));
    is_one_digit
        || is_all_nines()
        || ['7', '8'].into_iter().any(repeats)
        || LEAST_WHOLE.contains(&digits.as_str())
}

/// True for a number below zero of what cannot be there.
pub(crate) fn is_below_nothing(number: Decimal, resolution: &Resolution<'_>) -> bool {
    let is_measured = resolution.analyte.is_some_and(|analyte| !is_index(analyte));
    number.is_sign_negative() && !number.is_zero() && is_measured && is_never_negative(resolution)
}

/// True of an analyte that is known, and of which nothing lies below zero, unless it is counted from a mean.
pub(super) fn is_never_negative(resolution: &Resolution<'_>) -> bool {
    let is_around_zero = relative::around(&resolution.trace.unit_text) == Some(Around::Zero);
    let mut analyte = resolution.analyte.iter();
    analyte.any(|analyte| 0.0 <= analyte.plausible.0) && !is_around_zero
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

    fn of_woman<'o>(name: &'o str, value: &'o str, unit: &'o str) -> Observation<'o> {
        Observation {
            name,
            value,
            unit,
            sex: "F",
            age: "40",
            ..Observation::default()
        }
    }

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
            ("Potassium", "-1", "", true),
            ("Sodium", "-99", "", true),
            ("Sodium", "9999", "", true),
            ("Sodium", "999", "", true),
            ("Glucose", "999", "", false),
            ("Anion gap (Na-Cl-HCO3)", "-9", "", false),
            ("Potassium", "-9.0", "mmol/L", true),
            ("Potassium", "-88", "mmol/L", true),
            ("Potassium", "-2", "mmol/L", true),
            ("HbA1c", "-5", "mmol/mol", true),
            ("Potassium", "-6.0", "mmol/L", true),
            ("Potassium", "-99.9", "mmol/L", true),
            ("Potassium", "-9.99", "mmol/L", true),
            ("Sodium", "-999.990", "", true),
            ("CRP", "-99999.99999", "mg/L", true),
            ("Potassium", "-2147483648", "mmol/L", true),
        ] {
            let result = interpreter.interpret(of_woman(name, value, unit));
            let has = result.notices.has(crate::notice::Code::ResultAbsent);
            assert_eq!(has, absent, "{name} {value} {unit}");
            assert!(!absent || result.critical.is_none());
        }
    }

    #[test]
    fn what_is_below_nothing_is_not_believable() {
        let interpreter = Interpreter::with(Options::default()).expect("bundled data");
        for (name, value, unit, implausible) in [
            ("Potassium", "-4.1", "mmol/L", true),
            ("Potassium", "-0.9", "mmol/L", true),
            ("Potassium", "-39.9", "mmol/L", true),
            ("Potassium", "-45", "mmol/L", true),
            ("Potassium", "-1.79", "", true),
            ("HbA1c", "-52", "mmol/mol", true),
            ("CRP", "-0.2", "mg/L", true),
            ("Potassium", "-0.0", "mmol/L", true),
            ("CRP", "-0.0", "mg/L", false),
            ("CRP", "0.2", "mg/L", false),
            ("Anion gap (Na-Cl-HCO3)", "-4.1", "mmol/L", false),
        ] {
            let result = interpreter.interpret(of_woman(name, value, unit));
            let has = |code| result.notices.has(code);
            let said = (
                has(crate::notice::Code::ImplausibleValue),
                has(crate::notice::Code::ResultAbsent),
            );
            assert_eq!(said, (implausible, false), "{name} {value} {unit}");
            let is_called = result.flag.is_some() || result.critical.is_some();
            assert!(
                !implausible || !is_called || value == "-0.0",
                "{name} {value}"
            );
            assert_eq!(result.observation.value, value);
        }
    }
}
