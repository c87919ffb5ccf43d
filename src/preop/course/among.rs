//! Some of the results of a course, each once.

use std::collections::HashSet;

use crate::preop::entry::Entry;

/// Some of the results of a course.
#[derive(Debug, Default)]
pub(super) struct Among<'e> {
    pub(super) entries: Vec<&'e Entry>,
    known: HashSet<*const Entry>,
}

impl<'e> Among<'e> {
    pub(super) fn add(&mut self, entry: &'e Entry) {
        if self.known.insert(entry) {
            self.entries.push(entry);
        }
    }

    pub(super) fn contains(&self, entry: &Entry) -> bool {
        self.known.contains(&std::ptr::from_ref(entry))
    }
}

impl<'e> FromIterator<&'e Entry> for Among<'e> {
    fn from_iter<I: IntoIterator<Item = &'e Entry>>(entries: I) -> Among<'e> {
        let mut among = Among::default();
        entries.into_iter().for_each(|entry| among.add(entry));
        among
    }
}
