//! The thresholds of the patterns, `reference_ranges/sample_quality/patterns.toml`.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};
use serde::Deserialize;

use super::finding::Marks;
use super::rows::{
    AllHigh, Biotin, Cells, Cold, Dilution, Edta, Fluoride, Hemolyzed, InVivo, Mixing, Plain,
    SaidWords, SodiumAdditive, SodiumElectrode, TriggerRow, UntoldSample, Usual,
};
use crate::error::{Error, Result};
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
    pub(super) untold_sample: UntoldSample,
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

/// A value that makes a sample worth collecting.
#[derive(Clone, Copy, Debug)]
pub struct Trigger {
    from: f64,
    below: f64,
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
            &self.untold_sample.measured_often,
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
            &self.untold_sample.source,
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
        assert!(patterns.is_suspicious("calcium_total", 2.19));
        assert!(!patterns.is_suspicious("calcium_total", 2.2));
        for fluid in &patterns.mixing.fluid {
            for id in fluid.holds.keys() {
                let known = patterns.mixing.analytes.iter().any(|usual| usual.id == *id);
                assert!(known, "{}: {id}", fluid.id);
            }
        }
    }
}
