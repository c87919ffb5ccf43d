//! Cumulative sheets: one row for each analyte, one column for each date, each with what a laboratory scientist expects.

use crate::run::{Run, file};
use crate::traps::said_of;

const HEADER: &str = "Test,Unit,Reference,2024-03-01,2024-03-05 08:00";

/// What is said of the two potassiums of a sheet with more rows.
#[track_caller]
fn beside(rows: &str, expected: [&str; 2]) {
    let potassium = "Potassium,mmol/L,3.5-5.1,4.2,5.9";
    for text in [
        format!("{HEADER}\n{potassium}\n{rows}\n"),
        format!("{HEADER}\n{rows}\n{potassium}\n"),
    ] {
        let said = said_of(&text);
        let potassium: Vec<&String> = said
            .iter()
            .filter(|said| said.starts_with("potassium"))
            .collect();
        assert_eq!(potassium, expected, "{text}");
    }
}

#[test]
fn a_line_above_the_dates_is_read_by_column() {
    let text = "Hemolysis,,,0,3+\nTest,Unit,Reference,13/01/2024,14/01/2024\nPotassium,mmol/L,3.5-5.1,4.2,6.8\n";
    let (_folder, path) = crate::run::file("labs.csv", text);
    let rows = crate::run::Run::check(&path).rows();
    let usability: Vec<&str> = rows.iter().map(|row| row["usability"].as_str()).collect();
    assert_eq!(usability, ["usable", "indeterminate"]);
    // A unit of each date is another table.
    let text = "Test,13/01/2024,Unit,14/01/2024,Unit\nMagnesium,0.9,mmol/L,1.0,mg/dL\n";
    let (_folder, path) = crate::run::file("labs.csv", text);
    assert_eq!(crate::run::Run::check(&path).done().code, 2);
}

#[test]
fn each_cell_is_a_result_of_its_date() {
    assert_eq!(
        said_of(&format!(
            "{HEADER}\nPotassium,mmol/L,3.5-5.1,4.2,6.9\nSodium,mmol/L,136-145,,150 H\nTroponin,ng/L,<14,,\n"
        )),
        [
            "potassium N usable -",
            "potassium HH usable critical-limit",
            "sodium H usable -",
        ]
    );
}

#[test]
fn what_a_row_says_of_a_sample_reaches_its_column_and_no_other() {
    let spoiled = "potassium H indeterminate hemolysis-raises";
    for row in [
        "Hemolysis index,mg/dL,,10,350",
        "Comment,,,,hemolyzed",
        "Sample comment,,,,moderately hemolysed",
    ] {
        beside(row, ["potassium N usable -", spoiled]);
    }
    beside(
        "Comment,,,,grossly hemolysed",
        [
            "potassium N usable -",
            "potassium H unusable hemolysis-gross",
        ],
    );
    // An index under one number is of that tube.
    beside(
        "Sample no,,,S1,S2\nHemolysis index,mg/dL,,,350",
        ["potassium N usable -", spoiled],
    );
    beside(
        "Status,,,final,preliminary",
        ["potassium N usable -", "potassium H usable preliminary"],
    );
    // Of anything else.
    for row in ["Ward,,,A3,B1", "Sodium,mmol/L,136-145,140,141", ",,,,"] {
        beside(row, ["potassium N usable -", "potassium H usable -"]);
    }
}

#[test]
fn patients_below_one_another_are_kept_apart() {
    let said = said_of(
        "Patient,Test,Unit,Reference,2024-03-01,2024-03-05\n\
         1,Potassium,mmol/L,3.5-5.1,4.2,5.9\n1,Hemolysis index,mg/dL,,,350\n\
         2,Potassium,mmol/L,3.5-5.1,4.2,5.9\n2,Sodium,mmol/L,136-145,140,\n",
    );
    assert_eq!(
        said,
        [
            "potassium N usable -",
            "potassium H indeterminate hemolysis-raises",
            "hemolysis_index - - sample-index",
            "potassium N usable -",
            "potassium H usable -",
            "sodium N usable -",
        ]
    );
}

