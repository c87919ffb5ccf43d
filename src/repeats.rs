//! The same analyte of the same sample, reported more than once.
//!
//! The first pass finds which results are repeated and which are corrected; only of those does the
//! second pass remember anything.

use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::quality::FixedState;
use foldhash::{HashMap, HashSet};

use crate::interpret::reported::{self, Status};
use crate::notice::Code;
use crate::observation::Observation;
use crate::text::fold_char;

/// A fixed seed: the same input gives the same output.
const STATE: FixedState = FixedState::with_seed(0);

/// Which result of which sample a row reports: 64 bits, so that among ten million rows a chance
/// meeting is less likely than one in 300,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity(u64);

impl Identity {
    /// The identity of a row; none if it names no patient and no sample. `sample` is its sample's key;
    /// without one, a row repeats another only if everything in it is the same.
    #[must_use]
    pub fn of(
        row: &Observation<'_>,
        sample: Option<&str>,
        analyte: Option<&str>,
    ) -> Option<Identity> {
        let Some(sample) = sample else {
            return (!row.patient.trim().is_empty()).then(|| Identity(whole(row)));
        };
        let mut hasher = STATE.build_hasher();
        sample.hash(&mut hasher);
        // Serial draws under one number (a tolerance test) differ in their time.
        row.collected.trim().hash(&mut hasher);
        // Two methods of one analyte are two codes: not a repetition of one result.
        match analyte {
            Some(id) if row.code.is_empty() => id.hash(&mut hasher),
            _ => {
                hash_folded(row.name, &mut hasher);
                hash_folded(row.code, &mut hasher);
            }
        }
        hash_folded(row.specimen, &mut hasher);
        Some(Identity(hasher.finish()))
    }
}

fn hash_folded(text: &str, hasher: &mut impl Hasher) {
    if text.is_ascii() {
        for byte in text.bytes() {
            hasher.write_u8(byte.to_ascii_lowercase());
        }
    } else {
        let mut folded = String::with_capacity(text.len());
        text.chars().for_each(|c| fold_char(c, &mut folded));
        hasher.write(folded.as_bytes());
    }
    hasher.write_u8(0xff);
}

/// Everything in the row that a repetition would repeat.
fn whole(row: &Observation<'_>) -> u64 {
    STATE.hash_one([
        row.patient,
        row.sample,
        row.collected,
        row.name,
        row.code,
        row.specimen,
        row.value,
        row.comparator,
        row.unit,
        row.low,
        row.high,
        row.range,
        row.flag,
        row.status,
        row.comment,
    ])
}

/// What the row says the result is.
fn result(row: &Observation<'_>) -> u64 {
    STATE.hash_one([row.value.trim(), row.comparator, row.unit.trim()])
}

/// What the first pass learns about repetitions.
#[derive(Debug, Default)]
pub struct Repeats {
    /// The first result of each identity; the lowest bit says that a final one was met.
    seen: HashMap<u64, u64>,
    repeated: HashSet<u64>,
    differing: HashSet<u64>,
    /// The first corrected result of each identity.
    corrected: HashMap<u64, u64>,
    /// Identities whose corrected results differ among themselves.
    corrections_differ: HashSet<u64>,
    /// Identities with preliminary results and no final one, so far.
    preliminary: HashSet<u64>,
    /// Identities with preliminary and final results.
    finished: HashSet<u64>,
    /// Contents met in the second pass, of repeated rows only.
    met: HashSet<(u64, u64)>,
}

