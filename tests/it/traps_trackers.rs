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
        ("TLC", "17.2", "10^3/uL", "", "analyte-ambiguous"),
        ("TLC", "17.2", "10^3/cumm", "", "analyte-ambiguous"),
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

#[test]
fn headers_of_dates() {
    // Of the collection; of a report or a visit, which is said; of something else, which is not read.
    for (headers, cells, collected, notices) in [
        ("drawn_on", "2026-01-03", "2026-01-03", ""),
        ("drawn_at", "2026-01-03", "2026-01-03", ""),
        ("measured_on", "2026-01-03", "2026-01-03", ""),
        ("blood_test_date", "2026-01-03", "2026-01-03", ""),
        ("blood_draw_date", "2026-01-03", "2026-01-03", ""),
        ("exam_date", "2026-01-03", "2026-01-03", ""),
        ("effective_date", "2026-01-03", "2026-01-03", ""),
        ("panel_date", "2026-01-03", "2026-01-03", ""),
        ("monitoring_date", "2026-01-03", "2026-01-03", ""),
        (
            "Recorded On Date",
            "2026-01-03",
            "2026-01-03",
            "collection-assumed",
        ),
        (
            "performed_on",
            "2026-01-03",
            "2026-01-03",
            "collection-assumed",
        ),
        (
            "visit_date",
            "2026-01-03",
            "2026-01-03",
            "collection-assumed",
        ),
        (
            "visit_date,collection_date",
            "2026-01-03,2026-01-02",
            "2026-01-02",
            "",
        ),
        ("visit_date,collection_date", "2026-01-03,", "", ""),
        // The device; the number of a visit.
        ("performed_on", "cobas 8000", "", ""),
        ("exam_date", "3", "", ""),
        ("next_visit_date", "2026-01-03", "", ""),
    ] {
        let text = format!(
            "patient,test,value,unit,low,high,{headers}\n1,Potassium,5.4,mmol/L,3.5,5.1,{cells}\n"
        );
        let row = &rows(&text)[0];
        let said = (row["collected"].as_str(), row["notices"].as_str());
        assert_eq!(said, (collected, notices), "{headers}: {cells}");
    }
    // Dates under a header that is not known are told of, whatever stands there for none.
    for cells in [["1/23/26", "--"], ["2026-01-23", "n/a"], ["2026-01-23", ""]] {
        let [first, second] = cells;
        let text = format!(
            "Biomarker Name,Value,Logged Moment\nPotassium,5.4 mmol/L,{first}\nMagnesium,--,{second}\n"
        );
        let said = run(&text).stderr;
        let told = "columns of dates that are not read";
        assert!(said.contains(told), "{cells:?}: {said}");
    }
}

#[test]
fn members_of_a_family() {
    for (headers, cells, patients) in [
        ("profile_name", "Mum|Kid", "Mum|Kid"),
        ("profile_name", "Anna|Bert", "Anna|Bert"),
        ("profile", "me|me", "me|me"),
        ("family_member", "Mum|Dad", "Mum|Dad"),
        ("family_member,patient_id", "Mum,7|Dad,8", "7|8"),
        // Of what was ordered.
        ("profile_name", "Lipid profile|Liver profile", "|"),
        ("profile", "U&E|LFT", "|"),
        ("profile", "Electrolytes|Electrolytes", "|"),
        ("profile_name,patient_id", "Mum,7|Kid,8", "7|8"),
    ] {
        let mut text = format!("{headers},test,value,unit,low,high\n");
        for cell in cells.split('|') {
            for test in ["Potassium,5.9,mmol/L,3.5,5.1", "Sodium,140,mmol/L,135,145"] {
                text.push_str(&format!("{cell},{test}\n"));
            }
        }
        let rows = rows(&text);
        let found = format!("{}|{}", rows[0]["patient"], rows[2]["patient"]);
        assert_eq!(found, patients, "{headers}: {cells}");
    }
}

