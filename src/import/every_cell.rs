//! All cells of a row, those of columns that are not read too: a row of which no sample is known repeats another only where
//! none of them differs.

use std::hash::{BuildHasher, Hash, Hasher};

use csv::StringRecord;
use foldhash::quality::FixedState;

use super::narrow;

/// The cells of the record that an observation was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct EveryCell<'a>(Option<&'a StringRecord>);

impl<'a> EveryCell<'a> {
    pub(super) fn of(record: &'a StringRecord) -> EveryCell<'a> {
        EveryCell(Some(record))
    }

    /// Their bits; none where there is no record.
    pub(crate) fn bits(self) -> u64 {
        self.0.map_or(0, |record| bits(record.iter()))
    }
}

/// The bits of cells, whatever the width of their letters: a record may have been written in single width already.
pub(super) fn bits<C: AsRef<str>>(cells: impl Iterator<Item = C>) -> u64 {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    for cell in cells {
        narrow::cell(cell.as_ref()).hash(&mut hasher);
    }
    hasher.finish()
}
