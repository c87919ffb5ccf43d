//! A result that its row states twice, in two units: as long as both come to the same, neither is in doubt.

use rust_decimal::Decimal;

use crate::interpretation::Interpretation;
use crate::observation::Observation;
use crate::reference::Conversion;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::value::{Reading, Value, read_number, to_f64};

impl Rules {
    /// True if another column states another result. One in another unit does where both can be converted, and come apart further
    /// than they are rounded.
    pub(super) fn is_contradicted(
        &self,
        row: &Observation<'_>,
        reading: &Reading<'_>,
        resolution: &Resolution<'_>,
    ) -> bool {
        if row.value_beside.is_empty() {
            return false;
        }
        let units = self.catalog.units();
        let (own, beside) = (units.read(row.unit), units.read(row.value_beside_unit));
        if own.is_empty() || beside.is_empty() || own == beside {
            return true;
        }
        let by = resolution
            .analyte
            .and_then(|analyte| analyte.conversions_of(beside, resolution.variant).next());
        let other = read_number(row.value_beside.trim(), row.numbers).zip(by);
        match (reading.value, resolution.conversion, other) {
            (Value::Number(own), Some(conversion), Some((other, by))) => {
                !is_the_same((own, conversion), (other, by))
            }
            (Value::Number(_), ..) => false,
            // No number here, and one there.
            _ => true,
        }
    }

    /// Calls what would be critical in the other column: which of both holds, somebody has to ask at once.
    pub(super) fn call_beside<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
    ) {
        let row = &result.observation;
        let (Some(analyte), Some(number)) = (
            resolution.analyte,
            read_number(row.value_beside.trim(), row.numbers),
        ) else {
            return;
        };
        let units = self.catalog.units().read(row.value_beside_unit);
        // 110 mg/dL beside 6.1 without a unit: it is in mmol/L, perhaps.
        let own = read_number(row.value.trim(), row.numbers).zip(resolution.conversion);
        let mut in_any = analyte.conversions(resolution.variant);
        let may_be_same = |own| in_any.any(|by| is_the_same(own, (number, by)));
        if units.is_empty() && own.is_some_and(may_be_same) {
            return;
        }
        let by = analyte.conversions_of(units, resolution.variant).next();
        let of_unit = Resolution {
            conversion: by.or(resolution.conversion),
            ..resolution.clone()
        };
        let believable = |by: Conversion| analyte.is_plausible(by.apply(to_f64(number)));
        if of_unit.conversion.is_some_and(believable) {
            self.call_number(result, &of_unit, number, &Value::Number(number));
        }
    }
}

/// True of two numbers that come to the same, each converted, as far as they are rounded.
fn is_the_same(
    (one, by_one): (Decimal, Conversion),
    (other, by_other): (Decimal, Conversion),
) -> bool {
    let (least, most) = rounded(one, by_one);
    let (other_least, other_most) = rounded(other, by_other);
    other_least <= most && least <= other_most
}

/// The least and the greatest number, converted, that is written so: half of its last place to each side.
fn rounded(number: Decimal, by: Conversion) -> (f64, f64) {
    let half = Decimal::new(1, number.scale()) / Decimal::TWO;
    let end = |number: Decimal| by.apply(to_f64(number));
    (end(number - half), end(number + half))
}
