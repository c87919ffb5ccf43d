//! Words about samples that once were passed over, or raised a false alarm: each beside its denial, or beside a sentence
//! about another sample.

use crate::run::{Row, Run, file};

pub(crate) const HEADER: &str =
    "patient,sample,collected,sex,age,specimen,test,result,unit,range,flag,status,comment";

/// Checks rows, each of a person of its own: from the specimen on, and the usability and notices that are expected.
#[track_caller]
pub(crate) fn check(rows: &[(&str, &str)]) {
    check_under(HEADER, rows, shown);
}

/// The same under another header, that begins with the same columns, of what is shown of each row.
#[track_caller]
pub(crate) fn check_under(header: &str, rows: &[(&str, &str)], shown: impl Fn(&Row) -> String) {
    let row = |(at, (row, _)): (usize, &(&str, &str))| {
        format!("P{at},S{at},2026-10-12 07:10,F,45,{row}\n")
    };
    let lines: String = rows.iter().enumerate().map(row).collect();
    let (_folder, path) = file("labs.csv", format!("{header}\n{lines}"));
    let said = Run::check(&path).rows();
    assert_eq!(said.len(), rows.len());
    for (said, (row, expected)) in said.iter().zip(rows) {
        assert_eq!(shown(said), *expected, "{row}");
    }
}

pub(crate) fn shown(row: &Row) -> String {
    let notices = row["notices"].as_str();
    let notices = if notices.is_empty() { "-" } else { notices };
    format!("{} {notices}", row["usability"]).trim().to_string()
}

/// What is made of a potassium by a comment beside it.
#[track_caller]
pub(crate) fn comments(expected: &str, comments: &[&str]) {
    let row = |comment: &&str| format!(r#"Serum,Potassium,4.1,mmol/L,3.5-5.1,,final,"{comment}""#);
    let rows: Vec<String> = comments.iter().map(row).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|row| (row.as_str(), expected)).collect();
    check(&rows);
}

pub(crate) const FINE: &str = "usable -";
pub(crate) const HEMOLYZED: &str = "indeterminate hemolysis-raises masked-low-possible";
pub(crate) const DELAYED: &str = "indeterminate delayed-separation-possible masked-low-possible";
pub(crate) const MIXED_UP: &str = "unusable sample-mix-up";
pub(crate) const DISOWNED: &str = "indeterminate comment-disowns";
pub(crate) const DOUBTFUL: &str = "caution sample-doubtful";

#[test]
fn denials_of_a_list_and_of_an_index() {
    comments(
        FINE,
        &[
            "Hemolysis, icterus, lipemia: negative",
            "Hemolysis, icterus and lipemia not detected",
            "Hemolysis / icterus / lipemia: negative",
            "Hämolyse, Ikterus, Lipämie: negativ",
            "Hémolyse, ictère, lipémie : négatif",
            "Hemolysis -, icterus -, lipemia -",
            "Hemolysis (-)",
            "Hemolysis: n/a",
            "Sample checked for hemolysis: clear",
            "Sample screened for hemolysis",
            "Hemolysis index <5 mg/dL",
            "Hemolysis index: < 10 mg/dL (ref <50)",
            "H index 5 (ref <50)",
            "H index 5 (0-50)",
            "H-index not elevated",
            "Contamination screen negative",
        ],
    );
    comments(
        HEMOLYZED,
        &[
            "Hemolyzed, icterus negative",
            "Hemolyzed, icterus: negative, lipemia: negative",
            "Hemolysis, no icterus",
            "Hemolysis (+)",
            "Haemolysed: not tested",
            "Haemolysis - not done",
            "Checked for hemolysis: positive",
            "Hemolysis index 250 mg/dL",
            "H index 250 (ref <50)",
            "H index 60 (0-50)",
            "H-index elevated",
            "H index 3+",
        ],
    );
    comments(
        "caution hemolysis-index-without-unit",
        &["H index 250", "HIL: H2"],
    );
    comments("unusable hemolysis-gross", &["Hemolysis index >250 mg/dL"]);
}

