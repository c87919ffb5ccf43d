//! One name with its grade after the other, and the headings in front of them.

use super::{Grades, LETTERS, Order};

/// Names of the three, longest first: a letter, an index, a short form.
const NAMES: &[(&str, usize)] = &[
    ("haem", 0),
    ("hemo", 0),
    ("turb", 2),
    ("h.i.", 0),
    ("i.i.", 1),
    ("l.i.", 2),
    ("hem", 0),
    ("ict", 1),
    ("lip", 2),
    ("hi", 0),
    ("ii", 1),
    ("li", 2),
    ("h", 0),
    ("i", 1),
    ("l", 2),
];

/// Words in front of them; and words that may stand behind their letters.
const HEADINGS: &[&str] = &[
    "serum indices",
    "serum index",
    "sample indices",
    "sample index",
    "indices",
    "index",
    "serumindices",
    "serumindizes",
    "indizes",
];
const INDICES: &[&str] = &[
    "indices", "index", "indizes", "flags", "flag", "values", "grades",
];

/// Words for a grade.
const WORDS: &[&str] = &[
    "moderate", "slight", "trace", "gross", "none", "neg", "nil", "n",
];

/// Units that may stand behind a number.
const UNITS: &[&str] = &["mg/dl", "g/l", "umol/l", "mg/l"];

/// Digits of the longest number of an index, and of a year.
pub(super) const DIGITS: usize = 4;

/// What stands behind names, one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entries<'t> {
    pub(super) grades: Grades<'t>,
    /// What follows the last.
    pub(super) behind: &'t str,
    /// The first name is that of an index, not a letter; a sign sets its number off.
    pub(super) is_index: bool,
    pub(super) is_set_off: bool,
    /// A unit stands behind a number: an amount, which its words read.
    pub(super) has_unit: bool,
}

