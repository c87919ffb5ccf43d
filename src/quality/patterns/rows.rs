//! The tables of `reference_ranges/sample_quality/patterns.toml`, one a rule.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::finding::Marks;
use crate::interpretation::Usability;

/// From which free hemoglobin, in g/L, a sample is called hemolyzed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hemolyzed {
    pub(super) from: f64,
    pub(super) source: String,
}

/// Results of a patient and a day of which no row tells the sample.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UntoldSample {
    pub(super) measured_often: Vec<String>,
    pub(super) source: String,
}

/// Phrases of comments.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct SaidWords {
    pub edta: Vec<&'static str>,
    pub edta_queried: Vec<&'static str>,
    pub edta_tube: Vec<&'static str>,
    pub edta_names: Vec<&'static str>,
    pub edta_tubes: Vec<&'static str>,
    pub edta_fillers: Vec<&'static str>,
    pub other_tube: Vec<&'static str>,
    pub measured_in_it: Vec<&'static str>,
    pub kept: Vec<&'static str>,
    pub drip: Vec<&'static str>,
    pub light: Vec<&'static str>,
    pub infusion: Vec<&'static str>,
    pub delay: Vec<&'static str>,
    pub doubtful: Vec<&'static str>,
    pub poor: Vec<&'static str>,
    pub quality: Vec<&'static str>,
    /// What a row is called that says whether anything interferes.
    pub interference: Vec<&'static str>,
    pub hours: Vec<&'static str>,
    pub days: Vec<&'static str>,
    pub not_within: Vec<&'static str>,
    pub separated_within_hours: f64,
    pub separated_source: String,
    pub mix_up_marks: Arc<Marks>,
    pub spoiled_marks: Arc<Marks>,
    pub clumped_marks: Arc<Marks>,
    pub light_marks: Arc<Marks>,
    pub doubtful_marks: Arc<Marks>,
    pub denied: Vec<&'static str>,
    pub denied_signs: Vec<&'static str>,
    pub denied_behind: Vec<&'static str>,
    pub dismissed: Vec<&'static str>,
    pub general: Vec<&'static str>,
    pub before: Vec<&'static str>,
    pub both: Vec<&'static str>,
    pub left_open: Vec<&'static str>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TriggerRow {
    pub analyte: String,
    #[serde(default)]
    pub from: Option<f64>,
    #[serde(default)]
    pub below: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plain {
    pub marks: Arc<Marks>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edta {
    pub potassium_from: f64,
    pub partners: Vec<String>,
    pub calcium_alone_below: f64,
    pub sensitive: String,
    pub explained_by: Vec<String>,
    pub marks: Arc<Marks>,
    pub possible_marks: Arc<Marks>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SodiumAdditive {
    pub sodium_from: f64,
    pub chloride_to: f64,
    pub gap_from: f64,
    pub calcium_below: f64,
    pub partners: Vec<String>,
    pub marks: Arc<Marks>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fluoride {
    pub calcium_below: f64,
    pub enzymes: Vec<String>,
    pub enzymes_low: usize,
    pub marks: Arc<Marks>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mixing {
    pub analytes: Vec<Usual>,
    pub at_least: usize,
    pub markers: Vec<String>,
    pub cap: f64,
    pub fraction_from: f64,
    pub fraction_to: f64,
    pub gain_from: f64,
    pub misfit_to: f64,
    pub previous_within_hours: i64,
    pub previous_sharper: f64,
    pub source: String,
    pub dextrose: Dextrose,
    pub fluid: Vec<Fluid>,
    pub marks: MixingMarks,
}

/// What an ordinary patient has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Usual {
    pub id: String,
    pub usual: f64,
    pub spread: f64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dextrose {
    pub glucose_from: f64,
    pub bicarbonate_above: f64,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fluid {
    #[cfg_attr(not(test), expect(dead_code, reason = "names the fluid in the file"))]
    pub id: String,
    pub holds: BTreeMap<String, f64>,
    /// What it holds of each analyte that is mixed, by its place; nothing of most.
    #[serde(skip)]
    pub held: Vec<f64>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MixingMarks {
    pub diluted: Usability,
    pub in_fluid: Usability,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dilution {
    pub analytes: Vec<String>,
    pub share_from: f64,
    pub fall_from: f64,
    pub markers: Vec<String>,
    pub at_least: usize,
    pub within_hours: i64,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cold {
    pub potassium_from: f64,
    pub hemolysis_below: f64,
    pub explained_by: Vec<String>,
    pub marks: Arc<Marks>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cells {
    pub above: f64,
    pub within_hours: i64,
    pub marks: Arc<Marks>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AllHigh {
    pub all_high: Vec<String>,
    #[serde(default)]
    pub explained_by: Vec<String>,
    #[serde(default)]
    pub not_above: BTreeMap<String, f64>,
    pub marks: Arc<Marks>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InVivo {
    pub hemolyzed_from: f64,
    pub within_hours: i64,
    pub direct_share_to: f64,
    pub potassium_per_gram: f64,
    pub potassium_floor: f64,
    pub marks: Arc<Marks>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Biotin {
    pub low: String,
    pub high: Vec<String>,
    pub marks: Arc<Marks>,
    pub source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SodiumElectrode {
    pub protein_above: f64,
    pub protein_far_above: f64,
    pub triglycerides_from: f64,
    pub protein_below: f64,
    pub protein_far_below: f64,
    pub marks_low: Arc<Marks>,
    pub marks_high: Arc<Marks>,
    pub source: String,
}
