//! Codes for it in a text: "HEM: 2+", "400 HEM".

use super::SampleWords;
use super::amount::leading_number;
use crate::quality::{Provenance, SampleHemolysis};
use crate::text::fold_words;

/// Letters of a code that may stand in a text, or one more.
const SHORT: usize = 3;

impl SampleWords {
    /// What an analyzer's flag for it says: more than this test stands.
    pub(crate) fn beyond_limit(&self) -> SampleHemolysis {
        self.band(self.grade("unstated"), Provenance::Word)
    }

    /// What a code with a grade behind it says: `HEM: 2+`, `LYS slight`.
    pub(super) fn by_code(&self, text: &str) -> Option<SampleHemolysis> {
        // Two letters are anything, and longer ones words of their own.
        let is_short = |code: &&&str| (SHORT..=SHORT + 1).contains(&code.len());
        if !self.coded.is_held_by(text) {
            return None;
        }
        let folded = fold_words(text);
        let mut codes = self.file.codes.stated.iter().filter(is_short);
        codes.find_map(|code| {
            let code = code.to_lowercase();
            let (at, _) = folded
                .match_indices(&code)
                .find(|(at, _)| self.begins_word(&folded, *at))?;
            let behind = &folded[at + code.len()..];
            let grade = behind.trim_start_matches([':', '=', ' ']);
            let word = grade.split([' ', ',', ';', '.']).next()?;
            let is_apart = grade.len() < behind.len() || grade.starts_with('+');
            let grade = self.grade_of(word).filter(|_| is_apart)?;
            Some(self.band(grade, Provenance::Word))
        })
    }

    /// A code beside a number: `400 HEM`, `4.1 (Hem++)`.
    pub(super) fn behind_number(&self, text: &str) -> Option<SampleHemolysis> {
        let text = text.trim_start_matches(['<', '>', '=', '*', ' ']);
        let (_, rest) = leading_number(text)?;
        let word = rest.trim_matches([' ', '(', ')', '[', ']', '*', ',', ';', '.']);
        let end = word.find(|c: char| !c.is_ascii_alphabetic());
        let (code, grade) = word.split_at(end.unwrap_or(word.len()));
        let stated = self.file.codes.stated.iter();
        let mut long = stated.filter(|known| SHORT <= known.len());
        if !long.any(|known| known.eq_ignore_ascii_case(code)) {
            return None;
        }
        let grade = grade.trim_start_matches([' ', ':', '=']);
        let grade = match grade.is_empty() {
            true => Some(self.grade("unstated")),
            false => self.grade_of(grade),
        };
        grade.map(|grade| self.band(grade, Provenance::Word))
    }
}
