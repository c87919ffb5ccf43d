//! States that must not be taken for one another: missing, expired, unusable, without a result, not
//! interpreted, undated, not indicated.
//!
//! Potassium is asked for here (intermediate surgery, ASA 3); creatinine, sodium, urea and with them the
//! eGFR are there and in order.

use serumcheck::preop::Sheet;

use crate::bench::{case, of_sex, one, row, sheet, short};

const ASKED: &str = "intermediate asa-3";
const REST: [&str; 3] = [
    "Creatinine | 70 umol/L",
    "Sodium | 140 mmol/L",
    "Urea | 5.0 mmol/L",
];

fn with_rest(lines: &[&str]) -> Sheet {
    let mut all = REST.to_vec();
    all.extend(lines);
    sheet(ASKED, &all)
}

fn of_potassium(sheet: &Sheet) -> String {
    let items: Vec<String> = sheet
        .items
        .iter()
        .map(short)
        .filter(|item| item.ends_with(" potassium"))
        .map(|item| item.replace(" potassium", ""))
        .collect();
    format!("{}: {}", sheet.verdict.key(), items.join(", "))
}

#[test]
fn each_state_of_a_potassium_that_is_asked_for() {
    for (what, line, expected) in [
        (
            "there, usable, in time",
            "Potassium | 4.1 mmol/L",
            "nothing_outside_policy: ",
        ),
        (
            "not in the file",
            "Chloride | 102 mmol/L",
            "incomplete: D missing",
        ),
        (
            "30 days old, the last valid one",
            "Potassium | 4.1 mmol/L | | 2026-11-01",
            "nothing_outside_policy: ",
        ),
        (
            "31 days old",
            "Potassium | 4.1 mmol/L | | 2026-10-31",
            "incomplete: D expired",
        ),
        (
            "no day of collection",
            "Potassium | 4.1 mmol/L | | no date",
            "incomplete: D undated",
        ),
        (
            "hemolyzed, number normal",
            "Potassium | 4.1 mmol/L | | | grossly hemolyzed",
            "incomplete: C unusable",
        ),
        (
            "hemolyzed, number high",
            "Potassium | 6.2 mmol/L | | | grossly hemolyzed",
            "incomplete: C unusable",
        ),
        (
            "hemolyzed, number very high",
            "Potassium | 8.9 mmol/L | | | grossly hemolyzed",
            "review_needed: B review, C unusable",
        ),
        (
            "hemolyzed, number low: a stop all the same",
            "Potassium | 2.4 mmol/L | | | grossly hemolyzed",
            "action_needed: A stop, C unusable",
        ),
        (
            "no result because of the sample",
            "Potassium | QNS",
            "incomplete: C unusable",
        ),
        (
            "no result because of hemolysis",
            "Potassium | hemolyzed",
            "incomplete: C unusable",
        ),
        (
            "no result for another reason",
            "Potassium | not_done",
            "incomplete: D absent",
        ),
        (
            "no unit",
            "Potassium | 4.1",
            "incomplete: D not_interpreted",
        ),
        (
            "an unknown unit",
            "Potassium | 4.1 furlong",
            "incomplete: D not_interpreted",
        ),
        ("words", "Potassium | see_comment", "incomplete: D absent"),
        (
            "below every limit of the assay",
            "Potassium | <1.5 mmol/L",
            "action_needed: A stop",
        ),
        (
            "censored beyond a stop",
            "Potassium | >6.0 mmol/L",
            "action_needed: A stop",
        ),
        (
            "censored on a stop, itself included",
            "Potassium | >=6.0 mmol/L",
            "action_needed: A stop",
        ),
        (
            "censored before a review: it may cross",
            "Potassium | >5.0 mmol/L",
            "review_needed: B undetermined",
        ),
        (
            "censored above a stop: it may cross",
            "Potassium | <3.4 mmol/L",
            "review_needed: B undetermined",
        ),
        (
            "urine is no serum",
            "Potassium in Urine | 65 mmol/L",
            "incomplete: D missing",
        ),
        (
            "whole blood counts",
            "Potassium in Whole blood | 6.2 mmol/L",
            "action_needed: A stop",
        ),
        (
            "beyond belief",
            "Potassium | 41 mmol/L",
            "action_needed: A stop, D not_interpreted",
        ),
    ] {
        let sheet = with_rest(&[line]);
        assert_eq!(
            of_potassium(&sheet),
            expected,
            "{what}: {line}\n{:#?}",
            sheet.items
        );
    }
}

