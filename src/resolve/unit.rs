//! Which unit a result is in.

use std::borrow::Cow;

use super::trace::UnitFrom;
use crate::notice::Code;
use crate::reference::{Analyte, Conversion, Variant};
use crate::text::fold_words;
use crate::units::spelling::{fold_unit, is_missing};
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

/// The units that a spelling may mean beside a name: "mil" is a thousand in Portuguese and Spanish, and a million in English, where
/// nobody counts in cubic millimeters so.
pub(super) fn of_language<'u>(
    text: &str,
    units: &'u [&'static Unit],
    name: &str,
) -> Cow<'u, [&'static Unit]> {
    let folded = fold_unit(text);
    let is_open = folded.starts_with("mil") && folded.ends_with("/mm3") && 1 < units.len();
    if !is_open || !is_iberian(name) {
        return Cow::Borrowed(units);
    }
    let thousand = coded!("10*3/uL");
    let is_among = units.contains(&thousand);
    match is_among && !folded.starts_with("milh") {
        true => Cow::Owned(vec![thousand]),
        false => Cow::Borrowed(units),
    }
}

/// True for a name with a word of blood counts as Portuguese and Spanish have them, and nobody else.
fn is_iberian(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "plaquetas",
        "trombocitos",
        "leucocitos",
        "neutrofilos",
        "linfocitos",
        "monocitos",
        "eosinofilos",
        "basofilos",
        "segmentados",
        "eritrocitos",
        "hemacias",
        "globulos",
        "contagem",
        "recuento",
    ];
    let folded = fold_words(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| WORDS.contains(&word))
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
        (Some(_), Some(_)) => Err(Code::UnitUnknown),
        (None, _) => Err(Code::UnitNotForAnalyte),
    }
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
