//! Single results, and the grades that they get.

use super::*;

#[test]
fn single_answers() {
    let ctcae = interpreter("ctcae-v5");
    for (name, value, unit, low, high, expected) in [
        // The criterion as written, even inside the interval.
        ("triglycerides", "1.72", "mmol/L", "", "2.1", "1"),
        ("triglycerides", "1.70", "mmol/L", "", "2.1", "0"),
        // 150 mg/dL is 1.69 mmol/L: judged in the unit that is reported.
        ("triglycerides", "150", "mg/dL", "", "200", "1"),
        ("triglycerides", "149", "mg/dL", "", "200", "0"),
        ("cholesterol_total", "301", "mg/dL", "", "200", "2"),
        // Symptoms decide: a span.
        ("potassium", "3.2", "mmol/L", "3.5", "5.0", "1-2"),
        ("potassium", "5.7", "mmol/L", "3.5", "5.0", "2"),
        ("sodium", "127", "mmol/L", "136", "145", "2-3"),
        ("sodium", "129.5", "mmol/L", "136", "145", "2-3"),
        ("amylase", "300", "U/L", "25", "100", "2-3"),
        ("amylase", "600", "U/L", "25", "100", "3-4"),
        ("urate", "500", "umol/L", "200", "420", "1-3"),
        // No grade 2 in the scheme.
        ("magnesium", "1.3", "mmol/L", "0.7", "1.0", "3"),
        ("hemoglobin", "19.9", "g/dL", "13", "17", "2"),
        // A high count has a term of its own, of grade 3 only.
        ("wbc", "150", "10*9/L", "4", "10", "3"),
        ("wbc", "100", "10*9/L", "4", "10", "0"),
        ("wbc", "101000", "/uL", "4000", "10000", "3"),
        ("wbc", ">100", "10*9/L", "4", "10", "3"),
        ("wbc", ">50", "10*9/L", "4", "10", "[value-censored]"),
        ("fibrinogen", "0.4", "g/L", "1.0", "4", "4"),
        // An absolute limit is reached whatever the interval; otherwise the interval is needed.
        ("inr", "1.3", "{INR}", "", "", "1"),
        ("alt", "90", "U/L", "", "40", "1"),
        // Inequalities.
        ("alt", ">1000", "U/L", "", "40", "4"),
        ("alt", ">100", "U/L", "", "40", "[value-censored]"),
        ("alt", "<20", "U/L", "", "40", "0"),
        // What is not graded says why.
        (
            "glucose",
            "20",
            "mmol/L",
            "3.9",
            "5.5",
            "[Hyperglycemia: graded by the intervention in this version, no numbers]",
        ),
        ("glucose", "5", "mmol/L", "3.9", "5.5", "0"),
        (
            "phosphate",
            "0.5",
            "mmol/L",
            "0.8",
            "1.5",
            "[Hypophosphatemia: graded by the intervention in this version, no numbers]",
        ),
        (
            "calcium_total",
            "2.9",
            "mmol/L",
            "2.1",
            "2.6",
            "[graded as adjusted or ionized calcium]",
        ),
        ("calcium_adjusted", "11.6", "mg/dL", "8.5", "10.5", "2"),
        ("tsh", "9", "m[IU]/L", "0.4", "4", "[no-criteria]"),
        ("potassium", "pending", "mmol/L", "3.5", "5", "[no-number]"),
        ("potassium", "5.2", "", "3.5", "5", "[no-number]"),
        (
            "potassium",
            "40",
            "mmol/L",
            "3.5",
            "5",
            "[implausible-value]",
        ),
    ] {
        let row = Observation {
            name,
            value,
            unit,
            low,
            high,
            ..Observation::default()
        };
        assert_eq!(grade(&ctcae, row), expected, "{name} {value} {unit}");
    }
    let urea = Observation {
        name: "alp",
        value: "300",
        unit: "U/L",
        specimen: "urine",
        ..Observation::default()
    };
    assert_eq!(
        grade(&ctcae, urea),
        format!("[{}]", NotGraded::NoCriteria.as_str())
    );
}

