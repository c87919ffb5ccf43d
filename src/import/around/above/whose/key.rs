//! A key of a line about a person or a draw, and whether another line states something else of the same thing.

use super::names::{self, Part};
use crate::age::Age;
use crate::import::cells::age_and_sex;
use crate::import::cells::sex::SexLetters;
use crate::import::date::{self, DateReading};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};
use crate::person::Sex;

/// What a key is of, whatever its word: two are compared by that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Of a hospital, or of anybody who numbers patients.
    Number,
    Name(Part),
    Birth,
    Sex,
    Age,
    Collected,
    Sample,
    /// A case or an encounter, of one person who may have several.
    Stay,
}

/// A key of a line with what stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    folded: String,
    pub(super) of: Of,
    value: String,
    /// "No", "ID": it may be of anything, unless a line above has the same.
    is_of_anything: bool,
}

/// What two statements are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    Same,
    Other,
    /// Nobody knows: a surname and a given name, two numbers of two registers, a date that may mean two.
    Open,
}

impl Key {
    /// What a key with a value states; nothing for a remark in its place ("Patient: fasting").
    pub(super) fn all(key: &str, value: &str) -> Vec<Key> {
        if age_and_sex::is_header(key) {
            let parts = age_and_sex::parts(value);
            let keys = parts.map(|(role, part)| match role {
                Role::Age => Key::new(key, Of::Age, part),
                _ => Key::new(key, Of::Sex, part),
            });
            return keys.collect();
        }
        let part = names::part(key);
        let entry = vocabulary::entry(key);
        let role = entry.map_or(Role::Patient, |entry| entry.role);
        let is_stay = entry.is_some_and(|entry| entry.kind == Kind::Stay);
        let of = match (part, role) {
            (Some(part), _) => Of::Name(part),
            (None, Role::Birth) => Of::Birth,
            (None, Role::Sex) => Of::Sex,
            (None, Role::Age) => Of::Age,
            (None, Role::Collected) => Of::Collected,
            (None, Role::Sample) => Of::Sample,
            (None, _) if is_stay => Of::Stay,
            // "Patient" is a number, or a name.
            (None, _) if names::is_number(value) => Of::Number,
            (None, _) => Of::Name(Part::Full),
        };
        let says_nothing = match of {
            Of::Name(_) | Of::Number => names::is_remark(value),
            // "Encounter: outpatient".
            Of::Stay => !names::is_number(value),
            _ => false,
        };
        match says_nothing {
            true => Vec::new(),
            false => vec![Key::new(key, of, value)],
        }
    }

    fn new(key: &str, of: Of, value: &str) -> Key {
        let value = match of {
            Of::Sex => SexLetters::of_column(key, [value].into_iter()).read(value),
            // "1981-01-02 (45 y)".
            Of::Birth => value.split('(').next().unwrap_or(value),
            _ => names::without_page(value),
        };
        Key {
            folded: vocabulary::fold(key),
            of,
            value: value.trim().to_string(),
            is_of_anything: vocabulary::entry(key).is_some_and(|it| it.kind == Kind::WideOnly)
                && names::part(key).is_none(),
        }
    }

    /// Is a text written as the number of a patient that stands here, and another one? A page has a shorter one.
    pub(super) fn is_number_like(&self, text: &str) -> bool {
        const LEAST: usize = 3;
        let form = |text: &str| -> String {
            let form = text.chars().map(|c| if c.is_numeric() { '0' } else { c });
            form.collect()
        };
        self.of == Of::Number
            && LEAST <= text.len()
            && form(text) == form(&self.value)
            && !reads_alike(text, &self.value)
    }

    /// True for a key by which a person is told from others, whatever else is stated.
    pub(super) fn names_somebody(&self) -> bool {
        matches!(self.of, Of::Number | Of::Name(_) | Of::Birth | Of::Stay)
    }

    /// True for a key of a person, and not of a draw.
    pub(super) fn is_of_person(&self) -> bool {
        !self.is_of_anything && (self.names_somebody() || matches!(self.of, Of::Sex | Of::Age))
    }

