//! Shapes of exports from warehouses and of Europe: what a row states is spread over several cells, or written in another way.

use super::{ASKED, companions, compare};

#[test]
fn day_and_time_in_two_columns() {
    let times = [
        "08:15",
        "08:15:00",
        "0815",
        "7.15",
        "07h15",
        "",
        "25:61",
        "2026-05-02 08:15",
        "1900-01-01 08:15:00",
        "2026-05-03 08:15",
        "\"08:15\"",
        "０８：１５",
        "NULL",
        "noon",
    ];
    let days = [
        "2026-05-02",
        "2026-05-02 00:00:00",
        "2026-05-04",
        "",
        "2026-05-02 08:15",
    ];
    let tests = [
        "Potassium",
        "Hemolysis index",
        "Creatinine",
        "Platelets",
        "Sodium",
    ];
    let values = ["6.9", "250", "1.1", "900", "141", "hemolyzed"];
    let units = ["mmol/L", "mg/dL", "mg/dL", "10*9/L", "mmol/L"];
    let rows: Vec<String> = (0..600)
        .map(|line: usize| {
            let what = line * 7 % 5;
            // One time of a draw after the other, so that several rows share it.
            let (day, time) = (days[line / 4 % 5], times[line / 20 % 14]);
            let value = values[if line.is_multiple_of(31) { 5 } else { what }];
            let (test, unit) = (tests[what], units[what]);
            format!("P{},{day},F,44,{test},{value},{unit},{time}", line / 4 % 11)
        })
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    for (number, header) in [
        "Patient,Collection date,Sex,Age,Test,Result,Unit,Collection time",
        "Patient,Reported,Sex,Age,Test,Result,Unit,Collection time",
    ]
    .into_iter()
    .enumerate()
    {
        let path = folder.path().join(format!("{number}.csv"));
        std::fs::write(&path, format!("{header}\n{}\n", rows.join("\n"))).expect("written");
        for asked in [ASKED[0], ASKED[3]] {
            compare(std::slice::from_ref(&path), &companions(), asked, 2_000);
        }
    }
}

#[test]
fn a_number_in_the_unit_of_a_concept() {
    let pairs = [
        "4.1,4.1",
        "6.9,6.9",
        "4.1,",
        ",4.1",
        ",6.9",
        "4.1,4.10",
        "4.0,4",
        "4.1,6.9",
        "6.9,<6.9",
        "6.9,6.9 mmol/L",
        "6.9,hemolyzed",
        "0,hemolyzed",
        "0,",
        "-1,-1",
        "6.9,NULL",
        "NULL,6.9",
        ",",
        "250,250",
        "41,4.1",
    ];
    // Unit of the concept, and that of the source.
    let units = [
        "8753,mmol/L",
        "0,mmol/L",
        ",mmol/L",
        "8753,",
        "8840,mg/dL",
        "0,",
        "mmol/L,mg/dL",
        ",",
    ];
    let tests = ["2823-3", "2951-2", "2160-0", "Potassium", "Hemolysis index"];
    let row = |line: usize| {
        let (pair, unit) = (
            pairs[line * 5 / 3 % pairs.len()],
            units[line / 7 % units.len()],
        );
        let (test, draw) = (tests[line % 5], line / 5);
        let (number, source) = pair.split_once(',').expect("a pair");
        let (concept, own) = unit.split_once(',').expect("a pair");
        let limits = ["3.5,5.1", ","][line / 9 % 2];
        format!(
            "{line},{},0,2026-05-02 08:{:02}:00,{},{number},{concept},{limits},{test},{own},{source}",
            draw % 70,
            draw % 60,
            [0, 4_171_756, 4_172_703][line / 11 % 3],
        )
    };
    let folder = tempfile::tempdir().expect("a folder");
    for (number, header) in [
        "value_as_number,unit_concept_id,range_low,range_high,measurement_source_value,unit_source_value,value_source_value",
        "value_as_number,unit_concept_name,range_low,range_high,measurement_source_value,unit_source_value,value_source_value",
    ]
    .into_iter()
    .enumerate()
    {
        let header = format!(
            "measurement_id,person_id,measurement_concept_id,measurement_datetime,operator_concept_id,{header}"
        );
        let rows: Vec<String> = (0..700).map(row).collect();
        let path = folder.path().join(format!("{number}.csv"));
        std::fs::write(&path, format!("{header}\n{}\n", rows.join("\n"))).expect("written");
        for asked in [ASKED[0], ASKED[3]] {
            compare(std::slice::from_ref(&path), &companions(), asked, 2_000);
        }
    }
}

/// A row that states two results says nothing of those behind it, whatever it was known by.
#[test]
fn a_source_that_differs_before_those_that_agree() {
    let header = "person_id,gender,age,measurement_datetime,measurement_name,value_as_number,value_source_value,unit_source_value,range_low,range_high";
    let folder = tempfile::tempdir().expect("a folder");
    let first = [
        "4.0,4.0 H",
        "20,<5",
        "0,20",
        "4,50",
        "7,7 H",
        "4.0,4.0",
        "4.0,",
        ",4.0",
        "4.0,hemolyzed",
        "4.0,9.9 mg/dL",
    ];
    for (number, first) in first.into_iter().enumerate() {
        let pairs = [
            first, "4.1,4.1", "4.8,4.8", "4.6,4.60", "3.2,3.2", "4.9,", "9.9,9.9", first, "4.8,4.8",
        ];
        let rows = pairs
            .iter()
            .cycle()
            .take(180)
            .enumerate()
            .map(|(line, pair)| {
                let test = ["Potassium", "CRP"][line / 90];
                let unit = ["mmol/L", "mg/L"][line / 90];
                format!(
                    "{line},F,50,2026-03-24 08:{:02},{test},{pair},{unit},3.5,4.5",
                    line % 60
                )
            });
        let path = folder.path().join(format!("{number}.csv"));
        let rows: Vec<String> = rows.collect();
        std::fs::write(&path, format!("{header}\n{}\n", rows.join("\n"))).expect("written");
        for asked in [ASKED[0], ASKED[3]] {
            compare(std::slice::from_ref(&path), &companions(), asked, 100_000);
        }
    }
}

