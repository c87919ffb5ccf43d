//! Who a result is from, as far as an interval needs to know: sex, and age at collection.

use jiff::civil::Date;

use crate::age::{Age, AgePoint};
use crate::import::date::{self, DateOrders, DateReading};

pub(crate) mod birth;
mod sex;

use birth::Birth;

pub use sex::Sex;

/// Sex and age at collection.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Person {
    /// Sex.
    pub sex: Sex,
    /// Age at collection.
    pub age: Age,
}

/// What the texts of one result say about the person, with what could not be read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PersonReading {
    /// The person.
    pub person: Person,
    /// A date needed for the age cannot be read, or has a two-digit year whose century is open.
    pub date_unreadable: bool,
    /// A date needed for the age could be day/month or month/day, or any of its numbers its two-digit year.
    pub date_ambiguous: bool,
    /// The row says something of the age that is not understood, and it may be a child's: nobody is to be taken for an
    /// adult on that.
    pub may_be_child: bool,
    /// The row says something of the sex that is not understood.
    pub sex_unread: bool,
}

/// Reads sex, age, birth date and collection date. A birth date with a collection date wins over a
/// stated age, because a stated age may be from another day.
#[must_use]
pub fn read(
    sex: &str,
    age: &str,
    age_unit: &str,
    birth: &str,
    collected: &str,
    orders: DateOrders,
) -> PersonReading {
    let mut reading = PersonReading {
        person: Person {
            sex: Sex::read(sex),
            age: Age::read(age, age_unit),
        },
        ..PersonReading::default()
    };
    let unread = |text: &str| !says_nothing(text);
    reading.sex_unread = reading.person.sex == Sex::Unknown && unread(sex);
    reading.may_be_child = reading.person.age == Age::Unknown && unread(age);
    if birth.trim().is_empty() {
        return reading;
    }
    let mut take = |date: DateReading| -> Option<Date> {
        match date {
            DateReading::Read(moment) => Some(moment.date()),
            DateReading::Ambiguous | DateReading::YearOpen => {
                reading.date_ambiguous = true;
                None
            }
            DateReading::Missing => None,
            DateReading::TwoDigitYear | DateReading::Unreadable => {
                reading.date_unreadable = true;
                None
            }
        }
    };
    let at = take(date::read(collected, orders));
    if let Some(year) = year_alone(birth) {
        match at.map(|at| Age::since_year(year, at)) {
            // A stated age is finer.
            Some(Some(age)) if reading.person.age == Age::Unknown => reading.person.age = age,
            Some(None) => reading.date_unreadable = true,
            _ => {}
        }
        return with_childhood(reading, at, birth, collected);
    }
    let born = match birth::read(birth, orders, at) {
        Birth::Read(born) => Some(born),
        Birth::Refused(date) => take(date),
    };
    if let (Some(born), Some(at)) = (born, at) {
        if born <= at && Age::is_possible_between(born, at) {
            let days = f64::from((at - born).get_days());
            let either = either_of(reading.person.age, days);
            reading.person.age = either.unwrap_or_else(|| Age::between(born, at));
        } else {
            reading.date_unreadable = true;
        }
    }
    with_childhood(reading, at, birth, collected)
}

/// The ages between one that is stated and one by the date of birth, in days, where one is a child's, the other an adult's, and
/// no other day of stating explains it: one of the two is wrong, and nobody can tell which. A stated age may be that of today,
/// of a sample years ago, or that of a registration before it.
fn either_of(stated: Age, days: f64) -> Option<Age> {
    let years = |count| AgePoint::years(count).days();
    let Age::Stated { from, below } = stated else {
        return None;
    };
    let adult = ADULT.days();
    let is_younger = below <= adult && adult <= days && below + years(2) < days;
    let is_older = adult <= from && days < adult && days + years(30) < from;
    (is_younger || is_older).then(|| Age::Stated {
        from: from.min(days),
        below: below.max(days + 1.0),
    })
}

/// A year of birth and nothing more.
fn year_alone(birth: &str) -> Option<i16> {
    let birth = birth.trim();
    let year = birth.strip_suffix(".0").unwrap_or(birth);
    let is_year = year.len() == "2026".len() && year.bytes().all(|c| c.is_ascii_digit());
    year.parse().ok().filter(|_| is_year)
}

/// The same, with what an age that is not known leaves open.
fn with_childhood(
    mut reading: PersonReading,
    at: Option<Date>,
    birth: &str,
    collected: &str,
) -> PersonReading {
    if reading.person.age != Age::Unknown {
        reading.may_be_child = false;
    } else if reading.date_unreadable || reading.date_ambiguous {
        let year = at.map_or_else(|| year_in(collected), |at| Some(i32::from(at.year())));
        reading.may_be_child |=
            year.is_none_or(|year| may_be_born_within(birth, year - CHILDHOOD..=year));
    }
    reading
}

/// Calendar years before an eighteenth birthday is surely past.
const CHILDHOOD: i32 = 19;

/// True for a cell that says of somebody that nothing is known.
fn says_nothing(text: &str) -> bool {
    let words = [
        "",
        "u",
        "unk",
        "unknown",
        "n/a",
        "na",
        "null",
        "none",
        "nan",
        "?",
        "-",
        ".",
        "*",
        "not stated",
        "not known",
        "not recorded",
        "unspecified",
        "undetermined",
        "unbekannt",
        "inconnu",
        "desconocido",
        "non noto",
        "i",
        "x",
        "o",
        "other",
        "d",
        "divers",
        "ambiguous",
        "0",
        "9",
    ];
    let text = text.trim();
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The year of a date, where it is written with four digits.
pub(crate) fn year_in(date: &str) -> Option<i32> {
    let mut groups = date.split(|c: char| !c.is_ascii_digit());
    groups
        .find(|group| group.len() == "2026".len())?
        .parse()
        .ok()
}

/// May somebody be born in these years, whose birth is written so that it is not understood? A year of two digits, first
/// or last, is one of this century.
fn may_be_born_within(birth: &str, years: std::ops::RangeInclusive<i32>) -> bool {
    if let Some(year) = year_in(birth) {
        return years.contains(&year);
    }
    let groups: Vec<i32> = birth
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| group.len() <= 2)
        .filter_map(|group| group.parse().ok())
        .collect();
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return true;
    };
    // A number that is no day and no month is the year.
    const NO_DAY: i32 = 32;
    let may = |year: &i32| years.contains(&(CENTURY + year));
    match (NO_DAY <= *first, NO_DAY <= *last) {
        (true, false) => may(first),
        (false, true) => may(last),
        _ => may(first) || may(last),
    }
}

/// This one.
const CENTURY: i32 = 2000;

/// An age that nobody reaches.
pub const NOBODY_REACHES: AgePoint = AgePoint::years(birth::NOBODY_LIVES.unsigned_abs() as u32);

/// The age from which `--adults` lets the adult intervals be used.
pub const ADULT: AgePoint = AgePoint::years(18);
