//! Headers with a number behind them: "Résultat 1", "Unité 1", "Résultat 2", "Unité 2".

use super::Seen;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Entry};

/// The first of several columns of results, of their units, their flags or of tests, as what its header is without the number. Without
/// it the last of them would be the result of the row.
pub(super) fn first_of_several(seen: &Seen, column: usize) -> Option<Entry> {
    let (words, number) = vocabulary::numbered(&seen.headers[column])?;
    let entry = vocabulary::entry(&words)?;
    let has = |words: &String, wanted: u32| {
        let of = |header: &String| vocabulary::numbered(header) == Some((words.clone(), wanted));
        seen.headers.iter().any(of)
    };
    // "Unit 1" and "Unit 2" may be wards, where there are not two results.
    let has_results = || {
        let mut numbered = seen
            .headers
            .iter()
            .filter_map(|header| vocabulary::numbered(header));
        numbered.any(|(words, number)| {
            let entry = vocabulary::entry(&words);
            number == 1 && entry.is_some_and(|entry| entry.role == Role::Value) && has(&words, 2)
        })
    };
    let is_first = number == 1
        && [Role::Value, Role::Unit, Role::Flag, Role::Name].contains(&entry.role)
        && has(&words, 2)
        && has_results();
    is_first.then_some(entry)
}