#[test]
fn decimal_commas() {
    let values = [
        "4,1",
        "6,9",
        "4,10",
        "4,0",
        "140",
        "0,9",
        "1,234",
        "1.234,5",
        "6.9",
        "<4,1",
        "0,0",
        "05,1",
        "4,1 H",
        "12,5",
        "-1,5",
        "250",
        "4,1,2",
        "hemolytisch",
        "\"4,1\"",
        "3,5",
        "5,1",
    ];
    let tests = [
        "Kalium",
        "Hemolysis index",
        "Kreatinin",
        "Natrium",
        "Calcium",
    ];
    let units = ["mmol/l", "", "mg/dl", "mmol/l", "mg/dl"];
    let folder = tempfile::tempdir().expect("a folder");
    for (number, (delimiter, limits)) in [(";", "3,5;5,1"), ("\t", "3,5\t5,1"), (";", ";")]
        .into_iter()
        .enumerate()
    {
        let row = |line: usize| {
            let (what, value) = (line % 5, values[line * 5 / 3 % values.len()]);
            let sample = line / 5;
            let cells = [
                &format!("P{}", sample % 70),
                &format!("S{sample}"),
                "02.05.2026",
                "w",
                "44",
                tests[what],
                value,
                units[what],
                limits,
            ];
            cells.join(delimiter)
        };
        let header = "Patient;Auftrag;Abnahmedatum;Geschlecht;Alter;Test;Ergebnis;Einheit;Ref. unten;Ref. oben";
        let rows: Vec<String> = (0..600).map(row).collect();
        let text = format!("{}\n{}\n", header.replace(';', delimiter), rows.join("\n"));
        let path = folder.path().join(format!("{number}.csv"));
        std::fs::write(&path, text).expect("written");
        for asked in [ASKED[0], ASKED[3]] {
            compare(std::slice::from_ref(&path), &companions(), asked, 2_000);
        }
    }
}

#[test]
fn the_number_once_more() {
    let pairs = [
        "4.1,4.1",
        "6.9,6.9",
        "6.9,6.90",
        "4.1,4.10",
        "140,140.0",
        "4.1,",
        ",4.1",
        "4.1,6.9",
        "6.9,4.1",
        "<4.1,4.1",
        "<2,2",
        "hemolyzed,6.9",
        "6.9,hemolyzed",
        "6.9,H",
        "6.9,6.9 H",
        "\"6.9\",6.9",
        "6.9,0",
        "6.9,9999999",
        "5.1,5.1",
        "NULL,5.1",
        "5.1,NULL",
        "0,0",
        "-1,-1",
        "6.9,-1",
        " 6.9,6.9",
        "6.9,06.9",
        "250,250",
        "250,25",
    ];
    let tests = ["Potassium", "Hemolysis index", "Creatinine", "Sodium"];
    let rows: Vec<String> = (0..600)
        .map(|line: usize| {
            let (pair, test) = (pairs[line * 5 / 3 % pairs.len()], tests[line % 4]);
            let unit = ["mmol/L", "", "mg/dL", "mmol/L"][line % 4];
            format!(
                "{line},P{},S{},2026-05-02,F,44,{test},{pair},{unit}",
                line / 4 % 90,
                line / 4
            )
        })
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    for (number, header) in ["value,valuenum", "valuenum,value", "Result,Numeric result"]
        .into_iter()
        .enumerate()
    {
        let path = folder.path().join(format!("{number}.csv"));
        let header = format!("row_id,patient,sample,charttime,sex,age,label,{header},valueuom");
        std::fs::write(&path, format!("{header}\n{}\n", rows.join("\n"))).expect("written");
        for asked in [ASKED[0], ASKED[3]] {
            compare(std::slice::from_ref(&path), &companions(), asked, 2_000);
        }
    }
}

/// Names that say something of the sample beside names that do not, with the same cells behind them: what was found out
/// about one says nothing of another.
#[test]
fn names_that_say_something_themselves() {
    let names = [
        "Fluff",
        "Gruff",
        "Potassium,2823-3",
        "Potassium (hemolyzed),2823-3",
        "Kalium",
        "Hemolysis check",
        "Index d'hémolyse libre",
        "LIH",
        "Serum indices",
        "HI",
        "IH",
        "Sample quality",
        "Interference",
        "Serum appearance",
        "Lab note",
        "Hemolysis grade",
        "H-Index",
        "Clotted",
        "Wrong patient",
    ];
    let values = ["0", "1", "3", "350", "4.2", "2+", "H-3", "yes"];
    let mut samples: Vec<String> = Vec::new();
    for value in values {
        for name in names {
            let (name, code) = name.split_once(',').unwrap_or((name, ""));
            let number = samples.len();
            samples.push(format!(
                "P{number},S{number},{code},{name},{value},\nP{number},S{number},2951-2,Sodium,140,mmol/L\nP{number},S{number},2823-3,Potassium,4.4,mmol/L\n"
            ));
        }
    }
    for reversed in [false, true] {
        let mut rows = samples.clone();
        if reversed {
            rows.reverse();
        }
        let text = format!("Patient,Sample,LOINC,Test,Result,Unit\n{}", rows.concat());
        let (_folder, path) = crate::run::file("names.csv", text);
        compare(std::slice::from_ref(&path), &companions(), ASKED[0], 2_000);
    }
}
