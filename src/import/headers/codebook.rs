//! Headers that are codes of a published codebook, which says analyte and unit of each: KNHANES, the survey of Korea
//! (knhanes.kdca.go.kr: health examination, `HE_`; what is measured in urine is `HE_U`), and NHANES, the survey of the US
//! (wwwn.cdc.gov/nchs/nhanes: standard biochemistry profile, complete blood count, glycohemoglobin, plasma glucose, cholesterol,
//! triglycerides, iron, ferritin, vitamins, thyroid and sex hormones, C-reactive protein). `LBX` is as measured, `LBD` converted;
//! a code that ends in `LC` is a remark on the limit of detection.

use super::vocabulary::fold;

/// Code, name and unit.
const CODES: &[(&str, &str, &str)] = &[
    ("lbxsnasi", "Sodium", "mmol/L"),
    ("lbxsksi", "Potassium", "mmol/L"),
    ("lbxsclsi", "Chloride", "mmol/L"),
    ("lbxsc3si", "Bicarbonate", "mmol/L"),
    ("lbxscr", "Creatinine", "mg/dL"),
    ("lbdscr", "Creatinine", "mg/dL"),
    ("lbdscrsi", "Creatinine", "umol/L"),
    ("lbxsbu", "BUN", "mg/dL"),
    ("lbdsbusi", "BUN", "mmol/L"),
    ("lbxsgl", "Glucose", "mg/dL"),
    ("lbdsglsi", "Glucose", "mmol/L"),
    // Who came fasting another file says.
    ("lbxglu", "Glucose", "mg/dL"),
    ("lbdglusi", "Glucose", "mmol/L"),
    ("lbxglusi", "Glucose", "mmol/L"),
    ("lbxsca", "Calcium", "mg/dL"),
    ("lbdscasi", "Calcium", "mmol/L"),
    ("lbxsph", "Phosphate", "mg/dL"),
    ("lbdsph", "Phosphate", "mg/dL"),
    ("lbdsphsi", "Phosphate", "mmol/L"),
    ("lbxsal", "Albumin", "g/dL"),
    ("lbdsalsi", "Albumin", "g/L"),
    ("lbxstp", "Total protein", "g/dL"),
    ("lbdstpsi", "Total protein", "g/L"),
    ("lbxsatsi", "ALT", "U/L"),
    ("lbxsassi", "AST", "U/L"),
    ("lbxsapsi", "ALP", "U/L"),
    ("lbdsapsi", "ALP", "U/L"),
    ("lbxsgtsi", "GGT", "U/L"),
    ("lbxsldsi", "LDH", "U/L"),
    ("lbdsldsi", "LDH", "U/L"),
    ("lbxsck", "CK", "U/L"),
    ("lbxstb", "Total bilirubin", "mg/dL"),
    ("lbdstb", "Total bilirubin", "mg/dL"),
    ("lbdstbsi", "Total bilirubin", "umol/L"),
    ("lbxsua", "Uric acid", "mg/dL"),
    ("lbdsuasi", "Uric acid", "umol/L"),
    ("lbxsch", "Cholesterol", "mg/dL"),
    ("lbdschsi", "Cholesterol", "mmol/L"),
    ("lbxtc", "Cholesterol", "mg/dL"),
    ("lbdtcsi", "Cholesterol", "mmol/L"),
    ("lbdhdd", "HDL cholesterol", "mg/dL"),
    ("lbdhddsi", "HDL cholesterol", "mmol/L"),
    ("lbxhdd", "HDL cholesterol", "mg/dL"),
    ("lbdhdl", "HDL cholesterol", "mg/dL"),
    ("lbdhdlsi", "HDL cholesterol", "mmol/L"),
    ("lbdldl", "LDL cholesterol", "mg/dL"),
    ("lbdldlsi", "LDL cholesterol", "mmol/L"),
    ("lbxstr", "Triglycerides", "mg/dL"),
    ("lbdstrsi", "Triglycerides", "mmol/L"),
    ("lbxtr", "Triglycerides", "mg/dL"),
    ("lbdtrsi", "Triglycerides", "mmol/L"),
    ("lbxfer", "Ferritin", "ng/mL"),
    ("lbdfersi", "Ferritin", "ug/L"),
    ("lbxirn", "Iron", "ug/dL"),
    ("lbdirnsi", "Iron", "umol/L"),
    ("lbxb12", "Vitamin B12", "pg/mL"),
    ("lbdb12si", "Vitamin B12", "pmol/L"),
    ("lbxvidms", "25-OH Vitamin D", "nmol/L"),
    ("lbxtsh1", "TSH", "uIU/mL"),
    ("lbxtsh", "TSH", "uIU/mL"),
    ("lbxt4f", "Free T4", "ng/dL"),
    ("lbdt4fsi", "Free T4", "pmol/L"),
    ("lbxhscrp", "hs-CRP", "mg/L"),
    ("lbxcrp", "CRP", "mg/dL"),
    ("lbxfsh", "FSH", "mIU/mL"),
    ("lbxlh", "LH", "mIU/mL"),
    ("lbxtst", "Testosterone", "ng/dL"),
    ("lbxshbg", "SHBG", "nmol/L"),
    ("lbxsir", "Iron", "ug/dL"),
    ("lbdsirsi", "Iron", "umol/L"),
    ("lbxsossi", "Calculated osmolality", "mmol/kg"),
    ("lbxgh", "HbA1c", "%"),
    ("lbxwbcsi", "WBC", "10^9/L"),
    ("lbxhgb", "Hemoglobin", "g/dL"),
    ("lbxhct", "Hematocrit", "%"),
    ("lbxpltsi", "Platelets", "10^9/L"),
    ("heglu", "Glucose", "mg/dL"),
    ("hehba1c", "HbA1c", "%"),
    ("hechol", "Cholesterol", "mg/dL"),
    ("hehdlst2", "HDL cholesterol", "mg/dL"),
    ("heldldrct", "LDL cholesterol", "mg/dL"),
    ("hetg", "Triglycerides", "mg/dL"),
    ("heast", "AST", "U/L"),
    ("healt", "ALT", "U/L"),
    ("hebun", "BUN", "mg/dL"),
    ("hecrea", "Creatinine", "mg/dL"),
    ("hehb", "Hemoglobin", "g/dL"),
    ("hehct", "Hematocrit", "%"),
    ("hewbc", "WBC", "10^3/uL"),
    ("hebplt", "Platelets", "10^3/uL"),
    ("hehscrp", "hs-CRP", "mg/L"),
];

