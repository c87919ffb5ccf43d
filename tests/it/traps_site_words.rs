//! Headers, units, tubes, limits and names as the systems of laboratories and hospitals write them, each of which once was not known;
//! and columns that nobody knows, which are told by their cells.

use crate::run::{Run, file};
use crate::traps::check;

const HIGH: &str = "creatinine H usable -";

#[test]
fn a_plus_under_any_known_header_is_the_laboratorys_flag() {
    for header in
        "Pathol|Auff.|Kennz|Indikator|ANORM|Anormalité|L/H|N/A/H/L|RESULT_IND|Warnung|Pijl"
            .split('|')
    {
        let columns = format!("patient;sex;age;test;result;unit;RB_UNTEN;RB_OBEN;{header}");
        check(
            &columns,
            &[("1;M;44;Creatinine;1.25;mg/dL;0.5;1.2;H", HIGH)],
        );
    }
}

#[test]
fn lower_and_upper_limits_in_german_short_words() {
    for pair in ["RB_UNTEN;RB_OBEN", "RBU;RBO", "RB_U;RB_O", "NB_von;NB_bis"] {
        let columns = format!("patient;sex;age;test;result;unit;{pair}");
        check(&columns, &[("1;M;44;Creatinine;1.25;mg/dL;0.5;1.2", HIGH)]);
    }
}

fn told(columns: &str, rows: &[&str]) -> String {
    let text = format!("{columns}\n{}\n", rows.join("\n"));
    let (_dir, path) = file("site.csv", &text);
    Run::check(path).done().stderr
}

#[test]
fn flags_and_days_under_a_header_that_nobody_knows_are_told() {
    let columns = "patient,sex,age,test,result,unit,Zzz";
    let potassium = |cell: &str| format!("1,M,44,Potassium,4.4,mmol/L,{cell}");
    let sodium = |cell: &str| format!("1,M,44,Sodium,140,mmol/L,{cell}");
    for (first, second, is_told) in [
        ("H", "N", true),
        ("+", "", true),
        ("LL", "", true),
        ("↑", "↓", true),
        ("N", "N", true),
        ("A", "B", false),
        ("A", "AB", false),
        ("A", "N", true),
        ("L", "N", true),
        ("L", "", false),
        ("*", "", true),
        ("!!", "", true),
        ("abnormal", "normal", true),
        ("Out of range", "In range", true),
        ("pathologisch", "", true),
        ("20230304", "20240304", true),
        ("20230304081000", "20240304081000", true),
        ("20231304", "20240304", false),
        ("30230304", "20240304", false),
    ] {
        let said = told(columns, &[&potassium(first), &sodium(second)]);
        assert_eq!(said.contains("Zzz"), is_told, "{first} {second}: {said}");
    }
    let said = told(&columns.replace("Zzz", "Priority"), &[&potassium("High")]);
    assert!(!said.contains("Priority"), "{said}");
}

#[test]
fn when_a_sample_was_drawn_in_more_headers() {
    for header in "COLLDT|DATPRL|DATPREL|PRLVDT|Afname|CollectionInstant|SpecimenCollectionInstant|CollectedDttm|\
                   SAMPLED_DATE|chartdate|DRAWDT|ENTN_DAT|Test Date/Time"
        .split('|')
    {
        let text = format!("patient,sex,age,test,result,unit,{header}\n1,M,44,Potassium,4.4,mmol/L,20240304\n");
        let (_dir, path) = file("drawn.csv", &text);
        let out = Run::check(path).args(["--to", "csv"]).done().stdout;
        assert!(out.contains(",20240304,"), "{header}: {out}");
    }
}

#[test]
fn tubes_by_their_short_colors() {
    for (tube, expected) in [
        ("LAV", "potassium N unusable specimen-unsuitable"),
        ("PUR", "potassium N unusable specimen-unsuitable"),
        ("GLD", "potassium N usable -"),
    ] {
        let row = format!("1,M,44,{tube},Potassium,4.1,mmol/L,3.5-5.1");
        check(
            "patient,sex,age,sample type,test,result,unit,reference_range",
            &[(&row, expected)],
        );
    }
}

#[test]
fn units_limits_and_names() {
    let columns = "patient;sex;age;specimen;test;result;unit;range";
    for (row, expected) in [
        (
            "1;M;44;Serum;Potassium;6.8;MMOL_L;3.5-5.1",
            "potassium HH usable critical-limit",
        ),
        (
            "1;M;44;Serum;Potassium;4.1;mmol/L;(3.5 - 5.1 mmol/L)",
            "potassium N usable -",
        ),
        (
            "1;M;44;Serum;Sodium;134;mmol/L;above >=135 mmol/L",
            "sodium L usable -",
        ),
        (
            "1;M;44;Serum;Sodium;135;mmol/L;above >=135 mmol/L",
            "sodium N usable -",
        ),
        (
            "1;M;44;Serum;Sodium;134;mmol/L;Standard range: 135-146",
            "sodium L usable -",
        ),
        (
            "1;M;44;Serum;Sodium;134;mmol/L;135-146 mmol/L (calc)",
            "sodium L usable -",
        ),
        (
            "1;M;44;Serum;K-C;6.8;mmol/L;3.5-5.1",
            "potassium HH usable critical-limit",
        ),
        ("1;M;44;Serum;CREP2;1.25;mg/dL;0.5-1.2", HIGH),
    ] {
        check(columns, &[(row, expected)]);
    }
}

/// A header that is known, too, where the column is not read; and what stands under two of a kind.
#[test]
fn flags_and_limits_that_are_not_read_are_told() {
    for (header, cells, is_told) in [
        ("Marker", "*", true),
        ("Level", "High", true),
        ("Level", "Normal", false),
        ("Grade", "H", true),
        ("Flag 1,Flag 2", "*,", true),
        ("flag_1,flag_2", ",HH", true),
        ("low 1,high 1", "3,5", true),
        ("High1,Low1", "5,3", true),
        ("low 1,low 2", "3,3", false),
    ] {
        let columns = format!("patient,sex,age,test,result,unit,{header}");
        let row = |result: &str| format!("1,M,44,{result},mmol/L,{cells}");
        let said = told(&columns, &[&row("Potassium,4.4"), &row("Sodium,140")]);
        let found = said.contains("column-unknown");
        assert_eq!(found, is_told, "{header} {cells}: {said}");
    }
}
