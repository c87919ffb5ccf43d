//! Two columns of limits that are not read: `optimal_low` and `optimal_high`, `low 1` and `high 1`.

use super::is_of_others;
use crate::import::headers::vocabulary;
use crate::import::plan::Plan;

/// True for a side of limits beside the other one, `optimal_low` and `optimal_high`, whatever their numbers are.
pub(super) fn is_one_of_a_pair(plan: &Plan, header: &str) -> bool {
    let Some((is_low, words)) = side_behind(header) else {
        return false;
    };
    let is_other = |other: &String| side_behind(other) == Some((!is_low, words.clone()));
    let folded = vocabulary::fold(header);
    let of_age = folded.starts_with("age") || folded.ends_with("age");
    !of_age && !is_of_others(&folded) && plan.headers.iter().any(is_other)
}

/// Whether a header ends with the lower side, and the words in front of it.
fn side_behind(header: &str) -> Option<(bool, String)> {
    #[rustfmt::skip]
    const SIDES: &[(&str, bool)] = &[
        ("low", true), ("lower", true), ("min", true), ("high", false), ("upper", false), ("max", false),
    ];
    // "low 1" beside "high 1".
    if let Some((words, number)) = vocabulary::numbered(header) {
        let found = SIDES.iter().find(|(word, _)| words == *word);
        return found.map(|(_, is_low)| (*is_low, number.to_string()));
    }
    let (words, side) = header.trim().rsplit_once([' ', '_', '-', '.'])?;
    let mut sides = SIDES.iter();
    let found = sides.find(|(word, _)| side.eq_ignore_ascii_case(word));
    found.map(|(_, is_low)| (*is_low, vocabulary::fold(words)))
}
