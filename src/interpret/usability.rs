//! Critical calls, and whether the number may be used at all.

use super::{add_all, critical};
use crate::interpretation::{Flag, Interpretation, RangeSource, Usability};
use crate::notice::Code;
use crate::quality::{self, Position, Provenance, SampleQuality};
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
        let conditions = &self.conditions(&stated, resolution);
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
        let units = self.catalog.units().read(unit).iter();
        let mut possible = units.filter_map(|unit| analyte.conversion(unit, resolution.variant));
        let first = possible.next()?;
        possible.all(|other| other == first).then_some(first)
    }

    /// Of a result in a unit that may be one of several: from each of them. What would be critical in one is called.
    pub(super) fn possible_conversions(&self, resolution: &Resolution<'_>) -> Vec<Conversion> {
        let is_open = resolution.codes.contains(&Code::UnitUnknown);
        let analyte = resolution.analyte.filter(|_| is_open).into_iter();
        let units = self.catalog.units().read(&resolution.trace.unit_text);
        let of = |analyte: &Analyte| -> Vec<Conversion> {
            let each = units.iter();
            each.filter_map(|unit| analyte.conversion(unit, resolution.variant))
                .collect()
        };
        analyte.flat_map(of).collect()
    }

    pub(super) fn usability(
        &self,
        result: &mut Interpretation<'_>,
        resolution: &Resolution<'_>,
        sample: &SampleQuality,
        implausible: bool,
    ) {
        let position = match result.flag {
            Some(flag) if flag.direction() < 0 => Position::Low,
            Some(flag) if flag.direction() > 0 => Position::High,
            Some(_) => Position::Inside,
            None => Position::Unjudged,
        };
        let Some(analyte) = resolution.analyte else {
            self.usability_of_unknown(result, sample, position);
            return;
        };
        let touched = self.touched(analyte, result.specimen, sample, position);
        for code in &touched.codes {
            result.notices.add(*code);
        }
        let mut usability = touched.usability;
        // In a wide row with a cell too many each result may be its neighbor's, and in one of a sheet of another date.
        let row = &result.observation;
        let shifted = row.ragged && (row.record_is_sample || row.column_is_sample);
        if implausible || shifted {
            usability = usability.max(Usability::Indeterminate);
        }
        // Judged by its printed interval, and nobody knows what it was measured in.
        let of_unknown = result.notices.has(Code::SpecimenUnknown) && result.flag.is_some();
        let differs = result.notices.has(Code::ColumnDiffers);
        if result.notices.has(Code::StatusFailed) {
            usability = usability.max(Usability::Indeterminate);
        }
        if result.notices.has(Code::IntervalOneSided) || of_unknown || differs {
            usability = usability.max(Usability::Caution);
        }
        // The laboratory printed an interval, and another one judged. A file of the laboratory's own
        // intervals is its word as well.
        if result.notices.has(Code::IntervalUnreadable)
            && result.flag.is_some()
            && !result
                .limits
                .as_ref()
                .is_some_and(|limits| limits.source == RangeSource::Lab)
        {
            usability = usability.max(Usability::Caution);
        }
        if self.patterns.spoils(result.specimen, &analyte.id) {
            result.notices.add(Code::SpecimenUnsuitable);
        }
        if result.notices.has(Code::SpecimenUnsuitable)
            || resolution.codes.contains(&Code::SpecimenUnsuitable)
        {
            usability = Usability::Unusable;
        }
        if let Some(fault) = self.disowned(&result.observation, Some(analyte), result.specimen) {
            result.notices.add(Code::CommentDisowns);
            usability = usability.max(fault);
        }
        // What a wrong tube did to a value nobody can bound.
        if touched.by_hemolysis
            && Usability::Usable < usability
            && let (Some(call), Some(canonical)) = (&result.critical, &result.canonical)
            && let (Some(effect), Some(limit)) = (&analyte.hemolysis, critical::limit_of(call))
            && quality::critical_either_way(
                effect,
                sample.hemolysis,
                call.high,
                canonical.value,
                limit,
            )
        {
            result.notices.add(Code::CriticalEitherWay);
        }
        // A number without a usable unit that nothing judged is not vouched for.
        let vouched = resolution.conversion.is_some() || result.flag.is_some();
        if vouched || Usability::Usable < usability {
            result.usability = Some(usability);
        }
    }

    /// A result of an analyte that is not known, judged by the interval printed beside it: nobody vouches for it, but a
    /// spoiled sample and the laboratory's own word against it count.
    fn usability_of_unknown(
        &self,
        result: &mut Interpretation<'_>,
        sample: &SampleQuality,
        position: Position,
    ) {
        if result.flag.is_none() {
            return;
        }
        let touched = self.touched_unknown(sample, position);
        let disowned = self.disowned(&result.observation, None, result.specimen);
        let mut worst = touched.usability.max(disowned.unwrap_or(Usability::Usable));
        if result.notices.has(Code::StatusFailed) {
            worst = worst.max(Usability::Indeterminate);
        }
        if Usability::Usable < worst {
            add_all(&mut result.notices, &touched.codes);
            if disowned.is_some() {
                result.notices.add(Code::CommentDisowns);
            }
            result.usability = Some(worst);
        }
    }

    /// True if no result of a sample is judged otherwise than if nothing were said of it: every index is
    /// below what is known to affect any analyte, and there is no doubt about any.
    pub(crate) fn is_harmless(&self, sample: &SampleQuality) -> bool {
        let below =
            |provenance: Provenance, level: Option<(f64, Option<f64>)>, limit: f64| match level {
                None => provenance == Provenance::NotStated,
                Some((_, most)) => most.is_some_and(|most| most < limit),
            };
        let general = self.hemolysis.general();
        let hemolysis = sample.hemolysis;
        below(
            hemolysis.provenance,
            hemolysis.free_hb,
            general.none_below.min(general.gross_from),
        ) && below(
            sample.icterus.provenance,
            sample.icterus.level,
            self.icterus.none_below(),
        ) && below(
            sample.lipemia.provenance,
            sample.lipemia.level,
            self.lipemia.none_below(),
        ) && sample.findings.is_empty()
            && !self.patterns.is_hemolyzed(hemolysis)
            && !self.lipemia_untrusted(sample)
    }

    /// Free hemoglobin makes the lipemia index rise: above a level, only words about it count.
    pub(super) fn lipemia_untrusted(&self, sample: &SampleQuality) -> bool {
        let from_index = sample.lipemia.provenance > Provenance::Word;
        let most = sample
            .hemolysis
            .free_hb
            .map(|(_, most)| most.unwrap_or(f64::INFINITY));
        from_index
            && self
                .lipemia
                .untrusted_from()
                .zip(most)
                .is_some_and(|(limit, most)| limit < most)
    }
}

