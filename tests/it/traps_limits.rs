//! Limits that the laboratory prints, under headers of anything, in words for several groups, and as ticks: where they were passed
//! over, the sickest were called normal by another laboratory's. Each with a look-alike that is none.

use crate::run::said;
use crate::traps::{check, said_of};

/// The rows of a file with these columns behind `patient,sex,age,test,result,unit`.
#[track_caller]
fn with(columns: &str, rows: &[(&str, &str)]) {
    check(&format!("patient,sex,age,test,result,unit,{columns}"), rows);
}

const SODIUM: &str = "1,F,40,Sodium,136,mmol/L";
const ALT: &str = "1,F,40,ALT,38,U/L";

#[test]
fn whole_numbers_of_each_test_are_its_limits() {
    for header in "Ref|Reference|Referenz|Normal|NB|RR|VR|RI|Limits|Ref values".split('|') {
        let (sodium, alt) = (format!("{SODIUM},137-147"), format!("{ALT},5-33"));
        with(
            header,
            &[(&sodium, "sodium L usable -"), (&alt, "alt H usable -")],
        );
    }
    // Whatever else stands around the numbers.
    for cell in [
        "137 to 147",
        "137 bis 147",
        "[137-147]",
        "137 - 147 mmol/L",
        "(137-147)",
    ] {
        let sodium = format!("{SODIUM},{cell}");
        with("Ref", &[(&sodium, "sodium L usable -")]);
    }
    // Two thirds of the results lie outside, and one far.
    with(
        "Ref",
        &[
            ("1,F,40,Sodium,128,mmol/L,137-147", "sodium L usable -"),
            ("1,F,40,Chloride,88,mmol/L,98-107", "chloride L usable -"),
            ("1,F,40,CK,4200,U/L,30-170", "ck H usable -"),
            ("1,F,40,ALT,60,U/L,5-33", "alt H usable -"),
        ],
    );
}

#[test]
fn what_is_alike_for_one_test_may_be_aimed_at() {
    let open = "interval-unreadable";
    // By either it is normal.
    let calm = "sodium N usable -";
    let undetermined = format!("sodium - usable {open} flag-undetermined");
    with(
        "Ref",
        &[
            ("1,F,40,Sodium,140,mmol/L,137-147", calm),
            ("2,M,40,Sodium,136,mmol/L,137-147", &undetermined),
            ("3,M,40,Sodium,141,mmol/L,137-147", calm),
        ],
    );
    // Above the limits of the healthy.
    let high = format!("sodium H caution {open}");
    with(
        "Ref",
        &[
            ("1,F,40,Sodium,150,mmol/L,145-155", &high),
            ("2,M,40,Sodium,151,mmol/L,145-155", &high),
            ("3,M,40,Sodium,149,mmol/L,145-155", &high),
        ],
    );
}

#[test]
fn what_certainly_is_a_limit_goes_before_what_is_by_its_numbers() {
    for (header, alt, sodium) in [
        ("From,To,Low,High", "18,99,5,33", "16,90,137,147"),
        ("Low,High,From,To", "5,33,18,99", "137,147,16,90"),
        ("LL,Low,High,UL", "3,5,33,200", "120,137,147,160"),
        ("LL,UL,ref_low,ref_high", "3,200,5,33", "120,160,137,147"),
        ("range,LL,UL", "5-33,3,200", "137-147,120,160"),
        ("LL,UL,range", "5,90,5-33", "110,160,137-147"),
        ("BI,BS,range", "10,60,5-33", "130,150,137-147"),
        ("Ref,range", "10-60,5-33", "130-150,137-147"),
        ("VR,Low,High", "26-101,5,33", "26-102,137,147"),
        ("VN,range", "26-101,5-33", "26-102,137-147"),
        // Beside what may be anything the numbers tell.
        ("From,To,LL,UL", "18,99,5,33", "16,90,137,147"),
    ] {
        let (alt, sodium) = (format!("{ALT},{alt}"), format!("{SODIUM},{sodium}"));
        with(
            header,
            &[(&alt, "alt H usable -"), (&sodium, "sodium L usable -")],
        );
    }
    // An empty column is none.
    let (alt, sodium) = (format!("{ALT},,,5,33"), format!("{SODIUM},,,137,147"));
    with(
        "Low,High,LL,UL",
        &[(&alt, "alt H usable -"), (&sodium, "sodium L usable -")],
    );
    // Of two pairs that are limits by their numbers nobody knows which.
    let (alt, sodium) = (
        format!("{ALT},5,4,35,33"),
        format!("{SODIUM},137,136,146,147"),
    );
    let open = "interval-unreadable method-dependent flag-undetermined";
    with(
        "LL,From,UL,To",
        &[
            (&alt, &format!("alt - usable {open}")),
            (
                &sodium,
                "sodium - usable interval-unreadable flag-undetermined",
            ),
        ],
    );
}

