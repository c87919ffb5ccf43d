//! A comment taken apart: its words, its numbers, and what is a time, a day or the number of a tube by how it is written.

use super::{NUMBERED, words};
use crate::text::fold_words;
use crate::value::begins_with_power;

/// A piece of a comment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Folded.
    Word(String),
    Number(String),
    /// A time, a day, the number of a tube: known by how it is written.
    Known,
}

pub(super) fn pieces(comment: &str) -> Vec<Piece> {
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
    token.contains('/') && begins_with_power(token.trim_start_matches(['x', 'X', '×', '*']))
}

pub(super) fn is_whole(number: &str) -> bool {
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
