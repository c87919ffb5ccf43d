//! What was found out about rows, by the bytes of the cells that say it.
//!
//! A row's wording (which analyte, in which specimen and unit) and the rest of what it says are
//! remembered apart: many names mean the same, and then what is said beside them is the same. Nothing
//! is remembered here that was not found out by the way that every row can take; a row of which
//! nothing is remembered takes it.

mod persons;

use std::hash::BuildHasher;
use std::rc::Rc;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use crate::import::PlainRow;
use crate::resolve::Resolution;

pub(crate) use persons::Persons;

/// Bytes of cells remembered at most, for each row that may be remembered.
const BYTES: usize = 80;

/// Different byte strings, numbered in the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    bytes: Vec<u8>,
    index: HashTable<Numbered>,
}

/// A string by its place among the bytes.
#[derive(Clone, Copy, Debug)]
struct Numbered {
    number: u32,
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
    pub(crate) fn find(&self, key: &[u8]) -> Option<usize> {
        let is =
            |known: &Numbered| known.length as usize == key.len() && known.of(&self.bytes) == key;
        self.index
            .find(hash(key), is)
            .map(|known| known.number as usize)
    }

    /// The number of a string, a new one if it has none.
    pub(crate) fn number(&mut self, key: &[u8]) -> usize {
        if let Some(number) = self.find(key) {
            return number;
        }
        let new = Numbered {
            number: self.index.len() as u32,
            start: self.bytes.len() as u32,
            length: key.len() as u32,
        };
        self.bytes.extend_from_slice(key);
        let bytes = &self.bytes;
        self.index
            .insert_unique(hash(key), new, |known| hash(known.of(bytes)));
        new.number as usize
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.index.len()
    }

    /// True if one more than so many would be too many.
    fn is_full(&self, most: usize) -> bool {
        most <= self.index.len() || most * BYTES <= self.bytes.len()
    }
}

fn hash(key: &[u8]) -> u64 {
    FixedState::with_seed(0).hash_one(key)
}

/// What a pass remembers of wordings (`W`) and of what is said in them (`S`).
#[derive(Debug)]
pub(crate) struct Memory<'r, W, S> {
    wordings: Numbers,
    /// By number of the wording: by what the rest is remembered, and what the pass knows.
    worded: Vec<(u32, W)>,
    meanings: Vec<Rc<Resolution<'r>>>,
    rests: Numbers,
    said: Vec<S>,
    /// The cells last asked for.
    wording: Vec<u8>,
    rest: Vec<u8>,
    by_meaning: bool,
    /// They are of the row at hand, and nothing answered it yet.
    asked: bool,
    /// Rows remembered at most.
    most: usize,
    /// Rows that there was no room for.
    missed: usize,
    /// Marks of rows that were met.
    met: Vec<u16>,
}

/// Marks of rows that were met, at most.
const MET: usize = 1 << 16;

impl<W, S> Memory<'_, W, S> {
    /// Remembers at most so many rows.
    pub(crate) fn of(most: usize) -> Self {
        Memory {
            wordings: Numbers::default(),
            worded: Vec::new(),
            meanings: Vec::new(),
            rests: Numbers::default(),
            said: Vec::new(),
            wording: Vec::new(),
            rest: Vec::new(),
            by_meaning: false,
            asked: false,
            most,
            missed: 0,
            met: Vec::new(),
        }
    }
}

/// Before the rest: by what it is remembered.
const BY: usize = size_of::<u32>();

impl<'r, W, S> Memory<'r, W, S> {
    /// What is known of a row with these cells.
    #[inline]
    pub(crate) fn ask(&mut self, row: &PlainRow<'_>) -> Option<(&W, &mut S)> {
        let wording = self.ask_wording(row)?;
        self.ask_rest(wording, row)
    }

    /// The number of the wording of a row with these cells. What else the row says may be asked for
    /// next.
    #[inline]
    pub(crate) fn ask_wording(&mut self, row: &PlainRow<'_>) -> Option<usize> {
        self.wording.clear();
        row.wording(&mut self.wording);
        self.asked = false;
        let wording = self.wordings.find(&self.wording);
        if wording.is_none() {
            // There is something to be learned.
            self.note_rest(row);
        }
        wording
    }

