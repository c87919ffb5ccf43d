//! What was found out about rows, by the bytes of the cells that say it.
//!
//! A row's wording (which analyte, in which specimen and unit), what it says beside its number, and the number
//! are remembered apart: many names mean the same, and most numbers between two limits are judged alike
//! (`interpret::bands`). Nothing is remembered here that was not found out by the way that every row
//! can take; a row of which nothing is remembered takes it. What is remembered has numbers, the same for all
//! threads; the passes behind the first one go by these (`notes`).

mod chains;
mod classes;
mod common;
mod draws;
mod notes;
mod numbers;
mod persons;
mod shared;

use std::sync::Arc;

use crate::import::PlainRow;
use crate::interpret::Bands;
use crate::value::PlainNumber;

pub(crate) use chains::Chains;
pub(crate) use classes::{ClassNumbers, Classes, Pair, Whom};
pub(crate) use common::{ByNumber, Common};
pub(crate) use draws::{Draw, Draws, patient_cells};
pub(crate) use notes::{DrawnNote, Noted, Notes, RowNote, Said};
pub(crate) use numbers::{Numbers, number_among};
pub(crate) use persons::Persons;
use shared::{Cells, Learned};
pub(crate) use shared::{Found, Shared};

/// What a thread remembers of wordings (`W`) and of what is said in them (`S`).
#[derive(Debug)]
pub(crate) struct Memory<'s, 'r, W, S> {
    shared: &'s Shared<'r, W, S>,
    generation: u32,
    /// Wordings with what is said beside them, to be found in one step; and where both are known.
    together: Numbers,
    both: Vec<(u32, u32, Template)>,
    wordings: Numbers,
    worded: Vec<Worded<W>>,
    beside: Numbers,
    templates: Vec<Template>,
    /// Different bands.
    bands: Vec<Arc<Option<Bands>>>,
    /// By template and band: what is said then.
    banded: Vec<u32>,
    /// What is said with a value that is of no band.
    exact: Numbers,
    /// By number among `exact`.
    exactly: Vec<u32>,
    said: Vec<(Said, S)>,
    /// Cells of the row last asked for.
    cells: Cells,
    /// It was not answered yet.
    asked: bool,
    /// Memory for cells that are not beside each other.
    keys: [Vec<u8>; 3],
    /// Marks of rows that were met.
    met: Vec<u16>,
}

/// A wording.
#[derive(Debug)]
struct Worded<W> {
    /// By what the rest is remembered: one for all that mean the same.
    by: u32,
    number: u32,
    known: W,
}

/// What rows say beside their number.
#[derive(Clone, Copy, Debug)]
struct Template {
    /// Place of its bands.
    bands: u32,
    /// Where in `banded` the first of them is.
    start: u32,
}

impl Template {
    #[inline]
    fn band(self, all: &[Arc<Option<Bands>>], number: Option<PlainNumber>) -> Option<usize> {
        let bands = &*all[self.bands as usize];
        bands.as_ref()?.of(number?)
    }
}

/// Nothing is known.
const NONE: u32 = u32::MAX;

impl Cells {
    fn copy(&mut self, row: &PlainRow<'_>, key: &mut Vec<u8>) {
        for cells in [&mut self.wording, &mut self.beside, &mut self.value] {
            cells.clear();
        }
        self.wording.extend_from_slice(row.wording(key));
        self.beside.extend_from_slice(row.beside(key));
        self.value.extend_from_slice(row.value(key));
        self.number = row.number();
        self.by_meaning = row.is_by_meaning();
    }
}

/// What is known of a row.
pub(crate) struct Known<'k, W, S> {
    pub(crate) worded: &'k W,
    pub(crate) wording: u32,
    pub(crate) told: &'k S,
    pub(crate) said: Said,
}

impl<'s, 'r, W: Clone, S: Clone> Memory<'s, 'r, W, S> {
    /// A memory that shares its numbers with others.
    pub(crate) fn of(shared: &'s Shared<'r, W, S>) -> Self {
        Memory {
            generation: shared.generation(),
            shared,
            together: Numbers::default(),
            both: Vec::new(),
            wordings: Numbers::default(),
            worded: Vec::new(),
            beside: Numbers::default(),
            templates: Vec::new(),
            bands: Vec::new(),
            banded: Vec::new(),
            exact: Numbers::default(),
            exactly: Vec::new(),
            said: Vec::new(),
            cells: Cells::default(),
            asked: false,
            keys: Default::default(),
            met: Vec::new(),
        }
    }

    /// A block begins. Gives the generation of its numbers: what others found to be outdated is forgotten.
    pub(crate) fn begin(&mut self) -> u32 {
        self.asked = false;
        let generation = self.shared.generation();
        if generation != self.generation {
            *self = Memory {
                met: std::mem::take(&mut self.met),
                ..Memory::of(self.shared)
            };
        }
        self.generation
    }

    /// A row begins.
    #[inline]
    pub(crate) fn begin_row(&mut self) {
        self.asked = false;
    }

