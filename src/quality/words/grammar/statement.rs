//! What the words around a stem make of it: a grade, a denial, or nothing.

use super::super::sentence::{STROKES, bare, behind_index, ends, sentence_start};
use super::super::{GradeId, SampleWords};
use super::BARE_NONE;
use crate::quality::{Provenance, SampleHemolysis};

impl SampleWords {
    /// What the words around the stem at `at` make of it. `word` is the whole word that it begins.
    pub(in crate::quality::words) fn statement(
        &self,
        text: &str,
        at: usize,
        word: &str,
    ) -> Option<SampleHemolysis> {
        let grammar = &self.file.grammar;
        let sentence = sentence_start(text, at);
        let end = at + word.len();
        let behind = &text[end..];
        let front = grammar.list_in_front(&text[sentence..at]);
        let list = sentence + front.start.unwrap_or(at - sentence);
        if grammar.is_elsewhere(text, list, end)
            || self.is_diagnosis(behind)
            || self.is_of_tube(word, behind)
            || grammar.is_no_cause(&text[sentence..list])
        {
            return None;
        }
        let none = || Some(self.band(self.grade("none"), Provenance::Word));
        if grammar.attached(&text[..at])
            || grammar.denying_ends.iter().any(|end| word.ends_with(*end))
        {
            return none();
        }
        // Who denies the first of a list denies all of it.
        let list_behind = grammar.list_behind(behind);
        if list < at
            && front.and(&list_behind).is_denied_as_one()
            && self.is_negated(&text[sentence..list])
        {
            return none();
        }
        // "Hemolysis, icterus, lipemia: negative".
        let is_heading = grammar.nouns.contains(&word);
        if is_heading
            && front.and(&list_behind).is_answered_as_one(list_behind.rest)
            && self.is_denied_behind(list_behind.rest)
        {
            return none();
        }
        // The last of "hemolysis -, lipemia -"; "溶血－".
        let is_last = text[..at].contains(" -,") || !word.is_ascii();
        if is_heading && behind.trim() == "-" && is_last {
            return none();
        }
        if is_heading && grammar.is_unanswered(behind) {
            return None;
        }
        if is_heading && is_counted_none(text, at, behind) && self.grade_behind(behind).is_none() {
            return none();
        }
        let before = self.clause_before(&text[sentence..at]);
        let words: Vec<&str> = before
            .split([' ', '\''])
            .map(bare)
            .filter(|word| !word.is_empty())
            .collect();
        // From the stem outward: fillers and grades, until something else stands there.
        let mut grade: Option<GradeId> = None;
        for (place, word) in words.iter().enumerate().rev() {
            let name = place.checked_sub(1).and_then(|place| words.get(place));
            if grammar.is_answer_to(name, word) {
                break;
            }
            if grammar.is_negation(word) {
                // "No gross hemolysis" leaves slight hemolysis open: it says nothing that can be used.
                return match grade {
                    Some(grade) if self.moderate_or_more(grade) => None,
                    _ => none(),
                };
            }
            match self.grade_before(word) {
                Some(found) => grade = Some(grade.map_or(found, |known| self.graver(known, found))),
                None if grammar.is_filler(word) => {}
                None => break,
            }
        }
        if self.is_inside_own_limit(word, behind) {
            return None;
        }
        if let Some(index) = self.amount_behind(word, behind) {
            return Some(index);
        }
        if self.is_denied_behind(behind) {
            return none();
        }
        let grade = grade.or_else(|| self.grade_behind(behind));
        let is_looked_for = grammar.is_looked_for(&text[sentence..list]);
        if is_looked_for && ends(behind_index(behind)) {
            return None;
        }
        // "H index" alone is a heading.
        let is_index = self.file.stems.index.contains(&word);
        if is_index && grade.is_none() && !grammar.is_raised(behind) {
            return None;
        }
        Some(self.band(
            grade.unwrap_or_else(|| self.grade("unstated")),
            Provenance::Word,
        ))
    }

    /// True if a negation stands in front of a word, with nothing but fillers between.
    fn is_negated(&self, before: &str) -> bool {
        let grammar = &self.file.grammar;
        let before = self.clause_before(before);
        let mut words = before
            .split([' ', '\''])
            .map(bare)
            .filter(|word| !word.is_empty())
            .rev()
            .skip_while(|word| grammar.is_filler(word));
        words.next().is_some_and(|word| grammar.is_negation(word))
    }

