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
    known: Vec<Vec<u32>>,
}

/// Not found out yet.
const UNKNOWN: u32 = u32::MAX - 1;

/// Of no class: there are too many questions.
const NO_CLASS: u32 = u32::MAX;

impl<'s> Classes<'s> {
    pub(crate) fn of(shared: &'s ClassNumbers) -> Classes<'s> {
        Classes {
            shared,
            numbers: HashMap::default(),
            known: Vec::new(),
        }
    }

    /// The number of the class of a person, who may have a number, for what is asked about the analyte at a place; none
    /// if there are too many questions.
    #[inline]
    pub(crate) fn class(
        &mut self,
        place: u32,
        (reading, person): &(PersonReading, Option<usize>),
        asked: &Asked,
    ) -> Option<u32> {
        let place = place as usize;
        let known = person.and_then(|person| self.known.get(place)?.get(person));
        let class = match known {
            Some(class) if *class != UNKNOWN => *class,
            _ => self.find(place, reading, *person, asked),
        };
        (class != NO_CLASS).then_some(class)
    }

    fn find(
        &mut self,
        place: usize,
        reading: &PersonReading,
        person: Option<usize>,
        asked: &Asked,
    ) -> u32 {
        let class = asked.class(reading);
        let class = class.map_or(NO_CLASS, |class| self.number(class));
        if let Some(person) = person {
            if self.known.len() <= place {
                self.known.resize(place + 1, Vec::new());
            }
            let known = &mut self.known[place];
            if known.len() <= person {
                known.resize(person + 1, UNKNOWN);
            }
            known[person] = class;
        }
        class
    }

    /// The number of a class.
    pub(crate) fn number(&mut self, class: PersonClass) -> u32 {
        let shared = self.shared;
        *self
            .numbers
            .entry(class)
            .or_insert_with(|| shared.number(class))
    }
}
