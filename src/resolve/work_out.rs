//! What the words of one row mean.

use std::collections::HashSet;

use super::specimen::SpecimenWords;
use super::trace::{FoundBy, SpecimenFrom, Trace};
use super::{Resolution, SECTIONS, analyte, unit, wording};
use crate::notice::Code;
use crate::observation::Observation;
use crate::reference::Catalog;
use crate::specimen::Specimen;
use crate::text::fold_words;
use crate::units::spelling::is_missing;

/// What the words of a row mean.
pub(super) fn work_out<'c>(
    catalog: &'c Catalog,
    specimens: &SpecimenWords,
    neighbors: &HashSet<String>,
    row: &Observation<'_>,
    unit_in_value: &str,
) -> Resolution<'c> {
    let mut wording = wording::Wording::read(row, specimens, catalog);
    wording.specimen_unknown |=
        wording.specimen_from == SpecimenFrom::Usual && neighbors.contains(SECTIONS);
    let mut resolution = Resolution {
        specimen: wording.specimen,
        specimen_stated: wording.specimen != Specimen::Unstated,
        trace: Trace {
            specimen: wording.specimen_from,
            ..Trace::default()
        },
        ..Resolution::default()
    };
    let (unit_text, unit_from) = unit::text(row.unit, unit_in_value, wording.unit_in_name);
    let units = catalog.units().read(unit_text);
    let is_of_sediment = units.iter().any(|unit| unit.is_of_field());
    let is_silent = is_missing(row.specimen) && wording.specimen == Specimen::Unstated;
    if is_of_sediment && is_silent {
        resolution.specimen = Specimen::Urine;
        resolution.specimen_stated = true;
        resolution.trace.specimen = SpecimenFrom::Unit;
    }
    if !resolution.specimen.is_blood() {
        resolution.codes.push(Code::SpecimenNotSerum);
        return resolution;
    }
    if wording.specimen_unknown {
        resolution.codes.push(Code::SpecimenUnknown);
    }
    resolution.trace.unit = unit_from;
    resolution.trace.unit_text = unit_text.to_string();
    resolution.by_neighbors = analyte::depends_on_neighbors(row, &wording, units, catalog);
    let found = analyte::find(row, &wording, units, neighbors, catalog);
    resolution.codes.extend(found.code);
    let code = match found.by {
        FoundBy::Loinc => catalog.by_loinc(&found.name),
        _ => None,
    };
    resolution.trace.analyte = found.by;
    resolution.trace.name = found.name;
    let Some(meaning) = found.meaning else {
        // The unit is still read: the printed interval may judge the row.
        resolution.unit = match units {
            [only] => Some(*only),
            _ => None,
        };
        return resolution;
    };
    resolution.analyte = Some(meaning.analyte);
    resolution.variant = meaning.variant;
    resolution.condition = meaning.condition;
    if let Some(stated) = meaning.specimen
        && resolution.specimen == Specimen::Unstated
    {
        resolution.specimen = stated;
        resolution.specimen_stated = true;
        resolution.trace.specimen = SpecimenFrom::Loinc;
    }
    let usual = meaning.analyte.specimen;
    if resolution.specimen == Specimen::Unstated && !wording.specimen_unknown {
        resolution.specimen = usual;
        resolution.trace.specimen = SpecimenFrom::Usual;
    }
    // "EDTA" names the tube: its whole blood for a count, its plasma for anything else. Beside serum it is another tube.
    let blood = resolution.specimen == Specimen::WholeBlood;
    let of_edta = resolution.specimen == Specimen::PlasmaEdta
        || (blood && fold_words(row.specimen).contains(EDTA));
    if of_edta && usual == Specimen::WholeBlood {
        resolution.specimen = usual;
    } else if of_edta {
        resolution.specimen = Specimen::PlasmaEdta;
    }
    if found.code.is_some() {
        // Whose mass the unit states is open.
        resolution.unit = match units {
            [only] => Some(*only),
            _ => None,
        };
        return resolution;
    }
    let others = [unit_in_value, wording.unit_in_name, row.unit_beside]
        .map(|text| catalog.units().read(text));
    let units = unit::of_language(unit_text, units, row.name);
    match unit::settle(unit_text, &units, meaning.analyte, meaning.variant) {
        Ok((_, conversion))
            if others.iter().any(|other| {
                unit::contradicts(other, conversion, meaning.analyte, meaning.variant)
            }) =>
        {
            resolution.codes.push(Code::UnitConflict);
        }
        Ok((unit, conversion)) => {
            if code.is_some_and(|code| code.contradicts(unit.kind)) {
                resolution.codes.push(Code::LoincUnit);
            }
            resolution.unit = Some(unit);
            resolution.conversion = Some(conversion);
        }
        Err(code) => {
            // The limits printed beside it are those of a sediment.
            resolution.unit = units.iter().copied().find(|unit| unit.is_of_field());
            resolution.codes.push(code);
        }
    }
    if unsuitable(meaning.analyte.specimen, wording.specimen) {
        resolution.codes.push(Code::SpecimenUnsuitable);
    }
    resolution
}

/// How a tube with it is called in any language.
const EDTA: &str = "edta";

/// A whole-blood, EDTA or citrate analyte that is said to have been measured in serum; one of serum that is said to have
/// been measured in citrated plasma, which is diluted by its citrate.
fn unsuitable(usual: Specimen, stated: Specimen) -> bool {
    if stated == Specimen::PlasmaCitrate {
        return matches!(usual, Specimen::Serum | Specimen::Plasma);
    }
    stated == Specimen::Serum
        && matches!(
            usual,
            Specimen::WholeBlood
                | Specimen::PlasmaEdta
                | Specimen::PlasmaCitrate
                | Specimen::PlasmaFluoride
        )
}
