//! The number in front of words that nobody here knows: `6.9 see note`.

use rust_decimal::Decimal;

use super::around::{is_interval_in_brackets, without_flags_around};
use super::{Comparator, Value, is_blank, number, take_flag};
use crate::observation::NumberStyle;
use crate::text::fold_words;

/// A number, and the words behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BeforeWords<'a> {
    pub(crate) number: Decimal,
    /// On this side of it: `> 7 see note`.
    pub(crate) side: Option<Comparator>,
    pub(crate) words: &'a str,
    /// So few digits that it may be a code of the words, or count what they name: `1 not done`, `2 bottles`.
    pub(crate) may_be_code: bool,
    /// The same of one figure alone.
    pub(crate) is_figure: bool,
    /// A flag stands between: nobody flags the code of some words.
    pub(crate) is_flagged: bool,
}

impl BeforeWords<'_> {
    /// The number, with its side.
    pub(crate) fn value(&self) -> Value<'static> {
        match self.side {
            Some(side) => Value::Censored(side, self.number),
            None => Value::Number(self.number),
        }
    }
}

/// The number in front of words that are not known, with or without a flag between. Not of what is counted ("2 hours", "1 of 3",
/// "2nd"), and not where more numbers may belong to it ("4 - 5", "1:40", "1+").
pub(crate) fn before_words(text: &str, style: NumberStyle) -> Option<BeforeWords<'_>> {
    let whole = text.trim_matches(is_blank);
    let inside = without_flags_around(whole);
    let (side, text) = Comparator::take(inside);
    let text = text.trim_start_matches(is_blank);
    let bare = text.trim_end_matches(|c| matches!(c, '#' | '?') || is_blank(c));
    let is_marked = bare.len() < whole.len();
    let (number, rest) = take_number(bare, style);
    let number = number?;
    let digits = &bare[..bare.len() - rest.len()];
    let is_whole = side.is_none() && digits.bytes().all(|c| c.is_ascii_digit());
    let may_be_code = digits.len() <= CODE && is_whole;
    let found = |words, flag: &str| BeforeWords {
        number,
        side,
        words,
        may_be_code,
        is_figure: is_whole && digits.len() == 1,
        is_flagged: !flag.is_empty(),
    };
    if is_footnote(rest, digits) {
        return Some(found("", ""));
    }
    let (flag, rest) = match take_flag(rest) {
        // "2 H post dose": of hours. "7 H clotted" is high.
        ("H", behind) if is_since(behind) => ("", rest),
        taken => taken,
    };
    // "*1 see note" names a note.
    if inside.len() < whole.len() && may_be_code && flag.is_empty() {
        return None;
    }
    // "6.9#", "6.9 H?", "(6.9 H)"
    if rest.is_empty() {
        return is_marked.then(|| found("", flag));
    }
    // "6.9 H (3.5-5.1)"
    if is_interval_in_brackets(rest, style) {
        return Some(found("", flag));
    }
    if !flag.is_empty() && is_footnote(rest, digits) {
        return Some(found("", flag));
    }
    let words = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let between = &rest[..rest.len() - words.len()];
    let is_apart = !flag.is_empty()
        || between.starts_with(|c: char| is_blank(c) || matches!(c, '(' | '[' | ',' | ';' | ':'));
    let signs = ['+', '/', '~', '<', '>', '^', '%', '='];
    let is_code = may_be_code && between.contains(':');
    let is_plain = !is_code && !between.contains(signs);
    let is_word = words.starts_with(char::is_alphabetic);
    (is_apart && is_plain && is_word && !are_counted(words, digits, may_be_code))
        .then(|| found(words, flag))
}

