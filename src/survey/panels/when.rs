//! When a sample was drawn, by the cell that says it.

use jiff::civil::{Date, DateTime};

use crate::import::date::{self, DateOrders, DateReading, Moment, Precision, write_day};
use crate::person::birth::is_default_of_databases;
use crate::quality::patterns::When;
use crate::text::hash;

/// A time of collection: minutes are of UTC where it states its offset, otherwise on the laboratory's clock.
pub(in crate::survey) fn when(text: &str, orders: DateOrders) -> When {
    let minutes = |moment: Moment| {
        let is_timed = moment.precision() != Precision::Date;
        is_timed.then(|| moment.instant().duration_since(DateTime::MIN).as_mins())
    };
    match date::read(text, orders) {
        DateReading::Read(moment) => {
            let day = moment.date();
            let day = (!is_default_of_databases(day)).then_some(day);
            When {
                minutes: minutes(moment),
                day: day.map(|day| day.duration_since(Date::MIN).as_hours()),
            }
        }
        // Which is the day? One and the same all the same.
        DateReading::Ambiguous => When {
            minutes: date::on_day_of_its_own(text).and_then(minutes),
            day: Some(day_as_written(text)),
        },
        DateReading::YearOpen | DateReading::TwoDigitYear => When {
            minutes: None,
            day: Some(day_as_written(text)),
        },
        // Minutes since admission, as eICU has them.
        DateReading::Unreadable if date::has_time(text) => When {
            minutes: text.parse().ok(),
            day: None,
        },
        _ => When::default(),
    }
}

/// A number for a day whose order nobody settles: less than those of days that are read.
fn day_as_written(text: &str) -> i64 {
    let mut day = String::new();
    write_day(text, &mut day);
    (hash(&day) | 1 << (u64::BITS - 1)).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_is_one_however_it_is_written() {
        let day = |text| when(text, DateOrders::default()).day;
        for (one, other, expected) in [
            ("2026-03-05", "05 Mar 2026", true),
            ("2026-03-05", "2026-03-05 07:15", true),
            ("2026-03-05", "2026-03-05T00:30+02:00", true),
            ("2026-03-05", "2026-03-06", false),
            ("3/5/2026", "03/05/2026", true),
            ("3/5/2026", "03/05/2026 07:15", true),
            ("3/5/2026", "3/6/2026", false),
            ("3/5/26", "03/05/26 07:15", true),
            ("3/5/2026", "5/3/2026", false),
        ] {
            let days = (day(one), day(other));
            assert!(days.0.is_some() && days.1.is_some(), "{one}, {other}");
            assert_eq!(days.0 == days.1, expected, "{one}, {other}");
        }
        for none in [
            "",
            "in the morning",
            "1440",
            "2026-03",
            "1900-01-01",
            "01/01/1900",
        ] {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
