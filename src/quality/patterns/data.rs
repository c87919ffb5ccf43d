//! The thresholds of the patterns, `reference_ranges/sample_quality/patterns.toml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use serde::Deserialize;

use super::finding::Marks;
use crate::error::{Error, Result};
use crate::interpretation::Usability;
use crate::reference::Catalog;
use crate::reference::schema::{SourceRow, UNSOURCED};

/// Analytes that the rules name themselves.
const LOOKED_AT: &[&str] = &[
    "hemoglobin",
    "bilirubin_total",
    "bilirubin_direct",
    "alt",
    "phosphate",
];

/// Every pattern with its thresholds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Patterns {
    trigger: Vec<TriggerRow>,
    pub(super) said: SaidWords,
    pub(super) edta: Edta,
    pub(super) sodium_additive: SodiumAdditive,
    pub(super) fluoride: Fluoride,
    pub(super) mixing: Mixing,
    pub(super) dilution: Dilution,
    pub(super) delayed: Plain,
    pub(super) cold: Cold,
    pub(super) platelets: Cells,
    pub(super) leukocytes: Cells,
    pub(super) hemoconcentration: AllHigh,
    pub(super) in_vivo: InVivo,
    pub(super) hemolyzed: Hemolyzed,
    pub(super) haptoglobin: Plain,
    pub(super) unstated_hemolysis: AllHigh,
    pub(super) biotin: Biotin,
    pub(super) sodium_electrode: SodiumElectrode,
    sources: BTreeMap<String, SourceRow>,
    #[serde(skip)]
    triggers: HashMap<String, Vec<Trigger>>,
    #[serde(skip)]
    looked_at: HashSet<&'static str>,
}

/// From which free hemoglobin, in g/L, a sample is called hemolyzed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hemolyzed {
    pub(super) from: f64,
    pub(super) source: String,
}

/// Phrases of comments.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct SaidWords {
    pub edta: Vec<&'static str>,
    pub edta_tube: Vec<&'static str>,
    pub edta_names: Vec<&'static str>,
    pub edta_tubes: Vec<&'static str>,
    pub edta_fillers: Vec<&'static str>,
    pub infusion: Vec<&'static str>,
    pub delay: Vec<&'static str>,
    pub doubtful: Vec<&'static str>,
    pub clumped: Vec<&'static str>,
    pub poor: Vec<&'static str>,
    pub quality: Vec<&'static str>,
    pub hours: Vec<&'static str>,
    pub days: Vec<&'static str>,
    pub not_within: Vec<&'static str>,
    pub separated_within_hours: f64,
    pub separated_source: String,
    pub mix_up_marks: Arc<Marks>,
    pub spoiled_marks: Arc<Marks>,
    pub doubtful_marks: Arc<Marks>,
    pub denied: Vec<&'static str>,
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
struct TriggerRow {
    analyte: String,
    #[serde(default)]
    from: Option<f64>,
    #[serde(default)]
    below: Option<f64>,
}

/// A value that makes a sample worth collecting.
#[derive(Clone, Copy, Debug)]
pub struct Trigger {
    from: f64,
    below: f64,
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

impl Patterns {
    /// The bundled patterns.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn bundled(catalog: &'static Catalog) -> Result<Patterns> {
        let wrong = |problem: String| {
            Error::new(
                "reference_ranges/sample_quality/patterns.toml",
                problem,
                "correct the file",
            )
        };
        let mut patterns: Patterns =
            bundled!("sample_quality/patterns").map_err(|error| wrong(error.to_string()))?;
        for source in patterns.used_sources() {
            if source != UNSOURCED && !patterns.sources.contains_key(source) {
                return Err(wrong(format!("source `{source}` is not defined")));
            }
        }
        for id in patterns.analytes() {
            if id != "*" && catalog.id(id).is_none() {
                return Err(wrong(format!("analyte `{id}` is not known")));
            }
        }
        for row in &patterns.trigger {
            let trigger = Trigger {
                from: row.from.unwrap_or(f64::INFINITY),
                below: row.below.unwrap_or(f64::NEG_INFINITY),
            };
            let of = patterns.triggers.entry(row.analyte.clone()).or_default();
            of.push(trigger);
        }
        let mixed = &patterns.mixing.analytes;
        for fluid in &mut patterns.mixing.fluid {
            let held = |usual: &Usual| fluid.holds.get(&usual.id).copied();
            fluid.held = mixed
                .iter()
                .map(|usual| held(usual).unwrap_or(0.0))
                .collect();
        }
        let looked_at = patterns
            .analytes()
            .into_iter()
            .chain(LOOKED_AT.iter().copied())
            .filter_map(|id| catalog.id(id))
            .collect();
        patterns.looked_at = looked_at;
        Ok(patterns)
    }

