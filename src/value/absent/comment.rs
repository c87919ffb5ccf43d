//! What a comment says against its sample, and what only looks like it.

use serde::Deserialize;

use rust_decimal::Decimal;

use super::verdicts::plain;
use super::{Absence, ResultWords, behind_word_starts};
use crate::text::{fold_words, is_sign};

/// What stands for one's own test.
const OWN: &str = "this";

/// Words of the name of a test, at most.
const LONGEST_NAME: usize = 3;

/// Words by which a sentence is not about the sample at hand, folded: `reference_ranges/results/comments.toml` says
/// what each list is for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct CommentWords {
    of_any_sample: Vec<&'static str>,
    of_another: Vec<&'static str>,
    not_so: Vec<&'static str>,
    of_other_tubes: Vec<&'static str>,
    clotted_serum: Vec<&'static str>,
    phrases: Vec<&'static str>,
    in_doubt: Vec<&'static str>,
    denials: Vec<&'static str>,
    for_another_test: Vec<&'static str>,
    for_this_test: Vec<&'static str>,
    another_time: Vec<&'static str>,
    conditions: Vec<&'static str>,
    redrawn: Vec<&'static str>,
    delta: Vec<&'static str>,
    confirmed_again: Vec<&'static str>,
    tests: Vec<&'static str>,
    looked_for: Vec<&'static str>,
    denied_behind: Vec<&'static str>,
    forbidding_signs: Vec<&'static str>,
    denied_behind_signs: Vec<&'static str>,
    corrected_to: Vec<&'static str>,
    other_quantity: Vec<&'static str>,
}

impl CommentWords {
    pub(super) fn bundled() -> CommentWords {
        bundled!("results/comments").unwrap_or_default()
    }

    /// True for a sentence about any sample, another one, or what is not so; by other words than `despite`.
    fn is_elsewhere(&self, folded: &str, despite: &[&str]) -> bool {
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
    fn is_denied(&self, before: &str) -> bool {
        let mut words = before.split_whitespace().rev();
        let (last, other) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let counts = last.bytes().any(|c| c.is_ascii_digit());
        is_in(&self.denials, last) || (is_in(&self.denials, other) && !counts)
    }

    /// True if what stands behind a word denies it, or nothing does where it is only looked for: "contamination screen
    /// negative", "checked for clots in sample".
    fn is_denied_behind(&self, before: &str, behind: &str) -> bool {
        let behind = behind.trim_start_matches(char::is_alphanumeric);
        let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '=' | '(' | ')' | '-');
        let words = behind.split(is_between).filter(|word| !word.is_empty());
        let answer: Vec<&str> = words.skip_while(|word| is_in(&self.tests, word)).collect();
        let before = before.trim_end();
        let looked_for = || self.looked_for.iter().any(|words| before.ends_with(*words));
        is_in(&self.denied_behind, &answer.join(" ")) || (answer.is_empty() && looked_for())
    }

    /// The same of a phrase of signs: "请勿在输液侧采血", "EDTA混入なし".
    fn is_denied_in_signs(&self, phrase: &str, before: &str, behind: &str) -> bool {
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
    fn is_of_other_tube(&self, folded: &str) -> bool {
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        words.any(|word| is_in(&self.of_other_tubes, word))
    }

    /// True for serum that has clotted as it should.
    fn is_clotted_serum(&self, folded: &str) -> bool {
        let mut phrases = self.clotted_serum.iter();
        phrases.any(|phrase| folded.contains(*phrase))
    }

    /// True for a new sample that is asked for at its time: "please repeat fasting".
    fn is_of_another_time(&self, folded: &str) -> bool {
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        words.any(|word| is_in(&self.another_time, word))
    }

    /// True for a new sample that is there already: "verified by redraw".
    fn is_redrawn(&self, folded: &str) -> bool {
        let mut phrases = self.redrawn.iter();
        phrases.any(|phrase| folded.contains(*phrase))
    }

    /// True if a new sample is asked for because of what the part before says of another tube ("FBC: clotted. Please
    /// repeat."), or on its condition ("if hemolyzed, recollect").
    fn is_request_of(&self, before: &str, of_serum: bool) -> bool {
        let folded = fold_words(before);
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        let is_condition = before.ends_with(',') && words.any(|word| is_in(&self.conditions, word));
        is_condition || (of_serum && self.is_of_other_tube(&folded))
    }

    /// True if a change against the last result was looked at again: "delta check failed, result confirmed".
    fn is_confirmed_again(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| {
            let folded = fold_words(part);
            let mut phrases = self.confirmed_again.iter();
            phrases.any(|phrase| folded.contains(*phrase))
        })
    }

