//! Whose the rows of a block are, what is written of it, and what is known of the sample.

use std::sync::Arc;

use crate::derive::Origin;
use crate::import::date::{DateOrders, is_impossible};
use crate::import::{NotedRow, PlainRow};
use crate::interpret::Rules;
use crate::memory::{DrawnNote, Persons, patient_cells};
use crate::observation::Observation;
use crate::person::PersonReading;
use crate::report::{Head, Scribe};
use crate::sample::Tube;
use crate::survey::Survey;

/// The draws of a block.
pub(super) struct People<'r> {
    rules: &'r Rules,
    survey: &'r Survey,
    /// By kind of statement about a sample: no result is judged otherwise for it.
    harmless: &'r [bool],
    orders: DateOrders,
    persons: Persons,
    draws: Vec<Draw>,
    /// What is written of them.
    heads: Vec<u8>,
    /// What is to be known of them where something is derived.
    origins: Option<Vec<Arc<Origin>>>,
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
    /// What is written of whose it is, and behind that, of the person.
    head: (u32, u32, u32),
    /// Sex and age, with a number where others say the same.
    pub(super) person: (PersonReading, Option<usize>),
    /// What is said of the sample.
    pub(super) known: Option<usize>,
    /// The same, if it makes a difference.
    pub(super) kind: Option<usize>,
    /// What it says itself of its sample is among what is said of that; not where only patient and day are told.
    pub(super) is_of_a_sample: bool,
    origin: u32,
}

impl<'r> People<'r> {
    pub(super) fn of(
        rules: &'r Rules,
        survey: &'r Survey,
        harmless: &'r [bool],
        orders: DateOrders,
    ) -> People<'r> {
        People {
            rules,
            survey,
            harmless,
            orders,
            persons: Persons::default(),
            draws: Vec::new(),
            heads: Vec::new(),
            origins: rules.options().derive.map(|_| Vec::new()),
        }
    }

    /// A block with these draws begins.
    pub(super) fn begin(&mut self, drawn: &[DrawnNote]) {
        self.heads.clear();
        self.draws.clear();
        if let Some(origins) = &mut self.origins {
            origins.clear();
        }
        self.draws.extend(drawn.iter().copied().map(Draw::New));
    }

    /// Whose a row of a draw is; none if the row has to be understood whole.
    #[inline]
    pub(super) fn of_draw(
        &mut self,
        draw: usize,
        row: &NotedRow<'_>,
        scribe: &Scribe,
    ) -> Option<Who> {
        match *self.draws.get(draw)? {
            Draw::Known(who) => Some(who),
            Draw::Whole => None,
            Draw::New(noted) => {
                let who = row.split(|row| self.read(&noted, row, scribe));
                self.draws[draw] = who.map_or(Draw::Whole, Draw::Known);
                who
            }
        }
    }

    fn read(&mut self, noted: &DrawnNote, row: &PlainRow<'_>, scribe: &Scribe) -> Option<Who> {
        let cells = patient_cells(row)?;
        let Survey {
            evidence, persons, ..
        } = self.survey;
        let panel = noted.grouped.panel();
        let kind = panel.and_then(|panel| evidence.kind_of(panel));
        let [patient, number, collected] = cells;
        let untold = row.record().is_none() && evidence.is_untold(&Tube::ALL, cells);
        let of_two = persons.may_be_two_by(noted.patient) || persons.is_shared(number, collected);
        let by_number = evidence.speaks_of_number(cells);
        if untold || of_two || by_number || is_impossible(collected, self.orders) {
            return None;
        }
        let person = self.persons.read(row, collected, self.orders)?;
        let start = self.heads.len() as u32;
        let orders = self.orders;
        if !scribe.head(&Head { cells, orders }, &mut self.heads) {
            return None;
        }
        let end = self.heads.len() as u32;
        let known = self.rules.person(&person.0);
        scribe.person(&known, &mut self.heads);
        let mut origin = 0;
        if let Some(origins) = &mut self.origins {
            let row = Observation {
                patient,
                sample: number,
                collected,
                date_orders: orders,
                ..Observation::default()
            };
            origin = origins.len() as u32;
            origins.push(Arc::new(Origin::of(&row, known, noted.grouped.sample())));
        }
        Some(Who {
            head: (start, end, self.heads.len() as u32),
            person,
            known: kind,
            kind: kind.filter(|kind| !self.harmless[*kind]),
            is_of_a_sample: !noted.grouped.is_day(),
            origin,
        })
    }

    /// What is written of whose a row is.
    #[inline]
    pub(super) fn head(&self, who: &Who) -> &[u8] {
        let (start, end, _) = who.head;
        &self.heads[start as usize..end as usize]
    }

    /// What is to be known of whose a row is where something is derived.
    pub(super) fn origin(&self, who: &Who) -> Option<&Arc<Origin>> {
        self.origins.as_ref()?.get(who.origin as usize)
    }

    /// What is written of the person.
    #[inline]
    pub(super) fn person(&self, who: &Who) -> &[u8] {
        let (_, start, end) = who.head;
        &self.heads[start as usize..end as usize]
    }
}
