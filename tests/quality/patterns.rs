//! Patterns across a panel: each with what must fire, what must not, and both sides of its limits.

use crate::bench::{any, check, judge, judge_aged, tube};
use serumcheck::Options;

/// Fires (or not) anywhere in the panel.
#[track_caller]
fn fires(code: &str, panel: &str, expected: bool) {
    let judged = judge(
        &tube("P1", "S1", "2026-03-05 07:15", panel),
        Options::default(),
    );
    assert_eq!(
        any(&judged, code),
        expected,
        "{code} of {panel}\n{judged:#?}"
    );
}

#[test]
fn edta() {
    let edta = "edta-suspected";
    for (panel, expected) in [
        // Gross: values no patient has, and outside what is plausible.
        (
            "K 16.2 mmol/L; Ca 0.30 mmol/L; ALP 8 U/L; Mg 0.30 mmol/L",
            true,
        ),
        ("K 6.0 mmol/L; Ca 2.05 mmol/L; ALP 20 U/L", true),
        ("K 5.9 mmol/L; Ca 2.05 mmol/L; ALP 20 U/L", false),
        ("K 6.8 mmol/L; Ca 1.90 mmol/L; Mg 0.40 mmol/L", true),
        ("K 6.8 mmol/L; Ca 1.90 mmol/L; zinc 4 umol/L", true),
        // No partner low: renal failure, tumor lysis, rhabdomyolysis.
        (
            "K 6.6 mmol/L; Ca 1.85 mmol/L; P 2.8 mmol/L; ALP 160 U/L",
            false,
        ),
        (
            "K 6.6 mmol/L; Ca 1.85 mmol/L; P 2.8 mmol/L; ALP 160 U/L; Crea 700 umol/L; Mg 1.1 mmol/L",
            false,
        ),
        (
            "K 7.1 mmol/L; Ca 1.70 mmol/L; P 3.5 mmol/L; CK 90000 U/L; ALP 80 U/L",
            false,
        ),
        // Calcium this low is enough by itself.
        ("K 5.4 mmol/L; Ca 1.19 mmol/L", true),
        ("K 5.4 mmol/L; Ca 1.20 mmol/L", false),
        ("K 4.5 mmol/L; Ca 1.10 mmol/L", false),
        // Calcium normal: not suspected, not excluded.
        ("K 6.4 mmol/L; Ca 2.30 mmol/L; ALP 20 U/L", false),
        // Hemolysis explains no low calcium.
        (
            "K 7.9 mmol/L; Ca 1.50 mmol/L; ALP 12 U/L; H-index 120 mg/dL",
            true,
        ),
        // A blood gas is another tube.
        (
            "K 6.8 mmol/L in Whole blood; Ca 1.90 mmol/L; ALP 20 U/L",
            false,
        ),
    ] {
        fires(edta, panel, expected);
    }
    // What is marked, and that a critical value is still called.
    check(
        "K 7.9 mmol/L; Ca 1.50 mmol/L; ALP 12 U/L; Na 141 mmol/L; Urea 5 mmol/L",
        &[
            "K: unusable critical-limit edta-suspected",
            "Ca: unusable critical-limit critical-context edta-suspected",
            "ALP: unusable edta-suspected",
            "Na: caution edta-suspected",
            "Urea: usable",
        ],
    );
    check(
        "K 26 mmol/L; Ca 0.30 mmol/L; ALP 8 U/L",
        &["K: unusable implausible-value critical-limit edta-suspected"],
    );
}

