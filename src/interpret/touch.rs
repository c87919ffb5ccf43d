//! What the quality of a sample makes of the results of one analyte.
//!
//! Of everything that is known of a sample, a result sees little: a verdict that depends on its
//! analyte and on which side of its limits it is. Two samples whose verdicts are the same on every
//! side are the same to it, so what was found out in one holds in the other.

use super::is_index;
use crate::interpretation::Usability;
use crate::notice::Code;
use crate::quality::{
    self, Interference, Interferent, Position, Provenance, SampleQuality, SampleVerdict,
};
use crate::reference::{Analyte, Effect};
use crate::rules::Rules;
use crate::specimen::Specimen;

/// What a sample makes of a result on one side of its limits.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Touched {
    pub(super) usability: Usability,
    pub(super) codes: Vec<Code>,
    /// Hemolysis, and nothing worse, may have moved it. How far depends on the result itself.
    pub(super) by_hemolysis: bool,
}

/// What a sample makes of the results of one analyte, on every side.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Touch {
    sides: [Touched; 4],
    /// What is said beside an index.
    index: Vec<Code>,
}

impl Touch {
    /// True if a critical value may be told apart by its size.
    pub(crate) fn depends_on_value(&self) -> bool {
        self.sides.iter().any(|side| side.by_hemolysis)
    }
}

impl Rules {
    /// What a sample makes of the results of an analyte, in a specimen that evidence of serum reaches.
    pub(crate) fn touch(&self, analyte: Option<&Analyte>, sample: &SampleQuality) -> Touch {
        let none = Touched {
            usability: Usability::Usable,
            codes: Vec::new(),
            by_hemolysis: false,
        };
        let sides = [
            Position::Low,
            Position::Inside,
            Position::High,
            Position::Unjudged,
        ];
        let Some(analyte) = analyte else {
            return Touch {
                sides: sides.map(|side| self.touched_unknown(sample, side)),
                index: Vec::new(),
            };
        };
        if is_index(analyte) {
            return Touch {
                sides: std::array::from_fn(|_| none.clone()),
                index: self.beside_index(analyte, sample),
            };
        }
        Touch {
            sides: sides.map(|side| self.touched(analyte, Specimen::Serum, sample, side)),
            index: Vec::new(),
        }
    }

    /// What a sample makes of a result.
    pub(super) fn touched(
        &self,
        analyte: &Analyte,
        specimen: Specimen,
        sample: &SampleQuality,
        position: Position,
    ) -> Touched {
        let SampleVerdict {
            mut usability,
            mut codes,
        } = quality::hemolysis(
            analyte.hemolysis.as_ref(),
            sample.hemolysis,
            position,
            self.hemolysis.general(),
        );
        let moved = analyte
            .hemolysis
            .as_ref()
            .is_some_and(|row| matches!(row.effect, Effect::Raises | Effect::Lowers));
        if moved
            && specimen == Specimen::WholeBlood
            && sample.hemolysis.provenance == Provenance::NotStated
        {
            codes.push(Code::HemolysisNotVisible);
        }
        for verdict in self.other_interference(analyte, sample, position) {
            codes.extend(verdict.codes);
            usability = usability.max(verdict.usability);
        }
        let mut by_hemolysis = moved && self.patterns.is_hemolyzed(sample.hemolysis);
        for finding in &sample.findings {
            if let Some(verdict) = finding.verdict(&analyte.id, position) {
                by_hemolysis &= verdict.usability < Usability::Indeterminate;
                codes.extend(verdict.codes);
                usability = usability.max(verdict.usability);
            }
        }
        Touched {
            usability,
            codes,
            by_hemolysis,
        }
    }

    /// What a sample makes of a result of an analyte that is not known: hemolysis may have done anything to it, and what
    /// touches every result touches it.
    pub(super) fn touched_unknown(&self, sample: &SampleQuality, position: Position) -> Touched {
        let general = self.hemolysis.general();
        let SampleVerdict {
            mut usability,
            mut codes,
        } = quality::hemolysis(None, sample.hemolysis, position, general);
        for verdict in sample
            .findings
            .iter()
            .filter_map(|of| of.verdict("", position))
        {
            codes.extend(verdict.codes);
            usability = usability.max(verdict.usability);
        }
        Touched {
            usability,
            codes,
            by_hemolysis: false,
        }
    }

