//! Slips in a policy that have the right form: a unit a thousand times too small, a second unit that
//! says something else, a cell that is missing, an example that nobody owns.

use super::limit::{Limit, Of, Test};
use super::schema::{LimitRow, PolicyFile, SurgeryGrade, Tier};
use crate::reference::Analyte;
use crate::reference::lint::Severity;
use crate::reference::lint::rows::RowCheck;
use crate::reference::lint::spans::Step;
use crate::value::to_f64;

/// Two published numbers of one limit differ by rounding only.
const ROUNDING: f64 = 0.1;

/// No result of a laboratory serves a year later.
const LONGEST_WINDOW: u32 = 366;

/// One limit: does its number make sense, and do its units agree?
pub(super) fn limit(
    rows: &mut RowCheck<'_>,
    at: usize,
    row: &LimitRow,
    analyte: &Analyte,
    tests: &[Test],
) {
    let path = |key| [Step::Key("limit"), Step::At(at), Step::Key(key)];
    let (low, high) = analyte.plausible;
    let first = tests.first().copied();
    for (i, test) in tests.iter().enumerate() {
        let key = if i == 0 { "crossed" } else { "also" };
        let Some(number) = canonical(*test) else {
            continue;
        };
        // A rise is a difference, no value.
        if row.rise_within_hours.is_none() && !(low <= number && number <= high) {
            rows.error(
                &path(key),
                format!(
                    "{} {} is not believable for {}: results lie between {low} and {high} {}",
                    number, analyte.unit.code, analyte.id, analyte.unit.code
                ),
                "check number and unit",
            );
        }
        let Some((first, main)) = first.and_then(|first| Some((first, canonical(first)?))) else {
            continue;
        };
        if test.is_above() != first.is_above() {
            let problem = "the second unit looks to the other side".to_string();
            rows.error(&path(key), problem, "both say the same limit");
        } else if ROUNDING * main.abs() < (number - main).abs() {
            let problem = format!(
                "the units disagree: {number} against {main} {}",
                analyte.unit.code
            );
            rows.error(
                &path(key),
                problem,
                "both say the same limit, but for rounding",
            );
        }
    }
}

/// The policy as a whole.
pub(super) fn whole(rows: &mut RowCheck<'_>, file: &PolicyFile, limits: &[Limit]) {
    let head = |key| [Step::Key("policy"), Step::Key(key)];
    if !file.policy.example && file.policy.owner.to_lowercase().starts_with("no one") {
        rows.error(
            &head("owner"),
            "nobody owns this policy".to_string(),
            "name the anaesthetist who answers for its limits, or keep example = true",
        );
    }
    if !limits
        .iter()
        .any(|limit| limit.row.in_force && limit.row.tier == Tier::Stop)
    {
        rows.error(
            &head("id"),
            "there is no limit of the tier stop in force".to_string(),
            "a policy without one would call every patient's results inside its limits",
        );
    }
    for (at, row) in file.window.iter().enumerate() {
        if LONGEST_WINDOW < row.days {
            let path = [Step::Key("window"), Step::At(at), Step::Key("days")];
            rows.error(
                &path,
                format!("a window of {} days", row.days),
                "no result serves that long; correct it",
            );
        }
    }
    twice(rows, file);
    nearer(rows, file, limits);
    cells(rows, file);
}

/// The same limit twice, with another consequence or the same. One that is kept and not followed is no second one.
fn twice(rows: &mut RowCheck<'_>, file: &PolicyFile) {
    for (at, row) in file.limit.iter().enumerate() {
        let same = |other: &LimitRow| {
            (other.in_force && row.in_force)
                && other.analyte == row.analyte
                && other.crossed == row.crossed
                && other.when == row.when
                && other.unless == row.unless
                && other.with == row.with
                && other.rise_within_hours == row.rise_within_hours
        };
        if file.limit[..at].iter().any(same) {
            let path = [Step::Key("limit"), Step::At(at), Step::Key("crossed")];
            rows.add(
                &path,
                Severity::Warning,
                "this limit stands here twice".to_string(),
                "keep one",
            );
        }
    }
}

/// A stop that is crossed before a milder limit of the same side: numbers or operators exchanged?
fn nearer(rows: &mut RowCheck<'_>, file: &PolicyFile, limits: &[Limit]) {
    for (at, row) in file.limit.iter().enumerate() {
        let own =
            |limit: &&Limit| limit.row.analyte == row.analyte && limit.row.crossed == row.crossed;
        let Some(stop) = limits.iter().find(own) else {
            continue;
        };
        let plain = |limit: &Limit| {
            let row = &limit.row;
            row.in_force
                && row.when.is_empty()
                && row.unless.is_empty()
                && row.with.is_empty()
                && row.rise_within_hours.is_none()
        };
        if !plain(stop) || stop.row.tier != Tier::Stop {
            continue;
        }
        let number = |limit: &Limit| limit.tests.first().and_then(|test| canonical(*test));
        let above = |limit: &Limit| limit.tests.first().is_some_and(|test| test.is_above());
        let milder = limits.iter().find(|other| {
            plain(other)
                && other.row.analyte == row.analyte
                && other.row.tier < Tier::Stop
                && above(other) == above(stop)
                && number(other).zip(number(stop)).is_some_and(|(other, own)| {
                    if above(stop) {
                        own < other
                    } else {
                        other < own
                    }
                })
        });
        if let Some(milder) = milder {
            let path = [Step::Key("limit"), Step::At(at), Step::Key("crossed")];
            rows.add(
                &path,
                Severity::Warning,
                format!(
                    "this stop is crossed before the milder limit {}",
                    milder.row.crossed
                ),
                "check number, operator and tier of both",
            );
        }
    }
}

/// Every surgery and ASA grade has one answer for each group that the guideline grades.
fn cells(rows: &mut RowCheck<'_>, file: &PolicyFile) {
    for group in &file.group {
        let own: Vec<_> = file
            .indicated
            .iter()
            .filter(|row| row.group == group.id)
            .collect();
        // A group without graded rows is answered by contexts alone.
        if own
            .iter()
            .all(|row| row.surgery.is_empty() && row.asa.is_empty())
        {
            continue;
        }
        for surgery in [
            SurgeryGrade::Minor,
            SurgeryGrade::Intermediate,
            SurgeryGrade::Major,
        ] {
            for asa in 1..=4 {
                let mut answers = own.iter().filter(|row| {
                    (row.surgery.is_empty() || row.surgery.contains(&surgery))
                        && (row.asa.is_empty() || row.asa.contains(&asa))
                });
                let first = answers.next();
                let differs = first.is_some_and(|first| {
                    answers.any(|other| {
                        other.when == first.when
                            && other.unless == first.unless
                            && other.recommendation != first.recommendation
                    })
                });
                let what = match first {
                    None => "has no row",
                    Some(_) if differs => "has two answers",
                    Some(_) => continue,
                };
                rows.error(
                    &[Step::Key("indicated")],
                    format!(
                        "{}: {} surgery at ASA {asa} {what}",
                        group.id,
                        surgery.as_str()
                    ),
                    "say yes, consider or no for each surgery and ASA grade, once",
                );
            }
        }
    }
}

/// The number of a limit in the canonical unit.
fn canonical(test: Test) -> Option<f64> {
    match test.of {
        Of::Number { value, conversion } => Some(conversion.apply(to_f64(value))),
        Of::Uln(_) | Of::Lln(_) | Of::Interval => None,
    }
}
