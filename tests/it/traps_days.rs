//! Rows that tell neither a sample nor a time, as files written by hand have them: a patient, a day, a test. What spoils a
//! tube shows across its results, so those of one day are looked at together, and it is said that this was assumed.

use crate::run::said;

/// Usability and notices of each row of a patient, by the columns behind patient and sex.
#[track_caller]
fn of_rows(header: &str, rows: &[&str]) -> Vec<String> {
    let lines: Vec<String> = rows.iter().map(|row| format!("{row}\n")).collect();
    said(
        &format!("{header}\n{}", lines.concat()),
        &["usability", "notices"],
    )
}

const DATED: &str = "patient,sex,age,date,test,value,unit";
const UNDATED: &str = "patient,sex,age,test,value,unit";

#[test]
fn potassium_beside_many_platelets_of_one_day() {
    let doubt = "pseudohyperkalemia-possible";
    let taken = "one-draw-assumed";
    for (header, rows, expected, assumed) in [
        (
            DATED,
            vec![
                "P1,M,50,2026-05-02,Potassium,7.2,mmol/L",
                "P1,M,50,2026-05-02,Platelets,900,10*9/L",
            ],
            // The rule asks for the day, and for no one draw.
            true,
            false,
        ),
        (
            DATED,
            vec![
                "P1,M,50,2026-05-02,Potassium,7.2,mmol/L",
                "P1,M,50,2026-05-02,Potassium,5.9,mmol/L",
                "P1,M,50,2026-05-02,Platelets,900,10*9/L",
            ],
            true,
            false,
        ),
        // Of another day, and of another patient.
        (
            DATED,
            vec![
                "P1,M,50,2026-05-02,Potassium,7.2,mmol/L",
                "P1,M,50,2026-05-03,Platelets,900,10*9/L",
                "P2,M,50,2026-05-02,Platelets,900,10*9/L",
            ],
            false,
            false,
        ),
        (
            UNDATED,
            vec![
                "P1,M,50,Potassium,7.2,mmol/L",
                "P1,M,50,Platelets,900,10*9/L",
            ],
            true,
            true,
        ),
        // No day, and more than one draw.
        (
            UNDATED,
            vec![
                "P1,M,50,Potassium,7.2,mmol/L",
                "P1,M,50,Potassium,4.1,mmol/L",
                "P1,M,50,Platelets,900,10*9/L",
            ],
            false,
            false,
        ),
        // A column that nobody reads may say when.
        (
            "patient,sex,age,Visit week,test,value,unit",
            vec![
                "P1,M,50,1,Potassium,7.2,mmol/L",
                "P1,M,50,6,Platelets,900,10*9/L",
            ],
            false,
            false,
        ),
        // Nobody is named.
        (
            UNDATED,
            vec![",M,50,Potassium,7.2,mmol/L", ",M,50,Platelets,900,10*9/L"],
            false,
            false,
        ),
    ] {
        let said = of_rows(header, &rows);
        assert_eq!(said[0].contains(doubt), expected, "{rows:?} {said:?}");
        assert_eq!(said[0].contains(taken), assumed, "{rows:?} {said:?}");
        let usability = if expected { "indeterminate" } else { "usable" };
        assert!(said[0].starts_with(usability), "{rows:?} {said:?}");
    }
}

#[test]
fn edta_of_one_day_is_suspected_and_never_certain() {
    let edta = [
        "P1,M,50,2026-05-02,Potassium,7.2,mmol/L",
        "P1,M,50,2026-05-02,Calcium,1.6,mmol/L",
        "P1,M,50,2026-05-02,ALP,12,U/L",
    ];
    for (more, expected) in [
        (vec![], true),
        // Printed twice, as it is.
        (vec!["P1,M,50,2026-05-02,Potassium,7.2,mmol/L"], true),
        // A profile of glucose through the day says nothing of the rest.
        (
            vec![
                "P1,M,50,2026-05-02,Glucose,5.2,mmol/L",
                "P1,M,50,2026-05-02,Glucose,7.9,mmol/L",
            ],
            true,
        ),
        // Two draws: which calcium is of which?
        (vec!["P1,M,50,2026-05-02,Potassium,4.2,mmol/L"], false),
        (
            vec![
                "P1,M,50,2026-05-02,Creatinine,80,umol/L",
                "P1,M,50,2026-05-02,Creatinine,95,umol/L",
            ],
            false,
        ),
    ] {
        let rows: Vec<&str> = edta.into_iter().chain(more.iter().copied()).collect();
        let said = of_rows(DATED, &rows);
        for row in &said[..3] {
            assert_eq!(
                row.contains("edta-suspected"),
                expected,
                "{rows:?} {said:?}"
            );
            assert_eq!(
                row.contains("one-draw-assumed"),
                expected,
                "{rows:?} {said:?}"
            );
            assert!(!row.starts_with("unusable"), "{rows:?} {said:?}");
            assert_eq!(
                row.starts_with("indeterminate"),
                expected,
                "{rows:?} {said:?}"
            );
        }
    }
}

