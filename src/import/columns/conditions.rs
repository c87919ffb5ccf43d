//! Columns about the condition of the sample: which of their cells are words that nobody here knows.

use super::look::is_perhaps_of_urine;
use super::{Columns, Seen};
use crate::import::role::Role;
use crate::import::standing::is_no;
use crate::import::table::is_blank;
use crate::import::vocabulary::{self, Kind};
use crate::quality::appearance;
use crate::quality::condition::{self, Cell};
use crate::quality::hil;

/// A column about the condition of the sample, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ConditionColumn {
    column: usize,
    /// A word or a code that nobody knows is the exception in it: nearly all rows have none, or say that the sample is fine.
    /// Elsewhere it may be the word of this laboratory for that, or a number of anything.
    tells: bool,
    /// Asks whether the sample is fit: "no" is a word against it.
    asks_fit: bool,
    /// Holds nothing but indices: a number or a letter alone says that there is something.
    of_indices: bool,
}

/// Rows that are seen, at least, before anything is an exception.
const ROWS: usize = 8;

/// Of so many rows one, at most, may be an exception.
const ONE_OF: usize = 10;

/// Headers that ask how far a sample has come, not how it is. Chinese has one word for both.
const OF_PROGRESS: &[&str] = &["specimenstatus", "samplestatus", "samplestatename"];

/// Headers that ask whether it is fit.
const OF_FITNESS: &[&str] = &[
    "conformite",
    "integrity",
    "sampleintegrity",
    "specimenintegrity",
    "idoneitacampione",
    "idoneitadelcampione",
];

/// Headers of indices of all three, however they are written.
const OF_INDICES: &[&str] = &[
    "lih",
    "lihindex",
    "lihindices",
    "indices",
    "serumindices",
    "serumindex",
    "sampleindices",
    "hilindices",
    "hilinterference",
    "interference",
    "interferences",
];

impl Columns {
    /// Columns of which a word that is not known is told.
    pub(crate) fn conditions(&self, seen: &Seen) -> Vec<ConditionColumn> {
        let columns = self.of(Role::SpecimenCondition).iter().copied();
        let of_words = |column: &usize| {
            let header = &seen.headers[*column];
            let entry = vocabulary::entry(header);
            let folded = vocabulary::fold(header);
            entry.is_some_and(|entry| {
                entry.role == Role::SpecimenCondition && entry.kind == Kind::Plain
            }) && !OF_PROGRESS.contains(&folded.as_str())
                && !is_perhaps_of_urine(seen, *column)
        };
        let columns = columns.filter(of_words).map(|column| {
            let header = vocabulary::fold(&seen.headers[column]);
            let cells = seen.rows.iter().filter_map(|row| row.get(column));
            let unknown = cells.filter(|cell| condition::of(cell) != Cell::Fine);
            let all = seen.rows.len();
            ConditionColumn {
                column,
                tells: ROWS <= all && unknown.count() * ONE_OF <= all,
                asks_fit: OF_FITNESS.contains(&header.as_str()),
                of_indices: OF_INDICES.contains(&header.as_str()),
            }
        });
        columns.collect()
    }
}

/// "3", "HHH": of one of the three, or of which of them, is not told.
fn is_index_alone(cell: &str) -> bool {
    let is_number = || cell.bytes().all(|c| c.is_ascii_digit()) && cell.bytes().any(|c| c != b'0');
    let are_letters = || cell.chars().all(|c| "HILhil".contains(c));
    hil::in_column(cell).is_none() && (is_number() || are_letters())
}

impl ConditionColumn {
    /// The place of the column.
    pub(crate) fn column(self) -> usize {
        self.column
    }

    /// True for a cell that says, as an exception, something of the sample which nobody here knows, or that it is not fit.
    pub(crate) fn is_told(self, cell: &str) -> bool {
        let cell = cell.trim();
        let is_refused = || self.asks_fit && 1 < cell.len() && is_no(cell);
        !is_blank(cell)
            && match condition::of(cell) {
                Cell::Fine => is_refused() || (self.of_indices && is_index_alone(cell)),
                Cell::Code | Cell::Unknown => {
                    self.tells
                        || condition::is_grade(cell)
                        || appearance::look(cell).is_some()
                        || (self.of_indices && is_index_alone(cell))
                }
            }
    }
}
