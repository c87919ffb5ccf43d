//! Text in the data stays text: on the terminal, in a spreadsheet, in JSON.

use crate::run::{Run, file};

const HEADER: &str = "patient,sample,collected,sex,age,test,result,unit,comment\n";

/// One row with this text in every cell that a person can fill.
fn export(text: &str) -> String {
    let cell = format!("\"{}\"", text.replace('"', "\"\""));
    let patient = format!("{cell},{cell},2026-11-03 08:00,F,50");
    format!(
        "{HEADER}{patient},Potassium,4.1,mmol/L,{cell}\n{patient},{cell},{cell},{cell},{cell}\n"
    )
}

#[test]
fn nothing_in_the_data_controls_the_terminal() {
    for text in [
        "\u{1b}[31mred\u{1b}[0m",
        "\u{1b}]0;title\u{7}",
        "\u{9b}2J",
        "bell\u{7}back\u{8}\u{8}",
        "over\rwritten",
        "two\nlines",
        "right\u{202e}left",
        "zero\u{200b}width\u{feff}",
        "null\u{0}byte",
    ] {
        let (_folder, path) = file("labs.csv", export(text));
        for color in ["never", "always"] {
            let done = Run::check(&path).args(["--color", color]).done();
            // Our own colors are `ESC [ digits m`; nothing else may be there.
            for shown in [strip_colors(&done.stdout), strip_colors(&done.stderr)] {
                let bad = shown.chars().find(|c| {
                    (c.is_control() && *c != '\n')
                        || matches!(*c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                });
                assert_eq!(bad, None, "{text:?} came through:\n{shown:?}");
            }
        }
    }
}

fn strip_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_string();
    for part in parts {
        match part.split_once('m') {
            Some((code, rest)) if code.chars().all(|c| c.is_ascii_digit() || c == ';') => {
                plain.push_str(rest)
            }
            _ => plain.push_str(&format!("\u{1b}[{part}")),
        }
    }
    plain
}

#[test]
fn a_red_text_in_the_data_is_not_red() {
    let (_folder, path) = file("labs.csv", export("\u{1b}[31mred"));
    let done = Run::check(&path).args(["--color", "never"]).done();
    assert!(!done.stdout.contains('\u{1b}'), "{:?}", done.stdout);
}

#[test]
fn no_cell_runs_as_a_formula_with_spreadsheet() {
    for text in [
        "=1+1",
        "=HYPERLINK(\"http://x\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
    ] {
        let (_folder, path) = file("labs.csv", export(text));
        for row in Run::check(&path).args(["--spreadsheet"]).rows() {
            for (column, cell) in &row {
                let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!runs, "{text:?} runs in {column}: {cell:?}");
            }
        }
    }
}

#[test]
fn numbers_stay_numbers_with_spreadsheet() {
    let export = format!("{HEADER}1,a,2026-11-03 08:00,F,50,Base excess,-2.5,mmol/L,\n");
    let (_folder, path) = file("labs.csv", export);
    let rows = Run::check(&path).args(["--spreadsheet"]).rows();
    assert_eq!(rows[0]["value"], "-2.5");
}

#[test]
fn text_is_verbatim_without_spreadsheet() {
    for text in [
        "=1+1",
        "a \"quoted\" name",
        "semi;colon, comma",
        "two\nlines",
        "Ünï µ",
        " padded ",
    ] {
        let (_folder, path) = file("labs.csv", export(text));
        let rows = Run::check(&path).rows();
        assert_eq!(rows.len(), 2, "{text:?}");
        assert_eq!(rows[1]["name"].trim(), text.trim());
        assert_eq!(rows[1]["value"].trim(), text.trim());
    }
}

#[test]
fn notices_on_standard_error_do_not_repeat_patients() {
    let secret = "Jane-Roe-771";
    let rows = format!(
        "{HEADER}{secret},a,2026-11-03 08:00,F,50,Potassium,4.1,mmol/L,{secret}\n{secret},b,,,,Fluffiness,1,x,\n{secret}\n"
    );
    let (_folder, path) = file("labs.csv", rows);
    let done = Run::check(&path).args(["--to", "csv"]).ok();
    assert!(!done.stderr.contains(secret), "{}", done.stderr);
}
