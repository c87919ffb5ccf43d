//! Against the patient's previous sample.

use serumcheck::Options;

use crate::bench::{any, compare, judge, tube};

const BEFORE: &str = "TP 70 g/L; Alb 40 g/L; Ca 2.35 mmol/L; ALP 80 U/L; Crea 80 umol/L; Urea 6 mmol/L; K 4.2 mmol/L";

/// Two samples of one patient: when and what.
fn two(
    first: (&str, &str),
    second: (&str, &str),
    changes: bool,
) -> Vec<(crate::bench::Row, String)> {
    let mut rows = tube("P1", "S1", first.0, first.1);
    rows.extend(tube("P1", "S2", second.0, second.1));
    let options = Options {
        changes,
        ..Options::default()
    };
    judge(&rows, options)
}

#[test]
fn dilution_against_the_previous_sample() {
    let day = "2026-03-05 07:15";
    for (when, panel, expected) in [
        // Everything down by a quarter.
        (
            "2026-03-05 13:15",
            "TP 52 g/L; Alb 30 g/L; Ca 1.76 mmol/L; ALP 60 U/L; Crea 60 umol/L; Urea 4.5 mmol/L; K 3.9 mmol/L",
            true,
        ),
        // Exactly a fifth.
        (
            "2026-03-05 13:15",
            "TP 56 g/L; Alb 32 g/L; Ca 1.88 mmol/L; ALP 64 U/L; Crea 80 umol/L; Urea 6 mmol/L",
            true,
        ),
        // A little less than a fifth.
        (
            "2026-03-05 13:15",
            "TP 57 g/L; Alb 33 g/L; Ca 1.92 mmol/L; ALP 66 U/L; Crea 66 umol/L; Urea 4.9 mmol/L",
            false,
        ),
        // Only half of them.
        (
            "2026-03-05 13:15",
            "TP 50 g/L; Alb 28 g/L; Ca 1.70 mmol/L; ALP 80 U/L; Crea 80 umol/L; Urea 6 mmol/L",
            false,
        ),
        // Dialysis: urea and creatinine alone.
        (
            "2026-03-05 13:15",
            "Ca 1.98 mmol/L; Alb 40 g/L; Crea 30 umol/L; Urea 2 mmol/L",
            false,
        ),
        // The previous sample is too old, or later.
        (
            "2026-03-15 13:15",
            "TP 52 g/L; Alb 30 g/L; Ca 1.76 mmol/L; ALP 60 U/L; Crea 60 umol/L; Urea 4.5 mmol/L",
            false,
        ),
        (
            "2026-03-04 13:15",
            "TP 52 g/L; Alb 30 g/L; Ca 1.76 mmol/L; ALP 60 U/L; Crea 60 umol/L; Urea 4.5 mmol/L",
            false,
        ),
        // A date without a time compares nothing.
        (
            "2026-03-06",
            "TP 52 g/L; Alb 30 g/L; Ca 1.76 mmol/L; ALP 60 U/L; Crea 60 umol/L; Urea 4.5 mmol/L",
            false,
        ),
    ] {
        let judged = two((day, BEFORE), (when, panel), false);
        let found = any(&judged, "iv-fluid-possible")
            || any(&judged, "iv-saline-possible")
            || any(&judged, "iv-hartmann-possible");
        assert_eq!(found, expected, "{when} {panel}\n{judged:#?}");
    }
}

#[test]
fn another_patient_is_no_previous_sample() {
    let mut rows = tube("P1", "S1", "2026-03-05 07:15", BEFORE);
    rows.extend(tube(
        "P2",
        "S2",
        "2026-03-05 13:15",
        "TP 52 g/L; Alb 30 g/L; Ca 1.76 mmol/L; ALP 60 U/L; Crea 60 umol/L; Urea 4.5 mmol/L",
    ));
    let judged = judge(&rows, Options::default());
    assert!(!any(&judged, "iv-fluid-possible"), "{judged:#?}");
}

#[test]
fn potassium_within_twelve_hours() {
    let day = "2026-03-05 07:15";
    for (first, when, second, expected) in [
        ("K 4.1 mmol/L", "2026-03-05 19:15", "K 4.6 mmol/L", true),
        ("K 4.6 mmol/L", "2026-03-05 19:15", "K 4.1 mmol/L", true),
        ("K 4.1 mmol/L", "2026-03-05 19:15", "K 4.5 mmol/L", false),
        ("K 4.1 mmol/L", "2026-03-05 19:16", "K 4.6 mmol/L", false),
        // Serum against plasma, a hemolyzed tube on either side: not compared.
        (
            "K 4.1 mmol/L in Plasma",
            "2026-03-05 10:15",
            "K 4.6 mmol/L",
            false,
        ),
        (
            "K 4.1 mmol/L; H-index 60 mg/dL",
            "2026-03-05 10:15",
            "K 4.6 mmol/L",
            false,
        ),
        (
            "K 4.1 mmol/L",
            "2026-03-05 10:15",
            "K 4.6 mmol/L; H-index 60 mg/dL",
            false,
        ),
    ] {
        let judged = two((day, first), (when, second), true);
        assert_eq!(
            any(&judged, "potassium-change"),
            expected,
            "{first} / {second}"
        );
    }
    // Only where it is asked for.
    assert!(!any(
        &two(
            (day, "K 4.1 mmol/L"),
            ("2026-03-05 10:15", "K 5.0 mmol/L"),
            false
        ),
        "potassium-change"
    ));
}