    /// The id of this analyte, if some rule looks at it or marks it.
    #[must_use]
    pub fn looks_at(&self, analyte: &str) -> Option<&'static str> {
        self.looked_at.get(analyte).copied()
    }

    /// Does a value of this analyte make its sample worth collecting?
    #[must_use]
    pub fn is_suspicious(&self, analyte: &str, value: f64) -> bool {
        self.triggers.get(analyte).is_some_and(|triggers| {
            triggers
                .iter()
                .any(|trigger| trigger.from <= value || value < trigger.below)
        })
    }

    /// The values at which that may change.
    pub(crate) fn suspicious_from(&self, analyte: &str) -> impl Iterator<Item = f64> {
        let triggers = self.triggers.get(analyte).into_iter().flatten();
        triggers.flat_map(|trigger| [trigger.from, trigger.below])
    }

    /// Every analyte that some rule looks at or marks.
    fn analytes(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = vec![&self.edta.sensitive, &self.biotin.low];
        let lists = [
            &self.edta.partners,
            &self.edta.explained_by,
            &self.sodium_additive.partners,
            &self.fluoride.enzymes,
            &self.mixing.markers,
            &self.dilution.analytes,
            &self.dilution.markers,
            &self.cold.explained_by,
            &self.hemoconcentration.all_high,
            &self.unstated_hemolysis.all_high,
            &self.unstated_hemolysis.explained_by,
            &self.biotin.high,
        ];
        ids.extend(lists.into_iter().flatten().map(String::as_str));
        ids.extend(self.trigger.iter().map(|row| row.analyte.as_str()));
        ids.extend(self.mixing.analytes.iter().map(|usual| usual.id.as_str()));
        for fluid in &self.mixing.fluid {
            ids.extend(fluid.holds.keys().map(String::as_str));
        }
        for marks in self.all_marks() {
            ids.extend(
                marks
                    .0
                    .iter()
                    .flat_map(|mark| &mark.analytes)
                    .map(String::as_str),
            );
        }
        ids
    }

    fn all_marks(&self) -> Vec<&Marks> {
        vec![
            &self.edta.marks,
            &self.edta.possible_marks,
            &self.sodium_additive.marks,
            &self.fluoride.marks,
            &self.delayed.marks,
            &self.cold.marks,
            &self.platelets.marks,
            &self.leukocytes.marks,
            &self.hemoconcentration.marks,
            &self.in_vivo.marks,
            &self.haptoglobin.marks,
            &self.unstated_hemolysis.marks,
            &self.biotin.marks,
            &self.sodium_electrode.marks_low,
            &self.sodium_electrode.marks_high,
        ]
    }

    fn used_sources(&self) -> Vec<&str> {
        let mut sources: Vec<&str> = vec![
            &self.said.source,
            &self.said.separated_source,
            &self.edta.source,
            &self.sodium_additive.source,
            &self.fluoride.source,
            &self.mixing.source,
            &self.mixing.dextrose.source,
            &self.dilution.source,
            &self.delayed.source,
            &self.cold.source,
            &self.platelets.source,
            &self.leukocytes.source,
            &self.hemoconcentration.source,
            &self.in_vivo.source,
            &self.hemolyzed.source,
            &self.haptoglobin.source,
            &self.unstated_hemolysis.source,
            &self.biotin.source,
            &self.sodium_electrode.source,
        ];
        sources.extend(self.mixing.fluid.iter().map(|fluid| fluid.source.as_str()));
        sources
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_patterns_are_whole() {
        let catalog = Catalog::bundled().expect("a catalog");
        let patterns = Patterns::bundled(catalog).expect("patterns");
        assert!(patterns.is_suspicious("potassium", 5.5));
        assert!(!patterns.is_suspicious("potassium", 5.4));
        assert!(patterns.is_suspicious("calcium_total", 1.99));
        assert!(!patterns.is_suspicious("calcium_total", 2.0));
        for fluid in &patterns.mixing.fluid {
            for id in fluid.holds.keys() {
                let known = patterns.mixing.analytes.iter().any(|usual| usual.id == *id);
                assert!(known, "{}: {id}", fluid.id);
            }
        }
    }
}
