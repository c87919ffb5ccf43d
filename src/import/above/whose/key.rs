//! A key of a line above a table, and whether another line states something else behind it.

use crate::age::Age;
use crate::import::role::Role;
use crate::import::vocabulary;
use crate::person::Sex;

/// A key of a line with what stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    pub(super) folded: String,
    pub(super) role: Role,
    pub(super) value: String,
}

impl Key {
    /// "Smith John" and "Smith John, Page 2" are one.
    pub(super) fn differs(&self, other: &Key) -> bool {
        let (own, other) = (self.value.as_str(), other.value.as_str());
        !self.reads_alike(own, other) && !continues(own, other) && !continues(other, own)
    }

    /// True for one thing in two ways of writing: M and Male, 45 and 45 years, 0110 and 110, "Smith John" and "John Smith".
    fn reads_alike(&self, own: &str, other: &str) -> bool {
        if vocabulary::fold(own) == vocabulary::fold(other) {
            return true;
        }
        match self.role {
            Role::Sex => Sex::read(own) != Sex::Unknown && Sex::read(own) == Sex::read(other),
            Role::Age => {
                Age::read(own, "") != Age::Unknown && Age::read(own, "") == Age::read(other, "")
            }
            _ => words(own) == words(other),
        }
    }
}

/// True if nothing but what stands in brackets or behind a comma comes on top.
fn continues(long: &str, short: &str) -> bool {
    let rest = long.strip_prefix(short);
    rest.is_some_and(|rest| rest.trim_start().starts_with([',', '(']))
}

/// The words of a text, without the zeros in front of a number. Those of a name are in any order; numbers are not: two days may
/// differ in nothing else.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let mut words: Vec<String> = words
        .map(|word| word.trim_start_matches('0').to_string())
        .filter(|word| !word.is_empty())
        .collect();
    if !text.contains(|c: char| c.is_numeric()) {
        words.sort_unstable();
    }
    words
}