impl Repeats {
    /// First pass: a row.
    pub fn see(&mut self, Identity(identity): Identity, row: &Observation<'_>) {
        let result = result(row);
        let status = reported::status(row.status);
        if status == Status::Corrected
            && *self.corrected.entry(identity).or_insert(result) != result
        {
            self.corrections_differ.insert(identity);
        }
        // A row that says of itself that it is final; a cancelled one ends nothing.
        let is_final =
            matches!(status, Status::Final | Status::Corrected) && !row.status.trim().is_empty();
        let is_preliminary = status == Status::Preliminary;
        let marked = (result & !1) | u64::from(is_final);
        match self.seen.entry(identity) {
            Entry::Vacant(entry) => {
                entry.insert(marked);
            }
            Entry::Occupied(mut entry) => {
                self.repeated.insert(identity);
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

    /// Between the passes: what was seen once is forgotten.
    pub fn settle(&mut self) {
        self.seen = HashMap::default();
        self.preliminary = HashSet::default();
    }

    /// Between the passes: is a row replaced by a corrected one, or a preliminary one by a final one?
    #[must_use]
    pub fn is_replaced(&self, Identity(identity): Identity, row: &Observation<'_>) -> bool {
        match reported::status(row.status) {
            Status::Corrected => false,
            Status::Preliminary if self.finished.contains(&identity) => true,
            _ => self.corrected.contains_key(&identity),
        }
    }

    /// Second pass: what is to be said of a row.
    pub fn judge(&mut self, Identity(identity): Identity, row: &Observation<'_>) -> Option<Code> {
        if !self.repeated.contains(&identity) {
            return None;
        }
        if !self.met.insert((identity, whole(row))) {
            return Some(Code::Duplicate);
        }
        if self.is_replaced(Identity(identity), row) {
            return Some(Code::Superseded);
        }
        if self.corrected.contains_key(&identity) {
            // What a correction differs from is superseded: only another correction is a question.
            return self
                .corrections_differ
                .contains(&identity)
                .then_some(Code::RepeatDiffers);
        }
        self.differing
            .contains(&identity)
            .then_some(Code::RepeatDiffers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row<'a>(value: &'a str, status: &'a str) -> Observation<'a> {
        Observation {
            patient: "p",
            sample: "s",
            name: "Potassium",
            value,
            unit: "mmol/L",
            status,
            ..Observation::default()
        }
    }

    fn run(rows: &[Observation<'_>]) -> Vec<Option<Code>> {
        let mut repeats = Repeats::default();
        let identity = |row| Identity::of(row, Some("p\u{1f}s"), Some("potassium")).expect("one");
        rows.iter().for_each(|row| repeats.see(identity(row), row));
        repeats.settle();
        rows.iter()
            .map(|row| repeats.judge(identity(row), row))
            .collect()
    }

    #[test]
    fn repetitions() {
        assert_eq!(run(&[row("4.1", "F")]), [None]);
        assert_eq!(
            run(&[row("4.1", "F"), row("4.1", "F")]),
            [None, Some(Code::Duplicate)]
        );
        assert_eq!(
            run(&[row("4.1", "F"), row("5.1", "F")]),
            [Some(Code::RepeatDiffers), Some(Code::RepeatDiffers)]
        );
        assert_eq!(
            run(&[row("4.1", "F"), row("5.1", "C")]),
            [Some(Code::Superseded), None]
        );
        assert_eq!(
            run(&[row("5.1", "C"), row("4.1", "F")]),
            [None, Some(Code::Superseded)]
        );
    }

    #[test]
    fn a_final_result_replaces_a_preliminary_one() {
        let old = Some(Code::Superseded);
        let differs = Some(Code::RepeatDiffers);
        for (rows, expected) in [
            (
                [("5.9", "P"), ("4.1", "F"), ("4.1", "F")],
                [old, None, Some(Code::Duplicate)],
            ),
            ([("4.1", "F"), ("5.9", "P"), ("6.1", "P")], [None, old, old]),
            ([("5.9", "P"), ("6.1", "P"), ("4.1", "F")], [old, old, None]),
            (
                [("5.9", "P"), ("4.1", "F"), ("4.2", "F")],
                [old, differs, differs],
            ),
            (
                [("4.1", "F"), ("5.9", "P"), ("4.2", "F")],
                [differs, old, differs],
            ),
            ([("5.9", "P"), ("4.1", "F"), ("4.3", "C")], [old, old, None]),
            (
                [("5.9", "P"), ("6.1", "P"), ("6.2", "P")],
                [differs, differs, differs],
            ),
            // A cancelled row, and one without a status, are no final results.
            (
                [("5.9", "P"), ("5.9", "P"), ("", "X")],
                [differs, Some(Code::Duplicate), differs],
            ),
            (
                [("5.9", "P"), ("5.9", "P"), ("4.1", "")],
                [differs, Some(Code::Duplicate), differs],
            ),
        ] {
            let rows = rows.map(|(value, status)| row(value, status));
            assert_eq!(run(&rows), expected);
        }
    }
}