#[test]
fn a_normal_calcium_does_not_exclude_edta() {
    for (panel, expected) in [
        (
            "K 6.2 mmol/L; Ca 2.30 mmol/L; Crea 80 umol/L",
            "K: caution edta-not-excluded",
        ),
        ("K 5.9 mmol/L; Ca 2.30 mmol/L; Crea 80 umol/L", "K: usable"),
        // Explained by the kidney.
        ("K 6.2 mmol/L; Ca 2.30 mmol/L; Crea 600 umol/L", "K: usable"),
        (
            "K 6.2 mmol/L; Ca 2.30 mmol/L; zinc 4 umol/L",
            "K: caution edta-possible",
        ),
        // Half of the sign, where nobody measured the rest.
        (
            "K 8.0 mmol/L; Ca 1.90 mmol/L",
            "K: caution critical-limit edta-possible",
        ),
        (
            "K 8.0 mmol/L; Mg 0.3 mmol/L; ALP 14 U/L",
            "K: caution critical-limit edta-possible",
        ),
        ("K 8.0 mmol/L; Mg 0.3 mmol/L", "K: usable critical-limit"),
        (
            "K 8.0 mmol/L; Ca 1.90 mmol/L; ALP 70 U/L",
            "K: usable critical-limit",
        ),
        (
            "K 8.0 mmol/L; Ca 1.90 mmol/L; Crea 600 umol/L",
            "K: usable critical-limit",
        ),
        // All that EDTA binds is low: the potassium may hide a low one.
        (
            "K 4.9 mmol/L; Ca 1.60 mmol/L; Mg 0.4 mmol/L; ALP 15 U/L",
            "K: caution edta-possible",
        ),
        (
            "K 5.4 mmol/L; Ca 1.60 mmol/L; Mg 0.4 mmol/L; ALP 15 U/L; Crea 600 umol/L",
            "K: caution edta-possible",
        ),
        (
            "K 3.0 mmol/L; Ca 1.60 mmol/L; Mg 0.4 mmol/L; ALP 15 U/L",
            "K: usable",
        ),
        ("K 4.9 mmol/L; Ca 1.60 mmol/L; Mg 0.4 mmol/L", "K: usable"),
        (
            "K 4.9 mmol/L; Ca 1.60 mmol/L; Mg 0.4 mmol/L; ALP 70 U/L",
            "K: usable",
        ),
    ] {
        check(panel, &[expected]);
    }
}

#[test]
fn citrate_and_sodium_edta() {
    let code = "citrate-or-sodium-edta-suspected";
    for (panel, expected) in [
        (
            "Na 152 mmol/L; Cl 98 mmol/L; K 3.6 mmol/L; Ca 1.60 mmol/L",
            true,
        ),
        ("Na 148 mmol/L; Cl 105 mmol/L; Ca 1.70 mmol/L", true),
        ("Na 147 mmol/L; Cl 106 mmol/L; Ca 1.70 mmol/L", false),
        ("Na 148 mmol/L; Cl 106 mmol/L; Ca 1.70 mmol/L", false),
        // A calcium that is not low refutes it, and one that is not known says nothing.
        (
            "Na 150 mmol/L; Cl 103 mmol/L; HCO3 27 mmol/L; Ca 3.90 mmol/L",
            false,
        ),
        ("Na 160 mmol/L; Cl 105 mmol/L; Ca 2.30 mmol/L", false),
        ("Na 148 mmol/L; Cl 105 mmol/L", false),
        // Lactic acidosis.
        (
            "Na 149 mmol/L; Cl 102 mmol/L; HCO3 9 mmol/L; Ca 1.90 mmol/L",
            false,
        ),
        // Saline and dehydration raise chloride with sodium.
        ("Na 155 mmol/L; Cl 120 mmol/L; Ca 2.3 mmol/L", false),
        // The gap needs a low calcium, and no other reason.
        (
            "Na 140 mmol/L; Cl 93 mmol/L; Ca 1.70 mmol/L; HCO3 25 mmol/L",
            true,
        ),
        (
            "Na 140 mmol/L; Cl 93 mmol/L; Ca 2.30 mmol/L; HCO3 25 mmol/L",
            false,
        ),
        (
            "Na 140 mmol/L; Cl 88 mmol/L; Ca 1.90 mmol/L; HCO3 38 mmol/L",
            false,
        ),
        (
            "Na 137 mmol/L; Cl 90 mmol/L; Ca 1.67 mmol/L; HCO3 16 mmol/L; Crea 950 umol/L",
            false,
        ),
        // Sodium-EDTA.
        (
            "Na 158 mmol/L; K 3.9 mmol/L; Ca 0.90 mmol/L; Mg 0.30 mmol/L",
            true,
        ),
        (
            "Na 158 mmol/L; K 3.9 mmol/L; Ca 2.30 mmol/L; Mg 0.30 mmol/L",
            false,
        ),
    ] {
        fires(code, panel, expected);
    }
}