/// The mark of a footnote behind a number: `6.9 †`, `6.9 1)`, `6.9 [1]`, `6.9¹`, `6.9^a`. A raised figure behind ten is its power.
pub(super) fn is_footnote(rest: &str, digits: &str) -> bool {
    const SIGNS: &[char] = &['†', '‡', '§', '¶', '⁎', '※'];
    const RAISED: &[char] = &['¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let mark = rest.trim_matches(is_blank);
    let all_of =
        |text: &str, signs: &[char]| !text.is_empty() && text.chars().all(|c| signs.contains(&c));
    if let Some(letter) = mark.strip_prefix('^') {
        return letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_lowercase());
    }
    let is_counted = |text: &str| {
        text.len() <= CODE && !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit())
    };
    let starred = mark.trim_start_matches('*');
    // "1)" is apart from its number; behind a star or within brackets it may stand close to it.
    let is_apart = rest.starts_with(is_blank) || starred.len() < mark.len();
    let closed = starred.strip_suffix([')', ']']);
    let in_brackets = closed.and_then(|text| text.strip_prefix(['(', '[']));
    in_brackets.is_some_and(is_counted)
        || (is_apart && closed.is_some_and(is_counted))
        || (starred.len() < mark.len() && is_counted(starred))
        || all_of(mark, SIGNS)
        || (digits != "10" && all_of(mark.trim_end_matches(')'), RAISED))
}

/// True for words about the time since something.
fn is_since(words: &str) -> bool {
    const SINCE: &[&str] = &[
        "post", "after", "nach", "pp", "pc", "ogtt", "gtt", "apres", "despues", "dopo", "na",
        "efter", "etter",
    ];
    let folded = fold_words(words);
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.next().is_some_and(|first| SINCE.contains(&first))
}

/// Digits of a code, or of a count, at most.
const CODE: usize = 2;

/// `6.9: see note` has a sign that no number may end with.
fn take_number(text: &str, style: NumberStyle) -> (Option<Decimal>, &str) {
    match number::take_number(text, style) {
        (None, _) => {
            let mut marks = text.match_indices([',', ':']);
            let is_last = |at: usize| !text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
            let end = marks.find(|(at, _)| is_last(*at));
            match end.map(|(at, _)| (number::take_number(&text[..at], style), &text[at..])) {
                Some(((number, ""), rest)) => (number, rest),
                _ => (None, text),
            }
        }
        taken => taken,
    }
}

/// Is the number in front of these words one of a time, a volume, a part, or of things?
fn are_counted(words: &str, digits: &str, may_be_code: bool) -> bool {
    let folded = fold_words(words);
    let mut all = folded.split(|c: char| !c.is_alphanumeric());
    let first = all.next().unwrap_or("");
    if MEASURES.contains(&first) {
        return true;
    }
    // "7 to be phoned", "7 may be raised": without another number nothing is joined, and no day is told.
    if JOINING.contains(&first) {
        let mut rest = all.clone().filter(|word| !word.is_empty());
        let next = rest.find(|word| !JOINING.contains(word)).unwrap_or("");
        let is_number = !next.is_empty() && next.bytes().all(|c| c.is_ascii_digit());
        let is_grade = first == GRADE && next.is_empty();
        if is_number || is_grade {
            return true;
        }
    }
    const AHEAD: usize = 2;
    // "7 sample old": more than one would be samples.
    let is_thing = |word: &str| match word.strip_suffix('s') {
        Some(one) if THINGS.contains(&one) => true,
        _ => SEVERAL.contains(&word) || (digits == "1" && THINGS.contains(&word)),
    };
    may_be_code && (is_thing(first) || all.take(AHEAD).any(is_thing))
}

/// What is measured in such numbers, and numbers of no patient, folded.
#[rustfmt::skip]
const MEASURES: &[&str] = &[
    "h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes", "s", "sec", "d", "day", "days", "wk", "wks", "week", "weeks", "mo", "month",
    "months", "y", "yr", "yrs", "year", "years", "std", "stunde", "stunden", "tag", "tage", "wochen", "monate", "jahre", "heure", "heures", "jour", "jours",
    "hora", "horas", "dia", "dias", "ora", "ore", "giorno", "giorni", "uur", "uren", "dag", "dagen", "timer", "timme", "timmar", "tim", "dagar", "dager",
    "tunti", "tuntia", "godz", "godzina", "godziny", "godzin", "hodina", "hodiny", "hodin", "saat", "perc",
    "am", "pm", "uhr", "times", "fold", "cells", "cell", "zellen", "ml", "ul", "l", "drops", "st", "nd", "rd", "th",
    "jan", "feb", "apr", "jun", "jul", "aug", "sep", "oct", "nov",
    "qc", "iqc", "eqa", "control", "level", "target", "goal", "ziel", "limit",
];

