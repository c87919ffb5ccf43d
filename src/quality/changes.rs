//! Against the patient's previous sample: which results changed by more than analysis and biology do.
//!
//! A remark, never a verdict: sick patients change. Not compared where either sample is compromised.

use std::collections::BTreeMap;
use std::sync::Arc;

use foldhash::HashSet;
use serde::Deserialize;

use super::panel::{Item, Panel};
use super::patterns::{Around, Finding, Mark, Marks};
use crate::error::{Error, Result};
use crate::interpretation::Usability;
use crate::notice::Code;
use crate::reference::Catalog;
use crate::reference::schema::{SourceRow, UNSOURCED};

/// Biological variation, `reference_ranges/sample_quality/biological_variation.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// Standard deviates of the two-sided 95 %.
    deviates: f64,
    logarithmic_from: f64,
    within_hours: i64,
    potassium: Step,
    variation: Vec<Variation>,
    sources: BTreeMap<String, SourceRow>,
    #[serde(skip)]
    known: HashSet<&'static str>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    from: f64,
    within_hours: i64,
    source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Variation {
    analyte: String,
    within: f64,
    analytical: f64,
    source: String,
}

/// The potassium of serum and of plasma are two things.
const POTASSIUM: &str = "potassium";

impl Changes {
    /// The bundled data.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn bundled(catalog: &'static Catalog) -> Result<Changes> {
        let wrong = |problem: String| {
            Error::new(
                "reference_ranges/sample_quality/biological_variation.toml",
                problem,
                "correct the file",
            )
        };
        let mut changes: Changes = bundled!("sample_quality/biological_variation")
            .map_err(|error| wrong(error.to_string()))?;
        let sources = changes.variation.iter().map(|row| &row.source);
        for source in sources.chain([&changes.potassium.source]) {
            if source != UNSOURCED && !changes.sources.contains_key(source) {
                return Err(wrong(format!("source `{source}` is not defined")));
            }
        }
        let mut known = HashSet::default();
        for row in &changes.variation {
            match catalog.id(&row.analyte) {
                Some(id) => known.insert(id),
                None => return Err(wrong(format!("analyte `{}` is not known", row.analyte))),
            };
        }
        changes.known = known;
        Ok(changes)
    }

    /// The id of this analyte, if its variation is known.
    #[must_use]
    pub fn looks_at(&self, analyte: &str) -> Option<&'static str> {
        self.known.get(analyte).copied()
    }

    /// What changed since the previous sample that is not compromised. The sample at hand must not be
    /// compromised either.
    #[must_use]
    pub fn find(&self, panel: &Panel, around: &Around<'_>) -> Vec<Finding> {
        let mut found = Vec::new();
        if self.potassium_changed(panel, around) {
            found.push(finding(Code::PotassiumChanged, vec![POTASSIUM.to_string()]));
        }
        let changed: Vec<String> = self
            .variation
            .iter()
            .filter(|row| self.is_beyond(row, panel, around))
            .map(|row| row.analyte.clone())
            .collect();
        if !changed.is_empty() {
            found.push(finding(Code::ChangeBeyondVariation, changed));
        }
        found
    }

    fn potassium_changed(&self, panel: &Panel, around: &Around<'_>) -> bool {
        let rule = &self.potassium;
        let Some((now, then)) = pair(POTASSIUM, rule.within_hours, panel, around) else {
            return false;
        };
        // Decimals of the report, not of the float: 4.6 - 4.1 is 0.5.
        rule.from <= (now.value - then.value).abs() + 1e-9
    }

    fn is_beyond(&self, row: &Variation, panel: &Panel, around: &Around<'_>) -> bool {
        let Some((now, then)) = pair(&row.analyte, self.within_hours, panel, around) else {
            return false;
        };
        let ratio = now.value / then.value;
        if !ratio.is_finite() || ratio <= 0.0 {
            return false;
        }
        let variation = row.within.hypot(row.analytical);
        if variation < self.logarithmic_from {
            let limit = self.deviates * std::f64::consts::SQRT_2 * variation / 100.0;
            limit < (ratio - 1.0).abs()
        } else {
            let sigma = (1.0 + (variation / 100.0).powi(2)).ln().sqrt();
            self.deviates * std::f64::consts::SQRT_2 * sigma < ratio.ln().abs()
        }
    }
}

/// The result now and the one before, both numbers of one kind of specimen.
fn pair<'p>(
    analyte: &str,
    hours: i64,
    panel: &'p Panel,
    around: &Around<'p>,
) -> Option<(&'p Item, &'p Item)> {
    let now = panel
        .get(analyte)
        .filter(|item| item.comparator.is_none())?;
    let specimen = (analyte == POTASSIUM).then_some(now.specimen);
    Some((now, around.previous_number(analyte, specimen, hours)?))
}

fn finding(code: Code, analytes: Vec<String>) -> Finding {
    Finding {
        code,
        marks: Arc::new(Marks(vec![Mark {
            analytes,
            usability: Usability::Usable,
            bias: None,
        }])),
        of_a_day: false,
    }
}
