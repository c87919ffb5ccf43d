//! What a suspicion that rests on rows of a day being of one draw may not do, and what tells such rows apart.

use std::path::Path;

use crate::run::{Run, file, said};

const UNDATED: &str = "patient,sex,age,test,value,unit";

#[test]
fn what_is_only_assumed_takes_no_stop_away() {
    for (potassium, partners, assumed) in [
        ("6.2", "", false),
        ("6.2", "P1,M,50,Platelets,520,10*9/L\n", true),
        ("7.2", "P1,M,50,Platelets,520,10*9/L\n", true),
        (
            "6.2",
            "P1,M,50,Calcium,1.6,mmol/L\nP1,M,50,ALP,12,U/L\n",
            true,
        ),
    ] {
        let text = format!("{UNDATED}\nP1,M,50,Potassium,{potassium},mmol/L\n{partners}");
        let (_folder, path) = file("labs.csv", text);
        let sheet = [Path::new("preop"), &path];
        let surgery = ["--today", "2026-11-25", "--surgery-date", "2026-12-01"];
        let done = Run::new(sheet)
            .args(surgery)
            .args(["--fail-on", "stop"])
            .done();
        assert_eq!(done.code, 1, "{potassium} {partners}");
        let stop = format!("STOP  Potassium {potassium} mmol/L");
        assert!(done.stdout.contains(&stop), "{}", done.stdout);
        // The doubt is told beside it.
        let doubt = "Rows of this patient tell no sample";
        assert_eq!(done.stdout.contains(doubt), assumed, "{}", done.stdout);
        let again = "Repeat potassium on a fresh sample";
        assert_eq!(done.stdout.contains(again), assumed, "{}", done.stdout);
    }
}

/// Whether potassium, calcium and ALP of one patient are taken as of one draw: `cells` stand in front of each test, under
/// `header`; `more` are further rows.
#[track_caller]
fn are_of_one(header: &str, cells: [&str; 3], more: &[&str]) -> bool {
    let results = ["Potassium,7.2,mmol/L", "Calcium,1.6,mmol/L", "ALP,12,U/L"];
    let rows = cells.iter().zip(results);
    let rows: String = rows
        .map(|(cells, result)| format!("{cells}{result}\n"))
        .collect();
    let more: String = more.iter().map(|row| format!("{row}\n")).collect();
    let said = said(
        &format!("{header}test,value,unit\n{rows}{more}"),
        &["notices"],
    );
    let assumed = said[..3]
        .iter()
        .filter(|row| row.contains("one-draw-assumed"));
    let assumed = assumed.count();
    assert!([0, 3].contains(&assumed), "{header} {cells:?} {said:?}");
    assumed == 3
}

#[test]
fn what_tells_rows_of_a_day_apart() {
    let day = "P1,M,50,2026-05-02,";
    for (header, cells, expected) in [
        ("patient,sex,age,date,", [day; 3], true),
        // Some other age, and another sex.
        (
            "patient,sex,age,date,",
            [day, "P1,M,20,2026-05-02,", day],
            false,
        ),
        (
            "patient,sex,age,date,",
            [day, "P1,F,50,2026-05-02,", day],
            false,
        ),
        // A time that cannot be joined to its day.
        (
            "patient,sex,date,time,",
            [
                "P1,M,2026-05-02,8,",
                "P1,M,2026-05-02,14,",
                "P1,M,2026-05-02,14,",
            ],
            false,
        ),
        (
            "patient,sex,date,time,",
            [
                "P1,M,2026-05-02,morning,",
                "P1,M,2026-05-02,noon,",
                "P1,M,2026-05-02,noon,",
            ],
            false,
        ),
        (
            "patient,sex,date,time,",
            ["P1,M,2026-05-02,morning,"; 3],
            true,
        ),
        (
            "patient,sex,collected,reported,",
            [
                "P1,M,2026-05-02,2026-05-02 09:00,",
                "P1,M,2026-05-02,2026-05-02 15:00,",
                "P1,M,2026-05-02,2026-05-02 15:00,",
            ],
            false,
        ),
        // Whatever it is called: nobody reads it.
        (
            "patient,sex,date,Zug,",
            [
                "P1,M,2026-05-02,a,",
                "P1,M,2026-05-02,b,",
                "P1,M,2026-05-02,b,",
            ],
            false,
        ),
        ("patient,sex,date,Zug,", ["P1,M,2026-05-02,a,"; 3], true),
        // Without a day: only where everything is read.
        ("patient,sex,age,", ["P1,M,50,"; 3], true),
        ("patient,sex,Zug,", ["P1,M,a,"; 3], false),
        ("patient,sex,Tag,", ["P1,M,1,", "P1,M,8,", "P1,M,8,"], false),
        ("patient,sex,Tag,", ["P1,M,1,"; 3], false),
        // "Unknown" is anybody.
        ("patient,sex,date,", ["unknown,M,2026-05-02,"; 3], false),
        ("patient,sex,date,", ["Anonymous,M,2026-05-02,"; 3], false),
        ("patient,sex,date,", ["unbekannt,M,2026-05-02,"; 3], false),
        ("patient,sex,date,", ["anon,M,2026-05-02,"; 3], false),
        ("patient,sex,date,", ["0,M,2026-05-02,"; 3], false),
        ("patient,sex,date,", ["n/a,M,2026-05-02,"; 3], false),
        ("patient,sex,date,", ["test,M,2026-05-02,"; 3], false),
    ] {
        assert_eq!(
            are_of_one(header, cells, &[]),
            expected,
            "{header} {cells:?}"
        );
    }
}

