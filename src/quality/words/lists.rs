//! Lists that are denied as one: "no hemolysis, icterus or lipemia"; "hemolysis, icterus, lipemia: negative".

use super::grammar::Grammar;

/// What belongs to a list on one side of a word of it, or on both.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct List<'t> {
    /// Where it begins, if the word is not its first.
    pub(super) start: Option<usize>,
    /// The words beside the one.
    others: usize,
    /// "or" or a stroke stands between two of them.
    with_or: bool,
    /// "and", "or" or a stroke stands before the last of them.
    closed: bool,
    /// What stands behind its last word.
    pub(super) rest: &'t str,
}

impl List<'_> {
    /// The whole list, of its parts on both sides of a word.
    pub(super) fn and(&self, behind: &List<'_>) -> List<'static> {
        List {
            start: self.start,
            others: self.others + behind.others,
            with_or: self.with_or || behind.with_or,
            closed: behind.closed || (behind.others == 0 && self.closed),
            rest: "",
        }
    }

    /// Who denies the first of it denies all: not of two with a comma or an "and" ("not icteric, hemolyzed").
    pub(super) fn is_denied_as_one(&self) -> bool {
        self.with_or || 1 < self.others
    }

    /// Whether the answer behind its last word is one for all of it. Without a colon only where the list is closed:
    /// not in "hemolysis, icterus negative".
    pub(super) fn is_answered_as_one(&self, answer: &str) -> bool {
        let set_off = answer.trim_start().starts_with([':', '=', '(']);
        match self.others {
            0 => false,
            1 => set_off && self.closed,
            _ => set_off || self.closed,
        }
    }
}

/// Where a word of a list ends.
const ENDS: &[char] = &[
    ' ', ',', '/', '+', '\'', ':', '=', '(', ')', ';', '.', '!', '?', '\n',
];

impl Grammar {
    /// The part of a list that stands before a word.
    pub(super) fn list_in_front<'t>(&self, before: &'t str) -> List<'t> {
        let mut list = List::default();
        let mut rest = before;
        loop {
            let mut joined = rest.trim_end();
            // What stands between: a comma, a stroke, words.
            let (mut between, mut with_or, mut closed) = (false, false, false);
            loop {
                let bare = joined.trim_end_matches([' ', '\'']);
                if let Some(front) = bare.strip_suffix(['/', '+']) {
                    (joined, between, with_or, closed) = (front, true, true, true);
                } else if let Some(front) = bare.strip_suffix(',') {
                    (joined, between) = (front, true);
                } else {
                    let at = bare.rfind([' ', ',', '/', '\'']).map_or(0, |at| at + 1);
                    let word = &bare[at..];
                    if self.or.contains(&word) {
                        (joined, between, with_or, closed) = (&bare[..at], true, true, true);
                    } else if self.and.contains(&word) {
                        (joined, between, closed) = (&bare[..at], true, true);
                    } else {
                        joined = bare;
                        break;
                    }
                }
            }
            let at = joined
                .rfind([' ', ',', '/', '\'', '('])
                .map_or(0, |at| at + 1);
            let begins = |stem: &&str| joined[at..].starts_with(*stem);
            if !between || !self.listed.iter().any(begins) {
                // "Or" before what is no list still says that this one stands for all behind it.
                list.with_or |= with_or;
                return list;
            }
            if list.others == 0 {
                list.closed = closed;
            }
            list.others += 1;
            list.with_or |= with_or;
            list.start = Some(at);
            rest = &joined[..at];
        }
    }

    /// The part of a list that stands behind a word.
    pub(super) fn list_behind<'t>(&self, behind: &'t str) -> List<'t> {
        let mut list = List {
            rest: behind,
            ..List::default()
        };
        let (mut between, mut with_or, mut closed) = (false, false, false);
        let mut text = behind;
        loop {
            text = text.trim_start_matches([' ', '\'']);
            if let Some(rest) = text.strip_prefix(['/', '+']) {
                (text, between, with_or, closed) = (rest, true, true, true);
                continue;
            }
            if let Some(rest) = text.strip_prefix(',') {
                (text, between) = (rest, true);
                continue;
            }
            let (word, rest) = text.split_at(text.find(ENDS).unwrap_or(text.len()));
            if self.or.contains(&word) {
                (between, with_or, closed) = (true, true, true);
            } else if self.and.contains(&word) {
                (between, closed) = (true, true);
            } else if between && self.listed.iter().any(|stem| word.starts_with(*stem)) {
                list.others += 1;
                list.with_or |= with_or;
                list.closed = closed;
                list.rest = rest;
                (between, with_or, closed) = (false, false, false);
            } else {
                return list;
            }
            text = rest;
        }
    }
}
