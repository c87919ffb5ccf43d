//! The first pass over the exports: everything that a result cannot know from its own row. It reads
//! them once, and once more if a result is repeated or a sample is suspicious (`look`).
//!
//! Evidence about samples, repeated and corrected results, the order of day and month, and names
//! that settle each other by standing in one file. Memory grows with the samples of which something
//! is said and with repeated results, never with the rows.

mod days;
mod first;
mod items;
mod look;
mod panels;
mod persons;
mod statement;

use std::cell::RefCell;
use std::collections::HashSet;

use crate::crew::{self, Work};
use crate::error::Result;
use crate::import::date::DateOrders;
use crate::import::{Block, Export};
use crate::interpret::Rules;
use crate::memory::{Notes, Shared};
use crate::quality::SampleQuality;
use crate::quality::evidence::Evidence;
use crate::repeats::{Repeats, temporary};
use crate::resolve::{Resolver, SECTIONS};
use crate::sample::Tube;
use first::{Desk, First, Pending};
use panels::Suspects;
pub use persons::Persons;
pub(crate) use statement::statement;

/// What the first pass learned.
#[derive(Debug, Default)]
pub struct Survey {
    /// Statements about samples.
    pub evidence: Evidence,
    /// Repetitions.
    pub repeats: Repeats,
    /// Identifiers that may stand for two people.
    pub persons: Persons,
    /// By file: settling names that occur in it.
    pub neighbors: Vec<HashSet<String>>,
    /// By file: the orders of its dates, as it is stated or as the file settles them.
    pub date_orders: Vec<DateOrders>,
    /// By file: some of its dates have a year of two digits, and which number it is nobody can tell.
    open_years: Vec<bool>,
    /// By file: how far its days lie apart depends on the order of day and month, and nobody can tell that.
    open_days: Vec<bool>,
    /// What was noted of the rows, for the passes behind the first one.
    pub(crate) notes: Notes,
}

impl Survey {
    /// Reads every export once, and once more where that is needed. `progress` is
    /// told the bytes read, up to twice those of the exports.
    ///
    /// # Errors
    /// If a file cannot be read to its end.
    pub fn of(
        exports: &[Export],
        rules: &Rules,
        work: Work,
        mut progress: impl FnMut(u64),
    ) -> Result<Survey> {
        let mut survey = Survey::default();
        let mut suspects = Suspects::default();
        let mut before = 0;
        for export in exports {
            let mut neighbors: HashSet<String> = HashSet::new();
            let mut dates = export.order_of_headers();
            let mut pending: Vec<Pending> = Vec::new();
            let mut blocks = export.blocks(work.block)?;
            let spare = RefCell::new(Vec::<(Vec<u8>, First)>::new());
            let shared = Shared::of(work.remembered);
            survey.notes.begin_file();
            let base = survey.repeats.begin_file();
            let mut lines = 0;
            crew::in_order(
                work.threads,
                || {
                    let (text, first) = spare.borrow_mut().pop().unwrap_or_default();
                    Ok(blocks.next(text)?.map(|block| (block, first)))
                },
                || Desk::new(rules, base, &shared),
                |desk, (block, first)| desk.read(export, block, first, work.by_memory),
                |read: Result<(Block, First)>| {
                    let (block, mut first) = read?;
                    progress(before + block.read);
                    lines = block.line + first.noted.extent.lines;
                    dates.merge(first.dates);
                    neighbors.extend(first.neighbors.drain());
                    pending.append(&mut first.pending);
                    for (tube, said) in &first.said {
                        survey.evidence.add(*tube, *said, &rules.patterns);
                    }
                    for (tube, said) in &first.of_numbers {
                        survey.evidence.add_of_number(*tube, *said, &rules.patterns);
                    }
                    suspects.add(&first.suspects);
                    for who in &first.untold {
                        survey.evidence.add_untold(*who);
                    }
                    survey.notes.add(&first.noted).map_err(temporary)?;
                    survey.repeats.note(&first.identities)?;
                    survey.persons.note(&first.persons)?;
                    spare.borrow_mut().push((block.text, first));
                    Ok(())
                },
            )?;
            export.dates_of_header().for_each(|date| dates.see(date));
            survey.repeats.end_file(lines);
            let mut known = persons::Noted::default();
            export.known_people().for_each(|person| known.know(person));
            survey.persons.note(&known)?;
            export
                .of_two_names()
                .for_each(|patient| survey.persons.add_two(patient));
            if rules.options.index_platform.is_some() {
                // Who names the analyzer says that a bare `H` is its index.
                let settling = rules.catalog.names_beside_indices();
                neighbors.extend(settling.into_iter().map(str::to_string));
            }
            let mut resolver = rules.resolver();
            resolver.set_neighbors(neighbors.clone());
            survey.add_pending(rules, &mut resolver, &pending, &mut suspects);
            survey.neighbors.push(neighbors);
            let stated = DateOrders::from(export.date_order());
            let orders = stated.or(dates.settled());
            let others = 1 < exports.len();
            survey.open_days.push(dates.has_open_days(orders, others));
            survey.open_years.push(dates.has_open_years(orders));
            survey.date_orders.push(orders);
            before += export.len_bytes();
        }
        survey.repeats.find(work.threads)?;
        survey.persons.find()?;
        survey.look_again(exports, rules, work, &suspects, |read| {
            progress(before + read);
        })?;
        Ok(survey)
    }

    /// True if which number of its dates is their year of two digits nobody can tell.
    pub(crate) fn has_open_years(&self, file: usize) -> bool {
        self.open_years.get(file).is_some_and(|is_open| *is_open)
    }

    /// True if how far its days lie apart nobody can tell.
    pub(crate) fn has_open_days(&self, file: usize) -> bool {
        self.open_days.get(file).is_some_and(|is_open| *is_open)
    }

    /// True if rows of a file head its sections, each of another specimen.
    pub(crate) fn has_sections(&self, file: usize) -> bool {
        self.neighbors
            .get(file)
            .is_some_and(|names| names.contains(SECTIONS))
    }

    fn add_pending(
        &mut self,
        rules: &Rules,
        resolver: &mut Resolver<'_>,
        pending: &[Pending],
        suspects: &mut Suspects,
    ) {
        for row in pending {
            let observation = row.row();
            let (reading, resolution) = rules.understand(resolver, &observation);
            let said = statement(rules, &observation, &reading, &resolution);
            if said.is_empty() {
                continue;
            }
            if let Some(sample) = row.grouped.said() {
                let tube = (sample, Tube::Serum);
                self.evidence.add(tube, said, &rules.patterns);
            }
            if let Some(sample) = row.of_number {
                let tube = (sample, Tube::Serum);
                self.evidence.add_of_number(tube, said, &rules.patterns);
            }
            if let Some(panel) = row.grouped.panel()
                && panels::is_suspicious(rules, &reading, &resolution, &said)
            {
                suspects.insert(panel, row.patient);
            }
            let mut own = SampleQuality::default();
            said.add_to(&mut own, &rules.patterns);
            if !rules.is_harmless(&own) {
                for who in &row.untold {
                    self.evidence.add_untold(*who);
                }
            }
        }
    }
}
