//! `review`: where each test of a work-up stands, in every form; nothing lost, nothing confidential on
//! the open part.

use serde_json::Value;

use crate::golden::golden;
use crate::run::{Run, file};
use crate::samples::REVIEWED;

const HEADER: &str =
    "patient,sample,collected,sex,birth_date,specimen,test,result,unit,reference_range,comment\n";

fn review(path: impl AsRef<std::ffi::OsStr>, name: &str) -> Run {
    Run::new(["review", "--for", name, "--today", "2026-11-25"]).args([path])
}

/// Rows of one patient as JSON, held against a work-up. Each is `test,result,unit,range,comment`.
#[track_caller]
fn json(rows: &[&str], sex: &str, name: &str) -> Value {
    let mut text = HEADER.to_string();
    for row in rows {
        text.push_str(&format!(
            "P1,T1,2026-11-20T08:00,{sex},1990-05-01,Serum,{row}\n"
        ));
    }
    of(&text, name)
}

#[track_caller]
fn of(text: &str, name: &str) -> Value {
    let (_folder, path) = file("labs.csv", text);
    let done = review(&path, name).args(["--to", "json"]).ok();
    serde_json::from_str(&done.stdout).expect("JSON")
}

/// All analytes of the first review that a part asks for.
fn asked(run: &Value) -> Vec<&Value> {
    run["reviews"][0]["parts"]
        .as_array()
        .expect("parts")
        .iter()
        .flat_map(|part| part["tests"].as_array().expect("tests"))
        .flat_map(|test| test["analytes"].as_array().expect("analytes"))
        .collect()
}

/// The state of the first line that asks for an analyte.
#[track_caller]
fn state<'v>(run: &'v Value, id: &str) -> &'v Value {
    asked(run)
        .into_iter()
        .find(|line| line["ids"].as_array().expect("ids").contains(&id.into()))
        .unwrap_or_else(|| panic!("nobody asks for {id}"))
}

#[test]
fn each_state() {
    for (row, name, id, expected) in [
        (
            "Ferritin,60,ug/L,15-150,",
            "hair-loss",
            "ferritin",
            "present",
        ),
        (
            "Ferritin,11,ug/L,15-150,",
            "hair-loss",
            "ferritin",
            "abnormal",
        ),
        (
            "Ferritin,<15,ug/L,15-150,",
            "hair-loss",
            "ferritin",
            "abnormal",
        ),
        (
            "Potassium,6.7,mmol/L,3.5-5.1,",
            "hair-loss",
            "potassium",
            "critical",
        ),
        (
            "Potassium,4.1,mmol/L,3.5-5.1,hemolyzed",
            "hair-loss",
            "potassium",
            "unusable",
        ),
        (
            "Potassium,6.8,mmol/L,3.5-5.1,grossly hemolyzed",
            "hair-loss",
            "potassium",
            "unusable",
        ),
        (
            "Ferritin,cancelled,ug/L,15-150,",
            "hair-loss",
            "ferritin",
            "no_result",
        ),
        (
            "Ferritin,,ug/L,15-150,",
            "hair-loss",
            "ferritin",
            "no_result",
        ),
        ("Ferritin,60,,,", "hair-loss", "ferritin", "not_interpreted"),
        (
            "Free testosterone,20,pmol/L,3-30,",
            "acne-hirsutism",
            "testosterone_free",
            "not_interpreted",
        ),
        (
            "Testosterone,1.4,nmol/L,,",
            "acne-hirsutism",
            "testosterone_total",
            "not_interpreted",
        ),
        ("Ferritin,60,ug/L,15-150,", "hair-loss", "zinc", "missing"),
        (
            "Urine potassium,40,mmol/L,,",
            "hair-loss",
            "potassium",
            "missing",
        ),
    ] {
        let run = json(&[row], "F", name);
        let line = state(&run, id);
        assert_eq!(line["state"], expected, "{row}: {line:#}");
        let needs_reason = ["unusable", "no_result", "not_interpreted"].contains(&expected);
        assert!(
            !needs_reason || line["reason"].is_string(),
            "{row}: {line:#}"
        );
    }
}