#[test]
fn ages_and_limits_of_other_kinds_judge_nothing() {
    let open = "interval-unreadable";
    let said = |analyte: &str| format!("{analyte} caution {open}");
    // Ages, and by the limits in use.
    for (alt, ast, alp) in [("18,99", "16,90", "18,90"), ("18,150", "20,150", "18,99")] {
        let rows = [
            format!("1,F,40,ALT,60,U/L,{alt}"),
            format!("1,F,40,AST,50,U/L,{ast}"),
            format!("1,F,40,ALP,80,U/L,{alp}"),
        ];
        let expected = ["alt H", "ast H", "alp N"];
        let said: Vec<String> = said_of(&format!(
            "patient,sex,age,test,result,unit,From,To\n{}\n",
            rows.join("\n")
        ));
        for (own, expected) in said.iter().zip(expected) {
            assert!(own.starts_with(expected), "{own}");
        }
    }
    // Critical limits, and what a method measures.
    with(
        "LL,UL",
        &[
            ("1,F,40,Potassium,5.8,mmol/L,2.5,6.5", &said("potassium H")),
            ("1,F,40,Sodium,128,mmol/L,120,160", &said("sodium L")),
        ],
    );
    with(
        "Limits",
        &[
            ("1,F,40,Sodium,128,mmol/L,120-160", &said("sodium L")),
            // By either it is low.
            ("1,F,40,Chloride,79,mmol/L,80-130", "chloride L usable -"),
        ],
    );
}

#[test]
fn numbers_around_each_result_are_no_limits() {
    for (header, rows) in [
        ("LL,UL", ["126,130", "5.6,6.0", "118,122"]),
        ("Lo,Up", ["127,129", "5.7,5.9", "119,121"]),
        ("Ref", ["126-130", "5.6-6.0", "118-122"]),
    ] {
        let [sodium, potassium, chloride] = rows;
        let rows = [
            format!("1,F,40,Sodium,128,mmol/L,{sodium}"),
            format!("1,F,40,Potassium,5.8,mmol/L,{potassium}"),
            format!("1,F,40,Chloride,120,mmol/L,{chloride}"),
        ];
        let said = said_of(&format!(
            "patient,sex,age,test,result,unit,{header}\n{}\n",
            rows.join("\n")
        ));
        let flags: Vec<&str> = said
            .iter()
            .filter_map(|row| row.split(' ').nth(1))
            .collect();
        let expected = match header {
            // A decimal is no number of an order.
            "Ref" => ["N", "N", "N"],
            _ => ["L", "H", "H"],
        };
        assert_eq!(flags, expected, "{header}");
    }
}

#[test]
fn what_may_be_limits_leaves_no_calm_flag() {
    let open = "interval-unreadable method-dependent";
    // One result alone: perhaps it is an order.
    let alt = format!("{ALT},5-33");
    let undetermined = format!("alt - usable {open} flag-undetermined");
    with("Ref", &[(&alt, &undetermined)]);
    let inside = "alt N usable method-dependent";
    with("Ref", &[("1,F,40,ALT,31,U/L,5-33", inside)]);
    with("LL,UL", &[("1,F,40,ALT,38,U/L,5,33", &undetermined)]);
    with("From,To", &[("1,F,40,ALT,31,U/L,5,33", inside)]);
}

