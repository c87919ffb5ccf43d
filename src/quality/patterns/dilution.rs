//! Blood drawn above a running infusion.
//!
//! Two questions: is there a fluid and a fraction of it behind which the patient would look ordinary
//! (or like the previous sample)? And did most stable analytes fall together since then?

use std::sync::Arc;

use super::rows::{Fluid, Mixing};
use super::{Around, Finding, Mark, Marks, Patterns};
use crate::notice::Code;
use crate::quality::panel::Panel;

/// One analyte of the fit.
struct Point {
    measured: f64,
    usual: f64,
    spread: f64,
    id: usize,
}

/// How well a fluid explains a panel.
struct Fit {
    fraction: f64,
    misfit: f64,
    gain: f64,
}

impl Patterns {
    /// The fluid that explains the panel, or a general dilution against the previous sample.
    pub(super) fn dilution(&self, panel: &Panel, around: &Around<'_>) -> Option<Finding> {
        let mixed = self.mixed(panel, around);
        let (code, fluid) = match mixed {
            Some(fluid) => (code(fluid), Some(fluid)),
            None if self.fell_together(panel, around) => (Code::IvFluidPossible, None),
            None => return None,
        };
        let holds: Vec<String> =
            fluid.map_or_else(Vec::new, |fluid| fluid.holds.keys().cloned().collect());
        Some(Finding {
            code,
            marks: Arc::new(self.diluted(&holds)),
            of_a_day: false,
        })
    }

    /// Every result is diluted; what the fluid holds is worse.
    pub(super) fn diluted(&self, holds: &[String]) -> Marks {
        let mark = |analytes, usability| Mark {
            analytes,
            usability,
            bias: None,
        };
        Marks(vec![
            mark(holds.to_vec(), self.mixing.marks.in_fluid),
            mark(vec!["*".to_string()], self.mixing.marks.diluted),
        ])
    }

    fn mixed(&self, panel: &Panel, around: &Around<'_>) -> Option<&Fluid> {
        let rule = &self.mixing;
        let previous = around.previous_with_marker(rule.previous_within_hours);
        // A child is compared with itself only.
        if previous.is_none() && panel.is_child() {
            return None;
        }
        let points = points(rule, panel, previous);
        if points.len() < rule.at_least {
            return None;
        }
        // No fluid can explain more oddity than there is.
        if oddity(rule, &points, std::iter::repeat(&0.0), 0.0) < rule.gain_from {
            return None;
        }
        let allowed = |fluid: &&Fluid| {
            let glucose = fluid.holds.contains_key("glucose");
            !glucose
                || (panel.is_above("glucose", rule.dextrose.glucose_from)
                    && (panel.get("bicarbonate").is_none()
                        || panel.is_above("bicarbonate", rule.dextrose.bicarbonate_above)))
        };
        rule.fluid
            .iter()
            .filter(allowed)
            .filter_map(|fluid| Some((fluid, best(rule, fluid, &points)?)))
            .filter(|(fluid, fit)| {
                rule.fraction_from <= fit.fraction
                    && rule.gain_from <= fit.gain
                    && fit.misfit <= rule.misfit_to
                    && shows_in_markers(rule, fluid, &points, fit.fraction)
            })
            .max_by(|(_, a), (_, b)| a.gain.total_cmp(&b.gain))
            .map(|(fluid, _)| fluid)
    }

    fn fell_together(&self, panel: &Panel, around: &Around<'_>) -> bool {
        let rule = &self.dilution;
        let shared = |previous: &Panel| -> Vec<(&String, f64)> {
            rule.analytes
                .iter()
                .filter_map(|id| Some((id, panel.number(id)? / previous.number(id)?)))
                .filter(|(_, ratio)| ratio.is_finite())
                .collect()
        };
        let Some(previous) = around.previous_sharing(rule.within_hours, |previous| {
            rule.at_least <= shared(previous).len()
        }) else {
            return false;
        };
        let shared = shared(previous);
        let fallen: Vec<&String> = shared
            .iter()
            .filter(|(_, ratio)| rule.fall_from <= 1.0 - ratio + 1e-9)
            .map(|(id, _)| *id)
            .collect();
        let marker = fallen.iter().any(|id| rule.markers.contains(id));
        marker && rule.share_from * shared.len() as f64 <= fallen.len() as f64 + 1e-9
    }
}

