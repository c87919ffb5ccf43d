//! Where output goes, and what JSON promises.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::run::{Run, file, root};

const SAMPLE: &str = "samples/preop_panel.csv";

#[test]
fn standard_input_gives_what_the_file_gives() {
    let text = std::fs::read(root().join(SAMPLE)).expect("the sample");
    let name_aside = |text: &str| text.replace(SAMPLE, "-");
    for form in ["table", "csv", "jsonl"] {
        let piped = Run::check("-")
            .args(["--to", form])
            .stdin(text.clone())
            .ok();
        let named = Run::check(SAMPLE).args(["--to", form]).ok();
        assert_eq!(
            name_aside(&piped.stdout),
            name_aside(&named.stdout),
            "{form}"
        );
    }
}

/// A long file is presumed to be UTF-8 by its beginning; what comes through a pipe is read to its end first.
#[test]
fn a_long_file_gives_what_a_pipe_gives_whatever_its_end() {
    let header = "patient,sample,sex,age,test,result,unit,comment\n";
    let row = |number: usize| format!("P{number},S{number},F,40,Sodium,139,mmol/L,plain\n");
    let rows: String = (0..30_000).map(row).collect();
    let beginning = 1 << 20;
    let mut across = header.to_string() + &rows;
    // A character of two bytes in the middle of which the beginning ends.
    across.replace_range(beginning - 1..beginning + 1, "µ");
    let long = header.to_string() + &rows;
    assert!(beginning < long.len());
    let with = |end: &[u8]| [long.as_bytes(), end].concat();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("long.csv");
    let name = path.display().to_string();
    for (bytes, code) in [
        (with(b""), 0),
        (across.into_bytes(), 0),
        (with("P,S,F,40,Creatinine,80,µmol/L,\n".as_bytes()), 0),
        (with(b"P,S,F,40,Creatinine,80,\xb5mol/L,\n"), 0),
        (
            with(b"P,S,F,40,Creatinine,80,\xb5mol/L,\"two\nlines\"\n"),
            0,
        ),
        (with(b"P,S,F,40,Sodium,139,mmol/L,\0\n"), 2),
    ] {
        std::fs::write(&path, &bytes).expect("written");
        let named = Run::check(&path).args(["--to", "csv"]).done();
        let piped = Run::check("-").args(["--to", "csv"]).stdin(bytes).done();
        assert_eq!((named.code, piped.code), (code, code), "{}", named.stderr);
        // No assertion that would print megabytes.
        let same = named.stdout.replace(&name, "-") == piped.stdout;
        assert!(same, "{} bytes", named.stdout.len());
        assert_eq!(named.stderr.replace(&name, "-"), piped.stderr);
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.csv");
    let printed = Run::check(SAMPLE).args(["--to", "csv"]).ok().stdout;
    let done = Run::check(SAMPLE)
        .args(["--to", "csv", "-o"])
        .args([&path])
        .ok();
    assert_eq!(done.stdout, "");
    assert_eq!(std::fs::read_to_string(&path).expect("the output"), printed);

    // A run that fails leaves what was there, and nothing beside it.
    let failed = Run::check("samples/README.md")
        .args(["-o"])
        .args([&path])
        .done();
    assert_eq!(failed.code, 2);
    assert_eq!(std::fs::read_to_string(&path).expect("the output"), printed);
    assert_eq!(
        std::fs::read_dir(folder.path())
            .expect("the folder")
            .count(),
        1
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for form in ["table", "csv", "json", "jsonl"] {
        let run = || Run::check(SAMPLE).args(["--to", form]).ok();
        let (first, second) = (run(), run());
        assert_eq!(first.stdout, second.stdout, "{form}");
        assert_eq!(first.stderr, second.stderr, "{form}");
    }
}

#[test]
fn versions_stand_on_standard_error_of_csv() {
    let done = Run::check(SAMPLE).args(["--to", "csv"]).ok();
    let last = done.stderr.lines().last().unwrap_or_default();
    for word in [
        env!("CARGO_PKG_VERSION"),
        "reference data",
        "profile us",
        "rcpath-2017",
    ] {
        assert!(last.contains(word), "{word} in {last:?}");
    }
}

#[test]
fn only_what_needs_attention() {
    let all = Run::check(SAMPLE).rows();
    let some = Run::check(SAMPLE).args(["--abnormal"]).rows();
    assert!(some.iter().all(|row| all.contains(row)), "the same rows");
    let lines: Vec<&str> = some.iter().map(|row| row["line"].as_str()).collect();
    // Potassium, magnesium, AST, LDH of the hemolyzed tube, its glucose that needs a condition; the critical
    // sodium, the corrected potassium without the one it replaces; what is low, absent or not judged.
    let expected = [
        "14", "16", "17", "18", "19", "20", "22", "23", "25", "29", "30", "31", "32",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn json_is_as_its_schema_says() {
    let schema: Value = parse(&Run::new(["check", "--schema"]).ok().stdout);
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let check = |what: &str, value: &Value| {
        let faults: Vec<String> = validator
            .iter_errors(value)
            .map(|error| format!("{} at {}", error, error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{what}: {faults:#?}");
    };
    for sample in [
        "preop_panel",
        "hemolyzed",
        "censored",
        "messy",
        "wide_german",
        "pediatric",
    ] {
        let file = format!("samples/{sample}.csv");
        check(
            sample,
            &parse(&Run::check(&file).args(["--to", "json"]).ok().stdout),
        );
    }
    let derive = "samples/derive.csv";
    for (options, key) in [
        (&["--derive"][..], "/explanation/derived"),
        (&["--grade", "ctcae-v5"][..], "/grade"),
        (&["--derive", "--grade", "ctcae-v5"][..], "/grade"),
    ] {
        let done = Run::check(derive).args(options).args(["--to", "json"]).ok();
        let printed = parse(&done.stdout);
        check(&format!("{options:?}"), &printed);
        let results = printed["results"].as_array().expect("results");
        let told = |result: &&Value| result.pointer(key).is_some_and(|value| !value.is_null());
        assert!(
            0 < results.iter().filter(told).count(),
            "{options:?}: no {key}"
        );
    }
    assert!(
        !validator.is_valid(&serde_json::json!({ "results": [{}] })),
        "it can say no"
    );
}

#[test]
fn json_holds_what_csv_holds() {
    for sample in ["preop_panel", "hemolyzed", "censored", "messy"] {
        let file = format!("samples/{sample}.csv");
        let rows = Run::check(&file).rows();
        let lines = Run::check(&file).args(["--to", "jsonl"]).ok().stdout;
        let results: Vec<Value> = lines
            .lines()
            .map(parse)
            .filter(|line| line.get("value").is_some())
            .collect();
        assert_eq!(results.len(), rows.len(), "{sample}");
        for (row, result) in rows.iter().zip(&results) {
            for column in [
                "line",
                "analyte",
                "value",
                "unit",
                "flag",
                "usability",
                "canonical_unit",
            ] {
                assert_eq!(
                    plain(&result[column]),
                    row[column],
                    "{sample}: {column} of {result}"
                );
            }
        }
    }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[test]
fn several_files_are_one_run() {
    let files = ["samples/preop_panel.csv", "samples/hemolyzed.csv"];
    let rows = Run::check(files[0]).args([files[1]]).rows();
    let mut by_file: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &rows {
        *by_file.entry(&row["file"]).or_default() += 1;
    }
    let alone = files.map(|file| Run::check(file).rows().len());
    assert_eq!(
        by_file.into_values().collect::<Vec<_>>(),
        [alone[1], alone[0]]
    );
}

#[test]
fn a_dash_is_standard_output_and_no_file() {
    let (folder, path) = file(
        "labs.csv",
        "patient,sex,age,test,result,unit\n1,F,44,Potassium,4.2,mmol/L\n",
    );
    let done = Run::check(&path)
        .args(["--to", "csv", "-o", "-"])
        .current_dir(folder.path())
        .ok();
    assert_eq!(done.rows().len(), 1);
    assert!(!folder.path().join("-").exists());
}

/// A hidden part of the report stayed beside its place.
#[cfg(unix)]
#[test]
fn a_run_that_is_stopped_leaves_no_part_of_its_output() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    // Each row says something new: there is time to stop it.
    let row = |number: u32| format!("P{number},Potassium,4.1,mmol/L,remark {number}\n");
    let rows: String = (0..60_000).map(row).collect();
    let text = format!("patient,test,result,unit,comment\n{rows}");
    let (folder, path) = file("labs.csv", text);
    let names = || {
        let entries = std::fs::read_dir(folder.path()).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names.filter(|name| name != "labs.csv").collect::<Vec<_>>()
    };
    for signal in ["INT", "TERM"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_serumcheck"))
            .arg("check")
            .arg(&path)
            .args(["--to", "csv", "-o"])
            .arg(folder.path().join("flags.csv"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let begun = Instant::now();
        while names().is_empty() && begun.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(2));
        }
        let part = names();
        assert!(part[0].ends_with(".part"), "{signal}: {part:?}");
        let kill = Command::new("kill")
            .args([format!("-{signal}"), child.id().to_string()])
            .status();
        assert!(kill.expect("kill").success());
        let ended = child.wait().expect("it ends");
        assert!(!ended.success(), "{signal}");
        assert!(names().is_empty(), "{signal}: {:?}", names());
    }
}
