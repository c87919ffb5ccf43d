//! A point in time, and which of two came first.

use std::cmp::Ordering;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

/// How exactly a point in time is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Only the day.
    Date,
    /// To the minute.
    Minute,
    /// To the second.
    Second,
}

/// How many minutes a clock is ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset(pub(super) i16);

/// A point in time, and how exactly it is stated: on the clock whose offset is stated with it, otherwise on
/// the laboratory's own. Sorted by [`Moment::instant`]; which came first for certain says [`Moment::is_before`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    pub(super) at: DateTime,
    pub(super) precision: Precision,
    pub(super) offset: Option<Offset>,
}

/// Minutes of an hour.
pub const HOUR: f64 = 60.0;

/// Minutes of a day.
pub const DAY: f64 = 24.0 * HOUR;

/// No clock on earth is further behind UTC, or further ahead, in minutes (IANA time zone database, 2024a).
const FURTHEST: (i64, i64) = (-12 * 60, 14 * 60);

impl Moment {
    /// The calendar day, as it is written.
    #[must_use]
    pub fn date(self) -> Date {
        self.at.date()
    }

    /// Day and time, as they are written; midnight where no time is stated.
    #[must_use]
    pub fn datetime(self) -> DateTime {
        self.at
    }

    /// How exactly it is stated.
    #[must_use]
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// True if its time is stated, and is midnight: so databases write a day without one.
    #[must_use]
    pub fn is_midnight(self) -> bool {
        self.precision != Precision::Date && self.at.time() == Time::midnight()
    }

    /// True if its time is stated, and is none that a database writes for a day.
    #[must_use]
    pub fn has_clock_time(self) -> bool {
        self.precision != Precision::Date && !self.is_midnight()
    }

    /// The same day, with no time stated.
    #[must_use]
    pub fn day_alone(self) -> Moment {
        Moment {
            at: self.at.date().to_datetime(Time::midnight()),
            precision: Precision::Date,
            offset: None,
        }
    }

    /// Day and time in UTC where the offset is stated; otherwise as they are written.
    #[must_use]
    pub fn instant(self) -> DateTime {
        let minutes = self.offset.map_or(0, |Offset(minutes)| minutes);
        self.at.saturating_sub(i64::from(minutes).minutes())
    }

    /// True if it states the offset of its clock.
    #[must_use]
    pub fn states_offset(self) -> bool {
        self.offset.is_some()
    }

    /// True if it was before the other for certain. Of one day of which a time is not stated nobody knows; nor
    /// of two that are less than a day apart, of which one states its offset and the other one does not.
    #[must_use]
    pub fn is_before(self, other: Moment) -> bool {
        let last = match self.precision {
            Precision::Date => self.at.date().to_datetime(Time::MAX),
            _ => self.instant(),
        };
        // What it takes so that it is before the other whatever clock the one without an offset goes by.
        let slack = match (self.offset, other.offset) {
            (Some(_), None) => FURTHEST.1,
            (None, Some(_)) => -FURTHEST.0,
            _ => 0,
        };
        last.saturating_add(slack.minutes()) < other.instant()
    }

    /// True if the two may be one time, or either may be the first.
    #[must_use]
    pub fn may_be_same(self, other: Moment) -> bool {
        !self.is_before(other) && !other.is_before(self)
    }

    /// Minutes to another time; nothing where only a day is stated, or the clocks cannot be compared.
    #[must_use]
    pub fn minutes_to(self, other: Moment) -> Option<f64> {
        let is_timed = |moment: Moment| moment.precision != Precision::Date;
        let is_known =
            is_timed(self) && is_timed(other) && self.states_offset() == other.states_offset();
        is_known.then(|| other.minutes_since(self))
    }

    /// Minutes since another time, by their instants: for a picture, not for a rule.
    #[must_use]
    pub fn minutes_since(self, other: Moment) -> f64 {
        self.instant().duration_since(other.instant()).as_secs_f64() / 60.0
    }

    /// Minutes to another time; where those cannot be told, of whole days as they are written.
    #[must_use]
    pub fn minutes_or_days_to(self, other: Moment) -> f64 {
        self.minutes_to(other).unwrap_or_else(|| {
            let (from, to) = (self.at.date(), other.at.date());
            to.duration_since(from).as_secs_f64() / 60.0
        })
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Moment) -> Ordering {
        let key = |moment: &Moment| (moment.instant(), moment.precision, moment.at, moment.offset);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Moment) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DateReading, read};

    /// What is said of two times: `<` and `>` for certain, `?` where either may be the first.
    #[test]
    fn which_came_first_is_said_where_it_is_certain() {
        for (one, order, other) in [
            ("2024-03-01 08:00", "<", "2024-03-01 08:01"),
            ("2024-03-01 08:00", "?", "2024-03-01 08:00"),
            ("2024-03-01", "?", "2024-03-01 08:00"),
            ("2024-03-01", "?", "2024-03-01"),
            ("2024-03-01", "<", "2024-03-02 00:00"),
            ("2024-03-01 23:59", "<", "2024-03-02"),
            // Both offsets are stated: what counts is the instant.
            ("2024-03-01T08:00+01:00", "<", "2024-03-01T07:30Z"),
            ("2024-03-01T08:00-05:00", ">", "2024-03-01T12:59Z"),
            ("2024-03-01T08:00-05:00", "?", "2024-03-01T13:00:00Z"),
            ("2024-11-03T01:30-04:00", "<", "2024-11-03T01:10-05:00"),
            ("2024-03-02T00:30+05:30", "<", "2024-03-01T19:01Z"),
            // One is stated and one is not: the other clock may be anywhere on earth.
            ("2024-03-01T08:00Z", "?", "2024-03-01 08:00"),
            ("2024-03-01T08:00Z", "?", "2024-03-01 22:00"),
            ("2024-03-01T08:00Z", "<", "2024-03-01 22:01"),
            ("2024-03-01T08:00Z", "?", "2024-02-29 20:00"),
            ("2024-03-01T08:00Z", ">", "2024-02-29 19:59"),
            ("2024-03-01T10:00Z", "?", "2024-03-02"),
            ("2024-03-01T09:59Z", "<", "2024-03-02"),
        ] {
            let moment = |text: &str| match read(text, None) {
                DateReading::Read(moment) => moment,
                reading => panic!("{text}: {reading:?}"),
            };
            let (one_at, other_at) = (moment(one), moment(other));
            let said = match (one_at.is_before(other_at), other_at.is_before(one_at)) {
                (true, false) => "<",
                (false, true) => ">",
                (false, false) => "?",
                (true, true) => "both",
            };
            assert_eq!(said, order, "{one} against {other}");
            assert_eq!(one_at.may_be_same(other_at), order == "?", "{one}, {other}");
        }
    }

    #[test]
    fn minutes_between_two_times() {
        for (from, to, minutes, or_days) in [
            ("2024-03-01 08:00", "2024-03-01 09:30", Some(90.0), 90.0),
            (
                "2024-03-01T08:00+01:00",
                "2024-03-01T07:30Z",
                Some(30.0),
                30.0,
            ),
            ("2024-03-01T08:00Z", "2024-03-01 09:30", None, 0.0),
            ("2024-03-01", "2024-03-02 09:30", None, 1440.0),
        ] {
            let (DateReading::Read(a), DateReading::Read(b)) = (read(from, None), read(to, None))
            else {
                panic!("{from}, {to}");
            };
            assert_eq!(a.minutes_to(b), minutes, "{from} to {to}");
            assert_eq!(a.minutes_or_days_to(b), or_days, "{from} to {to}");
        }
    }
}
