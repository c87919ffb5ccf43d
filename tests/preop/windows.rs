//! How old a result may be: every window in force, at its last valid day and the day after.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiff::ToSpan as _;
use serumcheck::preop::Policy;
use serumcheck::preop::policy::schema::WindowRow;
use serumcheck::preop::sheet::State;

use crate::bench::{Case, SURGERY, catalog, implied, plan, policy, row, sheet, sheets_by};
use crate::limit::analyte;

/// Analytes that no window names: for them the one for everything else holds.
const ELSE: [&str; 3] = ["ck", "urate", "lipase"];

/// The bundled policy, and besides it everything that a window names is asked of everybody.
fn asking_for_everything() -> &'static Policy {
    static ONE: OnceLock<Policy> = OnceLock::new();
    ONE.get_or_init(|| {
        let ids: BTreeSet<&str> = policy()
            .windows()
            .flat_map(|window| &window.tests)
            .map(String::as_str)
            .filter(|id| *id != "*")
            .chain(ELSE)
            .collect();
        let ids = Vec::from_iter(ids);
        let text = format!(
            "{}\n[[group]]\nid = \"everything\"\ntitle = \"Everything\"\ntests = {ids:?}\n\n\
             [[indicated]]\ngroup = \"everything\"\nrecommendation = \"yes\"\nsource = \"proposal\"\n",
            policy().text()
        );
        Policy::parse("everything.toml", &text, catalog()).expect("a policy")
    })
}

/// The days that count for a test in these contexts, by hand: a row that names the test, before the one
/// for everything else; of several, the shortest.
fn days(id: &str, contexts: &[String]) -> u32 {
    let holds = implied(policy(), &contexts.iter().cloned().collect());
    let windows: Vec<&WindowRow> = policy()
        .windows()
        .filter(|window| window.when.iter().all(|name| holds.contains(name)))
        .collect();
    let named = |name: &str| {
        let rows = windows
            .iter()
            .filter(|window| window.tests.iter().any(|test| test == name));
        rows.map(|window| window.days).min()
    };
    named(id).or_else(|| named("*")).expect("a window")
}

/// A patient whose only result was collected so many days before surgery.
fn aged(id: &str, days: i64, words: &str) -> Case {
    let analyte = analyte(id);
    let day = SURGERY.checked_sub(days.days()).expect("a day");
    // A number that the program believes; which one is no matter here.
    let (low, high) = analyte.plausible;
    let value = (low.max(high / 1000.0) * high).sqrt();
    Case {
        plan: plan(words),
        rows: vec![row(&format!(
            "{} | {value:.3} {} | | {day}",
            analyte.name, analyte.unit.code
        ))],
    }
}

#[test]
fn every_window_holds_on_its_last_day_and_no_longer() {
    let policy = asking_for_everything();
    let (mut cases, mut tried) = (Vec::new(), Vec::new());
    for window in policy.windows() {
        let words = window.when.join(" ");
        let tests: Vec<&str> = match &window.tests[..] {
            [any] if any == "*" => ELSE.to_vec(),
            tests => tests.iter().map(String::as_str).collect(),
        };
        for id in tests {
            let last = i64::from(days(id, &window.when));
            assert!(
                last <= i64::from(window.days),
                "{id}: a shorter one may hold, no longer one"
            );
            for (age, expired) in [(0, false), (last, false), (last + 1, true)] {
                cases.push(aged(id, age, &words));
                tried.push((window, id, age, expired));
            }
        }
    }
    for (sheet, (window, id, age, expired)) in sheets_by(policy, &cases).iter().zip(&tried) {
        let place = format!("{id}, {age} days old, {:?}", window.when);
        let found = sheet
            .items
            .iter()
            .filter(|item| item.state == State::Expired && item.analyte == *id);
        let found: Vec<_> = found.collect();
        assert_eq!(!found.is_empty(), *expired, "{place}: {:#?}", sheet.items);
        for item in found {
            assert_eq!(item.age_days, Some(*age), "{place}");
            let limit = match days(id, &window.when) {
                0 => "day of surgery".to_string(),
                1 => "1 day".to_string(),
                days => format!("{days} days"),
            };
            assert_eq!(item.limit, limit, "{place}");
            assert!(
                !item.limit_owner.is_empty() && !item.source.is_empty(),
                "{place}"
            );
        }
    }
    println!(
        "{} windows, {} results",
        policy.windows().count(),
        tried.len()
    );
    assert!(200 < tried.len());
}

