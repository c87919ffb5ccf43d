//! The grammar around a word such as "hemolyzed": what denies it, what grades it, what makes it a
//! diagnosis. Strict on denials: only what plainly denies the word itself takes a sample off suspicion.

use serde::Deserialize;

use super::{GradeId, SampleWords};
use crate::quality::{Provenance, SampleHemolysis};

/// Words that are the same for every interferent, `[grammar]` in `hemolysis.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grammar {
    /// Words that deny what follows, with nothing but fillers between.
    negations: Vec<String>,
    /// Negations that are one word with what they deny: `nonhemolyzed`.
    attached: Vec<String>,
    /// Words that may stand between a negation and what it denies.
    fillers: Vec<String>,
    /// Where a statement ends before the word: "not measured *because of* hemolysis".
    breaks: Vec<String>,
    /// Words that deny what stands before them, if the statement ends with them.
    denials: Vec<String>,
    /// The same, but only behind a colon or an equals sign.
    denials_after_colon: Vec<String>,
    /// Endings that deny: `hamolysefrei`.
    denying_ends: Vec<String>,
    /// Words that make a general remark of the sentence they stand in.
    conditionals: Vec<String>,
    /// Words that speak of an earlier sample, unless one of the others stands in the sentence.
    earlier: Vec<String>,
    again: Vec<String>,
    /// Beginnings of words that are denied together, and what may stand between two of them.
    listed: Vec<String>,
    or: Vec<String>,
    and: Vec<String>,
}

impl Grammar {
    /// True for a whole answer that denies: "no", "nein".
    pub(super) fn is_denial(&self, folded: &str) -> bool {
        self.denials_after_colon.iter().any(|word| word == folded)
    }

    /// Is the text before a stem a negation that is one word with it?
    pub(super) fn attached(&self, before: &str) -> bool {
        self.attached.iter().any(|negation| {
            before.strip_suffix(negation.as_str()).is_some_and(|rest| {
                rest.chars()
                    .next_back()
                    .is_none_or(|c| !c.is_alphanumeric())
            })
        })
    }

    fn is_negation(&self, word: &str) -> bool {
        self.negations.iter().any(|negation| negation == word)
    }

    /// True for a sentence about any sample, or an earlier one. `before` is the part in front of the stem.
    fn is_elsewhere(&self, before: &str, sentence: &str) -> bool {
        let has = |text: &str, list: &[String]| {
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            words.any(|word| list.iter().any(|known| known == word))
        };
        has(before, &self.conditionals)
            || (has(before, &self.earlier) && !has(sentence, &self.again))
    }

    /// Where the list begins of which the word between `before` and `behind` is a part: "hemolysis, icterus or lipemia";
    /// `None` if it is alone.
    fn list_before(&self, before: &str, behind: &str) -> Option<usize> {
        let is = |list: &[String], word: &str| list.iter().any(|known| known == word);
        let (mut members, mut with_or) = self.list_behind(behind);
        let mut start = None;
        let mut rest = before;
        loop {
            let mut joined = rest.trim_end();
            // What stands between: a comma, a stroke, words.
            let mut between = false;
            loop {
                let bare = joined.trim_end_matches([' ', '\'']);
                if let Some(front) = bare.strip_suffix(['/', '+']) {
                    (joined, between, with_or) = (front, true, true);
                } else if let Some(front) = bare.strip_suffix(',') {
                    (joined, between) = (front, true);
                } else {
                    let at = bare.rfind([' ', ',', '/', '\'']).map_or(0, |at| at + 1);
                    let word = &bare[at..];
                    if is(&self.or, word) {
                        (joined, between, with_or) = (&bare[..at], true, true);
                    } else if is(&self.and, word) {
                        (joined, between) = (&bare[..at], true);
                    } else {
                        joined = bare;
                        break;
                    }
                }
            }
            let at = joined
                .rfind([' ', ',', '/', '\'', '('])
                .map_or(0, |at| at + 1);
            let begins = |stem: &String| joined[at..].starts_with(stem.as_str());
            if !between || !self.listed.iter().any(begins) {
                break;
            }
            members += 1;
            start = Some(at);
            rest = &joined[..at];
        }
        start.filter(|_| with_or || 2 < members)
    }

    /// How many words of a list there are with those that follow, and whether an "or" stands between.
    fn list_behind(&self, behind: &str) -> (usize, bool) {
        let is = |list: &[String], word: &str| list.iter().any(|known| known == word);
        let (mut members, mut with_or) = (1, false);
        let (mut between, mut or_between) = (false, false);
        let separated = behind
            .replace(',', " , ")
            .replace('/', " / ")
            .replace('\'', " ");
        for word in separated.split_whitespace() {
            if is(&self.or, word) || word == "/" {
                (between, or_between) = (true, true);
            } else if is(&self.and, word) || word == "," {
                between = true;
            } else if between
                && self
                    .listed
                    .iter()
                    .any(|stem| word.starts_with(stem.as_str()))
            {
                members += 1;
                with_or |= or_between;
                (between, or_between) = (false, false);
            } else {
                break;
            }
        }
        (members, with_or)
    }

    fn is_filler(&self, word: &str) -> bool {
        self.fillers.iter().any(|filler| filler == word)
    }
}

