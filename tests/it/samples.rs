//! Every sample against its golden table (80 columns, no color) and its golden CSV.

use std::collections::BTreeSet;

use crate::golden::golden;
use crate::run::{Run, root};

/// Samples, and the options that they need.
const SAMPLES: &[(&str, &[&str])] = &[
    ("preop_panel", &[]),
    ("hemolyzed", &[]),
    ("wide_german", &[]),
    ("us_conventional", &[]),
    ("si_units", &[]),
    ("pediatric", &[]),
    ("pregnancy", &[]),
    ("censored", &[]),
    ("messy", &[]),
    ("multi_patient", &[]),
    ("sdtm_lb", &[]),
    ("report_of_one", &[]),
    (
        "local_codes",
        &[
            "--codes",
            "samples/local_codes_items.csv",
            "--patients",
            "samples/local_codes_patients.csv",
        ],
    ),
    (
        "wide_no_units",
        &["--layout", "samples/wide_no_units.layout.toml"],
    ),
    ("derive", &[]),
    ("quality/biotin", &[]),
    ("quality/changes", &["--changes"]),
    ("quality/citrate", &[]),
    ("quality/cold_storage", &[]),
    ("quality/delayed_separation", &[]),
    ("quality/dilution_against_previous", &[]),
    ("quality/edta", &[]),
    ("quality/edta_not_excluded", &[]),
    ("quality/fluoride_oxalate", &[]),
    ("quality/hemoconcentration", &[]),
    ("quality/hemolysis", &[]),
    ("quality/hemolysis_in_vivo", &[]),
    ("quality/hemolysis_unstated", &[]),
    ("quality/icterus", &[]),
    ("quality/iv_dextrose", &[]),
    ("quality/iv_hartmann", &[]),
    ("quality/iv_saline", &[]),
    ("quality/lipemia", &[]),
    ("quality/pseudohyperkalemia", &[]),
    ("quality/sodium_electrode", &[]),
];

/// One sample with what the options add to it: the golden files are named after both.
const MORE: &[(&str, &[&str])] = &[
    ("derive.derived", &["--derive"]),
    ("derive.grades", &["--grade", "ctcae-v5"]),
];

/// Samples of `review`, and the work-up that each is held against: `tests/it/review.rs` has them.
pub const REVIEWED: &[(&str, &str)] = &[
    ("workups/hair_loss", "hair-loss"),
    ("workups/acne_hirsutism", "acne-hirsutism"),
    ("workups/pruritus", "pruritus"),
];

/// Files in `samples/` that go with another one.
const COMPANIONS: &[&str] = &[
    "README.md",
    "lab_ranges.csv",
    "local_codes_items.csv",
    "local_codes_patients.csv",
    "wide_no_units.layout.toml",
];

/// What `preop` reads: their golden sheets are compared there.
const SHEETS: &[&str] = &["preop/clinic.csv", "preop/surgeries.csv", "preop/ward.csv"];

fn check(sample: &str, options: &[&str], form: &str) {
    let file = sample.split('.').next().unwrap_or(sample);
    let done = Run::check(format!("samples/{file}.csv"))
        .args(options)
        .args(["--to", form])
        .ok();
    let extension = if form == "table" { "txt" } else { form };
    golden(&format!("samples/{sample}.{extension}"), &done.stdout);
    if form == "table" {
        for line in done.stdout.lines() {
            assert!(
                line.chars().count() <= 80,
                "{sample}: wider than 80: {line}"
            );
        }
    }
}

#[test]
fn tables() {
    for (sample, options) in SAMPLES.iter().chain(MORE) {
        check(sample, options, "table");
    }
}

#[test]
fn csv() {
    for (sample, options) in SAMPLES.iter().chain(MORE) {
        check(sample, options, "csv");
    }
}

#[test]
fn what_needs_attention_of_the_quick_start() {
    let done = Run::check("samples/preop_panel.csv")
        .args(["--abnormal"])
        .ok();
    golden("samples/preop_panel.abnormal.txt", &done.stdout);
}

#[test]
fn a_laboratory_s_own_ranges_judge_what_is_not_printed() {
    let done = Run::check("samples/us_conventional.csv")
        .args(["--ranges", "samples/lab_ranges.csv", "--to", "csv"])
        .ok();
    golden("samples/us_conventional.lab_ranges.csv", &done.stdout);
}

#[test]
fn every_sample_is_tested_and_described() {
    let mut listed: BTreeSet<String> = COMPANIONS
        .iter()
        .chain(SHEETS)
        .map(ToString::to_string)
        .collect();
    let samples = SAMPLES.iter().map(|(sample, _)| sample);
    let reviewed = REVIEWED.iter().map(|(sample, _)| sample);
    listed.extend(
        samples
            .chain(reviewed)
            .map(|sample| format!("{sample}.csv")),
    );
    let there = files("samples", "");
    assert_eq!(there, listed);
    let readme = std::fs::read_to_string(root().join("samples/README.md")).expect("a README");
    // What stands in `quality/` is described below a heading of its own, by its bare name.
    let (plain, quality) = readme
        .split_once("| file in `quality/` |")
        .expect("a table of quality/");
    for name in there.iter().filter(|name| *name != "README.md") {
        let (bare, part) = match name.strip_prefix("quality/") {
            Some(bare) => (bare, quality),
            None => (name.as_str(), plain),
        };
        let line = part
            .lines()
            .find_map(|line| line.strip_prefix(&format!("| `{bare}` | ")));
        assert!(
            line.is_some_and(|said| 10 < said.len()),
            "samples/README.md says nothing of {name}"
        );
    }
}

#[test]
fn every_golden_file_belongs_to_a_sample() {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        return; // They are being written while this test runs.
    }
    let made: BTreeSet<String> = SAMPLES
        .iter()
        .chain(MORE)
        .flat_map(|(sample, _)| [format!("{sample}.csv"), format!("{sample}.txt")])
        .chain(["preop_panel.abnormal.txt", "us_conventional.lab_ranges.csv"].map(String::from))
        .collect();
    assert_eq!(files("tests/golden/samples", ""), made);
}

/// The files of a folder and of those in it, as paths in it.
fn files(folder: &str, within: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(root().join(folder).join(within)).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name");
        let path = if within.is_empty() {
            name
        } else {
            format!("{within}/{name}")
        };
        if entry.path().is_dir() {
            found.extend(files(folder, &path));
        } else {
            found.insert(path);
        }
    }
    found
}
