//! What a woman and a man read in limits for several groups.

use super::*;
use crate::age::Age;

/// What a woman and a man of 45 read.
#[track_caller]
fn check(printed: &str, woman: &str, man: &str) {
    check_where(Letters::default(), printed, woman, man);
}

#[track_caller]
fn check_where(letters: Letters, printed: &str, woman: &str, man: &str) {
    for (sex, expected) in [(Sex::Female, woman), (Sex::Male, man)] {
        let person = Person {
            sex,
            age: Age::read("45", ""),
        };
        let shown = match of_person(printed, NumberStyle::default(), &person, letters) {
            Some(Printed::Interval(low, high, unit)) => {
                let end = |limit: Option<crate::interpretation::Limit>| {
                    limit.map_or_else(String::new, |limit| limit.value.to_string())
                };
                format!("{}..{} {unit}", end(low), end(high))
                    .trim()
                    .to_string()
            }
            _ => "?".to_string(),
        };
        assert_eq!(shown, expected, "{printed:?} {}", sex.as_str());
    }
}

#[test]
fn each_reads_the_own_half() {
    for (printed, woman, man) in [
        ("w: 44-80", "44..80", "?"),
        ("Frauen 44-80", "44..80", "?"),
        ("Femme : 44-80", "44..80", "?"),
        ("Donne 44 - 80", "44..80", "?"),
        ("K: 44-80", "44..80", "?"),
        ("H : 62-106 / F : 44-80", "44..80", "62..106"),
        ("Männer 62-106, Frauen 44-80", "44..80", "62..106"),
        ("M: 3.5-5.1; F: 3.4-5.0", "3.4..5.0", "3.5..5.1"),
        ("Male 0.2-1.4", "?", "0.2..1.4"),
        (
            "Male < 1.4 mg/dL, Female < 1.2 mg/dL",
            "..1.2 mg/dL",
            "..1.4 mg/dL",
        ),
        (
            "M: 62-106 µmol/L F: 44-80 µmol/L",
            "44..80 µmol/L",
            "62..106 µmol/L",
        ),
        ("44-80 (F) 62-106 (M)", "44..80", "62..106"),
        ("Erw.: 44-80", "44..80", "44..80"),
        (
            "Adult male: 62-106; adult female: 44-80",
            "44..80",
            "62..106",
        ),
        ("Normal: F 44-80", "44..80", "?"),
        ("D: 44-80 U: 62-106", "44..80", "62..106"),
        ("M: 44-80 H: 62-106", "44..80", "62..106"),
        ("N: 44-80 F: 62-106", "44..80", "62..106"),
        ("男62-106女44-80", "44..80", "62..106"),
        ("男:62-106;女:44-80", "44..80", "62..106"),
        ("成人男性 62-106", "?", "62..106"),
        ("M 62-106 / 女性 44-80", "44..80", "62..106"),
        ("남 62-106, 여 44-80", "44..80", "62..106"),
        ("муж. 62-106, жен. 44-80", "44..80", "62..106"),
        ("44-80(女) 62-106(男)", "44..80", "62..106"),
        ("62-106 (M), 44-80 (F)", "44..80", "62..106"),
        ("0.7-1.3 (M), 0.6-1.1 (F)", "0.6..1.1", "0.7..1.3"),
        ("44-80 (K) 62-106 (M)", "44..80", "62..106"),
        ("44-80 (K) 62-106 (E)", "44..80", "62..106"),
        ("♂ 62-106 ♀ 44-80", "44..80", "62..106"),
        ("♂: 62-106, ♀: 44-80", "44..80", "62..106"),
        ("<50 (w) <60 (m)", "..50", "..60"),
        ("man: kleiner dan 60, vrouw: kleiner dan 50", "..50", "..60"),
        ("άνδρες 62-106, γυναίκες 44-80", "44..80", "62..106"),
        ("ΑΝΔΡΕΣ: 62-106 ΓΥΝΑΙΚΕΣ: 44-80", "44..80", "62..106"),
        ("мъже 62-106, жени 44-80", "44..80", "62..106"),
        ("M: 62-106 Ž: 44-80", "44..80", "62..106"),
        ("muškarci 62-106, žene 44-80", "44..80", "62..106"),
        ("vīrieši 62-106, sievietes 44-80", "44..80", "62..106"),
        ("vyrai 62-106, moterys 44-80", "44..80", "62..106"),
        ("mehed 62-106, naised 44-80", "44..80", "62..106"),
        ("3.5-5.1 (Adult)", "3.5..5.1", "3.5..5.1"),
    ] {
        check(printed, woman, man);
    }
}

#[test]
fn mujer() {
    for (is_m_open, printed, of_woman, of_man) in [
        (false, "M: 12-16", "?", "12..16"),
        (true, "M: 12-16", "?", "?"),
        (true, "M: 12-16 H: 13-17", "12..16", "13..17"),
        (true, "M: 13-17 F: 12-16", "12..16", "13..17"),
        (true, "M: 13-17 Mujeres: 12-16", "12..16", "13..17"),
        (true, "H: 13-17", "?", "13..17"),
    ] {
        let letters = Letters {
            is_m_open,
            of_v: None,
        };
        check_where(letters, printed, of_woman, of_man);
    }
}

#[test]
fn vrouw_and_varon() {
    for (sex, printed, of_woman, of_man) in [
        (Sex::Female, "M: 62-106 V: 44-80", "44..80", "62..106"),
        (Sex::Female, "V 44-80 / M 62-106", "44..80", "62..106"),
        (Sex::Male, "V: 62-106 M: 44-80", "44..80", "62..106"),
        (Sex::Male, "M: 44-80 V: 62-106", "44..80", "62..106"),
        (Sex::Male, "V: 62-106", "?", "62..106"),
        // A woman is named beside it.
        (Sex::Male, "V: 62-106 F: 44-80", "44..80", "62..106"),
        (Sex::Male, "V: 62-106 H: 44-80", "?", "?"),
    ] {
        let letters = Letters {
            is_m_open: sex == Sex::Male,
            of_v: Some(sex),
        };
        check_where(letters, printed, of_woman, of_man);
    }
}

#[test]
fn what_nobody_can_tell() {
    for printed in [
        // `vrouw`, or `varón`.
        "M: 62-106 V: 44-80",
        "F 20-50: 1-2; F >50: 2-3",
        "Frauen über 50: 44-80",
        "Kinder 20-60, Frauen 44-80",
        "3.5-5.1 M/uL x",
        "see note F",
        "儿童20-60,女44-80",
        "孕妇女44-80",
        "44-80",
        "44-80 (pregnant F)",
        "44-80 (F) or more",
    ] {
        check(printed, "?", "?");
    }
}
