//! Whose the rows of a block are: what is written of it, what is known of the sample, and to which classes of
//! persons they belong.

use foldhash::HashMap;

use crate::import::{DateOrder, PlainRow, Role};
use crate::interpret::reported::is_control;
use crate::interpret::{Asked, PersonClass};
use crate::memory::{DrawnNote, Persons};
use crate::person::PersonReading;
use crate::quality::evidence::Evidence;
use crate::report::{Head, Lines};
use crate::text::trim;

/// The draws of a block.
pub(super) struct People<'r> {
    evidence: &'r Evidence,
    /// By kind of statement about a sample: no result is judged otherwise for it.
    harmless: &'r [bool],
    order: Option<DateOrder>,
    persons: Persons,
    draws: Vec<Draw>,
    /// How lines begin.
    heads: Vec<u8>,
    numbers: HashMap<PersonClass, u32>,
    /// By place of the analyte and number of the person.
    classes: Vec<Vec<Classes>>,
}

/// A draw of the block at hand.
#[derive(Clone, Copy)]
enum Draw {
    /// No row of it was met yet.
    New(DrawnNote),
    /// Its rows have to be understood whole.
    Whole,
    Known(Who),
}

/// Whose a row is.
#[derive(Clone, Copy)]
pub(super) struct Who {
    head: (u32, u32),
    reading: PersonReading,
    person: Option<usize>,
    /// What is said of the sample and makes a difference.
    pub(super) kind: Option<usize>,
}

/// Numbers of the classes of a person: beside a printed interval, and without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Classes {
    pub(super) beside_printed: u32,
    pub(super) asked: u32,
}

/// Not found out yet.
const UNKNOWN: Classes = Classes {
    beside_printed: u32::MAX - 1,
    asked: u32::MAX - 1,
};

/// Of no class: there are too many questions.
const NO_CLASS: u32 = u32::MAX;

impl<'r> People<'r> {
    pub(super) fn of(
        evidence: &'r Evidence,
        harmless: &'r [bool],
        order: Option<DateOrder>,
    ) -> People<'r> {
        People {
            evidence,
            harmless,
            order,
            persons: Persons::default(),
            draws: Vec::new(),
            heads: Vec::new(),
            numbers: HashMap::default(),
            classes: Vec::new(),
        }
    }

    /// A block with these draws begins.
    pub(super) fn begin(&mut self, drawn: &[DrawnNote]) {
        self.heads.clear();
        self.draws.clear();
        self.draws.extend(drawn.iter().copied().map(Draw::New));
    }

    /// Whose a row of a draw is; none if the row has to be understood whole.
    #[inline]
    pub(super) fn of_row(
        &mut self,
        draw: usize,
        row: &PlainRow<'_>,
        lines: &Lines,
    ) -> Option<Who> {
        match *self.draws.get(draw)? {
            Draw::Known(who) => Some(who),
            Draw::Whole => None,
            Draw::New(noted) => {
                let who = self.read(&noted, row, lines);
                self.draws[draw] = who.map_or(Draw::Whole, Draw::Known);
                who
            }
        }
    }

    fn read(&mut self, noted: &DrawnNote, row: &PlainRow<'_>, lines: &Lines) -> Option<Who> {
        let [patient, number, collected] = [
            row.text(Role::Patient)?,
            row.text(Role::Sample)?,
            row.text(Role::Collected)?,
        ];
        if is_control(patient) || is_control(number) || trim(collected).is_empty() {
            return None;
        }
        let kind = noted.sample.and_then(|sample| self.evidence.kind_of(sample));
        let (reading, person) = self.persons.read(row, collected, self.order)?;
        let start = self.heads.len() as u32;
        if !lines.head(&Head([patient, number, collected]), &mut self.heads) {
            return None;
        }
        Some(Who {
            head: (start, self.heads.len() as u32),
            reading,
            person,
            kind: kind.filter(|kind| !self.harmless[*kind]),
        })
    }

    /// The cells of patient, sample and time, as they are written.
    #[inline]
    pub(super) fn head(&self, who: &Who) -> &[u8] {
        let (start, end) = who.head;
        &self.heads[start as usize..end as usize]
    }

    /// The classes of a person for what is asked about the analyte at a place.
    #[inline]
    pub(super) fn classes(&mut self, who: &Who, place: u32, asked: (&Asked, &Asked)) -> Classes {
        let place = place as usize;
        let known = self.classes.get(place).zip(who.person);
        if let Some(classes) = known.and_then(|(of, person)| of.get(person))
            && *classes != UNKNOWN
        {
            return *classes;
        }
        self.find_classes(who, place, asked)
    }

    fn find_classes(&mut self, who: &Who, place: usize, asked: (&Asked, &Asked)) -> Classes {
        let mut number = |asked: &Asked| {
            let class = asked.class(&who.reading);
            class.map_or(NO_CLASS, |class| self.class_number(class))
        };
        let classes = Classes {
            beside_printed: number(asked.0),
            asked: number(asked.1),
        };
        if let Some(person) = who.person {
            if self.classes.len() <= place {
                self.classes.resize(place + 1, Vec::new());
            }
            let of = &mut self.classes[place];
            if of.len() <= person {
                of.resize(person + 1, UNKNOWN);
            }
            of[person] = classes;
        }
        classes
    }

    /// The number of a class.
    pub(super) fn class_number(&mut self, class: PersonClass) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(class).or_insert(next)
    }
}
