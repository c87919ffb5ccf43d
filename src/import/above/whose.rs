//! Whose the rows of a report are, as the lines above its table state it: of one person and one draw, or of nobody.

mod key;
mod words;

pub(super) use words::{columns_of_persons, is_key, is_of_another};

use csv::StringRecord;

use crate::import::age_and_sex;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::import::role::Role;
use crate::import::sex::SexLetters;
use crate::import::table::is_blank;
use crate::import::vocabulary;
use key::Key;
use words::{is_name, tells};

/// What counts for every row: each role with its text, as it is written there. A patient is one of whom a sex, an age or a
/// birth is stated, too; and without a patient none of these is anybody's.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Whose {
    said: Vec<(Role, String)>,
    /// Beside a number it tells one person from another.
    name: String,
}

/// What the lines state about persons and draws.
#[derive(Debug, Default)]
pub(super) struct Lines {
    stated: Vec<(Role, Stated)>,
    /// In a line of its own.
    age_unit: String,
    /// It tells the patient where no number does.
    name: Stated,
    /// Each key as it is written, folded, with what it is of and what stands behind it.
    keys: Vec<Key>,
}

/// What a row states otherwise than the lines, behind a key of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Restated {
    /// Of the same patient another draw.
    Draw,
    Person,
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
            let role = vocabulary::entry(key).map_or(Role::Patient, |entry| entry.role);
            self.keys.push(Key {
                folded: vocabulary::fold(key),
                role,
                value: value.to_string(),
            });
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

    /// What a row states otherwise behind a key that stands among the lines, too: "Patient,Jones Mary". Whether it has a result
    /// or not: a number of a patient may be one.
    pub(super) fn restated(&self, plan: &Plan, row: &StringRecord) -> Option<Restated> {
        let is_stated = |cell: &str| self.is_stated(cell);
        let mut cells = row.iter().map(str::trim).filter(|cell| !is_blank(cell));
        if !cells.clone().any(|cell| cell.contains(':')) && !cells.clone().any(is_stated) {
            return None;
        }
        // Below them stands what is stated.
        if super::is_of_person(row) && cells.all(is_stated) {
            return Some(Restated::Person);
        }
        let below = super::Reader::of_line(row).lines.keys;
        // In a sheet he has an age in each column.
        let is_of_each = |key: &Key| plan.shape == Shape::Cumulative && key.role == Role::Age;
        let differs = |key: &&Key| {
            let mut own = self.keys.iter().filter(|own| own.folded == key.folded);
            !is_of_each(key) && own.next().is_some_and(|own| own.differs(key))
        };
        // Rows of another sample would be repetitions of these, were they of the same patient and of none.
        let of_draw = |key: &Key| key.role == Role::Collected;
        let mut differing = below.iter().filter(differs);
        let first = differing.next()?;
        match of_draw(first) && differing.all(of_draw) {
            true => Some(Restated::Draw),
            false => Some(Restated::Person),
        }
    }

    fn is_stated(&self, key: &str) -> bool {
        let folded = vocabulary::fold(key);
        self.keys.iter().any(|own| own.folded == folded)
    }

    /// What a row says that may begin another report.
    fn alone(&self) -> Whose {
        self.where_free(|_| true)
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
            name: self.name.text().to_string(),
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

    /// Leaves the draw out.
    pub(super) fn leave_draw(&mut self) {
        let of_draw = [Role::Sample, Role::Collected];
        self.said.retain(|(role, _)| !of_draw.contains(role));
    }

    /// True if a row without a result states another person or draw: behind it begins another report.
    pub(super) fn is_ended_by(&self, plan: &Plan, row: &StringRecord) -> bool {
        let values = plan.value_columns();
        let has_result = values
            .iter()
            .filter_map(|at| row.get(*at))
            .any(|cell| cell.starts_with(|c: char| c.is_ascii_digit()));
        if has_result {
            return false;
        }
        let other = super::Reader::of_line(row).lines.alone();
        let is_other_name = !other.name.is_empty() && other.name != self.name;
        is_other_name || other.said.iter().any(|said| !self.said.contains(said))
    }
}
