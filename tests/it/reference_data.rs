//! The reference data against what is known independently of it: atomic weights, the tables it was
//! collected from, and its own linter.

mod molecules;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use serumcheck::reference::{Analyte, Catalog, Interval, Variant, lint};
use serumcheck::units::Unit;
use serumcheck::{Interpreter, Observation};

use crate::run::{Run, root};
use molecules::{FORMULAS, weigh};

fn catalog() -> &'static Catalog {
    Catalog::bundled().expect("bundled data")
}

/// A table of evidence; `None` where it is not at hand.
fn evidence(name: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let path: PathBuf = root()
        .join("../shared/evidence/reference_intervals")
        .join(name);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not here", path.display());
        return None;
    };
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    Some(
        reader
            .deserialize()
            .map(|row| row.expect("a row"))
            .collect(),
    )
}

/// Ids of the evidence that are spelled otherwise here.
fn ours(id: &str) -> (&str, Option<&str>) {
    match id {
        "bun" => ("urea", Some("urea_nitrogen")),
        "calcium_ionised" => ("calcium_ionized", None),
        "haemoglobin" => ("hemoglobin", None),
        "haematocrit" => ("hematocrit", None),
        other => (other, None),
    }
}

fn found(id: &str) -> Option<(&'static Analyte, Option<&'static Variant>)> {
    let (id, variant) = ours(id);
    let analyte = catalog().analyte(id)?;
    let variant = variant.map(|id| {
        analyte
            .variants
            .iter()
            .find(|known| known.id == id)
            .expect("the variant")
    });
    Some((analyte, variant))
}

