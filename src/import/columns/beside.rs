//! What the other columns of a table are for, where that settles what one is.

use super::Seen;
use super::cells::cells_are;
use crate::import::cells::fluid;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Cells, Entry, Kind};

/// Does another column hold numbers of patients, or of their stays? A number goes before a name.
pub(super) fn has_numbers_of_patients(seen: &Seen, column: usize) -> bool {
    let is_one = |at: usize| {
        let entry = vocabulary::entry(&seen.headers[at]);
        at != column
            && entry.is_some_and(|entry| entry.role == Role::Patient)
            && cells_are(seen, at, Cells::Identifiers)
    };
    (0..seen.headers.len()).any(is_one)
}

/// Is another column than this one named for the analyte?
pub(super) fn names_analyte(seen: &Seen, column: usize) -> bool {
    plain_ones(seen.headers, column, Role::Name)
        .next()
        .is_some()
}

/// Does another column say what was measured, by its header or by more of its cells?
pub(super) fn are_named(seen: &Seen, column: usize) -> bool {
    let names = |at: usize, role: Role| match role {
        Role::Name | Role::Loinc => at != column,
        Role::Code => at != column && !are_numbers(seen, at),
        _ => false,
    };
    let is_one = |at: usize, entry: Entry| match entry.kind {
        Kind::ByCells(choices) => choices.iter().any(|(role, cells)| {
            names(at, *role) && *cells != Cells::SomeAnalytes && cells_are(seen, at, *cells)
        }),
        _ => names(at, entry.role),
    };
    let headers = seen.headers.iter().enumerate();
    let mut entries = headers.filter_map(|(at, header)| Some((at, vocabulary::entry(header)?)));
    entries.any(|(at, entry)| is_one(at, entry))
}

/// Are all codes of a column numbers of the house, which tell nobody else what was measured?
fn are_numbers(seen: &Seen, column: usize) -> bool {
    let is_one = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit()) && !(seen.known)(cell);
    !seen.is_empty(column) && seen.cells(column).all(is_one)
}

/// Is another column than this one named for the specimen? What it came in may stand beside it.
pub(super) fn names_specimen(headers: &[String], column: usize) -> bool {
    let is_bare =
        |(at, header): (usize, &String)| at != column && vocabulary::fold(header) == "specimen";
    let mut plain = plain_ones(headers, column, Role::Specimen);
    headers.iter().enumerate().any(is_bare) || plain.any(|header| !fluid::is_of_container(header))
}

/// Is another column one of results, by its header or, where that comes first, by its numbers?
pub(super) fn has_results(seen: &Seen, column: usize, rank: usize) -> bool {
    seen.headers.iter().enumerate().any(|(at, header)| {
        let entry = vocabulary::entry(header).filter(|_| at != column);
        let is_one = |entry: Entry| match entry.kind {
            Kind::ByCells(_) => entry.rank < rank && cells_are(seen, at, Cells::Numbers),
            _ => true,
        };
        entry.is_some_and(|entry| entry.role == Role::Value && is_one(entry))
    })
}

/// Headers of other columns than this one that say this role and no other.
fn plain_ones(headers: &[String], column: usize, role: Role) -> impl Iterator<Item = &String> {
    let is_one = move |(at, header): &(usize, &String)| {
        let entry = vocabulary::entry(header).filter(|_| *at != column);
        entry.is_some_and(|entry| entry.role == role && entry.kind == Kind::Plain)
    };
    headers
        .iter()
        .enumerate()
        .filter(is_one)
        .map(|(_, header)| header)
}
