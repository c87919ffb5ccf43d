//! The pre-operative review sheets of `samples/preop`: as they are printed, and what each of them shows.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::golden::golden;
use crate::run::{Run, file, real, root};

/// The exports, the list of surgeries, and the day that counts as today.
const RUN: [&str; 7] = [
    "preop",
    "samples/preop/clinic.csv",
    "samples/preop/ward.csv",
    "--surgeries",
    "samples/preop/surgeries.csv",
    "--today",
    "2026-11-25",
];

fn sheets(more: &[&str]) -> Run {
    Run::new(RUN).args(more)
}

/// A run over one export of these rows.
fn of_rows(rows: &str, more: &[&str]) -> (tempfile::TempDir, Run) {
    let (folder, path) = file(
        "labs.csv",
        format!("patient,sample,collected,sex,birth_date,test,result,unit,comment\n{rows}"),
    );
    let run = Run::new([Path::new("preop"), &path])
        .args(["--today", "2026-11-25"])
        .args(more);
    (folder, run)
}

/// Digests change with every comment of the policy; that they are there is what is compared.
fn without_digests(text: &str) -> String {
    let is_digest = |word: &str| {
        word.len() == 16
            && word
                .chars()
                .all(|c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase())
    };
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let (before, word) = rest.split_at(at);
        let end = word
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(word.len());
        out.push_str(before);
        out.push_str(if is_digest(&word[..end]) {
            "DIGEST"
        } else {
            &word[..end]
        });
        rest = &word[end..];
    }
    out + rest
}

/// What is printed, in parts: the cover, and one sheet for each patient.
fn parts<'t>(text: &'t str, start: &str) -> Vec<&'t str> {
    let mut starts: Vec<usize> = text.match_indices(start).map(|(at, _)| at).collect();
    starts.push(text.len());
    starts.windows(2).map(|two| &text[two[0]..two[1]]).collect()
}

fn patient_of(sheet: &str) -> String {
    let named = sheet
        .split_once("Patient ")
        .and_then(|(_, rest)| rest.get(..5));
    match named {
        Some(id) if id.starts_with("PO-") => id.to_lowercase(),
        _ => "cover".to_string(),
    }
}

#[test]
fn golden_sheets_for_a_terminal() {
    let done = sheets(&[]).ok();
    let rule = "=".repeat(80);
    let parts = parts(&done.stdout, &rule);
    assert_eq!(
        parts.len(),
        14,
        "a cover and a sheet for each of 13 patients"
    );
    for part in parts {
        golden(
            &format!("preop/{}.txt", patient_of(part)),
            &without_digests(part),
        );
    }
    for line in done.stdout.lines() {
        assert!(line.chars().count() <= 80, "wider than 80: {line}");
    }
}

#[test]
fn golden_sheets_in_markdown() {
    let done = sheets(&["--to", "markdown"]).ok();
    let parts = parts(&done.stdout, "# Pre-operative review");
    assert_eq!(parts.len(), 14);
    for part in parts {
        golden(
            &format!("preop/{}.md", patient_of(part)),
            &without_digests(part),
        );
    }
}

#[test]
fn golden_sheets_in_json() {
    let done = sheets(&["--to", "json"]).ok();
    golden("preop/sheets.json", &without_digests(&done.stdout));
}

/// HTML of two patients: one with a stop, one with a confidential part. How it looks is checked in
/// `html_sheet`; the text of the others, which is the same in every form, in the golden files above.
#[test]
fn golden_sheets_in_html() {
    let done = sheets(&["--to", "html"]).ok();
    let parts = parts(&done.stdout, "<article class=\"page");
    let (mut stop, mut confidential) = (0, 0);
    for (patient, pages) in [("PO-02", 1), ("PO-08", 2)] {
        let who = format!("Patient <bdi>{patient}</bdi>");
        let own: Vec<&str> = parts
            .iter()
            .copied()
            .filter(|part| part.contains(&who))
            .collect();
        assert_eq!(
            own.len(),
            pages,
            "{patient}: the sheet and its confidential part"
        );
        let page = own.concat();
        stop += page.matches("li class=\"item stop\"").count();
        confidential += page.matches("CONFIDENTIAL").count();
        let name = patient.to_lowercase();
        golden(&format!("preop/{name}.html"), &without_digests(&page));
    }
    assert!(0 < stop && 0 < confidential, "{stop}, {confidential}");
}

