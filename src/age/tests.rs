//! Ages as they are written, and what they reach.

use super::*;
use jiff::civil::date;

#[track_caller]
fn reached(age: Age, point: &str, expected: Option<bool>) {
    let point = AgePoint::read(point).expect("an age");
    assert_eq!(age.reached(point), expected, "{age:?} at {point}");
}

#[test]
fn a_birthday_counts_from_its_first_day() {
    let born = date(2000, 2, 29);
    reached(Age::between(born, date(2018, 2, 27)), "18 y", Some(false));
    reached(Age::between(born, date(2018, 2, 28)), "18 y", Some(true));
    reached(Age::between(born, date(2000, 3, 14)), "14 d", Some(true));
    reached(Age::between(born, date(2000, 3, 13)), "2 wk", Some(false));
    assert_eq!(Age::between(born, date(2017, 12, 31)).years(), Some(17));
}

#[test]
fn a_stated_age_covers_its_whole_year() {
    reached(Age::read("17", ""), "18 y", Some(false));
    reached(Age::read("18", ""), "18 y", Some(true));
    reached(Age::read("0", ""), "15 d", None);
    reached(Age::read("> 89", ""), "90 y", None);
    reached(Age::read("> 89", ""), "89 y", Some(true));
    reached(Age::read("216", "months"), "18 y", Some(true));
    reached(Age::read("17.9", ""), "18 y", Some(false));
    reached(Age::read("17,9", ""), "18 y", Some(false));
    reached(Age::read("0,5", ""), "6 mo", Some(true));
    reached(Age::read("0,5 Jahre", ""), "1 y", Some(false));
    reached(Age::Unknown, "18 y", None);
    reached(Age::Unknown, "0 d", Some(true));
}

#[test]
fn an_age_in_parts_is_as_fine_as_its_last() {
    reached(Age::read("17y 11m", ""), "18 y", Some(false));
    reached(Age::read("18 Y 0 M", ""), "18 y", Some(true));
    reached(Age::read("1 year, 2 weeks", ""), "1 y", Some(true));
    reached(Age::read("3m2d", ""), "3 mo", Some(true));
    reached(Age::read("P6M", ""), "6 mo", Some(true));
    reached(Age::read("P6M", ""), "7 mo", Some(false));
    reached(Age::read("2 Monate 10 Tage", ""), "10 wk", Some(true));
    assert_eq!(Age::read("44y 3m", "").years(), Some(44));
    assert_eq!(Age::read("P44Y", "").years(), Some(44));
    // So near a birthday the mean length of a month settles nothing.
    reached(Age::read("17y 11m 30d", ""), "18 y", None);
    for text in [
        "6M", "44y 12m", "3m 2y", "2d 3d", "44y 3", "44y m", "P", "PT5H", "P1", "200y 1m", "44 3",
    ] {
        assert_eq!(Age::read(text, ""), Age::Unknown, "{text:?}");
    }
}

#[test]
fn a_year_of_birth_leaves_a_year_open() {
    let age = |born, at| Age::since_year(born, at).expect("an age");
    reached(age(2002, date(2020, 12, 30)), "18 y", None);
    reached(age(2002, date(2020, 12, 31)), "18 y", Some(true));
    reached(age(2002, date(2020, 1, 1)), "18 y", None);
    reached(age(2002, date(2019, 12, 31)), "18 y", Some(false));
    reached(age(2020, date(2020, 3, 1)), "61 d", Some(false));
    assert_eq!(Age::since_year(2021, date(2020, 12, 31)), None);
    assert_eq!(Age::since_year(1800, date(2020, 12, 31)), None);
}

#[test]
fn ages_of_other_languages() {
    for (text, point, expected) in [
        ("満45歳", "45 y", Some(true)),
        ("만 45세", "46 y", Some(false)),
        ("生後12日", "12 d", Some(true)),
        ("生後12日", "13 d", Some(false)),
        ("生后3个月", "3 mo", Some(true)),
        ("3岁2个月", "4 y", Some(false)),
        ("45 лет", "45 y", Some(true)),
        ("10 сут.", "11 d", Some(false)),
        ("45 lat", "45 y", Some(true)),
        ("2 tyg.", "2 wk", Some(true)),
        ("6 měsíců", "6 mo", Some(true)),
        ("45 yaş", "45 y", Some(true)),
        ("45 éves", "45 y", Some(true)),
        ("45 ani", "45 y", Some(true)),
        ("6 kk", "7 mo", Some(false)),
        ("12 zile", "12 d", Some(true)),
    ] {
        reached(Age::read(text, ""), point, expected);
    }
}

#[test]
fn what_is_no_age_is_unknown() {
    for text in [
        "",
        "?",
        "unknown",
        "4711",
        "4,711",
        "12 parsecs",
        "-1",
        "NaN",
    ] {
        assert_eq!(Age::read(text, ""), Age::Unknown, "{text:?}");
    }
    assert_eq!(Age::read("44Y", "").years(), Some(44));
    assert_eq!(Age::read("44", "YEARS").years(), Some(44));
    assert_eq!(Age::read("18 mo", "").years(), Some(1));
}
