//! The numbers of what threads remember, the same for all of them, and what one of them found out for the
//! others.

use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Said;
use super::numbers::{Numbers, number_among};
use crate::interpret::{Bands, is_index};
use crate::resolve::Resolution;
use crate::value::PlainNumber;

/// Bytes of cells remembered at most, for each row that may be remembered.
const BYTES: usize = 80;

/// Beside a wording that is alone in what it means.
const ALONE: u32 = 1 << 31;

/// Numbers of wordings (`W`), of what is said in them (`S`), and of meanings. At most so many are given.
#[derive(Debug)]
pub(crate) struct Shared<'r, W, S> {
    state: Mutex<State<'r, W, S>>,
    /// How often everything was forgotten.
    generation: AtomicU32,
    most: usize,
}

/// What has a number.
#[derive(Debug)]
pub(super) struct State<'r, W, S> {
    wordings: Numbers,
    /// By number of the wording: by what the rest is remembered, and what it tells.
    worded: Vec<(u32, W)>,
    meanings: Vec<Resolution<'r>>,
    templates: Numbers,
    /// By template.
    bands: Vec<Arc<Option<Bands>>>,
    /// Different ones: most templates share theirs with others.
    different: Vec<Arc<Option<Bands>>>,
    said: Numbers,
    told: Vec<S>,
    /// Rows that there was no room for.
    missed: usize,
    key: Vec<u8>,
}

impl<W, S> Default for State<'_, W, S> {
    fn default() -> Self {
        State {
            wordings: Numbers::default(),
            worded: Vec::new(),
            meanings: Vec::new(),
            templates: Numbers::default(),
            bands: Vec::new(),
            different: Vec::new(),
            said: Numbers::default(),
            told: Vec::new(),
            missed: 0,
            key: Vec::new(),
        }
    }
}

/// Cells that say what.
#[derive(Debug, Default)]
pub(super) struct Cells {
    pub(super) wording: Vec<u8>,
    pub(super) beside: Vec<u8>,
    pub(super) value: Vec<u8>,
    pub(super) number: Option<PlainNumber>,
    pub(super) by_meaning: bool,
}

/// What was found out about a row, as far as it is asked for.
pub(crate) struct Found<'a, 'r, B, W, S> {
    /// What its wording means.
    pub(crate) resolution: &'a Rc<Resolution<'r>>,
    /// Gives the bands of rows that say the same beside another number.
    pub(crate) bands: B,
    /// Gives what its wording tells.
    pub(crate) worded: W,
    /// What it tells.
    pub(crate) told: S,
}

/// All that is known of a row.
pub(super) struct Learned<W, S> {
    pub(super) wording: u32,
    pub(super) by: u32,
    pub(super) worded: W,
    pub(super) bands: Arc<Option<Bands>>,
    pub(super) said: Said,
    pub(super) told: S,
}

impl<'r, W: Clone, S: Clone> Shared<'r, W, S> {
    /// Numbers for at most so many rows.
    pub(crate) fn of(most: usize) -> Shared<'r, W, S> {
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

    fn open(&self, generation: u32) -> Option<MutexGuard<'_, State<'r, W, S>>> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        (generation == self.generation()).then_some(state)
    }

    /// What another thread found out about a row with these cells.
    pub(super) fn find(&self, generation: u32, cells: &Cells) -> Option<Learned<W, S>> {
        self.open(generation)?.find(cells)
    }

    /// Gives numbers to a new row, if there is room. What is remembered stays until there was no room for twice
    /// as much: then the rows have changed, and it is forgotten. Half of all different rows come once,
    /// and the second half of the room is not for them.
    pub(super) fn learn(
        &self,
        generation: u32,
        cells: &Cells,
        was_met: impl FnOnce() -> bool,
        row: Found<'_, 'r, impl FnOnce() -> Option<Bands>, impl FnOnce() -> W, S>,
    ) -> Option<Learned<W, S>> {
        let mut state = self.open(generation)?;
        if self.most <= 2 * state.said.len() && !was_met() {
            return None;
        }
        if state.is_full(self.most) {
            state.missed += 1;
            if 2 * self.most < state.missed {
                *state = State::default();
                self.generation.fetch_add(1, Ordering::AcqRel);
            }
            return None;
        }
        state.add(cells, row);
        state.find(cells)
    }
}

impl<'r, W: Clone, S: Clone> State<'r, W, S> {
    fn is_full(&self, most: usize) -> bool {
        let all = [&self.wordings, &self.templates, &self.said];
        all.iter()
            .any(|numbers| most <= numbers.len() || most * BYTES <= numbers.bytes())
    }

    fn find(&mut self, cells: &Cells) -> Option<Learned<W, S>> {
        let wording = self.wordings.find(0, &cells.wording)?;
        let (by, worded) = &self.worded[wording];
        let template = self.templates.find(*by, &cells.beside)?;
        let bands = &self.bands[template];
        let band = key(&mut self.key, bands, cells);
        let said = self.said.find(template as u32, &self.key)?;
        Some(Learned {
            wording: wording as u32,
            by: *by,
            worded: worded.clone(),
            bands: Arc::clone(bands),
            said: Said::new(said, band),
            told: self.told[said].clone(),
        })
    }

    fn add(
        &mut self,
        cells: &Cells,
        row: Found<'_, 'r, impl FnOnce() -> Option<Bands>, impl FnOnce() -> W, S>,
    ) {
        let wording = self.wordings.number(0, &cells.wording);
        if self.worded.len() < self.wordings.len() {
            let by = match cells.by_meaning && means_all_it_says(&cells.wording, row.resolution) {
                true => self.meaning(row.resolution),
                false => wording as u32 | ALONE,
            };
            self.worded.push((by, (row.worded)()));
        }
        let (by, _) = self.worded[wording];
        let template = self.templates.number(by, &cells.beside);
        if self.bands.len() < self.templates.len() {
            let bands = (row.bands)();
            let same = |known: &Arc<Option<Bands>>| **known == bands;
            let place = number_among(&mut self.different, same, || Arc::new(bands.clone()));
            let bands = Arc::clone(&self.different[place as usize]);
            self.bands.push(bands);
        }
        key(&mut self.key, &self.bands[template], cells);
        self.said.number(template as u32, &self.key);
        if self.told.len() < self.said.len() {
            self.told.push(row.told);
        }
    }

    fn meaning(&mut self, resolution: &Rc<Resolution<'r>>) -> u32 {
        let same = |known: &Resolution<'_>| known.means_the_same_as(resolution);
        number_among(&mut self.meanings, same, || Resolution::clone(resolution))
    }
}

/// True if a wording says nothing besides what it means. A name that is not known ("Hemolysis check") and that of an index
/// ("Hemolysis grade") say something of the sample themselves, and so may what a name has in brackets.
fn means_all_it_says(wording: &[u8], resolution: &Resolution<'_>) -> bool {
    let is_known = resolution.analyte.is_some_and(|analyte| !is_index(analyte));
    is_known && !wording.iter().any(|byte| b"([".contains(byte))
}

/// Writes by what a value is remembered, and says whether that is its band.
fn key(key: &mut Vec<u8>, bands: &Option<Bands>, cells: &Cells) -> bool {
    key.clear();
    match bands
        .as_ref()
        .zip(cells.number)
        .and_then(|(bands, number)| bands.of(number))
    {
        Some(band) => {
            // The first byte is of no text.
            key.extend([u8::MAX, band as u8]);
            true
        }
        None => {
            key.extend_from_slice(&cells.value);
            false
        }
    }
}
