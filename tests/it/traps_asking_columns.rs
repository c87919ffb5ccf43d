//! Exports that nobody here had seen, in which a result was passed over, or was called normal by what is no limit.

use crate::run::{Run, file, said};

/// Of each row: analyte, value, flag, usability and notices.
fn said_of(text: &str) -> Vec<String> {
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let cell = |text: &str| {
        if text.is_empty() {
            "-".to_string()
        } else {
            text.to_string()
        }
    };
    let said = rows.iter().map(|row| {
        let cells = ["analyte", "value", "flag", "usability", "notices"];
        cells.map(|name| cell(&row[name])).join(" ")
    });
    said.collect()
}

const HIGH: &str = "potassium 7.1 HH usable critical-limit";
const DIFFERS: &str = "potassium 7.1 HH caution column-differs critical-limit";

#[test]
fn a_null_word_hides_no_number_in_another_column() {
    for headers in [
        "value_numeric,value_text",
        "result_value,result_text",
        "result,result_text",
        "valuenum,value",
        "LBSTRESN,LBSTRESC",
        "ORD_NUM_VALUE,ORD_VALUE",
        "value_as_number,value_as_string",
        "value_as_number,value_source_value",
        "value_quantity,value_string",
        "valueQuantity,valueString",
        "RESULT_NUM,RAW_RESULT",
    ] {
        for (words, expected) in [
            ("NULL", HIGH),
            ("None", HIGH),
            ("nan", HIGH),
            (r"\N", HIGH),
            ("(null)", HIGH),
            ("<NA>", HIGH),
            ("#N/A", HIGH),
            ("N/A", HIGH),
            ("-", HIGH),
            ("", HIGH),
            ("7.1", HIGH),
            // A flag, and a word that agrees.
            ("High", HIGH),
            ("Detected", HIGH),
            ("See comment", DIFFERS),
            ("Performed at main lab", DIFFERS),
            (
                "HEMOLYZED",
                "potassium 7.1 HH indeterminate column-differs critical-limit hemolysis-raises",
            ),
            (
                "Cancelled",
                "potassium Cancelled - - column-differs result-absent critical-limit",
            ),
        ] {
            let text = format!(
                "patient_id,sex,age,collected_at,test_name,{headers},unit\n1,M,50,2026-03-01 08:00,Potassium,7.1,{words},mmol/L\n"
            );
            assert_eq!(said_of(&text), [expected], "{headers}: {words}");
        }
    }
}

#[test]
fn words_that_are_the_result_stay_it() {
    for (number, words, expected) in [
        // Codes of answers, and fillers.
        ("1", "Positive", "hcg Positive - - not-numeric"),
        ("0", "Negative", "hcg Negative - - not-numeric"),
        ("0.2", "Negative", "hcg Negative - - not-numeric"),
        (
            "5",
            "below detection limit",
            "hcg below detection limit - - not-numeric",
        ),
        (
            "9999999",
            "HEMOLYZED",
            "hcg HEMOLYZED - unusable result-absent sample-not-told",
        ),
        ("NULL", "Positive", "hcg Positive - - not-numeric"),
        ("NULL", "NULL", "hcg NULL - - result-absent"),
    ] {
        let text = format!(
            "patient_id,sex,age,test_name,value_numeric,value_text,unit\n1,M,50,hCG,{number},{words},IU/L\n"
        );
        assert_eq!(said_of(&text), [expected], "{number} {words}");
    }
}

#[test]
fn a_null_word_is_no_flag_no_status_and_no_limit() {
    for word in [
        "NULL", "None", "nan", r"\N", "(null)", "<NA>", "#N/A", "N/A",
    ] {
        let text = format!(
            "patient_id,sex,age,test,result,unit,low,high,flag,status,unit_name\n1,M,40,CRP,9,,{word},10,{word},{word},mg/L\n"
        );
        let (_folder, path) = file("labs.csv", &text);
        let rows = Run::check(&path).rows();
        let row = ["flag", "high", "range_source", "reported_flag", "notices"];
        let row = row.map(|cell| rows[0][cell].as_str());
        assert_eq!(row, ["N", "10", "report", "", ""], "{word}");
    }
}

