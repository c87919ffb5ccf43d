//! The numbers of a line that says that a document ends: of a day, a page, what is counted. Any other one may be that of a
//! patient or a sample, or a result.

use super::{DIGITS, DOCUMENTS, NUMBERED, OF, PAGES};
use crate::import::date::{self, DateOrders, DateReading};
use crate::text::fold_words;

/// Words of a day with its time, at most: "20 Nov 2026 7:12 AM".
const LONGEST: usize = 5;

/// Is every number of the line one of the document?
pub(super) fn are_of_document(text: &str) -> bool {
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let mut at = 0;
    while at < words.len() {
        if let Some(behind) = behind_day(&words, at) {
            at = behind;
            continue;
        }
        if words[at].contains(|c: char| c.is_ascii_digit()) && !is_counted(&words, at) {
            return false;
        }
        at += 1;
    }
    true
}

/// `(12345 rows affected)`, `2 rows`: a number, what is counted, and nothing about anybody.
pub(super) fn is_count_of_rows(folded: &str) -> bool {
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_number = |word: &str| word.bytes().all(|c| c.is_ascii_digit());
    words.next().is_some_and(is_number)
        && words.next().is_some_and(|word| ROWS.contains(&word))
        && words.all(|word| DONE.contains(&word))
}

/// What a query counts, and what it says of them.
const ROWS: &[&str] = &["row", "rows", "record", "records"];
const DONE: &[&str] = &[
    "s", "affected", "selected", "returned", "fetched", "found", "exported",
];

/// Where the words go on behind a day, or a time, that begins here.
fn behind_day(words: &[&str], at: usize) -> Option<usize> {
    let is_one = |text: &str| {
        // "0712" alone may be anything.
        let is_time = || text.contains(':') && date::is_time(text);
        let is_day = || date::read(text, DateOrders::default()) != DateReading::Unreadable;
        text.contains(|c: char| c.is_ascii_digit()) && (is_time() || is_day())
    };
    let mut ends = (at + 1..=words.len().min(at + LONGEST)).rev();
    ends.find(|end| is_one(&words[at..*end].join(" ")))
}

/// `Page 1 of 3`, `Seite 1/3`, `2 records`, and at the end however many: `12345 records`, `Records: 2`.
fn is_counted(words: &[&str], at: usize) -> bool {
    let word = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .map_or_else(String::new, |w| fold_words(w))
    };
    let is_short = |word: &str| {
        let mut parts = word.split('/');
        parts.all(|part| part.len() <= DIGITS && part.bytes().all(|c| c.is_ascii_digit()))
    };
    let is_of_many = |word: &str| DOCUMENTS.contains(&word) || NUMBERED.contains(&word);
    let (before, behind) = (word(at.checked_sub(1)), word(Some(at + 1)));
    let is_last = at + 1 == words.len();
    let ends_counting = at + 2 == words.len() && words[at].bytes().all(|c| c.is_ascii_digit());
    let of_pages = || {
        let page = at.checked_sub(2);
        OF.contains(&before.as_str()) && page.is_some_and(|page| is_counted(words, page))
    };
    let numbers_it = |before: &str| {
        PAGES.contains(&before)
            || NUMBERED.contains(&before)
            || (is_last && DOCUMENTS.contains(&before))
    };
    (ends_counting && is_of_many(&behind))
        || (is_short(words[at]) && (is_of_many(&behind) || numbers_it(&before) || of_pages()))
}
