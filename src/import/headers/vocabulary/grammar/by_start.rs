//! The words of headers by the character with which they begin: every header that is known no other way is asked for them.

use std::cmp::Reverse;
use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::words::{self, Word};

pub(super) static LIMITS: LazyLock<ByStart> = LazyLock::new(|| ByStart::of(words::LIMITS));
pub(super) static PERSONS: LazyLock<ByStart> = LazyLock::new(|| ByStart::of(words::PERSONS));
pub(super) static STATUSES: LazyLock<ByStart> = LazyLock::new(|| ByStart::of(words::STATUSES));
pub(super) static CONDITIONS: LazyLock<ByStart> = LazyLock::new(|| ByStart::of(words::CONDITIONS));
pub(super) static LATER: LazyLock<ByStart> = LazyLock::new(|| ByStart::of(words::LATER));

/// Words of one kind of header, those that begin alike together, the longest first.
pub(super) struct ByStart(HashMap<char, Vec<(&'static str, Word)>>);

impl ByStart {
    fn of(kinds: &[(Word, &'static str)]) -> ByStart {
        let mut by_start: HashMap<char, Vec<(&str, Word)>> = HashMap::new();
        for (kind, words) in kinds {
            for word in words.split_whitespace() {
                if let Some(start) = word.chars().next() {
                    by_start.entry(start).or_default().push((word, *kind));
                }
            }
        }
        for words in by_start.values_mut() {
            words.sort_by_key(|(word, _)| Reverse(word.len()));
        }
        ByStart(by_start)
    }

    /// The words with which a text begins, the longest first.
    pub(super) fn that_begin(&self, text: &str) -> impl Iterator<Item = (&'static str, Word)> {
        let words = text.chars().next().and_then(|start| self.0.get(&start));
        { words.into_iter().flatten() }
            .copied()
            .filter(move |(word, _)| text.starts_with(word))
    }
}
