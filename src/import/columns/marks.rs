//! Marks in the place of limits: ticks by which a laboratory says on which side of them a result lies, or that there is none.

use super::Seen;
use crate::import::asked;
use crate::import::table::is_blank;
use crate::import::vocabulary;
use crate::text::is_one_of;

/// What marks in a column of limits are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// Flags of the laboratory.
    Flags,
    /// No limit, and nothing of the result.
    Blanks,
}

/// Headers, folded, that may ask whether a result is low, and whether it is high. A `ref_low` is a limit.
#[rustfmt::skip]
const SIDES: &[(&str, &str)] = &[
    ("low", "high"), ("lower", "upper"), ("lo", "hi"), ("niedrig", "hoch"), ("bajo", "alto"), ("basso", "alto"), ("baixo", "alto"),
    ("laag", "hoog"), ("bas", "haut"),
];

/// What the cells of a column are, if they are marks and not numbers.
pub(super) fn of(seen: &Seen, column: usize) -> Option<Marks> {
    let own = vocabulary::fold(&seen.headers[column]);
    let sides = SIDES
        .iter()
        .filter(|(low, high)| *low == own || *high == own);
    let others: Vec<&str> = sides
        .map(|(low, high)| if *low == own { *high } else { *low })
        .collect();
    let is_other = |at: &usize| others.contains(&vocabulary::fold(&seen.headers[*at]).as_str());
    let other = (0..seen.headers.len()).find(is_other);
    if !others.is_empty() && are_flags(seen, column, other) {
        return Some(Marks::Flags);
    }
    let mut cells = seen.cells(column).filter(|cell| !is_blank(cell)).peekable();
    let fills = |cell: &str| {
        let cell = cell.trim();
        is_one_of(cell, &["x"]) || cell.bytes().all(|c| c == b'*')
    };
    (cells.peek().is_some() && cells.all(fills)).then_some(Marks::Blanks)
}

/// Neither of two columns holds a number, one of them a mark, and no result lies on both sides.
fn are_flags(seen: &Seen, column: usize, other: Option<usize>) -> bool {
    let columns: Vec<usize> = std::iter::once(column).chain(other).collect();
    let cells = || columns.iter().flat_map(|at| seen.cells(*at));
    let says_nothing = |cell: &str| is_blank(cell) || asked::is_no_mark(cell);
    let is_marked = |row: &csv::StringRecord, at: usize| row.get(at).is_some_and(asked::is_mark);
    let are_both = |row: &csv::StringRecord| {
        columns.len() == 2 && columns.iter().all(|at| is_marked(row, *at))
    };
    cells().any(asked::is_mark)
        && cells().all(|cell| asked::is_mark(cell) || says_nothing(cell))
        && !seen.rows.iter().any(are_both)
}
