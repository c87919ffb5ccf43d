//! What is known of a file when its columns are looked at.

use csv::StringRecord;

use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::layout::Layout;

/// The header and the first rows.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    /// File as named.
    pub(crate) file: &'a str,
    /// Line of the header.
    pub(crate) header_line: u64,
    /// Headers.
    pub(crate) headers: &'a [String],
    /// The first rows.
    pub(crate) rows: &'a [StringRecord],
    /// The user's layout.
    pub(crate) layout: Option<&'a Layout>,
    /// Whether a text names an analyte.
    pub(crate) known: &'a dyn Fn(&str) -> bool,
}

impl<'a> Seen<'a> {
    /// What the filled cells of a column say.
    pub(crate) fn cells(&self, column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        let cells = self.rows.iter().filter_map(move |row| row.get(column));
        cells.map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// True unless more than half of the cells of a column that say something are others, or one of them bars it.
    pub(super) fn is_mostly(
        &self,
        column: usize,
        is_other: impl Fn(&str) -> bool,
        bars: impl Fn(&str) -> bool,
    ) -> bool {
        let cells = || self.cells(column).filter(|cell| !is_blank(cell));
        let others = cells().filter(|cell| is_other(cell)).count();
        2 * others <= cells().count() && !cells().any(bars)
    }

    /// True if no cell of a column says anything.
    pub(crate) fn is_empty(&self, column: usize) -> bool {
        self.cells(column).all(is_blank)
    }

    /// True if a cell of a column begins like a number.
    pub(crate) fn has_numbers(&self, column: usize) -> bool {
        self.cells(column).any(begins_like_number)
    }
}
