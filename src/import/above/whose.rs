//! Whose the rows of a report are, as the lines above its table state it: of one person and one draw, or of nobody.

use csv::StringRecord;

use crate::import::plan::Plan;
use crate::import::role::Role;
use crate::import::sex::SexLetters;
use crate::import::table::is_blank;
use crate::import::vocabulary::{self, Entry};

/// What counts for every row, as it is written there; empty where nothing is stated. A patient is one of whom a sex, an age or
/// a birth is stated, too.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Whose {
    /// By role of [`ROLES`]; the patient is the first.
    stated: [Stated; ROLES.len()],
    /// In a line of its own.
    age_unit: String,
    /// It tells the patient where no number does.
    name: Stated,
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

impl Whose {
    /// Takes what stands behind a key; false if the key states nothing about a person or a draw.
    pub(super) fn take(&mut self, key: &str, value: &str) -> bool {
        if is_age_and_sex(key) {
            let values = value.split(['/', ',', '|']).map(str::trim);
            for value in values {
                let is_age = value.starts_with(|c: char| c.is_ascii_digit());
                self.set(if is_age { Role::Age } else { Role::Sex }, value, 0);
            }
            return true;
        }
        if is_name(key) {
            self.name.take(value, 0);
            return true;
        }
        let entry = vocabulary::entry(key);
        if entry.is_some_and(|entry| entry.role == Role::AgeUnit) {
            self.age_unit = value.to_string();
            return true;
        }
        let Some(entry) = entry.filter(|entry| tells(key, entry)) else {
            return false;
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
        true
    }

    fn set(&mut self, role: Role, text: &str, rank: usize) {
        if let Some(at) = ROLES.iter().position(|own| *own == role) {
            self.stated[at].take(text, rank);
        }
    }

    /// What is stated for a role.
    pub(crate) fn text(&self, role: Role) -> &str {
        let of = |role: Role| {
            let at = ROLES.iter().position(|own| *own == role);
            at.map_or("", |at| self.stated[at].text())
        };
        // "Subject: results of May" is no patient, and "Sex: F" of nobody says for whom the file was asked.
        let person = [Role::Sex, Role::Age, Role::Birth];
        let patient = match of(Role::Patient) {
            "" => self.name.text(),
            number => number,
        };
        match role {
            Role::Patient if person.into_iter().all(|role| of(role).is_empty()) => "",
            Role::Patient => patient,
            role if person.contains(&role) && patient.is_empty() => "",
            role => of(role),
        }
    }

    /// What is stated, and no column has.
    pub(crate) fn roles(&self) -> impl Iterator<Item = Role> {
        ROLES
            .into_iter()
            .filter(|role| !self.text(*role).is_empty())
    }

    /// Leaves out what the rows state themselves: a column goes before a line, and where there are several patients no line
    /// speaks of all.
    pub(super) fn beside(&mut self, plan: &Plan) {
        let is_of_two = self.name.is_open || self.stated[0].is_open;
        if is_of_two || plan.pick(Role::Patient).is_some() {
            *self = Whose::default();
        }
        let unit = std::mem::take(&mut self.age_unit);
        if let Some(at) = ROLES.iter().position(|role| *role == Role::Age) {
            let age = &mut self.stated[at].text;
            let is_bare = !age.is_empty() && !age.contains(char::is_alphabetic);
            if is_bare && !unit.is_empty() {
                age.push(' ');
                age.push_str(&unit);
            }
        }
        let has = |role: Role| plan.pick(role).is_some();
        let is_aged = has(Role::Age) || has(Role::Birth);
        for (role, stated) in ROLES.into_iter().zip(&mut self.stated) {
            let of_age = [Role::Age, Role::Birth].contains(&role);
            if has(role) || (of_age && is_aged) {
                *stated = Stated::default();
            }
        }
    }

    /// Leaves the age out: that of one day is not that of another year.
    pub(super) fn leave_age(&mut self) {
        for (role, stated) in ROLES.into_iter().zip(&mut self.stated) {
            if role == Role::Age {
                *stated = Stated::default();
            }
        }
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
        let mut other = super::Above::default();
        other.take_line(row);
        let differs = |role: &Role| other.whose.text(*role) != self.text(*role);
        let name = other.whose.name.text();
        other.whose.roles().any(|role| differs(&role))
            || (!name.is_empty() && name != self.name.text())
    }
}

/// True for "Name", which is a person's where it heads no column.
fn is_name(key: &str) -> bool {
    let folded = vocabulary::fold(key);
    NAMES.contains(&folded.as_str())
}

/// Of people, folded.
const NAMES: &[&str] = &[
    "name",
    "fullname",
    "patientname",
    "nameofpatient",
    "ptname",
    "patientsname",
    "nom",
    "nompatient",
    "nomprenom",
    "nombre",
    "nombrepaciente",
    "nombredelpaciente",
    "nome",
    "nomepaciente",
    "nomedopaciente",
    "nomepaziente",
    "patientenname",
    "naam",
    "navn",
    "namn",
    "imieinazwisko",
    "jmeno",
    "adsoyad",
    "adisoyadi",
    "фио",
    "фиопациента",
    "піб",
    "姓名",
    "患者姓名",
    "病人姓名",
    "氏名",
    "患者氏名",
    "성명",
    "이름",
    "환자명",
];

/// "Age/Sex: 45 Y / F".
fn is_age_and_sex(key: &str) -> bool {
    let role = |word: &str| vocabulary::entry(word).map(|entry| entry.role);
    let Some((one, other)) = key.split_once(['/', '&']) else {
        return false;
    };
    let roles = [role(one.trim()), role(other.trim())];
    roles.contains(&Some(Role::Age)) && roles.contains(&Some(Role::Sex))
}

/// A day above a table may be that on which it was printed: of the draw is what a word says of one.
fn tells(key: &str, entry: &Entry) -> bool {
    let folded = vocabulary::fold(key);
    match entry.role {
        Role::Collected => DRAWN.iter().any(|word| folded.contains(word)),
        // "Lab name: Central" names no patient.
        Role::Patient => entry.is_listed(),
        role => ROLES.contains(&role),
    }
}

/// Parts of words for drawing a sample, folded.
const DRAWN: &[&str] = &[
    "collect",
    "drawn",
    "draw",
    "sampl",
    "specim",
    "entnahme",
    "abnahme",
    "preleve",
    "extracc",
    "toma",
    "prelievo",
    "coleta",
    "colheita",
    "afname",
    "provta",
    "proveta",
    "nayttee",
    "pobran",
    "odber",
    "numune",
    "ornek",
    "взят",
    "забор",
    "采",
    "採",
    "채",
];

/// True for a cell with a key of a person or a draw.
pub(super) fn is_key(cell: &str) -> bool {
    !is_blank(cell)
        && (is_name(cell)
            || is_age_and_sex(cell)
            || vocabulary::entry(cell).is_some_and(|entry| tells(cell, &entry)))
}

/// True for a line about somebody else than the patient, or about nobody: "Mother: A, Sex: F", "Reference population, Sex: M".
pub(super) fn is_of_another(line: &StringRecord) -> bool {
    let folded = line
        .iter()
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ");
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| OTHERS.contains(&word))
}

/// Words for these.
const OTHERS: &[&str] = &[
    "mother",
    "father",
    "parent",
    "partner",
    "husband",
    "wife",
    "donor",
    "guardian",
    "prepared",
    "physician",
    "reference",
    "references",
    "population",
    "cohort",
    "ranges",
    "mutter",
    "vater",
    "mere",
    "mère",
    "madre",
    "padre",
    "мать",
    "母",
    "父",
];

/// Columns that are not read and may tell persons apart, by their headers.
pub(super) fn columns_of_persons(plan: &Plan) -> Vec<usize> {
    const PERSONS: &[&str] = &[
        "initial", "bed", "barcode", "patient", "room", "subject", "person",
    ];
    let headers = plan.headers.iter().enumerate();
    headers
        .filter(|(at, header)| {
            let folded = vocabulary::fold(header);
            let is_unread = plan.uses.get(*at).is_some_and(|used| used.role.is_none());
            is_unread && PERSONS.iter().any(|word| folded.contains(word))
        })
        .map(|(at, _)| at)
        .collect()
}
