//! What a sheet says of results whose time, name, owner or interval is not what it seems: as it was told.

use serde_json::Value;

use crate::run::{Run, file};

const HEADER: &str =
    "patient,sample,collected,sex,birth_date,specimen,test,result,unit,reference_range,flag\n";

/// The sheets of one export, in one form.
#[track_caller]
fn sheets(text: &str, form: &str, more: &[&str]) -> String {
    let (_folder, path) = file("labs.csv", text);
    let run = Run::new([
        "preop",
        "--today",
        "2026-11-26",
        "--surgery-date",
        "2026-12-01",
    ]);
    run.args([&path])
        .args(["--to", form])
        .args(more)
        .ok()
        .stdout
}

#[track_caller]
fn sheet(rows: &str, more: &[&str]) -> Value {
    let text = sheets(&format!("{HEADER}{rows}"), "json", more);
    let run: Value = serde_json::from_str(&text).expect("JSON");
    run["patients"][0].clone()
}

/// `B review UPT apart`: what became of a row in front, and on which part.
fn fronts(sheet: &Value, name: &str) -> Vec<String> {
    let items = sheet["items"].as_array().expect("items").iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    items
        .filter(|item| text(&item["name"]).contains(name))
        .map(|item| {
            let part = if item["confidential"] == true {
                "apart"
            } else {
                "open"
            };
            format!("{} {} {part}", text(&item["section"]), text(&item["state"]))
        })
        .collect()
}

