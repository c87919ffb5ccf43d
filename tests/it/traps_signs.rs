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

/// In the cell of the result they may be a comparator: it is not judged, and called if it would be critical.
#[test]
fn numbers_in_flags_and_brackets_are_called() {
    for (cell, is_called) in [
        ("<<117", true),
        ("117 <", true),
        ("(117 L)", true),
        ("*L 117", true),
        ("117 L (136-145)", true),
        ("(141 L)", false),
    ] {
        let text = format!("patient,test,result,unit\n1,Sodium,{cell},mmol/L\n");
        let expected = ["|value-unreadable", "|value-unreadable critical-limit"];
        let row = &said(&text, &["flag", "notices"])[0];
        assert_eq!(row, expected[usize::from(is_called)], "{cell}");
    }
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
    for header in [
        "(mL/min/1.73m2)",
        "mL/min/1.73m²",
        "[ml/min/1.73m2] (>60)",
        "(mL/min/1.73 m²) >60",
    ] {
        let text = format!("Pat,Datum,Na (mmol/l),eGFR {header}\n1,2024-03-14,140,50\n");
        let row = &said(&text, &["analyte", "flag"])[1];
        assert!(row.starts_with("egfr|"), "{header}: {row}");
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

/// The laboratory's own flags vanished, in silence.
#[test]
fn flags_in_columns_without_a_header() {
    let cells = ["value", "reported_flag", "notices"];
    for (potassium, sodium, expected) in [
        ("HH", "", ["6.1|HH|critical-by-laboratory", "140||"]),
        ("H", "N", ["6.1|H|", "140|N|"]),
        (">>", "", ["6.1|>>|critical-by-laboratory", "140||"]),
        ("*", "", ["6.1|*|", "140||"]),
        // A comparator, perhaps.
        (">", "", [">6.1||value-censored", "140||"]),
        ("see note", "", ["6.1||", "140||"]),
    ] {
        let text = format!(
            "Patient,Date,Sex,Age,K (mmol/L),,Na (mmol/L),\nP1,2026-01-01,F,50,6.1,{potassium},140,{sodium}\n"
        );
        assert_eq!(said(&text, &cells), expected, "{potassium} {sodium}");
    }
    // Of which analyte?
    let text = "Patient,Date,Sex,Age,K (mmol/L),Na (mmol/L),\nP1,2026-01-01,F,50,6.1,140,HH\n";
    assert_eq!(said(text, &cells), ["6.1||", "140||"]);
    let text = "Patient,Date,Sex,Age,,K (mmol/L),,Na (mmol/L)\nP1,2026-01-01,F,50,,6.1,HH,140\n";
    assert_eq!(said(text, &cells), ["6.1||", "140||"]);
    let text = "Test,Unit,2026-03-05,,2026-03-06,\nSodium,mmol/L,140,,141,\nPotassium,mmol/L,4.1,,6.1,HH\n";
    let rows = said(text, &["value", "reported_flag"]);
    assert_eq!(rows, ["140|", "141|", "4.1|", "6.1|HH"]);
}
