//! Grave numbers on doubtful samples, results that nobody judged, and two answers to one question: none of them may
//! stand under a quiet headline.

use serumcheck::preop::sheet::{Item, Section};

use crate::bench::{Row, case, check, one, row, said, sheet};

#[test]
fn a_fault_that_is_only_suspected_silences_no_critical_number() {
    // Low glucose, high potassium and phosphate: a sample that stood, or an adrenal crisis.
    let stood = [
        "Potassium | 6.9 mmol/L",
        "Glucose | 1.9 mmol/L",
        "Phosphate | 2.2 mmol/L",
    ];
    let sheet = sheet("minor asa-1", &stood);
    assert!(
        said(&sheet).starts_with("action_needed: A stop"),
        "{}",
        said(&sheet)
    );
    let potassium = sheet
        .items
        .iter()
        .find(|item| item.analyte == "potassium")
        .expect("an item");
    assert_eq!(
        potassium.action,
        "Critical, unless the sample is at fault: phone now, and repeat at once on a fresh one."
    );
    assert!(sheet.is_urgent());
}

#[test]
fn what_is_called_now_is_recollected_now() {
    for (line, at_once) in [
        ("Potassium | 6.8 mmol/L | | | hemolyzed", true),
        ("Potassium | 7.0 mmol/L | | | wrong patient", true),
        // Lower still than 2.4: a stop, and the tube is lost.
        ("Potassium | 2.4 mmol/L | | | hemolyzed", true),
        // Above a stop of the policy, below the critical list: hemolysis alone may be all of it.
        ("Potassium | 6.4 mmol/L | | | hemolyzed", false),
        ("Potassium | 5.6 mmol/L | | | hemolyzed", false),
        ("Potassium | 4.4 mmol/L | | | hemolyzed", false),
    ] {
        let sheet = sheet("minor asa-1", &[line]);
        let again: Vec<_> = sheet
            .items
            .iter()
            .filter(|item| item.section == Section::C)
            .map(|item| (item.at_once, item.action.contains(" at once, today.")))
            .collect();
        assert_eq!(again, [(at_once, at_once)], "{line}");
        let waits = |item: &Item| item.action.contains("before the day of surgery");
        assert_eq!(sheet.items.iter().any(waits), !at_once, "{line}");
    }
}

#[test]
fn a_grave_number_on_a_sample_known_to_be_faulty_is_seen_by_somebody() {
    for (line, expected) in [
        // The critical list calls from 6.5 mmol/L, which is a stop of the policy from 6.0 on.
        (
            "Potassium | 7.0 mmol/L | | | hemolyzed",
            "review_needed: B review potassium, C unusable potassium",
        ),
        (
            "Potassium | 6.5 mmol/L | | | hemolyzed",
            "review_needed: B review potassium, C unusable potassium",
        ),
        (
            "Potassium | 6.4 mmol/L | | | hemolyzed",
            "incomplete: C unusable potassium",
        ),
        (
            "Potassium | 7.0 mmol/L | | | wrong patient",
            "review_needed: B review potassium, C unusable potassium",
        ),
    ] {
        check("minor asa-1", &[line], expected);
        let urgent = expected.starts_with("review");
        assert_eq!(sheet("minor asa-1", &[line]).is_urgent(), urgent, "{line}");
    }
    // A clean one since then: nobody is to be called for the old number.
    let answered = sheet(
        "minor asa-1",
        &[
            "Potassium | 7.0 mmol/L | | 2026-11-23 08:00 | hemolyzed",
            "Potassium | 4.2 mmol/L | | 2026-11-24 08:00",
        ],
    );
    let mut rows = answered.groups.iter().flat_map(|group| &group.rows);
    let old = rows.find(|row| row.value == "7.0").expect("a row");
    assert_eq!(
        old.remarks[0],
        "critical (>= 6.5 mmol/L, rcpath-2017) when it was taken; followed by 4.2 mmol/L on 2026-11-24 08:00"
    );
    assert!(
        !old.remarks
            .iter()
            .any(|remark| remark.contains("CRITICAL: call"))
    );
}