#[test]
fn fluoride_and_oxalate() {
    let code = "fluoride-oxalate-suspected";
    for (panel, expected) in [
        (
            "Na 165 mmol/L; K 5.8 mmol/L; Ca 1.10 mmol/L; ALP 12 U/L; Glu 5.2 mmol/L",
            true,
        ),
        (
            "Na 165 mmol/L; K 4.2 mmol/L; Ca 1.10 mmol/L; ALP 12 U/L; CK 8 U/L; Glu 5.2 mmol/L",
            true,
        ),
        (
            "Na 165 mmol/L; K 4.2 mmol/L; Ca 1.10 mmol/L; ALP 12 U/L; CK 80 U/L; Glu 5.2 mmol/L",
            false,
        ),
        (
            "Na 140 mmol/L; K 5.8 mmol/L; Ca 1.10 mmol/L; ALP 80 U/L; Glu 5.2 mmol/L",
            false,
        ),
        (
            "Na 165 mmol/L; K 5.8 mmol/L; Ca 2.30 mmol/L; ALP 12 U/L",
            false,
        ),
    ] {
        fires(code, panel, expected);
    }
}

#[test]
fn infusion_without_a_previous_sample() {
    for (code, panel, expected) in [
        // 30 % saline in an ordinary patient.
        (
            "iv-saline-possible",
            "Na 144 mmol/L; Cl 119 mmol/L; K 2.9 mmol/L; HCO3 17 mmol/L; Ca 1.65 mmol/L; TP 50 g/L; Alb 30 g/L; Urea 4 mmol/L; Crea 56 umol/L",
            true,
        ),
        (
            "iv-saline-possible",
            "Na 140 mmol/L; Cl 103 mmol/L; K 4.1 mmol/L; HCO3 25 mmol/L; Ca 2.30 mmol/L; TP 70 g/L; Alb 41 g/L; Urea 5 mmol/L; Crea 80 umol/L",
            false,
        ),
        // Low proteins alone: liver, kidney, malnutrition.
        (
            "iv-saline-possible",
            "Na 138 mmol/L; Cl 104 mmol/L; K 4.2 mmol/L; HCO3 25 mmol/L; Ca 1.95 mmol/L; TP 45 g/L; Alb 20 g/L; Urea 7 mmol/L; Crea 90 umol/L",
            false,
        ),
        // Hyperchloremic acidosis with normal proteins.
        (
            "iv-saline-possible",
            "Na 139 mmol/L; Cl 117 mmol/L; K 3.2 mmol/L; HCO3 13 mmol/L; Ca 2.25 mmol/L; TP 70 g/L; Alb 40 g/L; Urea 5 mmol/L; Crea 80 umol/L",
            false,
        ),
        // 10 % dextrose.
        (
            "iv-dextrose-possible",
            "Na 126 mmol/L; Cl 93 mmol/L; K 3.7 mmol/L; HCO3 22 mmol/L; Ca 2.07 mmol/L; TP 63 g/L; Alb 36 g/L; Glu 31 mmol/L; Crea 77 umol/L",
            true,
        ),
        // Ketoacidosis is no drip.
        (
            "iv-dextrose-possible",
            "Na 128 mmol/L; Cl 92 mmol/L; K 5.8 mmol/L; HCO3 8 mmol/L; Ca 2.30 mmol/L; TP 74 g/L; Alb 44 g/L; Glu 35 mmol/L; Crea 120 umol/L",
            false,
        ),
        (
            "iv-dextrose-possible",
            "Na 126 mmol/L; Cl 93 mmol/L; K 3.7 mmol/L; HCO3 12 mmol/L; Ca 2.07 mmol/L; TP 63 g/L; Alb 36 g/L; Glu 31 mmol/L; Crea 77 umol/L",
            false,
        ),
        // Hyperglycemia without dilution.
        (
            "iv-dextrose-possible",
            "Na 130 mmol/L; Cl 95 mmol/L; K 4.5 mmol/L; HCO3 24 mmol/L; Ca 2.35 mmol/L; TP 74 g/L; Alb 43 g/L; Glu 40 mmol/L; Crea 140 umol/L",
            false,
        ),
        (
            "iv-dextrose-possible",
            "Na 138 mmol/L; Cl 101 mmol/L; K 4.4 mmol/L; HCO3 24 mmol/L; Ca 2.30 mmol/L; Alb 40 g/L; Glu 18 mmol/L; Crea 80 umol/L",
            false,
        ),
        // 40 % Hartmann: electrolytes hardly show it.
        (
            "iv-hartmann-possible",
            "Na 136 mmol/L; Cl 107 mmol/L; K 4.4 mmol/L; HCO3 15 mmol/L; Ca 2.18 mmol/L; TP 42 g/L; Alb 24 g/L; Urea 3.6 mmol/L; Crea 51 umol/L",
            true,
        ),
        // Dialysis lowers urea and creatinine alone.
        (
            "iv-hartmann-possible",
            "Na 136 mmol/L; Cl 101 mmol/L; K 3.4 mmol/L; HCO3 27 mmol/L; Ca 2.25 mmol/L; TP 68 g/L; Alb 38 g/L; Urea 2 mmol/L; Crea 45 umol/L",
            false,
        ),
        // Too few analytes to tell.
        (
            "iv-saline-possible",
            "Na 144 mmol/L; Cl 119 mmol/L; K 2.9 mmol/L; Ca 1.65 mmol/L",
            false,
        ),
    ] {
        fires(code, panel, expected);
    }
    check(
        "Na 144 mmol/L; Cl 119 mmol/L; K 2.9 mmol/L; HCO3 17 mmol/L; Ca 1.65 mmol/L; TP 50 g/L; Alb 30 g/L; Crea 56 umol/L; GGT 20 U/L",
        &[
            "Cl: unusable iv-saline-possible",
            "Na: unusable iv-saline-possible",
            "K: indeterminate iv-saline-possible",
            "GGT: indeterminate iv-saline-possible",
        ],
    );
}