#[test]
fn what_is_asked_for_expires_by_the_windows_of_the_bundled_policy() {
    for (words, test, age, expired) in [
        ("major asa-2", "Hemoglobin | 140 g/L", 90, false),
        ("major asa-2", "Hemoglobin | 140 g/L", 91, true),
        // ASA 3: 30 days.
        ("major asa-3", "Hemoglobin | 140 g/L", 30, false),
        ("major asa-3", "Hemoglobin | 140 g/L", 31, true),
        ("major asa-2 diabetes", "Sodium | 140 mmol/L", 30, false),
        ("major asa-2 diabetes", "Sodium | 140 mmol/L", 31, true),
        ("major asa-2 diabetes", "HbA1c | 50 mmol/mol", 92, false),
        ("major asa-2 diabetes", "HbA1c | 50 mmol/mol", 93, true),
        ("major asa-2 dialysis", "Potassium | 4.5 mmol/L", 0, false),
        ("major asa-2 dialysis", "Potassium | 4.5 mmol/L", 1, true),
        (
            "major asa-3 liver-disease anticoagulant",
            "INR | 1.1 {INR}",
            1,
            false,
        ),
        (
            "major asa-3 liver-disease anticoagulant",
            "INR | 1.1 {INR}",
            2,
            true,
        ),
    ] {
        let day = SURGERY.checked_sub(i64::from(age).days()).expect("a day");
        let line = format!("{test} | | {day}");
        let sheet = sheet(words, &[&line]);
        let found = sheet.items.iter().any(|item| item.state == State::Expired);
        assert_eq!(found, expired, "{words}: {line}: {:#?}", sheet.items);
    }
}

#[test]
fn an_hcg_of_yesterday_does_not_stand_for_the_one_of_the_day() {
    for (day, present) in [
        ("2026-12-01", true),
        ("2026-11-30", false),
        ("2026-11-25", false),
    ] {
        let line = format!("hCG | 1 [IU]/L | | {day}");
        let sheet = sheet("minor asa-1 childbearing-potential", &[&line]);
        let test = sheet
            .indicated
            .iter()
            .find(|test| test.group == "pregnancy")
            .expect("a group");
        assert_eq!(test.present, Some(present), "{day}");
        let asked = sheet
            .questions
            .iter()
            .find(|one| one.ask.starts_with("Pregnancy test"));
        assert_eq!(asked.is_some(), !present, "{day}: {:#?}", sheet.questions);
        assert!(asked.is_none_or(|one| one.confidential));
    }
}

#[test]
fn a_window_that_may_be_shorter_is_asked_for() {
    // 60 days: enough unless a context shortens it to 30.
    let sheet = sheet("major asa-2", &["Hemoglobin | 140 g/L | | 2026-10-02"]);
    let question = crate::bench::asks(&sheet, "60 days old");
    assert!(
        question.is_some_and(|one| one.because.contains("at most 30")),
        "{:#?}",
        sheet.questions
    );
    assert!(sheet.items.iter().all(|item| item.state != State::Expired));
}

