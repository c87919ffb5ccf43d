//! Which tubes to draw again, why, and which results depend on it.
//!
//! Above the rows of a sample stand one sentence for the ward and one for the laboratory; at the end
//! of the table, one list across all patients.

use super::heading;
use crate::interpretation::{Interpretation, Usability};
use crate::notice::Code;
use crate::quality::{Provenance, SampleHemolysis};
use crate::report::harmless::harmless;
use crate::report::{cells, reason};
use crate::text;

/// More results than this are not named.
const NAMED: usize = 4;

/// What is wrong with one sample, and what hangs on it.
#[derive(Debug, Default)]
pub(super) struct Recollect {
    patterns: Vec<Code>,
    hemolyzed: bool,
    icteric: bool,
    lipemic: bool,
    wrong_specimen: bool,
    /// Absent because of the sample: the laboratory's reasons.
    absent: Vec<&'static str>,
    /// Inside their limits, and not to be called normal: name with value, and what may be hidden.
    hidden: Vec<(String, &'static str)>,
    /// Names of results that must not be used, or decide nothing.
    unusable: Vec<String>,
    doubtful: Vec<String>,
}

/// Why a new tube is needed for one result, in words of the ward; empty if none is.
pub(crate) fn why(result: &Interpretation<'_>) -> String {
    let mut one = Recollect::default();
    one.learn(result);
    // A pattern that touches other results of the sample is no fault of this one.
    one.patterns.retain(|code| result.notices.has(*code));
    if one.is_needed() {
        one.why(result.hemolysis)
    } else {
        String::new()
    }
}

impl Recollect {
    pub(super) fn learn(&mut self, result: &Interpretation<'_>) {
        for code in &result.patterns {
            if !self.patterns.contains(code) {
                self.patterns.push(*code);
            }
        }
        let Some(usability @ (Usability::Indeterminate | Usability::Unusable)) = result.usability
        else {
            return;
        };
        if (result.notices.has(Code::ImplausibleValue)
            || result.notices.has(Code::IntervalUnitDoubtful))
            && !(result.patterns.iter()).any(|code| result.notices.has(*code))
        {
            // A slip of unit or decimal point is looked for in the file first, not in a new tube.
            return;
        }
        let has = |codes: &[Code]| codes.iter().any(|code| result.notices.has(*code));
        self.hemolyzed |= has(&[
            Code::HemolysisRaises,
            Code::HemolysisLowers,
            Code::HemolysisGross,
        ]);
        self.wrong_specimen |= has(&[Code::SpecimenUnsuitable]);
        self.icteric |= has(&[Code::IcterusRaises, Code::IcterusLowers]);
        self.lipemic |= has(&[Code::LipemiaRaises, Code::LipemiaLowers]);
        let name = match result.analyte {
            Some(analyte) => analyte.name.clone(),
            None => harmless(result.observation.name).into_owned(),
        };
        if let crate::value::Value::Absent(absence) = result.reading.value {
            if reason::is_sample_fault(result) && !self.absent.contains(&absence.as_str()) {
                self.absent.push(absence.as_str());
            }
            add(&mut self.unusable, name);
            return;
        }
        // A text is unusable only where it says itself that the sample is hemolyzed.
        self.hemolyzed |= matches!(result.reading.value, crate::value::Value::Text(_));
        let value = harmless(&cells::value(&result.observation)).into_owned();
        if has(&[Code::MaskedLowPossible]) {
            self.hidden.push((format!("{name} {value}"), "low"));
        } else if has(&[Code::MaskedHighPossible]) {
            self.hidden.push((format!("{name} {value}"), "high"));
        } else if usability == Usability::Unusable {
            add(&mut self.unusable, name);
        } else {
            add(&mut self.doubtful, name);
        }
    }

    /// True if some result hangs on a new tube. A slip of the decimal point is no fault of the tube.
    pub(super) fn is_needed(&self) -> bool {
        let hangs =
            !(self.hidden.is_empty() && self.unusable.is_empty() && self.doubtful.is_empty());
        let reason = self.hemolyzed
            || self.icteric
            || self.lipemic
            || self.wrong_specimen
            || !self.absent.is_empty()
            || self.patterns.iter().any(|code| ward(*code).is_some());
        hangs && reason
    }

