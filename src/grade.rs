//! Severity grades: how bad a result is, by a published scheme (CTCAE, KDIGO, UKKA).
//!
//! A grade is neither a flag nor a critical limit: it has its own criteria, which may hold inside the
//! interval (CTCAE calls triglycerides of 1.72 mmol/L grade 1) and may need symptoms that no
//! laboratory knows. Then the span of possible grades is given. Criteria are data
//! (`reference_ranges/grades/`); this module only asks which of them a value meets.

mod evaluate;
mod graver;
pub mod scheme;
#[cfg(test)]
mod tests;

pub use scheme::{Criterion, Scheme};

use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::rules::Rules;
use evaluate::Answer;

/// The grade of one result.
#[derive(Clone, Debug)]
pub struct Grade<'a> {
    /// The scheme.
    pub scheme: &'a str,
    /// What it says.
    pub outcome: Outcome<'a>,
    /// Criteria of a normal baseline were used, or those of a low one could not be, and the baseline is
    /// not known.
    pub baseline_assumed: bool,
}

/// What a scheme says of a result.
#[derive(Clone, Debug)]
pub enum Outcome<'a> {
    /// Criteria are met: the mildest and gravest of them first. Never empty. Behind them the graver ones that
    /// the true value may meet, where the sample moved the number towards the interval.
    Met(Vec<&'a Criterion>),
    /// The scheme grades the analyte, and no criterion is met.
    NoneMet,
    /// It cannot be graded, and why.
    NotGraded(NotGraded<'a>),
}

/// Why a result is not graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotGraded<'a> {
    /// The scheme has no criteria for the analyte, or it is not known.
    NoCriteria,
    /// The scheme grades it by other things than numbers.
    WithoutNumbers(&'a str),
    /// There is no number in a known unit.
    NoNumber,
    /// The value is implausible.
    Implausible,
    /// Its unit is in doubt.
    UnitDoubtful,
    /// A limit of the interval is needed and not known.
    LimitMissing,
    /// A condition of collection is needed and not known.
    ConditionNeeded,
    /// The result is an inequality, and not every value in it gets the same grade.
    Censored,
    /// No other criterion applies, and a multiple of the baseline may: it is not known.
    BaselineMissing,
    /// Repeated, replaced or not a patient's.
    SetAside,
    /// No criterion applies to the number, but the number cannot be relied on.
    Unreliable,
}

impl NotGraded<'_> {
    /// The reason as a stable word or, where the scheme says why, in words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            NotGraded::NoCriteria => "no-criteria",
            NotGraded::WithoutNumbers(why) => why,
            NotGraded::NoNumber => "no-number",
            NotGraded::Implausible => "implausible-value",
            NotGraded::UnitDoubtful => "interval-unit-doubtful",
            NotGraded::LimitMissing => "limit-missing",
            NotGraded::ConditionNeeded => "condition-needed",
            NotGraded::Censored => "value-censored",
            NotGraded::BaselineMissing => "baseline-missing",
            NotGraded::Unreliable => "unreliable-result",
            NotGraded::SetAside => "set-aside",
        }
    }
}

impl Grade<'_> {
    /// `2`, `2-3`, `0` where no criterion is met, nothing where it cannot be graded.
    #[must_use]
    pub fn shown(&self) -> String {
        match &self.outcome {
            Outcome::NotGraded(_) => String::new(),
            Outcome::NoneMet => "0".to_string(),
            Outcome::Met(criteria) => {
                let ends = (criteria.first(), criteria.last());
                match ends {
                    (Some(first), Some(last)) if first.grade != last.grade => {
                        format!("{}-{}", first.grade, last.grade)
                    }
                    (Some(first), _) => first.grade.clone(),
                    _ => String::new(),
                }
            }
        }
    }
}

impl Rules {
    /// Grades a judged result by the scheme of the options, if there is one.
    pub(crate) fn grade<'a>(&'a self, result: &mut Interpretation<'a>) {
        let Some(scheme) = &self.grades else {
            return;
        };
        let (outcome, baseline_assumed) = match self.answer(scheme, result) {
            Ok(answer) => (answer.outcome, answer.baseline_assumed),
            Err(why) => (Outcome::NotGraded(why), false),
        };
        result.grade = Some(Grade {
            scheme: &scheme.scheme,
            outcome,
            baseline_assumed,
        });
    }

    fn answer<'a>(
        &'a self,
        scheme: &'a Scheme,
        result: &Interpretation<'a>,
    ) -> Result<Answer<'a>, NotGraded<'a>> {
        let analyte = result.analyte.ok_or(NotGraded::NoCriteria)?;
        if !scheme.knows(&analyte.id) {
            return Err(NotGraded::NoCriteria);
        }
        if result.notices.has(Code::QualityControl) {
            return Err(NotGraded::SetAside);
        }
        if result.notices.has(Code::ImplausibleValue) {
            return Err(NotGraded::Implausible);
        }
        if result.notices.has(Code::IntervalUnitDoubtful) {
            return Err(NotGraded::UnitDoubtful);
        }
        if !result.specimen.is_blood() || result.notices.has(Code::SpecimenUnsuitable) {
            return Err(NotGraded::NoNumber);
        }
        let known = evaluate::Known {
            conditions: &self.options().conditions,
            is_pregnant: self.is_pregnant(&result.observation, result.person),
        };
        evaluate::answer(scheme, analyte, result, known)
    }
}

/// Takes back the grade of a repeated or replaced result.
pub(crate) fn set_aside(result: &mut Interpretation<'_>) {
    if let Some(grade) = &mut result.grade {
        grade.outcome = Outcome::NotGraded(NotGraded::SetAside);
        grade.baseline_assumed = false;
    }
}
