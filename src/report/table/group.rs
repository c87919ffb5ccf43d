//! Results by patient and sample, in the order of their first appearance.

use std::collections::HashMap;

use super::recollect::Recollect;
use super::row::Row;
use crate::age::Age;
use crate::interpretation::{Interpretation, RangeSource};
use crate::notice::Code;
use crate::person::Sex;
use crate::quality::SampleHemolysis;
use crate::report::cells;
use crate::report::harmless::harmless;
use crate::report::reason::{self, Standing};
use crate::specimen::Specimen;
use crate::units::spelling::UnitTable;

/// All patients of a run.
#[derive(Debug, Default)]
pub(super) struct Groups {
    pub(super) patients: Vec<Patient>,
    /// How many judged results rest on whose interval.
    pub(super) sources: Vec<(String, u64)>,
    /// Analytes with a result outside its interval that the critical list has no limit for.
    pub(super) uncalled: Vec<String>,
    patient_index: HashMap<Box<str>, usize>,
    sample_index: HashMap<Box<str>, usize>,
    key: String,
}

/// One patient.
#[derive(Debug)]
pub(super) struct Patient {
    pub(super) id: Box<str>,
    pub(super) sex: Sex,
    /// At the first and at the last result with a known age.
    pub(super) ages: Option<(Age, Age)>,
    pub(super) samples: Vec<Sample>,
}

/// One sample, as far as it can be told apart.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) id: Box<str>,
    pub(super) collected: Box<str>,
    /// `received` or `reported` where that time stands in for the collection.
    pub(super) stands_in: &'static str,
    pub(super) specimens: Vec<Specimen>,
    /// It is known that all its results come from one tube.
    pub(super) identified: bool,
    pub(super) hemolysis: SampleHemolysis,
    /// At least one result is affected.
    pub(super) hemolyzed: bool,
    /// No serum result can be used.
    pub(super) gross: bool,
    pub(super) recollect: Recollect,
    pub(super) rows: Vec<Row>,
    /// Rows left out by `--abnormal`.
    pub(super) hidden: u64,
}

impl Groups {
    /// Adds a result; one that is not `shown` is only counted.
    pub(super) fn add(&mut self, result: &Interpretation<'_>, units: &UnitTable, shown: bool) {
        if let (Some(_), Some(limits)) = (result.flag, &result.limits) {
            self.count_source(limits.source);
        }
        let patient = self.patient(result);
        let at = self.sample(patient, result);
        // Both indexes were just looked up or pushed.
        let Some(sample) = self
            .patients
            .get_mut(patient)
            .and_then(|patient| patient.samples.get_mut(at))
        else {
            return;
        };
        sample.learn(result);
        if shown {
            sample.rows.push(Row::of(result, units));
        } else {
            sample.hidden += 1;
        }
    }

    /// Remembers an analyte of which no result is ever called by this list, however far outside it is.
    pub(super) fn note_uncalled(&mut self, result: &Interpretation<'_>, list: &str) {
        let is_outside = matches!(reason::standing(result), Standing::Outside);
        let Some(analyte) = result.analyte.filter(|_| is_outside) else {
            return;
        };
        if analyte.critical.iter().all(|row| row.list != list)
            && !self.uncalled.contains(&analyte.name)
        {
            self.uncalled.push(analyte.name.clone());
        }
    }