/// What joins a number to the next one, or to the whole of which it is a part, folded; and months that are another word as well.
/// Of "7 or 8" each may be the result.
const JOINING: &[&str] = &[
    "of", "out", "von", "de", "to", "bis", "a", "x", GRADE, "mar", "may", "dec",
];

/// `2 plus`.
const GRADE: &str = "plus";

/// What is counted where blood is drawn, folded; more than one has an "s", or stands among the others. With a fraction it is a
/// remark: "6.9 sample old".
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "sample", "specimen", "tube", "bottle", "aliquot", "vial", "container", "card", "slide", "swab", "test", "result", "time", "probe", "rohrchen", "muestra",
    "campione", "amostra", "buis", "ror",
];
const SEVERAL: &[&str] = &["proben", "rohrchen", "campioni", "buizen", "ror"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_front_of_words() {
        for (text, expected) in [
            ("6.9 see note", Some("6.9")),
            ("6.9 (see note)", Some("6.9")),
            ("6.9, ward told at 10:30", Some("6.9")),
            ("6.9: see note", Some("6.9")),
            ("6.9 #", Some("6.9")),
            ("6.9?", Some("6.9")),
            // A footnote.
            ("6.9 1)", Some("6.9")),
            ("6.9 (1)", Some("6.9")),
            ("6.9(1)", Some("6.9")),
            ("6.9 [1]", Some("6.9")),
            ("6.9¹", Some("6.9")),
            ("6.9 †", Some("6.9")),
            ("6.9†", Some("6.9")),
            ("7 †", Some("7")),
            ("6.9 H 1)", Some("6.9")),
            ("6.9 H †", Some("6.9")),
            ("6.9 *1", Some("6.9")),
            ("6.9^a", Some("6.9")),
            ("6.91)", None),
            ("10^3", None),
            ("10³", None),
            ("6.9 (6.8)", None),
            ("6.9 (120)", None),
            // On one side of it.
            ("> 7 see note", Some("7")),
            (">7.0 (see note)", Some("7.0")),
            ("105 result phoned", Some("105")),
            // Behind a flag.
            ("6.9 H see note", Some("6.9")),
            ("6.9H see note", Some("6.9")),
            ("6.9* see note", Some("6.9")),
            ("6.9 (H) see note", Some("6.9")),
            ("6.9 H?", Some("6.9")),
            ("1.9 L see note", Some("1.9")),
            // A fraction counts nothing.
            ("6.9 to be phoned", Some("6.9")),
            ("6.9 a bit old", Some("6.9")),
            ("6.9 sample old", Some("6.9")),
            // Nothing else is joined to it.
            ("7 to be phoned", Some("7")),
            ("7 and repeated", Some("7")),
            ("7 a 2nd sample is advised", Some("7")),
            ("7 out of range", Some("7")),
            ("7 may be falsely raised", Some("7")),
            ("7 or 8", Some("7")),
            ("7 sample old", Some("7")),
            ("7 H clotted", Some("7")),
            ("7H see note", Some("7")),
            ("6.9", None),
            ("6.9 H", None),
            ("see note 6.9", None),
            ("2 hours", None),
            ("2 h post dose", None),
            ("2 H post dose", None),
            ("1.5 h post dose", None),
            ("1.5 H post dose", None),
            ("2 uur", None),
            ("1 ora", None),
            ("2 timer", None),
            ("2 H OGTT", None),
            ("1 of 3", None),
            ("1 out of 3", None),
            ("1 of the tubes", None),
            ("2 plus", None),
            ("2 x 3", None),
            ("6.9 to 7.2", None),
            ("2nd sample", None),
            ("2 tests", None),
            ("2 bottles", None),
            ("1 aliquot", None),
            ("2 haemolysed samples", None),
            ("1 = not done", None),
            ("1: not done", None),
            ("1+ hemolyzed", None),
            ("1:40 positive", None),
            ("12:30 phoned", None),
            ("4 - 5 units", None),
            ("12 Mar 2026", None),
            ("7 May 2026", None),
            ("6.9 % of all", None),
        ] {
            let found = before_words(text, NumberStyle::default());
            let number = found.map(|found| found.number.to_string());
            assert_eq!(number.as_deref(), expected, "{text}");
        }
    }
}
