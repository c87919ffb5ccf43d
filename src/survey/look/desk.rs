//! One block at the second look.

use crate::crew::Work;
use crate::error::Result;
use crate::import::date::DateOrders;
use crate::import::{Block, Export};
use crate::interpret::Rules;
use crate::memory::{ByNumber, Chains, Classes, Noted, Persons, Said, Whom};
use crate::quality::patterns::When;
use crate::repeats::{Candidate, Lines, Repeated};
use crate::resolve::Resolver;
use crate::spill::Spill;
use crate::survey::Survey;
use crate::survey::items::{Kept, Kinds, Valued};
use crate::survey::panels::Suspects;

use super::draws::{Clock, Draw};
use super::told::{Common, Told, Worded};

mod rows;

/// What a block shows at the second look.
#[derive(Default)]
pub(super) struct Look {
    /// Rows of repeated results, in order.
    pub(super) candidates: Vec<Candidate>,
    /// Results of suspicious patients: the part of each sample, and the bytes that it takes.
    pub(super) kept: Vec<(usize, usize)>,
    pub(super) bytes: Vec<u8>,
}

impl Look {
    fn keep(&mut self, kept: &Kept<&[Valued]>) {
        let before = self.bytes.len();
        kept.write(&mut self.bytes);
        self.kept
            .push((Spill::part(kept.group), self.bytes.len() - before));
    }
}

/// A block that was looked at, what was noted of it, and what it shows.
pub(super) type Looked = (Block, Noted, Look);

/// What the first pass saw that matters for a file.
#[derive(Clone, Copy)]
pub(super) struct Seen<'s> {
    pub(super) file: usize,
    pub(super) suspects: &'s Suspects,
    pub(super) repeated: &'s Repeated,
    pub(super) kinds: &'s Kinds,
    pub(super) common: &'s Common,
}

/// What a thread keeps from block to block.
pub(super) struct Desk<'r> {
    pub(super) rules: &'r Rules,
    by_memory: bool,
    pub(super) file: usize,
    pub(super) orders: DateOrders,
    suspects: &'r Suspects,
    pub(super) repeated: &'r Repeated,
    kinds: &'r Kinds,
    pub(super) common: &'r Common,
    /// Knows the names beside each other in the file, as the judgement will.
    resolver: Resolver<'r>,
    /// Does not, as the first pass did not.
    unsettled: Resolver<'r>,
    /// What the first pass noted of the block at hand.
    pub(super) noted: Noted,
    /// By draw of the block.
    draws: Vec<Draw>,
    /// What is kept of each, by its place.
    results: Vec<Vec<Valued>>,
    /// Some draw is of a suspicious patient.
    any_suspicious: bool,
    /// Lines still to come with repeated results.
    repeats: Lines<'r>,
    /// Numbers of the row at hand, if there is something to be learned.
    asked: Option<(Said, usize)>,
    pub(super) generation: u32,
    /// By number of the wording, and of what is said: what is known.
    pub(super) worded: ByNumber<'r, Worded>,
    pub(super) told: Chains<(Whom, Told)>,
    pub(super) persons: Persons,
    pub(super) classes: Classes<'r>,
    pub(super) clock: Clock,
    key: String,
    look: Look,
}

impl<'r> Desk<'r> {
    pub(super) fn new(survey: &Survey, rules: &'r Rules, work: Work, seen: Seen<'r>) -> Desk<'r> {
        let mut resolver = rules.resolver();
        resolver.set_neighbors(survey.neighbors[seen.file].clone());
        let orders = survey.date_orders[seen.file];
        Desk {
            rules,
            // What the first pass noted holds for rows that state their specimen, and no others.
            by_memory: work.by_memory && !survey.has_sections(seen.file),
            file: seen.file,
            orders,
            suspects: seen.suspects,
            repeated: seen.repeated,
            kinds: seen.kinds,
            common: seen.common,
            resolver,
            unsettled: rules.resolver(),
            noted: Noted::default(),
            draws: Vec::new(),
            results: Vec::new(),
            any_suspicious: false,
            repeats: seen.repeated.lines_from(seen.file, 0),
            asked: None,
            generation: 0,
            worded: ByNumber::of(&seen.common.worded),
            told: Chains::default(),
            persons: Persons::default(),
            classes: Classes::of(&seen.common.classes),
            clock: Clock {
                orders,
                text: String::new(),
                when: When::default(),
            },
            key: String::new(),
            look: Look::default(),
        }
    }
}

impl Desk<'_> {
    /// Reads a block of which this was noted.
    pub(super) fn read(&mut self, export: &Export, block: Block, noted: Noted) -> Result<Looked> {
        self.begin(&block, noted);
        if !self.is_idle(&block) {
            let notes = std::mem::take(&mut self.noted.rows);
            export.read_noted(&block, &notes, self.by_memory, self)?;
            self.noted.rows = notes;
            self.keep();
        }
        Ok((
            block,
            std::mem::take(&mut self.noted),
            std::mem::take(&mut self.look),
        ))
    }

    fn begin(&mut self, block: &Block, noted: Noted) {
        if noted.generation != self.generation {
            self.generation = noted.generation;
            self.worded.clear();
            self.told.clear();
        }
        self.noted = noted;
        self.asked = None;
        self.repeats = self.repeated.lines_from(self.file, block.line);
        let suspects = self.suspects;
        let draws = self.noted.drawn.iter().map(|drawn| {
            let panel = drawn.grouped.panel();
            match panel.is_some_and(|panel| suspects.contain(panel, drawn.patient)) {
                true => Draw::New,
                false => Draw::Other,
            }
        });
        self.draws.clear();
        self.draws.extend(draws);
        if self.results.len() < self.draws.len() {
            self.results.resize_with(self.draws.len(), Vec::new);
        }
        self.any_suspicious = self.draws.iter().any(|draw| matches!(draw, Draw::New));
    }

    /// Keeps what was gathered of each draw.
    fn keep(&mut self) {
        for (draw, results) in self.draws.iter().zip(&mut self.results) {
            if let (Draw::Known(who), false) = (draw, results.is_empty()) {
                self.look.keep(&Kept {
                    group: who.group,
                    panel: who.panel,
                    day: None,
                    when: who.when,
                    // They are there once.
                    identity: None,
                    results,
                });
            }
            results.clear();
        }
    }

    /// True if nothing in a block is of interest.
    fn is_idle(&mut self, block: &Block) -> bool {
        let rows = &self.noted.rows;
        let end = block.line + rows.len() as u64;
        !rows.is_empty()
            && !self.any_suspicious
            && !self.repeats.reach(end)
            && rows.iter().all(|row| row.drawn().is_some())
    }
}
