//! What a sentence says of a sample or a result by a word of blame near a word for it: "result doubtful", "label
//! discrepancy", "not yet authorised". Rules, so that a wording nobody listed is understood too.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Absence;
use phrase::{COLON, behind, holds, places, rest_of, words_of};

mod phrase;

pub(super) use phrase::plain;

/// The rules and their lists, `reference_ranges/results/verdicts.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct Verdicts {
    /// Lists of phrases that several rules share, by name.
    list: BTreeMap<&'static str, Vec<&'static str>>,
    /// Words that deny a verdict behind them.
    denials: Vec<&'static str>,
    /// Words that may stand between a denial and what it denies, or beside a verdict that is said alone.
    fillers: Vec<&'static str>,
    /// What stands behind a verdict that is about something else: "not valid for ammonia", "in pregnancy".
    narrowed: Vec<&'static str>,
    /// Behind these it is about this sample all the same: "unsuitable for analysis".
    not_narrowed: Vec<&'static str>,
    /// What may stand behind a verdict that ends its sentence: a reason.
    reasons: Vec<&'static str>,
    /// A sentence with one of these says what became of it: "date of birth mismatch resolved".
    settled: Vec<&'static str>,
    rule: Vec<Rule>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Rule {
    reason: Absence,
    /// Lists of what is spoken of, of which a phrase stands near the verdict. None: the verdict stands for itself.
    #[serde(default)]
    of: Vec<&'static str>,
    /// Words between it and the verdict, at most.
    #[serde(default = "near")]
    within: usize,
    /// The verdict may be the whole sentence.
    #[serde(default)]
    alone: bool,
    /// Lists of what stands in front of the verdict, with nothing but fillers between: "not", "awaiting".
    #[serde(default)]
    behind: Vec<&'static str>,
    /// Said of a control, if nothing else is said.
    #[serde(default)]
    control: bool,
    /// The sentence ends with the verdict, or with a reason for it.
    #[serde(default)]
    ends: bool,
    /// What stands behind the verdict may make it one about another test, or about other patients.
    #[serde(default)]
    narrow: bool,
    /// Words that make a sentence one about something else, but not for this rule.
    #[serde(default)]
    despite: Vec<&'static str>,
    /// Words with which the sentence is about something else.
    #[serde(default)]
    unless: Vec<&'static str>,
    /// The verdicts.
    words: Vec<&'static str>,
}

fn near() -> usize {
    3
}

/// Words between a denial and a verdict, at most, that are no fillers.
const DENIED_WITHIN: usize = 1;

/// Says with how many words that are to be overlooked a sentence is about something else.
pub(super) type Elsewhere<'e> = dyn Fn(&[&str]) -> bool + 'e;

impl Verdicts {
    pub(super) fn bundled() -> Verdicts {
        bundled!("results/verdicts").unwrap_or_default()
    }

    /// What the rules find in a sentence, folded and without short forms. `is_elsewhere` tells whether it is about another sample, or about any.
    pub(super) fn in_sentence(
        &self,
        folded: &str,
        denied_behind: &[&str],
        is_elsewhere: &Elsewhere<'_>,
    ) -> Vec<Absence> {
        let words = words_of(folded);
        // Most words are not in it: seen without looking further.
        let mut begins = [false; 1 << u8::BITS];
        for word in &words {
            begins[usize::from(word.as_bytes()[0])] = true;
        }
        let may_hold = |phrase: &&&str| begins[usize::from(phrase.as_bytes()[0])];
        if self
            .settled
            .iter()
            .filter(may_hold)
            .any(|phrase| holds(&words, phrase))
        {
            return Vec::new();
        }
        let holds_for = |rule: &&Rule| {
            rule.words.iter().filter(may_hold).any(|phrase| {
                places(&words, phrase).any(|(from, to)| {
                    let answer: Vec<&str> = rest_of(&words[to..]).collect();
                    self.is_said(rule, &words, from, to)
                        && !denied_behind.contains(&answer.join(" ").as_str())
                })
            }) && !rule
                .unless
                .iter()
                .filter(may_hold)
                .any(|phrase| holds(&words, phrase))
                && !is_elsewhere(&rule.despite)
        };
        let found = self.rule.iter().filter(holds_for);
        found.map(|rule| rule.reason).collect()
    }

