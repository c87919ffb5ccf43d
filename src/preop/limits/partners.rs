//! Limits of two analytes: does the other one's current result hold?

use crate::preop::assess::Case;
use crate::preop::crossing;
use crate::preop::entry::Entry;
use crate::preop::policy::{Limit, With};

/// Do the conditions on other analytes hold? `None` if one of them has no usable result.
pub(super) fn with(case: &Case<'_>, limit: &Limit, entry: &Entry) -> Option<bool> {
    let one = |with: &With| {
        if with.analyte == limit.row.analyte {
            // Both ends of a span, of one result.
            return crossing::holds(&with.test, entry);
        }
        let course = case.course(&with.analyte)?;
        let usable: Vec<&Entry> = course
            .held()
            .into_iter()
            .filter(|entry| entry.is_usable())
            .collect();
        let mut answers = usable
            .iter()
            .map(|entry| crossing::holds(&with.test, entry));
        answers.find(|answer| *answer == Some(true)).or_else(|| {
            usable
                .iter()
                .map(|entry| crossing::holds(&with.test, entry))
                .next()
        })?
    };
    let mut unknown = false;
    for alternatives in &limit.with {
        let answers: Vec<Option<bool>> = alternatives.iter().map(one).collect();
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
