//! One interval after the other: ages, limits, operators, units, and both units of a pair.

use rust_decimal::Decimal;

use super::file::Report;
use super::spans::{Place, Step};
use crate::age::AgePoint;
use crate::reference::schema::{AnalyteFile, IntervalRow};
use crate::reference::{Analyte, Interval, StatedLimits, build};
use crate::units::Unit;
use crate::value::to_f64;

/// A row that could be built, with where it stands.
pub(super) struct Placed {
    pub(super) interval: Interval,
    pub(super) place: Place,
    /// Index in the file.
    pub(super) index: usize,
}

/// Rounding explains no greater part than this.
const ROUNDING: f64 = 0.03;
/// Pairs of limits in two units may differ by this part before it is an error.
const PAIR_ERROR: f64 = 0.1;

pub(super) fn check(file: &AnalyteFile, analyte: &Analyte, report: &mut Report<'_>) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (index, row) in file.intervals.iter().enumerate() {
        let at = |key: &'static str| -> [Step<'static>; 3] {
            ["intervals".into(), index.into(), key.into()]
        };
        let before = report.findings.len();
        form(row, &at, report);
        unit(row, analyte, &at, report);
        if before < report.findings.len() {
            continue;
        }
        match build::interval(row.clone(), analyte) {
            Ok(interval) => {
                plausible(&interval, file, &at("unit")[..2], report);
                pairs(&interval, &at("also"), report);
                placed.push(Placed {
                    place: report.spans.place(&at("unit")[..2]),
                    interval,
                    index,
                });
            }
            Err(problem) => report.error(&at("unit")[..2], problem, "correct the line"),
        }
    }
    placed
}

/// Ages, limits and operators.
fn form(
    row: &IntervalRow,
    at: &dyn Fn(&'static str) -> [Step<'static>; 3],
    report: &mut Report<'_>,
) {
    let mut age = |key: &'static str, text: &str| {
        let read = AgePoint::read(text);
        if read.is_none() {
            report.error(
                &at(key),
                format!("{text:?} is no age"),
                "write it like \"18 y\", \"6 mo\", \"2 wk\" or \"0 d\"",
            );
        }
        read
    };
    let from = age("from", &row.from);
    let below = row.below.as_deref().and_then(|text| age("below", text));
    if let (Some(from), Some(below)) = (from, below)
        && below.days() <= from.days()
    {
        report.error(
            &at("below"),
            format!("the row ends at {below}, before it begins at {from}"),
            "exchange the ages, or correct the slip",
        );
    }
    if row.profile.is_empty() {
        report.error(
            &at("profile"),
            "the profile is empty".to_string(),
            "name the profile",
        );
    }
    if row.low.is_none() && row.high.is_none() {
        report.error(
            &at("unit")[..2],
            "the row has no limit".to_string(),
            "write low, high or both",
        );
    }
    if let (Some(low), Some(high)) = (row.low, row.high)
        && high <= low
    {
        report.error(
            &at("low"),
            format!("the low limit {low} is not below the high limit {high}"),
            "exchange them, or correct the slip",
        );
    }
    let ops = [
        ("low_op", &row.low_op, [">=", ">"], row.low),
        ("high_op", &row.high_op, ["<=", "<"], row.high),
    ];
    for (key, op, known, limit) in ops {
        let Some(op) = op else {
            continue;
        };
        if !known.contains(&op.as_str()) {
            report.error(
                &at(key),
                format!("{op:?} is not {} or {}", known[0], known[1]),
                "leave it away where the limit itself is inside",
            );
        } else if limit.is_none() {
            report.error(
                &at(key),
                "an operator without its limit".to_string(),
                "write the limit",
            );
        }
    }
    for (i, pair) in row.also.iter().enumerate() {
        let sides = (pair.low.is_some(), pair.high.is_some());
        if sides != (row.low.is_some(), row.high.is_some()) {
            report.error(
                &at("also")[..]
                    .iter()
                    .copied()
                    .chain([i.into()])
                    .collect::<Vec<_>>(),
                "the pair does not state the same sides".to_string(),
                "state low and high as the row does",
            );
        }
    }
    if row.specimen.iter().any(|specimen| !specimen.is_blood()) {
        report.error(
            &at("specimen"),
            "an interval for a specimen that is not blood".to_string(),
            "such results are left alone; take it away",
        );
    }
}

