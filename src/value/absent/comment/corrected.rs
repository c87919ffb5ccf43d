//! The number that a comment gives in the place of the one beside it.

use rust_decimal::Decimal;

use super::words::{CommentWords, is_in};
use crate::text::fold_words;
use crate::units::spelling::UnitTable;
use crate::value::absent::ResultWords;

/// Between an earlier number and the one in its place: "from 4.1 to 6.9".
const FROM_TO: &[[&str; 2]] = &[[" from ", " to "], [" von ", " auf "], [" de ", " a "]];

impl ResultWords {
    /// The number that a comment gives in the place of the one beside it: "Corrected value is 6.9".
    #[must_use]
    pub(crate) fn corrected_to(&self, comment: &str) -> Option<Decimal> {
        if !comment.bytes().any(|c| c.is_ascii_digit()) {
            return None;
        }
        let folded = without_first(fold_words(comment));
        let words = &self.comments;
        let mut all = folded.split(|c: char| !c.is_alphanumeric());
        if all.any(|word| is_in(&words.other_quantity, word)) {
            return None;
        }
        let behind_phrase = words.corrected_to.iter().find_map(|phrase| {
            let (before, behind) = folded.split_once(*phrase)?;
            let sentence = before.rsplit([';', '.']).next().unwrap_or(before);
            let mut of_what = sentence.split(|c: char| !c.is_alphanumeric());
            if of_what.any(|word| is_in(&words.not_the_result, word)) {
                return None;
            }
            let (number, rest) = number_of(behind)?;
            // "Corrected to 12/11", "amended to 10:30".
            (!rest.starts_with(['/', ':', '-', '\u{2013}'])).then_some(number)
        });
        behind_phrase.or_else(|| {
            let parts = folded.split([';', '\n']);
            let mut sentences = parts.flat_map(|part| part.split(". "));
            sentences.find_map(|sentence| words.is_all_of(sentence))
        })
    }
}

impl CommentWords {
    /// The number of a sentence that says no more than that it is the right one: "should be 6.9 mmol/L".
    fn is_all_of(&self, sentence: &str) -> Option<Decimal> {
        let sentence = sentence.trim();
        let mut phrases = self.corrected_alone.iter();
        let (number, rest) =
            phrases.find_map(|phrase| number_of(sentence.strip_prefix(*phrase)?))?;
        let rest = rest.trim().trim_end_matches(['.', '!']);
        let is_unit = || !UnitTable::bundled().read(rest).is_empty();
        (rest.is_empty() || is_unit()).then_some(number)
    }
}

/// The number that a text begins with, and what stands behind it.
fn number_of(text: &str) -> Option<(Decimal, &str)> {
    let text = text.trim_start_matches([' ', ':', '=']);
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
    let (number, rest) = text.split_at(end.unwrap_or(text.len()));
    let number = number.trim_end_matches(['.', ',']).replace(',', ".");
    Some((number.parse().ok()?, rest))
}

/// "Corrected from 4.1 mmol/L to 6.9" without the first number, and its unit.
fn without_first(folded: String) -> String {
    let shorter = FROM_TO.iter().find_map(|[from, to]| {
        let (before, behind) = folded.split_once(from)?;
        let (first, second) = behind.split_once(to)?;
        let (_, unit) = number_of(first)?;
        let is_short = !unit.trim().contains(' ');
        (is_short && number_of(second).is_some()).then(|| format!("{before}{to}{second}"))
    });
    shorter.unwrap_or(folded)
}
