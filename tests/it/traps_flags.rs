//! Limits, sentinels, flags and statuses of public exports that once gave a calm answer, each beside a look-alike.

use crate::run::{Run, file};
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
            "potassium - indeterminate implausible-value",
        ),
        (
            "Potassium,-4.1,mmol/L",
            "3.5..5.1",
            "potassium - indeterminate implausible-value",
        ),
        (
            "Potassium,-1,mmol/L",
            "3.5..5.1",
            "potassium - - result-absent",
        ),
        (
            "Potassium,-9.0,mmol/L",
            "3.5..5.1",
            "potassium - - result-absent",
        ),
        (
            "Potassium,-999,mmol/L",
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

/// A potassium, its flag or status, and what is said.
#[track_caller]
fn beside(column: &str, table: &[(&str, &str, &str)]) {
    for (value, words, expected) in table {
        for word in words.split('|') {
            check(
                &format!("patient,sample,collected,sex,age,test,result,unit,low,high,{column}"),
                &[(
                    &format!("1,S1,2026-05-02 07:15,F,44,Potassium,{value},mmol/L,3.5,5.1,{word}"),
                    expected,
                )],
            );
        }
    }
}

#[test]
fn a_status_of_failure_takes_no_result_away() {
    let failed = "potassium H indeterminate status-failed";
    beside(
        "qc_status",
        &[
            ("6.3", "FAIL|Failed|QC Fail|qc_failed|Failed QC", failed),
            ("4.4", "FAIL", "potassium N indeterminate status-failed"),
            ("6.3", "PASS|", "potassium H usable -"),
            (
                "6.3",
                "Rejected|Cancelled|Invalid",
                "potassium - - result-absent",
            ),
        ],
    );
}

#[test]
fn what_the_laboratory_calls_critical_is_seen() {
    let critical = "CRIT|LL|HH|CH|High Panic|PANIC|危急值|パニック値|Critical|critical high|Kritisch|High Alert|HH!|!!|H**";
    for (value, expected) in [("5.6", "potassium H usable"), ("4.4", "potassium N usable")] {
        for flag in critical.split('|') {
            let said = said_of(&format!(
                "patient,sample,collected,sex,age,test,result,unit,low,high,flag\n\
                 1,S1,2026-05-02 07:15,F,44,Potassium,{value},mmol/L,3.5,5.1,{flag}\n"
            ))
            .remove(0);
            assert!(said.starts_with(expected), "{flag}: {said}");
            assert!(said.ends_with("critical-by-laboratory"), "{flag}: {said}");
            assert_eq!(
                said.contains("flag-disagrees"),
                value == "4.4" || flag == "LL",
                "{flag}: {said}"
            );
        }
    }
    beside(
        "flag",
        &[
            (
                "5.6",
                "H|not critical|Non-critical|Alert|H!",
                "potassium H usable -",
            ),
            ("7.1", "HH", "potassium HH usable critical-limit"),
        ],
    );
    beside(
        "status",
        &[
            (
                "5.6",
                "Critical|HH",
                "potassium H usable critical-by-laboratory",
            ),
            (
                "4.4",
                "LL",
                "potassium N usable flag-disagrees critical-by-laboratory",
            ),
            (
                "4.4",
                "Abnormal|ABN|Borderline|Out of Range",
                "potassium N usable flag-disagrees",
            ),
            ("4.4", "Final|Normal", "potassium N usable -"),
            ("4.4", "Q", "potassium N usable status-unknown"),
        ],
    );
}

#[test]
fn a_status_of_a_wide_row_may_be_that_of_the_patient() {
    let said = said_of(
        "patient,sample,collected,sex,age,status,Potassium (mmol/L),Sodium (mmol/L)\n\
         1,S1,2026-05-02 07:15,F,44,Critical,4.4,140\n",
    );
    assert_eq!(said, ["potassium N usable -", "sodium N usable -"]);
}

#[test]
fn flags_of_other_words() {
    beside(
        "flag",
        &[
            (
                "4.4",
                "极高|异常|基準値外|비정상|вне нормы|Tinggi|Abnormal|Borderline|Out of Range|Increased|OOR|Alert|High/Abnormal",
                "potassium N usable flag-disagrees",
            ),
            ("4.4", "Y|True|1|§", "potassium N usable flag-unknown"),
            // Nothing is hidden by them, or they say nothing.
            ("5.6", "Y|True|1|Abnormal|极高", "potassium H usable -"),
            ("4.4", "N|normal|delta|0|no|OK", "potassium N usable -"),
        ],
    );
}

/// The table of one row, and the exit status with `--fail-on critical`.
fn shown(row: &str) -> (String, i32) {
    let text =
        format!("patient,sample,sex,age,test,result,unit,low,high,flag,specimen\n1,S1,{row}\n");
    let (_folder, path) = file("labs.csv", text);
    let done = Run::check(&path)
        .args(["--abnormal", "--fail-on", "critical"])
        .done();
    (done.stdout, done.code)
}

#[test]
fn the_laboratorys_own_word_stands_in_the_table() {
    let (table, code) = shown("F,44,Potassium,6.3,mmol/L,3.5,5.1,CRIT,");
    assert!(
        table.contains("the laboratory calls it CRITICAL"),
        "{table}"
    );
    assert!(
        table.contains("1 called critical by the laboratory"),
        "{table}"
    );
    assert_eq!(code, 1);
    for (row, said, code) in [
        (",,Potassium,6.1,mmol/L,,,HH,", "laboratory: HH", 1),
        (",,Potassium,6.1,mmol/L,,,H,", "laboratory: H", 0),
        ("F,44,Potassium,12,mmol/L,,,L,urine", "laboratory: L", 0),
        (
            "F,44,Potassium,12,mmol/L,,,abnormal,urine",
            "laboratory: abnormal",
            0,
        ),
    ] {
        let (table, done) = shown(row);
        assert!(table.contains(said), "{row}\n{table}");
        assert_eq!(done, code, "{row}");
    }
    for row in [
        "F,44,Potassium,4.4,mmol/L,3.5,5.1,N,",
        "F,44,Potassium,12,mmol/L,,,,urine",
        "F,44,Potassium,12,mmol/L,,,N,urine",
    ] {
        let (table, code) = shown(row);
        assert!(!table.contains("laboratory:"), "{row}\n{table}");
        assert_eq!(code, 0, "{row}");
    }
}

#[test]
fn what_is_timed_is_another_quantity() {
    for name in [
        "Glucose [Mass/volume] in Serum or Plasma --2 hours post 75 g glucose PO",
        "Glucose [Mass/volume] in Serum or Plasma --1 hour post 50 g glucose PO",
        "Urea nitrogen [Mass/volume] in Serum or Plasma --post dialysis",
    ] {
        let row = format!("1,S1,2026-05-02 07:15,F,44,{name},90,mg/dL");
        check(
            "patient,sample,collected,sex,age,test,result,unit",
            &[(&row, "- - - analyte-unknown")],
        );
    }
    for (name, expected) in [
        (
            "Urea nitrogen [Mass/volume] in Serum or Plasma --pre dialysis",
            "urea HH usable critical-limit",
        ),
        (
            "Urea nitrogen [Mass/volume] in Serum or Plasma",
            "urea HH usable critical-limit",
        ),
        (
            "Glucose [Mass/volume] in Serum or Plasma --fasting",
            "glucose N usable -",
        ),
    ] {
        let row = format!("1,S1,2026-05-02 07:15,F,44,{name},90,mg/dL");
        check(
            "patient,sample,collected,sex,age,test,result,unit",
            &[(&row, expected)],
        );
    }
}

#[test]
fn the_default_of_a_database_is_no_birth() {
    let header = "patient,sample,collected,sex,birth_date,test,result,unit";
    for birth in "1900-01-01|1899-12-30|1901-01-01|1753-01-01|0001-01-01|01.01.1900".split('|') {
        let row = format!("1,S1,1985-05-02 07:15,F,{birth},Potassium,4.4,mmol/L");
        let said = said_of(&format!("{header}\n{row}\n")).remove(0);
        assert!(said.starts_with("potassium - "), "{birth}: {said}");
        assert!(said.contains("age-missing"), "{birth}: {said}");
    }
    for birth in ["1900-01-02", "1901-02-01", "1970-01-01"] {
        let row = format!("1,S1,1995-05-02 07:15,F,{birth},Potassium,4.4,mmol/L");
        check(header, &[(&row, "potassium N usable -")]);
    }
}

#[test]
fn pooled_serum_is_of_nobody() {
    let control = "potassium - - quality-control";
    for (specimen, expected) in [
        ("POOLED SERUM", control),
        ("\"SERUM, QC\"", control),
        ("Serum pool", control),
        ("Serum", "potassium N usable -"),
        ("Serum separator tube", "potassium N usable -"),
    ] {
        let row = format!("1,S1,2026-05-02 07:15,F,44,Potassium,4.4,mmol/L,{specimen}");
        check(
            "patient,sample,collected,sex,age,test,result,unit,specimen",
            &[(&row, expected)],
        );
    }
}
