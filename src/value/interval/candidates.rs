//! The intervals that a printed text may hold which is not read as a whole: `15-150` and `15-300` of
//! `<50 J.: 15-150 >50 J.: 15-300`. None of them judges a result, but each may speak against a calm flag.

use super::{Ends, Side, cell, included, marks, span, words};
use crate::age;
use crate::interpretation::Limit;
use crate::observation::{NumberStyle, Observation};
use crate::text::trim;
use crate::value::read_number;

/// The pairs of numbers in the text of a row and the single ones with a comparator, but for those of ages; and the cells of its
/// limits.
pub(crate) fn candidates(row: &Observation<'_>) -> Vec<Ends> {
    let style = marks::of_row(row);
    let mut found = of_text(row.range, style);
    let end = |text: &str, side: Side| cell(trim(text), side, style).ok().flatten();
    let (low, high) = (end(row.low, Side::Low), end(row.high, Side::High));
    if is_interval((low, high)) {
        found.push((low, high));
    }
    found
}

/// True if two intervals have more in common than a limit.
pub(crate) fn overlap(one: Ends, other: Ends) -> bool {
    let is_below = |high: Option<Limit>, low: Option<Limit>| {
        high.zip(low)
            .is_some_and(|(high, low)| high.value <= low.value)
    };
    !is_below(one.1, other.0) && !is_below(other.1, one.0)
}

fn of_text(text: &str, style: NumberStyle) -> Vec<Ends> {
    let numbers = numbers(text);
    let mut found = Vec::new();
    let (mut at, mut before) = (0, 0);
    while let Some(&(from, to)) = numbers.get(at) {
        let pair = numbers.get(at + 1).and_then(|&(_, end)| {
            let (low, high) = span::split_span(&text[from..end], style)?;
            Some(((included(low), included(high)), end))
        });
        let (ends, end) = match pair {
            Some((ends, end)) => (Some(ends), end),
            None => (one_sided(&text[before..to], from - before, style), to),
        };
        at += 1 + usize::from(pair.is_some());
        before = end;
        let is_age = || is_of_age(&text[end..]) || is_of_group(text, from, end);
        let ends = ends.filter(|ends| is_interval(*ends) && !is_age());
        found.extend(ends);
    }
    found
}

/// One limit: `number` is where its digits begin, and in front of them stands its comparator, behind whatever else.
fn one_sided(text: &str, number: usize, style: NumberStyle) -> Option<Ends> {
    let starts = text[..number].char_indices().map(|(at, _)| at);
    let is_start = |at: &usize| {
        let glued = text[..*at].ends_with(char::is_alphanumeric);
        !glued || !text[*at..].starts_with(char::is_alphanumeric)
    };
    starts.filter(is_start).find_map(|at| {
        let (comparator, rest) = words::take(&text[at..]);
        let value = read_number(rest.trim(), style)?;
        let comparator = comparator?;
        let limit = Some(Limit {
            value,
            inclusive: comparator.includes(),
        });
        Some(match comparator.is_below() {
            true => (None, limit),
            false => (limit, None),
        })
    })
}

/// Where the numbers of a text begin and end; those of a unit are none: `10^9/L`, `/1.73m2`.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(is_part).map(|at| from + at) {
        let length = text[start..].find(|c| !is_part(c));
        let end = length.map_or(text.len(), |length| start + length);
        from = end;
        let trimmed = text[start..end].trim_start_matches(['.', ',']);
        let start = end - trimmed.len();
        let number = trimmed.trim_end_matches(['.', ',']);
        let of_unit = text[..start]
            .ends_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '^' | '*'));
        if !number.is_empty() && !of_unit {
            found.push((start, start + number.len()));
        }
    }
    found
}

/// True for limits, and not for what stands in exports for none: `0-0`.
fn is_interval(ends: Ends) -> bool {
    match ends {
        (Some(low), Some(high)) => low.value < high.value,
        (None, None) => false,
        _ => true,
    }
}

/// True where a unit of ages stands behind a number: `18-60 years`, `<50 J.`. `w` may be a woman's, and `d` anything.
fn is_of_age(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '\u{a0}', '-', '.']);
    let length = behind.find(|c: char| !c.is_alphabetic());
    let word = behind[..length.unwrap_or(behind.len())].to_lowercase();
    match word.chars().count() {
        0 => false,
        1 => ["y", "j", "a", "л"].contains(&word.as_str()),
        _ => age::is_unit(&word) || ["yo", "lj"].contains(&word.as_str()),
    }
}

