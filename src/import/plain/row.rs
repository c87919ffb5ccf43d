//! One row of a regular block, by its cells as they stand in the file.

use std::cell::OnceCell;
use std::ops::Range;

use csv::StringRecord;
use simd_csv::ZeroCopyByteRecord;

use super::NEVER;
use super::columns::{Columns, PlainColumns};
use crate::import::cells::every_cell;
use crate::import::companions::patients::PatientJoin;
use crate::import::file::table::is_blank;
use crate::import::rows::Joined;
use crate::import::shapes::wide::{Twin, speaks};
use crate::observation::NumberStyle;
use crate::value::{Mark, PlainNumber};

/// True if a cell beside a number states the same.
fn is_same(number: &[u8], beside: &[u8], mark: Mark) -> bool {
    let read = |cell| PlainNumber::read(cell, mark).map(PlainNumber::to_f64);
    beside == number || read(beside).is_some_and(|it| read(number) == Some(it))
}

/// A row of a regular block, as wide as its header.
pub(crate) struct PlainRow<'r> {
    /// The text of the block from this row on.
    pub(super) text: &'r str,
    pub(super) cells: &'r ZeroCopyByteRecord<'r>,
    pub(super) columns: &'r PlainColumns,
    /// Some cell is quoted.
    pub(super) quoted: bool,
    pub(crate) line: u64,
    /// Name of the file.
    pub(super) file: &'r str,
    /// Unit of the age where the header states it.
    pub(crate) age_unit: &'static str,
    /// A column that is not read may tell when its sample was drawn.
    pub(crate) time_unread: bool,
    /// How its patient is found in other files.
    pub(super) joins: &'r [PatientJoin],
    /// What they say, once it was asked for; nothing where one of them lacks the patient.
    pub(super) joined: OnceCell<Option<Joined<'r>>>,
    /// Day and time together, once they were asked for; nothing where they have no columns of their own, or where what
    /// they say has to be put together.
    pub(super) day_and_time: OnceCell<Option<String>>,
}