#[test]
fn which_of_two_samples_is_hemolyzed() {
    comments(
        FINE,
        &[
            "Previous sample hemolysed, this is a repeat",
            "This is a repeat of the previous hemolysed sample",
            "Previous sample was hemolysed, lipemic and icteric",
            "Previous sample hemolysed; this sample is clear",
            "Previous sample hemolysed, patient well",
            "Hemolysis noted in previous sample",
        ],
    );
    comments(
        HEMOLYZED,
        &[
            "previous sample was hemolysed; this one is too",
            "previous specimen was hemolysed; this one is worse",
            "previous sample hemolysed, this one as well",
            "not previously hemolysed, now hemolysed",
            "previous and current sample hemolysed",
            "differs from previous, hemolysed",
            "higher than previous due to hemolysis",
        ],
    );
}

#[test]
fn hemolysis_in_other_words() {
    comments(
        HEMOLYZED,
        &[
            "H+++",
            "red cell lysis",
            "HGB interference",
            "Pink serum",
            "Hem+",
            "Haemolysis interference possible",
            "Red serum",
            "400 HEM",
            ">I.H",
            "próbka zhemolizowana",
            "hemolýza ++",
            "Hemolizli numune",
            "Näyte hemolyyttinen",
            "Hæmolyse",
        ],
    );
    comments(
        FINE,
        &[
            "H+",
            "no red cell lysis",
            "red cell lysis buffer added",
            "Tumour lysis syndrome",
            "HGB interference not detected",
            "Serum not pink",
            "serum reducing substances",
            "Haemolysis interference up to 5 g/L was tested",
            "Red serum tube received",
            "400 hematology",
            "Phoned to I.H",
            "Nie zhemolizowana",
            "bez hemolizy",
            "není hemolytická",
            "hemoliz yok",
            "ei hemolyysiä",
            "ingen hæmolyse",
        ],
    );
    check(&[
        (
            "Serum,Creatinine,0.9,mg/dL,0.5-1.1,,final,Jaundiced sample",
            "caution icterus-effect-unknown",
        ),
        (
            "Serum,Creatinine,0.9,mg/dL,0.5-1.1,,final,Jaundiced patient",
            FINE,
        ),
    ]);
}

#[test]
fn whose_sample_it_is() {
    comments(
        MIXED_UP,
        &[
            "Belongs to another patient",
            "May belong to another patient",
            "not this patient",
            "Name on tube does not match request",
            "Patient identity uncertain",
            "Patient identity not confirmed",
        ],
    );
    comments(
        FINE,
        &[
            "Does not belong to another patient",
            "not this patient's usual value",
            "Name on tube matches request",
            "Patient identity confirmed",
            "Collection time does not match request",
            "Organism identity uncertain",
        ],
    );
}

#[test]
fn a_result_that_the_laboratory_takes_back_in_words() {
    comments(
        DISOWNED,
        &[
            "Ergebnis ungültig",
            "QC failed on this run",
            "Please disregard",
            "Disregard",
            "Corrected value is 5.9",
            "Correct result: 5.9 mmol/L, please disregard",
        ],
    );
    comments(
        FINE,
        &[
            "QC passed",
            "Referenzbereich ungültig",
            "Please disregard reference range",
            "QC failed on previous run",
            "Please disregard previous result",
            "Corrected value is 4.1",
            "Corrected result: 4.1, previously reported as 6.9",
            "Corrected value 6.9 for albumin",
            "Repeat in 3 months",
        ],
    );
    // Whatever was found out of the same comment beside another number.
    let potassium = |number: &str| {
        format!("Serum,Potassium,{number},mmol/L,3.5-5.1,,final,Corrected value is 4.9")
    };
    let rows = ["4.9", "4.1", "4.8", "4.9", "4.1"].map(potassium);
    let expected = [FINE, DISOWNED, DISOWNED, FINE, DISOWNED];
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0]] {
        check(&order.map(|at| (rows[at].as_str(), expected[at])));
    }
    comments("caution comment-disowns", &["Repeat sample advised"]);
    comments(
        "indeterminate sample-doubtful comment-disowns",
        &[
            "Wrong tube type",
            "Sample expired",
            "EDTA contamination cannot be excluded",
        ],
    );
    let platelets =
        |comment: &str| format!("Whole blood,Platelets,180,10^9/L,150-400,,final,{comment}");
    for (comment, expected) in [
        (
            "EDTA clumping",
            "indeterminate sample-spoiled comment-disowns",
        ),
        (
            "platelet clumps",
            "indeterminate sample-spoiled comment-disowns",
        ),
        ("No platelet clumps seen", FINE),
        (
            "clots in sample",
            "indeterminate sample-spoiled comment-disowns",
        ),
        ("No clots in sample", FINE),
    ] {
        check(&[(&platelets(comment), expected)]);
    }
}