    /// The part of the sentence that belongs to the stem: from the last break on.
    fn clause_before<'t>(&self, before: &'t str) -> &'t str {
        let mut start = before
            .rfind([',', ':', '(', ')', '\u{2013}'])
            .map_or(0, |at| {
                at + before[at..].chars().next().map_or(1, char::len_utf8)
            });
        for stop in &self.file.grammar.breaks {
            if let Some(at) = before.rfind(*stop) {
                start = start.max(at + stop.len());
            }
        }
        before[start..].trim()
    }

    /// "hemolytic anemia", "hemolyzed samples may": the word behind the stem says that it is no sample.
    fn is_diagnosis(&self, behind: &str) -> bool {
        let behind = behind.trim_start_matches([' ', '-']);
        let lists = [&self.file.exclusion.followed_by, &self.file.grammar.general];
        let mut all = lists.into_iter().flatten();
        all.any(|words| behind.starts_with(*words))
    }

    /// "Pink sample tube", "red serum cell count": the color is none of the serum.
    fn is_of_tube(&self, word: &str, behind: &str) -> bool {
        let behind = behind.trim_start_matches([' ', '-', '(', '/']);
        let word = word.strip_suffix('s').unwrap_or(word);
        self.file.stems.color.contains(&word)
            && self
                .file
                .exclusion
                .behind_color
                .iter()
                .any(|words| behind.starts_with(*words))
    }

    /// A grade before the stem. "None" is a grade of an index, not of what follows it.
    fn grade_before(&self, word: &str) -> Option<GradeId> {
        self.grade_of(word)
            .filter(|grade| *grade != self.grade("none"))
    }

    /// A grade right behind the stem: `hemolysis: 2+`, `hemolyse legere`. A sign counts only where the
    /// statement ends, so that "hemolyzed + lipemic" is not graded.
    fn grade_behind(&self, behind: &str) -> Option<GradeId> {
        let behind = behind_index(behind).trim_start_matches(['(', '-']);
        let behind = behind.trim_start_matches(STROKES);
        let word = behind
            .split([' ', ',', ';', '.', ')', '/', '|', ']', '~', '_', '>'])
            .next()
            .unwrap_or_default();
        let grade = self.grade_before(word)?;
        let sign = !word.chars().any(char::is_alphabetic);
        let rest = &behind[word.len()..];
        let explained = rest.trim_start().starts_with('(');
        (!sign || explained || ends(rest)).then_some(grade)
    }

    /// "absent", ": none", "index normal": the statement ends with a denial.
    fn is_denied_behind(&self, behind: &str) -> bool {
        let grammar = &self.file.grammar;
        let bare = behind.trim_start();
        // A sign for none, set off: "hemolysis -, icterus -", "hemolysis (-)", "hemolysis: -".
        if bare
            .strip_prefix('-')
            .is_some_and(|rest| rest.starts_with(','))
        {
            return true;
        }
        let sign = bare.strip_prefix("(-)").or_else(|| {
            bare.strip_prefix([':', '='])?
                .trim_start()
                .strip_prefix('-')
        });
        if sign.is_some_and(ends) {
            return true;
        }
        let mut apart = bare.starts_with([':', '=', '?', '(', '-', '\u{2013}']);
        let mut text = bare.trim_start_matches([':', '=', ' ', '?', '(', '-', '\u{2013}']);
        // "Hemolysis index: normal", "hemolysis check: passed".
        if let Some(rest) = ["index", "check", "interference"]
            .iter()
            .find_map(|word| text.strip_prefix(word))
        {
            apart |= rest.trim_start().starts_with([':', '=']);
            text = rest.trim_start_matches([':', '=', ' ']);
        }
        let denied = |words: &[&str]| {
            words.iter().any(|word| {
                text.strip_prefix(*word).is_some_and(|rest| {
                    rest.chars().next().is_none_or(|c| !c.is_alphanumeric()) && ends(rest)
                })
            })
        };
        // "Hemolysis 0, icterus 0"; "hemolyzed - no result" goes on.
        denied(&grammar.denials)
            || denied(BARE_NONE)
            || (apart && denied(&grammar.denials_after_colon))
    }
}

/// "0 hemolysis noted". What stands behind a short form may be its own ("Lip. 0 Hemolysis"), and a number or an index behind the
/// word is the amount: "0 Hemolysis index 300".
fn is_counted_none(text: &str, at: usize, behind: &str) -> bool {
    let start = sentence_start(text, at);
    let goes_on = ["index", "indice"].iter().any(|word| behind.contains(word));
    text[start..at].trim() == "0"
        && !text[..start].ends_with('.')
        && !goes_on
        && !behind.contains(|c: char| c.is_ascii_digit())
}
