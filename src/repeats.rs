//! The same analyte of the same sample, reported more than once.
//!
//! The first pass finds which results are repeated and which are corrected; only of those does the
//! second pass remember anything.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::interpret::reported::{self, Status};
use crate::notice::Code;
use crate::observation::Observation;
use crate::text::fold_char;

/// Identity and content of a row, as numbers: 64 bits each, so that among ten million rows a chance
/// meeting is less likely than one in 300,000.
#[derive(Clone, Copy, Debug)]
pub struct RowPrint {
    identity: u64,
    content: Content,
    status: Status,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Content {
    whole: u64,
    value: u32,
}

impl RowPrint {
    /// The print of a row. `sample` is its sample's key, if it has one; without one, a row repeats
    /// another only if patient, day, value and everything else are the same.
    #[must_use]
    pub fn of(row: &Observation<'_>, sample: Option<&str>, analyte: Option<&str>) -> Option<RowPrint> {
        let print = |parts: &[&str]| {
            let mut hasher = DefaultHasher::new();
            parts.hash(&mut hasher);
            hasher.finish()
        };
        let whole = print(&[
            row.patient, row.sample, row.collected, row.name, row.code, row.specimen, row.value,
            row.comparator, row.unit, row.low, row.high, row.range, row.flag, row.status,
            row.comment,
        ]);
        let value = print(&[row.value.trim(), row.comparator, row.unit.trim()]) as u32;
        let identity = match sample {
            Some(sample) => {
                let mut named = String::new();
                let name = match analyte {
                    // Two methods of one analyte are two codes: not a repetition of one result.
                    Some(id) if row.code.is_empty() => id,
                    _ => {
                        for c in row.name.chars().chain(row.code.chars()) {
                            fold_char(c, &mut named);
                        }
                        &named
                    }
                };
                let mut fluid = String::new();
                for c in row.specimen.chars() {
                    fold_char(c, &mut fluid);
                }
                // Serial draws under one number (a tolerance test) differ in their time.
                print(&[sample, name, &fluid, row.collected.trim()])
            }
            None if row.patient.trim().is_empty() => return None,
            None => whole,
        };
        Some(RowPrint {
            identity,
            content: Content { whole, value },
            status: reported::status(row.status),
        })
    }
}

/// What the first pass learns about repetitions.
#[derive(Debug, Default)]
pub struct Repeats {
    seen: HashMap<u64, (u64, u32)>,
    repeated: HashSet<u64>,
    differing: HashSet<u64>,
    corrected: HashSet<u64>,
    /// Contents met in the second pass, of repeated rows only.
    met: HashSet<(u64, u64)>,
}

impl Repeats {
    /// First pass: a row.
    pub fn see(&mut self, print: RowPrint) {
        let RowPrint {
            identity, content, ..
        } = print;
        if print.status == Status::Corrected {
            self.corrected.insert(identity);
        }
        match self.seen.entry(identity) {
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert((content.whole, content.value));
            }
            std::collections::hash_map::Entry::Occupied(entry) => {
                self.repeated.insert(identity);
                if entry.get().1 != content.value {
                    self.differing.insert(identity);
                }
            }
        }
    }

    /// Between the passes: what was seen once is forgotten.
    pub fn settle(&mut self) {
        self.seen = HashMap::new();
    }

    /// Between the passes: is a row replaced by a corrected one?
    #[must_use]
    pub fn is_replaced(&self, print: RowPrint) -> bool {
        self.corrected.contains(&print.identity) && print.status != Status::Corrected
    }

    /// Second pass: what is to be said of a row.
    pub fn judge(&mut self, print: RowPrint) -> Option<Code> {
        let identity = print.identity;
        if !self.repeated.contains(&identity) {
            return None;
        }
        if !self.met.insert((identity, print.content.whole)) {
            return Some(Code::Duplicate);
        }
        if self.corrected.contains(&identity) && print.status != Status::Corrected {
            return Some(Code::Superseded);
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
        let prints: Vec<RowPrint> = rows
            .iter()
            .filter_map(|row| RowPrint::of(row, Some("p\u{1f}s"), Some("potassium")))
            .collect();
        prints.iter().for_each(|print| repeats.see(*print));
        repeats.settle();
        prints.iter().map(|print| repeats.judge(*print)).collect()
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
            [Some(Code::Superseded), Some(Code::RepeatDiffers)]
        );
        assert_eq!(
            run(&[row("5.1", "C"), row("4.1", "F")]),
            [Some(Code::RepeatDiffers), Some(Code::Superseded)]
        );
    }
}
