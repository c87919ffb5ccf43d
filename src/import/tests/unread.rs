//! What a file holds and is not read is said.

use super::*;

/// What is said about the file before its rows are read, with the code of each.
fn said(text: &str) -> Vec<String> {
    let export = open(text.as_bytes(), "").expect("understood");
    let notices = export.notices().iter();
    notices
        .map(|notice| format!("{}: {}", notice.code, notice.message))
        .collect()
}

#[test]
fn a_second_column_that_says_otherwise() {
    for (text, expected) in [
        (
            "patient,test,result,result,unit\n1,K,4.1,6.9,mmol/L\n1,Na,140,140,mmol/L\n",
            &[
                "column-differs: columns 3 (\"result\") and 4 (\"result\") do not agree in 1 of the first 2 rows; \
               column 3 is used, the other is not read there",
            ][..],
        ),
        // The same, or nothing.
        (
            "patient,test,result,unit,range,unit\n1,K,4.1,mmol/L,3.5-5,mmol/L\n1,Na,140,mmol/L,,\n",
            &[],
        ),
        (
            "patient,test,value,result,unit\n1,K,4.1,6.9,mmol/L\n",
            &[
                "column-differs: columns 3 (\"value\") and 4 (\"result\") do not agree in 1 of the first 1 rows; \
               column 3 is used, the other is not read there",
            ],
        ),
        // Rounded, or in words.
        (
            "patient,test,value,result,unit\n1,K,4.1,4.14,mmol/L\n1,Na,140,normal,mmol/L\n",
            &[],
        ),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn an_analyte_beside_rows_of_results() {
    assert_eq!(
        said("Patient,Test,Value,Sodium (mmol/L),Ward\n1,K,4.1,140,7\n"),
        [
            "column-unknown: columns with numbers that are not known and not read: \"Sodium (mmol/L)\""
        ]
    );
}

#[test]
fn a_column_that_may_speak_of_the_sample() {
    assert_eq!(
        said("Patient,Test,Value,Remarks of the ward,Pregnant?,Doctor\n1,K,4.1,seen,no,A\n"),
        [
            "column-unknown: columns that may speak of the sample or of a result and are not read: \
          \"Remarks of the ward\""
        ]
    );
    // Nothing in it, or read.
    assert_eq!(
        said("Patient,Test,Value,Remarks of the ward,Comment\n1,K,4.1,,seen\n"),
        [""; 0]
    );
}