    /// Why, in words of the ward.
    fn why(&self, hemolysis: SampleHemolysis) -> String {
        let mut why: Vec<String> = self
            .patterns
            .iter()
            .filter_map(|code| ward(*code))
            .map(str::to_owned)
            .collect();
        if self.hemolyzed {
            why.push(match heading::amount(hemolysis.free_hb) {
                Some(amount) if hemolysis.provenance == Provenance::Measured => {
                    format!("sample hemolyzed (about {amount})")
                }
                _ => "sample hemolyzed".to_owned(),
            });
        }
        if self.icteric {
            why.push("sample icteric".to_owned());
        }
        if self.lipemic {
            why.push("sample lipemic".to_owned());
        }
        // What a result says in its own place names the fault more closely.
        let spoiled = ward(Code::SampleSpoiled);
        if !self.absent.is_empty() {
            why.retain(|why| Some(why.as_str()) != spoiled);
        }
        if why.is_empty() {
            why.extend(self.absent.iter().map(|reason| (*reason).to_owned()));
        }
        if self.wrong_specimen {
            why.push("wrong specimen".to_owned());
        }
        why.join(", ")
    }

    /// The sentence for the ward, in parts that stay whole.
    pub(super) fn sentence(&self, hemolysis: SampleHemolysis) -> Vec<String> {
        // Never discarded as a bad tube: the patient comes first.
        let first = match self.patterns.contains(&Code::InVivoHemolysisPossible) {
            true => "Urgent review, and recollect",
            false => "Recollect",
        };
        let mut parts = vec![format!("{first}: {}.", self.why(hemolysis))];
        for (result, side) in self.hidden.iter().take(NAMED) {
            parts.push(format!(
                "{result} cannot be called normal; a {side} one may be hidden."
            ));
        }
        if let Some(more @ 1..) = self.hidden.len().checked_sub(NAMED) {
            parts.push(format!("Nor can {more} more."));
        }
        for (what, names) in [
            ("Not usable:", &self.unusable),
            ("In doubt:", &self.doubtful),
        ] {
            if !names.is_empty() {
                parts.push(format!("{what} {}.", listed(names)));
            }
        }
        parts
    }

    /// The sentences for the laboratory: the patterns and their codes.
    pub(super) fn for_laboratory(&self) -> Vec<String> {
        self.patterns
            .iter()
            .filter(|code| ward(**code).is_some())
            .map(|code| {
                let meaning = code.meaning();
                let first = meaning
                    .split_inclusive(". ")
                    .next()
                    .unwrap_or(meaning)
                    .trim();
                format!("For the laboratory: {first} [{code}]")
            })
            .collect()
    }

    /// The line of the closing list.
    pub(super) fn line(&self, patient: &str, sample: &str, hemolysis: SampleHemolysis) -> String {
        let mut names: Vec<String> = self.hidden.iter().map(|(name, _)| name.clone()).collect();
        names.extend(self.unusable.iter().chain(&self.doubtful).cloned());
        let patient = if patient.is_empty() {
            "patient not stated"
        } else {
            patient
        };
        let sample = if sample.is_empty() {
            String::new()
        } else {
            format!(", {sample}")
        };
        format!(
            "{patient}{sample}: {}: {}",
            self.why(hemolysis),
            listed(&names)
        )
    }
}

fn add(names: &mut Vec<String>, name: String) {
    if !names.contains(&name) {
        names.push(name);
    }
}

fn listed(names: &[String]) -> String {
    text::listed(names, NAMED * 2)
}

/// A pattern in words of the ward; `None` for one that asks for no new tube.
fn ward(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::SampleSpoiled => "said to be no good",
        Code::SampleMixUp => "may be another patient's",
        Code::EdtaSuspected => "EDTA from another tube suspected",
        Code::SodiumAdditiveSuspected => "citrate or EDTA from another tube suspected",
        Code::FluorideSuspected => "additive of the glucose tube suspected",
        Code::IvSalinePossible | Code::IvHartmannPossible | Code::IvFluidPossible => {
            "may be diluted by an infusion"
        }
        Code::IvDextrosePossible => "may be mixed with dextrose from an infusion",
        Code::DelayedSeparationPossible => "may have stood too long (or the patient is very ill)",
        Code::ColdStoragePossible => "may have been chilled before it was spun",
        Code::PseudohyperkalemiaPossible => "many platelets: potassium needs heparin plasma",
        Code::LeukocytePotassiumPossible => "very many leukocytes: potassium needs a blood gas",
        Code::InVivoHemolysisPossible => "hemolysis may be in the patient",
        _ => return None,
    })
}
