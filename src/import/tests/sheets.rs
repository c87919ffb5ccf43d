//! One row for each analyte, one column for each date.

use super::*;

#[test]
fn each_cell_of_a_date_is_a_result() {
    expect(
        "Test,Unit,Reference,2024-03-01,2024-03-05 08:00,2024-03-07\n\
         Potassium,mmol/L,3.5-5.1,4.2,6.9,5.9 H\nSodium,mmol/L,136-145,140,,138\nChemistry,,,,,\n,,,,,\n",
        "",
        &[
            "2 collected=2024-03-01 name=Potassium value=4.2 unit=mmol/L range=3.5-5.1",
            "2 collected=2024-03-05 08:00 name=Potassium value=6.9 unit=mmol/L range=3.5-5.1",
            "2 collected=2024-03-07 name=Potassium value=5.9 H unit=mmol/L range=3.5-5.1",
            "3 collected=2024-03-01 name=Sodium value=140 unit=mmol/L range=136-145",
            "3 collected=2024-03-07 name=Sodium value=138 unit=mmol/L range=136-145",
        ],
    );
    // German, a single date, whole intervals, a comment of the row.
    expect(
        "Analyt;Einheit;Referenzbereich;01.03.2024;Kommentar\nNatrium;mmol/l;136-145;140;nüchtern\nKalium;mmol/l;3,5-5,1;4,2;\n",
        "",
        &[
            "2 collected=01.03.2024 name=Natrium value=140 unit=mmol/l range=136-145 comment=nüchtern comma",
            "3 collected=01.03.2024 name=Kalium value=4,2 unit=mmol/l range=3,5-5,1 comma",
        ],
    );
    // The unit stands behind the interval, or in the name; the names have no header.
    expect(
        "Component,Latest Ref Rng & Units,3/1/24,3/5/24\nPotassium,3.5 - 5.1 mmol/L,4.2,6.9\nSodium,mmol/L,140,\n",
        "",
        &[
            "2 collected=3/1/24 name=Potassium value=4.2 unit=mmol/L range=3.5 - 5.1",
            "2 collected=3/5/24 name=Potassium value=6.9 unit=mmol/L range=3.5 - 5.1",
            "3 collected=3/1/24 name=Sodium value=140 unit=mmol/L",
        ],
    );
    expect(
        ",Unit,2024-03-01,2024-03-05\nSodium,mmol/L,140,141\nPotassium,mmol/L,4.2,\n",
        "",
        &[
            "2 collected=2024-03-01 name=Sodium value=140 unit=mmol/L",
            "2 collected=2024-03-05 name=Sodium value=141 unit=mmol/L",
            "3 collected=2024-03-01 name=Potassium value=4.2 unit=mmol/L",
        ],
    );
    expect(
        "Test,2024-03-01,2024-03-05\nPotassium (mmol/L),4.2,6.9\n",
        "",
        &[
            "2 collected=2024-03-01 name=Potassium (mmol/L) value=4.2",
            "2 collected=2024-03-05 name=Potassium (mmol/L) value=6.9",
        ],
    );
}

#[test]
fn flags_and_comments_behind_their_dates() {
    for header in [
        "Test,Unit,2024-03-01,Flag,2024-03-05,Flag",
        "Test,Unit,2024-03-01,,2024-03-05,",
    ] {
        expect(
            format!("{header}\nPotassium,mmol/L,4.2,,6.9,HH\nSodium,mmol/L,150,H,140,\n"),
            "",
            &[
                "2 collected=2024-03-01 name=Potassium value=4.2 unit=mmol/L",
                "2 collected=2024-03-05 name=Potassium value=6.9 unit=mmol/L flag=HH",
                "3 collected=2024-03-01 name=Sodium value=150 unit=mmol/L flag=H",
                "3 collected=2024-03-05 name=Sodium value=140 unit=mmol/L",
            ],
        );
    }
    expect(
        "Test,Unit,2024-03-01,Comment,2024-03-05,Comment\nPotassium,mmol/L,4.2,,6.9,hemolyzed\nSodium,mmol/L,140,,,clotted\n",
        "",
        &[
            "2 collected=2024-03-01 name=Potassium value=4.2 unit=mmol/L",
            "2 collected=2024-03-05 name=Potassium value=6.9 unit=mmol/L comment=hemolyzed",
            "3 collected=2024-03-01 name=Sodium value=140 unit=mmol/L",
            // Something is said of a result that is not there.
            "3 collected=2024-03-05 name=Sodium unit=mmol/L comment=clotted",
        ],
    );
}

