//! Headers that are put together from words of one kind: "Lower Normal Limit", `norm_range_low`, "Patient study no".
//!
//! A header counts only if all of it is made of these words: "Critical low", "Low alert", "Test limit min" and "Detection limit
//! low" each have one that is not among them.

mod by_start;
mod words;

use super::super::role::Role;
use super::{Kind, Later, Side};
use by_start::{ByStart, CONDITIONS, LATER, LIMITS, PERSONS, STATUSES};
use words::{SUPERLATIVES, Word};

/// What a header of a status says: whether it speaks of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// `RESULT_STATUS_DISP`, "Stav výsledku".
    OfResult,
    /// "Statuscode": of whatever.
    Bare,
}

/// Whether a header is one of a status.
pub(super) fn status(folded: &str) -> Option<Status> {
    let says = said(folded, &STATUSES);
    let is_status = says.contains(&Word::Status);
    match says.contains(&Word::Result) {
        true => is_status.then_some(Status::OfResult),
        // "Stat" is in a hurry.
        false => (is_status && folded != "stat").then_some(Status::Bare),
    }
}

/// What a header is about that says how hemolyzed, icteric or lipemic a sample is: `HEM_INDEX`, "Hemolysis Level", "Hemolysis
/// (H)". `HEM` alone is a department, and "Lip level" of an enzyme.
pub(super) fn condition(folded: &str) -> Option<Kind> {
    let says = said(folded, &CONDITIONS);
    let has = |word| says.contains(&word);
    let is = |long, short| has(long) || (has(short) && has(Word::Index));
    let kinds = [
        (is(Word::Hemolysis, Word::ShortHemolysis), Kind::Hemolysis),
        (is(Word::Icterus, Word::ShortIcterus), Kind::Icterus),
        (is(Word::Lipemia, Word::ShortLipemia), Kind::Lipemia),
    ];
    let mut kinds = kinds.into_iter().filter(|(is, _)| *is);
    let (_, kind) = kinds.next()?;
    kinds.next().is_none().then_some(kind)
}

/// How a result that its header calls a later one stands to the other: it goes before it, or was measured once more. "Previous
/// result" is neither.
pub(super) fn later(folded: &str) -> Option<Later> {
    let says = said(folded, &LATER);
    let has = |word| says.contains(&word);
    match (has(Word::Result), has(Word::Corrected), has(Word::Again)) {
        (true, _, true) => Some(Later::Again),
        (true, true, false) => Some(Later::Corrected),
        _ => None,
    }
}

/// The side of a printed limit.
pub(super) fn limit(folded: &str) -> Option<Role> {
    let says = said(folded, &LIMITS);
    let of_limits = says.contains(&Word::Reference) || says.contains(&Word::Limit);
    match (says.contains(&Word::Low), says.contains(&Word::High)) {
        (true, false) if of_limits => Some(Role::Low),
        (false, true) if of_limits => Some(Role::High),
        _ => None,
    }
}

/// The side of one of two limits, and the other words of its header.
pub(super) fn side(folded: &str) -> Option<(Side, String)> {
    // A transfer, a journey, a range of dates.
    if ["from", "to", "down", "up", "start", "end", "no"].contains(&folded) {
        return None;
    }
    let (mut low, mut high, mut rest) = (false, false, String::new());
    for (text, word) in parts(folded, &LIMITS) {
        match word {
            // Of all that was measured.
            _ if SUPERLATIVES.contains(&text) => return None,
            Word::Low | Word::Below => low = true,
            Word::High | Word::Above => high = true,
            _ => rest.push_str(text),
        }
    }
    match (low, high) {
        (true, false) => Some((Side::Low, rest)),
        (false, true) => Some((Side::High, rest)),
        _ => None,
    }
}

/// True for a header of printed intervals. Whether they are, the cells have to say.
pub(super) fn is_range(folded: &str) -> bool {
    let says = said(folded, &LIMITS);
    let sides = [Word::Low, Word::High, Word::Below, Word::Above];
    let either = says.iter().any(|word| sides.contains(word));
    !either && (says.contains(&Word::Reference) || says.contains(&Word::Limit))
}

/// True for an identifier of a person.
pub(super) fn is_person(folded: &str) -> bool {
    let says = said(folded, &PERSONS);
    says.contains(&Word::Person) && says.contains(&Word::Identifier)
}

/// What the words say of which a header is made; nothing where some of it is none of them.
fn said(folded: &str, words: &ByStart) -> Vec<Word> {
    let parts = parts(folded, words);
    parts.into_iter().map(|(_, word)| word).collect()
}

/// The words themselves.
fn parts(folded: &str, words: &ByStart) -> Vec<(&'static str, Word)> {
    const LONGEST: usize = 60;
    let mut parts = Vec::new();
    if folded.is_empty() || LONGEST < folded.len() || !take_apart(folded, words, &mut parts) {
        parts.clear();
    }
    parts
}

/// Takes words from the start until nothing is left, the longest first. A header is short, and few words begin alike.
fn take_apart(rest: &str, words: &ByStart, parts: &mut Vec<(&'static str, Word)>) -> bool {
    if rest.is_empty() {
        return true;
    }
    for (word, kind) in words.that_begin(rest) {
        parts.push((word, kind));
        if take_apart(&rest[word.len()..], words, parts) {
            return true;
        }
        parts.pop();
    }
    false
}

#[cfg(test)]
mod tests;
