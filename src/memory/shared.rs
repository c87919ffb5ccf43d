//! The numbers of what threads remember, the same for all of them.

use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Said;
use super::numbers::Numbers;
use crate::resolve::Resolution;

/// Bytes of cells remembered at most, for each row that may be remembered.
const BYTES: usize = 80;

/// Beside a wording that is alone in what it means.
const ALONE: u32 = 1 << 31;

/// Numbers of wordings, of what is said in them, and of meanings. At most so many are given.
#[derive(Debug)]
pub(crate) struct Shared<'r> {
    state: Mutex<State<'r>>,
    /// How often everything was forgotten.
    generation: AtomicU32,
    most: usize,
}

/// What has a number.
#[derive(Debug, Default)]
pub(super) struct State<'r> {
    wordings: Numbers,
    meanings: Vec<Resolution<'r>>,
    templates: Numbers,
    said: Numbers,
    /// Rows that there was no room for.
    missed: usize,
    key: Vec<u8>,
}

impl<'r> Shared<'r> {
    /// Numbers for at most so many rows.
    pub(crate) fn of(most: usize) -> Shared<'r> {
        Shared {
            state: Mutex::default(),
            generation: AtomicU32::new(0),
            most,
        }
    }

    /// The generation of numbers that are given now.
    pub(crate) fn generation(&self) -> u32 {
        self.generation.load(Ordering::Acquire)
    }

    /// How many are given at most.
    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// Opens it for a new row, if there is room. What is remembered stays until there was no room for twice as
    /// much: then the rows have changed, and it is forgotten. Half of all different rows come once, and
    /// the second half of the room is not for them.
    pub(super) fn open(
        &self,
        generation: u32,
        was_met: impl FnOnce() -> bool,
    ) -> Option<MutexGuard<'_, State<'r>>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if generation != self.generation() {
            return None;
        }
        if self.most <= 2 * state.said.len() && !was_met() {
            return None;
        }
        if !state.is_full(self.most) {
            return Some(state);
        }
        state.missed += 1;
        if 2 * self.most < state.missed {
            *state = State::default();
            self.generation.fetch_add(1, Ordering::AcqRel);
        }
        None
    }
}

impl<'r> State<'r> {
    fn is_full(&self, most: usize) -> bool {
        let all = [&self.wordings, &self.templates, &self.said];
        all.iter()
            .any(|numbers| most <= numbers.len() || most * BYTES <= numbers.bytes())
    }

    pub(super) fn wording(&mut self, cells: &[u8]) -> u32 {
        self.wordings.number(0, cells) as u32
    }

    /// By what the rest of a row with this wording is remembered.
    pub(super) fn by(
        &mut self,
        by_meaning: bool,
        wording: u32,
        resolution: &Rc<Resolution<'r>>,
    ) -> u32 {
        if !by_meaning {
            return wording | ALONE;
        }
        let same = |known: &Resolution<'_>| known.means_the_same_as(resolution);
        let known = self.meanings.iter().position(same);
        known.unwrap_or_else(|| {
            self.meanings.push(Resolution::clone(resolution));
            self.meanings.len() - 1
        }) as u32
    }

    pub(super) fn template(&mut self, by: u32, cells: &[u8]) -> u32 {
        self.templates.number(by, cells) as u32
    }

    /// What is said with a number of a band, or with exactly this value.
    pub(super) fn said(&mut self, template: u32, band: Option<usize>, value: &[u8]) -> Said {
        self.key.clear();
        match band {
            // The first byte is of no text.
            Some(band) => self.key.extend([u8::MAX, band as u8]),
            None => self.key.extend_from_slice(value),
        }
        Said::new(self.said.number(template, &self.key), band.is_some())
    }
}