    /// What icterus and lipemia make of a result.
    fn other_interference(
        &self,
        analyte: &Analyte,
        sample: &SampleQuality,
        position: Position,
    ) -> [SampleVerdict; 2] {
        let lipemia = if self.lipemia_untrusted(sample) {
            Interference::default()
        } else {
            sample.lipemia
        };
        [
            quality::interference(
                Interferent::Icterus,
                analyte.icterus.as_ref(),
                sample.icterus,
                position,
                self.icterus.none_below(),
            ),
            quality::interference(
                Interferent::Lipemia,
                analyte.lipemia.as_ref(),
                lipemia,
                position,
                self.lipemia.none_below(),
            ),
        ]
    }

    /// An index whose number means nothing, or that is not to be trusted.
    pub(super) fn beside_index(&self, analyte: &Analyte, sample: &SampleQuality) -> Vec<Code> {
        let (provenance, code) = match analyte.id.as_str() {
            super::HEMOLYSIS_INDEX => {
                (sample.hemolysis.provenance, Code::HemolysisIndexWithoutUnit)
            }
            super::ICTERUS_INDEX => (sample.icterus.provenance, Code::IcterusIndexWithoutUnit),
            super::LIPEMIA_INDEX => (sample.lipemia.provenance, Code::LipemiaIndexWithoutUnit),
            _ => return Vec::new(),
        };
        let mut codes = Vec::new();
        if provenance == Provenance::Unknown {
            codes.push(code);
        }
        if analyte.id == super::LIPEMIA_INDEX && self.lipemia_untrusted(sample) {
            codes.push(Code::LipemiaIndexNotTrusted);
        }
        codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::observation::Observation;
    use crate::quality::{SampleHemolysis, evidence::Statement};

    /// Samples as exports have them: all levels, alone and beside each other.
    fn samples(rules: &Rules) -> Vec<SampleQuality> {
        let mut samples = vec![SampleQuality::default()];
        for provenance in [Provenance::Word, Provenance::Graded, Provenance::Measured] {
            for level in [0.1, 0.21, 0.3, 0.5, 0.6, 0.9, 1.3, 2.0, 3.0, 5.0, 12.0] {
                for (hemolysis, other) in [(true, false), (false, true), (true, true)] {
                    let mut sample = SampleQuality::default();
                    if hemolysis {
                        sample.hemolysis = SampleHemolysis {
                            provenance,
                            free_hb: Some((level, Some(level))),
                        };
                    }
                    if other {
                        let level = level * 200.0;
                        sample.icterus = Interference {
                            provenance,
                            level: Some((level, Some(level))),
                        };
                        sample.lipemia = sample.icterus;
                    }
                    samples.push(sample);
                }
            }
        }
        samples.push(SampleQuality::from(SampleHemolysis {
            provenance: Provenance::Unknown,
            free_hb: None,
        }));
        let edta = Statement {
            said: rules.patterns.said_in("EDTA contamination suspected"),
            ..Statement::default()
        };
        for sample in samples.clone().iter_mut().step_by(5) {
            edta.add_to(sample, &rules.patterns);
            samples.push(sample.clone());
        }
        samples
    }

    #[test]
    fn samples_that_touch_an_analyte_alike_give_one_answer() {
        let rules = Rules::bundled(Options {
            adults: true,
            ..Options::default()
        })
        .expect("bundled data");
        let samples = samples(&rules);
        for analyte in rules.catalog().analytes() {
            let touches: Vec<Touch> = samples
                .iter()
                .map(|sample| rules.touch(Some(analyte), sample))
                .collect();
            for value in ["0.1", "2.1", "5", "9", "60", "5000", "<5", "n/a"] {
                let row = Observation {
                    name: &analyte.name,
                    value,
                    unit: analyte.unit.code,
                    ..Observation::default()
                };
                let reading = rules.read(&row);
                let resolution = rules.resolver().resolve(&row, reading.unit);
                if !crate::interpret::shares_serum_evidence(resolution.specimen) {
                    continue;
                }
                let mut answers: Vec<(&Touch, String)> = Vec::new();
                for (sample, touch) in samples.iter().zip(&touches) {
                    let result = rules.judge(row, reading, &resolution, sample);
                    if result.critical.is_some() && touch.depends_on_value() {
                        continue;
                    }
                    let answer = format!(
                        "{:?} {:?} {:?}",
                        result.flag,
                        result.usability,
                        result.notices.codes()
                    );
                    match answers.iter().find(|(known, _)| *known == touch) {
                        Some((_, known)) => assert_eq!(*known, answer, "{} {value}", analyte.id),
                        None => answers.push((touch, answer)),
                    }
                }
            }
        }
    }
}
