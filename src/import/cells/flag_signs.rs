//! Whether the laboratory's flags are signs: where `+` stands in their column, `--` is one of them; else it may be a blank.

use crate::import::columns::Seen;
use crate::observation::Dashes;

/// What dashes say in these columns of flags.
pub(in crate::import) fn dashes(seen: &Seen, columns: impl Iterator<Item = usize>) -> Dashes {
    let all: Vec<Vec<&str>> = columns.map(|column| seen.cells(column).collect()).collect();
    let rows = seen.rows.len();
    if all.iter().any(|cells| are_signs_of(cells, rows)) {
        Dashes::Signs
    } else if all.iter().any(|cells| are_blanks_of(cells, rows)) {
        Dashes::Blank
    } else {
        Dashes::Open
    }
}

/// They fill the column, or no cell of it is blank. Beside blank cells a dash is a flag.
fn are_blanks_of(cells: &[&str], rows: usize) -> bool {
    let dashes = cells.iter().filter(|cell| cell.bytes().all(|c| c == b'-'));
    match dashes.count() {
        0 => false,
        dashes => rows <= cells.len() || rows < 2 * dashes,
    }
}

/// Plus signs stand beside them, and they fill not most of the rows.
fn are_signs_of(cells: &[&str], rows: usize) -> bool {
    let are_all = |cell: &str, sign: u8| cell.bytes().all(|c| c == sign);
    let has_plus = cells.iter().any(|cell| are_all(cell, b'+'));
    let is_low = |cell: &&&str| 1 < cell.len() && are_all(cell, b'-');
    has_plus && 2 * cells.iter().filter(is_low).count() <= rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_dashes_are_a_flag_beside_plus_signs() {
        for (cells, expected) in [
            ("++ --", true),
            ("+ - -- ++", true),
            ("-- -", false),
            ("H -- --", false),
            ("+ -- -- --", false),
        ] {
            let cells: Vec<&str> = cells.split(' ').collect();
            assert_eq!(are_signs_of(&cells, cells.len()), expected, "{cells:?}");
        }
    }

    #[test]
    fn dashes_are_blanks_where_they_fill_a_column() {
        for (cells, rows, expected) in [
            ("H - - L", 4, true),
            ("- -", 3, true),
            ("-", 3, false),
            ("H -", 3, false),
            ("H", 3, false),
            ("-", 1, true),
        ] {
            let cells: Vec<&str> = cells.split(' ').collect();
            assert_eq!(are_blanks_of(&cells, rows), expected, "{cells:?} of {rows}");
        }
    }
}
