//! The first pass over the exports: everything that a result cannot know from its own row. It reads
//! them once, and once more if samples turn out suspicious (`panels`).
//!
//! Evidence about samples, repeated and corrected results, the order of day and month, and names
//! that settle each other by standing in one file. Memory grows with the samples of which something
//! is said and with the number of results (16 bytes each, for repeats), never with the text.

mod panels;

use std::collections::HashSet;

use crate::error::Result;
use crate::import::Export;
use crate::import::date::{DateOrder, OrderEvidence};
use crate::interpret::{
    HEMOLYSIS_INDEX, ICTERUS_INDEX, LIPEMIA_INDEX, Rules, is_index, shares_serum_evidence,
};
use crate::notice::Code;
use crate::observation::Observation;
use crate::quality::evidence::{self, Evidence, Statement};
use crate::quality::platform::{Platform, Scale};
use crate::quality::{Interference, SampleHemolysis};
use crate::repeats::{Identity, Repeats};
use crate::resolve::{Resolution, Resolver};
use crate::sample;
use crate::text::fold_name;
use crate::value::{Absence, Reading, Value};
use panels::Suspects;

/// What the first pass learned.
#[derive(Debug, Default)]
pub struct Survey {
    /// Statements about samples.
    pub evidence: Evidence,
    /// Repetitions.
    pub repeats: Repeats,
    /// By file: settling names that occur in it.
    pub neighbors: Vec<HashSet<String>>,
    /// By file: order of day and month, if the file settles it.
    pub date_orders: Vec<Option<DateOrder>>,
}

/// An index row whose name (`H`) only the rest of the file can settle.
struct Pending {
    sample: String,
    name: String,
    value: String,
    unit: String,
}

impl Survey {
    /// Reads every export once. `progress` is told the bytes read.
    ///
    /// # Errors
    /// If a file cannot be read to its end.
    pub fn of(exports: &[Export], rules: &Rules, mut progress: impl FnMut(u64)) -> Result<Survey> {
        let mut survey = Survey::default();
        let mut suspects = Suspects::default();
        let settling = rules.catalog.settling_names();
        for export in exports {
            let mut resolver = rules.resolver();
            let mut dates = OrderEvidence::default();
            let mut neighbors: HashSet<String> = HashSet::new();
            let mut pending: Vec<Pending> = Vec::new();
            let mut key = String::new();
            let mut last_name = String::new();
            let mut rows = export.rows()?;
            let mut count: u64 = 0;
            while let Some(row) = rows.next()? {
                for date in [row.collected, row.received, row.reported, row.birth] {
                    dates.see(date);
                }
                if row.name != last_name {
                    last_name.clear();
                    last_name.push_str(row.name);
                    let folded = fold_name(row.name);
                    if settling.contains(folded.as_str()) {
                        neighbors.insert(folded);
                    }
                }
                let sample = sample::key(&row, &mut key).then_some(key.as_str());
                let reading = rules.read(&row);
                let resolution = resolver.resolve(&row, reading.unit);
                if let Some(sample) = sample {
                    if resolution.codes.contains(&Code::AnalyteAmbiguous)
                        && settling.contains(fold_name(row.name).as_str())
                    {
                        pending.push(Pending {
                            sample: sample.to_string(),
                            name: row.name.to_string(),
                            value: row.value.to_string(),
                            unit: row.unit.to_string(),
                        });
                    } else {
                        let said = statement(rules, &row, &reading, &resolution);
                        suspects.see(rules, &row, sample, &reading, &resolution, &said);
                        // A word about a blood gas says nothing of the serum drawn at the same time.
                        if !said.is_empty() && shares_serum_evidence(resolution.specimen) {
                            survey.evidence.add(sample, said, &rules.patterns);
                        }
                    }
                }
                let analyte = resolution.analyte.map(|analyte| analyte.id.as_str());
                let absent = matches!(reading.value, Value::Absent(_));
                if !absent && let Some(identity) = Identity::of(&row, sample, analyte) {
                    survey.repeats.see(identity, &row);
                }
                count += 1;
                if count.is_multiple_of(4096) {
                    progress(rows.bytes_read());
                }
            }
            resolver.set_neighbors(neighbors.clone());
            survey.add_pending(rules, &mut resolver, &pending);
            survey.neighbors.push(neighbors);
            survey.date_orders.push(dates.settled());
        }
        survey.repeats.settle();
        survey.add_patterns(exports, rules, &suspects)?;
        Ok(survey)
    }

    fn add_pending(&mut self, rules: &Rules, resolver: &mut Resolver<'_>, pending: &[Pending]) {
        for row in pending {
            let observation = Observation {
                name: &row.name,
                value: &row.value,
                unit: &row.unit,
                ..Observation::default()
            };
            let reading = rules.read(&observation);
            let resolution = resolver.resolve(&observation, reading.unit);
            let said = statement(rules, &observation, &reading, &resolution);
            if !said.is_empty() {
                self.evidence.add(&row.sample, said, &rules.patterns);
            }
        }
    }
}

/// What one row says about the quality of its sample.
pub(crate) fn statement(
    rules: &Rules,
    row: &Observation<'_>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
) -> Statement {
    if !resolution.specimen.is_blood() {
        return Statement::default();
    }
    let index = resolution.analyte.filter(|analyte| is_index(analyte));
    // A unit that is stated but not usable is not replaced by the platform's.
    let platform = rules.platform.as_ref().filter(|platform| {
        let unit = if row.unit.is_empty() {
            reading.unit
        } else {
            row.unit
        };
        platform.is_no_unit(unit)
    });
    let of = |id, words, absence, scale: Option<&Scale>| {
        let index = index
            .filter(|analyte| analyte.id == id)
            .and_then(|_| evidence::from_index(reading, resolution.conversion, scale, words));
        let said = evidence::from_words(row, reading, words, absence);
        [index, said]
            .into_iter()
            .flatten()
            .reduce(SampleHemolysis::and)
    };
    let scale = |of: fn(&Platform) -> &Option<Scale>| platform.and_then(|p| of(p).as_ref());
    Statement {
        hemolysis: of(
            HEMOLYSIS_INDEX,
            &rules.hemolysis,
            Absence::Hemolyzed,
            scale(|p| &p.hemolysis),
        ),
        icterus: of(
            ICTERUS_INDEX,
            &rules.icterus,
            Absence::Icteric,
            scale(|p| &p.icterus),
        )
        .map(Interference::from),
        lipemia: of(
            LIPEMIA_INDEX,
            &rules.lipemia,
            Absence::Lipemic,
            scale(|p| &p.lipemia),
        )
        .map(Interference::from),
        said: rules.patterns.said_in(row.comment),
    }
}
