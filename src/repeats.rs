//! The same analyte of the same sample, reported more than once.
//!
//! The first pass notes who each result is, in eight bytes with its line, in parts in a temporary file; read part
//! by part, they tell who is there more than once. A second look at those alone, in the order of rows,
//! finds what differs and what is corrected. Memory grows with the repeated results, not with all.

mod conclude;
mod identity;
mod places;
mod taken_back;
#[cfg(test)]
mod tests;

use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashSet};

use crate::crew;
use crate::error::{Error, Result};
use crate::import::date::{self, DateReading, Moment};
use crate::interpret::reported::{self, Status};
use crate::notice::Code;
use crate::observation::Observation;
use crate::sample::Drawn;
use crate::spill::{PARTS, Spill};
use crate::value::Value;
use identity::whole;
use places::{noted, twice};
use taken_back::Taking;

pub(crate) use identity::{DrawnHash, identity_in};
pub use identity::{Identity, Said, Wording, identity};
pub(crate) use places::{Base, Codes, Lines};
pub use places::{LineNumber, Place, Repeated};

/// A row whose identity is there more than once.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    identity: Identity,
    whole: u64,
    said: Said,
    place: Place,
    reported: Option<Moment>,
}

impl Candidate {
    /// This row.
    #[must_use]
    pub fn of(
        identity: Identity,
        row: &Drawn<'_>,
        wording: &Wording,
        said: &Said,
        place: Place,
    ) -> Candidate {
        Candidate {
            identity,
            whole: whole(row, wording, said),
            said: *said,
            place,
            reported: None,
        }
    }

    /// The same with the time at which the row says that it was reported.
    #[must_use]
    pub fn reported(self, row: &Observation<'_>) -> Candidate {
        let reported = match date::read(row.reported, row.date_orders) {
            DateReading::Read(moment) => Some(moment),
            _ => None,
        };
        Candidate { reported, ..self }
    }
}

/// What is learned about repetitions.
#[derive(Debug, Default)]
pub struct Repeats {
    noted: Spill,
    /// Lines of the files so far.
    lines: u64,
    /// Behind the first pass: who is there more than once.
    pub repeated: Repeated,
    /// The first result of each; the lowest bit says that a final one was met.
    seen: HashMap<u64, u64>,
    differing: HashSet<u64>,
    /// The first corrected result of each identity.
    corrected: HashMap<u64, u64>,
    /// Identities whose corrected results differ among themselves.
    corrections_differ: HashSet<u64>,
    /// Identities with preliminary results and no final one, so far.
    preliminary: HashSet<u64>,
    /// Identities with preliminary and final results.
    finished: HashSet<u64>,
    /// What takes results of an identity back.
    takings: HashMap<u64, Vec<Taking>>,
    /// When each content of these identities was reported.
    reported: HashMap<(u64, u64), Vec<Option<Moment>>>,
    /// When what replaces other rows of these identities was reported.
    replacing: HashMap<u64, Vec<Option<Moment>>>,
    /// Identities of which something was reported behind what should replace it.
    contested: HashSet<u64>,
    /// The first place of each content.
    first: HashMap<(u64, u64), Place>,
    /// Every row that was seen.
    candidates: Vec<Candidate>,
    /// In the end: what is to be said of rows, in their order.
    codes: Vec<(Place, Code)>,
}

impl Repeats {
    /// First pass: the results of another file follow.
    pub(crate) fn begin_file(&mut self) -> Base {
        self.repeated.bases.push(Base(self.lines));
        Base(self.lines)
    }

    /// First pass: the file had so many lines.
    pub(crate) fn end_file(&mut self, lines: u64) {
        self.lines += lines;
    }

    /// First pass: notes results that are there, each with its line.
    ///
    /// # Errors
    /// If the temporary file cannot be written.
    pub fn note(&mut self, identities: &[(Identity, LineNumber)]) -> Result<()> {
        for (Identity(identity), LineNumber(line)) in identities {
            let bits = noted(*identity) & u64::from(u32::MAX);
            let bytes = (bits << u32::BITS | u64::from(*line)).to_le_bytes();
            self.noted
                .add(Spill::part(*identity), &bytes)
                .map_err(temporary)?;
        }
        Ok(())
    }

