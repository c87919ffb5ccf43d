//! Puts made-up results through the whole way to a sheet.
//!
//! A surgery is words: `major asa-3 diabetes no-diuretic`. A result is a line of a table:
//! `Potassium in Serum | 6.2 mmol/L | 3.5-5.1 | 2026-11-24 07:15 | hemolyzed`: name and specimen, value
//! and unit, printed interval, collected, comment. What is left out is not stated; the day is then
//! [`COLLECTED`].

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use serumcheck::derive::DeriveOptions;
use serumcheck::preop::policy::schema::SurgeryGrade;
use serumcheck::preop::sheet::{Item, Question};
use serumcheck::preop::{self, Gatherer, Patient, Plan, Policy, Sheet};
use serumcheck::reference::Catalog;
use serumcheck::{Interpreter, Options};

/// The day on which every sheet is made.
pub const TODAY: Date = date(2026, 12, 10);
/// The day of surgery.
pub const SURGERY: Date = date(2026, 12, 1);
/// When a result was collected whose line does not say.
pub const COLLECTED: &str = "2026-11-24 07:15";
/// A date of birth: 50 on the day of surgery.
pub const BORN: &str = "1976-05-01";

/// One row of an export.
#[derive(Clone, Debug)]
pub struct Row {
    pub name: String,
    pub specimen: String,
    pub value: String,
    pub unit: String,
    pub interval: String,
    pub collected: String,
    pub comment: String,
    pub status: String,
    pub condition: String,
    pub age: String,
    pub sample: String,
    pub sex: String,
    pub birth: String,
}

/// A result as a line of a table.
pub fn row(line: &str) -> Row {
    let mut cells = line.split('|').map(str::trim);
    let mut cell = || cells.next().unwrap_or("").to_string();
    let name = cell();
    let (name, specimen) = name.split_once(" in ").unwrap_or((&name, ""));
    let value = cell();
    let (value, unit) = value.split_once(' ').unwrap_or((&value, ""));
    let interval = cell();
    let collected = cell();
    Row {
        name: name.to_string(),
        specimen: specimen.to_string(),
        value: value.replace('_', " "),
        unit: unit.to_string(),
        interval,
        sample: format!("S{}", collected.replace([' ', ':', '-'], "")),
        collected: match collected.as_str() {
            "" => COLLECTED.to_string(),
            "no date" => String::new(),
            day => day.to_string(),
        },
        comment: cell(),
        status: String::new(),
        condition: String::new(),
        age: String::new(),
        sex: "F".to_string(),
        birth: BORN.to_string(),
    }
}

/// One patient and the surgery.
#[derive(Clone, Debug)]
pub struct Case {
    pub plan: Plan,
    pub rows: Vec<Row>,
}

/// A surgery in words. It is on [`SURGERY`] unless `undated` is one of them.
pub fn plan(words: &str) -> Plan {
    let mut plan = Plan {
        date: Some(SURGERY),
        ..Plan::default()
    };
    for word in words.split_whitespace() {
        match word {
            "undated" => plan.date = None,
            "minor" => plan.grade = Some(SurgeryGrade::Minor),
            "intermediate" => plan.grade = Some(SurgeryGrade::Intermediate),
            "major" => plan.grade = Some(SurgeryGrade::Major),
            "asa-1" => plan.asa = Some(1),
            "asa-2" => plan.asa = Some(2),
            "asa-3" => plan.asa = Some(3),
            "asa-4" => plan.asa = Some(4),
            context => {
                plan.contexts.insert(context.to_string());
            }
        }
    }
    plan
}

pub fn case(words: &str, lines: &[&str]) -> Case {
    Case {
        plan: plan(words),
        rows: lines.iter().map(|line| row(line)).collect(),
    }
}

/// A man: a context of the policy that no word can state.
pub fn of_sex(mut case: Case, sex: &str) -> Case {
    for row in &mut case.rows {
        row.sex = sex.to_string();
    }
    case
}

pub fn born(mut case: Case, birth: &str) -> Case {
    for row in &mut case.rows {
        row.birth = birth.to_string();
    }
    case
}

fn interpreter() -> &'static Interpreter {
    static ONE: OnceLock<Interpreter> = OnceLock::new();
    ONE.get_or_init(|| {
        Interpreter::with(Options {
            derive: Some(DeriveOptions::default()),
            ..Options::default()
        })
        .expect("bundled data")
    })
}

pub fn catalog() -> &'static Catalog {
    interpreter().rules().catalog()
}

/// The bundled example.
pub fn policy() -> &'static Policy {
    static ONE: OnceLock<Policy> = OnceLock::new();
    ONE.get_or_init(|| Policy::bundled(catalog()).expect("the bundled policy"))
}

