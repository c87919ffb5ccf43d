//! Sections of controls that lines among the rows begin: whose rows are controls, and where these end.

use crate::run::{said, sheet_or_stop};
use crate::traps_sections::{WHO, last};

#[test]
fn where_the_section_of_controls_ends() {
    const CONTROL: &str = "||quality-control";
    for (line, in_front, behind) in [
        ("Glucose,,mmol/L", true, true),
        ("Glucose,,", true, true),
        ("Level 1,,", true, true),
        ("LOT 4711,,", true, true),
        ("Lot: 4711,,", true, true),
        ("Comment: new lot,,", true, false),
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
        ("Control level: 2,,", true, true),
        ("QC date: 2026-11-18,,", true, false),
        ("Comment: QC passed,,", false, false),
        ("QC within limits,,", false, false),
        ("QC result: pass,,", false, false),
        ("Control in range - run released,,", false, false),
        ("Status: QC in range,,", false, false),
        ("Clinic: Control of diabetes,,", false, false),
        ("Batch 2 - routine samples,,", false, false),
        ("Lot of patients,,", false, false),
        ("Charge nurse: Smith,,", false, false),
        ("Level 2 ward,,", false, false),
        ("Location: Level 3 East,,", true, false),
        ("Routine batch,,", true, false),
        ("Batch: 2,,", true, false),
        ("Note: routine run starts here,,", true, false),
        ("* haemolysed sample,,", true, false),
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
            let found = last(&lines).replace(" sample-not-told", "");
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
    // Behind them whose the rows are is said again.
    for (line, expected) in [
        ("Patient: Smith John,,", "Smith John|N"),
        ("Patient: Jones Mary,,", "|"),
        ("---,,", "|"),
    ] {
        let text = format!(
            "{WHO}\nSample type: QC,,\nCreatinine,105,umol/L\n{line}\nCreatinine,105,umol/L\n"
        );
        let rows = said(&text, &["patient", "flag"]);
        assert_eq!(rows.last().expect("a creatinine"), expected, "{line}");
    }
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
        ("QC1|L1001", "control HH"),
        ("QC1|L-2044", "control HH"),
        ("QC1|L26-10422", "control HH"),
        ("QC1|L2|LOT 12", "control control control"),
        ("Low|High", "control control"),
        (
            "Low|Medium|High|Abnormal|1002",
            "control control control control HH",
        ),
        ("C1|C2|C3|C1002", "control control control HH"),
        ("LVL1|LVL2|1002", "control control HH"),
        ("QCL|QCM|QCH|1002", "control control control HH"),
        ("P1|P2", "control HH"),
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
    // Where no column names the patient, samples do.
    for (rows, expected) in [
        ("Q1|S1001", "control HH"),
        ("Q1|Q2|S1001|S1002", "control control HH HH"),
        ("45771|45771|S1001", "control control HH"),
        ("45771|S1000", "control HH"),
    ] {
        let potassium = |sample: &str| format!("{sample},Potassium,6.9,mmol/L\n");
        let rows: String = rows.split('|').map(potassium).collect();
        let text = format!(
            "Site: A,Specimen: Serum\nSample,Test,Result,Unit\nS1000,Potassium,4.2,mmol/L\nQC: Level 1,,,\n{rows}"
        );
        let said = said(&text, &["flag", "notices"]);
        let is_control = |row: &String| row.contains("quality-control");
        let short = |row: &String| if is_control(row) { "control" } else { "HH" };
        let found: Vec<&str> = said[2..].iter().map(short).collect();
        assert_eq!(found.join(" "), expected, "{rows}");
    }
    // Behind the line of another level another number is the next control's, unless he was seen above.
    for (patient, expected) in [("45772", "|quality-control"), ("Smith John", "HH|")] {
        let text = format!(
            "Site: A,Specimen: Serum\nPatient,Test,Result,Unit\nSmith John,Potassium,4.2,mmol/L\nQC: Level 1,,,\n\
             45771,Potassium,2.4,mmol/L\nQC: Level 2,,,\n{patient},Potassium,7.4,mmol/L\n"
        );
        let rows = said(&text, &["flag", "notices"]);
        assert!(rows[4].starts_with(expected), "{patient}: {rows:?}");
    }
    let text = "Site: A,Specimen: Serum\nPatient,Potassium (mmol/L),Sodium (mmol/L)\nSmith John,4.2,140\nSample type: QC,,\nMultiqual,4.0,145\n1002,6.9,118\n";
    let rows = said(text, &["patient", "flag"]);
    assert_eq!(rows.last().expect("a potassium"), "1002|LL");
}

/// A file that is headed as one of controls has patients where a line speaks of them, and the controls of a study are people.
#[test]
fn a_file_of_controls_has_a_way_back() {
    let head = "Quality control\nTest,Result,Unit\nPotassium,4.1,mmol/L";
    for (line, is_control) in [
        ("Patients,,", false),
        ("Patient: Smith John,,", false),
        ("QC within limits,,", false),
        ("Chemistry,,", true),
        ("Level 2,,", true),
        ("---,,", true),
    ] {
        let text = format!("{head}\n{line}\nPotassium,7.1,mmol/L\n");
        let rows = said(&text, &["flag", "notices"]);
        let last = rows.last().expect("a potassium");
        assert_eq!(last.contains("quality-control"), is_control, "{line}");
        assert_eq!(rows[0], "|quality-control", "{line}");
    }
    for (title, row, expected) in [
        ("Controls", "1001,F,44", "HH"),
        ("Controls", "1001,F,", ""),
        ("Quality control", "1001,F,44", ""),
    ] {
        let text =
            format!("{title}\nPatient,Sex,Age,Test,Result,Unit\n{row},Potassium,7.1,mmol/L\n");
        assert_eq!(said(&text, &["flag"]), [expected], "{title}: {row}");
    }
}
