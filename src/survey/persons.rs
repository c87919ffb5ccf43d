//! Identifiers that may stand for two people: their rows state two sexes, or two dates of birth.
//!
//! The first pass notes whom each draw is of, in sixteen bytes, by parts of the patients in a temporary file. Read part
//! by part they tell who is not one person. What stays are those identifiers alone.

use foldhash::HashSet;
use jiff::civil::Date;

use crate::error::Result;
use crate::import::date::{self, DateOrder, DateReading};
use crate::interpret::reported::is_control;
use crate::person::Sex;
use crate::repeats::temporary;
use crate::spill::{PARTS, Spill};
use crate::text::{hash, trim};

/// What a row states of the person, with the identifier: both as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stated {
    patient: u64,
    /// Sex in the two lowest bits, day of birth above; zero where one is not stated.
    person: u64,
}

/// Bits of a sex.
const SEX_BITS: u32 = 2;

/// Nothing is stated.
const NOTHING: u64 = 0;

impl Stated {
    /// What these cells state; none if that is nothing, or of nobody.
    pub(super) fn of(patient: &str, sex: &str, birth: &str) -> Option<Stated> {
        let sex = match Sex::read(sex) {
            Sex::Unknown => NOTHING,
            Sex::Female => 1,
            Sex::Male => 2,
        };
        let person = day_of_birth(birth) << SEX_BITS | sex;
        let patient = trim(patient);
        (person != NOTHING && !patient.is_empty() && !is_control(patient)).then(|| Stated {
            patient: hash(patient),
            person,
        })
    }

    fn sex(self) -> u64 {
        self.person & ((1 << SEX_BITS) - 1)
    }

    fn birth(self) -> u64 {
        self.person >> SEX_BITS
    }

    fn bytes(self) -> [u8; STATED] {
        let mut bytes = [0; STATED];
        let (patient, person) = bytes.split_at_mut(size_of::<u64>());
        patient.copy_from_slice(&self.patient.to_le_bytes());
        person.copy_from_slice(&self.person.to_le_bytes());
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Stated> {
        let (patient, person) = bytes.split_at_checked(size_of::<u64>())?;
        Some(Stated {
            patient: u64::from_le_bytes(patient.try_into().ok()?),
            person: u64::from_le_bytes(person.try_into().ok()?),
        })
    }
}

/// Bytes of it.
const STATED: usize = 2 * size_of::<u64>();

/// A day of birth as a number. Day and month in either order are one: what the order is, only the whole file tells, and
/// two files of one patient may have two.
fn day_of_birth(birth: &str) -> u64 {
    let read = |order| match date::read(birth, Some(order)) {
        DateReading::Read(moment) => Some(moment.date()),
        _ => None,
    };
    let day: Option<Date> = read(DateOrder::DayFirst).or_else(|| read(DateOrder::MonthFirst));
    day.map_or(NOTHING, |day| {
        let (one, other) = (day.day().unsigned_abs(), day.month().unsigned_abs());
        let parts = [one.min(other), one.max(other)].map(u64::from);
        let year = u64::from(day.year().unsigned_abs());
        (year << u8::BITS | parts[0]) << u8::BITS | parts[1]
    })
}

/// Identifiers of patients who may be two.
#[derive(Debug, Default)]
pub struct Persons {
    stated: Spill,
    two: HashSet<u64>,
}

impl Persons {
    /// First pass: notes what rows state.
    ///
    /// # Errors
    /// If the temporary file cannot be written.
    pub(super) fn note(&mut self, all: &[Stated]) -> Result<()> {
        for stated in all {
            let part = Spill::part(stated.patient);
            let written = self.stated.add(part, &stated.bytes());
            written.map_err(temporary)?;
        }
        Ok(())
    }

    /// Behind the first pass: finds the identifiers that stand for two.
    ///
    /// # Errors
    /// If the temporary file cannot be read.
    pub(super) fn find(&mut self) -> Result<()> {
        let mut noted = std::mem::take(&mut self.stated);
        for part in 0..PARTS {
            let bytes = noted.take(part).map_err(temporary)?;
            let stated = bytes.chunks_exact(STATED).filter_map(Stated::from_bytes);
            let mut stated: Vec<Stated> = stated.collect();
            stated.sort_unstable();
            stated.dedup();
            let patients = stated.chunk_by(|one, next| one.patient == next.patient);
            let two = patients.filter(|stated| {
                differ(stated.iter().map(|one| one.sex()))
                    || differ(stated.iter().map(|one| one.birth()))
            });
            self.two
                .extend(two.filter_map(|stated| Some(stated.first()?.patient)));
        }
        Ok(())
    }

    /// True if rows of a patient state two sexes or two dates of birth.
    #[must_use]
    pub fn may_be_two(&self, patient: &str) -> bool {
        !self.two.is_empty() && self.two.contains(&hash(trim(patient)))
    }

    /// The same, for the hash of an identifier.
    #[inline]
    pub(crate) fn may_be_two_by(&self, patient: u64) -> bool {
        !self.two.is_empty() && self.two.contains(&patient)
    }

    /// How many identifiers there are for which that is so.
    #[must_use]
    pub fn count_of_two(&self) -> usize {
        self.two.len()
    }
}

/// Is more than one thing stated?
fn differ(mut all: impl Iterator<Item = u64>) -> bool {
    let stated = all.find(|one| *one != NOTHING);
    stated.is_some_and(|first| all.any(|one| one != NOTHING && one != first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn may_be_two(rows: &[(&str, &str)], expected: bool) {
        let mut persons = Persons::default();
        let other = [("F", "1950-01-02")];
        let of = |patient: &str, rows: &[(&str, &str)]| -> Vec<Stated> {
            let all = rows.iter();
            all.filter_map(|(sex, birth)| Stated::of(patient, sex, birth))
                .collect()
        };
        persons.note(&of("p", rows)).expect("noted");
        persons.note(&of("q", &other)).expect("noted");
        persons.find().expect("found");
        assert_eq!(persons.may_be_two(" p "), expected, "{rows:?}");
        assert!(!persons.may_be_two("q") && !persons.may_be_two(""));
        assert_eq!(persons.count_of_two(), usize::from(expected));
    }

    #[test]
    fn two_sexes_or_two_births_are_two_people() {
        for (rows, expected) in [
            (&[("F", ""), ("M", "")][..], true),
            (&[("F", ""), ("female", ""), ("w", "")], false),
            (&[("F", ""), ("U", ""), ("", "")], false),
            (&[("", "1950-03-01"), ("", "1950-03-02")], true),
            (
                &[
                    ("", "1950-03-01"),
                    ("", "01.03.1950"),
                    ("", "3/1/1950 00:00"),
                ],
                false,
            ),
            (
                &[("", "1950-03-25"), ("", "03/25/1950"), ("", "25 Mar 1950")],
                false,
            ),
            (&[("", "1950-03-25"), ("", "1951-03-25")], true),
            // What is no full date says nothing.
            (
                &[
                    ("", "1950"),
                    ("", "51"),
                    ("", "25/03/50"),
                    ("", "1950-03-25"),
                ],
                false,
            ),
            (&[("M", "1950-03-01"), ("", "1950-03-01"), ("M", "")], false),
            (&[("M", "1950-03-01"), ("F", "1950-03-01")], true),
        ] {
            may_be_two(rows, expected);
        }
    }

    #[test]
    fn who_is_nobody_is_not_two() {
        for patient in ["", " ", "QC-1", "Control"] {
            assert_eq!(Stated::of(patient, "F", "1950-03-01"), None, "{patient:?}");
        }
    }
}
