//! Exports that once were read into a calm N, each with what a laboratory scientist expects of it.

use crate::run::{Run, file};

/// Checks an export: of each row its analyte, flag, usability, and the notices it must have.
#[track_caller]
fn check(header: &str, rows: &[(&str, &str)]) {
    let lines: Vec<&str> = rows.iter().map(|(row, _)| *row).collect();
    let text = format!("{header}\n{}\n", lines.join("\n"));
    let (_folder, path) = file("labs.csv", text);
    let judged = Run::check(&path).rows();
    assert_eq!(judged.len(), rows.len(), "{header}");
    for (judged, (row, expected)) in judged.iter().zip(rows) {
        let cells = ["analyte", "flag", "usability", "notices"].map(|cell| judged[cell].as_str());
        let shown = cells.map(|cell| if cell.is_empty() { "-" } else { cell });
        assert_eq!(shown.join(" "), *expected, "{header}: {row}");
    }
}

/// The same person and time in every row.
const WHO: &str = "patient,sample,collected,sex,age,test,result,unit,range";

#[test]
fn what_was_measured_goes_before_what_was_ordered() {
    for (order, result) in [
        ("test_name", "result_name"),
        ("Test name", "Component"),
        ("test", "subtest"),
        ("Analyse", "Parameter"),
        ("Test Name", "Analyte Name"),
    ] {
        check(
            &format!("patient,sample,collected,sex,age,{order},{result},result,unit"),
            &[
                (
                    "1,S1,2026-05-02 07:15,F,44,CALCIUM,PHOSPHATE,8.9,mg/dL",
                    "phosphate H usable -",
                ),
                (
                    "1,S1,2026-05-02 07:15,F,44,Lipid panel,Sodium,140,mmol/L",
                    "sodium N usable -",
                ),
            ],
        );
    }
}

#[test]
fn a_column_of_an_index_is_no_limit() {
    check(
        &format!("{WHO},HI,II,LI"),
        &[
            (
                "Q,S1,2026-03-04T08:00,M,40,Potassium,6.2,mmol/L,3.5-5.1,200,1,10",
                "potassium H caution hemolysis-index-without-unit",
            ),
            (
                "Q,S2,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,,,",
                "potassium N usable -",
            ),
        ],
    );
    check(
        &format!("{WHO},H,I,L"),
        &[(
            "Q,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,2+,0,0",
            "potassium N indeterminate hemolysis-raises masked-low-possible",
        )],
    );
    // Beside LO it is one.
    check(
        "patient,sample,collected,sex,age,test,result,unit,LO,HI",
        &[(
            "Q,S1,2026-03-04T08:00,M,40,Potassium,6.2,mmol/L,3.5,5.1",
            "potassium H usable -",
        )],
    );
    for header in [
        "hemolysis index (mg/dL)",
        "Hemolysis index mg/dL",
        "hemolysis_mg_dl",
        "H-Index [mg/dl]",
    ] {
        check(
            &format!("{WHO},{header}"),
            &[
                (
                    "Q,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,200",
                    "potassium N indeterminate hemolysis-raises masked-low-possible",
                ),
                (
                    "Q,S2,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,2",
                    "potassium N usable -",
                ),
            ],
        );
    }
}

#[test]
fn limits_in_cells_and_in_a_text() {
    check(
        &format!("{WHO},low,high"),
        &[
            (
                "A,S1,2026-03-04T08:00,M,40,Potassium,3.0,mmol/L,3.5-5.1,,5.1",
                "potassium L usable -",
            ),
            (
                "B,S2,2026-03-04T08:00,M,40,Hemoglobin,95,g/L,130-170,,170",
                "hemoglobin L usable -",
            ),
            // Words behind the text are of no matter where cells say all; the stricter of two limits holds.
            (
                "H,S8,2026-03-04T08:00,M,40,Albumin,36,g/L,37-50 (adult),37,50",
                "albumin L usable -",
            ),
            (
                "I,S9,2026-03-04T08:00,M,40,CRP,5,mg/L,<5,,5",
                "crp H usable -",
            ),
            // They do not agree: the interval of the profile judges, with a remark.
            (
                "C,S3,2026-03-04T08:00,M,40,Potassium,6.2,mmol/L,3.5-5.1,3.5,10",
                "potassium H caution interval-unreadable",
            ),
            (
                "D,S4,2026-03-04T08:00,M,40,Sodium,127,mmol/L,136-145,0,145",
                "sodium L caution interval-unreadable",
            ),
            (
                "E,S5,2026-03-04T08:00,M,40,Sodium,127,mmol/L,136-145,136.0,145",
                "sodium L usable -",
            ),
            (
                "F,S6,2026-03-04T08:00,M,40,Potassium,6.2,mmol/L,3.5\u{2212}5.1,,",
                "potassium H usable -",
            ),
            // The usual interval in umol/L beside a number in ug/dL: it only touches those in ug/dL.
            (
                "G,S7,2026-03-04T08:00,M,40,Iron,50,ug/dL,10-30,,",
                "iron - indeterminate interval-unit-doubtful",
            ),
        ],
    );
}

