//! Signs that something is wrong where there is no number to hold: a newer attempt, words beyond the range, a number without
//! a unit, an unknown specimen, a day that cannot be.

use serumcheck::preop::Sheet;

use crate::bench::{Row, case, items, one, row};

const REST: [&str; 3] = [
    "Creatinine | 70 umol/L",
    "Sodium | 140 mmol/L",
    "Urea | 5.0 mmol/L",
];

fn of(sheet: &Sheet, analyte: &str) -> String {
    let mut found = items(sheet);
    found.retain(|item| item.ends_with(analyte));
    let found: Vec<String> = found
        .iter()
        .map(|item| item.replace(&format!(" {analyte}"), ""))
        .collect();
    found.join(", ")
}

fn with(rows: Vec<Row>) -> Sheet {
    let mut case = case("intermediate asa-3", &REST);
    case.rows.extend(rows);
    one(case)
}

#[test]
fn a_newer_attempt_with_a_sign_of_trouble_is_not_passed_over() {
    for (value, comment, status, expected) in [
        (
            "see comment",
            "critically high, phoned",
            "",
            "B review, D absent",
        ),
        ("see comment", "not critical", "", "D absent"),
        ("see comment", "", "", "D absent"),
        ("pending", "", "", "D absent"),
        ("****", "", "", "D absent"),
        ("", "", "P", "D absent"),
        // Nothing is to come, and nothing to be read.
        ("", "", "", ""),
        ("not done", "", "", ""),
        ("cancelled", "", "", ""),
    ] {
        let old = row("Potassium | 4.1 mmol/L | | 2026-11-20 08:00");
        let mut new = row("Potassium | 4.1 mmol/L | | 2026-11-25 08:00");
        new.value = value.to_string();
        new.comment = comment.to_string();
        new.status = status.to_string();
        let sheet = with(vec![old, new]);
        assert_eq!(
            of(&sheet, "potassium"),
            expected,
            "{value} {comment} {status}"
        );
    }
}

#[test]
fn words_beyond_the_range_are_a_review() {
    for (analyte, line, expected) in [
        ("inr", "INR | Unclottable", "B review, D not_interpreted"),
        ("inr", "INR | No_clot", "B review, D not_interpreted"),
        ("inr", "INR | Prolonged", "B review, D not_interpreted"),
        ("inr", "INR | not_prolonged", "D not_interpreted"),
        (
            "potassium",
            "Potassium | critical mmol/L",
            "B review, D not_interpreted",
        ),
        (
            "potassium",
            "Potassium | H mmol/L",
            "B review, D not_interpreted",
        ),
        (
            "potassium",
            "Potassium | above_measuring_range mmol/L",
            "B review, D not_interpreted",
        ),
        (
            "potassium",
            "Potassium | not_critical mmol/L",
            "D not_interpreted",
        ),
        (
            "platelets",
            "Platelets | Markedly_decreased 10*9/L",
            "B review, D not_interpreted",
        ),
        (
            "platelets",
            "Platelets | decreased 10*9/L",
            "D not_interpreted",
        ),
    ] {
        let sheet = with(vec![row(line)]);
        assert_eq!(of(&sheet, analyte), expected, "{line}");
    }
}

#[test]
fn a_number_without_a_unit_outside_its_own_interval_is_a_review() {
    for (analyte, line, expected) in [
        (
            "hemoglobin",
            "Hemoglobin | 6.4 | 13-17",
            "B review, D not_interpreted",
        ),
        (
            "potassium",
            "Potassium | 7.1 | 3.5-5.1",
            "B review, D not_interpreted",
        ),
        (
            "potassium",
            "Potassium | 4.1 | 3.5-5.1",
            "D not_interpreted",
        ),
        ("potassium", "Potassium | 7.1", "D not_interpreted"),
        // Nobody needs it, and no list calls it.
        ("zinc", "Zinc | 90 | 10-20", ""),
    ] {
        let sheet = with(vec![row(line)]);
        let found = of(&sheet, analyte);
        match expected {
            "" => assert!(!found.contains("B review"), "{line}: {found}"),
            expected => assert_eq!(found, expected, "{line}"),
        }
    }
}

#[test]
fn what_was_measured_in_something_unknown_satisfies_nothing() {
    for (specimen, expected) in [
        ("", ""),
        ("Serum", ""),
        ("Plasma", ""),
        ("Red cells", "D not_interpreted"),
        ("Donor", "D not_interpreted"),
        ("XXX", "D not_interpreted"),
    ] {
        let mut row = row("Potassium | 4.1 mmol/L");
        row.specimen = specimen.to_string();
        assert_eq!(of(&with(vec![row]), "potassium"), expected, "{specimen}");
    }
}

#[test]
fn a_day_before_birth_and_a_midnight_of_a_database_take_no_stop_away() {
    for (what, stop, good) in [
        ("before birth", "1900-01-01", "2026-11-24 08:00"),
        (
            "the day as a midnight",
            "2026-11-24 00:00:00",
            "2026-11-24 08:00",
        ),
    ] {
        let lines = [
            format!("Potassium | 7.1 mmol/L | | {stop}"),
            format!("Potassium | 4.1 mmol/L | | {good}"),
        ];
        let sheet = with(lines.iter().map(|line| row(line)).collect());
        assert_eq!(of(&sheet, "potassium"), "A stop", "{what}");
    }
    // On another day the midnight says what it says.
    let sheet = with(vec![
        row("Potassium | 7.1 mmol/L | | 2026-11-23 00:00:00"),
        row("Potassium | 4.1 mmol/L | | 2026-11-24 08:00"),
    ]);
    assert_eq!(of(&sheet, "potassium"), "");
}
