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

/// Name, unit and value in canonical units, or the notices, of each result of one wide row.
fn wide(headers: &str, cells: &str) -> String {
    let text = format!("patient,sex,age,{headers}\n1,F,44,{cells}\n");
    let said = |row: &Row| match row["canonical_value"].as_str() {
        "" => format!("{} {}: {}", row["name"], row["unit"], row["notices"]),
        value => format!("{} {}: {value}", row["name"], row["unit"]),
    };
    let said: Vec<String> = rows(&text).iter().map(said).collect();
    said.join("; ")
}

#[test]
fn units_in_the_words_of_a_wide_header() {
    for (header, cell, expected) in [
        ("hba1c_pct", "8.2", "hba1c %: 66.1128"),
        ("hba1c_percent", "8.2", "hba1c %: 66.1128"),
        ("hematocrit_pct", "20", "hematocrit %: 0.2"),
        ("wbc_10e9_l", "14.1", "wbc 10^9/l: 14.1"),
        ("wbc_x10e9_l", "14.1", "wbc 10^9/l: 14.1"),
        ("wbc_10_9_l", "14.1", "wbc 10^9/l: 14.1"),
        ("wbc_per_ul", "14100", "wbc /ul: 14.1"),
        ("wbc_cells_ul", "14100", "wbc /ul: 14.1"),
        ("platelets_10e9_l", "61", "platelets 10^9/l: 61"),
        ("platelets_k_ul", "61", "platelets k/ul: 61"),
        ("ck_mb_ng_ml", "9.4", "ck_mb ng/ml: 9.4"),
        ("alt_u_per_l", "200", "alt u/l: 200"),
        ("glucose_mmol_per_l", "12", "glucose mmol/l: 12"),
        ("egfr_ml_min_1_73m2", "44", "egfr mL/min/1.73m2: 44"),
        // A change, a rank, a number of something else, two tests.
        ("hba1c_pct_change", "8.2", ""),
        ("glucose_9_l", "8.2", ""),
        ("glucose_per_l", "8.2", ""),
        ("crp pct", "8.2", ""),
        // No unit of these: not judged.
        ("ldl_pct", "95", "ldl %: unit-not-for-analyte"),
        ("neutrophils_pct", "50", "neutrophils %: analyte-ambiguous"),
    ] {
        // Beside two that are known.
        let said = wide(&format!("sodium,ast,{header}"), &format!("140,20,{cell}"));
        let said = said.split("; ").nth(2).unwrap_or("");
        assert_eq!(said, expected, "{header}");
    }
}

/// Columns of one row, and its flag with its notices.
#[track_caller]
fn judged(cases: &[(&str, &str, &str)]) {
    for (headers, cells, expected) in cases {
        let row = &rows(&format!("{headers}\n{cells}\n"))[0];
        let said = format!("{} {}", row["flag"], row["notices"]);
        assert_eq!(said.trim(), *expected, "{headers}: {cells}");
    }
}

#[test]
fn cells_in_a_field_of_a_microscope() {
    let headers = "sex,age,test,result,unit,low,high";
    let stated = "specimen,sex,age,test,result,unit,low,high";
    judged(&[
        (headers, "F,44,WBC,0-2,/HPF,0,5", "specimen-not-serum"),
        (headers, "F,44,WBC,3,/hpf,0,5", "specimen-not-serum"),
        (headers, "F,44,WBC,3,per HPF,0,5", "specimen-not-serum"),
        (headers, "F,44,WBC,3,cells/hpf,0,5", "specimen-not-serum"),
        (headers, "F,44,RBC,3,/HPF,0,5", "specimen-not-serum"),
        (
            headers,
            "F,44,Epithelial cells,3,/LPF,0,5",
            "specimen-not-serum",
        ),
        (
            headers,
            "F,44,WBC,NONE SEEN,/HPF,,5",
            "specimen-not-serum not-numeric",
        ),
        // What is stated goes first.
        (stated, "Urine,F,44,WBC,3,/HPF,0,5", "specimen-not-serum"),
        (stated, "Blood,F,44,WBC,3,/HPF,0,5", "unit-not-for-analyte"),
        (
            stated,
            "Whole blood,F,44,WBC,3,/HPF,0,5",
            "unit-not-for-analyte",
        ),
        (stated, "EDTA,F,44,WBC,3,/HPF,0,5", "unit-not-for-analyte"),
        // Another unit that is none of it is judged by the limits beside it, as it was.
        (headers, "F,44,WBC,3,%,0,5", "N unit-not-for-analyte"),
        (headers, "F,44,WBC,5,10^9/L,4,11", "N"),
    ]);
}

#[test]
fn milk_as_an_allergen() {
    let headers = "test,result,unit,reference";
    judged(&[
        (headers, "Milk (f2),0.8,kUA/L,<0.35", "H analyte-unknown"),
        (
            headers,
            "Cow's milk IgE,0.8,kU/L,<0.35",
            "H analyte-unknown",
        ),
        (headers, "IgE (milk),0.8,kU/L,<0.35", "H analyte-unknown"),
        (headers, "Milk (f2),0.1,kUA/L,<0.35", "N analyte-unknown"),
        (
            headers,
            "Egg white (f1),0.8,kUA/L,<0.35",
            "H analyte-unknown",
        ),
        // Of people, or of whatever else.
        (
            headers,
            "Breast milk IgE,0.8,kU/L,<0.35",
            "specimen-not-serum",
        ),
        (
            headers,
            "\"Sodium, breast milk\",9,mmol/L,5-10",
            "specimen-not-serum",
        ),
        (headers, "Sodium (milk),9,mmol/L,5-10", "specimen-not-serum"),
        (headers, "Milk,9,mmol/L,5-10", "specimen-not-serum"),
    ]);
    let text = "specimen,test,result,unit,reference\nBreast milk,Milk (f2),0.8,kUA/L,<0.35\n";
    assert_eq!(rows(text)[0]["notices"], "specimen-not-serum");
}
