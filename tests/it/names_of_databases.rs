//! Names of tests as large databases of patients and national nomenclatures have them, each beside what looks like it and is
//! something else.

use crate::names_of_systems::check;
use crate::run::{Run, file, said};

/// Each line: a name, and the analyte and the specimen that are expected, with a stroke between them.
#[track_caller]
fn check_specimens(table: &str) {
    for line in table.lines() {
        let (name, expected) = line
            .trim()
            .split_once(" => ")
            .expect("a name and an analyte");
        let text = format!("Patient\tTest\tResult\tUnit\nP1\t{name}\t4.1\tmmol/L\n");
        let expected = expected.replace(' ', "|");
        assert_eq!(said(&text, &["analyte", "specimen"]), [expected], "{name}");
    }
}

/// AmsterdamUMCdb. Astrup is a blood gas; "onv." is an undiluted sample, which says nothing of what it was.
#[test]
fn of_an_intensive_care_unit_in_amsterdam() {
    check(
        "K (onv.ISE) (bloed)|mmol/l|potassium
        Na (onv.ISE) (bloed)|mmol/l|sodium
        Cl (onv.ISE) (bloed)|mmol/l|chloride
        Ca-ion (bloed)|mmol/l|calcium_ionized
        Ca-ion (7.4) (bloed)|mmol/l|-
        Chloor (bloed)|mmol/l|chloride
        Alb.Chem (bloed)|g/l|albumin
        Bili Totaal|umol/l|bilirubin_total
        Alk.Fosf. (bloed)|E/l|alp
        Act.HCO3 (bloed)|mmol/l|bicarbonate
        Fibrinogeen (bloed)|g/l|fibrinogen
        Laktaat|mmol/l|lactate
        KREAT enzym. (bloed)|umol/l|creatinine
        Prothrombinetijd  (bloed)|INR|inr
        Prothrombinetijd (bloed)|sec|pt
        Prothrombinetijd (bloed)|%|-
        K (IS)|mmol/l|-",
    );
    check_specimens(
        "Kalium Astrup => potassium whole-blood
        Natrium Astrup => sodium whole-blood
        Glucose Astrup => glucose whole-blood
        Ca++ Astrup => calcium_ionized whole-blood
        Kalium (bloed) => potassium serum",
    );
}

/// What is calculated for a pH of 7.4 is none of ours, and is not called unknown.
#[test]
fn ionized_calcium_at_another_ph() {
    for name in ["Ca-ion (7.4) (bloed)", "cCa2+(7.4)", "iCa (7.4)"] {
        let text = format!("Patient,Test,Result,Unit\nP1,{name},0.7,mmol/L\n");
        assert_eq!(said(&text, &["notices"]), ["analyte-ambiguous"], "{name}");
    }
}

/// The official sign of the NPU terminology between system and component is a long dash; a dash of any length is one.
#[test]
fn dashes_of_any_length() {
    check_specimens(
        "P-Kalium => potassium plasma
        P\u{2014}Kalium => potassium plasma
        P\u{2013}Natrium => sodium plasma
        P\u{2010}Calcium => calcium_total plasma
        P\u{2212}Glukos => glucose plasma
        S\u{2014}Kreatinin => creatinine serum
        P\u{2014}H\u{e6}molyseindeks => hemolysis_index plasma
        U\u{2014}Kalium =>  urine
        P\u{2014}Natrium; stofk. => sodium plasma
        U\u{2014}Natrium; stofk. =>  urine
        B\u{2014}HCG => hcg serum",
    );
    check(
        "P-Creatininium|umol/L|creatinine
        B-Trombocytter|10^9/L|platelets
        B-Leukocytter|10^9/L|wbc
        Pt-eGFR(Krea)relativ|mL/min/1.73m2|egfr",
    );
}

#[test]
fn systems_of_spain() {
    check_specimens(
        "Srm-Potasio => potassium serum
        Srm\u{2014}Sodio => sodium serum
        Pla-Glucosa => glucose plasma
        San-Potasio => potassium whole-blood
        Ori-Potasio =>  urine
        LCR-Glucosa =>  csf",
    );
    check("Srm-Proteina C reactiva (PCR)|mg/L|crp");
    // In a wide file too.
    let rows = said(
        "Paciente;Srm-Potasio (mmol/L);San-Hemoglobina (g/dL);Ori-Potasio (mmol/L)\n1;6.8;13.1;44\n",
        &["analyte", "specimen"],
    );
    assert_eq!(
        rows,
        ["potassium|serum", "hemoglobin|whole-blood", "|urine"]
    );
}

