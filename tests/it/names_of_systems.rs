//! Names of tests as laboratory systems of many countries print them: which analyte each one means, and names that look like
//! one and are none.

use crate::run::{Run, file};

/// Each line: a name, its unit, and the analyte that is expected; `-` for none.
#[track_caller]
pub(crate) fn check(table: &str) {
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
        Potassium 01|mmol/L|potassium
        Glucose, Serum 02|mg/dL|glucose
        Vitamin B12 01|pg/mL|vitamin_b12
        TSH¹|mIU/L|tsh
        Potassium²|mmol/L|potassium
        Potassium 1|mmol/L|-
        Ca²|mmol/L|-
        Ca2|mmol/L|-
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
        Total Leucocyte Count|/cumm|wbc
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

#[test]
fn of_more_languages_and_systems() {
    check(
        "Bilirubin (T)|mg/dL|bilirubin_total
        Bilirubin (D)|mg/dL|bilirubin_direct
        Glucose (R)|mg/dL|glucose
        PPBS|mg/dL|glucose
        Glucose (PP)|mg/dL|glucose
        Blood Glucose (F)|mg/dL|glucose
        Plasma Glucose (PP)|mg/dL|glucose
        Blood sugar (PP)|mg/dL|glucose
        Glucose PP|mg/dL|glucose
        Postprandial glucose|mg/dL|glucose
        PPBG|mg/dL|glucose
        Urea (BUN)|mmol/L|urea
        Urea (BUN)|mg/dL|urea
        BUN/Urea|mg/dL|urea
        Harnstoff (BUN)|mg/dL|urea
        Bilirubin Neonatal|mg/dL|bilirubin_total
        RBS|mg/dL|glucose
        FBS|mg/dL|glucose
        GRBS|mg/dL|glucose
        Phosphorous|mg/dL|phosphate
        S SODIUM|mmol/L|sodium
        S POTASSIUM|mmol/L|potassium
        S CREATININE|mg/dL|creatinine
        S UREA|mg/dL|urea
        S ALT|U/L|alt
        S AST|U/L|ast
        S ALP|U/L|alp
        S ALBUMIN|g/dL|albumin
        S CALCIUM|mg/dL|calcium_total
        S BILIRUBIN|mg/dL|bilirubin_total
        Klorid|mmol/L|chloride
        Cloruros|mmol/L|chloride
        Kalcium|mmol/L|calcium_total
        Triglycerider|mmol/L|triglycerides
        Amylas|U/L|amylase
        Lipas|U/L|lipase
        Kreatinkinas|U/L|ck
        Creatinkinase|U/L|ck
        Creatinin|umol/L|creatinine
        Phosphor anorg.|mmol/L|phosphate
        인|mg/dL|phosphate
        Proteína total|g/L|total_protein
        Desidrogenase lática|U/L|ldh
        Laktat dehidrogenaz|U/L|ldh
        Uraat|umol/L|urate
        Índice de hemólise||hemolysis_index
        Hem-Ind||hemolysis_index
        HMI||hemolysis_index
        P-HemInd||hemolysis_index
        Índice H||hemolysis_index
        P-Hæmoglobin(frit)|g/L|hemolysis_index
        ALTL|U/L|alt
        ASTL|U/L|ast
        CREJ2|mg/dL|creatinine
        UREAL|mg/dL|urea
        BILT3|mg/dL|bilirubin_total
        CRP4|mg/L|crp
        LDHI2|U/L|ldh
        ALT2|U/L|alt
        Crea2|mg/dL|creatinine
        TBIL-V|umol/L|bilirubin_total
        CREA-S|umol/L|creatinine
        Na-I|mmol/L|sodium
        K-I|mmol/L|potassium
        NA_ISE|mmol/L|sodium
        K_ISE|mmol/L|potassium
        Cl-I|mmol/L|chloride
        CL_ISE|mmol/L|chloride
        Sodium SerPl-sCnc|mmol/L|sodium
        Potassium SerPl-sCnc|mmol/L|potassium
        Creat SerPl-mCnc|mg/dL|creatinine
        ALT SerPl-cCnc|U/L|alt
        Glucose SerPl-mCnc|mg/dL|glucose
        B-Hæmoglobin|mmol/L|hemoglobin
        P-Alanintransaminase [ALAT]|U/L|alt
        P-Kolesterol LDL|mmol/L|cholesterol_ldl
        P-Triglycerid|mmol/L|triglycerides
        P-Bilirubiner|umol/L|bilirubin_total
        P(fPt)-Glukose|mmol/L|glucose
        P-Triglyserider|mmol/L|triglycerides
        P-Kreatinin(enz)|umol/L|creatinine
        Hb(B)-HbA1c (IFCC)|mmol/mol|hba1c
        P-Gluk|mmol/L|glucose
        Kalium, plasmasta|mmol/L|potassium
        Kreatinin enzymatisch|mg/dL|creatinine
        D-Dimer|mg/L|-
        Cholesterin total|mg/dL|cholesterol_total
        Transaminases ASAT (TGO)|U/L|ast
        ALAT (TGP)|U/L|alt
        Desidrogenase Láctica|U/L|ldh
        Dosagem de Proteína C Reativa|mg/L|crp
        Dosagem de Sódio|mmol/L|sodium
        Cálcio sérico|mg/dL|calcium_total
        Magnésio sérico|mg/dL|magnesium
        Amônia|umol/L|ammonia
        Glicemia basal|mg/dL|glucose
        Hierro sérico|ug/dL|iron
        Potasio en suero|mmol/L|potassium
        Sodio en suero|mmol/L|sodium
        Fosforany|mg/dL|phosphate
        Trigliserit|mg/dL|triglycerides
        sT4|ng/dL|free_t4
        sT3|pg/mL|free_t3
        Açlık glukozu|mg/dL|glucose
        B-Emoglobina|g/dL|hemoglobin
        AF|U/L|alp
        hs-Troponine T|ng/L|hs_troponin_t
        Potasiu|mmol/L|potassium
        Sodiu|mmol/L|sodium
        Clor|mmol/L|chloride
        Calciu|mg/dL|calcium_total
        Creatinina|mg/dL|creatinine
        Uree|mg/dL|urea
        Glucoza|mg/dL|glucose
        Glucoză|mg/dL|glucose
        Magneziu|mg/dL|magnesium
        Bilirubina totală|mg/dL|bilirubin_total
        Trigliceride|mg/dL|triglycerides
        Colesterol total|mg/dL|cholesterol_total
        Hemoglobină|g/dL|hemoglobin
        Kalij|mmol/L|potassium
        Natrij|mmol/L|sodium
        Kreatinin|umol/L|creatinine
        Urea|mmol/L|urea
        Glukoza|mmol/L|glucose
        Kalcij|mmol/L|calcium_total
        Željezo|umol/L|iron
        Kolesterol|mmol/L|cholesterol_total
        Trigliceridi|mmol/L|triglycerides
        Kloridi|mmol/L|chloride
        Magnezij|mmol/L|magnesium
        Urati|umol/L|urate
        Bilirubin ukupni|umol/L|bilirubin_total
        ALT|U/L|alt
        Κάλιο|mmol/L|potassium
        Νάτριο|mmol/L|sodium
        Κρεατινίνη|mg/dL|creatinine
        Ουρία|mg/dL|urea
        Γλυκόζη|mg/dL|glucose
        Ασβέστιο|mg/dL|calcium_total
        Χολερυθρίνη|mg/dL|bilirubin_total
        Ολική χολερυθρίνη|mg/dL|bilirubin_total
        ΚΑΛΙΟ|mmol/L|potassium
        ΣΙΔΗΡΟΣ|umol/L|iron
        Αιμοπετάλια|10*9/L|platelets
        ΑΙΜΟΠΕΤΑΛΙΑ|10*9/L|platelets
        Αιματοκρίτης|%|hematocrit
        Γαλακτικό|mmol/L|lactate
        Λευκά αιμοσφαίρια|10*9/L|wbc
        Λευκά αιμοσφαίρια||-
        Ουδετερόφιλα|%|-
        Αλκαλική φωσφατάση|U/L|alp
        Vércukor|mmol/L|glucose
        Magnézium|mmol/L|magnesium
        Foszfát|mmol/L|phosphate
        Összbilirubin|umol/L|bilirubin_total
        Húgysav|umol/L|urate
        Trombocita|10*9/L|platelets
        Fehérvérsejtszám|10*9/L|wbc
        Fehérvérsejt|10*9/L|wbc
        Glicemie|mg/dL|glucose
        Trombocite|10*9/L|platelets
        Leucocite|10*9/L|wbc
        Leucocite||-
        Lactat|mmol/L|lactate
        Fosfatază alcalină|U/L|alp
        Trombocyter|10*9/L|platelets
        Leukocyter|10*9/L|wbc
        Leukocyter||-
        Draslík v séru|mmol/L|potassium
        Glykémie|mmol/L|glucose
        B-Trombocyty|10*9/L|platelets
        Sg-Emoglobina|g/dL|hemoglobin
        Nötrofil|10*3/uL|neutrophils
        Nötrofil|%|-
        Glomerüler Filtrasyon Hızı|mL/min/1.73m2|egfr
        肌钙蛋白I|ng/L|hs_troponin_i
        肌钙蛋白I|ng/mL|troponin_i_conventional
        肌钙蛋白I||-
        トロポニンT|ng/L|hs_troponin_t
        AST (Aspartate Aminotrans.)|U/L|ast
        CK (Creatina Quinase)|U/L|ck
        Kaalium|mmol/L|potassium
        Naatrium|mmol/L|sodium
        Kreatiniin|umol/L|creatinine
        Kālijs|mmol/L|potassium
        Nātrijs|mmol/L|sodium
        Kreatinīns|umol/L|creatinine
        Kalis|mmol/L|potassium
        Natris|mmol/L|sodium
        Kreatininas|umol/L|creatinine
        Калий|mmol/L|potassium
        Натрий|mmol/L|sodium
        Креатинин|umol/L|creatinine
        Урея|mmol/L|urea
        Глюкоза|mmol/L|glucose
        ХГЧ|mIU/mL|hcg
        ХГЛ|mIU/mL|hcg
        totChol|mg/dL|cholesterol_total
        Total Cholesterol (TC)|mg/dL|cholesterol_total
        Tryglicerides|mg/dL|triglycerides
        HS C-Reactive Protein|mg/L|hs_crp
        Hypersensitive c-reactive protein|mg/L|hs_crp
        Direct HDL-Cholesterol|mg/dL|cholesterol_hdl
        Glucose, refrigerated serum|mg/dL|glucose
        Hemoglobin (HGB)|g/dL|hemoglobin
        ISE indirect K for Gen.2|mmol/L|potassium
        Troponin T.cardiac [Mass/volume] in Serum or Plasma by High sensitivity method|ng/L|hs_troponin_t",
    );
    // What may be something else.
    check(
        "Glucose (F)|mg/dL|-
        Vit D3|ng/mL|-
        GLUC3|mg/dL|-
        TLC|/uL|-
        I_H|mg/dL|-
        HEM2|mg/dL|-
        ALT2||-
        AST2||-
        Crea2||-
        K-I||-
        AF||-
        Fosforany||-
        sT4|nmol/L|-
        sT3|ng/dL|-
        Albumin SerPl Elph-mCnc|g/dL|-
        Calcium Ur-mCnc|mg/dL|-
        S Index|mg/dL|-
        Protein S|%|-
        Dosagem de creatinina na urina|mg/dL|-",
    );
}

#[test]
fn a_fasting_glucose_beside_one_after_a_meal() {
    let head = "patient,sex,age,test,result,unit\n";
    let fasting = "A,F,50,Glucose (F),31,mg/dL\n";
    for (others, expected) in [
        ("", "- - analyte-ambiguous"),
        ("A,F,50,Creatinine,0.8,mg/dL\n", "- - analyte-ambiguous"),
        (
            "A,F,50,Glucose (PP),120,mg/dL\n",
            "glucose LL critical-limit",
        ),
    ] {
        let (_folder, path) = file("labs.csv", [head, fasting, others].concat());
        let row = &Run::check(&path).rows()[0];
        let cell = |name: &str| match row[name].as_str() {
            "" => "-".to_string(),
            said => said.to_string(),
        };
        let said = [cell("analyte"), cell("flag"), cell("notices")].join(" ");
        assert_eq!(said, expected, "{others}");
    }
}
