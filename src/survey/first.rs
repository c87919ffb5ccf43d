//! The first pass over one block.

use std::collections::HashSet;

use super::panels::{self, Suspects};
use super::statement;
use crate::crew::Work;
use crate::error::Result;
use crate::import::date::OrderEvidence;
use crate::import::{Block, Export, Pass, PlainRow, Role};
use crate::interpret::{Rules, shares_serum_evidence};
use crate::memory::Memory;
use crate::notice::Code;
use crate::observation::Observation;
use crate::quality::evidence::Statement;
use crate::repeats::{self, Identity, Said, Wording};
use crate::resolve::{Resolution, Resolver};
use crate::sample::{self, Drawn, SampleId};
use crate::text::fold_name;
use crate::value::{Reading, Value};

/// An index row whose name (`H`) only the rest of the file can settle.
pub(super) struct Pending {
    pub(super) sample: SampleId,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) unit: String,
}

/// What a block tells.
#[derive(Default)]
pub(super) struct First {
    pub(super) dates: OrderEvidence,
    pub(super) neighbors: HashSet<String>,
    pub(super) pending: Vec<Pending>,
    /// Statements about samples, in the order of rows.
    pub(super) said: Vec<(SampleId, Statement)>,
    pub(super) suspects: Suspects,
    pub(super) identities: Vec<Identity>,
}

/// What a thread keeps from block to block.
pub(super) struct Desk<'r> {
    rules: &'r Rules,
    by_memory: bool,
    settling: HashSet<&'r str>,
    resolver: Resolver<'r>,
    memory: Memory<'r, Worded, Told>,
    key: String,
    first: First,
}

/// What the wording of a row tells.
struct Worded {
    wording: Wording,
    specimen: String,
    shares_evidence: bool,
    /// Only the rest of the file can settle it.
    open: bool,
}

/// What the rest of the row tells.
#[derive(Clone, Copy)]
struct Told {
    said: Said,
    absent: bool,
    statement: Statement,
    suspicious: bool,
}

impl<'r> Desk<'r> {
    pub(super) fn new(rules: &'r Rules, work: Work) -> Desk<'r> {
        Desk {
            rules,
            by_memory: work.by_memory,
            settling: rules.catalog.settling_names(),
            resolver: rules.resolver(),
            memory: Memory::of(work.remembered),
            key: String::new(),
            first: First::default(),
        }
    }

    /// Reads a block.
    pub(super) fn read(&mut self, export: &Export, block: Block) -> Result<(Block, First)> {
        export.read_block(&block, self.by_memory, self)?;
        Ok((block, std::mem::take(&mut self.first)))
    }

    fn told(
        &self,
        row: &Observation<'_>,
        reading: &Reading<'_>,
        resolution: &Resolution<'_>,
    ) -> Told {
        let statement = statement(self.rules, row, reading, resolution);
        Told {
            said: Said::by(row),
            absent: matches!(reading.value, Value::Absent(_)),
            suspicious: panels::is_suspicious(self.rules, reading, resolution, &statement),
            statement,
        }
    }
}

impl Worded {
    fn of(settling: &HashSet<&str>, row: &Observation<'_>, resolution: &Resolution<'_>) -> Worded {
        let analyte = resolution.analyte.map(|analyte| analyte.id.as_str());
        Worded {
            wording: Wording::of(row, analyte),
            specimen: row.specimen.to_string(),
            shares_evidence: shares_serum_evidence(resolution.specimen),
            open: resolution.codes.contains(&Code::AnalyteAmbiguous)
                && settling.contains(fold_name(row.name).as_str()),
        }
    }
}

impl First {
    /// Takes what a row tells; not a statement that is open.
    fn see(&mut self, row: &Drawn<'_>, sample: Option<SampleId>, worded: &Worded, told: &Told) {
        if let (Some(sample), false) = (sample, worded.open) {
            if told.suspicious {
                self.suspects.insert(sample, row.patient);
            }
            // A word about a blood gas says nothing of the serum drawn at the same time.
            if worded.shares_evidence && !told.statement.is_empty() {
                self.said.push((sample, told.statement));
            }
        }
        if !told.absent {
            let identity = repeats::identity(row, sample, &worded.wording, &told.said);
            self.identities.extend(identity);
        }
    }
}

impl Pass for Desk<'_> {
    fn plain(&mut self, row: &PlainRow<'_>) -> bool {
        let (Some(patient), Some(sample), Some(collected)) = (
            row.text(Role::Patient),
            row.text(Role::Sample),
            row.text(Role::Collected),
        ) else {
            return false;
        };
        let others = [Role::Received, Role::Reported, Role::Birth].map(|role| row.text(role));
        let [Some(received), Some(reported), Some(birth)] = others else {
            return false;
        };
        let Some((worded, told)) = self.memory.ask(row) else {
            return false;
        };
        if worded.open {
            return false;
        }
        for date in [collected, received, reported, birth] {
            self.first.dates.see(date);
        }
        let drawn = Drawn {
            patient,
            sample,
            collected,
            specimen: &worded.specimen,
            record: None,
        };
        let sample = sample::key(&drawn, &mut self.key).then(|| SampleId::of(&self.key));
        self.first.see(&drawn, sample, worded, told);
        self.memory.answered();
        true
    }

    fn whole(&mut self, row: Observation<'_>) -> Result<()> {
        for date in [row.collected, row.received, row.reported, row.birth] {
            self.first.dates.see(date);
        }
        let drawn = Drawn::from(&row);
        let sample = sample::key(&drawn, &mut self.key).then(|| SampleId::of(&self.key));
        let reading = self.rules.read(&row);
        let resolution = self.resolver.resolve(&row, reading.unit);
        let told = self.told(&row, &reading, &resolution);
        let learn = self.memory.was_asked() && reading.unit.is_empty() && self.memory.has_room();
        let settling = &self.settling;
        let apart;
        let worded = if learn {
            let worded = || Worded::of(settling, &row, &resolution);
            self.memory.wording(&resolution, worded)
        } else {
            apart = Worded::of(settling, &row, &resolution);
            &apart
        };
        let folded = fold_name(row.name);
        if self.settling.contains(folded.as_str()) {
            self.first.neighbors.insert(folded);
        }
        if let (Some(sample), true) = (sample, worded.open) {
            self.first.pending.push(Pending {
                sample,
                name: row.name.to_string(),
                value: row.value.to_string(),
                unit: row.unit.to_string(),
            });
        }
        self.first.see(&drawn, sample, worded, &told);
        if learn {
            self.memory.learn(told);
        }
        Ok(())
    }
}