#[test]
fn a_day_is_one_however_it_is_written() {
    for (one, other, expected) in [
        ("2026-05-02", "02.05.2026", true),
        ("2026-05-02", "02/05/2026", false),
        ("2026-05-13", "2026-05-13 00:00", true),
        ("13/05/2026", "13 May 2026", true),
        ("2026-05-13", "2026-05-14", false),
        ("today", "today", true),
        ("2026-05-13", "", false),
    ] {
        let rows = [
            format!("P1,M,50,{one},Potassium,7.2,mmol/L"),
            format!("P1,M,50,{other},Calcium,1.6,mmol/L"),
            format!("P1,M,50,{other},ALP,12,U/L"),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let said = of_rows(DATED, &rows);
        assert_eq!(said[0].contains("edta"), expected, "{one} {other} {said:?}");
    }
}

#[test]
fn a_hint_of_hemolysis_asks_whether_something_is_said_of_it() {
    let rows = |index: &'static str| {
        vec![
            "P1,M,50,2026-05-02,Potassium,6.1,mmol/L",
            "P1,M,50,2026-05-02,LDH,600,U/L",
            "P1,M,50,2026-05-02,AST,90,U/L",
            index,
        ]
    };
    for (index, expected) in [
        ("P1,M,50,2026-05-02,Iron,15,umol/L", true),
        ("P1,M,50,2026-05-02,Hemolysis Index,5,mg/dL", false),
        ("P1,M,50,2026-05-03,Hemolysis Index,5,mg/dL", true),
    ] {
        let said = of_rows(DATED, &rows(index));
        assert_eq!(
            said[0].contains("hemolysis-suspected"),
            expected,
            "{index} {said:?}"
        );
    }
}

#[test]
fn a_column_of_days_is_read_where_they_are_dates() {
    for header in ["day", "Tag", "jour", "Día", "giorno", "dag"] {
        let text = |one: &str, other: &str| {
            format!(
                "patient,sex,age,{header},test,value,unit\nP1,M,50,{one},Potassium,4.1,mmol/L\nP1,M,50,{other},Sodium,140,mmol/L\n"
            )
        };
        let dates = said(&text("2026-05-02", "2026-05-04"), &["collected"]);
        assert_eq!(dates, ["2026-05-02", "2026-05-04"], "{header}");
        assert_eq!(said(&text("1", "8"), &["collected"]), ["", ""], "{header}");
    }
}

#[test]
fn a_day_that_no_calendar_has_is_told() {
    for (day, expected) in [
        ("2026-02-30", "usable|date-unreadable"),
        ("2026-02-30 08:15", "usable|date-unreadable"),
        ("31/04/2026", "usable|date-unreadable"),
        ("30-FEB-2026", "usable|date-unreadable"),
        ("20260431", "usable|date-unreadable"),
        ("2024-02-29", "usable|"),
        ("2026-04-30", "usable|"),
        ("", "usable|"),
        ("0000-00-00", "usable|"),
        // A word is no date that is none.
        ("baseline", "usable|"),
    ] {
        // Told of its row alone, whichever is judged first.
        let rows = [
            "P1,M,50,2026-05-02,Potassium,4.2,mmol/L".to_string(),
            format!("P2,M,50,{day},Potassium,4.2,mmol/L"),
            "P3,M,50,2026-05-02,Potassium,4.2,mmol/L".to_string(),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let said = of_rows(DATED, &rows);
        assert_eq!(said, ["usable|", expected, "usable|"], "{day}");
    }
}
