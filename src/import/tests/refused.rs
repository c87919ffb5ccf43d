//! Files that cannot be read, and what is said about them.

use super::*;

#[test]
fn what_is_no_export_is_named() {
    for (bytes, expected) in [
        (&b""[..], "FILE: empty file"),
        (b"\n\n  \n", "FILE: empty file"),
        (b"\xef\xbb\xbf", "FILE: empty file"),
        (b"\x7fELF\x02\x01\x01", "FILE: this is a program"),
        (
            b"PK\x03\x04\0\0xl/workbook.xml",
            "FILE: this is an Excel workbook",
        ),
        (
            b"a,b\n\0\x01\x02\x03\0\0\n",
            "FILE: this is binary data, not text",
        ),
        (b"MSH|^~\\&|LAB\rPID|1||7\r", "FILE: this looks like HL7 v2"),
        (
            b"H|\\^&|||Analyzer\rP|1\r",
            "FILE: this looks like ASTM analyzer output",
        ),
        (
            b"{\"resourceType\": \"Bundle\"}",
            "FILE: this looks like JSON",
        ),
        (b"<?xml version=\"1.0\"?><a/>", "FILE: this looks like XML"),
        (b"Dear colleague\nall is well\n", "FILE:1: this is no table"),
        (b"Result\n140\n", "FILE:1: this is no table"),
        (
            b"P1,Miller,140\nP2,Smith,141\n",
            "FILE:1: no header was found: none of the 3 cells",
        ),
        (
            b"Patient,Result\nP1,140\n",
            "FILE:1: the header names a column with results, but none with the name",
        ),
        (
            b"Patient,Sex\nP1,f\n",
            "FILE:1: the header names no column with results",
        ),
    ] {
        let error = open(bytes, "").expect_err("refused");
        assert!(
            error.starts_with(expected),
            "{error:?} instead of {expected:?}"
        );
        assert!(!error.contains("Miller"), "no patient's data: {error}");
    }
}

#[test]
fn a_swallowing_quote_stops_the_run() {
    let export = open(
        b"Patient,Test,Result,Comment\n1,K,4.1,\n2,K,4.2,\"open\n3,K,4.3,\n4,K,4.4,\"x\"\n",
        "",
    );
    let export = export.expect_err("found while the first rows are looked at");
    assert!(
        export.starts_with("FILE:3: a quote is opened here"),
        "{export}"
    );
    expect(
        "Patient\tTest\tResult\tComment\n1\tK\t4.1\t\"open\n2\tK\t4.2\t\"x\"\n",
        "quoting = false\n",
        &[
            "2 patient=1 name=K value=4.1 comment=\"open",
            "3 patient=2 name=K value=4.2 comment=\"x\"",
        ],
    );
}
