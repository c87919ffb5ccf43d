//! Numbers in comments that are shown, and those that are not, as tables.

use super::*;
use crate::reference::Catalog;
use crate::text::fold_name;

/// Beside the names that are known, that of the row.
fn is_name(word: &str) -> bool {
    let catalog = Catalog::bundled().expect("the bundled data");
    !super::super::is_letter_of_flag(word)
        && (word == "kalium" || catalog.knows_name(&fold_name(word)))
}

#[test]
fn a_number_that_may_be_the_result() {
    for comment in [
        "Result 7.1 mmol/L telephoned 09:10",
        "K 7,1",
        "glucose 25 mmol/L",
        "=6.9.",
        "Na 112 phoned",
        "K=7.1",
        "118",
        "result 7",
        "K is 7",
        "(7.1)",
        "[7.1]",
        "K:7.1 phoned",
        "7.1mmol/L",
        "118mmol/L",
        "7.1H",
        "7.1*",
        "~7.1",
        "≥7.1",
        "7.1-7.3",
        "K+7.1",
        "7 H",
        "7H",
        "118 L",
        "CK 12345 U/L",
        "hCG=125000",
        "ferritin 1.234.567",
        "K 7 call 4412",
        "tube 12345: K 7",
        "Sample 7.1",
        "K7",
        "Na112",
        "7/8",
        "phoned 118",
        "call 118",
        "12345",
        "118 at 09:30",
        "20.11.2026: 7",
        "K 7.1 on 20.11.2026",
        "Na 120-125",
        "CK at 1210",
        "ferritin raised to 4500",
        // With its unit, behind a word for something else.
        "Potassium level 7 mmol/L phoned to ward",
        "Potassium level 7 phoned",
        "Level 7 mmol/l",
        "Level 7mmol/L",
        "Level 7 H mmol/L",
        "Sample 7 mmol/L",
        "Sample 7 mmol",
        "repeat specimen 118 mmol/L",
        "2nd sample 7 mmol/L",
        "Probe 7 mmol/l",
        "Prov 118 mmol/L",
        "ref 7 mmol/L",
        "type 7 mmol/L",
        "sample 12 %",
        "sample 12%",
        "sample 20 10^9/L",
        "tube 12345 1250 U/L",
        "phoned 4412 U/L",
        "tube 8 x 10^9/L",
        "sample 18 /nl",
        "sample 1250 mM",
        // With its flag.
        "specimen 7 high",
        "sample 7 HH",
        "sample 12500 critical",
        // Behind the name of its test, or of another.
        "K 7 may be falsely raised, please repeat",
        "Na 112, sample lipaemic",
        "Na 112 sample lipaemic",
        "Na 118 dec",
        "Kalium 12500 tubes",
        "CK-12500",
        "CK 20 Nov 2026",
        "CK L12500",
        "CK L12500-L12600",
        "Na 112-118-120",
        "Hb 12-11-10",
        "CK phoned: 12500",
        "phoned CK at 1210",
        // Another clause, or one alone of what would be more.
        "Glucose 30, sample old",
        "112, tube from drip arm",
        "112 tube from drip arm",
        "112 (specimen recollected)",
        "112. Samples were mixed up",
        "12500, 2 weeks",
        // It may be a day, a minute, a tube, a telephone.
        "7 may be falsely raised",
        "7 dec",
        "118 Nov 2026",
        "CK Mar 2012",
        "112-118-120",
        "950-13000",
        "12 times the upper limit",
        "L12500",
        "phoned: 12500",
        "called 4412",
        "7 min",
        "7.1 min",
        "tube: 77",
        "sample 7 critical, ward informed",
        "sample 7 mM",
        "tube 12345 12500",
        "call 4412 12500",
        "112 am sample",
    ] {
        assert!(states_result(comment, &is_name), "{comment}");
    }
}

#[test]
fn a_number_that_is_none() {
    for comment in [
        "repeat in 2 weeks",
        "COVID-19 ward",
        "tube 12345",
        "collected 08:30 20.11.2026",
        "call ext 4412",
        "ext. 4412",
        "phoned 14:20 to ward 5",
        "Called to RN at 0930 on 11/3/26",
        "See accession 26-123-4567",
        "see sample L26-10422",
        "tel 0161 496 0123",
        "bleep 4412",
        "20 Nov 2026",
        "Nov 20 2026",
        "20-Nov-2026",
        "2026-11-20T08:30:00Z",
        "um 14 Uhr",
        "lab no 123",
        "NHS 9434765919",
        "type 2",
        "08:30-09:00",
        "1.5 hours",
        "Probe 4711 hämolytisch",
        "Recollect (tube 12345)",
        "Nov 20, 2026",
        "20. November 2026",
        "20 Nov 08:30",
        "phoned to ward at 1430",
        "2nd sample requested",
        "1 sample only",
        "2 tubes received, 7 am",
        "K to be repeated on 20 Nov 2026",
        "see the other sample",
        "",
    ] {
        assert!(!states_result(comment, &is_name), "{comment}");
    }
}

#[test]
fn no_word_that_makes_a_number_none_names_a_test() {
    let lists = words();
    for list in [
        &lists.before,
        &lists.sample,
        &lists.telephone,
        &lists.clock,
        &lists.month,
    ] {
        assert!(!list.is_empty());
        assert!(!list.iter().any(|word| is_name(word)), "{list:?}");
    }
}
