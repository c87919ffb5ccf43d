//! The form of the files in `reference_ranges/`, exactly as written there.
//!
//! Nothing is optional that a clinician would want to see, and no unknown key is accepted: a
//! misspelled `hihg = 5.7` is an error with file, line and column. `reference_ranges/README.md`
//! is the same schema in prose.

// The paths are spelled out because the build script reads these files too.
#[path = "schema/effect.rs"]
mod effect;
#[path = "schema/interval.rs"]
mod interval;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::specimen::Specimen;

pub use effect::{Effect, HemolysisRow, InterferenceRow, Slope};
pub use interval::{CriticalRow, GapRow, IntervalKind, IntervalRow, PairedLimits, SexKey};

/// One analyte's file: everything known about it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AnalyteFile {
    /// Stable id in snake_case; the file's name without `.toml`.
    pub id: String,
    /// Name as printed.
    pub name: String,
    /// Folder the file lies in.
    pub group: String,
    /// Specimen in which the analyte is usually measured.
    pub specimen: Specimen,
    /// Canonical unit, UCUM. `plausible` is stated in it.
    pub unit: String,
    /// Units in which laboratories report it, UCUM. Any other unit of the same kinds is accepted too.
    pub units: Vec<String>,
    /// g/mol; without it mass and molar units cannot be converted into one another.
    #[serde(default)]
    pub molar_mass: Option<f64>,
    /// Charges per particle; without it mEq/L is refused.
    #[serde(default)]
    pub valence: Option<f64>,
    /// Conversions that belong to a standard or a scale, not to the molecule.
    #[serde(default)]
    pub conversions: Vec<ConversionRow>,
    /// Values outside are shown but not flagged.
    pub plausible: Plausible,
    /// May an interval from another laboratory judge this analyte?
    pub transferable: Transferable,
    /// One sentence a reader of the result should know.
    #[serde(default)]
    pub note: Option<String>,
    /// LOINC codes that mean this analyte.
    #[serde(default)]
    pub loinc: Vec<LoincRow>,
    /// Names by language (`en`, `de`, `fr`, `es`, `it`, `id` …), each meaning this analyte alone.
    #[serde(default)]
    pub names: BTreeMap<String, Vec<String>>,
    /// Names that also mean something else, and what settles them.
    #[serde(default)]
    pub ambiguous: Vec<AmbiguousName>,
    /// Names that state a condition: `fasting = ["FPG"]`. Each is also a name above.
    #[serde(default)]
    pub conditions: BTreeMap<String, Vec<String>>,
    /// The same analyte counted as another molecule (urea as nitrogen).
    #[serde(default)]
    pub variants: Vec<VariantRow>,
    /// One line per interval.
    #[serde(default)]
    pub intervals: Vec<IntervalRow>,
    /// Ages inside a profile for which no source gives an interval, and why that is accepted.
    #[serde(default)]
    pub gaps: Vec<GapRow>,
    /// Limits at which the ward is called, by list.
    #[serde(default)]
    pub critical: Vec<CriticalRow>,
    /// What hemolysis does to the result.
    #[serde(default)]
    pub hemolysis: Option<HemolysisRow>,
    /// What icterus does to it, in umol/L of bilirubin.
    #[serde(default)]
    pub icterus: Option<InterferenceRow>,
    /// What lipemia does to it, in mg/dL of Intralipid turbidity.
    #[serde(default)]
    pub lipemia: Option<InterferenceRow>,
    /// Where the numbers come from.
    #[serde(default)]
    pub sources: BTreeMap<String, SourceRow>,
}

/// The same analyte, its mass counted as another molecule: mg/dL of urea *nitrogen*.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct VariantRow {
    /// Id of the variant (`urea_nitrogen`).
    pub id: String,
    /// Name as printed.
    pub name: String,
    /// g/mol of what is weighed, per mole of the analyte.
    pub molar_mass: f64,
    /// LOINC codes that mean this variant.
    #[serde(default)]
    pub loinc: Vec<LoincRow>,
    /// Names by language, each meaning this variant alone.
    #[serde(default)]
    pub names: BTreeMap<String, Vec<String>>,
    /// Names that also mean something else.
    #[serde(default)]
    pub ambiguous: Vec<AmbiguousName>,
}

/// `canonical = value * factor + offset`, where the molecule alone does not say.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ConversionRow {
    /// Unit converted from, UCUM.
    pub unit: String,
    /// Multiplier to the canonical unit.
    pub factor: f64,
    /// Added after multiplying; only for affine scales (HbA1c).
    #[serde(default)]
    pub offset: f64,
    /// Key of the source, or `unsourced`.
    pub source: String,
    /// The standard or assumption it holds for.
    #[serde(default)]
    pub note: Option<String>,
}

/// The widest values that may be real, in the canonical unit.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Plausible {
    /// Lowest believable value.
    pub low: f64,
    /// Highest believable value.
    pub high: f64,
    /// Key of the source, or `unsourced`.
    pub source: String,
}

/// May a published interval be used for another laboratory's result?
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Transferable {
    /// Yes: methods agree.
    Yes,
    /// With a remark: methods differ (`method-dependent`).
    Verify,
    /// No: only the laboratory's own interval counts.
    No,
}

/// One LOINC code.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LoincRow {
    /// The code with its check digit.
    pub code: String,
    /// LOINC property in plain words.
    pub property: LoincProperty,
    /// Specimen the code states; absent for "serum or plasma".
    #[serde(default)]
    pub specimen: Option<Specimen>,
    /// Condition the code states (`fasting`, `am`).
    #[serde(default)]
    pub condition: Option<String>,
    /// True when only the component, not the long name, was seen in a LOINC table.
    #[serde(default)]
    pub component_only: bool,
}

/// What a LOINC code counts.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum LoincProperty {
    /// Mass/volume.
    Mass,
    /// Moles/volume.
    Molar,
    /// Enzymatic activity/volume.
    Catalytic,
    /// Units/volume.
    Arbitrary,
    /// Anything else: counts, fractions, times, ratios.
    Other,
}

/// A name that needs context before it means this analyte.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AmbiguousName {
    /// The name as exports write it.
    pub name: String,
    /// Units (UCUM) that settle it. Empty: no unit settles it.
    #[serde(default)]
    pub units: Vec<String>,
    /// Specimens that settle it. Empty: none does.
    #[serde(default)]
    pub specimens: Vec<Specimen>,
    /// Names that must all occur in the same file to settle it (`H` beside `I` and `L`).
    #[serde(default)]
    pub beside: Vec<String>,
    /// What else it means.
    pub also: String,
}

/// A source.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRow {
    /// Title, edition.
    pub title: String,
    /// Address, DOI or PMID; absent where only the citation is known.
    #[serde(default)]
    pub url: Option<String>,
    /// One short sentence of what it says, at most.
    #[serde(default)]
    pub says: Option<String>,
}

/// The key of a source that is none.
pub const UNSOURCED: &str = "unsourced";

/// Folders of `reference_ranges/` that hold words and rules, not analytes.
pub const NOT_ANALYTES: &[&str] = &["results", "sample_quality", "grades", "preop", "workups"];
