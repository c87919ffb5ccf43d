//! What the lines above a table, and its panels, say of every row: a fluid, a control, or nothing.

use crate::run::{Run, file};

/// Flag, specimen and notices of the last row of a file.
#[track_caller]
fn last(text: &str) -> String {
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let row = rows.last().expect("a row");
    let cells = ["specimen", "flag", "notices"].map(|column| row[column].as_str());
    let cells: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
    cells.join(" ")
}

/// The same of a potassium with one more column.
#[track_caller]
fn with(header: &str, cell: &str) -> String {
    last(&format!(
        "{header},Test,Result,Unit,Sex,Age\n{cell},Potassium,4.1,mmol/L,F,40\n"
    ))
}

const TABLE: &str = "Test,Result,Unit,Sex,Age\nPotassium,4.1,mmol/L,F,40\n";

#[test]
fn statements_in_cells_of_their_own_and_in_one() {
    for (expected, lines) in [
        (
            "urine specimen-not-serum",
            &[
                "Specimen: Urine",
                "Name: X, Sex: F, Specimen: Urine",
                "Name: Miller, Anna, Sex: F, Specimen: Urine",
                "Name: X,Sex: F,Specimen,Urine",
                "\"Name: X, Specimen: Urine\"",
                "Name: X; Specimen: Urine",
                "Specimen:,Urine",
            ][..],
        ),
        (
            "serum quality-control",
            &[
                "Patient: X, Type: Quality control",
                "Type: Quality control",
                "QC: Level 1",
            ],
        ),
        (
            "serum N",
            &[
                "Name: Miller, Anna, Sex: F, Specimen: Serum",
                "Laboratory: North, Phone: 1",
                // Of the laboratory's controls, and not of these rows.
                "QC: passed",
                "Released by: Quality control",
                "室内质控: 合格",
            ],
        ),
    ] {
        for line in lines {
            assert_eq!(last(&format!("{line}\n{TABLE}")), expected, "{line}");
        }
    }
}

/// Behind a second header another report begins: what stands above the first one holds no longer.
#[test]
fn of_two_reports_in_one_file() {
    let text = format!(
        "Name: A, Specimen: Urine\n{TABLE}\nName: B, Specimen: Serum\nTest,Result,Unit,Sex,Age\nPotassium,7.1,mmol/L,M,40\n"
    );
    assert_eq!(last(&text), "serum HH critical-limit");
}

/// A panel of blood and urine, a department and a disease say nothing of the fluid.
#[test]
fn panels_that_only_sound_like_a_fluid() {
    for panel in [
        "Bile acids",
        "Urology",
        "Blood and urine",
        "泌尿外科术前",
        "尿路感染",
        "蛋白尿",
        "血尿待查",
        "血液・尿",
        "소변·혈액",
        "비뇨의학과",
        "Биохимия крови и мочи",
        "Мочевыделительная система",
        "总胆汁酸",
        "羊水穿刺术前",
        "便潜血",
    ] {
        assert_eq!(with("Panel", panel), "serum N", "{panel}");
    }
    for panel in [
        "Urinalysis",
        "尿生化",
        "尿検査",
        "요검사",
        "Биохимия мочи",
        "Общий анализ мочи",
    ] {
        assert_eq!(with("Panel", panel), "urine specimen-not-serum", "{panel}");
    }
}

/// "Serum/urine" is of either.
#[test]
fn specimens_of_either() {
    for specimen in ["Serum/Urine", "Serum and urine", "血清+尿"] {
        assert_eq!(with("Specimen", specimen), "specimen-unknown", "{specimen}");
    }
    for specimen in [
        "Cord serum",
        "Serum, cord",
        "骨髓",
        "心包液",
        "透析廃液",
        "костный мозг",
    ] {
        assert!(
            with("Specimen", specimen).ends_with("specimen-not-serum"),
            "{specimen}"
        );
    }
    for specimen in [
        "Serum/Plasma",
        "靜脈血",
        "정맥혈",
        "外周血",
        "венозна кров",
        "сироватка крові",
    ] {
        assert_eq!(with("Specimen", specimen), "serum N", "{specimen}");
    }
}

/// Patient, sample, collected, flag and notices of the creatinine of a file, 105 µmol/L: normal in a man, high in a woman.
#[track_caller]
fn whose(text: &str) -> String {
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let row = rows.iter().rfind(|row| row["value"] == "105");
    let row = row.expect("the creatinine");
    let cells = ["patient", "sample", "collected", "flag", "notices"];
    cells.map(|column| row[column].as_str()).join("|")
}

