//! Acute kidney injury from a series of creatinines.
//!
//! Two values may be the baseline: the lowest creatinine of the seven days before, and the median of
//! those older than seven days and not older than 365. The lower of them is: the higher ratio stages
//! (so R. Aylward's published code of the algorithm of NHS England: "use ratio2 if it is higher";
//! J Nephrol 2024, doi 10.1007/s40620-024-02030-6). A baseline that moves up with the injury would call
//! the second draw of an injured kidney stage 0, and KDIGO 2012 stages against what was before it.
//! Nothing lies between the two: the algorithm counts in days, so that its 8 days begin where 7 end.
//! The result names its baseline. Dates without times count in whole days, so two days apart is taken
//! as within 48 hours: that may call too much, never too little.
//!
//! Below 18 years a filtration rate below 35 is stage 3 too. Where that of the draw is not known, a
//! child's stage is the least that it may be.

use super::collect::Collector;
use super::derived::Derived;
use super::group::At;
use super::kidney::{
    AKI_OLDER_DAYS, AKI_RECENT_DAYS, AKI_RISE_HOURS, aki_stage, aki_stage_of_child,
};
use super::notices;
use super::remarks::Remarks;
use super::{Derivation, Refusal};
use crate::import::date::{DAY, HOUR};
use crate::interpretation::Usability;
use crate::person::ADULT;
use crate::value::Comparator;

/// The stage, which the laboratory may report itself.
pub(super) const ID: &str = "aki_kdigo";
/// The filtration rate that stages a child.
pub(super) const CHILD_RATE: &str = "egfr_schwartz";
const CREATININE_ALONE: &str = "creatinine alone: urine output and dialysis are not known";
const WITH_RATE: &str =
    "creatinine, and a child's eGFR below 35: urine output and dialysis are not known";
const NO_RATE: &str = "creatinine alone: a child's eGFR below 35 would be stage 3, and is not known; urine output and dialysis neither";

