//! Columns without a header behind that of an analyte, as where its cell was merged with theirs.

use super::{About, WideColumn};
use crate::import::columns::{Columns, Seen, are_flags, is_flag};
use crate::import::file::table::{begins_like_number, is_blank};
use crate::value::comparator;

/// Takes such a column for what its cells are: the laboratory's flags, comparators, or what may be results of the analyte, too.
pub(super) fn attach(seen: &Seen, columns: &Columns, wide: &mut [WideColumn], taken: &mut [bool]) {
    let behind = |column: &WideColumn| column.beside().fold(column.value, usize::max) + 1;
    let is_nameless = |at: usize| seen.headers.get(at).is_some_and(|header| is_blank(header));
    // One alone at the end of the table is of nobody knows which.
    let one = wide
        .iter()
        .map(behind)
        .filter(|at| is_nameless(*at))
        .count()
        == 1;
    // Where one stands in front of the first analyte, each may be of the one behind it.
    let first = wide.iter().map(|column| column.value).min();
    let in_front = first.and_then(|first| first.checked_sub(1));
    let may_be_in_front = in_front.is_some_and(|at| is_nameless(at) && seen.cells(at).all(is_flag));
    for column in wide {
        let next = behind(column);
        let is_of_all = may_be_in_front || (one && next + 1 == seen.headers.len());
        let is_free = taken.get(next) == Some(&false) && columns.uses[next].role.is_none();
        if !is_free || !is_nameless(next) {
            continue;
        }
        let are_signs = || seen.cells(next).all(comparator::is_sign);
        if seen.cells(next).any(begins_like_number) {
            column.nameless = Some(next);
        } else if is_of_all || column.flag_column.is_some() || !are_flags(seen, next) {
            continue;
        } else if are_signs() {
            column.about.push((About::Comparator, next));
        } else {
            column.flag_column = Some(next);
        }
        taken[next] = true;
    }
}
