//! Whether a number in a comment may be the result that is not in its cell. Only what is surely something else is none: a time, a
//! day, the number of a tube or a telephone. A row too many does no harm.

mod pieces;

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::interpret::reported::{self, is_critical_flag};
use crate::interpretation::ReportedFlag;
use pieces::{Piece, is_whole, pieces};

/// `reference_ranges/results/numbers_in_comments.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Words {
    before: HashSet<&'static str>,
    sample: HashSet<&'static str>,
    telephone: HashSet<&'static str>,
    clock: HashSet<&'static str>,
    happened: HashSet<&'static str>,
    month: HashSet<&'static str>,
    hour: HashSet<&'static str>,
    behind: HashSet<&'static str>,
    one: HashSet<&'static str>,
    unit: HashSet<&'static str>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    // A test reads the bundled file; without it every number may be a result.
    WORDS.get_or_init(|| bundled!("results/numbers_in_comments").unwrap_or_default())
}

/// Digits of a number that no result has, and at least those of a telephone, of the number of a tube, or of a year.
const NO_RESULT: usize = 8;
const NUMBERED: usize = 4;

/// Hours of a day, minutes of an hour, days of a month.
const HOURS: u32 = 24;
const MINUTES: u32 = 60;
const DAYS: u32 = 31;

/// What a number that is no result is of, for what goes on behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Telephone,
    Day,
    Other,
}

/// True if a number in the comment may be a result. `is_name` tells the folded words that name a test.
pub(super) fn states_result(comment: &str, is_name: &dyn Fn(&str) -> bool) -> bool {
    let pieces = pieces(comment, is_name);
    let mut last = None;
    (0..pieces.len()).any(|at| {
        let of = match &pieces[at] {
            Piece::Number(number) => Beside::of(&pieces, at, is_name).what(number, last),
            // "Nov 20, 2026"
            Piece::Break => last.filter(|of| *of == Of::Day),
            Piece::Word(_) | Piece::Known => None,
        };
        last = of;
        of.is_none() && matches!(pieces[at], Piece::Number(_))
    })
}

/// A number with what stands beside it.
struct Beside<'p> {
    pieces: &'p [Piece],
    at: usize,
    is_name: &'p dyn Fn(&str) -> bool,
    before: &'p str,
    behind: &'p str,
}

impl<'p> Beside<'p> {
    fn of(pieces: &'p [Piece], at: usize, is_name: &'p dyn Fn(&str) -> bool) -> Self {
        Beside {
            pieces,
            at,
            is_name,
            before: word(pieces, at.checked_sub(1)),
            behind: word(pieces, Some(at + 1)),
        }
    }

    /// What the number is surely of, if that is no result.
    fn what(&self, number: &str, last: Option<Of>) -> Option<Of> {
        let (before, behind) = (self.before, self.behind);
        let lists = words();
        // "K 7 may be raised"; "Level 7 mmol/L": of a tube, a ward or a telephone nothing is measured.
        if (self.is_name)(before) || is_unit(behind) || is_flag(behind) {
            return None;
        }
        if !is_whole(number) {
            // "1.5 hours"
            return lists.behind.contains(behind).then_some(Of::Other);
        }
        let is_long = NUMBERED <= number.len();
        // "0161 496 0123": the rest of it. Behind a shorter one, "ext 4412 12500", it may be the result.
        let goes_on = matches!(self.pieces.get(self.at + 1), Some(Piece::Number(_)));
        let is_rest = is_long || (goes_on && NUMBERED - 1 <= number.len());
        if is_long && lists.telephone.contains(before) {
            let is_begun = number.starts_with('0');
            return Some(if is_begun { Of::Telephone } else { Of::Other });
        }
        if last == Some(Of::Telephone) && is_rest {
            return last;
        }
        if self.is_dated(number) || (last == Some(Of::Day) && is_year(number)) {
            return Some(Of::Day);
        }
        let two = format!("{} {before}", word(self.pieces, self.at.checked_sub(2)));
        let is_other = NO_RESULT <= number.len()
            // "0930"
            || (is_long && number.starts_with('0'))
            || lists.before.contains(before)
            || lists.before.contains(two.as_str())
            || (is_long && lists.sample.contains(before))
            || lists.behind.contains(behind)
            || (number == "1" && lists.one.contains(behind))
            || (lists.hour.contains(behind) && is_up_to(number, HOURS))
            || (lists.clock.contains(before) && is_clock(number) && self.is_of_what_happened());
        is_other.then_some(Of::Other)
    }

    /// A day beside a month, with a year or a time behind them, or that year: `20 Nov 2026`, `Nov 20, 2026`.
    fn is_dated(&self, number: &str) -> bool {
        let month = &words().month;
        let ends = |at: usize| {
            let behind = match self.pieces.get(at) {
                Some(Piece::Break) => self.pieces.get(at + 1),
                piece => piece,
            };
            match behind {
                Some(Piece::Number(year)) => is_year(year),
                Some(Piece::Known) => true,
                _ => false,
            }
        };
        // "20. November 2026"
        let behind = match self.pieces.get(self.at + 1) {
            Some(Piece::Break) => self.at + 2,
            _ => self.at + 1,
        };
        let is_day = is_up_to(number, DAYS);
        (is_day && month.contains(word(self.pieces, Some(behind))) && ends(behind + 1))
            || (is_day && month.contains(self.before) && ends(self.at + 1))
            || (is_year(number) && month.contains(self.before) && self.is_behind_day())
    }

    /// "20. November 2026", and not "CK Mar 2012".
    fn is_behind_day(&self) -> bool {
        let front = &self.pieces[..self.at.saturating_sub(1)];
        let front = front.strip_suffix(&[Piece::Break]).unwrap_or(front);
        matches!(front.last(), Some(Piece::Number(day)) if is_up_to(day, DAYS))
    }

    /// "phoned to ward at 1430", and not "phoned CK at 1430".
    fn is_of_what_happened(&self) -> bool {
        let mut before = self.pieces[..self.at]
            .iter()
            .rev()
            .map_while(|piece| match piece {
                Piece::Word(word) if !(self.is_name)(word) => Some(word.as_str()),
                _ => None,
            });
        before.any(|word| words().happened.contains(word))
    }
}

/// The word at this place; none for anything else.
fn word(pieces: &[Piece], at: Option<usize>) -> &str {
    match at.and_then(|at| pieces.get(at)) {
        Some(Piece::Word(word)) => word.as_str(),
        _ => "",
    }
}

fn is_up_to(number: &str, most: u32) -> bool {
    number.parse::<u32>().is_ok_and(|number| number <= most)
}

fn is_year(number: &str) -> bool {
    number.len() == NUMBERED && number.starts_with("20")
}

fn is_clock(number: &str) -> bool {
    let (hours, minutes) = number.split_at(number.len() / 2);
    number.len() == NUMBERED && is_up_to(hours, HOURS - 1) && is_up_to(minutes, MINUTES - 1)
}

/// `mmol/l`, `%`. Of another word with a stroke in it a reader sees too much, and nothing is hidden.
fn is_unit(word: &str) -> bool {
    word.contains(['/', '%']) || words().unit.contains(word)
}

/// `high`, `HH`, `critical`.
fn is_flag(word: &str) -> bool {
    let has_direction = matches!(reported::flag(word), ReportedFlag::Low | ReportedFlag::High);
    has_direction || is_critical_flag(word)
}

#[cfg(test)]
mod tests;
