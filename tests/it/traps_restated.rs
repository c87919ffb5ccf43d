//! Lines above a table, and lines among its rows that say the same, or something else.

use crate::run::{Run, file, said};

const ROWS: &str = "patient|flag|notices";

/// Whose the potassium and the creatinine of a report are, 105 umol/L: normal in a man, high in a woman.
#[track_caller]
pub fn report(above: &str, among: &str) -> [String; 2] {
    let text = format!(
        "{above}\nTest,Result,Unit,Ref,Comment\nPotassium,4.1,mmol/L,,\n{among}\nCreatinine,105,umol/L,,\n"
    );
    let columns: Vec<&str> = ROWS.split('|').collect();
    let of_row = |row: &String| {
        let short = row.replace("method-dependent", "");
        short.trim_end_matches(['|', ' ']).to_string()
    };
    let rows: Vec<String> = said(&text, &columns).iter().map(of_row).collect();
    let last = rows.last().expect("the creatinine").clone();
    [rows[0].clone(), last]
}

pub const SMITH: [&str; 2] = ["Smith John|N", "Smith John|N"];
const ANOTHER: [&str; 2] = ["Smith John|N", "||sex-missing"];

#[test]
fn the_same_person_in_other_words() {
    for among in [
        "Patient: Mr John Smith,,",
        "Patient: Smith John - Page 2,,",
        "\"Patient: Smith John, Page 2 of 3\",,",
        "Patient: SMITH JOHN (cont.),,",
        "Patient: Smith John (MRN 0110),,",
        "Name,John Smith,",
        "Surname,Smith,",
        "Nachname: Smith,Vorname: John,",
        "Gender: Male,,",
        "Age: 45 y,,",
        "Patient: fasting,,",
        "Patient: see next page,,",
        // Limits of the other sex, and of an age.
        "Sex: F,,,45-84",
        "Age: 18-60 y,,,45-84",
        // The comment of a result.
        "Sodium,140,mmol/L,,Patient: known CKD",
        "Sodium,pending,,,Patient: known CKD",
        "Sodium,140,mmol/L,,\"Age: 18-60 y, normal\"",
        "Sodium,140,mmol/L,,Sex: F see limits",
        "Collected by: Nurse,,",
        "Reported to patient: no,,",
        // An answer, and a test without a result.
        "Sodium,,,No,Yes",
        "Sodium,,,ID,17",
        "No,12,",
    ] {
        let above = "Patient: Smith John,Sex: M,Age: 45";
        assert_eq!(report(above, among), SMITH, "{among}");
    }
}

#[test]
fn another_person_in_other_words() {
    for (above, among) in [
        ("Patient: Smith John", "Name,Jones Mary,"),
        ("Patient: Smith John", "Surname,Jones,"),
        ("Patient: Smith John", "Last name: Jones,First name: Mary,"),
        ("Patient: Smith John", "Prénom: Mary,,"),
        ("Patient: Smith John", "Gender: Female,,"),
        ("Patient: Smith John", "Patient: Smith (Mary),,"),
        ("Name: Smith John", "Patient,Jones Mary,"),
        // Nothing to compare: a number and a name, numbers of two registers.
        ("Patient: Smith John", "Hospital no: 111,,"),
        ("Patient: Smith John", "NHS No,4857773456,"),
        // Somebody else stands in the same line.
        (
            "Patient: Smith John",
            "Jones Mary,Sex: F,Physician: Dr Brown",
        ),
        (
            "Patient: Smith John",
            "Patient: Jones Mary,Sex: F,Physician: Dr Brown",
        ),
        (
            "Patient: Smith John",
            "Patient: Jones Mary,Reference: 12345,",
        ),
        ("Patient: Smith John", "Patient: Jones Mary,Partner: Ann,"),
        ("\"Patient: Smith John\"", "Patient: Smith, Mary,"),
    ] {
        let above = format!("{above},Sex: M,Age: 45");
        assert_eq!(report(&above, among), ANOTHER, "{above}: {among}");
    }
    for among in ["Surname,Jones,", "Patient,Jones Mary,", "MRN,111,"] {
        let above = "Hospital no: 110,Sex: M,Age: 45";
        assert_eq!(report(above, among), ["110|N", "||sex-missing"], "{among}");
    }
    for (above, among) in [
        ("DOB: 1960-03-12", "Date of birth,1980-03-12,"),
        ("Sex: M", "Gender,F,"),
    ] {
        let above = format!("Patient: Smith John,Sex: M,{above},Age: 45");
        assert_eq!(report(&above, among)[1], "||sex-missing", "{among}");
    }
}

