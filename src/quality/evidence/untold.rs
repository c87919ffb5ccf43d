//! Samples that are said to be spoiled where the row does not tell which sample it is: whose, and when.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::Evidence;
use crate::import::date::write_one_way;
use crate::sample::{Tube, is_own_number};
use crate::text::trim;

/// Patient, sample and time of collection of a row.
pub(crate) type Texts<'a> = [&'a str; 3];

#[derive(Clone, Copy, Debug)]
pub(crate) struct Untold {
    bits: u64,
    /// The sample has a number, which others may lack.
    numbered: bool,
}

impl Evidence {
    /// Adds that some sample of a patient is spoiled, and not which.
    pub(crate) fn add_untold(&mut self, who: Untold) {
        match who.numbered {
            true => self.numbered.insert(who.bits),
            false => self.untold.insert(who.bits),
        };
    }

    /// True if some sample of this patient, in a tube of one of these kinds, is spoiled that may be the one of a row, as far as
    /// patient, sample number and time tell it.
    pub(crate) fn is_untold(&self, tubes: &[Tube], texts: Texts<'_>) -> bool {
        let [patient, sample, collected] = texts;
        let (patient, sample) = (trim(patient), trim(sample));
        let (named, numbered) = (!patient.is_empty(), !sample.is_empty());
        if self.untold.is_empty() && (numbered || self.numbered.is_empty()) {
            return false;
        }
        let when = When::of(collected);
        // Rows of a patient without a number and at the same time are of one sample: what is said of it reaches them. Where
        // nobody is named they may be.
        let is_another = numbered || !named;
        tubes.iter().any(|tube| {
            let may_be = |which: Which<'_>| self.untold.contains(&untold(*tube, patient, which));
            let of_nobody =
                |which: Which<'_>| named && self.untold.contains(&untold(*tube, "", which));
            // It may be the one with a number, at the very time.
            let is_numbered = || self.numbered.contains(&untold(*tube, patient, when.at()));
            (!numbered && when.timed && is_numbered())
                || (is_another && when.timed && may_be(when.at()))
                || (when.timed && may_be(Which::On(when.day())))
                || (!when.timed && may_be(Which::SomeTimeOn(when.day())))
                || may_be(Which::Any)
                || (when.timed && of_nobody(when.at()))
                || (numbered && of_nobody(Which::Numbered(sample)))
        })
    }
}

/// When a sample was collected that has no number, as far as it is stated.
#[derive(Clone, Copy, Hash)]
enum Which<'t> {
    At(&'t str),
    On(&'t str),
    SomeTimeOn(&'t str),
    Any,
    /// With this number, and no patient.
    Numbered(&'t str),
}

/// A time of collection, written the one way that all its spellings have in common.
struct When {
    text: String,
    /// It has a time of day.
    timed: bool,
}

impl When {
    fn of(collected: &str) -> When {
        let mut text = String::new();
        let timed = write_one_way(collected, &mut text);
        When { text, timed }
    }

    fn at(&self) -> Which<'_> {
        Which::At(&self.text)
    }

    fn day(&self) -> &str {
        match self.timed {
            true => self.text.split([' ', 'T']).next().unwrap_or(&self.text),
            false => &self.text,
        }
    }
}

/// What is to be added of a row that says that its sample is spoiled: nothing, if patient and number tell which it is. `texts` are
/// patient, sample and time of collection.
pub(crate) fn all_untold(tube: Tube, texts: Texts<'_>) -> impl Iterator<Item = Untold> + use<> {
    let [patient, sample, collected] = texts;
    let when = When::of(collected);
    let nobody = trim(patient).is_empty();
    let sample = trim(sample);
    let numbered = !sample.is_empty();
    let which = match (when.timed, when.text.is_empty()) {
        // Of a laboratory's own number it is told: see [`Evidence::of_number`]. At another time it may be given anew.
        _ if numbered => [
            (nobody && !(when.text.is_empty() && is_own_number(sample)))
                .then_some(Which::Numbered(sample)),
            (when.timed && !nobody).then(|| when.at()),
        ],
        (true, _) => [Some(when.at()), Some(Which::SomeTimeOn(when.day()))],
        (false, false) => [
            Some(Which::On(when.day())),
            Some(Which::SomeTimeOn(when.day())),
        ],
        (false, true) => [Some(Which::Any), None],
    };
    let untold = which.map(|which| {
        which.map(|which| Untold {
            bits: untold(tube, patient, which),
            numbered: numbered && matches!(which, Which::At(_)),
        })
    });
    untold.into_iter().flatten()
}

fn untold(tube: Tube, patient: &str, which: Which<'_>) -> u64 {
    FixedState::with_seed(0).hash_one((tube, trim(patient), which))
}
