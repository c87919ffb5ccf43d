//! Whom the policy is not for, and what is wrong with a file: said on the sheet, never passed over.

use serumcheck::preop::Sheet;

use crate::bench::{Case, asks, born, case, items, one, said};

const HIGH: &str = "Potassium | 6.2 mmol/L";
const NORMAL: &str = "Potassium | 4.1 mmol/L | 3.5-5.1";

fn aged(birth: &str, lines: &[&str]) -> Sheet {
    one(born(case("minor asa-1", lines), birth))
}

#[test]
fn the_adult_policy_begins_on_the_sixteenth_birthday() {
    // Surgery is on 2026-12-01.
    for (birth, age, applies) in [
        ("2010-12-02", "15 y", false),
        ("2010-12-01", "16 y", true),
        ("2010-11-30", "16 y", true),
        ("2009-06-01", "17 y", true),
        ("1926-01-01", "100 y", true),
    ] {
        let sheet = aged(birth, &[HIGH]);
        let refused = items(&sheet).contains(&"D refused adult policy".to_string());
        assert_eq!(refused, !applies, "{birth}: {:#?}", sheet.items);
        assert_eq!(sheet.is_refused(), !applies);
        let stopped = items(&sheet).contains(&"A stop potassium".to_string());
        assert_eq!(stopped, applies, "{birth}: the limit of adults");
        assert_eq!(sheet.patient.age, age, "{birth}");
        if !applies {
            let item = sheet
                .items
                .iter()
                .find(|item| item.state.key() == "refused")
                .expect("an item");
            assert!(
                item.action.contains("16 y") && item.action.contains("15 y"),
                "{}",
                item.action
            );
            assert!(
                sheet.indicated.is_empty(),
                "nothing is asked of a child by it"
            );
            assert_eq!(sheet.verdict.key(), "incomplete");
        }
    }
}

#[test]
fn a_child_s_critical_result_is_a_stop_although_the_policy_is_refused() {
    let sheet = aged("2014-03-01", &["Potassium | 7.9 mmol/L"]);
    assert_eq!(
        said(&sheet),
        "action_needed: A stop potassium, D refused adult policy"
    );
    let stop = &sheet.items[0];
    assert!(
        stop.limit_owner.starts_with("critical list"),
        "{}",
        stop.limit_owner
    );
    let text = crate::words::print(&[sheet], serumcheck::report::sheet::SheetForm::Text);
    assert!(text.contains("Not held against this policy."), "{text}");
    assert!(!text.contains("None by this policy."), "{text}");
}

#[test]
fn at_sixteen_and_seventeen_the_sheet_says_that_no_interval_is_for_this_age() {
    let interval_of = |birth: &str, line: &str| {
        let sheet = aged(birth, &[line]);
        let row = sheet.groups[0].rows[0].clone();
        (row.interval, row.interval_source, row.remarks.join("; "))
    };
    for (birth, own) in [
        ("2010-06-01", false),
        ("2009-06-01", false),
        ("2008-06-01", true),
    ] {
        let (interval, source, remarks) = interval_of(birth, "Potassium | 4.1 mmol/L");
        assert_eq!(!interval.is_empty(), own, "{birth}: {interval}");
        assert_eq!(
            remarks.contains("no interval for this age"),
            !own,
            "{birth}: {remarks}"
        );
        assert_eq!(source == "us", own, "{birth}: {source}");
        // The report's own holds for whom it was printed.
        let (interval, source, remarks) = interval_of(birth, NORMAL);
        assert_eq!(
            (interval.as_str(), source.as_str()),
            ("3.5-5.1", "report"),
            "{birth}"
        );
        assert!(!remarks.contains("no interval"), "{birth}: {remarks}");
    }
}

#[test]
fn an_age_that_is_not_known_is_asked_for_and_the_limits_are_held_all_the_same() {
    let sheet = aged("", &[HIGH]);
    assert_eq!(
        said(&sheet),
        "action_needed: A stop potassium, D not_stated age"
    );
    let sheet = aged("", &[NORMAL]);
    assert_eq!(sheet.verdict.key(), "incomplete", "{:#?}", sheet.items);
}