#[test]
fn numbers_of_orders_are_no_limits() {
    for (header, rows) in [
        // One order, and one of each row.
        ("Ref", ["26-101", "26-101", "26-101"]),
        ("Ref", ["26-101", "26-102", "26-103"]),
        ("Reference", ["101-26", "102-26", "103-26"]),
        ("RI", ["1-2", "3-4", "5-6"]),
        ("NB", ["1-12", "2-12", "3-12"]),
        ("RI", ["8-10", "10-12", "9-11"]),
        ("VN", ["26-101", "26-102", "26-101"]),
        ("Limits", ["26-101", "26-102", "26-103"]),
        // What one cell says.
        ("Ref", ["26-101", "26-101 (a)", "26-101"]),
        ("NB", ["call ward", "", ""]),
        // Of which ages, of which pages.
        ("From,To", ["18,99", "18,99", "18,99"]),
        ("From,To", ["1,2", "3,4", "5,6"]),
    ] {
        let tests = [
            ("1,F,40,Sodium,140,mmol/L", "sodium N usable -"),
            ("1,F,40,ALT,25,U/L", "alt N usable method-dependent"),
            ("1,F,40,Potassium,4.1,mmol/L", "potassium N usable -"),
        ];
        let rows: Vec<(String, &str)> = tests
            .iter()
            .zip(rows)
            .map(|((row, said), cell)| (format!("{row},{cell}"), *said))
            .collect();
        let rows: Vec<(&str, &str)> = rows
            .iter()
            .map(|(row, said)| (row.as_str(), *said))
            .collect();
        with(header, &rows);
    }
}

#[test]
fn two_columns_under_headers_of_their_own() {
    for headers in
        "LL,UL|From,To|Lo,Up|LIN,LSN|BI,BS|RLO,RHI|NRLO,NRHI|LNR,UNR|Ref1,Ref2".split('|')
    {
        with(
            headers,
            &[
                ("1,F,40,ALT,38,U/L,5,33", "alt H usable -"),
                ("1,F,40,Sodium,136,mmol/L,137,147", "sodium L usable -"),
            ],
        );
    }
}

#[test]
fn what_is_printed_and_not_read_speaks_against_a_calm_flag() {
    let undetermined = "creatinine - usable interval-unreadable method-dependent flag-undetermined";
    let calm = "creatinine N caution interval-unreadable method-dependent";
    for (range, expected) in [
        ("See note: <0.9", undetermined),
        ("See note: <1.2", calm),
        ("Women (18-60): 0.5-0.9", undetermined),
        ("Women (18-60): 0.5-1.1", calm),
        ("<50 J.: 0.5-0.9 >50 J.: 0.5-1.1", undetermined),
        ("<50 J.: 0.5-1.1 >50 J.: 0.6-1.1", calm),
        // The steps of a scale.
        ("normal range 0.5-1.1; borderline 1.2-1.5; high >1.5", calm),
        ("see note", calm),
        // Ages without a unit.
        ("Adults 18-60: 0.5-1.1", calm),
        ("Adults (>18): 0.5-1.1; see note", calm),
        ("Age 18-60: 0.5-1.1", calm),
        ("0.5-1.1 (adults over 18)", calm),
        ("Adults 18-60: 0.5-0.9", undetermined),
        // Beyond the limits in use: no interval of anybody normal.
        ("renal failure: >2.0", calm),
    ] {
        let row = format!("1,F,40,Creatinine,1.0,mg/dL,{range}");
        with("range", &[(&row, expected)]);
    }
}

#[test]
fn a_v_is_a_woman_or_a_man_by_the_sexes_of_the_file() {
    let flags = |sexes: &str, range: &str| {
        let (header, letters) = sexes.split_once(':').expect("a header");
        let rows: Vec<String> = letters
            .split(' ')
            .map(|sex| format!("1,{sex},40,Creatinine,95,umol/L,{range}\n"))
            .collect();
        let said = said_of(&format!(
            "patient,{header},age,test,result,unit,range\n{}",
            rows.concat()
        ));
        let flags: Vec<String> = said
            .iter()
            .map(|row| row.split(' ').nth(1).unwrap_or_default().to_string())
            .collect();
        flags.join(" ")
    };
    for (sexes, range, expected) in [
        ("Geslacht:M V", "M: 62-106 V: 44-80", "N H"),
        ("Geslacht:Man Vrouw", "V: 44-80 M: 62-106", "N H"),
        ("Sexo:V M", "V: 62-106 M: 44-80", "N H"),
        ("Sexo:Varón Mujer", "M: 44-80 V: 62-106", "N H"),
        ("Sexo:M F", "V: 62-106 M: 44-80", "N H"),
        // Nobody knows the language.
        ("Sex:M F", "V: 62-106 M: 44-80", "- -"),
        ("Sex:M F", "M: 62-106 V: 44-80", "- -"),
    ] {
        assert_eq!(flags(sexes, range), expected, "{sexes} {range}");
    }
}

