//! The reference data, compiled in: analytes, their names, units, intervals and limits.
//!
//! The files in `reference_ranges/` are the record; this module only checks and indexes them.

mod build;
mod bundle;
mod catalog;
mod conversion;
pub mod export;
pub mod laboratory;
pub mod lint;
pub mod overview;
pub mod schema;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::age::AgePoint;
use crate::interpret::Span;
use crate::interpretation::Limit;
use crate::person::Sex;
use crate::specimen::Specimen;
use crate::units::Unit;

pub use bundle::{analyte_files, file_of};
pub(crate) use bundle::{bundled_text, files_in};
pub use catalog::{Catalog, LoincMeaning, NameMeaning, NameRule};
pub use conversion::Origin;
use schema::NOT_ANALYTES;
pub use schema::{
    Effect, InterferenceRow as InterferenceEffect, IntervalKind, LoincProperty, Transferable,
};

/// Version of the reference data. A changed limit changes it.
pub const DATA_VERSION: &str = "2026.11";

/// An analyte: what is measured.
#[derive(Clone, Debug)]
pub struct Analyte {
    /// Stable id, `potassium`.
    pub id: String,
    /// Name as printed.
    pub name: String,
    /// Clinical group, `electrolytes`.
    pub group: String,
    /// Specimen in which it is usually measured.
    pub specimen: Specimen,
    /// Canonical unit.
    pub unit: &'static Unit,
    /// Units in which laboratories report it.
    pub units: Vec<&'static Unit>,
    /// g/mol.
    pub molar_mass: Option<f64>,
    /// Charges per particle.
    pub valence: Option<f64>,
    /// Conversions that belong to a standard or a scale.
    pub conversions: Vec<StandardConversion>,
    /// The analyte weighed as another molecule.
    pub variants: Vec<Variant>,
    /// Lowest and highest believable value in the canonical unit.
    pub plausible: (f64, f64),
    /// May an interval from another laboratory judge it?
    pub transferable: Transferable,
    /// What a reader should know.
    pub note: Option<String>,
    /// All published intervals.
    pub intervals: Vec<Interval>,
    /// All critical limits.
    pub critical: Vec<CriticalLimit>,
    /// What hemolysis does to it, with a source; none if nothing is known.
    pub hemolysis: Option<HemolysisEffect>,
    /// What icterus does to it; none if nothing is known.
    pub icterus: Option<InterferenceEffect>,
    /// What lipemia does to it; none if nothing is known.
    pub lipemia: Option<InterferenceEffect>,
    /// Sources by key.
    pub sources: BTreeMap<String, schema::SourceRow>,
    /// What the intervals span, worked out when it is first asked for.
    pub(crate) span: OnceLock<Span>,
}

/// The analyte, its mass counted as another molecule (urea as nitrogen).
#[derive(Clone, Debug)]
pub struct Variant {
    /// Id, `urea_nitrogen`.
    pub id: String,
    /// Name as printed.
    pub name: String,
    /// g per mole of the analyte.
    pub molar_mass: f64,
}

/// A conversion that a standard or a scale defines.
#[derive(Clone, Debug)]
pub struct StandardConversion {
    /// Unit converted from.
    pub unit: &'static Unit,
    /// To the canonical unit.
    pub conversion: Conversion,
    /// Key of the source, or `unsourced`.
    pub source: String,
    /// The standard.
    pub note: Option<String>,
}

/// `canonical = value * factor + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conversion {
    /// Multiplier.
    pub factor: f64,
    /// Added after multiplying.
    pub offset: f64,
}

impl Conversion {
    /// The conversion that changes nothing.
    pub const IDENTITY: Conversion = Conversion {
        factor: 1.0,
        offset: 0.0,
    };

    /// Converts a value.
    #[must_use]
    pub fn apply(self, value: f64) -> f64 {
        value * self.factor + self.offset
    }

    /// Converts back.
    #[must_use]
    pub fn invert(self, canonical: f64) -> f64 {
        (canonical - self.offset) / self.factor
    }

    /// True if nothing changes, so that reported decimals may be compared as they are.
    #[must_use]
    pub fn is_identity(self) -> bool {
        self == Conversion::IDENTITY
    }
}