#[test]
fn a_critical_number_is_on_top_whether_the_work_up_asks_for_it_or_not() {
    for (row, expected) in [
        ("Potassium,6.7,mmol/L,3.5-5.1,", "critical"),
        ("Sodium,118,mmol/L,135-145,", "critical"),
        ("Magnesium,0.2,mmol/L,0.7-1.0,", "critical"),
        ("Potassium,6.8,mmol/L,3.5-5.1,grossly hemolyzed", "unusable"),
    ] {
        let run = json(&[row], "F", "acne-hirsutism");
        assert_eq!(run["reviews"][0]["critical"][0]["state"], expected, "{row}");
    }
    let run = json(&["Potassium,4.4,mmol/L,3.5-5.1,"], "F", "hair-loss");
    assert_eq!(run["reviews"][0]["critical"], Value::Array(Vec::new()));
}

#[test]
fn the_newest_result_counts_and_the_older_one_is_not_lost() {
    let row = |day: &str, result: &str| {
        format!("P1,T1,2026-{day},F,1990-05-01,Serum,Ferritin,{result},ug/L,15-150,\n")
    };
    let two = |old: &str, new: &str| {
        of(
            &format!("{HEADER}{}{}", row("11-20", new), row("08-01", old)),
            "hair-loss",
        )
    };
    let run = two("9", "60");
    assert_eq!(state(&run, "ferritin")["state"], "present");
    let previous = &state(&run, "ferritin")["results"][0]["previous"];
    assert_eq!(previous, "was 9 µg/L on 2026-08-01");
    assert_eq!(run["reviews"][0]["other_results"][0]["value"], "9");
    // A row without a result says nothing against an earlier one, and both are shown.
    let run = two("9", "cancelled");
    assert_eq!(state(&run, "ferritin")["state"], "abnormal");
    assert_eq!(
        state(&run, "ferritin")["results"].as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn an_unusable_result_stands_beside_the_last_usable_one() {
    let text = format!(
        "{HEADER}P1,T1,2026-10-02,F,1990-05-01,Serum,Potassium,4.2,mmol/L,3.5-5.1,\n\
         P1,T2,2026-11-20,F,1990-05-01,Serum,Potassium,4.9,mmol/L,3.5-5.1,hemolyzed\n"
    );
    let run = of(&text, "hair-loss");
    let line = state(&run, "potassium");
    assert_eq!(line["state"], "unusable");
    assert_eq!(line["last_usable"]["value"], "4.2");
}

#[test]
fn either_of_two_serves() {
    let direct = json(
        &["Free testosterone,20,pmol/L,5-45,"],
        "F",
        "acne-hirsutism",
    );
    let line = state(&direct, "testosterone_free");
    assert_eq!(line["state"], "present", "{line:#}");
    assert_eq!(line["ids"].as_array().map(Vec::len), Some(2));
    let derived = json(
        &["Testosterone,2.6,nmol/L,0.3-1.7,", "SHBG,24,nmol/L,32-128,"],
        "F",
        "acne-hirsutism",
    );
    assert_eq!(
        state(&derived, "free_androgen_index")["results"][0]["derived"],
        true
    );
}

#[test]
fn the_line_on_top_counts_and_calls_nobody_anything() {
    let text = |rows: &[&str], sex: &str, name: &str| {
        let mut text = HEADER.to_string();
        for row in rows {
            text.push_str(&format!("P1,T1,2026-11-20,{sex},1990-05-01,Serum,{row}\n"));
        }
        let (_folder, path) = file("labs.csv", text);
        review(&path, name).ok().stdout.replace('\n', " ")
    };
    let rows = ["Ferritin,11,ug/L,15-150,", "TSH,2.0,mIU/L,0.4-4.0,"];
    let page = text(&rows, "F", "hair-loss");
    assert!(
        page.contains("2 of 7 core tests present, 1 outside limits, 0 unusable, 5 missing"),
        "{page}"
    );
    let page = text(&[], "F", "hair-loss");
    assert!(
        page.contains("No result of this patient is in the file."),
        "{page}"
    );
    let page = text(&["TSH,2.0,mIU/L,0.4-4.0,"], "M", "acne-hirsutism");
    assert!(
        page.contains("No part of this work-up is for this patient."),
        "{page}"
    );
    assert!(page.contains("Androgen excess: for women only"), "{page}");
    let page = text(&["TSH,2.0,mIU/L,0.4-4.0,"], "", "acne-hirsutism");
    assert!(
        page.contains("For women only; the sex of this patient is not known."),
        "{page}"
    );
}

#[test]
fn parts_of_the_other_sex_are_left_out_and_their_results_are_not() {
    let run = json(&["PSA,1.1,ug/L,0-2.5,"], "F", "hair-loss");
    assert_eq!(run["reviews"][0]["left_out"][0]["only_for"], "men");
    assert_eq!(run["reviews"][0]["other_results"][0]["analyte"], "psa");
    let run = json(&["PSA,1.1,ug/L,0-2.5,"], "M", "hair-loss");
    assert_eq!(state(&run, "psa")["state"], "present");
    assert_eq!(run["reviews"][0]["left_out"][0]["only_for"], "women");
}

#[test]
fn a_pregnancy_test_is_on_no_open_part() {
    let rows = "P1,T1,2026-11-20,F,1990-05-01,Serum,hCG,148,IU/L,0-5,\n";
    let (_folder, path) = file("labs.csv", format!("{HEADER}{rows}"));
    for name in ["hair-loss", "acne-hirsutism", "pruritus"] {
        for form in ["text", "markdown"] {
            let page = review(&path, name).args(["--to", form]).ok().stdout;
            let (open, apart) = page
                .split_once("CONFIDENTIAL")
                .expect("a confidential part");
            for word in ["hCG", "148", "regnan"] {
                // What the work-up says of everybody is no result.
                let open: String = open
                    .lines()
                    .filter(|line| !line.contains("maternity") && !line.contains("not pregnancy"))
                    .filter(|line| !line.contains("bile acids in pregnancy"))
                    .collect();
                assert!(!open.contains(word), "{name}, {form}: {word} in\n{open}");
            }
            assert!(apart.contains("148"), "{name}, {form}:\n{apart}");
            assert!(open.contains("More stands on the confidential part."));
        }
    }
}

#[test]
fn a_row_without_a_source_says_so_in_every_form() {
    const LABEL: &str = "no source: working knowledge";
    let file = "samples/workups/pruritus.csv";
    for form in ["text", "markdown"] {
        let page = review(file, "pruritus").args(["--to", form]).ok().stdout;
        assert_eq!(page.matches(LABEL).count(), 4, "{form}");
    }
    let run: Value =
        serde_json::from_str(&review(file, "pruritus").args(["--to", "json"]).ok().stdout)
            .expect("JSON");
    for test in run["reviews"][0]["parts"][0]["tests"]
        .as_array()
        .expect("tests")
    {
        assert_eq!(test["strength_words"], LABEL);
        assert_eq!(test["source"], Value::Null);
    }
    let page = review("samples/workups/hair_loss.csv", "hair-loss")
        .ok()
        .stdout;
    assert!(page.contains("source supports a part: Zinc in hair loss: JCDR 6170"));
}

#[test]
fn a_test_that_is_not_known_is_found_by_its_name_or_looked_for() {
    let run = json(&["MCV,76,fL,80-96,"], "F", "hair-loss");
    let named = &run["reviews"][0]["parts"][0]["tests"][0]["not_in_catalog"][0];
    assert_eq!(
        (&named["name"], &named["results"][0]["value"]),
        (&"MCV".into(), &"76".into())
    );
    let run = json(&["Ferritin,60,ug/L,15-150,"], "F", "hair-loss");
    let named = &run["reviews"][0]["parts"][0]["tests"][0]["not_in_catalog"][0];
    assert_eq!(named["results"], Value::Array(Vec::new()));
}

#[test]
fn no_row_is_lost() {
    for (sample, name) in [
        ("samples/preop_panel.csv", "hair-loss"),
        ("samples/messy.csv", "pruritus"),
        ("samples/multi_patient.csv", "hair-loss"),
        ("samples/pregnancy.csv", "acne-hirsutism"),
        ("samples/hemolyzed.csv", "pruritus"),
        ("samples/wide_german.csv", "pruritus"),
        ("samples/derive.csv", "hair-loss"),
        ("samples/workups/hair_loss.csv", "hair-loss"),
        ("samples/workups/pruritus.csv", "acne-hirsutism"),
    ] {
        let run: Value =
            serde_json::from_str(&review(sample, name).args(["--to", "json"]).ok().stdout)
                .expect("JSON");
        let mut lines: Vec<(u64, String)> = Vec::new();
        collect(&run, &mut lines);
        for row in Run::check(sample).rows() {
            let line: u64 = row["line"].parse().expect("a line");
            let value = row["value"].trim();
            assert!(
                lines
                    .iter()
                    .any(|(at, own)| *at == line && own.trim() == value),
                "{sample} --for {name}: line {line}, {value:?} is not in the review"
            );
        }
        let rows: u64 = run["reviews"]
            .as_array()
            .expect("reviews")
            .iter()
            .map(|review| review["counts"]["rows"].as_u64().expect("rows"))
            .sum();
        assert_eq!(rows as usize, Run::check(sample).rows().len(), "{sample}");
    }
}

/// Every object with a line and a value.
fn collect(value: &Value, lines: &mut Vec<(u64, String)>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| collect(one, lines)),
        Value::Object(keys) => {
            if let (Some(line), Some(own)) = (value["line"].as_u64(), value["value"].as_str()) {
                lines.push((line, own.to_string()));
            }
            keys.values().for_each(|one| collect(one, lines));
        }
        _ => {}
    }
}

