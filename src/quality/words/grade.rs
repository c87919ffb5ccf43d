//! Grades: by their words, by their names, and the level that each stands for.

use super::prepared::is_of_other_script;
use super::{GradeId, SampleWords};
use crate::quality::{Provenance, SampleHemolysis};
use crate::text::fold_words;

impl SampleWords {
    pub(super) fn grade_of(&self, word: &str) -> Option<GradeId> {
        let word = word.trim_matches(['(', ')', '"', '\'', '*']).trim();
        if word.is_empty() {
            return None;
        }
        let graded = self.graded.get_or_init(|| {
            // The first grade with a word has it.
            let grades = self.file.grade.iter().enumerate().rev();
            let words =
                grades.flat_map(|(at, grade)| grade.words.iter().map(move |word| (word, at)));
            words.map(|(word, at)| (fold_words(word), at)).collect()
        });
        graded.get(word).copied()
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

    /// The one that stands for more.
    pub(super) fn graver(&self, a: GradeId, b: GradeId) -> GradeId {
        let low = |grade: GradeId| self.file.grade[grade].low;
        if low(a) < low(b) { b } else { a }
    }

    /// A grade of several signs as one word in front of its name: "심 한 용 혈" as "심한 용 혈".
    pub(super) fn grades_joined(&self, text: String) -> String {
        if !is_of_other_script(&text) {
            return text;
        }
        let said = |id: &str| matches!(id, "none" | "unstated");
        let some = self.file.grade.iter().filter(|grade| !said(&grade.id));
        let words = some.flat_map(|grade| &grade.words);
        let signs = words.filter(|word| word.contains(' ') && is_of_other_script(word));
        let words = signs.filter(|word| !self.file.stems.begin.contains(*word));
        words.fold(text, |text, word| {
            text.replace(*word, &word.replace(' ', ""))
        })
    }
}
