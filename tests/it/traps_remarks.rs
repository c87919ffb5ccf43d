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
        // Behind a flag.
        ("6.9 H, phoned to ward", CALLED),
        ("6.9 HH called", CALLED),
        ("6.9 H C", CALLED),
        ("6.9 H see note", "||value-unreadable critical-limit"),
        ("1.9 L checked", "LL|usable|critical-limit"),
        (
            "6.9 H haemolysed",
            "HH|indeterminate|critical-limit hemolysis-raises",
        ),
        (
            "6.9 H (haemolysed)",
            "HH|indeterminate|critical-limit hemolysis-raises",
        ),
        (
            "6.9* haemolysed",
            "HH|indeterminate|critical-limit hemolysis-raises",
        ),
        (
            "6.9H haemolysed",
            "HH|indeterminate|critical-limit hemolysis-raises",
        ),
        (
            "6.9: haemolysed",
            "HH|indeterminate|critical-limit hemolysis-raises",
        ),
        ("4.1 phoned", "N|usable|"),
        // A question mark is a doubt.
        ("4.2 Checked?", "||value-unreadable"),
        ("6.9 Checked?", "||value-unreadable critical-limit"),
        ("6.9?", "||value-unreadable critical-limit"),
        // It was measured, whatever was done with it, or is to be: somebody has to read that.
        ("6.9 to be phoned", "||value-unreadable critical-limit"),
        ("6.9 cancelled", "||value-unreadable critical-limit"),
        ("6.9 wrong patient", "||value-unreadable critical-limit"),
        ("6.9 previous", "||value-unreadable critical-limit"),
        ("6.9 urine also sent", "||value-unreadable critical-limit"),
        // A code, a count, an hour, another fluid.
        ("0 Not done", "||value-unreadable"),
        ("1 = not done", "||value-unreadable"),
        ("1 deleted", "||value-unreadable"),
        ("1 aliquot", "||value-unreadable"),
        ("2 bottles", "||value-unreadable"),
        ("2 uur", "||value-unreadable"),
        ("1 ora", "||value-unreadable"),
        ("2 timer", "||value-unreadable"),
        ("2 H post dose", "||value-unreadable"),
        ("2.0 spot urine", "||value-unreadable"),
        ("6.9 CSF sample", "||value-unreadable"),
        // Nothing else is joined to it.
        ("7 to be phoned", "||value-unreadable critical-limit"),
        ("7 to be repeated", "||value-unreadable critical-limit"),
        ("7 and repeated", "||value-unreadable critical-limit"),
        ("7 and rising", "||value-unreadable critical-limit"),
        ("7 a repeat advised", "||value-unreadable critical-limit"),
        ("7 may be raised", "||value-unreadable critical-limit"),
        ("7 sample old", "||value-unreadable critical-limit"),
        ("1 of 3", "||value-unreadable"),
        ("1 of the tubes broken", "||value-unreadable"),
        // Each may be the result.
        ("7 or 8", "||value-unreadable critical-limit"),
        ("4 or 8", "||value-unreadable critical-limit"),
        ("4 or 5", "||value-unreadable"),
        // Of a sample that could not be measured: a code of one figure.
        ("2 QNS", "||value-unreadable"),
        ("2 insufficient", "||value-unreadable"),
        ("2 pending", "||value-unreadable"),
        ("2 (QNS)", "||value-unreadable"),
        ("0 see note", "||value-unreadable"),
        ("1 see note", "||value-unreadable critical-limit"),
        ("7 not done", "||value-unreadable"),
        ("7 not received", "||value-unreadable"),
        ("2 samples removed", "||value-unreadable"),
        ("2 aliquots", "||value-unreadable"),
        // Nobody flags a code, and a clotted sample was measured, perhaps.
        ("2 L clotted", "||value-unreadable critical-limit"),
        ("2 LL QNS", "||value-unreadable critical-limit"),
        ("2 * QNS", "||value-unreadable critical-limit"),
        ("1 clotted", "||value-unreadable critical-limit"),
        ("2 clotted", "||value-unreadable critical-limit"),
        ("2 unlabelled", "||value-unreadable critical-limit"),
        ("2 rejected", "||value-unreadable critical-limit"),
        ("7 H clotted", "||value-unreadable critical-limit"),
        ("7H see note", "||value-unreadable critical-limit"),
        // More words, or a figure that is no choice of few: it may have been measured.
        ("7 pending", "||value-unreadable critical-limit"),
        ("7 (pending)", "||value-unreadable critical-limit"),
        (
            "7 pending confirmation",
            "||value-unreadable critical-limit",
        ),
        ("7 - repeat pending", "||value-unreadable critical-limit"),
        ("7 clotted", "||value-unreadable critical-limit"),
        ("7 contaminated", "||value-unreadable critical-limit"),
        (
            "2 contaminated by drip",
            "||value-unreadable critical-limit",
        ),
        ("7 rejected", "||value-unreadable critical-limit"),
        ("7 unsuitable for K", "||value-unreadable critical-limit"),
        ("7 insufficient", "||value-unreadable critical-limit"),
        ("7 see note", "||value-unreadable critical-limit"),
        ("7 please repeat", "||value-unreadable critical-limit"),
        ("7 cancelled", "||value-unreadable critical-limit"),
        ("25 see note", "||value-unreadable critical-limit"),
        ("6.9 insufficient", "||value-unreadable critical-limit"),
        ("6.9 unlabelled", "||value-unreadable critical-limit"),
        // Footnotes.
        ("6.9 1)", "||value-unreadable critical-limit"),
        ("6.9 (1)", "||value-unreadable critical-limit"),
        ("6.9 [1]", "||value-unreadable critical-limit"),
        ("6.9¹", "||value-unreadable critical-limit"),
        ("6.9 †", "||value-unreadable critical-limit"),
        ("7 †", "||value-unreadable critical-limit"),
        ("6.9 H 1)", "||value-unreadable critical-limit"),
        ("6.9^a", "||value-unreadable critical-limit"),
        ("4.1 †", "||value-unreadable"),
        ("> 7 see note", "||value-unreadable critical-limit"),
        ("< 7 see note", "||value-unreadable"),
    ] {
        assert_eq!(potassium(value), expected, "{value}");
    }
}

