//! Icterus and lipemia.

use serumcheck::Options;

use crate::bench::{check, check_with};

#[test]
fn icterus_by_level_and_word() {
    for (panel, expected) in [
        ("Chol 5.0 mmol/L; I-index 5.9 mg/dL", "Chol: usable"),
        ("TP 70 g/L; I-index 11.9 mg/dL", "TP: usable"),
        (
            "TP 70 g/L; I-index 12 mg/dL",
            "TP: indeterminate icterus-lowers masked-high-possible",
        ),
        (
            "TP 50 g/L; I-index 12 mg/dL",
            "TP: indeterminate icterus-lowers",
        ),
        ("TP 90 g/L; I-index 12 mg/dL", "TP: caution icterus-lowers"),
        ("GGT 30 U/L; I-index 29 mg/dL", "GGT: usable"),
        (
            "GGT 30 U/L; I-index 31 mg/dL",
            "GGT: caution icterus-effect-unknown",
        ),
        (
            "Na 140 mmol/L; I-index 7 mg/dL",
            "Na: caution icterus-effect-unknown",
        ),
        (
            "Na 140 mmol/L; I-index 7",
            "Na: caution icterus-index-without-unit",
        ),
        (
            "TP 70 g/L; comment: icteric sample",
            "TP: indeterminate icterus-lowers masked-high-possible",
        ),
        (
            "TP 70 g/L; comment: Serum stark ikterisch",
            "TP: indeterminate icterus-lowers masked-high-possible",
        ),
        (
            "TP 70 g/L; comment: sérum ictérique",
            "TP: indeterminate icterus-lowers masked-high-possible",
        ),
        (
            "TP 70 g/L; comment: campione itterico",
            "TP: indeterminate icterus-lowers masked-high-possible",
        ),
        (
            "TP 70 g/L; comment: muestra ictérica",
            "TP: indeterminate icterus-lowers masked-high-possible",
        ),
        ("TP 70 g/L; comment: slightly icteric", "TP: usable"),
        ("TP 70 g/L; comment: not icteric", "TP: usable"),
        ("TP 70 g/L; comment: anicteric", "TP: usable"),
        ("TP 70 g/L; comment: nicht ikterisch", "TP: usable"),
        ("TP 70 g/L; comment: scleral icterus", "TP: usable"),
    ] {
        check(panel, &[expected]);
    }
}

#[test]
fn lipemia_by_level_and_word() {
    for (panel, expected) in [
        ("AST 30 U/L; L-index 119 mg/dL", "AST: usable"),
        ("AST 30 U/L; L-index 399 mg/dL", "AST: usable"),
        (
            "AST 30 U/L; L-index 400 mg/dL",
            "AST: indeterminate lipemia-lowers masked-high-possible",
        ),
        (
            "AST 90 U/L; L-index 400 mg/dL",
            "AST: caution lipemia-lowers",
        ),
        (
            "Na 140 mmol/L; L-index 400 mg/dL",
            "Na: caution lipemia-effect-unknown",
        ),
        ("Na 140 mmol/L; L-index 399 mg/dL", "Na: usable"),
        (
            "Ca 2.3 mmol/L; L-index 120 mg/dL",
            "Ca: caution lipemia-effect-unknown",
        ),
        (
            "AST 30 U/L; L-index 500",
            "AST: caution lipemia-index-without-unit",
        ),
        (
            "AST 30 U/L; comment: lipaemic sample",
            "AST: indeterminate lipemia-lowers masked-high-possible",
        ),
        (
            "AST 30 U/L; comment: Probe lipämisch",
            "AST: indeterminate lipemia-lowers masked-high-possible",
        ),
        (
            "AST 30 U/L; comment: Serum trüb",
            "AST: indeterminate lipemia-lowers masked-high-possible",
        ),
        (
            "AST 30 U/L; comment: sérum lactescent",
            "AST: indeterminate lipemia-lowers masked-high-possible",
        ),
        (
            "AST 30 U/L; comment: muestra lipémica",
            "AST: indeterminate lipemia-lowers masked-high-possible",
        ),
        (
            "AST 30 U/L; comment: lipemia marcata",
            "AST: indeterminate lipemia-lowers masked-high-possible",
        ),
        ("AST 30 U/L; comment: not lipemic", "AST: usable"),
        ("AST 30 U/L; comment: nicht lipämisch", "AST: usable"),
    ] {
        check(panel, &[expected]);
    }
}

/// Free hemoglobin makes the lipemia index rise: above 1 g/L it is not used.
#[test]
fn lipemia_index_of_a_hemolyzed_sample() {
    check(
        "AST 30 U/L; H-index 150 mg/dL; L-index 500 mg/dL",
        &["AST: indeterminate hemolysis-raises masked-low-possible"],
    );
    check(
        "AST 30 U/L; H-index 60 mg/dL; L-index 500 mg/dL",
        &[
            "AST: indeterminate hemolysis-raises masked-low-possible lipemia-lowers masked-high-possible",
        ],
    );
}

#[test]
fn grades_of_a_platform() {
    let siemens = Options {
        index_platform: Some("siemens".to_string()),
        ..Options::default()
    };
    check_with(
        "TP 70 g/L; AST 30 U/L; I-index ++; L-index ++",
        &[
            "TP: indeterminate icterus-lowers masked-high-possible lipemia-effect-unknown",
            "AST: indeterminate icterus-effect-unknown lipemia-lowers masked-high-possible",
        ],
        siemens,
    );
}
