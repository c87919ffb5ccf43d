//! The lines of a regular block of which something was noted: nothing is split into cells but what has to be
//! understood.

use std::cell::{Cell, OnceCell, RefCell};
use std::io::Read;

use memchr::{memchr, memchr_iter};
use simd_csv::ZeroCopyReader;

use super::columns::PlainColumns;
use super::{PlainRow, Whole};
use crate::error::Result;
use crate::import::Export;
use crate::import::companions::patients::PatientJoin;
use crate::import::file::blocks::Block;
use crate::import::plan::Plan;
use crate::import::rows::Unknown;
use crate::memory::RowNote;
use crate::observation::Observation;
use crate::value::PlainNumber;

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
        let (plan, columns) = self.regular(block, quickly)?;
        match columns.first() {
            Some(first) => self.read_lines(block, notes, (plan, first), pass),
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
        let mut record = Whole::new(self, plan);
        let at_hand = AtHand::default();
        let reader = RefCell::new(self.csv(LINE).from_reader(&at_hand));
        let (mut start, mut line) = (0, block.line);
        let ends = memchr_iter(b'\n', &block.text).chain(
            // The last line of a file may have no end.
            (block.text.last() != Some(&b'\n')).then_some(block.text.len()),
        );
        let mut notes = notes.iter();
        for end in ends {
            let mut row = NotedRow {
                text: &block.text[start..end],
                with_end: &block.text[start..block.text.len().min(end + 1)],
                note: RowNote::NOTHING,
                line,
                file: self.label(),
                at_hand: &at_hand,
                reader: &reader,
                columns,
                age_unit: plan.age_unit,
                time_unread: plan.time_unread,
                joins: &self.patient_joins,
            };
            record.begin(line);
            for number in 0.. {
                row.note = notes.next().copied().unwrap_or(RowNote::NOTHING);
                if !pass.noted(&row) {
                    let fill = |record: &mut _| row.split(|row| row.fill(record));
                    if let Some(whole) = record.result(number, fill)? {
                        pass.whole(whole)?;
                    }
                }
                if !row.note.is_followed() {
                    break;
                }
            }
            line += 1;
            start = end + 1;
        }
        Ok(record.unknown())
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
    file: &'r str,
    at_hand: &'r AtHand<'r>,
    reader: &'r RefCell<ZeroCopyReader<&'r AtHand<'r>>>,
    columns: &'r PlainColumns,
    age_unit: &'static str,
    /// A column that is not read may tell when its sample was drawn.
    time_unread: bool,
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
    /// True if its record may hold several results.
    #[inline]
    pub(crate) fn is_one_of_several(&self) -> bool {
        self.columns.result.is_some()
    }

    /// The cell of the value, where its place was noted; empty otherwise.
    #[inline]
    pub(crate) fn value(&self) -> &'r [u8] {
        self.text.get(self.note.value()).unwrap_or_default()
    }

    /// The number in that cell, if it is one by whose band the row is known.
    #[inline]
    pub(crate) fn number(&self) -> Option<PlainNumber> {
        PlainNumber::read(self.value(), self.columns.number?.1)
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
            file: self.file,
            age_unit: self.age_unit,
            time_unread: self.time_unread,
            joins: self.joins,
            joined: OnceCell::new(),
            day_and_time: OnceCell::new(),
        })
    }
}