#[test]
fn what_counts_in_limits_or_spreads_is_no_amount() {
    for (unit, range, flag) in [
        ("x ULN", "0-40", "-"),
        ("×ULN", "7.0-40", "-"),
        ("% ULN", "0-40", "-"),
        ("MoM", "7.0-40", "-"),
        ("SD", "7-40", "-"),
        ("z-score", "7-40", "-"),
        ("fold", "7-40", "-"),
        ("percentile", "7-40", "-"),
        ("log10", "7-40", "-"),
        ("% change", "7-40", "-"),
        // Limits in the same.
        ("x ULN", "<1 x ULN", "H"),
        ("MoM", "0.5-2.5", "H"),
        ("SD", "-2 - 2", "H"),
        ("x ULN", "<1", "H"),
        ("x Norm", "<=2.5", "H"),
        ("x ULN", "0-1", "H"),
        ("times ULN", "0.8-1.2", "H"),
        ("x baseline", "<3", "H"),
        ("MoM", "0-2.5", "H"),
        ("MoM", ">0.5", "N"),
        ("MoM", "<2.5", "H"),
        ("SDS", "<2", "H"),
        ("percentile", "3-97", "N"),
        ("x ULN", "<40", "-"),
        ("x ULN", "0.4-4.0", "-"),
        ("percentile", "<40", "-"),
        ("SDS", "<40", "-"),
        // A unit that nobody knows, and none.
        ("U/foo", "7-40", "N"),
        ("", "7-40", "N"),
        ("U/L", "7-40", "N"),
    ] {
        let said = said_of(&format!(
            "patient,sex,age,test,result,unit,range\n1,F,40,ALT,12,{unit},{range}\n"
        ));
        let own = said[0].split(' ').nth(1);
        assert_eq!(own, Some(flag), "{unit} {range}: {said:?}");
    }
}

#[test]
fn marks_under_low_and_high_are_flags() {
    let flags = |header: &str, cells: [&str; 3]| {
        let text = format!(
            "patient,sex,age,test,result,unit,{header}\n1,F,40,ALT,38,U/L,{}\n1,F,40,Sodium,136,mmol/L,{}\n\
             1,F,40,Potassium,4.1,mmol/L,{}\n",
            cells[0], cells[1], cells[2]
        );
        let said = said(&text, &["reported_flag", "flag", "notices"]);
        said.join("; ")
    };
    let marked = "H|N|method-dependent flag-disagrees; L|N|flag-disagrees; |N|";
    for (header, cells) in [
        ("Low,High", [",X", "X,", ","]),
        ("Lower,Upper", [",x", "x,", ","]),
        ("Low,High", [",*", "*,", ","]),
        ("Low,High", ["no,yes", "yes,no", "no,no"]),
        ("Low,High", ["F,T", "T,F", "F,F"]),
        ("Low,High", [",H", "L,", ","]),
        ("Low,High", [",\u{2191}", "\u{2193},", ","]),
        ("Low,High", ["0,1", "1,0", "0,0"]),
        ("Basso,Alto", [",X", "X,", ","]),
        ("niedrig,hoch", [",X", "X,", ","]),
        ("Bajo,Alto", [",X", "X,", ","]),
        ("Laag,Hoog", [",X", "X,", ","]),
        ("Bas,Haut", [",X", "X,", ","]),
        ("Lo,Hi", [",X", "X,", ","]),
    ] {
        assert_eq!(flags(header, cells), marked, "{header} {cells:?}");
    }
    // One side only is ever marked.
    assert_eq!(
        flags("Low,High", ["N,Y", "N,N", "N,N"]),
        "H|N|method-dependent flag-disagrees; |N|; |N|"
    );
    // No limit, and no flag.
    let blank = "|N|method-dependent; |N|; |N|";
    for (header, cells) in [
        ("ref_low,ref_high", ["*,*", "*,*", "*,*"]),
        ("ref_low,ref_high", ["x,", ",x", ","]),
        ("Min,Max", [",X", "X,", ","]),
        ("Low,High", ["X,X", "X,", ","]),
        ("Low,High", ["No,No", "No,No", "No,No"]),
        ("Low,High", ["FALSE,FALSE", "FALSE,FALSE", "FALSE,FALSE"]),
    ] {
        assert_eq!(flags(header, cells), blank, "{header} {cells:?}");
    }
    assert_eq!(
        flags("ref_low,ref_high", ["*,33", "*,147", "*,5.1"]),
        "|H|; |N|; |N|"
    );
    assert_eq!(
        flags("Low,High", ["x,33", "x,147", "x,5.1"]),
        "|H|; |N|; |N|"
    );
    // Limits.
    assert_eq!(
        flags("Low,High", ["5,33", "137,147", "3.5,5.1"]),
        "|H|; |L|; |N|"
    );
    assert_eq!(
        flags("Low,High", ["5,33", "137,x", "3.5,5.1"]),
        "|H|; ||interval-unreadable flag-undetermined; |N|"
    );
}

