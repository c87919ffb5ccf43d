//! Who a row is of, where the files of patients say it too.

use super::super::companions::patients::{PatientEntry, PatientJoin};
use crate::import::file::table::is_blank;

/// Texts of a row that say who it is of.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::import) struct Texts<'a> {
    pub(in crate::import) patient: &'a str,
    pub(in crate::import) sex: &'a str,
    pub(in crate::import) age: &'a str,
    pub(in crate::import) age_unit: &'a str,
    pub(in crate::import) birth: &'a str,
}

/// What the files of patients say about a row.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Joined<'e> {
    person: &'e str,
    sex: &'e str,
    age: &'e str,
    age_unit: &'e str,
    birth: &'e str,
    pub(in crate::import) pregnancy: &'e str,
    /// In the year of collection.
    age_then: String,
}

impl<'e> Joined<'e> {
    /// Looks a row up by its identifiers, each in a column. `unknown` is told the number of each file
    /// that lacks one.
    pub(in crate::import) fn look_up<'c>(
        &mut self,
        joins: &'e [PatientJoin],
        cell: impl Fn(usize) -> Option<&'c str>,
        collected: &str,
        mut unknown: impl FnMut(usize),
    ) {
        let mut age_then = std::mem::take(&mut self.age_then);
        age_then.clear();
        *self = Joined {
            age_then,
            ..Joined::default()
        };
        let fill = |own: &mut &'e str, other: &'e str| {
            if own.is_empty() {
                *own = other;
            }
        };
        for (file, join) in joins.iter().enumerate() {
            let id = cell(join.column).unwrap_or("").trim();
            if id.is_empty() {
                continue;
            }
            let Some(entry) = join.find(id) else {
                unknown(file);
                continue;
            };
            fill(&mut self.person, &entry.person);
            fill(&mut self.sex, &entry.sex);
            if self.age.is_empty() {
                self.age = &entry.age;
                self.age_unit = &entry.age_unit;
            }
            fill(&mut self.birth, &entry.birth);
            fill(&mut self.pregnancy, &entry.pregnancy);
            if self.age_then.is_empty() {
                self.age_from_anchor(entry, collected);
            }
        }
    }

    /// Age in the year of collection, from the age in another year.
    fn age_from_anchor(&mut self, entry: &PatientEntry, collected: &str) {
        use std::fmt::Write as _;
        let year = collected.trim_start().get(..4);
        let year = year.and_then(|year| year.parse::<i32>().ok());
        if let (Some((anchor_year, anchor_age)), Some(year)) = (entry.anchor, year) {
            let age = anchor_age.saturating_add(year.saturating_sub(anchor_year));
            if age >= 0 {
                let _ = write!(self.age_then, "{age}");
            }
        }
    }

    /// Sex, age and date of birth where the row has none; the person behind it, if `of_stay`.
    pub(in crate::import) fn complete<'a>(&'a self, own: Texts<'a>, of_stay: bool) -> Texts<'a> {
        let or = |own: &'a str, other: &'a str| if is_blank(own) { other } else { own };
        let (age, age_unit) = if !is_blank(own.age) {
            (own.age, own.age_unit)
        } else if !self.age.is_empty() {
            (self.age, self.age_unit)
        } else if !self.age_then.is_empty() {
            (self.age_then.as_str(), "years")
        } else {
            ("", own.age_unit)
        };
        Texts {
            patient: match of_stay && !self.person.is_empty() {
                true => self.person,
                false => own.patient,
            },
            sex: or(own.sex, self.sex),
            age,
            age_unit,
            birth: or(own.birth, self.birth),
        }
    }
}
