//! What wordings tell, and what threads tell each other of the rows of a file.

use std::sync::Arc;

use super::answers::{self, Answers};
use super::counts::Kinds;
use super::told::Words;
use super::touches::TouchNumbers;
use super::written::Parts;
use crate::interpret::{Asked, Rules};
use crate::memory::{self, ClassNumbers, Said};
use crate::observation::Observation;
use crate::report::Scribe;
use crate::resolve::Resolution;
use crate::sample::Tube;

/// What threads tell each other of a file.
pub(super) struct Common {
    pub(super) classes: ClassNumbers,
    pub(super) touches: TouchNumbers,
    pub(super) kinds: Kinds,
    pub(super) worded: memory::Common<Option<Arc<Worded>>>,
    pub(super) answers: memory::Common<Vec<answers::Told>>,
    pub(super) parts: Parts,
}

impl Common {
    pub(super) fn new(rules: &Rules) -> Common {
        Common {
            classes: ClassNumbers::default(),
            touches: TouchNumbers::new(rules),
            kinds: Kinds::default(),
            worded: memory::Common::default(),
            answers: memory::Common::default(),
            parts: Parts::default(),
        }
    }
}

/// What the wording of a row tells.
pub(super) struct Worded {
    pub(super) words: Words,
    pub(super) tube: Tube,
    /// Place of the analyte among all, past the last one if there is none.
    pub(super) place: u32,
    /// What is written of analyte and name.
    pub(super) named: Vec<u8>,
    pub(super) beside_printed: Asked,
    pub(super) asked: Asked,
}

impl Worded {
    pub(super) fn of(
        rules: &Rules,
        scribe: &mut Scribe,
        row: &Observation<'_>,
        resolution: &Resolution<'_>,
    ) -> Worded {
        let id = resolution.analyte.map(|analyte| analyte.id.as_str());
        Worded {
            words: Words::of(row, resolution),
            tube: Tube::of(resolution.specimen),
            place: rules.catalog.place(resolution.analyte),
            named: scribe.named(id.unwrap_or_default(), row.name),
            beside_printed: rules.asked_beside_printed(resolution.analyte),
            asked: rules.asked(resolution.analyte),
        }
    }
}

/// Remembers the answers that another thread found.
#[cold]
pub(super) fn ask_others(common: &Common, generation: u32, answers: &mut Answers, said: Said) {
    let others = common.answers.get(generation, said.index());
    for told in others.iter().flatten() {
        answers.learn(said, told);
    }
}
