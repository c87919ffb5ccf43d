//! Effects of hemolysis, icterus and lipemia as the files write them.

use serde::{Deserialize, Serialize};

/// What hemolysis does to an analyte. Free hemoglobin in g/L throughout.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct HemolysisRow {
    /// Direction of the bias.
    pub effect: Effect,
    /// Most sensitive sourced threshold: below it the result is usable.
    #[serde(default)]
    pub comment_from: Option<f64>,
    /// From here a conclusion is no longer safe.
    #[serde(default)]
    pub action_from: Option<f64>,
    /// From here the source says not to use the result at all.
    #[serde(default)]
    pub do_not_use_from: Option<f64>,
    /// Published bias per g/L of free hemoglobin: lowest and highest.
    #[serde(default)]
    pub slope: Option<Slope>,
    /// Key of the source of the thresholds, or `unsourced`.
    pub source: String,
    /// Disagreements between methods and sources.
    #[serde(default)]
    pub note: Option<String>,
}

/// What icterus or lipemia does to an analyte.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct InterferenceRow {
    /// Direction of the bias.
    pub effect: Effect,
    /// Level from which it matters; with `none`: how far it was tried. Absent: no source gives one.
    #[serde(default)]
    pub from: Option<f64>,
    /// Key of the source, or `unsourced`.
    pub source: String,
    /// Methods, and disagreements between sources.
    #[serde(default)]
    pub note: Option<String>,
}

/// Direction of a bias.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// The reported value is too high.
    Raises,
    /// The reported value is too low.
    Lowers,
    /// A source says that there is none worth a comment, up to `comment_from` if given.
    None,
    /// Sources contradict each other, or none is known.
    Unknown,
}

/// Bias per g/L of free hemoglobin.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Slope {
    /// Smallest published, absolute value.
    pub low: f64,
    /// Largest published, absolute value.
    pub high: f64,
    /// Unit of the bias per g/L, UCUM (`mmol/L`), or `%`.
    pub unit: String,
    /// Key of the source.
    pub source: String,
}
