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