#[test]
fn a_measured_index_says_how_much_of_a_high_potassium_hemolysis_explains() {
    // At most 0.56 mmol/L per g/L of free hemoglobin; the critical limit is 6.5 mmol/L.
    for (index, potassium, expected) in [
        ("20 mg/dL", "4.1", "nothing_outside_policy: "),
        ("200 mg/dL", "4.1", "incomplete: C unusable"),
        ("200 mg/dL", "6.2", "incomplete: C unusable"),
        // 8.9 less 1.12 is 7.78: critical whatever the hemolysis.
        ("200 mg/dL", "8.9", "action_needed: A stop, C unusable"),
        // Hemolysis only raises it: the true one is lower still, and by how much nobody knows.
        ("200 mg/dL", "2.9", "action_needed: A stop, C unusable"),
    ] {
        let sheet = with_rest(&[
            &format!("Potassium | {potassium} mmol/L | | 2026-11-24 08:00"),
            &format!("Hemolysis index | {index} | | 2026-11-24 08:00"),
        ]);
        assert_eq!(
            of_potassium(&sheet),
            expected,
            "{potassium}, {index}\n{:#?}",
            sheet.items
        );
    }
}

#[test]
fn what_is_to_be_done_stands_with_a_hemolyzed_potassium() {
    let high = with_rest(&["Potassium | 6.2 mmol/L | | 2026-11-24 08:00 | grossly hemolyzed"]);
    let item = high
        .items
        .iter()
        .find(|item| item.section.letter() == "C")
        .expect("an item");
    assert!(
        item.action
            .starts_with("Repeat potassium on a fresh sample before the day of surgery."),
        "{}",
        item.action
    );
    assert!(
        item.action.contains("act on the number while repeating"),
        "{}",
        item.action
    );
    let low = with_rest(&["Potassium | 2.4 mmol/L | | 2026-11-24 08:00 | grossly hemolyzed"]);
    let stop = low
        .items
        .iter()
        .find(|item| item.section.letter() == "A")
        .expect("an item");
    assert!(
        stop.action.contains("act on the number while repeating"),
        "{}",
        stop.action
    );
    assert_eq!((low.counts.unusable, low.counts.missing), (1, 0));
}

#[test]
fn of_several_results_the_newest_usable_one_counts() {
    for (what, lines, expected) in [
        (
            "a usable one after a hemolyzed one",
            vec![
                "Potassium | 6.2 mmol/L | | 2026-11-20 08:00 | grossly hemolyzed",
                "Potassium | 4.1 mmol/L | | 2026-11-21 08:00",
            ],
            "nothing_outside_policy: ",
        ),
        (
            "a hemolyzed one after a usable one",
            vec![
                "Potassium | 4.2 mmol/L | | 2026-11-20 08:00",
                "Potassium | 4.1 mmol/L | | 2026-11-21 08:00 | grossly hemolyzed",
            ],
            "incomplete: C unusable",
        ),
        (
            "a hemolyzed one after a usable high one",
            vec![
                "Potassium | 6.2 mmol/L | | 2026-11-20 08:00",
                "Potassium | 4.1 mmol/L | | 2026-11-21 08:00 | grossly hemolyzed",
            ],
            "action_needed: A stop, C unusable",
        ),
        (
            "a normal one after a high one",
            vec![
                "Potassium | 6.2 mmol/L | | 2026-11-20 08:00",
                "Potassium | 4.1 mmol/L | | 2026-11-21 08:00",
            ],
            "nothing_outside_policy: ",
        ),
        (
            "one sample that says two things",
            vec![
                "Potassium | 4.1 mmol/L | | 2026-11-21 08:00",
                "Potassium | 6.2 mmol/L | | 2026-11-21 08:00",
            ],
            "action_needed: A stop",
        ),
        (
            "two usable ones of one earlier time, then a hemolyzed one",
            vec![
                "Potassium | 6.2 mmol/L | | 2026-11-20",
                "Potassium | 4.1 mmol/L | | 2026-11-20 08:00",
                "Potassium | 4.0 mmol/L | | 2026-11-21 08:00 | grossly hemolyzed",
            ],
            "action_needed: A stop, C unusable",
        ),
        (
            "one result twice",
            vec![
                "Potassium | 6.2 mmol/L | | 2026-11-21 08:00",
                "Potassium | 6.2 mmol/L | | 2026-11-21 08:00",
            ],
            "action_needed: A stop",
        ),
        (
            "a row without a result after a usable one",
            vec![
                "Potassium | 4.1 mmol/L | | 2026-11-20 08:00",
                "Potassium | not_done | | 2026-11-21 08:00",
            ],
            "nothing_outside_policy: ",
        ),
        (
            "a high one whose day is not known",
            vec![
                "Potassium | 4.1 mmol/L | | 2026-11-20 08:00",
                "Potassium | 6.2 mmol/L | | no date",
            ],
            "action_needed: A stop",
        ),
        (
            "one after the day of surgery, which is past: it is real, and perhaps the day of surgery is not",
            vec![
                "Potassium | 4.1 mmol/L | | 2026-11-20 08:00",
                "Potassium | 6.2 mmol/L | | 2026-12-02 08:00",
            ],
            "action_needed: A stop",
        ),
        (
            "a good one after the day of surgery: newer, and the day of surgery is to be checked",
            vec!["Potassium | 4.1 mmol/L | | 2026-12-02 08:00"],
            "incomplete: ",
        ),
    ] {
        let sheet = with_rest(&lines);
        assert_eq!(of_potassium(&sheet), expected, "{what}\n{:#?}", sheet.items);
        // Whatever counts, every row is shown.
        let shown: usize = sheet
            .groups
            .iter()
            .flat_map(|group| &group.rows)
            .filter(|row| !row.derived)
            .count();
        assert_eq!(shown, REST.len() + lines.len(), "{what}");
    }
}

