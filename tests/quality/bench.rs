//! Runs panels through the whole program.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};

use serumcheck::report::{self, Form, Meta, Settings, Style, Summary};
use serumcheck::{Interpretation, Interpreter, Options};

/// One row of an export.
#[derive(Clone, Debug)]
pub struct Row {
    pub patient: String,
    pub sample: String,
    pub collected: String,
    pub name: String,
    pub value: String,
    pub unit: String,
    pub specimen: String,
    pub comment: String,
}

/// Rows of one tube: `K 4.1 mmol/L; ALP 20 U/L; comment: slightly hemolyzed`.
pub fn tube(patient: &str, sample: &str, collected: &str, text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut comment = "";
    for part in text
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        if let Some(said) = part.strip_prefix("comment:") {
            comment = said.trim();
            continue;
        }
        let (what, specimen) = match part.split_once(" in ") {
            Some((what, specimen)) => (what, specimen),
            None => (part, "Serum"),
        };
        let mut words = what.split(' ');
        let name = words.next().expect("a name");
        let value = words.next().unwrap_or_default();
        let unit = words.next().unwrap_or_default();
        rows.push(Row {
            patient: patient.to_string(),
            sample: sample.to_string(),
            collected: collected.to_string(),
            name: full(name).to_string(),
            value: value.replace('_', " "),
            unit: unit.to_string(),
            specimen: specimen.to_string(),
            comment: String::new(),
        });
    }
    if let Some(first) = rows.first_mut() {
        first.comment = comment.to_string();
    }
    rows
}

/// Short names of the tables.
fn full(name: &str) -> &str {
    match name {
        "K" => "Potassium",
        "Na" => "Sodium",
        "Cl" => "Chloride",
        "HCO3" => "Bicarbonate",
        "Ca" => "Calcium",
        "Mg" => "Magnesium",
        "P" => "Phosphate",
        "TP" => "Total protein",
        "Alb" => "Albumin",
        "Glu" => "Glucose",
        "Crea" => "Creatinine",
        "Bili" => "Total bilirubin",
        "Chol" => "Total cholesterol",
        "TG" => "Triglycerides",
        "FT4" => "Free T4",
        "Plt" => "Platelets",
        "Hb" => "Hemoglobin",
        "H-index" => "Hemolysis index",
        "I-index" => "Icterus index",
        "L-index" => "Lipemia index",
        "hsTnT" => "hs-cTnT",
        name => name,
    }
}

/// What became of each row: `name: usability codes`, only what is about the sample's quality.
pub fn judge(rows: &[Row], options: Options) -> Vec<(Row, String)> {
    judge_aged(rows, options, "50")
}

/// The same for a patient of another age (`3 d`).
pub fn judge_aged(rows: &[Row], options: Options, age: &str) -> Vec<(Row, String)> {
    let mut judged = Vec::new();
    each(rows, options, age, |result| {
        let mut said = result.usability.map_or("-", |u| u.as_str()).to_string();
        let codes = result.notices.codes().iter();
        for code in codes.filter(|code| is_quality(code.as_str())) {
            let _ = write!(said, " {code}");
        }
        judged.push(said);
    });
    assert_eq!(judged.len(), rows.len(), "rows in = rows out");
    rows.iter().cloned().zip(judged).collect()
}

/// The table of these rows, as printed to a file.
pub fn table(rows: &[Row], options: Options) -> String {
    let interpreter = Interpreter::bundled().expect("bundled data");
    let settings = Settings {
        meta: Meta::new("test", "us", None),
        units: interpreter.rules().catalog().units(),
        style: Style::default(),
        spreadsheet: false,
        graded: false,
    };
    let mut out = Vec::new();
    let mut summary = Summary::default();
    let mut report = report::open(Form::Table, &mut out, settings).expect("opens");
    each(rows, options, "50", |result| {
        summary.add(result);
        report.write(result).expect("memory");
    });
    report.finish(&summary, &[]).expect("memory");
    String::from_utf8(out).expect("UTF-8")
}

/// Writes an export, reads it, and hands over every judged result.
fn each(rows: &[Row], options: Options, age: &str, mut take: impl FnMut(&Interpretation<'_>)) {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let mut text =
        String::from("patient,sample,collected,sex,age,name,value,unit,specimen,comment\n");
    for row in rows {
        let _ = writeln!(
            text,
            "{},{},{},F,{age},{},{},{},{},\"{}\"",
            row.patient,
            row.sample,
            row.collected,
            row.name,
            row.value,
            row.unit,
            row.specimen,
            row.comment
        );
    }
    let path = std::env::temp_dir().join(format!(
        "serumcheck-quality-{}-{}.csv",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::Relaxed)
    ));
    std::fs::write(&path, text).expect("a temporary file");
    let interpreter = Interpreter::with(options).expect("bundled data");
    let exports = [interpreter.open(&path).expect("an export")];
    let mut results = interpreter.results(&exports).expect("results");
    while let Some(result) = results.next().expect("a row") {
        take(&result);
    }
    std::fs::remove_file(&path).expect("the temporary file");
}

fn is_quality(code: &str) -> bool {
    [
        "hemolysis",
        "masked",
        "icterus",
        "lipemia",
        "edta",
        "citrate",
        "fluoride",
        "iv-",
        "delayed",
        "cold",
        "pseudohyper",
        "leukocyte",
        "hemoconcentration",
        "in-vivo",
        "haptoglobin",
        "biotin",
        "sodium-pseudo",
        "potassium-change",
        "change-",
        "critical",
        "specimen-unsuitable",
        "implausible",
    ]
    .iter()
    .any(|start| code.starts_with(start))
}

/// Judges one tube and compares: each expectation is `name: usability codes`; `name: ` followed by
/// `usable` means that nothing is said.
#[track_caller]
pub fn check(panel: &str, expected: &[&str]) {
    check_with(panel, expected, Options::default());
}

#[track_caller]
pub fn check_with(panel: &str, expected: &[&str], options: Options) {
    let rows = tube("P1", "S1", "2026-03-05 07:15", panel);
    compare(panel, &judge(&rows, options), expected);
}

#[track_caller]
pub fn compare(panel: &str, judged: &[(Row, String)], expected: &[&str]) {
    for line in expected {
        let (name, said) = line.split_once(": ").expect("name: usability codes");
        let (sample, name) = name.split_once('/').unwrap_or(("", name));
        let found: Vec<&String> = judged
            .iter()
            .filter(|(row, _)| {
                row.name == full(name) && (sample.is_empty() || row.sample == sample)
            })
            .map(|(_, said)| said)
            .collect();
        assert!(!found.is_empty(), "{panel}: no row {name}");
        for found in found {
            assert_eq!(found, said, "{name} of {panel}");
        }
    }
}

/// True if a code is found on any row.
pub fn any(judged: &[(Row, String)], code: &str) -> bool {
    judged
        .iter()
        .any(|(_, said)| said.split(' ').any(|word| word == code))
}
