//! A laboratory's CSV table.

use std::collections::{BTreeMap, HashMap};

use super::ages::{self, TroubleKind};
use super::interval::disagreement;
use super::spans::Place;
use super::{Finding, Severity};
use crate::error::Error;
use crate::reference::laboratory::{Whom, states_unit, table};
use crate::reference::{Analyte, Catalog, CriticalLimit, Interval};
use crate::resolve::specimen::SpecimenWords;
use crate::value::to_f64;

pub(super) fn check(
    label: &str,
    text: &str,
    catalog: &Catalog,
    specimens: &SpecimenWords,
) -> Result<Vec<Finding>, Error> {
    let parsed = table::parse(label, text, catalog, specimens)?;
    let wrong = parsed.wrong.iter().chain(&parsed.wrong_apart);
    let mut findings: Vec<Finding> = wrong.map(Finding::of).collect();
    let column = |name: &str| parsed.columns.get(name).map_or(1, |at| at + 1);
    let mut say = |place: Place, severity, problem: String, advice: &str| {
        findings.push(at(label, place, severity, problem, advice));
    };
    for notice in &parsed.unknown {
        say(
            (notice.line.unwrap_or(1), column("analyte")),
            Severity::Error,
            notice.message.clone(),
            "write our id (serumcheck ranges list), a name it knows, or a LOINC code",
        );
    }
    for (header, at) in &parsed.ignored {
        say(
            (1, at + 1),
            Severity::Warning,
            format!("the column {header:?} is not used"),
            "a slip? Used are analyte, sex, age_from, age_below, condition, specimen, low, high, low_op, high_op, unit, kind, profile, source",
        );
    }
    findings.extend(of_rows(label, &parsed));
    Ok(findings)
}

/// What is found at a place of the table.
fn at(label: &str, place: Place, severity: Severity, problem: String, advice: &str) -> Finding {
    Finding {
        file: label.to_string(),
        place: Some(place),
        severity,
        problem,
        advice: advice.to_string(),
    }
}

