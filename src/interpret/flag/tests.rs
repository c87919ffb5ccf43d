use crate::interpretation::{Flag, Usability};
use crate::notice::Code;
use crate::observation::Observation;
use crate::quality::SampleQuality;
use crate::{Options, rules::Rules};

#[track_caller]
fn check(rules: &Rules, value: &str, range: &str, flag: Flag, usability: Usability) {
    let row = Observation {
        name: "Sodium",
        value,
        unit: "mmol/L",
        range,
        ..Observation::default()
    };
    let reading = rules.read(&row);
    let resolution = rules.resolver().resolve(&row, reading.unit);
    let result = rules.judge(row, reading, &resolution, &SampleQuality::default());
    let unread = usability == Usability::Caution;
    assert_eq!(result.flag, Some(flag), "{value} in {range:?}");
    assert_eq!(result.usability, Some(usability), "{value} in {range:?}");
    assert!(
        !unread || result.notices.has(Code::IntervalUnreadable),
        "{value} in {range:?}"
    );
}

/// The numbers of an interval that is not read count where they may be limits.
#[test]
fn beyond_every_number_that_may_be_a_limit() {
    let rules = Rules::bundled(Options::default()).expect("bundled data");
    for (low, high, range, flag) in [
        ("", "", "0-0", Some(Flag::Normal)),
        ("0", "0", "", Some(Flag::Normal)),
        ("0", "0", "0-0", Some(Flag::Normal)),
        ("", "", "0-4 (special)", None),
        ("", "", "3-3 (special)", None),
        ("", "", "0-5.1 (special)", Some(Flag::Normal)),
        ("", "", "see note 2: <4", None),
        ("", "", "see note 2: <5", Some(Flag::Normal)),
        // One after the other, and one for each of two groups.
        (
            "",
            "",
            "group 1: 3.5-5.1, group 2: 5.2-6.0",
            Some(Flag::Normal),
        ),
        ("", "", "group 1: 3.5-5.1, group 2: 4.2-6.0", None),
        ("", "", "<50 y: 3.5-5.1 >50 y: 3.6-5.1", Some(Flag::Normal)),
        ("", "", "<50 y: 3.5-5.1 >50 y: 4.2-5.1", None),
        ("4.2", "x", "", None),
        ("3.5", "x", "", Some(Flag::Normal)),
    ] {
        let row = Observation {
            name: "Potassium",
            value: "4.1",
            unit: "mmol/L",
            age: "45",
            low,
            high,
            range,
            ..Observation::default()
        };
        let reading = rules.read(&row);
        let resolution = rules.resolver().resolve(&row, reading.unit);
        let result = rules.judge(row, reading, &resolution, &SampleQuality::default());
        assert_eq!(result.flag, flag, "{low} {high} {range}");
        let is_open = result.notices.has(Code::FlagUndetermined);
        assert_eq!(is_open, flag.is_none(), "{low} {high} {range}");
    }
}

#[test]
fn an_interval_that_is_not_read_leaves_no_calm_flag() {
    let mut rules = Rules::bundled(Options {
        adults: true,
        ..Options::default()
    })
    .expect("bundled data");
    for (value, range, flag, usability) in [
        ("140", "", Flag::Normal, Usability::Usable),
        ("140", "N/A", Flag::Normal, Usability::Usable),
        ("140", "135 - 145", Flag::Normal, Usability::Usable),
        ("140", "up to 140", Flag::Normal, Usability::Usable),
        ("140", "below 140", Flag::High, Usability::Usable),
        ("140", "135 - 145 (adult)", Flag::Normal, Usability::Usable),
        ("146", "135 - 145 (adult)", Flag::High, Usability::Usable),
        ("140", "135 - 145 (child)", Flag::Normal, Usability::Caution),
        // Whoever it is.
        (
            "140",
            "F: 135-145 M: 136-146",
            Flag::Normal,
            Usability::Usable,
        ),
        (
            "150",
            "F: 135-145 M: 136-146",
            Flag::High,
            Usability::Usable,
        ),
        ("140", "see note", Flag::Normal, Usability::Caution),
        ("130", "see note", Flag::Low, Usability::Caution),
        ("150", "see note", Flag::High, Usability::Caution),
        // No limits at all, as two cells of zeros are none.
        ("140", "0-0", Flag::Normal, Usability::Caution),
        ("140", "0.0 - 0.0 mmol/L", Flag::Normal, Usability::Caution),
        ("140", "0/0", Flag::Normal, Usability::Caution),
        ("140", "-1--1", Flag::Normal, Usability::Caution),
        ("150", "0-0", Flag::High, Usability::Caution),
    ] {
        check(&rules, value, range, flag, usability);
    }
    // A laboratory's own file is its word as well.
    let sodium = rules.catalog().analyte("sodium").expect("sodium");
    let own = sodium
        .intervals
        .iter()
        .filter(|row| row.profile == "us")
        .cloned();
    rules.lab.insert("sodium".to_string(), own.collect());
    check(&rules, "140", "see note", Flag::Normal, Usability::Usable);
}
