//! Headers whose role depends on what the cells hold.

use super::Seen;
use crate::import::date::{self, DateReading};
use crate::import::table::is_blank;
use crate::import::vocabulary::Cells;

/// What a column holds, in words.
pub(super) fn words_for(cells: Cells) -> &'static str {
    match cells {
        Cells::Dates => "dates",
        Cells::Identifiers => "numbers or codes",
        Cells::Analytes => "names of analytes",
        Cells::Anything => "words",
    }
}

/// True if nearly all cells of a column that say something are of a kind.
pub(super) fn cells_are(seen: &Seen, column: usize, kind: Cells) -> bool {
    // Tubes may be called A, B, C; but S, P, U, B alone are specimens.
    let lettered = seen
        .rows
        .iter()
        .filter_map(|row| row.get(column))
        .any(|cell| {
            is_letter_id(cell)
                && !["s", "p", "u", "b", "wb"].contains(&cell.trim().to_lowercase().as_str())
        });
    let (mut fit, mut filled) = (0usize, 0usize);
    for cell in seen.rows.iter().filter_map(|row| row.get(column)) {
        if is_blank(cell) {
            continue;
        }
        filled += 1;
        fit += usize::from(match kind {
            Cells::Dates => !matches!(date::read(cell, None), DateReading::Unreadable),
            Cells::Identifiers => {
                cell.bytes().any(|c| c.is_ascii_digit()) || (lettered && is_letter_id(cell))
            }
            Cells::Analytes => (seen.known)(cell.trim()),
            Cells::Anything => true,
        });
    }
    let share = if kind == Cells::Analytes { 2 } else { 10 };
    match kind {
        Cells::Anything => true,
        // Half of the names known is plenty; all but a tenth of the cells otherwise.
        Cells::Analytes => filled > 0 && fit * share >= filled,
        _ => filled > 0 && (filled - fit) * share <= filled,
    }
}

/// One or two letters and nothing else.
fn is_letter_id(cell: &str) -> bool {
    let cell = cell.trim();
    (1..=2).contains(&cell.len()) && cell.bytes().all(|c| c.is_ascii_alphabetic())
}
