//! Exports that once were read into a calm N, each with what a laboratory scientist expects of it.

use crate::run::{Run, file};

/// Checks an export: of each row its analyte, flag, usability, and the notices it must have.
#[track_caller]
pub(crate) fn check(header: &str, rows: &[(&str, &str)]) {
    let lines: Vec<&str> = rows.iter().map(|(row, _)| *row).collect();
    let said = said_of(&format!("{header}\n{}\n", lines.join("\n")));
    assert_eq!(said.len(), rows.len(), "{header}");
    for (said, (row, expected)) in said.iter().zip(rows) {
        assert_eq!(said, expected, "{header}: {row}");
    }
}

/// What is said of each row of a file: analyte, flag, usability, notices.
pub(crate) fn said_of(text: &str) -> Vec<String> {
    let (_folder, path) = file("labs.csv", text);
    let said = |row: &std::collections::BTreeMap<String, String>| {
        let cells = ["analyte", "flag", "usability", "notices"].map(|cell| row[cell].as_str());
        cells
            .map(|cell| if cell.is_empty() { "-" } else { cell })
            .join(" ")
    };
    Run::check(&path).rows().iter().map(said).collect()
}

/// The same person and time in every row.
pub(crate) const WHO: &str = "patient,sample,collected,sex,age,test,result,unit,range";

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
                "potassium H caution hemolysis-index-without-unit icterus-index-without-unit lipemia-index-without-unit",
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
            "potassium N indeterminate sample-doubtful comment-disowns",
        ),
        (
            "WRONG PATIENT - DISREGARD",
            "potassium N unusable sample-mix-up",
        ),
        (
            "Probe kontaminiert",
            "potassium N indeterminate sample-doubtful comment-disowns",
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
                "chloride - - value-unreadable",
            ),
        ],
    );
    // What nobody can read is to be looked at, whatever the laboratory's flag is.
    let text = format!(
        "{WHO},flag\n1,S1,2026-05-02 07:15,F,44,Chloride,(120),mmol/L,98-107,H\n1,S1,2026-05-02 07:15,F,44,Sodium,(140),mmol/L,136-145,N\n"
    );
    let (_folder, path) = file("labs.csv", text);
    let shown = Run::check(&path).args(["--abnormal"]).rows();
    let names: Vec<&str> = shown.iter().map(|row| row["name"].as_str()).collect();
    assert_eq!(names, ["Chloride", "Sodium"]);
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
    // A grade under `H` is one of hemolysis, whatever stands beside it; a number or a flag is not.
    for (grade, expected) in [
        ("3+", "potassium H caution sample-not-told"),
        ("++", "potassium H caution sample-not-told"),
        ("120", "potassium H usable -"),
        ("H", "potassium H usable -"),
        ("positive", "potassium H usable -"),
    ] {
        let said = said_of(&format!(
            "patient,test,result,unit,low,high\n\
             7,Potassium,5.8,mmol/L,3.5,5.1\n\
             7,H,{grade},,,\n\
             8,Potassium,5.8,mmol/L,3.5,5.1\n"
        ));
        assert_eq!(said[0], expected, "{grade}");
        assert_eq!(said[2], "potassium H usable -", "{grade}");
    }
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

/// A file, and what is said of each row of it: analyte, flag, usability, notices.
#[track_caller]
fn check_file(text: &str, expected: &[&str]) {
    let said = said_of(text);
    assert_eq!(said, expected, "{text}");
}