/// Creatinine of limits 35-84: a low baseline makes a graver grade of any number but the gravest.
#[test]
fn a_baseline_that_is_not_known_is_told() {
    for scheme in ["ctcae-v5", "ctcae-v6"] {
        let ctcae = interpreter(scheme);
        for (name, value, unit, expected, assumed) in [
            ("creatinine", "40", "umol/L", "", false),
            ("creatinine", "83", "umol/L", "", false),
            ("creatinine", "125", "umol/L", "1", true),
            ("creatinine", "200", "umol/L", "2", true),
            ("creatinine", "400", "umol/L", "3", false),
            ("creatinine", "600", "umol/L", "4", false),
            ("alt", "90", "U/L", "1", true),
            ("alt", "80", "U/L", "0", false),
            ("ldh", "90", "U/L", "1", false),
            ("creatinine", "pending", "umol/L", "", false),
        ] {
            let row = Observation {
                name,
                value,
                unit,
                low: "35",
                high: "84",
                ..Observation::default()
            };
            let grade = ctcae.interpret(row).grade.expect("a scheme was asked for");
            assert_eq!(
                (grade.shown().as_str(), grade.baseline_assumed),
                (expected, assumed),
                "{scheme} {name} {value}"
            );
        }
    }
}

/// A number that the sample moved towards the interval: each graver grade of the term may be the true one.
#[test]
fn a_true_value_further_out_may_be_graver() {
    let ctcae = interpreter("ctcae-v5");
    for (name, value, unit, low, high, comment, expected) in [
        (
            "potassium",
            "3.0",
            "mmol/L",
            "3.5",
            "5.0",
            "hemolyzed",
            "1-4",
        ),
        (
            "potassium",
            "2.9",
            "mmol/L",
            "3.5",
            "5.0",
            "hemolyzed",
            "3-4",
        ),
        ("potassium", "2.4", "mmol/L", "3.5", "5.0", "hemolyzed", "4"),
        ("potassium", "3.0", "mmol/L", "3.5", "5.0", "", "1-2"),
        // The other way it may be milder, and that is told by the usability.
        ("potassium", "5.7", "mmol/L", "3.5", "5.0", "hemolyzed", "2"),
        (
            "potassium",
            "4.0",
            "mmol/L",
            "3.5",
            "5.0",
            "hemolyzed",
            "[unreliable-result]",
        ),
        ("sodium", "129", "mmol/L", "136", "145", "hemolyzed", "2-3"),
    ] {
        let row = Observation {
            name,
            value,
            unit,
            low,
            high,
            comment,
            ..Observation::default()
        };
        assert_eq!(grade(&ctcae, row), expected, "{name} {value} {comment}");
    }
}

#[test]
fn categories_of_the_kidney_are_not_for_everybody() {
    let kdigo = interpreter("kdigo");
    let young = "[GFR categories do not apply below 2 years]";
    let pregnant = "[an eGFR is less reliable in pregnancy]";
    for (name, value, age, sex, condition, comment, expected) in [
        ("eGFR", "50", "1 mo", "F", "", "", young),
        ("eGFR", "50", "23 mo", "F", "", "", young),
        ("eGFR", "50", "2", "F", "", "", "G3a"),
        ("eGFR", "50", "40", "F", "", "", "G3a"),
        // Not known.
        ("eGFR", "50", "", "F", "", "", "G3a"),
        ("eGFR", "50", "30", "F", "pregnancy-t2", "", pregnant),
        ("eGFR", "50", "30", "F", "pregnant", "", pregnant),
        ("eGFR", "50", "30", "F", "", "32 weeks pregnant", pregnant),
        ("eGFR", "50", "30", "F", "not pregnant", "", "G3a"),
        ("eGFR", "50", "30", "M", "", "wife is pregnant", "G3a"),
        ("eGFR", "50", "30", "F", "fasting", "", "G3a"),
    ] {
        let row = Observation {
            name,
            value,
            unit: "mL/min/1.73m2",
            age,
            sex,
            condition,
            comment,
            ..Observation::default()
        };
        assert_eq!(grade(&kdigo, row), expected, "{age} {condition} {comment}");
    }
}
