//! Which criteria a value meets, and which of them cannot be decided.

use std::cmp::Ordering;

use super::graver::graver_unseen;
use super::scheme::{Baseline, Criterion, Of, Scheme, WithoutNumbers};
use super::{NotGraded, Outcome};
use crate::interpret::compare::TOLERANCE;
use crate::interpretation::{Interpretation, Usability};
use crate::reference::Analyte;
use crate::units::Unit;
use crate::value::Comparator;

/// The outcome, and whether a normal baseline was taken for granted.
pub(super) struct Answer<'a> {
    pub(super) outcome: Outcome<'a>,
    pub(super) baseline_assumed: bool,
}

/// Does a value meet a criterion?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meets {
    Yes,
    No,
    /// Not decided, and why.
    Open(Why),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Limit,
    Condition,
    Censored,
}

/// One end of a value in the canonical unit; `side` says on which side of it the value lies.
#[derive(Clone, Copy)]
struct End {
    value: f64,
    side: i8,
}

/// What is known besides the result.
#[derive(Clone, Copy)]
pub(super) struct Known<'k> {
    /// Conditions of the run.
    pub(super) conditions: &'k [String],
    /// She is said to be pregnant.
    pub(super) is_pregnant: bool,
}

pub(super) fn answer<'a>(
    scheme: &'a Scheme,
    analyte: &'a Analyte,
    result: &Interpretation<'a>,
    known: Known<'_>,
) -> Result<Answer<'a>, NotGraded<'a>> {
    let without_numbers = || {
        let rows = scheme.without_numbers.iter();
        rows.filter(|row| row.analyte == analyte.id && row.is_of(result.person, known.is_pregnant))
    };
    if let Some(row) = without_numbers().find(|row| row.direction.is_none()) {
        return Err(NotGraded::WithoutNumbers(&row.why));
    }
    let canonical = result.canonical.as_ref().ok_or(NotGraded::NoNumber)?;
    let (low, high) = ends(canonical.comparator, canonical.value);
    let value = Graded {
        low,
        high,
        analyte,
        result,
        conditions: known.conditions,
    };
    let mut met: Vec<&Criterion> = Vec::new();
    let mut open: Vec<(usize, Why)> = Vec::new();
    let mut any = false;
    // Of a baseline that may be lower than normal, the gravest that was not asked.
    let mut unasked: Option<usize> = None;
    for criterion in scheme
        .criteria
        .iter()
        .filter(|row| row.analyte == analyte.id)
    {
        // No baseline is known here.
        match criterion.baseline {
            None | Some(Baseline::Normal) => {}
            Some(Baseline::Abnormal) => continue,
            Some(Baseline::BelowLln | Baseline::Any) => {
                unasked = unasked.max(Some(scheme.rank(&criterion.grade)));
                continue;
            }
        }
        any = true;
        match value.meets(criterion) {
            Meets::Yes => met.push(criterion),
            Meets::No => {}
            Meets::Open(why) => open.push((scheme.rank(&criterion.grade), why)),
        }
    }
    for row in without_numbers() {
        match value.is_beyond(row) {
            Meets::Yes => return Err(NotGraded::WithoutNumbers(&row.why)),
            Meets::Open(why) if met.is_empty() => open.push((usize::MAX, why)),
            Meets::Open(_) | Meets::No => {}
        }
        if !any {
            return Err(NotGraded::WithoutNumbers(&row.why));
        }
    }
    met.sort_by_key(|criterion| scheme.rank(&criterion.grade));
    let gravest = met.last().map(|criterion| scheme.rank(&criterion.grade));
    // An open criterion that is no graver than one that is met changes nothing.
    let undecided = open
        .iter()
        .find(|(rank, _)| gravest.is_none_or(|known| known < *rank));
    if let Some((_, why)) = undecided {
        return Err(match why {
            Why::Limit => NotGraded::LimitMissing,
            Why::Condition => NotGraded::ConditionNeeded,
            Why::Censored => NotGraded::Censored,
        });
    }
    // "No grade" is a statement too, and a doubtful number does not make it.
    if met.is_empty() && Some(Usability::Indeterminate) <= result.usability {
        return Err(NotGraded::Unreliable);
    }
    // Nor is it one where a multiple of the baseline may apply, which is not known.
    if met.is_empty() && unasked.is_some() {
        return Err(NotGraded::BaselineMissing);
    }
    // Against a low baseline a value may be graver, even one inside the interval.
    let baseline_assumed =
        met.iter().any(|criterion| criterion.baseline.is_some()) || gravest < unasked;
    // Two terms may both apply; the graver one is told.
    if let Some(last) = met.last().copied() {
        met.retain(|criterion| criterion.term == last.term);
        // Milder ones stay possible only where the gravest depends on symptoms.
        if last.symptoms.is_none() {
            met.retain(|criterion| criterion.grade == last.grade);
        }
        met.extend(graver_unseen(scheme, last, result));
    }
    Ok(Answer {
        outcome: if met.is_empty() {
            Outcome::NoneMet
        } else {
            Outcome::Met(met)
        },
        baseline_assumed,
    })
}

