//! The sample's own quality: which numbers may be used.
//!
//! Evidence about a sample may stand anywhere in a file: an index row, a word in a comment, a word
//! in place of a result. A first pass gathers it ([`evidence`]); then every result of that sample is
//! given a verdict ([`hemolysis`]), whatever its flag.

pub(crate) mod appearance;
pub mod changes;
pub(crate) mod condition;
pub(crate) mod damaged;
pub mod evidence;
pub(crate) mod hil;
mod interference;
pub mod panel;
pub mod patterns;
pub mod platform;
pub(crate) mod remarks;
mod verdict;
pub mod words;

use crate::notice::Code;
pub use interference::{Interference, Interferent, interference};
pub use patterns::Finding;

pub use verdict::{GeneralLimits, Position, SampleVerdict, critical_either_way, hemolysis};

/// Everything that is known of one sample's quality.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SampleQuality {
    /// Hemolysis.
    pub hemolysis: SampleHemolysis,
    /// Icterus.
    pub icterus: Interference,
    /// Lipemia.
    pub lipemia: Interference,
    /// Patterns across its results, by code.
    pub findings: Vec<Finding>,
}

impl SampleQuality {
    /// Adds a pattern, once, in an order that does not depend on that of the rows.
    pub fn add(&mut self, finding: Finding) {
        let place = self
            .findings
            .binary_search_by_key(&finding.code, |known| known.code);
        match place {
            Ok(place) => self.findings[place].of_a_day &= finding.of_a_day,
            Err(place) => self.findings.insert(place, finding),
        }
    }

    /// What is known of the same sample in another way.
    pub(crate) fn and(&mut self, other: &SampleQuality) {
        self.hemolysis = self.hemolysis.and(other.hemolysis);
        self.icterus = self.icterus.and(other.icterus);
        self.lipemia = self.lipemia.and(other.lipemia);
        for finding in &other.findings {
            self.add(finding.clone());
        }
    }

    /// The patterns' codes.
    pub(crate) fn codes(&self) -> Vec<Code> {
        self.findings.iter().map(|finding| finding.code).collect()
    }
}

impl From<SampleHemolysis> for SampleQuality {
    fn from(hemolysis: SampleHemolysis) -> SampleQuality {
        SampleQuality {
            hemolysis,
            ..SampleQuality::default()
        }
    }
}

/// What is known of hemolysis in one sample.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SampleHemolysis {
    /// How it is known.
    pub provenance: Provenance,
    /// Free hemoglobin in g/L: lowest and highest value that the evidence allows. No highest value
    /// where the evidence is open (`gross`) or has no unit.
    pub free_hb: Option<(f64, Option<f64>)>,
}

/// How hemolysis of a sample is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Provenance {
    /// Nothing is said. That is not "no hemolysis".
    #[default]
    NotStated,
    /// An index without a unit: its number means nothing.
    Unknown,
    /// A word in a comment or in place of a result.
    Word,
    /// A grade of an index.
    Graded,
    /// An index with its unit.
    Measured,
}

impl Provenance {
    /// `not-stated`, `unknown`, `word`, `graded` or `measured`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Provenance::NotStated => "not-stated",
            Provenance::Unknown => "unknown",
            Provenance::Word => "word",
            Provenance::Graded => "graded",
            Provenance::Measured => "measured",
        }
    }
}

impl SampleHemolysis {
    /// Both statements about one sample taken together: the graver one holds, and of two equally
    /// grave the better founded. "No hemolysis" never takes back an index or a word that says there is.
    #[must_use]
    pub fn and(self, other: SampleHemolysis) -> SampleHemolysis {
        let rank = |h: &SampleHemolysis| match h.free_hb {
            Some((low, high)) => (1, low, high.unwrap_or(f64::INFINITY)),
            None => (0, 0.0, 0.0),
        };
        let (a, b) = (rank(&self), rank(&other));
        let ahead = a
            .partial_cmp(&b)
            .unwrap_or(std::cmp::Ordering::Equal)
            .then(self.provenance.cmp(&other.provenance));
        if ahead.is_lt() { other } else { self }
    }

    /// True if the evidence says that the sample is hemolyzed, or may be.
    #[must_use]
    pub fn is_suspect(&self) -> bool {
        match self.free_hb {
            Some((_, high)) => high.is_none_or(|high| high > 0.0),
            None => self.provenance == Provenance::Unknown,
        }
    }
}
