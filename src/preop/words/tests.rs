//! Answers in words, as tables.

use super::*;

#[test]
fn only_a_whole_answer_is_a_negative_one() {
    for (value, negative) in [
        ("negative", true),
        ("NEG", true),
        ("Not detected", true),
        ("nicht nachgewiesen", true),
        ("nicht nachweisbar", true),
        ("positive", false),
        ("negative control failed", false),
        ("not determined", false),
        ("absent - no sample", false),
        ("invalid", false),
        ("", false),
    ] {
        assert_eq!(is_negative(value), negative, "{value:?}");
    }
}

#[test]
fn a_question_with_two_answers() {
    // yes, no, or neither.
    for (value, expected) in [
        ("Positive", Some(true)),
        ("POS", Some(true)),
        ("weakly positive", Some(true)),
        ("Positive (confirmed)", Some(true)),
        ("yes", Some(true)),
        ("++", Some(true)),
        ("hCG detected", Some(true)),
        ("Negative", Some(false)),
        ("Negative (<5 IU/L)", Some(false)),
        // To be read by somebody.
        ("Negative (repeat in 48h)", None),
        ("NEGATIVE (>25 IU/L)", None),
        ("Negative (250)", None),
        ("Negative, early pregnancy not excluded", None),
        ("No HCG detected", None),
        ("Negative; QC positive", None),
        ("No, positive", None),
        ("not pregnant", Some(false)),
        ("non-reactive", Some(false)),
        ("No", None),
        ("no result", None),
        ("negative control failed", None),
        ("Negative (invalid)", None),
        ("equivocal", None),
        ("O Rh positive", None),
    ] {
        let found = match (is_positive(value), is_denied(value)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
            (true, true) => panic!("{value}: both"),
        };
        assert_eq!(found, expected, "{value:?}");
    }
}

#[test]
fn answers_that_leave_nothing_to_ask() {
    for (value, expected) in [
        ("O Rh positive", true),
        ("AB-", true),
        ("A+", true),
        ("A Rh(D) Pos", true),
        ("0 neg", true),
        ("B positive, antibody screen negative", true),
        ("Compatible", true),
        ("negative", true),
        ("positive", false),
        ("Incompatible", false),
        ("O Rh positive, anti-K detected", false),
        ("B positive, antibody screen positive", false),
        ("A or B", false),
        ("see report", false),
        ("", false),
    ] {
        assert_eq!(is_answer(value), expected, "{value:?}");
    }
}

#[test]
fn comments_that_turn_a_negative_answer() {
    for (comment, expected) in [
        ("Corrected result: POSITIVE", true),
        ("Amended to positive", true),
        ("If positive, confirm in serum", false),
        ("Corrected result: not detected", false),
        ("Internal control positive", false),
    ] {
        assert_eq!(is_corrected_to_positive(comment), expected, "{comment:?}");
    }
}
