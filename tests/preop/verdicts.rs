//! One verdict of four, in their order, and what its line counts.

use serumcheck::preop::sheet::Verdict;

use crate::bench::{check, sheet};

const STOP: &str = "Potassium | 6.2 mmol/L";
const REVIEW: &str = "INR | 1.8 {INR}";
const OPTIMIZE: &str = "Ferritin | 12 ug/L";
const NOTE: &str = "CRP | 20 mg/L";
const UNUSABLE: &str = "Magnesium | QNS";
const UNREAD: &str = "Bicarbonate | 24";
const QUIET: &str = "Chloride | 102 mmol/L";

#[test]
fn the_gravest_item_decides() {
    for (lines, expected) in [
        (vec![QUIET], "nothing_outside_policy: "),
        (vec![NOTE], "nothing_outside_policy: F note crp"),
        (vec![UNREAD], "incomplete: D not_interpreted bicarbonate"),
        (vec![UNUSABLE], "incomplete: C unusable magnesium"),
        (vec![OPTIMIZE], "review_needed: F optimize ferritin"),
        (vec![REVIEW], "review_needed: B review inr"),
        (vec![STOP], "action_needed: A stop potassium"),
        (
            vec![NOTE, UNUSABLE],
            "incomplete: C unusable magnesium, F note crp",
        ),
        (
            vec![UNUSABLE, REVIEW],
            "review_needed: B review inr, C unusable magnesium",
        ),
        (
            vec![OPTIMIZE, UNREAD],
            "review_needed: D not_interpreted bicarbonate, F optimize ferritin",
        ),
        (
            vec![REVIEW, STOP],
            "action_needed: A stop potassium, B review inr",
        ),
        (
            vec![NOTE, OPTIMIZE, UNREAD, UNUSABLE, REVIEW, STOP],
            "action_needed: A stop potassium, B review inr, C unusable magnesium, \
             D not_interpreted bicarbonate, F optimize ferritin, F note crp",
        ),
    ] {
        check("minor asa-1", &lines, expected);
    }
}

#[test]
fn the_verdict_has_four_wordings_and_no_other() {
    let words: Vec<&str> = Verdict::ALL.iter().map(|verdict| verdict.words()).collect();
    assert_eq!(
        words,
        [
            "ACTION NEEDED BEFORE SURGERY",
            "REVIEW NEEDED",
            "INCOMPLETE",
            "NO ENTERED RESULT OUTSIDE THIS POLICY'S LIMITS",
        ]
    );
}

#[test]
fn the_line_of_the_verdict_counts_what_is_missing_and_unusable() {
    // Major surgery, ASA 2: blood count and kidney function are asked for.
    let sheet = sheet(
        "major asa-2",
        &[
            "Hemoglobin | 140 g/L | | 2026-07-01",
            "Leukocytes | not_done",
            "Platelets | 250",
            "Potassium | 4.1 mmol/L | | 2026-11-24 08:00 | grossly hemolyzed",
            "Sodium | 140 mmol/L",
            OPTIMIZE,
            NOTE,
        ],
    );
    let counts = sheet.counts;
    // Creatinine, eGFR and urea are not in the file, leukocytes have no result.
    assert_eq!(counts.missing, 4, "{:#?}", sheet.items);
    assert_eq!(counts.expired, 1);
    assert_eq!(counts.unusable, 1);
    assert_eq!(counts.not_interpreted, 1);
    assert_eq!((counts.optimize, counts.noted), (1, 1));
    assert_eq!(counts.rows, 7);
    let text = crate::words::print(&[sheet], serumcheck::report::sheet::SheetForm::Text);
    assert!(
        text.contains(
            "+ 4 missing, 1 unusable, 1 expired, 1 not interpreted, 1 to optimize, 1 noted"
        ),
        "{text}"
    );
}

#[test]
fn the_line_always_says_how_much_is_missing_and_unusable() {
    let sheet = sheet("minor asa-1", &[QUIET]);
    let text = crate::words::print(&[sheet], serumcheck::report::sheet::SheetForm::Text);
    assert!(
        text.contains("NO ENTERED RESULT OUTSIDE THIS POLICY'S LIMITS\n+ 0 missing, 0 unusable\n"),
        "{text}"
    );
}

#[test]
fn no_result_at_all_is_incomplete_and_never_an_empty_page() {
    let nobody = sheet("minor asa-1", &[]);
    assert_eq!(
        crate::bench::said(&nobody),
        "incomplete: D not_stated age, D not_stated results"
    );
    let text = crate::words::print(&[nobody], serumcheck::report::sheet::SheetForm::Text);
    assert!(
        text.contains("No result of this patient is in the file."),
        "{text}"
    );
}

#[test]
fn a_group_is_sorted_by_gravity_and_then_by_group() {
    // Named in the reverse of the order of the sheet.
    check(
        "minor asa-1",
        &[
            "Sodium | 118 mmol/L",
            "Potassium | 6.2 mmol/L",
            "Hemoglobin | 60 g/L",
        ],
        "action_needed: A stop hemoglobin, A stop sodium, A stop potassium",
    );
}

#[test]
fn an_abnormal_result_without_a_limit_of_the_policy_is_counted_in_front() {
    // Results, how many of them are outside and of tests for which the policy has no limit, and the notes of F.
    for (lines, count, notes) in [
        (vec!["Lipase | 1500 U/L | <60"], 1, vec!["has no limit"]),
        // A limit on the other side, for low results, says nothing here.
        (
            vec!["Ferritin | 900 ug/L | 15-150"],
            1,
            vec!["has no limit"],
        ),
        (
            vec!["Lipase | 1500 U/L | <60", "Procalcitonin | 15 ug/L | <0.1"],
            2,
            vec!["has no limit"],
        ),
        // Outside its interval, and inside every limit of the policy.
        (
            vec!["Calcium | 2.14 mmol/L | 2.15-2.55"],
            0,
            vec!["past no limit"],
        ),
        (
            vec![
                "Calcium | 2.14 mmol/L | 2.15-2.55",
                "Lipase | 1500 U/L | <60",
            ],
            1,
            vec!["has no limit", "past no limit"],
        ),
        (vec!["Lipase | 30 U/L | <60"], 0, vec![]),
        // Low ones that are no news before surgery.
        (vec!["Lipase | 3 U/L | 10-60"], 0, vec![]),
    ] {
        let sheet = sheet("minor asa-1", &lines);
        assert_eq!(sheet.counts.without_limit, count, "{lines:?}");
        let found: Vec<&str> = sheet
            .items
            .iter()
            .filter(|item| item.section.letter() == "F")
            .map(|item| item.action.as_str())
            .collect();
        assert_eq!(found.len(), notes.len(), "{lines:?}: {found:?}");
        for (action, words) in found.iter().zip(&notes) {
            assert!(action.contains(words), "{lines:?}: {action}");
        }
        let words = format!("{count} outside where this policy has no limit (section F alone)");
        for form in [
            serumcheck::report::sheet::SheetForm::Text,
            serumcheck::report::sheet::SheetForm::Markdown,
            serumcheck::report::sheet::SheetForm::Html,
        ] {
            let text = crate::words::print(std::slice::from_ref(&sheet), form);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = text.replace("\\(", "(").replace("\\)", ")");
            assert_eq!(text.contains(&words), 0 < count, "{form:?} {lines:?}");
        }
    }
}
