//! What rows of suspicious patients show, by what they say, and how threads tell each other.

use std::sync::Arc;

use super::desk::Desk;
use crate::interpret::{Asked, Rules, person_of};
use crate::memory::{self, ClassNumbers, Pair, Said, Whom};
use crate::observation::Observation;
use crate::reference::Conversion;
use crate::resolve::Resolution;
use crate::survey::panels;

/// What threads tell each other of a file.
#[derive(Default)]
pub(super) struct Common {
    pub(super) classes: ClassNumbers,
    pub(super) worded: memory::Common<Option<Arc<Worded>>>,
    pub(super) told: memory::Common<Vec<(Whom, Told)>>,
}

/// What the wording of a row tells.
pub(super) struct Worded {
    /// Some pattern may look at it.
    pub(super) looked_at: bool,
    /// Place of the analyte, past all of them if there is none.
    pub(super) place: u32,
    pub(super) beside_printed: Asked,
    pub(super) asked: Asked,
}

/// What a row tells, of a class of persons: to a pattern, nothing or a result of a kind.
#[derive(Clone, Copy)]
pub(super) enum Told {
    Nothing,
    /// With this value.
    Exactly(u32, f64),
    /// With the number in its cell.
    Converted(u32, Conversion),
}

impl Worded {
    fn of(rules: &Rules, resolution: &Resolution<'_>) -> Worded {
        let analyte = resolution.analyte;
        Worded {
            looked_at: panels::looks_at(rules, resolution),
            place: rules.catalog.place(analyte),
            beside_printed: rules.asked_beside_printed(analyte),
            asked: rules.asked(analyte),
        }
    }
}

impl Desk<'_> {
    /// Remembers what rows with these numbers show.
    pub(super) fn learn(
        &mut self,
        (said, wording): (Said, usize),
        row: &Observation<'_>,
        resolution: &Resolution<'_>,
        (by_printed, told): (bool, Told),
    ) {
        let find = || Worded::of(self.rules, resolution);
        let worded = &mut self.worded;
        let Some(worded) = worded.get_or_find(self.generation, wording, find) else {
            return;
        };
        let asked = (&worded.beside_printed, &worded.asked);
        let Some(whom) = self.classes.whom(by_printed, &person_of(row), asked) else {
            return;
        };
        self.keep_told(said, (whom, told));
        let same = |(known, _): &(Whom, Told)| *known == whom;
        let new = (whom, told);
        self.common
            .told
            .add(self.generation, said.index(), new, same);
    }

    fn keep_told(&mut self, said: Said, told: (Whom, Told)) {
        let same = |(known, _): &(Whom, Told)| *known == told.0;
        if self.told.find(said.index(), same).is_none() {
            self.told.add(said.index(), told);
        }
    }

    /// What is known of rows that say this, of a person of these classes.
    #[inline]
    pub(super) fn known(&self, said: Said, classes: Pair) -> Option<Told> {
        let known = self
            .told
            .find(said.index(), |(whom, _)| whom.is_among(classes));
        known.map(|place| self.told.at(place).1)
    }

    /// What another thread found out of rows that say this.
    #[cold]
    pub(super) fn ask_others(&mut self, said: Said, classes: Pair) -> Option<Told> {
        let others = self.common.told.get(self.generation, said.index())?;
        for one in others {
            self.keep_told(said, one);
        }
        self.known(said, classes)
    }

    /// True if a result on this line may be one that is there more than once.
    pub(super) fn may_repeat(&self, line: u64) -> bool {
        self.repeated.is_on(self.file, line)
    }
}
