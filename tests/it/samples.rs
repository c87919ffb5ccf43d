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
];

/// Files in `samples/` that go with another one.
const COMPANIONS: &[&str] = &[
    "quality",
    "README.md",
    "lab_ranges.csv",
    "local_codes_items.csv",
    "local_codes_patients.csv",
    "wide_no_units.layout.toml",
];

fn check(sample: &str, options: &[&str], form: &str) {
    let done = Run::check(format!("samples/{sample}.csv"))
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
    for (sample, options) in SAMPLES {
        check(sample, options, "table");
    }
}

#[test]
fn csv() {
    for (sample, options) in SAMPLES {
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
    let mut listed: BTreeSet<String> = COMPANIONS.iter().map(ToString::to_string).collect();
    listed.extend(SAMPLES.iter().map(|(sample, _)| format!("{sample}.csv")));
    let folder = std::fs::read_dir(root().join("samples")).expect("samples/");
    let there: BTreeSet<String> = folder
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    assert_eq!(there, listed);
    let readme = std::fs::read_to_string(root().join("samples/README.md")).expect("a README");
    for name in there.iter().filter(|name| *name != "README.md") {
        assert!(
            readme.contains(&format!("`{name}`")),
            "samples/README.md says nothing of {name}"
        );
    }
}
