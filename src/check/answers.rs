//! What is written of rows that say the same, by whose they are and what their sample makes of them.

use std::sync::Arc;

use super::converted::Converted;
use super::counts::Places;
use super::told::Dates;
use crate::interpretation::Interpretation;
use crate::memory::{Pair, Said};
use crate::reference::Conversion;
use crate::report::Scribe;
use crate::value::PlainNumber;

/// Answers, by the number of what rows say.
#[derive(Default)]
pub(super) struct Answers {
    by_said: Vec<Slot>,
    texts: Vec<u8>,
    converted: Converted,
    known: usize,
    /// Answers that there was no room for.
    missed: usize,
    /// Answers at most.
    most: usize,
}

/// Answers to rows that say the same. The first is found without another step: most have one.
#[derive(Default)]
struct Slot {
    first: Option<(Answer, Written)>,
    others: Vec<(Answer, Written)>,
}

/// What is known of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    /// Of whom.
    pub(super) class: u32,
    /// The interval printed beside it judged.
    pub(super) by_printed: bool,
    /// Number of what its sample makes of it.
    pub(super) touch: u32,
    /// It says nothing of its sample.
    pub(super) silent: bool,
    /// Places in the counts.
    pub(super) counts: Places,
    pub(super) dates: Dates,
}

impl Answer {
    /// Of whom, in what samples.
    fn whom(&self) -> (u32, bool, u32) {
        (self.class, self.by_printed, self.touch)
    }

    #[inline]
    fn is_for(&self, touch: u32, classes: Pair) -> bool {
        self.touch == touch && classes.is(self.by_printed, self.class)
    }
}

/// What is written behind the name, as places among the texts.
#[derive(Clone, Copy, Debug)]
struct Written {
    /// Up to the value, up to the canonical value, and the rest; all of it where nothing stands between.
    ends: [u32; 4],
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

/// An answer, with the place of what is written.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) answer: Answer,
    written: Written,
}

/// An answer with what is written, for other threads.
#[derive(Clone)]
pub(super) struct Told {
    answer: Answer,
    pieces: [Arc<[u8]>; 3],
    number: Option<Option<Conversion>>,
}

impl Told {
    pub(super) fn new(answer: Answer, shown: Shown<'_>) -> Told {
        Told {
            answer,
            pieces: shown.pieces.map(Arc::from),
            number: shown.number,
        }
    }

    /// True if it is about the same persons and samples.
    pub(super) fn is_about(&self, answer: &Answer) -> bool {
        self.answer.whom() == answer.whom()
    }
}

/// What is written, to be put together with the number of a row.
pub(super) struct Text<'a> {
    texts: &'a [u8],
    written: Written,
    converted: &'a mut Converted,
}

impl Text<'_> {
    /// True if nothing is written.
    pub(super) fn is_empty(&self) -> bool {
        self.written.ends[0] == self.written.ends[3]
    }

    /// Appends it, with the number in its cell where that is not remembered.
    #[inline]
    pub(super) fn write(self, cell: &[u8], out: &mut Vec<u8>) {
        let [start, value, canonical, end] = self.written.ends.map(|end| end as usize);
        if self.written.number == Number::Remembered {
            out.extend_from_slice(&self.texts[start..end]);
            return;
        }
        out.extend_from_slice(&self.texts[start..value]);
        out.extend_from_slice(cell);
        out.extend_from_slice(&self.texts[value..canonical]);
        if let (Some(number), true) = (
            PlainNumber::read(cell),
            self.written.number != Number::Alone,
        ) {
            match self.written.number {
                Number::Converted(by) => self.converted.write(by, number, out),
                _ => out.extend_from_slice(number.normalized(cell)),
            }
        }
        out.extend_from_slice(&self.texts[canonical..end]);
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

    /// The answer for rows that say this, of persons of these classes, in a sample that makes this of it.
    #[inline]
    pub(super) fn find(&self, said: Said, touch: u32, classes: Pair) -> Option<Found> {
        let slot = self.by_said.get(said.index())?;
        let mut all = slot.first.iter().chain(&slot.others);
        let found = all.find(|(answer, _)| answer.is_for(touch, classes));
        found.map(|(answer, written)| Found {
            answer: *answer,
            written: *written,
        })
    }

    /// What is written of an answer.
    #[inline]
    pub(super) fn text(&mut self, found: &Found) -> Text<'_> {
        Text {
            texts: &self.texts,
            written: found.written,
            converted: &mut self.converted,
        }
    }

    /// Remembers what other threads found out.
    pub(super) fn keep(&mut self, said: Said, told: &[Told]) {
        for one in told {
            let pieces = [0, 1, 2].map(|piece| &*one.pieces[piece]);
            let number = one.number;
            self.learn(said, one.answer, Shown { pieces, number });
        }
    }

    /// Remembers one more, if there is room.
    pub(super) fn learn(&mut self, said: Said, answer: Answer, shown: Shown<'_>) {
        if self.most <= self.known {
            self.missed += 1;
            if self.missed <= 2 * self.most {
                return;
            }
            // The rows have changed.
            self.clear();
        }
        if self.by_said.len() <= said.index() {
            self.by_said.resize_with(said.index() + 1, Slot::default);
        }
        let slot = &mut self.by_said[said.index()];
        let whom = answer.whom();
        let mut all = slot.first.iter().chain(&slot.others);
        if OTHERS <= slot.others.len() || all.any(|(known, _)| known.whom() == whom) {
            return;
        }
        let mut ends = [self.texts.len() as u32; 4];
        for (piece, end) in shown.pieces.iter().zip(&mut ends[1..]) {
            self.texts.extend_from_slice(piece);
            *end = self.texts.len() as u32;
        }
        let number = match shown.number {
            None => Number::Remembered,
            Some(None) => Number::Alone,
            Some(Some(Conversion::IDENTITY)) => Number::Same,
            Some(Some(conversion)) => Number::Converted(self.converted.number(conversion)),
        };
        let known = (answer, Written { ends, number });
        match slot.first {
            None => slot.first = Some(known),
            Some(_) => slot.others.push(known),
        }
        self.known += 1;
    }
}

/// Answers remembered at most beside the first one of rows that say the same.
const OTHERS: usize = 60;
