//! The reviews for a program: one object with `meta`, `workup` and `reviews`, one review per patient.
//! Keys stay; a key that is not known is `null`, a list of nothing is empty. `state` of a test is one of
//! `critical`, `abnormal`, `present`, `unusable`, `not_interpreted`, `no_result`, `missing`; `strength` of
//! a row is one of `sourced`, `part`, `unsourced`, `proposal`. Every row of the export is in `results` of
//! a test or in `other_results`, found again by `file` and `line`.

use serde::Serialize;

use super::super::json::{
    self, CONTRACT, Earlier, Notice, Patient, RestsOn, SheetQuestion, SheetResult, some,
};
use crate::preop::sheet::{Item, Provenance, State};
use crate::workup::schema::Head;
use crate::workup::sheet::{LeftOut, Part, Review, Tally};
use test::{WorkUpTest, test};

mod test;

#[derive(Serialize)]
struct Run<'a> {
    meta: Meta<'a>,
    workup: WorkUp<'a>,
    reviews: Vec<PatientReview<'a>>,
}

#[derive(Serialize)]
struct Meta<'a> {
    tool: &'static str,
    version: &'a str,
    contract: u32,
    data_version: &'a str,
    profile: &'a str,
    critical_list: &'a str,
    #[serde(flatten)]
    rests_on: RestsOn<'a>,
    when: &'a str,
}

#[derive(Serialize)]
struct WorkUp<'a> {
    id: &'a str,
    title: &'a str,
    version: &'a str,
    owner: &'a str,
    /// Nobody has made it his own yet.
    is_example: bool,
    scope: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct PatientReview<'a> {
    patient: Patient<'a>,
    counts: Counts,
    notices: Vec<Notice<'a>>,
    /// Of any analyte in the file.
    critical: Vec<Critical<'a>>,
    parts: Vec<WorkUpPart<'a>>,
    /// Parts for the other sex.
    left_out: Vec<OtherPart<'a>>,
    questions: Vec<SheetQuestion<'a>>,
    /// The rows that no test shows.
    other_results: Vec<SheetResult<'a>>,
}

#[derive(Serialize)]
struct Counts {
    core: Standings,
    other: Standings,
    /// Rows of the export.
    rows: usize,
}

/// Each test once; what is confidential is not counted.
#[derive(Serialize)]
struct Standings {
    tests: usize,
    present: usize,
    /// Part of `present`.
    outside: usize,
    unusable: usize,
    missing: usize,
    no_result: usize,
    not_interpreted: usize,
    /// Besides `tests`.
    not_known: usize,
}

#[derive(Serialize)]
struct Critical<'a> {
    /// `critical`, or `unusable`: a critical number on a faulty sample.
    state: &'static str,
    analyte: &'a str,
    name: &'a str,
    value: &'a str,
    unit: &'a str,
    limit: &'a str,
    limit_owner: &'a str,
    source: Option<&'a str>,
    collected: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
    sample: Option<&'a str>,
    sample_remark: Option<&'a str>,
    previous: Option<Earlier<'a>>,
    last_usable: Option<Earlier<'a>>,
    action: &'a str,
    confidential: bool,
    file: &'a str,
    line: u64,
}

#[derive(Serialize)]
struct WorkUpPart<'a> {
    id: &'a str,
    title: &'a str,
    /// `women` or `men`, where the sex of the patient is not known.
    only_for: Option<&'static str>,
    note: Option<&'a str>,
    tests: Vec<WorkUpTest<'a>>,
}

#[derive(Serialize)]
struct OtherPart<'a> {
    title: &'a str,
    only_for: &'static str,
}

/// The run as one JSON object.
pub(super) fn write(reviews: &[Review], workup: &Head, provenance: &Provenance) -> String {
    let run = Run {
        meta: Meta {
            tool: env!("CARGO_PKG_NAME"),
            version: &provenance.tool,
            contract: CONTRACT,
            data_version: &provenance.data,
            profile: &provenance.profile,
            critical_list: &provenance.critical_list,
            rests_on: json::rests_on(provenance),
            when: &provenance.when,
        },
        workup: WorkUp {
            id: &workup.id,
            title: &workup.title,
            version: &workup.version,
            owner: &workup.owner,
            is_example: workup.example,
            scope: &workup.scope,
            sha256: &provenance.policy_digest,
        },
        reviews: reviews.iter().map(review).collect(),
    };
    // Plain data cannot fail to be written to memory.
    let mut text = serde_json::to_string_pretty(&run).unwrap_or_default();
    text.push('\n');
    text
}

fn review(review: &Review) -> PatientReview<'_> {
    PatientReview {
        patient: json::patient(&review.patient),
        counts: Counts {
            core: standings(&review.counts.core),
            other: standings(&review.counts.other),
            rows: review.counts.rows,
        },
        notices: review.notices.iter().map(json::notice).collect(),
        critical: review
            .critical
            .iter()
            .chain(&review.critical_in_doubt)
            .map(critical)
            .collect(),
        parts: review.parts.iter().map(part).collect(),
        left_out: review
            .left_out
            .iter()
            .map(|LeftOut { title, only_for }| OtherPart { title, only_for })
            .collect(),
        questions: review.questions.iter().map(json::question).collect(),
        other_results: json::results(&review.rest),
    }
}

fn standings(tally: &Tally) -> Standings {
    Standings {
        tests: tally.tests,
        present: tally.present,
        outside: tally.outside,
        unusable: tally.unusable,
        missing: tally.missing,
        no_result: tally.no_result,
        not_interpreted: tally.not_interpreted,
        not_known: tally.not_known,
    }
}

fn critical(item: &Item) -> Critical<'_> {
    Critical {
        state: match item.state {
            State::Stop => "critical",
            _ => "unusable",
        },
        analyte: &item.analyte,
        name: &item.name,
        value: &item.value,
        unit: &item.unit,
        limit: &item.limit,
        limit_owner: &item.limit_owner,
        source: some(&item.source),
        collected: some(&item.collected),
        stands_in: item.stands_in,
        sample: some(&item.sample),
        sample_remark: some(&item.sample_remark),
        previous: item.previous.as_ref().map(json::earlier),
        last_usable: item.last_usable.as_ref().map(json::earlier),
        action: &item.action,
        confidential: item.confidential,
        file: &item.file,
        line: item.line,
    }
}

fn part(part: &Part) -> WorkUpPart<'_> {
    WorkUpPart {
        id: &part.id,
        title: &part.title,
        only_for: (!part.only_for.is_empty()).then_some(part.only_for),
        note: some(&part.note),
        tests: part.tests.iter().map(test).collect(),
    }
}