/// The same short name behind each system.
#[test]
fn short_names_of_finland_behind_any_system() {
    check(
        "S -Ferrit|ug/L|ferritin
        P -Ferrit|ug/L|ferritin
        P -T4-V|pmol/L|free_t4
        S -T4-V|pmol/L|free_t4
        P -TT-INR||inr
        PTT-INR||-
        P -Laktaat|mmol/L|lactate
        P -Korsol|nmol/L|cortisol
        S -Korsol|nmol/L|cortisol
        P -Transf|g/L|transferrin
        fP-Kol-HDL|mmol/L|cholesterol_hdl
        fP-Kol/HDL||-
        fS-Kol-HDL|mmol/L|cholesterol_hdl
        fS-Kol-LDL|mmol/L|cholesterol_ldl
        fP-Kol-LDL|mmol/L|cholesterol_ldl
        S -Kol|mmol/L|cholesterol_total
        fS-Trigly|mmol/L|triglycerides
        Pt-GFReEPI|mL/min/1.73m2|egfr
        Kol-HDL|mmol/L|-",
    );
    // Who is fasting is compared with the fasting.
    for (name, notices) in [("fS-Gluk", ""), ("S -Gluk", "condition-needed")] {
        let text = format!("Patient,Sex,Age,Test,Result,Unit\nP1,F,45,{name},5.1,mmol/L\n");
        assert_eq!(said(&text, &["notices"]), [notices], "{name}");
    }
}

#[test]
fn names_of_one_thing_with_commas_between_them() {
    check(
        "\u{41a}\u{430}\u{43b}\u{438}\u{439} (\u{41a}+, Potassium)|mmol/L|potassium
        \u{41d}\u{430}\u{442}\u{440}\u{438}\u{439} (Na+, Sodium)|mmol/L|sodium
        Sodium, Na+|mmol/L|sodium
        Potassium (K+; Kalium)|mmol/L|potassium
        Sodium, potassium|mmol/L|-
        T3, Free T3|nmol/L|-
        T3 (FT3, Free T3)|nmol/L|-
        Sodium (Na+, K+)|mmol/L|-
        Calcium, Ca++|mmol/L|-
        Calcium (Ca++, ionized)|mmol/L|-
        Cholesterol, HDL|mg/dL|cholesterol_hdl
        Protein, S|%|-",
    );
}

#[test]
fn serum_and_plasma_in_german_letters() {
    check_specimens(
        "Kalium i.S. => potassium serum
        Kalium i. S. => potassium serum
        Kalium i.S => potassium serum
        Kreatinin i. S. => creatinine serum
        Glucose i. Pl. => glucose plasma
        Glucose i.Pl. => glucose plasma",
    );
}

/// MIMIC-IV, with its slips; UCI and Tianchi with theirs.
#[test]
fn slips_that_many_copied() {
    check(
        "Calcium non-ionized|mg/dL|calcium_total
        Alkaline Phosphate|IU/L|alp
        Alkaline Phosphate|mg/dL|-
        Alkaline Phosphate||-
        Brain Natiuretic Peptide (BNP)|pg/mL|bnp
        Glucose finger stick (range 70-100)|mg/dL|glucose
        Glucose (range fasting)|mg/dL|-
        Alamine_Aminotransferase|U/L|alt
        Alkaline_Phosphotase|U/L|alp
        Total_Protiens|g/dL|total_protein
        creatinine_phosphokinase|U/L|ck
        *\u{5929}\u{95e8}\u{51ac}\u{6c28}\u{9178}\u{6c28}\u{57fa}\u{8f6c}\u{6362}\u{9176}|U/L|ast
        *\u{4e19}\u{6c28}\u{9178}\u{6c28}\u{57fa}\u{8f6c}\u{6362}\u{9176}|U/L|alt
        *r-\u{8c37}\u{6c28}\u{9170}\u{57fa}\u{8f6c}\u{6362}\u{9176}|U/L|ggt
        \u{c2dd}\u{c804}\u{d608}\u{b2f9}(\u{acf5}\u{bcf5}\u{d608}\u{b2f9})|mg/dL|glucose",
    );
    check_specimens("Glucose finger stick (range 70-100) => glucose whole-blood");
}