#[test]
fn a_stated_age_grows_until_the_day_of_surgery() {
    // Collected on 2026-11-24, a week before surgery: a birthday may lie between.
    for (age, shown, expected) in [
        (
            "14",
            "14 or 15 y",
            "D refused adult policy, D not_interpreted potassium 6.2 mmol/l",
        ),
        ("15", "15 or 16 y", "A stop potassium, D not_stated age"),
        ("16", "16 or 17 y", "A stop potassium"),
        ("40", "40 or 41 y", "A stop potassium"),
        ("90+", "90 y or more", "A stop potassium"),
    ] {
        let mut case = born(case("minor asa-1", &[HIGH]), "");
        case.rows[0].age = age.to_string();
        let sheet = one(case);
        assert_eq!(sheet.patient.age, shown);
        assert_eq!(items(&sheet).join(", "), expected, "{age}");
        for item in &sheet.items {
            let names_it = ["refused", "not_stated"].contains(&item.state.key());
            assert_eq!(item.action.contains(shown), names_it, "{}", item.action);
        }
    }
}

fn notices(sheet: &Sheet) -> Vec<&'static str> {
    sheet.notices.iter().map(|notice| notice.code).collect()
}

fn differing(change: impl Fn(&mut Case)) -> Sheet {
    let mut case = case(
        "minor asa-1",
        &["Chloride | 102 mmol/L", "Sodium | 140 mmol/L"],
    );
    change(&mut case);
    one(case)
}

#[test]
fn two_people_under_one_identifier_are_not_one_quiet_sheet() {
    let sexes = differing(|case| case.rows[1].sex = "M".to_string());
    assert_eq!(notices(&sexes), ["two-patients-possible"]);
    assert_eq!(sexes.patient.sex, "unknown");
    let births = differing(|case| case.rows[1].birth = "1967-05-01".to_string());
    assert_eq!(notices(&births), ["two-patients-possible"]);
    let both = differing(|case| {
        case.rows[1].birth = "1967-05-01".to_string();
        case.rows[1].sex = "M".to_string();
    });
    assert_eq!(notices(&both), ["two-patients-possible"]);
    assert!(
        both.notices[0]
            .text
            .contains("different sexes and dates of birth")
    );
    for sheet in [sexes, births, both] {
        assert_eq!(sheet.verdict.key(), "incomplete");
        assert!(sheet.notices[0].text.contains("perhaps two patients"));
    }
    let ages = |first: &str, second: &str| {
        differing(|case| {
            for (row, age) in case.rows.iter_mut().zip([first, second]) {
                row.birth = String::new();
                row.age = age.to_string();
            }
            case.rows[0].collected = "2026-10-01 08:00".to_string();
        })
    };
    assert_eq!(notices(&ages("40", "71")), ["two-patients-possible"]);
    // Nobody grows younger.
    assert_eq!(notices(&ages("41", "40")), ["two-patients-possible"]);
    assert_eq!(notices(&ages("40", "41")), [""; 0]);
    assert_eq!(notices(&ages("43", "41")), ["two-patients-possible"]);
    // One who is not said to be anything, and one date written in two ways, are no second person.
    let silent = differing(|case| {
        case.rows[1].sex = String::new();
        case.rows[1].birth = String::new();
    });
    assert_eq!(notices(&silent), [""; 0]);
    let written = differing(|case| case.rows[1].birth = "1976-05-01 00:00".to_string());
    assert_eq!(notices(&written), [""; 0]);
}

#[test]
fn dates_that_cannot_be_right_are_told() {
    // (collected, born, notice); surgery on 2026-12-01.
    for (collected, birth, notice) in [
        ("2026-11-24 08:00", "1976-05-01", None),
        ("2026-11-25 06:30", "1976-05-01", None),
        ("2026-12-01 06:30", "1976-05-01", None),
        // Today is 2026-12-10.
        (
            "2026-12-11 06:30",
            "1976-05-01",
            Some("collected-in-the-future"),
        ),
        (
            "2026-12-02 06:30",
            "1976-05-01",
            Some("collected-after-surgery"),
        ),
        (
            "1975-11-24 08:00",
            "1976-05-01",
            Some("collected-before-birth"),
        ),
    ] {
        let line = format!("Chloride | 102 mmol/L | | {collected}");
        let sheet = aged(birth, &[&line]);
        let told = notices(&sheet);
        match notice {
            None => assert_eq!(told, [""; 0], "{collected}, born {birth}"),
            Some(code) => assert!(told.contains(&code), "{collected}, born {birth}: {told:?}"),
        }
        let verdict = if notice.is_some() {
            "incomplete"
        } else {
            "nothing_outside_policy"
        };
        assert_eq!(
            sheet.verdict.key(),
            verdict,
            "{collected}: {:#?}",
            sheet.items
        );
    }
}

