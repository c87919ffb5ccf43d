//! One identifier, perhaps two people: said of every row, judged by what the row states itself.

use crate::run::{Run, file};

const HEADER: &str = "patient,sample,collected,sex,birth date,test,value,unit";

/// Flag, usability and whether it may be somebody else's, by row.
fn said(paths: &[&std::path::Path], args: &[&str]) -> Vec<String> {
    let rows = Run::new(["check"]).args(paths).args(args).rows();
    let said = rows.iter().map(|row| {
        let whose = row["notices"].contains("two-patients-possible");
        let whose = if whose { "whose?" } else { "known" };
        format!(
            "{} {} {} {whose}",
            row["patient"], row["flag"], row["usability"]
        )
    });
    said.collect()
}

#[test]
fn two_sexes_or_two_births_under_one_identifier() {
    for (rows, expected) in [
        // Each is judged by the sex of its own row: 13.2 g/dL is low for a man.
        (
            "P1,S1,2026-11-01 08:00,F,1950-03-01,Hemoglobin,13.2,g/dL\n\
             P1,S2,2026-11-02 08:00,M,1950-03-01,Hemoglobin,13.2,g/dL\n",
            ["P1 N caution whose?", "P1 L caution whose?"],
        ),
        (
            "P1,S1,2026-11-01 08:00,M,1950-03-01,Potassium,4.2,mmol/L\n\
             P1,S2,2026-11-02 08:00,M,1950-03-21,Potassium,4.2,mmol/L\n",
            ["P1 N caution whose?", "P1 N caution whose?"],
        ),
        // A sex or a birth that is not stated is no other one; nor is the same day written otherwise.
        (
            "P1,S1,2026-11-01 08:00,,1950-03-21,Potassium,4.2,mmol/L\n\
             P1,S2,2026-11-02 08:00,M,21.03.1950,Potassium,4.2,mmol/L\n",
            ["P1 N usable known", "P1 N usable known"],
        ),
        (
            "P1,S1,2026-11-01 08:00,F,1950-03-21,Potassium,4.2,mmol/L\n\
             P2,S2,2026-11-02 08:00,M,1960-03-21,Potassium,4.2,mmol/L\n",
            ["P1 N usable known", "P2 N usable known"],
        ),
        // Nobody in particular is not two people.
        (
            ",S1,2026-11-01 08:00,F,1950-03-21,Potassium,4.2,mmol/L\n\
             ,S2,2026-11-02 08:00,M,1960-03-21,Potassium,4.2,mmol/L\n",
            [" N usable known", " N usable known"],
        ),
    ] {
        let (_folder, path) = file("labs.csv", format!("{HEADER}\n{rows}"));
        assert_eq!(said(&[&path], &[]), expected, "{rows}");
    }
}

#[test]
fn the_other_one_may_be_in_another_file_and_much_later() {
    let row = |patient: usize, sex: &str| {
        format!(
            "P{patient},S{patient}{sex},2026-11-01 08:00,{sex},1950-03-01,Potassium,4.2,mmol/L\n"
        )
    };
    let first: String = (0..3_000).map(|patient| row(patient, "F")).collect();
    let (_one, first) = file("first.csv", format!("{HEADER}\n{first}"));
    let (_other, second) = file(
        "second.csv",
        format!("{HEADER}\n{}{}", row(7, "M"), row(3_000, "M")),
    );
    for threads in ["1", "2"] {
        let rows = said(&[&first, &second], &["--threads", threads]);
        let doubtful: Vec<&String> = rows.iter().filter(|row| row.ends_with("whose?")).collect();
        assert_eq!(doubtful, ["P7 N caution whose?"; 2]);
        assert_eq!(rows.len(), 3_002);
    }
    let done = Run::new(["check"])
        .args([&first, &second])
        .args(["--to", "jsonl"])
        .ok();
    assert_eq!(done.stdout.matches("two-patients-possible").count(), 2);
    assert!(
        done.stderr
            .contains("1 identifier stands for two sexes, two dates of birth or two names"),
        "{}",
        done.stderr
    );
}

