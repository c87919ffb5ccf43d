//! The form of the files in `reference_ranges/`, exactly as written there.
//!
//! Nothing is optional that a clinician would want to see, and no unknown key is accepted: a
//! misspelled `hihg = 5.7` is an error with file, line and column. `reference_ranges/README.md`
//! is the same schema in prose.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::specimen::Specimen;

/// One analyte's file: everything known about it.
#[derive(Clone, Debug, Deserialize)]
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
    /// Where the numbers come from.
    #[serde(default)]
    pub sources: BTreeMap<String, SourceRow>,
}

/// The same analyte, its mass counted as another molecule: mg/dL of urea *nitrogen*.
#[derive(Clone, Debug, Deserialize)]
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
#[derive(Clone, Debug, Deserialize)]
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
#[derive(Clone, Debug, Deserialize)]
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
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
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
#[derive(Clone, Debug, Deserialize)]
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
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
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
#[derive(Clone, Debug, Deserialize)]
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

/// One interval.
#[derive(Clone, Debug, Deserialize)]
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
#[derive(Clone, Debug, Deserialize)]
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
#[derive(Clone, Debug, Deserialize)]
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
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum SexKey {
    /// Female.
    F,
    /// Male.
    M,
}

/// One line of a critical list.
#[derive(Clone, Debug, Deserialize)]
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
    /// The high limit as a multiple of the upper limit of the interval that judges the result.
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

/// What hemolysis does to an analyte. Free hemoglobin in g/L throughout.
#[derive(Clone, Debug, Deserialize)]
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

/// Direction of a bias.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
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
#[derive(Clone, Debug, Deserialize)]
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

/// A source.
#[derive(Clone, Debug, Deserialize)]
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