#[test]
fn a_unit_or_an_interval_in_the_name_of_a_row() {
    let said = |name: &str, value: &str, unit: &str| {
        let text = format!("patient,sex,age,test,result,unit\n1,F,40,\"{name}\",{value},{unit}\n");
        said(
            &text,
            &["analyte", "low", "high", "range_source", "flag", "notices"],
        )
        .remove(0)
    };
    for (name, value, unit, expected) in [
        (
            "Potassium (3.5-5.1 mmol/L)",
            "6.9",
            "",
            "potassium|3.5|5.1|report|HH|critical-limit",
        ),
        (
            "Potassium [3,5 - 5,1 mmol/L]",
            "6.9",
            "",
            "potassium|3.5|5.1|report|HH|critical-limit",
        ),
        (
            "Potassium mmol/L",
            "6.9",
            "",
            "potassium|3.5|5|us|HH|critical-limit",
        ),
        (
            "Potassium, mmol/L",
            "6.9",
            "",
            "potassium|3.5|5|us|HH|critical-limit",
        ),
        ("ALT_U/L", "38", "", "alt|10|40|us|N|method-dependent"),
        (
            "Glucose-mg/dL",
            "38",
            "",
            "glucose||||LL|condition-needed critical-limit",
        ),
        (
            "Sodium (135-145 mmol/L)",
            "134",
            "mmol/L",
            "sodium|135|145|report|L|",
        ),
        // What is to be called, and what is like no limits.
        (
            "Potassium (>5.5 mmol/L)",
            "5.2",
            "",
            "potassium|3.5|5|us|H|",
        ),
        ("Hemoglobin (<7 g/dL)", "8", "", "hemoglobin|12|16|us|L|"),
        ("Sodium (<130 mmol/L)", "132", "", "sodium|136|145|us|L|"),
        ("Sodium (30-40 mmol/L)", "132", "", "sodium|136|145|us|L|"),
        // Two units.
        (
            "Creatinine umol/L",
            "1.0",
            "mg/dL",
            "creatinine|||||unit-conflict",
        ),
        // Ages, hours, minutes, another substance.
        ("Sodium (18-65)", "140", "mmol/L", "|||||analyte-unknown"),
        (
            "Sodium (18-65 years)",
            "140",
            "mmol/L",
            "|||||analyte-unknown",
        ),
        (
            "Glucose (30-60 min)",
            "140",
            "mg/dL",
            "|||||analyte-unknown",
        ),
        ("Cholesterol LDL/HDL", "2.1", "", "|||||analyte-unknown"),
    ] {
        assert_eq!(said(name, value, unit), expected, "{name} {unit}");
    }
}

#[test]
fn the_minus_of_typesetters_is_one() {
    let said = |value: &str| {
        let text = format!(
            "patient,sex,age,test,result,unit,range\n1,F,40,Base excess,{value},mmol/L,\u{2212}2 - 3.0\n"
        );
        said(&text, &["low", "high", "flag", "notices"]).remove(0)
    };
    for value in ["-4.1", "\u{2212}4.1", "\u{2212}4.1 mmol/L"] {
        assert_eq!(said(value), "-2|3.0|L|analyte-unknown", "{value}");
    }
    assert_eq!(said("\u{2212}"), "|||analyte-unknown not-numeric");
}

#[test]
fn a_result_in_two_units_is_one() {
    let said = |cells: &str| {
        let text =
            format!("patient,sex,age,Total protein (g/dL),Total protein (g/L)\n1,M,45,{cells}\n");
        said(&text, &["value", "unit", "notices"]).join("; ")
    };
    assert_eq!(said("7.1,71"), "7.1|g/dL|");
    assert_eq!(said("7.1,71.0"), "7.1|g/dL|");
    assert_eq!(said("4,40"), "4|g/dL|");
    assert_eq!(
        said("7.1,65"),
        "7.1|g/dL|repeat-differs; 65|g/L|repeat-differs"
    );
    assert_eq!(said(",71"), "71|g/L|");
}
