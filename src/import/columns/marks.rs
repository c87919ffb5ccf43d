//! Marks in the place of limits: ticks by which a laboratory says on which side of them a result lies, or that there is none.

use super::Seen;
use crate::import::cells::asked;
use crate::import::file::table::is_blank;
use crate::import::headers::vocabulary::{self, Entry};
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

/// True for a header, folded, that may ask whether a result is low, false for one that may ask whether it is high.
pub(crate) fn side_of_marks(folded: &str) -> Option<bool> {
    let mut sides = SIDES.iter();
    let (low, _) = sides.find(|(low, high)| *low == folded || *high == folded)?;
    Some(*low == folded)
}

/// What a header that asks is, where marks stand below it and nothing else is known of it: `Basso`.
pub(super) fn of_a_side(seen: &Seen, column: usize) -> Option<Entry> {
    let is_low = side_of_marks(&vocabulary::fold(&seen.headers[column]))?;
    let entry = vocabulary::entry(if is_low { "low" } else { "high" });
    entry.filter(|_| of(seen, column) == Some(Marks::Flags))
}

/// What the cells of a column are, if they are marks and no limits.
pub(super) fn of(seen: &Seen, column: usize) -> Option<Marks> {
    let own = vocabulary::fold(&seen.headers[column]);
    if let Some(is_low) = side_of_marks(&own) {
        let is_other = |at: &usize| {
            let header = vocabulary::fold(&seen.headers[*at]);
            SIDES.iter().any(|(low, high)| match is_low {
                true => *low == own && *high == header,
                false => *high == own && *low == header,
            })
        };
        let other = (0..seen.headers.len()).find(is_other);
        if are_flags(seen, (column, is_low), other) {
            return Some(Marks::Flags);
        }
    }
    let mut cells = seen.cells(column).filter(|cell| !is_blank(cell)).peekable();
    let fills = |cell: &str| {
        let cell = cell.trim();
        is_one_of(cell, &["x"]) || cell.bytes().all(|c| c == b'*') || asked::is_no_mark(cell)
    };
    let says = |cell: &str| cell.contains(|c: char| c.is_alphabetic() || c == '*');
    let is_said = seen.cells(column).any(says);
    (is_said && cells.peek().is_some() && cells.all(fills)).then_some(Marks::Blanks)
}

/// Marks stand in two columns, or in the one that there is, and no number, and no result lies on both sides. Ones and noughts
/// are marks where one stands in front of a nought: a lower limit would lie above the upper one.
fn are_flags(seen: &Seen, own: (usize, bool), other: Option<usize>) -> bool {
    let (_, is_low) = own;
    let columns: Vec<(usize, bool)> = std::iter::once(own)
        .chain(other.map(|at| (at, !is_low)))
        .collect();
    let are_all = |is_mark: &dyn Fn(&str, bool) -> bool, is_none: &dyn Fn(&str) -> bool| {
        let fits = |cell: &str, side: bool| is_blank(cell) || is_mark(cell, side) || is_none(cell);
        let is_marked = |row: &csv::StringRecord, (at, side): (usize, bool)| {
            row.get(at).is_some_and(|cell| is_mark(cell.trim(), side))
        };
        let are_both = |row: &csv::StringRecord| {
            columns.len() == 2 && columns.iter().all(|own| is_marked(row, *own))
        };
        let mut each = columns.iter();
        each.all(|(at, side)| seen.cells(*at).all(|cell| fits(cell, *side)))
            && seen
                .rows
                .iter()
                .any(|row| columns.iter().any(|own| is_marked(row, *own)))
            && !seen.rows.iter().any(are_both)
    };
    let is_reversed = |row: &csv::StringRecord| {
        let at = |side: bool| columns.iter().find(|own| own.1 == side).map(|own| own.0);
        let cell = |side: bool| row.get(at(side)?).map(str::trim);
        cell(true) == Some(asked::YES) && cell(false) == Some(asked::NO)
    };
    are_all(&|cell, side| asked::is_mark(cell, side), &asked::is_no_mark)
        || (seen.rows.iter().any(is_reversed)
            && are_all(&|cell, _| cell == asked::YES, &|cell| cell == asked::NO))
}