#[test]
fn beside_an_unusable_result_stands_the_last_usable_one() {
    let sheet = with_rest(&[
        "Potassium | 3.9 mmol/L | | 2026-11-10 08:00",
        "Potassium | 4.2 mmol/L | | 2026-11-20 08:00",
        "Potassium | 4.1 mmol/L | | 2026-11-21 08:00 | grossly hemolyzed",
    ]);
    let item = sheet
        .items
        .iter()
        .find(|item| item.section.letter() == "C")
        .expect("an item");
    let last = item.last_usable.as_ref().expect("a usable one before");
    assert_eq!(
        (
            last.value.as_str(),
            last.unit.as_str(),
            last.collected.as_str()
        ),
        ("4.2", "mmol/L", "2026-11-20 08:00")
    );
    let alone = with_rest(&["Potassium | 4.1 mmol/L | | | grossly hemolyzed"]);
    assert!(alone.items.iter().all(|item| item.last_usable.is_none()));
}

#[test]
fn a_test_that_failed_since_takes_no_stop_away() {
    let stops = |rows: &[&str]| {
        let sheet = with_rest(rows);
        let stop = sheet
            .items
            .iter()
            .filter(|item| item.section.letter() == "A");
        stop.map(|item| item.value.clone()).collect::<Vec<_>>()
    };
    // Hemolysis raises potassium: a low one is low all the same.
    let old = "Potassium | 2.4 mmol/L | | 2026-11-10 09:30 | grossly hemolyzed";
    assert_eq!(stops(&[old]), ["2.4"]);
    for since in [
        "Potassium | QNS | | 2026-11-24 07:15",
        "Potassium | 4.1 mmol/L | | 2026-11-24 07:15 | grossly hemolyzed",
    ] {
        assert_eq!(stops(&[old, since]), ["2.4"], "{since}");
    }
    // A good one since does.
    assert_eq!(
        stops(&[old, "Potassium | 4.1 mmol/L | | 2026-11-24 07:15"]),
        [""; 0]
    );
}

#[test]
fn a_final_result_replaces_its_preliminary_one() {
    let mut case = case(ASKED, &REST);
    for (value, status) in [("6.2", "preliminary"), ("4.1", "final")] {
        let mut row = row(&format!("Potassium | {value} mmol/L | | 2026-11-21 08:00"));
        row.status = status.to_string();
        case.rows.push(row);
    }
    assert_eq!(of_potassium(&one(case)), "nothing_outside_policy: ");
}

#[test]
fn a_derived_value_inherits_what_is_known_of_its_sample() {
    // The eGFR of a creatinine that may not be used is no eGFR: the sheet asks for both.
    let egfr = |creatinine: &str| {
        let lines = [
            creatinine,
            "Sodium | 140 mmol/L",
            "Urea | 5.0 mmol/L",
            "Potassium | 4.1 mmol/L",
        ];
        let sheet = sheet(ASKED, &lines);
        let of_it = |item: &&serumcheck::preop::sheet::Item| {
            ["egfr", "creatinine"].contains(&item.analyte.as_str())
        };
        let items: Vec<String> = sheet.items.iter().filter(of_it).map(short).collect();
        format!("{}: {}", sheet.verdict.key(), items.join(", "))
    };
    assert_eq!(egfr("Creatinine | 70 umol/L"), "nothing_outside_policy: ");
    assert_eq!(
        egfr("Creatinine | QNS"),
        "incomplete: C unusable creatinine, D missing egfr"
    );
    assert_eq!(
        egfr("Creatinine | 70"),
        "incomplete: D not_interpreted creatinine, D missing egfr"
    );
    // 45 days old, ASA 3: both are too old.
    assert_eq!(
        egfr("Creatinine | 70 umol/L | | 2026-10-17 08:00"),
        "incomplete: D expired creatinine, D expired egfr"
    );
    // A low eGFR is held against its limits as a measured one is.
    assert_eq!(
        egfr("Creatinine | 200 umol/L"),
        "review_needed: B review creatinine, B review egfr"
    );
}

