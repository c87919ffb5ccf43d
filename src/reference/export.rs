//! Reference intervals as a flat table, which `--ranges` reads back to the same judgement.

use super::schema::{AnalyteFile, IntervalRow, SexKey};

/// The header of the table.
pub const HEADER: &[&str] = &[
    "analyte",
    "sex",
    "age_from",
    "age_below",
    "condition",
    "specimen",
    "low",
    "high",
    "low_op",
    "high_op",
    "unit",
    "kind",
    "profile",
    "source",
];

/// One line per interval and unit, in the order of the files. With a `profile`, its rows only.
///
/// The analyte of a row whose unit weighs another molecule is that molecule (`urea_nitrogen`).
/// Limits stated in a second unit are a line of their own behind the first.
#[must_use]
pub fn rows(files: &[AnalyteFile], profile: Option<&str>) -> Vec<Vec<String>> {
    files
        .iter()
        .flat_map(|file| file.intervals.iter().map(move |row| (file, row)))
        .filter(|(_, row)| profile.is_none_or(|wanted| row.profile == wanted))
        .flat_map(|(file, row)| lines(file, row))
        .collect()
}

fn lines(file: &AnalyteFile, row: &IntervalRow) -> Vec<Vec<String>> {
    let own = std::slice::from_ref(&file.specimen);
    let specimens = if row.specimen.is_empty() {
        own
    } else {
        &row.specimen
    };
    let specimens: Vec<&str> = specimens.iter().map(|specimen| specimen.as_str()).collect();
    let line = |low: Option<f64>, high: Option<f64>, unit: &str, analyte: &str| {
        let op = |limit: Option<f64>, op: &Option<String>| match limit {
            Some(_) => op.clone().unwrap_or_default(),
            None => String::new(),
        };
        let number = |limit: Option<f64>| limit.map_or_else(String::new, |limit| limit.to_string());
        vec![
            analyte.to_string(),
            row.sex
                .map_or("", |sex| match sex {
                    SexKey::F => "F",
                    SexKey::M => "M",
                })
                .to_string(),
            row.from.clone(),
            row.below.clone().unwrap_or_default(),
            row.condition.clone().unwrap_or_default(),
            specimens.join(";"),
            number(low),
            number(high),
            op(low, &row.low_op),
            op(high, &row.high_op),
            unit.to_string(),
            row.kind.as_str().to_string(),
            row.profile.clone(),
            row.source.clone(),
        ]
    };
    let analyte = row.variant.as_ref().unwrap_or(&file.id);
    let first = line(row.low, row.high, &row.unit, analyte);
    let also = row
        .also
        .iter()
        .map(|pair| line(pair.low, pair.high, &pair.unit, analyte));
    std::iter::once(first).chain(also).collect()
}
