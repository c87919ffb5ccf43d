//! Signs in a column of their own, which say how a number is meant or on which side of its limits it lies.

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
