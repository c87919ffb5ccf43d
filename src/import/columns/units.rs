//! A column of units under a header that is not known.

use super::{Columns, PERHAPS_UNIT, Seen};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};
use crate::units::spelling::{UnitTable, fold_unit};

/// Parts of headers of units of something else, folded.
#[rustfmt::skip]
const OF_OTHERS: &[&str] = &[
    "age", "dose", "drug", "medic", "weight", "height", "bmi", "volume", "prev", "prior", "last", "time", "price", "cost", "limit",
    "ref", "range", "low", "high", "strength", "infus", "flow", "rate", "location", "ward", "care", "flag",
];

impl Columns {
    /// Takes the column whose cells are units and nothing else, where no column gives the unit. Of several, the first, if
    /// they agree; else the one whose header goes with that of the results, as `reported_unit` does with `reported_value`;
    /// else none.
    pub(super) fn add_unit(&mut self, seen: &Seen) {
        let stated = |layout: &crate::import::Layout| layout.columns.contains_key(&Role::Unit);
        let is_given = self.has(Role::Unit) || seen.layout.is_some_and(stated);
        if is_given || !self.has(Role::Value) || self.named_units(seen).is_some() {
            return;
        }
        let is_one = |column: &usize| {
            self.uses[*column].role.is_none()
                && (self.is_unknown(*column) || is_of_set(seen, *column))
                && !is_of_another(&seen.headers[*column])
                && are_units(seen, *column)
        };
        let columns: Vec<usize> = (0..seen.headers.len()).filter(is_one).collect();
        let Some((first, others)) = columns.split_first() else {
            return;
        };
        if others.iter().all(|other| agree(seen, *first, *other)) {
            self.use_for(*first, Role::Unit, "its cells are units");
            return;
        }
        let of_results = self.of(Role::Value).first();
        let whose = of_results.and_then(|at| beside(&seen.headers[*at], Role::Value));
        let goes = |column: &&usize| {
            whose.is_some() && beside(&seen.headers[**column], Role::Unit) == whose
        };
        let mut going = columns.iter().filter(goes);
        if let (Some(own), None) = (going.next(), going.next()) {
            self.use_for(*own, Role::Unit, "its header goes with that of the results");
            return;
        }
        for column in columns {
            self.uses[column].reason = PERHAPS_UNIT.to_string();
        }
    }
}

/// A header of units that go with a result in a set of its own: there is none here. Beside a standard result, the standard
/// unit is that of it, and of no other.
fn is_of_set(seen: &Seen, column: usize) -> bool {
    let entry = |header: &String| vocabulary::entry(header);
    let is_standard = |header: &String| {
        entry(header).is_some_and(|entry| entry.role == Role::Value && entry.kind == Kind::Standard)
    };
    let unit = entry(&seen.headers[column]).filter(|entry| entry.role == Role::Unit);
    unit.is_some_and(|unit| unit.kind != Kind::Standard || !seen.headers.iter().any(is_standard))
}

/// What stands in a header beside one word for a role: "lab" of "Lab units".
fn beside(header: &str, role: Role) -> Option<String> {
    let is_of_role = |word: &String| vocabulary::role(word) == Some(role);
    let words = vocabulary::words(header).into_iter();
    let (of_role, rest): (Vec<String>, Vec<String>) = words.partition(is_of_role);
    (of_role.len() == 1 && !rest.is_empty()).then(|| rest.join(" "))
}

fn is_of_another(header: &str) -> bool {
    let folded = vocabulary::fold(header);
    OF_OTHERS.iter().any(|word| folded.contains(word))
}

/// True if all filled cells are units, of most rows, and one is more than a letter or a sign: "L" is low.
fn are_units(seen: &Seen, column: usize) -> bool {
    let table = UnitTable::bundled();
    let cells = seen.rows.iter().filter_map(|row| row.get(column));
    let cells: Vec<&str> = cells
        .map(str::trim)
        .filter(|cell| !is_blank(cell))
        .collect();
    let is_telling = |cell: &&str| {
        cell.chars().any(char::is_alphabetic) && cell.contains('/') && 2 < cell.chars().count()
    };
    seen.rows.len() < cells.len() * 2
        && cells.iter().any(is_telling)
        && cells.iter().all(|cell| !table.read(cell).is_empty())
}

/// True if two columns say the same wherever both say something.
fn agree(seen: &Seen, one: usize, other: usize) -> bool {
    let differ = |row: &csv::StringRecord| {
        let cell = |at: usize| row.get(at).map(str::trim).filter(|cell| !is_blank(cell));
        let (one, other) = (cell(one)?, cell(other)?);
        Some(fold_unit(one) != fold_unit(other))
    };
    !seen.rows.iter().filter_map(differ).any(|differ| differ)
}
