//! What the benchmarks work on: made-up results of one evening, the same in every run.

use std::path::PathBuf;

use serumcheck::Observation;
use serumcheck::check::{Stream, Work, stream};
use serumcheck::import::Export;
use serumcheck::interpret::Rules;
use serumcheck::report::{Form, Meta, Settings, Style};

/// A name in the spelling of some laboratory, its unit and a believable value.
pub const RESULTS: [(&str, &str, &str); 12] = [
    ("Sodium", "mmol/L", "139"),
    ("K+", "mEq/L", "4.3"),
    ("Chloride", "mmol/L", "103"),
    ("Kreatinin", "µmol/L", "78"),
    ("Glucose", "mg/dL", "98"),
    ("Urea nitrogen", "mg/dL", "14"),
    ("Calcium", "mg/dL", "9.4"),
    ("ALT", "U/L", "24"),
    ("GGT", "IU/L", "31"),
    ("Bilirubin, total", "mg/dL", "0.7"),
    ("Ferritin", "ng/mL", "95"),
    ("TSH", "mIU/L", "<0.01"),
];

/// The result with this number, of a woman of 61.
pub fn row(number: usize) -> Observation<'static> {
    let (name, unit, value) = RESULTS[number % RESULTS.len()];
    Observation {
        file: "export.csv",
        line: number as u64 + 2,
        patient: "P0000001",
        sample: "S-00000001",
        collected: "2026-11-25T21:10",
        sex: "F",
        age: "61",
        name,
        unit,
        value,
        ..Observation::default()
    }
}

/// An export of so many samples as a file; it is gone when the guard is dropped.
pub fn export(samples: usize) -> (tempfile::TempDir, PathBuf) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("export.csv");
    let mut text = String::from("patient,sample,collected,sex,age,analyte,value,unit,comment\n");
    for sample in 0..samples {
        for (name, unit, value) in RESULTS {
            let name = if name.contains(',') {
                format!("\"{name}\"")
            } else {
                name.to_string()
            };
            // Every fiftieth sample is hemolyzed and says so.
            let comment = match (sample % 50, name.as_str()) {
                (49, "K+") => "slightly hemolyzed",
                _ => "",
            };
            let patient = sample / 2;
            text += &format!(
                "P{patient:07},S-{sample:08},2026-11-25T21:10,F,61,{name},{value},{unit},{comment}\n"
            );
        }
    }
    std::fs::write(&path, text).expect("the export is written");
    (directory, path)
}

/// All of `check --to csv` on one thread: read, judge, write. Gives the number of bytes written.
pub fn check_to_csv(rules: &Rules, exports: &[Export]) -> usize {
    let settings = Settings {
        meta: Meta::new("data", "profile", None),
        units: rules.catalog().units(),
        style: Style::default(),
        spreadsheet: false,
        graded: false,
    };
    let job = Stream {
        rules,
        exports,
        form: Form::Csv,
        settings: &settings,
        work: Work::default(),
    };
    let mut out = Vec::with_capacity(1 << 20);
    stream(job, &mut out, |_| {}).expect("an answer");
    out.len()
}
