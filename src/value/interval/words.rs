//! Words before a printed limit: `up to 0.95`, `ab 60`, `Normal < 5`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::fold_words;
use crate::value::Comparator;

/// `reference_ranges/results/printed.toml`.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    bound(deserialize = "'de: 'static")
)]
struct File {
    heading: Vec<&'static str>,
    heading_behind: Vec<&'static str>,
    before: Comparators,
    between: Between,
    behind: Comparators,
    female: Vec<&'static str>,
    male: Vec<&'static str>,
    female_beside_male: Vec<&'static str>,
    either: Vec<&'static str>,
    adult: Vec<&'static str>,
    unit_doubtful: UnitDoubtful,
}

/// Words that stand on one side of the number.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    bound(deserialize = "'de: 'static")
)]
struct Comparators {
    at_most: Vec<&'static str>,
    below: Vec<&'static str>,
    at_least: Vec<&'static str>,
    above: Vec<&'static str>,
    /// Those of them that say nothing of a result.
    #[serde(default)]
    of_limits_only: Vec<&'static str>,
}

/// Words around two numbers.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    bound(deserialize = "'de: 'static")
)]
struct Between {
    before: Vec<&'static str>,
    and: Vec<&'static str>,
}

impl Comparators {
    fn each(self) -> impl Iterator<Item = (&'static str, Comparator)> {
        let lists = [
            (self.at_most, Comparator::LessOrEqual),
            (self.below, Comparator::Less),
            (self.at_least, Comparator::GreaterOrEqual),
            (self.above, Comparator::Greater),
        ];
        let of_one = |(texts, comparator): (Vec<&'static str>, Comparator)| {
            texts.into_iter().map(move |text| (text, comparator))
        };
        lists.into_iter().flat_map(of_one)
    }
}

/// By how much an interval must miss the bundled ones, that its unit is in doubt.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnitDoubtful {
    /// Ratio of the middles of two intervals that do not overlap.
    pub two_sided: f64,
    /// Ratio of single limits.
    pub one_sided: f64,
    /// Ratio of the limits of two intervals that are alike.
    pub alike: f64,
    /// Part of the width of the interval in use, by which one that may be of critical limits reaches beyond it.
    pub room: f64,
    /// Part of the width of an interval, by which the limits of the same one differ between laboratories.
    pub same: f64,
}

/// Of whom an interval is, by the word in front of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Female,
    Male,
    /// One of them, and nobody knows which.
    Either,
    Adult,
}

#[derive(Default)]
pub(super) struct Words {
    comparators: HashMap<String, Comparator>,
    /// Those of them that say nothing of a result.
    of_limits_only: HashSet<String>,
    /// Those behind the number.
    behind: HashMap<String, Comparator>,
    headings: Vec<String>,
    headings_behind: Vec<String>,
    between: Vec<String>,
    /// What stands between the two numbers then, with its blanks.
    and: Vec<String>,
    pub(super) groups: HashMap<String, Group>,
    /// Letters of a female and a male that mean these only beside each other.
    pub(super) pairs: Vec<(String, String)>,
    unit_doubtful: Option<UnitDoubtful>,
}

pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        // A test reads the bundled file.
        bundled!("results/printed").map_or_else(|_: serde_json::Error| Words::default(), of_file)
    })
}

fn of_file(file: File) -> Words {
    let mut words = Words::default();
    let only = file.before.of_limits_only.iter();
    words.of_limits_only = only.map(|text| key(text)).collect();
    let before = file.before.each();
    words.comparators = before
        .map(|(text, comparator)| (key(text), comparator))
        .collect();
    let behind = file.behind.each();
    words.behind = behind
        .map(|(text, comparator)| (key(text), comparator))
        .collect();
    words.between = file.between.before.iter().map(|text| key(text)).collect();
    let and = file.between.and.iter();
    words.and = and.map(|text| format!(" {text} ")).collect();
    for (texts, group) in [
        (file.female, Group::Female),
        (file.male, Group::Male),
        (file.either, Group::Either),
        (file.adult, Group::Adult),
    ] {
        for text in texts {
            words.groups.insert(key(text), group);
        }
    }
    let pairs = file.female_beside_male.iter();
    let pairs = pairs.filter_map(|pair| pair.split_once(' '));
    words.pairs = pairs.map(|(f, m)| (f.to_string(), m.to_string())).collect();
    words.unit_doubtful = Some(file.unit_doubtful);
    words.headings = file.heading.iter().map(|text| key(text)).collect();
    let behind = file.heading_behind.iter();
    words.headings_behind = behind.map(|text| key(text)).collect();
    words
}

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
