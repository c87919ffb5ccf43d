//! Messages when a run cannot be done: what is wrong, where, what to do. They are part of the interface.

use crate::golden::golden;
use crate::run::{Run, file};

/// Runs in a folder that holds one file, and compares exit status 2 and the message.
#[track_caller]
fn check(name: &str, (in_file, contents): (&str, &[u8]), args: &[&str]) {
    let (folder, _) = file(in_file, contents);
    std::fs::write(folder.path().join("labs.csv"), LABS).expect("a file");
    let done = Run::new(args).current_dir(folder.path()).done();
    assert_eq!(done.code, 2, "{name}: {}", done.stderr);
    assert_eq!(done.stdout, "", "{name}: nothing on standard output");
    golden(&format!("messages/{name}.txt"), &done.stderr);
}

const LABS: &str = "patient,test,result,unit\n1,Potassium,4.1,mmol/L\n";
const NOTHING: (&str, &[u8]) = ("unused", b"");

#[test]
fn files_that_cannot_be_read() {
    check("missing_file", NOTHING, &["check", "nightly.csv"]);
    check("directory", NOTHING, &["check", "."]);
    check("zero_bytes", ("zero.csv", b""), &["check", "zero.csv"]);
}

#[test]
fn files_that_are_no_table() {
    let cases: &[(&str, &str, &[u8])] = &[
        (
            "binary",
            "dump.csv",
            b"\x00\x01\x02\x07\xff\xfe\x00\x1a\x00\x00",
        ),
        (
            "xlsx",
            "labs.xlsx",
            b"PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml",
        ),
        (
            "json",
            "bundle.json",
            b"{\"resourceType\":\"Bundle\",\"entry\":[]}",
        ),
        (
            "hl7",
            "oru.hl7",
            b"MSH|^~\\&|LAB|H|||20261103||ORU^R01|1|P|2.5\rPID|1||5\r",
        ),
        (
            "no_table",
            "letter.txt",
            b"Dear colleague\n\nplease find the results\n",
        ),
        (
            "results_are_flags",
            "labs_his.csv",
            b"patient,test,reuslt_val,range,unit,result\n1,Potassium,6.7,3.5-5.3,mmol/L,H\n1,Sodium,140,135-145,mmol/L,\n",
        ),
        (
            "list_of_samples",
            "rejected.csv",
            b"specimen_id,rejection_reason\nL1,hemolyzed\nL2,clotted\n",
        ),
        (
            "no_result_column",
            "stock.csv",
            b"article,price\nsyringe,3\nneedle,1\n",
        ),
    ];
    for (name, in_file, contents) in cases {
        check(name, (in_file, contents), &["check", in_file]);
    }
}

#[test]
fn layouts_that_cannot_be_used() {
    let cases: &[(&str, &str)] = &[
        (
            "layout_unknown_key",
            "shape = \"long\"\nseparator = \";\"\n",
        ),
        ("layout_unknown_role", "[columns]\nvaluee = \"result\"\n"),
        ("layout_unknown_header", "[columns]\nvalue = \"finding\"\n"),
        ("layout_no_toml", "shape: long\n"),
    ];
    for (name, text) in cases {
        let args = ["check", "labs.csv", "--layout", "layout.toml"];
        check(name, ("layout.toml", text.as_bytes()), &args);
    }
}

#[test]
fn ranges_that_cannot_be_used() {
    const HEADER: &str = "analyte,sex,age_from,age_below,low,high,unit\n";
    let cases: &[(&str, &str)] = &[
        ("ranges_reversed", "potassium,,18 y,,5.3,3.5,mmol/L\n"),
        ("ranges_no_number", "potassium,,18 y,,3.5,five,mmol/L\n"),
        ("ranges_unit", "potassium,,18 y,,3.5,5.3,U/L\n"),
        ("ranges_age", "potassium,,grown,,3.5,5.3,mmol/L\n"),
        (
            "ranges_overlap",
            "potassium,,18 y,,3.5,5.3,mmol/L\npotassium,F,60 y,,3.4,5.4,mmol/L\n",
        ),
    ];
    for (name, rows) in cases {
        let text = format!("{HEADER}sodium,,,,133,146,mmol/L\n{rows}");
        let args = ["check", "labs.csv", "--ranges", "ours.csv"];
        check(name, ("ours.csv", text.as_bytes()), &args);
    }
    let args = ["check", "labs.csv", "--ranges", "ours.csv"];
    check(
        "ranges_no_unit_column",
        ("ours.csv", b"analyte,low,high\nsodium,133,146\n"),
        &args,
    );
}

#[test]
fn options_that_cannot_be_used() {
    let cases: &[(&str, &[&str])] = &[
        (
            "condition",
            &["check", "labs.csv", "--condition", "full-moon"],
        ),
        ("age", &["check", "labs.csv", "--age", "grown-up"]),
        ("encoding", &["check", "labs.csv", "--encoding", "klingon"]),
        ("form", &["check", "labs.csv", "--to", "pdf"]),
        (
            "output_folder",
            &["check", "labs.csv", "-o", "nowhere/out.csv"],
        ),
        (
            "codes_missing",
            &["check", "labs.csv", "--codes", "items.csv"],
        ),
        ("explain_unknown", &["explain", "flufficin"]),
        ("misspelled_command", &["chekc", "labs.csv"]),
        ("no_file", &["check"]),
    ];
    for (name, args) in cases {
        check(name, NOTHING, args);
    }
}

#[test]
fn parameters_in_another_unit() {
    for (name, option, value) in [
        ("calcium_albumin", "--calcium-albumin", "4.0"),
        ("calcium_slope", "--calcium-slope", "0.8"),
        ("height", "--height", "1.40"),
        ("weight", "--weight", "7"),
    ] {
        for derive in [
            &["check", "labs.csv", "--derive"][..],
            &["preop", "labs.csv"],
        ] {
            check(name, NOTHING, &[derive, &[option, value]].concat());
        }
    }
}

/// Times of day without their day are what is amiss, and not the words beside them.
#[test]
fn columns_of_times_without_a_day() {
    let text = "Test,Unit,06:00,10:00\nPotassium,mmol/L,4.1,4.2\nSodium,mmol/L,140,141\n";
    let (_folder, path) = crate::run::file("labs.csv", text);
    let done = crate::run::Run::check(&path).done();
    assert_eq!(done.code, 2);
    assert!(
        done.stderr.contains("columns of times without their day"),
        "{}",
        done.stderr
    );
}