#[test]
fn an_identifier_of_two_people_has_no_day() {
    let header = "patient,sex,date,";
    let day = ["P1,M,2026-05-02,"; 3];
    for (more, expected) in [
        ("P1,M,2026-06-02,Sodium,140,mmol/L", true),
        ("P1,F,2026-06-02,Sodium,140,mmol/L", false),
    ] {
        assert_eq!(are_of_one(header, day, &[more]), expected, "{more}");
    }
}

#[test]
fn two_results_of_any_test_are_two_draws() {
    let header = "patient,sex,date,";
    let day = ["P1,M,2026-05-02,"; 3];
    for (one, other, expected) in [
        ("Troponin T,12,ng/L", "Troponin T,60,ng/L", false),
        ("CRP,4,mg/L", "CRP,90,mg/L", false),
        ("Lactate,1.1,mmol/L", "Lactate,4.3,mmol/L", false),
        ("INR,1.1,", "INR,2.4,", false),
        ("pH,7.38,", "pH,7.21,", false),
        ("Frobnicase,12,U/L", "Frobnicase,60,U/L", false),
        ("Blood culture,negative,", "Blood culture,positive,", false),
        ("CRP,4,mg/L", "CRP,<4,mg/L", false),
        ("CRP,4,mg/L", "CRP,4,mg/L", true),
        ("Frobnicase,12,U/L", "Frobnicase,12,U/L", true),
        ("CRP,4,mg/L", "Lactate,4.3,mmol/L", true),
        ("Glucose,5.2,mmol/L", "Glucose,9.8,mmol/L", true),
        // One result in two units, to the digits that are printed.
        ("Calcium,1.6,mmol/L", "Calcium,6.4,mg/dL", true),
        ("Calcium,1.6,mmol/L", "Calcium,7.9,mg/dL", false),
        ("Creatinine,80,umol/L", "Creatinine,0.9,mg/dL", true),
        ("Creatinine,80,umol/L", "Creatinine,1.2,mg/dL", false),
    ] {
        let rows = [one, other].map(|row| format!("P1,M,2026-05-02,{row}"));
        let rows = [rows[0].as_str(), rows[1].as_str()];
        assert_eq!(are_of_one(header, day, &rows), expected, "{one} {other}");
    }
}

#[test]
fn a_result_that_another_replaces_is_no_second_draw() {
    let row = |status: &str, result: &str| format!("P1,M,2026-05-02,{status},{result}\n");
    for (one, other, expected) in [
        ("final", "final", false),
        ("preliminary", "final", true),
        ("preliminary", "corrected", true),
        ("corrected", "final", true),
        ("corrected", "corrected", false),
    ] {
        let text = [
            "patient,sex,date,status,test,value,unit\n".to_string(),
            row("final", "Potassium,7.2,mmol/L"),
            row("final", "Calcium,1.6,mmol/L"),
            row("final", "ALP,12,U/L"),
            row(one, "CRP,4,mg/L"),
            row(other, "CRP,90,mg/L"),
        ]
        .concat();
        let said = said(&text, &["notices"]);
        assert_eq!(
            said[0].contains("one-draw-assumed"),
            expected,
            "{one} {other} {said:?}"
        );
    }
}
