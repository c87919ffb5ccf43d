//! Derived values: what a reader wants to see beside what was measured (eGFR, anion gap, adjusted
//! calcium …), by published equations.
//!
//! One formula is one function, named as in the field, in the file of its field; its coefficients
//! stand there and nowhere else. [`recipes`] says what each needs. A [`Collector`] is shown every
//! judged result and gives the derived ones once all are seen: an input may come after the rest.
//!
//! Nothing is derived from what may not be an input: results that are absent, implausible, replaced,
//! repeated or not of blood. A value that the laboratory reports itself is never derived beside it;
//! where both differ, the run says so.

mod aside;
mod collect;
mod derived;
mod disagree;
pub mod electrolytes;
pub mod glucose;
mod group;
pub mod hormones;
pub mod iron;
pub mod kidney;
pub mod lipids;
pub mod liver;
mod nearby;
mod notices;
mod offer;
mod parameters;
pub mod recipe;
pub mod recipes;
mod remarks;
mod series;
#[cfg(test)]
mod tests;
mod work;

pub use aside::{Aside, Said};
pub use collect::Collector;
pub(crate) use group::Origin;
pub(crate) use offer::{Offer, Offered, Wanted};
pub use parameters::Unbelievable;
pub(crate) use parameters::is_far_apart;
pub use recipe::{DeriveOptions, EgfrEquation};

use crate::interpretation::Usability;
use crate::notice::Code;

/// True if some recipe makes this analyte.
#[must_use]
pub fn is_derived(id: &str) -> bool {
    recipes::recipes(&DeriveOptions::default())
        .iter()
        .any(|recipe| recipe.id == id)
}

/// Where a derived value comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// Formula and version, with the parameters it was given.
    pub formula: String,
    /// What a reader must know beside the value.
    pub note: Option<&'static str>,
    /// The results it was derived from.
    pub inputs: Vec<DerivedFrom>,
}

/// One input of a derived value.
#[derive(Clone, Debug, PartialEq)]
pub struct DerivedFrom {
    /// Its analyte's id.
    pub analyte: &'static str,
    /// What it is for, where the analyte alone does not say (`baseline`).
    pub role: Option<&'static str>,
    /// File and line on which it stands.
    pub file: String,
    /// Line; 0 for none.
    pub line: u64,
    /// Its value in the canonical unit, with the sign of an inequality.
    pub value: String,
    /// Canonical unit, UCUM.
    pub unit: &'static str,
    /// May it be used?
    pub usability: Option<Usability>,
    /// Its notices about the sample.
    pub notices: Vec<Code>,
}

/// Why a value whose main input is there was not derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// An input is not in the sample.
    Missing(&'static str),
    /// An input is in the sample, and may not be one.
    Unfit(&'static str, Code),
    /// An input is reported twice with different values.
    RepeatDiffers,
    /// The age in years is not certain.
    AgeMissing,
    /// The sex is not known.
    SexMissing,
    /// It holds fasting only, and that is not known.
    NotFasting,
    /// It holds fasting only, and a row says otherwise.
    ConditionContradicts,
    /// It does not hold in a pregnancy, and one is stated.
    Pregnancy,
    /// The upper limit of an input's interval is needed and not known.
    LimitMissing,
    /// An input is an inequality through which the formula says nothing.
    Censored,
    /// The published equation does not hold for these values or this age.
    OutsideValidity,
    /// The laboratory reports the value itself.
    Reported,
}

impl Refusal {
    /// A stable word, kebab-case.
    fn word(self) -> String {
        match self {
            Refusal::Missing(id) => return format!("{}-missing", id.replace('_', "-")),
            Refusal::Unfit(id, code) => {
                return format!("{}-{}", id.replace('_', "-"), code.as_str());
            }
            Refusal::RepeatDiffers => "repeat-differs",
            Refusal::AgeMissing => "age-missing",
            Refusal::SexMissing => "sex-missing",
            Refusal::NotFasting => "fasting-not-known",
            Refusal::ConditionContradicts => "condition-contradicts",
            Refusal::Pregnancy => "pregnancy",
            Refusal::LimitMissing => "upper-limit-missing",
            Refusal::Censored => "value-censored",
            Refusal::OutsideValidity => "outside-validity",
            Refusal::Reported => "reported-by-laboratory",
        }
        .to_string()
    }
}