/// Below the last result, or beside one, another name contradicts the one above all rows.
#[test]
fn a_line_that_heads_no_rows_speaks_of_those_above() {
    for among in ["Patient: Jones Mary,,\nSex: F,,", "Surname,Jones,"] {
        let text = format!(
            "Patient: Smith John,Sex: M,Age: 45\nTest,Result,Unit\nPotassium,4.1,mmol/L\nCreatinine,105,umol/L\n{among}\n"
        );
        let rows = said(&text, &["patient"]);
        assert_eq!(rows[..2], ["", ""], "{among}");
    }
    let text = "Patient: Smith John,Sex: M,Age: 45\nDate,Test,Result,Unit\n2026-05-02,Potassium,4.1,mmol/L\n\
                Patient: Jones Mary,Creatinine,105,umol/L\n";
    assert_eq!(said(text, &["patient"]), ["", ""]);
}

#[test]
fn a_comma_belongs_to_the_name() {
    for (above, expected) in [
        ("Patient: Smith, John,Sex: M,Age: 45", "Smith, John|N"),
        ("\"Patient: Smith, John  Sex: M  Age: 45\"", "Smith, John|N"),
        ("Patient: Smith,Sex: M,Age: 45", "Smith|N"),
        (
            "Patient: Smith John,Chemistry,Sex: M,Age: 45",
            "Smith John|N",
        ),
        ("Patient: 4711,Chemistry,Sex: M,Age: 45", "4711|N"),
    ] {
        assert_eq!(report(above, "Sodium,140,mmol/L"), [expected; 2], "{above}");
    }
    for among in [
        "Patient: Smith, Mary,",
        "\"Patient: Smith, Mary\",,",
        "Patient: Smith,,",
    ] {
        let above = "Patient: Smith, John,Sex: M,Age: 45";
        assert_eq!(
            report(above, among),
            ["Smith, John|N", "||sex-missing"],
            "{among}"
        );
    }
    let above = "\"Patient: Smith, Twin A\",Sex: M,Age: 45";
    let among = "\"Patient: Smith, Twin B\",,";
    assert_eq!(report(above, among), ["Smith, Twin A|N", "||sex-missing"]);
}

#[test]
fn figures_count_in_their_order_and_with_their_marks() {
    for (key, above, among, is_same) in [
        ("Subject", "11-102", "111-02", false),
        ("MRN", "A-12", "A1-2", false),
        ("MRN", "12.5", "125", false),
        ("Birth date", "1.12.1960", "11.2.1960", false),
        ("MRN", "A-12", "A12", true),
        ("MRN", "0110", "110", true),
        ("Birth date", "1960-12-31", "31.12.1960", true),
        ("Birth date", "1960-12-31", "31/12/1960", true),
    ] {
        let above = format!("Patient: Smith John,Sex: M,Age: 45,{key}: {above}");
        let rows = report(&above, &format!("{key}: {among},,"));
        assert_eq!(!rows[1].contains("sex-missing"), is_same, "{key}: {among}");
    }
    let rows = report("Patient: Smith John,Sex: M,Age: 4.5", "Age: 45,,");
    assert!(rows[1].contains("sex-missing"), "{rows:?}");
}