#[test]
fn hostile_text_steers_nothing() {
    let row = "P1\u{1b}[2J,T1,2026-11-20,F,1990-05-01,Serum,<script>alert(1)</script>|x,\u{202e}66,\"a|b\nc\",,\n\
               P1\u{1b}[2J,T1,2026-11-20,F,1990-05-01,Serum,Ferritin,60,ug/L,15-150,\n";
    let (_folder, path) = file("labs.csv", format!("{HEADER}{row}"));
    let run = |form: &str| review(&path, "hair-loss").args(["--to", form]).ok().stdout;
    let (text, markdown) = (run("text"), run("markdown"));
    for page in [&text, &markdown] {
        assert!(
            !page.contains('\u{1b}') && !page.contains('\u{202e}'),
            "{page}"
        );
    }
    assert!(!markdown.contains("<script>"), "{markdown}");
    assert!(markdown.contains("\\|x"), "{markdown}");
    let json: Value = serde_json::from_str(&run("json")).expect("JSON");
    assert_eq!(json["reviews"][0]["patient"]["id"], "P1\u{1b}[2J");
}

#[test]
fn fail_on() {
    let core =
        "TSH,2.1,mIU/L,0.4-4.0,\nP1,T1,2026-11-20,F,1990-05-01,Serum,Ferritin,60,ug/L,15-150,";
    for (row, critical, abnormal, unusable) in [
        (core, 0, 0, 0),
        ("Ferritin,11,ug/L,15-150,", 0, 1, 0),
        ("Potassium,6.7,mmol/L,3.5-5.1,", 1, 1, 0),
        ("Potassium,4.1,mmol/L,3.5-5.1,hemolyzed", 0, 0, 1),
        ("Magnesium,0.2,mmol/L,0.7-1.0,", 1, 0, 0),
    ] {
        let (_folder, path) = file(
            "labs.csv",
            format!("{HEADER}P1,T1,2026-11-20,F,1990-05-01,Serum,{row}\n"),
        );
        let code = |condition| {
            review(&path, "hair-loss")
                .args(["--fail-on", condition])
                .done()
                .code
        };
        assert_eq!(
            (code("critical"), code("abnormal"), code("unusable")),
            (critical, abnormal, unusable),
            "{row}"
        );
        assert_eq!(code("missing"), 1, "{row}");
        assert_eq!(review(&path, "hair-loss").done().code, 0);
    }
}

