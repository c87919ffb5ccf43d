//! The sheets for a program.

use serde::Serialize;

use crate::preop::policy::schema::{Recommendation, SurgeryGrade};
use crate::preop::sheet::{
    self, Identity, IndicatedTest, Item, Past, Provenance, Question, ResultGroup, ResultRow, Sheet,
    Trend,
};

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
    inputs: Vec<Input<'a>>,
    when: &'a str,
}

#[derive(Serialize)]
pub(super) struct Input<'a> {
    file: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct PatientSheet<'a> {
    patient: Patient<'a>,
    surgery: Surgery<'a>,
    verdict: &'static str,
    verdict_words: &'static str,
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
struct SheetItem<'a> {
    section: &'static str,
    state: &'static str,
    group: &'a str,
    analyte: &'a str,
    name: &'a str,
    value: Option<&'a str>,
    unit: Option<&'a str>,
    limit: Option<&'a str>,
    limit_owner: Option<&'a str>,
    interval: Option<&'a str>,
    interval_source: Option<&'a str>,
    collected: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
    age_days: Option<i64>,
    sample: Option<&'a str>,
    specimen: Option<&'a str>,
    usability: Option<&'static str>,
    sample_remark: Option<&'a str>,
    comment: Option<&'a str>,
    previous: Option<Earlier<'a>>,
    last_usable: Option<Earlier<'a>>,
    also_crossed: &'a [String],
    action: &'a str,
    source: Option<&'a str>,
    unsourced: bool,
    confidential: bool,
    file: Option<&'a str>,
    line: Option<u64>,
}

#[derive(Serialize)]
pub(super) struct Earlier<'a> {
    value: &'a str,
    unit: &'a str,
    collected: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
}

#[derive(Serialize)]
struct SheetTrend<'a> {
    name: &'a str,
    unit: &'a str,
    points: Vec<TrendPoint<'a>>,
    unread: Vec<UnreadRow<'a>>,
}

#[derive(Serialize)]
struct UnreadRow<'a> {
    value: &'a str,
    mark: &'a str,
    collected: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
}

#[derive(Serialize)]
struct TrendPoint<'a> {
    value: &'a str,
    canonical_value: f64,
    collected: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
    usable: bool,
    mark: Option<&'a str>,
    follows: bool,
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

#[derive(Serialize)]
pub(super) struct SheetResult<'a> {
    group: &'a str,
    file: Option<&'a str>,
    line: Option<u64>,
    analyte: Option<&'a str>,
    name: &'a str,
    value: &'a str,
    unit: &'a str,
    interval: Option<&'a str>,
    interval_source: Option<&'a str>,
    flag: Option<&'static str>,
    usability: Option<&'static str>,
    collected: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
    time_remark: Option<&'a str>,
    derived: bool,
    confidential: bool,
    reported_flag: Option<&'a str>,
    comment: Option<&'a str>,
    notices: &'a [&'static str],
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
            inputs: inputs(provenance),
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

pub(super) fn inputs(provenance: &Provenance) -> Vec<Input<'_>> {
    provenance
        .inputs
        .iter()
        .map(|(file, sha256)| Input { file, sha256 })
        .collect()
}

pub(super) fn results(groups: &[ResultGroup]) -> Vec<SheetResult<'_>> {
    groups
        .iter()
        .flat_map(|group| {
            group
                .rows
                .iter()
                .map(|row| result(row, &group.title, group.confidential))
        })
        .collect()
}

fn item(item: &Item) -> SheetItem<'_> {
    SheetItem {
        section: item.section.letter(),
        state: item.state.key(),
        group: &item.group,
        analyte: &item.analyte,
        name: &item.name,
        value: some(&item.value),
        unit: some(&item.unit),
        limit: some(&item.limit),
        limit_owner: some(&item.limit_owner),
        interval: some(&item.interval),
        interval_source: some(&item.interval_source),
        collected: some(&item.collected),
        stands_in: item.stands_in,
        age_days: item.age_days,
        sample: some(&item.sample),
        specimen: some(item.specimen),
        usability: item.usability.map(crate::Usability::as_str),
        sample_remark: some(&item.sample_remark),
        comment: some(&item.comment),
        previous: item.previous.as_ref().map(earlier),
        last_usable: item.last_usable.as_ref().map(earlier),
        also_crossed: &item.also_crossed,
        action: &item.action,
        source: some(&item.source),
        unsourced: item.unsourced,
        confidential: item.confidential,
        file: some(&item.file),
        line: (0 < item.line).then_some(item.line),
    }
}

pub(super) fn earlier(past: &Past) -> Earlier<'_> {
    Earlier {
        value: &past.value,
        unit: &past.unit,
        collected: &past.collected,
        stands_in: past.stands_in,
    }
}

fn trend(trend: &Trend) -> SheetTrend<'_> {
    SheetTrend {
        name: &trend.name,
        unit: &trend.unit,
        points: trend
            .points
            .iter()
            .map(|point| TrendPoint {
                value: &point.text,
                canonical_value: point.canonical,
                collected: &point.collected,
                stands_in: point.stands_in,
                usable: point.usable,
                mark: some(point.mark),
                follows: point.follows,
            })
            .collect(),
        unread: trend
            .unread
            .iter()
            .map(|row| UnreadRow {
                value: &row.text,
                mark: row.mark,
                collected: &row.collected,
                stands_in: row.stands_in,
            })
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

pub(super) fn result<'a>(
    row: &'a ResultRow,
    group: &'a str,
    confidential: bool,
) -> SheetResult<'a> {
    SheetResult {
        group,
        file: some(&row.file),
        line: (0 < row.line).then_some(row.line),
        analyte: some(&row.analyte),
        name: &row.name,
        value: &row.value,
        unit: &row.unit,
        interval: some(&row.interval),
        interval_source: some(&row.interval_source),
        flag: row.flag.map(crate::Flag::as_str),
        usability: row.usability.map(crate::Usability::as_str),
        collected: some(&row.collected),
        stands_in: row.stands_in,
        time_remark: some(&row.time_remark),
        derived: row.derived,
        confidential,
        reported_flag: some(&row.reported_flag),
        comment: some(&row.comment),
        notices: &row.notices,
    }
}