/// Is nothing of a value beyond belief, if it is in this unit?
fn is_believable(analyte: &Analyte, bounds: Bounds, by: Conversion) -> bool {
    let (least, most) = analyte.plausible;
    let ends = [bounds.low, bounds.high].into_iter().flatten();
    let mut values = ends.map(|(value, _)| by.apply(to_f64(value)));
    values.all(|value| least <= value && value <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::observation::Observation;
    use crate::quality::{Interference, SampleHemolysis};

    #[test]
    fn a_harmless_sample_changes_no_judgement() {
        let rules = Rules::bundled(Options {
            adults: true,
            ..Options::default()
        })
        .expect("bundled data");
        let measured = Provenance::Measured;
        let just_below = |limit: f64| Some((0.0, Some(limit * 0.999)));
        let index = |level| Interference {
            provenance: measured,
            level,
        };
        let samples =
            [0.0, rules.hemolysis.general().none_below * 0.999].map(|most| SampleQuality {
                hemolysis: SampleHemolysis {
                    provenance: measured,
                    free_hb: Some((most, Some(most))),
                },
                icterus: index(just_below(rules.icterus.none_below())),
                lipemia: index(just_below(rules.lipemia.none_below())),
                findings: Vec::new(),
            });
        let plain = SampleQuality::default();
        assert!(rules.is_harmless(&plain));
        for sample in &samples {
            assert!(rules.is_harmless(sample), "{sample:?}");
            for analyte in rules.catalog().analytes() {
                for value in ["0.1", "5", "5000"] {
                    let row = Observation {
                        name: &analyte.name,
                        value,
                        unit: analyte.unit.code,
                        ..Observation::default()
                    };
                    let reading = rules.read(&row);
                    let resolution = rules.resolver().resolve(&row, reading.unit);
                    let [with, without] = [sample, &plain].map(|sample| {
                        let result = rules.judge(row, reading, &resolution, sample);
                        (result.flag, result.usability, result.notices)
                    });
                    // Whole blood never takes what is said of serum.
                    if crate::interpret::shares_serum_evidence(resolution.specimen) {
                        assert_eq!(with, without, "{} {value}", analyte.id);
                    }
                }
            }
        }
    }

    #[test]
    fn doubt_is_not_harmless() {
        let rules = Rules::bundled(Options::default()).expect("bundled data");
        for hemolysis in [
            (Provenance::Unknown, None),
            (Provenance::Word, Some((0.0, None))),
            (Provenance::Measured, Some((0.5, Some(0.5)))),
        ] {
            let sample = SampleQuality::from(SampleHemolysis {
                provenance: hemolysis.0,
                free_hb: hemolysis.1,
            });
            assert!(!rules.is_harmless(&sample), "{sample:?}");
        }
    }
}
