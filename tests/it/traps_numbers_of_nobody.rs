//! Rows that name nobody and say how a sample is: of its number, or of its time alone.

use crate::run::{Run, file};

const HEAD: &str = "patient,sample,collected,sex,age,test,result,unit,low,high\n";
const REACHED: &str = "indeterminate hemolysis-raises masked-low-possible";
const REACHED_AND_UNTOLD: &str =
    "indeterminate hemolysis-raises masked-low-possible sample-not-told";
const UNTOLD: &str = "caution sample-not-told";
const USABLE: &str = "usable ";

/// What is said of the potassium of a row in front of, or behind, one that names nobody.
#[track_caller]
fn check(potassium: &str, nobody: &str, expected: &str) {
    let potassium = format!("{potassium},F,50,Potassium,4.1,mmol/L,3.5,5.1\n");
    let nobody = format!("{nobody},,,Hemolysis index,320,mg/dL,,\n");
    let other = "P9,S90001,2026-03-14 11:11,M,60,Potassium,4.2,mmol/L,3.5,5.1\n".repeat(2);
    for (text, at) in [
        (format!("{HEAD}{potassium}{nobody}{other}"), 0),
        (format!("{HEAD}{other}{nobody}{potassium}"), 3),
    ] {
        let (_folder, path) = file("labs.csv", &text);
        let said: Vec<String> = Run::check(&path)
            .rows()
            .iter()
            .map(|row| format!("{} {}", row["usability"], row["notices"]))
            .collect();
        assert_eq!(said[at], expected, "{text}");
        assert!(
            !said[if at == 0 { 2 } else { 0 }].contains("caution"),
            "{text}{said:?}"
        );
    }
}

#[test]
fn a_number_of_a_sample_and_nobody() {
    for (potassium, nobody, expected) in [
        ("P1,S24001,2026-03-14 08:10", ",S24001,", REACHED),
        ("P1,S24001,2026-03-14 08:10", ",s24001,", REACHED),
        (
            "P1,S24001,2026-03-14 08:10",
            ",S24001,2026-03-14",
            REACHED_AND_UNTOLD,
        ),
        ("P1,S24001,", ",S24001,", REACHED),
        ("P1,0024001,2026-03-14 08:10", ",24001,", REACHED),
        ("P1,S24002,2026-03-14 08:10", ",S24001,", USABLE),
        // Numbers may be given anew each day; and one of few digits may be anybody's.
        (
            "P1,S24001,2026-03-14 08:10",
            ",S24001,2026-03-15 08:10",
            UNTOLD,
        ),
        ("P1,S1,2026-03-14 08:10", ",S1,", UNTOLD),
    ] {
        check(potassium, nobody, expected);
    }
}

#[test]
fn a_time_and_nobody() {
    for (potassium, nobody, expected) in [
        ("P1,,2026-03-14 08:10", ",,2026-03-14 08:10", UNTOLD),
        (
            "P1,S24001,2026-03-14 08:10",
            ",,2026-03-14T08:10:00",
            UNTOLD,
        ),
        ("P1,,2026-03-14 08:10", ",,2026-03-14 08:11", USABLE),
        ("P1,,2026-03-14", ",,2026-03-14", USABLE),
        ("P1,,2026-03-14 08:10", ",,", USABLE),
    ] {
        check(potassium, nobody, expected);
    }
}

#[test]
fn a_file_of_indices_beside_the_results() {
    let labs = format!(
        "{HEAD}P1,L1001,2026-03-14 08:10,F,50,Potassium,4.1,mmol/L,3.5,5.1\n\
         P2,L1002,2026-03-14 08:10,F,50,Potassium,4.1,mmol/L,3.5,5.1\n"
    );
    let (_folder, labs) = file("labs.csv", &labs);
    for indices in [
        "sample_id,test,result,unit\nL1001,Hemolysis index,320,mg/dL\nL1002,Hemolysis index,4,mg/dL\n",
        "sample_id,Hemolysis Index (mg/dL),Icterus index (mg/dL)\nL1001,320,5\nL1002,4,5\n",
    ] {
        let (_folder, other) = file("indices.csv", indices);
        let other = other.to_str().expect("a path");
        let rows = Run::check(&labs).args([other]).rows();
        let said = |at: usize| format!("{} {}", rows[at]["usability"], rows[at]["notices"]);
        assert_eq!(
            (said(0).as_str(), said(1).as_str()),
            (REACHED, USABLE),
            "{indices}"
        );
    }
}
