//! What single rows say about the sample they come from, gathered by sample.
//!
//! Memory grows with the samples of which something is said, not with the rows.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::fast::FixedState;
use foldhash::{HashMap, HashSet};
use hashbrown::HashTable;

use super::patterns::{Finding, Patterns, Said};
use super::platform::Scale;
use super::words::SampleWords;
use super::{Interference, Provenance, SampleHemolysis, SampleQuality};
use crate::import::date::write_one_way;
use crate::interpret::compare::TOLERANCE;
use crate::observation::Observation;
use crate::reference::Conversion;
use crate::sample::{SampleId, Tube};
use crate::text::trim;
use crate::value::{Absence, Comparator, Reading, Value, to_f64};

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
}

/// Whose sample is said to be spoiled where a row does not tell which it is, hashed with what is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Untold {
    bits: u64,
    /// The sample has a number, which others may lack.
    numbered: bool,
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

    /// What of it is true of a tube of this kind in which the row was measured: that it is clotted, or another
    /// patient's; of serum all of it.
    #[must_use]
    pub fn of_tube(self, tube: Tube) -> Statement {
        let of_any = |said: &Said| matches!(said, Said::MixUp | Said::Spoiled | Said::Doubtful);
        match tube {
            Tube::Serum => self,
            Tube::WholeBlood | Tube::Citrate => Statement {
                said: self.said.filter(of_any),
                besides: self.besides.filter(of_any),
                ..Statement::default()
            },
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

    /// Adds that some sample of a patient is spoiled, and not which.
    pub(crate) fn add_untold(&mut self, who: Untold) {
        match who.numbered {
            true => self.numbered.insert(who.bits),
            false => self.untold.insert(who.bits),
        };
    }

    /// True if some sample of this patient is spoiled that may be the one of a row, as far as patient, sample number and
    /// time tell it.
    pub(crate) fn is_untold(&self, patient: &str, sample: &str, collected: &str) -> bool {
        let numbered = !trim(sample).is_empty();
        if self.untold.is_empty() && (numbered || self.numbered.is_empty()) {
            return false;
        }
        let when = When::of(collected);
        // It may be the one with a number, at the very time.
        if !numbered && when.timed && self.numbered.contains(&untold(patient, when.at())) {
            return true;
        }
        let may_be = |which: Which<'_>| self.untold.contains(&untold(patient, which));
        // Rows without a number and at the same time are of one sample: what is said of it reaches them.
        (numbered && when.timed && may_be(when.at()))
            || (when.timed && may_be(Which::On(when.day())))
            || (!when.timed && may_be(Which::SomeTimeOn(when.day())))
            || may_be(Which::Any)
            || (numbered
                && !trim(patient).is_empty()
                && self
                    .untold
                    .contains(&untold("", Which::Numbered(trim(sample)))))
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

/// When a sample was collected that has no number, as far as it is stated.
#[derive(Clone, Copy, Hash)]
enum Which<'t> {
    At(&'t str),
    On(&'t str),
    SomeTimeOn(&'t str),
    Any,
    /// With this number, and no patient.
    Numbered(&'t str),
}

/// A time of collection, written the one way that all its spellings have in common.
struct When {
    text: String,
    /// It has a time of day.
    timed: bool,
}

impl When {
    fn of(collected: &str) -> When {
        let mut text = String::new();
        let timed = write_one_way(collected, &mut text);
        When { text, timed }
    }

    fn at(&self) -> Which<'_> {
        Which::At(&self.text)
    }

    fn day(&self) -> &str {
        match self.timed {
            true => self.text.split([' ', 'T']).next().unwrap_or(&self.text),
            false => &self.text,
        }
    }
}

/// What is to be added of a row that says that its sample is spoiled: nothing, if patient and number tell which it is.
pub(crate) fn all_untold(
    patient: &str,
    sample: &str,
    collected: &str,
) -> impl Iterator<Item = Untold> + use<> {
    let when = When::of(collected);
    let nobody = trim(patient).is_empty();
    let sample = trim(sample);
    let numbered = !sample.is_empty();
    let which = match (when.timed, when.text.is_empty()) {
        _ if numbered => [
            nobody.then_some(Which::Numbered(sample)),
            (when.timed && !nobody).then(|| when.at()),
        ],
        (true, _) => [Some(when.at()), Some(Which::SomeTimeOn(when.day()))],
        (false, false) => [
            Some(Which::On(when.day())),
            Some(Which::SomeTimeOn(when.day())),
        ],
        (false, true) => [Some(Which::Any), None],
    };
    let untold = which.map(|which| {
        which.map(|which| Untold {
            bits: untold(patient, which),
            numbered: numbered && matches!(which, Which::At(_)),
        })
    });
    untold.into_iter().flatten()
}

fn untold(patient: &str, which: Which<'_>) -> u64 {
    FixedState::with_seed(0).hash_one((trim(patient), which))
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

/// What the words of a row say: its comment, a coded condition, or a word in place of the result.
/// `absence` is the reason for an absent result that belongs to these words, `in_comment` what the comment
/// says.
#[must_use]
pub fn from_words(
    row: &Observation<'_>,
    reading: &Reading<'_>,
    words: &SampleWords,
    absence: Absence,
    in_comment: Option<SampleHemolysis>,
) -> Option<SampleHemolysis> {
    let in_value = match reading.value {
        Value::Absent(reason) if reason == absence => words.in_condition(row.value),
        // Of a cancelled result the reason. Codes of two letters say here only that there is no result.
        Value::Absent(_) if row.value.len() <= 2 => None,
        Value::Absent(Absence::Cancelled) => words.in_condition(row.value),
        Value::Absent(_) => words.in_comment(row.value),
        Value::Text(text) => words.in_comment(text),
        _ => None,
    };
    [
        in_value,
        words.in_condition(row.specimen_condition),
        in_comment,
        words.in_comment(row.reason),
    ]
    .into_iter()
    .flatten()
    .reduce(SampleHemolysis::and)
}

/// What an index row says. `unit` converts its unit to the canonical one; `platform` is what a bare
/// number or a grade means on the analyzer named by the user. Without either a number says nothing;
/// a grade still does.
#[must_use]
pub fn from_index(
    reading: &Reading<'_>,
    unit: Option<Conversion>,
    platform: Option<&Scale>,
    words: &SampleWords,
) -> Option<SampleHemolysis> {
    let unknown = SampleHemolysis {
        provenance: Provenance::Unknown,
        free_hb: None,
    };
    let measured = |low: f64, high: Option<f64>| SampleHemolysis {
        provenance: Provenance::Measured,
        free_hb: Some((low.max(0.0), high.map(|high| high.max(0.0)))),
    };
    // Lowest and highest amount that a number of this row stands for.
    let amount = |number| {
        let number = to_f64(number);
        match (unit, platform) {
            (Some(unit), _) => Some((unit.apply(number), unit.apply(number))),
            (None, Some(scale)) => scale.amount(number),
            (None, None) => None,
        }
    };
    let graded = |band: (f64, Option<f64>)| SampleHemolysis {
        provenance: Provenance::Graded,
        free_hb: Some(band),
    };
    Some(match reading.value {
        Value::Text(text) => platform
            .and_then(|scale| scale.grade(text))
            .map(graded)
            .or_else(|| words.in_index(text))
            .unwrap_or(unknown),
        Value::Absent(_) => return None,
        // Nothing is nothing in every unit.
        Value::Number(number) if number.is_zero() => measured(0.0, Some(0.0)),
        Value::Number(number) => match amount(number) {
            Some((low, high)) => measured(low, Some(high)),
            None => platform
                .filter(|_| unit.is_none())
                .and_then(|scale| scale.grade(&number.normalize().to_string()))
                .map_or(unknown, graded),
        },
        Value::Censored(comparator @ (Comparator::Less | Comparator::LessOrEqual), limit) => {
            // "<20" does not reach 20.
            let within = if comparator.includes() {
                1.0
            } else {
                1.0 - TOLERANCE
            };
            amount(limit).map_or(unknown, |(_, high)| measured(0.0, Some(high * within)))
        }
        Value::Censored(_, limit) => amount(limit).map_or(unknown, |(low, _)| measured(low, None)),
        Value::Range(low, high) => match (amount(low), amount(high)) {
            (Some((low, _)), Some((_, high))) => measured(low, Some(high)),
            _ => unknown,
        },
    })
}