#[test]
fn headers_of_limits() {
    let of = |header: &str| format!("test,result,unit,{header}");
    for header in [
        "Quest Reference Range",
        "questReferenceRange",
        "LabCorp Range",
        "Conventional Range",
        "Typical Range",
        "Population Range",
    ] {
        judged(&[(&of(header), "Potassium,5.9,mmol/L,3.5-5.1", "H")]);
    }
    // Of drugs; an INR of 2.5 is none of a healthy person.
    judged(&[
        (&of("therapeutic_range"), "Lithium,1.6,mmol/L,0.6-1.2", "H"),
        (
            &of("Therapeutic Range"),
            "INR,2.5,,2.0-3.0",
            "condition-needed",
        ),
        (
            &of("Therapeutic Range"),
            "aPTT,70,s,60-80",
            "no-transferable-interval",
        ),
    ]);
    // What is aimed at is no interval of a reference.
    for header in ["Optimal Range", "Target", "Target Range", "Goal"] {
        judged(&[(&of(header), "Potassium,5.9,mmol/L,4.5-6.0", "age-missing")]);
    }
    let both = of("Therapeutic Range,Reference Range");
    judged(&[(&both, "Lithium,1.6,mmol/L,1.5-2,0.6-1.2", "H")]);
}

#[test]
fn whether_somebody_had_eaten() {
    let headers = |own: &str| format!("sex,age,test,value,unit,{own}");
    for (header, cell, expected) in [
        ("fasted", "true", "H"),
        ("fasted", "Yes", "H"),
        ("is_fasting", "1", "H"),
        ("isFasting", "true", "H"),
        ("was_fasting", "Y", "H"),
        ("fasting_yn", "Y", "H"),
        ("fasting_state", "fasted", "H"),
        // Not, or not known.
        ("fasted", "false", "condition-needed"),
        ("fasting_state", "fed", "condition-needed"),
        ("is_fasting", "", "condition-needed"),
        ("fasted", "unknown", "condition-needed"),
        ("breakfasted", "true", "condition-needed"),
        ("fasting_hours", "1", "condition-needed"),
    ] {
        let cells = format!("F,44,Glucose,5.9,mmol/L,{cell}");
        judged(&[(&headers(header), &cells, expected)]);
    }
}

#[test]
fn headers_of_names_of_which_few_are_known() {
    for header in [
        "marker_name",
        "display_name",
        "Blood Marker",
        "Markers",
        "Biomarkers",
        "canonical_name",
        "Hormone",
        "Drug",
        "indicator",
        "name",
    ] {
        let text = format!(
            "{header},value,unit,low,high\nPotassium,6.9,mmol/L,3.5,5.1\nMCV,90,fL,80,100\nBasophils,0.1,10^9/L,0,0.1\n"
        );
        let found = rows(&text);
        assert_eq!(found[0]["analyte"], "potassium", "{header}");
        assert_eq!(found[1]["name"], "MCV", "{header}");
    }
    // Where another column names the test, it is something else.
    for (header, cell) in [
        ("drug", "Digoxin"),
        ("display_name", "Sodium"),
        ("indicator", "H"),
    ] {
        let text =
            format!("{header},test,value,unit,low,high\n{cell},Potassium,6.9,mmol/L,3.5,5.1\n");
        assert_eq!(rows(&text)[0]["name"], "Potassium", "{header}");
    }
    // A column that may be the names is told of.
    let (_folder, path) = file(
        "labs.csv",
        "thing,value,unit\nAbc,6.9,mmol/L\nDef,1,mmol/L\n",
    );
    let said = Run::check(&path).done().stderr;
    assert!(said.contains("perhaps \"thing\""), "{said}");
}

