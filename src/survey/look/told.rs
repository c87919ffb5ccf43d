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

/// What is known of a person of these classes.
#[inline]
pub(super) fn of_whom(told: &[(Whom, Told)], classes: Pair) -> Option<Told> {
    let known = told.iter().find(|(whom, _)| whom.is_among(classes));
    known.map(|(_, told)| *told)
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
        let change = |known: &mut Vec<(Whom, Told)>| {
            if known.iter().all(|(known, _)| *known != whom) {
                known.push((whom, told));
            }
        };
        self.common
            .told
            .change(self.generation, said.index(), change);
    }

    fn keep_told(&mut self, said: Said, told: (Whom, Told)) {
        if self.told.len() <= said.index() {
            self.told.resize_with(said.index() + 1, Vec::new);
        }
        let known = &mut self.told[said.index()];
        if known.iter().all(|(known, _)| *known != told.0) {
            known.push(told);
        }
    }

    /// What another thread found out of rows that say this.
    #[cold]
    pub(super) fn ask_others(&mut self, said: Said, classes: Pair) -> Option<Told> {
        let others = self.common.told.get(self.generation, said.index())?;
        let told = of_whom(&others, classes)?;
        for one in others {
            self.keep_told(said, one);
        }
        Some(told)
    }

    /// True if a result on this line may be one that is there more than once.
    pub(super) fn may_repeat(&self, line: u64) -> bool {
        self.repeated.is_on(self.file, line)
    }
}