#[test]
fn delay_and_cold() {
    for (code, panel, expected) in [
        (
            "delayed-separation-possible",
            "Glu 2.4 mmol/L; K 6.1 mmol/L; P 2.1 mmol/L; HCO3 17 mmol/L",
            true,
        ),
        (
            "delayed-separation-possible",
            "Glu 2.4 mmol/L; K 6.1 mmol/L; LDH 400 U/L",
            true,
        ),
        (
            "delayed-separation-possible",
            "Glu 2.4 mmol/L; K 6.1 mmol/L",
            false,
        ),
        (
            "delayed-separation-possible",
            "Glu 2.4 mmol/L; K 4.1 mmol/L; P 2.1 mmol/L",
            false,
        ),
        (
            "delayed-separation-possible",
            "Glu 5.0 mmol/L; K 6.1 mmol/L; P 2.1 mmol/L",
            false,
        ),
        // Cold: hemolysis must be known to be low.
        (
            "cold-storage-possible",
            "Glu 5.0 mmol/L; K 6.1 mmol/L; Crea 80 umol/L; H-index 5 mg/dL",
            true,
        ),
        (
            "cold-storage-possible",
            "Glu 5.0 mmol/L; K 5.5 mmol/L; Crea 80 umol/L; H-index 5 mg/dL",
            true,
        ),
        (
            "cold-storage-possible",
            "Glu 5.0 mmol/L; K 5.4 mmol/L; Crea 80 umol/L; H-index 5 mg/dL",
            false,
        ),
        (
            "cold-storage-possible",
            "Glu 5.0 mmol/L; K 6.1 mmol/L; Crea 80 umol/L",
            false,
        ),
        (
            "cold-storage-possible",
            "Glu 5.0 mmol/L; K 6.1 mmol/L; Crea 80 umol/L; H-index 50 mg/dL",
            false,
        ),
        (
            "cold-storage-possible",
            "Glu 5.0 mmol/L; K 6.1 mmol/L; Crea 400 umol/L; H-index 5 mg/dL",
            false,
        ),
        (
            "cold-storage-possible",
            "Glu 2.4 mmol/L; K 6.1 mmol/L; Crea 80 umol/L; H-index 5 mg/dL",
            false,
        ),
        (
            "cold-storage-possible",
            "Glu 5.0 mmol/L; K 6.1 mmol/L; P 2.1 mmol/L; H-index 5 mg/dL",
            false,
        ),
    ] {
        fires(code, panel, expected);
    }
    // Looks like adrenal crisis: marked, called, never muted.
    check(
        "Glu 2.1 mmol/L; K 6.9 mmol/L; P 2.1 mmol/L; HCO3 14 mmol/L; Na 124 mmol/L",
        &[
            "K: indeterminate critical-limit delayed-separation-possible",
            "Glu: indeterminate critical-limit delayed-separation-possible",
            "Na: usable",
        ],
    );
}