/// One published interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    /// Profile or set it belongs to.
    pub profile: String,
    /// What the numbers are.
    pub kind: IntervalKind,
    /// Sex it holds for; `None` for any.
    pub sex: Option<Sex>,
    /// Youngest age, inclusive.
    pub from: AgePoint,
    /// Age from which it no longer holds.
    pub below: Option<AgePoint>,
    /// Condition it needs.
    pub condition: Option<String>,
    /// Specimens it holds for.
    pub specimens: Vec<Specimen>,
    /// Limits as the source states them.
    pub stated: StatedLimits,
    /// The same limits as stated in other units.
    pub also: Vec<StatedLimits>,
    /// Key of the source, or `unsourced`.
    pub source: String,
    /// Remark.
    pub note: Option<String>,
}

impl Interval {
    /// True if a source supports it; an unsourced interval judges nothing.
    #[must_use]
    pub fn is_sourced(&self) -> bool {
        self.source != schema::UNSOURCED
    }
}

/// Limits in the unit in which they are stated.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedLimits {
    /// Lower limit.
    pub low: Option<Limit>,
    /// Upper limit.
    pub high: Option<Limit>,
    /// Unit of both.
    pub unit: &'static Unit,
    /// From that unit to the canonical one.
    pub conversion: Conversion,
}

impl StatedLimits {
    /// Both limits in the canonical unit, as numbers.
    #[must_use]
    pub fn ends(&self) -> (Option<f64>, Option<f64>) {
        let end = |limit: Option<Limit>| {
            limit.map(|limit| self.conversion.apply(crate::value::to_f64(limit.value)))
        };
        (end(self.low), end(self.high))
    }

    /// The same limits in the canonical unit, for results whose mass weighs another molecule: limits of
    /// urea nitrogen in mg/dL must not stand beside urea in mg/dL.
    #[must_use]
    pub fn in_canonical(&self, unit: &'static Unit) -> StatedLimits {
        let convert = |limit: Option<Limit>| {
            let limit = limit?;
            let value = self.conversion.apply(crate::value::to_f64(limit.value));
            Some(Limit {
                value: crate::value::shortest(value).parse().ok()?,
                inclusive: limit.inclusive,
            })
        };
        StatedLimits {
            low: convert(self.low),
            high: convert(self.high),
            unit,
            conversion: Conversion::IDENTITY,
        }
    }
}

/// One line of a critical list.
#[derive(Clone, Debug, PartialEq)]
pub struct CriticalLimit {
    /// The list, `rcpath-2017`.
    pub list: String,
    /// Youngest age, inclusive.
    pub from: Option<AgePoint>,
    /// Age from which it no longer holds.
    pub below: Option<AgePoint>,
    /// Sex it holds for; `None` for any.
    pub sex: Option<Sex>,
    /// Specimens it holds for; empty for any blood.
    pub specimens: Vec<Specimen>,
    /// Condition it needs.
    pub condition: Option<String>,
    /// Context in which the list does not call.
    pub unless: Option<String>,
    /// The high limit as a multiple of the upper limit of the interval that judged the result. A high limit beside it is what
    /// the source prints for it, where no interval judged.
    pub high_uln: Option<Limit>,
    /// Limits; `inclusive` means that a value on the limit is critical.
    pub stated: StatedLimits,
    /// Key of the source.
    pub source: String,
    /// Context.
    pub note: Option<String>,
}

/// What hemolysis does to an analyte; free hemoglobin in g/L.
#[derive(Clone, Debug, PartialEq)]
pub struct HemolysisEffect {
    /// Direction of the bias.
    pub effect: Effect,
    /// Most sensitive sourced threshold.
    pub comment_from: Option<f64>,
    /// From here a conclusion is no longer safe.
    pub action_from: Option<f64>,
    /// From here the result must not be used.
    pub do_not_use_from: Option<f64>,
    /// Published bias per g/L.
    pub slope: Option<BiasSlope>,
    /// Key of the source, or `unsourced`.
    pub source: String,
    /// Disagreements.
    pub note: Option<String>,
}

/// Published bias per g/L of free hemoglobin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BiasSlope {
    /// Smallest published, in the canonical unit, or percent.
    pub low: f64,
    /// Largest published.
    pub high: f64,
    /// True if both are percent of the result.
    pub percent: bool,
}

impl Analyte {
    /// True for a test of coagulation.
    pub(crate) fn is_of_coagulation(&self) -> bool {
        self.group == "coagulation"
    }

    /// The title behind a key of a source; the key itself if there is none.
    #[must_use]
    pub fn source_title<'a>(&'a self, key: &'a str) -> &'a str {
        self.sources.get(key).map_or(key, |source| &source.title)
    }
}
