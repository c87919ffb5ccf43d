//! The limits against the table that they were written from, where it is at hand: each with its operator,
//! its number, its second unit and its tier.

use std::path::Path;

use serumcheck::preop::policy::schema::{LimitRow, Tier};

use crate::bench::policy;
use crate::limit::read;

/// Rows that are no plain comparison of an analyte that the program knows, and what became of them.
const OTHERWISE: &[(&str, &str, &str)] = &[
    ("potassium", "delta>=", "rise_within_hours"),
    ("potassium", "haemolysed", "an unusable sample, no limit"),
    ("aki_kdigo_stage", ">=", "aki_kdigo"),
    ("aki_kdigo_stage", "=", "aki_kdigo, a span of one stage"),
    ("alt", ">", "multiples of the upper limit"),
    ("alt", ">=", "multiples of the upper limit"),
    ("hys_law", "=", "bilirubin_total with alt, ast and alp"),
    ("bilirubin_total", ">", "multiples of the upper limit"),
    ("meld", ">=", "a question: the program has other scores"),
    ("free_t4", "<", "a multiple of the lower limit"),
    ("hs_troponin", ">", "hs_troponin_i and hs_troponin_t"),
    ("cortisol", "between", "a span"),
    ("steroid_exposure", ">=", "a question"),
    ("ck", ">", "a multiple of the upper limit"),
    (
        "cotinine",
        ">",
        "a question: the program has no such analyte",
    ),
];

/// The table is written in British English.
fn american(name: &str) -> String {
    name.replace("haem", "hem").replace("ionised", "ionized")
}

fn tier(text: &str) -> Option<Tier> {
    Some(match text {
        "STOP" => Tier::Stop,
        "REVIEW" => Tier::Review,
        "OPTIMISE" => Tier::Optimize,
        "NOTE" => Tier::Note,
        _ => return None,
    })
}

fn says(row: &LimitRow, analyte: &str, sign: &str, value: f64, tier: Option<Tier>) -> bool {
    let stated = read(&row.crossed);
    let own: f64 = stated.value.to_string().parse().expect("a number");
    row.analyte == analyte && stated.sign == sign && own == value && Some(row.tier) == tier
}

/// `8.5 %` of a second unit, as it stands in `also` behind the operator.
fn is_also_said(row: &LimitRow, alternative: &str) -> bool {
    let number = alternative
        .split_whitespace()
        .find_map(|word| word.parse::<f64>().ok());
    let same = |text: &String| {
        let stated = read(text).value.normalize().to_string();
        number == stated.parse().ok()
    };
    alternative.is_empty() || row.also.iter().any(same)
}

#[test]
fn every_plain_limit_of_the_table_is_in_the_policy() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/evidence/preop/preop_action_thresholds.csv");
    let Ok(mut reader) = csv::Reader::from_path(&path) else {
        println!("skipped: {} is not here", path.display());
        return;
    };
    let (mut compared, mut missing) = (0, Vec::new());
    for record in reader.records() {
        let record = record.expect("a record");
        let (name, sign) = (&record[0], &record[1]);
        let known = OTHERWISE
            .iter()
            .any(|(own, op, _)| *own == name && *op == sign);
        // `>ULN & FT4<LLN`: a pattern, tried in `limits`.
        let pattern = sign.contains(['&', '(']);
        let value = match record[2].parse::<f64>() {
            Ok(value) if !known => value,
            _ => {
                assert!(known || pattern, "what became of it? {record:?}");
                continue;
            }
        };
        let analyte = american(name);
        let found = policy().limit_rows().iter().any(|row| {
            says(row, &analyte, sign, value, tier(&record[5])) && is_also_said(row, &record[4])
        });
        if !found {
            missing.push(format!("{record:?}"));
        }
        compared += 1;
    }
    println!("{compared} limits compared");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(85 < compared, "{compared}");
}