impl<'r> PlainRow<'r> {
    /// A cell as it stands in the file.
    #[inline]
    pub(super) fn as_it_stands(&self, column: usize) -> Option<&'r str> {
        let cell = self.cells.get(column)?;
        let start = self.start(cell);
        self.text.get(start..start + cell.len())
    }

    /// A cell without its quotes; `None` if there are some in it.
    pub(super) fn unquoted(&self, cell: &'r str) -> Option<&'r str> {
        if !self.quoted {
            return Some(cell);
        }
        let cell = match cell.as_bytes() {
            [b'"', .., b'"'] => cell.get(1..cell.len() - 1)?,
            _ => cell,
        };
        (!cell.contains('"')).then_some(cell)
    }

    /// Copies its cells, without quotes; `None` if they cannot be read.
    pub(super) fn fill(&self, record: &mut StringRecord) -> Option<()> {
        record.clear();
        if self.quoted {
            for cell in self.cells.unescaped_iter() {
                record.push_field(std::str::from_utf8(&cell).ok()?);
            }
        } else {
            for cell in self.cells.iter() {
                let start = self.start(cell);
                record.push_field(self.text.get(start..start + cell.len())?);
            }
        }
        Some(())
    }

    /// The bits of all its cells; `None` if they cannot be read.
    #[cold]
    pub(crate) fn every_cell(&self) -> Option<u64> {
        let mut record = StringRecord::new();
        self.fill(&mut record)?;
        Some(every_cell::bits(record.iter()))
    }

    /// Where in the row a cell begins.
    fn start(&self, cell: &[u8]) -> usize {
        cell.as_ptr().addr() - self.cells.as_slice().as_ptr().addr()
    }

    /// The cells that say who and when; with its line, where the record is the sample.
    #[inline]
    pub(crate) fn who<'k>(&'k self, key: &'k mut Vec<u8>) -> &'k [u8] {
        if self.columns.result.is_none() {
            return self.bytes(&self.columns.who, key);
        }
        key.clear();
        key.extend_from_slice(&self.line.to_le_bytes());
        self.add_pieces(&self.columns.who, key);
        key
    }

    /// File and line of a record that holds all results of one sample.
    pub(crate) fn record(&self) -> Option<(&str, u64)> {
        self.columns.result.map(|_| (self.file, self.line))
    }

    /// True if it has a result: in a record with several, some cells are blank.
    #[inline]
    pub(super) fn has_result(&self) -> bool {
        self.columns.result.is_none_or(|column| {
            // A quote in a cell is a result of a kind, and no number.
            let text = |column| {
                let cell = self.as_it_stands(column).unwrap_or_default();
                self.unquoted(cell).unwrap_or(cell)
            };
            let value = text(column);
            let is_stated = |(twin, style): &(Twin, NumberStyle)| twin.states(value, text, *style);
            match is_blank(value) {
                false => !self.columns.twin.as_ref().is_some_and(is_stated),
                true => self.columns.said.iter().any(|at| speaks(text(*at))),
            }
        })
    }

    /// True if it has no result at all, and, in an export with one result a record, nothing but one cell.
    #[inline]
    pub(super) fn is_silent(&self, results: &[PlainColumns]) -> bool {
        // Most rows show at once that they have one.
        let first = self.number_cell().and_then(|cell| cell.first());
        if first.is_some_and(u8::is_ascii_digit) {
            return false;
        }
        let is_blank_at = |at: usize| {
            let cell = self.as_it_stands(at).unwrap_or_default();
            self.unquoted(cell).is_some_and(is_blank)
        };
        let mut values = results.iter().flat_map(|columns| &columns.value);
        let holds_several = || results.first().is_some_and(|it| it.result.is_some());
        values.all(|(first, last)| (*first..=*last).all(is_blank_at))
            && (holds_several()
                || (0..self.cells.len()).filter(|at| !is_blank_at(*at)).count() <= 1)
    }

    /// The cells with the wording.
    #[inline]
    pub(crate) fn wording<'k>(&'k self, key: &'k mut Vec<u8>) -> &'k [u8] {
        if self.columns.result.is_none() {
            return self.bytes(&self.columns.wording, key);
        }
        key.clear();
        key.extend_from_slice(&self.columns.of_result);
        self.add_pieces(&self.columns.wording, key);
        key
    }

    /// The cells with the value.
    #[inline]
    pub(crate) fn value<'k>(&'k self, key: &'k mut Vec<u8>) -> &'k [u8] {
        self.bytes(&self.columns.value, key)
    }

    /// The number in the cell of the value, if it is written plainly, and nothing stands in for it or beside it but the
    /// same number.
    #[inline]
    pub(crate) fn number(&self) -> Option<PlainNumber> {
        let (column, mark) = self.columns.number?;
        let cell = self.cells.get(column)?;
        let says_else = |at: &usize| {
            let beside = self.cells.get(*at).unwrap_or_default();
            let is_blank = self.columns.again_or_blank && beside.is_empty();
            !is_blank && !is_same(cell, beside, mark)
        };
        match self.columns.again.iter().any(says_else) {
            true => None,
            false => PlainNumber::read(cell, mark),
        }
    }

    /// True if unit and limits are those of one of two statements, which do not agree.
    #[inline]
    pub(crate) fn differs_in_itself(&self) -> bool {
        !self.columns.again_or_blank && self.number().is_none()
    }

    /// The cell in which that number stands, if it stands in one.
    #[inline]
    pub(crate) fn number_cell(&self) -> Option<&'r [u8]> {
        self.cells.get(self.columns.number?.0)
    }

    /// Where in the row that cell is.
    #[inline]
    pub(crate) fn number_place(&self) -> Option<Range<usize>> {
        let cell = self.number_cell()?;
        let start = self.start(cell);
        Some(start..start + cell.len())
    }

    /// The cells with everything else that the row says.
    #[inline]
    pub(crate) fn beside<'k>(&'k self, key: &'k mut Vec<u8>) -> &'k [u8] {
        self.bytes(&self.columns.beside, key)
    }

    /// True if names that mean the same make no other difference.
    pub(crate) fn is_by_meaning(&self) -> bool {
        self.columns.by_meaning
    }

    /// All cells with what the row says but its value, in two pieces: what stands in front of the value and behind it,
    /// in most exports.
    #[inline]
    pub(crate) fn together<'k>(&'k self, key: &'k mut Vec<u8>) -> [&'k [u8]; 2] {
        let of_result = &self.columns.of_result;
        match self.columns.together.as_slice() {
            [front, behind] if of_result.is_empty() => [self.piece(*front), self.piece(*behind)],
            columns => [self.bytes(columns, key), of_result],
        }
    }

    /// As they stand in the file, with their delimiters and quotes, so that no two rows with different
    /// cells have the same. `key` is memory for cells that are not beside each other.
    #[inline]
    fn bytes<'k>(&'k self, columns: &[Columns], key: &'k mut Vec<u8>) -> &'k [u8] {
        if let [one] = columns {
            return self.piece(*one);
        }
        key.clear();
        self.add_pieces(columns, key);
        key
    }

    fn add_pieces(&self, columns: &[Columns], key: &mut Vec<u8>) {
        for columns in columns {
            key.extend_from_slice(self.piece(*columns));
            key.push(NEVER);
        }
    }

    /// The cells of columns beside each other, with what is between them.
    #[inline]
    fn piece(&self, (first, last): Columns) -> &[u8] {
        let (Some(first), Some(last)) = (self.cells.get(first), self.cells.get(last)) else {
            return &[];
        };
        let all = self.cells.as_slice();
        all.get(self.start(first)..self.start(last) + last.len())
            .unwrap_or_default()
    }
}