fn json(run: Run) -> Value {
    let done = run.args(["--to", "json"]).ok();
    serde_json::from_str(&done.stdout).expect("JSON")
}

/// Verdict by patient, and the items as `A stop potassium`.
fn said(run: &Value) -> BTreeMap<String, (String, Vec<String>)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let patients = run["patients"].as_array().expect("patients");
    let of_item = |item: &Value| {
        format!(
            "{} {} {}",
            text(&item["section"]),
            text(&item["state"]),
            text(&item["analyte"])
        )
    };
    let one = |sheet: &Value| {
        let items = sheet["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(of_item)
            .collect();
        (
            text(&sheet["patient"]["id"]),
            (text(&sheet["verdict"]), items),
        )
    };
    patients.iter().map(one).collect()
}

#[test]
fn each_patient_of_the_samples_tells_one_story() {
    let run = json(sheets(&[]));
    let said = said(&run);
    for (patient, verdict, item) in [
        ("PO-01", "nothing_outside_policy", ""),
        ("PO-02", "action_needed", "A stop potassium"),
        ("PO-03", "incomplete", "C unusable potassium"),
        ("PO-04", "review_needed", "F optimize hemoglobin"),
        ("PO-05", "incomplete", "D expired hemoglobin"),
        ("PO-05", "incomplete", "D missing urea"),
        ("PO-06", "review_needed", "B review potassium"),
        ("PO-07", "incomplete", "D refused "),
        ("PO-08", "action_needed", "A stop hcg"),
        ("PO-09", "incomplete", "D not_interpreted creatinine"),
        ("PO-09", "incomplete", "D undated potassium"),
        ("PO-10", "review_needed", "F optimize potassium"),
        ("PO-11", "nothing_outside_policy", ""),
        ("PO-12", "action_needed", "A stop potassium"),
        ("PO-12", "action_needed", "C unusable potassium"),
        ("PO-13", "incomplete", "D not_stated "),
    ] {
        let (found, items) = &said[patient];
        assert_eq!(found, verdict, "{patient}: {items:?}");
        let there = item.is_empty() || items.iter().any(|own| own == item);
        assert!(there, "{patient}: {item} in {items:?}");
    }
    assert_eq!(said.len(), 13);
    let of = |id: &str| {
        let patients = run["patients"].as_array().expect("patients").iter();
        patients
            .into_iter()
            .find(|sheet| sheet["patient"]["id"] == id)
            .expect("a sheet")
    };
    let codes = |id: &str| of(id)["notices"].to_string();
    assert!(codes("PO-10").contains("two-patients-possible"));
    assert!(codes("PO-12").contains("collected-after-surgery"));
    let unusable = of("PO-03")["items"].as_array().expect("items").iter();
    let unusable = unusable
        .into_iter()
        .find(|item| item["section"] == "C")
        .expect("an item");
    assert_eq!(unusable["last_usable"]["value"], "4.3");
    let rise = of("PO-06")["items"][0]["also_crossed"].to_string();
    assert!(
        rise.contains("rise >= 0.5 mmol/L within 1 to 12 h"),
        "{rise}"
    );
}

#[test]
fn no_row_is_lost_and_every_patient_has_one_sheet() {
    let run = json(sheets(&[]));
    let rows: usize = ["clinic", "ward"]
        .iter()
        .map(|name| {
            let text = std::fs::read_to_string(root().join(format!("samples/preop/{name}.csv")))
                .expect("a sample");
            text.lines().count() - 1
        })
        .sum();
    let results = run["patients"].as_array().expect("patients").iter();
    let results: usize = results
        .map(|sheet| sheet["results"].as_array().expect("results").iter())
        .map(|results| results.filter(|row| row["derived"] == false).count())
        .sum();
    assert_eq!(results, rows);
}

