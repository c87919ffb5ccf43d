//! Of which sample a row is where not every row tells one: of that one, or of some sample of a patient and a day.

use super::{Drawn, SampleId};
use crate::import::date::write_day;
use crate::interpret::reported::is_control;
use crate::sample;
use crate::text::trim;

/// Of which sample a row is, as far as it is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouped {
    /// It stands alone.
    #[default]
    Alone,
    /// Of this one.
    Sample(SampleId),
    /// Of some sample of a patient and a day, or of a patient of whom no day is stated. Mostly that is one draw: a suspicion
    /// may look at its results together, and nothing else may.
    Day(SampleId),
}

impl Grouped {
    /// By what a row tells; `key` is memory.
    #[must_use]
    pub fn of(row: &Drawn<'_>, key: &mut String) -> Grouped {
        if sample::key(row, key) {
            Grouped::Sample(SampleId::of(key))
        } else if day_key(row, key) {
            Grouped::Day(SampleId::of(key))
        } else {
            Grouped::Alone
        }
    }

    /// The sample, where it is told.
    #[must_use]
    pub fn sample(self) -> Option<SampleId> {
        match self {
            Grouped::Sample(sample) => Some(sample),
            Grouped::Alone | Grouped::Day(_) => None,
        }
    }

    /// What its rows say of their sample is kept by: of a day apart, for it holds for one of its samples alone.
    #[must_use]
    pub fn said(self) -> Option<SampleId> {
        match self {
            Grouped::Sample(id) => Some(id),
            Grouped::Day(id) => Some(id.of_single_rows()),
            Grouped::Alone => None,
        }
    }

    /// True if only patient and day are told.
    #[must_use]
    pub fn is_day(self) -> bool {
        matches!(self, Grouped::Day(_))
    }

    /// What its results are looked at together by.
    #[must_use]
    pub fn panel(self) -> Option<SampleId> {
        match self {
            Grouped::Sample(id) | Grouped::Day(id) => Some(id),
            Grouped::Alone => None,
        }
    }
}

/// Writes patient and day of a row of which [`key`] knows no sample into `key`, and says whether there is a patient, of whom
/// all results may be of one day where none is stated.
fn day_key(row: &Drawn<'_>, key: &mut String) -> bool {
    key.clear();
    key.push_str(trim(row.patient));
    // "Unknown" is many people.
    if is_nobody(key) {
        return false;
    }
    key.push('\u{1b}');
    let patient = key.len();
    write_day(row.time, key);
    patient < key.len() || !row.time_unread
}

/// True for what stands in place of an identifier where there is none.
pub(crate) fn is_nobody(patient: &str) -> bool {
    let words = [
        "-",
        "?",
        "x",
        "unknown",
        "unk",
        "anon",
        "anonymous",
        "n/a",
        "na",
        "none",
        "null",
        "nn",
        "unbekannt",
        "test",
        "dummy",
        "demo",
        "unidentified",
    ];
    let numbered = patient.bytes().any(|byte| byte.is_ascii_digit());
    let is_word = || words.iter().any(|word| patient.eq_ignore_ascii_case(word));
    patient.is_empty() || patient == "0" || (!numbered && is_word()) || is_control(patient)
}

/// Of the times of collection, receipt and report the one that stands for collection.
pub(crate) fn first_time<'a>(times: &[&'a str]) -> &'a str {
    let mut stated = times.iter().map(|time| time.trim());
    stated.find(|time| !time.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(patient: &str, sample: &str, time: &str, time_unread: bool) -> Grouped {
        let drawn = Drawn {
            patient,
            sample,
            collected: time,
            time,
            time_unread,
            ..Drawn::default()
        };
        Grouped::of(&drawn, &mut String::new())
    }

    #[test]
    fn what_is_told_of_a_sample() {
        for (patient, number, time, unread, is_sample, is_day) in [
            ("p", "s", "2026-05-02", false, true, false),
            ("p", "", "2026-05-02 08:00", false, true, false),
            ("p", "", "2026-05-02", false, false, true),
            ("p", "", "2026-05-02", true, false, true),
            ("p", "", "", false, false, true),
            // Some column may tell several times apart.
            ("p", "", "", true, false, false),
            ("p", "", "NULL", true, false, false),
            ("", "", "2026-05-02", false, false, false),
            ("unknown", "", "2026-05-02", false, false, false),
            ("0", "", "2026-05-02", false, false, false),
            ("00000", "", "2026-05-02", false, false, true),
            ("XXX", "", "2026-05-02", false, false, true),
            ("Inconnu", "", "2026-05-02", false, false, true),
            ("Unknown Male", "", "2026-05-02", false, false, true),
            ("Unknown, Mary", "", "2026-05-02", false, false, true),
            ("Unknown 4711", "", "2026-05-02", false, false, true),
            ("Doe", "", "2026-05-02", false, false, true),
            ("Test", "", "2026-05-02", false, false, false),
        ] {
            let grouped = of(patient, number, time, unread);
            let found = (grouped.sample().is_some(), grouped.is_day());
            assert_eq!(found, (is_sample, is_day), "{patient} {number} {time}");
            assert_eq!(grouped.panel().is_some(), is_sample || is_day);
        }
    }

    #[test]
    fn a_day_of_a_patient_is_one() {
        for (one, other, expected) in [
            (("p", "2026-05-02"), ("p", "2 May 2026"), true),
            (("p", "2026-05-02"), ("p", "2026-05-03"), false),
            (("p", "2026-05-02"), ("q", "2026-05-02"), false),
            (("p", "2026-05-02"), ("p", ""), false),
            (("p", "Thursday"), ("p", "Tuesday"), false),
        ] {
            let same = of(one.0, "", one.1, false) == of(other.0, "", other.1, false);
            assert_eq!(same, expected, "{one:?} {other:?}");
        }
    }
}