#[test]
fn a_result_beside_one_in_si_units() {
    let headers = "Test,Value,Unit,SI Value,SI Unit,Low,High";
    judged(&[
        (headers, "Glucose,104,mg/dL,5.8,mmol/L,70,99", "H"),
        (headers, "Glucose,90,mg/dL,5.0,mmol/L,70,99", "N"),
        // Limits of the other one are not believed.
        (
            headers,
            "Glucose,104,mg/dL,5.8,mmol/L,3.9,5.5",
            "interval-unit-doubtful",
        ),
        // Each with limits of its own: as before.
        (
            "Test,Value,Unit,Low,High,SI Value,SI Unit,SI Low,SI High",
            "Glucose,104,mg/dL,70,99,5.8,mmol/L,3.9,5.5",
            "H",
        ),
    ]);
}

#[test]
fn a_rule_below_a_header_is_no_result() {
    let text = "| Test | Result | Unit | Reference Range | Flag |\n\
                |------|:------:|-----:|-----------------|------|\n\
                | Potassium | 5.9 | mmol/L | 3.5-5.1 | High |\n";
    let found = rows(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["analyte"], "potassium");
    // A result that is not there stays one.
    for row in ["Potassium,--,--,--", "Potassium,---,---,---", "--,--,--,--"] {
        let found = rows(&format!(
            "test,result,unit,range\n{row}\nSodium,140,mmol/L,135-145\n"
        ));
        assert_eq!(found.len(), 2, "{row}");
    }
}

#[test]
fn a_name_that_is_another_test_s_is_not_suggested() {
    for (name, suggested) in [
        ("ANA Screen", ""),
        ("pCO2", ""),
        ("Potasium", "did you mean Potassium"),
        ("HDL Cholestrol", "did you mean"),
    ] {
        let text = format!("test,result,unit\n{name},1,mmol/L\nSodium,140,mmol/L\n");
        let said = run(&text).stderr;
        match suggested {
            "" => assert!(!said.contains("did you mean"), "{said}"),
            text => assert!(said.contains(text), "{name}: {said}"),
        }
    }
}

#[test]
fn a_qualifier_that_is_no_sign_is_shown_apart() {
    for (qualifier, shown) in [("BLOQ", "BLOQ 15"), ("<", "<15"), ("", "15")] {
        let text =
            format!("test,comparator,value,unit,low,high\nZinc,{qualifier},15,umol/L,11,19\n");
        assert_eq!(rows(&text)[0]["value"], shown, "{qualifier}");
    }
}

#[test]
fn what_a_tracker_says_of_a_result() {
    for header in ["flag", "status"] {
        let headers = format!("test,value,unit,low,high,{header}");
        let cells = |flag: &str| format!("Sodium,140,mmol/L,135,145,{flag}");
        for (flag, expected) in [
            // Low or high by the laboratory's words.
            ("Deficient", "N flag-disagrees"),
            ("Insufficient", "N flag-disagrees"),
            ("Slightly High", "N flag-disagrees"),
            ("Borderline High", "N flag-disagrees"),
            ("Mildly elevated", "N flag-disagrees"),
            // Nothing of the interval.
            ("Above Optimal", "N"),
            ("Below Optimal", "N"),
            ("Suboptimal", "N"),
            ("Sub-optimal", "N"),
            ("Sufficient", "N"),
        ] {
            judged(&[(&headers, &cells(flag), expected)]);
        }
        judged(&[(&headers, "Ferritin,10,ug/L,30,400,Deficient", "L")]);
        judged(&[(&headers, "Ferritin,10,ug/L,30,400,Suboptimal", "L")]);
    }
    let headers = "test,value,unit,low,high,status";
    judged(&[
        (
            headers,
            "Sodium,,mmol/L,135,145,No Data Available",
            "result-absent",
        ),
        (
            headers,
            "Sodium,--,mmol/L,135,145,Not measured",
            "result-absent",
        ),
        // What is not known stays told.
        (
            headers,
            "Sodium,140,mmol/L,135,145,Insufficient data",
            "N status-unknown",
        ),
        (
            headers,
            "Sodium,140,mmol/L,135,145,Slightly",
            "N status-unknown",
        ),
    ]);
}
