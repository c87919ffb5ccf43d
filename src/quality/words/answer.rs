//! An answer under a name: a cell of a column about hemolysis, the result of a row about it. One reader for both.

use super::{GradeId, SampleWords};
use crate::quality::{Provenance, SampleHemolysis};
use crate::text::fold_words;

/// What the import puts in front of a cell of such a column. Of an index it says so, and its number is read behind it.
const HEADINGS: &[&str] = &["Hemolysis: ", "Icterus: ", "Lipemia: "];

/// A cell that is nothing but one of these: dashes, and the sign that lengthens a vowel in Japanese.
const DASHES: &[&str] = &["-", "ー", "−", "―", "—", "–"];

impl SampleWords {
    /// The grade that an answer states: `2+`, `Slight (1+)`, `Neg(-)`, `なし`.
    pub(super) fn answer(&self, text: &str) -> Option<GradeId> {
        let text = text.trim();
        if DASHES.contains(&text) {
            return Some(self.grade("none"));
        }
        let folded = fold_words(text);
        // "Slight (1+)", "2+ (100-199 mg/dL)": what is explained counts.
        let (front, _) = folded.split_once('(').unwrap_or((&folded, ""));
        let grade = || {
            self.grade_of(&folded)
                .or_else(|| self.grade_of(front.trim()))
        };
        let bare = folded.trim_matches(['(', ')']).trim_end_matches('.');
        let denied = || {
            let apart = self.file.grammar.prepared(bare.to_string());
            [bare, &apart].map(|text| self.file.grammar.is_denial(text))
        };
        grade().or_else(|| denied().contains(&true).then(|| self.grade("none")))
    }

    /// What the cells say that stand behind their headings; `None` if there is no heading of this.
    pub(super) fn under_headings(&self, text: &str) -> Option<SampleHemolysis> {
        let mut said = text.split("; ").map(|part| {
            let heading = HEADINGS.iter().find(|heading| part.starts_with(**heading));
            let own = heading.filter(|heading| !self.stems_in(&fold_words(heading)).is_empty());
            (part, own)
        });
        if !said.clone().any(|(_, own)| own.is_some()) {
            return None;
        }
        let said = said.by_ref().filter_map(|(part, own)| match own {
            Some(heading) => self.under_heading(heading, &part[heading.len()..]),
            None => self.in_comment(part),
        });
        said.reduce(SampleHemolysis::and)
    }

    /// What a cell says under its heading. A cell that denies it may say "no hemolysis" or "no", and nothing of a grade.
    fn under_heading(&self, heading: &str, cell: &str) -> Option<SampleHemolysis> {
        let folded = fold_words(cell);
        let mut words = folded.split(|c: char| !(c.is_alphanumeric() || c == '+'));
        let is_grade = |grade: GradeId| grade != self.grade("none");
        let is_graded = words.any(|word| self.grade_of(word).is_some_and(is_grade));
        let none = self.band(self.grade("none"), Provenance::Word);
        match self.in_comment(cell) {
            Some(said) if said == none && !is_graded => Some(said),
            Some(said) if said != none => Some(said),
            _ => self
                .answer(cell)
                .map(|grade| self.band(grade, Provenance::Word))
                .or_else(|| self.in_comment(&[heading, cell].concat())),
        }
    }
}
