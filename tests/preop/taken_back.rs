//! Results that another row takes back, in every order of the rows: the same sheet.

use crate::bench::{Case, Row, case, items, one, row, said};

const REST: [&str; 3] = [
    "Creatinine | 70 umol/L",
    "Sodium | 140 mmol/L",
    "Urea | 5.0 mmol/L",
];

fn with(rows: &[Row]) -> Case {
    let mut case = case("intermediate asa-3", &REST);
    case.rows.extend(rows.iter().cloned());
    case
}

fn potassium(value: &str, status: &str) -> Row {
    let mut row = row("Potassium | 4.1 mmol/L");
    row.value = value.to_string();
    row.status = status.to_string();
    row
}

#[track_caller]
fn check(rows: [Row; 2], expected: &str) {
    let [one_row, other] = rows;
    for rows in [[&one_row, &other], [&other, &one_row]] {
        let rows = rows.map(Clone::clone);
        let sheet = one(with(&rows));
        assert_eq!(said(&sheet), expected, "{rows:#?}");
    }
}

#[test]
fn a_withdrawn_result_is_no_good_one_and_its_stop_is_kept_in_doubt() {
    for status in [
        "W",
        "D",
        "withdrawn",
        "deleted",
        "retracted",
        "entered in error",
        // Cancelled, with the result all the same.
        "X",
        "void",
        "cancelled",
        "rejected",
    ] {
        check(
            [potassium("4.1", "final"), potassium("4.1", status)],
            "incomplete: D not_interpreted potassium",
        );
        check(
            [potassium("7.1", "final"), potassium("7.1", status)],
            "action_needed: A stop potassium, D not_interpreted potassium",
        );
        let sheet = one(with(&[potassium("7.1", "final"), potassium("7.1", status)]));
        assert!(sheet.items[0].action.contains("IN DOUBT"), "{status}");
    }
    check(
        [potassium("4.1", "final"), potassium("", "entered in error")],
        "incomplete: D not_interpreted potassium",
    );
}

#[test]
fn what_takes_nothing_back() {
    let good = "nothing_outside_policy: ";
    for (value, status) in [
        // A second order that was cancelled.
        ("", "cancelled"),
        ("", "X"),
        // The wrong number is gone, and the right one is there.
        ("9.9", "W"),
        ("9.9", "entered in error"),
        ("9.9", "X"),
    ] {
        check([potassium("4.1", "final"), potassium(value, status)], good);
    }
    // Corrected is what comes in its place.
    check([potassium("4.1", "corrected"), potassium("", "W")], good);
    check([potassium("4.1", "corrected"), potassium("9.9", "W")], good);
    // Of another tube.
    let mut other = potassium("4.1", "W");
    other.sample = "another".to_string();
    check([potassium("4.1", "final"), other], good);
}

#[test]
fn a_later_result_in_a_doubtful_tube_takes_no_stop_away() {
    // Potassium of the 5th, of the 8th, and what is said on the 8th beside another result of that tube.
    let kept = "A stop potassium, D not_interpreted potassium";
    for (comment, expected) in [
        ("Wrong tube", kept),
        ("Line contamination", kept),
        ("Old sample", kept),
        ("pseudohyperkalemia", kept),
        ("", ""),
        ("icteric", ""),
        ("fasting", ""),
    ] {
        let later = "2026-11-24 08:00";
        let sheet = one(case(
            "minor asa-1",
            &[
                "Potassium | 2.4 mmol/L | | 2026-11-23 08:00",
                &format!("Potassium | 4.1 mmol/L | | {later}"),
                &format!("Sodium | 140 mmol/L | | {later} | {comment}"),
            ],
        ));
        let mut found = items(&sheet);
        found.retain(|item| item.ends_with("potassium"));
        assert_eq!(found.join(", "), expected, "{comment}");
    }
}

#[test]
fn an_index_in_an_unknown_unit_takes_no_stop_of_what_it_moves_away() {
    for (index, analyte, low, good, kept) in [
        (
            "Hemolysis index",
            "Potassium",
            "2.4 mmol/L",
            "4.1 mmol/L",
            true,
        ),
        // Icterus does not move it.
        (
            "Icterus index",
            "Potassium",
            "2.4 mmol/L",
            "4.1 mmol/L",
            false,
        ),
    ] {
        let sheet = one(case(
            "minor asa-1",
            &[
                &format!("{analyte} | {low} | | 2026-11-23 08:00"),
                &format!("{analyte} | {good} | | 2026-11-24 08:00"),
                &format!("{index} | 3 furlong | | 2026-11-24 08:00"),
            ],
        ));
        let stops = items(&sheet).iter().any(|item| item.starts_with("A stop"));
        assert_eq!(stops, kept, "{index} {analyte}");
    }
}
