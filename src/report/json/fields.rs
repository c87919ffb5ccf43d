//! An object, field by field.

use std::ops::Range;

use serde::Serialize;

/// Appends the fields of an object, each with the comma behind it. They know where in memory they stand.
pub(super) struct Fields<'o>(pub(super) &'o mut Vec<u8>);

impl Fields<'_> {
    /// Appends a field; gives the place of its value. The name is written as it is.
    pub(super) fn add(&mut self, name: &'static str, value: impl Serialize) -> Range<usize> {
        self.0.push(b'"');
        self.0.extend_from_slice(name.as_bytes());
        self.0.extend_from_slice(b"\":");
        let start = self.0.len();
        put(&value, self.0);
        let place = start..self.0.len();
        self.0.push(b',');
        place
    }

    /// The same with the place of the text itself, within its quotes; nothing behind a null.
    pub(super) fn add_text(&mut self, name: &'static str, value: Option<&str>) -> Range<usize> {
        let place = self.add(name, value);
        match value {
            Some(_) => place.start + 1..place.end - 1,
            None => place.end..place.end,
        }
    }

    /// The last field was written.
    pub(super) fn end(self) {
        self.0.pop();
        self.0.push(b'}');
    }
}

/// Appends a value.
pub(super) fn put(value: &impl Serialize, out: &mut Vec<u8>) {
    // Writing to memory does not fail, and all keys are texts.
    let _ = serde_json::to_writer(out, value);
}