    /// What is known of a wording.
    #[inline]
    pub(crate) fn worded(&self, wording: usize) -> &W {
        &self.worded[wording].1
    }

    /// What is known of a row with this wording and these cells beside it.
    #[inline]
    pub(crate) fn ask_rest(&mut self, wording: usize, row: &PlainRow<'_>) -> Option<(&W, &mut S)> {
        self.note_rest(row);
        let (by, worded) = &self.worded[wording];
        self.rest[..BY].copy_from_slice(&by.to_le_bytes());
        let rest = self.rests.find(&self.rest)?;
        Some((worded, &mut self.said[rest]))
    }

    #[inline]
    fn note_rest(&mut self, row: &PlainRow<'_>) {
        self.rest.clear();
        self.rest.extend_from_slice(&[0; BY]);
        row.rest(&mut self.rest);
        self.by_meaning = row.is_by_meaning();
        self.asked = true;
    }

    /// What was known was enough.
    pub(crate) fn answered(&mut self) {
        self.asked = false;
    }

    /// True once if the row last asked for was not answered: then there is something to be learned.
    pub(crate) fn was_asked(&mut self) -> bool {
        std::mem::take(&mut self.asked)
    }

    /// What is remembered of the wording of the row last asked for, which means this without a unit
    /// beside its number; found out if nothing is.
    pub(crate) fn wording(
        &mut self,
        resolution: &Rc<Resolution<'r>>,
        worded: impl FnOnce() -> W,
    ) -> &W {
        let wording = self.wordings.number(&self.wording);
        if self.worded.len() < self.wordings.len() {
            let by = if self.by_meaning {
                self.meaning(resolution)
            } else {
                wording as u32
            };
            self.worded.push((by, worded()));
        }
        let (by, worded) = &self.worded[wording];
        self.rest[..BY].copy_from_slice(&by.to_le_bytes());
        worded
    }

    /// What is remembered of what it says, this if nothing is. Its wording comes first.
    pub(crate) fn learn(&mut self, said: S) -> &mut S {
        let rest = self.rests.number(&self.rest);
        if self.said.len() < self.rests.len() {
            self.said.push(said);
        }
        &mut self.said[rest]
    }

    fn meaning(&mut self, resolution: &Rc<Resolution<'r>>) -> u32 {
        let same = |known: &Rc<Resolution<'_>>| known.means_the_same_as(resolution);
        let known = self.meanings.iter().position(same);
        known.unwrap_or_else(|| {
            self.meanings.push(Rc::clone(resolution));
            self.meanings.len() - 1
        }) as u32
    }

    /// True if there is room for a row. What is remembered stays until there was no room for twice as
    /// much: then the rows have changed, and it is forgotten.
    pub(crate) fn has_room(&mut self) -> bool {
        if self.most <= 2 * self.rests.len() && !self.was_met() {
            return false;
        }
        if !self.rests.is_full(self.most) && !self.wordings.is_full(self.most) {
            return true;
        }
        self.missed += 1;
        if self.missed <= 2 * self.most {
            return false;
        }
        *self = Memory {
            wording: std::mem::take(&mut self.wording),
            rest: std::mem::take(&mut self.rest),
            by_meaning: self.by_meaning,
            met: std::mem::take(&mut self.met),
            ..Memory::of(self.most)
        };
        true
    }

    /// True if the row last asked for was met before, as far as marks tell: half of all different rows
    /// come once, and the second half of the memory is not for them.
    fn was_met(&mut self) -> bool {
        self.met.resize(MET, 0);
        let hash = hash(&self.rest);
        // Never the mark of none.
        let mark = (hash >> (u64::BITS - u16::BITS)) as u16 | 1;
        let place = &mut self.met[hash as usize % MET];
        std::mem::replace(place, mark) == mark
    }

    /// True if nothing is remembered.
    pub(crate) fn is_empty(&self) -> bool {
        self.rests.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_string_has_one_number() {
        let mut numbers = Numbers::default();
        for key in ["a", "", "b", "a", "ab", ""] {
            numbers.number(key.as_bytes());
        }
        let found = |key: &str| numbers.find(key.as_bytes());
        assert_eq!(
            ["a", "", "b", "ab", "c"].map(found),
            [Some(0), Some(1), Some(2), Some(3), None]
        );
        assert_eq!(numbers.len(), 4);
    }
}
