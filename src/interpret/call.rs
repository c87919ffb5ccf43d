//! Whom to call: by the critical limits, in the unit of the result, or in each that it may be in.

use super::critical;
use crate::interpretation::{Flag, Interpretation};
use crate::notice::Code;
use crate::reference::{Analyte, Conversion};
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::value::interval::{self, Printed};
use crate::value::{Bounds, to_f64};

impl Rules {
    pub(super) fn call_critical<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        bounds: Bounds,
        implausible: bool,
    ) {
        let Some(analyte) = resolution.analyte else {
            return;
        };
        let stated = self.condition_words.of_row(&result.observation);
        let conditions = &self.conditions(&stated, resolution, result.person);
        let call = |conversion| {
            let question = critical::Question {
                list: &self.options.critical_list,
                person: result.person,
                specimen: result.specimen,
                conditions,
                bounds,
                to_canonical: conversion,
                limits: result.limits.as_ref(),
            };
            critical::call(analyte, &question)
        };
        result.critical = match resolution.conversion {
            Some(conversion) => call(conversion),
            None => {
                let printed = interval::printed_for(&result.observation, &result.person);
                let by_limits = self.conversion_of_limits(&printed, resolution);
                let possible = self.possible_conversions(resolution).into_iter();
                let possible = possible.filter(|by| is_believable(analyte, bounds, *by));
                by_limits.into_iter().chain(possible).find_map(call)
            }
        };
        let Some(call) = &result.critical else {
            return;
        };
        result.notices.add(Code::CriticalLimit);
        if call.limit.unless.is_some() {
            result.notices.add(Code::CriticalContext);
        }
        if !implausible && resolution.conversion.is_some() {
            result.flag = Some(if call.high {
                Flag::CriticalHigh
            } else {
                Flag::CriticalLow
            });
        }
    }

    /// Of a result without a unit: from the unit that is printed with its limits, with which it is compared as it stands. It
    /// is nowhere shown in that unit, but what would be critical in it is called.
    pub(super) fn conversion_of_limits(
        &self,
        printed: &Printed<'_>,
        resolution: &Resolution<'_>,
    ) -> Option<Conversion> {
        let Printed::Interval(_, _, unit) = printed else {
            return None;
        };
        let is_missing = resolution.codes.contains(&Code::UnitMissing);
        let analyte = resolution.analyte.filter(|_| is_missing)?;
        let units = self.catalog.units().read(unit);
        let mut possible = analyte.conversions_of(units, resolution.variant);
        let first = possible.next()?;
        possible.all(|other| other == first).then_some(first)
    }

    /// Of a result in a unit that may be one of several, or whose name may mean one molecule or the other: from each of them.
    /// What would be critical in one is called.
    pub(super) fn possible_conversions(&self, resolution: &Resolution<'_>) -> Vec<Conversion> {
        let has = |code| resolution.codes.contains(&code);
        let is_either = has(Code::AnalyteAmbiguous);
        let is_open = is_either || has(Code::UnitUnknown);
        let Some(analyte) = resolution.analyte.filter(|_| is_open) else {
            return Vec::new();
        };
        let units = self.catalog.units().read(&resolution.trace.unit_text);
        let others = analyte.variants.iter().filter(|_| is_either).map(Some);
        let variants = [resolution.variant].into_iter().chain(others);
        variants
            .flat_map(|variant| analyte.conversions_of(units, variant))
            .collect()
    }
}

/// Is nothing of a value beyond belief, if it is in this unit?
fn is_believable(analyte: &Analyte, bounds: Bounds, by: Conversion) -> bool {
    let mut ends = [bounds.low, bounds.high].into_iter().flatten();
    ends.all(|(value, _)| analyte.is_plausible(by.apply(to_f64(value))))
}