#[test]
fn a_comment_against_the_sample() {
    let row = |comment: &str| {
        format!("A,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,{comment}")
    };
    for (comment, expected) in [
        (
            "Wrong blood in tube - do not use",
            "potassium N unusable sample-mix-up",
        ),
        (
            "Specimen clotted",
            "potassium N indeterminate comment-disowns",
        ),
        (
            "WRONG PATIENT - DISREGARD",
            "potassium N unusable sample-mix-up",
        ),
        (
            "Probe kontaminiert",
            "potassium N indeterminate comment-disowns",
        ),
        ("Insufficient sample for repeat", "potassium N usable -"),
        ("bitte Neuabnahme", "potassium N caution comment-disowns"),
        ("not contaminated", "potassium N usable -"),
        (
            "Unreliable if the patient takes biotin",
            "potassium N usable -",
        ),
        (
            "HEM: 2+",
            "potassium N indeterminate hemolysis-raises masked-low-possible",
        ),
        (
            "Hem: slight",
            "potassium N indeterminate hemolysis-raises masked-low-possible",
        ),
        (
            "red cells lysed",
            "potassium N indeterminate hemolysis-raises masked-low-possible",
        ),
        ("HEM: 0", "potassium N usable -"),
        ("hematology follows", "potassium N usable -"),
    ] {
        check(&format!("{WHO},comment"), &[(&row(comment), expected)]);
    }
}

#[test]
fn a_tube_of_another_additive() {
    let header = "patient,sample,collected,sex,age,specimen,test,result,unit,range";
    for (row, expected) in [
        (
            "EDTA plasma,Potassium,4.1,mmol/L,3.5-5.1",
            "potassium N unusable specimen-unsuitable",
        ),
        (
            "EDTA plasma,Calcium,9.0,mg/dL,8.5-10.5",
            "calcium_total N unusable specimen-unsuitable",
        ),
        (
            "EDTA plasma,Creatinine,70,umol/L,50-100",
            "creatinine N usable -",
        ),
        (
            "citrate plasma,Sodium,140,mmol/L,136-145",
            "sodium N unusable specimen-unsuitable",
        ),
        (
            "fluoride plasma,Potassium,4.1,mmol/L,3.5-5.1",
            "potassium N unusable specimen-unsuitable",
        ),
        (
            "fluoride plasma,Glucose,90,mg/dL,70-99",
            "glucose N usable -",
        ),
    ] {
        check(
            header,
            &[(&format!("1,S1,2026-05-02 07:15,F,44,{row}"), expected)],
        );
    }
}

#[test]
fn a_flag_in_front_of_the_number() {
    check(
        &format!("{WHO},flag"),
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Potassium,*7.9,mmol/L,3.5-5.1,HH",
                "potassium HH usable critical-limit",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,Sodium,H 171,mmol/L,136-145,HH",
                "sodium HH usable critical-limit",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,Chloride,(120),mmol/L,98-107,H",
                "chloride - - not-numeric",
            ),
        ],
    );
    // What nobody can read and the laboratory flags is still to be looked at.
    let text = format!(
        "{WHO},flag\n1,S1,2026-05-02 07:15,F,44,Chloride,(120),mmol/L,98-107,H\n1,S1,2026-05-02 07:15,F,44,Sodium,(140),mmol/L,136-145,N\n"
    );
    let (_folder, path) = file("labs.csv", text);
    let shown = Run::check(&path).args(["--abnormal"]).rows();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0]["name"], "Chloride");
}

