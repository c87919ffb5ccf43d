//! What tells the rows of a patient's day apart, and what only looks as if it did.

use crate::run::said;

/// Are potassium, calcium and ALP of a day, as EDTA makes them, suspected together? The rows are the columns in front of these.
#[track_caller]
fn is_suspected(headers: &str, rows: [&str; 3]) -> bool {
    let tests = ["Potassium,7.2,mmol/L", "Calcium,1.6,mmol/L", "ALP,12,U/L"];
    let lines = rows
        .iter()
        .zip(tests)
        .map(|(row, test)| format!("{row},2026-05-02,{test}\n"));
    let text = format!(
        "{headers},date,test,value,unit\n{}",
        lines.collect::<String>()
    );
    let notices = said(&text, &["notices"]);
    notices[0].contains("edta-suspected")
}

#[test]
fn one_person_in_several_ways_of_writing() {
    for (headers, rows, expected) in [
        (
            "patient,sex,age",
            ["P1,F,50", "P1,Female,50", "P1,f,50 y"],
            true,
        ),
        ("patient,sex,age", ["P1,F,50", "P1,,", "P1,,"], true),
        (
            "patient,sex,birth_date",
            ["P1,F,1980-01-01", "P1,F,01/01/1980", "P1,F,1980-01-01"],
            true,
        ),
        // Perhaps of two people.
        ("patient,sex,age", ["P1,F,50", "P1,M,50", "P1,F,50"], false),
        ("patient,sex,age", ["P1,F,50", "P1,F,31", "P1,F,50"], false),
        (
            "patient,sex,birth_date",
            ["P1,F,1980-01-01", "P1,F,1981-01-01", "P1,F,1980-01-01"],
            false,
        ),
    ] {
        assert_eq!(is_suspected(headers, rows), expected, "{headers}: {rows:?}");
    }
}

#[test]
fn columns_that_tell_tests_apart_and_not_draws() {
    for (header, cells, expected) in [
        ("Analyzer", ["cobas 1", "cobas 1", "cobas 2"], true),
        ("Instrument", ["ISE", "c702", "c702"], true),
        ("Method", ["ISE", "NM-BAPTA", "IFCC"], true),
        ("Order code", ["K", "CA", "ALP"], true),
        ("Row", ["1", "2", "3"], true),
        ("", ["0", "1", "2"], true),
        ("No", ["17", "18", "19"], true),
        // These may tell draws.
        ("No", ["17", "18", "25"], false),
        ("Visit", ["1", "2", "2"], false),
        ("Tube", ["A", "B", "B"], false),
        ("Remark 2", ["x", "y", "y"], false),
    ] {
        let rows = cells.map(|cell| format!("P1,F,50,{cell}"));
        let rows = [rows[0].as_str(), rows[1].as_str(), rows[2].as_str()];
        let headers = format!("patient,sex,age,{header}");
        assert_eq!(
            is_suspected(&headers, rows),
            expected,
            "{header}: {cells:?}"
        );
    }
}

/// By what the file shows, whatever the header: one cell for each test, in all patients.
#[test]
fn a_column_that_goes_with_the_test_in_all_patients() {
    let suspected = |header: &str, bench: [&str; 2]| {
        let of = |patient: &str, values: [&str; 3], bench: &str| {
            format!(
                "{patient},F,50,{bench},2026-05-02,Potassium,{},mmol/L\n\
                 {patient},F,50,Q7,2026-05-02,Calcium,{},mmol/L\n\
                 {patient},F,50,Q7,2026-05-02,ALP,{},U/L\n",
                values[0], values[1], values[2]
            )
        };
        let text = format!(
            "patient,sex,age,{header},date,test,value,unit\n{}{}",
            of("P1", ["7.2", "1.6", "12"], bench[0]),
            of("P2", ["4.2", "2.3", "70"], bench[1])
        );
        said(&text, &["notices"])[0].contains("edta-suspected")
    };
    assert!(suspected("Xy", ["Q3", "Q3"]));
    assert!(!suspected("Xy", ["Q3", "Q4"]));
    assert!(!suspected("Visit", ["Q3", "Q3"]));
}