/// Where the cell has no number, one of the comment is called that is stated of the test itself: it judges nothing.
#[test]
fn a_critical_number_in_the_comment() {
    for (cell, comment, called) in [
        (
            "see comment",
            "Potassium 6.9 mmol/L confirmed by dilution",
            true,
        ),
        ("see comment", "6.9", true),
        ("see comment", "potassium 4.9 mmol/L", false),
        ("see comment", "Sodium 112 mmol/L", false),
        ("see comment", "previous 6.9", false),
        ("see comment", "Previous potassium 6.9 mmol/L", false),
        ("", "Result 7.1 mmol/L telephoned", true),
        ("cancelled", "K 6.9 mmol/L, haemolysed", true),
        ("cancelled", "Reference range 3.5-5.3 mmol/L", false),
        ("pending", "phoned 09:30", false),
        ("pending", "repeat in 2 weeks", false),
        ("> limit", "K 7.4 mmol/L", true),
    ] {
        let text = format!(
            "Patient,Sample,Test,Result,Unit,Range,Comment\nP1,S1,Potassium,{cell},mmol/L,3.5-5.1,\"{comment}\"\n"
        );
        let said = said(&text, &["flag", "notices"])[0].clone();
        assert_eq!(
            said.contains("critical-limit"),
            called,
            "{cell} {comment}: {said}"
        );
        assert!(said.starts_with('|'), "{said}");
    }
}

#[test]
fn a_figure_that_nobody_can_have_is_a_code() {
    for (test, cell, expected) in [
        ("Sodium", "2 see note", "value-unreadable"),
        ("Sodium", "112 see note", "value-unreadable critical-limit"),
        (
            "Sodium",
            "112 insufficient",
            "value-unreadable critical-limit",
        ),
        ("Glucose", "2 see note", "value-unreadable critical-limit"),
        ("Glucose", "1 - see note", "value-unreadable critical-limit"),
        (
            "Glucose",
            "1 mmol/L phoned",
            "value-unreadable critical-limit",
        ),
        (
            "Glucose",
            "2 contaminated",
            "value-unreadable critical-limit",
        ),
        ("Glucose", "2 unspun", "value-unreadable critical-limit"),
        ("Glucose", "1 deleted", "value-unreadable"),
        ("Glucose", "1 insufficient", "value-unreadable"),
    ] {
        let text =
            format!("Patient,Sex,Age,Sample,Test,Result,Unit\nP1,M,60,S1,{test},{cell},mmol/L\n");
        assert_eq!(said(&text, &["notices"]), [expected], "{test} {cell}");
    }
}

#[test]
fn a_remark_behind_a_number_with_a_decimal_comma() {
    let text = "Patient;Sample;Test;Result;Unit;Range\nP1;S1;Kalium;4,1 leicht hämolytisch;mmol/L;3,5-5,1\n\
                P2;S2;Natrium;140,5;mmol/L;135-145\n";
    assert_eq!(
        said(text, &["flag", "usability", "notices"])[0],
        "N|indeterminate|hemolysis-raises masked-low-possible"
    );
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

#[test]
fn on_a_count_of_platelets_clumps_are_theirs() {
    let doubted = "indeterminate|comment-disowns";
    for (test, comment, expected) in [
        ("Platelet count", "Clumps seen", doubted),
        ("Platelet count", "EDTA-induced clumping", doubted),
        ("Platelet count", "Aggregates seen on film", doubted),
        ("Platelet count", "No clumps seen", "usable|"),
        ("Platelet count", "Giant platelets", "usable|"),
        ("Hemoglobin", "Clumps seen", "usable|"),
    ] {
        let text = format!(
            "Patient,Sample,Collected,Sex,Age,Test,Result,Unit,Range,Comment\n\
             P1,S1,2026-05-02 07:15,M,40,{test},90,g/L,150-400,{comment}\n"
        )
        .replace("count,90,g/L", "count,90,10^9/L")
        .replace("Hemoglobin,90,g/L,150-400", "Hemoglobin,140,g/L,130-170");
        assert_eq!(
            said(&text, &["usability", "notices"]),
            [expected],
            "{test} {comment}"
        );
    }
}
