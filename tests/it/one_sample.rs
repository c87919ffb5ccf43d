//! Which rows are of one sample, however their time and number are written: what an index says of one reaches the other.

use crate::run::{Run, file, sheet_or_stop};

/// What becomes of a potassium of this sample, time and specimen beside an index of 2 g/L free hemoglobin of that one. Here and
/// below `number, collected, specimen`.
fn potassium(own: [&str; 3], index: [&str; 3]) -> String {
    let row = |[number, collected, specimen]: [&str; 3], result: &str| {
        format!("P1,{number},{collected},F,50,{specimen},{result}\n")
    };
    let header = "patient,sample,collected,sex,age,specimen,test,value,unit,range\n";
    let potassium = row(own, "Potassium,4.1,mmol/L,3.5-5.1");
    let index = row(index, "Hemolysis index,200,mg/dL,");
    let said = |rows: String| {
        let (_folder, path) = file("labs.csv", rows);
        let rows = Run::new(["check"]).args([&path]).rows();
        let row = rows.iter().find(|row| row["analyte"] == "potassium");
        let row = row.expect("a potassium");
        let told = row["notices"].contains("sample-not-told");
        let told = if told { "not told" } else { "told" };
        format!("{} {told}", row["usability"])
    };
    let before = said(format!("{header}{index}{potassium}"));
    let behind = said(format!("{header}{potassium}{index}"));
    assert_eq!(before, behind, "{own:?}");
    before
}

#[test]
fn one_time_is_one_sample_however_it_is_written() {
    for (own, index, expected) in [
        (
            "2026-05-02 07:15",
            "2026-05-02 07:15:00",
            "indeterminate told",
        ),
        ("2026-05-02 07:15", "2026-05-02T07:15", "indeterminate told"),
        ("2026-05-02 07:15", "02.05.2026 7:15", "indeterminate told"),
        ("2026-05-02 07:15", "20260502071500", "indeterminate told"),
        (
            "2026-05-02 07:15",
            "2026-05-02 7:15 AM",
            "indeterminate told",
        ),
        (
            "2026-05-02T07:15Z",
            "2026-05-02T09:15+02:00",
            "indeterminate told",
        ),
        // Day and month nobody settles: one and the same time all the same.
        ("05/02/2026 07:15", "5/2/2026 7:15:00", "indeterminate told"),
        ("2026-05-02 07:15", "2026-05-02 08:15", "usable told"),
        ("2026-05-02 07:15", "2026-05-03 07:15", "usable told"),
        // A day, also where a database writes it as a time: which sample is it?
        ("2026-05-02", "2026-05-02", "caution not told"),
        (
            "2026-05-02 00:00:00",
            "2026-05-02 00:00:00",
            "caution not told",
        ),
        ("2026-05-02 00:00", "2026-05-02", "caution not told"),
        ("2026-05-02 00:00", "2026-05-03 00:00", "usable told"),
    ] {
        let found = potassium(["", own, "Serum"], ["", index, "Serum"]);
        assert_eq!(found, expected, "{own}, {index}");
    }
    // Which tube of that day it was is as open for whole blood; of another kind it was not.
    for (own, index, expected) in [
        ("Whole blood", "Whole blood", "caution not told"),
        ("Capillary", "Arterial blood", "caution not told"),
        ("Serum", "Whole blood", "usable told"),
        ("Whole blood", "Serum", "usable told"),
    ] {
        for day in ["2026-05-02", ""] {
            let found = potassium(["", day, own], ["", day, index]);
            assert_eq!(found, expected, "{own}, {index}, {day}");
        }
    }
}

#[test]
fn an_index_that_states_no_specimen_is_of_the_serum() {
    let time = "2026-05-02 07:15";
    for (own, index, expected) in [
        ("Serum", "", "indeterminate told"),
        ("", "Serum", "indeterminate told"),
        ("Serum", "Blood", "indeterminate told"),
        ("Serum", "Urine", "usable told"),
    ] {
        let found = potassium(["", time, own], ["", time, index]);
        assert_eq!(found, expected, "{own}, {index}");
    }
}

#[test]
fn a_number_is_one_whatever_a_spreadsheet_made_of_it() {
    for (own, index, expected) in [
        ("0012345", "12345", "indeterminate told"),
        ("12345", "12345.0", "indeterminate told"),
        ("s-12", "S-12", "indeterminate told"),
        ("12345", "12346", "usable told"),
        ("S012", "S12", "usable told"),
    ] {
        let (one, other) = ("2026-05-02 07:15", "2026-05-02 07:20");
        let found = potassium([own, one, "Serum"], [index, other, "Serum"]);
        assert_eq!(found, expected, "{own}, {index}");
    }
}

/// `H` beside `I` and `L` is an index, and what it says of its sample reaches the patterns too.
#[test]
fn an_index_that_its_neighbors_name_makes_its_sample_suspicious() {
    const UNRELIABLE: &str = "haptoglobin-unreliable";
    let row = |result: &str| format!("P1,S1,2026-05-02 07:15,F,50,Serum,{result}\n");
    for (index, expected) in [
        ("H,200,mg/dL", true),
        ("H,3+,", true),
        ("Hemolysis index,200,mg/dL", true),
        ("H,0,", false),
        ("H,5,mg/dL", false),
    ] {
        let mut rows = [
            row("Haptoglobin,1.2,g/L"),
            row(index),
            row("I,0,"),
            row("L,0,"),
        ];
        for _ in 0..rows.len() {
            let text = rows.concat();
            let header = "patient,sample,collected,sex,age,specimen,test,value,unit\n";
            let (_folder, path) = file("labs.csv", format!("{header}{text}"));
            let found = Run::new(["check"]).args([&path]).rows();
            let haptoglobin = found.iter().find(|row| row["analyte"] == "haptoglobin");
            let notices = &haptoglobin.expect("a haptoglobin")["notices"];
            assert_eq!(notices.contains(UNRELIABLE), expected, "{text}: {notices}");
            rows.rotate_left(1);
        }
    }
}

