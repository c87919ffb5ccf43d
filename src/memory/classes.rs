//! To which class of persons somebody belongs, asked once per analyte and person.

use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;

use crate::interpret::{Asked, PersonClass};
use crate::person::PersonReading;

/// Classes of persons, numbered; the same for all threads.
#[derive(Debug, Default)]
pub(crate) struct ClassNumbers(Mutex<HashMap<PersonClass, u32>>);

impl ClassNumbers {
    fn number(&self, class: PersonClass) -> u32 {
        let mut numbers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let next = numbers.len() as u32;
        *numbers.entry(class).or_insert(next)
    }
}

/// Classes of persons, as a thread knows them.
#[derive(Debug)]
pub(crate) struct Classes<'s> {
    shared: &'s ClassNumbers,
    numbers: HashMap<PersonClass, u32>,
    /// By place of the analyte and number of the person.
    known: Vec<Vec<Pair>>,
}

/// Numbers of the classes of a person: beside a printed interval, and without one. None fits if there are too
/// many questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    beside_printed: u32,
    alone: u32,
}

/// Not found out yet.
const UNKNOWN: u32 = u32::MAX - 1;

/// Of no class: there are too many questions.
const NO_CLASS: u32 = u32::MAX;

/// Of whom something is known: the number of a class, and whether of those beside a printed interval, which
/// judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whom {
    class: u32,
    by_printed: bool,
}

impl Whom {
    /// True if somebody of these classes is one of them.
    #[inline]
    pub(crate) fn is_among(self, classes: Pair) -> bool {
        let class = if self.by_printed {
            classes.beside_printed
        } else {
            classes.alone
        };
        self.class == class
    }
}

impl<'s> Classes<'s> {
    pub(crate) fn of(shared: &'s ClassNumbers) -> Classes<'s> {
        Classes {
            shared,
            numbers: HashMap::default(),
            known: Vec::new(),
        }
    }

    /// The classes of a person, who may have a number, for what is asked about the analyte at a place
    /// beside a printed interval, and without one.
    #[inline]
    pub(crate) fn pair(
        &mut self,
        place: u32,
        (reading, person): &(PersonReading, Option<usize>),
        asked: (&Asked, &Asked),
    ) -> Pair {
        let place = place as usize;
        let known = person.and_then(|person| self.known.get(place)?.get(person));
        match known {
            Some(pair) if pair.alone != UNKNOWN => *pair,
            _ => self.find(place, reading, *person, asked),
        }
    }

    fn find(
        &mut self,
        place: usize,
        reading: &PersonReading,
        person: Option<usize>,
        (beside_printed, alone): (&Asked, &Asked),
    ) -> Pair {
        let mut number = |asked: &Asked| {
            let class = asked.class(reading);
            class.map_or(NO_CLASS, |class| self.number(class))
        };
        let pair = Pair {
            beside_printed: number(beside_printed),
            alone: number(alone),
        };
        if let Some(person) = person {
            if self.known.len() <= place {
                self.known.resize(place + 1, Vec::new());
            }
            let known = &mut self.known[place];
            if known.len() <= person {
                let unknown = Pair {
                    beside_printed: UNKNOWN,
                    alone: UNKNOWN,
                };
                known.resize(person + 1, unknown);
            }
            known[person] = pair;
        }
        pair
    }

    /// Of whom that holds which was found out of a person: by a printed interval, or without.
    pub(crate) fn whom(
        &mut self,
        by_printed: bool,
        reading: &PersonReading,
        (beside_printed, alone): (&Asked, &Asked),
    ) -> Option<Whom> {
        let asked = match by_printed {
            true => beside_printed,
            false => alone,
        };
        let class = self.number(asked.class(reading)?);
        Some(Whom { class, by_printed })
    }

    /// The number of a class.
    fn number(&mut self, class: PersonClass) -> u32 {
        let shared = self.shared;
        *self
            .numbers
            .entry(class)
            .or_insert_with(|| shared.number(class))
    }
}
