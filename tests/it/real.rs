//! Exports that nobody here wrote: rows in are rows out, and what is known of each. They are no part of
//! the project; where they are not at hand, these tests say so and pass.

use std::collections::BTreeMap;
use std::path::Path;

use crate::run::{Row, Run, file, real};

/// Records of a CSV file behind its header, as another reader counts them.
fn records(path: &Path) -> usize {
    let bytes = std::fs::read(path).expect("a file");
    csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(bytes.as_slice())
        .byte_records()
        .count()
}

#[track_caller]
fn long(path: &str, options: &[&str]) -> Option<Vec<Row>> {
    let path = real(path)?;
    let mut run = Run::check(&path);
    for option in options {
        run = match option.strip_prefix('@') {
            Some(companion) => run.args([real(companion)?]),
            None => run.args([option]),
        };
    }
    let rows = run.rows();
    assert_eq!(
        rows.len(),
        records(&path),
        "rows in, rows out: {}",
        path.display()
    );
    for row in rows.iter().filter(|row| row["flag"].is_empty()) {
        assert!(!row["notices"].is_empty(), "no flag and no reason: {row:?}");
    }
    Some(rows)
}

/// A wide file with a layout that names its units; as many results as it has cells that are not blank.
#[track_caller]
fn wide(path: &str, layout: &str) -> Option<Vec<Row>> {
    let path = real(path)?;
    let (_folder, layout) = file("layout.toml", layout);
    Some(Run::check(&path).args(["--layout"]).args([&layout]).rows())
}

fn columns(analytes: &[(&str, &str, &str)]) -> String {
    let column = |(column, name, unit): &(&str, &str, &str)| {
        format!("[[analytes]]\ncolumn = \"{column}\"\nname = \"{name}\"\nunit = \"{unit}\"\n")
    };
    format!(
        "shape = \"wide\"\n{}",
        analytes.iter().map(column).collect::<String>()
    )
}

fn count(rows: &[Row], wanted: impl Fn(&Row) -> bool) -> usize {
    rows.iter().filter(|row| wanted(row)).count()
}

#[test]
fn mimic3_demo() {
    let codes = ["--codes", "@mimic3_demo/D_LABITEMS.csv"];
    let Some(rows) = long("mimic3_demo/LABEVENTS.csv", &codes) else {
        return;
    };
    assert_eq!(rows.len(), 76_074);
    // Urine, ascites and liquor are left alone.
    let elsewhere = |row: &Row| {
        !["serum", "plasma", "whole-blood", "unstated", ""].contains(&row["specimen"].as_str())
    };
    assert_eq!(
        count(&rows, |row| elsewhere(row) && !row["flag"].is_empty()),
        0
    );
    // Of the results with a known analyte and a number, at least 99 % have a unit that is understood.
    let numbers = count(&rows, |row| {
        !row["analyte"].is_empty() && row["value"].parse::<f64>().is_ok()
    });
    let understood = count(&rows, |row| {
        !row["canonical_value"].is_empty() && row["value"].parse::<f64>().is_ok()
    });
    assert!(
        99 * numbers <= 100 * understood,
        "{understood} of {numbers}"
    );
}

#[test]
fn mimic3_demo_of_adults() {
    let options = ["--codes", "@mimic3_demo/D_LABITEMS.csv", "--adults"];
    let Some(rows) = long("mimic3_demo/LABEVENTS.csv", &options) else {
        return;
    };
    assert!(10_000 < count(&rows, |row| !row["flag"].is_empty()));
    assert_eq!(
        count(&rows, |row| row["notices"].contains("age-missing")),
        0
    );
}

#[test]
fn phuse_statin_is_flagged_as_the_trial_flagged_it() {
    let Some(rows) = long("phuse_statin/lb.csv", &[]) else {
        return;
    };
    let path = real("phuse_statin/lb.csv").expect("it was there");
    let mut reader = csv::Reader::from_path(&path).expect("a file");
    let records: Vec<BTreeMap<String, String>> = reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect();
    let mut compared = 0;
    for (row, record) in rows.iter().zip(&records) {
        let theirs = match record["LBNRIND"].as_str() {
            "NORMAL" => "N",
            "HIGH" => "H",
            "LOW" => "L",
            other => panic!("a flag that was not there before: {other}"),
        };
        // A critical result is high or low too.
        assert!(
            row["flag"] == theirs || row["flag"] == theirs.repeat(2),
            "{row:?}\n{record:?}"
        );
        assert_eq!(row["range_source"], "report");
        compared += 1;
    }
    assert_eq!(compared, 6_248);
}

