//! What time does to a result: old stops, earlier ones that were answered, dates ahead, and what stands
//! behind a number on the front. The sheets are made on 10 December; surgery was on the 1st.

use crate::bench::{items, sheet};
use serumcheck::preop::{Sheet, sheet::Section};

/// What the sheet says in front, in section G and among its notices of one potassium.
fn in_g(sheet: &Sheet, value: &str) -> String {
    let mut rows = sheet.groups.iter().flat_map(|group| &group.rows);
    let row = rows
        .find(|row| row.analyte == "potassium" && row.value == value)
        .expect("a row");
    row.remarks.join(" / ")
}

#[test]
fn an_old_stop_that_was_tried_again_is_a_review_and_no_call() {
    let hemolyzed = "Potassium | 4.2 mmol/L | | 2026-11-24 08:00 | hemolyzed";
    // The window of anybody's potassium: 90 days, counted to today.
    for (what, words, old, newer, expected) in [
        (
            "90 days ago",
            "minor asa-1",
            "Potassium | 6.8 mmol/L | | 2026-09-11",
            hemolyzed,
            "A stop potassium, C unusable potassium",
        ),
        (
            "91 days ago",
            "minor asa-1",
            "Potassium | 6.8 mmol/L | | 2026-09-10",
            hemolyzed,
            "B review potassium, C unusable potassium",
        ),
        (
            "a low one, 91 days ago",
            "minor asa-1",
            "Potassium | 2.4 mmol/L | | 2026-09-10",
            hemolyzed,
            "B review potassium, C unusable potassium",
        ),
        (
            "nobody tried again: it stays a stop",
            "minor asa-1",
            "Potassium | 6.8 mmol/L | | 2026-08-01",
            "Chloride | 102 mmol/L",
            "A stop potassium",
        ),
        (
            "dialysis wants the potassium of the day: that of last week is no less a stop",
            "minor asa-1 dialysis",
            "Potassium | 6.8 mmol/L | | 2026-11-20",
            hemolyzed,
            "A stop potassium, C unusable potassium",
        ),
        (
            "no pregnancy passes with a window",
            "minor asa-1",
            "hCG | 90 [IU]/L | | 2026-08-01",
            "hCG | 2 [IU]/L | | 2026-11-24 08:00 | wrong tube",
            "A stop hcg, C unusable hcg",
        ),
    ] {
        let sheet = sheet(words, &[old, newer]);
        let found: Vec<String> = items(&sheet)
            .into_iter()
            .filter(|item| item.ends_with("potassium") || item.ends_with("hcg"))
            .collect();
        assert_eq!(found.join(", "), expected, "{what}");
    }
}

#[test]
fn an_old_stop_says_how_old_it_is() {
    let old = "Potassium | 6.8 mmol/L | | 2026-08-01";
    let hemolyzed = "Potassium | 4.2 mmol/L | | 2026-11-24 08:00 | hemolyzed";
    for (lines, says) in [
        (vec![old, hemolyzed], "no call to phone now"),
        (vec![old], "Nothing came since: repeat it now"),
    ] {
        let sheet = sheet("minor asa-1", &lines);
        let action = &sheet.items[0].action;
        for words in ["OLD: 131 days ago", "window of 90 days", says] {
            assert!(action.contains(words), "{words}: {action}");
        }
    }
    let both = sheet("minor asa-1", &[old, hemolyzed]);
    let remarks = in_g(&both, "6.8");
    assert!(!remarks.contains("call now"), "{remarks}");
    assert!(
        remarks.contains("131 days ago: no call to phone now"),
        "{remarks}"
    );
}

