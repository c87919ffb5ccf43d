//! One row, judged with what the survey knows of its sample and its repetitions.

use std::rc::Rc;

use crate::grade;
use crate::interpret::Rules;
use crate::interpretation::{Interpretation, Usability};
use crate::notice::Code;
use crate::observation::Observation;
use crate::quality::SampleQuality;
use crate::repeats::Place;
use crate::resolve::{Resolution, Resolver};
use crate::sample::{Grouped, Tube};
use crate::survey::{self, Survey};

/// A row, judged.
pub(super) struct Judged<'a, 'r> {
    pub(super) result: Interpretation<'a>,
    pub(super) resolution: Rc<Resolution<'r>>,
    /// It says something itself of its sample.
    pub(super) speaks: bool,
    /// Neither what it says itself of its sample nor what others say makes a difference.
    pub(super) harmless: bool,
    /// What it says itself of its sample is among what is known of it.
    pub(super) adds_nothing: bool,
    /// Nothing but its words, its person and what is said of its sample made it so: it holds for other rows.
    pub(super) holds_for_others: bool,
}

/// Judges a row of the file with this number.
pub(super) fn judge<'a, 'r: 'a>(
    rules: &'r Rules,
    survey: &Survey,
    file: usize,
    resolver: &mut Resolver<'r>,
    mut row: Observation<'a>,
    grouped: Grouped,
) -> Judged<'a, 'r> {
    row.date_orders = row.date_orders.or(survey.date_orders[file]);
    let (reading, resolution) = rules.understand(resolver, &row);
    let repeat = survey.repeats.code_at(Place::of(file, &row));
    let mut quality = SampleQuality::default();
    let tube = Tube::of(resolution.specimen);
    let texts = [row.patient, row.sample, row.collected];
    let untold =
        !row.record_is_sample && !row.column_is_sample && survey.evidence.is_untold(&[tube], texts);
    let panel = grouped.panel().map(|panel| panel.in_tube(tube));
    let known = panel.and_then(|panel| survey.evidence.of(panel));
    if let Some(known) = known {
        quality.clone_from(known);
    }
    let mut is_by_number = false;
    for known in survey.evidence.of_number(texts, tube) {
        is_by_number = true;
        quality.and(known);
    }
    // A row that stands alone, or is from another tube, still knows what it says itself.
    let said = survey::statement(rules, &row, &reading, &resolution);
    said.add_to(&mut quality, &rules.patterns);
    let adds_nothing = said.is_empty() || known.is_some_and(|known| *known == quality);
    let mut own = SampleQuality::default();
    said.add_to(&mut own, &rules.patterns);
    let harmless = rules.is_harmless(&quality) && rules.is_harmless(&own);
    let may_be_two = survey.persons.may_be_two(row.patient);
    let is_shared = survey.persons.is_shared(row.sample, row.collected);
    let mut result = rules.judge(row, reading, &resolution, &quality);
    for (doubt, code) in [
        (untold, Code::SampleNotTold),
        (may_be_two, Code::TwoPatientsPossible),
        (is_shared, Code::SampleOfTwoPatients),
    ] {
        if doubt {
            result.notices.add(code);
            result.usability = result.usability.map(|known| known.max(Usability::Caution));
        }
    }
    // Stated for two people it is no repetition: either may be whose it is.
    if let Some(code) = repeat.filter(|code| !(may_be_two && *code == Code::Duplicate)) {
        result.notices.add(code);
        if code == Code::PerhapsWithdrawn {
            result.usability = result.usability.map(|known| known.max(Usability::Caution));
        }
        if matches!(code, Code::Duplicate | Code::Superseded) {
            grade::set_aside(&mut result);
        }
    }
    Judged {
        result,
        resolution,
        speaks: !said.is_empty(),
        harmless,
        adds_nothing,
        holds_for_others: repeat.is_none() && !untold && !may_be_two && !is_shared && !is_by_number,
    }
}