/// Is the unit one of the analyte?
fn unit(
    row: &IntervalRow,
    analyte: &Analyte,
    at: &dyn Fn(&'static str) -> [Step<'static>; 3],
    report: &mut Report<'_>,
) {
    let variant = row.variant.as_ref().map(|id| {
        analyte
            .variants
            .iter()
            .find(|variant| variant.id == *id)
            .ok_or(id)
    });
    let variant = match variant.transpose() {
        Ok(variant) => variant,
        Err(id) => {
            report.error(
                &at("variant"),
                format!("variant `{id}` is not defined"),
                "define it under [[variants]]",
            );
            return;
        }
    };
    for code in std::iter::once(&row.unit).chain(row.also.iter().map(|pair| &pair.unit)) {
        match Unit::from_code(code) {
            Some(unit) if analyte.conversion(unit, variant).is_none() => report.error(
                &at("unit"),
                format!("wrong kind of unit: {}", analyte.why_not(unit, variant)),
                "write the unit in which the source states the limits",
            ),
            Some(_) => {}
            // Said once, where all units are looked up.
            None if *code == row.unit => report.findings.extend(None),
            None => {
                report.unit(&at("also"), code);
            }
        }
    }
}

/// Both limits inside the plausible ones.
fn plausible(interval: &Interval, file: &AnalyteFile, path: &[Step<'_>], report: &mut Report<'_>) {
    let stated = &interval.stated;
    for limit in [stated.low, stated.high].into_iter().flatten() {
        let value = stated.conversion.apply(to_f64(limit.value));
        if !(file.plausible.low <= value && value <= file.plausible.high) {
            report.error(
                path,
                format!(
                    "the limit {} {} lies outside the plausible limits {} to {} {}",
                    limit.value,
                    stated.unit.code,
                    file.plausible.low,
                    file.plausible.high,
                    file.unit
                ),
                "check unit and decimal point; if both are right, widen the plausible limits",
            );
        }
    }
}

/// The same limits in a second unit say the same, but for rounding.
pub(super) fn pairs(interval: &Interval, path: &[Step<'_>], report: &mut Report<'_>) {
    for also in &interval.also {
        if let Some((problem, grave)) = disagreement(&interval.stated, also) {
            let advice =
                "check both; a pair that a guideline rounds by convention may differ a little";
            if grave {
                report.error(path, problem, advice);
            } else {
                report.warning(path, problem, advice);
            }
        }
    }
}

/// How two statements of one interval disagree, and whether by more than a convention would.
pub(super) fn disagreement(a: &StatedLimits, b: &StatedLimits) -> Option<(String, bool)> {
    for (one, other) in [(a.low, b.low), (a.high, b.high)] {
        let (Some(one), Some(other)) = (one, other) else {
            continue;
        };
        let convert = |stated: &StatedLimits, value: f64| stated.conversion.apply(value);
        let (x, y) = (
            convert(a, to_f64(one.value)),
            convert(b, to_f64(other.value)),
        );
        let rounding = half_digit(one.value) * a.conversion.factor.abs()
            + half_digit(other.value) * b.conversion.factor.abs();
        let apart = (x - y).abs();
        // "5" may stand for anything from 4.5 to 5.5, but hardly ever does.
        let rounding = rounding.min(ROUNDING * x.abs());
        if rounding * (1.0 + f64::EPSILON.sqrt()) < apart {
            let problem = format!(
                "{} {} and {} {} are not the same limit: they differ by {:.1} %",
                one.value,
                a.unit.code,
                other.value,
                b.unit.code,
                100.0 * apart / x.abs()
            );
            return Some((problem, PAIR_ERROR * x.abs() < apart));
        }
    }
    None
}

/// Half of the last digit that is written.
fn half_digit(value: Decimal) -> f64 {
    let scale = i32::try_from(value.scale()).unwrap_or(0);
    10f64.powi(-scale) / 2.0
}
