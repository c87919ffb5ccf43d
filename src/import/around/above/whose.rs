//! Whose the rows of a report are, as the lines above its table state it: of one person and one draw, or of nobody.

mod described;
mod key;
mod names;
mod restated;
mod titles;
mod words;

pub(super) use restated::{Restated, has_result, is_of_person, stated, telling, test};
pub(super) use words::{
    columns_of_persons, is_another, is_key, is_of_another, is_of_name, names_another,
    names_relative,
};

use crate::import::cells::age_and_sex;
use crate::import::cells::sex::SexLetters;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use key::Key;
use words::{is_name, tells};

/// What counts for every row: each role with its text, as it is written there. A patient is one of whom a sex, an age or a
/// birth is stated, too; and without a patient none of these is anybody's.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Whose {
    said: Vec<(Role, String)>,
}

/// What the lines state about persons and draws.
#[derive(Debug, Default)]
pub(super) struct Lines {
    stated: Vec<(Role, Stated)>,
    /// In a line of its own.
    age_unit: String,
    /// It tells the patient where no number does.
    name: Stated,
    /// Each key with what it is of and what stands behind it.
    keys: Vec<Key>,
}

/// What one person and one draw have one of.
const ROLES: [Role; 6] = [
    Role::Patient,
    Role::Sample,
    Role::Collected,
    Role::Sex,
    Role::Age,
    Role::Birth,
];

/// What is said of a person.
const OF_PERSON: [Role; 3] = [Role::Sex, Role::Age, Role::Birth];

/// A text of some rank: the lower one counts.
#[derive(Clone, Debug, Default, PartialEq)]
struct Stated {
    text: String,
    rank: usize,
    /// Two different ones of this rank are stated.
    is_open: bool,
}

impl Stated {
    fn take(&mut self, text: &str, rank: usize) {
        if self.text.is_empty() || rank < self.rank {
            *self = Stated {
                text: text.to_string(),
                rank,
                is_open: false,
            };
        } else if rank == self.rank {
            self.is_open |= self.text != text;
        }
    }

    fn text(&self) -> &str {
        match self.is_open {
            true => "",
            false => &self.text,
        }
    }
}

impl Lines {
    /// Takes what stands behind a key.
    pub(super) fn take(&mut self, key: &str, value: &str) {
        if is_key(key) {
            self.keys.extend(Key::all(key, value));
        }
        if age_and_sex::is_header(key) {
            for (role, value) in age_and_sex::parts(value) {
                self.set(role, value, 0);
            }
            return;
        }
        if is_name(key) {
            self.name.take(value, 0);
            return;
        }
        let entry = vocabulary::entry(key);
        if entry.is_some_and(|entry| entry.role == Role::AgeUnit) {
            self.age_unit = value.to_string();
            return;
        }
        let Some(entry) = entry.filter(|entry| tells(key, entry)) else {
            return;
        };
        let letters = SexLetters::of_column(key, [value].into_iter());
        let text = match entry.role {
            Role::Sex => letters.read(value),
            // "1981-01-02 (45 y)".
            Role::Birth => value.split('(').next().unwrap_or(value).trim(),
            _ => value,
        };
        let rank = entry.rank;
        match entry.age_unit {
            "" => self.set(entry.role, text, rank),
            unit => self.set(entry.role, &format!("{text} {unit}"), rank),
        }
    }

    fn set(&mut self, role: Role, text: &str, rank: usize) {
        match self.stated.iter_mut().find(|(own, _)| *own == role) {
            Some((_, stated)) => stated.take(text, rank),
            None => {
                let mut stated = Stated::default();
                stated.take(text, rank);
                self.stated.push((role, stated));
            }
        }
    }

    fn text(&self, role: Role) -> &str {
        let found = self.stated.iter().find(|(own, _)| *own == role);
        found.map_or("", |(_, stated)| stated.text())
    }

    /// What counts for the rows of a table: a column goes before a line, and where there are several patients no line speaks
    /// of all.
    pub(super) fn beside(&self, plan: &Plan) -> Whose {
        let mut patients = self
            .stated
            .iter()
            .filter(|(role, _)| *role == Role::Patient);
        let is_of_two = self.name.is_open || patients.any(|(_, stated)| stated.is_open);
        // Of the columns of a sheet each is a draw of its own.
        let of_each = [Role::Sample, Role::Collected];
        let is_sheet = plan.shape == Shape::Cumulative;
        let has = |role: Role| plan.pick(role).is_some() || (is_sheet && of_each.contains(&role));
        if is_of_two || has(Role::Patient) {
            return Whose::default();
        }
        let is_aged = has(Role::Age) || has(Role::Birth);
        let is_free = |role: Role| {
            let of_age = [Role::Age, Role::Birth].contains(&role);
            !(has(role) || (of_age && is_aged))
        };
        self.where_free(is_free)
    }

    fn where_free(&self, is_free: impl Fn(Role) -> bool) -> Whose {
        let patient = match self.text(Role::Patient) {
            "" => self.name.text(),
            number => number,
        };
        let text = |role: Role| match (role, self.text(role)) {
            (Role::Patient, _) => patient.to_string(),
            // A bare number is in the unit of a line of its own.
            (Role::Age, age) if !age.is_empty() && !age.contains(char::is_alphabetic) => {
                format!("{age} {}", self.age_unit).trim_end().to_string()
            }
            (_, text) => text.to_string(),
        };
        let said = ROLES.into_iter().filter(|role| is_free(*role));
        let said = said.map(|role| (role, text(role)));
        let mut whose = Whose {
            said: said.filter(|(_, text)| !text.is_empty()).collect(),
        };
        whose.leave_unnamed();
        whose
    }
}

impl Whose {
    /// Each role with what is stated for it, where no column states it.
    pub(crate) fn said(&self) -> impl Iterator<Item = (Role, &str)> {
        self.said.iter().map(|(role, text)| (*role, text.as_str()))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    fn has(&self, role: Role) -> bool {
        self.said.iter().any(|(own, _)| *own == role)
    }

    /// "Subject: results of May" is no patient, and "Sex: F" of nobody says for whom the file was asked.
    fn leave_unnamed(&mut self) {
        let is_named = self.has(Role::Patient);
        self.said
            .retain(|(role, _)| is_named || !OF_PERSON.contains(role));
        let is_person = OF_PERSON.into_iter().any(|role| self.has(role));
        self.said
            .retain(|(role, _)| is_person || *role != Role::Patient);
    }

    /// Leaves the age out: that of one day is not that of another year.
    pub(super) fn leave_age(&mut self) {
        self.said.retain(|(role, _)| *role != Role::Age);
        self.leave_unnamed();
    }

    /// True if it is of the person of another, whatever is known of the draw.
    pub(super) fn is_of(&self, other: &Whose) -> bool {
        let person = |whose: &Whose| {
            let mut whose = whose.clone();
            whose.leave_draw();
            whose
        };
        person(self) == person(other)
    }

    /// Leaves the draw out.
    pub(super) fn leave_draw(&mut self) {
        let of_draw = [Role::Sample, Role::Collected];
        self.said.retain(|(role, _)| !of_draw.contains(role));
    }
}