#[test]
fn the_bundled_data_is_clean() {
    let findings: Vec<String> = lint::bundled().iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Critical rows whose note says that they lie inside an interval, so that the linter lets them pass. Their
/// owners disagree with the source of an interval; both are kept as they are stated.
const INSIDE: &[(&str, &str, &str)] = &[
    (
        "glucose",
        "citilab",
        "below 55 mg/dL (3.05 mmol/L) whoever it is; Gaw: from 3 mmol/L, fasting in the third trimester",
    ),
    (
        "albumin",
        "pch-2019",
        "55 g/L and above; the ABIM table ends at 5.5 g/dL",
    ),
];

#[test]
fn critical_rows_inside_an_interval_are_known_one_by_one() {
    let mut there = Vec::new();
    for analyte in catalog().analytes() {
        for row in &analyte.critical {
            let note = row.note.as_deref().unwrap_or_default();
            if note.contains("inside an interval") {
                there.push((analyte.id.as_str(), row.list.as_str()));
            }
        }
    }
    let mut known: Vec<(&str, &str)> = INSIDE.iter().map(|(id, list, _)| (*id, *list)).collect();
    known.sort_unstable();
    there.sort_unstable();
    assert_eq!(there, known);
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.001 * b.abs()
}

#[test]
fn molar_masses_are_those_of_the_molecules() {
    for (id, formula) in FORMULAS {
        let (analyte, variant) = found(id).expect(id);
        let ours = variant
            .map(|variant| variant.molar_mass)
            .or(analyte.molar_mass)
            .expect(id);
        let weighed = weigh(formula);
        assert!(
            near(ours, weighed),
            "{id}: {ours} here, {formula} weighs {weighed}"
        );
        // And the factor that is used: 1 g/L.
        let unit = Unit::from_code("g/L").expect("g/L");
        let used = analyte.conversion(unit, variant).expect(id).factor;
        let mole = Unit::from_code("mol/L").expect("mol/L");
        let expected = mole.factor_to(analyte.unit).expect(id) / weighed;
        assert!(
            near(used, expected),
            "{id}: {used} used, {expected} weighed"
        );
    }
    println!("{} molar masses agree with atomic weights", FORMULAS.len());
}

#[test]
fn factors_are_those_of_the_collected_table() {
    let Some(rows) = evidence("units.csv") else {
        return;
    };
    let (mut compared, mut left_out) = (0, Vec::new());
    for row in &rows {
        let (id, code) = (row["analyte"].as_str(), row["unit"].as_str());
        let number = |column: &str| row[column].parse::<f64>().expect("a number");
        let Some((analyte, variant)) = found(id) else {
            left_out.push(format!("{id}: no such analyte"));
            continue;
        };
        let (Some(unit), Some(theirs)) = (
            Unit::from_code(code),
            Unit::from_code(&row["canonical_unit"]),
        ) else {
            left_out.push(format!("{id} {code}: no such unit"));
            continue;
        };
        let Some(conversion) = analyte.conversion(unit, variant) else {
            left_out.push(format!("{id} {code}: {}", analyte.why_not(unit, variant)));
            continue;
        };
        let into = analyte
            .conversion(theirs, variant)
            .expect("their canonical unit");
        let (factor, offset) = (
            conversion.factor / into.factor,
            conversion.offset / into.factor,
        );
        let expected = number("factor_to_canonical");
        assert!(
            near(factor, expected),
            "{id} {code}: {factor} here, {expected} there"
        );
        let shift = number("offset_to_canonical");
        assert!(
            (offset - shift).abs() <= 1e-3 * shift.abs(),
            "{id} {code}: offset {offset}"
        );
        compared += 1;
    }
    println!(
        "{compared} of {} factors agree; left out: {left_out:#?}",
        rows.len()
    );
    assert!(
        left_out.len() * 20 < rows.len(),
        "too many left out: {left_out:#?}"
    );
}

/// Same limits, sex and condition; the profile may be another one by choice.
fn same(row: &BTreeMap<String, String>, interval: &Interval) -> bool {
    let number = |column: &str| row[column].parse::<f64>().ok();
    let limit = |limit: Option<serumcheck::interpretation::Limit>| {
        limit.map(|limit| serumcheck::value::to_f64(limit.value))
    };
    let sides = |stated: &serumcheck::reference::StatedLimits| {
        (limit(stated.low), limit(stated.high), stated.unit.code)
    };
    let wanted = (number("low"), number("high"), row["unit"].as_str());
    let sex = match row["sex"].as_str() {
        "F" => Some(serumcheck::person::Sex::Female),
        "M" => Some(serumcheck::person::Sex::Male),
        _ => None,
    };
    // What the limit means, and what is measured, stood among the conditions there.
    const WORDS: &[&str] = &[
        "p99",
        "p99-overall",
        "desirable",
        "low-cut",
        "optimal",
        "low-risk",
        "intact",
    ];
    let condition = row["condition"].replace('_', "-");
    let mut stated = std::iter::once(&interval.stated).chain(&interval.also);
    stated.any(|stated| sides(stated) == wanted)
        && interval.sex == sex
        && match &interval.condition {
            Some(known) => *known == condition,
            None => condition.is_empty() || WORDS.contains(&condition.as_str()),
        }
}

/// Do the rows together hold for all the ages of the evidence, and for no others? A row may be cut in two
/// where one profile ends (US children, us-mayo adults).
fn covers(row: &BTreeMap<String, String>, mut parts: Vec<&Interval>) -> bool {
    let days = |column: &str| row[column].parse::<f64>().ok();
    // Months are counted in days there; a day's rounding is no difference.
    let near = |a: f64, b: f64| (a - b).abs() <= 1.0 || a == b;
    parts.sort_by(|a, b| a.from.days().total_cmp(&b.from.days()));
    let mut reached = days("age_from_days").unwrap_or(0.0);
    let end = days("age_to_days").unwrap_or(f64::INFINITY);
    for part in parts {
        if near(part.from.days(), reached) {
            reached = part
                .below
                .map_or(f64::INFINITY, serumcheck::age::AgePoint::days);
        }
    }
    near(reached, end)
}

#[test]
fn every_verified_interval_is_here() {
    let Some(rows) = evidence("reference_intervals.csv") else {
        return;
    };
    let verified: Vec<_> = rows
        .iter()
        .filter(|row| row["verified"] == "verified")
        .collect();
    let mut missing = Vec::new();
    for row in &verified {
        let known = found(&row["analyte"]).is_some_and(|(analyte, _)| {
            let parts = analyte
                .intervals
                .iter()
                .filter(|interval| same(row, interval));
            covers(row, parts.collect())
        });
        if !known {
            missing.push(format!(
                "{} {} {} {}-{} {}",
                row["ri_id"], row["analyte"], row["profile"], row["low"], row["high"], row["unit"]
            ));
        }
    }
    println!(
        "{} of {} verified intervals are here",
        verified.len() - missing.len(),
        verified.len()
    );
    assert!(missing.is_empty(), "not here: {missing:#?}");
    let unsourced = catalog()
        .analytes()
        .flat_map(|analyte| &analyte.intervals)
        .filter(|row| !row.is_sourced())
        .count();
    println!("{unsourced} rows are carried as unsourced and judge nothing");
}

#[test]
fn loinc_codes_have_their_check_digits() {
    let mut count = 0;
    for code in catalog().loinc_codes() {
        let (number, check) = code.split_once('-').expect(code);
        // By the other way round than the linter: the sum of the digits of the product.
        let doubled: String = number
            .bytes()
            .rev()
            .enumerate()
            .map(|(i, c)| (u32::from(c - b'0') * if i % 2 == 0 { 2 } else { 1 }).to_string())
            .collect();
        let sum: u32 = doubled.bytes().map(|c| u32::from(c - b'0')).sum();
        assert_eq!(((10 - sum % 10) % 10).to_string(), check, "{code}");
        count += 1;
    }
    println!("{count} LOINC codes");
}

/// `reference_ranges/README.md` says that an id also works as a name.
#[test]
fn an_id_is_a_name_unless_exports_write_it_of_another_too() {
    let interpreter = Interpreter::bundled().expect("bundled data");
    let mut ambiguous = Vec::new();
    for analyte in catalog().analytes() {
        let row = Observation {
            name: &analyte.id,
            value: "1",
            unit: analyte.unit.code,
            specimen: analyte.specimen.as_str(),
            ..Observation::default()
        };
        let result = interpreter.interpret(row);
        match result.analyte {
            Some(found) => assert_eq!(found.id, analyte.id),
            None => ambiguous.push(analyte.id.as_str()),
        }
    }
    assert_eq!(ambiguous, ["anion_gap"]);
}

#[test]
fn what_a_start_costs() {
    let time = |args: &[&str]| {
        let mut best = f64::INFINITY;
        for _ in 0..5 {
            let start = Instant::now();
            Run::new(args).ok();
            best = best.min(start.elapsed().as_secs_f64() * 1000.0);
        }
        best
    };
    println!(
        "best of 5, this build: --version {:.1} ms, check of a panel {:.1} ms",
        time(&["--version"]),
        time(&["check", "samples/preop_panel.csv", "--to", "csv"])
    );
}