/// Name and unit of a column.
pub(crate) fn analyte(header: &str) -> Option<(&'static str, &'static str)> {
    let folded = fold(header);
    let found = CODES.iter().find(|(code, _, _)| *code == folded);
    found.map(|(_, name, unit)| (*name, *unit))
}

/// Which measurement a column is of: `scr` for LBXSCR and LBDSCRSI. Of one analyte there may be several: LBXSCH is none of LBXTC.
pub(crate) fn measured(header: &str) -> Option<String> {
    analyte(header)?;
    let folded = fold(header);
    let of_us = || folded.strip_prefix("lbx").or(folded.strip_prefix("lbd"));
    let code = of_us().unwrap_or(&folded);
    Some(code.strip_suffix("si").unwrap_or(code).to_string())
}

/// What databases put before a name, to say when or by whom it was measured.
const PREFIXES: &[&str] = &["lab_", "labs_", "preop_"];

/// A header without what stands before the name: `lab_na`, `preop_cr`.
pub(crate) fn without_prefix(header: &str) -> Option<&str> {
    let header = header.trim();
    PREFIXES.iter().find_map(|prefix| {
        let head = header.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix)
            .then(|| &header[prefix.len()..])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_their_units() {
        for (header, expected) in [
            ("LBXSCR", Some(("Creatinine", "mg/dL"))),
            ("LBDSCRSI", Some(("Creatinine", "umol/L"))),
            ("lbxsnasi", Some(("Sodium", "mmol/L"))),
            ("HE_crea", Some(("Creatinine", "mg/dL"))),
            ("HE_HDL_st2", Some(("HDL cholesterol", "mg/dL"))),
            ("HE_Uph", None),
            ("HE_Ucrea", None),
            // A remark on the limit of detection, and urine.
            ("LBDSCRLC", None),
            ("URXUCR", None),
        ] {
            assert_eq!(analyte(header), expected, "{header}");
        }
        for (one, other, same) in [
            ("LBXSCR", "LBDSCRSI", true),
            ("LBXSCR", "LBDSCR", true),
            ("LBXSAPSI", "LBDSAPSI", true),
            ("LBXSCH", "LBXTC", false),
            ("LBXSIR", "LBXIRN", false),
        ] {
            assert_eq!(measured(one) == measured(other), same, "{one} {other}");
        }
        assert_eq!(without_prefix("lab_na"), Some("na"));
        assert_eq!(without_prefix("label"), None);
    }
}
