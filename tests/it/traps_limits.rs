//! Limits that the laboratory prints, under headers of anything, in words for several groups, and as ticks: where they were passed
//! over, the sickest were called normal by another laboratory's. Each with a look-alike that is none.

use crate::traps::{check, said_of};

/// The rows of a file with these columns behind `patient,sex,age,test,result,unit`.
#[track_caller]
fn with(columns: &str, rows: &[(&str, &str)]) {
    check(&format!("patient,sex,age,test,result,unit,{columns}"), rows);
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
    ] {
        let row = format!("1,F,40,Creatinine,1.0,mg/dL,{range}");
        with("range", &[(&row, expected)]);
    }
}

#[test]
fn a_v_is_a_woman_or_a_man_by_the_sexes_of_the_file() {
    let said = |sexes: &str, range: &str| {
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
        assert_eq!(said(sexes, range), expected, "{sexes} {range}");
    }
}
