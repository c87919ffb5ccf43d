//! Critical limits: outside the intervals, in order, and one list once per age, without a hole between ages.

use super::file::Report;
use super::interval::Placed;
use super::spans::Step;
use crate::age::AgePoint;
use crate::person::Sex;
use crate::reference::schema::AnalyteFile;
use crate::reference::{Analyte, CriticalLimit, Interval, IntervalKind, build};
use crate::units::Unit;
use crate::value::to_f64;

pub(super) fn check(
    file: &AnalyteFile,
    analyte: &Analyte,
    rows: &[Placed],
    report: &mut Report<'_>,
) {
    let mut built: Vec<CriticalLimit> = Vec::new();
    for (i, row) in file.critical.iter().enumerate() {
        let path: [Step<'_>; 2] = ["critical".into(), i.into()];
        match Unit::from_code(&row.unit) {
            // Said where all units are looked up.
            None => continue,
            Some(unit) if analyte.conversion(unit, None).is_none() => {
                report.error(
                    &path,
                    format!("wrong kind of unit: {}", analyte.why_not(unit, None)),
                    "write the unit in which the list states the limit",
                );
                continue;
            }
            Some(_) => {}
        }
        let limit = match build::critical(row.clone(), analyte) {
            Ok(limit) => limit,
            Err(problem) => {
                report.error(&path, problem, "correct the line");
                continue;
            }
        };
        if row.low.is_none() && row.high.is_none() && row.high_uln.is_none() {
            report.error(
                &path,
                "the row has no limit".to_string(),
                "write low, high or both",
            );
        }
        if let (Some(low), Some(high)) = (row.low, row.high)
            && high <= low
        {
            report.error(
                &path,
                format!("the low limit {low} is not below the high limit {high}"),
                "exchange them, or correct the slip",
            );
        }
        // What holds in a condition alone (before surgery, in pregnancy) may lie inside.
        if limit.condition.is_none() {
            for placed in rows {
                inside(&limit, placed, &path, report);
            }
        }
        if built
            .iter()
            .any(|other| other.list == limit.list && meet(other, &limit))
        {
            report.error(
                &path,
                format!("the list `{}` has two rows for one age", limit.list),
                "let ages meet: `below` of one row is `from` of the next",
            );
        }
        built.push(limit);
    }
    for (i, row) in built.iter().enumerate() {
        if let Some((end, begins)) = hole(row, &built) {
            report.error(
                &["critical".into(), i.into()],
                format!("the list `{}` calls nobody from {end} to {begins}", row.list),
                "let ages meet; where the list prints nothing between, say in the note which row is stretched",
            );
        }
    }
}

/// The ages just before a row, if earlier rows of its list end before it begins: a person of these ages would never be
/// called, with limits on both sides of him.
fn hole(row: &CriticalLimit, rows: &[CriticalLimit]) -> Option<(AgePoint, AgePoint)> {
    let begins = row.from?;
    [true, false].into_iter().find_map(|high| {
        let states = |row: &CriticalLimit| {
            if high {
                row.stated.high.is_some() || row.high_uln.is_some()
            } else {
                row.stated.low.is_some()
            }
        };
        [Sex::Female, Sex::Male].into_iter().find_map(|sex| {
            let is_of = |row: &CriticalLimit| row.sex.is_none_or(|own| own == sex);
            let earlier = rows.iter().filter(|other| {
                other.list == row.list
                    && other.condition == row.condition
                    && states(other)
                    && is_of(other)
                    && share_a_specimen(other, row)
                    && other.from.is_none_or(|from| from.days() < begins.days())
            });
            // A row without an end leaves no hole.
            let ends: Option<Vec<AgePoint>> = earlier.map(|other| other.below).collect();
            let last = ends?
                .into_iter()
                .max_by(|a, b| a.days().total_cmp(&b.days()))?;
            (states(row) && is_of(row) && last.days() < begins.days()).then_some((last, begins))
        })
    })
}

/// Is the critical limit inside an interval? Only the side that both state is compared.
fn inside(limit: &CriticalLimit, placed: &Placed, path: &[Step<'_>], report: &mut Report<'_>) {
    let row = &placed.interval;
    if row.kind != IntervalKind::ReferenceInterval || !row.is_sourced() || !same_age(limit, row) {
        return;
    }
    let canonical = |stated: &crate::reference::StatedLimits, low: bool| {
        let limit = if low { stated.low } else { stated.high }?;
        Some(stated.conversion.apply(to_f64(limit.value)))
    };
    for low in [true, false] {
        let (Some(critical), Some(normal)) =
            (canonical(&limit.stated, low), canonical(&row.stated, low))
        else {
            continue;
        };
        let stated = if low {
            limit.stated.low
        } else {
            limit.stated.high
        };
        let inclusive = stated.is_some_and(|limit| limit.inclusive);
        let meets = inclusive && normal == critical;
        // Owners may disagree with the source of an interval, and both are kept: then the note says so.
        let known = limit
            .note
            .as_ref()
            .is_some_and(|note| note.contains("inside an interval"));
        if known {
            continue;
        }
        if meets || (low && normal < critical) || (!low && critical < normal) {
            let side = if low { "low" } else { "high" };
            report.error(
                path,
                format!(
                    "the critical {side} limit lies inside the interval of line {} ({})",
                    placed.place.0, row.profile
                ),
                "check unit and decimal point: a normal result must not be critical",
            );
        }
    }
}

fn same_age(limit: &CriticalLimit, row: &Interval) -> bool {
    let before = |a: AgePoint, end: Option<AgePoint>| end.is_none_or(|end| a.days() < end.days());
    before(row.from, limit.below) && limit.from.is_none_or(|from| before(from, row.below))
}

/// Could both rows judge the same result on the same side?
fn meet(a: &CriticalLimit, b: &CriticalLimit) -> bool {
    let low = a.stated.low.is_some() && b.stated.low.is_some();
    let is_high = |row: &CriticalLimit| row.stated.high.is_some() || row.high_uln.is_some();
    let sexes = a.sex.is_none() || b.sex.is_none() || a.sex == b.sex;
    (low || (is_high(a) && is_high(b)))
        && sexes
        && share_a_specimen(a, b)
        && a.condition == b.condition
        && ages_meet(a, b)
}

fn share_a_specimen(a: &CriticalLimit, b: &CriticalLimit) -> bool {
    a.specimens.is_empty()
        || b.specimens.is_empty()
        || a.specimens
            .iter()
            .any(|specimen| b.specimens.contains(specimen))
}

fn ages_meet(a: &CriticalLimit, b: &CriticalLimit) -> bool {
    let start = |limit: &CriticalLimit| limit.from.map_or(0.0, AgePoint::days);
    let end = |limit: &CriticalLimit| limit.below.map_or(f64::INFINITY, AgePoint::days);
    start(a) < end(b) && start(b) < end(a)
}
