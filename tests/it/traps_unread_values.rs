//! What stands in the place of a number and is none that can be read: never among what is not shown.

use crate::run::{Run, file, said, sheet_or_stop};

/// Value, flag and notices of an analyte with this cell.
#[track_caller]
fn read(test: &str, cell: &str, unit: &str) -> String {
    let text = format!(
        "MRN,Sex,Age,Collected,Test,Result,Unit\n1,M,60,2026-11-20,{test},\"{cell}\",{unit}\n"
    );
    said(&text, &["value", "flag", "notices"])[0].clone()
}

#[test]
fn text_in_the_place_of_a_number_has_to_be_read() {
    for (test, cell, unit, expected) in [
        // Beyond what a meter measures, in words: nobody may miss it.
        (
            "Glucose",
            "LO",
            "mmol/L",
            "LO||value-unreadable past-the-device",
        ),
        (
            "Glucose",
            "HIGH",
            "mmol/L",
            "HIGH||value-unreadable past-the-device",
        ),
        ("INR", "No clot", "", "No clot||value-unreadable"),
        ("Potassium", "~4.9", "mmol/L", "~4.9||value-unreadable"),
        (
            "Potassium",
            "4.9/4.8",
            "mmol/L",
            "4.9/4.8||value-unreadable",
        ),
        // An answer is no number, and no riddle.
        ("hCG", "negative", "IU/L", "negative||not-numeric"),
        ("hCG", "ujemny", "IU/L", "ujemny||not-numeric"),
        ("hCG", "< LOD", "IU/L", "< LOD||not-numeric"),
        (
            "CRP",
            "Not detected (<5)",
            "mg/L",
            "Not detected (<5)||not-numeric",
        ),
        (
            "Troponin T",
            "nicht nachweisbar",
            "ng/L",
            "nicht nachweisbar||not-numeric",
        ),
        // A test that is not known may be one of words.
        (
            "HBsAg",
            "see chart",
            "",
            "see chart||analyte-unknown not-numeric",
        ),
        // Nor is anything else than blood looked at.
        (
            "Urine potassium",
            "LO",
            "mmol/L",
            "LO||specimen-not-serum not-numeric",
        ),
        ("Potassium", "pending", "mmol/L", "pending||result-absent"),
    ] {
        assert_eq!(read(test, cell, unit), expected, "{test} {cell}");
    }
}

#[test]
fn what_is_not_read_is_shown_among_the_abnormal() {
    const TEXT: &str = "MRN,Sex,Age,Collected,Test,Result,Unit,Comment\n\
        1,M,60,2026-11-20,Glucose,LO,mmol/L,\n\
        1,M,60,2026-11-20,Potassium,,mmol/L,Result 7.1 mmol/L telephoned\n\
        1,M,60,2026-11-20,Sodium,,mmol/L,\n\
        1,M,60,2026-11-20,Chloride,,mmol/L,\n\
        1,M,60,2026-11-20,Urea,,mmol/L,\n\
        1,M,60,2026-11-20,Creatinine,80,umol/L,\n";
    let (_folder, path) = file("labs.csv", TEXT);
    let all = Run::check(&path).ok().stdout;
    let abnormal = Run::check(&path).args(["--abnormal"]).ok().stdout;
    for page in [&all, &abnormal] {
        assert!(page.contains("Glucose ") && page.contains(" LO"), "{page}");
        assert!(
            page.contains("a number stands in the comment: read it"),
            "{page}"
        );
    }
    assert!(
        abnormal.contains("4 other results not shown: nothing flagged or in doubt"),
        "{abnormal}"
    );
    let uninterpreted = Run::check(&path).args(["--fail-on", "uninterpreted"]);
    assert_eq!(uninterpreted.done().code, 1);
}

/// Is a row without a result shown, with this comment?
#[track_caller]
fn is_shown(test: &str, cell: &str, unit: &str, comment: &str) -> bool {
    let text = format!(
        "Patient,Sex,Age,Test,Result,Unit,Comment\nA1,F,44,{test},{cell},{unit},\"{comment}\"\n"
    );
    let (_folder, path) = file("labs.csv", text);
    let page = Run::check(&path).args(["--abnormal"]).ok().stdout;
    page.contains("a number stands in the comment")
}

