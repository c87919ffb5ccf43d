//! What is written of rows that say the same, by whose they are and what their sample makes of them.

use std::sync::Arc;

use super::converted::Converted;
use super::counts::Place;
use super::told::Dates;
use crate::interpretation::Interpretation;
use crate::memory::{Chains, Pair, Said, Whom};
use crate::reference::Conversion;
use crate::report::Scribe;
use crate::value::PlainNumber;

/// Answers, by the number of what rows say.
#[derive(Default)]
pub(super) struct Answers {
    known: Chains<(Answer, Written)>,
    converted: Converted,
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
    /// Its place in the counts.
    pub(super) counts: Place,
    pub(super) dates: Dates,
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

/// What is written behind the name.
#[derive(Clone, Debug)]
struct Written {
    text: Arc<[u8]>,
    /// Up to the value, and up to the canonical value.
    ends: [u16; 2],
    number: Number,
}

/// How the number of a row is written beside what is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Number {
    /// It is among what is remembered.
    Remembered,
    /// As it stands in its cell, and no canonical value.
    Alone,
    /// And the canonical value, by a conversion.
    Converted(u32),
    /// And the same without needless zeros.
    Same,
}

/// What was written of a row behind its name.
#[derive(Clone, Copy)]
pub(super) struct Shown<'l> {
    pieces: [&'l [u8]; 3],
    /// Whether a number stands between the pieces, and by which conversion a second one.
    number: Option<Option<Conversion>>,
}

impl<'l> Shown<'l> {
    /// A text that holds for this value only.
    pub(super) fn whole(text: &'l [u8]) -> Shown<'l> {
        Shown {
            pieces: [text, &[], &[]],
            number: None,
        }
    }

    /// A text that holds for other numbers too, with the places where they stand; none if they do not stand
    /// where they are expected.
    pub(super) fn around_number(
        text: &'l [u8],
        result: &Interpretation<'_>,
        conversion: Option<Conversion>,
        scribe: &mut Scribe<'_>,
    ) -> Option<Shown<'l>> {
        let number = Some(conversion.filter(|_| result.canonical.is_some()));
        if text.is_empty() {
            return Some(Shown {
                pieces: [text; 3],
                number,
            });
        }
        let (mut before, mut between) = (Vec::new(), Vec::new());
        scribe.lines.around_value(result, &mut before, &mut between);
        let value = result.observation.value.as_bytes();
        let canonical = result.canonical.as_ref();
        let canonical = canonical.map_or("", |canonical| &canonical.text).as_bytes();
        let behind = text.strip_prefix(before.as_slice())?;
        let behind = behind
            .strip_prefix(value)?
            .strip_prefix(between.as_slice())?;
        let rest = behind.strip_prefix(canonical)?;
        let cut = before.len() + value.len();
        Some(Shown {
            pieces: [&text[..before.len()], &text[cut..cut + between.len()], rest],
            number,
        })
    }
}

/// An answer with what is written, for other threads.
#[derive(Clone)]
pub(super) struct Told {
    answer: Answer,
    text: Arc<[u8]>,
    ends: [u16; 2],
    number: Option<Option<Conversion>>,
}

impl Told {
    /// None if it is longer than anything that is worth remembering.
    pub(super) fn new(answer: Answer, shown: &Shown<'_>) -> Option<Told> {
        let [before, between, _] = shown.pieces;
        let end = u16::try_from(before.len() + between.len()).ok()?;
        Some(Told {
            answer,
            text: shown.pieces.concat().into(),
            ends: [before.len() as u16, end],
            number: shown.number,
        })
    }

    /// Tells whether another one is about the same persons and samples.
    pub(super) fn same(&self) -> impl Fn(&Told) -> bool + use<> {
        let answer = self.answer;
        move |other| answer.is_about(&other.answer)
    }
}

/// What is written, to be put together with the number of a row.
pub(super) struct Text<'a> {
    written: &'a Written,
    converted: &'a mut Converted,
}

impl Text<'_> {
    /// True if nothing is written.
    pub(super) fn is_empty(&self) -> bool {
        self.written.text.is_empty()
    }

    /// Appends it, with the number in its cell where that is not remembered.
    #[inline]
    pub(super) fn write(self, cell: &[u8], out: &mut Vec<u8>) {
        let Written { text, ends, number } = self.written;
        if *number == Number::Remembered {
            out.extend_from_slice(text);
            return;
        }
        let [value, canonical] = ends.map(usize::from);
        out.extend_from_slice(&text[..value]);
        out.extend_from_slice(cell);
        out.extend_from_slice(&text[value..canonical]);
        if let (Some(read), true) = (PlainNumber::read(cell), *number != Number::Alone) {
            match number {
                Number::Converted(by) => self.converted.write(*by, read, out),
                _ => out.extend_from_slice(read.normalized(cell)),
            }
        }
        out.extend_from_slice(&text[canonical..]);
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

    /// The answer at a place, with what is written.
    #[inline]
    pub(super) fn at(&mut self, place: u32) -> (Answer, Text<'_>) {
        let (answer, written) = self.known.at(place);
        let converted = &mut self.converted;
        (*answer, Text { written, converted })
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
        let number = match told.number {
            None => Number::Remembered,
            Some(None) => Number::Alone,
            Some(Some(Conversion::IDENTITY)) => Number::Same,
            Some(Some(conversion)) => Number::Converted(self.converted.number(conversion)),
        };
        let written = Written {
            text: Arc::clone(&told.text),
            ends: told.ends,
            number,
        };
        self.known.add(said.index(), (told.answer, written));
        true
    }
}

/// Answers to rows that say the same, at most.
const ANSWERS: usize = 60;