#[test]
fn reviews_of_the_samples() {
    for (sample, name) in REVIEWED {
        let path = format!("samples/{sample}.csv");
        let short = sample.trim_start_matches("workups/");
        for (form, end) in [("text", "txt"), ("markdown", "md"), ("json", "json")] {
            let done = review(&path, name).args(["--to", form]).ok();
            golden(&format!("reviews/{short}.{end}"), &done.stdout);
            for word in ["fit", "cleared", "safe"] {
                let said = done
                    .stdout
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|own| own.eq_ignore_ascii_case(word));
                assert!(!said, "{path} says {word:?}");
            }
        }
        for width in [80, 120] {
            let page = review(&path, name).columns(width).ok().stdout;
            for line in page.lines() {
                assert!(line.chars().count() <= width, "{width}: {line}");
            }
            assert!(!page.contains('\u{1b}'));
            let top = page.split("core tests present").next().unwrap_or("");
            assert!(!top.to_lowercase().contains("normal"), "{top}");
        }
        let plain = review(&path, name).ok().stdout;
        let colored = review(&path, name).args(["--color", "always"]).ok().stdout;
        assert_eq!(
            without_color(&colored),
            plain,
            "color says nothing of its own"
        );
    }
}

/// The text without its escape sequences.
fn without_color(text: &str) -> String {
    let mut plain = String::new();
    let mut parts = text.split('\u{1b}');
    plain.push_str(parts.next().unwrap_or(""));
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain
}