#[test]
fn day_and_time_in_two_columns_are_one_moment() {
    for (day, time) in [
        ("Collection Date", "Collection Time"),
        ("Sample date", "Sample time"),
        ("Entnahmedatum", "Entnahmezeit"),
        ("Abnahmedatum", "Abnahmezeit"),
        ("Coll Date", "Coll Time"),
    ] {
        let text = format!(
            "patient,{day},{time},sex,age,test,result,unit,comment\n1,2026-05-02,07:15,F,44,Potassium,4.1,mmol/L,hemolyzed\n1,2026-05-02,07:15,F,44,AST,20,U/L,\n1,2026-05-03,07:15,F,44,AST,20,U/L,\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        let seen: Vec<_> = rows
            .iter()
            .map(|row| (row["collected"].as_str(), row["usability"].as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                ("2026-05-02 07:15", "indeterminate"),
                ("2026-05-02 07:15", "indeterminate"),
                ("2026-05-03 07:15", "usable")
            ],
            "{day}, {time}"
        );
    }
}

#[test]
fn a_time_of_collection_in_any_form() {
    for (day, time, expected) in [
        ("2026-05-02", "07:15", "2026-05-02 07:15"),
        ("2026-05-02", "0715", "2026-05-02 07:15"),
        ("2026-05-02", "715", "2026-05-02 07:15"),
        ("2026-05-02", "7.15", "2026-05-02 07:15"),
        ("2026-05-02", "07h15", "2026-05-02 07:15"),
        ("2026-05-02", "7:15 PM", "2026-05-02 7:15 PM"),
        ("2026-05-02", "1900-01-01 07:15:00", "2026-05-02 07:15:00"),
        ("2026-05-02 00:00:00", "07:15", "2026-05-02 07:15"),
        ("2026-05-02", "", "2026-05-02"),
        ("2026-05-02", "early", "2026-05-02"),
        ("2026-05-02", "2575", "2026-05-02"),
    ] {
        let text = format!(
            "patient,Date,Time,sex,age,test,result,unit\n1,{day},{time},F,44,Potassium,4.1,mmol/L\n1,{day},07:30,F,44,Sodium,140,mmol/L\n"
        );
        let (_folder, path) = file("labs.csv", text);
        assert_eq!(
            Run::check(&path).rows()[0]["collected"],
            expected,
            "{day} {time}"
        );
    }
}

#[test]
fn the_cells_say_which_column_names_what_was_measured() {
    let who = "patient,sample,collected,sex,age";
    check(
        &format!("{who},Parameter,Test,result,unit"),
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Bilirubin,Bilirubin direct,15,umol/L",
                "bilirubin_direct - usable no-transferable-interval",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,Iron,Ferritin,5,ug/L",
                "ferritin L usable method-dependent",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,CBC,Hemoglobin,140,g/L",
                "hemoglobin N usable -",
            ),
        ],
    );
    check(
        &format!("{who},test,subtest,result,unit"),
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Chloride,N/A,138,mmol/L",
                "chloride H usable -",
            ),
            (
                "1,S2,2026-05-03 07:15,F,44,Chloride,NA,100,mmol/L",
                "chloride N usable -",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,Potassium,-,4,mmol/L",
                "potassium N usable -",
            ),
        ],
    );
    // Limits beside indices of the other kinds.
    check(
        "patient,sample,collected,sex,age,test,result,unit,LO,HI,II,LI",
        &[(
            "1,S1,2026-05-02 07:15,F,44,Potassium,6.0,mmol/L,3.5,5.1,2,10",
            "potassium H usable -",
        )],
    );
}

#[test]
fn an_index_of_no_sample_that_can_be_told() {
    check(
        "patient,sex,age,collected,test,result,unit,range",
        &[
            (
                "P1,M,60,2026-11-10,Potassium,4.1,mmol/L,3.5-5.3",
                "potassium N caution sample-not-told",
            ),
            (
                "P1,M,60,2026-11-10,Hemolysis index,120,mg/dL,",
                "hemolysis_index - - sample-index sample-not-told",
            ),
            (
                "P1,M,60,2026-11-11,Potassium,4.1,mmol/L,3.5-5.3",
                "potassium N usable -",
            ),
            (
                "P2,M,60,2026-11-10,Potassium,4.1,mmol/L,3.5-5.3",
                "potassium N usable -",
            ),
            (
                "P2,M,60,2026-11-10,Hemolysis index,2,mg/dL,",
                "hemolysis_index - - sample-index",
            ),
        ],
    );
}

