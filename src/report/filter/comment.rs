//! Whether a number in a comment may be the result that is not in its cell. Only what is known to be something else is none: a
//! time, a day, the number of a tube or a telephone.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::fold_words;

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

/// A piece of a comment.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// Folded.
    Word(String),
    Number(String),
    /// A time, a day, the number of a tube: known by how it is written.
    Known,
}

fn pieces(comment: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for token in comment.split_whitespace() {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
        if !bare.contains(|c: char| c.is_ascii_digit()) || is_power(bare) {
            let word = if bare.is_empty() { token } else { bare };
            pieces.push(Piece::Word(fold_words(word)));
        } else if is_time(bare) || is_day(bare) || is_number_of_tube(bare) {
            pieces.push(Piece::Known);
        } else {
            apart(bare, &mut pieces);
        }
    }
    pieces
}

/// `K=7.1`, `118mmol/L`: the words and numbers of one token.
fn apart(token: &str, pieces: &mut Vec<Piece>) {
    let kind = |c: char| match c {
        _ if c.is_alphabetic() => Some(false),
        _ if c.is_ascii_digit() || matches!(c, '.' | ',') => Some(true),
        _ => None,
    };
    let mut rest = token;
    while let Some(first) = rest.chars().next() {
        // "7mmol/L": all behind the number is its unit.
        let is_behind = matches!(pieces.last(), Some(Piece::Number(_))) && rest.len() < token.len();
        let is_unit =
            (first.is_alphabetic() || first == '%') && !rest.contains(|c: char| c.is_ascii_digit());
        if is_behind && is_unit {
            pieces.push(Piece::Word(fold_words(rest)));
            return;
        }
        let own = kind(first);
        let end = rest.find(|c| kind(c) != own).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        match own {
            Some(false) => pieces.push(Piece::Word(fold_words(piece))),
            Some(true) => {
                let number = piece.trim_matches(['.', ',']);
                if !number.is_empty() {
                    pieces.push(Piece::Number(number.to_string()));
                }
            }
            None => {}
        }
    }
}

/// `10^9/L`, `x10*9/L`: a unit, though figures are in it.
fn is_power(token: &str) -> bool {
    let bare = token.trim_start_matches(['x', 'X', '×', '*']);
    token.contains('/')
        && ["10^", "10*", "10e", "10E"]
            .iter()
            .any(|ten| bare.starts_with(ten))
}

fn is_whole(number: &str) -> bool {
    number.bytes().all(|c| c.is_ascii_digit())
}

/// `08:30`, `08:30-09:00`, `9:30pm`, `14h20`.
fn is_time(token: &str) -> bool {
    const LONGEST: usize = 2;
    let is_one = |part: &str| {
        let lower = part.to_lowercase();
        let digits = lower.trim_end_matches(|c: char| c.is_alphabetic());
        let parts: Vec<&str> = digits.split([':', 'h']).collect();
        let is_part = |part: &&str| !part.is_empty() && part.len() <= LONGEST && is_whole(part);
        1 < parts.len() && parts.iter().all(is_part)
    };
    token.split(['-', '–']).all(is_one)
}

/// `20.11.2026`, `2026-11-20T08:30`, `20-Nov-2026`.
fn is_day(token: &str) -> bool {
    let (day, time) = token.split_once('T').unwrap_or((token, ""));
    const YEAR: usize = 4;
    const SHORT: usize = 2;
    ['.', '-', '/'].iter().any(|mark| {
        let parts: Vec<&str> = day.split(*mark).collect();
        let is_short = |part: &str| is_whole(part) && (1..=SHORT).contains(&part.len());
        let is_year = |part: &str| is_whole(part) && part.len() == YEAR;
        let is_month =
            |part: &str| is_short(part) || words().month.contains(fold_words(part).as_str());
        let [first, month, last] = parts[..] else {
            return false;
        };
        let is_dated = (is_short(first) && (is_year(last) || is_short(last)))
            || (is_year(first) && is_short(last));
        is_dated && is_month(month) && (time.is_empty() || is_time(time.trim_end_matches('Z')))
    })
}

/// `L26-10422`, `26-123-4567`, `S10012`.
fn is_number_of_tube(token: &str) -> bool {
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let letters = token.chars().filter(|c| c.is_alphabetic()).count();
    let starts = token.starts_with(|c: char| c.is_alphabetic());
    let parts: Vec<&str> = token.split('-').collect();
    let is_plain = token.chars().all(|c| c.is_alphanumeric() || c == '-');
    let lengths = || parts.iter().map(|part| part.len());
    // A span of two results has ends of about one length.
    let is_no_span = match parts.len() {
        1 => false,
        2 => lengths()
            .max()
            .zip(lengths().min())
            .is_some_and(|(long, short)| short + 1 < long),
        _ => true,
    };
    is_plain
        && NUMBERED <= digits
        && match letters {
            0 => is_no_span,
            1 => starts,
            _ => starts && is_no_span,
        }
}

#[cfg(test)]
mod tests;
