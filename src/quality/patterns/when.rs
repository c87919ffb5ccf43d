//! When samples were drawn, as far as it is stated: at a time, or on a day.

use foldhash::HashMap;

/// When a sample was drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// In minutes on the laboratory's clock, where the time is stated in full.
    pub minutes: Option<i64>,
    /// The calendar day as it is written, as a number: the same for no other day.
    pub day: Option<i64>,
}

impl When {
    /// Of two for one sample the earlier counts, whichever comes first.
    #[must_use]
    pub fn earlier(self, other: When) -> When {
        let least = |one: Option<i64>, other: Option<i64>| match (one, other) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        When {
            minutes: least(self.minutes, other.minutes),
            day: least(self.day, other.day),
        }
    }
}

/// When the samples were drawn that show a sign.
#[derive(Debug, Default)]
pub(super) struct Times {
    /// In order.
    minutes: Vec<i64>,
    days: HashMap<i64, OnDay>,
}

/// Samples of one day.
#[derive(Debug, Default)]
struct OnDay {
    all: usize,
    /// Of which only the day is stated.
    untimed: usize,
}

impl Times {
    /// Adds one that is not before the others.
    pub(super) fn add(&mut self, when: When) {
        self.minutes.extend(when.minutes);
        if let Some(day) = when.day {
            let on = self.days.entry(day).or_default();
            on.all += 1;
            on.untimed += usize::from(when.minutes.is_none());
        }
    }

    /// How many there are at most so many minutes away. Where the time of either is not stated, one day is near enough:
    /// it has no more hours than a rule looks away.
    pub(super) fn near(&self, now: When, within: i64) -> usize {
        let on = now.day.and_then(|day| self.days.get(&day));
        let Some(minutes) = now.minutes else {
            return on.map_or(0, |on| on.all);
        };
        self.timed_near(minutes, within) + on.map_or(0, |on| on.untimed)
    }

    /// How many there are whose time is stated, at most so many minutes away.
    pub(super) fn timed_near(&self, minutes: i64, within: i64) -> usize {
        let times = &self.minutes;
        let from = times.partition_point(|time| *time < minutes.saturating_sub(within));
        let to = times.partition_point(|time| *time <= minutes.saturating_add(within));
        to - from
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_alone_is_near_what_is_of_that_day() {
        let when = |minutes, day| When { minutes, day };
        let mut times = Times::default();
        times.add(when(None, Some(1)));
        times.add(when(None, None));
        times.add(when(Some(1500), Some(1)));
        times.add(when(Some(2900), Some(2)));
        for (now, expected) in [
            (when(Some(1500), Some(1)), 2),
            (when(Some(2000), Some(1)), 2),
            (when(Some(2000), Some(2)), 1),
            (when(Some(2300), None), 1),
            (when(None, Some(1)), 2),
            (when(None, Some(2)), 1),
            (when(None, Some(3)), 0),
            (when(None, None), 0),
        ] {
            assert_eq!(times.near(now, 720), expected, "{now:?}");
        }
    }

    #[test]
    fn of_two_the_earlier_counts() {
        let when = |minutes, day| When { minutes, day };
        let (one, other) = (when(Some(5), Some(2)), when(None, Some(1)));
        let both = when(Some(5), Some(1));
        assert_eq!((one.earlier(other), other.earlier(one)), (both, both));
    }
}
