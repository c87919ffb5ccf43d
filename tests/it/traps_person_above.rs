//! A table of the person above that of the results.

use crate::run::{Run, file, said};

const RESULTS: &str = "Test,Result,Unit\nPotassium,6.9,mmol/L\nCreatinine,105,umol/L\n";

/// Whose the creatinine is, 105 umol/L: normal in a man, high in a woman.
#[track_caller]
fn creatinine(above: &str) -> String {
    let rows = said(
        &format!("{above}{RESULTS}"),
        &["patient", "sample", "flag", "notices"],
    );
    rows[1]
        .replace(" method-dependent", "")
        .replace("method-dependent", "")
}

/// The more was said of the person, the less the header of the results was found: the file was refused.
#[test]
fn however_much_it_says() {
    for (above, expected) in [
        ("Patient,Sex,Age\nSmith,M,40\n", "Smith||N|"),
        (
            "Patient,Sex,Age,Date\nSmith,M,40,2026-11-01\n\n",
            "Smith||N|",
        ),
        (
            "Patient,Sex,Age,Date\nSmith,M,40,2026-11-01\n,,,\n",
            "Smith||N|",
        ),
        (
            "Patient ID,Name,Sex,DOB,Sample,Collected\n1001,Smith,M,1980-02-03,S1,2026-11-01\n\n",
            "1001|S1|N|",
        ),
        (
            "Patient ID,Name,Sex,Age,Sample,Collected,Reported\n1001,Smith,F,40,S1,2026-11-01,2026-11-02\n,,,,,,\n",
            "1001|S1|H|",
        ),
    ] {
        assert_eq!(creatinine(above), expected, "{above}");
    }
}

/// The rows of a report with two people above were all the first one's.
#[test]
fn two_people_are_nobody() {
    for (above, expected) in [
        (
            "Patient,Sex,Age\nSmith,M,40\nJones,F,50\n\n",
            "|||sex-missing",
        ),
        ("Patient,Sex,Age\nSmith,M,40\nSmith,M,40\n\n", "Smith||N|"),
        // Another table, and remarks.
        (
            "Patient,Sex,Age\nSmith,M,40\nSample,Collected\nS1,2026-11-01\n\n",
            "Smith|S1|N|",
        ),
        ("Patient,Sex,Age\nSmith,M,40\nWard,ICU,\n", "Smith||N|"),
    ] {
        assert_eq!(creatinine(above), expected, "{above}");
    }
}

/// A file of patients has such a header, and no results below it.
#[test]
fn a_file_of_patients_is_none() {
    let (_folder, people) = file(
        "people.csv",
        "patient,sex,age,date\nSmith,M,40,2026-11-01\nJones,F,40,2026-11-01\n",
    );
    let (_other, path) = file(
        "labs.csv",
        "patient,test,result,unit\nSmith,Creatinine,105,umol/L\nJones,Creatinine,105,umol/L\n",
    );
    let run = Run::check(&path).args(["--patients".as_ref(), people.as_os_str()]);
    let flags: Vec<String> = run.rows().iter().map(|row| row["flag"].clone()).collect();
    assert_eq!(flags, ["N", "H"]);
}
