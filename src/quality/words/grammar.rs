//! The grammar around a word such as "hemolyzed": what denies it, what grades it, what makes it a
//! diagnosis. Strict on denials: only what plainly denies the word itself takes a sample off suspicion.

use serde::Deserialize;

use super::sentence::{STROKES, bare, behind_index, ends, sentence_start};
use super::{GradeId, SampleWords};
use crate::quality::{Provenance, SampleHemolysis};

/// Words that are the same for every interferent, `[grammar]` in `hemolysis.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct Grammar {
    /// Words that deny what follows, with nothing but fillers between.
    negations: Vec<&'static str>,
    /// Negations that are one word with what they deny: `nonhemolyzed`.
    attached: Vec<&'static str>,
    /// The same in signs, in front of a name: "비용혈". Other words for "not seen", and words that ask and deny nothing.
    pub(super) attached_signs: Vec<&'static str>,
    pub(super) not_seen: Vec<&'static str>,
    pub(super) questions: Vec<&'static str>,
    /// Names as they stand only where they are counted or denied: two with an "and" between are denied as one.
    pub(super) genitives: Vec<&'static str>,
    /// Words that may stand between a negation and what it denies.
    fillers: Vec<&'static str>,
    /// Where a statement ends before the word: "not measured *because of* hemolysis".
    pub(super) breaks: Vec<&'static str>,
    /// Words that deny what stands before them, if the statement ends with them.
    pub(super) denials: Vec<&'static str>,
    /// The same, but only behind a colon or an equals sign.
    denials_after_colon: Vec<&'static str>,
    /// Endings that deny: `hamolysefrei`.
    denying_ends: Vec<&'static str>,
    /// Words that make a general remark of the sentence they stand in.
    pub(super) conditionals: Vec<&'static str>,
    /// Behind the word these make a general remark of it, or say that it does nothing.
    general: Vec<&'static str>,
    /// Of the conditionals, the ones behind which another clause may state a fact: "if".
    pub(super) ifs: Vec<&'static str>,
    /// What is denied in front of one of these is no finding: "not due to".
    causes: Vec<&'static str>,
    /// In front of the name of a sample, words for the one before; and words by which another one is still asked for.
    pub(super) ordinals: Vec<&'static str>,
    pub(super) asked: Vec<&'static str>,
    /// Words for a sample that is itself the new one: "recollected due to".
    pub(super) redrawn: Vec<&'static str>,
    /// Other tubes than the one of serum, and that a test was not done.
    pub(super) other_tubes: Vec<&'static str>,
    pub(super) not_done: Vec<&'static str>,
    /// Words that speak of an earlier sample, of this one, and of both.
    pub(super) earlier: Vec<&'static str>,
    pub(super) current: Vec<&'static str>,
    pub(super) again: Vec<&'static str>,
    /// Phrases by which this sample only stands for the earlier one: "repeat of".
    pub(super) instead_of: Vec<&'static str>,
    /// Phrases in front of an earlier sample that this one stands for, and words for a sample: "repeat after hemolyzed
    /// sample".
    pub(super) stands_for: Vec<&'static str>,
    pub(super) samples: Vec<&'static str>,
    /// What may stand behind the word and before an earlier sample: "seen in the previous one".
    pub(super) seen_in: Vec<&'static str>,
    /// What a sample was looked at for, which is no finding: "checked for".
    looked_for: Vec<&'static str>,
    /// No answer behind a colon.
    unanswered: Vec<&'static str>,
    /// Names of what is looked for, which head a list of answers; not "hemolyzed".
    nouns: Vec<&'static str>,
    /// Words by which an index without a number is high.
    raised: Vec<&'static str>,
    /// Words in front of an index's own upper limit.
    pub(super) own_limit: Vec<&'static str>,
    /// Words in front of a number that it does not reach.
    pub(super) less: Vec<&'static str>,
    /// Beginnings of words that are denied together, and what may stand between two of them.
    pub(super) listed: Vec<&'static str>,
    pub(super) or: Vec<&'static str>,
    pub(super) and: Vec<&'static str>,
}

impl Grammar {
    /// True for a whole answer that denies: "no", "nein".
    pub(super) fn is_denial(&self, folded: &str) -> bool {
        self.denials_after_colon.contains(&folded)
    }

