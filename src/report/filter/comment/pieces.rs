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
    /// What parts two clauses: a comma, a bracket, any mark behind a number.
    Break,
}

pub(super) fn pieces(comment: &str, is_name: &dyn Fn(&str) -> bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for token in comment.split_whitespace() {
        let is_outside = |c: char| !c.is_alphanumeric() && c != '%';
        let start = token.trim_start_matches(|c| is_outside(c) && c != '/');
        let bare = start.trim_end_matches(is_outside);
        let (front, back) = (&token[..token.len() - start.len()], &start[bare.len()..]);
        let has_number = bare.contains(|c: char| c.is_ascii_digit());
        // "8 x 10^9/L": the power belongs to the unit.
        if matches!(token, "x" | "X" | "×" | "*") {
            continue;
        }
        if bare.is_empty() || front.contains(['(', '[', ',', ';']) {
            pieces.push(Piece::Break);
        }
        let is_behind_name = matches!(pieces.last(), Some(Piece::Word(word)) if is_name(word));
        if !has_number || is_power(bare) {
            if !bare.is_empty() {
                pieces.push(Piece::Word(fold_words(bare)));
            }
        } else if is_time(bare)
            || is_ordinal(bare)
            || is_day(bare, !is_behind_name)
            || (!is_behind_name && is_number_of_tube(bare, is_name))
        {
            pieces.push(Piece::Known);
        } else {
            apart(bare, &mut pieces);
        }
        let parts = |c: char| matches!(c, ',' | ';' | ')' | ']') || (has_number && c != '%');
        if back.contains(parts) {
            pieces.push(Piece::Break);
        }
    }
    pieces
}

/// `2nd`.
fn is_ordinal(token: &str) -> bool {
    let word = token.trim_start_matches(|c: char| c.is_ascii_digit());
    word.len() < token.len() && ["st", "nd", "rd", "th"].contains(&word.to_lowercase().as_str())
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

/// `20.11.2026`, `2026-11-20T08:30`, `20-Nov-2026`; `12-11-10`, where a year may be `short`.
fn is_day(token: &str, short: bool) -> bool {
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
        let is_dated = (is_short(first) && (is_year(last) || (short && is_short(last))))
            || (is_year(first) && is_short(last));
        is_dated && is_month(month) && (time.is_empty() || is_time(time.trim_end_matches('Z')))
    })
}

/// `L26-10422`, `26-123-4567`, `S10012`; not `CK-12500`, and not `L12500`, whose letter may be a flag.
fn is_number_of_tube(token: &str, is_name: &dyn Fn(&str) -> bool) -> bool {
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let letters = token.chars().filter(|c| c.is_alphabetic()).count();
    let end = token
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(token.len());
    let front = fold_words(&token[..end]);
    let parts: Vec<&str> = token.split('-').collect();
    let is_plain = token.chars().all(|c| c.is_alphanumeric() || c == '-');
    let lengths = || parts.iter().map(|part| part.len());
    // What was measured several times has ends of about one length: "112-118-120", "950-13000".
    let apart = match parts.len() {
        2 => 2,
        _ => 1,
    };
    let is_no_span = 1 < parts.len() && {
        let ends = lengths().max().zip(lengths().min());
        ends.is_some_and(|(long, short)| short + apart < long)
    };
    let may_be_flag = parts.len() == 1 && matches!(front.as_str(), "h" | "l");
    is_plain
        && NUMBERED <= digits
        && !is_name(&front)
        && match letters {
            0 => is_no_span,
            1 => !front.is_empty() && !may_be_flag,
            _ => !front.is_empty() && is_no_span,
        }
}