impl Collector<'_> {
    /// The stage for the creatinine of a draw, if earlier ones are known. `derived` is what the draw gave
    /// already: a child's filtration rate may be in it.
    pub(super) fn aki(
        &self,
        group: usize,
        derived: &[Derived],
        remarks: &mut Remarks,
    ) -> Option<Derived> {
        let analyte = self.rules.catalog().analyte(ID)?;
        let now = match self.in_group(group, "creatinine") {
            Ok(at) => at,
            Err(Refusal::Missing(_)) => return None,
            Err(why) => {
                remarks.refuse(ID, why);
                return None;
            }
        };
        let own = self.groups[now.0].taken_of(now.1).moment?;
        let before = (AKI_OLDER_DAYS * DAY, 0.0);
        let all = self.around(&self.groups[group].origin.patient, own, before);
        let mut earlier: Vec<(f64, At)> = all
            .iter()
            .filter(|at| at.0 != group && self.stored(**at).kind.analyte.id == "creatinine")
            .filter(|at| self.stored(**at).kind.comparator.is_none())
            .filter(|at| !self.is_diluted(**at))
            .filter_map(|at| {
                let earlier = self.groups[at.0].taken_of(at.1).moment?;
                Some((earlier.minutes_or_days_to(own), *at))
            })
            .filter(|(minutes, _)| 0.0 < *minutes && *minutes <= AKI_OLDER_DAYS * DAY)
            .collect();
        // One that settles nothing is no measure for another, where there is one that does.
        let fits = |at: At| self.stored(at).kind.usability < Some(Usability::Indeterminate);
        if earlier.iter().any(|(_, at)| fits(*at)) {
            earlier.retain(|(_, at)| fits(*at));
        }
        let lowest_of = |within: f64| {
            earlier
                .iter()
                .filter(|(minutes, _)| *minutes <= within)
                .map(|(_, at)| *at)
                .min_by(|a, b| self.stored(*a).value.total_cmp(&self.stored(*b).value))
        };
        let mut inputs = vec![now];
        let mut roles: Vec<Option<&'static str>> = vec![None];
        let value = |at: At| self.stored(at).value;
        let lowest = lowest_of(AKI_RECENT_DAYS * DAY);
        let older = earlier
            .iter()
            .filter(|(minutes, _)| AKI_RECENT_DAYS * DAY < *minutes)
            .map(|(_, at)| *at)
            .collect();
        let middle = self.middle(older);
        let mean = |all: &[At]| all.iter().map(|at| value(*at)).sum::<f64>() / all.len() as f64;
        let median = mean(&middle);
        let lowest = lowest.filter(|at| middle.is_empty() || value(*at) <= median);
        let (baseline, formula) = match lowest {
            Some(lowest) => {
                inputs.push(lowest);
                roles.push(Some("baseline: lowest of 7 days"));
                let formula = "KDIGO 2012 creatinine criteria, baseline lowest of 7 days";
                (value(lowest), formula)
            }
            None if middle.is_empty() => {
                remarks.refuse(ID, Refusal::Missing("earlier_creatinine"));
                return None;
            }
            None => {
                for at in middle {
                    inputs.push(at);
                    roles.push(Some("baseline: median of 7-365 days"));
                }
                let formula = "KDIGO 2012 creatinine criteria, baseline median of 7-365 days";
                (median, formula)
            }
        };
        let mut rise = 0.0;
        if let Some(recent) = lowest_of(AKI_RISE_HOURS * HOUR) {
            rise = value(now) - value(recent);
            if !inputs.contains(&recent) {
                inputs.push(recent);
                roles.push(Some("lowest of 48 hours"));
            }
        }
        if self.stored(now).kind.comparator.is_some() || baseline <= 0.0 {
            remarks.refuse(ID, Refusal::Censored);
            return None;
        }
        let stage = aki_stage(value(now), baseline, rise);
        let is_child = self.stored(now).origin.person.age.reached(ADULT) == Some(false);
        let (stage, at_least, note) = match self.rate_of_child(group, derived) {
            _ if !is_child => (stage, false, CREATININE_ALONE),
            Some((rate, reported)) => {
                inputs.extend(reported);
                roles.extend(reported.map(|_| Some("eGFR of a child")));
                (aki_stage_of_child(stage, rate), false, WITH_RATE)
            }
            // What the lowest rate would make of it.
            None => (stage, aki_stage_of_child(stage, 0.0) != stage, NO_RATE),
        };
        // What the laboratory reports itself stands, unless it is the lesser one.
        let is_reported = |at: At| f64::from(stage) <= self.stored(at).value;
        if !at_least && self.in_group(group, ID).is_ok_and(is_reported) {
            remarks.refuse(ID, Refusal::Reported);
            return None;
        }
        let derivation = Derivation {
            formula: formula.to_string(),
            note: Some(note),
            inputs: inputs
                .iter()
                .zip(roles)
                .map(|(at, role)| self.told(*at, role))
                .collect(),
        };
        let comparator = at_least.then_some(Comparator::GreaterOrEqual);
        Some(self.derived(
            group,
            analyte,
            (comparator, f64::from(stage)),
            0,
            &inputs,
            derivation,
        ))
    }

    /// Is it perhaps of blood that an infusion diluted? Measured against such a creatinine, the next good sample would stage an
    /// injury that is none.
    fn is_diluted(&self, at: At) -> bool {
        let mut told = self.stored(at).kind.notices.iter();
        told.any(|code| notices::DILUTED.contains(code))
    }

    /// The one or two results in the middle of all, by value.
    fn middle(&self, mut all: Vec<At>) -> Vec<At> {
        all.sort_by(|a, b| self.stored(*a).value.total_cmp(&self.stored(*b).value));
        match all.len() {
            0 => all,
            n => all[(n - 1) / 2..=n / 2].to_vec(),
        }
    }

    /// The filtration rate of a child at this draw, derived or reported, and where it is reported.
    fn rate_of_child(&self, group: usize, derived: &[Derived]) -> Option<(f64, Option<At>)> {
        let of_draw = derived.iter().find(|value| value.analyte.id == CHILD_RATE);
        let (rate, comparator, reported) = match of_draw {
            Some(derived) => (derived.value, derived.comparator, None),
            None => {
                let at = self.in_group(group, CHILD_RATE).ok()?;
                let stored = self.stored(at);
                (stored.value, stored.kind.comparator, Some(at))
            }
        };
        comparator.is_none().then_some((rate, reported))
    }
}