#[test]
fn rows_that_speak_of_the_columns() {
    let sheet =
        |rows: &str| format!("Test,Unit,2024-03-01,2024-03-01\n{rows}\nPotassium,mmol/L,4.2,6.9\n");
    for (rows, first, second) in [
        (
            "Sample no,,S1,S2",
            "sample=S1 collected=2024-03-01",
            "sample=S2 collected=2024-03-01",
        ),
        (
            "Time,,08:00,14:30",
            "collected=2024-03-01 08:00",
            "collected=2024-03-01 14:30",
        ),
        (
            ",,08:00,14:30",
            "collected=2024-03-01 08:00",
            "collected=2024-03-01 14:30",
        ),
        (
            "Collected,,2024-02-29 07:00,",
            "collected=2024-02-29 07:00",
            "collected=2024-03-01",
        ),
        (
            "Received,,2024-03-01 09:00,2024-03-01 15:00",
            "collected=2024-03-01 received=2024-03-01 09:00",
            "collected=2024-03-01 received=2024-03-01 15:00",
        ),
        // Of two numbers none is taken: each is of a part of the rows.
        (
            "Sample no,,S1,S2\nSample no,,S1,S3",
            "sample=S1 collected=2024-03-01",
            "collected=2024-03-01",
        ),
    ] {
        expect(
            sheet(rows),
            "",
            &[
                &format!(
                    "{} {first} name=Potassium value=4.2 unit=mmol/L",
                    3 + rows.matches('\n').count()
                ),
                &format!(
                    "{} {second} name=Potassium value=6.9 unit=mmol/L",
                    3 + rows.matches('\n').count()
                ),
            ],
        );
    }
    for (rows, first, second) in [
        (
            "Specimen,,serum,plasma",
            " specimen=serum",
            " specimen=plasma",
        ),
        ("Material,,Serum,", " specimen=Serum", ""),
    ] {
        expect(
            sheet(rows),
            "",
            &[
                &format!("3 collected=2024-03-01 name=Potassium{first} value=4.2 unit=mmol/L"),
                &format!("3 collected=2024-03-01 name=Potassium{second} value=6.9 unit=mmol/L"),
            ],
        );
    }
    for (rows, first, second) in [
        ("Comment,,,hemolyzed", "", " comment=hemolyzed"),
        (
            "Comment,,a,hemolyzed\nComment,,,clotted",
            " comment=a",
            " comment=hemolyzed; clotted",
        ),
        (
            "Status,,final,preliminary",
            " status=final",
            " status=preliminary",
        ),
    ] {
        let line = 3 + rows.matches('\n').count();
        expect(
            sheet(rows),
            "",
            &[
                &format!("{line} collected=2024-03-01 name=Potassium value=4.2 unit=mmol/L{first}"),
                &format!(
                    "{line} collected=2024-03-01 name=Potassium value=6.9 unit=mmol/L{second}"
                ),
            ],
        );
    }
    // What is no word for a column is a row, as it stands.
    expect(
        sheet("Ward,,A3,B1"),
        "",
        &[
            "2 collected=2024-03-01 name=Ward value=A3",
            "2 collected=2024-03-01 name=Ward value=B1",
            "3 collected=2024-03-01 name=Potassium value=4.2 unit=mmol/L",
            "3 collected=2024-03-01 name=Potassium value=6.9 unit=mmol/L",
        ],
    );
}

#[test]
fn patients_and_lines_above() {
    // The numbers of each are its own; under no patient they are nobody's.
    expect(
        "Patient,Test,Unit,2024-03-01,2024-03-05\n1,Sample no,,S1,S2\n1,Potassium,mmol/L,4.1,6.9\n\
         2,Potassium,mmol/L,4.2,\n,Time,,08:00,\n,Sample no,,S9,\n",
        "",
        &[
            "3 patient=1 sample=S1 collected=2024-03-01 08:00 name=Potassium value=4.1 unit=mmol/L",
            "3 patient=1 sample=S2 collected=2024-03-05 name=Potassium value=6.9 unit=mmol/L",
            "4 patient=2 collected=2024-03-01 08:00 name=Potassium value=4.2 unit=mmol/L",
            "6 collected=2024-03-01 08:00 name=Sample no value=S9",
        ],
    );
    // A draw above the table is none of all columns, and an age none of several years.
    let above = |dates: &str| {
        format!(
            "Patient no,4711,,\nSex,F,,\nAge,44,,\nCollected,2024-03-10,,\nSample no,,S1,S2\nTest,Unit,{dates}\nPotassium,mmol/L,4.1,6.9\n"
        )
    };
    expect(
        above("2024-03-01,2024-03-05"),
        "",
        &[
            "7 patient=4711 sample=S1 collected=2024-03-01 sex=F age=44 name=Potassium value=4.1 unit=mmol/L",
            "7 patient=4711 sample=S2 collected=2024-03-05 sex=F age=44 name=Potassium value=6.9 unit=mmol/L",
        ],
    );
    expect(
        above("2024-03-01,2025-03-05"),
        "",
        &[
            "7 patient=4711 sample=S1 collected=2024-03-01 sex=F name=Potassium value=4.1 unit=mmol/L",
            "7 patient=4711 sample=S2 collected=2025-03-05 sex=F name=Potassium value=6.9 unit=mmol/L",
        ],
    );
    expect(
        "Patient,Age,Test,Unit,2024-03-01,2025-03-05\n1,17,Potassium,mmol/L,4.1,6.9\n",
        "",
        &[
            "2 patient=1 collected=2024-03-01 name=Potassium value=4.1 unit=mmol/L",
            "2 patient=1 collected=2025-03-05 name=Potassium value=6.9 unit=mmol/L",
        ],
    );
}