/// Both in one line: whoever repeats it knows that the old one would not have stood either.
#[test]
fn an_old_result_on_a_spoiled_sample_says_that_it_is_old_too() {
    let of =
        |value: &str, day: &str| format!("Potassium | {value} mmol/L | | {day} 08:00 | hemolyzed");
    for (words, lines, section, says) in [
        (
            "minor asa-1",
            vec![of("4.2", "2026-08-01")],
            Section::C,
            "window of 90 days",
        ),
        (
            "minor asa-1 diuretic",
            vec![of("4.2", "2026-10-24")],
            Section::C,
            "window of 30 days",
        ),
        (
            "undated minor asa-1",
            vec![of("4.2", "2026-08-01")],
            Section::C,
            "OLD: 131 days ago",
        ),
        (
            "minor asa-1",
            vec![of("6.8", "2026-08-01")],
            Section::B,
            "Nothing came since: find out what became of this one. Critical number",
        ),
        (
            "minor asa-1",
            vec![of("6.8", "2026-08-01"), of("4.2", "2026-11-24")],
            Section::B,
            "no call to phone now",
        ),
        // In time, and in time for this patient.
        ("minor asa-1", vec![of("4.2", "2026-11-24")], Section::C, ""),
        ("minor asa-1", vec![of("4.2", "2026-10-24")], Section::C, ""),
        ("minor asa-1", vec![of("6.8", "2026-11-24")], Section::B, ""),
    ] {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let sheet = sheet(words, &lines);
        let mut items = sheet.items.iter();
        let item = items.find(|item| item.section == section && item.analyte == "potassium");
        let action = &item.expect("an item").action;
        match says {
            "" => assert!(!action.contains("OLD"), "{lines:?}: {action}"),
            says => {
                assert!(action.starts_with("OLD: "), "{lines:?}: {action}");
                assert!(action.contains(says), "{lines:?}: {action}");
            }
        }
    }
}

#[test]
fn an_earlier_stop_and_a_later_result_do_not_contradict_each_other() {
    // Potassium of the 23rd, that of the 24th, whether the sheet says that the one was followed by the other.
    for (earlier, later, said) in [
        // Critical; a stop of the policy; neither.
        ("6.9", "4.2", true),
        ("6.2", "4.2", true),
        ("5.6", "4.2", false),
        ("2.3", "4.2", true),
        // The later one is in front itself.
        ("6.9", "6.3", false),
    ] {
        let sheet = sheet(
            "minor asa-1",
            &[
                &format!("Potassium | {earlier} mmol/L | | 2026-11-23 08:00"),
                &format!("Potassium | {later} mmol/L | | 2026-11-24 08:00"),
            ],
        );
        let place = format!("{earlier}, then {later}");
        assert_eq!(
            sheet.has_followed_stop(),
            said,
            "{place}: {:?}",
            sheet.notices
        );
        let remarks = in_g(&sheet, earlier);
        if said {
            assert!(
                remarks.contains(&format!("followed by {later} mmol/L on 2026-11-24")),
                "{place}: {remarks}"
            );
        }
        assert!(!remarks.contains("call now"), "{place}: {remarks}");
    }
    // One that is years old is no news in front.
    let years = sheet(
        "minor asa-1",
        &[
            "Potassium | 6.9 mmol/L | | 2023-11-23 08:00",
            "Potassium | 4.2 mmol/L | | 2026-11-24 08:00",
        ],
    );
    assert!(!years.has_followed_stop());
    assert!(in_g(&years, "6.9").contains("followed by"));
    // And one that nothing usable followed is in front, and says to call.
    let open = sheet(
        "minor asa-1",
        &[
            "Potassium | 6.9 mmol/L | | 2026-11-23 08:00",
            "Potassium | 4.2 mmol/L | | 2026-11-24 08:00 | hemolyzed",
        ],
    );
    assert!(!open.has_followed_stop());
    assert!(in_g(&open, "6.9").contains("call now"));
}