#[test]
fn a_number_behind_the_name_of_a_test_or_that_may_be_nothing_else_is_shown() {
    for (test, cell, unit, comment) in [
        (
            "Potassium",
            "",
            "mmol/L",
            "K 7 may be falsely raised, please repeat",
        ),
        (
            "Potassium",
            "cancelled",
            "mmol/L",
            "K 7 may be falsely raised",
        ),
        (
            "Potassium",
            "",
            "mmol/L",
            "Potassium 7 may be falsely raised",
        ),
        (
            "Potassium",
            "",
            "mmol/L",
            "sample 7 critical, ward informed",
        ),
        ("Potassium", "", "mmol/L", "specimen 7 high"),
        ("Potassium", "", "mmol/L", "sample 7 HH"),
        ("Potassium", "", "mmol/L", "sample 7 mM"),
        ("Potassium", "", "mmol/L", "7.1 min"),
        ("Sodium", "", "mmol/L", "Na 112, sample lipaemic"),
        ("Sodium", "", "mmol/L", "Na 112, tube from drip arm"),
        ("Sodium", "", "mmol/L", "112 (specimen recollected)"),
        ("Sodium", "", "mmol/L", "Na 118 dec"),
        ("Sodium", "", "mmol/L", "Na 112-118-120"),
        ("Glucose", "", "mmol/L", "Glucose 30, sample old"),
        ("Platelets", "", "10^9/L", "tube 8 x 10^9/L"),
        ("Platelets", "", "10^9/L", "sample 18 /nl"),
        ("CK", "", "U/L", "CK phoned: 12500"),
        ("CK", "", "U/L", "CK-12500"),
        ("CK", "", "U/L", "CK L12500"),
        // A test that is not known, behind its own name.
        ("Zzymase", "", "U/L", "Zzymase 12500 tubes"),
    ] {
        assert!(is_shown(test, cell, unit, comment), "{test} {comment}");
    }
}

/// Hidden is only what is known to be the number of a telephone, a time, a day or a tube.
#[test]
fn a_comment_that_may_hold_the_result_is_shown_among_the_abnormal() {
    for (cell, comment, shown) in [
        ("see comment", "Na 112 phoned", true),
        ("", "K=7.1", true),
        ("cancelled", "7.1H", true),
        ("", "result 7", true),
        ("cancelled", "118mmol/L", true),
        ("", "CK at 1210", true),
        // The cell itself points there.
        ("see comment", "see tube 12345", true),
        ("cancelled", "see tube 12345", false),
        ("", "phoned to ward 5 at 0930 on 11/3/26", false),
        ("cancelled", "repeat in 2 weeks", false),
        ("", "ext 4412", false),
        ("", "no sample", false),
    ] {
        let is_shown = is_shown("Potassium", cell, "mmol/L", comment);
        assert_eq!(is_shown, shown, "{cell} {comment}");
    }
}

#[test]
fn cells_that_a_spreadsheet_was_to_leave_alone_are_read() {
    for text in [
        "MRN,Sex,Age,Test,Result,Unit\n=\"00012\",M,60,Potassium,=\"6.9\",mmol/L\n",
        "MRN,Sex,Age,Test,Result,Unit\n\"=\"\"00012\"\"\",M,60,Potassium,\"=\"\"6.9\"\"\",mmol/L\n",
    ] {
        assert_eq!(
            said(text, &["line", "patient", "value", "flag"]),
            ["2|00012|6.9|HH"]
        );
        let rows = Run::check("-").stdin(text).rows();
        assert_eq!((&*rows[0]["patient"], &*rows[0]["flag"]), ("00012", "HH"));
    }
}