#[test]
fn cells_that_leak() {
    for (panel, expected) in [
        (
            "K 4.0 mmol/L; Plt 501 10*9/L in Whole blood",
            "K: indeterminate pseudohyperkalemia-possible masked-low-possible",
        ),
        ("K 4.0 mmol/L; Plt 500 10*9/L in Whole blood", "K: usable"),
        (
            "K 5.9 mmol/L; Plt 900 10*9/L in Whole blood",
            "K: indeterminate pseudohyperkalemia-possible",
        ),
        (
            "K 3.0 mmol/L; Plt 900 10*9/L in Whole blood",
            "K: caution pseudohyperkalemia-possible",
        ),
        // Plasma has not clotted.
        (
            "K 5.9 mmol/L in Plasma; Plt 900 10*9/L in Whole blood",
            "K: -",
        ),
        (
            "K 5.9 mmol/L; WBC 101 10*9/L in Whole blood",
            "K: indeterminate leukocyte-potassium-possible",
        ),
        ("K 5.9 mmol/L; WBC 100 10*9/L in Whole blood", "K: usable"),
    ] {
        if expected == "K: -" {
            fires("pseudohyperkalemia-possible", panel, false);
        } else {
            check(panel, &[expected]);
        }
    }
}

#[test]
fn tourniquet_biotin_and_electrodes() {
    for (code, panel, expected) in [
        (
            "hemoconcentration-possible",
            "TP 92 g/L; Alb 58 g/L; Ca 2.75 mmol/L",
            true,
        ),
        (
            "hemoconcentration-possible",
            "TP 92 g/L; Alb 42 g/L; Ca 2.75 mmol/L",
            false,
        ),
        (
            "hemoconcentration-possible",
            "TP 92 g/L; Alb 58 g/L; Ca 2.40 mmol/L",
            false,
        ),
        ("biotin-possible", "TSH 0.05 mIU/L; FT4 40 pmol/L", true),
        ("biotin-possible", "TSH 0.05 mIU/L; FT4 15 pmol/L", false),
        ("biotin-possible", "TSH 2.0 mIU/L; FT4 40 pmol/L", false),
        (
            "sodium-pseudo-low-possible",
            "Na 128 mmol/L; TP 80 g/L",
            true,
        ),
        (
            "sodium-pseudo-low-possible",
            "Na 128 mmol/L; TP 79 g/L",
            false,
        ),
        (
            "sodium-pseudo-low-possible",
            "Na 140 mmol/L; TP 83 g/L",
            false,
        ),
        (
            "sodium-pseudo-low-possible",
            "Na 140 mmol/L; TP 84 g/L",
            true,
        ),
        (
            "sodium-pseudo-low-possible",
            "Na 150 mmol/L; TP 95 g/L",
            false,
        ),
        (
            "sodium-pseudo-low-possible",
            "Na 132 mmol/L; TG 10 mmol/L",
            true,
        ),
        (
            "sodium-pseudo-low-possible",
            "Na 132 mmol/L; TG 9.9 mmol/L",
            false,
        ),
        (
            "sodium-pseudo-high-possible",
            "Na 148 mmol/L; TP 62 g/L",
            true,
        ),
        (
            "sodium-pseudo-high-possible",
            "Na 148 mmol/L; TP 63 g/L",
            false,
        ),
        (
            "sodium-pseudo-high-possible",
            "Na 140 mmol/L; TP 50 g/L",
            true,
        ),
        (
            "sodium-pseudo-high-possible",
            "Na 140 mmol/L; TP 51 g/L",
            false,
        ),
        (
            "sodium-pseudo-high-possible",
            "Na 130 mmol/L; TP 45 g/L",
            false,
        ),
    ] {
        fires(code, panel, expected);
    }
}

