//! Values in the canonical unit of their analyte.

use rust_decimal::Decimal;

use crate::interpretation::Canonical;
use crate::reference::Conversion;
use crate::resolve::Resolution;
use crate::value::{Value, shortest, to_f64};

/// The value in the canonical unit; none for a range, which is no single number.
pub(super) fn canonical<'a>(
    value: &Value<'_>,
    resolution: &Resolution<'a>,
) -> Option<Canonical<'a>> {
    let (comparator, number) = match *value {
        Value::Number(number) => (None, number),
        Value::Censored(comparator, number) => (Some(comparator), number),
        _ => return None,
    };
    let (analyte, conversion) = (resolution.analyte?, resolution.conversion?);
    let converted = conversion.apply(to_f64(number));
    Some(Canonical {
        comparator,
        value: converted,
        text: canonical_text(number, conversion),
        unit: analyte.unit.code,
    })
}

/// A number in the canonical unit, as it is written: without a conversion exactly.
pub(crate) fn canonical_text(number: Decimal, conversion: Conversion) -> String {
    let exact = conversion == Conversion::IDENTITY;
    match exact.then(|| number.normalize()) {
        Some(decimal) if decimal.mantissa().unsigned_abs() < 1_000_000_000_000 => {
            decimal.to_string()
        }
        _ => shortest(conversion.apply(to_f64(number))),
    }
}