    /// Behind the first pass: finds who is there more than once.
    ///
    /// # Errors
    /// If the temporary file cannot be read.
    pub fn find(&mut self, threads: usize) -> Result<()> {
        let mut noted = std::mem::take(&mut self.noted);
        let mut parts = 0..PARTS;
        crew::in_order(
            threads,
            || match parts.next() {
                Some(part) => {
                    let bytes = noted.take(part).map_err(temporary)?;
                    Ok(Some((part, bytes)))
                }
                None => Ok(None),
            },
            || (),
            |(), (part, bytes)| twice(part, &bytes),
            |twice| {
                let repeated = &mut self.repeated;
                repeated
                    .identities
                    .extend(twice.iter().map(|(identity, _)| identity));
                repeated.lines.extend(twice.iter().map(|(_, line)| line));
                Ok(())
            },
        )?;
        self.repeated.lines.sort_unstable();
        self.repeated.lines.dedup();
        Ok(())
    }

    /// True if any is.
    #[must_use]
    pub fn are_any(&self) -> bool {
        !self.repeated.identities.is_empty()
    }

    /// Second look: a row of a repeated identity, in the order of rows.
    pub fn see(&mut self, row: &Candidate) {
        self.candidates.push(*row);
        let (Identity(identity), result) = (row.identity, row.said.result);
        self.first.entry((identity, row.whole)).or_insert(row.place);
        // What takes a result back is none itself.
        if let Some(by) = row.said.withdraws {
            self.takings.entry(identity).or_default().push(Taking {
                by,
                result,
                reported: row.reported,
            });
            return;
        }
        if row.said.status == Status::Corrected
            && *self.corrected.entry(identity).or_insert(result) != result
        {
            self.corrections_differ.insert(identity);
        }
        let is_final = row.said.is_final;
        let is_preliminary = row.said.status == Status::Preliminary;
        let marked = (result & !1) | u64::from(is_final);
        match self.seen.entry(identity) {
            Entry::Vacant(entry) => {
                entry.insert(marked);
            }
            Entry::Occupied(mut entry) => {
                let was_final = *entry.get() & 1 == 1;
                if is_preliminary && was_final {
                    self.finished.insert(identity);
                } else if is_final && !was_final && self.preliminary.remove(&identity) {
                    // What is final differs from nothing preliminary.
                    self.finished.insert(identity);
                    self.differing.remove(&identity);
                    entry.insert(marked);
                } else {
                    if *entry.get() & !1 != result & !1 {
                        self.differing.insert(identity);
                    }
                    *entry.get_mut() |= u64::from(is_final);
                }
            }
        }
        if is_preliminary && !self.finished.contains(&identity) {
            self.preliminary.insert(identity);
        }
    }

    /// Behind the second look: forgets what only looking needs.
    pub fn settle(&mut self) {
        self.seen = HashMap::default();
        self.preliminary = HashSet::default();
    }

    /// In the end: what is to be said of the row at this place.
    #[must_use]
    pub fn code_at(&self, place: Place) -> Option<Code> {
        let at = self.codes.binary_search_by_key(&place, |(place, _)| *place);
        at.ok().map(|at| self.codes[at].1)
    }

    /// In the end: what is to be said of rows of a file from this line on, each on a line of its own.
    pub(crate) fn codes_from(&self, file: usize, line: u64) -> Codes<'_> {
        let start = Place::start_of(file, line);
        let end = Place::start_of(file + 1, 0);
        let place = |limit: Place| self.codes.partition_point(|(place, _)| *place < limit);
        Codes(&self.codes[place(start)..place(end)])
    }
}

/// True for a row that may repeat or replace another: one with a result, or one that takes a result back ("QNS", corrected;
/// withdrawn; cancelled beside the value).
pub(crate) fn takes_part(value: &Value<'_>, row: &Observation<'_>) -> bool {
    !matches!(value, Value::Absent(_)) || {
        let status = reported::status(row.status);
        status == Status::Corrected || identity::withdraws(row, status).is_some()
    }
}

/// The temporary file failed.
pub(crate) fn temporary(error: std::io::Error) -> Error {
    Error::io("a temporary file", error)
}
