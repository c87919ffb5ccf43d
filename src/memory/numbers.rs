//! Byte strings, numbered.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// Different byte strings, each beside a number, numbered in the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    bytes: Vec<u8>,
    index: HashTable<Numbered>,
}

/// A string by its place among the bytes.
#[derive(Clone, Copy, Debug)]
struct Numbered {
    number: u32,
    beside: u32,
    start: u32,
    length: u32,
}

impl Numbered {
    #[inline]
    fn of(self, bytes: &[u8]) -> &[u8] {
        &bytes[self.start as usize..(self.start + self.length) as usize]
    }
}

impl Numbers {
    /// The number of a string, if it has one.
    #[inline]
    pub(crate) fn find(&self, beside: u32, key: &[u8]) -> Option<usize> {
        let is = |known: &Numbered| known.beside == beside && known.of(&self.bytes) == key;
        self.index
            .find(hash(beside, key), is)
            .map(|known| known.number as usize)
    }

    /// The number of a string, a new one if it has none.
    pub(crate) fn number(&mut self, beside: u32, key: &[u8]) -> usize {
        if let Some(number) = self.find(beside, key) {
            return number;
        }
        let new = Numbered {
            number: self.index.len() as u32,
            beside,
            start: self.bytes.len() as u32,
            length: key.len() as u32,
        };
        self.bytes.extend_from_slice(key);
        let bytes = &self.bytes;
        self.index.insert_unique(hash(beside, key), new, |known| {
            hash(known.beside, known.of(bytes))
        });
        new.number as usize
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.index.len()
    }

    /// How many bytes they take.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Forgets all of them, and keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.index.clear();
    }
}

/// The number of a thing among those that are known, each by its place; a new one if it is not among them.
pub(crate) fn number_among<T>(
    known: &mut Vec<T>,
    is: impl Fn(&T) -> bool,
    new: impl FnOnce() -> T,
) -> u32 {
    let place = known.iter().position(is).unwrap_or_else(|| {
        known.push(new());
        known.len() - 1
    });
    place as u32
}

#[inline]
pub(super) fn hash(beside: u32, key: &[u8]) -> u64 {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    hasher.write_u32(beside);
    hasher.write(key);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_string_has_one_number() {
        let mut numbers = Numbers::default();
        for (beside, key) in [(0, "a"), (0, ""), (0, "b"), (0, "a"), (1, "a"), (0, "")] {
            numbers.number(beside, key.as_bytes());
        }
        let found = |(beside, key): (u32, &str)| numbers.find(beside, key.as_bytes());
        assert_eq!(
            [(0, "a"), (0, ""), (0, "b"), (1, "a"), (1, "b")].map(found),
            [Some(0), Some(1), Some(2), Some(3), None]
        );
        assert_eq!((numbers.len(), numbers.bytes()), (4, 3));
        numbers.clear();
        assert_eq!((numbers.len(), numbers.find(0, b"a")), (0, None));
    }
}
