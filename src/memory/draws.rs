//! The draws of a block: whom and when its rows are of.

use super::{DrawnNote, Numbers};
use crate::import::{PlainRow, Role};
use crate::interpret::reported::{is_control, is_no_day};
use crate::repeats::DrawnHash;
use crate::sample::{Drawn, Grouped, first_time};
use crate::text::{hash, trim};

/// Draws of a block, numbered by the cells that say who and when.
#[derive(Debug, Default)]
pub(crate) struct Draws {
    numbers: Numbers,
    by_cells: Vec<Draw>,
    notes: Vec<DrawnNote>,
    hashes: Vec<DrawnHash>,
    cells: Vec<u8>,
    /// Cells of the row before, and their number.
    last: (Vec<u8>, usize),
    key: String,
}

/// A draw of a row, as far as its cells tell it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Draw {
    /// Some cell has to be put together from others: the row has to be understood whole.
    NotPlain,
    /// Its place.
    At(u32),
}

impl Draws {
    /// A block begins, with empty memory for notes.
    pub(crate) fn begin(&mut self, notes: Vec<DrawnNote>) {
        self.numbers.clear();
        self.last.0.clear();
        self.by_cells.clear();
        self.hashes.clear();
        self.notes = notes;
    }

    /// What was noted of the block.
    pub(crate) fn take_notes(&mut self) -> Vec<DrawnNote> {
        std::mem::take(&mut self.notes)
    }

    /// The draw of a row. `new` is called for each one that was not met in this block.
    #[inline]
    pub(crate) fn of(&mut self, row: &PlainRow<'_>, new: impl FnOnce()) -> Draw {
        let mut cells = std::mem::take(&mut self.cells);
        let key = row.who(&mut cells);
        // Most rows are of the same draw as the one before.
        if self.last.0.is_empty() || self.last.0 != key {
            self.last.1 = match self.numbers.find(0, key) {
                Some(number) => number,
                None => {
                    new();
                    let by_cells = self.read(row);
                    self.by_cells.push(by_cells);
                    self.numbers.number(0, key)
                }
            };
            self.last.0.clear();
            self.last.0.extend_from_slice(key);
        }
        let number = self.last.1;
        self.cells = cells;
        self.by_cells[number]
    }

    fn read(&mut self, row: &PlainRow<'_>) -> Draw {
        let Some(drawn) = drawn(row) else {
            return Draw::NotPlain;
        };
        let grouped = Grouped::of(&drawn, &mut self.key);
        self.notes.push(DrawnNote {
            grouped,
            patient: hash(trim(drawn.patient)),
        });
        self.hashes
            .push(DrawnHash::of(grouped.sample(), drawn.collected));
        Draw::At(self.notes.len() as u32 - 1)
    }

    /// What is noted of a draw, and what its cells add to the identity of each row.
    #[inline]
    pub(crate) fn get(&self, at: u32) -> (&DrawnNote, DrawnHash) {
        (&self.notes[at as usize], self.hashes[at as usize])
    }
}

/// Patient, sample and time of collection of a row that may be judged by its cells: of a patient, at a stated time.
pub(crate) fn patient_cells<'r>(row: &'r PlainRow<'_>) -> Option<[&'r str; 3]> {
    let cells = [
        row.text(Role::Patient)?,
        row.text(Role::Sample)?,
        row.text(Role::Collected)?,
    ];
    let [patient, sample, collected] = cells;
    let is_control = is_control(patient) || is_control(sample) || is_no_day(collected, || true);
    let judged = !is_control && !trim(collected).is_empty();
    judged.then_some(cells)
}

/// Whom and when a row is of; `None` where a cell has to be put together from others.
fn drawn<'r>(row: &'r PlainRow<'_>) -> Option<Drawn<'r>> {
    row.text(Role::Birth)?;
    let collected = row.text(Role::Collected)?;
    let times = [
        collected,
        row.text(Role::Received)?,
        row.text(Role::Reported)?,
    ];
    Some(Drawn {
        patient: row.text(Role::Patient)?,
        sample: row.text(Role::Sample)?,
        collected,
        time: first_time(&times),
        time_unread: row.time_unread,
        record: row.record(),
        column: None,
    })
}