#[test]
fn hemolysis_in_the_patient_and_unstated() {
    for (code, panel, expected) in [
        (
            "in-vivo-hemolysis-possible",
            "H-index 300 mg/dL; K 4.2 mmol/L; Hb 70 g/L in Whole blood; Bili 60 umol/L; bilirubin_direct 4 umol/L",
            true,
        ),
        (
            "in-vivo-hemolysis-possible",
            "H-index 300 mg/dL; K 4.2 mmol/L; Hb 130 g/L in Whole blood; Bili 60 umol/L; bilirubin_direct 4 umol/L",
            false,
        ),
        (
            "in-vivo-hemolysis-possible",
            "H-index 40 mg/dL; K 4.2 mmol/L; Hb 70 g/L in Whole blood; Bili 60 umol/L; bilirubin_direct 4 umol/L",
            false,
        ),
        // Conjugated: the liver.
        (
            "in-vivo-hemolysis-possible",
            "H-index 300 mg/dL; K 4.2 mmol/L; Hb 70 g/L in Whole blood; Bili 60 umol/L; bilirubin_direct 40 umol/L",
            false,
        ),
        // Potassium did not rise with the hemoglobin.
        (
            "in-vivo-hemolysis-possible",
            "H-index 950 mg/dL; K 4.2 mmol/L",
            true,
        ),
        (
            "in-vivo-hemolysis-possible",
            "H-index 300 mg/dL; K 5.2 mmol/L",
            false,
        ),
        (
            "haptoglobin-unreliable",
            "Haptoglobin 0.1 g/L; H-index 300 mg/dL",
            true,
        ),
        (
            "haptoglobin-unreliable",
            "Haptoglobin 0.1 g/L; H-index 0 mg/dL",
            false,
        ),
        ("haptoglobin-unreliable", "Haptoglobin 0.1 g/L", false),
        (
            "hemolysis-suspected",
            "K 5.9 mmol/L; LDH 500 U/L; AST 70 U/L; ALT 25 U/L",
            true,
        ),
        (
            "hemolysis-suspected",
            "K 5.9 mmol/L; LDH 500 U/L; AST 70 U/L; ALT 95 U/L",
            false,
        ),
        (
            "hemolysis-suspected",
            "K 4.9 mmol/L; LDH 500 U/L; AST 70 U/L; ALT 25 U/L",
            false,
        ),
        (
            "hemolysis-suspected",
            "K 5.9 mmol/L; LDH 500 U/L; AST 700 U/L; ALT 250 U/L",
            false,
        ),
        (
            "hemolysis-suspected",
            "K 5.9 mmol/L; LDH 500 U/L; AST 70 U/L; ALT 25 U/L; CK 9000 U/L",
            false,
        ),
        (
            "hemolysis-suspected",
            "K 5.9 mmol/L; LDH 500 U/L; AST 70 U/L; ALT 25 U/L; Crea 500 umol/L",
            false,
        ),
        // Said to be clear: no hint.
        (
            "hemolysis-suspected",
            "K 5.9 mmol/L; LDH 500 U/L; AST 70 U/L; ALT 25 U/L; H-index 3 mg/dL",
            false,
        ),
    ] {
        fires(code, panel, expected);
    }
}