/// LOINC renames its terms; those of black people are other numbers.
#[test]
fn estimated_filtration_by_code_and_name() {
    let rate = "Glomerular filtration rate";
    let by = "by Creatinine-based formula";
    for (loinc, name, expected) in [
        (
            "33914-3",
            format!("{rate}/1.73 sq M.predicted [Volume Rate/Area] in Serum or Plasma {by} (MDRD)"),
            "egfr",
        ),
        (
            "33914-3",
            format!("{rate} [Volume Rate/Area] in Serum or Plasma {by} (MDRD)/1.73 sq M"),
            "egfr",
        ),
        (
            "77147-7",
            format!(
                "{rate}/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood {by} (MDRD)"
            ),
            "egfr",
        ),
        (
            "62238-1",
            format!(
                "{rate}/1.73 sq M.predicted [Volume Rate/Area] in Serum or Plasma {by} (CKD-EPI)"
            ),
            "egfr",
        ),
        (
            "98979-8",
            format!(
                "{rate} [Volume Rate/Area] in Serum, Plasma or Blood {by} (CKD-EPI 2021)/1.73 sq M"
            ),
            "egfr",
        ),
        (
            "69405-9",
            format!("{rate}/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood"),
            "egfr",
        ),
        (
            "48642-3",
            format!(
                "{rate}/1.73 sq M.predicted among non-blacks [Volume Rate/Area] in Serum or Plasma {by} (MDRD)"
            ),
            "egfr",
        ),
        (
            "88294-4",
            format!(
                "{rate}/1.73 sq M.predicted among non-blacks [Volume Rate/Area] in Serum, Plasma or Blood {by} (CKD-EPI)"
            ),
            "egfr",
        ),
        (
            "48643-1",
            format!(
                "{rate}/1.73 sq M.predicted among blacks [Volume Rate/Area] in Serum or Plasma {by} (MDRD)"
            ),
            "",
        ),
        (
            "88293-6",
            format!(
                "{rate}/1.73 sq M.predicted among blacks [Volume Rate/Area] in Serum, Plasma or Blood {by} (CKD-EPI)"
            ),
            "",
        ),
    ] {
        let text = format!(
            "Patient,Loinc,Test,Result,Unit\nP1,{loinc},\"{name}\",12.1,mL/min/{{1.73_m2}}\n"
        );
        assert_eq!(said(&text, &["analyte"]), [expected], "{loinc} {name}");
    }
    // The range of a laboratory that prints none.
    for range in ["- mL/min/1.73m2", "-", ""] {
        let text = format!(
            "Patient,Sex,Age,Test,Result,Unit,Range\nP1,F,45,eGFRcreat (CKD-EPI)/1.73 m*2,75,mL/min/1.73m*2,{range}\n"
        );
        let rows = said(&text, &["analyte", "flag", "notices"]);
        assert_eq!(rows, ["egfr|N|decision-limit method-dependent"], "{range}");
    }
    let unread = "Patient,Sex,Age,Test,Result,Unit,Range\nP1,F,45,eGFR,75,mL/min/1.73m2,- normal\n";
    assert!(said(unread, &["notices"])[0].contains("interval-unreadable"));
}

