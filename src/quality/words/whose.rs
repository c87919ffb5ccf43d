//! Whose sample a sentence is about: this one, an earlier one, or any.

use super::grammar::{Grammar, STOPS};

impl Grammar {
    /// True for a sentence about any sample, or about an earlier one and not about this one too. `at` is where the word
    /// begins, or the list that it is in; `end` where it ends.
    pub(super) fn is_elsewhere(&self, text: &str, at: usize, end: usize) -> bool {
        let start = text[..at].rfind(STOPS).map_or(0, |stop| stop + 1);
        let stop = text[end..]
            .find(STOPS)
            .map_or(text.len(), |stop| end + stop);
        let before = &text[start..at];
        if has(before, &self.conditionals) {
            return true;
        }
        let clause = self.own_clause(before);
        if self.is_replaced(clause, &text[end..]) {
            return true;
        }
        let instead = self.instead_of.iter().any(|words| clause.contains(*words));
        let is_earlier = has(clause, &self.earlier) && (instead || !has(clause, &self.current));
        if !is_earlier && !self.is_seen_earlier(&text[end..stop]) {
            return false;
        }
        // "Previous sample hemolyzed; this one is too".
        let mut later = text[stop..].split(STOPS);
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

    /// "Repeat after hemolyzed sample": that one is not here.
    fn is_replaced(&self, clause: &str, behind: &str) -> bool {
        let mut words = behind.split(|c: char| !c.is_alphanumeric());
        let sample = words.find(|word| !word.is_empty()).unwrap_or_default();
        self.samples.contains(&sample)
            && self.stands_for.iter().any(|words| clause.contains(*words))
    }

    /// "Hemolysis noted in the previous sample".
    fn is_seen_earlier(&self, behind: &str) -> bool {
        let mut words = behind.split_whitespace().peekable();
        let seen_in = |word: &&str| self.seen_in.contains(word);
        let first = words.peek().is_some_and(seen_in);
        let mut words = words.skip_while(seen_in);
        first
            && words.next().is_some_and(|word| {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                self.earlier.contains(&bare)
            })
    }
}

fn has(text: &str, list: &[&str]) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| list.contains(&word))
        || list
            .iter()
            .any(|known| known.contains(' ') && text.contains(*known))
}
