//! Exports that nobody here had seen, in which a result was passed over, or was called normal by what is no limit.

use crate::run::{Run, file};

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
                "potassium Cancelled - - column-differs result-absent",
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
            "hcg HEMOLYZED - unusable result-absent",
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
    assert_eq!(of("Result,Min,Max", &["6.2,3.9,6.2", "6.2,6.2,7"]), [H, H]);
    assert_eq!(of("Result,Low,High", &["6.2,3.9,6.2", "6.2,6.2,7"]), [H, H]);
    assert_eq!(of("Result,Min,Max", &["6.2,3.9,6.2"]), [N]);
    let met = ["6.2,3.9,6.2", "6.2,3.5,6.4", "6.2,3.5,6.5", "6.2,3.5,6.6"];
    assert_eq!(of("Result,Min,Max", &met), [N; 4]);
}
