//! All results of the full sheet: section G.

use super::parts::{group, point, row};
use super::{Flag, Point, ResultGroup, Usability};

pub(super) fn results(potassium: &[Point]) -> Vec<ResultGroup> {
    let both = |low, high| (Some(low), Some(high));
    let mut spoiled = row("Potassium", 6.9, "mmol/L", both(3.5, 5.3));
    spoiled.usability = Some(Usability::Unusable);
    spoiled.course = potassium.to_vec();
    spoiled.previous = "was 4.4 on 2026-11-13".to_owned();
    spoiled.remarks = vec![
        "sample hemolyzed (about 2.4 g/L): the true value may be lower".to_owned(),
        "a normal-looking value on this sample would not exclude a low one".to_owned(),
    ];
    let mut older = row("Potassium", 4.4, "mmol/L", both(3.5, 5.3));
    older.collected = "2026-11-13 08:05".to_owned();
    older.previous = "was 4.1 on 2026-11-01".to_owned();
    let mut critical = row("Sodium", 118.0, "mmol/L", both(133.0, 146.0));
    critical.flag = Some(Flag::CriticalLow);
    critical.course = vec![
        point(136.0, "mmol/L", 6, true),
        point(118.0, "mmol/L", 20, true),
    ];
    let mut derived = row(
        "eGFR (CKD-EPI 2021)",
        94.0,
        "mL/min/1.73 m\u{b2}",
        (Some(60.0), None),
    );
    derived.derived = true;
    derived.interval_source = "uk".to_owned();
    let mut doubtful = row("Iron", 14.0, "µmol/L", both(10.0, 30.0));
    doubtful.usability = Some(Usability::Indeterminate);
    let mut unknown = row("Tumormarker X", 3.0, "", (None, None));
    unknown.remarks = vec!["not judged: analyte not known".to_owned()];
    vec![
        group(
            "Electrolytes",
            vec![
                critical,
                spoiled,
                older,
                row("Chloride", 101.0, "mmol/L", both(95.0, 108.0)),
            ],
        ),
        group(
            "Kidney function",
            vec![
                row("Creatinine", 71.0, "µmol/L", both(45.0, 84.0)),
                derived,
                row("Urea", 4.9, "mmol/L", both(2.5, 7.8)),
            ],
        ),
        group(
            "Blood count",
            vec![
                row("Hemoglobin", 118.0, "g/L", both(120.0, 150.0)),
                row("Ferritin", 9.0, "µg/L", both(15.0, 200.0)),
                doubtful,
            ],
        ),
        group(
            "Liver",
            vec![
                row("ALT", 31.0, "U/L", (None, Some(35.0))),
                row("GGT", 22.0, "U/L", (None, Some(40.0))),
                row("ALP", 430.0, "U/L", both(30.0, 130.0)),
                row("CRP", 42.0, "mg/L", (None, Some(5.0))),
            ],
        ),
        group("Not known", vec![unknown]),
    ]
}
