//! The first pass over one block.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::panels::{self, Suspects};
use super::persons;
use super::statement;
use crate::error::Result;
use crate::import::date::OrderEvidence;
use crate::import::{Block, Export};
use crate::interpret::Rules;
use crate::memory::{Draw, Draws, Memory, Noted, RowNote, Shared};
use crate::notice::Code;
use crate::observation::Observation;
use crate::quality::SampleQuality;
use crate::quality::evidence::{Statement, Texts, Untold, all_untold};
use crate::repeats::{self, Base, Identity, LineNumber, Said, Wording};
use crate::resolve::{Resolution, Resolver};
use crate::sample::{Grouped, SampleId, Tube, of_number};
use crate::value::Reading;

mod rows;

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

/// What the wording of a row tells.
#[derive(Clone)]
pub(super) struct Worded {
    wording: Wording,
    tube: Tube,
    /// Only the rest of the file can settle it.
    open: bool,
    /// The passes behind this one understand it the same.
    is_settled: bool,
}

/// What the rest of the row tells. Small, because every row asks for one of them.
#[derive(Clone)]
pub(super) struct Told {
    /// It may repeat or replace another.
    repeats: bool,
    suspicious: bool,
    speaks: bool,
    /// And what it says spoils some result.
    spoils: bool,
    seldom: Arc<Seldom>,
}

/// What is asked for of few rows.
struct Seldom {
    said: Said,
    /// Of few rows there is one.
    statement: Option<Box<Statement>>,
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

impl Told {
    fn of(
        rules: &Rules,
        row: &Observation<'_>,
        reading: &Reading<'_>,
        resolution: &Resolution<'_>,
    ) -> Told {
        let statement = statement(rules, row, reading, resolution);
        let mut own = SampleQuality::default();
        statement.add_to(&mut own, &rules.patterns);
        Told {
            repeats: repeats::takes_part(&reading.value, row),
            suspicious: panels::is_suspicious(rules, reading, resolution, &statement),
            speaks: !statement.is_empty(),
            spoils: !statement.is_empty() && !rules.is_harmless(&own),
            seldom: Arc::new(Seldom {
                said: Said::by(row),
                statement: (!statement.is_empty()).then(|| Box::new(statement)),
            }),
        }
    }
}

impl Told {
    /// What it says of a tube of this kind, if it says something of it.
    #[inline]
    fn of_tube(&self, tube: Tube) -> Option<Statement> {
        if !self.speaks {
            return None;
        }
        let said = self.seldom.statement.as_ref()?.of_tube(tube);
        (!said.is_empty()).then_some(said)
    }
}

impl Worded {
    fn of(row: &Observation<'_>, resolution: &Resolution<'_>) -> Worded {
        let analyte = resolution.analyte.map(|analyte| analyte.id.as_str());
        Worded {
            wording: Wording::of(row, analyte, resolution.specimen),
            tube: Tube::of(resolution.specimen),
            open: resolution.by_neighbors && resolution.codes.contains(&Code::AnalyteAmbiguous),
            is_settled: !resolution.by_neighbors,
        }
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
            // A word about a blood gas says nothing of the serum drawn at the same time.
            let said = told.of_tube(worded.tube);
            self.said
                .extend(said.map(|said| ((sample, worded.tube), said)));
        }
    }

    /// Notes what a row that names nobody says of the sample with its number. `texts` are that number and the time of collection.
    fn note_number(&mut self, worded: &Worded, told: &Told, texts: Option<(&str, &str)>) {
        if let Some((sample, collected)) = texts
            && let Some(sample) = of_number(sample, collected)
            && !worded.open
        {
            let said = told.of_tube(worded.tube);
            self.of_numbers
                .extend(said.map(|said| ((sample, worded.tube), said)));
        }
    }

    /// Notes of whom a row is that says that a sample is spoiled, where it does not tell which. `texts` are patient,
    /// sample and time of collection.
    fn note_untold(&mut self, worded: &Worded, told: &Told, texts: Option<Texts<'_>>) {
        if let Some(texts) = texts
            && !worded.open
            && told.of_tube(worded.tube).is_some()
        {
            self.untold.extend(all_untold(worded.tube, texts));
        }
    }

    /// The note of the record at hand.
    fn note(&mut self) -> Option<&mut RowNote> {
        self.noted.rows.last_mut()
    }
}