/// Whose interval it is, beside what adults are called: headings of an age, and of those that are no adults.
const AGES: &[&str] = &[
    "age", "aged", "ages", "alter", "edad", "idade", "âge", "leeftijd",
];
const CHILDREN: &[&str] = &[
    "child",
    "children",
    "kids",
    "infant",
    "infants",
    "newborns",
    "neonates",
    "adolescents",
    "teenagers",
    "kinder",
    "enfants",
    "niños",
    "crianças",
    "bambini",
    "kinderen",
    "barn",
    "elderly",
    "seniors",
];

/// What stands between them and the age.
const BEYOND: &[&str] = &[
    "over",
    "above",
    "older than",
    "from",
    "under",
    "below",
    "younger than",
    "über",
    "ab",
    "unter",
    "bis",
];

/// True for whole numbers behind the name of a group of ages that say of which age it is, without a unit: `Adults 18-60: 5-33`,
/// `Adults (>18): 5-33`, `(adults over 18)`. In `Adults: 5-33` and `children up to 40` they are limits.
fn is_of_group(text: &str, from: usize, end: usize) -> bool {
    if text[from..end].contains(['.', ',']) {
        return false;
    }
    let is_mark = |c: char| matches!(c, ' ' | '\u{a0}' | '(' | '[' | '<' | '>' | '=' | '≤' | '≥');
    let lower = text[..from].to_lowercase();
    let before = lower.trim_end_matches(is_mark);
    let stripped = BEYOND.iter().find_map(|word| {
        let rest = before.strip_suffix(word)?;
        rest.ends_with(' ').then(|| rest.trim_end_matches(is_mark))
    });
    let compares = stripped.is_some() || lower.trim_end().ends_with(['<', '>', '=', '≤', '≥']);
    let before = stripped.unwrap_or(before);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    let word = word.unwrap_or_default();
    if AGES.contains(&word) {
        return true;
    }
    let is_adult = words::words().groups.get(word) == Some(&words::Group::Adult);
    if !is_adult && !CHILDREN.contains(&word) {
        return false;
    }
    let behind = text[end..].trim_start();
    let closed = behind.strip_prefix([')', ']']);
    let heads = closed.unwrap_or(behind).trim_start().starts_with(':');
    heads || (is_adult && compares && closed.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let end = |limit: Option<Limit>| limit.map_or_else(String::new, |l| l.value.to_string());
        let found = of_text(text, NumberStyle::default()).into_iter();
        let shown: Vec<String> = found
            .map(|(low, high)| format!("{}..{}", end(low), end(high)))
            .collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn what_a_text_may_hold() {
        for (text, expected) in [
            ("<50 J.: 15-150 >50 J.: 15-300", "15..150 15..300"),
            ("See note: <33", "..33"),
            ("Women (18-60): 0.5-0.9", "18..60 0.5..0.9"),
            ("Women (18-60 years): 0.5-0.9", "0.5..0.9"),
            ("M: 62-106 V: 44-80", "62..106 44..80"),
            ("children up to 40, others up to 30", "..40 ..30"),
            (
                "Desirable <200; borderline 200 - 239; high >= 240",
                "..200 200..239 240..",
            ),
            ("135 to 145 (child)", "135..145"),
            ("4.0-10.0 10^9/L (child)", "4.0..10.0"),
            ("> 60 mL/min/1.73m2 (adult)", "60.."),
            ("Adults 18-60: 5-33", "5..33"),
            ("Adults (>18): 5-33", "5..33"),
            ("children 1-15: 100-400", "100..400"),
            ("5-33 (adults over 18)", "5..33"),
            ("Age 18-60: 5-33", "5..33"),
            ("Adults: 5-33", "5..33"),
            ("Adults 5-33; children 5-40", "5..33 5..40"),
            ("Adults (0.5-1.1): see note", "0.5..1.1"),
            ("see note 4", ""),
            ("0-0", ""),
            ("NEGATIVE", ""),
        ] {
            check(text, expected);
        }
    }
}