#[test]
fn a_kidney_injury_of_last_year_is_no_stop_beside_a_newer_creatinine() {
    let course = |newest: &str| {
        let lines = [
            "Creatinine | 70 umol/L | | 2025-01-03 08:00",
            "Creatinine | 200 umol/L | | 2025-01-05 08:00",
            newest,
        ];
        let sheet = sheet("minor asa-1", &lines);
        let stages = sheet.groups.iter().flat_map(|group| &group.rows);
        let stages = stages.filter(|row| row.analyte == "aki_kdigo").count();
        assert!(0 < stages, "it is shown all the same");
        crate::bench::said(&sheet)
    };
    // From a normal one so long after, no stage can be derived: the old one does not stand for it.
    assert_eq!(
        course("Creatinine | 75 umol/L | | 2026-11-20 08:00"),
        "nothing_outside_policy: E not_indicated creatinine"
    );
    // A newest one that cannot be used replaces nothing; what was a stop so long ago is no call to phone now.
    assert_eq!(
        course("Creatinine | QNS | | 2026-11-20 08:00"),
        "review_needed: B review creatinine, B review egfr, B review aki_kdigo, C unusable creatinine"
    );
}

#[test]
fn a_stage_of_an_unusable_creatinine_is_called_in_front_where_section_g_calls_it() {
    for (surgery, later, expected) in [
        (
            "minor asa-1",
            "230 umol/L | | 2026-11-24 08:00 | drawn above IV",
            "review_needed: B review aki_kdigo, C unusable creatinine",
        ),
        // On dialysis neither is called, whatever the sample is worth.
        (
            "minor asa-1 dialysis",
            "700 umol/L | | 2026-11-24 08:00 | drawn above IV",
            "incomplete: C unusable creatinine, D not_stated potassium",
        ),
    ] {
        let earlier = "Creatinine | 82 umol/L | | 2026-11-22 08:00";
        let sheet = sheet(surgery, &[earlier, &format!("Creatinine | {later}")]);
        assert_eq!(crate::bench::said(&sheet), expected, "{surgery}: {later}");
    }
}

#[test]
fn what_nobody_asked_for_is_not_indicated_where_it_is_in_order() {
    for (lines, expected) in [
        (
            vec!["Potassium | 4.1 mmol/L"],
            "nothing_outside_policy: E not_indicated potassium",
        ),
        (
            vec!["Hemoglobin | 140 g/L"],
            "nothing_outside_policy: E not_indicated hemoglobin",
        ),
        // Nobody is told not to repeat what is outside its limits, or unusable.
        (
            vec!["Potassium | 6.2 mmol/L"],
            "action_needed: A stop potassium",
        ),
        (
            vec!["Potassium | 4.1 mmol/L | | | grossly hemolyzed"],
            "incomplete: C unusable potassium",
        ),
        (
            vec!["Potassium | 4.1"],
            "incomplete: D not_interpreted potassium",
        ),
        // No guideline speaks of it.
        (vec!["Chloride | 102 mmol/L"], "nothing_outside_policy: "),
    ] {
        crate::bench::check("minor asa-1", &lines, expected);
    }
}

#[test]
fn a_multiple_of_a_limit_that_nobody_stated_is_compared_by_hand() {
    for (line, expected) in [
        (
            "hs-cTnT | 20 ng/L | 0-14",
            "action_needed: A stop hs_troponin_t",
        ),
        ("hs-cTnT | 14 ng/L | 0-14", "nothing_outside_policy: "),
        (
            "hs-cTnT | 20 ng/L",
            "incomplete: D not_interpreted hs_troponin_t",
        ),
    ] {
        crate::bench::check("minor asa-1", &[line], expected);
    }
}

