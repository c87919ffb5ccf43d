//! Texts: trimmed, hashed, folded, quoted.

mod fold;
mod quoted;
mod script;

pub(crate) use fold::{fold_char, fold_into, with_plain_dashes};
pub use fold::{fold_name, fold_words};
pub(crate) use quoted::{is_invisible, quoted};
pub(crate) use script::{is_of_other_script, is_sign, is_written_together};

/// [`str::trim`], at once where there is nothing to trim: nearly always.
#[inline]
pub(crate) fn trim(text: &str) -> &str {
    match text.as_bytes() {
        [] => text,
        [one] if one.is_ascii_graphic() => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// True for one of these words, in capitals or not.
pub(crate) fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Is one of these, in small letters, among the words of a text?
pub(crate) fn has_word(text: &str, words: &[&str]) -> bool {
    let lower = text.to_lowercase();
    let mut own = lower.split(|c: char| !c.is_alphanumeric());
    own.any(|word| words.contains(&word))
}

/// True for what databases, data frames and spreadsheets write into a cell that says nothing: `NULL`, `\N`, `<NA>`, `#N/A`.
#[inline]
pub(crate) fn is_null(cell: &str) -> bool {
    #[rustfmt::skip]
    const NULLS: &[&str] = &[
        "null", "(null)", "[null]", "<null>", "\\n", "none", "<none>", "nan", "na", "<na>", "n/a", "#n/a", "nil",
    ];
    let cell = trim(cell);
    1 < cell.len() && is_one_of(cell, NULLS)
}

/// A hash of a text, always the same.
pub(crate) fn hash(text: &str) -> u64 {
    use std::hash::BuildHasher as _;
    foldhash::quality::FixedState::with_seed(0).hash_one(text)
}

/// `1 row is`, `2 rows are`.
#[must_use]
pub fn counted(count: usize, one: &str, more: &str) -> String {
    let noun = if count == 1 { one } else { more };
    format!("{count} {noun}")
}

/// Names, as many as can be read: `a, b and 3 more`.
#[must_use]
pub(crate) fn listed<S: std::borrow::Borrow<str>>(names: &[S], most: usize) -> String {
    let more = names.len().saturating_sub(most);
    let named = names[..names.len() - more].join(", ");
    match more {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// `1 day`, `12 days`, before or after.
#[must_use]
pub fn counted_days(days: i64) -> String {
    counted(
        usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX),
        "day",
        "days",
    )
}

/// `1 patient`, `2 patients`: of a word whose plural has an s.
#[must_use]
pub fn counted_plainly(count: usize, word: &str) -> String {
    counted(count, word, &format!("{word}s"))
}
