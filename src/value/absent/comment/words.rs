//! Words by which a sentence of a comment is not about the sample at hand, or says the contrary.

use serde::Deserialize;

use crate::text::{fold_words, is_sign};

/// Words by which a sentence is not about the sample at hand, folded: `reference_ranges/results/comments.toml` says
/// what each list is for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(in crate::value::absent) struct CommentWords {
    of_any_sample: Vec<&'static str>,
    of_another: Vec<&'static str>,
    not_so: Vec<&'static str>,
    of_other_tubes: Vec<&'static str>,
    clotted_serum: Vec<&'static str>,
    phrases: Vec<&'static str>,
    in_doubt: Vec<&'static str>,
    denials: Vec<&'static str>,
    pub(super) for_another_test: Vec<&'static str>,
    for_this_test: Vec<&'static str>,
    another_time: Vec<&'static str>,
    conditions: Vec<&'static str>,
    redrawn: Vec<&'static str>,
    pub(super) delta: Vec<&'static str>,
    confirmed_again: Vec<&'static str>,
    tests: Vec<&'static str>,
    looked_for: Vec<&'static str>,
    pub(super) denied_behind: Vec<&'static str>,
    forbidding_signs: Vec<&'static str>,
    denied_behind_signs: Vec<&'static str>,
    pub(super) corrected_to: Vec<&'static str>,
    pub(super) corrected_alone: Vec<&'static str>,
    pub(super) not_the_result: Vec<&'static str>,
    pub(super) other_quantity: Vec<&'static str>,
}

impl CommentWords {
    pub(in crate::value::absent) fn bundled() -> CommentWords {
        bundled!("results/comments").unwrap_or_default()
    }

    /// True for a sentence about any sample, another one, or what is not so; by other words than `despite`.
    pub(super) fn is_elsewhere(&self, folded: &str, despite: &[&str]) -> bool {
        // "Not excluded" is no exclusion.
        if self.in_doubt.iter().any(|words| folded.contains(*words)) {
            return false;
        }
        if self.phrases.iter().any(|words| folded.contains(*words)) {
            return true;
        }
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        let lists = [&self.of_any_sample, &self.of_another, &self.not_so];
        words.any(|word| !is_in(despite, word) && lists.iter().any(|list| is_in(list, word)))
    }

    /// True if what stands before a word denies it, with one word between: "no EDTA contamination", not
    /// "specimen no 3 clotted".
    pub(super) fn is_denied(&self, before: &str) -> bool {
        let mut words = before.split_whitespace().rev();
        let (last, other) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let counts = last.bytes().any(|c| c.is_ascii_digit());
        is_in(&self.denials, last) || (is_in(&self.denials, other) && !counts)
    }

    /// True if what stands behind a word denies it, or nothing does where it is only looked for: "contamination screen
    /// negative", "checked for clots in sample".
    pub(super) fn is_denied_behind(&self, before: &str, behind: &str) -> bool {
        let behind = behind.trim_start_matches(char::is_alphanumeric);
        let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '=' | '(' | ')' | '-');
        let words = behind.split(is_between).filter(|word| !word.is_empty());
        let answer: Vec<&str> = words.skip_while(|word| is_in(&self.tests, word)).collect();
        let before = before.trim_end();
        let looked_for = || self.looked_for.iter().any(|words| before.ends_with(*words));
        is_in(&self.denied_behind, &answer.join(" ")) || (answer.is_empty() && looked_for())
    }

    /// The same of a phrase of signs: "请勿在输液侧采血", "EDTA混入なし".
    pub(super) fn is_denied_in_signs(&self, phrase: &str, before: &str, behind: &str) -> bool {
        if !phrase.contains(is_sign) {
            return false;
        }
        let before = before.rsplit(ENDS_OF_SIGNS).next().unwrap_or(before);
        let behind = behind.split(ENDS_OF_SIGNS).next().unwrap_or(behind);
        let behind: String = behind.chars().filter(|c| !c.is_whitespace()).collect();
        let mut forbidding = self.forbidding_signs.iter();
        forbidding.any(|words| before.contains(*words)) || is_in(&self.denied_behind_signs, &behind)
    }

    /// True for a sentence about a tube that is none of serum.
    pub(super) fn is_of_other_tube(&self, folded: &str) -> bool {
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        words.any(|word| is_in(&self.of_other_tubes, word))
    }

    /// True for serum that has clotted as it should.
    pub(super) fn is_clotted_serum(&self, folded: &str) -> bool {
        let mut phrases = self.clotted_serum.iter();
        phrases.any(|phrase| folded.contains(*phrase))
    }

    /// True for a new sample that is asked for at its time: "please repeat fasting".
    pub(super) fn is_of_another_time(&self, folded: &str) -> bool {
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        words.any(|word| is_in(&self.another_time, word))
    }

    /// True for a new sample that is there already: "verified by redraw".
    pub(super) fn is_redrawn(&self, folded: &str) -> bool {
        let mut phrases = self.redrawn.iter();
        phrases.any(|phrase| folded.contains(*phrase))
    }

    /// True if a new sample is asked for because of what the part before says of another tube ("FBC: clotted. Please
    /// repeat."), or on its condition ("if hemolyzed, recollect").
    pub(super) fn is_request_of(&self, before: &str, of_serum: bool) -> bool {
        let folded = fold_words(before);
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        let is_condition = before.ends_with(',') && words.any(|word| is_in(&self.conditions, word));
        is_condition || (of_serum && self.is_of_other_tube(&folded))
    }

    /// True if a change against the last result was looked at again: "delta check failed, result confirmed".
    pub(super) fn is_confirmed_again(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| {
            let folded = fold_words(part);
            let mut phrases = self.confirmed_again.iter();
            phrases.any(|phrase| folded.contains(*phrase))
        })
    }

    /// True if what stands behind a word says that it is for another test: "unsuitable for ammonia".
    pub(super) fn is_for_another(&self, behind: &str) -> bool {
        let words: Vec<&str> = behind.split(' ').skip(1).collect();
        words.iter().enumerate().any(|(at, word)| {
            let is_this = || {
                let rest = words[at + 1..].join(" ");
                let begins = |words: &&str| rest.starts_with(*words);
                self.for_this_test.iter().any(begins)
            };
            is_in(&self.for_another_test, word) && !is_this()
        })
    }
}

pub(super) fn is_in(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

/// Where a part of a text of signs ends.
const ENDS_OF_SIGNS: [char; 5] = ['。', '、', ',', ';', '！'];
