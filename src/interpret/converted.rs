//! A result that its row states twice, in two units: as long as both come to the same, neither is in doubt.

use rust_decimal::Decimal;

use super::no_number::is_choice;
use crate::interpretation::Interpretation;
use crate::observation::Observation;
use crate::reference::Conversion;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::value::{self, Reading, Value, before_words, to_f64};

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
        let other = self.beside(row);
        let units = self.catalog.units();
        let (own, beside) = (units.read(row.unit), units.read(other.unit));
        if own.is_empty() || beside.is_empty() || own == beside {
            // "4.1" beside "4.1 H" is one.
            return reading.value != other.value;
        }
        let by = resolution
            .analyte
            .and_then(|analyte| analyte.conversions_of(beside, resolution.variant).next());
        let other = number_of(&other.value).zip(by);
        match (reading.value, resolution.conversion, other) {
            (Value::Number(own), Some(conversion), Some((other, by))) => {
                !is_the_same((own, conversion), (other, by))
            }
            (Value::Number(_), ..) => false,
            // No number here, and one there.
            _ => true,
        }
    }

    /// What the cell of the other column says, as a cell of results does, with the unit beside it or in it.
    fn beside<'a>(&self, row: &Observation<'a>) -> Reading<'a> {
        let reading = value::read(row.value_beside, "", row.numbers, &self.words);
        match row.value_beside_unit.is_empty() {
            true => reading,
            false => Reading {
                unit: row.value_beside_unit,
                ..reading
            },
        }
    }

    /// Calls what would be critical in the other column: which of both holds, somebody has to ask at once.
    pub(super) fn call_beside<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
    ) {
        let row = &result.observation;
        let other = self.beside(row);
        let value = match other.value {
            // "6.9 by repeat"
            Value::Text(text) => before_words(text, row.numbers).map(|found| found.value()),
            value => Some(value),
        };
        let found = value.and_then(|value| Some((value, number_of(&value)?)));
        let (Some(analyte), Some((value, number))) = (resolution.analyte, found) else {
            return;
        };
        let own = result.reading.value;
        // "Pending" beside 1: a code of the word, perhaps.
        let is_word = number_of(&own).is_none() && !row.value.trim().is_empty();
        if is_word && is_choice(number) {
            return;
        }
        let units = self.catalog.units().read(other.unit);
        // 110 mg/dL beside 6.1 without a unit: it is in mmol/L, perhaps.
        let own = number_of(&own).zip(resolution.conversion);
        let mut in_any = analyte.conversions(resolution.variant);
        let may_be_same = |own| in_any.any(|by| is_the_same(own, (number, by)));
        if units.is_empty() && own.is_some_and(may_be_same) {
            return;
        }
        let by = analyte.conversions_of(units, resolution.variant).next();
        if by.or(resolution.conversion).is_some() {
            self.call_in_unit(result, resolution, &(value, number, by));
        }
    }
}

/// The number, or the one that an inequality or a range names first.
fn number_of(value: &Value<'_>) -> Option<Decimal> {
    match value {
        Value::Number(number) | Value::Censored(_, number) | Value::Range(number, _) => {
            Some(*number)
        }
        Value::Text(_) | Value::Absent(_) => None,
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
