//! Codes and short forms for it in a text: "HEM: 2+", "slt haem", "400 HEM".

use super::amount::leading_number;
use super::sentence::{ends, sentence_start};
use super::{GradeId, SampleWords};
use crate::quality::{Provenance, SampleHemolysis};
use crate::text::fold_words;

/// Letters of a code that may stand in a text: two are anything.
const SHORT: usize = 3;

impl SampleWords {
    /// What an analyzer's flag for it says: more than this test stands.
    pub(crate) fn beyond_limit(&self) -> SampleHemolysis {
        self.band(self.grade("unstated"), Provenance::Word)
    }

    /// What a code says with a grade at one of its sides, behind the name of a sample, or as a whole sentence: `HEM: 2+`,
    /// `LYS slight`, `slt haem`, `sample haem`, `HEMO`. Anywhere else it may be a department.
    pub(super) fn by_code(&self, text: &str) -> Option<SampleHemolysis> {
        if !self.coded.is_held_by(text) {
            return None;
        }
        let folded = fold_words(text);
        // Longer ones are words, which their grammar reads.
        let is_word = |code: &str| {
            self.file
                .stems
                .begin
                .iter()
                .any(|stem| code.starts_with(stem))
        };
        let codes = self.file.codes.stated.iter().map(|code| fold_words(code));
        let said = codes
            .filter(|code| SHORT <= code.len() && !is_word(code))
            .flat_map(|code| self.said_by_code(&folded, &code));
        said.reduce(SampleHemolysis::and)
    }

    /// What a code says that states its grade itself and is a part of the text alone: "HEM2; repeat". Anywhere else it may be a
    /// department, or a name with its number.
    pub(super) fn by_graded_code(&self, text: &str) -> Option<SampleHemolysis> {
        if !self.coded.is_held_by(text) {
            return None;
        }
        let stands = |code: &&'static str| {
            let mut parts = text.split([';', ',', '.', '|', '\n']);
            SHORT < code.len() && parts.any(|part| part.trim().eq_ignore_ascii_case(code))
        };
        let mut found = self.file.codes.by_grade().skip(1).rev();
        let (_, grade) = found.find(|(list, _)| list.iter().any(stands))?;
        Some(self.band(self.grade(grade), Provenance::Word))
    }

    /// What is said at each place where a code stands in a text.
    fn said_by_code(&self, text: &str, code: &str) -> Vec<SampleHemolysis> {
        let places = text.match_indices(code).map(|(at, _)| at);
        let places = places.filter(|at| self.begins_word(text, *at));
        let said = places.filter_map(|at| {
            let behind = &text[at + code.len()..];
            if behind.starts_with(char::is_alphanumeric) {
                return None;
            }
            let amount = self.amount_behind(code, behind);
            let grade = || self.grade_of_code(text, at, behind);
            let word = |grade| self.band(grade, Provenance::Word);
            amount.or_else(|| grade().map(word))
        });
        said.collect()
    }

    /// The grade of a code that stands at a place: behind it, or in front.
    fn grade_of_code(&self, text: &str, at: usize, behind: &str) -> Option<GradeId> {
        let point = behind.strip_prefix('.');
        let short = point.filter(|rest| !rest.starts_with(char::is_alphanumeric));
        let behind = short.unwrap_or(behind);
        let answer = behind.trim_start_matches([':', '=', ' ']);
        let word = answer.split([' ', ',', ';', '.', '/', ')']).next()?;
        let is_apart = answer.len() < behind.len() || answer.starts_with('+');
        if let Some(grade) = self.grade_of(word).filter(|_| is_apart) {
            return Some(grade);
        }
        if !ends(behind) {
            return None;
        }
        let before = text[sentence_start(text, at)..at].trim_end();
        let before = before.rsplit([',', ':', '(', ')']).next().unwrap_or(before);
        let mut words = before.split_whitespace().rev();
        let Some(word) = words.next() else {
            return Some(self.grade("unstated"));
        };
        let word = word.trim_end_matches('.');
        let is_sample = self.file.grammar.samples.contains(&word);
        let grade = self
            .grade_of(word)
            .filter(|grade| *grade != self.grade("none"));
        let denied = words.any(|word| self.file.grammar.is_denial(word));
        match grade {
            Some(grade) => (!denied).then_some(grade),
            None => (is_sample && !denied).then(|| self.grade("unstated")),
        }
    }

    /// A code beside a number: `400 HEM`, `4.1 (Hem++)`.
    pub(super) fn behind_number(&self, text: &str) -> Option<SampleHemolysis> {
        let text = text.trim_start_matches(['<', '>', '=', '*', ' ']);
        let (number, rest) = leading_number(text)?;
        let word = rest.trim_matches([' ', '(', ')', '[', ']', '*', ',', ';', '.']);
        let end = word.find(|c: char| !c.is_ascii_alphabetic());
        let (code, grade) = word.split_at(end.unwrap_or(word.len()));
        let stated = self.file.codes.stated.iter();
        let mut long = stated.filter(|known| SHORT <= known.len());
        if !long.any(|known| known.eq_ignore_ascii_case(code)) {
            return None;
        }
        let grade = grade.trim_start_matches([' ', ':', '=']);
        // Of the word itself so much: "0 hemolysis". "0 HEM" is a result with its flag, and so may be "0 (hemolysis)".
        let is_word = || {
            let mut nouns = self.file.grammar.nouns().iter();
            let is_noun = nouns.any(|noun| noun.eq_ignore_ascii_case(code));
            is_noun && rest.trim_start().starts_with(code)
        };
        let grade = match grade.is_empty() {
            true if number == 0.0 && is_word() => Some(self.grade("none")),
            true => Some(self.grade("unstated")),
            false => self.grade_of(grade),
        };
        grade.map(|grade| self.band(grade, Provenance::Word))
    }
}