const CREATININE: &str = "Test,Result,Unit\nPotassium,4.1,mmol/L\nCreatinine,105,umol/L\n";

#[test]
fn a_report_states_above_its_table_whose_it_is() {
    for (lines, expected) in [
        (
            "City Hospital\nPatient Name: Jane Doe,,MRN: 12345\nAge/Sex: 45 Y / F,,DOB: 1981-02-03\nCollected: 2026-05-02 08:15,,Reported: 2026-05-02 10:00",
            "12345||2026-05-02 08:15|H|method-dependent",
        ),
        (
            "Patient Name,Jane Doe,Sex,F,Age,45\nAccession,A-100,Collected,2026-05-02 08:15",
            "Jane Doe|A-100|2026-05-02 08:15|H|method-dependent",
        ),
        (
            "Name: Jane Doe  Sex: F  Date of birth: 1981-02-03 (45 y)\nCollection date:,2026-05-02",
            "Jane Doe||2026-05-02|H|method-dependent",
        ),
        (
            "姓名：张三 性别：男 年龄：45岁,,\n样本号：S100,,",
            "张三|S100||N|method-dependent",
        ),
        ("Patient,Sex,Age\nX,F,44\n", "X|||H|method-dependent"),
        (
            "Patient ID: 7\nGender: Male\nAge (months): 600",
            "7|||N|method-dependent",
        ),
        // A letter that may be of either sex, and the age of a group.
        ("Paciente: 7,Sexo: M,Edad: 50", "7||||sex-missing"),
        ("Patient: 7,Sex: F,Age: 18-65", "7|||H|method-dependent"),
        // Two of them are none.
        (
            "MRN: 7,Sex: F,Age: 45\nMRN: 8,Sex: F,Age: 45",
            "||||sex-missing",
        ),
        ("MRN: 7,Sex: F,Age: 45\nSex: M", "7||||sex-missing"),
        // Of nobody, of somebody else, of a file.
        ("Sex: F,Age: 45", "||||sex-missing"),
        ("Mother: A,Sex: F\nName: B,Age: 45", "B||||sex-missing"),
        ("Lab name: Central,Sex: F,Age: 45", "||||sex-missing"),
        (
            "Name: A,Sex: F,Age: 540,Age unit: months",
            "A|||H|method-dependent",
        ),
        // Of a file, of a day of printing, and of nobody.
        ("Subject: results of May", "||||sex-missing"),
        ("Name: City Hospital", "||||sex-missing"),
        (
            "Name: A,Date: 2026-05-02,Sex: F,Age: 45",
            "A|||H|method-dependent",
        ),
    ] {
        assert_eq!(
            whose(&format!("{lines}\n{CREATININE}")),
            expected,
            "{lines}"
        );
    }
}

/// A column goes before a line, and another report behind the first is of somebody else.
#[test]
fn lines_that_do_not_speak_of_all_rows() {
    for (text, expected) in [
        (
            "Sex: F,Age: 45\nPatient,Test,Result,Unit\nP1,Creatinine,105,umol/L\n".to_string(),
            "P1||||sex-missing",
        ),
        (
            "Name: A,Sex: F,Age: 45\nTest,Result,Unit,Sex\nCreatinine,105,umol/L,M\n".to_string(),
            "A|||N|method-dependent",
        ),
        // What stands above the line of another person is of the first.
        (
            format!(
                "Name: A,Sex: F,Age: 40\n{CREATININE}Name: B,Sex: M,Age: 50\nSodium,140,mmol/L\n"
            ),
            "A|||H|method-dependent",
        ),
        (
            "Name: A,Sex: F,Age: 40\nTest,Result,Unit\nSodium,140,mmol/L\nName: B,Sex: M,Age: 50\nCreatinine,105,umol/L\n".to_string(),
            "||||sex-missing",
        ),
        (
            format!("Name: A,Sex: F,Age: 40\n{CREATININE}\nName: B,Sex: M\n{CREATININE}"),
            "||||sex-missing",
        ),
        // Rows of several people, and of several years.
        (
            "Name: A,Sex: F,Age: 40\nBed,Test,Result,Unit\n1,Sodium,140,mmol/L\n2,Creatinine,105,umol/L\n".to_string(),
            "||||sex-missing",
        ),
        (
            "Name: A,Sex: F,Age: 20\nDate,Test,Result,Unit\n2012-02-01,ALP,300,U/L\n2024-02-01,Creatinine,105,umol/L\n".to_string(),
            "A||2024-02-01|H|limits-combined method-dependent",
        ),
        // The same once more is a new page.
        (
            format!("Name: A,Sex: F,Age: 40\n{CREATININE}Name: A,Page: 2\nSodium,140,mmol/L\n"),
            "A|||H|method-dependent",
        ),
    ] {
        assert_eq!(whose(&text), expected, "{text}");
    }
}