#[test]
fn a_context_that_is_named_binds_its_window_without_an_indication() {
    // Surgery in words, one result and its age in days, what becomes of it. The grade table asks for none
    // of these tests here.
    for (words, test, age, expected) in [
        // Anticoagulant: 1 day. Without the context nobody needs an INR.
        (
            "major asa-2 anticoagulant",
            "INR | 1.0 {INR}",
            7,
            "D expired inr",
        ),
        (
            "major asa-2 anticoagulant",
            "INR | 1.0 {INR}",
            2,
            "D expired inr",
        ),
        ("major asa-2 anticoagulant", "INR | 1.0 {INR}", 1, ""),
        ("major asa-2", "INR | 1.0 {INR}", 7, "E not_indicated inr"),
        (
            "major asa-2 no-anticoagulant",
            "INR | 1.0 {INR}",
            7,
            "E not_indicated inr",
        ),
        // Treated thyroid disease: 183 days.
        ("minor asa-1 thyroid-treated", "TSH | 2.0 m[IU]/L", 183, ""),
        (
            "minor asa-1 thyroid-treated",
            "TSH | 2.0 m[IU]/L",
            184,
            "D expired tsh",
        ),
        ("minor asa-1", "TSH | 2.0 m[IU]/L", 184, ""),
        // Diabetes means that results age faster: 30 days.
        ("minor asa-1 diabetes", "Hemoglobin | 140 g/L", 30, ""),
        (
            "minor asa-1 diabetes",
            "Hemoglobin | 140 g/L",
            31,
            "D expired hemoglobin",
        ),
        // So does ASA 3, but of the grades the guideline's own table says that nobody needs it.
        (
            "minor asa-3",
            "Hemoglobin | 140 g/L",
            31,
            "E not_indicated hemoglobin",
        ),
        (
            "minor asa-3 diabetes",
            "Hemoglobin | 140 g/L",
            31,
            "D expired hemoglobin",
        ),
        // hCG: the day of surgery, for everyone whose hCG is in the file.
        ("minor asa-1", "hCG | 1 [IU]/L", 30, "D expired hcg"),
        (
            "minor asa-1 childbearing-potential",
            "hCG | 1 [IU]/L",
            1,
            "D expired hcg",
        ),
        (
            "minor asa-1 childbearing-potential",
            "hCG | 1 [IU]/L",
            0,
            "",
        ),
        (
            "minor asa-1 no-childbearing-potential",
            "hCG | 1 [IU]/L",
            30,
            "",
        ),
        // A stop is none the less for its age.
        ("minor asa-1", "hCG | 90 [IU]/L", 30, "A stop hcg"),
    ] {
        let day = SURGERY.checked_sub(i64::from(age).days()).expect("a day");
        let sheet = sheet(words, &[&format!("{test} | | {day}")]);
        let id = analyte_of(test);
        let found: Vec<String> = sheet
            .items
            .iter()
            .filter(|item| item.analyte == id)
            .map(crate::bench::short)
            .collect();
        assert_eq!(found.join(", "), expected, "{words}: {test}, {age} days");
    }
}

/// Of the tests of the table above.
fn analyte_of(test: &str) -> &'static str {
    match test.split(' ').next() {
        Some("INR") => "inr",
        Some("TSH") => "tsh",
        Some("hCG") => "hcg",
        _ => "hemoglobin",
    }
}

#[test]
fn an_old_hcg_of_a_man_is_no_old_pregnancy_test() {
    let line = "hCG | 1 [IU]/L | | 2026-11-01";
    let man = crate::bench::of_sex(crate::bench::case("minor asa-1", &[line]), "M");
    assert_eq!(
        crate::bench::said(&crate::bench::one(man)),
        "nothing_outside_policy: "
    );
}

#[test]
fn a_day_that_is_not_known_is_no_day_in_a_window() {
    for (words, test, expected) in [
        ("minor asa-1", "hCG | 1 [IU]/L | | no date", "D undated hcg"),
        (
            "major asa-2 anticoagulant",
            "INR | 1.0 {INR} | | no date",
            "D undated inr",
        ),
    ] {
        let items = crate::bench::items(&sheet(words, &[test]));
        assert!(
            items.iter().any(|item| item == expected),
            "{words}: {items:?}"
        );
    }
}

#[test]
fn a_context_with_windows_and_none_of_its_tests_leaves_the_need_open() {
    for (words, lines, expected) in [
        (
            "minor asa-1 anticoagulant",
            vec![],
            "D not_stated inr, prothrombin time, activated partial thromboplastin time, fibrinogen (clauss)",
        ),
        (
            "minor asa-1 anticoagulant",
            vec!["aPTT | 30 s | | 2026-12-01"],
            "",
        ),
        (
            "minor asa-1 thyroid-treated",
            vec![],
            "D not_stated thyrotropin (tsh)",
        ),
        ("minor asa-1 no-anticoagulant", vec![], ""),
        ("minor asa-1", vec![], ""),
        // Kidney function is asked for, and missing, by the guideline.
        ("major asa-2 ckd", vec![], ""),
        // What only follows from a context is not named: the windows of its tests bind all the same.
        ("minor asa-1 diuretic", vec![], ""),
    ] {
        let mut lines: Vec<&str> = lines;
        lines.push("Chloride | 102 mmol/L");
        let sheet = sheet(words, &lines);
        let open: Vec<String> = crate::bench::items(&sheet)
            .into_iter()
            .filter(|item| item.contains("not_stated"))
            .collect();
        assert_eq!(open.join(", "), expected, "{words} {lines:?}");
        if !expected.is_empty() {
            assert_eq!(sheet.verdict.key(), "incomplete", "{words}");
        }
    }
}