    /// Is the text before a stem a negation that is one word with it?
    pub(super) fn attached(&self, before: &str) -> bool {
        self.attached.iter().any(|negation| {
            before.strip_suffix(*negation).is_some_and(|rest| {
                rest.chars()
                    .next_back()
                    .is_none_or(|c| !c.is_alphanumeric())
            })
        })
    }

    /// Names of what is looked for.
    pub(super) fn nouns(&self) -> &[&'static str] {
        &self.nouns
    }

    fn is_negation(&self, word: &str) -> bool {
        self.negations.contains(&word)
    }

    /// An answer in one word.
    pub(super) fn is_yes_or_no(&self, word: &str) -> bool {
        let lists = [&self.denials, &self.raised];
        BARE_NONE.contains(&word) || lists.iter().any(|list| list.contains(&word))
    }

    /// The text in front of a cause: "not" of "not due to".
    pub(super) fn before_cause<'t>(&self, before: &'t str) -> Option<&'t str> {
        let before = before.trim_end();
        let mut causes = self.causes.iter();
        causes.find_map(|cause| before.strip_suffix(*cause)?.strip_suffix(' '))
    }

    /// "Not due to": something else was denied than a finding.
    fn is_no_cause(&self, before: &str) -> bool {
        let denied = self.before_cause(before);
        let last = denied.and_then(|denied| denied.rsplit(' ').next());
        last.is_some_and(|word| self.is_negation(word))
    }

    /// True for a word that answers the name in front of it: "icterus negative hemolysis 3+", "icterus 2+ hemolysis -".
    fn is_answer_to(&self, name: Option<&&str>, word: &str) -> bool {
        let is_sign = !word.chars().any(char::is_alphabetic);
        let answers = is_sign || self.denials.contains(&word) || BARE_NONE.contains(&word);
        let name = name.map(|name| name.trim_end_matches([':', '=']));
        answers && name.is_some_and(|name| self.listed.iter().any(|stem| name.starts_with(*stem)))
    }

    /// "Sample checked for": no finding.
    fn is_looked_for(&self, before: &str) -> bool {
        let before = before.trim_end();
        self.looked_for.iter().any(|words| before.ends_with(*words))
    }

    /// ": n/a", ": not assessed". Behind a dash it is a test that was not done because of it.
    fn is_unanswered(&self, behind: &str) -> bool {
        let Some(answer) = behind.trim_start().strip_prefix([':', '=']) else {
            return false;
        };
        let answer = answer.trim_start();
        self.unanswered
            .iter()
            .any(|words| answer.strip_prefix(*words).is_some_and(ends))
    }

    fn is_raised(&self, behind: &str) -> bool {
        let words = behind.split(|c: char| !c.is_alphanumeric());
        let mut asserted = words.take_while(|word| !self.is_negation(word));
        asserted.any(|word| self.raised.contains(&word))
    }

    fn is_filler(&self, word: &str) -> bool {
        self.fillers.contains(&word)
    }
}

impl SampleWords {
    /// What the words around the stem at `at` make of it. `word` is the whole word that it begins.
    pub(super) fn statement(&self, text: &str, at: usize, word: &str) -> Option<SampleHemolysis> {
        let grammar = &self.file.grammar;
        let sentence = sentence_start(text, at);
        let end = at + word.len();
        let behind = &text[end..];
        let front = grammar.list_in_front(&text[sentence..at]);
        let list = sentence + front.start.unwrap_or(at - sentence);
        if grammar.is_elsewhere(text, list, end)
            || self.is_diagnosis(behind)
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

    /// A grade before the stem. "None" is a grade of an index, not of what follows it.
    fn grade_before(&self, word: &str) -> Option<GradeId> {
        self.grade_of(word)
            .filter(|grade| *grade != self.grade("none"))
    }

    pub(super) fn graver(&self, a: GradeId, b: GradeId) -> GradeId {
        let low = |grade: GradeId| self.file.grade[grade].low;
        if low(a) < low(b) { b } else { a }
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

/// None, right behind the word.
const BARE_NONE: &[&str] = &["0", "neg", "nil", "none", "keine", "keiner"];