#[test]
fn a_pregnancy_in_other_words() {
    let header = "patient,sample,collected,sex,age,test,result,unit,condition";
    for condition in ["pregnant", "schwanger", "SSW 34", "pregnancy"] {
        let row = format!("Q,S1,2026-03-04T08:00,F,30,Creatinine,85,umol/L,{condition}");
        check(header, &[(&row, "creatinine - usable no-interval")]);
    }
    check(
        header,
        &[(
            "Q,S1,2026-03-04T08:00,F,30,Creatinine,85,umol/L,not pregnant",
            "creatinine N usable method-dependent",
        )],
    );
}

#[test]
fn statuses_that_withdraw_a_result() {
    for status in [
        "In Error",
        "Rejected",
        "Wrong patient",
        "Discontinued",
        "Superseded",
    ] {
        let row = format!("P,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,{status}");
        check(
            &format!("{WHO},status"),
            &[(&row, "potassium - - result-absent")],
        );
    }
}

/// "Calcium (ion.)" is no calcium, "Chlorid (Schweiß)" none of serum.
#[test]
fn what_stands_in_brackets_behind_a_name() {
    for (name, value, unit, expected) in [
        ("Potassium (U)", "4.1", "mmol/L", "- - - specimen-not-serum"),
        (
            "Chlorid (Schweiß)",
            "100",
            "mmol/L",
            "- - - analyte-unknown",
        ),
        ("Magnesium (RBC)", "5", "mg/dL", "- - - analyte-unknown"),
        (
            "Creatinine (drain)",
            "0.9",
            "mg/dL",
            "- - - analyte-unknown",
        ),
        ("Calcium (ion.)", "1.2", "mmol/L", "- - - analyte-unknown"),
        ("Bilirubin (D)", "0.9", "mg/dL", "- - - analyte-unknown"),
        ("Cholesterol (VLDL)", "60", "mg/dL", "- - - analyte-unknown"),
        ("Urea (BUN)", "30", "mg/dL", "- - - analyte-unknown"),
        ("Amylase (P)", "50", "U/L", "- - - analyte-ambiguous"),
        ("ALT (SGPT)", "30", "U/L", "alt N usable method-dependent"),
        ("Sodium (Na)", "140", "mmol/L", "sodium N usable -"),
        ("Potassium (K+)", "4.1", "mmol/L", "potassium N usable -"),
        ("Urea Nitrogen (BUN)", "15", "mg/dL", "urea N usable -"),
        (
            "Creatinine (Jaffe)",
            "1.0",
            "mg/dL",
            "creatinine N usable method-dependent",
        ),
        ("Sodium (Serum)", "140", "mmol/L", "sodium N usable -"),
    ] {
        let row = format!("P,S1,2026-03-04T08:00,M,40,{name},{value},{unit},");
        check(WHO, &[(&row, expected)]);
    }
}