/// What speaks of the sample, wherever it stands: of a row beside a potassium.
#[test]
fn hemolysis_wherever_it_stands() {
    let masked = "potassium N indeterminate hemolysis-raises masked-low-possible";
    let unknown = "potassium N caution hemolysis-index-without-unit icterus-index-without-unit \
                   lipemia-index-without-unit";
    for (row, expected) in [
        ("HIL,H:2+ I:0 L:0,", masked),
        ("HIL,H:0 I:0 L:0,", "potassium N usable -"),
        ("Serum indices,H 250 I 3 L 10,", unknown),
        ("Index d'hémolyse,250,mg/dL", masked),
        ("Hemolysis check,moderate,", masked),
        ("*** SPECIMEN HEMOLYZED ***,,", masked),
        ("Sample haemolysed,Yes,", masked),
        ("Hemolysis check,negative,", "potassium N usable -"),
        ("UA Occult Blood,Trace-lysed,", "potassium N usable -"),
        (
            "Comment,Clotted specimen,",
            "potassium N indeterminate sample-spoiled",
        ),
        (
            "Comment,Please recollect,",
            "potassium N caution sample-doubtful",
        ),
        (
            "Comment,EDTA contamination suspected,",
            "potassium N unusable edta-suspected",
        ),
    ] {
        let text = format!(
            "{WHO}\nP,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1\nP,S1,2026-03-04T08:00,M,40,{row},\n"
        );
        assert_eq!(said_of(&text)[0], expected, "{row}");
    }
    // In other cells of its own row.
    for (specimen, name, flag, status) in [
        ("Hemolyzed serum", "Potassium", "", ""),
        ("Serum", "Potassium (hemolyzed)", "", ""),
        ("Serum", "Potassium", "HEM", ""),
        ("Serum", "Potassium", "", "Hemolyzed"),
    ] {
        let text = format!(
            "patient,sample,collected,sex,age,specimen,test,result,unit,range,flag,status\n\
             P,S1,2026-03-04T08:00,M,40,{specimen},{name},4.1,mmol/L,3.5-5.1,{flag},{status}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let said = &Run::check(&path).rows()[0];
        assert!(
            said["notices"].contains("hemolysis-raises") || said["analyte"].is_empty(),
            "{specimen} {name} {flag} {status}: {said:?}"
        );
    }
}

/// An index that does not repeat every key of the row that it is about.
#[test]
fn an_index_of_some_sample() {
    let potassium = |who: &str| format!("{who},Potassium,4.1,mmol/L,3.5-5.1");
    let index = |who: &str| format!("{who},Hemolysis index,250,mg/dL,");
    for (who, of_index, expected) in [
        (
            "P,S1,2026-11-03 09:00",
            "P,,2026-11-03 09:00",
            "caution sample-not-told",
        ),
        (
            "P,S1,2026-11-03 09:00",
            "P,,2026-11-03",
            "caution sample-not-told",
        ),
        ("P,S1,2026-11-03 09:00", "P,,", "caution sample-not-told"),
        (
            "P,,2026-11-03",
            "P,,2026-11-03 09:00",
            "caution sample-not-told",
        ),
        (
            "P,,2026-11-03 09:00",
            "P,,2026-11-03",
            "caution sample-not-told",
        ),
        (
            ",,2026-11-03 09:00",
            ",,2026-11-03",
            "caution sample-not-told",
        ),
        (",,", ",,", "caution sample-not-told"),
        ("P,S1,2026-11-03 09:00", "P,,2026-11-03 14:00", "usable -"),
        ("P,S1,2026-11-03 09:00", "Q,,2026-11-03 09:00", "usable -"),
        ("P,S1,2026-11-03 09:00", "P,S2,2026-11-03 09:00", "usable -"),
        ("P,,2026-11-04", "P,,2026-11-03 09:00", "usable -"),
        (
            "P,S1,2026-11-03 09:00",
            ",S1,2026-11-03 09:00",
            "caution sample-not-told",
        ),
        ("P,S1,2026-11-03 09:00", ",S2,2026-11-03 09:00", "usable -"),
        (
            "P,,2026-11-03 09:00",
            "P,,2026-11-03 09:00",
            "indeterminate hemolysis-raises masked-low-possible",
        ),
    ] {
        let text = format!(
            "patient,sample,collected,test,result,unit,range\n{}\n{}\n",
            potassium(who),
            index(of_index)
        );
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        let notices = row["notices"].as_str();
        let notices = if notices.is_empty() { "-" } else { notices };
        assert_eq!(
            format!("{} {notices}", row["usability"]),
            expected,
            "{who}; {of_index}"
        );
    }
}

#[test]
fn an_index_inside_its_own_limits_says_nothing() {
    check(
        WHO,
        &[
            (
                "P,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1",
                "potassium N usable -",
            ),
            (
                "P,S1,2026-03-04T08:00,M,40,Hemolysis index,5,,0-20",
                "hemolysis_index - - unit-missing sample-index",
            ),
        ],
    );
}

#[test]
fn a_row_that_heads_a_section() {
    check_file(
        "sex,age,Test,Result,Unit,Reference range\n\
         F,44,Potassium,4.3,mmol/L,\n\
         ,,URINE,,,\n\
         F,44,Potassium,4.2,mmol/L,\n\
         F,44,Serum creatinine,0.9,mg/dL,\n",
        &[
            "potassium - usable specimen-unknown",
            "- - - specimen-not-serum result-absent",
            "potassium - usable specimen-unknown",
            "creatinine N usable method-dependent",
        ],
    );
}

/// A sample number at two times, another patient's row, quotes: none of it changes what is said of a sample.
#[test]
fn what_a_pattern_does_not_depend_on() {
    let rows = [
        "100,S158,2023-06-09T00:00,Glucose,5,mmol/L",
        "100,S158,2023-06-09T00:00,Hemolysis index,200,mg/dL",
        "9,W1,2023-06-09T00:00,Glucose,40,mmol/L",
        "9,W1,2023-06-09T00:00,Hemolysis index,200,mg/dL",
        "100,S76,2021-03-13T07:40,Glucose,50,mmol/L",
        "100,S76,2021-03-13T07:40,Hemolysis index,200,mg/dL",
        "100,S76,2023-06-09T00:40,Bilirubin,12,mg/dL",
        "100,S76,2023-06-09T00:40,Glucose,5,mmol/L",
    ];
    let said = |rows: &[&str]| {
        let header = "patient,sample,collected,test,result,unit";
        let (_folder, path) = file("labs.csv", format!("{header}\n{}\n", rows.join("\n")));
        let all = Run::check(&path).rows();
        let bilirubin = all.iter().find(|row| row["analyte"] == "bilirubin_total");
        bilirubin.map(|row| row["notices"].clone()).expect("one")
    };
    let expected = said(&rows);
    assert_eq!(said(&[&rows[..2], &rows[4..]].concat()), expected);
    let mut turned = rows;
    turned.reverse();
    assert_eq!(said(&turned), expected);
    let quoted = rows.map(|row| row.replace(",50,", ",\"50\","));
    assert_eq!(said(&quoted.each_ref().map(String::as_str)), expected);
}

/// Least and greatest of a day are no results in minutes, and a limit is one.
#[test]
fn a_least_value_has_no_unit_of_time() {
    check_file(
        "patient,collected,sex,age,Potassium (mmol/L),Potassium min,Potassium max,Sodium (mmol/L)\n\
         1,2026-01-01,F,44,3.0,3.5,5.1,140\n",
        &["potassium L usable -", "sodium N usable -"],
    );
}

#[test]
fn a_wide_row_with_a_cell_too_many() {
    check_file(
        "patient,collected,sex,age,Potassium (mmol/L),Sodium (mmol/L),Chloride (mmol/L)\n\
         2,2026-01-01,F,44,4,140,100\n\
         1,2026-01-01,F,44,4,1,140,100\n",
        &[
            "potassium N usable -",
            "sodium N usable -",
            "chloride N usable -",
            "potassium N indeterminate row-ragged",
            "sodium - indeterminate row-ragged implausible-value critical-limit",
            "chloride H indeterminate row-ragged",
        ],
    );
}

#[test]
fn two_comments_of_a_row() {
    check(
        &format!("{WHO},comment,note"),
        &[(
            "P,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,fasting,Specimen hemolyzed",
            "potassium N indeterminate hemolysis-raises masked-low-possible",
        )],
    );
}

#[test]
fn a_urine_row_repeats_no_serum_row() {
    check_file(
        "patient,sex,age,collected,panel,test,result,unit\n\
         1,F,40,2026-11-20,Urine chemistry,Potassium,6.9,mmol/L\n\
         1,F,40,2026-11-20,Chemistry,Potassium,6.9,mmol/L\n",
        &[
            "- - - specimen-not-serum",
            "potassium HH usable critical-limit",
        ],
    );
}

#[test]
fn a_loinc_code_in_a_column_of_codes() {
    check_file(
        "patient,sex,age,collected,code,test,result,unit\n\
         1,F,40,2026-11-20,2828-2,Potassium,4.1,mmol/L\n\
         2,F,40,2026-11-20,KAL,Potassium,4.1,mmol/L\n\
         3,F,40,2026-11-20,LOINC:2823-3,Potassium,4.1,mmol/L\n",
        &[
            "- - - analyte-ambiguous",
            "potassium N usable -",
            "potassium N usable -",
        ],
    );
}

#[test]
fn the_letter_m_beside_an_h_is_a_woman() {
    for (sexes, expected) in [("MH", ["H", "N"]), ("MV", ["H", "N"]), ("MF", ["N", "H"])] {
        let sexes: Vec<char> = sexes.chars().collect();
        let text = format!(
            "NHC;Sexo;Edad;Fecha;Muestra;Prueba;Resultado;Unidades\n\
             1;{};40;20/11/2026;Suero;Creatinina;1,2;mg/dL\n\
             2;{};40;20/11/2026;Suero;Creatinina;1,2;mg/dL\n",
            sexes[0], sexes[1]
        );
        let flags = expected.map(|flag| format!("creatinine {flag} usable method-dependent"));
        check_file(&text, &flags.each_ref().map(String::as_str));
    }
    // Alone it may be either.
    check_file(
        "NHC;Sexo;Edad;Fecha;Muestra;Prueba;Resultado;Unidades\n\
         1;M;40;20/11/2026;Suero;Creatinina;1,2;mg/dL\n",
        &["creatinine - usable sex-missing"],
    );
}

#[test]
fn a_day_is_no_year() {
    check_file(
        "IPP;Sexe;Âge;Date;Nature;Analyse;Résultat;Unité\n\
         1;F;20 j;20/11/2026;Sérum;Créatinine;60;µmol/L\n",
        &["creatinine - usable age-missing"],
    );
}

#[test]
fn a_point_before_three_digits_beside_both_decimal_marks() {
    check_file(
        "Patient;Geschlecht;Alter;Material;Analyt;Ergebnis;Einheit;Referenzbereich\n\
         1;w;44;Serum;NT-proBNP;1.050;ng/l;< 125\n\
         1;w;44;Serum;Kalium;4,1;mmol/l;3,5 - 5,1\n\
         1;w;44;Serum;Natrium;140.5;mmol/l;135 - 145\n",
        &[
            "nt_probnp - - number-unreadable",
            "potassium N usable -",
            "sodium N usable -",
        ],
    );
}

#[test]
fn a_point_before_three_digits_where_the_comma_is_the_decimal_mark() {
    check_file(
        "Paciente;Sexo;Edad;Muestra;Prueba;Resultado;Unidad;Valores de referencia\n\
         1;M;44;Sangre;Plaquetas;95.000;/mm3;150.000 a 450.000\n\
         1;M;44;Suero;Potasio;4,1;mmol/L;3,5 - 5,1\n\
         1;M;44;Suero;Creatinina;0,92;mg/dL;0.5 - 0.9\n\
         1;M;44;Suero;TSH;7,2;mIU/L;0.35 - 4.940\n\
         1;M;44;Suero;Ferritina;1.240;µg/l;30 - 400\n",
        &[
            "platelets L usable -",
            "potassium N usable -",
            "creatinine H usable -",
            "tsh H usable -",
            "ferritin H usable -",
        ],
    );
}

#[test]
fn lakhs_in_numbers_and_limits() {
    check_file(
        "Patient,Sex,Age,Specimen,Test,Result,Unit,Reference range\n\
         1,M,44,Blood,Platelet count,\"1,20,000\",/cumm,\"1,50,000 - 4,50,000\"\n\
         1,M,44,Blood,WBC,\"12,400\",/cumm,\"4,000-11,000\"\n\
         1,M,44,Serum,Potassium,4.1,mmol/L,Between 3.5 and 5.1\n",
        &[
            "platelets L usable -",
            "wbc H usable -",
            "potassium N usable -",
        ],
    );
}

#[test]
fn a_column_that_says_that_she_is_pregnant() {
    check_file(
        "patient,sex,age,pregnant,specimen,collected,test,result,unit\n\
         1,F,31,yes,Serum,2026-11-20,Creatinine,0.95,mg/dL\n\
         1,F,31,no,Serum,2026-11-21,Creatinine,0.95,mg/dL\n\
         1,F,31,32 weeks,Serum,2026-11-22,Creatinine,0.95,mg/dL\n",
        &[
            "creatinine - usable no-interval",
            "creatinine N usable method-dependent",
            "creatinine - usable no-interval",
        ],
    );
}

#[test]
fn headers_of_limits_specimens_and_panels() {
    check_file(
        "Patient;Geschlecht;Alter;Material;Untersuchung;Ergebnis;Einheit;Ref.-Bereich;Path.\n\
         1;w;44;Serum;Kalium;3,5;mmol/l;3,6 - 4,8;-\n",
        &["potassium L usable -"],
    );
    check_file(
        "patientnr;geslacht;leeftijd;afnamedatum;materiaal;bepaling;uitslag;eenheid\n\
         100;vrouw;60;2026-11-20;urine;Kalium;4,5;mmol/l\n",
        &["- - - specimen-not-serum"],
    );
    check_file(
        "patient,sex,age,collected,Investigation,Test,Result,Units\n\
         1,F,40,2026-11-20 08:00,Urine electrolytes,Potassium,4.3,mmol/L\n",
        &["- - - specimen-not-serum"],
    );
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
            "- - - specimen-not-serum",
        ),
        ("Magnesium (RBC)", "5", "mg/dL", "- - - analyte-unknown"),
        (
            "Creatinine (drain)",
            "0.9",
            "mg/dL",
            "- - - specimen-not-serum",
        ),
        (
            "Calcium (ion.)",
            "1.2",
            "mmol/L",
            "calcium_ionized N usable method-dependent",
        ),
        ("Calcium (i)", "1.2", "mmol/L", "- - - analyte-unknown"),
        (
            "Bilirubin (D)",
            "0.9",
            "mg/dL",
            "bilirubin_direct - usable no-transferable-interval",
        ),
        ("Cholesterol (VLDL)", "60", "mg/dL", "- - - analyte-unknown"),
        ("Urea (BUN)", "30", "mg/dL", "urea - - analyte-ambiguous"),
        // Critical as urea nitrogen, and as either.
        (
            "Urea (BUN)",
            "95",
            "mg/dL",
            "urea - - analyte-ambiguous critical-limit",
        ),
        (
            "Urea (BUN)",
            "250",
            "mg/dL",
            "urea - - analyte-ambiguous critical-limit",
        ),
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
        ("Sodium (lab 5)", "140", "mmol/L", "sodium N usable -"),
        (
            "Hemolysis index (rack 7)",
            "5",
            "mg/dL",
            "hemolysis_index - - sample-index",
        ),
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

/// A correction that says that there is no result takes the earlier one back, in either order.
#[test]
fn a_result_that_is_taken_back() {
    let first = "P,S1,2026-03-04T08:00,M,40,Potassium,4.1,mmol/L,3.5-5.1,final";
    let taken_back = "P,S1,2026-03-04T08:00,M,40,Potassium,QNS,mmol/L,3.5-5.1,corrected";
    let header = format!("{WHO},status");
    let (superseded, absent) = (
        "potassium N usable superseded",
        "potassium - unusable result-absent",
    );
    check(&header, &[(first, superseded), (taken_back, absent)]);
    check(&header, &[(taken_back, absent), (first, superseded)]);
    // A test that was not done takes nothing back.
    let not_done = "P,S1,2026-03-04T08:00,M,40,Potassium,QNS,mmol/L,3.5-5.1,final";
    check(
        &header,
        &[(first, "potassium N usable -"), (not_done, absent)],
    );
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
        assert_eq!(said_of(&text)[0], expected, "{name}: {value}");
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

#[test]
fn a_short_wide_row_may_have_lost_a_cell() {
    let text = "id,sex,age,ALT (U/L),AST (U/L),ALP (U/L),GGT (U/L),LDH (U/L)\n1,M,44,22,25,,30,180\n\
                2,M,44,22,25,80,30,180\n3,M,44,25,80,30,180\n4,M,44,25,80,30,180\n5,M,44,22,25,80,30,180\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let short = rows
        .iter()
        .filter(|row| ["3", "4"].contains(&row["patient"].as_str()));
    let short: Vec<_> = short.collect();
    assert!(!short.is_empty());
    for row in short {
        assert!(row["notices"].contains("row-ragged"), "{row:?}");
    }
}
