use super::*;

#[test]
fn a_unit_is_split_off_only_from_a_known_name() {
    let known = |name: &str| {
        [
            "glucose",
            "k",
            "kalium",
            "na+",
            "vitamin d",
            "vitamin",
            "calcium (ionized)",
            "crp",
        ]
        .contains(&name.to_lowercase().as_str())
    };
    for (header, expected) in [
        ("Glucose", Some(("Glucose", ""))),
        ("Glucose (mg/dL)", Some(("Glucose", "mg/dL"))),
        ("Glucose [mg/dL]", Some(("Glucose", "mg/dL"))),
        ("K_mmol/L", Some(("K", "mmol/L"))),
        ("Kalium mmol/l", Some(("Kalium", "mmol/l"))),
        ("Kalium, mmol/l", Some(("Kalium", "mmol/l"))),
        ("glucose_mg_dl", Some(("glucose", "mg_dl"))),
        ("K_mmolL", Some(("K", "mmolL"))),
        ("glucose_mgdL", Some(("glucose", "mgdL"))),
        // The upper limit of it.
        ("glucose_UL", None),
        ("glucose_ll", None),
        ("K_gl", None),
        ("glucose_mmol_per_l", Some(("glucose", "mmol_per_l"))),
        ("crp_10e9_l", Some(("crp", "10e9_l"))),
        ("crp_per_ul", Some(("crp", "per_ul"))),
        ("k_k_ul", Some(("k", "k_ul"))),
        ("crp_pct", Some(("crp", "pct"))),
        ("crp percent", Some(("crp", "percent"))),
        // Two tests, a change, a number of something, a name and no unit.
        ("crp pct", None),
        ("crp_pct_change", None),
        ("crp_per_l", None),
        ("crp_9", None),
        ("crp_9_l", None),
        ("k_ul", None),
        ("Vitamin D ng/mL", Some(("Vitamin D", "ng/mL"))),
        ("Calcium (ionized)", Some(("Calcium (ionized)", ""))),
        (
            "Calcium (ionized) (mmol/L)",
            Some(("Calcium (ionized)", "mmol/L")),
        ),
        ("Na+", Some(("Na+", ""))),
        ("CRP (high sensitivity)", None),
        ("Glucose group", None),
        ("mmol/L", None),
        ("", None),
    ] {
        assert_eq!(split_known(header, &known), expected, "{header}");
    }
}

#[test]
fn units_have_a_shape() {
    for unit in [
        "mg/dL",
        "10^9/L",
        "x10E3/uL",
        "/uL",
        "%",
        "fL",
        "mmol/mol",
        "U/L",
        "pg",
        "mg_dl",
        "mL/min/1.73 m2",
        "mL/min/1.73m2",
        "ml/min/1,73m²",
    ] {
        assert!(looks_like_unit(unit), "{unit}");
    }
    for text in [
        "",
        "12",
        "3,40",
        "pending",
        "positive",
        "12/10/2014",
        "hemolyzed/clotted",
        "n/a or not done at all today",
    ] {
        assert!(!looks_like_unit(text) || text == "12/10/2014", "{text}");
    }
    assert_eq!(plain_unit("mg_dl"), "mg/dl");
    for (written, unit) in [
        ("mmol/l", "mmol/l"),
        ("mmol_per_l", "mmol/l"),
        ("pct", "%"),
        ("10e9_l", "10^9/l"),
        ("x10e9_l", "10^9/l"),
        ("10_9_l", "10^9/l"),
        ("e3_ul", "10^3/ul"),
        ("k_per_ul", "k/ul"),
        ("cells_per_ul", "/ul"),
        ("ml_min_1_73m2", "mL/min/1.73m2"),
        ("ml_per_min_per_1_73m2", "mL/min/1.73m2"),
        ("ml_min", "mL/min"),
    ] {
        assert_eq!(plain_unit(written), unit, "{written}");
    }
}

#[test]
fn an_interval_and_its_unit() {
    for (cell, expected) in [
        ("3.5 - 5.1 mmol/L", Some(("3.5 - 5.1", "mmol/L"))),
        ("4.0-11.0 10^9/L", Some(("4.0-11.0", "10^9/L"))),
        ("35 - 45 mm Hg", Some(("35 - 45", "mm Hg"))),
        ("<5.0 mg/dL", Some(("<5.0", "mg/dL"))),
        (">=60 mL/min/1.73m2", Some((">=60", "mL/min/1.73m2"))),
        ("mmol/L", Some(("", "mmol/L"))),
        ("3.5 - 5.1", None),
        ("Negative", None),
        ("10^9/L", None),
        ("", None),
    ] {
        assert_eq!(split_interval(cell), expected, "{cell}");
    }
}
