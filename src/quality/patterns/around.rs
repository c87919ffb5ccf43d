//! What is known around a sample: other tubes of the same patient.

use jiff::SignedDuration;

use crate::quality::SampleHemolysis;
use crate::quality::panel::Panel;

/// Another sample of the same patient.
#[derive(Clone, Copy, Debug)]
pub struct Neighbor<'a> {
    /// Its results.
    pub panel: &'a Panel,
    /// What is known of its hemolysis.
    pub hemolysis: SampleHemolysis,
    /// It is hemolyzed, or a pattern makes it suspect: nothing is compared with it.
    pub compromised: bool,
    /// Minutes from it to the sample at hand: negative if it was drawn later.
    pub minutes: i64,
}

/// The samples of the same patient, with full times, the nearest first. Empty where patient or time
/// is not known.
#[derive(Clone, Debug, Default)]
pub struct Around<'a> {
    /// Other samples, in any direction of time.
    pub others: Vec<Neighbor<'a>>,
}

impl<'a> Around<'a> {
    /// Other samples at most so many hours away.
    pub fn within(&self, hours: i64) -> impl Iterator<Item = &Neighbor<'a>> {
        self.others
            .iter()
            .filter(move |other| is_within(other.minutes.abs(), hours))
    }

    /// The latest earlier sample at most so many hours old that `has` what is asked for.
    pub fn previous(
        &self,
        hours: i64,
        has: impl Fn(&Neighbor<'a>) -> bool,
    ) -> Option<&Neighbor<'a>> {
        self.others
            .iter()
            .filter(|other| 0 < other.minutes && is_within(other.minutes, hours))
            .filter(|other| has(other))
            .min_by_key(|other| other.minutes)
    }
}

fn is_within(minutes: i64, hours: i64) -> bool {
    SignedDuration::from_mins(minutes) <= SignedDuration::from_hours(hours)
}
