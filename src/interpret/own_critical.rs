//! The laboratory's own critical limits, held against the result that they are printed beside. They add a call and take none
//! back: what the list in use calls stays called.

use super::compare::{self, Scale};
use crate::interpretation::{Interpretation, Limit};
use crate::observation::Observation;
use crate::resolve::Resolution;
use crate::value::Reading;
use crate::value::interval;

/// Where a result stands to them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Own {
    /// No limit is printed, or every value that the result may have is within, or some is.
    Within,
    /// A limit is printed and is not understood.
    Unread,
    /// Every value that the result may have is at or past the limit.
    Past { limit: Limit, high: bool },
}

/// True for a critical limit that lies inside the interval by which the result is judged: it is in another unit, or of
/// something else.
pub(super) fn is_inside(
    limit: Limit,
    high: bool,
    result: &Interpretation<'_>,
    resolution: &Resolution<'_>,
) -> bool {
    let interval = result.limits.as_ref().and_then(|limits| limits.canonical);
    let (Some((least, most)), Some(conversion)) = (interval, resolution.conversion) else {
        return false;
    };
    let limit = conversion.apply(crate::value::to_f64(limit.value));
    match high {
        true => most.is_some_and(|most| limit < most),
        false => least.is_some_and(|least| least < limit),
    }
}

/// Holds the result of a row against the critical limits of the row, which are in its unit.
pub(crate) fn standing(row: &Observation<'_>, reading: &Reading<'_>) -> Own {
    let critical = interval::critical(row);
    let Some(bounds) = reading.value.bounds() else {
        return Own::Within;
    };
    let otherwise = match critical.is_unread {
        true => Own::Unread,
        false => Own::Within,
    };
    let past = |limit: Option<Limit>, high: bool| {
        let limit = limit.filter(|limit| compare::is_beyond(bounds, *limit, high, Scale::SAME))?;
        Some(Own::Past { limit, high })
    };
    let called = past(critical.low, false).or_else(|| past(critical.high, true));
    called.unwrap_or(otherwise)
}