#[test]
fn what_no_interval_judged_and_no_limit_is_for_is_read_by_somebody() {
    for (line, expected) in [
        (
            "Prothrombin time | 35",
            "incomplete: D not_interpreted prothrombin time",
        ),
        (
            "Rheumatoid factor | 35 [IU]/mL",
            "nothing_outside_policy: F note rheumatoid factor",
        ),
        // Inside the printed interval, or negative as expected: nothing to read.
        (
            "Rheumatoid factor | 3 [IU]/mL | 0-14",
            "nothing_outside_policy: ",
        ),
        (
            "Rheumatoid factor | negative | negative",
            "nothing_outside_policy: ",
        ),
    ] {
        check("minor asa-1", &[line], expected);
    }
}

#[test]
fn two_answers_of_one_day_are_no_quiet_headline() {
    let high = "Potassium | 6.6 mmol/L | | 2026-11-24 07:59";
    for (later, expected) in [
        ("2026-11-24 08:00", "review_needed: B review potassium"),
        ("2026-11-24 23:00", "review_needed: B review potassium"),
        ("2026-11-25 08:00", "nothing_outside_policy"),
    ] {
        let low = format!("Potassium | 4.2 mmol/L | | {later}");
        let sheet = sheet("minor asa-1", &[high, &low]);
        assert!(
            said(&sheet).starts_with(expected),
            "{later}: {}",
            said(&sheet)
        );
    }
}

#[test]
fn what_is_preliminary_takes_no_stop_away() {
    let status = |line: &str, status: &str| Row {
        status: status.to_string(),
        ..row(line)
    };
    for (first, second, expected) in [
        (
            "preliminary",
            "preliminary",
            "action_needed: A stop potassium",
        ),
        ("preliminary", "final", "nothing_outside_policy: "),
        ("final", "preliminary", "action_needed: A stop potassium"),
        ("final", "final", "nothing_outside_policy: "),
    ] {
        let mut case = case("minor asa-1", &[]);
        case.rows = vec![
            status("Potassium | 6.6 mmol/L | | 2026-11-20 08:00", first),
            status("Potassium | 4.2 mmol/L | | 2026-11-24 08:00", second),
        ];
        let sheet = one(case);
        assert!(
            said(&sheet).starts_with(expected),
            "{first}, {second}: {}",
            said(&sheet)
        );
    }
}

#[test]
fn a_device_that_prints_no_number_may_mean_the_worst() {
    for (value, expected) in [
        (
            "LO",
            "review_needed: B review glucose, D not_interpreted glucose",
        ),
        (
            "HI",
            "review_needed: B review glucose, D not_interpreted glucose",
        ),
        ("see_comment", "incomplete: D absent glucose"),
    ] {
        check("minor asa-1", &[&format!("Glucose | {value}")], expected);
    }
}

#[test]
fn a_number_that_hardly_anybody_has_is_urgent_past_a_stop() {
    for (line, expected) in [
        // 6.9 g/L is a decimal point, or a death.
        (
            "Hemoglobin | 6.9 g/L",
            "action_needed: A stop hemoglobin, D not_interpreted hemoglobin",
        ),
        ("Hemoglobin | 69 g/L", "action_needed: A stop hemoglobin"),
        (
            "Hemoglobin | 400 g/L",
            "action_needed: A stop hemoglobin, D not_interpreted hemoglobin",
        ),
        // Not to be believed, and past no stop.
        ("Albumin | 150 g/L", "incomplete: D not_interpreted albumin"),
    ] {
        check("minor asa-1", &[line], expected);
    }
}

/// Of a number below zero the sign may be wrong as well.
#[test]
fn the_sign_of_a_number_below_zero_is_asked_for() {
    for (line, says) in [
        ("Potassium | -4.1 mmol/L", true),
        ("Albumin | -42.5 g/L", true),
        ("Albumin | 150 g/L", false),
        ("Hemoglobin | 6.9 g/L", false),
    ] {
        let sheet = sheet("minor asa-1", &[line]);
        assert!(!sheet.items.is_empty(), "{line}");
        for item in &sheet.items {
            let has = |words| item.action.contains(words);
            assert!(
                !has("decimal point") || has("sign, unit") == says,
                "{line}: {}",
                item.action
            );
        }
        let mut items = sheet.items.iter();
        assert!(
            items.any(|item| item.action.contains("decimal point")),
            "{line}"
        );
    }
}

