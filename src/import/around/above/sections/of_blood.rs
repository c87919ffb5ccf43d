//! Which rows of a section of urine, or of another fluid, are plainly none of it: of what is asked for in blood alone, with a name
//! that says blood, or between limits that are those of blood.

use csv::StringRecord;

use crate::import::cells::fluid;
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::role::Role;
use crate::import::plan::Plan;
use crate::observation::Observation;
use crate::reference::{Analyte, Catalog};
use crate::specimen::Specimen;
use crate::text::fold_name;
use crate::value::interval::{self, Printed};
use crate::value::to_f64;

pub(super) fn is_of_blood(plan: &Plan, row: &StringRecord, fluid: Specimen) -> bool {
    let text = |role: Role| plan.pick(role).text(row).trim();
    let value = text(Role::Value);
    // "Hemoglobin,negative" is of a strip.
    if !(is_blank(value) || begins_like_number(value)) {
        return false;
    }
    let names = [text(Role::Name), text(Role::Code)];
    names
        .into_iter()
        .filter(|name| !is_blank(name))
        .any(|name| {
            says_blood(name)
                || is_of_blood_alone(name, fluid)
                || named(name).is_some_and(|analyte| has_limits_of_blood(plan, row, analyte))
        })
}

/// True for "Blood glucose" and "Glucose, blood", but not for "White blood cells".
fn says_blood(name: &str) -> bool {
    let found = fluid::words().and_then(|words| words.in_name(name));
    found.is_some_and(|(specimen, rest)| {
        let bare = rest.trim_matches(|c: char| !c.is_alphanumeric());
        specimen == Specimen::Unstated && bare != rest && named(bare).is_some()
    })
}

/// Is nothing that a name means asked for in this fluid? Who has fasted has given blood.
pub(super) fn is_of_blood_alone(name: &str, fluid: Specimen) -> bool {
    let (Some(words), Ok(catalog)) = (fluid::words(), Catalog::bundled()) else {
        return false;
    };
    let mut meanings = catalog.by_name(&fold_name(name)).peekable();
    meanings.peek().is_some()
        && meanings.all(|meaning| {
            meaning.condition.is_some_and(|it| it == "fasting")
                || !words.is_measured_in(&meaning.analyte.id, fluid)
        })
}

fn named(name: &str) -> Option<&'static Analyte> {
    let catalog = Catalog::bundled().ok()?;
    let mut meanings = catalog.by_name(&fold_name(name));
    meanings.next().map(|meaning| meaning.analyte)
}

/// Are both limits that are printed beside a row believable results of blood? Those of urine lie outside.
fn has_limits_of_blood(plan: &Plan, row: &StringRecord, analyte: &Analyte) -> bool {
    let text = |role: Role| plan.pick(role).text(row).trim();
    let limits = Observation {
        range: text(Role::Range),
        low: text(Role::Low),
        high: text(Role::High),
        ..Observation::default()
    };
    let Printed::Interval(Some(low), Some(high), printed_unit) = interval::printed(&limits) else {
        return false;
    };
    let unit = match text(Role::Unit) {
        "" => printed_unit,
        unit => unit,
    };
    let Ok(catalog) = Catalog::bundled() else {
        return false;
    };
    let mut conversions = analyte.conversions_of(catalog.units().read(unit), None);
    let ends = [low, high].map(|limit| to_f64(limit.value));
    // A low limit of zero says nothing of the fluid.
    ends[0] != 0.0
        && conversions.any(|by| ends.iter().all(|end| analyte.is_plausible(by.apply(*end))))
}
