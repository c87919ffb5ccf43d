//! Remarks in the cell of a number: the number counts, and so does what is said of it.

use crate::run::{Run, file, said};

/// Flag, usability and notices of a potassium with this value, in a file with or without a column of comments.
#[track_caller]
fn potassium(value: &str) -> String {
    let text = format!(
        "Patient,Sample,Test,Result,Unit,Range\nP1,S1,Potassium,\"{value}\",mmol/L,3.5-5.1\n"
    );
    said(&text, &["flag", "usability", "notices"])[0].clone()
}

#[test]
fn a_critical_number_beside_a_remark() {
    const CALLED: &str = "HH|usable|critical-limit";
    for (value, expected) in [
        // As if it stood in a column of comments.
        (
            "6.9 haemolysed",
            "HH|indeterminate|critical-limit hemolysis-raises",
        ),
        (
            "6.9 - slightly haemolysed",
            "HH|indeterminate|critical-limit hemolysis-raises",
        ),
        (
            "4.1 haemolysed",
            "N|indeterminate|hemolysis-raises masked-low-possible",
        ),
        ("4.1 not haemolysed", "N|usable|"),
        // What laboratories write beside a number.
        ("6.9 phoned to ward", CALLED),
        ("6.9 (phoned)", CALLED),
        ("critical 6.9", CALLED),
        ("Critical: 6.9", CALLED),
        ("6.9#", CALLED),
        ("6.9 checked", CALLED),
        ("6.9 (repeated)", CALLED),
        ("6.9 kontrolliert", CALLED),
        ("4.1 checked", "N|usable|"),
        ("4.1 bestätigt", "N|usable|"),
        // Words that nobody knows: not judged, and called where the number is critical.
        ("6.9 see note", "||value-unreadable critical-limit"),
        ("6.9 mmol/L see note", "||value-unreadable critical-limit"),
        (
            "6.9, told Dr B at 10:30",
            "||value-unreadable critical-limit",
        ),
        ("4.1 see note", "||value-unreadable"),
        // No number of potassium.
        ("2 hours", "||value-unreadable"),
        ("1 of 3", "||value-unreadable"),
        ("2nd sample", "||value-unreadable"),
        ("see note 6.9", "||value-unreadable"),
        ("1:40", "||value-unreadable"),
    ] {
        assert_eq!(potassium(value), expected, "{value}");
    }
}

#[test]
fn a_critical_number_before_unknown_words_meets_the_condition() {
    let text = "Patient,Sample,Collected,Sex,Age,Test,Result,Unit\nP1,S1,2026-11-03,F,50,Potassium,6.9 see note,mmol/L\n";
    let (_folder, path) = file("labs.csv", text);
    let done = Run::check(&path).args(["--fail-on", "critical"]).done();
    assert_eq!(done.code, 1, "{}", done.stdout);
    let sheet = Run::new(["preop"]).args([&path]);
    let sheet = sheet
        .args(["--surgery-date", "2026-12-01", "--today", "2026-11-10"])
        .done();
    assert!(sheet.stdout.contains("STOP"), "{}", sheet.stdout);
}
