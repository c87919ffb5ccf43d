//! Which results come from one sample: one tube.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::quality::FixedState;

use crate::import::date::write_one_way;
use crate::observation::Observation;
use crate::specimen::Specimen;
use crate::text::trim;

mod grouped;
mod numbered;

pub use grouped::Grouped;
pub(crate) use grouped::{first_time, is_nobody};
pub(crate) use numbered::{all_of_number, is_own_number, of_number};

/// A sample, known by 96 bits of its key: short enough to be kept for every sample of which something
/// is said, long enough that no two of a hospital's lifetime meet by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SampleId {
    /// The first 64 bits, the higher half first: in halves, so that nothing is lost between one sample
    /// and the next.
    most: [u32; 2],
    more: u32,
}

impl Hash for SampleId {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        hasher.write_u64(self.bits());
    }
}

impl SampleId {
    /// The sample with this key.
    #[must_use]
    pub fn of(key: &str) -> SampleId {
        let hash = |seed| FixedState::with_seed(seed).hash_one(key);
        let most = hash(0);
        SampleId {
            most: [(most >> u32::BITS) as u32, most as u32],
            more: hash(1) as u32,
        }
    }

    /// The tube of this kind among those of its number.
    #[must_use]
    pub fn in_tube(self, tube: Tube) -> SampleId {
        SampleId {
            more: self.more ^ tube as u32,
            ..self
        }
    }

    /// Where what single rows of a day say is kept, apart from what is known of all of them.
    fn of_single_rows(self) -> SampleId {
        SampleId {
            more: self.more ^ SINGLE_ROWS,
            ..self
        }
    }

    /// All its bits, in parts.
    pub(crate) fn parts(self) -> [u32; 3] {
        [self.most[0], self.most[1], self.more]
    }

    /// The sample with these bits.
    pub(crate) fn from_parts([first, second, more]: [u32; 3]) -> SampleId {
        SampleId {
            most: [first, second],
            more,
        }
    }

    /// Its first 64 bits.
    #[must_use]
    pub fn bits(self) -> u64 {
        u64::from(self.most[0]) << u32::BITS | u64::from(self.most[1])
    }
}

/// Kinds of tubes that may stand under one number. What is said of one says nothing of another: hemolysis cannot be seen in
/// whole blood, and a clot in citrate spoils no serum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tube {
    /// Serum, and plasma for chemistry.
    Serum = 0,
    /// Whole blood, for counts and gases.
    WholeBlood = 1,
    /// Citrated plasma, for clotting.
    Citrate = 2,
}

impl Tube {
    pub(crate) const ALL: [Tube; 3] = [Tube::Serum, Tube::WholeBlood, Tube::Citrate];

    /// The tube of a specimen.
    #[must_use]
    pub fn of(specimen: Specimen) -> Tube {
        match specimen {
            Specimen::WholeBlood => Tube::WholeBlood,
            Specimen::PlasmaCitrate => Tube::Citrate,
            _ => Tube::Serum,
        }
    }
}

/// Bits that no [`Tube`] has.
const SINGLE_ROWS: u32 = u32::MAX;

