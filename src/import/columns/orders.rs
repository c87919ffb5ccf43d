//! Numbers of samples beside those of orders: which of the two rows of one tube have in common.

use foldhash::{HashMap, HashMapExt};

use super::Seen;
use super::candidates::Candidate;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};

/// Candidates for the sample, held against the other columns.
pub(super) struct Orders<'a, 's> {
    seen: &'a Seen<'s>,
    patient: Option<usize>,
    times: Vec<usize>,
    others: Vec<usize>,
}

impl<'a, 's> Orders<'a, 's> {
    pub(super) fn of(seen: &'a Seen<'s>, candidates: &[Candidate]) -> Orders<'a, 's> {
        let of = |roles: &[Role]| {
            let all = candidates.iter().filter(|c| roles.contains(&c.entry.role));
            all.map(|c| c.column).collect::<Vec<_>>()
        };
        let patients = candidates.iter().filter(|c| c.entry.role == Role::Patient);
        Orders {
            seen,
            patient: patients.min_by_key(|c| c.entry.rank).map(|c| c.column),
            times: of(&[Role::Collected, Role::CollectedTime]),
            others: of(&[Role::Sample]),
        }
    }

    /// "1", "A" under "Sample": a number within an order, if there is one.
    pub(super) fn is_within_order(&self, candidate: &Candidate) -> bool {
        candidate.entry.role == Role::Sample
            && is_bare(&self.seen.headers[candidate.column])
            && self.seen.cells(candidate.column).all(|cell| cell.len() < 4)
            && !self.joins_any(candidate.column)
    }

    /// A number of the laboratory under which only a part of the tests of a sample stands, where another column says which sample
    /// that is.
    pub(super) fn is_of_part(&self, candidate: &Candidate) -> bool {
        let header = vocabulary::fold(&self.seen.headers[candidate.column]);
        let is_one =
            |other: &usize| *other != candidate.column && self.joins(*other, candidate.column);
        candidate.entry.role == Role::Sample
            && ["acc", "lab"].iter().any(|word| header.starts_with(word))
            && self.others.iter().any(is_one)
    }

    fn joins_any(&self, column: usize) -> bool {
        let mut others = self.others.iter();
        others.any(|other| *other != column && self.joins(column, *other))
    }

    /// True if rows of one number of a patient, all of one time, have several numbers in another column: a number that begins anew
    /// with each order does not stand at one time alone.
    fn joins(&self, column: usize, other: usize) -> bool {
        let is_told = !self.times.is_empty() && is_of_sample(&self.seen.headers[column]);
        let Some(patient) = self.patient.filter(|_| is_told) else {
            return false;
        };
        let mut known: HashMap<[&str; 2], (Vec<&str>, &str)> = HashMap::new();
        let mut joins = false;
        for row in self.seen.rows {
            let cell = |at: usize| row.get(at).unwrap_or("").trim();
            let key = [patient, column].map(cell);
            let times: Vec<&str> = self.times.iter().map(|at| cell(*at)).collect();
            let is_told = !is_blank(key[1]) && !times.iter().all(|time| is_blank(time));
            if !is_told || is_blank(cell(other)) {
                continue;
            }
            let (first, order) = known
                .entry(key)
                .or_insert_with(|| (times.clone(), cell(other)));
            if *first != times {
                return false;
            }
            joins |= *order != cell(other);
        }
        joins
    }
}

/// True for a header of samples, or of orders, that may hold anything of them: "Sample", "Pedido".
fn is_bare(header: &str) -> bool {
    let entry = vocabulary::entry(header);
    entry.is_some_and(|entry| entry.role == Role::Sample && matches!(entry.kind, Kind::ByCells(_)))
}

/// True for such a header of samples: "Sample", "Probe". They may hold a fluid, too.
fn is_of_sample(header: &str) -> bool {
    let entry = vocabulary::entry(header);
    is_bare(header) && entry.is_some_and(|entry| entry.chooses(Role::Specimen))
}