#[test]
fn the_dates_of_a_header_are_read_as_those_of_a_column() {
    let days_of = |dates: &str, row: &str, order: &[&str]| -> Vec<String> {
        let text = format!("Patient,Test,Unit,{dates}\n1,Potassium,mmol/L,{row}\n");
        let (_folder, path) = file("labs.csv", text);
        let run = Run::check(&path).args(["--to", "jsonl"]).args(order).ok();
        let rows = run
            .stdout
            .lines()
            .filter(|line| line.contains("\"potassium\""));
        let day = |line: &str| {
            let (_, behind) = line.split_once("\"collected_iso\":")?;
            Some(
                behind
                    .trim_start()
                    .trim_start_matches('"')
                    .chars()
                    .take(10)
                    .collect(),
            )
        };
        rows.map(|line| day(line).unwrap_or_default()).collect()
    };
    let days = |dates: &str, order: &[&str]| days_of(dates, "4.2,5.9", order);
    let march = ["2024-03-04", "2024-03-25"];
    assert_eq!(days("2024-03-04,2024-03-25", &[]), march);
    // One of them settles the others, also where nothing stands below it.
    assert_eq!(days("04/03/2024,25/03/2024", &[]), march);
    assert_eq!(days("03/04/2024,03/25/2024", &[]), march);
    assert_eq!(days_of("04/03/2024,25/03/2024", "4.2,", &[]), march[..1]);
    assert_eq!(
        days("03/04/2024,03/05/2024", &["--date-order", "mdy"])[0],
        march[0]
    );
    assert_ne!(days("03/04/2024,03/05/2024", &[])[0], march[0]);
    // In eight digits, and behind the day of the week.
    assert_eq!(days("20240304,20240325", &[]), march);
    assert_eq!(days("Mon 03/04/2024,Mon 03/25/2024", &[]), march);
    assert_eq!(days("\"Mo., 04.03.2024\",\"Mo., 25.03.2024\"", &[]), march);
}

#[test]
fn columns_that_sum_the_dates_up_are_no_results_and_no_limits() {
    let judged = ["potassium N usable -", "potassium H usable -"];
    for (columns, cells) in [
        ("Latest", "5.9"),
        ("Last value,Mean", "5.9,5.05"),
        ("Trend,Change", "up,+1.7"),
        ("Status", "High"),
        ("Flag", "H"),
        ("Optimal", "4.0-4.8"),
        ("Lowest,Highest,n", "4.2,5.9,2"),
    ] {
        let text = format!("{HEADER},{columns}\nPotassium,mmol/L,3.5-5.1,4.2,5.9,{cells}\n");
        assert_eq!(said_of(&text), judged, "{columns}");
    }
    // As limits they would call everything normal.
    for (low, high, rows) in [
        ("Min", "Max", "4.2,5.9,4.2,5.9"),
        ("Min", "Max", "4.2,5.9 H,4.2,5.9"),
        ("Low", "High", "4.2,5.9,4.2,5.9"),
    ] {
        let text = format!(
            "Test,Unit,2024-03-01,2024-03-05,{low},{high}\nPotassium,mmol/L,{rows}\nSodium,mmol/L,128,141,128,141\n"
        );
        assert_eq!(said_of(&text)[1], "potassium - usable age-missing", "{low}");
    }
    // Limits they are where one lies elsewhere.
    let text = "Test,Unit,2024-03-01,2024-03-05,Min,Max\nPotassium,mmol/L,4.2,5.9,3.5,5.1\nSodium,mmol/L,136,145,136,145\n";
    assert_eq!(said_of(text)[..2], judged);
    // A value of no date may be a result of its own.
    for (column, cell) in [("Latest", "6.9"), ("Something", "5.9")] {
        let text = format!("{HEADER},{column}\nPotassium,mmol/L,3.5-5.1,4.2,5.9,{cell}\n");
        let (_folder, path) = file("labs.csv", &text);
        let run = Run::check(&path).done();
        assert_eq!(run.code, 2, "{column}");
        assert!(run.stderr.contains("columns of dates"), "{}", run.stderr);
    }
}

