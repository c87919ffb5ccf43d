//! Names of tests as laboratory systems of many countries print them: which analyte each one means, and names that look like
//! one and are none.

use crate::run::{Run, file};

/// Each line: a name, its unit, and the analyte that is expected; `-` for none.
#[track_caller]
fn check(table: &str) {
    let rows: Vec<[&str; 3]> = table
        .lines()
        .map(|line| {
            let mut cells = line.split('|').map(str::trim);
            std::array::from_fn(|_| cells.next().unwrap_or_default())
        })
        .collect();
    let lines: String = rows
        .iter()
        .zip(1..)
        .map(|([name, unit, _], at)| format!("{at}\t{at}\tF\t45\t{name}\t1.2\t{unit}\n"))
        .collect();
    let text = format!("patient\tsample\tsex\tage\ttest\tresult\tunit\n{lines}");
    let (_folder, path) = file("labs.tsv", text);
    let said = Run::check(&path).rows();
    assert_eq!(said.len(), rows.len());
    for (said, [name, unit, expected]) in said.iter().zip(&rows) {
        let analyte = match said["analyte"].as_str() {
            "" => "-",
            id => id,
        };
        assert_eq!(analyte, *expected, "{name} in {unit}");
    }
}

#[test]
fn of_other_fluids_and_other_quantities() {
    check(
        "Glucose (FL)|mg/dL|-
        Protein, Total (FL)|g/dL|-
        WBC (FL)|/uL|-
        Glucose (serum/CSF)|mg/dL|-
        GLU-C|mg/dL|-
        Gluc|mg/dL|glucose
        Citrate/Creatinine|mg/g|-
        Fluoride/Creatinine|mg/g|-
        Heparin/Creatinine|mg/g|-
        BHB|mmol/L|-
        BHB|mg/dL|-
        B-Hb|g/L|hemoglobin
        cCa|mmol/L|-
        cCa2+|mmol/L|calcium_ionized
        cCa2+(7.4)|mmol/L|-
        Hemoglobin A|%|-
        Hemoglobin (E)|%|-
        Hemoglobin, S|%|-
        Hemoglobina|g/dL|hemoglobin
        Plasma Hgb|mg/dL|hemolysis_index
        P-Hb|mg/L|hemolysis_index
        Serum hemoglobin|g/dL|-
        Cord blood potassium|mmol/L|-
        Potassium, cord blood|mmol/L|-
        Nabelschnurblut Kalium|mmol/L|-
        GHb|%|-
        BU|mg/dL|-
        BU|mmol/L|urea
        Blood zinc|umol/L|-
        Serum zinc|umol/L|zinc
        Whole blood folate|ug/L|-
        POC Bilirubin|mg/dL|-
        P-AMY|U/L|-
        PAMY|U/L|amylase_pancreatic
        P-TT|s|-
        Protein, S|%|-
        Mean cell haemoglobin concentration|g/L|-
        Hb%|%|-
        Hb%|g/dL|hemoglobin",
    );
}

#[test]
fn of_the_united_states() {
    check(
        "Potassium, P|mmol/L|potassium
        Creatinine, S|mg/dL|creatinine
        Protein, Total, S|g/dL|total_protein
        Ammonia, P|umol/L|ammonia
        POCT Glucose|mg/dL|glucose
        Glucose Meter|mg/dL|glucose
        ISTAT Potassium|mmol/L|potassium
        cK+|mmol/L|potassium
        cLac|mmol/L|-
        ctHb|g/dL|hemoglobin
        eGFR Non-African American|mL/min/1.73m2|egfr
        eGFR African American|mL/min/1.73m2|-
        IgG, Quant|mg/dL|igg
        HCG, Quantitative|mIU/mL|hcg
        TSH, 3rd Generation|uIU/mL|tsh
        Aldosterone, LC/MS/MS|ng/dL|aldosterone
        Neutrophil #|K/uL|neutrophils
        Anion Gap with K|mmol/L|anion_gap_potassium",
    );
}

#[test]
fn of_britain_and_india() {
    check(
        "Haemoglobin A1c level - International Federation of Clinical Chemistry and Laboratory Medicine standardised|mmol/mol|hba1c
        eGFR using creatinine (CKD-EPI) per 1.73 square metres|mL/min/1.73m2|egfr
        Serum adjusted calcium concentration|mmol/L|calcium_adjusted
        Total cholesterol measurement|mmol/L|cholesterol_total
        Sr. Creatinine|mg/dL|creatinine
        SR CREATININE|mg/dL|creatinine
        D. Bilirubin|mg/dL|bilirubin_direct
        Glucose (Random)|mg/dL|glucose
        BLOOD SUGAR (RANDOM)|mg/dL|glucose
        Creatinine (Random)|mg/dL|-
        Total Leucocyte Count|10^9/L|wbc
        Total Leucocyte Count|/cumm|-
        Platelet Count|lac/cmm|platelets
        Prothrombin time (INR)||inr",
    );
}

#[test]
fn of_the_continent() {
    check(
        "Kalium;P|mmol/L|potassium
        Natriumion;P|mmol/L|sodium
        Hæmoglobin;B|mmol/L|hemoglobin
        Thyrotropin [TSH];P|10^-3 IU/L|tsh
        Leuco's|10^9/l|wbc
        Calcium totaal|mmol/l|calcium_total
        Kinaza kreatynowa|U/l|ck
        Płytki krwi|tys/µl|platelets
        Glucosa en ayunas|mg/dL|glucose
        PNN|G/L|neutrophils
        PNN|%|-
        Protrombin zamanı|sn|pt
        DHL|U/L|ldh",
    );
}

/// "(P)" behind a name that is known as a whole: of plasma all the same.
#[test]
fn plasma_in_brackets_behind_a_known_name() {
    for name in ["GGT (P)", "GGT(P)", "Potassium (P)", "Potassium (plasma)"] {
        let text = format!("patient,sex,age,test,result\n1,F,45,{name},30\n");
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        assert!(
            rows[0]["specimen"].contains("plasma"),
            "{name}: {:?}",
            rows[0]
        );
    }
}

/// A random glucose is none of a fasting person, and none of urine.
#[test]
fn glucose_by_when_it_was_drawn() {
    let text = "patient,sex,age,test,result,unit\n1,F,45,Glucose (random),130,mg/dL\n2,F,45,Glucosa en ayunas,130,mg/dL\n";
    let (_folder, path) = file("labs.csv", text);
    let said = Run::check(&path).rows();
    let shown = |row: &crate::run::Row| format!("{} {}", row["flag"], row["notices"]);
    let said: Vec<String> = said.iter().map(shown).collect();
    assert_eq!(said, [" condition-needed", "H "]);
}
