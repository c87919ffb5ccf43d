//! Who a result is from, as far as an interval needs to know: sex, and age at collection.

use jiff::civil::Date;

use crate::age::{Age, AgePoint};
use crate::import::date::{self, DateOrder, DateReading};

/// Sex for the choice of an interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Not known, or neither. Judged only where every sex's interval gives the same answer.
    #[default]
    Unknown,
}

impl Sex {
    /// Reads a sex as exports write it (`F`, `female`, `w`, `2`?). Codes that are numbers mean
    /// different things in different systems and stay unknown, except the OMOP concepts.
    #[must_use]
    pub fn read(text: &str) -> Sex {
        let text = text.trim();
        match text {
            "F" | "f" => return Sex::Female,
            "M" | "m" => return Sex::Male,
            "" => return Sex::Unknown,
            _ => {}
        }
        let text = text.to_lowercase();
        let is = |words: &[&str]| words.contains(&text.as_str());
        if is(&[
            "f",
            "female",
            "w",
            "weiblich",
            "weibl",
            "weibl.",
            "frau",
            "femme",
            "féminin",
            "feminin",
            "femenino",
            "femenina",
            "feminino",
            "mujer",
            "hembra",
            "vrouw",
            "vrouwelijk",
            "kvinnlig",
            "kvinnelig",
            "femmina",
            "femminile",
            "woman",
            "girl",
            "kvinne",
            "kvinna",
            "kvinde",
            "fem",
            "8532",
        ]) {
            Sex::Female
        } else if is(&[
            "m",
            "male",
            "männlich",
            "männl",
            "männl.",
            "maennlich",
            "mann",
            "homme",
            "masculin",
            "masculino",
            "hombre",
            "mannelijk",
            "manlig",
            "mannlig",
            "varón",
            "varon",
            "maschio",
            "maschile",
            "man",
            "boy",
            "h",
            "8507",
        ]) {
            Sex::Male
        } else {
            Sex::Unknown
        }
    }

    /// `female`, `male` or `unknown`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Sex::Female => "female",
            Sex::Male => "male",
            Sex::Unknown => "unknown",
        }
    }
}

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
    /// A date needed for the age has a two-digit year or cannot be read.
    pub date_unreadable: bool,
    /// A date needed for the age could be day/month or month/day.
    pub date_ambiguous: bool,
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
    order: Option<DateOrder>,
) -> PersonReading {
    let mut reading = PersonReading {
        person: Person {
            sex: Sex::read(sex),
            age: Age::read(age, age_unit),
        },
        ..PersonReading::default()
    };
    if birth.trim().is_empty() {
        return reading;
    }
    let mut day = |text: &str| -> Option<Date> {
        match date::read(text, order) {
            DateReading::Read(moment) => Some(moment.date()),
            DateReading::Ambiguous => {
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
    let (born, at) = (day(birth), day(collected));
    if let (Some(born), Some(at)) = (born, at) {
        if born <= at && Age::is_possible_between(born, at) {
            reading.person.age = Age::between(born, at);
        } else {
            reading.date_unreadable = true;
        }
    }
    reading
}

/// The age from which `--adults` lets the adult intervals be used.
pub const ADULT: AgePoint = AgePoint::years(18);
