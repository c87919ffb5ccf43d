//! Pregnancies and other conditions in the words of exports.

use super::*;

#[test]
fn a_pregnancy_in_any_words() {
    let words = ConditionWords::bundled().expect("bundled words");
    let stated = |condition| words.stated(condition);
    for (condition, expected) in [
        ("fasting", "fasting"),
        ("pregnancy-t3", "pregnancy-t3"),
        ("fasting-pregnancy-t3", "fasting-pregnancy-t3"),
        ("no pregnancy", "nonpregnant"),
        ("3rd trimester", "pregnancy-t3"),
        ("Third Trimester", "pregnancy-t3"),
        ("trimester 1", "pregnancy-t1"),
        ("trimester", "pregnancy"),
        ("pregnant", "pregnancy"),
        ("schwanger", "pregnancy"),
        ("SSW 34", "pregnancy"),
        ("antenatal", "pregnancy"),
        ("Antenatal clinic", "pregnancy"),
        ("ANC", "pregnancy"),
        ("ANC 0.4, neutropenic", "anc-0.4,-neutropenic"),
        ("G2P1", "pregnancy"),
        ("G2P1+0, 34/40", "pregnancy"),
        ("G2P2", "g2p2"),
        ("34/40", "pregnancy"),
        ("34+2/40", "pregnancy"),
        ("score 12/30", "score-12/30"),
        ("Primi 32 wks", "pregnancy"),
        ("primary care", "primary-care"),
        ("booking bloods", "pregnancy"),
        ("?pre-eclampsia", "pregnancy"),
        ("previous pre-eclampsia", "previous-pre-eclampsia"),
        ("postpartum eclampsia", "postpartum-eclampsia"),
        ("prev LSCS, 34/40", "pregnancy"),
        ("no known allergies, G2P1", "pregnancy"),
        ("not pregnant", "nonpregnant"),
        ("nonpregnant", "nonpregnant"),
        ("premenopausal-nonpregnant", "premenopausal-nonpregnant"),
    ] {
        assert_eq!(stated(condition), expected, "{condition}");
    }
}

#[test]
fn a_pregnancy_in_a_comment() {
    let words = ConditionWords::bundled().expect("bundled words");
    let of = |comment, sex| {
        let row = Observation {
            comment,
            sex,
            ..Observation::default()
        };
        words.of_row(&row) == "pregnancy"
    };
    for comment in [
        "pregnant",
        "32 weeks pregnant",
        "Patient is 32 weeks pregnant.",
        "Pregnant (28 weeks)",
        "pregnant 32/40",
        "Currently pregnant, on iron",
        "This patient is pregnant",
        "Pregnant: yes",
        "PREGNANT!!",
        "*pregnant*",
        "Pt pregnant 28w",
        "pregnant and fasting",
        "enceinte de 24 SA",
        "Well. 12 wks gestation",
        "schwanger",
        "Pregnancy: 28 weeks",
        "Pregnancy - 28 weeks",
        "Pregnant: 28 weeks",
        "Gestation: 28+3 weeks",
        "Pregnancy: yes",
        "pregnancy",
        "Twin pregnancy 28 weeks",
        "Schwangerschaft: 28. SSW",
        "Grossesse 28 SA",
        "3rd trimester",
        "Pregnancy, 3rd trimester",
        "Trimester 3",
        "28/40",
        "G2P1 28/40",
        "GA 28 weeks",
        "GA: 28+3",
        "GA 28w",
        "28 SA",
        "Pregnancy status: pregnant",
        "Gestational age 28 weeks",
        "Gestational age: 28 weeks",
        "28. SSW",
        "SSW 28+3",
        "Schwangere, 28. SSW",
        "schwangere Patientin",
        "Patiente enceinte",
        "Gestante 28 semanas",
        "28 semanas de gestacion",
        "incinta alla 28 settimana",
        "Беременность 28 недель",
        "Antenatal",
        "antenatal booking bloods",
    ] {
        assert!(of(comment, "F"), "{comment}");
        assert!(!of(comment, "M"), "{comment}");
    }
    for comment in [
        "",
        "not pregnant",
        "Pregnant: no",
        "Pregnant: unknown",
        "Pregnant? No",
        "pregnant?",
        "?pregnant",
        "pregnancy test",
        "pregnancy test negative",
        "exclude pregnancy",
        "Pregnancy excluded",
        "previous pregnancy",
        "husband of pregnant patient",
        "Pregnant women: 0.3-2.5",
        "Pregnant: 0.3 - 2.5",
        "pregnant 3-15",
        "Pregnancy 0.3-2.5",
        "First trimester 0.1-2.5",
        "may be pregnant",
        "if pregnant repeat",
        "non-pregnant",
        "planning pregnancy",
        "Pregnancy: 12 weeks postpartum",
        "Pregnancy: no",
        "Pregnancy 10 - 20",
        "Pregnancy 28 weeks: 35-65",
        "Raised in liver disease, pregnancy, bone growth",
        "1st trimester, 0.1-2.5; 2nd trimester, 0.2-3.0",
        "First trimester: 0.1-2.5",
        "28 weeks",
        "28 weeks old",
        "GA 3",
        "for GA",
        "Born at 28/40",
        "Prem 28/40",
        "Gestational age at birth 28 weeks",
        "G2P2",
        "antenatal steroids",
        "Trimester 2: 0.3-2.5",
        "Беременности нет",
    ] {
        assert!(!of(comment, "F"), "{comment}");
    }
}
