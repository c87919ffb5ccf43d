//! `explain` and `convert`: what they answer, and what they refuse.

use crate::golden::golden;
use crate::run::{Run, root};

fn convert(words: &str) -> crate::run::Done {
    Run::new(["convert"]).args(words.split(' ')).done()
}

#[test]
fn pages() {
    for (name, args) in [
        ("explain_urea", &["explain", "BUN"][..]),
        ("explain_hba1c", &["explain", "4548-4"]),
        ("explain_fsh", &["explain", "fsh"]),
        ("explain_ambiguous", &["explain", "PT"]),
        (
            "explain_line",
            &["explain", "samples/hemolyzed.csv", "--line", "3"],
        ),
        (
            "explain_line_wide",
            &[
                "explain",
                "samples/wide_german.csv",
                "--line",
                "2",
                "--profile",
                "nordic",
            ],
        ),
        ("convert_bun", &["convert", "14", "mg/dL", "BUN"]),
        ("ranges_list", &["ranges", "list"]),
    ] {
        golden(&format!("texts/{name}.txt"), &Run::new(args).ok().stdout);
    }
}

#[test]
fn every_analyte_and_code_has_a_page_of_80_columns() {
    let list = Run::new(["explain", "--list"]).ok().stdout;
    let mut count = 0;
    for line in list.lines().filter(|line| line.starts_with("  ")) {
        let what = line.split_whitespace().next().expect("a word");
        let page = Run::new(["explain", what]).ok().stdout;
        for line in page.lines() {
            // An address is longer than a line and is not broken.
            let address = line.split_whitespace().count() == 1;
            assert!(line.chars().count() <= 80 || address, "{what}: {line}");
            assert!(!line.contains('\u{1b}'), "{what}: plain when piped");
        }
        count += 1;
    }
    assert!(150 < count, "{count} pages");
}

#[test]
fn an_unknown_word_offers_what_is_near() {
    let done = Run::new(["explain", "potasium"]).done();
    assert_eq!((done.code, done.stdout.as_str()), (2, ""));
    assert!(
        done.stderr.contains("did you mean potassium?"),
        "{}",
        done.stderr
    );
    let done = Run::new(["explain", "samples/hemolyzed.csv"]).done();
    assert!(done.stderr.contains("add --line N"), "{}", done.stderr);
    let done = Run::new(["explain", "samples/hemolyzed.csv", "--line", "1"]).done();
    assert_eq!(done.code, 2);
    assert!(
        done.stderr
            .contains("hemolyzed.csv:1: no result starts on this line"),
        "{}",
        done.stderr
    );
}

#[test]
fn values_convert() {
    for (words, expected) in [
        ("90 mg/dL glucose --to mmol/L", "4.99567041897 mmol/L"),
        ("glucose 90mg/dL --to mmol/L", "4.99567041897 mmol/L"),
        ("14 mg/dL BUN --to mmol/L", "4.99750124938 mmol/L"),
        ("30 mg/dL urea --to mmol/L", "4.99533768483 mmol/L"),
        ("<5 ug/L ferritin --to ng/mL", "<5 ng/mL"),
        ("less than 5 ug/L ferritin --to ng/mL", "<5 ng/mL"),
        ("6.5 % HbA1c --to mmol/mol", "47.529505 mmol/mol"),
        ("48 mmol/mol HbA1c --to %", "6.54304088699 %"),
        ("60 U/L ALT --to ukat/L", "1 µkat/L"),
        ("2 mEq/L magnesium --to mmol/L", "1 mmol/L"),
        ("10 uIU/mL insulin --to pmol/L", "60 pmol/L"),
        ("60 pmol/L insulin --to mIU/L", "10 mIU/L"),
        ("4.50 mmol/L potassium --to mEq/L", "4.50 mEq/L"),
        ("4.50 mmol/L potassium --to mmol/L", "4.50 mmol/L"),
        (
            "30 ng/mL 25-OH vitamin D --to nmol/L",
            "74.8801916933 nmol/L",
        ),
        ("CA 125 30 U/mL --to kU/L", "30 kU/L"),
        ("5 mmol/L FBG --to mg/dL", "90.078 mg/dL"),
        ("90 mg/dL 2345-7 --to mmol/L", "4.99567041897 mmol/L"),
    ] {
        let done = convert(words);
        assert_eq!(
            done.stdout.lines().next(),
            Some(expected),
            "{words}: {}",
            done.stderr
        );
    }
}

#[test]
fn what_has_no_meaning_is_refused_with_the_reason() {
    for (words, expected) in [
        ("40 U/L ALT --to mmol/L", "enzyme activity"),
        ("40 mmol/L ALT", "cannot be stated in mmol/L"),
        ("10 uIU/mL insulin --to mg/L", "converts only by a standard"),
        (
            "30 mg/dL lp_a_mass --to nmol/L",
            "no molar mass that holds for every sample",
        ),
        (
            "75 nmol/L Lp(a) --to mg/dL",
            "no molar mass that holds for every sample",
        ),
        ("3 mEq/L phosphate", "no one charge per particle"),
        (
            "14 ng/L hs_troponin_t --to pmol/L",
            "no molar mass that holds",
        ),
        ("3 g/L FBG", "means more than one thing"),
        ("5 mg/dL moonstone", "is no analyte or LOINC code"),
        ("5 florins glucose", "is no unit this program knows"),
        (
            "5 mmol/L glucose --to florins",
            "is no unit this program knows",
        ),
        ("5 mmol/L", "no analyte is named"),
        ("5,1 mmol/L glucose", "decimal point"),
        ("glucose", "no value with a unit and an analyte"),
    ] {
        let done = convert(words);
        assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{words}");
        assert!(done.stderr.contains(expected), "{words}: {}", done.stderr);
    }
}

#[test]
fn pairs_of_the_evidence_convert_as_they_say() {
    let path = root().join("../shared/evidence/reference_intervals/units.csv");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not here", path.display());
        return;
    };
    // A part of the table, through the program itself: the whole of it is compared in reference_data.
    let mut count = 0;
    for record in csv::Reader::from_reader(text.as_bytes())
        .records()
        .step_by(7)
    {
        let record = record.expect("a row");
        let (analyte, unit, factor, offset, canonical) =
            (&record[0], &record[1], &record[2], &record[3], &record[4]);
        let analyte = match analyte {
            "calcium_ionised" => "calcium_ionized",
            "haemoglobin" => "hemoglobin",
            "haematocrit" => "hematocrit",
            other => other,
        };
        let done = Run::new(["convert", "7.5", unit, analyte, "--to", canonical]).done();
        let number = |text: &str| text.parse::<f64>().expect("a number");
        let expected = 7.5 * number(factor) + number(offset);
        let shown = done
            .stdout
            .split_whitespace()
            .next()
            .unwrap_or("")
            .to_string();
        let shown: f64 = shown
            .parse()
            .unwrap_or_else(|_| panic!("{analyte} {unit}: {}", done.stderr));
        assert!(
            (shown - expected).abs() <= 1e-3 * expected.abs(),
            "{analyte} {unit}: {shown}, not {expected}"
        );
        count += 1;
    }
    println!("{count} pairs agree");
}