#[test]
fn the_least_and_the_most_of_a_series_are_no_limits() {
    let of = |headers: &str, cells: &[&str]| {
        let rows: String = cells
            .iter()
            .map(|cells| format!("1,54,M,Potassium,mmol/L,{cells}\n"))
            .collect();
        said_of(&format!("Patient,Age,Sex,Test,Unit,{headers}\n{rows}"))
    };
    const H: &str = "potassium 6.2 H usable -";
    const N: &str = "potassium 6.2 N usable -";
    for headers in [
        "Latest Value,Min,Max,Average",
        "Result,Min,Max,Mean",
        "Result,Minimum,Maximum,Median",
        "Result,Min,Max,Moyenne",
        "Result,Min,Max,Mittelwert",
        "Result,Min,Max,SD",
        "Result,Min,Max,n",
        "Result,Min,Max,Count",
        "Result,Min,Max,First",
        "Result,Admission,Max,Discharge",
    ] {
        assert_eq!(of(headers, &["6.2,3.9,6.4,4.5"]), [H], "{headers}");
    }
    // Limits, whatever stands beside them.
    for headers in [
        "Result,Min,Max,Comment",
        "Result,Ref Min,Ref Max,Average",
        "Result,Lower limit,Upper limit,Mean",
        "Result,Min,Max,Last name",
        "Result,Min,Max,Page count",
    ] {
        assert_eq!(of(headers, &["6.2,3.9,6.4,5"]), [N], "{headers}");
    }
    // Results that always are one of the two.
    let ends = ["6.2,3.9,6.2", "6.2,6.2,7", "6.2,3.1,6.2", "6.2,3.9,6.4"];
    assert_eq!(of("Result,Min,Max", &ends), [H; 4]);
    // Two of a small panel may lie on a limit; what is called low and high is a limit.
    assert_eq!(of("Result,Min,Max", &ends[..2]), [N; 2]);
    assert_eq!(of("Result,Low,High", &ends), [N; 4]);
    let met = ["6.2,3.9,6.2", "6.2,3.5,6.4", "6.2,3.5,6.5", "6.2,3.5,6.6"];
    assert_eq!(of("Result,Min,Max", &met), [N; 4]);
}

/// A potassium of 4.2 with a cell in a column of its own: usability and notices.
#[track_caller]
fn check(table: &[(&str, &str, &str)]) {
    for (headers, cells, expected) in table {
        for header in headers.split('|').map(str::trim) {
            for cell in cells.split('|') {
                let text = format!(
                    "patient_id,age,sex,test,value,unit,{header}\n1,44,F,Potassium,4.2,mmol/L,{cell}\n2,44,F,Sodium,140,mmol/L,\n"
                );
                let said = &said_of(&text)[0];
                let said = said.strip_prefix("potassium 4.2 ").unwrap_or(said);
                assert_eq!(said, *expected, "{header}: {cell}");
            }
        }
    }
}

const USABLE: &str = "N usable -";
const SPOILED: &str = "N indeterminate sample-doubtful comment-disowns sample-not-told";
const DOUBTFUL: &str = "N caution sample-doubtful sample-not-told";
const MIXED_UP: &str = "N unusable sample-mix-up sample-not-told";
const FAILED: &str = "N indeterminate status-failed";
const HEMOLYZED: &str = "N indeterminate hemolysis-raises masked-low-possible sample-not-told";
const CONTROL: &str = "- - quality-control";

#[test]
fn a_fault_that_stands_in_a_header_is_said_of_the_rows_that_answer_yes() {
    let faults = "Clotted|Clot detected|is_clotted|Sample rejected|Specimen Rejected|is_sample_rejected|Rejection|Contaminated|\
        Wrong tube|Unsuitable|Old sample|Coagulada|Muestra coagulada|Coagulato|Coagulé|Geronnen|Gestold";
    let doubts = "QNS|Short sample|Line draw|sample_on_hold";
    let mixed_up = "Mislabeled|WBIT|Wrong patient|is_mislabeled";
    check(&[
        (faults, "Yes|1|TRUE|x", SPOILED),
        (doubts, "Yes|1", DOUBTFUL),
        (mixed_up, "Yes|1", MIXED_UP),
        (
            "EDTA contamination",
            "Yes",
            "N unusable edta-suspected sample-not-told",
        ),
        (
            "IV contamination",
            "Yes",
            "N indeterminate iv-fluid-possible sample-not-told",
        ),
        (
            "Do not use",
            "Yes",
            "N indeterminate sample-doubtful comment-disowns sample-not-told",
        ),
        (faults, "No|0|FALSE||NULL", USABLE),
        (doubts, "No|0", USABLE),
        (mixed_up, "No|0", USABLE),
        // Of a patient, or of anything.
        (
            "Smoker|Diabetic|Central line|Clotting disorder|Blood clots|Contaminated wound|Renal insufficiency|On dialysis|Anticoagulated|\
             Repeat|Urgent|Pending dialysis|Deceased|Mixed race|IV fluids|Hemolytic anemia|Scleral icterus|Lost to follow up",
            "Yes|No",
            USABLE,
        ),
    ]);
    // The rejection of a graft is none of a sample.
    let said = said_of(
        "patient_id,age,sex,test,value,unit,Tacrolimus dose,Rejection\n1,44,F,Potassium,4.2,mmol/L,2,Yes\n2,44,F,Sodium,140,mmol/L,2,No\n",
    );
    assert_eq!(said[0], "potassium 4.2 N usable -");
}