/// What is said of one row is said of its sample, whichever row comes first; not of another one, nor of any sample.
#[test]
fn a_sample_that_is_mixed_up() {
    for comment in [
        "Wrong patient",
        "WBIT suspected",
        "Sample mislabelled",
        "Probe verwechselt",
    ] {
        check(
            &format!("{WHO},comment"),
            &[
                (
                    "P,S1,2026-03-04T08:00,M,40,Sodium,140,mmol/L,135-145,",
                    "sodium N unusable sample-mix-up",
                ),
                (
                    &format!("P,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,{comment}"),
                    "potassium N unusable sample-mix-up",
                ),
                (
                    "P,S1,2026-03-04T08:00,M,40,Kryptin,4.1,mmol/L,3.5-5.1,",
                    "- N unusable analyte-unknown sample-mix-up",
                ),
                (
                    "P,S2,2026-03-04T18:00,M,40,Sodium,140,mmol/L,135-145,",
                    "sodium N usable -",
                ),
            ],
        );
    }
    check(
        WHO,
        &[
            (
                "P,S1,2026-03-04T08:00,M,40,Sodium,140,mmol/L,135-145",
                "sodium N unusable sample-mix-up",
            ),
            (
                "P,S1,2026-03-04T08:00,M,40,Potassium,WRONG PATIENT,mmol/L,3.5-5.1",
                "potassium - unusable result-absent",
            ),
        ],
    );
    check(
        WHO,
        &[
            (
                "P,S1,2026-03-04T08:00,M,40,Sodium,140,mmol/L,135-145",
                "sodium N unusable sample-mix-up",
            ),
            (
                "P,S1,2026-03-04T08:00,M,40,Comment,Name on the tube is of the wrong patient,,",
                "- - unusable analyte-unknown result-absent",
            ),
        ],
    );
    check(
        WHO,
        &[
            (
                "P,S1,2026-03-04T08:00,M,40,Sodium,140,mmol/L,135-145",
                "sodium N usable -",
            ),
            (
                "P,S1,2026-03-04T08:00,M,40,Comment,Mislabelled samples will be rejected,,",
                "- - unusable analyte-unknown result-absent",
            ),
        ],
    );
    for comment in [
        "Mislabelled samples will be rejected",
        "No mix-up",
        "Previous sample mislabelled",
    ] {
        check(
            &format!("{WHO},comment"),
            &[(
                &format!("P,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,{comment}"),
                "potassium N usable -",
            )],
        );
    }
}

#[test]
fn statuses_that_leave_a_result() {
    for (status, notices) in [
        ("Verified", "-"),
        ("", "-"),
        ("Held", "preliminary"),
        ("In process", "preliminary"),
        ("Amended", "-"),
        ("3", "status-unknown"),
        ("zzz", "status-unknown"),
    ] {
        let row = format!("P,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,{status}");
        check(
            &format!("{WHO},status"),
            &[(&row, &format!("potassium N usable {notices}"))],
        );
    }
}

#[test]
fn indices_under_other_names_and_denials() {
    for (name, value, expected) in [
        (
            "Serum index hemolysis",
            "320",
            "potassium N indeterminate hemolysis-raises masked-low-possible",
        ),
        (
            "Degree of hemolysis",
            "3+",
            "potassium N indeterminate hemolysis-raises masked-low-possible",
        ),
        ("Hemolysis", "No", "potassium N usable -"),
        ("Hämolyse", "nein", "potassium N usable -"),
    ] {
        let unit = if value == "320" { "mg/dL" } else { "" };
        let text = format!(
            "{WHO}\nP,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1\nP,S1,2026-03-04T08:00,M,40,{name},{value},{unit},\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        let notices = if row["notices"].is_empty() {
            "-"
        } else {
            row["notices"].as_str()
        };
        assert_eq!(
            format!(
                "{} {} {} {notices}",
                row["analyte"], row["flag"], row["usability"]
            ),
            expected,
            "{name}: {value}"
        );
    }
}

#[test]
fn names_of_british_records() {
    check(
        WHO,
        &[
            (
                "P,S1,2026-03-04T08:00,M,40,Serum potassium level,4.1,mmol/L,3.5-5.1",
                "potassium N usable -",
            ),
            (
                "P,S1,2026-03-04T08:00,M,40,Sodium Lvl,140,mmol/L,136-145",
                "sodium N usable -",
            ),
            (
                "P,S1,2026-03-04T08:00,M,40,Urine sodium level,40,mmol/L,",
                "- - - specimen-not-serum",
            ),
        ],
    );
}

#[test]
fn an_unknown_test_of_a_spoiled_sample() {
    check(
        &format!("{WHO},comment"),
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,AST,30,U/L,10-40,hemolyzed",
                "ast N indeterminate hemolysis-raises masked-low-possible",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,Kryptin,4.1,mmol/L,3.5-5.1,",
                "- N caution analyte-unknown hemolysis-effect-unknown",
            ),
            (
                "1,S2,2026-05-02 07:15,F,44,Kryptin,4.1,mmol/L,3.5-5.1,",
                "- N - analyte-unknown",
            ),
            (
                "1,S3,2026-05-02 07:15,F,44,Kryptin,4.1,mmol/L,3.5-5.1,wrong patient",
                "- N unusable analyte-unknown sample-mix-up",
            ),
        ],
    );
}
