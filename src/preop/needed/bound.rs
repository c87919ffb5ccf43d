//! Windows of tests that the guideline's table does not ask for. A window says how long a result stands,
//! not that a test is needed: what is in the file and too old is said to be so; where nothing is, the
//! sheet says that the need was not stated.

use std::collections::BTreeSet;

use super::lacking::{not_dated, state_window};
use super::standing::{Standing, standing};
use crate::preop::assess::Case;
use crate::preop::entry::Entry;
use crate::preop::item;
use crate::preop::policy::alternatives;
use crate::preop::policy::schema::WindowRow;
use crate::preop::sheet::{Item, Section, Sheet, State};
use crate::preop::window;

/// Results past a window that binds them, and contexts whose tests are not in the file.
pub(super) fn bound(case: &Case<'_>, sheet: &mut Sheet) {
    for course in &case.courses {
        let id = course.analyte.id.as_str();
        if case.is_wanted(id) || !case.is_bound(id) {
            continue;
        }
        let (entry, state) = match standing(case, id) {
            Standing::Expired(entry) => (entry, State::Expired),
            Standing::Undated(entry) => (entry, State::Undated),
            _ => continue,
        };
        // A stop or a review is none the less for its age, and says it.
        let is_said = |item: &Item| item.section <= Section::B && item.is_about(entry);
        if !sheet.items.iter().any(is_said) {
            sheet.items.push(past_its_window(case, entry, state));
        }
    }
    for name in &case.plan.contexts {
        sheet.items.extend(nothing_there(case, name));
    }
}

fn past_its_window(case: &Case<'_>, entry: &Entry, state: State) -> Item {
    let action = match state {
        State::Expired => "Too old to stand.",
        _ => not_dated(entry),
    };
    let mut item = item::of(
        case,
        entry,
        Section::D,
        state,
        format!(
            "{action} Surgery and ASA grade alone do not ask for it: decide whether it is needed now."
        ),
    );
    if let Some(row) = window::of(case.policy, &case.contexts, &item.analyte) {
        state_window(case, row, &mut item);
    }
    item
}

/// A context that has windows of its own, of whose tests none is in the file: whether one is needed,
/// the policy does not say, and nor did anybody.
fn nothing_there(case: &Case<'_>, context: &str) -> Option<Item> {
    let holds = |row: &&WindowRow| {
        row.when.iter().any(|name| name == context)
            && case.contexts.allow(&row.when, &[]) == Some(true)
    };
    let rows: Vec<&WindowRow> = case.policy.windows().filter(holds).collect();
    let shortest = rows.iter().min_by_key(|row| row.days)?;
    let tests: Vec<&str> = rows
        .iter()
        .flat_map(|row| &row.tests)
        .filter(|test| *test != "*")
        .flat_map(
            |test| match case.policy.groups().iter().find(|group| group.id == *test) {
                Some(group) => group
                    .tests
                    .iter()
                    .flat_map(|test| alternatives(test))
                    .collect(),
                None => vec![test.as_str()],
            },
        )
        .collect();
    let is_there = |id: &&str| case.is_wanted(id) || case.course(id).is_some();
    if tests.is_empty() || tests.iter().any(is_there) {
        return None;
    }
    let mut seen = BTreeSet::new();
    let names: Vec<String> = tests
        .iter()
        .filter(|id| seen.insert(**id))
        .map(|id| case.name(id))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut item = item::blank(
        Section::D,
        State::NotStated,
        &item::listed(&names),
        format!(
            "Not in the file. With {context} such a result stands for a limited time; whether one is needed was not stated: ask."
        ),
    );
    state_window(case, shortest, &mut item);
    item.confidential = tests.iter().any(|id| case.policy.is_confidential(id))
        || (case.policy.contexts().iter()).any(|row| row.name == context && row.confidential);
    Some(item)
}
