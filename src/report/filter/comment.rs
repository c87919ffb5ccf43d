//! Whether a number in a comment may be the result that is not in its cell. Only what is known to be something else is none: a
//! time, a day, the number of a tube or a telephone.

mod pieces;

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Deserialize;

use pieces::{Piece, is_whole, pieces};

/// `reference_ranges/results/numbers_in_comments.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Words {
    before: HashSet<&'static str>,
    telephone: HashSet<&'static str>,
    clock: HashSet<&'static str>,
    happened: HashSet<&'static str>,
    month: HashSet<&'static str>,
    behind: HashSet<&'static str>,
    unit: HashSet<&'static str>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    // A test reads the bundled file; without it every number may be a result.
    WORDS.get_or_init(|| bundled!("results/numbers_in_comments").unwrap_or_default())
}

/// Digits of a number that no result has, and at least those of a telephone or of the number of a tube.
const NO_RESULT: usize = 8;
const NUMBERED: usize = 4;

/// True if a number in the comment may be a result.
pub(super) fn states_result(comment: &str) -> bool {
    let pieces = pieces(comment);
    let mut was_known = false;
    (0..pieces.len()).any(|at| {
        let Piece::Number(number) = &pieces[at] else {
            was_known &= matches!(pieces[at], Piece::Known);
            return false;
        };
        // "0161 496 0123", "20 Nov 2026": the rest of it.
        let goes_on = matches!(pieces.get(at + 1), Some(Piece::Number(_)));
        let has_unit = matches!(pieces.get(at + 1), Some(Piece::Word(word)) if is_unit(word));
        let is_rest = was_known
            && !has_unit
            && is_whole(number)
            && (NUMBERED <= number.len() || (goes_on && NUMBERED - 1 <= number.len()));
        was_known = is_rest || is_something_else(&pieces, at, number);
        !was_known
    })
}

/// Is it the number of something that is no result, by the words beside it?
fn is_something_else(pieces: &[Piece], at: usize, number: &str) -> bool {
    let word = |at: Option<usize>| match at.and_then(|at| pieces.get(at)) {
        Some(Piece::Word(word)) => word.as_str(),
        _ => "",
    };
    let (before, behind) = (word(at.checked_sub(1)), word(Some(at + 1)));
    let two = format!("{} {before}", word(at.checked_sub(2)));
    let lists = words();
    // "Level 7 mmol/L": of a tube, a ward or a telephone nothing is measured.
    if is_unit(behind) || (is_flag(behind) && is_unit(word(Some(at + 2)))) {
        return false;
    }
    if !is_whole(number) {
        // "1.5 hours"; a letter alone may be a flag.
        return lists.behind.contains(behind);
    }
    let is_clock = || {
        let (hours, minutes) = number.split_at(number.len() / 2);
        let below = |part: &str, end: u32| part.parse::<u32>().is_ok_and(|part| part < end);
        let is_told = |piece: &Piece| matches!(piece, Piece::Word(word) if lists.happened.contains(word.as_str()));
        number.len() == NUMBERED
            && below(hours, HOURS)
            && below(minutes, MINUTES)
            && pieces[..at].iter().any(is_told)
    };
    NO_RESULT <= number.len()
        || lists.before.contains(before)
        || lists.before.contains(two.as_str())
        || lists.behind.contains(behind)
        || lists.month.contains(before)
        || lists.month.contains(behind)
        || (NUMBERED <= number.len() && lists.telephone.contains(before))
        || (lists.clock.contains(before) && is_clock())
}

/// `mmol/l`, `%`. Of another word with a stroke in it a reader sees too much, and nothing is hidden.
fn is_unit(word: &str) -> bool {
    word.contains(['/', '%']) || words().unit.contains(word)
}

/// "7 H mmol/L".
fn is_flag(word: &str) -> bool {
    matches!(word, "h" | "l" | "hh" | "ll" | "high" | "low")
}

/// Hours of a day, minutes of an hour.
const HOURS: u32 = 24;
const MINUTES: u32 = 60;

#[cfg(test)]
mod tests;
