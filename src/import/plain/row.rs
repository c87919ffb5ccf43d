//! One row of a regular block, by its cells as they stand in the file.

use std::ops::Range;

use csv::StringRecord;
use simd_csv::ZeroCopyByteRecord;

use super::{Columns, NEVER, PlainColumns};
use crate::import::role::Role;

/// A row of a regular block, as wide as its header.
pub(crate) struct PlainRow<'r> {
    /// The text of the block from this row on.
    pub(super) text: &'r str,
    pub(super) cells: &'r ZeroCopyByteRecord<'r>,
    pub(super) columns: &'r PlainColumns,
    /// Some cell is quoted.
    pub(super) quoted: bool,
    pub(crate) line: u64,
    /// Unit of the age where the header states it.
    pub(crate) age_unit: &'static str,
}

impl<'r> PlainRow<'r> {
    /// The text for a role that says who or when, empty where there is no column; `None` where it has
    /// to be put together.
    #[inline]
    pub(crate) fn text(&self, role: Role) -> Option<&'r str> {
        let Some((column, falls_back)) = self.columns.of_the_day[role.index()] else {
            return Some("");
        };
        let cell = self.cells.get(column)?;
        let start = self.start(cell);
        let cell = self.text.get(start..start + cell.len())?;
        if falls_back
            && !cell
                .bytes()
                .next()
                .is_some_and(|c| c.is_ascii_alphanumeric())
        {
            return None;
        }
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

    /// Where in the row a cell begins.
    #[inline]
    fn start(&self, cell: &[u8]) -> usize {
        cell.as_ptr().addr() - self.cells.as_slice().as_ptr().addr()
    }

    /// The cells that say who and when.
    #[inline]
    pub(crate) fn who<'k>(&'k self, key: &'k mut Vec<u8>) -> &'k [u8] {
        self.bytes(&self.columns.who, key)
    }

    /// The cells with the wording.
    #[inline]
    pub(crate) fn wording<'k>(&'k self, key: &'k mut Vec<u8>) -> &'k [u8] {
        self.bytes(&self.columns.wording, key)
    }

    /// The cells with the value.
    #[inline]
    pub(crate) fn value<'k>(&'k self, key: &'k mut Vec<u8>) -> &'k [u8] {
        self.bytes(&self.columns.value, key)
    }

    /// The cell of the value, if it may hold a number with a decimal point and nothing stands in for it.
    #[inline]
    pub(crate) fn number(&self) -> Option<&'r [u8]> {
        self.cells.get(self.columns.number?)
    }

    /// Where in the row that cell is.
    #[inline]
    pub(crate) fn number_place(&self) -> Option<Range<usize>> {
        let cell = self.number()?;
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
        match self.columns.together.as_slice() {
            [front, behind] => [self.piece(*front), self.piece(*behind)],
            columns => [self.bytes(columns, key), &[]],
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
        for columns in columns {
            key.extend_from_slice(self.piece(*columns));
            key.push(NEVER);
        }
        key
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
