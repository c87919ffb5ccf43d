//! Columns that may be printed limits, and which of them are left out beside others.

use super::candidates::Candidate;
use super::cells::are_told_by_tests;
use super::likely::{self, Likely};
use super::limits::is_told_by_numbers;
use super::{Columns, Seen, unused};
use crate::import::role::Role;
use crate::import::table::is_blank;
use crate::import::vocabulary::{self, Cells, Kind};

/// Why a column is used as limits that may be anything.
pub(super) const PERHAPS_LIMITS: &str = "may be printed limits, or other numbers";

/// Is a column one of limits by whose they are, under a header of anything?
fn is_reference(seen: &Seen, column: usize) -> bool {
    let entry = vocabulary::entry(&seen.headers[column]);
    let kind = entry.map(|entry| entry.kind);
    matches!(kind, Some(Kind::ByCells(choices)) if choices.contains(&(Role::Range, Cells::Intervals)))
        && are_told_by_tests(seen, column)
}

/// May a column be one of printed limits, by its header and its cells?
pub(super) fn may_be_limits(seen: &Seen, column: usize, choices: &[(Role, Cells)]) -> bool {
    let mut choices = choices.iter();
    choices.any(|choice| *choice == (Role::Range, Cells::Intervals))
        && likely::texts(seen, column) == Likely::Open
}

impl Columns {
    /// What may be limits, or is some by its numbers alone, is left out beside what certainly is some; and so is what may be
    /// beside what is by its numbers. Of two pairs of those nobody knows which: one side is never taken from one of them, and
    /// the other side from another.
    pub(super) fn settle_perhaps_limits(&mut self, seen: &Seen, candidates: &mut Vec<Candidate>) {
        let is_limit = |c: &&Candidate| {
            let is_one = matches!(c.entry.role, Role::Low | Role::High | Role::Range);
            is_one && !seen.cells(c.column).all(is_blank)
        };
        let limits = || candidates.iter().filter(is_limit).map(|c| c.column);
        let is_open = |column: &usize| self.perhaps_limits.contains(column);
        let by_numbers =
            |column: &usize| is_told_by_numbers(seen, *column) || is_reference(seen, *column);
        let (told, sure): (Vec<usize>, Vec<usize>) =
            limits().partition(|column| is_open(column) || by_numbers(column));
        let (open, told): (Vec<usize>, Vec<usize>) = told.into_iter().partition(is_open);
        let kinds = |columns: &[usize]| {
            let pairs = columns.iter().filter(|at| is_told_by_numbers(seen, **at));
            let of_pairs = pairs.count();
            of_pairs.div_ceil(2) + columns.len() - of_pairs
        };
        let left = match (sure.is_empty(), told.is_empty()) {
            (false, _) => [told, open].concat(),
            (true, false) if 1 < kinds(&told) => [told, open].concat(),
            (true, false) => open,
            (true, true) if 1 < kinds(&open) => open,
            (true, true) => return,
        };
        self.perhaps_limits.retain(|column| !left.contains(column));
        candidates.retain(|c| !left.contains(&c.column));
        for column in left {
            self.uses[column] = unused("other columns are the limits, or nobody can tell which");
        }
    }
}