#[test]
fn a_sheet_over_two_pages_is_no_sheet_of_one_header() {
    let text = format!(
        "{HEADER}\nPotassium,mmol/L,3.5-5.1,4.2,6.9\nTest,Unit,Reference,2024-04-01,2024-04-05\nPotassium,mmol/L,3.5-5.1,4.2,6.9\n"
    );
    let (_folder, path) = file("labs.csv", text);
    let done = Run::check(&path).args(["--to", "csv"]).done();
    assert_ne!(done.code, 0);
    assert!(
        done.stderr.contains(":3: a second table begins here"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_corner_that_says_date_stands_above_the_names() {
    let text = "Date,2026-03-17,2026-03-18\nPotassium (mmol/L),4.1,6.9\nSodium (mmol/L),140,139\n";
    assert_eq!(
        said_of(text)[1],
        "potassium HH usable age-missing critical-limit"
    );
    // A row of each date is a wide file.
    let text = "Date,Potassium (mmol/L),Sodium (mmol/L)\n2026-03-17,4.1,140\n2026-03-18,6.9,139\n";
    assert_eq!(
        said_of(text)[2],
        "potassium HH usable age-missing critical-limit"
    );
}

/// The words of one result below each date are no header.
#[test]
fn a_row_of_words_is_no_header() {
    for row in [
        "LDH,U/L,Hemolyzed,Hemolyzed",
        "Comment,,Hemolyzed,Hemolyzed",
        "Sample condition,,lipemic,hemolyzed",
        "Hemolyse,,Hemolyse,Hemolyse",
        "Flag,,normal,normal",
        "Fasting,,Fasting,Fasting",
    ] {
        for text in [
            format!(
                "Test,Unit,2026-06-17,2026-06-18\nPotassium,mmol/L,6.9,4.2\n{row}\nSodium,mmol/L,140,140\n"
            ),
            format!("Test,Unit,2026-06-17,2026-06-18\nPotassium,mmol/L,6.9,4.2\n{row}\n"),
        ] {
            let rows = crate::run::said(&text, &["line", "name", "value", "flag"]);
            assert_eq!(rows[0], "2|Potassium|6.9|HH", "{text}");
            assert_eq!(rows[1], "2|Potassium|4.2|", "{text}");
        }
    }
}

/// As in a column of a wide table: a number or a color says nothing without what stands in front of it.
#[test]
fn a_row_about_the_samples_keeps_its_name() {
    for (row, expected) in [
        ("LIH,,350,", ["caution sample-doubtful", "usable"]),
        (
            "Serum appearance,,,red",
            [
                "usable",
                "indeterminate hemolysis-raises masked-low-possible",
            ],
        ),
        (
            "Sample quality,,severe,",
            ["caution sample-doubtful", "usable"],
        ),
        (
            "Specimen integrity,,no,yes",
            ["caution sample-doubtful", "usable"],
        ),
        ("Sample condition,,,fine", ["usable", "usable"]),
    ] {
        let text = format!("Test,Unit,2026-06-17,2026-08-20\n{row}\nPotassium,mmol/L,4.2,4.2\n");
        let (_folder, path) = file("labs.csv", &text);
        let rows = Run::check(&path).args(["--adults"]).rows();
        let said: Vec<String> = rows
            .iter()
            .filter(|row| row["analyte"] == "potassium")
            .map(|row| {
                let notices = row["notices"].replace("adult-assumed", "");
                format!("{} {}", row["usability"], notices.trim())
                    .trim()
                    .to_string()
            })
            .collect();
        assert_eq!(said, expected, "{row}");
    }
}

/// A column that counts the rows is of no date, and a date is one behind a word for results.
#[test]
fn a_sheet_with_numbers_of_rows_or_words_before_its_dates() {
    let rows = [
        "Potassium,mmol/L,3.5-5.1,4.2,6.9",
        "Sodium,mmol/L,136-145,140,150",
    ];
    let expected = [
        "potassium N usable -",
        "potassium HH usable critical-limit",
        "sodium N usable -",
        "sodium H usable -",
    ];
    for number in ["No", "#", "Nr.", "S.No", "Lp.", ""] {
        let text = format!("{number},{HEADER}\n1,{}\n2,{}\n", rows[0], rows[1]);
        assert_eq!(said_of(&text), expected, "{number}");
    }
    let dated = "Test,Unit,Reference,Result 2024-03-01,Result 2024-03-05 08:00";
    let text = format!("{dated}\n{}\n{}\n", rows[0], rows[1]);
    assert_eq!(said_of(&text), expected);
    let days = crate::run::said(&text, &["collected"]);
    assert_eq!(days[..2], ["2024-03-01", "2024-03-05 08:00"]);
    // Numbers of no row and of no date.
    let text = format!("X,{HEADER}\n1,{}\n7,{}\n", rows[0], rows[1]);
    let (_folder, path) = file("labs.csv", text);
    assert_eq!(Run::check(&path).done().code, 2);
}