#[test]
fn blood_that_stood_on_its_cells() {
    comments(
        DELAYED,
        &[
            "Prolonged contact with cells",
            "Separation delayed > 6 h",
            "Separated after 9 hours",
            "Separated after 9.5 hours",
            "Not centrifuged prior to transport",
            "not centrifuged for 12 h",
            "late separation of serum",
            "sample unseparated overnight",
            "Sample > 24 hours old on receipt",
            "Aged sample",
            "Sample 3 days old",
            "Transport delay > 8 h",
            "Stored at 4C overnight before separation",
            "Sample refrigerated before centrifugation",
            "Gel barrier failure; cells in serum",
            "Potassium not reported due to delayed separation",
        ],
    );
    comments(
        FINE,
        &[
            "No prolonged contact with cells",
            "Separated after 30 minutes",
            "Separated after 1 hour",
            "Centrifuged within 2 hours",
            "Stored at 4C after separation",
            "Gel barrier intact, no cells in serum",
            "Middle aged patient",
            "Baby 12 hours old",
            "Baby 3 days old",
            "Sample 2 h old",
            "Samples must not be stored on cells",
            "Previous sample unseparated overnight",
            "Separation delayed: no",
        ],
    );
    // The one does not hide the other.
    comments(
        "indeterminate sample-doubtful delayed-separation-possible masked-low-possible comment-disowns",
        &["Clotted, delayed in transit"],
    );
}

#[test]
fn blood_with_something_else_in_it() {
    comments(
        "indeterminate iv-fluid-possible",
        &[
            "Drawn from arm with infusion",
            "sample from arm with drip running",
            "Sample collected above IV",
            "Diluted sample? IV fluid running",
        ],
    );
    comments(
        FINE,
        &[
            "Not drawn from arm with infusion",
            "Drawn from arm opposite infusion",
            "Drawn below IV",
            "Patient on IV fluids",
            "Collected above IV with infusion stopped",
            "Sample diluted for analysis",
        ],
    );
    comments(
        "unusable edta-suspected",
        &[
            "EDTA sample",
            "poured from purple top",
            "Not reported - EDTA contamination",
        ],
    );
    comments(
        FINE,
        &[
            "Please send EDTA sample",
            "EDTA contamination - excluded",
            "No evidence of EDTA contamination",
            "EDTA contamination can cause high potassium",
            "Previous sample EDTA contaminated",
        ],
    );
    // It is the right tube for a hemoglobin, and the potassium comes from another one.
    let tubes = "P,S,2026-10-12 07:10,F,45,Whole blood,Hemoglobin,140,g/L,120-160,,final,EDTA sample\n\
                 P,S,2026-10-12 07:10,F,45,Serum,Potassium,4.1,mmol/L,3.5-5.1,,final,\n";
    let (_folder, path) = file("labs.csv", format!("{HEADER}\n{tubes}"));
    let said: Vec<String> = Run::check(&path).rows().iter().map(shown).collect();
    assert_eq!(said, [FINE, FINE]);
}

#[test]
fn what_is_doubtful_and_no_more() {
    comments(
        DOUBTFUL,
        &[
            "Taken from line",
            "Fist clenching",
            "Prolonged tourniquet",
            "Thrombocytosis: pseudohyperkalaemia possible",
            "Sample quality poor",
            "Delayed separation cannot be excluded",
        ],
    );
    comments(
        FINE,
        &[
            "Drawn from arterial line",
            "No fist clenching",
            "Prolonged tourniquet can raise potassium",
            "avoid fist clenching",
            "No tourniquet used",
            "Pseudohyperkalaemia excluded",
            "Sample quality good",
        ],
    );
    for (quality, expected) in [("Poor", DOUBTFUL), ("Suboptimal", DOUBTFUL), ("Good", FINE)] {
        let text = format!(
            "patient,sample,collected,sex,age,test,result,unit,range,Sample Quality\n\
             P,S,2026-10-12 07:10,F,45,Potassium,4.1,mmol/L,3.5-5.1,{quality}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        assert_eq!(shown(&Run::check(&path).rows()[0]), expected, "{quality}");
    }
}