#[test]
fn behind_the_number_on_the_front_stands_why_it_is_none_to_go_by() {
    let ok = "Potassium | 4.4 mmol/L | | 2026-11-01 08:00";
    // Rows of potassium, and the marks of its points and of rows that are no point, in time.
    for (words, lines, expected) in [
        ("minor asa-1", vec![ok], vec![""]),
        (
            "minor asa-1",
            vec!["Potassium | 4.2 mmol/L | | 2025-11-24 08:00"],
            vec!["EXPIRED"],
        ),
        // 30 days with a diuretic, 90 without.
        (
            "minor asa-1",
            vec!["Potassium | 4.2 mmol/L | | 2026-10-24 08:00"],
            vec![""],
        ),
        (
            "minor asa-1 diuretic",
            vec!["Potassium | 4.2 mmol/L | | 2026-10-24 08:00"],
            vec!["EXPIRED"],
        ),
        // Only the newest expires: what was before is history.
        (
            "minor asa-1",
            vec!["Potassium | 4.2 mmol/L | | 2025-11-24 08:00", ok],
            vec!["", ""],
        ),
        (
            "minor asa-1",
            vec![
                "Potassium | 4.2 mmol/L | | 2025-11-24 08:00",
                "Potassium | 4.0 mmol/L | | 2026-11-24 08:00 | hemolyzed",
            ],
            vec!["EXPIRED", "NOT USABLE"],
        ),
        (
            "minor asa-1",
            vec!["Potassium | 4.2 mmol/L | | 2025-11-24 08:00 | hemolyzed"],
            vec!["NOT USABLE, EXPIRED"],
        ),
        (
            "minor asa-1 diuretic",
            vec!["Potassium | 4.2 mmol/L | | 2026-10-24 08:00 | hemolyzed"],
            vec!["NOT USABLE, EXPIRED"],
        ),
        (
            "undated minor asa-1",
            vec!["Potassium | 4.2 mmol/L | | 2027-01-02 08:00"],
            vec!["DATED AFTER TODAY"],
        ),
        (
            "minor asa-1",
            vec![ok, "Potassium | not_done | | 2026-11-24 08:00"],
            vec!["", "NO RESULT"],
        ),
        (
            "minor asa-1",
            vec!["Potassium | QNS | | 2026-11-24 08:00"],
            vec!["NO RESULT"],
        ),
        (
            "minor asa-1",
            vec![ok, "Potassium | 4.2 | | 2026-11-24 08:00"],
            vec!["", "NOT INTERPRETED"],
        ),
        (
            "minor asa-1",
            vec![ok, "Potassium | 41 mmol/L | | 2026-11-24 08:00"],
            vec!["", "NOT INTERPRETED"],
        ),
    ] {
        let sheet = sheet(words, &lines);
        let trend = &sheet.trends[0];
        let points = trend.points.iter().map(|point| point.mark);
        let marks: Vec<&str> = points
            .chain(trend.unread.iter().map(|row| row.mark))
            .collect();
        assert_eq!(marks, expected, "{words}: {lines:?}");
    }
    // A stop of last week is not over for the window of a context, nor a pregnancy.
    for (words, line, over) in [
        (
            "minor asa-1 dialysis",
            "Potassium | 6.8 mmol/L | | 2026-11-24 08:00",
            false,
        ),
        (
            "minor asa-1 dialysis",
            "Potassium | 4.8 mmol/L | | 2026-11-24 08:00",
            true,
        ),
        ("minor asa-1", "hCG | 90 [IU]/L | | 2026-08-01", false),
        ("minor asa-1", "hCG | 1 [IU]/L | | 2026-08-01", true),
    ] {
        let sheet = sheet(words, &[line]);
        let mut rows = sheet.groups.iter().flat_map(|group| &group.rows);
        let too_old = rows.any(|row| row.time_remark.starts_with("too old"));
        assert_eq!(too_old, over, "{words}: {line}");
        let points = sheet.trends.iter().flat_map(|trend| &trend.points);
        for point in points {
            assert_eq!(point.mark == "EXPIRED", over, "{words}: {line}");
        }
    }
    for (status, mark) in [
        ("final", ""),
        ("preliminary", "PRELIMINARY"),
        // A number of what was not done is none.
        ("not done", "NO RESULT"),
    ] {
        let mut case = crate::bench::case("minor asa-1", &[ok]);
        case.rows[0].status = status.to_string();
        let sheet = crate::bench::one(case);
        let trend = &sheet.trends[0];
        let points = trend.points.iter().map(|point| point.mark);
        let marks: Vec<&str> = points
            .chain(trend.unread.iter().map(|row| row.mark))
            .collect();
        assert_eq!(marks, [mark], "{status}");
    }
}