#[test]
fn two_births_under_one_identifier_are_both_printed_whatever_the_order_of_the_rows() {
    let rows = [
        "M1,S8,2026-11-20,F,1995-05-05,,Sodium,140,mmol/L,,\n",
        "M1,S9,2026-11-20,F,2026-11-18,,Potassium,4.1,mmol/L,,\n",
    ];
    for order in [[0, 1], [1, 0]] {
        let text = format!("{HEADER}{}{}", rows[order[0]], rows[order[1]]);
        for form in ["text", "markdown", "html", "json"] {
            let printed = sheets(&text, form, &[]);
            assert!(
                printed.contains("1995-05-05 or 2026-11-18"),
                "{form}: {printed}"
            );
        }
        let (_folder, path) = file("labs.csv", &text);
        let review = Run::new(["review", "--for", "hair-loss"])
            .args([&path])
            .ok();
        assert!(review.stdout.contains("born 1995-05-05 or 2026-11-18"));
    }
    // One day in two ways of writing is one.
    let rows = "M1,S8,2026-11-20,F,1995-05-05,,Sodium,140,mmol/L,,\n\
        M1,S9,2026-11-20,F,05.05.1995,,Potassium,4.1,mmol/L,,\n";
    let sheet = sheet(rows, &["--date-order", "dmy"]);
    assert_eq!(sheet["patient"]["birth"], "05.05.1995");
    assert_eq!(sheet["notices"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_pregnancy_test_by_any_name_is_read_apart() {
    for (name, specimen) in [
        ("Urine pregnancy test", "Urine"),
        ("UPT", "Urine"),
        ("UPT (POC)", ""),
        ("POC-UPT", "Urine"),
        ("U-hCG", "Urine"),
        ("urine hCG", ""),
        ("HCG urine qualitative", "Urine"),
        ("preg test", "Urine"),
        ("pregnancy test (POC)", ""),
        ("UCG", "Urine"),
        ("Schwangerschaftstest", "Urin"),
        ("Test de grossesse", "Urines"),
        ("Prueba de embarazo", ""),
        ("Test di gravidanza", ""),
        ("Zwangerschapstest", "Urine"),
        ("Graviditetstest", ""),
        ("Raskaustesti", ""),
        ("Test ciążowy", ""),
    ] {
        for value in ["Positive", "Pos"] {
            let row = format!("P1,S1,2026-11-20,F,1990-01-01,{specimen},{name},{value},,,\n");
            let text = sheets(&format!("{HEADER}{row}"), "text", &[]);
            let (open, apart) = text
                .split_once("CONFIDENTIAL")
                .expect("a confidential part");
            assert!(
                !open.contains(name) && apart.contains("STOP"),
                "{name} {value}: {text}"
            );
            let sheet = sheet(&row, &[]);
            assert!(
                sheet["items"]
                    .as_array()
                    .expect("items")
                    .iter()
                    .any(|item| { item["section"] == "A" && item["confidential"] == true }),
                "{name} {value}"
            );
            assert!(sheet["results"][0]["confidential"] == true, "{name}");
        }
    }
    // A part of another word is none.
    for name in ["Interrupted flow", "Abrupt test"] {
        let sheet = sheet(
            &format!("P1,S1,2026-11-20,F,1990-01-01,,{name},Positive,,,\n"),
            &[],
        );
        assert!(sheet["results"][0]["confidential"] == false, "{name}");
    }
}

#[test]
fn a_swab_that_its_laboratory_calls_abnormal_is_read() {
    for (cells, expected) in [
        (
            "Swab,MRSA PCR,DETECTED,,Not detected,A",
            "D not_interpreted open",
        ),
        (
            "Swab,MRSA PCR,DETECTED,,,Abnormal",
            "D not_interpreted open",
        ),
        (
            "Swab,MRSA PCR,DETECTED,,Not detected,",
            "D not_interpreted open",
        ),
        ("Urine,Urine culture,E. coli,,,H", "D not_interpreted open"),
        // Nothing says that these are anything.
        ("Swab,MRSA PCR,Not detected,,Not detected,", ""),
        ("Urine,Urine color,yellow,,,", ""),
        ("Urine,Urine color,yellow,,,N", ""),
        // The newest counts; of one time, the one that says something.
        (
            "Swab,MRSA PCR,DETECTED,,Not detected,A\nP1,S2,2026-11-21,F,1990-01-01,Swab,MRSA PCR,Not detected,,Not detected,",
            "",
        ),
        (
            "Swab,MRSA PCR,DETECTED,,Not detected,A\nP1,S2,2026-11-20,F,1990-01-01,Swab,MRSA PCR,Not detected,,Not detected,",
            "D not_interpreted open",
        ),
        (
            "Serum,Strange test,12,,,A\nP1,S2,2026-11-21,F,1990-01-01,Urine,Strange test,3,,,",
            "D not_interpreted open",
        ),
        // As an unknown row of blood.
        ("Serum,Strange test,12,,,A", "D not_interpreted open"),
    ] {
        let name = cells.split(',').nth(1).expect("a name");
        let sheet = sheet(&format!("P1,S1,2026-11-20,F,1990-01-01,{cells}\n"), &[]);
        assert_eq!(fronts(&sheet, name).join(", "), expected, "{cells}");
    }
}

const INR: &str = "P1,S1,2026-11-20,F,1960-01-01,,INR,1.0,,,\n";

/// Flag and remarks of the INR, with a list of surgeries or without one.
#[track_caller]
fn inr(list: &str, more: &[&str]) -> (String, String) {
    let (_folder, list_path) = file("surgeries.csv", list);
    let list_path = list_path.to_string_lossy().into_owned();
    let mut more = more.to_vec();
    if !list.is_empty() {
        more.extend(["--surgeries", &list_path]);
    }
    let flag = sheet(INR, &more)["results"][0]["flag"]
        .as_str()
        .unwrap_or_default()
        .to_string();
    (flag, sheets(&format!("{HEADER}{INR}"), "text", &more))
}

#[test]
fn the_sheet_does_not_ask_for_a_condition_that_it_was_told() {
    const ASKS: &str = "not judged: no anticoagulant?";
    let (flag, text) = inr("", &[]);
    assert!(flag.is_empty() && text.contains(ASKS), "{text}");
    let (flag, text) = inr("", &["--context", "no-anticoagulant"]);
    assert!(flag == "N" && !text.contains("not judged"), "{text}");
    let (_, text) = inr("", &["--context", "anticoagulant"]);
    assert!(
        text.contains("not judged: intervals only for no-anticoagulant"),
        "{text}"
    );
    // A list all of whose patients have it, and one where it is said of one alone.
    let list = "patient,context\nP1,no-anticoagulant\n";
    let (flag, text) = inr(list, &[]);
    assert!(flag == "N" && !text.contains("not judged"), "{text}");
    let (flag, text) = inr(&format!("{list}P2,anticoagulant\n"), &[]);
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flag.is_empty()
            && text.contains("not judged: the interval for no-anticoagulant is used where that holds for everybody on the list"),
        "{text}"
    );
    // Nor is it chosen for everybody against the row of one of them.
    let (flag, _) = inr(
        "patient,context\nP1,anticoagulant\n",
        &["--context", "no-anticoagulant"],
    );
    assert_eq!(flag, "");
}

#[test]
fn a_time_of_report_is_not_called_that_of_the_collection() {
    let row = "P1,S1,2026-11-20T08:00,F,1960-01-01,,Potassium,6.2,mmol/L,3.5-5.1,\n\
        P1,S0,2026-11-01T08:00,F,1960-01-01,,Potassium,6.1,mmol/L,3.5-5.1,\n\
        P1,S2,2026-11-20T08:00,F,1960-01-01,,Sodium,140,mmol/L,,\n";
    for (column, was) in [
        ("reported", "reported"),
        ("received", "received"),
        ("collected", ""),
    ] {
        let text = format!("{}{row}", HEADER.replace("collected", column));
        for form in ["text", "markdown", "html"] {
            let printed = sheets(&text, form, &[]);
            let plain = printed.replace("<bdi>", "");
            let is_said = |words: &str| plain.contains(words);
            match was {
                "" => assert!(
                    is_said("collected 2026-11-20") && !is_said("stands in"),
                    "{form}: {printed}"
                ),
                was => {
                    assert!(!is_said("collected 2026-11-20"), "{form}: {printed}");
                    assert!(
                        is_said(&format!("{was} 2026-11-20 08:00")),
                        "{form}: {printed}"
                    );
                    assert!(
                        is_said(&format!("{was} 2026-11-01 08:00")),
                        "{form}: {printed}"
                    );
                    assert_eq!(
                        plain
                            .matches("3 results state no time of collection")
                            .count(),
                        1
                    );
                }
            }
        }
        let run: Value = serde_json::from_str(&sheets(&text, "json", &[])).expect("JSON");
        let schema = Run::new(["preop", "--schema"]).ok().stdout;
        let schema: Value = serde_json::from_str(&schema).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("the schema is one");
        assert!(validator.is_valid(&run), "{column}");
        let sheet = &run["patients"][0];
        for place in [
            &sheet["items"][0],
            &sheet["results"][0],
            &sheet["trends"][0]["points"][0],
        ] {
            assert_eq!(
                place["stands_in"].as_str().unwrap_or_default(),
                was,
                "{place}"
            );
        }
    }
}

#[test]
fn a_column_that_is_not_read_is_told_on_the_sheet() {
    // Header and cell of one more column, and whether the sheet names it.
    for (header, cell, told) in [
        ("Eventnote", "see the other file", true),
        ("Zzindex", "400.5", true),
        ("Ward", "B12", false),
    ] {
        let text = format!(
            "{},{header}\nP1,S1,2026-11-25T08:00,F,1970-05-05,Serum,Potassium,4.1,mmol/L,3.5-5.1,,{cell}\n",
            HEADER.trim_end()
        );
        for form in ["text", "markdown", "html", "json"] {
            let sheet = sheets(&text, form, &[]);
            let is_told =
                sheet.contains(header) && sheet.contains("Not all of the export was read");
            assert_eq!(is_told, told, "{header} in {form}:\n{sheet}");
        }
    }
}