    /// True if what stands behind a word says that it is for another test: "unsuitable for ammonia".
    fn is_for_another(&self, behind: &str) -> bool {
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

fn is_in(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

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

    /// The number that a comment gives in the place of the one beside it: "Corrected value is 6.9".
    #[must_use]
    pub(crate) fn corrected_to(&self, comment: &str) -> Option<Decimal> {
        if !comment.bytes().any(|c| c.is_ascii_digit()) {
            return None;
        }
        let folded = fold_words(comment);
        let words = &self.comments;
        let mut all = folded.split(|c: char| !c.is_alphanumeric());
        if all.any(|word| is_in(&words.other_quantity, word)) {
            return None;
        }
        words.corrected_to.iter().find_map(|phrase| {
            let (_, behind) = folded.split_once(*phrase)?;
            let text = behind.trim_start_matches([' ', ':', '=']);
            let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
            let number = text[..end.unwrap_or(text.len())].trim_end_matches(['.', ',']);
            number.replace(',', ".").parse().ok()
        })
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
const ENDS_OF_SIGNS: [char; 5] = ['。', '、', ',', ';', '！'];
const STOPS: [char; 6] = ['.', ',', ';', '!', '?', '\n'];

fn sentences_of(comment: &str) -> impl Iterator<Item = &str> {
    comment.split(STOPS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_the_place_of_another() {
        let words = ResultWords::bundled();
        for (comment, expected) in [
            ("Corrected value is 6.9", Some("6.9")),
            ("Correct result: 6,9 mmol/L, please disregard", Some("6.9")),
            ("Corrected result: 6.9. Previously 4.1", Some("6.9")),
            ("Corrected from 5.9", None),
            ("Corrected calcium 2.4", None),
            ("Corrected value 2.45 for albumin", None),
            ("Correct result", None),
            ("", None),
        ] {
            let expected = expected.map(|number| number.parse().expect("a number"));
            assert_eq!(words.corrected_to(comment), expected, "{comment:?}");
        }
    }

    #[test]
    fn comments_against_a_sample() {
        let words = ResultWords::bundled();
        for (comment, expected) in [
            ("Specimen clotted, repeat on 12/5", Some(Absence::Clotted)),
            ("WRONG PATIENT - DISREGARD", Some(Absence::MixedUp)),
            ("Disregard this result", Some(Absence::Unreliable)),
            ("IV line contamination", Some(Absence::Contaminated)),
            ("Probe kontaminiert", Some(Absence::Contaminated)),
            ("not contaminated", None),
            ("Unreliable if the patient takes biotin", None),
            ("May be contaminated", None),
            ("no EDTA contamination", None),
            ("Specimen no 3 clotted", Some(Absence::Clotted)),
            ("Not haemolysed, clotted", Some(Absence::Clotted)),
            ("Wrong patient. Hemolyzed.", Some(Absence::MixedUp)),
            ("Sample hemolyzed and clotted", Some(Absence::Clotted)),
            ("No clots. Contaminated.", Some(Absence::Contaminated)),
            (
                "If in doubt repeat. Sample mislabelled",
                Some(Absence::MixedUp),
            ),
            ("Hemolyzed", Some(Absence::Hemolyzed)),
            ("Not valid for medico-legal use", None),
            ("Sample unsuitable for ammonia", None),
            ("Wrong tube received for HbA1c", None),
            ("Previous sample clotted. This is the repeat sample.", None),
            ("Blood withdrawn from left arm", None),
            ("Sample type: clotted blood", None),
            ("Urine culture contaminated", None),
            ("Keine Verwechslung", None),
            ("Verwechslung ausgeschlossen", None),
            ("Verwechslung nicht ausgeschlossen", Some(Absence::MixedUp)),
            ("Probenverwechslung", Some(Absence::MixedUp)),
            ("muestra contaminada", Some(Absence::Contaminated)),
            ("échantillon coagulé", Some(Absence::Clotted)),
            ("Corrected: 5.9 was another patient's sample", None),
            ("Clot in sample", Some(Absence::Clotted)),
            ("Interpret with caution", Some(Absence::Doubtful)),
            ("Ergebnis nicht verwertbar", Some(Absence::Unreliable)),
            ("Prélèvement à renouveler", Some(Absence::Recollect)),
            ("Recollected specimen", None),
            ("Recollect in 4 weeks", None),
            ("No evidence of contamination", None),
            ("Clotted blood", None),
            ("eGFR unreliable in extremes of muscle mass", None),
            ("fasting", None),
            ("Contamination screen negative", None),
            ("Contamination screen positive", Some(Absence::Contaminated)),
            ("Contamination: no", None),
            ("Clots not seen", None),
            ("No clots in sample", None),
            ("Checked for clots in sample", None),
            ("Checked: clots in sample", Some(Absence::Clotted)),
            ("Collection time does not match request", None),
            ("Organism identity uncertain", None),
            ("Referenzbereich ungültig", None),
            ("Ergebnis ungültig", Some(Absence::Unreliable)),
            ("Belongs to another patient", Some(Absence::MixedUp)),
            ("Does not belong to another patient", None),
            ("not this patient", Some(Absence::MixedUp)),
            ("not this patient's usual value", None),
            ("Patient identity not confirmed", Some(Absence::MixedUp)),
            ("Patient identity confirmed", None),
            ("Wrong tube type", Some(Absence::Unsuitable)),
            ("Tube type: gel", None),
            ("QC failed on this run", Some(Absence::Unreliable)),
            ("QC failed on previous run", None),
            ("No platelet clumping seen", None),
            ("", None),
        ] {
            assert_eq!(words.fault_in(comment), expected, "{comment:?}");
        }
    }
}
