//! What one row says of the tube: contaminated, of another patient, separated too late.

use crate::import::{ConditionCells, answered};
use crate::interpret::{HEMOLYSIS_INDEX, Rules};
use crate::notice::Code;
use crate::observation::Observation;
use crate::quality::patterns::Said;
use crate::quality::remarks::{Remark, is_serum};
use crate::quality::{appearance, hil};
use crate::reference::Analyte;
use crate::resolve::Resolution;
use crate::sample::Tube;
use crate::text::fold_name;
use crate::value::{Absence, Reading, Value};

/// Letters of a name that may be an index: one is a flag or anything, and longer ones are of hematology, too.
const SHORT: usize = 2;

/// What the row says of the tube, and what is wrong with it besides. A comment may stand on a row of its own, or in the place
/// of a result; what is said there is said of the sample, and beside a result of serum perhaps of another tube with its number.
pub(super) fn said_of_sample(
    rules: &Rules,
    row: &Observation<'_>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
    in_comment: Remark,
) -> (Option<Said>, Option<Said>) {
    // Of a cancelled result the reason, too.
    let in_value = match reading.value {
        Value::Text(_) | Value::Absent(_) => rules.remark(row.value),
        _ => Remark::default(),
    };
    // "Clotted,yes", "Sample OK,no": a row that asks what a column may ask.
    let is_asked = resolution.analyte.is_none() && row.unit.trim().is_empty();
    let in_name = match is_asked.then(|| answered(row.name, row.value)).flatten() {
        Some(words) => rules.remark(&words),
        None => Remark::default(),
    };
    let in_cell = rules.remark(row.specimen_condition);
    let remarks = [in_comment, in_value, in_cell, in_name];
    // An EDTA tube is right for other tests, and then another tube than the one with serum.
    let is_spoiled_by = |said: &Said| {
        let touched = |analyte: &Analyte| rules.patterns.stated(*said).touches(&analyte.id);
        let fits = |analyte: &Analyte| rules.patterns.fits_other_tubes(&analyte.id);
        match said {
            Said::EdtaTube => resolution.analyte.is_some_and(touched),
            Said::OtherTube => {
                is_serum(resolution.specimen) && resolution.analyte.is_some_and(|own| !fits(own))
            }
            _ => true,
        }
    };
    let mut said = remarks.iter().filter_map(|remark| remark.said);
    let said = said.find(is_spoiled_by);
    // Beside a count or a clotting time it is said of that tube.
    let is_number = matches!(reading.value, Value::Number(_)) && !in_name.is_fault();
    let own_row = (resolution.analyte.is_none() && !is_number)
        || Tube::of(resolution.specimen) != Tube::Serum;
    let spoiled = |fault: Absence| {
        matches!(
            fault,
            Absence::Clotted | Absence::Contaminated | Absence::Unsuitable
        )
    };
    let is_other = |fault: &Absence| said.is_none_or(|said| !said.covers(*fault));
    let faults = remarks
        .iter()
        .filter_map(|remark| remark.fault_of(resolution.specimen));
    let mut faults = faults.filter(is_other);
    let clumps = remarks
        .iter()
        .any(|remark| remark.fault == Some(Absence::Clumped));
    let is_poor = rules.patterns.is_poor(row.specimen_condition)
        || (resolution.analyte.is_none()
            && (is_told_in_row(rules, row) || is_perhaps_index(rules, row, reading, resolution)));
    let besides = match (faults.clone().any(spoiled), own_row) {
        (true, true) => Some(Said::Spoiled),
        (true, false) => Some(Said::Doubtful),
        (false, true) if clumps => Some(Said::Clumped),
        (false, true) if faults.any(|fault| fault == Absence::Recollect) => Some(Said::Doubtful),
        _ => is_poor.then_some(Said::Doubtful),
    };
    (said, besides)
}

/// True for a number that is not nought under a short name that may be the index of hemolysis, where nothing settles
/// whether it is: "HI", 350. A whole number without a unit, because what is measured mostly has one or the other.
fn is_perhaps_index(
    rules: &Rules,
    row: &Observation<'_>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
) -> bool {
    let name = fold_name(row.name);
    let may_be = || {
        let mut meanings = rules.catalog.by_name(&name);
        meanings.any(|meaning| meaning.analyte.id == HEMOLYSIS_INDEX)
    };
    let is_raised = || match reading.value {
        Value::Number(number) => number.scale() == 0 && !number.is_zero(),
        Value::Censored(sign, number) => !sign.is_below() && number.scale() == 0,
        _ => false,
    };
    let is_short = name.len() == SHORT && resolution.codes.contains(&Code::AnalyteAmbiguous);
    let has_unit = !row.unit.trim().is_empty() || !reading.unit.is_empty();
    is_short && !has_unit && is_raised() && may_be()
}

/// True for a row about the quality of the sample, or all its indices, with a result that would be told in such a column.
fn is_told_in_row(rules: &Rules, row: &Observation<'_>) -> bool {
    let (patterns, cell) = (&rules.patterns, row.value.trim());
    let is_of_all = is_of_indices(rules, row.name);
    let is_raised = || {
        let said = rules.hemolysis.in_index(cell).and_then(|said| said.free_hb);
        said.is_some_and(|(low, _)| 0.0 < low)
    };
    if is_of_all && (hil::is_alone(cell) || is_raised()) {
        return true;
    }
    // What a color says of the look of a sample is heard with the words.
    let is_heard = || appearance::is_name(row.name) && appearance::look(cell).is_some();
    let told = || ConditionCells::of(row.name, &[]).is_told(cell) && !is_heard();
    (is_of_all || is_of_condition(rules, row)) && (patterns.is_poor(cell) || told())
}

/// True for the name of a test of all indices of serum, or of whether anything interferes.
pub(super) fn is_of_indices(rules: &Rules, name: &str) -> bool {
    rules.patterns.is_interference(name) || hil::order_under(name).is_some()
}

/// True for a row about the quality of the sample, or how it looks.
pub(super) fn is_of_condition(rules: &Rules, row: &Observation<'_>) -> bool {
    let patterns = &rules.patterns;
    patterns.is_quality(row.name)
        || patterns.is_interference(row.name)
        || appearance::is_name(row.name)
}