fn ends(comparator: Option<Comparator>, value: f64) -> (End, End) {
    let at = |side| End { value, side };
    let side = |comparator: Comparator| i8::from(!comparator.includes());
    match comparator {
        None => (at(0), at(0)),
        // A concentration has no values below zero.
        Some(c) if c.is_below() => {
            let floor = if value < 0.0 { f64::NEG_INFINITY } else { 0.0 };
            (
                End {
                    value: floor,
                    side: 0,
                },
                at(-side(c)),
            )
        }
        Some(c) => (
            at(side(c)),
            End {
                value: f64::INFINITY,
                side: 0,
            },
        ),
    }
}

/// A value with what its criteria may ask for.
struct Graded<'g, 'a> {
    low: End,
    high: End,
    analyte: &'a Analyte,
    result: &'g Interpretation<'a>,
    conditions: &'g [String],
}

impl Graded<'_, '_> {
    fn meets(&self, row: &Criterion) -> Meets {
        // Each end: met by all values, by none, by some; or not known.
        let low = self.end(row, row.low, row.low_of, true);
        let high = self.end(row, row.high, row.high_of, false);
        let (low, high) = match (low, high) {
            // One end that is missed decides, whatever the other is.
            (Meets::No, _) | (_, Meets::No) => return Meets::No,
            ends => ends,
        };
        if let Some(needed) = &row.condition {
            let stated = crate::rules::as_condition(self.result.observation.condition);
            if stated != *needed && !self.conditions.contains(needed) {
                return Meets::Open(Why::Condition);
            }
        }
        match (low, high) {
            (Meets::Yes, Meets::Yes) => Meets::Yes,
            (Meets::Open(why), _) | (_, Meets::Open(why)) => Meets::Open(why),
            _ => Meets::No,
        }
    }

    fn end(&self, row: &Criterion, end: Option<f64>, of: Option<Of>, low: bool) -> Meets {
        let Some(end) = end else {
            return Meets::Yes;
        };
        let Some(limit) = self.threshold(row, end, of, low) else {
            return Meets::Open(Why::Limit);
        };
        let op = if low { &row.low_op } else { &row.high_op };
        let inclusive = op.as_deref().is_some_and(|op| op.ends_with('='));
        let holds = |at: End| match order(at, limit) {
            Ordering::Equal => inclusive,
            Ordering::Greater => low,
            Ordering::Less => !low,
        };
        match (holds(self.low), holds(self.high)) {
            (true, true) => Meets::Yes,
            (false, false) => Meets::No,
            _ => Meets::Open(Why::Censored),
        }
    }

    /// An end of a criterion in the canonical unit.
    fn threshold(&self, row: &Criterion, end: f64, of: Option<Of>, low: bool) -> Option<f64> {
        let convert = |unit: &str, number: f64| {
            let unit = Unit::from_code(unit)?;
            Some(self.analyte.conversion(unit, None)?.apply(number))
        };
        let (lln, uln) = match &self.result.limits {
            Some(limits) => limits.canonical?,
            None => (None, None),
        };
        match of {
            None => {
                // As published in the unit of the result, where it is.
                let also = row
                    .also
                    .as_ref()
                    .filter(|also| also.unit == self.result.unit);
                let other = also.and_then(|also| {
                    let number = if low { also.low } else { also.high }?;
                    convert(&also.unit, number)
                });
                other.or_else(|| convert(&row.unit, end))
            }
            Some(Of::Uln) => Some(end * uln?),
            Some(Of::Lln) => Some(end * lln?),
            Some(Of::AboveUln) => Some(uln? + convert(&row.unit, end)? - convert(&row.unit, 0.0)?),
            Some(Of::Baseline) => None,
        }
    }

    /// Does the value lie outside on the side that the scheme grades without numbers?
    fn is_beyond(&self, row: &WithoutNumbers) -> Meets {
        let (lln, uln) = match &self.result.limits {
            Some(limits) => limits.canonical.unwrap_or((None, None)),
            None => (None, None),
        };
        let high = row.direction.as_deref() == Some("H");
        let Some(limit) = (if high { uln } else { lln }) else {
            return Meets::Open(Why::Limit);
        };
        let wanted = if high {
            Ordering::Greater
        } else {
            Ordering::Less
        };
        match (
            order(self.low, limit) == wanted,
            order(self.high, limit) == wanted,
        ) {
            (true, true) => Meets::Yes,
            (false, false) => Meets::No,
            _ => Meets::Open(Why::Censored),
        }
    }
}

/// Order of an end and a limit; within the tolerance of a conversion they are the same.
fn order(at: End, limit: f64) -> Ordering {
    let same = at.value == limit
        || (at.value - limit).abs() <= TOLERANCE * at.value.abs().max(limit.abs());
    if same && at.value.is_finite() {
        at.side.cmp(&0)
    } else {
        at.value.total_cmp(&limit)
    }
}