#[test]
fn a_column_with_numbers_where_the_result_is_blank_is_named() {
    for header in ["Level", "Reading", "Conc.", "Finding"] {
        let text = format!(
            "MRN,Sex,Age,Test,Result,{header},Unit\n1,M,60,Potassium,,6.9,mmol/L\n1,M,60,Sodium,140,2,mmol/L\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let told = Run::check(&path).ok().stderr;
        let named = format!("not known and not read: \"{header}\"");
        assert!(told.contains(&named), "{told}");
    }
    // Of rows that all have a result it is another thing: the level of a control, of care.
    let (_folder, path) = file(
        "labs.csv",
        "MRN,Sex,Age,Test,Result,Level,Unit\n1,M,60,Potassium,4.1,1,mmol/L\n1,M,60,Sodium,140,2,mmol/L\n",
    );
    assert!(!Run::check(&path).ok().stderr.contains("Level"));
}

#[test]
fn an_observation_of_fhir_in_columns_is_read() {
    let text = "Observation.subject,Observation.code.display,Observation.effectiveDateTime,Observation.valueQuantity.value,Observation.valueQuantity.code,Observation.valueString\n\
        p1,Potassium,2026-11-20,6.9,mmol/L,\n";
    assert_eq!(
        said(text, &["patient", "value", "unit", "flag"]),
        ["p1|6.9|mmol/L|HH"]
    );
}

/// What `check` says to call now, the sheet says at its top.
#[test]
fn a_critical_number_of_a_hemolyzed_sample_is_called_by_the_sheet() {
    for (comment, verdict, called) in [
        ("Haemolysed", "REVIEW NEEDED, CALL NOW", true),
        ("", "ACTION NEEDED BEFORE SURGERY", true),
    ] {
        let text = format!(
            "MRN,Sex,Age,Collected,Test,Result,Unit,Comment\n1,M,60,2026-11-20,Potassium,6.8,mmol/L,{comment}\n"
        );
        let done = sheet_or_stop(&text);
        assert!(
            done.stdout.contains(&format!("\n{verdict}\n")),
            "{}",
            done.stdout
        );
        assert_eq!(done.code == 1, called, "{comment}");
    }
}

#[test]
fn what_has_no_unit_lacks_none() {
    for (test, cell, expected) in [
        (
            "AKI stage",
            "3",
            "3|HH|no-interval critical-limit critical-context",
        ),
        ("FIB-4", "1.2", "1.2||no-interval"),
        ("INR", "1.1", "1.1||condition-needed"),
        ("Hemolysis index", "3+", "3+||sample-index sample-not-told"),
        (
            "Hemolysis index",
            "3",
            "3||unit-missing sample-index hemolysis-index-without-unit sample-not-told",
        ),
        ("Potassium", "4.1", "4.1||unit-missing"),
    ] {
        assert_eq!(read(test, cell, ""), expected, "{test} {cell}");
    }
}

#[test]
fn a_condition_that_the_name_states_is_not_asked_for() {
    for (name, expected) in [
        (
            "Glucose random",
            "not judged: no interval of this profile is for random",
        ),
        ("Glucose", "not judged: fasting or random?"),
    ] {
        let text =
            format!("MRN,Sex,Age,Collected,Test,Result,Unit\n1,M,60,2026-11-20,{name},6,mmol/L\n");
        let (_folder, path) = file("labs.csv", text);
        let page = Run::check(&path).ok().stdout;
        assert!(page.contains(expected), "{page}");
    }
}

/// Before words that do not say that nothing was measured a critical number is called, however few figures it has.
#[test]
fn a_number_before_words_is_called() {
    for (test, cell, unit, called) in [
        ("Potassium", "7 see note", "mmol/L", true),
        ("Potassium", "7 please repeat", "mmol/L", true),
        ("Potassium", "7 cancelled", "mmol/L", true),
        ("Glucose", "38 see note", "mg/dL", true),
        ("Potassium", "~6.9", "mmol/L", true),
        ("Potassium", "ca. 6.9", "mmol/L", true),
        ("Potassium", "about 7", "mmol/L", true),
        ("Potassium", "6.9/6.8", "mmol/L", true),
        ("Potassium", "6.9++", "mmol/L", true),
        ("Potassium", "~6.9 mmol/L", "", true),
        ("Potassium", "~4.1", "mmol/L", false),
        ("Potassium", "4.1/4.2", "mmol/L", false),
        // A date, a tube, a grade.
        ("Potassium", "12/5", "mmol/L", false),
        ("Potassium", "1/2", "mmol/L", false),
        ("Potassium", "7++", "mmol/L", false),
        ("Potassium", "1 not done", "mmol/L", false),
        ("Potassium", "0 cancelled", "mmol/L", false),
    ] {
        let said = read(test, cell, unit);
        assert_eq!(
            said.contains("critical-limit"),
            called,
            "{test} {cell}: {said}"
        );
    }
}