#[test]
fn the_header_once_more() {
    let sheet = "Test,Unit,2024-03-01,2024-03-05\nPotassium,mmol/L,4.1,6.9\n";
    expect(
        format!("{sheet}Test,Unit,2024-03-01,2024-03-05\nSodium,mmol/L,140,\n"),
        "",
        &[
            "2 collected=2024-03-01 name=Potassium value=4.1 unit=mmol/L",
            "2 collected=2024-03-05 name=Potassium value=6.9 unit=mmol/L",
            "4 collected=2024-03-01 name=Sodium value=140 unit=mmol/L",
        ],
    );
    // Under other dates the results would be of these.
    for other in ["Test,Unit,2024-03-08,2024-03-09", ",,2024-03-08,2024-03-09"] {
        let text = format!("{sheet}{other}\nPotassium,mmol/L,4.1,6.9\n");
        let export = open(text.as_bytes(), "").expect("understood");
        let mut rows = export.rows().expect("readable");
        let mut error = None;
        while error.is_none() {
            match rows.next() {
                Ok(row) => assert!(row.is_some(), "{other}"),
                Err(found) => error = Some(found.to_string()),
            }
        }
        assert!(
            error
                .expect("refused")
                .contains("a second table begins here"),
            "{other}"
        );
    }
}

#[test]
fn what_a_layout_says_of_a_sheet() {
    let text = "Test,Unit,Score,2024-03-01,Flag,2024-03-05,Flag\nPotassium,mmol/L,5.5,4.1,,6.9,H\n";
    // The score may be anything.
    assert!(open(text.as_bytes(), "").is_err());
    let expected = [
        "2 collected=2024-03-01 name=Potassium value=4.1 unit=mmol/L",
        "2 collected=2024-03-05 name=Potassium value=6.9 unit=mmol/L flag=H",
    ];
    expect(text, "shape = \"cumulative\"", &expected);
    let export = open(text.as_bytes(), "shape = \"cumulative\"").expect("understood");
    expect(text, &export.to_toml(), &expected);
    let error = open(
        b"Test,Unit,Result\nPotassium,mmol/L,4.1\n",
        "shape = \"cumulative\"",
    );
    assert!(error.is_err_and(|error| error.contains("has no dates")));
}

#[test]
fn what_is_no_sheet() {
    for text in [
        // No dates.
        "Test,Unit,Day 1,Day 3\nPotassium,mmol/L,4.1,6.9\n",
        "Test,Unit,Baseline,Visit 2\nPotassium,mmol/L,4.1,6.9\n",
        "Test,Unit,2024-03-01,Day 3\nPotassium,mmol/L,4.1,6.9\n",
        "Test,Unit,2024030,2024031\nPotassium,mmol/L,4.1,6.9\n",
        "Test,Unit,08:00,14:00\nPotassium,mmol/L,4.1,6.9\n",
        // How often a test was asked for.
        "Test,2024-03-01,2024-03-02\nPotassium,152,160\nSodium,150,145\n",
        "Test,Unit,2024-03-01,2024-03-02\nPotassium,ICU,152,160\n",
        // Nothing that is measured in blood.
        "Item,Unit,2024-03-01,2024-03-02\nTubes,mL,152,160\n",
        // One sample of several dates.
        "Test,Unit,Sample no,2024-03-01,2024-03-05\nPotassium,mmol/L,S1,4.1,6.9\n",
        "Test,Unit,Collected,2024-03-01,2024-03-05\nPotassium,mmol/L,2024-03-01,4.1,6.9\n",
        // Numbers that may be results.
        "Test,Unit,2024-03-01,2024-03-05,\nPotassium,mmol/L,4.1,6.9,7.1\n",
        "Test,Unit,2024-03-01,2024-03-05,Last\nPotassium,mmol/L,4.1,6.9,7.1\n",
    ] {
        assert!(open(text.as_bytes(), "").is_err(), "{text}");
    }
    // One row is one result, or one sample, as ever.
    expect(
        "Test,Result,Unit,2024-03-01\nPotassium,4.1,mmol/L,6.9\n",
        "",
        &["2 name=Potassium value=4.1 unit=mmol/L"],
    );
    expect(
        "Test,Sodium (mmol/L),Potassium (mmol/L),2024-03-01\na,140,4.1,6.9\n",
        "",
        &[
            "2 name=Sodium value=140 unit=mmol/L",
            "2 name=Potassium value=4.1 unit=mmol/L",
        ],
    );
}
