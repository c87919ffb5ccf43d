//! Exit status: 0 it worked, whatever the results are; 1 a condition of --fail-on was met; 2 not done.

use crate::run::{Run, file};

const HEADER: &str = "patient,sample,sex,age,test,result,unit,comment\n";

#[track_caller]
fn check(row: &str, conditions: &[&str], expected: i32) {
    let (_folder, path) = file("labs.csv", format!("{HEADER}{row}\n"));
    let fail_on = conditions
        .iter()
        .flat_map(|condition| ["--fail-on", condition]);
    let done = Run::check(&path).args(fail_on).done();
    assert_eq!(done.code, expected, "{row} {conditions:?}\n{}", done.stdout);
    assert!(done.stdout.contains("1 results") || done.stdout.contains("1 result"));
}

#[test]
fn a_result_is_no_failure_unless_asked_for() {
    let normal = "1,T1,F,50,Potassium,4.1,mmol/L,";
    let high = "1,T1,F,50,Potassium,5.6,mmol/L,";
    let critical = "1,T1,F,50,Potassium,7.1,mmol/L,";
    let spoiled = "1,T1,F,50,Potassium,4.1,mmol/L,grossly hemolyzed";
    let no_unit = "1,T1,F,50,Potassium,4.1,,";
    let urine = "1,T1,F,50,Urine potassium,40,mmol/L,";
    for (row, critical, abnormal, unusable, uninterpreted) in [
        (normal, 0, 0, 0, 0),
        (high, 0, 1, 0, 0),
        (critical, 1, 1, 0, 0),
        (spoiled, 0, 0, 1, 0),
        (no_unit, 0, 0, 0, 1),
        (urine, 0, 0, 0, 0),
    ] {
        check(row, &[], 0);
        check(row, &["critical"], critical);
        check(row, &["abnormal"], abnormal);
        check(row, &["unusable"], unusable);
        check(row, &["uninterpreted"], uninterpreted);
    }
    check(high, &["critical", "abnormal"], 1);
    check(high, &["critical,abnormal"], 1);
}

#[test]
fn an_empty_export_is_no_failure() {
    let (_folder, path) = file("nightly.csv", HEADER);
    let done = Run::check(&path)
        .args(["--fail-on", "critical,uninterpreted"])
        .ok();
    assert!(done.stderr.contains("[empty-export]"), "{}", done.stderr);
}

#[test]
fn what_cannot_be_done_is_2_even_with_fail_on() {
    let done = Run::check("samples/nowhere.csv")
        .args(["--fail-on", "critical"])
        .done();
    assert_eq!(done.code, 2);
    let done = Run::new(["check"]).done();
    assert_eq!(done.code, 2);
}

#[test]
fn one_bad_file_among_good_ones_stops_the_run_before_it_prints() {
    let done = Run::check("samples/preop_panel.csv")
        .args(["samples/nowhere.csv"])
        .done();
    assert_eq!((done.code, done.stdout.as_str()), (2, ""));
}
