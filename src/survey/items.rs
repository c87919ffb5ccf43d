//! Results of suspicious patients, as they wait in the temporary file.

use std::sync::{Mutex, PoisonError};

use super::days::{DayRow, Rank};
use crate::interpret::reported::Status;
use crate::memory::number_among;
use crate::quality::panel::Item;
use crate::quality::patterns::When;
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
        number_among(&mut kinds, |known| *known == kind, || kind)
    }

    /// All of them.
    pub(in crate::survey) fn into_all(self) -> Vec<Kind> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Results of one sample, or of a day of a patient of which no sample is told, that may show a pattern, as a block has them.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::survey) struct Kept<I> {
    /// Its patient, hashed; its sample where that is not known.
    pub(in crate::survey) group: u64,
    /// What its results are looked at together by.
    pub(in crate::survey) panel: SampleId,
    /// Of a row of a day of the patient, of which the sample is not told.
    pub(in crate::survey) day: Option<DayRow>,
    /// When it was drawn.
    pub(in crate::survey) when: When,
    /// Of one that is there more than once: to tell whether it is replaced by another.
    pub(in crate::survey) identity: Option<u64>,
    pub(in crate::survey) results: I,
}

/// A result: the number of its kind, and the value in the canonical unit.
pub(in crate::survey) type Valued = (u32, f64);

/// Numbers before the results: group, two of the panel and their count, time, day, identity.
const HEAD: usize = 6;

/// Bytes of one of them.
const NUMBER: usize = size_of::<u64>();

/// Bytes of a result.
const RESULT: usize = size_of::<u32>() + NUMBER;

/// No time, no day, or no identity.
const NONE: u64 = u64::MAX;

impl Kept<&[Valued]> {
    /// Appends it to `bytes`.
    pub(in crate::survey) fn write(&self, bytes: &mut Vec<u8>) {
        let [first, second, third] = self.panel.parts();
        let halves = |one: u32, other: u32| u64::from(one) << u32::BITS | u64::from(other);
        let numbers: [u64; HEAD] = [
            self.group,
            halves(first, second),
            halves(
                third,
                (self.results.len() as u32) << 1 | u32::from(self.day.is_some()),
            ),
            self.when.minutes.map_or(NONE, i64::cast_unsigned),
            self.when.day.map_or(NONE, i64::cast_unsigned),
            self.identity.unwrap_or(NONE),
        ];
        for number in numbers {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for number in self.day.iter().flat_map(day_numbers) {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for (kind, value) in self.results {
            bytes.extend_from_slice(&kind.to_le_bytes());
            bytes.extend_from_slice(&value.to_bits().to_le_bytes());
        }
    }
}

/// Those in `bytes`.
pub(in crate::survey) fn all(
    mut bytes: &[u8],
) -> impl Iterator<Item = Kept<impl Iterator<Item = Valued>>> {
    std::iter::from_fn(move || {
        let (head, rest) = bytes.split_at_checked(HEAD * NUMBER)?;
        let mut numbers = head.chunks_exact(NUMBER).map(number);
        let mut next = || numbers.next().unwrap_or_default();
        let (group, panel, third) = (next(), next(), next());
        let (high, low) = (
            |number: u64| (number >> u32::BITS) as u32,
            |number| number as u32,
        );
        let (count, is_day) = (low(third) >> 1, low(third) & 1 == 1);
        let (day, rest) = rest.split_at_checked(if is_day { DAY * NUMBER } else { 0 })?;
        let day = is_day.then(|| day_of(day));
        let (results, rest) = rest.split_at_checked(count as usize * RESULT)?;
        bytes = rest;
        let known = |number: u64| Some(number).filter(|number| *number != NONE);
        Some(Kept {
            group,
            panel: SampleId::from_parts([high(panel), low(panel), high(third)]),
            day,
            when: When {
                minutes: known(next()).map(u64::cast_signed),
                day: known(next()).map(u64::cast_signed),
            },
            identity: known(next()),
            results: results.chunks_exact(RESULT).map(|result| {
                let (kind, value) = result.split_at(RESULT - NUMBER);
                let kind = kind.try_into().map_or(0, u32::from_le_bytes);
                (kind, f64::from_bits(number(value)))
            }),
        })
    })
}

/// Numbers of what tells a row of a day apart.
const DAY: usize = 8;

fn day_numbers(row: &DayRow) -> [u64; DAY] {
    [
        row.test,
        u64::from(row.analyte) << u32::BITS | row.status as u64,
        row.words,
        row.value.to_bits(),
        row.half.to_bits(),
        row.scale,
        row.whose,
        row.draw,
    ]
}

fn day_of(bytes: &[u8]) -> DayRow {
    let mut numbers = bytes.chunks_exact(NUMBER).map(number);
    let mut next = || numbers.next().unwrap_or_default();
    let (test, measured) = (next(), next());
    let status = Rank::ALL.get(measured as u32 as usize);
    DayRow {
        test,
        analyte: (measured >> u32::BITS) as u32,
        status: status.copied().unwrap_or_default(),
        words: next(),
        value: f64::from_bits(next()),
        half: f64::from_bits(next()),
        scale: next(),
        whose: next(),
        draw: next(),
    }
}

fn number(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::Position;
    use crate::specimen::Specimen;
    use crate::value::Comparator;

    #[test]
    fn what_is_kept_comes_back() {
        let results = [(7, 6.1), (u32::MAX, -0.5), (0, f64::MAX)];
        let kept = |number: u64| Kept {
            group: u64::MAX - number,
            panel: SampleId::of(&number.to_string()),
            day: (number == 2).then(|| DayRow {
                test: 1,
                analyte: u32::MAX,
                status: Rank::Corrected,
                words: 2,
                value: -4.5,
                half: 0.05,
                scale: 3,
                whose: u64::MAX,
                draw: 5,
            }),
            when: When {
                minutes: (number != 1).then_some(-1_000_000 * number.cast_signed() - 2),
                day: (number != 3).then_some(number.cast_signed() - 4),
            },
            identity: (number != 2).then_some(number),
            results: &results[..number as usize],
        };
        let mut bytes = Vec::new();
        (0..4).for_each(|number| kept(number).write(&mut bytes));
        let mut found = 0;
        for (number, one) in (0..).zip(all(&bytes)) {
            let results: Vec<Valued> = one.results.collect();
            let one = Kept {
                group: one.group,
                panel: one.panel,
                day: one.day,
                when: one.when,
                identity: one.identity,
                results: results.as_slice(),
            };
            assert_eq!(one, kept(number));
            found += 1;
        }
        assert_eq!((found, all(&[]).count()), (4, 0));
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
