//! Files that state each result more than once: as reported, as analyzed, in standard units.

use super::cells::is_flag;
use super::limits::{FAR, number};
use super::{Candidate, Columns, STATED, Seen, unused};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};
use crate::interpret::reported;
use crate::interpretation::ReportedFlag;

/// True for cells that are all flags, and one of them of a direction; a plus may be a result.
pub(crate) fn are_flags_alone<'c>(cells: impl Iterator<Item = &'c str>) -> bool {
    let mut is_off = false;
    let all = { cells }.all(|cell| {
        let flag = reported::flag(cell);
        is_off |= matches!(flag, ReportedFlag::Low | ReportedFlag::High);
        is_flag(cell) && !cell.contains(['+', '-'])
    });
    all && is_off
}

impl Columns {
    /// Leaves a column that is called one of results and holds flags alone, where numbers stand under a header that is not known:
    /// those are the results, and nobody here can tell.
    pub(super) fn leave_flags_as_results(&mut self, seen: &Seen) {
        let [value] = *self.of(Role::Value) else {
            return;
        };
        let are_numbers = |at: usize| {
            let numbers = seen.cells(at).filter(|cell| number(cell).is_some());
            seen.cells(at).count() < numbers.count() * 2
        };
        let is_unread = |at: usize| self.uses[at].role.is_none() && self.is_unknown(at);
        if self.uses[value].reason != STATED
            && are_flags_alone(seen.cells(value))
            && (0..seen.headers.len()).any(|at| is_unread(at) && are_numbers(at))
        {
            self.leave("its cells are flags", Role::Value, |_| false);
        }
    }
}

/// Keeps one set of result columns where a file has several: as reported, as analyzed, or in
/// standard units. Value, unit and limits must come from the same set.
pub(super) fn choose_result_set(
    candidates: &mut Vec<Candidate>,
    columns: &mut Columns,
    seen: &Seen,
) {
    let has = |list: &[Candidate], role: Role, kind: Kind| {
        list.iter()
            .any(|c| c.entry.role == role && c.entry.kind == kind)
    };
    let sets = [Kind::Original, Kind::Analysis, Kind::Standard, Kind::Plain];
    let stated = columns.of(Role::Value).first().map(|column| {
        let kind = vocabulary::entry(&seen.headers[*column]).map(|entry| entry.kind);
        kind.filter(|kind| sets.contains(kind))
            .unwrap_or(Kind::Plain)
    });
    let limits = [Role::Low, Role::High, Role::Range];
    let has_limits = |kind| limits.iter().any(|role| has(candidates, *role, kind));
    // The only limits go with the result beside which they stand: "Value, Unit, SI value, SI unit, Low, High".
    let is_limited = has_limits(Kind::Plain)
        && !has_limits(Kind::Standard)
        && has(candidates, Role::Unit, Kind::Plain)
        && has(candidates, Role::Unit, Kind::Standard)
        && has(candidates, Role::Value, Kind::Plain)
        && !are_of_standard(candidates, seen);
    // "Result, Unit, SI result": the unit is that of the result beside which it stands.
    let is_without_unit = !has(candidates, Role::Unit, Kind::Standard)
        && has(candidates, Role::Unit, Kind::Plain)
        && has(candidates, Role::Value, Kind::Plain);
    let standard_first = has_limits(Kind::Plain)
        && has(candidates, Role::Value, Kind::Standard)
        && are_of_standard(candidates, seen);
    // "SI result, SI unit, SI low, SI high, Conv result, Conv unit": what the laboratory's limits are printed for.
    let only_standard_is_limited = has_limits(Kind::Standard)
        && ![Kind::Original, Kind::Plain].into_iter().any(has_limits)
        && has(candidates, Role::Unit, Kind::Standard);
    let found = sets
        .into_iter()
        .filter(|set| *set != Kind::Original || !(standard_first || only_standard_is_limited))
        .filter(|set| *set != Kind::Standard || !(is_limited || is_without_unit))
        .find(|set| has(candidates, Role::Value, *set));
    let Some(set) = stated.or(found) else {
        return;
    };
    for role in [
        Role::Value,
        Role::Unit,
        Role::Low,
        Role::High,
        Role::Range,
        Role::Flag,
    ] {
        // What may stand in where the set itself lacks the column.
        let others: &[Kind] = match (set, role) {
            (_, Role::Value) => &[],
            (Kind::Analysis, _) => &[Kind::Standard, Kind::Plain],
            // There is one result, and these are its limits, whatever they are called.
            (Kind::Plain, Role::Low | Role::High | Role::Range) => {
                &[Kind::Original, Kind::Analysis, Kind::Standard]
            }
            _ => &[Kind::Plain],
        };
        let kind = std::iter::once(&set)
            .chain(others)
            .copied()
            .find(|kind| has(candidates, role, *kind));
        candidates.retain(|c| {
            let keep = c.entry.role != role || Some(c.entry.kind) == kind || role == Role::Flag;
            if !keep {
                columns.uses[c.column] = unused("the result is taken from other columns");
            }
            keep
        });
    }
}

