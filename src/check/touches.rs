//! What samples make of results, numbered: what is remembered of a row holds wherever its sample makes
//! the same of it.

use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;

use crate::interpret::{Rules, Touch};
use crate::memory::number_among;
use crate::quality::SampleQuality;

/// Pairs of an analyte and a kind of sample remembered at most.
const REMEMBERED: usize = 30_000;

/// The number of what a sample does of which nothing is said.
pub(super) const NONE: u32 = 0;

/// What samples make of results, numbered; the same for all threads.
#[derive(Debug)]
pub(super) struct TouchNumbers(Mutex<Vec<Touch>>);

impl TouchNumbers {
    pub(super) fn new(rules: &Rules) -> TouchNumbers {
        let none = rules.touch(None, &SampleQuality::default());
        TouchNumbers(Mutex::new(vec![none]))
    }

    fn number(&self, touch: Touch) -> u32 {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        number_among(&mut known, |known| *known == touch, || touch.clone())
    }
}

/// What samples make of results, as a thread knows it.
#[derive(Debug)]
pub(super) struct Touches<'s> {
    shared: &'s TouchNumbers,
    /// By place of the analyte and number of the kind.
    numbers: HashMap<(u32, u32), u32>,
}

impl<'s> Touches<'s> {
    pub(super) fn of_shared(shared: &'s TouchNumbers) -> Touches<'s> {
        Touches {
            shared,
            numbers: HashMap::default(),
        }
    }

    /// The number of what a kind of sample makes of the results of the analyte at a place.
    pub(super) fn of(
        &mut self,
        rules: &Rules,
        analyte: u32,
        kind: usize,
        quality: &SampleQuality,
    ) -> u32 {
        let pair = (analyte, kind as u32);
        if let Some(number) = self.numbers.get(&pair) {
            return *number;
        }
        let touch = rules.touch(rules.catalog.at(analyte), quality);
        let number = self.shared.number(touch);
        if REMEMBERED <= self.numbers.len() {
            self.numbers.clear();
        }
        self.numbers.insert(pair, number);
        number
    }

    /// True if a critical value may be told apart by its size.
    pub(super) fn depends_on_value(&self, number: u32) -> bool {
        let known = self.shared.0.lock().unwrap_or_else(PoisonError::into_inner);
        known[number as usize].depends_on_value()
    }
}
