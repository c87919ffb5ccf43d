//! What single rows say about the sample they come from, gathered by sample.
//!
//! Memory grows with the samples of which something is said, not with the rows.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::fast::FixedState;
use foldhash::{HashMap, HashSet};
use hashbrown::HashTable;

use super::patterns::{Finding, Patterns, Said};
use super::{Interference, SampleHemolysis, SampleQuality};
use crate::sample::{SampleId, Tube};

mod of_number;
mod row;
mod untold;

pub use row::{from_index, from_words};
pub(crate) use untold::{Texts, Untold, all_untold};

/// Parts of the samples.
const PARTS: usize = 32;

/// The part of a sample: by bits that tables do not go by.
fn part(sample: SampleId) -> usize {
    (sample.bits() >> (u64::BITS - PARTS.ilog2())) as usize
}

/// Statements about samples. Many samples, few kinds of statement: each kind is kept once.
#[derive(Debug, Default)]
pub struct Evidence {
    /// In parts, so that memory for one part alone is doubled when it grows.
    samples: [HashMap<SampleId, u32>; PARTS],
    kinds: Vec<SampleQuality>,
    /// Kinds by their content.
    index: HashTable<u32>,
    /// Patients and days of whom some sample is said to be spoiled, and which one is not told.
    untold: HashSet<u64>,
    /// The same with the very time, of samples with a number: for rows that have none.
    numbered: HashSet<u64>,
    /// Something is said of a tube that is none of serum.
    speaks_of_others: bool,
    /// Something is said of a sample by its number, and of nobody.
    speaks_of_numbers: bool,
}

/// What one row says about its sample.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Statement {
    /// About hemolysis.
    pub hemolysis: Option<SampleHemolysis>,
    /// About icterus.
    pub icterus: Option<Interference>,
    /// About lipemia.
    pub lipemia: Option<Interference>,
    /// About the tube: a contamination or a delay that the laboratory suspects.
    pub said: Option<Said>,
    /// What is wrong with it besides: "clotted, delayed in transit".
    pub besides: Option<Said>,
}

impl Statement {
    /// True if the row says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Statement::default()
    }

    /// What of it is true of a tube of this kind in which the row was measured: of serum all of it but clumps, which are of cells.
    /// Of what else a remark suspects, EDTA or a drip in it, that it is clotted, or another patient's.
    #[must_use]
    pub fn of_tube(self, tube: Tube) -> Statement {
        let is_of_it = |said: &Said| match said {
            Said::Clumped => tube == Tube::WholeBlood,
            Said::MixUp | Said::Spoiled | Said::Doubtful => true,
            _ => tube == Tube::Serum,
        };
        Statement {
            said: self.said.filter(is_of_it),
            besides: self.besides.filter(is_of_it),
            ..self
        }
    }

    /// Adds what the row says to what is known of its sample.
    pub fn add_to(&self, known: &mut SampleQuality, patterns: &Patterns) {
        for said in [self.said, self.besides].into_iter().flatten() {
            known.add(patterns.stated(said));
        }
        if let Some(said) = self.hemolysis {
            known.hemolysis = known.hemolysis.and(said);
        }
        if let Some(said) = self.icterus {
            known.icterus = known.icterus.and(said);
        }
        if let Some(said) = self.lipemia {
            known.lipemia = known.lipemia.and(said);
        }
    }
}

impl Evidence {
    /// Adds a statement about a tube of a sample.
    pub fn add(&mut self, (sample, tube): (SampleId, Tube), said: Statement, patterns: &Patterns) {
        self.speaks_of_others |= tube != Tube::Serum;
        self.change(sample.in_tube(tube), |known| said.add_to(known, patterns));
    }

    /// True if something is said of the tube of this kind, which is none of serum.
    #[inline]
    pub(crate) fn speaks_of(&self, sample: Option<SampleId>, tube: Tube) -> bool {
        let said_of = |sample: SampleId| self.of(sample.in_tube(tube)).is_some();
        self.speaks_of_others && tube != Tube::Serum && sample.is_some_and(said_of)
    }

    /// Adds patterns that a sample shows.
    pub fn add_findings(&mut self, sample: SampleId, findings: Vec<Finding>) {
        self.change(sample, |known| {
            findings.into_iter().for_each(|finding| known.add(finding));
        });
    }

    fn change(&mut self, sample: SampleId, change: impl FnOnce(&mut SampleQuality)) {
        let mut quality = self.of(sample).cloned().unwrap_or_default();
        change(&mut quality);
        let kind = self.kind(quality);
        self.samples[part(sample)].insert(sample, kind);
    }

    /// The place of a kind, new or known.
    fn kind(&mut self, quality: SampleQuality) -> u32 {
        let hash = hash(&quality);
        let kinds = &self.kinds;
        let known = |at: &u32| kinds[*at as usize] == quality;
        if let Some(at) = self.index.find(hash, known) {
            return *at;
        }
        // As many as there can be samples.
        let at = u32::try_from(self.kinds.len()).unwrap_or(u32::MAX);
        self.kinds.push(quality);
        let kinds = &self.kinds;
        self.index
            .insert_unique(hash, at, |at| self::hash(&kinds[*at as usize]));
        at
    }

    /// What is known of a sample; `None` if nothing is said of it.
    #[must_use]
    pub fn of(&self, sample: SampleId) -> Option<&SampleQuality> {
        let kind = self.samples[part(sample)].get(&sample)?;
        self.kinds.get(*kind as usize)
    }

    /// The kinds of statement.
    pub(crate) fn kinds(&self) -> &[SampleQuality] {
        &self.kinds
    }

    /// The place among the kinds of what is known of a sample; `None` if nothing is said of it.
    pub(crate) fn kind_of(&self, sample: SampleId) -> Option<usize> {
        let kind = self.samples[part(sample)].get(&sample)?;
        Some(*kind as usize)
    }

    /// Number of samples of which something is said.
    #[must_use]
    pub fn len(&self) -> usize {
        self.samples.iter().map(|part| part.len()).sum()
    }

    /// True if nothing is said of any sample.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.samples.iter().all(|part| part.is_empty())
    }
}

/// Equal kinds have equal hashes: numbers by their bits, with one zero.
fn hash(quality: &SampleQuality) -> u64 {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    let levels = [
        (quality.hemolysis.provenance, quality.hemolysis.free_hb),
        (quality.icterus.provenance, quality.icterus.level),
        (quality.lipemia.provenance, quality.lipemia.level),
    ];
    for (provenance, level) in levels {
        provenance.hash(&mut hasher);
        let bits = |number: f64| (number + 0.0).to_bits();
        level
            .map(|(low, high)| (bits(low), high.map(bits)))
            .hash(&mut hasher);
    }
    for finding in &quality.findings {
        finding.code.hash(&mut hasher);
    }
    hasher.finish()
}