/// A word that is no answer leaves its own sample in doubt, and takes the answers of the others no meaning.
#[test]
fn an_odd_word_among_the_answers_to_a_fault() {
    for header in "Clotted|Clot detected|Sample rejected|Contaminated|Unsuitable".split('|') {
        for odd in ["partially", "small clot", "maybe", "?", "fibrin"] {
            let cells = [odd, "Yes", "No", ""].into_iter().enumerate();
            let rows = cells.map(|(at, cell)| format!("{at},44,F,Potassium,4.2,mmol/L,{cell}\n"));
            let rows: String = rows.collect();
            let head = format!("patient_id,age,sex,test,value,unit,{header}\n");
            let said = said_of(&(head + &rows));
            let expected =
                [SPOILED, SPOILED, USABLE, USABLE].map(|said| format!("potassium 4.2 {said}"));
            assert_eq!(said, expected, "{header}: {odd}");
        }
        for fine in ["OK", "none", "not clotted", "negative"] {
            let text = format!(
                "patient_id,age,sex,test,value,unit,{header}\n1,44,F,Potassium,4.2,mmol/L,{fine}\n2,44,F,Potassium,4.2,mmol/L,Yes\n"
            );
            let expected = [USABLE, SPOILED].map(|said| format!("potassium 4.2 {said}"));
            assert_eq!(said_of(&text), expected, "{header}: {fine}");
        }
    }
}