impl<'t> Entries<'t> {
    pub(super) fn of(text: &'t str) -> Entries<'t> {
        let mut found = Entries {
            grades: [None; LETTERS.len()],
            behind: text,
            is_index: false,
            is_set_off: false,
            has_unit: false,
        };
        let mut rest = text;
        while let Some((place, name, behind)) = name(rest) {
            let set_off = skip(behind).starts_with([':', '=']) || name.ends_with('.');
            let bare = behind.trim_start_matches(|c: char| is_blank(c) || matches!(c, ':' | '='));
            let bare = behind_dash(behind).unwrap_or(bare);
            // "Hi3" is no index, and "HEM2" a code of its own.
            let is_apart = name.len() == 1 || bare.len() < behind.len() || bare.starts_with('+');
            let in_brackets = || {
                let (grade, behind) = grade(bare.strip_prefix('(')?)?;
                Some((grade, behind.strip_prefix(')')?))
            };
            let found_grade = grade(bare).or_else(in_brackets);
            let Some((grade, behind)) = found_grade.filter(|_| is_apart || bare.starts_with('('))
            else {
                break;
            };
            if found.grades[place].is_some() {
                break;
            }
            if found.count() == 0 {
                (found.is_index, found.is_set_off) = (1 < name.len(), set_off);
            }
            found.grades[place] = Some(grade);
            let unit = UNITS.iter().find_map(|unit| strip(skip(behind), unit));
            found.has_unit |= unit.is_some();
            let behind = unit.unwrap_or(behind);
            found.behind = behind;
            rest = behind.trim_start_matches(|c: char| is_blank(c) || is_between(c));
        }
        found
    }

    /// How many of them have a grade.
    pub(super) fn count(&self) -> usize {
        self.grades.iter().flatten().count()
    }
}

/// What stands behind a dash between a name and its grade: "H-3", "L - N". Behind a colon it is the sign of a number, and alone a
/// grade.
fn behind_dash(text: &str) -> Option<&str> {
    let dashed = skip(text).strip_prefix(['-', '\u{2013}'])?;
    let grade = skip(dashed);
    let is_between = (text.len() - skip(text).len() == 0) == (grade.len() == dashed.len());
    (is_between && grade.starts_with(char::is_alphanumeric)).then_some(grade)
}

/// The name at the beginning of a text: its place, itself, and what stands behind it. Two letters in small ones are a word.
fn name(text: &str) -> Option<(usize, &str, &str)> {
    let mut names = NAMES.iter();
    names.find_map(|(known, place)| {
        let behind = strip(text, known)?;
        let name = &text[..known.len()];
        let is_word = known.len() == 2 && name.bytes().any(|c| c.is_ascii_lowercase());
        let goes_on = behind.starts_with(char::is_alphabetic);
        // "HN": a letter with its grade.
        let is_graded = known.len() == 1 && grade(behind).is_some();
        (!is_word && (!goes_on || is_graded)).then_some((*place, name, behind))
    })
}

/// A heading, the order it gives, and what stands behind it.
pub(super) fn heading(text: &str) -> Option<(Order, &str)> {
    let (order, rest) = by_words(text).or_else(|| by_order(text))?;
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest = rest.trim_start_matches(is_lead);
    let word = INDICES.iter().find_map(|word| {
        let rest = strip(rest, word)?;
        (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
    });
    Some((order, word.unwrap_or(rest).trim_start_matches(is_lead)))
}

fn by_words(text: &str) -> Option<(Order, &str)> {
    let rest = HEADINGS.iter().find_map(|words| strip(text, words))?;
    Some(([0, 1, 2], rest))
}

/// `HIL`, `L/I/H`, `H,I,L`: each letter once.
fn by_order(text: &str) -> Option<(Order, &str)> {
    let mut order = [None; LETTERS.len()];
    let mut rest = text;
    for at in 0..LETTERS.len() {
        if 0 < at {
            rest = rest.strip_prefix(['/', ',', '-', '|']).unwrap_or(rest);
        }
        let letter = rest.chars().next()?.to_ascii_lowercase();
        let place = LETTERS.iter().position(|known| *known == letter)?;
        if order[place].replace(at).is_some() {
            return None;
        }
        rest = &rest[1..];
    }
    let [Some(h), Some(i), Some(l)] = order else {
        return None;
    };
    Some(([h, i, l], rest))
}

/// A number with or without a plus, pluses, or a word, at the beginning of a text, and what stands behind it. Not the
/// beginning of a longer number or word.
pub(super) fn grade(text: &str) -> Option<(&str, &str)> {
    let signs = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - signs.len();
    let behind = signs.trim_start_matches('+');
    let length = text.len() - behind.len();
    if 0 < length {
        // "H2I0": the next letter may follow at once.
        let is_name = behind.starts_with(['H', 'I', 'L', 'h', 'i', 'l']);
        let decimal = behind
            .strip_prefix('.')
            .is_some_and(|rest| digits == length && rest.starts_with(|c: char| c.is_ascii_digit()));
        let goes_on = behind.starts_with(char::is_alphanumeric) && !is_name;
        if decimal || goes_on || DIGITS < digits {
            return None;
        }
        return Some((&text[..length], behind));
    }
    if let Some(behind) = text.strip_prefix('-') {
        let ends = !behind.starts_with(char::is_alphanumeric);
        return ends.then_some((&text[..1], behind));
    }
    WORDS.iter().find_map(|word| {
        let behind = strip(text, word)?;
        let ends = !behind.starts_with(char::is_alphanumeric);
        ends.then_some((&text[..word.len()], behind))
    })
}

/// The text behind a word in capitals or not.
fn strip<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (front, behind) = text.split_at_checked(word.len())?;
    front.eq_ignore_ascii_case(word).then_some(behind)
}

/// A text without the blanks in front.
pub(super) fn skip(text: &str) -> &str {
    text.trim_start_matches(is_blank)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

fn is_between(c: char) -> bool {
    matches!(c, ',' | ';' | '/' | '|')
}

/// What may stand between a heading and what it heads.
fn is_lead(c: char) -> bool {
    is_blank(c) || matches!(c, ':' | '=' | '(' | '[')
}