#[test]
fn a_physician_takes_nothing_from_a_patient() {
    for line in [
        "Patient: Smith John,Sex: M,Age: 45,Physician: Dr Brown",
        "Patient: Smith John,Sex: M,Reference: 12345,Age: 45",
        "Patient: Smith John,Sex: M,Age: 45,Donor: no",
        "\"Patient: Smith John  Sex: M  Age: 45  Physician: Dr Brown\"",
    ] {
        assert_eq!(report(line, "Sodium,140,mmol/L"), SMITH, "{line}");
    }
    for line in [
        "Mother: A,Sex: F,Age: 45",
        "Patient: Smith John,Partner: Ann,Sex: M,Age: 45",
        "Reference population,Sex: M,Age: 45",
        "Reference ranges,Patient: X,Sex: M,Age: 45",
    ] {
        let rows = report(line, "Sodium,140,mmol/L");
        assert!(rows[1].contains("sex-missing"), "{line}: {rows:?}");
    }
}

#[test]
fn a_day_with_and_without_its_time_is_one() {
    let collected = |above: &str, among: &str| {
        let text = format!(
            "Patient: Smith John,Sex: M,Age: 45,Collected: {above}\nTest,Result,Unit\nSodium,140,mmol/L\n{among},,\nPotassium,4.1,mmol/L\n"
        );
        said(&text, &["patient", "collected"])[1..]
            .last()
            .cloned()
            .unwrap_or_default()
    };
    for (above, among, expected) in [
        (
            "2026-05-02 08:15",
            "Collected: 2026-05-02",
            "Smith John|2026-05-02 08:15",
        ),
        (
            "2026-05-02 08:15",
            "Collected: 02.05.2026 08:15",
            "Smith John|2026-05-02 08:15",
        ),
        ("2026-05-02 08:15", "Collected: 2026-05-03", "Smith John|"),
        (
            "2026-05-02 08:15",
            "Collected: 2026-05-02 16:30",
            "Smith John|",
        ),
        ("2026-05-02 08:15", "Patient: Jones Mary", "|"),
    ] {
        assert_eq!(collected(above, among), expected, "{above}, {among}");
    }
}

/// Specimen, flag and notices of the potassium below a line among the rows.
fn potassium(above: &str, among: &str, value: &str) -> [String; 2] {
    let text = format!(
        "{above}\nTest,Result,Unit\nPotassium,{value},mmol/L\n{among}\nPotassium,{value},mmol/L\n"
    );
    let rows = said(&text, &["specimen", "flag", "notices"]);
    [rows[0].clone(), rows.last().expect("a potassium").clone()]
}

#[test]
fn another_specimen_from_a_line_on() {
    let smith = "Patient: Smith John,Sex: M,Age: 45,Specimen: Serum";
    for among in [
        "Specimen: Urine,,",
        "Specimen,Urine,",
        "Sample type: Urine,,",
    ] {
        let [above, below] = potassium(smith, among, "4.1");
        assert!(above.starts_with("serum|N"), "{among}: {above}");
        assert_eq!(below, "urine||specimen-not-serum", "{among}");
    }
    for among in ["Specimen: Serum,,", "Sample: 4711,,"] {
        let [above, _] = potassium("Specimen: Serum", among, "4.1");
        assert!(above.starts_with("serum|"), "{among}: {above}");
    }
    let urine = "Specimen: Urine,,";
    let [_, below] = potassium(urine, "Specimen: Serum,,", "6.9");
    assert!(below.starts_with("serum|"), "{below}");
    // A title of another specimen leads away from what stands above the table.
    for (title, expected) in [
        ("Serum,,", "serum|HH|critical-limit"),
        ("Blood gas,,", "|HH|specimen-unknown critical-limit"),
        ("Blood,,", "|HH|specimen-unknown critical-limit"),
    ] {
        let above = format!("Patient: Smith John,Sex: M,Age: 45\n{urine}");
        let [above, below] = potassium(&above, title, "6.9");
        assert_eq!(
            [above.as_str(), &below],
            ["urine||specimen-not-serum", expected],
            "{title}"
        );
    }
    let [above, below] = potassium(smith, "Urine,,", "6.9");
    assert_eq!(
        [above.as_str(), &below],
        [
            "serum|HH|critical-limit",
            "|HH|specimen-unknown critical-limit"
        ]
    );
    let [_, below] = potassium(smith, "Plasma proteins,,", "6.9");
    assert!(below.starts_with("serum|HH|critical-limit"), "{below}");
    // When it was drawn is no specimen.
    for random in ["Specimen: Random,,", "Specimen type,Random,"] {
        let [_, below] = potassium("Patient: Smith John,Sex: M,Age: 45", random, "6.9");
        assert_eq!(below, "|HH|specimen-unknown critical-limit", "{random}");
    }
    // Of another patient it is not told.
    let [_, below] = potassium(urine, "Patient: Jones Mary,Sex: F,Age: 50", "4.1");
    assert!(below.contains("specimen-unknown"), "{below}");
}

