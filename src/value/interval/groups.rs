//! Intervals for several groups of people in one text: `Frauen 44-80, Männer 62-106`, `Erw.: 44-80`.

use super::words::{self, Group};
use super::{Printed, text};
use crate::observation::{NumberStyle, Observation};
use crate::person::{ADULT, Person, Sex};
use crate::text::is_sign;

/// They are words by themselves.
const SIGNS_OF_SEX: [char; 2] = ['♀', '♂'];

/// One word for a group, by its key, and where it stands.
struct Label {
    key: String,
    from: usize,
    to: usize,
}

/// True for a text with words for groups: what it says depends on the person.
pub(super) fn is_of_groups(printed: &str) -> bool {
    printed.bytes().any(|byte| byte.is_ascii_digit()) && !labels(printed).is_empty()
}

/// True for words for groups without numbers: "(adult)".
pub(super) fn is_named_in(text: &str) -> bool {
    !text.is_empty() && !labels(text).is_empty()
}

/// What letters mean by the sexes of the file.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters {
    /// An `M` beside no other letter may be a woman's as well.
    is_m_open: bool,
    /// Whose a `V` is. An `M` beside it is the other one's.
    of_v: Option<Sex>,
}

impl Letters {
    pub(super) fn of(row: &Observation<'_>) -> Letters {
        Letters {
            is_m_open: row.is_m_open,
            of_v: row.of_v,
        }
    }
}

/// The interval in a text that is this person's, if it can be told.
pub(super) fn of_person<'a>(
    printed: &'a str,
    style: NumberStyle,
    person: &Person,
    letters: Letters,
) -> Option<Printed<'a>> {
    let labels = labels(printed);
    let (first, last) = (labels.first()?, labels.last()?);
    let has = |letter: &str| labels.iter().any(|label| label.key == letter);
    let of_women = |label: &Label| {
        let group = words::words().groups.get(&label.key);
        matches!(group, Some(Group::Female))
    };
    // Beside women it is the men's.
    let letters = Letters {
        is_m_open: letters.is_m_open && !labels.iter().any(of_women),
        ..letters
    };
    let between = |text: &'a str| {
        text.trim_matches(|c: char| c.is_whitespace() || ":;,=/|()[]-–.".contains(c))
    };
    // The words stand in front of their intervals, or behind them.
    let in_front = is_silent(&printed[..first.from]);
    if !in_front && !is_silent(&printed[last.to..]) {
        return None;
    }
    let mut own = None;
    // Words beside each other are one group: "adult male".
    let mut fits = true;
    // Where the words stand behind it, its text: whose it is the next word may still say.
    let mut pending = "";
    let mut before = 0;
    let mut take = |fits: bool, body: &'a str| {
        // Two for the same people: by their age, or whatever else.
        let is_second = fits && own.replace(between(body)).is_some();
        (!is_second).then_some(())
    };
    for (at, label) in labels.iter().enumerate() {
        let is_own = is_of(&label.key, &has, person, letters)?;
        if in_front {
            fits &= is_own;
            let end = labels.get(at + 1).map_or(printed.len(), |next| next.from);
            let body = &printed[label.to..end];
            if !is_silent(body) {
                take(fits, body)?;
                fits = true;
            }
            continue;
        }
        let body = &printed[before..label.from];
        before = label.to;
        match (is_silent(body), at) {
            (true, 0) => return None,
            (true, _) => fits &= is_own,
            (false, _) => {
                take(fits && 0 < at, pending)?;
                (pending, fits) = (body, is_own);
            }
        }
    }
    if !in_front {
        take(fits, pending)?;
    }
    let read = text(own?, style);
    matches!(read, Printed::Interval(..)).then_some(read)
}

/// Is a person of the group of a word? Nothing where nobody knows whose word it is.
fn is_of(
    word: &str,
    has: &impl Fn(&str) -> bool,
    person: &Person,
    letters: Letters,
) -> Option<bool> {
    let pairs = words::words().pairs.iter();
    let mut pairs = pairs.filter(|(female, male)| has(female) && has(male));
    let sex = match pairs.find(|(female, male)| *female == word || *male == word) {
        Some((female, _)) if *female == word => Sex::Female,
        Some(_) => Sex::Male,
        None if word == "v" && letters.of_v.is_some() => letters.of_v?,
        None if word == "m" && has("v") && letters.of_v.is_some() => match letters.of_v? {
            Sex::Female => Sex::Male,
            _ => Sex::Female,
        },
        None if word == "m" && letters.is_m_open => return None,
        None => match words::words().groups.get(word)? {
            Group::Female => Sex::Female,
            Group::Male => Sex::Male,
            Group::Either => return None,
            Group::Adult => return person.age.reached(ADULT),
        },
    };
    Some(person.sex == sex)
}

/// Signs and headings only.
fn is_silent(text: &str) -> bool {
    !words::behind_heading(text.trim()).contains(char::is_alphanumeric)
}

/// The words for groups in a text. A letter is one only in front of a colon, a number or a sign, or in brackets.
fn labels(printed: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut from = 0;
    while let Some(start) = printed[from..]
        .find(|c: char| c.is_alphabetic() || SIGNS_OF_SEX.contains(&c))
        .map(|at| from + at)
    {
        let word = &printed[start..];
        let sign = word.chars().next().filter(|c| SIGNS_OF_SEX.contains(c));
        let length = match sign {
            Some(sign) => sign.len_utf8(),
            None => word
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(word.len()),
        };
        let (word, to) = (&word[..length], start + length);
        from = to;
        if word.starts_with(is_sign) {
            labels.extend(of_signs(word, start).into_iter().flatten());
            continue;
        }
        let behind = printed[to..].trim_start_matches([' ', '.', '\u{a0}']);
        let letter = sign.is_none() && word.chars().nth(1).is_none();
        let bracketed = printed[..start].ends_with('(') && printed[to..].starts_with(')');
        let alone = bracketed
            || behind.starts_with([':', '=', '<', '>', '≤', '≥'])
            || (behind.starts_with(|c: char| c.is_ascii_digit())
                && !printed[to..].starts_with(|c: char| c.is_ascii_digit()));
        // `10^9`, `x10`, `g/L`: a part of a unit.
        let of_unit =
            printed[..start].ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '^');
        let key = words::key(word);
        let known = words::words().groups.contains_key(&key)
            || (letter
                && words::words()
                    .pairs
                    .iter()
                    .any(|(f, m)| *f == key || *m == key));
        if known && (!letter || (alone && !of_unit)) {
            labels.push(Label {
                key,
                from: start,
                to,
            });
        }
    }
    labels
}

/// The words of signs that are written together, `成人男性`; nothing if one of them is not known.
fn of_signs(text: &str, start: usize) -> Option<Vec<Label>> {
    let mut labels = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let rest = &text[from..];
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        let is_word = |end: &usize| {
            words::words()
                .groups
                .contains_key(&words::key(&rest[..*end]))
        };
        let length = ends.rev().find(is_word)?;
        labels.push(Label {
            key: words::key(&rest[..length]),
            from: start + from,
            to: start + from + length,
        });
        from += length;
    }
    Some(labels)
}

#[cfg(test)]
mod tests;
