//! Grades: by their words, by their names, and the level that each stands for.

use super::{GradeId, SampleWords};
use crate::quality::{Provenance, SampleHemolysis};
use crate::text::fold_words;

impl SampleWords {
    pub(super) fn grade_of(&self, word: &str) -> Option<GradeId> {
        let word = word.trim_matches(['(', ')', '"', '\'', '*']).trim();
        if word.is_empty() {
            return None;
        }
        self.file
            .grade
            .iter()
            .position(|grade| grade.words.iter().any(|known| fold_words(known) == word))
    }

    pub(super) fn moderate_or_more(&self, grade: GradeId) -> bool {
        self.file.grade[grade].low >= self.file.grade[self.grade("moderate")].low
    }

    /// A grade that the file is checked to have.
    pub(super) fn grade(&self, id: &str) -> GradeId {
        self.file
            .grade
            .iter()
            .position(|grade| grade.id == id)
            .unwrap_or_default()
    }

    pub(super) fn band(&self, grade: GradeId, provenance: Provenance) -> SampleHemolysis {
        let grade = &self.file.grade[grade];
        SampleHemolysis {
            provenance,
            free_hb: Some((grade.low, grade.high)),
        }
    }
}
