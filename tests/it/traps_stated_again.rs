//! Numbers that stand among words: in a comment, another one of the test beside it; in the cell of a stage, behind its name.

use crate::run::{said, sheet_or_stop};

/// Flag, usability and notices of a result with this comment.
#[track_caller]
fn beside(result: &str, comment: &str) -> String {
    let text = format!(
        "Patient,Sex,Age,Collected,Test,Result,Unit,Range,Comment\nP1,F,64,2026-11-20,{result},\"{comment}\"\n"
    );
    said(&text, &["flag", "usability", "notices"])[0].clone()
}

const POTASSIUM: &str = "Potassium,4.2,mmol/L,3.5-5.1";
const FINE: &str = "N|usable|";
const REPLACED: &str = "N|indeterminate|critical-limit number-in-comment comment-disowns";
const CALLED: &str = "N|usable|critical-limit number-in-comment";

/// What would be critical is called, and the number in the cell is none to rely on.
#[test]
fn a_number_in_the_place_of_the_one_beside_it() {
    for (comment, expected) in [
        ("Corrected to 7.2", REPLACED),
        ("Result amended to 7.2 mmol/L", REPLACED),
        ("AMENDED RESULT: 7.2 mmol/L", REPLACED),
        ("Corrected value 7,2", REPLACED),
        ("korrigiert auf 7,2 mmol/l", REPLACED),
        ("Should have been 7.2", REPLACED),
        ("Corrected to 4.9", "N|indeterminate|comment-disowns"),
        ("Corrected to 4.2", FINE),
        ("Corrected from 7.2 to 4.2", FINE),
        // From one number to another, or a whole sentence that says which is right.
        ("Corrected from 4.2 to 7.2", REPLACED),
        ("Result changed from 4.2 mmol/L to 7.2 mmol/L", REPLACED),
        ("should be 7.2", REPLACED),
        ("Typing error. Actual result 7.2 mmol/L", REPLACED),
        ("Should be repeated in 7 days", FINE),
        ("Potassium should be 7.2", FINE),
        ("Corrected from 7.2 mmol/L", FINE),
        ("Reference range corrected to 3.5-5.1", FINE),
        ("Collection time corrected to 07:20", FINE),
    ] {
        assert_eq!(beside(POTASSIUM, comment), expected, "{comment}");
    }
}

#[test]
fn a_number_that_was_measured_once_more() {
    for (result, comment, expected) in [
        (POTASSIUM, "Repeat potassium 7.2 mmol/L", CALLED),
        (POTASSIUM, "Repeated: 7.2 mmol/L", CALLED),
        (POTASSIUM, "Repeat was 7.2", CALLED),
        (POTASSIUM, "Duplicate = 7.2", CALLED),
        (POTASSIUM, "Correct K is 7.2", CALLED),
        (POTASSIUM, "Potassium of 7.2 mmol/L phoned to ward", CALLED),
        (POTASSIUM, "Repeat 7", FINE),
        (POTASSIUM, "Repeat 12.12", FINE),
        (POTASSIUM, "Potassium above 6.5 mmol/L is phoned", FINE),
        (POTASSIUM, "Phoned to ward 7 at 10:32", FINE),
        (POTASSIUM, "Rechecked, K+ 7.2", CALLED),
        (
            "Sodium,139,mmol/L,135-145",
            "Amended sodium 119 mmol/L (was 139)",
            CALLED,
        ),
        (
            "Glucose,5.2,mmol/L,3.9-5.6",
            "Rerun: glucose 540 mg/dL",
            CALLED,
        ),
        (POTASSIUM, "Repeat potassium 4.3 mmol/L", FINE),
        // What is asked for, of another test, of another time, of a limit.
        (POTASSIUM, "Potassium 7.2 mmol/L on 12/10", FINE),
        (POTASSIUM, "Repeat if potassium > 6.5 mmol/L", FINE),
        (POTASSIUM, "Repeat in 7 days", FINE),
        (POTASSIUM, "Repeat 12 hourly", FINE),
        (POTASSIUM, "Repeat glucose 7.2 mmol/L", FINE),
        (POTASSIUM, "Previous potassium 7.2 mmol/L, repeated", FINE),
        (POTASSIUM, "Repeated x2", FINE),
        (
            "Glucose,5.2,mmol/L,3.9-5.6",
            "Repeat OGTT: 120 min 7.8 mmol/L",
            FINE,
        ),
        (
            "\"Calcium\",2.3,mmol/L,2.15-2.55",
            "Corrected calcium 1.5 mmol/L",
            FINE,
        ),
    ] {
        assert_eq!(beside(result, comment), expected, "{comment}");
    }
}

#[test]
fn the_sheet_says_where_the_number_stands() {
    let text = "Patient,Sex,Age,Collected,Test,Result,Unit,Range,Comment\nP1,F,64,2026-11-20,Potassium,4.2,mmol/L,3.5-5.1,Amended result: 7.2 mmol/L\n";
    let sheet = sheet_or_stop(text);
    assert_eq!(sheet.code, 1, "somebody is to be phoned");
    let front = sheet.stdout.split("B  Anaesthetist").next().unwrap_or("");
    assert!(front.contains("STOP  Potassium 4.2 mmol/L"), "{front}");
    assert!(
        front.contains("A number in the comment would be critical: read it now, and phone."),
        "{front}"
    );
    assert!(
        !sheet.stdout.contains("There is no result"),
        "{}",
        sheet.stdout
    );
}

/// The fault of its own sample is none of the other one.
#[test]
fn a_repeat_beside_a_hemolyzed_sample() {
    let text = "Patient,Sex,Age,Collected,Test,Result,Unit,Range,Comment\nP1,F,64,2026-11-20,Potassium,5.6,mmol/L,3.5-5.1,\"Haemolysed; repeat potassium 6.8 mmol/L on fresh sample\"\n";
    let sheet = sheet_or_stop(text);
    assert_eq!(sheet.code, 1, "somebody is to be phoned");
    let front = sheet.stdout.split("B  Anaesthetist").next().unwrap_or("");
    assert!(front.contains("STOP  Potassium 5.6 mmol/L"), "{front}");
    assert!(
        front.contains("A number in the comment would be critical"),
        "{front}"
    );
}

#[test]
fn a_stage_behind_words() {
    const CALLED: &str = "aki_kdigo||value-unreadable critical-limit critical-context";
    const READ: &str = "aki_kdigo||value-unreadable";
    for (name, value, expected) in [
        (
            "AKI stage",
            "3",
            "aki_kdigo|HH|no-interval critical-limit critical-context",
        ),
        ("AKI stage", "Stage 3", CALLED),
        ("AKI alert", "AKI 2", CALLED),
        ("AKI warning stage", "AKI stage 3", CALLED),
        ("AKI warning stage", "AKI1", READ),
        ("AKI alert", "AKI stage 3 (ratio 3.4)", CALLED),
        ("NHS AKI alert", "Stage III", CALLED),
        ("AKI stage", "Stage I", READ),
        ("AKI stage", "Stage 1-2", READ),
        ("AKI stage", "No AKI", READ),
    ] {
        let text =
            format!("Patient,Sex,Age,Collected,Test,Result\nP1,F,64,2026-11-20,{name},{value}\n");
        assert_eq!(
            said(&text, &["analyte", "flag", "notices"]),
            [expected],
            "{name}: {value}"
        );
    }
}
