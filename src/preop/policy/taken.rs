//! Contexts of a limit that the time of a sample settles by itself: taken on the day of surgery, or within certain hours.

use jiff::civil::{Date, Time};

use crate::import::date::Moment;

/// When a sample must have been taken for a context to hold of its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// On the day of surgery.
    OnTheDay,
    /// From one time of day to another, both included.
    Between(Time, Time),
}

impl Taken {
    /// Reads `"day-of-surgery"` or `"08:00-09:00"`.
    pub(crate) fn read(text: &str) -> Option<Taken> {
        if text == "day-of-surgery" {
            return Some(Taken::OnTheDay);
        }
        let (from, to) = text.split_once('-')?;
        let time = |text: &str| {
            let (hour, minute) = text.split_once(':')?;
            Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
        };
        let (from, to) = (time(from)?, time(to)?);
        (from < to).then_some(Taken::Between(from, to))
    }

    /// Does it hold of a sample of that time? `None` if the time, or the day of surgery, is not known so closely, and outside
    /// the hours: a low cortisol of ten in the morning is to be asked for, not passed over.
    pub(crate) fn holds(self, at: Option<Moment>, surgery: Option<Date>) -> Option<bool> {
        match self {
            Taken::OnTheDay => Some(at?.date() == surgery?),
            Taken::Between(from, to) => {
                let time = at.filter(|at| at.has_clock_time())?.datetime().time();
                (from <= time && time <= to).then_some(true)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::date::{self, DateReading};

    fn at(text: &str) -> Option<Moment> {
        match date::read(text, None) {
            DateReading::Read(moment) => Some(moment),
            _ => None,
        }
    }

    #[test]
    fn a_time_settles_what_it_can() {
        let day = "day-of-surgery";
        for (taken, collected, surgery, expected) in [
            (day, "2026-12-01 06:00", "2026-12-01", Some(true)),
            (day, "2026-12-01", "2026-12-01", Some(true)),
            (day, "2026-11-30 23:59", "2026-12-01", Some(false)),
            (day, "2026-12-01 06:00", "", None),
            (day, "", "2026-12-01", None),
            ("08:00-09:00", "2026-12-01 07:59", "", None),
            ("08:00-09:00", "2026-12-01 08:00", "", Some(true)),
            ("08:00-09:00", "2026-12-01 09:00", "", Some(true)),
            ("08:00-09:00", "2026-12-01 09:01", "", None),
            ("08:00-09:00", "2026-12-01", "", None),
        ] {
            let taken = Taken::read(taken).unwrap();
            let found = taken.holds(at(collected), surgery.parse().ok());
            assert_eq!(found, expected, "{taken:?} {collected:?} {surgery:?}");
        }
        for text in ["", "morning", "9-8", "09:00-08:00", "08:00", "25:00-26:00"] {
            assert_eq!(Taken::read(text), None, "{text:?}");
        }
    }
}
