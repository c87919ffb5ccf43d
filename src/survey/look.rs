//! The second look: at repeated results, and at the panels of suspicious patients.

use std::cell::RefCell;

use foldhash::HashMap;

use super::Survey;
use super::items::Kept;
use super::panels::{self, Suspects};
use crate::crew;
use crate::error::Result;
use crate::import::{Block, Export};
use crate::interpret::{Rules, collected};
use crate::observation::Observation;
use crate::repeats::{self, Candidate, Identity, Place, Repeated, Said, Wording, temporary};
use crate::resolve::Resolver;
use crate::sample::{self, SampleId};
use crate::spill::{PARTS, Spill};
use crate::value::Value;

/// What a block shows at the second look.
struct Look {
    block: Block,
    /// Rows of repeated results, in order.
    candidates: Vec<Candidate>,
    /// Results of suspicious patients: the part of each and the bytes it takes.
    kept: Vec<(usize, usize)>,
    bytes: Vec<u8>,
}

/// What a thread needs for it.
struct Desk<'r> {
    /// Knows the names beside each other in the file, as the judgement will.
    resolver: Resolver<'r>,
    /// Does not, as the first pass did not.
    plain: Resolver<'r>,
    /// Places of the analytes.
    places: HashMap<&'r str, u32>,
    /// A time of collection, and what it is in minutes.
    time: (String, Option<i64>),
}

impl Survey {
    /// Looks at repeated results and suspicious samples, and writes what they show.
    pub(super) fn look_again(
        &mut self,
        exports: &[Export],
        rules: &Rules,
        threads: usize,
        suspects: &Suspects,
        mut progress: impl FnMut(u64),
    ) -> Result<()> {
        if suspects.is_empty() && !self.repeats.are_any() {
            return Ok(());
        }
        let mut kept = Spill::default();
        let mut before = 0;
        let repeated = std::mem::take(&mut self.repeats.repeated);
        let mut repeats = std::mem::take(&mut self.repeats);
        for (file, export) in exports.iter().enumerate() {
            let mut blocks = export.blocks()?;
            let spare = RefCell::new(Vec::new());
            crew::in_order(
                threads,
                || blocks.next(spare.borrow_mut().pop().unwrap_or_default()),
                || self.desk(rules, file),
                |desk, block| self.look(rules, export, file, suspects, &repeated, desk, block),
                |look: Result<Look>| {
                    let look = look?;
                    progress(before + look.block.read);
                    look.candidates.iter().for_each(|row| repeats.see(row));
                    let mut from = 0;
                    for (part, length) in look.kept {
                        let bytes = &look.bytes[from..from + length];
                        kept.add(part, bytes).map_err(temporary)?;
                        from += length;
                    }
                    spare.borrow_mut().push(look.block.text);
                    Ok(())
                },
            )?;
            before += export.len_bytes();
        }
        repeats.settle();
        repeats.repeated = repeated;
        self.repeats = repeats;
        self.add_patterns(rules, threads, kept)
    }

    fn add_patterns(&mut self, rules: &Rules, threads: usize, mut kept: Spill) -> Result<()> {
        let mut parts = 0..PARTS;
        let mut all = Vec::new();
        let survey = &*self;
        crew::in_order(
            threads,
            || match parts.next() {
                Some(part) => kept.take(part).map(Some).map_err(temporary),
                None => Ok(None),
            },
            || (),
            |(), bytes| survey.patterns_of(rules, &bytes),
            |found| {
                all.extend(found);
                Ok(())
            },
        )?;
        for (sample, findings) in all {
            self.evidence.add_findings(sample, findings);
        }
        Ok(())
    }

    #[allow(clippy::too_many_arguments)]
    fn look(
        &self,
        rules: &Rules,
        export: &Export,
        file: usize,
        suspects: &Suspects,
        repeated: &Repeated,
        desk: &mut Desk<'_>,
        block: Block,
    ) -> Result<Look> {
        let mut look = Look {
            candidates: Vec::new(),
            kept: Vec::new(),
            bytes: Vec::new(),
            block,
        };
        let mut key = String::new();
        let mut rows = export.rows_of(&look.block)?;
        while rows.advance()? {
            let mut row = rows.current();
            let sample = sample::key(&row, &mut key).then(|| SampleId::of(&key));
            let reading = rules.read(&row);
            let said = Said::by(&row);
            if !matches!(reading.value, Value::Absent(_)) {
                let resolution = desk.plain.resolve(&row, reading.unit);
                let analyte = resolution.analyte.map(|analyte| analyte.id.as_str());
                let wording = Wording::of(&row, analyte);
                if let Some(identity) = repeats::identity(&row, sample, &wording, &said)
                    && repeated.contains(identity)
                {
                    let place = Place::of(file, &row);
                    let row = Candidate::of(identity, &row, &wording, &said, place);
                    look.candidates.push(row);
                }
            }
            let Some(sample) = sample else {
                continue;
            };
            if !suspects.contain(sample, row.patient) {
                continue;
            }
            row.date_order = row.date_order.or(self.date_orders[file]);
            let resolution = desk.resolver.resolve(&row, reading.unit);
            let Some(analyte) = resolution.analyte else {
                continue;
            };
            let wording = Wording::of(&row, Some(&analyte.id));
            let identity = repeats::identity(&row, Some(sample), &wording, &said)
                .filter(|identity| repeated.contains(*identity));
            let Some((id, item, child)) = panels::item(rules, row, reading, &resolution) else {
                continue;
            };
            let Some(place) = desk.places.get(id).copied() else {
                continue;
            };
            let patient = row.patient.trim();
            let part = match patient {
                "" => Spill::part(sample.bits()),
                patient => Spill::part(panels::hash(patient)),
            };
            let length = look.bytes.len();
            Kept {
                key: &key,
                patient,
                minutes: desk.minutes(&row),
                analyte: place,
                item,
                child,
                identity: identity.map(Identity::bits),
                status: said.status(),
            }
            .write(&mut look.bytes);
            look.kept.push((part, look.bytes.len() - length));
        }
        drop(rows);
        Ok(look)
    }

    fn desk<'r>(&self, rules: &'r Rules, file: usize) -> Desk<'r> {
        let mut resolver = rules.resolver();
        resolver.set_neighbors(self.neighbors[file].clone());
        let analytes = rules.catalog.analytes().iter();
        Desk {
            resolver,
            plain: rules.resolver(),
            places: (0..)
                .zip(analytes)
                .map(|(place, analyte)| (analyte.id.as_str(), place))
                .collect(),
            time: (String::new(), None),
        }
    }
}

impl Desk<'_> {
    /// When a row was drawn; the rows of a sample share it.
    fn minutes(&mut self, row: &Observation<'_>) -> Option<i64> {
        let text = collected(row);
        if text != self.time.0 {
            self.time.0.clear();
            self.time.0.push_str(text);
            self.time.1 = panels::minutes(row);
        }
        self.time.1
    }
}
