//! What rows state of persons and tubes, as numbers that wait in a temporary file.

use std::hash::BuildHasher;

use foldhash::quality::FixedState;
use jiff::civil::Date;

use crate::import::date::{self, DateOrder, DateReading};
use crate::person::Sex;
use crate::sample::is_nobody;
use crate::sample::is_own_number;
use crate::text::{hash, trim};

/// What a row states of the person, with the identifier; or of whom a tube is: both as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::survey) struct Stated {
    /// The patient, or the tube.
    pub(super) of: u64,
    /// Sex in the two lowest bits, day of birth above, zero where one is not stated; or the patient.
    what: u64,
}

/// Bits of a sex.
const SEX_BITS: u32 = 2;

/// Nothing is stated.
pub(super) const NOTHING: u64 = 0;

impl Stated {
    /// What these cells state; none if that is nothing, or of nobody.
    pub(in crate::survey) fn of(patient: &str, sex: &str, birth: &str) -> Option<Stated> {
        let sex = match Sex::read(sex) {
            Sex::Unknown => NOTHING,
            Sex::Female => 1,
            Sex::Male => 2,
        };
        let person = day_of_birth(birth) << SEX_BITS | sex;
        let patient = trim(patient);
        (person != NOTHING && !is_nobody(patient)).then(|| Stated {
            of: hash(patient),
            what: person,
        })
    }

    /// Of whom the tube with this number is, that was drawn then; none where number or time may be another tube's too.
    pub(in crate::survey) fn of_tube(
        patient: &str,
        sample: &str,
        collected: &str,
    ) -> Option<Stated> {
        let patient = trim(patient);
        let of = tube(sample, collected)?;
        (!is_nobody(patient)).then(|| Stated {
            of,
            what: hash(patient),
        })
    }

    pub(super) fn sex(self) -> u64 {
        self.what & ((1 << SEX_BITS) - 1)
    }

    pub(super) fn birth(self) -> u64 {
        self.what >> SEX_BITS
    }

    pub(super) fn bytes(self) -> [u8; STATED] {
        let mut bytes = [0; STATED];
        let (of, what) = bytes.split_at_mut(size_of::<u64>());
        of.copy_from_slice(&self.of.to_le_bytes());
        what.copy_from_slice(&self.what.to_le_bytes());
        bytes
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Stated> {
        let (of, what) = bytes.split_at_checked(size_of::<u64>())?;
        Some(Stated {
            of: u64::from_le_bytes(of.try_into().ok()?),
            what: u64::from_le_bytes(what.try_into().ok()?),
        })
    }
}

/// Bytes of it.
pub(super) const STATED: usize = 2 * size_of::<u64>();

/// True for a birth that is compared by patient: a day.
pub(in crate::survey) fn is_day_of_birth(birth: &str) -> bool {
    day_of_birth(birth) != NOTHING
}

/// A day of birth as a number. Day and month in either order are one: what the order is, only the whole file tells, and
/// two files of one patient may have two.
fn day_of_birth(birth: &str) -> u64 {
    if birth.is_empty() {
        return NOTHING;
    }
    // Of two digits of a year the century is not told, so it is left out of all.
    let read = |order: DateOrder| match date::short_date(birth, order) {
        Ok(short) => short.in_every_century().next(),
        Err(DateReading::Read(moment)) => Some(moment.date()),
        Err(_) => None,
    };
    let day: Option<Date> = read(DateOrder::DayFirst).or_else(|| read(DateOrder::MonthFirst));
    day.map_or(NOTHING, |day| {
        let (one, other) = (day.day().unsigned_abs(), day.month().unsigned_abs());
        let parts = [one.min(other), one.max(other)].map(u64::from);
        const CENTURY: u16 = 100;
        // Never nothing.
        let year = u64::from(day.year().unsigned_abs() % CENTURY) + 1;
        (year << u8::BITS | parts[0]) << u8::BITS | parts[1]
    })
}

/// A tube by its number and the time at which it was drawn. A number alone may be given anew each day, and one of few
/// digits counts the visits of each patient.
pub(super) fn tube(sample: &str, collected: &str) -> Option<u64> {
    /// Digits of a day with a time.
    const TIMED: usize = 10;
    let (sample, collected) = (trim(sample), trim(collected));
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    (is_own_number(sample) && TIMED <= digits(collected))
        .then(|| FixedState::with_seed(0).hash_one((sample.to_ascii_lowercase(), collected)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_nobody_is_not_two() {
        for patient in ["", " ", "QC-1", "Control"] {
            assert_eq!(Stated::of(patient, "F", "1950-03-01"), None, "{patient:?}");
        }
    }
}
