//! Words about hemolysis, icterus and lipemia, in ten languages: with grade, with negation, and not
//! in diagnoses.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use foldhash::HashMap;
use serde::Deserialize;

use super::{Provenance, SampleHemolysis};
use crate::text::{fold_words, is_written_together};
use grammar::Grammar;
use prepared::is_of_other_script;
use sieve::Sieve;

mod adjective;
mod amount;
mod answer;
mod bundled;
mod codes;
mod denied;
mod grade;
mod grammar;
mod lists;
mod prepared;
mod sentence;
mod sieve;
mod whose;

/// The words for one interferent and their bands: `hemolysis.toml`, `icterus.toml` or `lipemia.toml`
/// in `reference_ranges/sample_quality/`.
#[derive(Clone, Debug)]
pub struct SampleWords {
    file: File,
    /// Without one of these a text does not speak of it at all.
    hints: Sieve,
    /// All codes for it.
    coded: Sieve,
    /// Grades by their words, folded; put together when one is first asked for.
    graded: OnceLock<HashMap<String, GradeId>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct File {
    #[serde(default)]
    gross_from: Option<f64>,
    #[serde(default)]
    gross_source: Option<String>,
    none_below: f64,
    none_below_source: String,
    #[serde(default)]
    none_tried_to: Option<f64>,
    #[serde(default)]
    none_tried_source: Option<String>,
    #[serde(default)]
    trust: Option<Trust>,
    grade: Vec<Grade>,
    /// What a number behind the word "index" is multiplied by, by the unit behind it.
    index_units: BTreeMap<String, f64>,
    stems: Stems,
    /// Absent: as for hemolysis.
    #[serde(default)]
    grammar: Arc<Grammar>,
    exclusion: Exclusion,
    codes: Codes,
    sources: BTreeMap<String, crate::reference::schema::SourceRow>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Grade {
    id: String,
    low: f64,
    #[serde(default)]
    high: Option<f64>,
    source: String,
    words: Vec<&'static str>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Stems {
    begin: Vec<&'static str>,
    /// Bytes that a text must hold to speak of it at all; `?` stands for a byte outside ASCII.
    hints: Vec<&'static str>,
    /// Names of an index that say nothing without a number, a grade or "raised": "H index".
    #[serde(default)]
    index: Vec<&'static str>,
    /// A color and a word for a sample: of its tube, where one of `behind_color` stands behind it.
    #[serde(default)]
    color: Vec<&'static str>,
    /// Short names of a row, which is about it where its result is a grade.
    rows: Vec<&'static str>,
}

/// Another interferent that makes this index rise falsely.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Trust {
    free_hb_below: f64,
    source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Exclusion {
    texts: Vec<&'static str>,
    /// Beginnings of the word behind the stem that make a diagnosis or a general remark of it.
    #[serde(default)]
    followed_by: Vec<&'static str>,
    /// Beginnings of what stands behind the color of a tube.
    #[serde(default)]
    behind_color: Vec<&'static str>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Codes {
    stated: Vec<&'static str>,
    #[serde(default)]
    none: Vec<&'static str>,
    #[serde(default)]
    slight: Vec<&'static str>,
    #[serde(default)]
    moderate: Vec<&'static str>,
    #[serde(default)]
    gross: Vec<&'static str>,
}

impl Codes {
    /// Each list with the grade that its codes stand for; first those that state none.
    fn by_grade(
        &self,
    ) -> impl DoubleEndedIterator<Item = (&[&'static str], &'static str)> + ExactSizeIterator {
        let lists = [
            (self.stated.as_slice(), "unstated"),
            (self.none.as_slice(), "none"),
            (self.slight.as_slice(), "slight"),
            (self.moderate.as_slice(), "moderate"),
            (self.gross.as_slice(), "gross"),
        ];
        lists.into_iter()
    }
}

/// A grade's word: index into the table of grades.
type GradeId = usize;

impl SampleWords {
    /// Limits of free hemoglobin that hold for every analyte.
    #[must_use]
    pub fn general(&self) -> super::GeneralLimits {
        super::GeneralLimits {
            gross_from: self.file.gross_from.unwrap_or(f64::INFINITY),
            none_below: self.file.none_below,
            none_tried_to: self.file.none_tried_to.unwrap_or(self.file.none_below),
        }
    }

    /// Below this level no analyte is known to be affected.
    #[must_use]
    pub fn none_below(&self) -> f64 {
        self.file.none_below
    }

    /// Free hemoglobin in g/L from which an index of this interferent is not to be trusted.
    #[must_use]
    pub fn untrusted_from(&self) -> Option<f64> {
        self.file.trust.as_ref().map(|trust| trust.free_hb_below)
    }

    /// A cheap sieve: false for a text that says nothing of this.
    pub(crate) fn may_be_in(&self, text: &str) -> bool {
        self.hints.is_held_by(text) || self.coded.is_held_by(text) || is_of_other_script(text)
    }

    /// What a comment says of this sample; `None` if nothing.
    #[must_use]
    pub fn in_comment(&self, text: &str) -> Option<SampleHemolysis> {
        let said = [self.by_graded_code(text), self.in_words(text)];
        said.into_iter().flatten().reduce(SampleHemolysis::and)
    }

    fn in_words(&self, text: &str) -> Option<SampleHemolysis> {
        if let Some(said) = self.by_code(text).or_else(|| self.behind_number(text)) {
            return Some(said);
        }
        // Most comments say nothing of it: look for what all stems share, without folding.
        if !self.hints.is_held_by(text) && !is_of_other_script(text) {
            return None;
        }
        let folded = self.grades_joined(self.file.grammar.prepared(fold_words(text)));
        let excluded: Vec<(usize, usize)> = self
            .file
            .exclusion
            .texts
            .iter()
            .flat_map(|phrase| folded.match_indices(*phrase))
            .map(|(at, phrase)| (at, at + phrase.len()))
            .collect();
        self.stems_in(&folded)
            .into_iter()
            .filter(|(at, _)| !excluded.iter().any(|(from, to)| (*from..*to).contains(at)))
            .filter_map(|(at, word)| self.statement(&folded, at, word))
            .reduce(SampleHemolysis::and)
    }

    /// What a cell for the condition of the specimen says: a code, or words.
    #[must_use]
    pub fn in_condition(&self, text: &str) -> Option<SampleHemolysis> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if let Some(said) = self.under_headings(text) {
            return Some(said);
        }
        let bare = text.trim_end_matches('.');
        for (list, grade) in self.file.codes.by_grade() {
            if list.iter().any(|code| code.eq_ignore_ascii_case(bare)) {
                return Some(self.band(self.grade(grade), Provenance::Word));
            }
        }
        self.in_comment(text)
    }

    /// The grade that the result of an index row states (`2+`, `slight`, `none`).
    #[must_use]
    pub fn in_index(&self, text: &str) -> Option<SampleHemolysis> {
        self.answer(text)
            .map(|grade| self.band(grade, Provenance::Graded))
            .or_else(|| self.in_comment(text))
    }

    /// What a row says that has nothing but a short name, if its result is a grade of it: "HEM: 3+", "HI: moderate". A number,
    /// "none" and "positive" may be those of another test.
    #[must_use]
    pub(crate) fn in_short_row(&self, name: &str, value: &str) -> Option<SampleHemolysis> {
        let name = name.trim();
        let mut rows = self.file.stems.rows.iter();
        if !rows.any(|row| row.eq_ignore_ascii_case(name)) {
            return None;
        }
        let grade = self.grade_of(&fold_words(value))?;
        let open = [self.grade("none"), self.grade("unstated")];
        (!open.contains(&grade)).then(|| self.band(grade, Provenance::Graded))
    }

    fn stems_in<'t>(&self, text: &'t str) -> Vec<(usize, &'t str)> {
        let mut found: Vec<(usize, &str)> = Vec::new();
        let stems = &self.file.stems;
        for stem in stems.begin.iter().chain(&stems.color).chain(&stems.index) {
            for (at, _) in text.match_indices(*stem) {
                if found.iter().all(|(other, _)| *other != at) && self.begins_word(text, at) {
                    let stem_end = at + stem.len();
                    let end = text[stem_end..]
                        .find(|c: char| !c.is_alphanumeric())
                        .map_or(text.len(), |length| stem_end + length);
                    // "Serum red" is not the beginning of "serum reducing".
                    if stem.contains(' ') && end != stem_end && &text[stem_end..end] != "s" {
                        continue;
                    }
                    found.push((at, &text[at..end]));
                }
            }
        }
        found
    }

    fn begins_word(&self, text: &str, at: usize) -> bool {
        let before = &text[..at];
        before
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric())
            || text[at..].starts_with(is_written_together)
            || self.file.grammar.attached(before)
    }
}

#[cfg(test)]
mod tests;
