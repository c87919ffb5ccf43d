//! What laboratories phone for, whoever the patient is: never quiet on a sheet.

use serumcheck::preop::Sheet;
use serumcheck::preop::sheet::State;

use crate::bench::{Case, case, sheets};

/// What the front of a sheet says of an analyte, the gravest first.
pub fn front(sheet: &Sheet, analyte: &str) -> &'static str {
    // Whether a test was indicated (E) is no word about its result.
    let states = sheet
        .items
        .iter()
        .filter(|item| item.analyte == analyte && item.section.letter() != "E");
    let gravest = states.map(|item| match item.state {
        State::Stop => (0, "stop"),
        State::Review => (1, "review"),
        State::Undetermined => (2, "undetermined"),
        State::NotStated => (3, "asked"),
        State::Optimize => (4, "optimize"),
        State::Note => (6, "note"),
        _ => (5, "other"),
    });
    gravest.min().map_or("quiet", |(_, word)| word)
}

/// Surgery, result, and what the front says of it.
type Line = (&'static str, &'static str, &'static str, &'static str);

#[track_caller]
fn table(lines: &[Line]) {
    let cases: Vec<Case> = lines
        .iter()
        .map(|(words, line, ..)| case(words, &[line]))
        .collect();
    let mut wrong = Vec::new();
    for ((words, line, analyte, expected), sheet) in lines.iter().zip(sheets(&cases)) {
        let found = front(&sheet, analyte);
        if found != *expected {
            wrong.push(format!("{words}: {line}: {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

pub const ANY: &str = "minor asa-1";

#[test]
fn blood_count_and_clotting() {
    table(&[
        // The limit itself is on three lists.
        (ANY, "Hemoglobin | 69 g/L", "hemoglobin", "stop"),
        (ANY, "Hemoglobin | 70 g/L", "hemoglobin", "stop"),
        (ANY, "Hemoglobin | 7.0 g/dL", "hemoglobin", "stop"),
        (ANY, "Hemoglobin | 71 g/L", "hemoglobin", "review"),
        (ANY, "Hemoglobin | 9.9 g/dL", "hemoglobin", "review"),
        (ANY, "Hemoglobin | 100 g/L | 120-160", "hemoglobin", "quiet"),
        (ANY, "Hemoglobin | 125 g/L | 120-160", "hemoglobin", "quiet"),
        (ANY, "Hemoglobin | 199 g/L | 120-160", "hemoglobin", "quiet"),
        (ANY, "Hemoglobin | 200 g/L | 120-160", "hemoglobin", "stop"),
        (ANY, "Hemoglobin | 205 g/L", "hemoglobin", "stop"),
        (ANY, "Leukocytes in EDTA_blood | 0.9 10*9/L", "wbc", "stop"),
        (ANY, "WBC | 0.9 10*9/L", "wbc", "stop"),
        (ANY, "WBC | 1.9 10*9/L", "wbc", "review"),
        (ANY, "WBC | 2.9 10*9/L | 4-11", "wbc", "review"),
        (ANY, "WBC | 3.0 10*9/L | 4-11", "wbc", "quiet"),
        (ANY, "WBC | 20 10*9/L | 4-11", "wbc", "quiet"),
        (ANY, "WBC | 21 10*9/L | 4-11", "wbc", "review"),
        (ANY, "WBC | 31 10*9/L", "wbc", "review"),
        (ANY, "WBC | 1.0 10*9/L", "wbc", "stop"),
        (ANY, "WBC | 1.4 10*9/L", "wbc", "stop"),
        (ANY, "WBC | 1.5 10*9/L", "wbc", "review"),
        (ANY, "WBC | 39.9 10*9/L", "wbc", "review"),
        (ANY, "WBC | 40 10*9/L", "wbc", "stop"),
        (ANY, "Neutrophils | 1.0 10*9/L", "neutrophils", "stop"),
        (ANY, "Hematocrit | 15 %", "hematocrit", "stop"),
        (ANY, "Hematocrit | 0.20 L/L", "hematocrit", "stop"),
        (ANY, "Hematocrit | 21 % | 37-47", "hematocrit", "quiet"),
        (ANY, "Hematocrit | 60 %", "hematocrit", "review"),
        (ANY, "WBC | 9 10*9/L", "wbc", "quiet"),
        (ANY, "Neutrophils | 31 10*9/L", "neutrophils", "review"),
        (
            ANY,
            "Neutrophils | 7 10*9/L | 2-7.5",
            "neutrophils",
            "quiet",
        ),
        (ANY, "Platelets | 1000 10*9/L", "platelets", "review"),
        (ANY, "INR | 5.0 {INR}", "inr", "stop"),
        (ANY, "INR | 4.9 {INR}", "inr", "review"),
        (ANY, "aPTT | 149 s", "aptt", "review"),
        (ANY, "aPTT | 150 s", "aptt", "stop"),
        (ANY, "Fibrinogen | 1.0 g/L", "fibrinogen", "stop"),
        (ANY, "Fibrinogen | 100 mg/dL", "fibrinogen", "stop"),
        (ANY, "Fibrinogen | 140 mg/dL", "fibrinogen", "review"),
        (ANY, "Fibrinogen | 2.4 g/L | 2-4", "fibrinogen", "quiet"),
        (ANY, "Fibrinogen | 6 g/L | 2-4", "fibrinogen", "quiet"),
    ]);
}

#[test]
fn sugar_thyroid_liver_and_drugs() {
    table(&[
        (ANY, "Glucose | 20.1 mmol/L", "glucose", "stop"),
        (
            "minor asa-1 diabetes",
            "Glucose | 20.1 mmol/L",
            "glucose",
            "stop",
        ),
        (
            "minor asa-1 diabetes",
            "Glucose | 361 mg/dL",
            "glucose",
            "stop",
        ),
        (
            "minor asa-1 diabetes",
            "Glucose | 19 mmol/L | 4-6",
            "glucose",
            "asked",
        ),
        (
            "minor asa-1 no-diabetes",
            "Glucose | 19 mmol/L",
            "glucose",
            "review",
        ),
        // Level 2 is below 54 mg/dL; below 3.0 mmol/L is 54 itself.
        (ANY, "Glucose | 54 mg/dL", "glucose", "review"),
        (ANY, "Glucose | 53 mg/dL", "glucose", "stop"),
        (ANY, "Glucose | 90 mg/dL | 70-99", "glucose", "quiet"),
        (ANY, "Free T4 | 3.9 pmol/L", "free_t4", "stop"),
        (ANY, "Free T4 | 51 pmol/L", "free_t4", "stop"),
        (ANY, "Free T4 | 5.1 ng/dL", "free_t4", "stop"),
        (ANY, "Free T4 | 16 pmol/L | 11-22", "free_t4", "quiet"),
        (ANY, "TSH | 101 m[IU]/L | 0.4-4", "tsh", "review"),
        // A known Gilbert syndrome explains 60 umol/L (only Hy's law stays open, without enzymes), and no 230.
        (
            "minor asa-1 isolated-bilirubin",
            "Bilirubin | 60 umol/L | 0-20",
            "bilirubin_total",
            "other",
        ),
        (
            "minor asa-1 isolated-bilirubin",
            "Bilirubin | 10 mg/dL",
            "bilirubin_total",
            "review",
        ),
        (
            "minor asa-1 isolated-bilirubin",
            "Bilirubin | 226 umol/L",
            "bilirubin_total",
            "stop",
        ),
        (ANY, "Digoxin | 2.0 nmol/L", "digoxin", "quiet"),
        (ANY, "Digoxin | 2.6 nmol/L", "digoxin", "review"),
        (ANY, "Digoxin | 3.0 nmol/L", "digoxin", "stop"),
        (ANY, "Digoxin | 3.0 ng/mL", "digoxin", "stop"),
        (ANY, "AST | 601 U/L", "ast", "review"),
        (ANY, "AST | 701 U/L", "ast", "stop"),
        (ANY, "Albumin | 20 g/L", "albumin", "review"),
        (ANY, "Albumin | 2.0 g/dL", "albumin", "review"),
        (ANY, "Albumin | 29 g/L | 35-50", "albumin", "quiet"),
        (
            ANY,
            "Triglycerides | 12.1 mmol/L",
            "triglycerides",
            "review",
        ),
        (ANY, "Triglycerides | 20.1 mmol/L", "triglycerides", "stop"),
        (ANY, "CRP | 299 mg/L", "crp", "review"),
        (ANY, "CRP | 300 mg/L", "crp", "stop"),
        (ANY, "CK | 900 U/L | 30-200", "ck", "quiet"),
        (ANY, "CK | 2001 U/L", "ck", "review"),
    ]);
}

#[test]
fn salts_and_kidney() {
    table(&[
        (ANY, "Sodium | 150 mmol/L", "sodium", "note"),
        (ANY, "Sodium | 151 mmol/L", "sodium", "stop"),
        (ANY, "Sodium | 155 mmol/L", "sodium", "stop"),
        (
            ANY,
            "Calcium | 2.60 mmol/L | 2.15-2.65",
            "calcium_total",
            "quiet",
        ),
        (
            ANY,
            "Calcium | 2.65 mmol/L | 2.15-2.65",
            "calcium_total",
            "review",
        ),
        (ANY, "Calcium | 1.99 mmol/L", "calcium_total", "review"),
        (ANY, "Calcium | 7.9 mg/dL", "calcium_total", "review"),
        (
            ANY,
            "Calcium | 2.00 mmol/L | 2.15-2.55",
            "calcium_total",
            "quiet",
        ),
        (
            ANY,
            "Ionized calcium | 1.49 mmol/L | 1.15-1.30",
            "calcium_ionized",
            "quiet",
        ),
        (
            ANY,
            "Ionized calcium | 1.50 mmol/L",
            "calcium_ionized",
            "review",
        ),
        (
            ANY,
            "Ionized calcium | 1.56 mmol/L",
            "calcium_ionized",
            "stop",
        ),
        // 2.0 mmol/L are 4.86 mg/dL.
        (ANY, "Magnesium | 4.9 mg/dL", "magnesium", "stop"),
        (ANY, "Magnesium | 4.87 mg/dL", "magnesium", "stop"),
        (ANY, "Magnesium | 4.8 mg/dL", "magnesium", "review"),
        (ANY, "Magnesium | 2.0 mg/dL | 1.7-2.4", "magnesium", "quiet"),
        (ANY, "Phosphate | 3.1 mmol/L", "phosphate", "stop"),
        (
            "minor asa-1 dialysis",
            "Phosphate | 3.1 mmol/L",
            "phosphate",
            "stop",
        ),
        (ANY, "Phosphate | 0.34 mmol/L", "phosphate", "stop"),
        (
            ANY,
            "Phosphate | 1.2 mmol/L | 0.8-1.5",
            "phosphate",
            "quiet",
        ),
        (ANY, "Osmolality | 249 mmol/kg", "osmolality", "stop"),
        (ANY, "Osmolality | 327 mmol/kg", "osmolality", "stop"),
        (ANY, "Osmolality | 290 mmol/kg", "osmolality", "quiet"),
        (ANY, "Chloride | 121 mmol/L", "chloride", "stop"),
        (ANY, "Chloride | 106 mmol/L | 98-107", "chloride", "quiet"),
        (ANY, "Lactate | 5.5 mmol/L", "lactate", "stop"),
        // Kidney disease exempts from the first limit of creatinine, dialysis from both.
        (
            "minor asa-1 ckd",
            "Creatinine | 400 umol/L",
            "creatinine",
            "review",
        ),
        (
            "minor asa-1 ckd",
            "Creatinine | 501 umol/L",
            "creatinine",
            "stop",
        ),
        (
            "minor asa-1 ckd",
            "Creatinine | 6.0 mg/dL",
            "creatinine",
            "stop",
        ),
        (
            "minor asa-1 dialysis",
            "Creatinine | 800 umol/L",
            "creatinine",
            "review",
        ),
        (ANY, "Creatinine | 800 umol/L", "creatinine", "stop"),
    ]);
}

#[test]
fn a_cortisol_after_dexamethasone_is_no_finding() {
    for value in ["40", "90", "140", "200", "320"] {
        let line = format!("Cortisol | {value} nmol/L");
        let words = "minor asa-1 morning-sample steroid-exposure no-estrogen";
        let given = case(&format!("{words} dexamethasone"), &[&line]);
        let not = case(&format!("{words} no-dexamethasone"), &[&line]);
        let sheets = sheets(&[given, not]);
        assert!(
            matches!(front(&sheets[0], "cortisol"), "quiet" | "note"),
            "{line}: {:#?}",
            sheets[0].items
        );
        let expected = match value {
            "40" => "stop",
            "320" => "note",
            _ => "review",
        };
        assert_eq!(front(&sheets[1], "cortisol"), expected, "{line}");
    }
}