#[test]
fn help_of_preop() {
    golden(
        "texts/preop_help.txt",
        &Run::new(["preop", "--help"]).ok().stdout,
    );
    golden(
        "texts/preop_short_help.txt",
        &Run::new(["preop", "-h"]).ok().stdout,
    );
}

#[test]
fn a_sheet_is_no_failure_unless_asked_for() {
    let row = |test: &str| format!("1,T1,2026-11-24 08:00,F,1976-05-01,{test}\n");
    for (what, rows, stop, review, incomplete) in [
        ("quiet", row("Chloride,102,mmol/L,"), 0, 0, 0),
        ("noted", row("CRP,20,mg/L,"), 0, 0, 0),
        ("stop", row("Potassium,6.2,mmol/L,"), 1, 0, 0),
        ("review", row("INR,1.8,,"), 0, 1, 0),
        ("optimize", row("Ferritin,12,ug/L,"), 0, 1, 0),
        (
            "unusable",
            row("Potassium,6.2,mmol/L,grossly hemolyzed"),
            0,
            0,
            1,
        ),
        ("not interpreted", row("Potassium,4.1,,"), 0, 0, 1),
        ("no result at all", String::new(), 0, 0, 1),
        // What is graver does not hide what is less so.
        (
            "stop and unusable",
            row("Potassium,2.4,mmol/L,grossly hemolyzed"),
            1,
            0,
            1,
        ),
        (
            "stop and review",
            row("Potassium,6.2,mmol/L,") + &row("INR,1.8,,"),
            1,
            1,
            0,
        ),
        (
            "two patients",
            row("Potassium,6.2,mmol/L,") + "2,T2,2026-11-24 08:00,F,1976-05-01,INR,1.8,,\n",
            1,
            1,
            0,
        ),
    ] {
        let surgery = [
            "--surgery-date",
            "2026-12-01",
            "--surgery-grade",
            "minor",
            "--asa",
            "1",
        ];
        let code = |condition: &[&str]| {
            let (_folder, run) = of_rows(&rows, &surgery);
            run.args(condition).done().code
        };
        assert_eq!(code(&[]), 0, "{what}");
        assert_eq!(code(&["--fail-on", "stop"]), stop, "{what}: stop");
        // A stop is a review as well.
        let review = review.max(stop);
        assert_eq!(code(&["--fail-on", "review"]), review, "{what}: review");
        assert_eq!(
            code(&["--fail-on", "incomplete"]),
            incomplete,
            "{what}: incomplete"
        );
        let any = stop.max(review).max(incomplete);
        assert_eq!(
            code(&["--fail-on", "stop,review,incomplete"]),
            any,
            "{what}: any"
        );
    }
}

#[test]
fn what_cannot_be_done_is_2_and_prints_no_sheet() {
    for args in [
        vec!["--context", "pregnent"],
        vec!["--asa", "5"],
        vec!["--surgery-date", "01.12.2026"],
        vec!["--surgery-date", "9999-12-31"],
        // Before the birth.
        vec!["--surgery-date", "1976-04-30"],
        vec!["--age", "144"],
        vec!["--age", "5", "--adults"],
        vec!["--surgery-grade", "huge"],
        vec!["--policy", "nowhere.toml"],
        vec!["--surgeries", "nowhere.csv"],
    ] {
        let (_folder, run) = of_rows("1,T1,2026-11-24,F,1976-05-01,Chloride,102,mmol/L,\n", &args);
        let done = run.args(["--fail-on", "stop"]).done();
        assert_eq!(
            (done.code, done.stdout.as_str()),
            (2, ""),
            "{args:?}: {}",
            done.stderr
        );
    }
}