#[test]
fn a_limit_for_men_is_not_held_against_women() {
    let lines = ["Hematocrit | 0.56 L/L"];
    let words = "minor asa-1 testosterone-therapy";
    let man = one(of_sex(case(words, &lines), "M"));
    assert!(
        man.items
            .iter()
            .map(short)
            .any(|item| item == "B review hematocrit"),
        "{:#?}",
        man.items
    );
    let woman = one(case(words, &lines));
    assert!(
        woman
            .items
            .iter()
            .map(short)
            .all(|item| item != "B review hematocrit")
    );
}

#[test]
fn a_question_on_a_group_names_what_of_it_is_not_there() {
    // Liver disease is asked for at ASA 3; clotting is INR or prothrombin time, aPTT and fibrinogen.
    for (lines, says) in [
        (vec![], "if so, to be considered; not in the file"),
        (
            vec!["INR | 1.0 {INR}"],
            "if so, to be considered; not in the file: Activated partial thromboplastin time, Fibrinogen",
        ),
        (
            vec![
                "INR | 1.0 {INR} | | 2026-01-10",
                "aPTT | 30 s",
                "Fibrinogen | 3 g/L",
            ],
            "if so, to be considered; too old: INR or Prothrombin time",
        ),
        (
            vec!["INR | not_done", "aPTT | QNS", "Fibrinogen | 3 g/L"],
            "without a result: INR or Prothrombin time; not usable: Activated partial thromboplastin time",
        ),
    ] {
        let sheet = sheet("major asa-3", &lines);
        let question = crate::bench::asks(&sheet, "Hemostasis").expect("a question");
        assert!(
            question.because.contains(says),
            "{lines:?}: {}",
            question.because
        );
    }
    let there = sheet(
        "major asa-3",
        &["INR | 1.0 {INR}", "aPTT | 30 s", "Fibrinogen | 3 g/L"],
    );
    assert!(crate::bench::asks(&there, "Hemostasis").is_none());
}

#[test]
fn a_test_that_is_not_known_is_held_against_its_printed_reference_in_words() {
    // The result, its printed reference, and the limit that the sheet says it is past: none where the
    // reference cannot be read, no item where the result is the reference.
    for (value, range, limit) in [
        ("Positive", "Negative", Some("other than Negative")),
        ("positive", "not detected", Some("other than not detected")),
        ("Negative", "Negative", None),
        ("neg", "negative", None),
        ("Positive", "see note", Some("")),
        ("Positive", "", Some("")),
    ] {
        let line = format!("Antibody screen | {value} | {range}");
        let sheet = sheet("minor asa-1", &[&line]);
        let found = sheet.items.first();
        assert_eq!(found.map(|item| item.limit.as_str()), limit, "{line}");
        if limit.is_some() {
            assert_eq!(
                crate::bench::items(&sheet),
                ["D not_interpreted antibody screen"],
                "{line}"
            );
        }
    }
}

#[test]
fn what_the_laboratory_s_comment_speaks_against_is_collected_again() {
    for (words, line, expected) in [
        (
            "major asa-2",
            "Hemoglobin | 135 g/L | | | clotted",
            "C unusable hemoglobin",
        ),
        (
            "major asa-2",
            "INR | 1.0 {INR} | | | clotted",
            "C unusable inr",
        ),
        (
            "major asa-2",
            "Potassium | 4.1 mmol/L | | | contaminated",
            "C unusable potassium",
        ),
        // A critical number is called, whatever a comment says of its tube.
        (
            "major asa-2",
            "Potassium | 6.9 mmol/L | | | clotted",
            "A stop potassium, C unusable potassium",
        ),
        (
            "major asa-2",
            "Hemoglobin | 50 g/L | | | clotted",
            "B review hemoglobin, C unusable hemoglobin",
        ),
        // Nobody needs a zinc.
        ("major asa-2", "Zinc | 14 umol/L | | | clotted", ""),
    ] {
        let sheet = sheet(words, &[line]);
        let id = sheet.groups[0].rows[0].analyte.clone();
        let own: Vec<String> = sheet
            .items
            .iter()
            .filter(|item| item.analyte == id)
            .map(short)
            .collect();
        assert_eq!(own.join(", "), expected, "{line}");
        let mut samples = sheet
            .items
            .iter()
            .filter(|item| item.section.letter() == "C");
        if let Some(item) = samples.next() {
            assert!(
                item.sample_remark.contains("by the laboratory's comment"),
                "{line}: {}",
                item.sample_remark
            );
            assert!(item.action.starts_with("Repeat"), "{line}: {}", item.action);
        }
        assert!(
            !sheet
                .items
                .iter()
                .any(|item| item.action.contains("cannot be held"))
        );
    }
}
