//! Words before a printed limit: `up to 0.95`, `ab 60`, `Normal < 5`.

mod bundled;

use crate::text::fold_words;
use crate::value::Comparator;
pub use bundled::UnitDoubtful;
pub(super) use bundled::{Group, words};

/// The bundled ratios.
#[must_use]
pub fn unit_doubtful() -> Option<UnitDoubtful> {
    words().unit_doubtful
}

/// Takes a comparator, in words or as a sign, from the start of a limit.
pub(super) fn take(text: &str) -> (Option<Comparator>, &str) {
    match take_word(text, |_| true) {
        Some((comparator, rest)) => (Some(comparator), rest),
        None => match Comparator::take_sign(text) {
            (None, rest) => word_and_sign(text).unwrap_or((None, rest)),
            signed => signed,
        },
    }
}

/// A word and a sign of the same side behind it, "above >=13.5": the sign says whether the limit is included.
fn word_and_sign(text: &str) -> Option<(Option<Comparator>, &str)> {
    let (word, signed) = text.split_at(text.find(['<', '>', '≤', '≥'])?);
    let word = *words().comparators.get(&key(word))?;
    let (sign, rest) = Comparator::take_sign(signed);
    let is_of_low = |c: Comparator| matches!(c, Comparator::Greater | Comparator::GreaterOrEqual);
    (is_of_low(sign?) == is_of_low(word)).then_some((sign, rest))
}

/// Takes a comparator in words from the start of a result. "From 60" is none, nor "max 6".
pub(in crate::value) fn word_of_result(text: &str) -> Option<(Comparator, &str)> {
    take_word(text, is_of_results)
}

/// The comparator of a cell of its own, in words that stand in front of a result.
pub(in crate::value) fn of_column(cell: &str) -> Option<Comparator> {
    let word = key(cell);
    let known = words().comparators.get(&word);
    known.copied().filter(|_| is_of_results(&word))
}

fn is_of_results(word: &str) -> bool {
    !words().of_limits_only.contains(word)
}

fn take_word(text: &str, counts: impl Fn(&str) -> bool) -> Option<(Comparator, &str)> {
    let at = number_at(text);
    if at == 0 {
        return None;
    }
    let word = key(&text[..at]);
    let comparator = words().comparators.get(&word)?;
    counts(&word).then(|| (*comparator, &text[at..]))
}

/// Takes a comparator in words from the end of a limit: `40以下`, `50'den küçük`.
pub(super) fn take_behind(text: &str) -> Option<(Comparator, &str)> {
    let at = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    Some((comparator_behind(&text[at..])?, &text[..at]))
}

/// What a text says that stands behind a number, if that is a comparator in words.
pub(in crate::value) fn comparator_behind(text: &str) -> Option<Comparator> {
    let text = text.trim_start_matches([' ', '\u{a0}', '\'', '’']);
    if !text.ends_with(char::is_alphabetic) {
        return None;
    }
    words().behind.get(&key(text)).copied()
}

/// Takes a word from the start of a text that says that two limits follow: `between 3.5 and 5.1`.
pub(super) fn take_between(text: &str) -> Option<&str> {
    let at = number_at(text);
    (0 < at && words().between.contains(&key(&text[..at]))).then(|| &text[at..])
}

/// What stands between two limits behind such a word.
pub(super) fn ands() -> impl Iterator<Item = &'static str> {
    words().and.iter().map(String::as_str)
}

/// The interval in front of a word that calls it normal or desirable: `>= 90` of `>= 90 : Normal`.
pub(super) fn before_heading(text: &str) -> &str {
    let whole = text.trim_end_matches([')', ']', ' ']);
    let Some(at) = whole
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map(|(at, _)| at)
    else {
        return text;
    };
    // "subnormal", "ab-normal", "(ab)normal" are other words.
    let apart = |before: &str| before.ends_with([' ', '\u{a0}', '(', '[', ':', '=']);
    if !apart(&text[..at]) || !words().headings_behind.contains(&key(&whole[at..])) {
        return text;
    }
    text[..at].trim_end_matches([' ', '\u{a0}', '(', '[', ':', '=', ','])
}

/// The interval behind a heading: `< 5` of `Normal: < 5`.
pub(super) fn behind_heading(text: &str) -> &str {
    let is_letter = |c: char| c.is_alphabetic();
    if !text.starts_with(is_letter) {
        return text;
    }
    // The longest heading first: each blank, sign or digit may end it.
    let ends = text
        .char_indices()
        .rev()
        .filter(|(at, c)| !is_letter(*c) && text[..*at].ends_with(is_letter));
    for (at, _) in ends {
        let head = key(&text[..at]);
        if words().headings.contains(&head) {
            return text[at..].trim_start_matches([' ', '\u{a0}', '\t', ':', '.', '=']);
        }
    }
    text
}

/// Where the number begins, with its sign.
fn number_at(text: &str) -> usize {
    let digit = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    // "less than .9": a point of the number. Close to a word it is that of an abbreviation: "max.5".
    let is_word = |before: &str| before.ends_with(|c: char| c.is_ascii_alphanumeric());
    let point = text[..digit]
        .strip_suffix('.')
        .filter(|before| !is_word(before));
    let start = point.map_or(digit, str::len);
    match text[..start].strip_suffix(['-', '+']) {
        Some(before) => before.len(),
        None => start,
    }
}

pub(super) fn key(text: &str) -> String {
    let folded = fold_words(text);
    folded.trim_end_matches([' ', '.', ':']).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_words_are_read() {
        assert!(!words().comparators.is_empty());
        assert!(!words().headings.is_empty());
        assert!(unit_doubtful().is_some());
    }

    #[test]
    fn a_heading_is_taken_off() {
        for (text, rest) in [
            ("Normal < 0.95", "< 0.95"),
            ("NORMAL: 3.5-5.1", "3.5-5.1"),
            ("Normal range up to 5", "up to 5"),
            ("Normal<5", "<5"),
            ("normals < 5", "normals < 5"),
            ("Adult < 5", "Adult < 5"),
            ("3.5-5.1", "3.5-5.1"),
        ] {
            assert_eq!(behind_heading(text), rest, "{text:?}");
        }
    }
}