/// True for limits that stand behind the result in standard units, and of which only that one is near, wherever one alone
/// is, in two rows or more, while the other is beyond belief: "Value, Unit, SI value, SI unit, Low, High" with 1.0, 88, 53
/// and 106. A result far above its limits may be one of somebody who is very ill: at least one lies below a tenth of the
/// lower limit. They are held against the unit again, row by row, when they judge.
fn are_of_standard(candidates: &[Candidate], seen: &Seen) -> bool {
    /// Rows that are needed.
    const ENOUGH: usize = 2;
    /// By how much no result lies beyond a limit of its own.
    const BEYOND: f64 = 10.0;
    let first = |role: Role, kinds: &[Kind]| {
        let mut own = candidates.iter().filter(|c| c.entry.role == role);
        own.find(|c| kinds.contains(&c.entry.kind))
            .map(|c| c.column)
    };
    let reported = &[Kind::Plain, Kind::Original];
    let plain = first(Role::Value, reported).zip(first(Role::Unit, reported));
    let standard = first(Role::Value, &[Kind::Standard]).zip(first(Role::Unit, &[Kind::Standard]));
    let (Some(plain), Some(standard)) = (plain, standard) else {
        return false;
    };
    let limit = |role: Role| first(role, &[Kind::Plain]);
    let (low, high, range) = (limit(Role::Low), limit(Role::High), limit(Role::Range));
    let begin = [low, high, range].into_iter().flatten().min();
    // Another set of limits, of the result as reported.
    let others = [Role::Low, Role::High, Role::Range];
    let is_other = |role: &Role| first(*role, &[Kind::Original, Kind::Standard]).is_some();
    let stands_behind = begin.is_some_and(|at| {
        let last = plain.0.max(plain.1);
        last < standard.0.min(standard.1) && standard.0.max(standard.1) < at
    });
    if !stands_behind || others.iter().any(is_other) {
        return false;
    }
    let ends = |row: &csv::StringRecord| {
        let cell = |at: Option<usize>| number(row.get(at?)?.trim());
        let both = cell(low).zip(cell(high));
        both.or_else(|| {
            let (low, high) = row.get(range?)?.trim().split_once(['-', '–'])?;
            number(low.trim()).zip(number(high.trim()))
        })
    };
    let nearer = |row: &csv::StringRecord| {
        let (low, high) = ends(row)?;
        let value = |at: usize| number(row.get(at)?.trim());
        let (own, other) = (value(plain.0)?, value(standard.0)?);
        let is_near = |value: f64| low <= value * FAR && value <= high * FAR;
        let is_far_below = 0.0 < own && own * BEYOND <= low;
        let is_beyond = is_far_below || high * BEYOND <= own;
        let told = is_near(own) != is_near(other);
        told.then_some((is_near(other) && is_beyond, is_far_below))
    };
    let told: Vec<(bool, bool)> = seen.rows.iter().filter_map(nearer).collect();
    ENOUGH <= told.len()
        && told.iter().all(|(is_standard, _)| *is_standard)
        && told.iter().any(|(_, is_far_below)| *is_far_below)
}