#[test]
fn a_day_that_cannot_be_read_says_how_to_write_it() {
    for option in ["--surgery-date", "--today"] {
        for day in ["01/12/2026", "01.12.2026", "2026-13-01", "tomorrow", ""] {
            let done = Run::new(["preop", "samples/preop/clinic.csv", option, day]).done();
            assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{option} {day}");
            for word in [option, "write the day as year-month-day: 2026-12-01"] {
                assert!(
                    done.stderr.contains(word),
                    "{option} {day}: {}",
                    done.stderr
                );
            }
        }
    }
}

#[test]
fn an_unknown_context_is_named_with_those_that_are_known() {
    let done = sheets(&["--context", "diabetis"]).done();
    assert_eq!(done.code, 2);
    for word in [
        "\"diabetis\"",
        "known are:",
        "diabetes",
        "childbearing-potential",
    ] {
        assert!(done.stderr.contains(word), "{word}: {}", done.stderr);
    }
}

#[test]
fn what_is_said_and_denied_at_once_is_no_answer() {
    let done = sheets(&["--context", "diabetes,no-diabetes"]).done();
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("said and denied"), "{}", done.stderr);
    // The list knows the patient better than what is said of everybody.
    let run = json(sheets(&["--context", "diabetes"]));
    let patients = run["patients"].as_array().expect("patients").iter();
    let denied: Vec<&str> = patients
        .filter(|sheet| sheet["surgery"]["denied"][0] == "diabetes")
        .filter_map(|sheet| sheet["patient"]["id"].as_str())
        .collect();
    assert_eq!(denied, ["PO-01", "PO-12"]);
}

#[test]
fn rows_that_name_no_patient_stay_apart_and_the_sheet_says_so() {
    let rows = ",T1,2026-11-24,F,1976-05-01,Chloride,102,mmol/L,\n\
                ,T2,2026-11-24,F,1976-05-01,Sodium,140,mmol/L,\n\
                A,T3,2026-11-24,F,1976-05-01,Chloride,101,mmol/L,\n";
    let (_folder, run) = of_rows(rows, &["--surgery-date", "2026-12-01", "--asa", "1"]);
    let run = json(run);
    let patients = run["patients"].as_array().expect("patients");
    let rows = |at: usize| patients[at]["counts"]["rows"].as_u64();
    assert_eq!((patients.len(), rows(0), rows(1)), (2, Some(2), Some(1)));
    assert_eq!(patients[0]["notices"][0]["code"], "patient-not-stated");
    assert_eq!(patients[1]["notices"], Value::Array(Vec::new()));
}

/// A newer result that may be used has come, though nobody says whose either is.
#[test]
fn an_old_call_says_what_usable_result_followed() {
    for (newer, says, not) in [
        ("4.2", "Followed by 4.2 mmol/L", "Nothing came since"),
        ("", "Nothing came since", "Followed by"),
    ] {
        let (_folder, path) = file(
            "labs.csv",
            format!(
                "Hemolysis,,,3+,0\nTest,Unit,Reference,13/01/2024,14/01/2024\nPotassium,mmol/L,3.5-5.1,6.8,{newer}\n"
            ),
        );
        let run = Run::new([Path::new("preop"), &path]).args(["--today", "2026-11-25"]);
        let printed = run.done().stdout;
        let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(printed.contains(says), "{newer}: {printed}");
        assert!(!printed.contains(not), "{newer}: {printed}");
    }
}

#[test]
fn the_json_of_the_samples_is_as_its_schema_says() {
    let text = Run::new(["preop", "--schema"]).ok().stdout;
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let run = json(sheets(&[]));
    let wrong: Vec<String> = validator
        .iter_errors(&run)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let mut other = run;
    other["patients"][0]["verdict"] = Value::from("all well");
    assert!(!validator.is_valid(&other), "a fifth verdict");
}

