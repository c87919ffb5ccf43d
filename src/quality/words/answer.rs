//! An answer under a name: a cell of a column about hemolysis, the result of a row about it. One reader for both.

use super::{GradeId, SampleWords};
use crate::quality::{Provenance, SampleHemolysis};
use crate::text::fold_words;

/// What the import puts in front of a cell of such a column. Of an index it says so, and its number is read behind it.
const HEADINGS: &[&str] = &["Hemolysis: ", "Icterus: ", "Lipemia: "];

/// A cell that is nothing but one of these: dashes, and the sign that lengthens a vowel in Japanese.
const DASHES: &[&str] = &["-", "ー", "−", "―", "—", "–"];

/// What is written for yes in a box.
const TICKS: &[&str] = &["y", "x", "✓", "✔", "☑"];

impl SampleWords {
    /// A grade written in a word and in a figure: `3_MODERATE`, `GROSS_4+`, `1+ slight`, `1_NONE`. The figure alone may be the
    /// place in a list; with a plus it is a grade of its own, and the graver one counts.
    fn grade_in_two(&self, folded: &str) -> Option<GradeId> {
        let mut parts = folded
            .split([' ', '_', '-'])
            .filter(|part| !part.is_empty());
        let (first, second) = (parts.next()?, parts.next()?);
        let is_figure = |part: &str| {
            let digits = part.trim_end_matches('+');
            digits.len() == 1 && digits.bytes().all(|c| c.is_ascii_digit())
        };
        let (figure, word) = match (is_figure(first), is_figure(second)) {
            (true, false) => (first, second),
            (false, true) => (second, first),
            _ => return None,
        };
        let none = self.grade("none");
        let of_word = self.grade_of(word).filter(|_| parts.next().is_none())?;
        let of_figure = self.grade_of(figure).filter(|_| figure.ends_with('+'));
        match of_figure {
            None => Some(of_word),
            Some(grade) if (grade == none) == (of_word == none) => {
                Some(self.graver(grade, of_word))
            }
            Some(_) => None,
        }
    }

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
                .or_else(|| self.grade_in_two(&folded))
        };
        if TICKS.contains(&folded.as_str()) {
            return Some(self.grade("unstated"));
        }
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
