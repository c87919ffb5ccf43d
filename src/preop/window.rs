//! How old a result may be on the day of surgery.

use super::context::Contexts;
use super::policy::Policy;
use super::policy::schema::WindowRow;

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

fn choose<'p>(
    policy: &'p Policy,
    analyte: &str,
    holds: impl Fn(&WindowRow) -> bool,
) -> Option<&'p WindowRow> {
    policy
        .windows()
        .filter(|row| holds(row))
        .filter_map(|row| Some((closeness(policy, row, analyte)?, row)))
        .max_by_key(|(close, row)| (*close, std::cmp::Reverse(row.days)))
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
