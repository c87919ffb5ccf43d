//! The days that programs write where there is none.

use super::{DateReading, read};
use crate::text::trim;

/// The first days of spreadsheets and databases: a time alone is stored on one of them, and nobody was born then who is alive.
const OF_NOBODY: &[&str] = &[
    "1899-12-30",
    "1899-12-31",
    "1900-01-01",
    "1904-01-01",
    "1753-01-01",
];

/// Those of programming languages.
const OF_SOMEBODY: &[&str] = &["1970-01-01", "2000-01-01"];

/// The same, where no calendar has them.
const OF_NO_CALENDAR: &[&str] = &[
    "1900-01-00",
    "1/0/1900",
    "01/00/1900",
    "00.01.1900",
    "00/01/1900",
    "0001-01-01",
    "01.01.0001",
    "1/1/0001",
];

/// True for such a day, however it is written.
pub(crate) fn is_empty(day: &str) -> bool {
    let day = trim(day);
    OF_NO_CALENDAR.contains(&day) || is_among(day, OF_NOBODY) || is_among(day, OF_SOMEBODY)
}

/// True for one on which nobody was born who is alive.
pub(crate) fn is_of_nobody(day: &str) -> bool {
    is_among(trim(day), OF_NOBODY)
}

fn is_among(day: &str, days: &[&str]) -> bool {
    days.contains(&day)
        || match read(day, None) {
            DateReading::Read(moment) => days.contains(&moment.date().to_string().as_str()),
            _ => false,
        }
}
