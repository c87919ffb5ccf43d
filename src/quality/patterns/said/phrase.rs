//! Phrases in the words of a sentence: where they begin, what a gap in them may hold, and what makes them void.

use super::cut::{DASH, words_of};
use super::{SaidWords, signs};

/// Words that `..` in a phrase stands for, at most.
const GAP: usize = 4;

/// Letters of a word that has no other ending than that of more than one.
const SHORT: usize = 4;

/// Words between a denial and what it denies, and itself.
const DENIED_WITHIN: usize = 3;

impl SaidWords {
    /// True if a sentence holds one of the phrases and neither denies it nor speaks of another sample.
    pub(super) fn say(&self, sentence: &[&str], phrases: &[&str]) -> bool {
        let mut found = self.found(sentence, phrases);
        found.any(|(at, rest)| !self.is_void(sentence, &sentence[..at], rest))
    }

    /// True if a sentence holds one of some phrases, whatever stands around it.
    pub(super) fn hold(&self, sentence: &[&str], phrases: &[&str]) -> bool {
        self.found(sentence, phrases).next().is_some()
    }

    /// Where phrases begin in a sentence, and what stands behind them.
    fn found<'f, 't>(
        &'f self,
        sentence: &'f [&'t str],
        phrases: &'f [&'f str],
    ) -> impl Iterator<Item = (usize, &'f [&'t str])> {
        let of_words = phrases.iter().filter(|phrase| !signs::are_in(phrase));
        of_words.flat_map(move |phrase| {
            // Most words do not begin as the phrase does: seen without looking further.
            let first = phrase.as_bytes().first();
            let may_begin =
                move |at: &usize| first == Some(&b'#') || sentence[*at].as_bytes().first() == first;
            (0..sentence.len()).filter(may_begin).filter_map(move |at| {
                let rest = self.behind(&sentence[at..], phrase.split(' '))?;
                Some((at, rest))
            })
        })
    }

    /// True if a question mark asks for one of some words: "?EDTA", "? from EDTA", "EDTA?"; not "FBC? EDTA", not
    /// "?EDTA induced clumping".
    pub(super) fn query(&self, sentence: &str, asked: &[&str]) -> bool {
        let words = words_of(sentence);
        let is_filler = |word: &&&str| self.edta_fillers.contains(*word);
        let mut marks = sentence.match_indices('?');
        marks.any(|(at, _)| {
            let (before, behind) = (&sentence[..at], words_of(&sentence[at + 1..]));
            let is_behind_word = before.ends_with(char::is_alphanumeric);
            let (word, rest) = match is_behind_word {
                true => (words_of(before).pop(), &behind[..]),
                false => {
                    let fillers = behind.iter().take_while(is_filler).count();
                    let word = behind.get(fillers).copied();
                    (word, behind.get(fillers + 1..).unwrap_or_default())
                }
            };
            word.is_some_and(|word| asked.contains(&word)) && !self.is_void(&words, &[], rest)
        })
    }

    /// True if nothing is said but that it is an EDTA tube: "lavender tube used".
    pub(super) fn is_edta_tube(&self, sentence: &[&str]) -> bool {
        let holds = |list: &[&str]| sentence.iter().any(|word| list.contains(word));
        let all = [&self.edta_names, &self.edta_tubes, &self.edta_fillers];
        holds(&self.edta_names)
            && holds(&self.edta_tubes)
            && sentence
                .iter()
                .all(|word| all.iter().any(|list| list.contains(word)))
    }

    fn is_void(&self, sentence: &[&str], before: &[&str], rest: &[&str]) -> bool {
        if self.hold(sentence, &self.left_open) {
            return false;
        }
        // "Not reported - EDTA contamination" denies something else; "EDTA contamination - excluded" is denied.
        let near = before.iter().rev().take_while(|word| **word != DASH);
        let near = near.take(DENIED_WITHIN);
        let rest: Vec<&str> = rest.iter().copied().filter(|word| *word != DASH).collect();
        let elsewhere = before.iter().any(|word| self.before.contains(word))
            && !sentence.iter().any(|word| self.both.contains(word));
        elsewhere
            || near.into_iter().any(|word| self.denied.contains(word))
            || self.denied_behind.contains(&rest.join(" ").as_str())
            || self.hold(sentence, &self.dismissed)
            || self.hold(sentence, &self.general)
    }

    /// What stands behind a phrase at the beginning of the words; `None` if it is not there.
    pub(super) fn behind<'s, 't>(
        &self,
        words: &'s [&'t str],
        mut phrase: std::str::Split<'_, char>,
    ) -> Option<&'s [&'t str]> {
        let Some(asked) = phrase.next() else {
            return Some(words);
        };
        if asked == ".." {
            let ends_gap = |word: &&str| self.not_within.contains(word);
            let most = words
                .iter()
                .position(ends_gap)
                .unwrap_or(words.len())
                .min(GAP);
            return (0..=most).find_map(|gap| self.behind(&words[gap..], phrase.clone()));
        }
        let (word, rest) = words.split_first()?;
        let is_last = phrase.clone().next().is_none();
        let matches = match asked {
            // Of hours, so many that a sample is to be separated before.
            "#" => word.replace(',', ".").parse().is_ok_and(|number: f64| {
                let of_hours = phrase.clone().next() == Some("h");
                !of_hours || self.separated_within_hours < number
            }),
            "h" => self.hours.contains(word),
            "d" => self.days.contains(word),
            asked => {
                let rest = word.strip_prefix(asked);
                rest.is_some_and(|rest| {
                    let is_ending = SHORT < asked.len() || rest == "s";
                    rest.is_empty() || (is_last && is_ending)
                })
            }
        };
        if matches {
            self.behind(rest, phrase)
        } else {
            None
        }
    }
}
