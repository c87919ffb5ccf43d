//! Whose the rows of a block are, as far as a pattern asks for it.

use super::desk::Desk;
use crate::import::PlainRow;
use crate::import::date::DateOrders;
use crate::memory::patient_cells;
use crate::person::PersonReading;
use crate::quality::patterns::When;
use crate::sample::SampleId;
use crate::survey::panels;
use crate::text::{hash, trim};

/// A draw of the block at hand.
#[derive(Clone, Copy)]
pub(super) enum Draw {
    /// Of a patient of whom nothing is suspicious.
    Other,
    /// No row of it was met yet.
    New,
    /// Its rows have to be understood whole.
    Whole,
    Known(Who),
}

/// Whose a row is.
#[derive(Clone, Copy)]
pub(super) struct Who {
    pub(super) group: u64,
    pub(super) panel: SampleId,
    pub(super) when: When,
    /// Sex and age, with a number where others say the same.
    pub(super) person: (PersonReading, Option<usize>),
}

/// A time of collection, and when that is.
pub(super) struct Clock {
    pub(super) orders: DateOrders,
    pub(super) text: String,
    pub(super) when: When,
}

impl Clock {
    /// The rows of a sample share it.
    pub(super) fn when(&mut self, collected: &str) -> When {
        if collected != self.text {
            self.text.clear();
            self.text.push_str(collected);
            self.when = panels::when(collected, self.orders);
        }
        self.when
    }
}

impl Desk<'_> {
    /// Whose the rows of a suspicious draw are.
    pub(super) fn who(&mut self, drawn: usize, row: &PlainRow<'_>) -> Option<Who> {
        let [patient, _, collected] = patient_cells(row)?;
        let grouped = self.noted.drawn.get(drawn)?.grouped;
        // Of a day it matters what its rows say besides.
        let panel = grouped.panel().filter(|_| !grouped.is_day())?;
        Some(Who {
            group: group(patient, panel),
            panel,
            when: self.clock.when(trim(collected)),
            person: self.persons.read(row, collected, self.orders)?,
        })
    }
}

/// Panels that are looked at together.
pub(super) fn group(patient: &str, panel: SampleId) -> u64 {
    match trim(patient) {
        "" => panel.bits(),
        patient => hash(patient),
    }
}
