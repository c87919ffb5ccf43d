//! Dates of birth, whose century may have to be found.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::age::Age;
use crate::import::date::{self, DateOrders, DateReading};

/// What a date of birth says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Birth {
    Read(Date),
    /// It says no day.
    Refused(DateReading),
}

/// Years that nobody is known to have lived; a margin above the oldest, who died at 122.
pub(super) const NOBODY_LIVES: i16 = 126;

/// Reads a date of birth of somebody who was there on the day `at`. A year of two digits is read where only one century is
/// possible then: 45 in 2026 is 1945, and 15 may be 1915 or 2015.
pub(crate) fn read(text: &str, orders: DateOrders, at: Option<Date>) -> Birth {
    let short = match date::short_date(text, orders) {
        Ok(short) => short,
        Err(DateReading::Read(moment)) if is_default_of_databases(moment.date()) => {
            return Birth::Refused(DateReading::Unreadable);
        }
        Err(DateReading::Read(moment)) => return Birth::Read(moment.date()),
        Err(refused) => return Birth::Refused(refused),
    };
    // A birth somewhat behind the sample is a slip, and no sign of a birth a century before.
    let is_possible = |at: Date, born: &Date| {
        let years = at.year() - born.year();
        (-1..NOBODY_LIVES).contains(&years)
    };
    let days = || short.in_every_century();
    let mut possible = at
        .into_iter()
        .flat_map(|at| days().filter(move |born| is_possible(at, born)));
    match (possible.next(), possible.next()) {
        (Some(born), None)
            if at.is_some_and(|at| born <= at && Age::is_possible_between(born, at))
                && !days().any(is_default_of_databases) =>
        {
            Birth::Read(born)
        }
        _ => Birth::Refused(DateReading::TwoDigitYear),
    }
}

/// True if two texts are days of birth, and not the same one.
pub(crate) fn are_apart(one: &str, other: &str, orders: DateOrders) -> bool {
    let day = |text: &str| match date::short_date(text, orders) {
        Err(DateReading::Read(moment)) => Some(moment.date()),
        _ => None,
    };
    one != other && matches!((day(one), day(other)), (Some(one), Some(other)) if one != other)
}

/// True for a day that databases and spreadsheets write where they know none. The first of 1970 is one too, and the birthday
/// of people alive.
pub(crate) fn is_default_of_databases(born: Date) -> bool {
    DEFAULTS.contains(&born)
}

static DEFAULTS: LazyLock<Vec<Date>> = LazyLock::new(|| {
    let defaults = [
        "0001-01-01",
        "1753-01-01",
        "1800-01-01",
        "1899-12-30",
        "1899-12-31",
        "1900-01-01",
        "1901-01-01",
    ];
    let days = defaults.iter().filter_map(|day| day.parse().ok());
    days.collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::date::DateOrder;

    #[test]
    fn a_century_is_found_where_there_is_only_one() {
        for (birth, at, expected) in [
            ("02/03/45", "2026-05-18", Some("1945-03-02")),
            ("02/03/28", "2026-05-18", Some("1928-03-02")),
            ("02-MAR-99", "2026-05-18", Some("1999-03-02")),
            ("Mar 2, 60", "2026-05-18", Some("1960-03-02")),
            ("29/02/60 0:00", "2026-05-18", Some("1960-02-29")),
            ("02/03/45", "1998-05-18", Some("1945-03-02")),
            // A child, or somebody very old.
            ("02/03/15", "2026-05-18", None),
            ("02/03/01", "2026-05-18", None),
            ("02/03/26", "2026-05-18", None),
            // The day after the sample, and next year: no birth of 1926 or 1927.
            ("19/05/26", "2026-05-18", None),
            ("01/01/27", "2026-05-18", None),
            // Databases write these where they know none.
            ("01/01/00", "2027-05-18", None),
            ("31/12/99", "2026-05-18", None),
            // No such day in any century, or only in the wrong one.
            ("31/02/60", "2026-05-18", None),
            ("29/02/61", "2026-05-18", None),
            ("02/03/45", "", None),
            ("1945-03-02", "", Some("1945-03-02")),
            ("1900-01-01", "2026-05-18", None),
            ("1899-12-30", "1950-05-18", None),
            ("1901-01-01", "1950-05-18", None),
            ("1901-01-02", "1950-05-18", Some("1901-01-02")),
        ] {
            let at = at.parse().ok();
            let read = match read(birth, DateOrder::DayFirst.into(), at) {
                Birth::Read(born) => Some(born.to_string()),
                Birth::Refused(_) => None,
            };
            assert_eq!(read.as_deref(), expected, "{birth} {at:?}");
        }
    }
}
