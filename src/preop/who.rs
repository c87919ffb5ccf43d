//! Who the rows are of, and what is wrong with that.

use jiff::civil::Date;

use super::course;
use super::entry::Entry;
use super::gather::Patient;
use super::sheet::{Identity, Notice};
use crate::age::Age;
use crate::notice::Code;
use crate::person::{ADULT, Sex};
use crate::report::shown;

/// Who the rows say the patient is.
pub(crate) struct Who {
    pub(crate) sex: Sex,
    sexes_differ: bool,
    birth: String,
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
            birth: String::new(),
            births_differ: false,
            ages_differ: ages_differ(patient),
            age: Age::Unknown,
        };
        let mut born: Option<Date> = None;
        for entry in patient.entries.iter().filter(|entry| !entry.derived) {
            let sex = entry.person.sex;
            if sex != Sex::Unknown {
                who.sexes_differ |= who.sex != Sex::Unknown && who.sex != sex;
                who.sex = sex;
            }
            if !entry.birth.is_empty() {
                who.births_differ |= match (born, entry.born) {
                    (Some(known), Some(own)) => known != own,
                    _ => !who.birth.is_empty() && born.is_none() && who.birth != entry.birth,
                };
                if who.birth.is_empty() {
                    who.birth.clone_from(&entry.birth);
                }
                born = born.or(entry.born);
            }
        }
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
        }
        who
    }

    /// As the head of a sheet names the patient.
    pub(crate) fn identity(&self, patient: &Patient) -> Identity {
        Identity {
            id: patient.id.clone(),
            sex: self.sex.as_str(),
            birth: self.birth.clone(),
            age: shown::age(self.age).unwrap_or_default(),
        }
    }

    /// What is wrong with the patient's data. A code of the table of notices does not fit: these are
    /// about a sheet, not a row.
    pub(crate) fn notices(
        &self,
        patient: &Patient,
        surgery: Option<Date>,
        today: Option<Date>,
        notices: &mut Vec<Notice>,
    ) {
        let mut say = |code, text: String| notices.push(Notice { code, text });
        let differ: Vec<&str> = [
            (self.sexes_differ, "sexes"),
            (self.births_differ, "dates of birth"),
            (self.ages_differ, "ages"),
        ]
        .into_iter()
        .filter_map(|(differ, what)| differ.then_some(what))
        .collect();
        if !differ.is_empty() {
            let what = format!("different {}", differ.join(" and "));
            let text = format!(
                "The file gives {what} under this identifier: perhaps two patients. Find out before anything else."
            );
            say("two-patients-possible", text);
        }
        if patient.id.is_empty() {
            say(
                "patient-not-stated",
                "The file does not name the patient: the rows may be of several people. Write two identifiers by hand.".to_string(),
            );
        }
        let before_birth = patient.entries.iter().filter(
            |entry| matches!((entry.born, entry.day()), (Some(born), Some(day)) if day < born),
        );
        match before_birth.count() {
            0 => {}
            count => say(
                "collected-before-birth",
                format!(
                    "{} collected before the date of birth: one of the dates is wrong.",
                    counted(count, "result was", "results were")
                ),
            ),
        }
        let ahead = patient
            .entries
            .iter()
            .filter(|entry| !entry.derived && course::is_after(entry, today))
            .count();
        if 0 < ahead {
            say(
                "collected-in-the-future",
                format!(
                    "{} dated after today. Check the dates.",
                    counted(ahead, "result is", "results are")
                ),
            );
        }
        if patient.entries.iter().any(|entry| {
            entry.has(Code::HemolysisIndexWithoutUnit) && !entry.has(Code::SampleIndex)
        }) {
            say(
                "hemolysis-index-without-unit",
                "The hemolysis index has no unit, so nobody can say which samples are hemolyzed: give --index-platform."
                    .to_string(),
            );
        }
        let controls = patient
            .entries
            .iter()
            .filter(|entry| entry.has(Code::QualityControl))
            .count();
        if 0 < controls {
            say(
                "taken-for-quality-control",
                format!(
                    "{} taken for quality control by the name of patient or sample, and not judged.",
                    counted(controls, "row is", "rows are")
                ),
            );
        }
        if has_loose_index(patient) {
            say(
                "index-without-sample",
                "A hemolysis index stands under a sample that has no other result: nobody can say which results it speaks of."
                    .to_string(),
            );
        }
        if patient.similar {
            say(
                "similar-identifier",
                "Another identifier in the file differs from this one only in case or blanks: perhaps the same patient."
                    .to_string(),
            );
        }
        let after = patient
            .entries
            .iter()
            .filter(|entry| !entry.derived && course::is_after(entry, surgery))
            .count();
        if 0 < after {
            say(
                "collected-after-surgery",
                format!(
                    "{} dated after the day of surgery: listed, and not held against the policy. Check the dates.",
                    counted(after, "result is", "results are")
                ),
            );
        }
    }
}

/// That tests are in the file which the program does not know, and where they are to be read.
pub(crate) fn unknown_tests(patient: &Patient, place: &str) -> Option<Notice> {
    let unread = patient
        .entries
        .iter()
        .filter(|entry| entry.not_judged.is_some() && !entry.is_set_aside())
        .filter(|entry| {
            [
                Code::AnalyteUnknown,
                Code::AnalyteAmbiguous,
                Code::LoincDisagrees,
            ]
            .into_iter()
            .any(|code| entry.has(code))
        })
        .count();
    if unread == 0 {
        return None;
    }
    let rows = counted(unread, "row names a test", "rows name tests");
    Some(Notice {
        code: "analyte-unknown",
        text: format!("{rows} that this program does not know: read them {place}."),
    })
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

/// `1 result is`, `2 results are`.
fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Is there an index of hemolysis whose sample has no other result?
fn has_loose_index(patient: &Patient) -> bool {
    let is_index = |entry: &Entry| {
        entry
            .analyte
            .is_some_and(|analyte| analyte.id == crate::interpret::HEMOLYSIS_INDEX)
    };
    let key = |entry: &Entry| (entry.sample.clone(), entry.collected.clone());
    let others: std::collections::HashSet<(String, String)> = patient
        .entries
        .iter()
        .filter(|entry| !is_index(entry) && !entry.derived)
        .map(key)
        .collect();
    let samples: std::collections::HashSet<&str> =
        others.iter().map(|(sample, _)| sample.as_str()).collect();
    !others.is_empty()
        && patient
            .entries
            .iter()
            .filter(|entry| is_index(entry))
            .any(|entry| {
                match entry.sample.as_str() {
                    // Without a number, patient and time make the sample.
                    "" => !others.contains(&key(entry)),
                    sample => !samples.contains(sample),
                }
            })
}
