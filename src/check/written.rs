//! What is written of rows that say the same: a text with the places where they differ.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use foldhash::HashSet;

use super::converted::Converted;
use crate::notice::Code;
use crate::reference::Conversion;
use crate::report::{Places, Scribe};
use crate::value::PlainNumber;

/// What was written of a row behind its name, without what may differ in others.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    text: Arc<[u8]>,
    /// How it ends, behind all places where rows differ: the same for many.
    end: Arc<[u8]>,
    cuts: Cuts,
    /// Whether a number stands in it, and by which conversion a second one.
    number: Option<Option<Conversion>>,
}

/// Where in a text something is to be put in.
#[derive(Clone, Copy, Debug, Default)]
struct Cuts {
    value: u16,
    canonical: u16,
    notices: u16,
    person: u16,
    /// The second place is the end of the text.
    hemolysis: u16,
}

/// Parts of lines, each once: many rows that say something else are written alike behind their names.
#[derive(Debug, Default)]
pub(super) struct Parts(Mutex<HashSet<Arc<[u8]>>>);

/// Parts known at most.
const PARTS: usize = 20_000;

impl Parts {
    fn one(&self, part: &[u8]) -> Arc<[u8]> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(part) {
            return Arc::clone(known);
        }
        if PARTS <= known.len() {
            known.clear();
        }
        let part: Arc<[u8]> = part.into();
        known.insert(Arc::clone(&part));
        part
    }
}

impl Shown {
    /// Nothing was written.
    pub(super) fn nothing() -> Shown {
        Shown {
            text: Arc::default(),
            end: Arc::default(),
            cuts: Cuts::default(),
            number: None,
        }
    }

    /// What was written, cut at these places; none if it is longer than anything that is worth remembering. With a
    /// `number` it holds for other numbers too.
    pub(super) fn cut(
        written: &[u8],
        places: &Places,
        number: Option<Option<Conversion>>,
        parts: &Parts,
    ) -> Option<Shown> {
        let [hemolysis, quality] = places.sample.clone();
        let [value, canonical] = match number {
            Some(_) => [places.value.clone(), places.canonical.clone()],
            // What is not put in again is not left out.
            None => [at(places.behind_name), at(places.behind_name)],
        };
        let mut text = Vec::new();
        let mut from = places.behind_name;
        let mut cut = |place: Range<usize>| {
            text.extend_from_slice(&written[from..place.start]);
            from = place.end;
            u16::try_from(text.len()).ok()
        };
        let cuts = Cuts {
            value: cut(value)?,
            canonical: cut(canonical)?,
            notices: cut(at(places.notices))?,
            person: cut(places.person.clone())?,
            hemolysis: cut(hemolysis)?,
        };
        cut(quality)?;
        let end = &written[from..];
        Some(Shown {
            text: parts.one(&text),
            end: parts.one(end),
            cuts,
            number,
        })
    }
}

fn at(place: usize) -> Range<usize> {
    place..place
}

/// The same, as a thread remembers it.
#[derive(Clone, Debug)]
pub(super) struct Written {
    text: Arc<[u8]>,
    end: Arc<[u8]>,
    cuts: Cuts,
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

impl Written {
    pub(super) fn of(shown: &Shown, converted: &mut Converted) -> Written {
        Written {
            text: Arc::clone(&shown.text),
            end: Arc::clone(&shown.end),
            cuts: shown.cuts,
            number: match shown.number {
                None => Number::Remembered,
                Some(None) => Number::Alone,
                Some(Some(Conversion::IDENTITY)) => Number::Same,
                Some(Some(conversion)) => Number::Converted(converted.number(conversion)),
            },
        }
    }
}

/// What is written, to be put together with what is a row's own.
pub(super) struct Text<'a> {
    pub(super) written: &'a Written,
    pub(super) converted: &'a mut Converted,
}

/// What is a row's own.
pub(super) struct Own<'o> {
    /// The cell of the value.
    pub(super) cell: &'o [u8],
    /// The number in it, where that is not remembered.
    pub(super) number: Option<PlainNumber>,
    /// What is to be said of it because it is repeated.
    pub(super) notice: Option<Code>,
    /// What is written of the person.
    pub(super) person: &'o [u8],
    /// What is written of the sample, in its two places.
    pub(super) sample: &'o [Vec<u8>; 2],
}

impl Text<'_> {
    /// True if nothing is written.
    pub(super) fn is_empty(&self) -> bool {
        self.written.text.is_empty()
    }

    /// Appends it, with the number in its cell where that is not remembered.
    #[inline]
    pub(super) fn write(self, own: &Own<'_>, scribe: &Scribe, out: &mut Vec<u8>) {
        let Written {
            text,
            end,
            cuts,
            number,
        } = self.written;
        let mut from = 0;
        if *number != Number::Remembered {
            let [value, canonical] = [cuts.value, cuts.canonical].map(usize::from);
            out.extend_from_slice(&text[..value]);
            scribe.number(own.cell, out);
            out.extend_from_slice(&text[value..canonical]);
            if let (Some(read), true) = (own.number, *number != Number::Alone) {
                let start = out.len();
                match number {
                    Number::Converted(by) => self.converted.write(*by, read, out),
                    _ => read.normalized(own.cell, out),
                }
                scribe.end_number(start, out);
            }
            from = canonical;
        }
        if let Some(code) = own.notice {
            let notices = usize::from(cuts.notices);
            out.extend_from_slice(&text[from..notices]);
            scribe.add_notice(code, out);
            from = notices;
        }
        if scribe.tells_all() {
            let [person, hemolysis] = [cuts.person, cuts.hemolysis].map(usize::from);
            let [said_of_hemolysis, said_of_rest] = own.sample;
            out.extend_from_slice(&text[from..person]);
            out.extend_from_slice(own.person);
            out.extend_from_slice(&text[person..hemolysis]);
            out.extend_from_slice(said_of_hemolysis);
            out.extend_from_slice(&text[hemolysis..]);
            out.extend_from_slice(said_of_rest);
        } else {
            out.extend_from_slice(&text[from..]);
        }
        out.extend_from_slice(end);
    }
}
