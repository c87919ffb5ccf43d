//! The limits against the tables that they were written from, where these are at hand: each with its operator,
//! its number, its second unit and its tier; and no limit of an alert list that is quiet on a sheet.

use std::path::Path;

use rust_decimal::Decimal;
use serumcheck::preop::policy::schema::{LimitRow, Tier};

use crate::alert_lists::{ANY, front};
use crate::bench::{case, catalog, policy, sheets};
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

/// Second units that the policy leaves to the conversion, and why.
const CONVERTED: &[(&str, &str, &str)] = &[
    (
        "magnesium",
        "4.9 mg/dL",
        "2.0 mmol/L are 4.86 mg/dL: the rounded number would be quiet",
    ),
    (
        "cortisol",
        "3.6 ug/dL",
        "100 nmol/L are 3.62 ug/dL: the rounded number would be quiet",
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
    let converted = CONVERTED
        .iter()
        .any(|(id, text, _)| *id == row.analyte && *text == alternative);
    alternative.is_empty() || row.also.iter().any(same) || (converted && row.also.is_empty())
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

/// Whom a row of the lists is for: any adult, in whatever bed.
const ADULTS: &[&str] = &[
    "adult",
    "any",
    ">=16y",
    "outpatient",
    "inpatient",
    "pre-op",
    "GP",
    ">=1y",
    ">1y",
    ">12y",
    ">17y",
    ">6 months",
];

/// List, analyte and side that the policy does not follow, and why.
const NOT_FOLLOWED: &[(&str, &str, &str, &str)] = &[
    (
        "PCH_2019",
        "albumin",
        "high",
        "inside an interval of healthy adults",
    ),
    ("HEFT", "ck", "high", "500: exercise does it"),
    (
        "HEFT",
        "lithium",
        "low",
        "too little of a drug: no matter of surgery",
    ),
    (
        "Homerton_OP",
        "iron",
        "high",
        "tablets or an infusion of iron, given before surgery",
    ),
    ("HEFT", "iron", "high", "as before"),
    ("Citilab", "iron", "high", "as before"),
];

#[test]
fn what_an_alert_list_calls_is_never_quiet() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/evidence/preop/critical_values.csv");
    let Ok(mut reader) = csv::Reader::from_path(&path) else {
        println!("skipped: {} is not here", path.display());
        return;
    };
    let (mut cases, mut tried) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let record = record.expect("a record");
        let (list, name, population) = (&record[0], &record[1], &record[2]);
        if !ADULTS.contains(&population) || !record[10].starts_with("verified") {
            continue;
        }
        let id = american(name);
        let (id, test) = match id.as_str() {
            "bun" => ("urea", "BUN"),
            id => match catalog().analyte(id) {
                Some(analyte) => (analyte.id.as_str(), analyte.name.as_str()),
                None => continue,
            },
        };
        let unit = record[7].replace('^', "*").replace("ratio", "{INR}");
        let unit = unit.replace("mIU", "m[IU]");
        for (side, sign, number) in [
            ("low", &record[3], &record[4]),
            ("high", &record[5], &record[6]),
        ] {
            let Ok(number) = number.parse::<Decimal>() else {
                continue;
            };
            if NOT_FOLLOWED
                .iter()
                .any(|row| (row.0, row.1, row.2) == (list, id, side))
            {
                continue;
            }
            let step = match sign {
                "<" => Decimal::new(-1, number.scale() + 1),
                ">" => Decimal::new(1, number.scale() + 1),
                _ => Decimal::ZERO,
            };
            cases.push(case(ANY, &[&format!("{test} | {} {unit}", number + step)]));
            tried.push((list.to_string(), id, format!("{sign} {number} {unit}")));
        }
    }
    let mut wrong = Vec::new();
    for ((list, id, limit), sheet) in tried.iter().zip(sheets(&cases)) {
        let found = front(&sheet, id);
        if !matches!(
            found,
            "stop" | "review" | "undetermined" | "asked" | "optimize"
        ) {
            wrong.push(format!("{list}: {id} {limit}: {found}\n{:#?}", sheet.items));
        }
    }
    println!("{} limits of alert lists", tried.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(170 < tried.len(), "{}", tried.len());
}
