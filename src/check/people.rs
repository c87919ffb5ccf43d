//! Whose the rows of a block are, what is written of it, and what is known of the sample.

use crate::import::date::DateOrders;
use crate::import::{NotedRow, PlainRow};
use crate::memory::{DrawnNote, Persons, patient_cells};
use crate::person::PersonReading;
use crate::report::{Head, Lines};
use crate::survey::Survey;

/// The draws of a block.
pub(super) struct People<'r> {
    survey: &'r Survey,
    /// By kind of statement about a sample: no result is judged otherwise for it.
    harmless: &'r [bool],
    orders: DateOrders,
    persons: Persons,
    draws: Vec<Draw>,
    /// How lines begin.
    heads: Vec<u8>,
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
    /// Sex and age, with a number where others say the same.
    pub(super) person: (PersonReading, Option<usize>),
    /// What is said of the sample and makes a difference.
    pub(super) kind: Option<usize>,
}

impl<'r> People<'r> {
    pub(super) fn of(survey: &'r Survey, harmless: &'r [bool], orders: DateOrders) -> People<'r> {
        People {
            survey,
            harmless,
            orders,
            persons: Persons::default(),
            draws: Vec::new(),
            heads: Vec::new(),
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
    pub(super) fn of_draw(
        &mut self,
        draw: usize,
        row: &NotedRow<'_>,
        lines: &Lines,
    ) -> Option<Who> {
        match *self.draws.get(draw)? {
            Draw::Known(who) => Some(who),
            Draw::Whole => None,
            Draw::New(noted) => {
                let who = row.split(|row| self.read(&noted, row, lines));
                self.draws[draw] = who.map_or(Draw::Whole, Draw::Known);
                who
            }
        }
    }

    fn read(&mut self, noted: &DrawnNote, row: &PlainRow<'_>, lines: &Lines) -> Option<Who> {
        let cells = patient_cells(row)?;
        let Survey {
            evidence, persons, ..
        } = self.survey;
        let kind = noted.sample.and_then(|sample| evidence.kind_of(sample));
        let [patient, number, collected] = cells;
        let untold = row.record().is_none() && evidence.is_untold(patient, number, collected);
        let of_two = persons.may_be_two_by(noted.patient) || persons.is_shared(number, collected);
        if untold || of_two {
            return None;
        }
        let person = self.persons.read(row, collected, self.orders)?;
        let start = self.heads.len() as u32;
        if !lines.head(&Head(cells), &mut self.heads) {
            return None;
        }
        Some(Who {
            head: (start, self.heads.len() as u32),
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
}
