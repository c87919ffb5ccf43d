//! A value in one unit, said in another: by what factor, and on what authority.
//!
//! The same tables convert here and in a run. What has no meaning is refused with the reason; a
//! converted value is never rounded to fewer than twelve significant digits.

mod request;

use std::fmt::Write as _;

use crate::error::{Error, Result};
use crate::explain::words;
use crate::reference::{Analyte, Catalog, Conversion, Origin, Variant};
use crate::units::Unit;
use crate::value::{Comparator, shortest, to_f64};

pub use request::Request;

/// The unit that a request asks for, if it is one of its analyte.
///
/// # Errors
/// If the text is no unit, several, or one in which the analyte cannot be stated.
pub fn target(
    rules: &crate::interpret::Rules,
    request: &Request<'_>,
    text: &str,
) -> Result<&'static Unit> {
    request::target(rules, request, text)
}

/// A value in a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Converted<'c> {
    /// `<`, `<=`, `>`, `>=` of the value.
    pub comparator: Option<Comparator>,
    /// At most twelve significant digits; a value that needed no conversion as it was written.
    pub value: String,
    /// Its unit.
    pub unit: &'static Unit,
    /// The molecule that a mass weighs.
    pub variant: Option<&'c Variant>,
    /// From the unit asked to this one.
    pub conversion: Conversion,
    /// What it rests on.
    pub origins: Vec<Origin<'c>>,
}

/// Converts to `unit`, or to all usual units of the analyte.
///
/// # Errors
/// If the analyte cannot be stated in the unit; the message says why.
pub fn convert<'c>(
    catalog: &Catalog,
    request: &Request<'c>,
    unit: Option<&'static Unit>,
) -> Result<Vec<Converted<'c>>> {
    let analyte = request.analyte;
    if let Some(unit) = unit {
        return to(request, unit, request.variant)
            .map(|converted| vec![converted])
            .ok_or_else(|| refused(analyte, unit, request.variant));
    }
    let plain = std::iter::once(None);
    let variants: Vec<Option<&Variant>> = plain.chain(analyte.variants.iter().map(Some)).collect();
    let mut all: Vec<Converted<'c>> = Vec::new();
    for unit in std::iter::once(&analyte.unit).chain(&analyte.units) {
        for variant in &variants {
            // Moles are moles of whatever is weighed: one line is enough.
            let again = |known: &Converted<'_>| {
                known.unit == *unit && (variant.is_none() || unit.kind != crate::units::Kind::Mass)
            };
            if all.iter().any(again) {
                continue;
            }
            // Two codes that a laboratory prints alike (kU/L) are one line.
            let print = |unit: &Unit| catalog.units().printed(unit.code).to_string();
            all.extend(to(request, unit, *variant).filter(|new| {
                !all.iter().any(|known| {
                    known.value == new.value
                        && known.variant == new.variant
                        && print(known.unit) == print(new.unit)
                })
            }));
        }
    }
    Ok(all)
}

/// The error for a unit in which an analyte cannot be stated.
pub(crate) fn refused(analyte: &Analyte, unit: &Unit, variant: Option<&Variant>) -> Error {
    let known: Vec<&str> = analyte.units.iter().map(|unit| unit.code).collect();
    Error::new(
        "",
        format!(
            "{} cannot be stated in {}. {}",
            analyte.name,
            unit.code,
            analyte.why_not(unit, variant)
        ),
        format!("it is reported in {}", known.join(", ")),
    )
}

fn to<'c>(
    request: &Request<'c>,
    unit: &'static Unit,
    variant: Option<&'c Variant>,
) -> Option<Converted<'c>> {
    let analyte = request.analyte;
    let (from, first) = analyte.conversion_with_origin(request.unit, request.variant)?;
    let (into, second) = analyte.conversion_with_origin(unit, variant)?;
    let same = request.unit == unit && request.variant == variant;
    let conversion = if same {
        Conversion::IDENTITY
    } else {
        Conversion {
            factor: crate::units::snap(from.factor / into.factor),
            offset: (from.offset - into.offset) / into.factor,
        }
    };
    let value = to_f64(request.value);
    let value = if conversion.is_identity() {
        request.value.to_string()
    } else {
        shortest(into.invert(from.apply(value)))
    };
    let mut origins: Vec<Origin<'c>> = Vec::new();
    // Two standards of one analyte that meet are one: mU/L of insulin is mIU/L of insulin.
    let twins = matches!((first, second), (Origin::Standard(_), Origin::Standard(_)));
    let direct = request.unit.factor_to(unit).is_some() && request.variant == variant;
    if same {
        origins.push(Origin::Same);
    } else if direct && request.unit.kind == unit.kind {
        origins.push(Origin::Prefix);
    } else if direct {
        origins.push(Origin::Katal);
    } else if twins || first == second && second == Origin::SameLetters {
        origins.push(Origin::SameLetters);
    } else {
        for origin in [first, second] {
            let trivial = matches!(origin, Origin::Same | Origin::Prefix);
            if !trivial && !origins.contains(&origin) {
                origins.push(origin);
            }
        }
    }
    Some(Converted {
        comparator: request.comparator,
        value,
        unit,
        variant,
        conversion,
        origins,
    })
}

/// What the command prints. With one unit asked for, the first line is value and unit alone.
#[must_use]
pub fn print(
    catalog: &Catalog,
    request: &Request<'_>,
    converted: &[Converted<'_>],
    alone: bool,
) -> String {
    let units = catalog.units();
    let shown = |one: &Converted<'_>| {
        let comparator = one.comparator.map_or("", Comparator::as_str);
        format!("{comparator}{} {}", one.value, units.printed(one.unit.code))
    };
    let analyte = request.analyte;
    let name = request
        .variant
        .map_or(&analyte.name, |variant| &variant.name);
    let from = units.printed(request.unit.code);
    let mut text = String::new();
    if !alone {
        let comparator = request.comparator.map_or("", Comparator::as_str);
        let _ = writeln!(text, "{name} {comparator}{} {from}", request.value);
    }
    let width = converted
        .iter()
        .map(|one| shown(one).chars().count())
        .max()
        .unwrap_or(0);
    for one in converted {
        let value = shown(one);
        let of = match one.variant {
            variant if variant == request.variant || one.unit.kind != crate::units::Kind::Mass => {
                String::new()
            }
            Some(variant) => format!("as {}: ", variant.name),
            None => format!("as {}: ", analyte.name),
        };
        let origins: Vec<String> = one
            .origins
            .iter()
            .map(|origin| words::origin(analyte, *origin))
            .collect();
        let how = if one.conversion.is_identity() {
            origins.join("; ")
        } else {
            format!("{} ({})", words::factor(one.conversion), origins.join("; "))
        };
        if alone {
            let _ = writeln!(text, "{value}\n  {name}, from {from}: {of}{how}");
        } else {
            let pad = " ".repeat(width - value.chars().count());
            let _ = writeln!(text, "  {value}{pad}  {of}{how}");
        }
    }
    text
}