/// A critical value is called whatever a line above it said of others.
#[test]
fn a_section_swallows_no_critical_value() {
    let who = "Patient: Smith John,Sex: M,Age: 45";
    for (line, end) in [
        ("Specimen: Urine,,", "Chemistry,,"),
        ("Specimen: Urine,,", "SERUM,,"),
        ("Specimen: Urine,,", "Collected: 2026-11-04,,"),
        ("Specimen: Urine,,", "Patient: Smith John,,"),
        ("Specimen: Urine,,", "Test,Result,Unit"),
        ("Specimen: Urine not received,,", ",,"),
        ("Specimen: EDTA blood,,", "SERUM,,"),
        ("Specimen: Citrate plasma,,", "BIOCHEMISTRY,,"),
        ("Sample type: QC,,", "Sample type: Serum,,"),
        ("Sample type: QC,,", "Sample type: Patient,,"),
        ("Sample type: QC,,", "Patient: Smith John,,"),
        ("Sample type: QC,,", "Test,Result,Unit"),
        ("Sample type: QC,,", "Chemistry,,"),
    ] {
        let text = format!(
            "{who}\nTest,Result,Unit\n{line}\nSodium,140,mmol/L\n{end}\nPotassium,6.9,mmol/L\n"
        );
        let rows = said(&text, &["name", "flag", "notices"]);
        let last = rows.last().expect("a potassium");
        assert!(last.starts_with("Potassium|HH|"), "{line} {end}: {last}");
    }
    // Nor one of a patient with cells of his own.
    for (line, row) in [
        ("Specimen: Urine,,,,,", "1,F,40,Sodium,60,mmol/L"),
        ("Sample type: QC,,,,,", ",,,Potassium,4.1,mmol/L"),
    ] {
        let text = format!(
            "Site: A,Specimen: Serum\nPatient,Sex,Age,Test,Result,Unit\n{line}\n{row}\n2,M,50,Potassium,6.9,mmol/L\n"
        );
        let rows = said(&text, &["patient", "flag"]);
        assert_eq!(rows.last().expect("a potassium"), "2|HH", "{line}");
    }
}

/// In front of all results it is that of whom the lines above name; behind some, nobody knows whose it is.
#[test]
fn a_number_of_a_case() {
    let smith = "Patient: Smith John,Sex: M,Age: 45";
    for (above, front, behind, is_same) in [
        (smith, "Fallnummer: 778,,", "", true),
        (smith, "Case number: 778,,", "", true),
        (smith, "Encounter: 5511,,", "", true),
        (smith, "Case number: 778,,", "Case number: 0778,,", true),
        (smith, "Case number: 778,,", "Case number: 779,,", false),
        (smith, "", "Case number: 778,,", false),
        (smith, "", "Encounter: outpatient,,", true),
        (smith, "", "Patient: John Smith,Fallnr: 778,", true),
        ("Fallnummer: 777,Sex: M,Age: 45", "", "Fallnr: 777,,", true),
        ("Fallnummer: 777,Sex: M,Age: 45", "", "Fallnr: 778,,", false),
        (
            "Case number: 777,Sex: M,Age: 45",
            "",
            "Encounter: 778,,",
            false,
        ),
        (
            "Patient: Smith John,Fallnummer: 777,Sex: M,Age: 45",
            "",
            "Fallnr: 778,,",
            false,
        ),
    ] {
        let text = format!(
            "{above}\nTest,Result,Unit\n{front}\nPotassium,4.1,mmol/L\n{behind}\nCreatinine,105,umol/L\n"
        );
        let rows = said(&text, &["patient", "flag"]);
        let (first, last) = (&rows[usize::from(!front.is_empty())], rows.last());
        let patient = above.split([':', ',']).nth(1).expect("a patient").trim();
        assert_eq!(*first, format!("{patient}|N"), "{above}: {front}");
        let expected = match is_same {
            true => format!("{patient}|N"),
            false => "|".to_string(),
        };
        assert_eq!(last, Some(&expected), "{above}: {front}, {behind}");
    }
}

