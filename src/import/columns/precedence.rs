//! Which of several columns for a role says most.

use super::Seen;
use super::candidates::Candidate;
use super::cells::cells_are;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Cells, Kind};

/// A column of names ("Patient") beside one of numbers ("Patientennummer") does not tell who somebody is: two people may
/// have one name. Gives the columns that are left out.
pub(super) fn leave_names_out(candidates: &mut Vec<Candidate>, seen: &Seen) -> Vec<usize> {
    let is_patient = |c: &Candidate| c.entry.role == Role::Patient;
    let numbered = |c: &Candidate| cells_are(seen, c.column, Cells::Identifiers);
    let mut others = candidates
        .iter()
        .filter(|c| is_patient(c) && numbered(c))
        .peekable();
    if others.peek().is_none() {
        return Vec::new();
    }
    // Beside the number of a stay one word may be a pseudonym.
    let of_stay = others.all(|c| c.entry.kind == Kind::Stay);
    let is_name = |c: &Candidate| {
        let cells = seen.rows.iter().filter_map(|row| row.get(c.column));
        let mut cells = cells
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .peekable();
        let letters = |cell: &str| {
            let plain = 2 < cell.len() && !cell.bytes().any(|byte| byte.is_ascii_digit());
            plain && (!of_stay || cell.contains([' ', ',']))
        };
        cells.peek().is_some() && cells.all(letters)
    };
    let mut names = Vec::new();
    candidates.retain(|c| {
        let out = is_patient(c) && is_name(c);
        if out {
            names.push(c.column);
        }
        !out
    });
    names
}

/// Headers of names that leave out what sets one test apart: fluid, state, method.
const GENERAL: &[&str] = &[
    "commonname",
    "basename",
    "externalname",
    "standardname",
    "loincname",
    "loincdescription",
    "genericname",
];

/// Of the columns with names, the one that says most comes first: what was ordered (a panel) names fewer analytes that
/// are known, or the same one for many rows. Where that settles nothing their headers do.
pub(super) fn finest_name_first(candidates: &mut [Candidate], seen: &Seen) {
    let names = |c: &Candidate| {
        let settled = vocabulary::fold(&seen.headers[c.column]) == "lbtest";
        c.entry.role == Role::Name && c.entry.kind == Kind::Plain && !settled
    };
    let worth = |c: &Candidate| {
        let cells = seen.rows.iter().filter_map(|row| row.get(c.column));
        let mut known: Vec<&str> = cells
            .map(str::trim)
            .filter(|cell| (seen.known)(cell))
            .collect();
        let count = known.len();
        known.sort_unstable();
        known.dedup();
        (count, known.len())
    };
    let Some(from) = candidates.iter().position(names) else {
        return;
    };
    // They stand beside each other: sorted by kind and rank.
    let to = from + candidates[from..].iter().take_while(|c| names(c)).count();
    // What a test is called in general says less of it than its own name, however many of these are known.
    let is_general = |c: &Candidate| {
        let folded = vocabulary::fold(&seen.headers[c.column]);
        GENERAL.contains(&folded.as_str())
    };
    candidates[from..to].sort_by_key(|c| (is_general(c), std::cmp::Reverse(worth(c))));
}