/// The sheets of several patients, by the bundled policy.
pub fn sheets(cases: &[Case]) -> Vec<Sheet> {
    sheets_by(policy(), cases)
}

/// The sheets of several patients, in their order: one export, one run.
pub fn sheets_by(policy: &Policy, cases: &[Case]) -> Vec<Sheet> {
    let (_folder, path) = export(cases);
    let patients = patients(&[path]);
    let sheet = |(at, case): (usize, &Case)| {
        let id = identifier(at);
        let nobody = Patient::without_results(&id);
        let patient = patients.iter().find(|patient| patient.id == id);
        let patient = patient.unwrap_or(&nobody);
        preop::sheet(policy, &case.plan, patient, TODAY, catalog())
    };
    cases.iter().enumerate().map(sheet).collect()
}

/// Whose results these files have.
fn patients(paths: &[PathBuf]) -> Vec<Patient> {
    let open = |path: &PathBuf| interpreter().open(path).expect("an export");
    let exports: Vec<_> = paths.iter().map(open).collect();
    let mut results = interpreter().results(&exports).expect("results");
    let mut gatherer = Gatherer::new(catalog());
    while let Some((result, resolution)) = results.next_traced().expect("a row") {
        gatherer.see(&result, &resolution);
    }
    gatherer.patients()
}

/// The sheet of the one patient of whom these files are, made on this day. A file is its lines.
pub fn of_files(plan: &Plan, today: Date, files: &[&[String]]) -> Sheet {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |(at, lines): (usize, &&[String])| {
        let path = folder.path().join(format!("f{at}.csv"));
        std::fs::write(&path, lines.join("\n") + "\n").expect("a file");
        path
    };
    let paths: Vec<PathBuf> = files.iter().enumerate().map(write).collect();
    let patients = patients(&paths);
    assert_eq!(patients.len(), 1, "{files:?}");
    preop::sheet(policy(), plan, &patients[0], today, catalog())
}

fn identifier(at: usize) -> String {
    format!("P{at:05}")
}

/// An export with one row a result.
fn export(cases: &[Case]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("labs.csv");
    let mut file = csv::Writer::from_path(&path).expect("a file");
    file.write_record([
        "patient",
        "sample",
        "collected",
        "sex",
        "birth_date",
        "test",
        "result",
        "unit",
        "reference_range",
        "specimen",
        "comment",
        "status",
        "condition",
        "age",
    ])
    .expect("a header");
    for (at, case) in cases.iter().enumerate() {
        for row in &case.rows {
            let id = identifier(at);
            let sample = format!("{id}{}", row.sample);
            file.write_record([
                &id,
                &sample,
                &row.collected,
                &row.sex,
                &row.birth,
                &row.name,
                &row.value,
                &row.unit,
                &row.interval,
                &row.specimen,
                &row.comment,
                &row.status,
                &row.condition,
                &row.age,
            ])
            .expect("a row");
        }
    }
    file.flush().expect("written");
    (folder, path)
}

/// The sheet of one patient.
pub fn sheet(words: &str, lines: &[&str]) -> Sheet {
    one(case(words, lines))
}

pub fn one(case: Case) -> Sheet {
    sheets(&[case]).remove(0)
}

/// The items as `A stop potassium`: section, state, and analyte or name.
pub fn items(sheet: &Sheet) -> Vec<String> {
    sheet.items.iter().map(short).collect()
}

pub fn short(item: &Item) -> String {
    let what = if item.analyte.is_empty() {
        item.name.to_lowercase()
    } else {
        item.analyte.clone()
    };
    format!("{} {} {what}", item.section.letter(), item.state.key())
}

/// Verdict and items, as a table in a test has them: `incomplete: C unusable potassium`.
#[track_caller]
pub fn check(words: &str, lines: &[&str], expected: &str) {
    let sheet = sheet(words, lines);
    assert_eq!(
        said(&sheet),
        expected,
        "{words} {lines:#?}\n{:#?}",
        sheet.items
    );
}

pub fn said(sheet: &Sheet) -> String {
    format!("{}: {}", sheet.verdict.key(), items(sheet).join(", "))
}

/// The question in which a text stands.
pub fn asks<'s>(sheet: &'s Sheet, text: &str) -> Option<&'s Question> {
    sheet
        .questions
        .iter()
        .find(|question| question.ask.contains(text) || question.because.contains(text))
}

/// What holds if these contexts are given: implied ones too, without the age.
pub fn implied(policy: &Policy, given: &BTreeSet<String>) -> BTreeSet<String> {
    let mut holds = given.clone();
    loop {
        let before = holds.len();
        for row in policy.contexts() {
            if row.implied_by.iter().any(|other| holds.contains(other)) {
                holds.insert(row.name.clone());
            }
        }
        if holds.len() == before {
            return holds;
        }
    }
}
