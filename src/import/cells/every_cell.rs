//! All cells of a row, those of columns that are not read too: a row of which no sample is known repeats another only where
//! none of them differs.

use std::hash::{BuildHasher, Hash, Hasher};

use csv::StringRecord;
use foldhash::quality::FixedState;

use crate::import::file::narrow;
use crate::text::trim;

/// Columns by which rows of a patient's day that tell no sample are told apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Apart {
    /// Of times, of the condition of the patient, and all that are not read, whatever they are.
    pub(crate) draw: Vec<usize>,
}

/// The cells of the record that an observation was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct EveryCell<'a>(Option<(&'a StringRecord, &'a Apart)>);

impl<'a> EveryCell<'a> {
    pub(in crate::import) fn of(record: &'a StringRecord, apart: &'a Apart) -> EveryCell<'a> {
        EveryCell(Some((record, apart)))
    }

    /// Their bits; none where there is no record.
    pub(crate) fn bits(self) -> u64 {
        self.0.map_or(0, |(record, _)| bits(record.iter()))
    }

    /// The bits of those that may tell when it was drawn.
    pub(crate) fn draw(self) -> u64 {
        self.0.map_or(0, |(record, apart)| {
            let cells = apart.draw.iter().map(|at| record.get(*at));
            bits(cells.map(|cell| trim(cell.unwrap_or_default())))
        })
    }
}

/// The bits of cells, whatever the width of their letters: a record may have been written in single width already.
pub(in crate::import) fn bits<C: AsRef<str>>(cells: impl Iterator<Item = C>) -> u64 {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    for cell in cells {
        narrow::cell(cell.as_ref()).hash(&mut hasher);
    }
    hasher.finish()
}
