//! Results of suspicious patients, as they wait in the temporary file.

use std::sync::{Mutex, PoisonError};

use crate::interpret::reported::Status;
use crate::quality::panel::Item;
use crate::sample::SampleId;

/// What a result is to a pattern, but for its value: the same for very many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::survey) struct Kind {
    /// Place of its analyte in the catalog.
    pub(in crate::survey) analyte: u32,
    /// The item; its value means nothing.
    pub(in crate::survey) item: Item,
    /// The patient is known to be a child.
    pub(in crate::survey) child: bool,
    pub(in crate::survey) status: Status,
}

/// All kinds, numbered; shared by threads.
#[derive(Debug, Default)]
pub(in crate::survey) struct Kinds(Mutex<Vec<Kind>>);

impl Kinds {
    /// The number of a kind.
    pub(in crate::survey) fn number(&self, kind: &Kind) -> u32 {
        let kind = Kind {
            item: Item {
                value: 0.0,
                ..kind.item
            },
            ..*kind
        };
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kinds.iter().position(|known| *known == kind);
        known.unwrap_or_else(|| {
            kinds.push(kind);
            kinds.len() - 1
        }) as u32
    }

    /// All of them.
    pub(in crate::survey) fn into_all(self) -> Vec<Kind> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A result of a sample that may show a pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::survey) struct Kept {
    /// Its patient, hashed; its sample where that is not known.
    pub(in crate::survey) group: u64,
    pub(in crate::survey) sample: SampleId,
    pub(in crate::survey) kind: u32,
    /// When the sample was drawn, in minutes on the laboratory's clock.
    pub(in crate::survey) minutes: Option<i64>,
    /// In the canonical unit.
    pub(in crate::survey) value: f64,
    /// If it is there more than once: to tell whether it is replaced by another.
    pub(in crate::survey) identity: Option<u64>,
}

/// Bytes of a result.
const LENGTH: usize = 48;

/// No time, or no identity.
const NONE: u64 = u64::MAX;

impl Kept {
    /// As it waits.
    pub(in crate::survey) fn bytes(&self) -> [u8; LENGTH] {
        let [first, second, third] = self.sample.parts();
        let halves = |one: u32, other: u32| u64::from(one) << u32::BITS | u64::from(other);
        let numbers = [
            self.group,
            halves(first, second),
            halves(third, self.kind),
            self.minutes.map_or(NONE, i64::cast_unsigned),
            self.value.to_bits(),
            self.identity.unwrap_or(NONE),
        ];
        let mut bytes = [0; LENGTH];
        for (part, number) in bytes.chunks_exact_mut(size_of::<u64>()).zip(numbers) {
            part.copy_from_slice(&number.to_le_bytes());
        }
        bytes
    }

    /// Those in `bytes`.
    pub(in crate::survey) fn all(bytes: &[u8]) -> impl Iterator<Item = Kept> {
        bytes.chunks_exact(LENGTH).map(|bytes| {
            let mut parts = bytes.chunks_exact(size_of::<u64>()).map(|part| {
                let part = part.try_into();
                part.map_or(0, u64::from_le_bytes)
            });
            let mut next = || parts.next().unwrap_or_default();
            let (group, sample, rest) = (next(), next(), next());
            let (high, low) = (
                |number: u64| (number >> u32::BITS) as u32,
                |number| number as u32,
            );
            Kept {
                group,
                sample: SampleId::from_parts([high(sample), low(sample), high(rest)]),
                kind: low(rest),
                minutes: Some(next())
                    .filter(|minutes| *minutes != NONE)
                    .map(u64::cast_signed),
                value: f64::from_bits(next()),
                identity: Some(next()).filter(|identity| *identity != NONE),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::Position;
    use crate::specimen::Specimen;
    use crate::value::Comparator;

    #[test]
    fn what_is_kept_comes_back() {
        let kept = |group: u64| Kept {
            group: u64::MAX - group,
            sample: SampleId::of(&group.to_string()),
            kind: group as u32,
            minutes: (group != 1).then_some(-1_000_000 * group.cast_signed() - 2),
            value: 6.1 + group as f64,
            identity: (group != 2).then_some(group),
        };
        let all = [0, 1, 2, 3].map(kept);
        let bytes: Vec<u8> = all.iter().flat_map(Kept::bytes).collect();
        assert_eq!(Kept::all(&bytes).collect::<Vec<_>>(), all);
        assert_eq!(Kept::all(&[]).count(), 0);
    }

    #[test]
    fn kinds_have_one_number_whatever_the_value() {
        let kind = |value, child| Kind {
            analyte: 3,
            item: Item {
                value,
                comparator: Some(Comparator::Greater),
                position: Position::High,
                specimen: Specimen::Plasma,
            },
            child,
            status: Status::Corrected,
        };
        let kinds = Kinds::default();
        let numbers = [kind(1.0, true), kind(2.0, false), kind(3.0, true)];
        assert_eq!(numbers.map(|kind| kinds.number(&kind)), [0, 1, 0]);
        assert_eq!(kinds.into_all(), [kind(0.0, true), kind(0.0, false)]);
    }
}
