//! What holds of every sheet, whatever is in the file.

use proptest::prelude::*;
use serumcheck::preop::Sheet;
use serumcheck::preop::sheet::{Section, Verdict};

use crate::bench::{Case, Row, plan, row, sheets, short};

/// Results as they come: names, units and values around the limits of the policy.
const RESULTS: &[(&str, &str, [&str; 6])] = &[
    (
        "Potassium",
        "mmol/L",
        ["2.4", "3.1", "4.1", "5.6", "6.2", "<3.4"],
    ),
    (
        "Sodium",
        "mmol/L",
        ["118", "128", "140", "152", "QNS", "not done"],
    ),
    (
        "Creatinine",
        "umol/L",
        ["70", "88", "180", "360", ">800", ""],
    ),
    ("Urea", "mmol/L", ["5", "31", "hemolyzed", "5.5", "7", "8"]),
    ("Hemoglobin", "g/L", ["60", "95", "125", "140", "150", "12"]),
    (
        "Platelets",
        "10*9/L",
        ["15", "45", "90", "250", "480", "1100"],
    ),
    ("INR", "{INR}", ["1.0", "1.1", "1.6", "5.2", "1.2", "1.3"]),
    (
        "Glucose",
        "mmol/L",
        ["2.5", "5.1", "11.5", "13", "25", "5.5"],
    ),
    ("Ferritin", "ug/L", ["12", "80", "200", "40", "25", "150"]),
    ("CRP", "mg/L", ["1", "4", "20", "120", "<5", "3"]),
    ("ALT", "U/L", ["20", "90", "130", "700", "35", "30"]),
    ("TSH", "m[IU]/L", ["0.05", "1.5", "6", "12", "2", "3"]),
    ("Free T4", "pmol/L", ["5", "10", "15", "30", "18", "20"]),
    ("hCG", "[IU]/L", ["1", "30", "2", "3", "1200", "QNS"]),
    ("Fluffiness", "x", ["1", "2", "3", "4", "5", "6"]),
    (
        "Urine potassium",
        "mmol/L",
        ["60", "20", "80", "40", "55", "31"],
    ),
];

/// A normal result of each, but of creatinine: that has a baseline, and an older one may show that the
/// newest has risen.
const NORMAL: &[(&str, &str)] = &[
    ("Potassium", "4.1"),
    ("Sodium", "140"),
    ("Urea", "5"),
    ("Hemoglobin", "150"),
    ("Platelets", "250"),
    ("INR", "1.1"),
    ("Glucose", "5.1"),
    ("Ferritin", "200"),
    ("CRP", "1"),
    ("ALT", "20"),
];

const DAYS: [&str; 8] = [
    "2026-11-24 07:15",
    "2026-11-23 08:00",
    "2026-11-10 09:30",
    "2026-10-01 08:00",
    "2026-05-02",
    "",
    "2026-12-24 08:00",
    "2026-11-24",
];

const PLANS: [&str; 7] = [
    "minor asa-1",
    "intermediate asa-3",
    "major asa-2",
    "major asa-4 diabetes ckd diuretic",
    "",
    "major asa-1 no-diabetes cosmetic childbearing-potential",
    "undated major asa-3 liver-disease",
];

fn result() -> impl Strategy<Value = Row> {
    let comments =
        prop_oneof![6 => Just(""), 1 => Just("grossly hemolyzed"), 1 => Just("slightly hemolyzed")];
    let units = prop_oneof![8 => Just(true), 1 => Just(false)];
    // Final, or taken back: beside another row that says the same.
    let statuses = prop_oneof![8 => Just(""), 1 => Just("W"), 1 => Just("X")];
    (
        0..RESULTS.len(),
        0..6_usize,
        0..DAYS.len(),
        comments,
        units,
        statuses,
    )
        .prop_map(|(at, value, day, comment, with_unit, status)| {
            let (name, unit, values) = RESULTS[at];
            let unit = if with_unit { unit } else { "" };
            let value = values[value].replace(' ', "_");
            let day = if DAYS[day].is_empty() {
                "no date"
            } else {
                DAYS[day]
            };
            let mut row = row(&format!("{name} | {value} {unit} | | {day} | {comment}"));
            row.status = status.to_string();
            row
        })
}

