//! Columns that may be printed limits, and which of them are left out beside others.

use super::candidates::Candidate;
use super::cells::are_told_by_tests;
use super::likely::{self, Likely};
use super::limits::{is_told_by_numbers, number, partner};
use super::{Columns, Seen, unused};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Cells, Kind};

/// Why a column is used as limits that may be anything.
pub(super) const PERHAPS_LIMITS: &str = "may be printed limits, or other numbers";

/// Is a column one of limits by its cells, under a header of anything?
fn is_of_anything(seen: &Seen, column: usize) -> bool {
    let entry = vocabulary::entry(&seen.headers[column]);
    let kind = entry.map(|entry| entry.kind);
    matches!(kind, Some(Kind::ByCells(choices)) if choices.contains(&(Role::Range, Cells::Intervals)))
}

/// May a column be one of printed limits, by its header and its cells?
pub(super) fn may_be_limits(seen: &Seen, column: usize, choices: &[(Role, Cells)]) -> bool {
    let mut choices = choices.iter();
    choices.any(|choice| *choice == (Role::Range, Cells::Intervals))
        && likely::texts(seen, column) == Likely::Open
}

/// Do columns state two low limits for a row, or two high ones?
fn contradict(seen: &Seen, candidates: &[Candidate], columns: &[usize]) -> bool {
    let limits = candidates.iter().filter(|c| columns.contains(&c.column));
    let limits: Vec<(usize, Role)> = limits.map(|c| (c.column, c.entry.role)).collect();
    let differ = |mut stated: Vec<f64>| {
        stated.dedup();
        1 < stated.len()
    };
    seen.rows.iter().any(|row| {
        let ends = |(column, role): &(usize, Role)| {
            let cell = row.get(*column).unwrap_or("").trim();
            match role {
                Role::Low => (number(cell), None),
                Role::High => (None, number(cell)),
                _ => likely::ends(cell),
            }
        };
        let (lows, highs): (Vec<_>, Vec<_>) = limits.iter().map(ends).unzip();
        differ(lows.into_iter().flatten().collect())
            || differ(highs.into_iter().flatten().collect())
    })
}

/// Columns that are not the first one, nor the other one of its pair.
fn behind_first(seen: &Seen, columns: &[usize]) -> Vec<usize> {
    let first = columns.iter().min().copied();
    let other = first.and_then(|first| Some(partner(seen, first)?.0));
    let is_left = |column: &&usize| ![first, other].contains(&Some(**column));
    columns.iter().filter(is_left).copied().collect()
}

impl Columns {
    /// What may be limits is left out beside what certainly is some, or is by its numbers, and what is by its numbers beside what
    /// certainly is some, where they contradict each other. Of two of those that do nobody knows which: the first one
    /// may be the limits, and one side is never taken from one of them, and the other side from another.
    pub(super) fn settle_perhaps_limits(&mut self, seen: &Seen, candidates: &mut Vec<Candidate>) {
        let is_limit = |c: &&Candidate| {
            let is_one = matches!(c.entry.role, Role::Low | Role::High | Role::Range);
            is_one && !seen.cells(c.column).all(is_blank)
        };
        let limits = || candidates.iter().filter(is_limit).map(|c| c.column);
        let is_open = |column: &usize| self.perhaps_limits.contains(column);
        let is_told = |column: &usize| {
            let by_tests = is_of_anything(seen, *column) && are_told_by_tests(seen, *column);
            is_told_by_numbers(seen, *column) || by_tests
        };
        let (told, sure): (Vec<usize>, Vec<usize>) =
            limits().partition(|column| is_open(column) || is_told(column));
        let (open, told): (Vec<usize>, Vec<usize>) = told.into_iter().partition(is_open);
        let differ = |columns: &[usize]| contradict(seen, candidates, columns);
        let left = match (sure.is_empty(), told.is_empty()) {
            (false, _) if differ(&[sure.clone(), told.clone()].concat()) => {
                [told.clone(), open].concat()
            }
            (true, false) if differ(&told) => [behind_first(seen, &told), open].concat(),
            (false, _) | (true, false)
                if differ(&[sure.clone(), told.clone(), open.clone()].concat()) =>
            {
                open
            }
            (true, true) if differ(&open) => behind_first(seen, &open),
            _ => Vec::new(),
        };
        let are_of_several = sure.is_empty() && told.iter().any(|column| left.contains(column));
        if are_of_several {
            let first = told.iter().filter(|column| !left.contains(column));
            self.perhaps_limits.extend(first);
        }
        self.limits_are_told = limits().any(|column| {
            !left.contains(&column)
                && (is_told_by_numbers(seen, column) || is_of_anything(seen, column))
        });
        self.perhaps_limits.retain(|column| !left.contains(column));
        candidates.retain(|c| !left.contains(&c.column));
        for column in left {
            self.uses[column] = unused("other columns are the limits, or nobody can tell which");
        }
    }
}