#[test]
fn what_is_stated_of_whole_blood_holds_in_it() {
    const HEAD: &str = "patient,sample,collected,sex,age,specimen,test,value,unit,range,comment\n";
    let row =
        |specimen: &str, result: &str| format!("P1,S1,2026-05-02 07:15,M,40,{specimen},{result}\n");
    for (own, other, said, expected) in [
        (
            "Capillary",
            "Capillary",
            "Hemolysis index,4+,,,",
            "unusable hemolysis-gross",
        ),
        (
            "Arterial blood",
            "Arterial blood",
            "Hemolysis,Yes,,,",
            "indeterminate hemolysis-raises",
        ),
        (
            "Whole blood",
            "Whole blood",
            "Hemolysis index,200,mg/dL,,",
            "indeterminate hemolysis-raises",
        ),
        (
            "Arterial blood",
            "Arterial blood",
            "Sodium,139,mmol/L,136-145,hemolyzed",
            "indeterminate hemolysis-raises",
        ),
        (
            "Arterial blood",
            "Arterial blood",
            "Hemolysis,No,,,",
            "usable ",
        ),
        // Of another tube, or nothing.
        (
            "Whole blood",
            "",
            "Hemolysis index,200,mg/dL,,",
            "usable hemolysis-not-visible",
        ),
        (
            "Whole blood",
            "Whole blood",
            "Sodium,139,mmol/L,136-145,",
            "usable hemolysis-not-visible",
        ),
        (
            "Serum",
            "Whole blood",
            "Hemolysis index,200,mg/dL,,",
            "usable ",
        ),
    ] {
        let potassium = row(own, "Potassium,4.1,mmol/L,3.5-5.1,");
        let other = row(other, said);
        for text in [
            format!("{HEAD}{potassium}{other}"),
            format!("{HEAD}{other}{potassium}"),
        ] {
            let (_folder, path) = file("labs.csv", text);
            let rows = Run::new(["check"]).args([&path]).rows();
            let row = rows.iter().find(|row| row["analyte"] == "potassium");
            let row = row.expect("a potassium");
            let found = format!("{} {}", row["usability"], row["notices"]);
            assert!(found.starts_with(expected), "{own} {said}: {found}");
            assert_eq!(
                found.contains("not-visible"),
                expected.contains("not-visible"),
                "{own} {said}"
            );
        }
    }
}

#[test]
fn a_spoiled_number_before_a_spoiled_one_is_no_usable_one() {
    let row = |hour: u8, result: &str| {
        format!(
            "P1,S{hour},2026-11-20 0{hour}:12,M,60,Potassium,{result},mmol/L,3.5-5.1,Sample hemolyzed\n"
        )
    };
    let head = "patient,sample,collected,sex,age,test,value,unit,range,comment\n";
    let sheet = sheet_or_stop(&format!("{head}{}{}", row(8, "3.3"), row(9, "4.1"))).stdout;
    let words: Vec<&str> = sheet.split_whitespace().collect();
    let told = "no usable one before (3.3 mmol/L (2026-11-20 08:12), not usable)";
    assert!(words.join(" ").contains(told), "{sheet}");
}

/// Of one tube is what a row says of it, by its comment or as an index: a clotting time beside an INR of hemolyzed plasma was calm.
#[test]
fn what_is_stated_of_a_tube_of_citrate_or_edta_holds_in_it() {
    const HEAD: &str = "patient,sample,collected,sex,age,specimen,test,value,unit,range,comment\n";
    let row = |result: &str| format!("P1,S1,2026-05-02 07:15,M,40,{result}\n");
    for (own, said, expected) in [
        (
            "Citrate plasma,aPTT,30,s,25-35,",
            "Citrate plasma,INR,1.1,,0.9-1.2,hemolyzed",
            "caution hemolysis-effect-unknown",
        ),
        (
            "Citrate plasma,aPTT,30,s,25-35,",
            "Citrate plasma,INR,1.1,,0.9-1.2,not hemolyzed",
            "usable ",
        ),
        (
            "Citrate plasma,aPTT,30,s,25-35,",
            "Citrate plasma,Hemolysis index,400,mg/dL,,",
            "caution hemolysis-effect-unknown",
        ),
        (
            "Citrate plasma,aPTT,30,s,25-35,",
            "Serum,Hemolysis index,400,mg/dL,,",
            "usable ",
        ),
        (
            "EDTA blood,Hemoglobin,15.1,g/dL,13-17,",
            "EDTA blood,WBC,6,10*9/L,4-10,lipemic",
            "caution lipemia-effect-unknown",
        ),
        (
            "EDTA blood,Hemoglobin,15.1,g/dL,13-17,",
            "EDTA blood,WBC,6,10*9/L,4-10,EDTA contamination",
            "usable ",
        ),
    ] {
        let text = format!("{HEAD}{}{}", row(own), row(said));
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::new(["check"]).args([&path]).rows();
        let found = format!("{} {}", rows[0]["usability"], rows[0]["notices"]);
        assert!(found.starts_with(expected), "{own} {said}: {found}");
    }
}