/// An index without a unit is no yes: only its laboratory knows what a 3 is.
#[test]
fn a_column_of_amounts_answers_nothing() {
    for (header, expected) in [
        ("HEM", "caution hemolysis-index-without-unit"),
        ("Hemolysis", "caution hemolysis-index-without-unit"),
        ("hemolyzed", "caution hemolysis-index-without-unit"),
    ] {
        let text = format!(
            "patient,sample,sex,age,Potassium (mmol/L),LIP,ICT,{header}\n1,24001,M,60,4.1,0,0,3\n2,24002,F,41,4.0,0,0,0\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let said = &Run::check(&path).rows()[0];
        let said = format!("{} {}", said["usability"], said["notices"]);
        assert_eq!(said, expected, "{header}");
    }
}

/// The first yes stands far below the rows by which a column is known.
#[test]
fn a_fault_far_below() {
    for before in ["No", ""] {
        let row = |cell: &str| format!("1,44,F,Potassium,4.2,mmol/L,{cell}\n");
        let text = ["patient_id,age,sex,test,value,unit,Clotted\n".to_string()]
            .into_iter()
            .chain((0..1500).map(|_| row(before)))
            .chain([row("Yes")]);
        let said = said_of(&text.collect::<String>());
        let last = said.last().map(String::as_str);
        assert_eq!(
            last,
            Some("potassium 4.2 N indeterminate sample-doubtful comment-disowns sample-not-told"),
            "{before}"
        );
    }
}

/// Words alone may be of anything: the column is told.
#[test]
fn a_fault_in_words_alone_is_told() {
    for (header, cells, is_told) in [
        ("Contaminated", ["lightly", "perhaps"], true),
        ("Turbidity", ["clear", "none"], false),
    ] {
        let [one, other] = cells;
        let text = format!(
            "patient_id,age,sex,test,value,unit,{header}\n1,44,F,Potassium,4.2,mmol/L,{one}\n2,44,F,Sodium,140,mmol/L,{other}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let told = Run::check(&path).ok().stderr;
        let says = told.contains(&format!("\"{header}\" [column-unknown]"));
        assert_eq!(says, is_told, "{header} {cells:?}: {told}");
    }
}

/// Turbid is serum with lipids, where no column is of urine.
#[test]
fn turbidity_in_words_or_grades_is_lipemia() {
    for (header, cells, expected) in [
        ("Turbidity", ["turbid", "clear"], "caution"),
        ("Turbidity", ["3+", "0"], "caution"),
        ("Turbidity", ["gross", "none"], "caution"),
        ("Turbidez", ["turbio", "no"], "caution"),
        ("Turbidity", ["none", "none"], "usable"),
        ("Turbidity", ["0.12", "0.31"], "usable"),
        (
            "Turbidity,Urine color",
            ["turbid,yellow", "clear,yellow"],
            "usable",
        ),
    ] {
        let [one, other] = cells;
        let text = format!(
            "patient_id,age,sex,test,value,unit,{header}\n1,44,F,Potassium,4.2,mmol/L,{one}\n2,44,F,Potassium,4.3,mmol/L,{other}\n"
        );
        let usable = said(&text, &["usability"]);
        assert_eq!(usable, [expected, "usable"], "{header} {cells:?}");
    }
}

#[test]
fn a_sample_that_is_not_as_it_should_be() {
    let headers = "Sample adequate|Suitable for testing|Sample integrity OK?|Specimen acceptable|sample_suitable|is_sample_ok|Integrity OK";
    check(&[
        (headers, "No|0|False", FAILED),
        (headers, "Yes|1|True|", USABLE),
        (
            "rejection_reason|Reject reason",
            "INSUFFICIENT|EXPIRED|POOR_CONDITION",
            DOUBTFUL,
        ),
        (
            "rejection_reason",
            "LEAKED",
            "N indeterminate comment-disowns",
        ),
        ("rejection_reason|Reject reason", "None|NULL|-|N/A|", USABLE),
        ("Sample Status", "Spoiled", SPOILED),
        ("Sample Status", "Re-collect", "N caution comment-disowns"),
        ("Sample Status", "Received|OK", USABLE),
    ]);
}

#[test]
fn hemolysis_asked_in_other_words() {
    let headers = "Was the sample hemolyzed?|Hemolysis present?|Haemolysis noted|Visible hemolysis|Hämolyse sichtbar|Muestra hemolizada|\
        Campione emolizzato|Echantillon hémolysé";
    check(&[
        (headers, "Yes|2+|slight|1", HEMOLYZED),
        (headers, "No|none||NULL", USABLE),
        (
            "Hemolysis treatment plan|History of hemolysis|Hemolytic disease",
            "Yes",
            USABLE,
        ),
        (
            "Was serum lipemic",
            "Yes",
            "N caution lipemia-effect-unknown sample-not-told",
        ),
        (
            "Icteric serum?",
            "Yes",
            "N caution icterus-effect-unknown sample-not-told",
        ),
        ("Scleral icterus|Icterus on exam", "Yes", USABLE),
    ]);
}

/// A word that is none of these leaves its own sample in doubt, and the answers of the others stay heard.
#[test]
fn an_odd_word_among_the_answers_about_hemolysis() {
    for (cells, expected) in [
        (["weird", "3+", "no"], [HEMOLYZED, HEMOLYZED, USABLE]),
        (["fail", "pass", "OK"], [HEMOLYZED, USABLE, USABLE]),
        // Words alone, and amounts, are of anything.
        (["AB", "CD", "EF"], [USABLE; 3]),
        (["250", "3+", "no"], [USABLE; 3]),
    ] {
        let rows = cells.iter().enumerate();
        let rows = rows.map(|(at, cell)| format!("{at},44,F,Potassium,4.2,mmol/L,{cell}\n"));
        let rows: String = rows.collect();
        let said = said_of(&format!(
            "patient_id,age,sex,test,value,unit,Hemolysis check\n{rows}"
        ));
        let expected = expected.map(|said| format!("potassium 4.2 {said}"));
        assert_eq!(said, expected, "{cells:?}");
    }
}

#[test]
fn rows_of_controls_by_a_column_of_their_own() {
    let asked = "IsQC|is_qc|qc_flag|qc_sample|Control Sample|IsCalibrator|test_patient|is_test_patient|simulated";
    check(&[
        (asked, "Yes|True|1|Y", CONTROL),
        (asked, "No|False|0|NULL", USABLE),
        // Of a study it is a group of people.
        ("is_control|Control group", "Yes|1", USABLE),
        ("QC Level", "Level 2|2|High", CONTROL),
        ("QC Level", "|NULL|N/A|0|no", USABLE),
        (
            "Result Type|Test mode|Run Type",
            "Electronic Simulator|Liquid QC|QA Test|Control Test|CTRL|EQA|Proficiency|Process Control Solution A",
            CONTROL,
        ),
        (
            "Result Type|Test mode|Run Type",
            "Patient|Numeric|Final|Blood Test|Routine|Standard",
            USABLE,
        ),
        (
            "Sample Type",
            "CTRL|Aqueous|Electronic Simulator|Process Control Solution",
            CONTROL,
        ),
        ("Sample Type", "Serum|", USABLE),
    ]);
    let said = said_of(
        "patient_id,age,sex,test,value,unit\nEUROTROL-L1,44,F,Potassium,4.2,mmol/L\nProcess Control Solution A,44,F,Potassium,4.2,mmol/L\nQA,44,F,Potassium,4.2,mmol/L\n",
    );
    assert_eq!(
        said,
        [
            "potassium 4.2 - - quality-control",
            "potassium 4.2 - - quality-control",
            "potassium 4.2 N usable -"
        ]
    );
}

#[test]
fn comments_that_disown_a_result() {
    check(&[
        (
            "Comment",
            "Deleted by lab|Deleted (by lab)|Result deleted|Record deleted|Removed by lab|See corrected result|Superseded by corrected report",
            "N indeterminate comment-disowns",
        ),
        (
            "Comment",
            "TPN line sample|Heparin lock not discarded|received after stability window",
            SPOILED,
        ),
        (
            "Comment",
            "Sample from umbilical catheter|Temperature deviation",
            "N caution comment-disowns",
        ),
        (
            "Comment",
            "Duplicate result deleted|Patient on TPN|TPN line in situ|Stored within stability|Heparin lock discarded|Corrected result|\
             corrected report issued|Lost to follow-up|Umbilical hernia|Previous sample leaked",
            USABLE,
        ),
    ]);
}

#[test]
fn abnormal_beside_one_analyte_is_its_flag() {
    let text = "id,sex,age,sodium,sodium_units,sodium_abnormal,potassium,potassium_units,potassium_abnormal\n\
        1,M,34,139,mmol/L,No,4.2,mmol/L,No\n2,M,34,139,mmol/L,No,5.9,mmol/L,Yes\n3,M,34,139,mmol/L,Yes,4.2,mmol/L,H\n";
    assert_eq!(
        said_of(text),
        [
            "sodium 139 N usable -",
            "potassium 4.2 N usable -",
            "sodium 139 N usable -",
            "potassium 5.9 H usable -",
            "sodium 139 N usable flag-disagrees",
            "potassium 4.2 N usable flag-disagrees",
        ]
    );
}

#[test]
fn answers_under_a_header_that_nobody_knows_are_named() {
    let is_named = |header: &str, [one, other]: [&str; 2]| {
        let text = format!(
            "patient,sample,sex,age,test,value,unit,{header}\nP1,S1,M,50,Potassium,4.9,mmol/L,{one}\nP2,S2,M,50,Potassium,4.9,mmol/L,{other}\n"
        );
        let (_folder, path) = file("labs.csv", &text);
        let said = Run::check(&path).ok().stderr;
        said.contains(&format!(
            "yes and no that are not known and not read: \"{header}\""
        ))
    };
    for (header, cells, expected) in [
        ("Spun late", ["yes", "no"], true),
        ("Agitated", ["N", "Y"], true),
        ("Zu spät", ["J", "N"], true),
        ("Left out", ["true", "false"], true),
        ("Agitato", ["sì", "no"], true),
        ("Amended", ["0", "1"], true),
        ("Warm", ["", "x"], true),
        ("Spun late", ["no", "no"], true),
        // Digits and letters of one kind alone may be anything.
        ("Amended", ["0", "0"], false),
        ("Amended", ["1", "1"], false),
        ("Kind", ["F", "F"], false),
        ("Kind", ["H", "N"], true),
        ("Kind", ["a", "b"], false),
        // Of the patient, a study, the office.
        ("Smoker", ["yes", "no"], false),
        ("Diabetes", ["yes", "no"], false),
        ("LBBLFL", ["Y", ""], false),
        ("Hospital death", ["0", "1"], false),
        ("Billed", ["Y", "N"], false),
        ("is_icu", ["Y", "N"], false),
        ("SentToGP", ["Y", "N"], false),
        // By words, not by parts of them.
        ("Difficult draw", ["yes", "no"], true),
        ("Gel absent", ["yes", "no"], true),
        ("Cracked lid", ["yes", "no"], true),
        ("Calibrated twice", ["yes", "no"], true),
    ] {
        assert_eq!(is_named(header, cells), expected, "{header} {cells:?}");
    }
    // A record of many results is mostly about its patient.
    let (_folder, path) = file(
        "labs.csv",
        "patient,sex,age,Potassium (mmol/L),Sodium (mmol/L),pe\nP1,M,50,4.9,140,yes\n",
    );
    assert!(!Run::check(&path).ok().stderr.contains("column-unknown"));
}
