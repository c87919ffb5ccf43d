//! Files that state each result more than once: as reported, as analyzed, in standard units.

use super::{Candidate, Columns, Seen, unused};
use crate::import::role::Role;
use crate::import::vocabulary::{self, Kind};

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
        && has(candidates, Role::Value, Kind::Plain);
    // "Result, Unit, SI result": the unit is that of the result beside which it stands.
    let is_without_unit = !has(candidates, Role::Unit, Kind::Standard)
        && has(candidates, Role::Unit, Kind::Plain)
        && has(candidates, Role::Value, Kind::Plain);
    let found = sets
        .into_iter()
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
