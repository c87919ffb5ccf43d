//! What is written of rows that say the same, by whose they are and what their sample makes of them.

use std::num::NonZeroU32;

use super::converted::Converted;
use super::counts::Place;
use super::told::Dates;
use super::written::{Shown, Text, Written};
use crate::derive::Offer;
use crate::memory::{Chains, Pair, Said, Whom};

/// Answers, by the number of what rows say.
#[derive(Default)]
pub(super) struct Answers {
    known: Chains<(Answer, Written)>,
    converted: Converted,
    /// What rows offer to those that are derived.
    offers: Vec<Offer>,
    /// Answers that there was no room for.
    missed: usize,
    /// Answers at most.
    most: usize,
}

/// What is known of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    pub(super) whom: Whom,
    /// Number of what its sample makes of it.
    pub(super) touch: u32,
    /// The row says itself something of its sample.
    pub(super) speaks: bool,
    /// Its place in the counts.
    pub(super) counts: Place,
    pub(super) dates: Dates,
    /// What it offers, by number; none for nothing.
    pub(super) offer: Option<NonZeroU32>,
}

impl Answer {
    /// True if it is about the same persons and samples.
    fn is_about(&self, other: &Answer) -> bool {
        (self.whom, self.touch) == (other.whom, other.touch)
    }

    #[inline]
    fn is_for(&self, touch: u32, classes: Pair) -> bool {
        self.touch == touch && self.whom.is_among(classes)
    }
}

/// An answer with what is written, for other threads.
#[derive(Clone)]
pub(super) struct Told {
    pub(super) answer: Answer,
    pub(super) shown: Shown,
    pub(super) offer: Offer,
}

impl Told {
    /// Tells whether another one is about the same persons and samples.
    pub(super) fn same(&self) -> impl Fn(&Told) -> bool + use<> {
        let answer = self.answer;
        move |other| answer.is_about(&other.answer)
    }
}

impl Answers {
    /// At most about so many are remembered.
    pub(super) fn of(most: usize) -> Answers {
        Answers {
            most,
            ..Answers::default()
        }
    }

    /// Forgets all of them.
    pub(super) fn clear(&mut self) {
        *self = Answers {
            converted: std::mem::take(&mut self.converted),
            ..Answers::of(self.most)
        };
    }

    /// The place of the answer for rows that say this, of persons of these classes, in a sample that makes this
    /// of it.
    #[inline]
    pub(super) fn find(&self, said: Said, touch: u32, classes: Pair) -> Option<u32> {
        let is = |(answer, _): &(Answer, Written)| answer.is_for(touch, classes);
        self.known.find(said.index(), is)
    }

    /// The answer at a place, with what is written, and what its rows offer if they do.
    #[inline]
    pub(super) fn at(&mut self, place: u32) -> (Answer, Text<'_>, Option<&Offer>) {
        let (answer, written) = self.known.at(place);
        let text = Text {
            written,
            converted: &mut self.converted,
        };
        let offer = (answer.offer).map(|number| &self.offers[number.get() as usize - 1]);
        (*answer, text, offer)
    }

    /// Remembers one more, if there is room; true if it did.
    pub(super) fn learn(&mut self, said: Said, told: &Told) -> bool {
        if self.most <= self.known.len() {
            self.missed += 1;
            if self.missed <= 2 * self.most {
                return false;
            }
            // The rows have changed.
            self.clear();
        }
        let same = |(known, _): &(Answer, Written)| known.is_about(&told.answer);
        let all = || self.known.of(said.index());
        if all().any(same) || ANSWERS <= all().count() {
            return false;
        }
        let written = Written::of(&told.shown, &mut self.converted);
        let mut answer = told.answer;
        if !matches!(told.offer, Offer::Nothing) {
            self.offers.push(told.offer.clone());
            answer.offer = NonZeroU32::new(self.offers.len() as u32);
        }
        self.known.add(said.index(), (answer, written));
        true
    }
}

/// Answers to rows that say the same, at most.
const ANSWERS: usize = 60;
