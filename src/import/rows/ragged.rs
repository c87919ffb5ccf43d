//! Records with more or fewer cells than the header.

use csv::StringRecord;

use super::Understood;
use crate::import::date::{self, DateReading};
use crate::import::layout::Shape;
use crate::import::role::Role;
use crate::import::table::is_blank;

impl Understood<'_> {
    /// True if cells of the record may be shifted.
    pub(super) fn is_ragged(&self) -> bool {
        let (record, width) = (&self.record, self.plan.headers.len());
        match record.len() < width {
            true => !(self.plan.cuts_blanks && ends_filled(record) && self.begins_as_headed()),
            false => record.iter().skip(width).any(|cell| !is_blank(cell)),
        }
    }

    /// True if when it was stands where it should.
    fn begins_as_headed(&self) -> bool {
        let cells = self.plan.pick(Role::Collected).columns();
        let mut cells = cells.filter_map(|at| self.record.get(at));
        cells.all(|cell| !matches!(date::read(cell, None), DateReading::Unreadable))
    }
}

/// True for a file that leaves blank cells at the ends of its rows out: several end early, none with a blank cell, and none goes
/// on behind the header; and within a row it writes blank cells, so that they are no file from which all of them were
/// lost.
pub(crate) fn cuts_blanks(shape: Shape, width: usize, rows: &[StringRecord]) -> bool {
    /// Rows that end early, and one of how many: a row that lost a cell is rare.
    const ENOUGH: usize = 2;
    const SHARE: usize = 20;
    let short = rows.iter().filter(|row| row.len() < width).count();
    let has_gap = |row: &StringRecord| row.iter().any(is_blank);
    shape == Shape::Wide
        && ENOUGH <= short
        && rows.len() <= short * SHARE
        && rows
            .iter()
            .all(|row| row.len() <= width && ends_filled(row))
        && rows.iter().any(has_gap)
}

fn ends_filled(row: &StringRecord) -> bool {
    row.iter().next_back().is_some_and(|cell| !is_blank(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_files_cut_blank_cells() {
        for (rows, expected) in [
            // A gap within a row, and two that end early.
            (&["1|140||103|ok", "2|140|4.1", "3|140"][..], true),
            (&["1|140||103", "2|140|4.1"], true),
            // One that ends early may have lost a cell.
            (&["1|140||103|ok", "2|140|103|ok"], false),
            // No gap anywhere: perhaps all blank cells are lost.
            (&["1|140|4.1|103|ok", "2|140|103", "3|140"], false),
            // Blank cells at the end are written, or there are cells too many.
            (&["1|140||103|", "2|140|4.1", "3|140"], false),
            (&["1|140||103|ok|x", "2|140|4.1", "3|140"], false),
            (&["1|140||103|ok"], false),
            (&[], false),
        ] {
            let rows: Vec<StringRecord> = rows.iter().map(|row| row.split('|').collect()).collect();
            assert_eq!(cuts_blanks(Shape::Wide, 5, &rows), expected, "{rows:?}");
            assert!(!cuts_blanks(Shape::Long, 5, &rows));
        }
    }
}
