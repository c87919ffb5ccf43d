//! Hemolysis: by index, by grade, by word.

use crate::bench::check;

/// NOTES section 2: the worked check.
#[test]
fn the_worked_check() {
    for (panel, expected) in [
        // 4.1 at 2 g/L may be anything from 2.98 to 3.70: it cannot be called normal.
        (
            "K 4.1 mmol/L; H-index 200 mg/dL",
            "K: indeterminate hemolysis-raises masked-low-possible",
        ),
        // 7.0 at 0.6 g/L is still critical after the largest published bias.
        (
            "K 7.0 mmol/L; H-index 60 mg/dL",
            "K: indeterminate critical-limit hemolysis-raises critical-either-way",
        ),
        // 3.0 at 1.5 g/L: low stands, the true value is lower still.
        (
            "K 3.0 mmol/L; H-index 150 mg/dL",
            "K: caution hemolysis-raises hemolysis-true-value-lower",
        ),
        // 2.4 at 1.5 g/L: critical on the side that hemolysis cannot cause.
        (
            "K 2.4 mmol/L; H-index 150 mg/dL",
            "K: caution critical-limit hemolysis-raises hemolysis-true-value-lower critical-either-way",
        ),
        // 6.6 at 2 g/L may be 5.5: critical is called, and the tube may be the reason.
        (
            "K 6.6 mmol/L; H-index 200 mg/dL",
            "K: indeterminate critical-limit hemolysis-raises",
        ),
    ] {
        check(panel, &[expected]);
    }
}

#[test]
fn potassium_by_index() {
    for (panel, expected) in [
        ("K 4.1 mmol/L", "K: usable"),
        ("K 4.1 mmol/L; H-index 0 mg/dL", "K: usable"),
        ("K 4.1 mmol/L; H-index 19 mg/dL", "K: usable"),
        (
            "K 4.1 mmol/L; H-index 20 mg/dL",
            "K: caution hemolysis-raises",
        ),
        (
            "K 4.1 mmol/L; H-index 49 mg/dL",
            "K: caution hemolysis-raises",
        ),
        (
            "K 4.1 mmol/L; H-index 50 mg/dL",
            "K: indeterminate hemolysis-raises masked-low-possible",
        ),
        (
            "K 5.4 mmol/L; H-index 50 mg/dL",
            "K: indeterminate hemolysis-raises",
        ),
        (
            "K 5.4 mmol/L; H-index 49 mg/dL",
            "K: caution hemolysis-raises",
        ),
        // 3 mmol/L of this would be the tube's: 1.1 before is not likely, so the patient may be hemolyzing.
        (
            "K 4.1 mmol/L; H-index 999 mg/dL",
            "K: indeterminate hemolysis-raises masked-low-possible in-vivo-hemolysis-possible",
        ),
        (
            "K 6.4 mmol/L; H-index 1000 mg/dL",
            "K: unusable hemolysis-gross",
        ),
        (
            "K 4.1 mmol/L; H-index 0.5 g/L",
            "K: indeterminate hemolysis-raises masked-low-possible",
        ),
        // umol/L of heme: 62 umol/L are 1 g/L.
        (
            // Monomer or tetramer: a factor of four, so no number.
            "K 4.1 mmol/L; H-index 62.06 umol/L",
            "K: caution hemolysis-index-without-unit",
        ),
        // A censored index is judged at the end that it allows.
        ("K 4.1 mmol/L; H-index <20 mg/dL", "K: usable"),
        ("K 4.1 mmol/L; H-index <10 mg/dL", "K: usable"),
        (
            "K 4.1 mmol/L; H-index >500 mg/dL",
            "K: unusable hemolysis-gross",
        ),
        // A number without unit or analyzer is no number.
        (
            "K 4.1 mmol/L; H-index 200",
            "K: caution hemolysis-index-without-unit",
        ),
        (
            "K 4.1 mmol/L; H-index 2",
            "K: caution hemolysis-index-without-unit",
        ),
        // A grade needs no unit.
        (
            "K 4.1 mmol/L; H-index 2+",
            "K: indeterminate hemolysis-raises masked-low-possible",
        ),
        (
            "K 4.1 mmol/L; H-index +",
            "K: indeterminate hemolysis-raises masked-low-possible",
        ),
        ("K 4.1 mmol/L; H-index negative", "K: usable"),
        ("K 4.1 mmol/L; H-index ++++", "K: unusable hemolysis-gross"),
    ] {
        check(panel, &[expected]);
    }
}