fn code(fluid: &Fluid) -> Code {
    match fluid.holds.contains_key("glucose") {
        true => Code::IvDextrosePossible,
        false if fluid.holds.contains_key("potassium") => Code::IvHartmannPossible,
        false => Code::IvSalinePossible,
    }
}

fn points(rule: &Mixing, panel: &Panel, previous: Option<&Panel>) -> Vec<Point> {
    rule.analytes
        .iter()
        .enumerate()
        .filter_map(|(id, usual)| {
            let measured = panel.number(&usual.id)?;
            let before = previous.and_then(|previous| previous.number(&usual.id));
            Some(Point {
                measured,
                usual: before.unwrap_or(usual.usual),
                spread: match before {
                    Some(_) => usual.spread / rule.previous_sharper,
                    None => usual.spread,
                },
                id,
            })
        })
        .collect()
}

/// Are the proteins, and calcium where the fluid holds none, diluted themselves?
fn shows_in_markers(rule: &Mixing, fluid: &Fluid, points: &[Point], fraction: f64) -> bool {
    let mut markers = points
        .iter()
        .filter(|point| {
            rule.analytes.get(point.id).is_some_and(|usual| {
                rule.markers.contains(&usual.id) && !fluid.holds.contains_key(&usual.id)
            })
        })
        .peekable();
    markers.peek().is_some()
        && markers.all(|point| point.measured <= point.usual * (1.0 - fraction / 2.0))
}

/// How far from ordinary the patient behind so much of a fluid would be.
fn oddity<'h>(
    rule: &Mixing,
    points: &[Point],
    holds: impl IntoIterator<Item = &'h f64>,
    fraction: f64,
) -> f64 {
    oddity_to(rule, points, holds, fraction, f64::INFINITY).unwrap_or(f64::INFINITY)
}

/// The same, as soon as it is clear that it is not more than `most`; every point adds to it.
fn oddity_to<'h>(
    rule: &Mixing,
    points: &[Point],
    holds: impl IntoIterator<Item = &'h f64>,
    fraction: f64,
    most: f64,
) -> Option<f64> {
    points
        .iter()
        .zip(holds)
        .try_fold(0.0, |sum, (point, held)| {
            let behind = (point.measured - fraction * held) / (1.0 - fraction);
            let spreads = (behind - point.usual) / point.spread;
            let sum = sum + (spreads * spreads).min(rule.cap);
            (sum <= most).then_some(sum)
        })
}

/// The fraction of the fluid at which the patient behind it looks most ordinary; none if there is none at
/// which that explains enough.
fn best(rule: &Mixing, fluid: &Fluid, points: &[Point]) -> Option<Fit> {
    let held = |point: &Point| fluid.held.get(point.id).copied().unwrap_or(0.0);
    let holds: Vec<f64> = points.iter().map(held).collect();
    let without = oddity(rule, points, &holds, 0.0);
    let count = points.len().max(1) as f64;
    // What a fit may leave at most, a little more so that the rule itself decides.
    let mut most = (without - rule.gain_from).min(rule.misfit_to * count) * (1.0 + 1e-9) + 1e-9;
    let mut found = None;
    // Steps of one percent; of two fits that are as good the first.
    for percent in 1..100 {
        let fraction = f64::from(percent) / 100.0;
        if rule.fraction_to < fraction {
            break;
        }
        if let Some(with) = oddity_to(rule, points, &holds, fraction, most)
            && found.is_none_or(|(_, best)| with < best)
        {
            found = Some((fraction, with));
            most = with;
        }
    }
    found.map(|(fraction, with)| Fit {
        fraction,
        misfit: with / count,
        gain: without - with,
    })
}