    /// True for a sentence, folded and without short forms, that says of a sample that it is a control and nothing else.
    pub(super) fn names_control(&self, folded: &str) -> bool {
        let words = words_of(folded);
        let is_all = |(from, to): (usize, usize)| {
            let mut around = words[..from].iter().chain(&words[to..]);
            around.all(|word| self.is_filler(word))
        };
        let mut rules = self.rule.iter().filter(|rule| rule.control);
        rules.any(|rule| {
            let mut phrases = rule.words.iter();
            phrases.any(|phrase| places(&words, phrase).any(is_all))
        })
    }

    /// True if the verdict that stands at these places is one of what the rule is about.
    fn is_said(&self, rule: &Rule, words: &[&str], from: usize, to: usize) -> bool {
        let start = match rule.behind.is_empty() {
            true if self.is_denied(&words[..from]) => return false,
            true => from,
            false => match self.begin_of_front(rule, &words[..from]) {
                Some(start) => start,
                None => return false,
            },
        };
        // "No repeat needed".
        if start < from && self.is_denied(&words[..start]) {
            return false;
        }
        let rest = &words[to..];
        if (rule.ends && !self.is_end(rest)) || (rule.narrow && self.is_narrowed(rest)) {
            return false;
        }
        if rule.of.is_empty() && !rule.alone {
            return true;
        }
        let mut of = self.lists(&rule.of);
        let near = of.any(|phrase| {
            places(words, phrase).any(|(first, last)| {
                (last <= start && start - last <= rule.within)
                    || (to <= first && first - to <= rule.within)
            })
        });
        // Alone, or as a heading: "PROVISIONAL - awaiting the consultant".
        let behind = rest.iter().take_while(|word| **word != COLON);
        near || (rule.alone
            && !words[..start].contains(&COLON)
            && words[..start]
                .iter()
                .chain(behind)
                .all(|word| self.is_filler(word)))
    }

    /// Where what has to stand in front begins: "not" of "not yet been verified".
    fn begin_of_front(&self, rule: &Rule, before: &[&str]) -> Option<usize> {
        let fillers = before.iter().rev().take_while(|word| self.is_filler(word));
        let first = before.len() - fillers.count();
        // A filler may itself be the end of the phrase: "belongs to".
        (first..=before.len()).rev().find_map(|end| {
            let fronts = self.lists(&rule.behind);
            let starts = fronts.filter_map(|phrase| {
                let length = phrase.split(' ').count();
                let start = end.checked_sub(length)?;
                let is_there = behind(&before[start..end], phrase).is_some();
                is_there.then_some(start)
            });
            starts.min()
        })
    }

    fn lists<'r>(&'r self, names: &'r [&'static str]) -> impl Iterator<Item = &'static str> + 'r {
        names
            .iter()
            .filter_map(|name| self.list.get(*name))
            .flatten()
            .copied()
    }

    fn is_filler(&self, word: &str) -> bool {
        word == COLON || self.fillers.contains(&word)
    }

    /// True if a denial stands in front of a verdict: "no instrument error", "not an erroneous result".
    fn is_denied(&self, before: &[&str]) -> bool {
        let mut others = 0;
        for word in before.iter().rev().take_while(|word| **word != COLON) {
            if self.denials.iter().any(|known| known == word) {
                return true;
            }
            others += usize::from(!self.is_filler(word));
            if DENIED_WITHIN < others {
                return false;
            }
        }
        false
    }

    fn is_narrowed(&self, rest: &[&str]) -> bool {
        let begins = |list: &[&str]| list.iter().any(|phrase| behind(rest, phrase).is_some());
        begins(&self.narrowed) && !begins(&self.not_narrowed)
    }

    fn is_end(&self, rest: &[&str]) -> bool {
        let is_reason = |phrase: &&str| behind(rest, phrase).is_some();
        rest.iter().all(|word| self.is_filler(word)) || self.reasons.iter().any(is_reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_rules_are_whole() {
        let file: Verdicts = bundled!("results/verdicts").expect("bundled rules");
        assert!(!file.rule.is_empty());
        for rule in &file.rule {
            for name in rule.of.iter().chain(&rule.behind) {
                assert!(file.list.contains_key(name), "no list `{name}`");
            }
            assert!(!rule.words.is_empty());
        }
        let all = file.list.values().flatten();
        let all = all.chain(file.rule.iter().flat_map(|rule| &rule.words));
        for phrase in all.chain(&file.fillers).chain(&file.narrowed) {
            assert_eq!(*phrase, crate::text::fold_words(phrase), "not folded");
            assert!(
                !phrase.is_empty() && !phrase.contains(['\'', '-']),
                "{phrase}"
            );
        }
    }
}
