//! Exports of trackers, of wearables and of smaller laboratories: units, headers and words that were passed over or misread.

use crate::run::{Done, Row, Run, file};

fn run(text: &str) -> Done {
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).args(["--to", "csv"]).ok()
}

fn rows(text: &str) -> Vec<Row> {
    run(text).rows()
}

/// Name, result, unit; analyte, value in canonical units or the notice, of a woman of 34.
#[track_caller]
fn converted(cases: &[(&str, &str, &str, &str, &str)]) {
    for (name, result, unit, analyte, expected) in cases {
        let text = format!("sex,age,test,result,unit\nF,34,{name},{result},{unit}\n");
        let row = &rows(&text)[0];
        let said = match row["canonical_value"].as_str() {
            "" => row["notices"].as_str(),
            value => value,
        };
        let found = (row["analyte"].as_str(), said);
        assert_eq!(found, (*analyte, *expected), "{name} {result} {unit}");
    }
}

#[test]
fn counts_as_indian_laboratories_write_them() {
    converted(&[
        ("Total Leucocyte Count", "17200", "/cumm", "wbc", "17.2"),
        (
            "Total Leukocyte Count",
            "17200",
            "cells/cumm",
            "wbc",
            "17.2",
        ),
        (
            "Total Leucocyte Count (TLC)",
            "17200",
            "cells/cmm",
            "wbc",
            "17.2",
        ),
        ("TLC", "17.2", "10^3/uL", "wbc", "17.2"),
        ("TLC", "17.2", "10^3/cumm", "wbc", "17.2"),
        ("WBC", "17.2", "10^3/cumm", "wbc", "17.2"),
        ("WBC", "17.2", "x10^3/cumm", "wbc", "17.2"),
        ("WBC", "17.2", "thousand/cumm", "wbc", "17.2"),
        ("WBC", "17.2", "1e9/L", "wbc", "17.2"),
        ("WBC", "17.2", "1e3/uL", "wbc", "17.2"),
        ("Platelet Count", "0.08", "million/cumm", "platelets", "80"),
        ("Platelet Count", "0.08", "mill/cumm", "platelets", "80"),
        ("Platelet Count", "0.08", "10^6/cumm", "platelets", "80"),
        ("Platelet Count", "0.8", "lakhs/cumm", "platelets", "80"),
        // Lymphocytes are counted so; a lung has liters; a strip of urine has its own counts.
        ("TLC", "1200", "/uL", "", "analyte-ambiguous"),
        ("TLC", "5.2", "L", "", "analyte-ambiguous"),
        ("Leukocytes", "25", "/uL", "", "analyte-ambiguous"),
        // No unit of a count.
        ("WBC", "17.2", "10^9", "wbc", "unit-unknown"),
        ("WBC", "17.2", "1e9", "wbc", "unit-unknown"),
    ]);
    let text = "specimen,test,result,unit\nAscitic fluid,Total Leucocyte Count,5000,/cumm\n";
    assert_eq!(rows(text)[0]["notices"], "specimen-not-serum");
}
