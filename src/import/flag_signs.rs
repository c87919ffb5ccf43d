//! Whether the laboratory's flags are signs: where `+` stands in their column, `--` is one of them; else it may be a blank.

use super::columns::Seen;

/// True if the flags in these columns are signs. Nothing but dashes are blanks, and so are dashes in most of the rows.
pub(super) fn are_signs(seen: &Seen, columns: impl Iterator<Item = usize>) -> bool {
    let mut columns = columns;
    columns.any(|column| are_signs_of(&seen.cells(column).collect::<Vec<_>>(), seen.rows.len()))
}

/// True if dashes in one of these columns stand for nothing: they fill it, or no cell of it is blank. Beside blank cells a dash is a
/// flag.
pub(super) fn are_blanks(seen: &Seen, columns: impl Iterator<Item = usize>) -> bool {
    let mut columns = columns;
    columns.any(|column| are_blanks_of(&seen.cells(column).collect::<Vec<_>>(), seen.rows.len()))
}

fn are_blanks_of(cells: &[&str], rows: usize) -> bool {
    let dashes = cells.iter().filter(|cell| cell.bytes().all(|c| c == b'-'));
    match dashes.count() {
        0 => false,
        dashes => rows <= cells.len() || rows < 2 * dashes,
    }
}

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
