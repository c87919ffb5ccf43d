//! Inequalities, and what is rounded.

use super::*;

#[test]
fn inequalities_are_carried_through_or_refused() {
    run(&sample(&[("Creatinine", "<30", "umol/L")])).gives("egfr", ">117.8");
    run(&sample(&[("AST", ">500", "U/L"), ("ALT", "50", "U/L")])).gives("de_ritis", ">10.00");
    run(&sample(&[("AST", ">500", "U/L"), ("ALT", ">500", "U/L")]))
        .gives("de_ritis", "")
        .refuses("de_ritis: value-censored");
    // Sampson's equation does not move one way only; Friedewald's does not hold above 4.5.
    run(&sample(&[
        ("Cholesterol", "6", "mmol/L"),
        ("HDL", "1", "mmol/L"),
        ("Triglycerides", ">4", "mmol/L"),
    ]))
    .gives("cholesterol_ldl_sampson", "")
    .gives("cholesterol_ldl_friedewald", "")
    .gives("cholesterol_non_hdl", "5.00")
    .refuses("cholesterol_ldl_friedewald: value-censored");
}

/// INR with the rest of a MELD, of a woman.
#[test]
fn an_inequality_behind_a_floor_or_a_rounding() {
    let text = sample(&[
        ("Total bilirubin", "51.3", "umol/L"),
        ("Creatinine", "176.8", "umol/L"),
        ("Sodium", "130", "mmol/L"),
        ("Albumin", "30", "g/L"),
    ]);
    for (inr, meld_3, meld_na) in [
        ("1.0", "24", "22"),
        ("1.49", "28", "26"),
        ("1.5", "28", "26"),
        // The equations take no INR below 1.
        ("<0.9", "24", "22"),
        ("<1.0", "24", "22"),
        // 1.19 rounds to what 1.2 does, and 1.51 to what 1.5 does.
        ("<1.2", "<=26", "<=24"),
        ("<1.5", "<=28", "<=26"),
        (">1.5", ">=28", ">=26"),
        ("<=1.5", "<=28", "<=26"),
    ] {
        let inr = format!("P1,S9,2026-01-05 08:00,INR,{inr},,F,60,citrated plasma,F\n");
        let told = |score: &str| format!("{score} derived-other-tube");
        run(&(text.clone() + &inr))
            .gives("meld_3", &told(meld_3))
            .gives("meld_na", &told(meld_na));
    }
}

/// The number that is shown is the one that is judged.
#[test]
fn what_is_shown_as_60_is_not_below_60() {
    for (creatinine, expected) in [
        // 59.98, 60.7, 59.93, 59.85.
        ("112", "60.0 N G2"),
        ("111", "60.6 N G2"),
        ("112.1", "59.9 L G3a"),
        ("<112", ">59.9 - -"),
    ] {
        let text = sample(&[("Creatinine", creatinine, "umol/L")]).replace(",F,60,", ",F,26,");
        let options = Options {
            derive: Some(DeriveOptions::default()),
            grade: Some("kdigo".to_string()),
            ..Options::default()
        };
        assert_eq!(run_with(options, &text).judged, [expected], "{creatinine}");
    }
}
