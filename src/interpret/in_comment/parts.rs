//! A comment cut into sentences, their parts and words.

/// What may stand around a word or a number and says nothing.
const MARKS: &[char] = &['*', '!', '?', '"', '\'', '“', '”'];

/// Between two tests.
const STROKE: &str = " / ";

pub(super) fn sentences(comment: &str) -> impl Iterator<Item = &str> {
    let sentences = comment.split([';', '\n', '|', '~']);
    sentences.flat_map(|sentence| sentence.split(". "))
}

/// Where a comma is none of a number, and a stroke stands between words: "K 7.2 / Na 131", and not "3.5 / 5.1".
pub(super) fn parts(sentence: &str) -> impl Iterator<Item = &str> {
    let parts = sentence.split(", ");
    let parts = parts.flat_map(|part| part.split(['(', ')', '[', ']']));
    parts.flat_map(|part| {
        let mut pieces = part.split(STROKE);
        let are_words = pieces.all(|piece| piece.trim_start().starts_with(char::is_alphabetic));
        part.split(if are_words { STROKE } else { "\n" })
    })
}

/// `K=7.1`, `K:7.1`, with blanks around the sign; a time stays together.
pub(super) fn spaced(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    let mut last = ' ';
    for c in part.chars() {
        match c {
            '=' => text.push_str(" = "),
            ':' if !last.is_ascii_digit() => text.push_str(" : "),
            c if c.is_whitespace() => text.push(' '),
            c => text.push(c),
        }
        last = c;
    }
    text
}

/// Its words, without the marks around them.
pub(super) fn words_of(spaced: &str) -> impl Iterator<Item = &str> {
    let words = spaced.split(' ').map(|word| word.trim_matches(MARKS));
    words.filter(|word| !word.is_empty())
}

/// `1.200` may be grouped.
pub(super) fn may_be_grouped(digits: &str) -> bool {
    let last = digits.rsplit(['.', ',']).next();
    last.is_some_and(|last| last.len() == "000".len())
}
