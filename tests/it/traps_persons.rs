//! Who somebody is, where a file says it in columns of its own.

use crate::run::{Run, file};

/// The flags of a creatinine that is within the interval of men and above that of women: `N`, `H`, or nothing for an unknown sex.
fn flags(text: &str) -> Vec<String> {
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    rows.iter().map(|row| row["flag"].clone()).collect()
}

#[test]
fn columns_of_sex_and_gender() {
    for (columns, cells, expected) in [
        ("sex,gender", ["M,male", "F,Female", "M,"], ["N", "H", "N"]),
        (
            "gender,sex_at_birth",
            ["female,male", "female,female", ",male"],
            ["", "H", "N"],
        ),
        (
            "sex,gender identity",
            ["M,nonbinary", "F,M", "unknown,F"],
            ["N", "", "H"],
        ),
        (
            "biological_sex,gender",
            ["M,F", "F,F", "M,M"],
            ["", "H", "N"],
        ),
        (
            "sex_assigned_at_birth,age_group",
            ["M,40-49", "F,40-49", ",40-49"],
            ["N", "H", ""],
        ),
    ] {
        let rows: String = (cells.iter().enumerate())
            .map(|(at, cells)| format!("{at},{cells},40,Creatinine,100,umol/L\n"))
            .collect();
        let text = format!("patient,{columns},age,test,result,unit\n{rows}");
        assert_eq!(flags(&text), expected, "{columns}: {cells:?}");
    }
}

#[test]
fn a_column_for_each_sex() {
    for (columns, cells, expected) in [
        ("Male,Female", ["1,0", "0,1", "1,0"], ["N", "H", "N"]),
        ("Male,Female", ["1,", ",1", "1,"], ["N", "H", "N"]),
        ("Female,Male", ["1,", ",1", "0,1"], ["H", "N", "N"]),
        ("Male,Female", ["x,", ",x", ","], ["N", "H", ""]),
        (
            "is_male,is_female",
            ["yes,no", "no,yes", "no,no"],
            ["N", "H", ""],
        ),
        // Both, or neither.
        ("Male,Female", ["1,1", "0,0", "0,1"], ["", "", "H"]),
    ] {
        let rows: String = (cells.iter().enumerate())
            .map(|(at, cells)| format!("{at},{cells},40,Creatinine,100,umol/L\n"))
            .collect();
        let text = format!("patient,{columns},age,test,result,unit\n{rows}");
        assert_eq!(flags(&text), expected, "{columns}: {cells:?}");
        // The same in a wide file, and in a file of patients.
        let rows: String = (cells.iter().enumerate())
            .map(|(at, cells)| format!("{at},{cells},40,100,4.1\n"))
            .collect();
        let text = format!("patient,{columns},age,Creatinine (umol/L),Potassium (mmol/L)\n{rows}");
        let wide: Vec<String> = flags(&text).into_iter().step_by(2).collect();
        assert_eq!(wide, expected, "{columns}: {cells:?}");
        let rows: String = (cells.iter().enumerate())
            .map(|(at, cells)| format!("{at},{cells},40\n"))
            .collect();
        let (_folder, patients) = file("people.csv", format!("patient,{columns},age\n{rows}"));
        let (_folder, labs) = file(
            "labs.csv",
            "patient,test,result,unit\n0,Creatinine,100,umol/L\n1,Creatinine,100,umol/L\n2,Creatinine,100,umol/L\n",
        );
        let patients = patients.to_str().expect("a path");
        let rows = Run::check(&labs).args(["--patients", patients]).rows();
        let joined: Vec<&str> = rows.iter().map(|row| row["flag"].as_str()).collect();
        assert_eq!(joined, expected, "{columns}: {cells:?}");
    }
}

#[test]
fn age_and_sex_in_one_cell() {
    for (header, cells, expected) in [
        (
            "Age/Sex",
            ["45 Y / M", "45/F", "45Y/Female"],
            ["N", "H", "H"],
        ),
        ("Sex/Age", ["M/45", "F / 45 Yrs", "/45"], ["N", "H", ""]),
        (
            "Alter/Geschlecht",
            ["45 / m", "45/w", "45/"],
            ["N", "H", ""],
        ),
        ("Sexe/Age", ["M/45", "F/45", ""], ["N", "H", ""]),
        // A child is none of the adults.
        ("Age/Sex", ["3 D / M", "45/F", "45/M"], ["H", "H", "N"]),
    ] {
        let rows: String = (cells.iter().enumerate())
            .map(|(at, cell)| format!("{at},{cell},Creatinine,100,umol/L\n"))
            .collect();
        let text = format!("patient,{header},test,result,unit\n{rows}");
        assert_eq!(flags(&text), expected, "{header}: {cells:?}");
    }
}

#[test]
fn lines_above_a_table_state_a_sex_in_words() {
    for sex in ["Sex,Male,", "Sex,M,", "Sex: Male,,", "Gender,male,"] {
        let text = format!(
            "Patient,P1,\n{sex}\nAge,45,\n,,\nTest,Result,Unit\nCreatinine,100,umol/L\nPotassium,4.1,mmol/L\n"
        );
        assert_eq!(flags(&text), ["N", "N"], "{sex}");
    }
}

#[test]
fn a_sex_said_twice() {
    for (cells, expected) in [
        (["Male (M)", "F - Female", "M - Male"], ["N", "H", "N"]),
        (["1 - Male", "2 - Female", "Male/M"], ["N", "H", "N"]),
        (["M/F", "trans male", "Male to Female"], ["", "", ""]),
    ] {
        let rows: String = (cells.iter().enumerate())
            .map(|(at, cell)| format!("{at},{cell},40,Creatinine,100,umol/L\n"))
            .collect();
        let text = format!("patient,sex,age,test,result,unit\n{rows}");
        assert_eq!(flags(&text), expected, "{cells:?}");
    }
}

/// Of two days of birth, or sexes under one header, none is taken where they differ, and the file is told.
#[test]
fn two_columns_that_contradict_each_other() {
    for (header, cells) in [
        (
            "birth_date,dob",
            ["1980-01-02,2019-01-02", "1980-01-02,02 Jan 1980"],
        ),
        (
            "dob,dob",
            ["1980-01-02,2019-01-02", "1980-01-02,1980-01-02"],
        ),
        ("sex,sex", ["M,F", "M,male"]),
    ] {
        let known = match header {
            "sex,sex" => ("dob", "1980-01-02"),
            _ => ("sex", "M"),
        };
        let rows = cells.iter().enumerate().map(|(at, cells)| {
            format!(
                "P{at},2026-05-18,{},{cells},Hemoglobin,13.1,g/dL\n",
                known.1
            )
        });
        let text = format!(
            "patient,collected,{},{header},test,result,unit\n{}",
            known.0,
            rows.collect::<String>()
        );
        let (_folder, path) = file("labs.csv", &text);
        let done = Run::check(&path).done();
        let rows = Run::check(&path).rows();
        let flags: Vec<&str> = rows.iter().map(|row| row["flag"].as_str()).collect();
        assert_eq!(flags, ["", "L"], "{header}\n{}", done.stderr);
        assert!(
            done.stderr
                .contains("neither is taken there [column-differs]"),
            "{header}\n{}",
            done.stderr
        );
    }
}
