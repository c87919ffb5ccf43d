//! Signs in a column of their own, which say how a number is meant or on which side of its limits it lies; unit and limits in the
//! header of a column, in whatever order.

use crate::run::said;

/// Value, flag, the laboratory's flag and notices of each row beside two signs.
#[track_caller]
fn beside(header: &str, signs: [&str; 2]) -> Vec<String> {
    let [first, second] = signs;
    said(
        &format!(
            "patient;collected;test;result;unit;range;{header}\n\
             P1;2024-03-14 08:10;Sodium;128;mmol/l;136-145;{first}\n\
             P1;2024-03-14 08:10;Potassium;5.5;mmol/l;3.5-5.1;{second}\n\
             P1;2024-03-14 08:10;Urea;5;mmol/l;3-8;\n"
        ),
        &["value", "flag", "reported_flag", "notices"],
    )
}

#[test]
fn signs_that_are_flags_are_none_of_the_number() {
    for header in ["H/L", "Hodnocení", "Flag", "Mark", ""] {
        assert_eq!(
            beside(header, ["<<", ">>"]),
            [
                "128|L|<<|critical-by-laboratory",
                "5.5|H|>>|critical-by-laboratory",
                "5|N||"
            ],
            "{header}"
        );
        assert_eq!(
            beside(header, ["<", ">"]),
            ["128|L|<|", "5.5|H|>|", "5|N||"],
            "{header}"
        );
    }
    // On the other side, or on one alone, they may be of what cannot be measured.
    assert_eq!(
        beside("Mark", [">", "<"]),
        [
            ">128|||value-censored flag-undetermined",
            "<5.5|||value-censored flag-undetermined",
            "5|N||"
        ]
    );
    assert_eq!(beside("Mark", ["<", ""])[0], "<128|L||value-censored");
}

#[test]
fn unit_and_limits_in_a_header() {
    for (potassium, sodium) in [
        ("K (3,5-5,1 mmol/l)", "Na (136-145 mmol/l)"),
        ("K mmol/l (3,5-5,1)", "Na mmol/l (136-145)"),
        ("K [mmol/l] (3,5-5,1)", "Na [mmol/l] (136-145)"),
        ("K [mmol/l] [3,5-5,1]", "Na [mmol/l] [136-145]"),
        ("K (mmol/l) (3,5-5,1)", "Na (mmol/l) (136-145)"),
        ("K (mmol/l) 3,5-5,1", "Na (mmol/l) 136-145"),
        ("K (3,5-5,1) mmol/l", "Na (136-145) mmol/l"),
        ("K mmol/l 3,5-5,1", "Na mmol/l 136-145"),
        ("K, mmol/l (3,5-5,1)", "Na, mmol/l (136-145)"),
        ("\"K (mmol/l; 3,5-5,1)\"", "\"Na (mmol/l; 136-145)\""),
        ("K (mmol/l 3,5-5,1)", "Na (mmol/l 136-145)"),
        ("K (mmol/l) ref 3,5-5,1", "Na (mmol/l) ref 136-145"),
        ("\"K\n(mmol/l)\n3,5-5,1\"", "\"Na\n(mmol/l)\n136-145\""),
    ] {
        let text = format!("Pat;Datum;{potassium};{sodium}\n1;14.03.2024;5,3;117\n");
        assert_eq!(
            said(&text, &["analyte", "unit", "low", "high", "flag"]),
            ["potassium|mmol/l|3.5|5.1|H", "sodium|mmol/l|136|145|LL"],
            "{potassium}"
        );
    }
    // Nothing but a unit; hours are no limits, and what other words say nobody knows.
    for (potassium, sodium, expected) in [
        ("K (mmol/l)*", "Na (mmol/l)*", "mmol/l|LL|"),
        ("K in mmol/l", "Na in mmol/l", "mmol/l|LL|"),
        (
            "K mmol/l (0-2 h)",
            "Na mmol/l (0-2 h)",
            "mmol/l|LL|interval-unreadable",
        ),
    ] {
        let text = format!("Pat;Datum;Sex;Age;{potassium};{sodium}\n1;14.03.2024;F;50;4,1;117\n");
        let rows = said(&text, &["unit", "flag", "notices"]);
        assert!(rows[1].starts_with(expected), "{sodium}: {rows:?}");
    }
}