#[test]
fn the_table_calls_none_of_it_normal() {
    let (_folder, path) = file(
        "labs.csv",
        format!(
            "{HEADER}\nP1,S1,2026-11-01 08:00,F,1950-03-01,Potassium,4.2,mmol/L\n\
             P1,S2,2026-11-02 08:00,M,1950-03-01,Potassium,4.2,mmol/L\n"
        ),
    );
    let table = Run::check(&path).ok().stdout;
    assert_eq!(table.matches("N?").count(), 2, "{table}");
    assert_eq!(
        table.matches("perhaps another person's").count(),
        2,
        "{table}"
    );
}

#[test]
fn one_tube_that_is_given_to_two_patients() {
    let rows = "P1,S26-0001,2026-11-01 08:00,F,1950-03-01,Potassium,4.2,mmol/L\n\
                P1,S26-0002,2026-10-31 08:00,F,1950-03-01,Potassium,4.2,mmol/L\n\
                P2,s26-0001,2026-11-01 08:00,M,1960-03-01,Sodium,140,mmol/L\n\
                P3,S26-0001,2026-11-09 08:00,M,1970-03-01,Sodium,140,mmol/L\n";
    let (_folder, path) = file("labs.csv", format!("{HEADER}\n{rows}"));
    let done = Run::check(&path).args(["--to", "csv"]).ok();
    let said: Vec<String> = done
        .rows()
        .iter()
        .map(|row| format!("{} {} {}", row["line"], row["usability"], row["notices"]))
        .collect();
    assert_eq!(
        said,
        [
            "2 caution sample-of-two-patients",
            "3 usable ",
            "4 caution sample-of-two-patients",
            "5 usable ",
        ]
    );
    assert!(
        done.stderr.contains("1 sample is given to two patients"),
        "{}",
        done.stderr
    );
    // Of the three sheets theirs say so, and none is quiet.
    let sheets = sheets(&path);
    let says = "is given to another one, too";
    assert_eq!(sheets.matches(says).count(), 2, "{sheets}");
    assert!(sheets.contains("INCOMPLETE (2)"), "{sheets}");
}

/// The sheets of everybody, for text in one line each.
fn sheets(path: &std::path::Path) -> String {
    let sheets = Run::new(["preop"])
        .args([path])
        .args(["--surgery-date", "2026-12-01", "--today", "2026-11-10"])
        .args(["--surgery-grade", "minor", "--asa", "1"])
        .ok()
        .stdout;
    sheets.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_index_without_its_patient_leaves_no_quiet_sheet() {
    let rows = "P1,S26-0001,2026-11-01 08:00,F,1950-03-01,Potassium,4.2,mmol/L\n\
                ,S26-0001,2026-11-01 08:00,,,Hemolysis index,300,mg/dL\n";
    let (_folder, path) = file("labs.csv", format!("{HEADER}\n{rows}"));
    let sheets = sheets(&path);
    assert!(sheets.contains("which one is not told"), "{sheets}");
    assert!(
        !sheets.contains("NO ENTERED RESULT OUTSIDE THIS POLICY'S LIMITS"),
        "{sheets}"
    );
}

#[test]
fn the_file_of_patients_may_speak_of_another_one() {
    let rows = "P1,S1,2026-11-01 08:00,M,1970-09-02,Potassium,4.2,mmol/L\n\
                P2,S2,2026-11-01 08:00,,,Potassium,4.2,mmol/L\n";
    let (_folder, labs) = file("labs.csv", format!("{HEADER}\n{rows}"));
    for (patients, expected) in [
        ("P1,M,1970-09-02", "P1 N usable known"),
        ("P1,male,02.09.1970", "P1 N usable known"),
        ("P1,,", "P1 N usable known"),
        ("P1,F,1970-09-02", "P1 N caution whose?"),
        ("P1,M,2020-01-01", "P1 N caution whose?"),
        ("P9,F,2020-01-01", "P1 N usable known"),
    ] {
        let text = format!("patient,sex,birth_date\n{patients}\nP2,F,1980-01-01\n");
        let (_folder, known) = file("patients.csv", text);
        let known = known.display().to_string();
        let said = said(&[&labs], &["--patients", &known]);
        assert_eq!(said, [expected, "P2 N usable known"], "{patients}");
    }
}
