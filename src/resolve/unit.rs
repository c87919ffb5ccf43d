//! Which unit a result is in.

use super::trace::UnitFrom;
use crate::notice::Code;
use crate::reference::{Analyte, Conversion, Variant};
use crate::units::spelling::is_missing;
use crate::units::{Kind, Unit};

/// The text that states the unit: its own cell, else behind the number, else in the name.
pub(super) fn text<'a>(cell: &'a str, in_value: &'a str, in_name: &'a str) -> (&'a str, UnitFrom) {
    [
        (cell, UnitFrom::Cell),
        (in_value, UnitFrom::Value),
        (in_name, UnitFrom::Name),
    ]
    .into_iter()
    .find(|(text, _)| !is_missing(text))
    .unwrap_or(("", UnitFrom::Nowhere))
}

/// The one unit of those that a spelling may mean in which the analyte can be stated.
pub(super) fn settle(
    text: &str,
    units: &[&'static Unit],
    analyte: &Analyte,
    variant: Option<&Variant>,
) -> Result<(&'static Unit, Conversion), Code> {
    if text.is_empty() {
        // An INR, a score and a stage have no unit, and everybody leaves it blank.
        return if matches!(analyte.unit.kind, Kind::Inr | Kind::Score) {
            Ok((analyte.unit, Conversion::IDENTITY))
        } else {
            Err(Code::UnitMissing)
        };
    }
    if units.is_empty() {
        return Err(Code::UnitUnknown);
    }
    let mut possible = units.iter().filter_map(|unit| {
        analyte
            .conversion(unit, variant)
            .map(|conversion| (*unit, conversion))
    });
    match (possible.next(), possible.next()) {
        (Some(only), None) => Ok(only),
        // Two units that come to the same are no question.
        (Some(first), Some(second)) if first.1 == second.1 => Ok(first),
        (Some(_), Some(_)) => stated_in(units, analyte, variant).ok_or(Code::UnitUnknown),
        (None, _) => Err(Code::UnitNotForAnalyte),
    }
}

/// Of several units that a spelling may mean, the one that the analyte is stated in, as its file lists them: "mil/mm3" is a
/// thousand of Spanish and Portuguese, a million of English and Romanian, and nobody counts leukocytes by the million.
fn stated_in(
    units: &[&'static Unit],
    analyte: &Analyte,
    variant: Option<&Variant>,
) -> Option<(&'static Unit, Conversion)> {
    let mut listed = units.iter().filter(|unit| analyte.units.contains(unit));
    let only = listed.next().filter(|_| listed.next().is_none())?;
    Some((only, analyte.conversion(only, variant)?))
}

/// True if another text of the row states a unit too, and it comes to something else. A text that is
/// no unit at all (`hemolyzed`) contradicts nothing.
pub(super) fn contradicts(
    other: &[&'static Unit],
    settled: Conversion,
    analyte: &Analyte,
    variant: Option<&Variant>,
) -> bool {
    !other.is_empty()
        && !other
            .iter()
            .any(|unit| analyte.conversion(unit, variant) == Some(settled))
}
