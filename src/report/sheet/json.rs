//! The sheets for a program.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::preop::policy::schema::{Recommendation, SurgeryGrade};
use crate::preop::sheet::{self, Identity, IndicatedTest, Provenance, Question, Sheet};
use item::{SheetItem, item};
use trend::{SheetTrend, trend};

mod item;
mod result;
mod trend;

pub(super) use item::{Earlier, earlier};
pub(super) use result::{SheetResult, result, results};

/// JSON Schema of this form.
pub const SCHEMA: &str = include_str!("preop.schema.json");

/// Version of this form.
pub(super) const CONTRACT: u32 = 1;

#[derive(Serialize)]
struct Run<'a> {
    meta: Meta<'a>,
    patients: Vec<PatientSheet<'a>>,
}

#[derive(Serialize)]
struct Meta<'a> {
    tool: &'static str,
    version: &'a str,
    contract: u32,
    data_version: &'a str,
    policy: &'a str,
    policy_owner: &'a str,
    policy_is_example: bool,
    policy_sha256: &'a str,
    profile: &'a str,
    critical_list: &'a str,
    #[serde(flatten)]
    rests_on: RestsOn<'a>,
    when: &'a str,
}

/// Files, equations and options of a run.
#[derive(Serialize)]
pub(super) struct RestsOn<'a> {
    inputs: Vec<Input<'a>>,
    beside: Vec<Beside<'a>>,
    equations: BTreeMap<&'a str, &'a str>,
    options: BTreeMap<&'a str, &'a str>,
}

/// A file that says more of the input.
#[derive(Serialize)]
struct Beside<'a> {
    option: &'a str,
    file: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Input<'a> {
    file: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct PatientSheet<'a> {
    patient: Patient<'a>,
    surgery: Surgery<'a>,
    verdict: &'static str,
    verdict_words: &'static str,
    verdict_added: String,
    counts: Counts,
    notices: Vec<Notice<'a>>,
    items: Vec<SheetItem<'a>>,
    trends: Vec<SheetTrend<'a>>,
    questions: Vec<SheetQuestion<'a>>,
    indicated_tests: Vec<Indicated<'a>>,
    results: Vec<SheetResult<'a>>,
}

#[derive(Serialize)]
pub(super) struct Patient<'a> {
    id: &'a str,
    sex: &'a str,
    birth: Option<&'a str>,
    age: Option<&'a str>,
}

#[derive(Serialize)]
struct Surgery<'a> {
    date: Option<&'a str>,
    days_to: Option<i64>,
    procedure: Option<&'a str>,
    grade: Option<&'static str>,
    asa: Option<u8>,
    contexts: &'a [String],
    denied: &'a [String],
}

#[derive(Serialize)]
struct Counts {
    missing: usize,
    expired: usize,
    unusable: usize,
    not_interpreted: usize,
    optimize: usize,
    noted: usize,
    without_limit: usize,
    rows: usize,
}

#[derive(Serialize)]
pub(super) struct Notice<'a> {
    code: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
pub(super) struct SheetQuestion<'a> {
    ask: &'a str,
    because: Option<&'a str>,
    confidential: bool,
}

#[derive(Serialize)]
struct Indicated<'a> {
    group: &'a str,
    recommendation: Option<&'static str>,
    condition: Option<&'a str>,
    condition_holds: Option<bool>,
    present: Option<bool>,
    source: &'a str,
    confidential: bool,
}

/// The run as one JSON object.
pub(super) fn write(sheets: &[Sheet], provenance: &Provenance) -> String {
    let run = Run {
        meta: Meta {
            tool: env!("CARGO_PKG_NAME"),
            version: &provenance.tool,
            contract: CONTRACT,
            data_version: &provenance.data,
            policy: &provenance.policy,
            policy_owner: &provenance.policy_owner,
            policy_is_example: provenance.policy_is_example,
            policy_sha256: &provenance.policy_digest,
            profile: &provenance.profile,
            critical_list: &provenance.critical_list,
            rests_on: rests_on(provenance),
            when: &provenance.when,
        },
        patients: sheets.iter().map(sheet).collect(),
    };
    // Plain data cannot fail to be written to memory.
    let mut text = serde_json::to_string_pretty(&run).unwrap_or_default();
    text.push('\n');
    text
}

pub(super) fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn sheet(sheet: &Sheet) -> PatientSheet<'_> {
    let counts = sheet.counts;
    PatientSheet {
        patient: patient(&sheet.patient),
        surgery: Surgery {
            date: some(&sheet.surgery.date),
            days_to: sheet.surgery.days_to,
            procedure: some(&sheet.surgery.procedure),
            grade: sheet.surgery.grade.map(SurgeryGrade::as_str),
            asa: sheet.surgery.asa,
            contexts: &sheet.surgery.contexts,
            denied: &sheet.surgery.denied,
        },
        verdict: sheet.verdict.key(),
        verdict_words: sheet.verdict.words(),
        verdict_added: super::added(sheet),
        counts: Counts {
            missing: counts.missing,
            expired: counts.expired,
            unusable: counts.unusable,
            not_interpreted: counts.not_interpreted,
            optimize: counts.optimize,
            noted: counts.noted,
            without_limit: counts.without_limit,
            rows: counts.rows,
        },
        notices: sheet.notices.iter().map(notice).collect(),
        items: sheet.items.iter().map(item).collect(),
        trends: sheet.trends.iter().map(trend).collect(),
        questions: sheet.questions.iter().map(question).collect(),
        indicated_tests: sheet.indicated.iter().map(indicated).collect(),
        results: results(&sheet.groups),
    }
}

pub(super) fn patient(patient: &Identity) -> Patient<'_> {
    Patient {
        id: &patient.id,
        sex: patient.sex,
        birth: some(&patient.birth),
        age: some(&patient.age),
    }
}

pub(super) fn notice(notice: &sheet::Notice) -> Notice<'_> {
    Notice {
        code: notice.code,
        text: &notice.text,
    }
}

pub(super) fn rests_on(provenance: &Provenance) -> RestsOn<'_> {
    let inputs = provenance.inputs.iter();
    let beside = provenance.beside.iter();
    let equations = provenance.equations.iter();
    let options = provenance.options.iter();
    RestsOn {
        inputs: inputs
            .map(|(file, sha256)| Input { file, sha256 })
            .collect(),
        beside: beside
            .map(|(option, file, sha256)| Beside {
                option,
                file,
                sha256,
            })
            .collect(),
        equations: equations.map(|(id, _, by)| (*id, by.as_str())).collect(),
        options: options
            .map(|(name, value)| (*name, value.as_str()))
            .collect(),
    }
}

pub(super) fn question(question: &Question) -> SheetQuestion<'_> {
    SheetQuestion {
        ask: &question.ask,
        because: some(&question.because),
        confidential: question.confidential,
    }
}

fn indicated(test: &IndicatedTest) -> Indicated<'_> {
    Indicated {
        group: &test.group,
        recommendation: test.recommendation.map(Recommendation::as_str),
        condition: some(&test.condition),
        condition_holds: test.condition_holds,
        present: test.present,
        source: &test.source,
        confidential: test.confidential,
    }
}
