//! What samples make of results, numbered: what is remembered of a row holds wherever its sample makes
//! the same of it.

use foldhash::HashMap;

use crate::interpret::{Rules, Touch};
use crate::quality::SampleQuality;

/// Pairs of an analyte and a kind of sample remembered at most.
const REMEMBERED: usize = 30_000;

/// The number of what a sample does of which nothing is said.
pub(super) const NONE: u32 = 0;

/// What samples make of results.
#[derive(Debug)]
pub(super) struct Touches {
    known: Vec<Touch>,
    /// By place of the analyte and number of the kind.
    numbers: HashMap<(u32, u32), u32>,
}

impl Touches {
    pub(super) fn new(rules: &Rules) -> Touches {
        Touches {
            known: vec![rules.touch(None, &SampleQuality::default())],
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
        let touch = rules.touch(rules.catalog.analytes().get(analyte as usize), quality);
        let known = self.known.iter().position(|known| *known == touch);
        let number = known.unwrap_or_else(|| {
            self.known.push(touch);
            self.known.len() - 1
        }) as u32;
        if REMEMBERED <= self.numbers.len() {
            self.numbers.clear();
        }
        self.numbers.insert(pair, number);
        number
    }

    /// True if a critical value may be told apart by its size.
    pub(super) fn depends_on_value(&self, number: u32) -> bool {
        self.known[number as usize].depends_on_value()
    }
}
