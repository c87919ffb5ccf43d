//! Sections of a specimen that lines among the rows begin: what counts for their rows, and where they end.

use crate::run::{said, sheet_or_stop};

pub const WHO: &str = "Patient: Smith John,Sex: M,Age: 45\nTest,Result,Unit";

/// Specimen, flag, usability and notices of the last row below lines of a report.
#[track_caller]
pub fn last(lines: &[&str]) -> String {
    let text = format!("{WHO}\n{}\n", lines.join("\n"));
    let rows = said(&text, &["specimen", "flag", "usability", "notices"]);
    rows.last().expect("a row").replace("method-dependent", "")
}

#[test]
fn rows_are_of_the_specimen_that_the_line_above_them_states() {
    for (line, row, expected) in [
        (
            "Specimen: Plasma,,",
            "Creatinine,180,umol/L",
            "plasma|H|usable|",
        ),
        (
            "Sample type: Li-Heparin plasma,,",
            "Sodium,128,mmol/L",
            "plasma|L|usable|",
        ),
        (
            "Specimen: EDTA blood,,",
            "Hemoglobin,6.0,g/dL",
            "whole-blood|L|usable|",
        ),
        (
            "Specimen: EDTA blood,,",
            "Platelets,12,10^9/L",
            "whole-blood|L|usable|",
        ),
        (
            "Specimen: EDTA blood,,",
            "HbA1c,9.5,%",
            "whole-blood|H|usable|",
        ),
        (
            "Specimen: Citrate plasma,,",
            "Fibrinogen,0.5,g/L",
            "plasma-citrate|L|usable|",
        ),
        (
            "Specimen: EDTA plasma,,",
            "Potassium,5.9,mmol/L",
            "plasma-edta||unusable|no-interval specimen-unsuitable",
        ),
        (
            "Specimen: Citrate plasma,,",
            "Potassium,4.1,mmol/L",
            "plasma-citrate||unusable|specimen-unsuitable",
        ),
        (
            "Specimen: Urine,,",
            "Sodium,45,mmol/L",
            "urine|||specimen-not-serum",
        ),
        (
            "\"Specimen\",Urine,",
            "Potassium,35,mmol/L",
            "urine|||specimen-not-serum",
        ),
        (
            "Specimen: 24 h urine,,",
            "Creatinine,9000,umol/L",
            "urine|||specimen-not-serum",
        ),
        (
            "Specimen: CSF,,",
            "Glucose,2.1,mmol/L",
            "csf|||specimen-not-serum",
        ),
        (
            "Specimen: Drain fluid,,",
            "Calcium,1.1,mmol/L",
            "body-fluid|||specimen-not-serum",
        ),
        // The row's own name goes before it, and what was not received is no specimen.
        (
            "Specimen: Urine,,",
            "Serum potassium,6.9,mmol/L",
            "serum|HH|usable|critical-limit",
        ),
        (
            "Sample: urine culture pending,,",
            "Potassium,6.9,mmol/L",
            "|HH|caution|specimen-unknown critical-limit",
        ),
        (
            "Specimen: Urine not received,,",
            "Potassium,6.9,mmol/L",
            "|HH|caution|specimen-unknown critical-limit",
        ),
    ] {
        let rows = ["Potassium,4.2,mmol/L", line, row];
        assert_eq!(last(&rows), expected, "{line} {row}");
    }
    let text = "Patient: Smith John,Sex: M,Age: 45\nTest,LOINC,Result,Unit\nSpecimen: Urine,,,\n\
                Sodium,2955-3,45,mmol/L\nPotassium,2823-3,6.9,mmol/L\n";
    let rows = said(text, &["specimen", "flag"]);
    assert_eq!(rows[1..], ["urine|", "serum|HH"]);
    let text = format!("{WHO}\nPotassium,4.2,mmol/L\nSpecimen: Urine,,\nSodium,45,mmol/L\n");
    assert_eq!(sheet_or_stop(&text).code, 0);
    // Of a wide table, too; and what stands above the line is no urine.
    let text = "Patient: Smith John,Sex: M,Age: 45\nCollected,Potassium (mmol/L),Sodium (mmol/L)\n\
                2026-11-18,4.2,140\nSpecimen: Urine,,\n2026-11-18,35,45\n2026-11-18,30,40\n\
                2026-11-19,6.9,118\n";
    let rows = said(text, &["specimen", "flag"]);
    assert_eq!(rows[..2], ["serum|N", "serum|N"]);
    assert_eq!(rows[3..7], ["urine|"; 4]);
    // How far it reaches nobody knows: not to another day.
    assert_eq!(rows[7..], ["|HH", "|LL"]);
}

