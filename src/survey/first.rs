//! The first pass over one block.

use std::collections::HashSet;
use std::ops::Range;

use super::panels::Suspects;
use super::persons;
use crate::error::Result;
use crate::import::date::OrderEvidence;
use crate::import::{Block, Export};
use crate::interpret::Rules;
use crate::memory::{Draw, Draws, Memory, Noted, RowNote, Shared};
use crate::observation::Observation;
use crate::quality::evidence::{Statement, Texts, Untold, all_untold};
use crate::repeats::{Base, Identity, LineNumber};
use crate::resolve::Resolver;
use crate::sample::{Grouped, SampleId, Tube, of_number};

mod rows;
mod told;

use told::{Told, Worded};

/// An index row whose name (`H`) only the rest of the file can settle.
pub(super) struct Pending {
    pub(super) grouped: Grouped,
    /// As a hash.
    pub(super) patient: u64,
    /// The sample by its number, where nobody is named.
    pub(super) of_number: Option<SampleId>,
    /// Whose it is, to be noted if it spoils a sample and does not tell which.
    pub(super) untold: Vec<Untold>,
    cells: Box<str>,
}

/// Between the cells of a row that is kept.
const BETWEEN: &str = "\0";

impl Pending {
    /// The cells of a row that say something of its sample, in one text.
    fn cells(row: &Observation<'_>) -> Box<str> {
        let mut row = *row;
        let cells = telling(&mut row).into_iter();
        let cells: Vec<String> = cells.map(|cell| cell.replace(BETWEEN, " ")).collect();
        cells.join(BETWEEN).into()
    }

    /// The row, as far as it was kept.
    pub(super) fn row(&self) -> Observation<'_> {
        let mut row = Observation::default();
        for (kept, cell) in telling(&mut row).into_iter().zip(self.cells.split(BETWEEN)) {
            *kept = cell;
        }
        row
    }
}

/// The cells that say something of the sample.
fn telling<'r, 'a>(row: &'r mut Observation<'a>) -> Vec<&'r mut &'a str> {
    vec![
        &mut row.name,
        &mut row.code,
        &mut row.loinc,
        &mut row.specimen,
        &mut row.category,
        &mut row.value,
        &mut row.unit,
        &mut row.flag,
        &mut row.low,
        &mut row.high,
        &mut row.range,
        &mut row.comment,
        &mut row.reason,
        &mut row.alarm,
        &mut row.condition,
        &mut row.specimen_condition,
    ]
}

/// What a block tells.
#[derive(Default)]
pub(super) struct First {
    pub(super) dates: OrderEvidence,
    pub(super) neighbors: HashSet<String>,
    pub(super) pending: Vec<Pending>,
    /// Statements about tubes of samples, in the order of rows.
    pub(super) said: Vec<((SampleId, Tube), Statement)>,
    /// The same of samples by their numbers, of rows that name nobody.
    pub(super) of_numbers: Vec<((SampleId, Tube), Statement)>,
    pub(super) suspects: Suspects,
    /// Patients of whom some sample is spoiled, and which one is not told.
    pub(super) untold: Vec<Untold>,
    /// Each with its line.
    pub(super) identities: Vec<(Identity, LineNumber)>,
    /// Whom rows are of, where they tell.
    pub(super) persons: persons::Noted,
    pub(super) noted: Noted,
}

/// What a thread keeps from block to block.
pub(super) struct Desk<'s, 'r> {
    rules: &'r Rules,
    /// What stands before the file.
    base: Base,
    settling: HashSet<&'r str>,
    resolver: Resolver<'r>,
    memory: Memory<'s, 'r, Worded, Told>,
    draws: Draws,
    /// The draw of the row that was not understood by its cells, as far as they tell it.
    draw: Draw,
    /// Where its number stands.
    value: Option<Range<usize>>,
    key: String,
    first: First,
}

impl<'s, 'r> Desk<'s, 'r> {
    pub(super) fn new(
        rules: &'r Rules,
        base: Base,
        shared: &'s Shared<'r, Worded, Told>,
    ) -> Desk<'s, 'r> {
        Desk {
            rules,
            base,
            settling: rules.catalog.settling_names(),
            resolver: rules.resolver(),
            memory: Memory::of(shared),
            draws: Draws::default(),
            draw: Draw::NotPlain,
            value: None,
            key: String::new(),
            first: First::default(),
        }
    }

    /// Reads a block, in memory that is no longer needed. `quickly`: what was found out about a row serves others.
    pub(super) fn read(
        &mut self,
        export: &Export,
        block: Block,
        memory: First,
        quickly: bool,
    ) -> Result<(Block, First)> {
        self.first = memory.cleared();
        self.draws
            .begin(std::mem::take(&mut self.first.noted.drawn));
        self.first.noted.generation = self.memory.begin();
        export.read_block(&block, quickly, self)?;
        self.first.noted.drawn = self.draws.take_notes();
        self.first.noted.extent = block.extent();
        Ok((block, std::mem::take(&mut self.first)))
    }
}

impl First {
    /// Nothing yet, in the same memory where every row needs some.
    fn cleared(mut self) -> First {
        self.identities.clear();
        self.persons.clear();
        self.said.clear();
        self.noted.rows.clear();
        self.noted.drawn.clear();
        First {
            identities: self.identities,
            persons: self.persons,
            said: self.said,
            noted: self.noted,
            ..First::default()
        }
    }

    /// Takes what a row tells of its sample and its patient, as a hash; not a statement that is open.
    #[inline]
    fn see(&mut self, grouped: Grouped, patient: u64, worded: &Worded, told: &Told) {
        if worded.open {
            return;
        }
        if told.suspicious
            && let Some(panel) = grouped.panel()
        {
            self.suspects.insert(panel, patient);
        }
        if let Some(sample) = grouped.said() {
            let tubes = told.tubes();
            self.said
                .extend(tubes.map(|(tube, said)| ((sample, tube), said)));
        }
    }

    /// Notes what a row that names nobody says of the sample with its number. `texts` are that number and the time of collection.
    fn note_number(&mut self, worded: &Worded, told: &Told, texts: Option<(&str, &str)>) {
        if let Some((sample, collected)) = texts
            && let Some(sample) = of_number(sample, collected)
            && !worded.open
        {
            let tubes = told.tubes();
            self.of_numbers
                .extend(tubes.map(|(tube, said)| ((sample, tube), said)));
        }
    }

    /// Notes of whom a row is that says that a sample is spoiled, where it does not tell which. `texts` are patient,
    /// sample and time of collection.
    fn note_untold(&mut self, worded: &Worded, told: &Told, texts: Option<Texts<'_>>) {
        if let Some(texts) = texts
            && !worded.open
        {
            let tubes = told.tubes();
            self.untold
                .extend(tubes.flat_map(|(tube, _)| all_untold(tube, texts)));
        }
    }

    /// The note of the record at hand.
    fn note(&mut self) -> Option<&mut RowNote> {
        self.noted.rows.last_mut()
    }
}