#[test]
fn a_result_after_a_day_of_surgery_that_is_past_is_real() {
    let sheet = aged(
        "1976-05-01",
        &["Potassium | 6.2 mmol/L | | 2026-12-02 08:00"],
    );
    assert_eq!(said(&sheet), "action_needed: A stop potassium");
    let row = &sheet.groups[0].rows[0];
    assert!(
        row.remarks[0].starts_with("after the day of surgery"),
        "{:?}",
        row.remarks
    );
    assert!(
        sheet.notices.iter().any(|notice| {
            notice.code == "collected-after-surgery"
                && notice.text.starts_with("1 result is dated")
                && notice.text.contains("2026-12-01, which is past")
        }),
        "{:?}",
        sheet.notices
    );
    // Without a day of surgery there is no after.
    let sheet = crate::bench::sheet(
        "undated minor asa-1",
        &["Potassium | 6.2 mmol/L | | 2026-12-02 08:00"],
    );
    assert_eq!(
        said(&sheet),
        "action_needed: A stop potassium, D not_stated day of surgery"
    );
}

#[test]
fn contexts_are_said_denied_or_implied() {
    // Hematology of ASA 3 ages in 30 days, because ASA 3 implies the close interval.
    let of = |words: &str, text: &str| {
        let sheet = crate::bench::sheet(
            words,
            &[
                "Glucose | 12.5 mmol/L",
                "Potassium | 4.1 mmol/L | | 2026-10-01",
            ],
        );
        asks(&sheet, text).is_some()
    };
    // Diabetes is not known, denied, or said: `unless` of a limit.
    let stated = |words: &str| {
        let sheet = crate::bench::sheet(words, &["Glucose | 12.5 mmol/L"]);
        items(&sheet).join(", ")
    };
    assert_eq!(stated("minor asa-1"), "B review glucose");
    assert_eq!(stated("minor asa-1 no-diabetes"), "B review glucose");
    assert_eq!(
        stated("minor asa-1 diabetes no-day-of-surgery no-abdominoplasty"),
        "D missing hba1c"
    );
    assert!(of("intermediate asa-2", "At risk of acute kidney injury"));
    assert!(!of(
        "intermediate asa-2 no-aki-risk",
        "At risk of acute kidney injury"
    ));
    // Diabetes implies the risk: it is not asked, and the tests are wanted.
    assert!(!of(
        "intermediate asa-2 diabetes",
        "At risk of acute kidney injury"
    ));
    let sheet = crate::bench::sheet("intermediate asa-2 diabetes", &[]);
    assert!(items(&sheet).contains(&"D missing potassium".to_string()));
    // So does being 65.
    let old = one(born(
        case("intermediate asa-2", &["Chloride | 102 mmol/L"]),
        "1961-12-01",
    ));
    assert!(items(&old).contains(&"D missing potassium".to_string()));
    let younger = one(born(
        case("intermediate asa-2", &["Chloride | 102 mmol/L"]),
        "1961-12-02",
    ));
    assert!(!items(&younger).contains(&"D missing potassium".to_string()));
}

#[test]
fn what_is_denied_and_what_is_said_stand_in_the_head_but_for_the_confidential() {
    let sheet = crate::bench::sheet(
        "minor asa-1 diabetes no-ckd childbearing-potential no-pregnancy",
        &["Chloride | 102 mmol/L"],
    );
    assert_eq!(sheet.surgery.contexts, ["diabetes"]);
    assert_eq!(sheet.surgery.denied, ["ckd"]);
}
