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
    hash: u64,
    number: u32,
    beside: u32,
    start: u32,
    length: u32,
}

impl Numbered {
    /// True if it consists of these pieces.
    #[inline]
    fn is<const N: usize>(self, bytes: &[u8], pieces: [&[u8]; N]) -> bool {
        let mut rest = &bytes[self.start as usize..(self.start + self.length) as usize];
        pieces
            .iter()
            .all(|piece| match rest.split_at_checked(piece.len()) {
                Some((start, behind)) => {
                    rest = behind;
                    start == *piece
                }
                None => false,
            })
            && rest.is_empty()
    }
}

impl Numbers {
    /// The number of a string, if it has one.
    #[inline]
    pub(crate) fn find(&self, beside: u32, key: &[u8]) -> Option<usize> {
        self.find_joined(beside, [key])
    }

    /// The number of a string, a new one if it has none.
    pub(crate) fn number(&mut self, beside: u32, key: &[u8]) -> usize {
        self.number_joined(beside, [key])
    }

    /// The number of a string in pieces, if it was given one in the same pieces.
    #[inline]
    pub(crate) fn find_joined<const N: usize>(
        &self,
        beside: u32,
        pieces: [&[u8]; N],
    ) -> Option<usize> {
        let hash = hash_joined(beside, pieces);
        let is = |known: &Numbered| {
            known.hash == hash && known.beside == beside && known.is(&self.bytes, pieces)
        };
        let known = self.index.find(hash, is);
        known.map(|known| known.number as usize)
    }

    /// The number of a string in pieces, a new one if it has none. Who cuts strings differently tells them apart by what
    /// they are beside.
    pub(crate) fn number_joined<const N: usize>(
        &mut self,
        beside: u32,
        pieces: [&[u8]; N],
    ) -> usize {
        if let Some(number) = self.find_joined(beside, pieces) {
            return number;
        }
        let start = self.bytes.len();
        for piece in pieces {
            self.bytes.extend_from_slice(piece);
        }
        let new = Numbered {
            hash: hash_joined(beside, pieces),
            number: self.index.len() as u32,
            beside,
            start: start as u32,
            length: (self.bytes.len() - start) as u32,
        };
        self.index.insert_unique(new.hash, new, |known| known.hash);
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
    hash_joined(beside, [key])
}

#[inline]
fn hash_joined<const N: usize>(beside: u32, pieces: [&[u8]; N]) -> u64 {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    hasher.write_u32(beside);
    for piece in pieces {
        hasher.write(piece);
    }
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
        // The same bytes in other pieces are another string, by what they are beside.
        let pieces = |numbers: &mut Numbers, first: &[u8], second: &[u8]| {
            numbers.number_joined(first.len() as u32 + 2, [first, second])
        };
        assert_eq!(pieces(&mut numbers, b"ab", b"c"), 4);
        assert_eq!(pieces(&mut numbers, b"a", b"bc"), 5);
        assert_eq!(pieces(&mut numbers, b"ab", b"c"), 4);
        assert_eq!(numbers.find(4, b"abcd"), None);
        numbers.clear();
        assert_eq!((numbers.len(), numbers.find(0, b"a")), (0, None));
    }
}
