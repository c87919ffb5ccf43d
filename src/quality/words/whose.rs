//! Whose sample a sentence is about: this one, an earlier one, or any.

use super::grammar::Grammar;
use super::sentence::{sentence_end, sentence_start};

impl Grammar {
    /// True for a sentence about any sample, or about an earlier one and not about this one too. `at` is where the word
    /// begins, or the list that it is in; `end` where it ends.
    pub(super) fn is_elsewhere(&self, text: &str, at: usize, end: usize) -> bool {
        let start = sentence_start(text, at);
        let stop = sentence_end(text, end);
        let before = &text[start..at];
        if has(before, &self.conditionals) && !self.is_own_fact(before, &text[end..stop]) {
            return true;
        }
        let clause = self.own_clause(before);
        if self.is_replaced(clause, &text[end..])
            || self.is_redrawn(before)
            || self.is_of_other_tube(before, clause)
        {
            return true;
        }
        let instead = self.instead_of.iter().any(|words| clause.contains(*words));
        let is_earlier = (has(clause, &self.earlier) && (instead || !has(clause, &self.current)))
            || (self.is_in_order(clause) && !has(text, &self.asked));
        if !is_earlier && !self.is_seen_earlier(&text[end..stop]) {
            return false;
        }
        // "Previous sample hemolyzed; this one is too".
        let mut later = text[stop..].split(['.', ';', '!', '\n']);
        !has(&text[start..stop], &self.again)
            && !later.any(|sentence| has(sentence, &self.current) && has(sentence, &self.again))
    }

    /// The part of a sentence that goes with the word behind it: "differs from previous, hemolyzed" is about this sample.
    fn own_clause<'t>(&self, before: &'t str) -> &'t str {
        let mut start = before.rfind(',').map_or(0, |at| at + 1);
        let joins = |stop: &&&str| self.and.iter().any(|and| *and == stop.trim());
        for stop in self.breaks.iter().filter(|stop| !joins(stop)) {
            if let Some(at) = before.rfind(*stop) {
                start = start.max(at + stop.len());
            }
        }
        &before[start..]
    }

    /// "If clinically indicated please repeat, sample haemolysed": the condition is another clause's.
    fn is_own_fact(&self, before: &str, behind: &str) -> bool {
        let clause = [",", " - "].iter().filter_map(|stop| before.rfind(*stop));
        let Some((front, clause)) = clause.max().map(|at| before.split_at(at)) else {
            return false;
        };
        let next = words(behind).next().unwrap_or_default();
        let of_sample = has(clause, &self.samples) || self.samples.contains(&next);
        let others = |list: &[&'static str]| {
            let others = list.iter().filter(|word| !self.ifs.contains(word));
            others.copied().collect::<Vec<_>>()
        };
        let is_general = |text: &str| has(text, &others(&self.conditionals));
        of_sample && !has(clause, &self.conditionals) && !is_general(front) && !is_general(behind)
    }

    /// "Recollected due to hemolysis": of the sample before.
    fn is_redrawn(&self, before: &str) -> bool {
        let redrawn = self.before_cause(before);
        redrawn.is_some_and(|text| {
            let ends = |words: &&str| {
                let front = text.strip_suffix(*words);
                front.is_some_and(|front| !front.ends_with(char::is_alphanumeric))
            };
            self.redrawn.iter().any(ends)
        })
    }

    /// "Coag sample hemolyzed", "ammonia not done - hemolyzed".
    fn is_of_other_tube(&self, before: &str, clause: &str) -> bool {
        let of_other = |tube: &&str, text: &str| {
            let mut places = text.match_indices(*tube);
            places.any(|(at, _)| {
                let behind = &text[at + tube.len()..];
                let next = words(behind).next().unwrap_or_default();
                let is_word = !text[..at].ends_with(char::is_alphanumeric)
                    && !behind.starts_with(char::is_alphanumeric);
                is_word && (self.samples.contains(&next) || self.begins_not_done(behind))
            })
        };
        let in_clause = self.other_tubes.iter().any(|tube| of_other(tube, clause));
        let mut tests = self.other_tubes.iter();
        in_clause || (has(before, &self.not_done) && tests.any(|tube| of_other(tube, before)))
    }

    fn begins_not_done(&self, behind: &str) -> bool {
        let behind = behind.trim_start_matches([' ', ':', '-']);
        self.not_done.iter().any(|words| behind.starts_with(*words))
    }

    /// "First sample", "1st specimen".
    fn is_in_order(&self, clause: &str) -> bool {
        let all: Vec<&str> = words(clause).collect();
        all.windows(2).any(|pair| match pair {
            [first, next] => self.ordinals.contains(first) && self.samples.contains(next),
            _ => false,
        })
    }

    /// "Repeat after hemolyzed sample": that one is not here.
    fn is_replaced(&self, clause: &str, behind: &str) -> bool {
        let sample = words(behind).next().unwrap_or_default();
        self.samples.contains(&sample)
            && self.stands_for.iter().any(|words| clause.contains(*words))
    }

    /// "Hemolysis noted in the previous sample".
    fn is_seen_earlier(&self, behind: &str) -> bool {
        let mut words = behind.split_whitespace().peekable();
        let seen_in = |word: &&str| self.seen_in.contains(word);
        let first = words.peek().is_some_and(seen_in);
        let mut words = words.skip_while(seen_in);
        let bare = |word: &'_ str| -> String {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_string()
        };
        let (word, next) = (words.next().map(bare), words.next().map(bare));
        let is_in = |list: &[&str], word: &Option<String>| {
            word.as_deref().is_some_and(|word| list.contains(&word))
        };
        first
            && (is_in(&self.earlier, &word)
                || (is_in(&self.ordinals, &word) && is_in(&self.samples, &next)))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

fn has(text: &str, list: &[&str]) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| list.contains(&word))
        || list
            .iter()
            .any(|known| known.contains(' ') && text.contains(*known))
}
