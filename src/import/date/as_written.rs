//! Days whose day and month could be exchanged, beside others that are written the same: how far apart their times are is known
//! in either order.

use jiff::Span;
use jiff::civil::Date;

use super::{Clock, DateOrders, DateReading, Moment, clock, moment, plain, read, triple};
use crate::text::trim;

/// A time to be held against others of its patient. Where day and month could be exchanged it is on a day of long ago that
/// stands for the one as it is written, years away from that of any other: what can be compared with it is of that day.
pub fn read_to_compare(text: &str, orders: impl Into<DateOrders>) -> Option<Moment> {
    match read(text, orders) {
        DateReading::Read(moment) => Some(moment),
        DateReading::Ambiguous => on_day_of_its_own(text),
        _ => None,
    }
}

/// The year of the first such day, and how many days lie between two of them: more than a year.
const FIRST: i16 = -9990;
const APART: i64 = 400;

const MONTHS: i64 = 12;

/// So many years have days of their own, before the first one comes again.
const YEARS: i64 = 72;

/// A time whose day and month could be exchanged, on the day of long ago that stands for its own.
pub(crate) fn on_day_of_its_own(text: &str) -> Option<Moment> {
    let text = plain::plain(trim(text));
    let (triple, rest) = triple(text.trim())?;
    let clock: Option<Clock> = match rest.trim() {
        "" => None,
        _ => Some(clock::read(rest)?),
    };
    let [first, second, year] = triple.numbers;
    let place = (year.rem_euclid(YEARS) * MONTHS + first - 1) * MONTHS + second - 1;
    let days = Span::new().try_days(APART * place).ok()?;
    let day = Date::new(FIRST, 1, 1).ok()?.checked_add(days).ok()?;
    match moment(day, clock) {
        DateReading::Read(moment) => Some(moment),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::date::{DAY, DateOrder};

    #[test]
    fn times_of_one_written_day_are_hours_apart_in_either_order() {
        let minutes = |one: &str, other: &str| {
            let read = |text| read_to_compare(text, None);
            read(one)?.minutes_to(read(other)?)
        };
        for (one, other, expected) in [
            ("03/05/2026 07:15", "3/5/2026 13:40", 385.0),
            ("03/05/2026 13:40", "03/05/2026 07:15", -385.0),
            ("2026-05-03 07:15", "2026-05-03 07:45", 30.0),
        ] {
            assert_eq!(minutes(one, other), Some(expected), "{one}, {other}");
        }
        for (one, other) in [
            ("03/05/2026 07:15", "05/03/2026 07:15"),
            ("03/05/2026 07:15", "04/05/2026 07:15"),
            ("03/05/2026 07:15", "03/05/2025 07:15"),
            ("03/05/2026 07:15", "03/05/1955 07:15"),
            ("12/11/2026 07:15", "01/02/2027 07:15"),
            ("03/05/2026 07:15", "2026-05-03 07:15"),
        ] {
            let apart = minutes(one, other).map(f64::abs);
            assert!(
                apart.is_some_and(|apart| 366.0 * DAY < apart),
                "{one}, {other}"
            );
        }
        for (one, other) in [
            ("03/05/2026", "03/05/2026 07:15"),
            ("03/05/2026 soon", "03/05/2026 07:15"),
            ("", "03/05/2026 07:15"),
        ] {
            assert_eq!(minutes(one, other), None, "{one}, {other}");
        }
        let settled = read_to_compare("03/05/2026 07:15", Some(DateOrder::DayFirst));
        assert_eq!(settled, read_to_compare("2026-05-03 07:15", None));
    }
}