    fn count_source(&mut self, source: RangeSource<'_>) {
        let name = source.as_str();
        match self.sources.iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += 1,
            None => self.sources.push((name.to_owned(), 1)),
        }
    }

    fn patient(&mut self, result: &Interpretation<'_>) -> usize {
        let row = &result.observation;
        // In a wide table each record is somebody, even if nothing says who.
        let somebody = row.record_is_sample && row.patient.trim().is_empty();
        let unnamed = somebody.then(|| format!("not stated, line {}", row.line));
        let id = unnamed.as_deref().unwrap_or(row.patient);
        let at = match self.patient_index.get(id) {
            Some(at) => *at,
            None => {
                self.patient_index.insert(id.into(), self.patients.len());
                self.patients.push(Patient {
                    id: harmless(id).into(),
                    sex: Sex::Unknown,
                    ages: None,
                    samples: Vec::new(),
                });
                self.patients.len() - 1
            }
        };
        // Rows without a patient are from anybody: what one of them says holds for that one.
        let known = !id.trim().is_empty();
        if let Some(patient) = self.patients.get_mut(at).filter(|_| known) {
            let person = result.person;
            if patient.sex == Sex::Unknown {
                patient.sex = person.sex;
            }
            if person.age != Age::Unknown {
                let first = patient.ages.map_or(person.age, |(first, _)| first);
                patient.ages = Some((first, person.age));
            }
        }
        at
    }

    fn sample(&mut self, patient: usize, result: &Interpretation<'_>) -> usize {
        use std::fmt::Write as _;
        let observation = &result.observation;
        let collected = cells::collected(observation);
        self.key.clear();
        // Writing to memory does not fail.
        let _ = write!(
            self.key,
            "{patient}\u{1f}{}\u{1f}{collected}",
            observation.sample
        );
        if observation.record_is_sample && observation.sample.trim().is_empty() {
            let _ = write!(self.key, "\u{1f}{}", observation.line);
        }
        if observation.column_is_sample && observation.sample.trim().is_empty() {
            let _ = write!(self.key, "\u{1f}{}", observation.column);
        }
        if let Some(at) = self.sample_index.get(self.key.as_str()) {
            return *at;
        }
        let mut identity = String::new();
        let identified = crate::sample::key(&observation.into(), &mut identity);
        let shown = match cells::collected_iso(observation) {
            // Seconds that are zero were most likely never measured.
            Some(iso) => match iso.replace('T', " ") {
                iso if iso.len() == 19 && iso.ends_with(":00") => iso[..16].to_owned(),
                iso => iso,
            },
            None => harmless(collected).into_owned(),
        };
        let Some(patient) = self.patients.get_mut(patient) else {
            return 0;
        };
        let at = patient.samples.len();
        self.sample_index.insert(self.key.as_str().into(), at);
        patient.samples.push(Sample {
            id: harmless(observation.sample).into(),
            collected: shown.into(),
            stands_in: crate::interpret::stands_in(observation),
            specimens: Vec::new(),
            identified,
            hemolysis: SampleHemolysis::default(),
            hemolyzed: false,
            gross: false,
            recollect: Recollect::default(),
            rows: Vec::new(),
            hidden: 0,
        });
        at
    }
}

impl Sample {
    fn learn(&mut self, result: &Interpretation<'_>) {
        // A derived value may rest on other tubes; it says nothing of what this one is.
        if result.derived.is_none() && !self.specimens.contains(&result.specimen) {
            self.specimens.push(result.specimen);
        }
        self.hemolysis = self.hemolysis.and(result.hemolysis);
        self.recollect.learn(result);
        self.gross |= result.notices.has(Code::HemolysisGross);
        self.hemolyzed |= self.gross
            || [
                Code::HemolysisRaises,
                Code::HemolysisLowers,
                Code::HemolysisTrueLower,
                Code::HemolysisTrueHigher,
                Code::MaskedLowPossible,
                Code::MaskedHighPossible,
                Code::HemolysisEffectUnknown,
            ]
            .iter()
            .any(|code| result.notices.has(*code));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases;

    #[test]
    fn patients_and_samples_keep_their_order() {
        let units = cases::units();
        let mut groups = Groups::default();
        let (one, two) = (cases::hemolyzed_sample(), cases::quiet_sample());
        // Rows of two tubes that alternate in the file.
        for i in 0..one.len().max(two.len()) {
            for sample in [&one, &two] {
                if let Some(result) = sample.get(i) {
                    groups.add(result, &units, true);
                }
            }
        }
        let found: Vec<(&str, usize)> = groups
            .patients
            .iter()
            .flat_map(|patient| patient.samples.iter().map(|s| (&*patient.id, s.rows.len())))
            .collect();
        assert_eq!(found, [("P-1002", one.len()), ("P-1003", two.len())]);
        assert!(groups.patients[0].samples[0].hemolyzed);
        assert_eq!(
            groups.sources,
            [("report".to_owned(), 8), ("us".to_owned(), 1)]
        );
    }
}
