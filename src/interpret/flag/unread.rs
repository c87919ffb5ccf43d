//! What a printed interval says that is not read as a whole, against a calm flag by other limits.

use rust_decimal::Decimal;

use crate::interpret::compare::{self, Scale};
use crate::interpretation::{Flag, Interpretation, Limit};
use crate::resolve::Resolution;
use crate::value::interval::Ends;
use crate::value::{self, Bounds};

/// True if its numbers speak against a flag that says nothing is amiss.
pub(super) fn speaks_against_calm(
    result: &Interpretation<'_>,
    resolution: &Resolution<'_>,
    bounds: Bounds,
) -> bool {
    is_outside_all(result, bounds) || is_spoken_against(result, resolution, bounds)
}

/// True if cells that may be limits hold something, and do not flag the value as the limits in use do.
pub(super) fn says_another_thing(result: &Interpretation<'_>, bounds: Bounds) -> bool {
    let row = &result.observation;
    let is_filler =
        |cell: &str| !cell.contains(|c: char| !matches!(c, '0' | '.' | ',' | '-' | ' '));
    if [row.low, row.high, row.range].into_iter().all(is_filler) {
        return false;
    }
    let found = value::interval::candidates(row);
    let is_same = |ends: &Ends| {
        result.flag.is_some() && compare::flag(bounds, ends.0, ends.1, Scale::SAME) == result.flag
    };
    found.is_empty() || !found.iter().all(is_same)
}

/// True for a value beyond every number of a printed interval that is not read, and of which it has two at least: whatever
/// the limits are, the value lies outside.
fn is_outside_all(result: &Interpretation<'_>, bounds: Bounds) -> bool {
    let numbers = value::interval::numbers_in(&result.observation);
    let side = |number: Decimal| {
        let limit = Some(Limit {
            value: number,
            inclusive: true,
        });
        let above = compare::flag(bounds, None, limit, Scale::SAME) == Some(Flag::High);
        let below = compare::flag(bounds, limit, None, Scale::SAME) == Some(Flag::Low);
        (above, below)
    };
    1 < numbers.len()
        && !value::interval::is_filler(&result.observation)
        && (numbers.iter().all(|number| side(*number).0)
            || numbers.iter().all(|number| side(*number).1))
}

/// True if what a printed text may hold that is not read speaks against a calm flag: none of its intervals contains the value,
/// or one does and another one for nearly the same does not. Those apart from it may be of anything: the next step of a scale,
/// and those apart from the limits in use as well: "Diabetes: >= 126", ages.
fn is_spoken_against(
    result: &Interpretation<'_>,
    resolution: &Resolution<'_>,
    bounds: Bounds,
) -> bool {
    let in_use = result.limits.as_ref().and_then(|limits| limits.canonical);
    let is_apart = |ends: &Ends| {
        let known = in_use.zip(resolution.conversion);
        known.is_some_and(|((low, high), by)| {
            let end =
                |limit: Option<Limit>| limit.map(|limit| by.apply(value::to_f64(limit.value)));
            let is_below = |high: Option<f64>, low: Option<f64>| {
                high.zip(low).is_some_and(|(high, low)| high <= low)
            };
            is_below(end(ends.1), low) || is_below(high, end(ends.0))
        })
    };
    let found = value::interval::candidates(&result.observation).into_iter();
    let found = found.filter(|ends| !is_apart(ends));
    let is_inside =
        |ends: &Ends| compare::flag(bounds, ends.0, ends.1, Scale::SAME) == Some(Flag::Normal);
    let (inside, outside): (Vec<Ends>, Vec<Ends>) = found.partition(is_inside);
    let is_near = |own: &Ends| {
        let mut around = inside.iter();
        around.any(|other| value::interval::overlap(*own, *other))
    };
    (inside.is_empty() || outside.iter().any(is_near)) && !outside.is_empty()
}