    /// What is known of a row with these cells.
    #[inline]
    pub(crate) fn ask(&mut self, row: &PlainRow<'_>) -> Option<Known<'_, W, S>> {
        // What is taken of it beside its value hangs on the value: nothing of that holds for others.
        if row.differs_in_itself() {
            return None;
        }
        let (wording, said) = match self.find(row) {
            Some(found) => found,
            None => self.ask_others(row)?,
        };
        Some(self.known(wording, said))
    }

    /// What another thread found out. If none did, there is something to be learned.
    #[cold]
    fn ask_others(&mut self, row: &PlainRow<'_>) -> Option<(usize, u32)> {
        self.cells.copy(row, &mut self.keys[0]);
        let learned = self.shared.find(self.generation, &self.cells);
        self.asked = learned.is_none();
        Some(self.keep(learned?))
    }

    fn known(&self, wording: usize, said: u32) -> Known<'_, W, S> {
        let worded = &self.worded[wording];
        let (number, told) = &self.said[said as usize];
        Known {
            worded: &worded.known,
            wording: worded.number,
            told,
            said: *number,
        }
    }

    #[inline]
    fn find(&mut self, row: &PlainRow<'_>) -> Option<(usize, u32)> {
        let [first, second, third] = &mut self.keys;
        let key = row.together(first);
        // The same bytes cut in another place are another row.
        let cut = key[0].len() as u32;
        let (wording, at, template) = match self.together.find_joined(cut, key) {
            Some(known) => self.both[known],
            None => {
                let wording = self.wordings.find(0, row.wording(second))?;
                let by = self.worded[wording].by;
                let at = self.beside.find(by, row.beside(third))?;
                let both = (wording as u32, at as u32, self.templates[at]);
                if self.both.len() < self.shared.most() {
                    self.together.number_joined(cut, key);
                    self.both.push(both);
                }
                both
            }
        };
        let number = row.number();
        let said = match template.band(&self.bands, number) {
            Some(band) => self.banded[template.start as usize + band],
            None => self.exactly[self.exact.find(at, row.value(second))?],
        };
        (said != NONE).then_some((wording as usize, said))
    }

    /// True if the row at hand was asked for and not answered: then there is something to be learned.
    pub(crate) fn was_asked(&self) -> bool {
        self.asked
    }

    /// Remembers what was found out about the row last asked for, which has no unit beside its number. Gives what
    /// it is known by from now on; nothing if there is no room.
    pub(crate) fn learn(
        &mut self,
        row: Found<'_, 'r, impl FnOnce() -> Option<Bands>, impl FnOnce() -> W, S>,
    ) -> Option<Known<'_, W, S>> {
        let (cells, met) = (&self.cells, &mut self.met);
        let was_met = || {
            let value = numbers::hash(1, &cells.value);
            was_met(met, numbers::hash(0, &cells.beside) ^ value)
        };
        let (shared, generation) = (self.shared, self.generation);
        let learned = shared.learn(generation, cells, was_met, row);
        let (wording, said) = self.keep(learned?);
        Some(self.known(wording, said))
    }

    /// Keeps what is known of the row last asked for, by its cells.
    fn keep(&mut self, learned: Learned<W, S>) -> (usize, u32) {
        let cells = &self.cells;
        let wording = self.wordings.number(0, &cells.wording);
        if self.worded.len() < self.wordings.len() {
            self.worded.push(Worded {
                by: learned.by,
                number: learned.wording,
                known: learned.worded,
            });
        }
        let at = self.beside.number(learned.by, &cells.beside);
        if self.templates.len() < self.beside.len() {
            let same = |known: &Arc<_>| Arc::ptr_eq(known, &learned.bands);
            let place = number_among(&mut self.bands, same, || Arc::clone(&learned.bands));
            self.templates.push(Template {
                bands: place,
                start: self.banded.len() as u32,
            });
            let bands = Option::as_ref(&learned.bands).map_or(0, Bands::len);
            self.banded.resize(self.banded.len() + bands, NONE);
        }
        let template = self.templates[at];
        let known = match template.band(&self.bands, self.cells.number) {
            Some(band) => &mut self.banded[template.start as usize + band],
            None => {
                let place = self.exact.number(at as u32, &self.cells.value);
                if self.exactly.len() < self.exact.len() {
                    self.exactly.push(NONE);
                }
                &mut self.exactly[place]
            }
        };
        if *known == NONE {
            *known = self.said.len() as u32;
            self.said.push((learned.said, learned.told));
        }
        (wording, *known)
    }
}

/// Marks of rows that were met, at most.
const MET: usize = 1 << 16;

/// True if a row with this hash was met before, as far as marks tell.
fn was_met(met: &mut Vec<u16>, hash: u64) -> bool {
    met.resize(MET, 0);
    // Never the mark of none.
    let mark = (hash >> (u64::BITS - u16::BITS)) as u16 | 1;
    let place = &mut met[hash as usize % MET];
    std::mem::replace(place, mark) == mark
}
