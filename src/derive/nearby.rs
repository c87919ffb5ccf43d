//! Results of a patient near in time to a draw.

use jiff::ToSpan as _;
use jiff::civil::DateTime;

use super::Refusal;
use super::collect::Collector;
use super::group::{At, Taken};
use super::recipe::{Input, Tube};
use crate::import::date::{DAY, Moment};

/// Minutes by which what is compared may be apart from its instant: two clocks, and a day without a time.
const SLACK: f64 = DAY + DAY;

impl Collector<'_> {
    /// One input: of the draw, or of the patient within a day where the recipe allows it.
    pub(super) fn find(&self, group: usize, taken: &Taken, input: &Input) -> Result<At, Refusal> {
        match self.in_group(group, input.id) {
            Err(Refusal::Missing(_)) if input.tube == Tube::WithinDay => {}
            found => return found,
        }
        let own = &self.groups[group];
        let others = match taken.moment {
            Some(moment) => self.around(&own.origin.patient, moment, (DAY, DAY)),
            None => &[],
        };
        let nearest = others
            .iter()
            .filter(|at| self.stored(**at).kind.analyte.id == input.id)
            .filter_map(|at| {
                let (own, other) = (taken.moment?, self.groups[at.0].taken_of(at.1).moment?);
                // Inputs of different tubes may be a day apart.
                let is_within = match own.minutes_to(other) {
                    Some(minutes) => minutes.abs() <= DAY,
                    // Of two dates without times only the same day is certainly within a day.
                    None => {
                        own.states_offset() == other.states_offset() && own.date() == other.date()
                    }
                };
                is_within.then_some((own.minutes_or_days_to(other).abs(), *at))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        match nearest {
            Some((_, (other, _))) => self.in_group(other, input.id),
            None => Err(Refusal::Missing(input.id)),
        }
    }

    /// Results of a patient from so many minutes before a time to so many behind it, and some more: clocks may differ, and a
    /// day without a time is its midnight.
    pub(super) fn around(&self, patient: &str, moment: Moment, within: (f64, f64)) -> &[At] {
        let Some(all) = self.of_patient.get(patient.trim()) else {
            return &[];
        };
        let at = |minutes: f64| {
            let minutes = (minutes as i64).minutes();
            moment.instant().saturating_add(minutes)
        };
        let (from, to) = (at(-within.0 - SLACK), at(within.1 + SLACK));
        // In the order of their instants.
        let is_before = |time: DateTime| {
            move |one: &At| {
                let own = self.groups[one.0].taken_of(one.1).moment;
                own.is_none_or(|own| own.instant() < time)
            }
        };
        let first = all.partition_point(is_before(from));
        let rest = &all[first..];
        &rest[..rest.partition_point(is_before(to))]
    }
}
