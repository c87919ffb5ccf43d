//! What the cells of a column tell of all of them: letters that are statuses, codes that are of LOINC.

use crate::import::cells::loinc;
use crate::import::columns::{Columns, Seen};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;

/// True if the letters in a column of statuses are those of results: its header says so, or none is another letter. `A` beside
/// `D` is alive and dead.
pub(super) fn has_status_letters(seen: &Seen, columns: &Columns) -> bool {
    let Some(column) = columns.of(Role::Status).first() else {
        return false;
    };
    let header = vocabulary::fold(&seen.headers[*column]);
    let says = ["result", "report", "obx", "qc", "verif", "order", "lbstat"];
    let cells = seen
        .rows
        .iter()
        .filter_map(|row| row.get(*column))
        .map(str::trim);
    let mut letters = cells.filter(|cell| cell.len() == 1);
    let of_results = |cell: &str| {
        ["F", "P", "C", "X", "I", "R"]
            .iter()
            .any(|letter| cell.eq_ignore_ascii_case(letter))
    };
    says.iter().any(|word| header.contains(word)) || letters.all(of_results)
}

/// True if the codes of the sample are LOINC codes.
pub(super) fn codes_are_loinc(seen: &Seen, columns: &Columns) -> bool {
    let Some(column) = columns.of(Role::Code).first() else {
        return false;
    };
    let codes = seen.rows.iter().filter_map(|row| row.get(*column));
    let (mut filled, mut fit) = (0, 0);
    for code in codes.filter(|code| !is_blank(code)) {
        filled += 1;
        fit += usize::from(loinc::is_code(code));
    }
    filled >= 3 && fit * 10 >= filled * 9
}
