//! How old a result may be on the day of surgery.

use super::context::Contexts;
use super::policy::schema::WindowRow;
use super::policy::{Policy, is_unsourced};

/// The window of an analyte in these contexts: the one that names it most closely, and among those
/// the shortest.
pub(crate) fn of<'p>(
    policy: &'p Policy,
    contexts: &Contexts,
    analyte: &str,
) -> Option<&'p WindowRow> {
    choose(policy, analyte, |row| {
        contexts.allow(&row.when, &[]) == Some(true)
    })
}

/// The window that a context named by the user gives the analyte by its own name: results age faster
/// there, whether or not the guideline asks for the test. The grades alone are no such context: the
/// guideline's own table counts them.
pub(crate) fn of_named<'p>(
    policy: &'p Policy,
    contexts: &Contexts,
    analyte: &str,
) -> Option<&'p WindowRow> {
    choose(policy, analyte, |row| {
        row.when.iter().any(|name| contexts.is_named(name))
            && contexts.allow(&row.when, &[]) == Some(true)
            && closeness(policy, row, analyte).is_some_and(|close| 0 < close)
    })
}

/// The window of an analyte in anybody, whatever the contexts.
pub(crate) fn of_anybody<'p>(policy: &'p Policy, analyte: &str) -> Option<&'p WindowRow> {
    choose(policy, analyte, |row| row.when.is_empty())
}

/// Windows that would be shorter if what is not known held: each with the contexts to ask for.
pub(crate) fn to_ask<'p>(
    policy: &'p Policy,
    contexts: &Contexts,
    analyte: &str,
    days: i64,
) -> Vec<(&'p WindowRow, Vec<&'p str>)> {
    let holds = of(policy, contexts, analyte).map(|row| closeness(policy, row, analyte));
    policy
        .windows()
        .filter(|row| i64::from(row.days) < days)
        .filter(|row| contexts.allow(&row.when, &[]).is_none())
        .filter(|row| {
            let own = closeness(policy, row, analyte);
            own.is_some() && holds.is_none_or(|holds| holds <= own)
        })
        .map(|row| (row, contexts.unknown(&row.when)))
        .collect()
}

/// `30 days`, as the sheet prints a window.
pub(crate) fn in_words(row: &WindowRow) -> String {
    match row.days {
        0 => "day of surgery".to_string(),
        1 => "1 day".to_string(),
        days => format!("{days} days"),
    }
}

fn choose<'p>(
    policy: &'p Policy,
    analyte: &str,
    holds: impl Fn(&WindowRow) -> bool,
) -> Option<&'p WindowRow> {
    policy
        .windows()
        .filter(|row| holds(row))
        .filter_map(|row| Some((closeness(policy, row, analyte)?, row)))
        // Of two that are alike, the one with a source is named.
        .max_by_key(|(close, row)| {
            let has_source = !is_unsourced(&row.source);
            (*close, std::cmp::Reverse(row.days), has_source)
        })
        .map(|(_, row)| row)
}

/// How closely a row names an analyte: by itself, by its group, or with everything else.
fn closeness(policy: &Policy, row: &WindowRow, analyte: &str) -> Option<u8> {
    let by_group = |test: &String| {
        policy
            .groups()
            .iter()
            .any(|group| group.id == *test && group.names(analyte))
    };
    if row.tests.iter().any(|test| test == analyte) {
        Some(2)
    } else if row.tests.iter().any(by_group) {
        Some(1)
    } else if row.tests.iter().any(|test| test == "*") {
        Some(0)
    } else {
        None
    }
}