#[test]
fn where_the_section_of_a_specimen_ends() {
    const URINE: &str = "urine|||specimen-not-serum";
    const OPEN: &str = "|HH|caution|specimen-unknown critical-limit";
    const SERUM: &str = "serum|HH|usable|critical-limit";
    for (front, behind, expected) in [
        // Between the line and its first row, and a test without a result.
        ("Collected: 2026-11-18,,", "", URINE),
        ("Chemistry,,", "", URINE),
        ("Test,Result,Unit", "", URINE),
        ("URINE,,", "", URINE),
        ("", "Calcium,,", URINE),
        ("", "Protein,,g/L", URINE),
        ("", "Volume: 1500 mL,,", URINE),
        ("", "Urine chemistry,,", URINE),
        ("", "Specimen: Urine,,", URINE),
        // Behind rows of it.
        ("", "Collected: 2026-11-18,,", OPEN),
        ("", "Chemistry,,", OPEN),
        ("", "Test,Result,Unit", OPEN),
        ("", "Patient: Smith John,,", OPEN),
        ("", "SERUM,,", SERUM),
        ("", "Specimen: Serum,,", SERUM),
        ("", "Specimen: Blood,,", SERUM),
        ("SERUM,,", "", SERUM),
        ("Patient: Smith John,,", "", OPEN),
        // Lines that are part of it, and none of a result.
        ("Ward: A5,,", "", URINE),
        (",,", "", URINE),
        ("", "Collection method: catheter,,", URINE),
        ("", "Glucose,,", URINE),
        (
            "Chemistry,,\nCollected: 2026-11-18,,\nTest,Result,Unit",
            "",
            URINE,
        ),
        // What is no row of it, and speaks of another sample, of none, or of controls.
        ("Pending,,", "", OPEN),
        ("Not received,,", "", OPEN),
        ("Comment: not received,,", "", OPEN),
        ("Status: pending,,", "", OPEN),
        ("", "Comment: serum results below,,", OPEN),
        ("", "Comment: end of urine results,,", OPEN),
        ("", "Remarks: Blood,,", OPEN),
        ("", "Comment: see next page,,", OPEN),
        ("", "Method: serum ISE,,", OPEN),
        ("", "HbA1c,,", OPEN),
        ("", "QC: passed,,", OPEN),
        ("", "Control: ok,,", OPEN),
        ("", "Level 2,,", OPEN),
        ("", "Lot: 12,,", OPEN),
        ("", "End of urine,,", OPEN),
        ("", "URINE:,,", URINE),
        ("", "Calcium:,,", URINE),
        ("", ",,", OPEN),
        ("", "\n", OPEN),
        ("", "---,,", OPEN),
        ("", "---,---,---", OPEN),
        ("", "Blood:,,", OPEN),
        ("", "CHEMISTRY:,,", OPEN),
        ("", "Group: Electrolytes,,", OPEN),
        ("", "Profile: U&E,,", OPEN),
        ("", "Order: 5512,,", OPEN),
        ("", "Request: R5,,", OPEN),
        ("", "Time: 08:30,,", OPEN),
        ("", "2026-11-18,,", OPEN),
        ("", "18/11/2026 08:30,,", OPEN),
        ("", "Reported: 2026-11-18,,", OPEN),
        ("", "Ward: A5,,", OPEN),
        ("", "Serum creatinine,80,umol/L", OPEN),
        // A key and its value in the cells of a test and its result; and results of urine in words.
        ("", "Type,Blood,", OPEN),
        ("", "Material,Serum,", SERUM),
        ("", "Appearance,Clear,", URINE),
        ("", "Nitrite,negative,", URINE),
        ("", "Blood,negative,", URINE),
    ] {
        let row = match front {
            "SERUM,," => "Sodium,140,mmol/L",
            _ => "Sodium,45,mmol/L",
        };
        let lines = [
            "Specimen: Urine,,",
            front,
            row,
            behind,
            "Potassium,6.9,mmol/L",
        ];
        let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(last(&lines), expected, "{front} {behind}");
    }
    // A test that has no result yet is a row, too.
    for line in [
        "Chemistry,,",
        "Collected: 2026-11-18,,",
        "Test,Result,Unit",
        "---,,",
        "\n",
    ] {
        let lines = [
            "Specimen: Urine,,",
            "Sodium,,mmol/L",
            line,
            "Potassium,6.9,mmol/L",
        ];
        assert_eq!(last(&lines), OPEN, "{line}");
    }
    assert!(
        last(&[
            "Specimen: Urine,,",
            "Sodium,45,mmol/L",
            "Sample haemolysed,,",
            "Potassium,6.9,mmol/L"
        ])
        .contains("|HH|")
    );
    // Another sample or day in the row's own cell, and another specimen.
    let text = "Patient: Smith John,Sex: M,Age: 45\nSample,Test,Result,Unit\nSpecimen: Urine,,,\nS2,Sodium,,mmol/L\nS3,Potassium,6.9,mmol/L\n";
    assert_eq!(said(text, &["specimen", "flag"])[2], "|HH");
    for (row, expected) in [
        ("S2,2026-11-18,,", "urine|"),
        (",,,", "urine|"),
        ("S3,2026-11-18,,", "|HH"),
        ("S2,2026-11-19,,", "|HH"),
        ("S2,2026-11-18,,Serum", "serum|HH"),
    ] {
        let (keys, kind) = row.rsplit_once(',').expect("a kind");
        let keys = keys.trim_end_matches(',');
        let keys = if keys.is_empty() { "," } else { keys };
        let text = format!(
            "Patient: Smith John,Sex: M,Age: 45\nSample,Collected,Test,Result,Unit,Specimen\nS1,2026-11-18,Potassium,4.2,mmol/L,\n\
             Specimen: Urine,,,,,\nS2,2026-11-18,Sodium,45,mmol/L,\n{keys},Potassium,6.9,mmol/L,{kind}\n{keys},Potassium,6.9,mmol/L,\n"
        );
        let rows = said(&text, &["specimen", "flag"]);
        assert_eq!(rows[3], expected, "{row}");
        let last = if kind.is_empty() { expected } else { "|HH" };
        assert_eq!(rows[4], last, "{row}");
    }
    let text = "Patient: Smith John,Sex: M,Age: 45\nSample,Potassium (mmol/L),Sodium (mmol/L)\nS1,4.2,140\nSpecimen: Urine,,\nS2,35,45\nS3,6.9,118\n";
    let rows = said(text, &["specimen", "flag"]);
    assert_eq!(rows[3..], ["urine|", "urine|", "|HH", "|LL"]);
    // A tube that suits some tests stands no more; plasma is taken for what serum is.
    for (line, expected) in [
        (
            "Specimen: EDTA plasma,,",
            "|HH|caution|specimen-unknown critical-limit",
        ),
        ("Specimen: Plasma,,", "serum|HH|usable|critical-limit"),
    ] {
        let lines = [
            line,
            "Sodium,140,mmol/L",
            "Chemistry,,",
            "Potassium,6.9,mmol/L",
        ];
        assert_eq!(last(&lines), expected, "{line}");
    }
    // A title at the end of the report says nothing of the rows in front.
    let text = format!(
        "{WHO}\nPotassium,6.9,mmol/L\nSpecimen: Urine,,\nSodium,45,mmol/L\nEnd of report,,\n"
    );
    let rows = said(&text, &["patient", "specimen", "flag"]);
    assert_eq!(rows[0], "Smith John|serum|HH");
}