/// Leukocytes by the cubic millimeter are those of blood where a blood count was ordered, and nothing else.
#[test]
fn leukocytes_of_a_blood_count() {
    let none = "|analyte-ambiguous";
    for (section, name, unit, expected) in [
        ("Hemograma", "Leuc\u{f3}citos", "/mm3", "wbc|"),
        ("CBC", "Leukocytes", "/mm3", "wbc|"),
        ("Hemograma", "Leuc\u{f3}citos", "mil/mm3", "wbc|"),
        ("Hemograma", "Plaquetas", "mil/mm3", "platelets|"),
        ("", "Leuc\u{f3}citos", "/mm3", none),
        ("Hematology", "Leukocytes", "/mm3", none),
        ("CBC; urinalysis", "Leukocytes", "/mm3", none),
        ("CBC and CSF cell count", "Leukocytes", "/mm3", none),
        ("CBC BF", "Leukocytes", "/mm3", none),
        ("Blutbild und Sediment", "Leukozyten", "/mm3", none),
        ("CBC with differential", "Leukocytes", "/mm3", "wbc|"),
        ("Hemograma completo", "Leuc\u{f3}citos", "/mm3", "wbc|"),
        (
            "Urina tipo 1",
            "Leuc\u{f3}citos",
            "/mm3",
            "|specimen-not-serum",
        ),
        ("CBC", "Ca++", "mmol/L", none),
    ] {
        let text = format!(
            "Patient,Sex,Age,Section,Test,Result,Unit\nP1,F,45,{section},{name},7000,{unit}\n"
        );
        let rows = said(&text, &["analyte", "notices"]);
        let rows: Vec<String> = rows
            .iter()
            .map(|row| row.replace("implausible-value", ""))
            .collect();
        assert_eq!(rows, [expected], "{section}: {name} in {unit}");
    }
    // The order beside the name, as two hospitals in S\u{e3}o Paulo give it.
    let text = "ID_PACIENTE|DE_EXAME|DE_ANALITO|DE_RESULTADO|CD_UNIDADE\nA|Hemograma|Leuc\u{f3}citos|7000|/mm3\nA|Urina tipo 1|Leuc\u{f3}citos|7000|/mL\n";
    assert_eq!(
        said(text, &["analyte", "specimen"]),
        ["wbc|whole-blood", "|urine"]
    );
}

/// `K` beside `NA` is potassium, and what hemolysis does to it is said of it, without a unit too.
#[test]
fn potassium_by_the_sodium_beside_it() {
    let text = "Sample ID,Patient ID,Type,AST,K,NA,LIP,ICT,HEM\nS1,P1,Serum,30,4.9,140,10,1,250\n";
    let rows = said(text, &["name", "analyte", "usability"]);
    assert_eq!(rows[1], "K|potassium|caution");
    let alone =
        "Sample ID,Patient ID,Type,AST,K,ALT,LIP,ICT,HEM\nS1,P1,Serum,30,4.9,140,10,1,250\n";
    assert_eq!(said(alone, &["name", "analyte", "usability"])[1], "K||");
    // Who names the analyzer says what its letters are, and nothing of potassium.
    let (_folder, path) = file("labs.csv", alone);
    let rows = Run::check(&path).args(["--index-platform", "roche"]).rows();
    assert_eq!(rows[1]["analyte"], "");
}

/// UK Biobank, KNHANES and others call their columns so.
#[test]
fn headers_of_large_studies() {
    for (header, cells, expected) in [
        (
            "eid,Sex,Albumin | Instance 0,Creatinine | Instance 0",
            "1,F,45,70",
            "albumin| creatinine|",
        ),
        (
            "eid,Sex,Albumin | Instance 0,Creatinine in urine | Instance 0",
            "1,F,45,70",
            "albumin| |",
        ),
        (
            "id,sex,HE_glu,HE_crea,HE_HDL_st2,HE_Uph,HE_WBC",
            "1,2,101,0.8,50,6,6.1",
            "glucose|mmol/L creatinine|umol/L cholesterol_hdl|mmol/L wbc|10*9/L",
        ),
        (
            "gender,age,HbA1c_level,blood_glucose_level,diabetes",
            "F,80,6.6,140,0",
            "hba1c| glucose|",
        ),
    ] {
        let rows = said(
            &format!("{header}\n{cells}\n"),
            &["analyte", "canonical_unit"],
        );
        assert_eq!(rows.join(" "), expected, "{header}");
    }
}

/// The greatest potassium of a day is no result: the refusal says so.
#[test]
fn statistics_are_no_results() {
    let refusal = |header: &str| {
        let (_folder, path) = file("labs.csv", format!("{header}\n1,68,M,4.1,3.9\n"));
        let done = Run::check(&path).done();
        assert_ne!(done.code, 0, "{header}");
        done.stderr
    };
    let said = refusal("encounter_id,age,gender,d1_potassium_max,d1_potassium_min");
    assert!(
        said.contains("which are no results: \"d1_potassium_max\", \"d1_potassium_min\""),
        "{said}"
    );
    let other = refusal("encounter_id,age,gender,d1_heartrate_max,d1_heartrate_min");
    assert!(!other.contains("no results:"), "{other}");
}