fn patient() -> impl Strategy<Value = Case> {
    (0..PLANS.len(), proptest::collection::vec(result(), 0..14)).prop_map(|(words, rows)| Case {
        plan: plan(PLANS[words]),
        rows,
    })
}

/// What is said, whatever the order of the rows: verdict, items with their values and limits, questions.
fn gist(sheet: &Sheet) -> (String, Vec<String>) {
    let of_item = |item: &serumcheck::preop::sheet::Item| {
        format!(
            "{} {} {} {}",
            short(item),
            item.value,
            item.limit,
            item.limit_owner
        )
    };
    let mut items: Vec<String> = sheet.items.iter().map(of_item).collect();
    items.sort();
    (sheet.verdict.key().to_string(), items)
}

fn with(case: &Case, row: Row) -> Case {
    let mut case = case.clone();
    case.rows.push(row);
    case
}

fn section(sheet: &Sheet, section: Section) -> Vec<String> {
    let items = sheet.items.iter().filter(|item| item.section == section);
    let mut items: Vec<String> = items
        .map(|item| format!("{} {} {}", short(item), item.value, item.limit))
        .collect();
    items.sort();
    items
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 120,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_row_of_the_file_is_a_row_of_the_sheet(case in patient()) {
        let sheet = &sheets(std::slice::from_ref(&case))[0];
        let rows = sheet.groups.iter().flat_map(|group| &group.rows);
        prop_assert_eq!(rows.filter(|row| !row.derived).count(), case.rows.len());
        prop_assert_eq!(sheet.counts.rows, case.rows.len());
    }

    #[test]
    fn the_order_of_the_rows_is_no_matter((case, order) in patient().prop_flat_map(|case| {
        let order: Vec<usize> = (0..case.rows.len()).collect();
        (Just(case), Just(order).prop_shuffle())
    })) {
        let mut other = case.clone();
        other.rows = order.iter().map(|at| case.rows[*at].clone()).collect();
        let sheets = sheets(&[case, other]);
        prop_assert_eq!(gist(&sheets[0]), gist(&sheets[1]));
    }

    #[test]
    fn an_unusable_result_makes_no_verdict_milder(
        case in patient(),
        at in 0..7_usize,
        day in 0..DAYS.len(),
        how in 0..2_usize,
    ) {
        let (name, unit, values) = RESULTS[at];
        let day = if DAYS[day].is_empty() { "no date" } else { DAYS[day] };
        let lost = match how {
            0 => format!("{name} | QNS | | {day}"),
            _ => format!("{name} | {} {unit} | | {day} | grossly hemolyzed", values[2].replace(' ', "_")),
        };
        let mut lost = row(&lost);
        // A tube of its own.
        lost.sample = "Slost".to_string();
        let sheets = sheets(&[case.clone(), with(&case, lost)]);
        // A stop of months ago that was tried again since is a review, and says so: no milder than that.
        let is_old = |item: &serumcheck::preop::sheet::Item| {
            item.section == Section::B && item.action.starts_with("OLD:")
        };
        let aged = sheets[1].verdict == Verdict::Review && sheets[1].items.iter().any(is_old);
        prop_assert!(
            sheets[0].verdict <= sheets[1].verdict || aged,
            "{:?} {:#?}\nthen {:?} {:#?}",
            sheets[0].verdict, gist(&sheets[0]), sheets[1].verdict, gist(&sheets[1])
        );
    }

    #[test]
    fn an_older_normal_result_changes_nothing_of_what_stops_or_is_reviewed(
        case in patient(),
        at in 0..NORMAL.len(),
        newest in 0..6_usize,
    ) {
        let (name, normal) = NORMAL[at];
        let (_, unit, values) = RESULTS.iter().find(|(own, ..)| *own == name).expect("a result");
        // Something newer of it is there that can be used.
        let value = values[newest];
        prop_assume!(value.parse::<f64>().is_ok());
        let mut new = row(&format!("{name} | {value} {unit} | | 2026-11-30 08:00"));
        let mut old = row(&format!("{name} | {normal} {unit} | | 2025-01-03 08:00"));
        new.sample = "Snew".to_string();
        old.sample = "Sold".to_string();
        let case = with(&case, new);
        let sheets = sheets(&[case.clone(), with(&case, old)]);
        for letter in [Section::A, Section::B] {
            prop_assert_eq!(section(&sheets[0], letter), section(&sheets[1], letter));
        }
    }
}
