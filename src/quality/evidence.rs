//! What single rows say about the sample they come from, gathered by sample.
//!
//! Memory grows with the samples of which something is said, not with the rows.

use foldhash::HashMap;

use super::words::HemolysisWords;
use super::{Provenance, SampleHemolysis};
use crate::observation::Observation;
use crate::reference::Conversion;
use crate::value::{Absence, Comparator, Reading, Value, to_f64};

/// Statements about samples.
#[derive(Debug, Default)]
pub struct Evidence {
    samples: HashMap<Box<str>, SampleHemolysis>,
}

impl Evidence {
    /// Adds a statement about the sample with this key.
    pub fn add(&mut self, key: &str, statement: SampleHemolysis) {
        match self.samples.get_mut(key) {
            Some(known) => *known = known.and(statement),
            None => {
                self.samples.insert(key.into(), statement);
            }
        }
    }

    /// What is known of the sample with this key.
    #[must_use]
    pub fn of(&self, key: &str) -> SampleHemolysis {
        self.samples.get(key).copied().unwrap_or_default()
    }

    /// Number of samples of which something is said.
    #[must_use]
    pub fn len(&self) -> usize {
        self.samples.len()
    }

    /// True if nothing is said of any sample.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.samples.is_empty()
    }
}

/// What the words of a row say: its comment, a coded condition, or a word in place of the result.
#[must_use]
pub fn from_words(
    row: &Observation<'_>,
    reading: &Reading<'_>,
    words: &HemolysisWords,
) -> Option<SampleHemolysis> {
    let in_value = match reading.value {
        Value::Absent(Absence::Hemolyzed) => words.in_condition(row.value),
        Value::Text(text) => words.in_comment(text),
        _ => None,
    };
    [
        in_value,
        words.in_condition(row.specimen_condition),
        words.in_comment(row.comment),
        words.in_comment(row.reason),
    ]
    .into_iter()
    .flatten()
    .reduce(SampleHemolysis::and)
}

/// What a hemolysis-index row says. `to_grams` converts its unit to g/L of free hemoglobin; without
/// a unit a number says nothing, a grade still does.
#[must_use]
pub fn from_index(
    reading: &Reading<'_>,
    to_grams: Option<Conversion>,
    words: &HemolysisWords,
) -> Option<SampleHemolysis> {
    let measured = |low: f64, high: Option<f64>| SampleHemolysis {
        provenance: Provenance::Measured,
        free_hb: Some((low.max(0.0), high)),
    };
    let unknown = SampleHemolysis {
        provenance: Provenance::Unknown,
        free_hb: None,
    };
    Some(match (reading.value, to_grams) {
        (Value::Number(number), Some(to)) => {
            let grams = to.apply(to_f64(number));
            measured(grams, Some(grams))
        }
        (Value::Censored(Comparator::Less | Comparator::LessOrEqual, limit), Some(to)) => {
            measured(0.0, Some(to.apply(to_f64(limit))))
        }
        (Value::Censored(_, limit), Some(to)) => measured(to.apply(to_f64(limit)), None),
        (Value::Range(low, high), Some(to)) => {
            measured(to.apply(to_f64(low)), Some(to.apply(to_f64(high))))
        }
        (Value::Text(text), _) => words.in_index(text).unwrap_or(unknown),
        (Value::Absent(Absence::Hemolyzed), _) => return None,
        (Value::Absent(_), _) => return None,
        (_, None) => unknown,
    })
}
