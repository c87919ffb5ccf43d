//! Verdicts by level and side, as tables.

use super::*;
use crate::reference::BiasSlope;

/// Potassium as the sources have it: 0.2 g/L comment, 0.5 g/L action, 0.20-0.56 mmol/L per g/L.
fn potassium() -> HemolysisEffect {
    HemolysisEffect {
        effect: Effect::Raises,
        comment_from: Some(0.2),
        action_from: Some(0.5),
        do_not_use_from: None,
        slope: Some(BiasSlope {
            low: 0.20,
            high: 0.56,
            percent: false,
        }),
        source: "test".to_string(),
        note: None,
    }
}

/// Insulin: falls, and is not used from 1.25 g/L.
fn insulin() -> HemolysisEffect {
    HemolysisEffect {
        effect: Effect::Lowers,
        comment_from: Some(0.75),
        action_from: None,
        do_not_use_from: Some(1.25),
        slope: None,
        ..potassium()
    }
}

const GENERAL: GeneralLimits = GeneralLimits {
    gross_from: 10.0,
    none_below: 0.2,
    none_tried_to: 0.5,
};

fn measured(grams: f64) -> SampleHemolysis {
    SampleHemolysis {
        provenance: Provenance::Measured,
        free_hb: Some((grams, Some(grams))),
    }
}

#[track_caller]
fn check(
    effect: Option<&HemolysisEffect>,
    sample: SampleHemolysis,
    position: Position,
    usability: Usability,
    codes: &str,
) {
    let verdict = hemolysis(effect, sample, position, GENERAL);
    let shown: Vec<&str> = verdict.codes.iter().map(|code| code.as_str()).collect();
    assert_eq!(
        (verdict.usability, shown.join(" ").as_str()),
        (usability, codes)
    );
}

#[test]
fn potassium_by_level_and_side() {
    use Position::{High, Inside, Low, Unjudged};
    use Usability::{Caution, Indeterminate, Unusable, Usable};
    let k = potassium();
    let k = Some(&k);
    check(k, measured(0.19), Inside, Usable, "");
    check(k, measured(0.2), Inside, Caution, "hemolysis-raises");
    check(k, measured(0.49), High, Caution, "hemolysis-raises");
    check(
        k,
        measured(0.5),
        Inside,
        Indeterminate,
        "hemolysis-raises masked-low-possible",
    );
    check(k, measured(2.0), High, Indeterminate, "hemolysis-raises");
    check(
        k,
        measured(2.0),
        Low,
        Caution,
        "hemolysis-raises hemolysis-true-value-lower",
    );
    check(k, measured(2.0), Unjudged, Caution, "hemolysis-raises");
    check(k, measured(9.99), High, Indeterminate, "hemolysis-raises");
    check(k, measured(10.0), Low, Unusable, "hemolysis-gross");
    check(k, SampleHemolysis::default(), Inside, Usable, "");
}

#[test]
fn falling_analytes_are_mirrored() {
    use Position::{High, Inside, Low};
    use Usability::{Caution, Indeterminate, Unusable, Usable};
    let i = insulin();
    let i = Some(&i);
    check(i, measured(0.74), Inside, Usable, "");
    check(
        i,
        measured(0.75),
        Inside,
        Indeterminate,
        "hemolysis-lowers masked-high-possible",
    );
    check(i, measured(0.75), Low, Indeterminate, "hemolysis-lowers");
    check(
        i,
        measured(0.75),
        High,
        Caution,
        "hemolysis-lowers hemolysis-true-value-higher",
    );
    check(i, measured(1.25), Inside, Unusable, "hemolysis-lowers");
    // A word whose band reaches the limit does not suppress; one that begins there does.
    let word = |low, high| SampleHemolysis {
        provenance: Provenance::Word,
        free_hb: Some((low, Some(high))),
    };
    check(
        i,
        word(1.0, 2.5),
        Inside,
        Indeterminate,
        "hemolysis-lowers masked-high-possible",
    );
    check(i, word(2.5, 5.0), Inside, Unusable, "hemolysis-lowers");
}

#[test]
fn no_row_is_never_unaffected_and_no_unit_is_no_number() {
    use Position::Inside;
    use Usability::{Caution, Unusable, Usable};
    check(None, measured(0.1), Inside, Usable, "");
    check(
        None,
        measured(0.3),
        Inside,
        Caution,
        "hemolysis-effect-unknown",
    );
    let unknown = SampleHemolysis {
        provenance: Provenance::Unknown,
        free_hb: None,
    };
    check(
        None,
        unknown,
        Inside,
        Caution,
        "hemolysis-index-without-unit",
    );
    let gross = SampleHemolysis {
        provenance: Provenance::Word,
        free_hb: Some((5.0, None)),
    };
    check(None, gross, Inside, Unusable, "hemolysis-gross");
}

#[test]
fn critical_whatever_hemolysis_did() {
    let k = potassium();
    // The worked example of the evidence: 7.0 at 0.6 g/L stays above 6.5 after the largest bias.
    assert!(critical_either_way(&k, measured(0.6), true, 7.0, 6.5));
    assert!(!critical_either_way(&k, measured(2.0), true, 7.0, 6.5));
    assert!(critical_either_way(&k, measured(2.0), false, 2.4, 2.5));
}
