//! What speaks of a sample in other cells than a comment: in the place of a result, as an index, a flag, a status.

use crate::run::{Run, file};
use crate::traps_words::{DOUBTFUL, FINE, HEADER, HEMOLYZED, MIXED_UP, check, shown};

/// What is said of a potassium by another row of its sample.
#[track_caller]
fn beside(row: &str, expected: &str) {
    let text = format!(
        "{HEADER}\nP,S,2026-10-12 07:10,F,45,Serum,Potassium,4.1,mmol/L,3.5-5.1,,final,\n\
         P,S,2026-10-12 07:10,F,45,Serum,{row}\n"
    );
    let (_folder, path) = file("labs.csv", text);
    assert_eq!(shown(&Run::check(&path).rows()[0]), expected, "{row}");
}

#[test]
fn the_reason_in_the_place_of_a_result() {
    for (row, expected) in [
        ("LDH,hemolyzed,U/L,,,cancelled,", HEMOLYZED),
        ("LDH,HEM,U/L,,,cancelled,", HEMOLYZED),
        ("LDH,Cancelled: hemolysis,U/L,,,final,", HEMOLYZED),
        ("LDH,wrong blood in tube,U/L,,,cancelled,", MIXED_UP),
        ("LDH,clotted,U/L,,,cancelled,", DOUBTFUL),
        ("LDH,not hemolyzed,U/L,,,cancelled,", FINE),
        ("LDH,Cancelled: duplicate,U/L,,,final,", FINE),
        ("LDH,400 HEM,U/L,,,final,", HEMOLYZED),
        ("LDH,400 Hem++,U/L,,,final,", HEMOLYZED),
        ("LDH,HEMOL,U/L,,,final,", HEMOLYZED),
        ("LDH,400 hematology,U/L,,,final,", FINE),
        ("LDH,HE,U/L,,,final,", FINE),
    ] {
        beside(row, expected);
    }
}

#[test]
fn names_of_index_rows() {
    for name in [
        "Haem Index",
        "HIDX",
        "HIX",
        "SI-H",
        "LIH-H",
        "Índice hemólisis",
        "Serum index H",
        "Hemolýza",
        "Hemoliza",
        "Hemolyysi",
        "Hæmolyse",
    ] {
        beside(&format!("{name},250,mg/dL,,,final,"), HEMOLYZED);
        beside(&format!("{name},5,mg/dL,,,final,"), FINE);
    }
    for (name, analyte) in [
        ("Lipemia", "lipemia_index"),
        ("Lipaemia", "lipemia_index"),
        ("SI-L", "lipemia_index"),
        ("Icterus", "icterus_index"),
        ("SI-I", "icterus_index"),
        ("Lithium", "lithium"),
    ] {
        let text = format!("{HEADER}\nP,S,2026-10-12 07:10,F,45,Serum,{name},2+,,,,final,\n");
        let (_folder, path) = file("labs.csv", text);
        assert_eq!(Run::check(&path).rows()[0]["analyte"], analyte, "{name}");
    }
}

#[test]
fn flags_of_analyzers() {
    let alt = |flag: &str| format!("Serum,ALT,20,U/L,10-40,{flag},final,");
    let potassium = |flag: &str| format!("Serum,Potassium,4.1,mmol/L,3.5-5.1,{flag},final,");
    for flag in [">I.H", "I.H", "HEM", "Hem", "Hem;N"] {
        check(&[(&potassium(flag), HEMOLYZED)]);
    }
    check(&[
        (&potassium("H"), "usable flag-disagrees"),
        (
            &potassium("Hem;H"),
            "indeterminate flag-disagrees hemolysis-raises masked-low-possible",
        ),
        // The analyzer speaks against its own measurement.
        (&potassium(">Test"), "caution comment-disowns"),
        (&potassium("no HEM"), FINE),
        (&alt(">I.I"), "caution icterus-effect-unknown"),
        (
            &alt("I.L"),
            "indeterminate lipemia-lowers masked-high-possible",
        ),
    ]);
}