/// However far down another report begins.
#[test]
fn another_report_behind_thousands_of_rows() {
    let rows = "Sodium,140,mmol/L\n".repeat(3_000);
    let first = format!("Name: A,Sex: F,Age: 40\n{CREATININE}{rows}");
    assert_eq!(whose(&first), "A|||H|method-dependent");
    let two = format!("{first}Name: B,Sex: M,Age: 50\nTest,Result,Unit\nSodium,140,mmol/L\n");
    assert_eq!(whose(&two), "A|||H|method-dependent");
    let behind = format!("{two}Creatinine,105,umol/L\n");
    assert_eq!(whose(&behind), "||||sex-missing");
}

#[test]
fn what_is_taken_from_above_is_told() {
    let (_folder, path) = file(
        "labs.csv",
        format!("Name: A,Sex: F,Age: 40,Specimen: Serum\n{CREATININE}"),
    );
    let done = Run::check(&path).ok();
    let told = "line 2 are taken for every row below: patient, sex, age, specimen; nothing else";
    assert!(done.stderr.contains(told), "{}", done.stderr);
}

/// A line above the table and the same line once more among the rows, of somebody else: hers are not his. A number may stand
/// behind it as a result does.
#[test]
fn a_line_above_that_is_stated_again_below() {
    const NOBODY: &str = "||||sex-missing";
    for (above, among, expected) in [
        ("Patient,Smith John\nSex,M", "Patient,Jones Mary,", NOBODY),
        ("Patient,Smith John\nSex,M", "Patient: Jones Mary,,", NOBODY),
        ("MRN,110\nSex,M\nAge,45", "MRN,111,", NOBODY),
        ("MRN,110\nSex,M\nAge,45", "MRN: 111,,", NOBODY),
        ("Patient,Smith John\nSex,M\nAge,45", "Sex,F,", NOBODY),
        (
            "Patient,Sex\nSmith John,M\n",
            "Patient,Sex,\nJones Mary,F,",
            NOBODY,
        ),
        // Another day is of the same patient, and the day of none of the rows.
        (
            "Patient,Smith John\nSex,M\nAge,45\nCollected,2026-11-03",
            "Collected,2026-11-09,",
            "Smith John|||N|method-dependent",
        ),
        (
            "Patient,Smith John\nSex,M\nAge,45\nSample,S1",
            // Rows of two samples would be repetitions of each other.
            "Sample,S2,",
            NOBODY,
        ),
        // Another age, another day of the same figures.
        (
            "Patient,Smith John\nSex,M\nAge,45 years",
            "Age,45 months,",
            NOBODY,
        ),
        (
            "Patient,Smith John\nSex,M\nBirth date,1960-03-12",
            "Birth date,1960-12-03,",
            NOBODY,
        ),
        ("MRN,1-20\nSex,M\nAge,45", "MRN,20-1,", NOBODY),
        // The same in other words.
        (
            "Patient,Smith John\nSex,M\nAge,45\nMRN,110",
            "Patient,John Smith,\nSex,Male,\nAge,45 years,\nMRN,0110,",
            "Smith John|||N|method-dependent",
        ),
        // The same once more, or a page.
        (
            "Patient,Smith John\nSex,M\nAge,45",
            "Patient,Smith John,Page 2\nSex,M,",
            "Smith John|||N|method-dependent",
        ),
        // A test of that name, where no line above has it.
        (
            "Name,Smith John\nSex,M\nAge,45",
            "Patient,12,U/L",
            "Smith John|||N|method-dependent",
        ),
    ] {
        let (test, creatinine) = CREATININE.split_once("Creatinine").expect("a creatinine");
        let text = format!("{above}\n{test}{among}\nCreatinine{creatinine}");
        assert_eq!(whose(&text), expected, "{text}");
    }
    let (_folder, path) = file(
        "labs.csv",
        format!("Patient,Smith John\nSex,M\n{CREATININE}Patient,Jones Mary,\n"),
    );
    let done = Run::check(&path).ok();
    let told = "what lines among the rows state otherwise (another patient or draw) counts for no row below them";
    assert!(done.stderr.contains(told), "{}", done.stderr);
}
