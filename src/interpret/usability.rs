//! Whether the number may be used at all.

use super::{add_all, critical};
use crate::interpretation::{Interpretation, RangeSource, Usability};
use crate::notice::Code;
use crate::quality::{self, Position, Provenance, SampleQuality};
use crate::resolve::Resolution;
use crate::rules::Rules;

impl Rules {
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
