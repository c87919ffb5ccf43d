//! Limits, sentinels, flags and statuses of public exports that once gave a calm answer, each beside a look-alike.

use crate::traps::{check, said_of};

/// Beside two limits: test, value, unit, limits and what is said.
#[track_caller]
fn limits(table: &[(&str, &str, &str)]) {
    for (row, limits, expected) in table {
        let (low, high) = limits.split_once("..").expect("limits");
        check(
            "patient,sample,collected,sex,age,test,result,unit,low,high",
            &[(
                &format!("1,S1,2026-05-02 07:15,F,44,{row},{low},{high}"),
                expected,
            )],
        );
    }
}

#[test]
fn limits_as_wide_as_a_database_are_none() {
    let high = "potassium H caution interval-unreadable";
    let none = "lithium - usable interval-unreadable no-transferable-interval";
    limits(&[
        ("Potassium,5.9,mmol/L", "0..99", high),
        ("Potassium,5.9,mmol/L", "0..100", high),
        ("Potassium,5.9,mmol/L", "0..200", high),
        ("Potassium,5.9,mmol/L", "0..1000", high),
        ("Potassium,5.9,mmol/L", "1..10", high),
        (
            "Sodium,129,mmol/L",
            "100..200",
            "sodium L caution interval-unreadable",
        ),
        (
            "INR,3.2,",
            "0..99",
            "inr - usable interval-unreadable condition-needed",
        ),
        ("Lithium,1.3,mmol/L", "0..9999", none),
        (
            "Platelets,90,10*9/L",
            "0..100",
            "platelets L caution interval-unreadable",
        ),
        (
            "Total bilirubin,5,mg/dL",
            "0..99",
            "bilirubin_total H caution interval-unreadable method-dependent",
        ),
        (
            "Creatinine,3,mg/dL",
            "0..500",
            "creatinine H caution interval-unreadable method-dependent",
        ),
        (
            "Glucose fasting,200,mg/dL",
            "0..500",
            "glucose H caution interval-unreadable",
        ),
        (
            "TSH,9,mIU/L",
            "0..99",
            "tsh - usable interval-unreadable no-transferable-interval",
        ),
        (
            "WBC,20,10*9/L",
            "0..100",
            "wbc H caution interval-unreadable",
        ),
        ("CRP,90,mg/L", "0..500", "crp H caution interval-unreadable"),
        // Without a unit, in every one of them.
        (
            "Potassium,5.9,",
            "0..9999",
            "potassium - - interval-unreadable unit-missing",
        ),
        // What a laboratory means.
        ("Ferritin,250,ng/mL", "0..300", "ferritin N usable -"),
        ("CRP,4,mg/L", "0..5", "crp N usable -"),
        ("TSH,4,mIU/L", "0..5", "tsh N usable -"),
        ("GGT,50,U/L", "0..55", "ggt N usable -"),
        (
            "LDL cholesterol,120,mg/dL",
            "0..130",
            "cholesterol_ldl N usable -",
        ),
        ("hs-Troponin T,12,ng/L", "0..14", "hs_troponin_t N usable -"),
        ("hs-Troponin I,40,ng/L", "0..54", "hs_troponin_i N usable -"),
        (
            "Procalcitonin,0.3,ng/mL",
            "0..0.5",
            "procalcitonin N usable -",
        ),
        ("ALT,30,U/L", "0..40", "alt N usable -"),
        ("Potassium,5.9,mmol/L", "3..6.8", "potassium N usable -"),
        ("INR,2.5,", "2..3", "inr N usable -"),
    ]);
}

#[test]
fn limits_below_nothing_are_none() {
    limits(&[
        (
            "Potassium,4.1,mmol/L",
            "-1..-1",
            "potassium N caution interval-unreadable",
        ),
        (
            "Potassium,4.1,mmol/L",
            "-99..-99",
            "potassium N caution interval-unreadable",
        ),
        (
            "Potassium,5.9,mmol/L",
            "-1..0",
            "potassium H caution interval-unreadable",
        ),
        ("Potassium,5.4,mmol/L", "-1..5.1", "potassium H usable -"),
        (
            "Anion gap (Na-Cl-HCO3),-1,mmol/L",
            "-4..4",
            "anion_gap N usable -",
        ),
        ("Base excess,-1,mmol/L", "-2..2", "- N - analyte-unknown"),
    ]);
}

#[test]
fn what_stands_for_nothing_needs_no_unit() {
    limits(&[
        (
            "Potassium,-1.79,",
            "3.5..5.1",
            "potassium - - result-absent",
        ),
        ("Sodium,-99,", "136..145", "sodium - - result-absent"),
        ("Sodium,9999,", "136..145", "sodium - - result-absent"),
        ("Sodium,999,", "136..145", "sodium - - result-absent"),
        ("Glucose,999,", "70..99", "glucose H usable unit-missing"),
        ("Base excess,-3,", "-2..2", "- L - analyte-unknown"),
    ]);
    // No header of limits, no unit.
    let said = said_of("patient,sex,age,test,result\n1,F,44,Potassium,-99\n");
    assert_eq!(said, ["potassium - - result-absent"]);
}
