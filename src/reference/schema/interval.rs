//! Intervals and critical limits as the files write them.

use serde::{Deserialize, Serialize};

use crate::specimen::Specimen;

/// One interval.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct IntervalRow {
    /// Profile that uses the row (`us`, `uk`, `anz`, `nordic`), or the name of a published set that
    /// stands here for comparison only (`us-mayo`, `method-roche` …).
    pub profile: String,
    /// What the numbers are.
    #[serde(default)]
    pub kind: IntervalKind,
    /// `F` or `M`; absent for any.
    #[serde(default)]
    pub sex: Option<SexKey>,
    /// Youngest age, inclusive: `"18 y"`, `"6 mo"`, `"2 wk"`, `"0 d"`.
    pub from: String,
    /// Age from which the row no longer applies; absent for no upper end.
    #[serde(default)]
    pub below: Option<String>,
    /// Condition without which the row must not be used.
    #[serde(default)]
    pub condition: Option<String>,
    /// Specimens it holds for; absent: the analyte's usual specimen.
    #[serde(default)]
    pub specimen: Vec<Specimen>,
    /// Lower limit, in `unit`.
    #[serde(default)]
    pub low: Option<f64>,
    /// Upper limit, in `unit`.
    #[serde(default)]
    pub high: Option<f64>,
    /// `>=` (the default: the limit itself is inside) or `>`.
    #[serde(default)]
    pub low_op: Option<String>,
    /// `<=` (the default: the limit itself is inside) or `<`.
    #[serde(default)]
    pub high_op: Option<String>,
    /// Unit the source states the limits in, UCUM.
    pub unit: String,
    /// Variant that `unit` weighs (`urea_nitrogen`); absent for the analyte itself.
    #[serde(default)]
    pub variant: Option<String>,
    /// The same limits as the source or its guideline states them in another unit; judged there when
    /// the result is reported in that unit.
    #[serde(default)]
    pub also: Vec<PairedLimits>,
    /// Key of the source, or `unsourced`: then it is shown and judges nothing.
    pub source: String,
    /// Why this row, or what to beware of.
    #[serde(default)]
    pub note: Option<String>,
}

/// A limit published in a second unit.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PairedLimits {
    /// Lower limit.
    #[serde(default)]
    pub low: Option<f64>,
    /// Upper limit.
    #[serde(default)]
    pub high: Option<f64>,
    /// Unit of both, UCUM.
    pub unit: String,
}

/// A gap of ages that is known and stays: better no interval than one that cannot be cited.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GapRow {
    /// Profile in which it lies.
    pub profile: String,
    /// Age from which there is none.
    pub from: String,
    /// Age from which there is one again.
    pub below: String,
    /// Why.
    pub note: String,
}

/// What an interval is.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum IntervalKind {
    /// The central 95 % of healthy people.
    #[default]
    ReferenceInterval,
    /// A guideline's target or threshold; not a "normal range".
    DecisionLimit,
    /// The 99th percentile of healthy people (troponin).
    Percentile99,
}

impl IntervalKind {
    /// Every kind.
    pub const ALL: [IntervalKind; 3] = [
        IntervalKind::ReferenceInterval,
        IntervalKind::DecisionLimit,
        IntervalKind::Percentile99,
    ];

    /// `reference-interval`, `decision-limit` or `percentile99`, as the files write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            IntervalKind::ReferenceInterval => "reference-interval",
            IntervalKind::DecisionLimit => "decision-limit",
            IntervalKind::Percentile99 => "percentile99",
        }
    }
}

/// Sex as a key of a row.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub enum SexKey {
    /// Female.
    F,
    /// Male.
    M,
}

/// One line of a critical list.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CriticalRow {
    /// The list and so its owner: `rcpath-2017`.
    pub list: String,
    /// Youngest age, inclusive; absent for any.
    #[serde(default)]
    pub from: Option<String>,
    /// Age from which it no longer applies.
    #[serde(default)]
    pub below: Option<String>,
    /// `F` or `M`; absent for any.
    #[serde(default)]
    pub sex: Option<SexKey>,
    /// Specimens it holds for; absent: any blood.
    #[serde(default)]
    pub specimen: Vec<Specimen>,
    /// Condition without which the row must not be used (`pregnancy`, `dialysis`). Where it is known,
    /// the row comes before those without one.
    #[serde(default)]
    pub condition: Option<String>,
    /// Context in which the list does not call. The row is used, and the reader told, unless it is
    /// known to hold.
    #[serde(default)]
    pub unless: Option<String>,
    /// The high limit as a multiple of the upper limit of the interval that judges the result. `high` beside it holds where
    /// none does.
    #[serde(default)]
    pub high_uln: Option<f64>,
    /// Values at or below are critical.
    #[serde(default)]
    pub low: Option<f64>,
    /// Values at or above are critical.
    #[serde(default)]
    pub high: Option<f64>,
    /// `<=` (the default) or `<`.
    #[serde(default)]
    pub low_op: Option<String>,
    /// `>=` (the default) or `>`.
    #[serde(default)]
    pub high_op: Option<String>,
    /// Unit of both, UCUM.
    pub unit: String,
    /// Variant that `unit` weighs (`urea_nitrogen`); absent for the analyte itself.
    #[serde(default)]
    pub variant: Option<String>,
    /// Key of the source.
    pub source: String,
    /// Context the list attaches to it.
    #[serde(default)]
    pub note: Option<String>,
}
