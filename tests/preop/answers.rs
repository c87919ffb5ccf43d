//! Answers in words: tests that failed, blood groups, and pregnancy tests.

use crate::bench::{Case, Row, case, items, one, row, said};

fn group_and_screen(value: &str) -> String {
    format!("Group and save | {}", value.replace(' ', "_"))
}

/// Sections C and D, and the verdict.
fn of(lines: &[&str]) -> String {
    said(&one(case("minor asa-1", lines)))
}

#[test]
fn a_test_that_failed_is_asked_for_by_its_name() {
    for name in ["Group and save", "Crossmatch", "Anti-Xa", "TEG R"] {
        for (value, expected) in [
            ("WRONG BLOOD IN TUBE - please repeat", "C unusable"),
            ("Sample rejected: mislabelled", "C unusable"),
            ("Hemolyzed - please repeat", "C unusable"),
            ("Sample expired", "C unusable"),
            ("clotted", "C unusable"),
            ("cancelled", "D absent"),
            ("pending", "D absent"),
        ] {
            let line = format!("{name} | {}", value.replace(' ', "_"));
            let expected = format!("incomplete: {expected} {}", name.to_lowercase());
            assert_eq!(of(&[&line]), expected, "{value}");
        }
        // An empty cell, a word that points elsewhere, and what nobody did are no failure.
        for value in ["", "see comment", "not done"] {
            let line = format!("{name} | {}", value.replace(' ', "_"));
            assert_eq!(of(&[&line]), "nothing_outside_policy: ", "{value}");
        }
    }
}

#[test]
fn a_newer_attempt_decides() {
    let failed = "Group and save | clotted | | 2026-11-23 08:00";
    let good = "Group and save | O_Rh_positive | | 2026-11-24 08:00";
    let recorded = "nothing_outside_policy: F note group and save";
    assert_eq!(of(&[failed, good]), recorded);
    let failed = "Group and save | clotted | | 2026-11-25 08:00";
    let lost = "incomplete: C unusable group and save";
    assert_eq!(of(&[failed, good]), lost);
    assert_eq!(of(&[good, failed]), lost);
}

#[test]
fn a_blood_group_is_recorded_and_other_words_are_read() {
    let unread = "incomplete: D not_interpreted group and save";
    let recorded = "nothing_outside_policy: F note group and save";
    for (value, expected) in [
        ("O Rh positive", recorded),
        ("AB-", recorded),
        ("B positive, antibody screen negative", recorded),
        ("Compatible", recorded),
        ("Incompatible", unread),
        ("O Rh positive, anti-K detected", unread),
        ("see the blood bank", unread),
    ] {
        assert_eq!(of(&[&group_and_screen(value)]), expected, "{value}");
    }
    let doubted = format!("{} | | | wrong patient", group_and_screen("O Rh positive"));
    assert_eq!(of(&[&doubted]), unread);
}

fn woman(rows: Vec<Row>) -> Case {
    Case {
        rows,
        ..case("minor asa-1", &[])
    }
}

/// A result of 28 November, and one of the day of surgery.
fn test(name: &str, value: &str, is_first: bool) -> Row {
    let day = if is_first {
        "2026-11-28 08:00"
    } else {
        "2026-12-01 08:00"
    };
    row(&format!("{name} | {} | | {day}", value.replace(' ', "_")))
}

const NAMES: [&str; 3] = ["Urine pregnancy test", "hCG", "hCG qualitative"];

#[test]
fn a_positive_pregnancy_test_in_words_is_a_stop_in_private() {
    for name in NAMES {
        for (value, expected) in [
            ("Positive", "A stop"),
            ("POSITIVE", "A stop"),
            ("weakly positive", "A stop"),
            ("equivocal", "B review"),
            ("Negative", ""),
            ("not pregnant", ""),
            ("Negative (<5 IU/L)", ""),
            // To be read by somebody, and no stop.
            ("Negative (repeat in 48h)", "B review"),
            ("No HCG detected", "B review"),
            ("Negative; QC positive", "B review"),
            ("No", "B review"),
        ] {
            let sheet = one(woman(vec![test(name, value, false)]));
            let all = items(&sheet);
            let first = all.first().map_or("", String::as_str);
            assert!(first.starts_with(expected), "{name} {value}: {all:?}");
            assert!(
                sheet.items.iter().all(|item| item.confidential),
                "{name} {value}"
            );
            if expected.is_empty() {
                assert_eq!(
                    sheet.verdict.key(),
                    "nothing_outside_policy",
                    "{name} {value}"
                );
            }
        }
        // Of a man it is no pregnancy, and no small matter.
        let man = crate::bench::of_sex(woman(vec![test(name, "Positive", false)]), "M");
        let found = items(&one(man));
        assert!(found[0].starts_with("B review"), "{found:?}");
    }
}

#[test]
fn a_disowned_negative_takes_no_positive_away() {
    for name in NAMES {
        let negative = |comment: &str, status: &str| Row {
            comment: comment.to_string(),
            status: status.to_string(),
            ..test(name, "Negative", false)
        };
        for (later, stays) in [
            (negative("wrong patient", ""), true),
            (negative("Corrected result: POSITIVE", ""), true),
            (negative("", "P"), true),
            (negative("", ""), false),
            (negative("If positive, confirm in serum", ""), false),
        ] {
            let first = test(name, "Positive", true);
            for rows in [
                vec![first.clone(), later.clone()],
                vec![later.clone(), first.clone()],
            ] {
                let sheet = one(woman(rows));
                let stops = items(&sheet).iter().any(|item| item.starts_with("A stop"));
                assert_eq!(stops, stays, "{name} {later:?}: {:?}", items(&sheet));
                assert_eq!(sheet.has_followed_stop(), !stays, "{name} {later:?}");
            }
            // Alone it is a question, too.
            let sheet = one(woman(vec![later.clone()]));
            let quiet = sheet.verdict.key() == "nothing_outside_policy";
            assert_eq!(quiet, !stays, "{name} {later:?}");
        }
    }
}
