//! The laboratory's own critical limits, held against the result that they are printed beside. They add a call and take none
//! back: what the list in use calls stays called.

use super::compare::{self, Scale};
use crate::interpretation::Limit;
use crate::observation::Observation;
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
