//! The lines of a regular block of which something was noted: nothing is split into cells but what has to be
//! understood.

use std::cell::{Cell, OnceCell, RefCell};
use std::io::Read;

use memchr::{memchr, memchr_iter};
use simd_csv::ZeroCopyReader;

use super::{PlainColumns, PlainRow};
use crate::error::Result;
use crate::import::Export;
use crate::import::blocks::Block;
use crate::import::companions::patients::PatientJoin;
use crate::import::plan::Plan;
use crate::import::rows::{Understood, Unknown};
use crate::memory::RowNote;
use crate::observation::Observation;

/// A pass over the rows of an export of which something was noted before.
pub(crate) trait NotedPass {
    /// Takes a row by what was noted of it, if that is enough; otherwise it will be given whole.
    fn noted(&mut self, row: &NotedRow<'_>) -> bool;

    /// Takes a row.
    fn whole(&mut self, row: Observation<'_>) -> Result<()>;
}

impl Export {
    /// Gives the rows of a block to a pass. `quickly`: what was noted of them may be enough.
    pub(crate) fn read_noted(
        &self,
        block: &Block,
        notes: &[RowNote],
        quickly: bool,
        pass: &mut impl NotedPass,
    ) -> Result<Unknown> {
        match self.regular(block, quickly)? {
            Some((plan, columns)) => self.read_lines(block, notes, (plan, &columns), pass),
            None => self.read_whole(block, |row| pass.whole(row)),
        }
    }

    /// Every line is a record: nothing is split into cells but what has to be understood.
    fn read_lines(
        &self,
        block: &Block,
        notes: &[RowNote],
        (plan, columns): (&Plan, &PlainColumns),
        pass: &mut impl NotedPass,
    ) -> Result<Unknown> {
        let mut understood = Understood::new(self, plan);
        let at_hand = AtHand::default();
        let reader = RefCell::new(self.csv(LINE).from_reader(&at_hand));
        let (mut start, mut line) = (0, block.line);
        let ends = memchr_iter(b'\n', &block.text).chain(
            // The last line of a file may have no end.
            (block.text.last() != Some(&b'\n')).then_some(block.text.len()),
        );
        let mut notes = notes.iter();
        for end in ends {
            let row = NotedRow {
                text: &block.text[start..end],
                with_end: &block.text[start..block.text.len().min(end + 1)],
                note: notes.next().copied().unwrap_or(RowNote::NOTHING),
                line,
                at_hand: &at_hand,
                reader: &reader,
                columns,
                age_unit: plan.age_unit,
                joins: &self.patient_joins,
            };
            if !pass.noted(&row) {
                let changed = || self.opened.source.changed();
                let filled = row.split(|row| row.fill(understood.record()));
                filled.ok_or_else(changed)?;
                self.understand(&mut understood, line, |row| pass.whole(row))?;
            }
            line += 1;
            start = end + 1;
        }
        Ok(understood.unknown().clone())
    }
}

/// Bytes of a line that are split at a time.
const LINE: usize = 4 * 1024;

/// A row of a regular block of which something was noted.
pub(crate) struct NotedRow<'r> {
    /// Its line, without the end.
    text: &'r [u8],
    with_end: &'r [u8],
    /// What was noted.
    pub(crate) note: RowNote,
    pub(crate) line: u64,
    at_hand: &'r AtHand<'r>,
    reader: &'r RefCell<ZeroCopyReader<&'r AtHand<'r>>>,
    columns: &'r PlainColumns,
    age_unit: &'static str,
    joins: &'r [PatientJoin],
}

/// A line that is to be split: the reader is given one after the other.
#[derive(Default)]
struct AtHand<'r>(Cell<&'r [u8]>);

impl Read for &AtHand<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let mut line = self.0.get();
        let length = line.read(buffer)?;
        self.0.set(line);
        Ok(length)
    }
}

impl<'r> NotedRow<'r> {
    /// The cell of the value, where its place was noted; empty otherwise.
    #[inline]
    pub(crate) fn value(&self) -> &'r [u8] {
        self.text.get(self.note.value()).unwrap_or_default()
    }

    /// What is found in its cells; `None` if they cannot be read, too.
    pub(crate) fn split<T>(&self, find: impl FnOnce(&PlainRow<'_>) -> Option<T>) -> Option<T> {
        let text = std::str::from_utf8(self.text).ok()?;
        // With its end, so that the reader looks no further.
        self.at_hand.0.set(self.with_end);
        let mut reader = self.reader.borrow_mut();
        let cells = reader.read_byte_record().ok()??;
        find(&PlainRow {
            text,
            cells: &cells,
            quoted: memchr(b'"', cells.as_slice()).is_some(),
            columns: self.columns,
            line: self.line,
            age_unit: self.age_unit,
            joins: self.joins,
            joined: OnceCell::new(),
        })
    }
}
