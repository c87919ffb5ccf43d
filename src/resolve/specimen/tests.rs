//! What cells, names and sections say of the specimen.

use super::*;

#[test]
fn cells_state_specimens() {
    let words = SpecimenWords::bundled().expect("bundled words");
    for (cell, expected) in [
        ("", Specimen::Unstated),
        ("Blood", Specimen::Unstated),
        ("BLOOD", Specimen::Unstated),
        ("SERUM", Specimen::Serum),
        ("Ser/Plas", Specimen::Serum),
        ("EDTA plasma", Specimen::PlasmaEdta),
        ("Whole Blood", Specimen::WholeBlood),
        ("WB", Specimen::WholeBlood),
        ("Urine", Specimen::Urine),
        ("Cerebrospinal Fluid (CSF)", Specimen::Csf),
        ("Ascites", Specimen::BodyFluid),
        ("Joint Fluid", Specimen::BodyFluid),
        ("Venous", Specimen::Unstated),
        ("Lithium Heparin", Specimen::Plasma),
        ("gold top", Specimen::Serum),
        ("Tissue", Specimen::Other),
    ] {
        assert_eq!(words.in_cell(cell), Some(expected), "{cell:?}");
    }
    // A cat, or a tube with a clot activator; pink serum, or a tube with EDTA; a tube for trace elements.
    for cell in ["Moon dust", "CAT", "Pink", "Royal blue top"] {
        assert_eq!(words.in_cell(cell), None, "{cell:?}");
    }
    // What is in the tube, whatever else is said of it.
    let (edta, citrate, fluoride) = (
        Specimen::PlasmaEdta,
        Specimen::PlasmaCitrate,
        Specimen::PlasmaFluoride,
    );
    for (cells, expected) in [
        (
            "Blood (EDTA)|Blood - EDTA|Venous blood (K2EDTA)|Blood lavender|Osocze EDTA|EDTA plazma|Serum (EDTA)|혈액(EDTA)|静脉血(紫管)",
            Some(edta),
        ),
        (
            "Blood (citrate)|Plazma citrátová|Sitratlı kan|Citrated blood",
            Some(citrate),
        ),
        (
            "Blood NaF|NaF-Plasma|Osocze fluorkowe|Plasma fluoreto|血漿(NaF)|解糖阻止剤入り血漿",
            Some(fluoride),
        ),
        // One of these, and nobody knows which.
        (
            "Serum, Whole Blood (EDTA), Citrated Plasma|Serum or EDTA plasma|EDTA/citrate|Blood, Urine|Gold, Lavender",
            None,
        ),
    ] {
        for cell in cells.split('|') {
            assert_eq!(words.in_cell(cell), expected, "{cell:?}");
        }
    }
}

#[test]
fn names_state_specimens_and_lose_them() {
    let words = SpecimenWords::bundled().expect("bundled words");
    for (name, expected, rest) in [
        ("Creatinine, Urine", Specimen::Urine, "creatinine,"),
        ("S-Kalium", Specimen::Serum, "kalium"),
        ("Glucose in Serum or Plasma", Specimen::Serum, "glucose"),
        ("Potassium, Whole Blood", Specimen::WholeBlood, "potassium,"),
    ] {
        let (specimen, left) = words.in_name(name).expect(name);
        assert_eq!((specimen, left.trim()), (expected, rest), "{name:?}");
    }
    assert_eq!(words.in_name("Potassium"), None);
    assert_eq!(
        words.in_category("Blood Gas", ""),
        Some(Specimen::WholeBlood)
    );
    assert_eq!(words.in_category("Chemistry", ""), None);
    for (order, name, specimen) in [
        ("SODIUM, URINE, RANDOM", "SODIUM", Some(Specimen::Urine)),
        (
            "Creatinine, body fluid",
            "Creatinine",
            Some(Specimen::BodyFluid),
        ),
        ("URINALYSIS", "Bilirubin", Some(Specimen::Urine)),
        ("Urine electrolytes", "Sodium", Some(Specimen::Urine)),
        ("Urine, chemistry", "Sodium", Some(Specimen::Urine)),
        ("U&E; Urine ACR", "Potassium", None),
        ("Bloods and urine ACR", "Potassium", None),
        ("FBC, U&E, urine culture", "K", None),
        ("Fluid and electrolyte profile", "Potassium", None),
        ("Fluids & Electrolytes", "Potassium", None),
        ("Electrolytes/Fluids", "Potassium", None),
        ("Fluid balance", "Potassium", None),
        ("Renal / Urinary", "Potassium", None),
        (
            "Body fluid electrolytes",
            "Sodium",
            Some(Specimen::BodyFluid),
        ),
        ("Random", "Potassium", None),
        ("Cath", "Potassium", None),
        ("Random urine", "Potassium", Some(Specimen::Urine)),
        ("Labs with UA", "Potassium", None),
        ("Serum chemistry with UA", "Potassium", None),
        ("Annual labs w/ urinalysis", "Potassium", None),
        ("Urinalysis w/ microscopy", "Glucose", Some(Specimen::Urine)),
        ("FBC (EDTA) and U&E", "Potassium", None),
        ("Pleural fluid + LDH", "Potassium", None),
        ("URINALYSIS, COMPLETE", "Bilirubin", Some(Specimen::Urine)),
        (
            "Urinalysis, Complete w/Reflex to Culture",
            "Bilirubin",
            Some(Specimen::Urine),
        ),
        (
            "Protein/Creatinine Ratio, Ur",
            "Sodium",
            Some(Specimen::Urine),
        ),
        ("MICROALBUMIN, URINE", "Creatinine", Some(Specimen::Urine)),
        ("UA, MICROSCOPIC", "Glucose", Some(Specimen::Urine)),
        ("UA with Microscopic", "Glucose", Some(Specimen::Urine)),
        ("Urine R/E", "Albumin", Some(Specimen::Urine)),
        ("Electrolytes, Ur", "Sodium", Some(Specimen::Urine)),
        ("24HR UR", "Sodium", Some(Specimen::Urine)),
        ("U/E Urine", "Sodium", Some(Specimen::Urine)),
        ("CSF, Cell Count and Chem", "Chloride", Some(Specimen::Csf)),
        ("Badanie ogólne moczu", "Creatinina", Some(Specimen::Urine)),
        ("EGO", "Glucosa", Some(Specimen::Urine)),
        ("Urinstatus", "Glucose", Some(Specimen::Urine)),
        ("Blood Gas, Arterial", "K", Some(Specimen::WholeBlood)),
        ("VBG with Lytes", "K", Some(Specimen::WholeBlood)),
        ("Gasometria Venosa", "Potássio", Some(Specimen::WholeBlood)),
        ("Renal profile, urine ACR", "Potassium", None),
        ("Liver/Renal", "Potassium", None),
        ("Lipids, glucose", "Potassium", None),
    ] {
        assert_eq!(words.in_category(order, name), specimen, "{order}: {name}");
    }
}
