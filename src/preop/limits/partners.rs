//! Limits of two analytes: does the other one's current result hold?

use super::may_hold;
use crate::preop::assess::Case;
use crate::preop::crossing;
use crate::preop::entry::Entry;
use crate::preop::policy::{Limit, With};
use crate::preop::times;

/// Do the conditions on other analytes hold? `None` if one of them has no usable result.
pub(super) fn with(case: &Case<'_>, limit: &Limit, entry: &Entry) -> Option<bool> {
    let mut unknown = false;
    for alternatives in &limit.with {
        let answers: Vec<Option<bool>> = alternatives
            .iter()
            .map(|with| holds(case, limit, entry, with))
            .collect();
        if answers.contains(&Some(true)) {
            continue;
        }
        if answers.contains(&None) {
            unknown = true;
        } else {
            return Some(false);
        }
    }
    (!unknown).then_some(true)
}

/// The conditions of which nobody knows whether they hold.
pub(super) fn lacking<'l>(
    case: &Case<'_>,
    limit: &'l Limit,
    entry: &Entry,
) -> impl Iterator<Item = &'l With> {
    let all = limit.with.iter().flatten();
    all.filter(move |with| holds(case, limit, entry, with).is_none())
}

/// Does one condition hold? `None` if its analyte has no usable result that is current.
fn holds(case: &Case<'_>, limit: &Limit, entry: &Entry, with: &With) -> Option<bool> {
    if with.analyte == limit.row.analyte {
        // Both ends of a span, of one result.
        return crossing::holds(&with.test, entry);
    }
    // What the partner's results say is one for all results of the other.
    let key = (
        std::ptr::from_ref(limit),
        std::ptr::from_ref(with),
        entry.moment.is_none(),
    );
    if let Some(known) = case.partners.borrow().get(&key) {
        return *known;
    }
    let answer = partner(case, limit, entry.moment.is_none(), with);
    case.partners.borrow_mut().insert(key, answer);
    answer
}

/// Does it hold by the results of the other analyte?
fn partner(case: &Case<'_>, limit: &Limit, is_undated: bool, with: &With) -> Option<bool> {
    // One that is too old for this surgery, dated ahead, or of an unknown day says nothing of now.
    let is_of_now = |partner: &&Entry| {
        let is_dated = partner.moment.is_some() || is_undated;
        is_dated && !partner.is_ahead && times::past_window(case, partner).is_none()
    };
    let current = case.course(&with.analyte)?.current();
    let mut answers = current
        .iter()
        .copied()
        .filter(|partner| may_hold(partner, limit))
        .filter(is_of_now)
        .map(|partner| crossing::holds(&with.test, partner));
    let first = answers.next()?;
    match first {
        Some(true) => first,
        _ => answers
            .find(|answer| *answer == Some(true))
            .unwrap_or(first),
    }
}
