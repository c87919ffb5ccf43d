//! Sections of a specimen or of controls that lines among the rows begin: what counts for their rows, and where they end.

use crate::run::{said, sheet_or_stop};

const WHO: &str = "Patient: Smith John,Sex: M,Age: 45\nTest,Result,Unit";

/// Specimen, flag, usability and notices of the last row below lines of a report.
#[track_caller]
fn last(lines: &[&str]) -> String {
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
        ("", "Comment: turbid,,", URINE),
        ("", "Collection method: catheter,,", URINE),
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
    // Another sample or day in the row's own cell, and another specimen.
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

#[test]
fn where_the_section_of_controls_ends() {
    const CONTROL: &str = "||quality-control";
    for (line, in_front, behind) in [
        ("Glucose,,mmol/L", true, true),
        ("Glucose,,", true, true),
        ("Level 1,,", true, true),
        ("LOT 4711,,", true, true),
        ("Lot: 4711,,", true, true),
        ("Comment: new lot,,", true, true),
        ("Multiqual 2,,", true, true),
        ("Sample type: QC,,", true, true),
        ("Collected: 2026-11-18,,", true, false),
        ("Sample: 4712,,", true, false),
        ("Specimen: Serum,,", true, false),
        ("Sample type: Patient,,", false, false),
        (",,", true, true),
        ("Type: Unknown,,", true, false),
        ("Order: 5512,,", true, false),
        ("Request: R5,,", true, false),
        ("Time: 08:30,,", true, false),
        ("2026-11-18,,", true, false),
        ("---,,", true, false),
        ("Control samples,,", true, true),
        ("Comment: QC passed,,", true, true),
        // Of people, or the end in words.
        ("Patient samples:,,", false, false),
        ("Patient results,,", false, false),
        ("Samples:,,", false, false),
        ("Comment: patient results below,,", false, false),
        ("QC end,,", false, false),
        ("End of QC,,", false, false),
        ("QC passed,,", false, false),
        ("QC: accepted,,", false, false),
        ("Ward: A5,,", false, false),
        ("Bed: 4,,", false, false),
        ("Doctor: Miller,,", false, false),
        ("Test,Result,Unit", true, false),
        ("Chemistry,,", true, false),
        ("Patient: Jones Mary,,", false, false),
    ] {
        for (row, is_control) in [("", in_front), ("Sodium,140,mmol/L", behind)] {
            let lines = ["Sample type: QC,,", row, line, "Potassium,6.9,mmol/L"];
            let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            let found = last(&lines);
            assert_eq!(found.ends_with(CONTROL), is_control, "{row} {line}");
            assert_eq!(found.contains("|HH|"), !is_control, "{row} {line}");
        }
    }
    let lines = [
        "Sample type: QC,,",
        "Sodium,140,mmol/L",
        "Glucose,,",
        "Sodium,132,mmol/L",
    ];
    assert!(last(&lines).ends_with(CONTROL));
    // What stands below them takes nothing from those above.
    let text = format!(
        "{WHO}\nPotassium,6.9,mmol/L\nSample type: QC,,\nSodium,140,mmol/L\nEnd of report,,\n"
    );
    assert_eq!(said(&text, &["patient", "flag"])[0], "Smith John|HH");
}

#[test]
fn a_control_with_a_number_in_place_of_a_patient() {
    let report = |rows: &str| {
        format!("Site: A,Specimen: Serum\nPatient,Sex,Collected,Test,Result,Unit\n{rows}\n")
    };
    let text = report(
        "1,,2026-11-18,Potassium,6.9,mmol/L\nSample type: QC,,,,,\n1,,2026-11-20,Potassium,4.1,mmol/L",
    );
    assert_eq!(sheet_or_stop(&text).code, 1);
    for (patient, is_control) in [
        ("1,", true),
        ("LOT4711,", true),
        ("L2,", true),
        ("99001,", true),
        ("Assayed Chemistry High,", true),
        ("2,M", false),
    ] {
        let text = report(&format!(
            "1,F,2026-11-18,Potassium,4.2,mmol/L\nSample type: QC,,,,,\n{patient},2026-11-20,Potassium,6.9,mmol/L\n\
             ,,2026-11-20,Potassium,6.9,mmol/L"
        ));
        let rows = said(&text, &["flag", "notices"]);
        for row in &rows[2..] {
            assert_eq!(row == "|quality-control", is_control, "{patient}: {row}");
            assert_eq!(row.starts_with("HH|"), !is_control, "{patient}: {row}");
        }
    }
}

/// A patient who was seen above controls, or another than the first among them, is no control, and nobody below him is.
#[test]
fn a_named_patient_ends_the_controls() {
    for (rows, expected) in [
        ("Multiqual|Smith John", "control HH"),
        ("Multiqual|Jones Mary", "control HH"),
        ("Multiqual|1002|1003", "control HH HH"),
        ("LOT4711|Smith John", "control HH"),
        ("LOT1|LOT2|L3|1002", "control control control HH"),
        ("Smith John", "HH"),
        (
            "Multiqual 1|Multiqual 2|Jones Mary|1002",
            "control control HH HH",
        ),
        ("99001|99001|99002", "control control HH"),
        ("99001||99001", "control control control"),
        ("Smith John|Multiqual 1|Jones Mary", "HH control HH"),
    ] {
        let potassium = |patient: &str| format!("{patient},Potassium,6.9,mmol/L\n");
        let rows: String = rows.split('|').map(potassium).collect();
        let text = format!(
            "Site: A,Specimen: Serum\nPatient,Test,Result,Unit\nSmith John,Potassium,4.2,mmol/L\nSample type: QC,,,\n{rows}"
        );
        let said = said(&text, &["flag", "notices"]);
        let short = |row: &String| match row.contains("quality-control") {
            true => "control".to_string(),
            false => row.split('|').next().unwrap_or_default().to_string(),
        };
        let found: Vec<String> = said[2..].iter().map(short).collect();
        assert_eq!(found.join(" "), expected, "{rows}");
    }
    let text = "Site: A,Specimen: Serum\nPatient,Potassium (mmol/L),Sodium (mmol/L)\nSmith John,4.2,140\nSample type: QC,,\nMultiqual,4.0,145\n1002,6.9,118\n";
    let rows = said(text, &["patient", "flag"]);
    assert_eq!(rows.last().expect("a potassium"), "1002|LL");
}