impl SampleWords {
    /// What the words around the stem at `at` make of it. `word` is the whole word that it begins.
    pub(super) fn statement(&self, text: &str, at: usize, word: &str) -> Option<SampleHemolysis> {
        let grammar = &self.file.grammar;
        let sentence = text[..at]
            .rfind(['.', ';', '!', '\n'])
            .map_or(0, |stop| stop + 1);
        let end = text[at..]
            .find(['.', ';', '!', '\n'])
            .map_or(text.len(), |stop| at + stop);
        let elsewhere = grammar.is_elsewhere(&text[sentence..at], &text[sentence..end]);
        let behind = &text[at + word.len()..];
        if elsewhere || self.is_diagnosis(behind) {
            return None;
        }
        let none = || Some(self.band(self.grade("none"), Provenance::Word));
        if grammar.attached(&text[..at])
            || grammar
                .denying_ends
                .iter()
                .any(|end| word.ends_with(end.as_str()))
        {
            return none();
        }
        // Who denies the first of a list denies all of it.
        if let Some(start) = grammar.list_before(&text[sentence..at], behind)
            && self.is_negated(&text[sentence..sentence + start])
        {
            return none();
        }
        let before = self.clause_before(&text[sentence..at]);
        let words: Vec<&str> = before
            .split([' ', '\''])
            .map(|word| word.trim_matches(['(', '"', '*']))
            .filter(|word| !word.is_empty())
            .collect();
        // From the stem outward: fillers and grades, until something else stands there.
        let mut grade: Option<GradeId> = None;
        for word in words.iter().rev() {
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
        if let Some(index) = self.amount_behind(behind) {
            return Some(index);
        }
        if self.is_denied_behind(behind) {
            return none();
        }
        let grade = grade.or_else(|| self.grade_behind(behind));
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
            .map(|word| word.trim_matches(['(', '"', '*']))
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
            if let Some(at) = before.rfind(stop.as_str()) {
                start = start.max(at + stop.len());
            }
        }
        before[start..].trim()
    }

    /// "hemolytic anemia", "hemolyzed samples may": the word behind the stem says that it is no sample.
    fn is_diagnosis(&self, behind: &str) -> bool {
        let behind = behind.trim_start_matches([' ', '-']);
        self.file
            .exclusion
            .followed_by
            .iter()
            .any(|beginning| behind.starts_with(beginning.as_str()))
    }

    /// A grade before the stem. "None" is a grade of an index, not of what follows it.
    fn grade_before(&self, word: &str) -> Option<GradeId> {
        self.grade_of(word)
            .filter(|grade| *grade != self.grade("none"))
    }

    fn graver(&self, a: GradeId, b: GradeId) -> GradeId {
        let low = |grade: GradeId| self.file.grade[grade].low;
        if low(a) < low(b) { b } else { a }
    }

    /// A grade right behind the stem: `hemolysis: 2+`, `hemolyse legere`. A sign counts only where the
    /// statement ends, so that "hemolyzed + lipemic" is not graded.
    fn grade_behind(&self, behind: &str) -> Option<GradeId> {
        let behind = behind.trim_start_matches([' ', ':', '=', '(']);
        let word = behind
            .split([' ', ',', ';', '.', ')'])
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
        let apart = bare.starts_with([':', '=', '?', '(', '-', '\u{2013}']);
        let text = bare.trim_start_matches([':', '=', ' ', '?', '(', '-', '\u{2013}']);
        let text = text
            .strip_prefix("index")
            .map_or(text, |rest| rest.trim_start_matches([':', '=', ' ']));
        let denied = |words: &[String]| {
            words.iter().any(|word| {
                text.strip_prefix(word.as_str()).is_some_and(|rest| {
                    rest.chars().next().is_none_or(|c| !c.is_alphanumeric()) && ends(rest)
                })
            })
        };
        // "Hemolysis 0, icterus 0"; "hemolyzed - no result" goes on.
        let bare_none = ["0", "neg", "nil", "none"].map(String::from);
        denied(&grammar.denials)
            || denied(&bare_none)
            || (apart && denied(&grammar.denials_after_colon))
    }

    /// `index 120 mg/dL`, `: 0,8 g/L`: an amount with its unit; behind "index" also without one, then
    /// unknown.
    fn amount_behind(&self, behind: &str) -> Option<SampleHemolysis> {
        let behind = behind.trim_start_matches([' ', ':', '=']);
        let indexed = behind
            .strip_prefix("index")
            .or_else(|| behind.strip_prefix("indice"));
        let text = indexed
            .unwrap_or(behind)
            .trim_start_matches([' ', ':', '=']);
        let digits = text
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
            .unwrap_or(text.len());
        let number: f64 = text[..digits]
            .trim_end_matches(['.', ','])
            .replace(',', ".")
            .parse()
            .ok()?;
        let unit = text[digits..].trim_start();
        let factor = self
            .file
            .index_units
            .iter()
            .find(|(known, _)| unit.starts_with(known.as_str()))
            .map(|(_, factor)| *factor);
        match factor {
            Some(factor) => Some(SampleHemolysis {
                provenance: Provenance::Measured,
                free_hb: Some((number * factor, Some(number * factor))),
            }),
            None if indexed.is_some() => Some(SampleHemolysis {
                provenance: Provenance::Unknown,
                free_hb: None,
            }),
            None => None,
        }
    }
}

/// Nothing but the end of a statement is left.
fn ends(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', ')', '"']);
    rest.is_empty()
        || rest.starts_with([';', '!', '\n'])
        || (rest.starts_with(['.', ',']) && !rest[1..].starts_with(|c: char| c.is_ascii_digit()))
}
