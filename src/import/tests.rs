//! Whole files in, observations out.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use super::*;
use crate::observation::Observation;

mod companions;
mod encodings;
mod layouts;
mod long;
mod refused;
mod sheets;
mod unread;
mod wide;

/// A file with these bytes, and its path as long as the file lives.
fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(bytes).expect("written");
    file
}

/// The names that the tests know.
fn known(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let names = [
        "na",
        "na+",
        "natrium",
        "sodium",
        "sodio",
        "k",
        "k+",
        "kalium",
        "potassium",
        "potasio",
        "glucose",
        "glukose",
        "alb",
        "albumin",
        "alt",
        "crea",
        "calcium",
        "kreatinin",
    ];
    names.contains(&name.as_str())
}

fn open_with(bytes: &[u8], layout: &str, companions: &Arc<Companions>) -> Result<Export, String> {
    let layout = match layout {
        "" => None,
        text => Some(Layout::parse("layout.toml", text).map_err(|error| error.to_string())?),
    };
    let options = ImportOptions {
        layout,
        encoding: None,
        date_order: None,
        known_analyte: &known,
        names_differ: &|one, other| one != other,
    };
    let file = file(bytes);
    let name = file.path().display().to_string();
    Export::open(file.path(), companions, &options)
        .map_err(|error| error.to_string().replace(&name, "FILE"))
}

fn open(bytes: &[u8], layout: &str) -> Result<Export, String> {
    open_with(bytes, layout, &Arc::default())
}

/// All observations, each as its line and the fields that say something.
fn observations(export: &Export) -> Vec<String> {
    let mut rows = export.rows().expect("readable");
    let mut seen = Vec::new();
    while let Some(observation) = rows.next().expect("readable") {
        seen.push(shown(&observation));
    }
    seen
}

fn shown(o: &Observation) -> String {
    let mut text = o.line.to_string();
    for (field, value) in [
        ("patient", o.patient),
        ("sample", o.sample),
        ("collected", o.collected),
        ("received", o.received),
        ("reported", o.reported),
        ("sex", o.sex),
        ("age", o.age),
        ("age_unit", o.age_unit),
        ("birth", o.birth),
        ("name", o.name),
        ("code", o.code),
        ("loinc", o.loinc),
        ("specimen", o.specimen),
        ("category", o.category),
        ("condition", o.condition),
        ("specimen_condition", o.specimen_condition),
        ("value", o.value),
        ("comparator", o.comparator),
        ("unit", o.unit),
        ("low", o.low),
        ("high", o.high),
        ("range", o.range),
        ("flag", o.flag),
        ("status", o.status),
        ("reason", o.reason),
        ("comment", o.comment),
    ] {
        if !value.is_empty() {
            text.push_str(&format!(" {field}={value}"));
        }
    }
    if o.numbers.decimal_comma {
        text.push_str(" comma");
    }
    if o.ragged {
        text.push_str(" ragged");
    }
    text
}

/// Reads a file and compares all observations.
fn expect(bytes: impl AsRef<[u8]>, layout: &str, expected: &[&str]) {
    let export = open(bytes.as_ref(), layout).expect("understood");
    assert_eq!(observations(&export), expected);
    // A second reading is the same as the first.
    assert_eq!(observations(&export), expected);
}

/// Companions from the texts of files.
fn companions(codes: &[&str], patients: &[&str]) -> Arc<Companions> {
    let write = |texts: &[&str]| -> Vec<tempfile::NamedTempFile> {
        texts.iter().map(|text| file(text.as_bytes())).collect()
    };
    let (codes, patients) = (write(codes), write(patients));
    let paths = |files: &[tempfile::NamedTempFile]| -> Vec<PathBuf> {
        files.iter().map(|file| file.path().to_path_buf()).collect()
    };
    Arc::new(Companions::read(&paths(&codes), &paths(&patients), None).expect("companions"))
}