#[test]
fn other_analytes_by_index() {
    for (panel, expected) in [
        // LDH is the most sensitive: action from 0.2 g/L, no interval of its own here.
        ("LDH 180 U/L; H-index 19 mg/dL", "LDH: usable"),
        (
            "LDH 180 U/L; H-index 20 mg/dL",
            "LDH: caution hemolysis-raises",
        ),
        (
            "AST 30 U/L; H-index 60 mg/dL",
            "AST: indeterminate hemolysis-raises masked-low-possible",
        ),
        (
            "AST 90 U/L; H-index 60 mg/dL",
            "AST: indeterminate hemolysis-raises",
        ),
        // Robust: urea and chloride.
        ("Urea 5 mmol/L; H-index 100 mg/dL", "Urea: usable"),
        ("Cl 102 mmol/L; H-index 60 mg/dL", "Cl: usable"),
    ] {
        check(panel, &[expected]);
    }
}

/// "No effect" is known to 6.6 g/L for these, and the same amount is that in every unit.
#[test]
fn the_same_amount_in_every_unit() {
    for (name, result) in [
        ("Ca", "Ca 2.40 mmol/L"),
        ("Cl", "Cl 102 mmol/L"),
        ("Crea", "Crea 70 umol/L"),
        ("Urea", "Urea 5 mmol/L"),
    ] {
        for (index, expected) in [
            ("6.6 g/L", "usable"),
            ("0.66 g/dL", "usable"),
            ("660 mg/dL", "usable"),
            ("6600 mg/L", "usable"),
            ("661 mg/dL", "caution hemolysis-effect-unknown"),
            ("6.61 g/L", "caution hemolysis-effect-unknown"),
        ] {
            let expected = format!("{name}: {expected}");
            check(&format!("{result}; H-index {index}"), &[&expected]);
            let remark = format!("{result}; comment: hemolysis index {index}");
            // Nobody writes g/dL in a remark.
            if index != "0.66 g/dL" {
                check(&remark, &[&expected]);
            }
        }
    }
}

#[test]
fn words_in_comments() {
    for (panel, expected) in [
        (
            "K 4.1 mmol/L; comment: slightly hemolyzed",
            "K: indeterminate hemolysis-raises masked-low-possible",
        ),
        (
            "K 4.1 mmol/L; comment: Probe stark hämolytisch",
            "K: unusable hemolysis-gross",
        ),
        (
            "K 4.1 mmol/L; comment: trace hemolysis",
            "K: indeterminate hemolysis-raises masked-low-possible",
        ),
        ("K 4.1 mmol/L; comment: no hemolysis", "K: usable"),
        ("K 4.1 mmol/L; comment: keine Hämolyse", "K: usable"),
        ("K 4.1 mmol/L; comment: pas d'hémolyse", "K: usable"),
        ("K 4.1 mmol/L; comment: sin hemólisis", "K: usable"),
        ("K 4.1 mmol/L; comment: assenza di emolisi", "K: usable"),
        ("K 4.1 mmol/L; comment: hemolytic anemia", "K: usable"),
        (
            "K 4.1 mmol/L; comment: Haemolysed samples may show raised potassium",
            "K: usable",
        ),
        (
            "K 4.1 mmol/L; comment: hemolysis index 200 mg/dL",
            "K: indeterminate hemolysis-raises masked-low-possible",
        ),
        // "No hemolysis" never takes back an index that says there is.
        (
            "K 4.1 mmol/L; H-index 200 mg/dL; comment: no hemolysis",
            "K: indeterminate hemolysis-raises masked-low-possible",
        ),
    ] {
        check(panel, &[expected]);
    }
}

#[test]
fn a_blood_gas_shares_nothing() {
    check(
        "K 4.1 mmol/L in Whole blood; H-index 200 mg/dL",
        &["K: usable hemolysis-not-visible"],
    );
    // What its own row says counts, in whole blood too.
    check(
        "K 4.1 mmol/L in Whole blood; comment: hemolyzed",
        &["K: caution hemolysis-raises"],
    );
}

#[test]
fn an_absent_result_is_a_fault_of_the_sample() {
    for (panel, expected) in [
        ("K HEMOLYZED mmol/L", "K: unusable"),
        ("K QNS mmol/L", "K: unusable"),
        // Its neighbor in the tube is judged by the word.
        (
            "K HEMOLYZED mmol/L; AST 30 U/L",
            "AST: indeterminate hemolysis-raises masked-low-possible",
        ),
    ] {
        check(panel, &[expected]);
    }
}