#[test]
fn a_list_of_surgeries_that_is_wrong_is_told_with_line_and_column() {
    let header = "patient,surgery_date,procedure,surgery_grade,asa,context\n";
    for (what, rows, place, said) in [
        (
            "no patient",
            ",2026-12-01,Hernia,minor,1,\n",
            ":2:1",
            "without a patient",
        ),
        (
            "twice",
            "A,2026-12-01,,minor,1,\nA,2026-12-02,,minor,1,\n",
            ":3:1",
            "twice",
        ),
        (
            "date",
            "A,soon,,minor,1,\n",
            ":2:2",
            "date of surgery cannot be read",
        ),
        (
            "two-digit year",
            "A,01.12.26,,minor,1,\n",
            ":2:2",
            "two-digit year",
        ),
        (
            "day and month",
            "A,03/04/2026,,minor,1,\n",
            ":2:2",
            "day and month",
        ),
        (
            "grade",
            "A,2026-12-01,,huge,1,\n",
            ":2:4",
            "no surgery grade",
        ),
        ("ASA", "A,2026-12-01,,minor,5,\n", ":2:5", "no ASA grade"),
        (
            "context",
            "A,2026-12-01,,minor,1,diabetes diabetis\n",
            ":2:6",
            "\"diabetis\"",
        ),
        (
            "a comma without quotes, and no context behind it",
            "A,2026-12-01,,minor,1,diabetes,tall\n",
            ":2:7",
            "more cells than the header",
        ),
        (
            "a comma without quotes in the procedure: every cell behind it has moved",
            "A,2026-12-01,Hip, left,minor,1,diabetes\n",
            ":2:4",
            "no surgery grade",
        ),
    ] {
        let (_folder, list) = file("surgeries.csv", format!("{header}{rows}"));
        let done = Run::new(["preop", "samples/preop/clinic.csv", "--surgeries"])
            .args([&list])
            .done();
        assert_eq!(
            (done.code, done.stdout.as_str()),
            (2, ""),
            "{what}: {}",
            done.stderr
        );
        for word in [place, said] {
            assert!(
                done.stderr.contains(word),
                "{what}: {word}: {}",
                done.stderr
            );
        }
    }
    let (_folder, list) = file("surgeries.csv", "name,day\nA,2026-12-01\n");
    let done = Run::new(["preop", "samples/preop/clinic.csv", "--surgeries"])
        .args([&list])
        .done();
    assert!(
        done.code == 2 && done.stderr.contains("no column with the patient"),
        "{}",
        done.stderr
    );
}

#[test]
fn contexts_behind_a_comma_without_quotes_are_read_and_none_is_dropped() {
    let header = "patient,surgery_date,procedure,surgery_grade,asa,context\n";
    // The cell of the contexts as the list has it, and the contexts of the sheet.
    for (written, expected) in [
        ("diabetes", "diabetes"),
        ("\"diabetes,ckd\"", "ckd diabetes"),
        ("diabetes,ckd", "ckd diabetes"),
        ("diabetes, ckd, anticoagulant", "anticoagulant ckd diabetes"),
        ("diabetes,no-ckd,,", "diabetes"),
    ] {
        let (_folder, list) = file(
            "surgeries.csv",
            format!("{header}PO-03,2026-12-01,Hip,major,3,{written}\n"),
        );
        let run =
            json(Run::new(["preop", "samples/preop/clinic.csv", "--surgeries"]).args([&list]));
        let found: Vec<&str> = run["patients"][0]["surgery"]["contexts"]
            .as_array()
            .expect("contexts")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(found.join(" "), expected, "{written}");
    }
    // Where another column is the last one, nobody can say which cell has moved.
    let (_folder, list) = file(
        "surgeries.csv",
        "patient,context,asa\nPO-03,diabetes,ckd,3\n",
    );
    let done = Run::new(["preop", "samples/preop/clinic.csv", "--surgeries"])
        .args([&list])
        .done();
    assert!(
        done.code == 2 && done.stderr.contains(":2:"),
        "{}",
        done.stderr
    );
}

