//! Which result a row reports, as bits: by its sample and wording, and by everything in it.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::quality::FixedState;

use super::Repeated;
use crate::import::date::write_one_way;
use crate::interpret::reported::{self, Status};
use crate::observation::Observation;
use crate::reference::Conversion;
use crate::sample::{Drawn, SampleId};
use crate::specimen::Specimen;
use crate::text::{fold_into, trim};

/// A fixed seed: the same input gives the same output.
const STATE: FixedState = FixedState::with_seed(0);

/// Which result of which sample a row reports: 64 bits, so that among ten million rows a chance
/// meeting is less likely than one in 300,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity(pub(super) u64);

impl Identity {
    /// The same identity from its bits.
    #[must_use]
    pub fn from_bits(bits: u64) -> Identity {
        Identity(bits)
    }

    /// Its bits.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.0
    }

    /// This one, if it is there more than once.
    pub(crate) fn among(self, repeated: &Repeated) -> Option<Identity> {
        repeated.contains(self).then_some(self)
    }
}

/// What a row's wording adds to its identity: the same for every row of this wording.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    which: u64,
    words: u64,
}

impl Wording {
    /// Of a row of this analyte in this specimen, which may be stated by more than its cell.
    #[must_use]
    pub fn of(row: &Observation<'_>, analyte: Option<&str>, specimen: Specimen) -> Wording {
        let mut hasher = STATE.build_hasher();
        // Two methods of one analyte are two codes: not a repetition of one result.
        match analyte {
            Some(id) if row.code.is_empty() => id.hash(&mut hasher),
            _ => {
                hash_folded(row.name, &mut hasher);
                hash_folded(row.code, &mut hasher);
                if row.name.is_empty() && row.code.is_empty() {
                    // It is all that names the test.
                    hash_folded(row.loinc, &mut hasher);
                }
            }
        }
        hash_folded(row.specimen, &mut hasher);
        specimen.hash(&mut hasher);
        Wording {
            which: hasher.finish(),
            words: STATE.hash_one(([row.name, row.code, row.specimen], specimen)),
        }
    }
}

/// What a row says: the same for every row with these cells.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    beside: u64,
    all: u64,
    pub(super) result: u64,
    pub(super) status: Status,
    pub(super) is_final: bool,
    pub(super) withdraws: Option<Withdraws>,
}

/// What a row withdraws that was reported before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Withdraws {
    /// Whatever it was.
    All,
    /// The result that it repeats.
    Same,
    /// Perhaps the result that it repeats: the row is cancelled, and has the value all the same. A cancelled order without
    /// one takes nothing back.
    PerhapsSame,
}

/// What a row of this status withdraws, if it does.
pub(super) fn withdraws(row: &Observation<'_>, status: Status) -> Option<Withdraws> {
    let is_blank = row.value.trim().is_empty();
    match status {
        Status::Cancelled if reported::is_withdrawn(row.status) => Some(match is_blank {
            true => Withdraws::All,
            false => Withdraws::Same,
        }),
        Status::Cancelled if !is_blank => Some(Withdraws::PerhapsSame),
        _ => None,
    }
}

impl Said {
    /// By a row.
    #[must_use]
    pub fn by(row: &Observation<'_>) -> Said {
        let status = reported::status(row.status);
        let beside = STATE.hash_one([
            row.comparator,
            row.unit,
            row.low,
            row.high,
            row.range,
            row.flag,
            row.status,
            row.comment,
        ]);
        Said {
            all: all(beside, row.value),
            beside,
            result: STATE.hash_one([row.value.trim(), row.comparator, row.unit.trim()]),
            status,
            withdraws: withdraws(row, status),
            // A row that says of itself that it is final; a cancelled one ends nothing.
            is_final: matches!(status, Status::Final | Status::Corrected)
                && !row.status.trim().is_empty(),
        }
    }

    /// The same of a result on this scale: 40 mg/dL of urea and 40 mg/dL of its nitrogen are two results. Moles are moles of
    /// either.
    pub(crate) fn on_scale(mut self, conversion: Option<Conversion>) -> Said {
        let scale = conversion.map(|it| [it.factor.to_bits(), it.offset.to_bits()]);
        self.result = STATE.hash_one((self.result, scale));
        self
    }

    /// What the status means.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// The same beside another value, of which only whether all of it is repeated will be asked.
    pub(crate) fn with_value(mut self, value: &str) -> Said {
        self.all = all(self.beside, value);
        self
    }
}

fn all(beside: u64, value: &str) -> u64 {
    STATE.hash_one((beside, value))
}

/// What a draw adds to the identity of each of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DrawnHash(u64);

impl DrawnHash {
    /// Serial draws under one number (a tolerance test) differ in their time.
    pub(crate) fn of(sample: Option<SampleId>, collected: &str) -> DrawnHash {
        let mut hasher = STATE.build_hasher();
        hasher.write_u64(sample.map_or(0, SampleId::bits));
        let mut time = String::new();
        write_one_way(collected, &mut time);
        time.hash(&mut hasher);
        DrawnHash(hasher.finish())
    }

    /// The identity of a row of a sample, whatever it says.
    #[inline]
    pub(crate) fn identity(self, wording: &Wording) -> Identity {
        let mut hasher = STATE.build_hasher();
        hasher.write_u64(self.0);
        hasher.write_u64(wording.which);
        Identity(hasher.finish())
    }
}

/// The identity of a row; none if it names no patient and no sample. Without a sample a row repeats another only if everything
/// in it is the same, what is not read too: a date under a header that is not known makes it another result. `every_cell`
/// gives the bits of all of it.
#[must_use]
pub fn identity(
    row: &Drawn<'_>,
    sample: Option<SampleId>,
    wording: &Wording,
    said: &Said,
    every_cell: impl FnOnce() -> u64,
) -> Option<Identity> {
    let Some(sample) = sample else {
        let all = || STATE.hash_one([whole(row, wording, said), every_cell()]);
        return (!trim(row.patient).is_empty()).then(|| Identity(all()));
    };
    Some(identity_in(sample, row.collected, wording))
}

/// The identity of a row of a sample, whatever it says.
pub(crate) fn identity_in(sample: SampleId, collected: &str, wording: &Wording) -> Identity {
    DrawnHash::of(Some(sample), collected).identity(wording)
}

fn hash_folded(text: &str, hasher: &mut impl Hasher) {
    if text.is_ascii() {
        for byte in text.bytes() {
            hasher.write_u8(byte.to_ascii_lowercase());
        }
    } else {
        let mut folded = String::with_capacity(text.len());
        fold_into(text, &mut folded, |_| true);
        hasher.write(folded.as_bytes());
    }
    hasher.write_u8(u8::MAX);
}

/// Everything in the row that a repetition would repeat.
pub(super) fn whole(row: &Drawn<'_>, wording: &Wording, said: &Said) -> u64 {
    let mut hasher = STATE.build_hasher();
    [row.patient, row.sample, row.collected].hash(&mut hasher);
    hasher.write_u64(wording.words);
    hasher.write_u64(said.all);
    hasher.finish()
}