#[test]
fn what_only_looks_like_a_doubt_leaves_a_quiet_sheet() {
    for lines in [
        // Hemolyzed, and drawn again: nobody has to find out why.
        vec![
            "Potassium | 7.0 mmol/L | | 2026-11-24 08:00 | hemolyzed",
            "Potassium | 4.2 mmol/L | | 2026-11-24 10:00",
        ],
        // A plus is a grade.
        vec!["CRP | +"],
        vec!["Lipemia index | +"],
        // Hemolysis only raises it, and the policy has no low limit.
        vec!["AST | 22 U/L | 10-40 | 2026-11-24 08:00 | hemolyzed"],
    ] {
        let sheet = sheet("minor asa-1", &lines);
        assert!(
            !said(&sheet).starts_with("review") && !said(&sheet).starts_with("action"),
            "{lines:?}: {}",
            said(&sheet)
        );
        assert!(
            !sheet
                .items
                .iter()
                .any(|item| item.action.contains("device")),
            "{lines:?}"
        );
    }
    let redrawn = sheet(
        "minor asa-1",
        &[
            "Potassium | 7.0 mmol/L | | 2026-11-24 08:00 | hemolyzed",
            "Potassium | 4.2 mmol/L | | 2026-11-24 10:00",
        ],
    );
    assert!(
        said(&redrawn).starts_with("nothing_outside"),
        "{}",
        said(&redrawn)
    );
    let ast = sheet(
        "minor asa-1",
        &["AST | 22 U/L | 10-40 | 2026-11-24 08:00 | hemolyzed"],
    );
    assert!(said(&ast).starts_with("nothing_outside"), "{}", said(&ast));
}

#[test]
fn nobody_else_s_result_takes_a_stop_away() {
    let mut case = case("minor asa-1", &[]);
    let born = |line: &str, birth: &str| Row {
        birth: birth.to_string(),
        ..row(line)
    };
    case.rows = vec![
        born("Potassium | 6.6 mmol/L | | 2026-11-22 08:00", "1960-01-01"),
        born("Potassium | 4.2 mmol/L | | 2026-11-24 08:00", "1975-03-03"),
    ];
    let sheet = one(case);
    assert!(
        said(&sheet).starts_with("action_needed: A stop potassium"),
        "{}",
        said(&sheet)
    );
}

#[test]
fn a_result_without_a_day_takes_no_stop_away() {
    let sheet = sheet(
        "minor asa-1",
        &[
            "Potassium | 6.2 mmol/L | | 2026-11-10 09:30",
            "Potassium | 3.1 mmol/L | | no date",
            "Potassium | QNS | | 2026-11-24 08:00",
        ],
    );
    assert!(
        said(&sheet).starts_with("action_needed: A stop potassium"),
        "{}",
        said(&sheet)
    );
}

/// A critical number on a spoiled sample stays a review where the next try gave nothing; a good one since takes it away.
#[test]
fn a_try_that_gave_nothing_takes_no_grave_number_away() {
    let spoiled = "Sodium | 118 mmol/L | | 2026-11-10 09:30 | grossly hemolyzed";
    for (since, expected) in [
        ("Sodium | QNS | | 2026-11-24 08:00", true),
        (
            "Sodium | 140 mmol/L | | 2026-11-24 08:00 | grossly hemolyzed",
            true,
        ),
        ("Sodium | 140 mmol/L | | 2026-11-24 08:00", false),
    ] {
        let sheet = sheet("minor asa-1", &[spoiled, since]);
        let is_grave = |item: &serumcheck::preop::sheet::Item| {
            item.section.letter() == "B" && item.value == "118"
        };
        assert_eq!(sheet.items.iter().any(is_grave), expected, "{since}");
    }
}