    /// True for a key that counts beside these.
    pub(super) fn counts_beside(&self, keys: &[Key]) -> bool {
        !self.is_of_anything || keys.iter().any(|own| own.folded == self.folded)
    }

    /// Against what stands under a key of the same thing; nothing where this one is of another.
    pub(super) fn beside(&self, own: &Key) -> Option<Beside> {
        use Beside::{Open, Other, Same};
        let (one, other) = (self.value.as_str(), own.value.as_str());
        let is = |same: bool| if same { Same } else { Other };
        let has_one_word = self.folded == own.folded;
        Some(match (self.of, own.of) {
            (Of::Name(part), Of::Name(own)) => names::beside(part, one, own, other),
            (Of::Number, Of::Number) | (Of::Sample, Of::Sample) | (Of::Stay, Of::Stay) => {
                match (reads_alike(one, other), has_one_word) {
                    (true, _) => Same,
                    (false, true) => Other,
                    (false, false) => Open,
                }
            }
            // A number under the word of a name, or a name under that of a number.
            (Of::Number, Of::Name(_)) | (Of::Name(_), Of::Number) if has_one_word => Other,
            (Of::Birth, Of::Birth) | (Of::Collected, Of::Collected) => days(one, other),
            (Of::Sex, Of::Sex) => {
                let read = (Sex::read(one), Sex::read(other));
                let is_read = read.0 != Sex::Unknown && read.1 != Sex::Unknown;
                is(reads_alike(one, other) || (is_read && read.0 == read.1))
            }
            (Of::Age, Of::Age) => {
                let read = (Age::read(one, ""), Age::read(other, ""));
                match (reads_alike(one, other), read) {
                    (true, _) => Same,
                    (false, (Age::Unknown, _) | (_, Age::Unknown)) => Open,
                    (false, (one, other)) => is(one == other),
                }
            }
            _ => return None,
        })
    }
}

/// True for one text in two ways of writing: 0110 and 110, A-12 and A12, small letters and capitals. Figures count in their
/// order, and with what stands between them: A-12 is not A1-2.
pub(super) fn reads_alike(one: &str, other: &str) -> bool {
    match one.contains(char::is_numeric) || other.contains(char::is_numeric) {
        true => pieces(one) == pieces(other),
        false => vocabulary::fold(one) == vocabulary::fold(other),
    }
}

/// Runs of letters, and of figures without the zeros in front.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars().flat_map(char::to_lowercase) {
        let kind = (c.is_numeric(), c.is_alphabetic());
        if last != Some(kind) && (kind.0 || kind.1) {
            pieces.push(String::new());
        }
        last = Some(kind);
        if let Some(piece) = pieces.last_mut().filter(|_| kind.0 || kind.1) {
            piece.push(c);
        }
    }
    let bare = |piece: String| piece.trim_start_matches('0').to_string();
    pieces.into_iter().map(bare).collect()
}

/// Two days, of which one may have a time, in whatever way they are written.
fn days(one: &str, other: &str) -> Beside {
    use DateReading::{Ambiguous, Read, YearOpen};
    if reads_alike(one, other) {
        return Beside::Same;
    }
    match (date::read(one, None), date::read(other, None)) {
        (Read(one), Read(other)) => {
            let is_timed = one.has_clock_time() && other.has_clock_time();
            let is_same = match is_timed {
                true => one.datetime() == other.datetime(),
                false => one.date() == other.date(),
            };
            if is_same { Beside::Same } else { Beside::Other }
        }
        // The same numbers in another order may be the same day.
        (Ambiguous | YearOpen, Read(_) | Ambiguous | YearOpen)
        | (Read(_), Ambiguous | YearOpen) => {
            let sorted = |text: &str| {
                let mut pieces = pieces(text);
                pieces.sort_unstable();
                pieces
            };
            match sorted(one) == sorted(other) {
                true => Beside::Open,
                false => Beside::Other,
            }
        }
        _ => Beside::Other,
    }
}