#[test]
fn uci_ckd_decimal_slips_are_implausible_and_not_flagged() {
    let layout = columns(&[
        ("bgr", "glucose", "mg/dL"),
        ("bu", "urea", "mg/dL"),
        ("sc", "creatinine", "mg/dL"),
        ("sod", "sodium", "mmol/L"),
        ("pot", "potassium", "mmol/L"),
        ("hemo", "hemoglobin", "g/dL"),
    ]);
    let Some(rows) = wide("uci_ckd/kidney_disease.csv", &layout) else {
        return;
    };
    for (analyte, value) in [("potassium", "47"), ("sodium", "4.5")] {
        let found: Vec<&Row> = rows
            .iter()
            .filter(|row| row["analyte"] == analyte && row["value"].trim() == value)
            .collect();
        assert!(!found.is_empty(), "{analyte} {value}");
        for row in found {
            assert!(row["notices"].contains("implausible-value"), "{row:?}");
            assert_eq!(row["flag"], "", "{row:?}");
        }
    }
    let ordinary = count(&rows, |row| {
        row["analyte"] == "potassium" && !row["flag"].is_empty()
    });
    assert!(300 < ordinary || count(&rows, |row| row["notices"].contains("age-missing")) != 0);
}

#[test]
fn uci_hcv_with_a_layout() {
    let layout = columns(&[
        ("ALB", "albumin", "g/L"),
        ("ALP", "alp", "U/L"),
        ("ALT", "alt", "U/L"),
        ("AST", "ast", "U/L"),
        ("BIL", "bilirubin_total", "umol/L"),
        ("CHOL", "cholesterol_total", "mmol/L"),
        ("CREA", "creatinine", "umol/L"),
        ("GGT", "ggt", "U/L"),
        ("PROT", "total_protein", "g/L"),
    ]);
    let Some(rows) = wide("uci_hcv/hcvdat0.csv", &layout) else {
        return;
    };
    assert_eq!(
        count(&rows, |row| row["notices"].contains("unit-missing")),
        0
    );
    assert!(
        5_000 < count(&rows, |row| !row["flag"].is_empty()),
        "{} rows",
        rows.len()
    );
    // "NA" is no result.
    assert_eq!(
        count(&rows, |row| row["value"] == "NA"
            && !row["notices"].contains("result-absent")),
        0
    );
}

#[test]
fn reflim_r_with_a_layout() {
    let layout = columns(&[
        ("ALB", "albumin", "g/L"),
        ("ALT", "alt", "U/L"),
        ("AST", "ast", "U/L"),
        ("BIL", "bilirubin_total", "umol/L"),
        ("CREA", "creatinine", "umol/L"),
        ("GGT", "ggt", "U/L"),
        ("PROT", "total_protein", "g/L"),
    ]);
    let Some(rows) = wide("reflimR_livertests/livertests.csv", &layout) else {
        return;
    };
    assert_eq!(rows.len(), 612 * 7);
    assert!(4_000 < count(&rows, |row| !row["flag"].is_empty()));
}

#[test]
fn without_a_layout_a_wide_file_without_units_is_not_guessed() {
    for path in [
        "uci_hcv/hcvdat0.csv",
        "reflimR_livertests/livertests.csv",
        "uci_ckd/kidney_disease.csv",
    ] {
        let Some(path) = real(path) else { continue };
        let rows = Run::check(&path).rows();
        assert_eq!(
            count(&rows, |row| !row["flag"].is_empty()),
            0,
            "{}",
            path.display()
        );
    }
}

#[test]
fn other_csv_exports() {
    for path in [
        "synthea_omop27/MEASUREMENT.csv",
        "omop_pyhealth/measurement.csv",
        "mimic4_pyhealth_synthetic/labevents.csv",
        "instrument_exports/openelis_malformed-results.csv",
    ] {
        long(path, &[]);
    }
}

#[test]
fn synthea_with_its_concepts_and_persons() {
    let options = [
        "--codes",
        "@synthea_omop27/CONCEPT.csv",
        "--patients",
        "@synthea_omop27/PERSON.csv",
    ];
    let Some(rows) = long("synthea_omop27/MEASUREMENT.csv", &options) else {
        return;
    };
    assert!(500 < count(&rows, |row| !row["flag"].is_empty()));
}

#[test]
fn an_analyzer_s_preamble_and_controls() {
    let Some(path) = real("instrument_exports/senaite_thermo_arenaRPR.csv") else {
        return;
    };
    let rows = Run::check(&path).rows();
    assert_eq!(count(&rows, |row| !row["flag"].is_empty()), 0);
    assert!(0 < count(&rows, |row| row["notices"].contains("quality-control")));
}

#[test]
fn files_of_other_kinds_are_refused_by_name() {
    for (path, word) in [
        ("fhir/uscore_observation-serum-potassium.json", "JSON"),
        ("hl7v2/lfh_ORU-multiline-short.hl7", "HL7"),
        ("astm/openelis_chemistry-panel.astm", "ASTM"),
    ] {
        let Some(path) = real(path) else { continue };
        let done = Run::check(&path).done();
        assert_eq!(done.code, 2);
        assert!(done.stderr.contains(word), "{}", done.stderr);
    }
}
