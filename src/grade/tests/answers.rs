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