#[test]
fn statuses_of_laboratory_systems() {
    for (status, expected) in [
        ("Failed QC", "indeterminate status-failed"),
        ("Removed", "result-absent"),
        ("Hidden", "result-absent"),
        ("Credited", "result-absent"),
        ("Retracted", "result-absent"),
        ("Withdrawn", "result-absent"),
        ("Deleted", "result-absent"),
        ("Invalid", "result-absent"),
        ("Entered in error", "result-absent"),
        ("rejected", "result-absent"),
        ("W", "result-absent"),
        ("D", "result-absent"),
        ("X", "result-absent"),
        ("published", FINE),
        ("verified", FINE),
        ("Auth (Verified)", FINE),
        ("Modified", FINE),
        ("V", FINE),
        ("to_be_verified", "usable preliminary"),
        ("Passed QC", "usable status-unknown"),
        ("Q", "usable status-unknown"),
    ] {
        check(&[(
            &format!("Serum,Potassium,4.1,mmol/L,3.5-5.1,,{status},"),
            expected,
        )]);
    }
}

#[test]
fn what_is_wrong_with_a_tube_is_wrong_with_all_of_it() {
    // One number for three tubes, each with its own fault: rows of the same tube, and rows of the others.
    let rows = |citrate: &str, edta: &str, serum: &str| {
        format!(
            "specimen,test,result,unit,range,comment\n\
             Citrate plasma,INR,1.1,,0.8-1.2,\n\
             Citrate plasma,APTT,30,s,25-35,{citrate}\n\
             Whole blood,Hemoglobin,140,g/L,120-160,\n\
             Whole blood,Platelets,250,10*9/L,150-400,{edta}\n\
             Serum,Potassium,4.1,mmol/L,3.5-5.1,\n\
             Serum,Sodium,140,mmol/L,135-145,{serum}\n"
        )
    };
    let all = "usable usable usable usable usable usable";
    for (citrate, edta, serum, expected) in [
        ("", "", "", all),
        (
            "clotted",
            "",
            "",
            "indeterminate indeterminate usable usable usable usable",
        ),
        (
            "",
            "clotted",
            "",
            "usable usable indeterminate indeterminate usable usable",
        ),
        (
            "",
            "",
            "wrong patient",
            "usable usable usable usable unusable unusable",
        ),
        (
            "wrong patient",
            "",
            "",
            "unusable unusable usable usable usable usable",
        ),
        // Hemolysis that is stated of whole blood is of that tube, and of no serum.
        (
            "",
            "hemolyzed",
            "",
            "usable usable caution caution usable usable",
        ),
    ] {
        let text = rows(citrate, edta, serum);
        let mut lines = text.lines();
        let head = lines.next().expect("a header");
        let mut export = format!("patient,sample,collected,sex,age,{head}\n");
        for line in lines {
            export += &format!("P,S1,2026-10-12 07:10,F,45,{line}\n");
        }
        let (_folder, path) = file("labs.csv", &export);
        for threads in ["1", "2"] {
            let said = Run::check(&path).args(["--threads", threads]).rows();
            let said: Vec<&str> = said.iter().map(|row| row["usability"].as_str()).collect();
            let own = said.join(" ");
            // The row with the comment may say more of itself.
            assert_eq!(own, expected, "{export}");
        }
    }
}

#[test]
fn a_zero_beside_no_result_is_none() {
    let first = |(headers, unit): (&str, &str), cells: &str, others: &str| {
        let text = format!(
            "patient,sex,age,test,{headers},{unit}\n1,F,60,Potassium,{cells},mmol/L\n{others}"
        );
        let (_folder, path) = file("labs.csv", &text);
        let rows = Run::check(&path).rows();
        format!("{}|{}", rows[0]["value"], rows[0]["notices"])
    };
    const FILLED: &str = "2,F,60,Sodium,140,140,mmol/L\n3,F,60,Sodium,141,141,mmol/L\n";
    // The first column is that of something else, or of nothing: the numbers stand alone.
    const ALONE: &str = "2,F,60,Sodium,,140,mmol/L\n3,F,60,Sodium,,141,mmol/L\n";
    const ZERO: &str = "0|implausible-value critical-limit";
    for headers in [
        ("LBORRES,LBSTRESN", "LBSTRESU"),
        ("VALUE,VALUENUM", "unit"),
        ("result,result_numeric", "unit"),
    ] {
        for (cells, others, expected) in [
            (",0", FILLED, "|result-absent"),
            (",0.0", FILLED, "|result-absent"),
            ("NULL,0", FILLED, "NULL|result-absent"),
            ("NULL,0", ALONE, "NULL|result-absent"),
            (",4.1", FILLED, "4.1|"),
            ("NULL,4.1", FILLED, "4.1|"),
            // It was measured, or somebody typed it: verify.
            ("0,0", FILLED, ZERO),
            (",0", ALONE, ZERO),
        ] {
            assert_eq!(
                first(headers, cells, others),
                expected,
                "{headers:?}: {cells}"
            );
        }
    }
}
