//! Headers with a number behind them: "Résultat 1", "Unité 1", "Résultat 2", "Unité 2".

use super::Seen;
use crate::import::role::Role;
use crate::import::vocabulary::{self, Entry};

/// The first of several columns of results, of their units or of tests, as what its header is without the number. Without
/// it the last of them would be the result of the row.
pub(super) fn first_of_several(seen: &Seen, column: usize) -> Option<Entry> {
    let (words, number) = vocabulary::numbered(&seen.headers[column])?;
    let entry = vocabulary::entry(&words)?;
    let is_next = |header: &String| vocabulary::numbered(header) == Some((words.clone(), 2));
    let is_first = number == 1
        && [Role::Value, Role::Unit, Role::Name].contains(&entry.role)
        && seen.headers.iter().any(is_next);
    is_first.then_some(entry)
}