/// What is asked for in blood alone, says blood, or stands between limits of blood is no row of urine, nor is what follows it.
#[test]
fn a_row_of_blood_ends_a_section_of_urine() {
    for (row, is_urine) in [
        ("Hemoglobin,5.1,g/dL,12-16", false),
        ("TSH,0.01,mU/L,", false),
        ("ALT,1250,U/L,", false),
        ("Platelets,8,10^9/L,", false),
        ("INR,8,,", false),
        ("Ionized calcium,0.6,mmol/L,", false),
        ("Blood glucose,1.2,mmol/L,", false),
        ("Fasting glucose,1.2,mmol/L,", false),
        ("HbA1c,,%,", false),
        ("Potassium,7.1,mmol/L,3.5-5.1", false),
        ("Glucose,1.2,mmol/L,70-99 mg/dL", false),
        ("Sodium,45,mmol/L,40-220", true),
        ("Potassium,35,mmol/L,25-125", true),
        ("Creatinine,9,mmol/L,3-20", true),
        ("Glucose,0.2,mmol/L,0-0.8", true),
        ("Calcium,2.1,mmol/L,", true),
        ("WBC,5,/HPF,0-5", true),
        ("Red blood cells,5,/HPF,", true),
        ("White blood cells,5,/HPF,", true),
        ("Hemoglobin,negative,,", true),
        ("Blood,negative,,", true),
        ("Urine blood,2,,", true),
        ("Specific gravity,1.015,,", true),
    ] {
        let text = format!(
            "Patient: Smith John,Sex: M,Age: 45\nTest,Result,Unit,Range\nSpecimen: Urine,,,\nSodium,45,mmol/L,\n{row}\nPotassium,6.9,mmol/L,\n"
        );
        let rows = said(&text, &["specimen", "flag"]);
        assert_eq!(rows[1], "urine|", "{row}");
        assert_eq!(rows[2].starts_with("urine|"), is_urine, "{row}");
        assert_eq!(rows[3], if is_urine { "urine|" } else { "|HH" }, "{row}");
    }
}

/// How far a file is of urine that is headed so nobody knows, where a row is plainly of blood.
#[test]
fn a_row_of_blood_ends_a_file_of_urine() {
    for (head, row, expected) in [
        ("Specimen: Urine", "Hemoglobin,5.1,g/dL,12-16", "|HH"),
        ("Urine", "Potassium,7.1,mmol/L,3.5-5.1", "|HH"),
        ("Specimen: Urine", "Sodium,45,mmol/L,40-220", "urine|"),
        ("Specimen: Urine", "Hemoglobin,negative,,", "urine|"),
        ("Specimen: Serum", "Sodium,140,mmol/L,", "serum|HH"),
        ("Specimen: CSF", "Potassium,2.9,mmol/L,3.5-5.1", "csf|"),
    ] {
        let text = format!(
            "Patient: Smith John,Sex: M,Age: 45\n{head}\nTest,Result,Unit,Range\nSodium,140,mmol/L,\n{row}\nPotassium,6.9,mmol/L,\n"
        );
        let rows = said(&text, &["specimen", "flag"]);
        assert_eq!(rows[2], expected, "{head}: {row}");
    }
}