#[test]
fn whom_the_list_does_not_name_gets_no_sheet_and_is_counted() {
    let (_folder, list) = file(
        "surgeries.csv",
        "patient,surgery_date,asa\nPO-03,01/12/2026,II\nPO-99,13/12/2026,asa 3\n",
    );
    let done = Run::new([
        "preop",
        "samples/preop/clinic.csv",
        "--to",
        "json",
        "--surgeries",
    ])
    .args([&list])
    .ok();
    let run: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let said = said(&run);
    assert_eq!(said.keys().collect::<Vec<_>>(), ["PO-03", "PO-99"]);
    assert_eq!(said["PO-99"].0, "incomplete");
    assert_eq!(run["patients"][0]["surgery"]["date"], "2026-12-01");
    assert!(
        done.stderr
            .contains("5 patients of the export (52 rows) are not on the list"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_stop_of_whom_the_list_does_not_name_is_counted_and_fails() {
    let row = |id: &str, potassium: &str| {
        format!("{id},T{id},2026-11-24 08:00,F,1976-05-01,Potassium,{potassium},mmol/L,\n")
    };
    let (_list, list) = file(
        "surgeries.csv",
        "patient,surgery_date,surgery_grade,asa\nON,2026-12-01,minor,1\n",
    );
    // The potassium of somebody on the list, and of others; what is said of these, and the exit code with
    // --fail-on stop, review, incomplete.
    for (on, others, said, codes) in [
        ("4.1", vec![], "", [0, 0, 0]),
        (
            "4.1",
            vec!["4.1"],
            "1 patient of the export (1 row) is not",
            [0, 0, 0],
        ),
        (
            "4.1",
            vec!["6.9"],
            "1 of them has a critical result",
            [1, 1, 0],
        ),
        (
            "4.1",
            vec!["6.9", "4.1", "2.0"],
            "2 of them have a critical result",
            [1, 1, 0],
        ),
        (
            "6.9",
            vec!["4.1"],
            "1 patient of the export (1 row) is not",
            [1, 1, 0],
        ),
    ] {
        let mut rows = row("ON", on);
        for (at, potassium) in others.iter().enumerate() {
            rows += &row(&format!("OFF{at}"), potassium);
        }
        for (condition, code) in ["stop", "review", "incomplete"].iter().zip(codes) {
            let (_folder, run) = of_rows(&rows, &["--fail-on", condition, "--surgeries"]);
            let done = run.args([&list]).done();
            assert_eq!(done.code, code, "{on}, {others:?}: {condition}");
            assert!(done.stderr.contains(said), "{others:?}: {}", done.stderr);
            let calls = others.iter().any(|value| *value != "4.1");
            assert_eq!(done.stderr.contains("phoned"), calls, "{}", done.stderr);
            assert!(
                !done.stderr.contains("OFF"),
                "nobody is named: {}",
                done.stderr
            );
        }
    }
}

#[test]
fn mimic3_demo_gives_a_sheet_for_every_patient_and_loses_no_row() {
    let (Some(labs), Some(items)) = (
        real("mimic3_demo/LABEVENTS.csv"),
        real("mimic3_demo/D_LABITEMS.csv"),
    ) else {
        return;
    };
    let run = Run::new([Path::new("preop"), &labs])
        .args([Path::new("--codes"), &items])
        .args([
            "--adults",
            "--surgery-date",
            "2200-01-01",
            "--surgery-grade",
            "major",
            "--asa",
            "3",
        ]);
    let run = json(run);
    let patients = run["patients"].as_array().expect("patients");
    let rows = |derived: bool| -> usize {
        let of = |sheet: &Value| {
            let results = sheet["results"].as_array().expect("results").iter();
            results.filter(|row| row["derived"] == derived).count()
        };
        patients.iter().map(of).sum()
    };
    println!("{} patients, {} derived values", patients.len(), rows(true));
    assert_eq!(rows(false), 76_074);
    assert!(90 < patients.len(), "{}", patients.len());
}