/// What the rows say that could be read, of analytes that are known.
pub(in crate::reference) fn of_rows(label: &str, parsed: &table::Parsed<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let column = |name: &str| parsed.columns.get(name).map_or(1, |at| at + 1);
    let mut say = |place: Place, severity, problem: String, advice: &str| {
        findings.push(at(label, place, severity, problem, advice));
    };
    // The first row for a person, of each analyte.
    let mut first: HashMap<(&str, Whom), usize> = HashMap::new();
    let mut by_analyte: BTreeMap<&str, Vec<(&table::Row<'_>, Interval)>> = BTreeMap::new();
    for row in &parsed.rows {
        specimens(row, column("specimen"), &mut say);
        // What is believable is so in blood; two rows of urine may be of a day and of a night.
        if !row.interval.specimens.iter().any(|own| own.is_blood()) {
            continue;
        }
        plausible(row, column("low"), column("high"), &mut say);
        conditions(row, column("condition"), &mut say);
        let rows = by_analyte.entry(&row.analyte.id).or_default();
        let id = row.analyte.id.as_str();
        let at = *first
            .entry((id, Whom::of(&row.interval)))
            .or_insert(rows.len());
        match rows.get_mut(at) {
            // The same limits in a second unit.
            Some((_, known)) if !states_unit(known, &row.interval) => {
                if let Some((problem, grave)) = disagreement(&known.stated, &row.interval.stated) {
                    let severity = if grave {
                        Severity::Error
                    } else {
                        Severity::Warning
                    };
                    say(
                        (row.line, column("low")),
                        severity,
                        problem,
                        "check both rows",
                    );
                }
                known.also.push(row.interval.stated.clone());
            }
            _ => rows.push((row, row.interval.clone())),
        }
    }
    for rows in by_analyte.values() {
        let placed: Vec<(&Interval, Place)> = rows
            .iter()
            .map(|(row, interval)| (interval, (row.line, column("analyte"))))
            .collect();
        for trouble in ages::find(&placed) {
            let (row, _) = rows[trouble.row];
            let name = &row.analyte.name;
            match trouble.kind {
                TroubleKind::Overlap => say(
                    (row.line, column("analyte")),
                    Severity::Error,
                    format!(
                        "this row of {name} and that of line {} hold for the same person",
                        trouble.other
                    ),
                    "let ages meet: age_below of one row is age_from of the next",
                ),
                TroubleKind::Gap(from, below) => say(
                    (row.line, column("age_from")),
                    Severity::Warning,
                    format!(
                        "{name} has no row from {from} to {below}: nobody of that age is judged"
                    ),
                    "let ages meet, unless it is meant so",
                ),
            }
        }
    }
    findings
}

/// Limits inside what is believable, and critical limits outside the interval.
fn plausible(
    row: &table::Row<'_>,
    low_column: usize,
    high_column: usize,
    say: &mut impl FnMut(Place, Severity, String, &str),
) {
    let Analyte {
        plausible,
        critical,
        ..
    } = row.analyte;
    let stated = &row.interval.stated;
    let (low, high) = stated.ends();
    let sides = [(low, low_column, true), (high, high_column, false)];
    for (value, column, low) in sides {
        let Some(value) = value else {
            continue;
        };
        let place = (row.line, column);
        // "0-200" of a cholesterol has no low limit; where low values are called, a zero is a slip.
        let is_open = low && value == 0.0 && !row.analyte.calls_low();
        let is_believable = plausible.0 <= value && value <= plausible.1;
        if !is_open && !is_believable {
            say(
                place,
                Severity::Error,
                format!(
                    "a limit of {} lies outside what is plausible ({} to {} {})",
                    row.analyte.name, plausible.0, plausible.1, row.analyte.unit.code
                ),
                "check unit and decimal point",
            );
        }
        // Of the list in use by default: other owners draw their limits elsewhere.
        let list = &crate::rules::Options::default().critical_list;
        let own = |limit: &&CriticalLimit| limit.list == *list && limit.condition.is_none();
        for limit in critical.iter().filter(own) {
            let end = if low {
                limit.stated.low
            } else {
                limit.stated.high
            };
            let Some(end) = end.map(|end| limit.stated.conversion.apply(to_f64(end.value))) else {
                continue;
            };
            let adult = limit.below.is_none();
            if adult && ((low && value <= end) || (!low && end <= value)) {
                say(
                    place,
                    Severity::Warning,
                    format!(
                        "a critical limit of {} ({}) lies inside this interval",
                        row.analyte.name, limit.list
                    ),
                    "check unit and decimal point: a normal result would be critical",
                );
            }
        }
    }
}

/// A condition that no bundled row knows can only be met by `--condition`.
fn conditions(
    row: &table::Row<'_>,
    column: usize,
    say: &mut impl FnMut(Place, Severity, String, &str),
) {
    let Some(condition) = &row.interval.condition else {
        return;
    };
    let known = row
        .analyte
        .intervals
        .iter()
        .any(|other| other.condition.as_ref() == Some(condition));
    if !known {
        say(
            (row.line, column),
            Severity::Warning,
            format!(
                "condition `{condition}` is known for no interval of {}",
                row.analyte.name
            ),
            "a slip? The row is used only where a column of the export or --condition states it",
        );
    }
}

/// Results of what is not blood are left alone, whatever a table says of them.
fn specimens(
    row: &table::Row<'_>,
    column: usize,
    say: &mut impl FnMut(Place, Severity, String, &str),
) {
    if row.interval.specimens.iter().any(|own| !own.is_blood()) {
        say(
            (row.line, column),
            Severity::Warning,
            format!(
                "an interval of {} for a specimen that is not blood",
                row.analyte.name
            ),
            "such results are left alone: the row is not used for them",
        );
    }
}
