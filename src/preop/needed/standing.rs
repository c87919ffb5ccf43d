//! How far a test that is asked for is there.

use crate::preop::apart;
use crate::preop::assess::Case;
use crate::preop::entry::Entry;
use crate::preop::policy::alternatives;
use crate::preop::window;

/// How far an analyte that is asked for is there.
pub(crate) enum Standing<'e> {
    Satisfied(&'e Entry),
    Missing,
    Absent(&'e Entry),
    NotInterpreted(&'e Entry),
    /// Its sample is faulty: section C has it.
    Unusable,
    Undated(&'e Entry),
    Expired(&'e Entry),
}

pub(super) fn standing<'e>(case: &Case<'e>, test: &str) -> Standing<'e> {
    let courses: Vec<_> = alternatives(test)
        .filter_map(|id| case.course(id))
        .collect();
    let in_time = |entry: &'e Entry| {
        let id = entry.analyte.map_or("", |analyte| analyte.id.as_str());
        in_time(case, entry, id)
    };
    let current: Vec<&Entry> = courses
        .iter()
        .flat_map(|course| course.current().iter().copied())
        .collect();
    // A stop is none the less for its age.
    if let Some(entry) = current.iter().find(|entry| apart::is_yes(case, entry)) {
        return Standing::Satisfied(entry);
    }
    let satisfies = |entry: &&&Entry| entry.satisfies() || apart::is_settled_no(case, entry);
    if let Some(entry) = current.iter().find(satisfies) {
        return in_time(entry);
    }
    if let Some(entry) = current.iter().find(|entry| entry.is_usable()) {
        return Standing::NotInterpreted(entry);
    }
    if current.iter().any(|entry| entry.needs_new_sample()) {
        return Standing::Unusable;
    }
    let unread = |entry: &&&Entry| !entry.absent && !entry.can_be_held();
    if let Some(entry) = current.iter().find(unread) {
        return Standing::NotInterpreted(entry);
    }
    // A row without a result says nothing against an earlier one.
    if let Some(entry) = courses.iter().find_map(|course| course.last_usable()) {
        return in_time(entry);
    }
    match current.first() {
        Some(entry) if entry.absent => Standing::Absent(entry),
        Some(entry) => Standing::NotInterpreted(entry),
        None => Standing::Missing,
    }
}

/// How far a result stands by the window of an analyte, whatever its own test is called.
pub(crate) fn in_time<'e>(case: &Case<'_>, entry: &'e Entry, id: &str) -> Standing<'e> {
    if case.plan.date.is_none() {
        // Said once for the sheet.
        return Standing::Satisfied(entry);
    }
    match (
        case.age_days(entry),
        window::of(case.policy, &case.contexts, id),
    ) {
        (None, _) => Standing::Undated(entry),
        (Some(age), Some(row)) if i64::from(row.days) < age => Standing::Expired(entry),
        _ => Standing::Satisfied(entry),
    }
}
