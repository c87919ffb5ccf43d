//! What a sheet says beside a result from which something was, or was not, derived: whoever holds the paper has not seen
//! what a run prints besides.

use super::Refusal;
use super::collect::Collector;
use super::group::At;
use super::remarks::Remarks;
use crate::notice::Code;

/// Said of one result.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// File and line of the result.
    pub file: String,
    /// Line.
    pub line: u64,
    /// Its patient, as reported.
    pub patient: String,
    /// Its analyte.
    pub analyte: &'static str,
    /// Its number in the canonical unit.
    pub number: f64,
    /// The analyte that was to be derived; where the laboratory reports it itself, that of the result.
    pub of: &'static str,
    /// What is said.
    pub what: Said,
}

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The laboratory reports it, and the equation gives another number.
    Differs {
        /// In the canonical unit.
        derived: f64,
        /// As printed, without unit.
        shown: String,
        /// Equation, with its parameters.
        formula: String,
    },
    /// It was not derived, and why, in words.
    NotDerived(String),
}

impl Collector<'_> {
    /// What is said of the result at a place.
    pub(super) fn aside(&self, at: At, of: &'static str, what: Said) -> Aside {
        let stored = self.stored(at);
        Aside {
            file: self.files[stored.file as usize].clone(),
            line: stored.line,
            patient: self.groups[at.0].origin.patient.trim().to_string(),
            analyte: &stored.kind.analyte.id,
            number: stored.value,
            of,
            what,
        }
    }

    /// Counts a refusal by its true reason, and keeps it beside the main input.
    pub(super) fn tell_refusal(
        &self,
        group: usize,
        id: &'static str,
        why: Refusal,
        remarks: &mut Remarks,
    ) {
        let why = self.true_reason(group, why);
        remarks.refuse(id, why);
        if why == Refusal::Reported || !remarks.keeps_asides() {
            return;
        }
        let recipe = self.recipes.iter().find(|recipe| recipe.id == id);
        let main = recipe.and_then(|recipe| self.in_group(group, recipe.inputs[0].id).ok());
        if let Some(at) = main {
            let words = self.in_words(why);
            remarks.add_aside(self.aside(at, id, Said::NotDerived(words)));
        }
    }

    /// The same refusal by its true reason: an input that is there and unfit is not missing.
    fn true_reason(&self, group: usize, why: Refusal) -> Refusal {
        let Refusal::Missing(input) = why else {
            return why;
        };
        let unfit = self.groups[group]
            .unfit
            .iter()
            .find(|unfit| unfit.analyte == input);
        unfit.map_or(why, |unfit| Refusal::Unfit(input, unfit.why))
    }

    /// A reason in words, for a sheet that may be open to relatives.
    fn in_words(&self, why: Refusal) -> String {
        let name = |id: &str| {
            let analyte = self.rules.catalog().analyte(id);
            analyte.map_or_else(|| id.to_string(), |analyte| analyte.name.clone())
        };
        match why {
            Refusal::Missing(id) => return format!("{} is not in its sample", name(id)),
            Refusal::Unfit(id, code) => {
                return format!("{} of its sample is no input: {}", name(id), word_of(code));
            }
            Refusal::RepeatDiffers => "an input is reported twice with different values",
            Refusal::AgeMissing => "the age is not certain",
            Refusal::SexMissing => "the sex is not known",
            Refusal::NotFasting => "it holds fasting, and that is not known",
            Refusal::ConditionContradicts => "it holds fasting, and a row says otherwise",
            Refusal::LimitMissing => "the upper limit of an input is not known",
            Refusal::Censored => "an input is an inequality",
            // Which of the two is for the confidential part.
            Refusal::Pregnancy | Refusal::OutsideValidity => {
                "the equation does not hold for this patient or these values"
            }
            Refusal::Reported => "the laboratory reports it",
        }
        .to_string()
    }
}

fn word_of(code: Code) -> &'static str {
    match code {
        Code::ImplausibleValue => "implausible",
        Code::ResultAbsent => "no result",
        Code::IntervalUnitDoubtful => "its unit is in doubt",
        Code::SpecimenUnsuitable => "its specimen is not suitable",
        _ => "no number in a known unit",
    }
}