/// A newborn has other limits: what is usual in adults makes no pattern.
#[test]
fn a_newborn_is_no_small_adult() {
    for panel in [
        "Glu 2.7 mmol/L; K 5.9 mmol/L; P 2.2 mmol/L; HCO3 19 mmol/L",
        "Na 140 mmol/L; TP 48 g/L; Alb 30 g/L",
        "Na 139 mmol/L; Cl 108 mmol/L; K 4.5 mmol/L; HCO3 19 mmol/L; Ca 2.0 mmol/L; TP 46 g/L; Alb 28 g/L; Urea 2 mmol/L; Crea 40 umol/L",
    ] {
        let rows = tube("P1", "S1", "2026-03-05 07:15", panel);
        for (row, said) in judge_aged(&rows, Options::default(), "3 d") {
            for code in ["delayed", "sodium-pseudo", "iv-"] {
                assert!(!said.contains(code), "{}: {said} of {panel}", row.name);
            }
        }
    }
    // What nobody can have is seen at every age.
    let rows = tube(
        "P1",
        "S1",
        "2026-03-05 07:15",
        "K 26 mmol/L; Ca 0.3 mmol/L; ALP 8 U/L",
    );
    assert!(any(
        &judge_aged(&rows, Options::default(), "3 d"),
        "edta-suspected"
    ));
}

/// What the laboratory itself writes.
#[test]
fn contamination_in_a_comment() {
    for (panel, expected) in [
        (
            "K 5.1 mmol/L; comment: ? EDTA contamination",
            "K: unusable edta-suspected",
        ),
        (
            "K 5.1 mmol/L; comment: EDTA-Kontamination",
            "K: unusable edta-suspected",
        ),
        (
            "K 5.1 mmol/L; comment: contamination par EDTA",
            "K: unusable edta-suspected",
        ),
        (
            "K 4.1 mmol/L; comment: EDTA contamination excluded",
            "K: usable",
        ),
        ("K 4.1 mmol/L; comment: no EDTA contamination", "K: usable"),
        (
            "Na 140 mmol/L; comment: ? drip arm",
            "Na: indeterminate iv-fluid-possible",
        ),
        (
            "Na 140 mmol/L; comment: Infusionseinfluss",
            "Na: indeterminate iv-fluid-possible",
        ),
        (
            "K 5.1 mmol/L; comment: Delay in transit",
            "K: indeterminate delayed-separation-possible",
        ),
        (
            "K 4.1 mmol/L; comment: verzögerter Transport",
            "K: indeterminate delayed-separation-possible masked-low-possible",
        ),
    ] {
        check(panel, &[expected]);
    }
}

/// Twenty ordinary panels: nothing is said of any.
#[test]
fn ordinary_panels_are_left_alone() {
    for i in 0..20 {
        let step = f64::from(i) / 19.0;
        let between = |low: f64, high: f64| low + (high - low) * step;
        let panel = format!(
            "Na {:.0} mmol/L; K {:.1} mmol/L; Cl {:.0} mmol/L; HCO3 {:.0} mmol/L; Ca {:.2} mmol/L; \
             TP {:.0} g/L; Alb {:.0} g/L; Glu {:.1} mmol/L; Crea {:.0} umol/L; ALP {:.0} U/L; \
             AST {:.0} U/L; Plt {:.0} 10*9/L in Whole blood",
            between(136.0, 145.0),
            between(3.5, 5.0),
            between(98.0, 106.0),
            between(23.0, 28.0),
            between(2.2, 2.6),
            between(64.0, 80.0),
            between(36.0, 54.0),
            between(4.0, 5.5),
            between(50.0, 90.0),
            between(35.0, 120.0),
            between(12.0, 35.0),
            between(150.0, 400.0),
        );
        for (row, said) in judge(
            &tube("P1", "S1", "2026-03-05 07:15", &panel),
            Options::default(),
        ) {
            assert_eq!(said, "usable", "{} {} of {panel}", row.name, row.value);
        }
    }
}
