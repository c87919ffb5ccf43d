//! Who the rows are of, and what is wrong with that.

use std::collections::HashSet;

use jiff::civil::Date;

use super::entry::Entry;
use super::gather::Patient;
use super::sheet::Identity;
use crate::age::Age;
use crate::notice::Code;
use crate::person::{ADULT, Sex};
use crate::report::shown;
pub(crate) use notices::unknown_tests;

mod notices;

/// Who the rows say the patient is.
pub(crate) struct Who {
    pub(crate) sex: Sex,
    sexes_differ: bool,
    /// Dates of birth as reported, each once, with the day where it can be read; in the order of the days.
    births: Vec<(Option<Date>, String)>,
    births_differ: bool,
    /// The stated ages are not those of one person.
    ages_differ: bool,
    /// On the day of surgery; at the newest result where no day is given.
    pub(crate) age: Age,
}

impl Who {
    /// What the rows say. The age is that on the day of surgery.
    pub(crate) fn of(patient: &Patient, surgery: Option<Date>) -> Who {
        let mut who = Who {
            sex: Sex::Unknown,
            sexes_differ: false,
            births: Vec::new(),
            births_differ: false,
            ages_differ: ages_differ(patient),
            age: Age::Unknown,
        };
        let mut known = HashSet::new();
        for entry in patient.entries.iter().filter(|entry| !entry.derived) {
            let sex = entry.person.sex;
            if sex != Sex::Unknown {
                who.sexes_differ |= who.sex != Sex::Unknown && who.sex != sex;
                who.sex = sex;
            }
            let birth = (entry.born, entry.birth.clone());
            if !entry.birth.is_empty() && known.insert(birth.clone()) {
                who.births.push(birth);
            }
        }
        who.births
            .sort_by(|a, b| (a.0.is_none(), &a.0, &a.1).cmp(&(b.0.is_none(), &b.0, &b.1)));
        // One day written in two ways is one.
        who.births.dedup_by(|b, a| b.0.is_some() && a.0 == b.0);
        let days = who.births.iter().filter(|(day, _)| day.is_some()).count();
        who.births_differ = 1 < days || (days == 0 && 1 < who.births.len());
        let born = who.births.first().and_then(|(day, _)| *day);
        // On a day on which the patient cannot have been there nobody has an age: that of the newest result holds.
        let surgery = surgery.filter(|day| patient.may_live_on(*day) != Some(false));
        if who.sexes_differ {
            who.sex = Sex::Unknown;
        }
        let newest = patient
            .entries
            .iter()
            .filter(|entry| entry.person.age != Age::Unknown)
            .max_by_key(|entry| entry.moment);
        if let (Some(entry), false) = (newest, who.births_differ || who.ages_differ) {
            who.age = at_surgery(entry, born, surgery);
        } else if let (Some(born), Some(day), false) = (born, surgery, who.births_differ)
            && newest.is_none()
            && born <= day
        {
            // On whatever day the samples were collected.
            who.age = Age::between(born, day);
        }
        who
    }

    /// As the head of a sheet names the patient.
    pub(crate) fn identity(&self, patient: &Patient) -> Identity {
        Identity {
            id: patient.id.clone(),
            sex: self.sex.as_str(),
            birth: self.birth(),
            age: shown::age(self.age).unwrap_or_default(),
        }
    }

    /// The date of birth as reported; where the rows give several, all of them: which one is printed must not
    /// hang on the order of the rows.
    fn birth(&self) -> String {
        let all: Vec<&str> = (self.births.iter())
            .filter(|(day, _)| day.is_some() || self.births_differ || self.births.len() == 1)
            .map(|(_, text)| text.as_str())
            .collect();
        all.join(" or ")
    }
}

/// Are there stated ages that nobody can have had on the days on which they were stated?
fn ages_differ(patient: &Patient) -> bool {
    // A year of an age is the mean one: a day or two is no second person.
    const SLACK: f64 = 2.0;
    let (mut latest_first, mut earliest_last) = (f64::NEG_INFINITY, f64::INFINITY);
    for entry in patient.entries.iter().filter(|entry| !entry.derived) {
        let (Age::Stated { from, below }, Some(day)) = (entry.person.age, entry.day()) else {
            continue;
        };
        if !entry.has(Code::AdultAssumed) {
            // Days of birth that the age allows, counted from one day for all.
            let at = days(Date::constant(2000, 1, 1), day) as f64;
            latest_first = latest_first.max(at - below);
            earliest_last = earliest_last.min(at - from);
        }
    }
    earliest_last + SLACK < latest_first
}

/// The age on the day of surgery, as closely as it is known.
fn at_surgery(entry: &Entry, born: Option<Date>, surgery: Option<Date>) -> Age {
    match (entry.person.age, born, surgery) {
        (_, Some(born), Some(day)) if born <= day => Age::between(born, day),
        (Age::Dates { born, .. }, _, Some(day)) => Age::between(born, day),
        (Age::Stated { from, below }, _, Some(day)) => {
            // A stated age grows by the days from collection, where they are known.
            let later = entry.day().map_or(0.0, |at| days(at, day).max(0) as f64);
            let adult = entry.has(Code::AdultAssumed);
            Age::Stated {
                from: if adult { ADULT.days() } else { from + later },
                below: below + later,
            }
        }
        (age, ..) => age,
    }
}

/// Days from one date to another; negative if it is earlier.
pub(crate) fn days(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}
