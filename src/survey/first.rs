//! The first pass over one block.

use std::collections::HashSet;

use super::panels::Suspects;
use super::statement;
use crate::error::Result;
use crate::import::date::OrderEvidence;
use crate::import::{Block, Export};
use crate::interpret::{Rules, shares_serum_evidence};
use crate::notice::Code;
use crate::observation::Observation;
use crate::quality::evidence::Statement;
use crate::repeats::{self, Identity, Said, Wording};
use crate::resolve::Resolver;
use crate::sample::{self, SampleId};
use crate::text::fold_name;
use crate::value::Value;

/// An index row whose name (`H`) only the rest of the file can settle.
pub(super) struct Pending {
    pub(super) sample: SampleId,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) unit: String,
}

/// What a block tells.
pub(super) struct First {
    /// The block itself, read.
    pub(super) block: Block,
    pub(super) dates: OrderEvidence,
    pub(super) neighbors: HashSet<String>,
    pub(super) pending: Vec<Pending>,
    /// Statements about samples, in the order of rows.
    pub(super) said: Vec<(SampleId, Statement)>,
    pub(super) suspects: Suspects,
    pub(super) identities: Vec<Identity>,
}

impl First {
    pub(super) fn of(
        rules: &Rules,
        settling: &HashSet<&str>,
        export: &Export,
        resolver: &mut Resolver<'_>,
        block: Block,
    ) -> Result<First> {
        let mut first = First {
            dates: OrderEvidence::default(),
            neighbors: HashSet::new(),
            pending: Vec::new(),
            said: Vec::new(),
            suspects: Suspects::default(),
            identities: Vec::new(),
            block,
        };
        let mut key = String::new();
        let mut last_name = String::new();
        let mut rows = export.rows_of(&first.block)?;
        while rows.advance()? {
            let row = rows.current();
            for date in [row.collected, row.received, row.reported, row.birth] {
                first.dates.see(date);
            }
            if row.name != last_name {
                last_name.clear();
                last_name.push_str(row.name);
                let folded = fold_name(row.name);
                if settling.contains(folded.as_str()) {
                    first.neighbors.insert(folded);
                }
            }
            let sample = sample::key(&row, &mut key).then(|| SampleId::of(&key));
            let reading = rules.read(&row);
            let resolution = resolver.resolve(&row, reading.unit);
            if let Some(sample) = sample {
                if resolution.codes.contains(&Code::AnalyteAmbiguous)
                    && settling.contains(fold_name(row.name).as_str())
                {
                    first.pending.push(Pending::of(sample, &row));
                } else {
                    let said = statement(rules, &row, &reading, &resolution);
                    if super::panels::is_suspicious(rules, &reading, &resolution, &said) {
                        first.suspects.insert(sample, row.patient);
                    }
                    // A word about a blood gas says nothing of the serum drawn at the same time.
                    if !said.is_empty() && shares_serum_evidence(resolution.specimen) {
                        first.said.push((sample, said));
                    }
                }
            }
            if !matches!(reading.value, Value::Absent(_)) {
                let analyte = resolution.analyte.map(|analyte| analyte.id.as_str());
                let wording = Wording::of(&row, analyte);
                let said = Said::by(&row);
                first
                    .identities
                    .extend(repeats::identity(&row, sample, &wording, &said));
            }
        }
        drop(rows);
        Ok(first)
    }
}

impl Pending {
    fn of(sample: SampleId, row: &Observation<'_>) -> Pending {
        Pending {
            sample,
            name: row.name.to_string(),
            value: row.value.to_string(),
            unit: row.unit.to_string(),
        }
    }
}