#[test]
fn a_day_ahead_is_said_to_be_one() {
    for (day, says) in [
        (
            "2027-01-02 08:00",
            "Its day of collection lies after today: check the date.",
        ),
        ("no date", "Its day of collection is not known."),
    ] {
        let words = "intermediate asa-3 anticoagulant";
        for (test, analyte) in [
            ("Potassium | 4.2 mmol/L", "potassium"),
            ("INR | 1.0 {INR}", "inr"),
        ] {
            let sheet = sheet(words, &[&format!("{test} | | {day}")]);
            let mut items = sheet.items.iter();
            let item = items.find(|item| item.analyte == analyte).expect("an item");
            assert!(item.action.starts_with(says), "{day}: {}", item.action);
            assert_eq!(item.state.word(), "NO VALID DATE");
        }
    }
    let ahead = sheet(
        "minor asa-1",
        &["Potassium | 4.2 mmol/L | | 2027-01-02 08:00"],
    );
    assert_eq!(in_g(&ahead, "4.2"), "dated after today: check the date");
}

#[test]
fn an_order_that_nobody_knows_is_not_drawn() {
    // Two potassiums in the order of the sheet, and whether the second was certainly later.
    for (first, second, follows) in [
        ("2026-11-23 08:00", "2026-11-24 08:00", true),
        ("2026-11-23", "2026-11-24 08:00", true),
        ("2026-11-24 07:00", "2026-11-24 08:00", true),
        ("2026-11-24", "2026-11-24 08:00", false),
        ("2026-11-24 08:00", "2026-11-24 08:00", false),
        ("2026-11-24", "2026-11-24", false),
        ("2026-11-24 08:00", "no date", false),
    ] {
        let sheet = sheet(
            "minor asa-1",
            &[
                &format!("Potassium | 4.1 mmol/L | | {first}"),
                &format!("Potassium | 6.9 mmol/L | | {second}"),
            ],
        );
        let points = &sheet.trends[0].points;
        assert!(!points[0].follows);
        assert_eq!(points[1].follows, follows, "{first}, {second}");
        // What was before is told only where it was.
        let item = sheet.items.iter().find(|item| item.value == "6.9");
        let before = item.expect("a stop").previous.is_some();
        assert_eq!(before, follows, "{first}, {second}");
    }
}

#[test]
fn a_derived_value_has_the_time_of_its_inputs_not_of_the_first_row_of_their_sample() {
    // One sample number; the time of its first row, a potassium, and that of its creatinine; the time of the
    // eGFR and what the sheet says of it.
    for (potassium, creatinine, egfr, expected) in [
        (
            "2026-11-24 08:00",
            "2026-11-24 08:00",
            "2026-11-24 08:00",
            "",
        ),
        ("2026-11-24", "2026-11-24 08:00", "2026-11-24 08:00", ""),
        ("2026-11-24 08:00", "2026-11-24", "2026-11-24", ""),
        (
            "2027-01-02 08:00",
            "2026-11-24 08:00",
            "2026-11-24 08:00",
            "",
        ),
        (
            "2025-11-24 08:00",
            "2026-11-24 08:00",
            "2026-11-24 08:00",
            "",
        ),
        (
            "2026-11-24 08:00",
            "2025-11-24 08:00",
            "2025-11-24 08:00",
            "D expired egfr",
        ),
        ("2026-11-24 08:00", "no date", "", "D undated egfr"),
        ("no date", "2026-11-24 08:00", "2026-11-24 08:00", ""),
    ] {
        let mut case = crate::bench::case(
            "major asa-2",
            &[
                &format!("Potassium | 4.2 mmol/L | | {potassium}"),
                &format!("Creatinine | 70 umol/L | | {creatinine}"),
            ],
        );
        for row in &mut case.rows {
            row.sample = "ONE".to_string();
            // The age is known without a day.
            row.age = "50".to_string();
        }
        let sheet = crate::bench::one(case);
        let place = format!("potassium {potassium}, creatinine {creatinine}");
        let mut rows = sheet.groups.iter().flat_map(|group| &group.rows);
        let row = rows.find(|row| row.analyte == "egfr").expect("an eGFR");
        assert_eq!(row.collected, egfr, "{place}");
        let said: Vec<String> = items(&sheet)
            .into_iter()
            .filter(|item| item.ends_with("egfr"))
            .collect();
        assert_eq!(said.join(", "), expected, "{place}");
    }
}