/// Whose another case is, a name or a number of the patient tells, in its line or below it; not where another number is told.
#[test]
fn a_case_of_whom_a_line_names_again() {
    const SMITH: &str = "Smith John|N";
    for (above, lines, expected) in [
        ("", "Encounter: 2,,\nPatient: Smith John,,", SMITH),
        ("", "Encounter: 2,Patient: Smith John,", SMITH),
        ("", "Encounter: 2,,\nPatient: John Smith,,", SMITH),
        (
            "",
            "Encounter: 2,,\nCollected: 2026-11-19,,\nPatient: Smith John,,",
            SMITH,
        ),
        (
            ",Encounter: 1",
            "Encounter: 2,,\nPatient: Smith John,,",
            SMITH,
        ),
        (",Encounter: 1", "Patient: Smith John,Encounter: 2,", SMITH),
        ("", "Encounter: 2,,", "|"),
        ("", "Encounter: 2,,\nCollected: 2026-11-19,,", "|"),
        ("", "Encounter: 2,,\nSex: M,,", "|"),
        ("", "Encounter: 2,,\nPatient: Jones Mary,,", "|"),
        ("", "Encounter: 2,,\nSurname: Smith,,", "|"),
        ("", "MRN: 112,,\nPatient: Smith John,,", "|"),
        ("", "MRN: 112,,\nEncounter: 2,,\nPatient: Smith John,,", "|"),
        ("", "Encounter: 2,,\nMRN: 112,,\nPatient: Smith John,,", "|"),
    ] {
        let text = format!(
            "Patient: Smith John,Sex: M,Age: 45{above}\nTest,Result,Unit\nPotassium,4.2,mmol/L\n{lines}\nCreatinine,105,umol/L\n"
        );
        let rows = said(&text, &["patient", "flag"]);
        let last = rows.last().expect("the creatinine");
        assert_eq!(last, expected, "{above}: {lines}");
    }
}

#[test]
fn controls_end_where_a_patient_is_named() {
    let [above, below] = potassium("QC: Level 1,,", "Patient: Jones Mary,Sex: F,Age: 50", "6.9");
    assert!(above.contains("quality-control"), "{above}");
    assert!(
        !below.contains("quality-control") && below.contains("critical-limit"),
        "{below}"
    );
    let smith = "Patient: Smith John,Sex: M,Age: 45";
    let [above, below] = potassium(smith, "QC: Level 1,,", "6.9");
    assert!(above.contains("HH"), "{above}");
    assert!(below.contains("quality-control"), "{below}");
    for passed in ["QC: passed,,", "QC: Level 1 and 2 within limits,,"] {
        let [_, below] = potassium(smith, passed, "6.9");
        assert!(below.contains("HH"), "{passed}: {below}");
    }
    let [above, _] = potassium("QC: Level 1 and 2 within limits,,", ",,", "6.9");
    assert!(above.contains("HH"), "{above}");
}

/// In a long file a line about samples counts for none of them, and that is told.
#[test]
fn a_line_about_samples_in_a_long_file_is_named() {
    let told = |rows: usize, line: &str| {
        let rows = "P1,S1,Potassium,4.1,mmol/L\n".repeat(rows);
        let text = format!("Patient,Sample,Test,Result,Unit\n{rows}{line}\n");
        let (_folder, path) = file("labs.csv", text);
        let stderr = Run::check(&path).ok().stderr;
        stderr.contains("says that samples are hemolyzed, and not which: it counts for no row")
    };
    assert!(told(400, "Samples are haemolysed,,,,"));
    assert!(!told(400, "Haemolysed samples were rejected,,,,"));
    assert!(!told(400, "P1,S1,Sodium,140,mmol/L"));
    // In a short one it is a doubt for each.
    assert!(!told(20, "Samples are haemolysed,,,,"));
}
