//! The grammar around a word such as "hemolyzed": what denies it, what grades it, what makes it a
//! diagnosis. Strict on denials: only what plainly denies the word itself takes a sample off suspicion.

use serde::Deserialize;

use super::sentence::ends;
use crate::text::is_written_together;

mod statement;

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
        self.denials_after_colon.contains(&folded) || self.denials.contains(&folded)
    }

    /// Is the text before a stem a negation that is one word with it?
    pub(super) fn attached(&self, before: &str) -> bool {
        self.attached.iter().any(|negation| {
            before.strip_suffix(*negation).is_some_and(|rest| {
                rest.chars()
                    .next_back()
                    .is_none_or(|c| !c.is_alphanumeric())
                    || negation.starts_with(is_written_together)
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

/// None, right behind the word.
const BARE_NONE: &[&str] = &["0", "neg", "nil", "none", "keine", "keiner"];