/// What of a row tells its sample.
#[derive(Clone, Copy, Debug, Default)]
pub struct Drawn<'a> {
    /// Patient identifier.
    pub patient: &'a str,
    /// Sample or accession number.
    pub sample: &'a str,
    /// When the sample was collected.
    pub collected: &'a str,
    /// The time that stands for that: when it was received or reported where that is not stated.
    pub time: &'a str,
    /// A column that is not read may tell it.
    pub time_unread: bool,
    /// File and line of a record that holds all results of one sample.
    pub record: Option<(&'a str, u64)>,
    /// File and column of a sheet of which each column is one sample of each patient.
    pub column: Option<(&'a str, usize)>,
}

impl<'a> From<&Observation<'a>> for Drawn<'a> {
    fn from(row: &Observation<'a>) -> Drawn<'a> {
        Drawn {
            patient: row.patient,
            sample: row.sample,
            collected: row.collected,
            time: crate::interpret::collected(row),
            time_unread: row.time_unread,
            record: row.record_is_sample.then_some((row.file, row.line)),
            column: row.column_is_sample.then_some((row.file, row.column)),
        }
    }
}

/// Writes the identity of the row's sample into `key`, and says whether it has one.
///
/// A sample is the sample number within its patient, whatever a spreadsheet made of it (`0012345`, `12345.0`). Without a number it is
/// the patient and the full time of collection, however that is written; in a wide layout, the record; in a cumulative sheet,
/// the column within its patient. What is said of one fluid
/// says nothing of another: see [`Tube`]. A date alone, or a blank patient without a sample number, makes
/// none: such a row stands alone, receives no evidence from others and gives none. For a suspicion it is one of its day: see
/// [`Grouped`].
pub fn key(row: &Drawn<'_>, key: &mut String) -> bool {
    key.clear();
    let (patient, sample) = (trim(row.patient), trim(row.sample));
    if !sample.is_empty() {
        key.push_str(patient);
        key.push('\u{1f}');
        // One number, in capitals or not.
        let number = key.len();
        key.push_str(bare_number(sample));
        key[number..].make_ascii_lowercase();
        return true;
    }
    if let Some((file, line)) = row.record {
        use std::fmt::Write as _;
        let _ = write!(key, "\u{1d}{file}\u{1f}{line}");
        return true;
    }
    if let Some((file, column)) = row.column {
        use std::fmt::Write as _;
        let _ = write!(key, "\u{1c}{file}\u{1f}{column}\u{1f}{patient}");
        return true;
    }
    if patient.is_empty() {
        return false;
    }
    key.push_str(patient);
    key.push('\u{1e}');
    write_one_way(row.collected, key)
}

/// A number without the zeros that spreadsheets take from it or add to it; anything else as it stands.
fn bare_number(sample: &str) -> &str {
    let whole = sample.strip_suffix(".0").unwrap_or(sample);
    match whole.bytes().all(|c| c.is_ascii_digit()) {
        true => whole.trim_start_matches('0'),
        false => sample,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(a: Observation<'_>, b: Observation<'_>, expected: bool) {
        let (mut one, mut other) = (String::new(), String::new());
        let both = key(&Drawn::from(&a), &mut one) && key(&Drawn::from(&b), &mut other);
        assert_eq!(both && one == other, expected, "{a:?}\n{b:?}");
    }

    #[test]
    fn what_makes_one_sample() {
        let none = Observation::default();
        let numbered = |patient, sample| Observation {
            patient,
            sample,
            ..none
        };
        same(numbered("p", "s"), numbered("p", "s"), true);
        same(numbered("p", "s"), numbered("q", "s"), false);
        same(numbered("p", "s"), numbered("p", "t"), false);
        same(numbered("p", "abc-1"), numbered("p", "ABC-1"), true);
        same(numbered("p", "s"), numbered("P", "s"), false);
        same(numbered("p", "0012345"), numbered("p", "12345"), true);
        same(numbered("p", "12345.0"), numbered("p", "12345"), true);
        same(numbered("p", "12345.1"), numbered("p", "12345"), false);
        same(numbered("p", "A012"), numbered("p", "A12"), false);
        let timed = |patient, collected| Observation {
            patient,
            collected,
            ..none
        };
        for (one, other, expected) in [
            (
                ("p", "2026-01-01 08:00"),
                ("p", "2026-01-01T08:00:00"),
                true,
            ),
            (("p", "2026-01-01 08:00"), ("p", "01.01.2026 8:00"), true),
            (("p", "2026-01-01 08:00"), ("p", "2026-01-01 08:01"), false),
            (("p", "2026-01-01 08:00"), ("q", "2026-01-01 08:00"), false),
            (("p", "2026-01-01"), ("p", "2026-01-01"), false),
            (("", "2026-01-01 08:00"), ("", "2026-01-01 08:00"), false),
        ] {
            same(timed(one.0, one.1), timed(other.0, other.1), expected);
        }
        let record = |line| Observation {
            file: "f",
            line,
            record_is_sample: true,
            ..none
        };
        same(record(2), record(2), true);
        same(record(2), record(3), false);
        let column = |patient, column, line| Observation {
            file: "f",
            patient,
            column,
            line,
            collected: "2026-01-01",
            column_is_sample: true,
            ..none
        };
        same(column("", 4, 2), column("", 4, 3), true);
        same(column("", 4, 2), column("", 5, 2), false);
        same(column("p", 4, 2), column("q", 4, 3), false);
    }
}