/// Ferritin on days, as `state: time remarks`, on 2026-11-25.
#[track_caller]
fn ferritin(rows: &[(&str, &str)]) -> String {
    let mut text = HEADER.to_string();
    for (at, (day, value)) in rows.iter().enumerate() {
        text.push_str(&format!(
            "P1,T{at},{day},F,1990-05-01,Serum,Ferritin,{value},ug/L,15-150,\n"
        ));
    }
    let run = of(&text, "hair-loss");
    let line = state(&run, "ferritin");
    let remarks: Vec<&str> = line["results"]
        .as_array()
        .expect("results")
        .iter()
        .map(|row| row["time_remark"].as_str().unwrap_or("-"))
        .collect();
    let state = line["state"].as_str().unwrap_or_default();
    format!("{state}: {}", remarks.join(", "))
}

#[test]
fn a_result_dated_after_today_stands_for_nothing() {
    const AHEAD: &str = "dated after today: check the date";
    for (rows, expected) in [
        (vec![("2026-10-01", "9")], "abnormal: -".to_string()),
        (vec![("2026-11-25", "60")], "present: -".to_string()),
        (
            vec![("2026-11-26", "60")],
            format!("not_interpreted: {AHEAD}"),
        ),
        (
            vec![("2026-10-01", "9"), ("2027-01-01", "60")],
            format!("abnormal: -, {AHEAD}"),
        ),
        (
            vec![("2026-10-01", "60"), ("2027-01-01", "9")],
            format!("present: -, {AHEAD}"),
        ),
        (
            vec![("2026-10-01", ""), ("2027-01-01", "60")],
            format!("no_result: -, {AHEAD}"),
        ),
    ] {
        assert_eq!(ferritin(&rows), expected, "{rows:?}");
    }
    // It is said above, and of a critical one, too, before anybody is calm about it.
    let text =
        format!("{HEADER}P1,T1,2027-01-01,F,1990-05-01,Serum,Potassium,7.2,mmol/L,3.5-5.1,\n");
    let run = of(&text, "hair-loss");
    assert_eq!(
        run["reviews"][0]["notices"][0]["code"],
        "collected-in-the-future"
    );
    assert_eq!(
        run["reviews"][0]["critical"].as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn a_result_of_years_ago_says_so_beside_its_day() {
    for (day, expected) in [
        ("2019-01-01", "present: 7 years old"),
        ("2024-11-26", "present: 1 year old"),
        ("2024-11-25", "present: 2 years old"),
        ("2025-11-25", "present: 1 year old"),
        ("2025-11-26", "present: -"),
    ] {
        assert_eq!(ferritin(&[(day, "60")]), expected, "{day}");
    }
    // The reason stands beside it, not behind it.
    let text = format!("{HEADER}P1,T1,2019-01-01,F,1990-05-01,Serum,Ferritin,60,,,\n");
    let (_folder, path) = file("labs.csv", text);
    let printed = review(&path, "hair-loss").ok().stdout;
    let printed: String = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        printed.contains("7 years old") && printed.contains("NOT INTERPRETED Ferritin 60"),
        "{printed}"
    );
}

#[test]
fn a_pregnancy_test_in_short_stays_apart_in_a_review() {
    let text = format!("{HEADER}P1,T1,2026-11-20,F,1990-05-01,Urine,UPT,Positive,,,\n");
    let (_folder, path) = file("labs.csv", text);
    let printed = review(&path, "hair-loss").ok().stdout;
    let (open, apart) = printed
        .split_once("CONFIDENTIAL")
        .expect("a confidential part");
    assert!(!open.contains("UPT") && apart.contains("UPT"), "{printed}");
}
