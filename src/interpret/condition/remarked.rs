//! A pregnancy that a comment states, where the whole of a sentence says no more than that.

use super::{ConditionWords, is_count, is_of_births, is_of_weeks, is_weeks_and_days};
use crate::text::fold_words;

impl ConditionWords {
    /// "32 weeks pregnant", and not "pregnant women: 0.3-2.5", "husband of pregnant patient", "pregnant?".
    pub(super) fn is_remarked(&self, comment: &str) -> bool {
        // Most comments do not speak of it.
        if comment.is_empty() {
            return false;
        }
        let folded = fold_words(comment);
        let begins = |stem: &String| folded.contains(stem.as_str());
        let stems = [&self.pregnancy, &self.antenatal, &self.remarked_weeks];
        if !stems.into_iter().flatten().any(begins) && !folded.contains("/40") {
            return false;
        }
        // A colon may be that of limits, but for a yes and for weeks.
        let folded = folded
            .replace(": yes", " yes")
            .replace("status: ", "status ")
            .replace(". ssw", " ssw");
        let is_of_all = 1 < folded.matches(&self.trimester).count();
        let mut sentences = folded.split(['.', ';', ',', '\n']);
        sentences.any(|sentence| {
            let is_whole = sentence.trim().len() == folded.trim_end_matches('.').trim().len();
            self.is_said(sentence, is_whole, is_of_all)
        })
    }

    /// Says a sentence no more than that she is pregnant? By the noun it does with its weeks, with a yes, or where it is the whole
    /// comment: "raised in liver disease, pregnancy". So it does by weeks that are of nothing else. By a trimester it does where nothing
    /// speaks of another, and without another number.
    fn is_said(&self, sentence: &str, is_whole: bool, is_of_all: bool) -> bool {
        let words = sentence
            .split([' ', '(', ')'])
            .map(|word| word.trim_matches(['!', '*']))
            .filter(|word| !["", "-"].contains(word));
        let words: Vec<&str> = words.collect();
        let is_one_of = |list: &[String], word: &str| list.iter().any(|known| known == word);
        let bare = |word: &str| word.trim_end_matches(':').to_string();
        let has = |list: &[String]| words.iter().any(|word| is_one_of(list, &bare(word)));
        let is_number = |word: &str| {
            is_count(word.trim_end_matches('w')) || is_weeks_and_days(word) || is_of_weeks(word)
        };
        let numbers = words.iter().filter(|word| is_number(word)).count();
        let is_of_weeks_alone =
            |word: &&str| is_weeks_and_days(word) || word.strip_suffix('w').is_some_and(is_count);
        let has_weeks = numbers == 1 && (has(&self.weeks) || words.iter().any(is_of_weeks_alone));
        let is_by_noun = has(&self.remarked_nouns)
            && (has_weeks || has(&self.yes) || (is_whole && numbers == 0));
        let is_of_forty = || numbers == 1 && words.iter().any(|word| is_of_weeks(word));
        let is_by_weeks = (has_weeks && has(&self.remarked_weeks)) || is_of_forty();
        // "Trimester 3" alone; another number may be a limit.
        let is_short = words.len() == 2;
        let is_by_trimester = !is_of_all
            && (numbers == 0 || is_short)
            && words.iter().any(|word| word.starts_with(&self.trimester))
            && self.trimesters.iter().any(|signs| has(signs));
        let is_known = |word: &&str| {
            let word = &if has_weeks {
                bare(word)
            } else {
                word.to_string()
            };
            let of_trimester = || {
                let mut signs = self.trimesters.iter();
                word.starts_with(&self.trimester) || signs.any(|signs| is_one_of(signs, word))
            };
            [
                &self.remarked,
                &self.remarked_nouns,
                &self.beside_remark,
                &self.weeks,
                &self.remarked_weeks,
            ]
            .iter()
            .any(|list| is_one_of(list, word))
                || is_number(word)
                || is_of_births(word)
                || (is_by_trimester && of_trimester())
        };
        (has(&self.remarked) || is_by_noun || is_by_weeks || is_by_trimester)
            && words.iter().all(is_known)
    }
}
