//! All that the words of a row may mean, where one meaning is not needed: for questions of a whole column.

use std::collections::HashSet;

use super::specimen::SpecimenWords;
use super::wording::Wording;
use super::work_out::work_out;
use crate::observation::Observation;
use crate::reference::{Analyte, Catalog, Conversion, Variant};

/// Analytes that a row may be of, each with a conversion from a unit that it may be in: of what its words mean, or, where that
/// stays open, of everything they may. Nothing where its name and its code are not known.
pub(crate) fn meanings(
    row: &Observation<'_>,
    unit_in_value: &str,
    specimens: &SpecimenWords,
) -> Vec<(&'static Analyte, Conversion)> {
    let Ok(catalog) = Catalog::bundled() else {
        return Vec::new();
    };
    let resolution = work_out(catalog, specimens, &HashSet::new(), row, unit_in_value);
    if !resolution.specimen.is_blood() {
        return Vec::new();
    }
    let found: Vec<(&'static Analyte, Option<&'static Variant>)> = match resolution.analyte {
        Some(analyte) => vec![(analyte, resolution.variant)],
        None => {
            let names = Wording::read(row, specimens, catalog).names;
            let known = names
                .iter()
                .map(|name| catalog.by_name(name).collect::<Vec<_>>());
            let first = known.into_iter().find(|meanings| !meanings.is_empty());
            let meanings = first.unwrap_or_default().into_iter();
            meanings
                .map(|meaning| (meaning.analyte, meaning.variant))
                .collect()
        }
    };
    let units = catalog.units().read(&resolution.trace.unit_text);
    let mut all = Vec::new();
    for (analyte, variant) in found {
        let known: Vec<Conversion> = match resolution.conversion {
            Some(only) => vec![only],
            None => analyte.conversions_of(units, variant).collect(),
        };
        match known.is_empty() {
            true => all.extend(analyte.conversions(variant).map(|by| (analyte, by))),
            false => all.extend(known.into_iter().map(|by| (analyte, by))),
        }
    }
    all
}