#[test]
fn reference_change_values() {
    let day = "2026-03-05 07:15";
    for (first, second, expected) in [
        // Sodium: 2.7 %.
        ("Na 140 mmol/L", "Na 143 mmol/L", false),
        ("Na 140 mmol/L", "Na 144 mmol/L", true),
        // Creatinine: 14.7 %.
        ("Crea 80 umol/L", "Crea 91 umol/L", false),
        ("Crea 80 umol/L", "Crea 92 umol/L", true),
        // TSH varies much: on the logarithm.
        ("TSH 1.0 mIU/L", "TSH 1.6 mIU/L", false),
        ("TSH 1.0 mIU/L", "TSH 1.7 mIU/L", true),
        ("TSH 1.7 mIU/L", "TSH 1.0 mIU/L", true),
    ] {
        let judged = two((day, first), ("2026-03-06 07:15", second), true);
        assert_eq!(
            any(&judged, "change-beyond-variation"),
            expected,
            "{first} / {second}"
        );
    }
}

#[test]
fn platelets_of_another_tube_within_a_day() {
    for (when, expected) in [
        (
            "2026-03-05 09:15",
            "K: indeterminate pseudohyperkalemia-possible masked-low-possible",
        ),
        (
            "2026-03-04 07:15",
            "K: indeterminate pseudohyperkalemia-possible masked-low-possible",
        ),
        ("2026-03-04 07:14", "K: usable"),
        ("2026-03-06 07:16", "K: usable"),
    ] {
        let judged = two(
            ("2026-03-05 07:15", "K 4.0 mmol/L"),
            (when, "Plt 900 10*9/L in Whole blood"),
            false,
        );
        compare(when, &judged, &[expected]);
    }
}

#[test]
fn one_day_is_within_a_day() {
    const MARKED: &str = "K: indeterminate pseudohyperkalemia-possible";
    let day = "2026-03-05";
    for (potassium, platelets, expected) in [
        (day, day, MARKED),
        ("05.03.2026", day, MARKED),
        // Which day it is does not matter.
        ("3/5/2026", "03/05/2026", MARKED),
        ("3/5/2026 07:15", "03/05/2026 09:00", MARKED),
        ("3/5/2026", "5/3/2026", "K: usable"),
        // A time on one side only.
        (day, "2026-03-05 23:50", MARKED),
        ("2026-03-05 07:15", day, MARKED),
        ("2026-03-05T07:15+02:00", day, MARKED),
        // Another day may be further away; no day is none.
        (day, "2026-03-06", "K: usable"),
        (day, "2026-03-04 23:50", "K: usable"),
        (day, "2026-03", "K: usable"),
    ] {
        let judged = two(
            (potassium, "K 5.8 mmol/L"),
            (platelets, "Plt 900 10*9/L in Whole blood"),
            false,
        );
        compare(&format!("{potassium}, {platelets}"), &judged, &[expected]);
    }
    // Of another patient, and a count that is not high enough.
    let mut rows = tube("P1", "S1", day, "K 5.8 mmol/L");
    rows.extend(tube("P2", "S2", day, "Plt 900 10*9/L in Whole blood"));
    let judged = judge(&rows, Options::default());
    compare("another patient", &judged, &["K: usable"]);
    let judged = two(
        (day, "K 5.8 mmol/L"),
        (day, "Plt 480 10*9/L in Whole blood"),
        false,
    );
    compare("480", &judged, &["K: usable"]);
    // Leukocytes go by the same time.
    let judged = two(
        (day, "K 5.8 mmol/L"),
        (day, "WBC 180 10*9/L in Whole blood"),
        false,
    );
    assert!(any(&judged, "leukocyte-potassium-possible"), "{judged:#?}");
    // Two tubes of one day are mostly one draw; 1900-01-01 is no day at all.
    let hemolyzed = "K 4.8 mmol/L; H-index 100 mg/dL";
    for other in [day, "2026-03-05 07:15"] {
        let judged = two((day, hemolyzed), (other, hemolyzed), false);
        assert!(!any(&judged, "in-vivo-hemolysis-possible"), "{judged:#?}");
    }
    let judged = two(
        ("1900-01-01", "K 5.8 mmol/L"),
        ("1900-01-01", "Plt 900 10*9/L in Whole blood"),
        false,
    );
    compare("no day", &judged, &["K: usable"]);
}

#[test]
fn a_second_hemolyzed_tube_points_to_the_patient() {
    let judged = two(
        ("2026-03-05 07:15", "K 4.8 mmol/L; H-index 100 mg/dL"),
        ("2026-03-05 09:15", "K 4.9 mmol/L; H-index 110 mg/dL"),
        false,
    );
    compare(
        "two hemolyzed tubes",
        &judged,
        &["K: indeterminate hemolysis-raises masked-low-possible in-vivo-hemolysis-possible"],
    );
    let judged = two(
        ("2026-03-05 07:15", "K 4.8 mmol/L; H-index 100 mg/dL"),
        ("2026-03-05 09:15", "K 4.9 mmol/L; H-index 10 mg/dL"),
        false,
    );
    assert!(!any(&judged, "in-vivo-hemolysis-possible"), "{judged:#?}");
}
