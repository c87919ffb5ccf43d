//! All chemistry of serum ages within a month where the kidney, diabetes or a diuretic moves it.

use jiff::ToSpan as _;
use serumcheck::preop::sheet::State;

use crate::bench::{SURGERY, sheet};

const TESTS: &[&str] = &[
    "Sodium | 140 mmol/L",
    "Potassium | 4.1 mmol/L",
    "Chloride | 102 mmol/L",
    "Bicarbonate | 25 mmol/L",
    "Calcium | 2.40 mmol/L",
    "Magnesium | 0.85 mmol/L",
    "Phosphate | 1.1 mmol/L",
    "Glucose | 5.2 mmol/L",
    "Albumin | 42 g/L",
];

fn is_expired(words: &str, test: &str, age: i64) -> bool {
    let day = SURGERY.checked_sub(age.days()).expect("a day");
    let sheet = sheet(words, &[&format!("{test} | | {day}")]);
    sheet.items.iter().any(|item| item.state == State::Expired)
}

#[test]
fn chemistry_is_a_month_old_at_most_where_something_moves_it() {
    for words in [
        "ckd",
        "dialysis",
        "diabetes",
        "diuretic",
        "cytotoxic-therapy",
    ] {
        for test in TESTS {
            // On dialysis potassium is of the day.
            if words == "dialysis" && test.starts_with("Potassium") {
                continue;
            }
            let words = format!("minor asa-2 {words}");
            assert!(!is_expired(&words, test, 30), "{words}: {test}");
            assert!(is_expired(&words, test, 31), "{words}: {test}");
        }
    }
}

#[test]
fn chemistry_of_others_stands_as_before() {
    for words in [
        "minor asa-1",
        "minor asa-1 no-diabetes no-ckd no-diuretic",
        // A stable, treated thyroid: six months.
        "minor asa-2 thyroid-treated",
    ] {
        for test in TESTS {
            assert!(!is_expired(words, test, 31), "{words}: {test}");
        }
    }
}

#[test]
fn no_chemistry_at_all_on_a_diuretic_is_asked_for_and_one_of_it_is_enough() {
    let asks = |lines: &[&str]| {
        let sheet = sheet("minor asa-2 diuretic", lines);
        let asked = |item: &serumcheck::preop::sheet::Item| {
            item.state == State::NotStated && item.name.contains("Potassium")
        };
        sheet.items.iter().any(asked)
    };
    assert!(asks(&["Hemoglobin | 140 g/L"]));
    assert!(!asks(&["Potassium | 4.1 mmol/L"]));
}
