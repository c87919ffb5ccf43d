//! What a comment says against its sample, and what only looks like it.

use super::verdicts::plain;
use super::{Absence, ResultWords, behind_word_starts};
use crate::text::fold_words;
use words::is_in;

mod corrected;
mod words;

pub(super) use words::CommentWords;

/// What stands for one's own test.
const OWN: &str = "this";

/// Words of the name of a test, at most.
const LONGEST_NAME: usize = 3;

impl ResultWords {
    /// What a comment says against its sample, if it does: beside a number in it, too. What is no good for another
    /// test ("unsuitable for ammonia") is no matter here. What spoils all of it weighs most.
    #[must_use]
    pub fn fault_in(&self, comment: &str) -> Option<Absence> {
        self.gravest(comment, false)
    }

    fn gravest(&self, comment: &str, of_serum: bool) -> Option<Absence> {
        let is_grave = |fault: &Absence| {
            matches!(
                fault,
                Absence::Clotted
                    | Absence::Contaminated
                    | Absence::Unsuitable
                    | Absence::Clumped
                    | Absence::Unreliable
            )
        };
        if comment.is_empty() {
            return None;
        }
        let parts: Vec<&str> = comment.split_inclusive(STOPS).collect();
        let faults = (0..parts.len()).flat_map(|at| self.faults_of_part(&parts, at, of_serum));
        let faults: Vec<Absence> = faults.collect();
        let gravest = faults.iter().find(|fault| **fault == Absence::MixedUp);
        let grave = faults.iter().find(|fault| is_grave(fault));
        gravest.or(grave).or(faults.first()).copied()
    }

    /// The same beside a result of serum, which a clotted blood count or clumped platelets do not touch, and whose tube
    /// has to clot.
    #[must_use]
    pub fn fault_in_serum(&self, comment: &str) -> Option<Absence> {
        self.gravest(comment, true)
    }

    /// A comment with "this" in the place of the test that it says something is for, if that is one's own: "unsuitable for
    /// potassium" beside a potassium. `None` if it names none of that kind.
    #[must_use]
    pub(crate) fn for_this(&self, comment: &str, is_own: impl Fn(&str) -> bool) -> Option<String> {
        let folded = fold_words(comment);
        let is_for = |word: &&&str| folded.contains(**word);
        if !self
            .comments
            .for_another_test
            .iter()
            .any(|word| is_for(&word))
        {
            return None;
        }
        let words: Vec<&str> = folded.split(' ').collect();
        let at = words
            .iter()
            .position(|word| is_in(&self.comments.for_another_test, word))?;
        let (before, behind) = words.split_at(at + 1);
        let mut lengths = 1..=behind.len().min(LONGEST_NAME);
        let length = lengths.find(|length| is_own(&behind[..*length].join(" ")))?;
        let rest = &behind[length..];
        Some([before, &[OWN], rest].concat().join(" "))
    }

    /// What a part of a comment says by itself and with the parts beside it.
    fn faults_of_part(&self, parts: &[&str], at: usize, of_serum: bool) -> Vec<Absence> {
        let mut faults = self.faults_in(parts[at].trim_end_matches(STOPS), of_serum);
        if faults.is_empty() {
            return faults;
        }
        let words = &self.comments;
        let mut before = parts[..at].iter().rev();
        let before = before.find(|part| !part.trim_end_matches(STOPS).trim().is_empty());
        if before.is_some_and(|before| words.is_request_of(before, of_serum)) {
            faults.retain(|fault| *fault != Absence::Recollect);
        }
        let folded = fold_words(parts[at]);
        let mut delta = words.delta.iter();
        if delta.any(|word| folded.contains(*word)) && words.is_confirmed_again(&parts[at + 1..]) {
            faults.retain(|fault| *fault != Absence::Unreliable);
        }
        faults
    }

    fn faults_in(&self, sentence: &str, of_serum: bool) -> Vec<Absence> {
        let folded = fold_words(sentence);
        let folded = folded.trim();
        if folded.is_empty() {
            return Vec::new();
        }
        let mut faults = self.verdicts_in(folded);
        if !self.comments.is_elsewhere(folded, &[]) {
            faults.extend(self.phrases_in(folded));
        }
        if of_serum {
            let is_other = self.comments.is_of_other_tube(folded);
            let clots = self.comments.is_clotted_serum(folded);
            let is_fault = |fault: &Absence| match fault {
                // Whoever mislabels one tube may have mislabelled the next.
                Absence::MixedUp => true,
                Absence::Clumped => false,
                Absence::Clotted => !clots && !is_other,
                _ => !is_other,
            };
            faults.retain(is_fault);
        }
        let is_later = self.comments.is_of_another_time(folded) || self.comments.is_redrawn(folded);
        let is_asked = |fault: &Absence| *fault != Absence::Recollect || !is_later;
        faults.retain(|fault| fault.is_sample_fault() && is_asked(fault));
        faults
    }

    /// True for a comment that says of the sample that it is a control, and nothing else.
    #[must_use]
    pub(crate) fn names_control(&self, comment: &str) -> bool {
        let sentence = comment.trim().trim_end_matches(STOPS);
        !sentence.contains(STOPS)
            && self
                .verdicts
                .names_control(&plain(fold_words(sentence).trim()))
    }

    /// True if a comment says that the result beside it is not final.
    #[must_use]
    pub(crate) fn is_preliminary(&self, comment: &str) -> bool {
        let mut sentences = sentences_of(comment);
        sentences.any(|sentence| {
            let folded = fold_words(sentence);
            self.verdicts_in(folded.trim()).contains(&Absence::Pending)
        })
    }

    /// What the rules say of a sentence.
    fn verdicts_in(&self, folded: &str) -> Vec<Absence> {
        let words = &self.comments;
        let plain = plain(folded);
        let is_elsewhere = |despite: &[&str]| words.is_elsewhere(&plain, despite);
        self.verdicts
            .in_sentence(&plain, &words.denied_behind, &is_elsewhere)
    }

    /// What the phrases say that stand for a reason wherever they stand.
    fn phrases_in(&self, folded: &str) -> Vec<Absence> {
        let whole = self.exact.get(folded).copied();
        let starts: Vec<&str> = behind_word_starts(folded).collect();
        // Most words are not in it: seen without looking further.
        let mut begins = [false; 1 << u8::BITS];
        let first = |text: &str| text.bytes().next().map(usize::from);
        starts
            .iter()
            .filter_map(|text| first(text))
            .for_each(|byte| begins[byte] = true);
        let parts = self.contained.iter().filter(|(word, _)| {
            let may_be_in = first(word).is_some_and(|byte| begins[byte]);
            let is_in = may_be_in && starts.iter().any(|text| text.starts_with(word.as_str()));
            let around = is_in.then(|| folded.split_once(word.as_str())).flatten();
            around.is_some_and(|(before, behind)| {
                !self.comments.is_denied(before)
                    && !self.comments.is_denied_in_signs(word, before, behind)
                    && !self.comments.is_denied_behind(before, behind)
                    && !self.comments.is_for_another(behind)
            })
        });
        let faults = parts.map(|(_, absence)| *absence);
        whole.into_iter().chain(faults).collect()
    }
}

/// Where a part of a comment ends.
const STOPS: [char; 6] = ['.', ',', ';', '!', '?', '\n'];

fn sentences_of(comment: &str) -> impl Iterator<Item = &str> {
    comment.split(STOPS)
}

#[cfg(test)]
mod tests;
