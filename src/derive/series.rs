//! Acute kidney injury from a series of creatinines.
//!
//! The baseline is the lowest creatinine of the seven days before; where there is none, the median
//! of those 8 to 365 days before (the algorithm of NHS England, 2014). The result names it. Dates
//! without times count in whole days, so two days apart is taken as within 48 hours: that may call
//! too much, never too little.

use super::collect::Collector;
use super::derived::Derived;
use super::group::At;
use super::kidney::{AKI_OLDER_DAYS, AKI_RECENT_DAYS, AKI_RISE_HOURS, aki_stage};
use super::{Derivation, Refusal};
use crate::import::date::{DAY, HOUR};
use crate::interpretation::Usability;

const ID: &str = "aki_kdigo";

impl Collector<'_> {
    /// The stage for the creatinine of a draw, if earlier ones are known.
    pub(super) fn aki(&mut self, group: usize) -> Option<Derived> {
        let analyte = self.rules.catalog().analyte(ID)?;
        let now = match self.in_group(group, "creatinine") {
            Ok(at) => at,
            Err(Refusal::Missing(_)) => return None,
            Err(why) => {
                self.refuse(ID, why);
                return None;
            }
        };
        let own = self.groups[now.0].taken_of(now.1).moment;
        let all = self.of_patient.get(self.groups[group].patient.trim())?;
        let mut earlier: Vec<(f64, At)> = all
            .iter()
            .filter(|at| at.0 != group && self.stored(**at).analyte.id == "creatinine")
            .filter(|at| self.stored(**at).comparator.is_none())
            .filter_map(|at| {
                let earlier = self.groups[at.0].taken_of(at.1).moment?;
                Some((earlier.minutes_or_days_to(own?), *at))
            })
            .filter(|(minutes, _)| 0.0 < *minutes && *minutes <= AKI_OLDER_DAYS.1 * DAY)
            .collect();
        // One that cannot be used is no measure for another, where there is one that can.
        let fits = |at: At| self.stored(at).usability != Some(Usability::Unusable);
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
        let (baseline, formula) = if let Some(lowest) = lowest_of(AKI_RECENT_DAYS * DAY) {
            inputs.push(lowest);
            roles.push(Some("baseline: lowest of 7 days"));
            (
                value(lowest),
                "KDIGO 2012 creatinine criteria, baseline lowest of 7 days",
            )
        } else {
            let mut older: Vec<At> = earlier
                .iter()
                .filter(|(minutes, _)| AKI_OLDER_DAYS.0 * DAY <= *minutes)
                .map(|(_, at)| *at)
                .collect();
            older.sort_by(|a, b| value(*a).total_cmp(&value(*b)));
            let middle = match older.len() {
                0 => {
                    self.refuse(ID, Refusal::Missing("earlier_creatinine"));
                    return None;
                }
                n if n % 2 == 1 => vec![older[n / 2]],
                n => vec![older[n / 2 - 1], older[n / 2]],
            };
            let baseline = middle.iter().map(|at| value(*at)).sum::<f64>() / middle.len() as f64;
            for at in middle {
                inputs.push(at);
                roles.push(Some("baseline: median of 8-365 days"));
            }
            (
                baseline,
                "KDIGO 2012 creatinine criteria, baseline median of 8-365 days",
            )
        };
        let mut rise = 0.0;
        if let Some(recent) = lowest_of(AKI_RISE_HOURS * HOUR) {
            rise = value(now) - value(recent);
            if !inputs.contains(&recent) {
                inputs.push(recent);
                roles.push(Some("lowest of 48 hours"));
            }
        }
        if self.stored(now).comparator.is_some() || baseline <= 0.0 {
            self.refuse(ID, Refusal::Censored);
            return None;
        }
        let stage = aki_stage(value(now), baseline, rise);
        let derivation = Derivation {
            formula: formula.to_string(),
            note: Some("creatinine alone: urine output and dialysis are not known"),
            inputs: inputs
                .iter()
                .zip(roles)
                .map(|(at, role)| self.told(*at, role))
                .collect(),
        };
        Some(self.derived(
            group,
            analyte,
            (None, f64::from(stage)),
            0,
            &inputs,
            derivation,
        ))
    }
}