#[test]
fn a_rise_of_creatinine_is_counted_between_the_creatinines() {
    let mut case = crate::bench::case(
        "major asa-2",
        &[
            "Creatinine | 70 umol/L | | 2026-11-23 08:00",
            "Potassium | 4.2 mmol/L | | 2025-11-24 08:00",
            "Creatinine | 150 umol/L | | 2026-11-24 08:00",
        ],
    );
    for row in &mut case.rows[1..] {
        row.sample = "TWO".to_string();
    }
    let items = items(&crate::bench::one(case));
    assert!(
        items.iter().any(|item| item == "A stop aki_kdigo"),
        "{items:?}"
    );
}

#[test]
fn a_day_without_a_time_is_not_before_a_time_of_that_day() {
    // Nobody knows which creatinine was first: the low eGFR of the one is not outdated by the other.
    let sheet = sheet(
        "minor asa-1",
        &[
            "Creatinine | 300 umol/L | | 2026-11-24",
            "Creatinine | 70 umol/L | | 2026-11-24 08:00",
        ],
    );
    let items = items(&sheet);
    assert!(
        items.iter().any(|item| item == "B review egfr"),
        "{items:?}"
    );
}

#[test]
fn a_stop_is_followed_by_what_came_later_on_whatever_clock() {
    // A potassium of 6.9 and one of 4.2: is the stop answered?
    for (what, stop, good, stands) in [
        (
            "9:30 in New York is after 14:00 in London",
            "2026-11-24T09:30:00-05:00",
            "2026-11-24T14:00:00Z",
            true,
        ),
        (
            "and 8:30 is before it",
            "2026-11-24T08:30:00-05:00",
            "2026-11-24T14:00:00Z",
            false,
        ),
        (
            "the hour that comes twice in autumn",
            "2026-10-25T02:10:00+01:00",
            "2026-10-25T02:50:00+02:00",
            true,
        ),
        (
            "a clock that is not stated may be any",
            "2026-11-24T08:00:00Z",
            "2026-11-24 20:00",
            true,
        ),
        (
            "a day and more is a day and more on every clock",
            "2026-11-24T08:00:00Z",
            "2026-11-25 20:00",
            false,
        ),
        (
            "a day on an unstated clock may have begun",
            "2026-11-24T18:00:00Z",
            "2026-11-25",
            true,
        ),
        (
            "no offset anywhere: the laboratory's own clock",
            "2026-11-24 08:00",
            "2026-11-24 08:01",
            false,
        ),
    ] {
        let sheet = sheet(
            "minor asa-1",
            &[
                &format!("Potassium | 6.9 mmol/L | | {stop}"),
                &format!("Potassium | 4.2 mmol/L | | {good}"),
            ],
        );
        let is_stop = items(&sheet).iter().any(|item| item == "A stop potassium");
        assert_eq!(is_stop, stands, "{what}");
    }
}
