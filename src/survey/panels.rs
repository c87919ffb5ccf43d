//! Collects the panels of suspicious samples and finds their patterns.
//!
//! A pattern needs the whole panel before any row of it is judged, whatever the order of rows. So the
//! first sweep only marks which samples are suspicious (one value is enough), and a second sweep,
//! made only if there are any, collects those samples and the others of the same patients. Memory
//! grows with suspicious patients, not with rows.

use std::collections::BTreeMap;
use std::hash::BuildHasher;

use foldhash::quality::FixedState;
use foldhash::{HashMap, HashSet};
use jiff::civil::DateTime;

use super::Survey;
use crate::error::Result;
use crate::import::Export;
use crate::import::date::{self, DateReading, Precision};
use crate::interpret::{Rules, collected};
use crate::notice::Code;
use crate::observation::Observation;
use crate::person::ADULT;
use crate::quality::evidence::Statement;
use crate::quality::panel::{Item, Panel};
use crate::quality::patterns::{Around, Course, Finding, Neighbor};
use crate::quality::{Position, SampleHemolysis, SampleQuality};
use crate::reference::Analyte;
use crate::repeats::Identity;
use crate::resolve::Resolution;
use crate::sample;
use crate::specimen::Specimen;
use crate::value::{Comparator, Reading, Value, to_f64};

/// Samples and patients worth collecting, as hashes of their keys: a chance meeting collects one
/// sample too many and changes nothing.
#[derive(Debug, Default)]
pub(super) struct Suspects {
    samples: HashSet<u64>,
    patients: HashSet<u64>,
}

impl Suspects {
    /// First sweep: a row of the sample with this key.
    pub(super) fn see(
        &mut self,
        rules: &Rules,
        row: &Observation<'_>,
        sample: &str,
        reading: &Reading<'_>,
        resolution: &Resolution<'_>,
        said: &Statement,
    ) {
        let hemolyzed = said
            .hemolysis
            .is_some_and(|hemolysis| hemolysis.is_suspect());
        let suspicious = hemolyzed
            || rules.options.changes
            || resolution
                .analyte
                .zip(amount(reading, resolution))
                .is_some_and(|(analyte, (value, _))| {
                    rules.patterns.is_suspicious(&analyte.id, value)
                });
        if suspicious {
            self.samples.insert(hash(sample));
            let patient = row.patient.trim();
            if !patient.is_empty() {
                self.patients.insert(hash(patient));
            }
        }
    }

    fn contain(&self, row: &Observation<'_>, sample: &str) -> bool {
        self.samples.contains(&hash(sample)) || self.patients.contains(&hash(row.patient.trim()))
    }
}

/// A collected sample.
#[derive(Debug, Default)]
struct Record {
    patient: Box<str>,
    /// Minutes on the laboratory's clock, where the time is stated in full.
    minutes: Option<i64>,
    panel: Panel,
}

impl Survey {
    /// Second sweep: collects the suspects and writes what they show into the evidence.
    pub(super) fn add_patterns(
        &mut self,
        exports: &[Export],
        rules: &Rules,
        suspects: &Suspects,
    ) -> Result<()> {
        if suspects.samples.is_empty() {
            return Ok(());
        }
        let records = self.collect(exports, rules, suspects)?;
        let mut patients: BTreeMap<&str, Vec<(&str, &Record)>> = BTreeMap::new();
        for (key, record) in &records {
            let group = if record.patient.is_empty() {
                key
            } else {
                &*record.patient
            };
            patients.entry(group).or_default().push((key, record));
        }
        for samples in patients.values_mut() {
            samples.sort_by(|a, b| (a.1.minutes, a.0).cmp(&(b.1.minutes, b.0)));
            self.add_patterns_of(rules, samples);
        }
        Ok(())
    }

    /// In the order of time, so that an earlier sample that is compromised is known as such.
    fn add_patterns_of(&mut self, rules: &Rules, samples: &[(&str, &Record)]) {
        let timed = samples.iter().filter_map(|(key, record)| {
            Some(Neighbor {
                panel: &record.panel,
                hemolysis: self.hemolysis_of(key),
                minutes: record.minutes?,
            })
        });
        let mut course = Course::new(&rules.patterns, timed);
        for (key, record) in samples {
            let hemolysis = self.hemolysis_of(key);
            let around = match record.minutes {
                Some(minutes) => course.around(minutes),
                None => Around::default(),
            };
            self.add_patterns_to(rules, key, record, hemolysis, &around);
            if let Some(minutes) = record.minutes
                && !rules.patterns.is_hemolyzed(hemolysis)
                && !self.is_suspect(key)
            {
                course.pass(Neighbor {
                    panel: &record.panel,
                    hemolysis,
                    minutes,
                });
            }
        }
    }

    fn add_patterns_to(
        &mut self,
        rules: &Rules,
        key: &str,
        record: &Record,
        hemolysis: SampleHemolysis,
        around: &Around<'_>,
    ) {
        let mut findings = rules.patterns.find(&record.panel, hemolysis, around);
        if rules.options.changes
            && !rules.patterns.is_hemolyzed(hemolysis)
            && !findings.iter().any(Finding::compromises)
        {
            findings.extend(rules.changes.find(&record.panel, around));
        }
        if !findings.is_empty() {
            let known = self.evidence.entry(key);
            findings.into_iter().for_each(|finding| known.add(finding));
        }
    }

    fn collect(
        &self,
        exports: &[Export],
        rules: &Rules,
        suspects: &Suspects,
    ) -> Result<HashMap<String, Record>> {
        let mut records: HashMap<String, Record> = HashMap::default();
        let mut key = String::new();
        for (file, export) in exports.iter().enumerate() {
            let mut resolver = rules.resolver();
            resolver.set_neighbors(self.neighbors[file].clone());
            let mut rows = export.rows()?;
            while let Some(mut row) = rows.next()? {
                if !sample::key(&row, &mut key) || !suspects.contain(&row, &key) {
                    continue;
                }
                row.date_order = row.date_order.or(self.date_orders[file]);
                let reading = rules.read(&row);
                let resolution = resolver.resolve(&row, reading.unit);
                let Some(analyte) = resolution.analyte else {
                    continue;
                };
                let identity = Identity::of(&row, Some(&key), Some(&analyte.id));
                if identity.is_some_and(|one| self.repeats.is_replaced(one, &row)) {
                    continue;
                }
                let Some((id, item, child)) = item(rules, row, reading, &resolution) else {
                    continue;
                };
                if !records.contains_key(&key) {
                    records.insert(
                        key.clone(),
                        Record {
                            patient: row.patient.trim().into(),
                            minutes: minutes(&row),
                            panel: Panel::default(),
                        },
                    );
                }
                if let Some(record) = records.get_mut(&key) {
                    record.panel.add(id, item);
                    if child {
                        record.panel.set_child();
                    }
                }
            }
        }
        Ok(records)
    }

    fn hemolysis_of(&self, key: &str) -> SampleHemolysis {
        self.evidence
            .of(key)
            .map_or_else(SampleHemolysis::default, |known| known.hemolysis)
    }

    fn is_suspect(&self, key: &str) -> bool {
        let known = self.evidence.of(key);
        known.is_some_and(|known| known.findings.iter().any(Finding::compromises))
    }
}

/// A row as an item of its panel, and whether the patient is known to be a child; none if it is not of blood serum or plasma (or a blood count).
fn item(
    rules: &Rules,
    row: Observation<'_>,
    reading: Reading<'_>,
    resolution: &Resolution<'_>,
) -> Option<(&'static str, Item, bool)> {
    let analyte = resolution.analyte?;
    let counted = analyte.group == "blood_count" && resolution.specimen.is_blood();
    let id = rules.patterns.looks_at(&analyte.id).or_else(|| {
        let changes = rules.options.changes.then_some(&rules.changes)?;
        changes.looks_at(&analyte.id)
    })?;
    let liquid = matches!(resolution.specimen, Specimen::Serum | Specimen::Plasma);
    if !(counted || liquid) {
        return None;
    }
    let (value, comparator) = amount(&reading, resolution)?;
    let judged = rules.judge(row, reading, resolution, &SampleQuality::default());
    if judged.notices.has(Code::IntervalUnitDoubtful) {
        // A number of unknown size is no sign of anything.
        return None;
    }
    let child = judged.person.age.reached(ADULT) == Some(false);
    // An adult's interval judges no child; a value that nobody can have is on its side all the same.
    let adult_applies = !child || judged.notices.has(Code::ImplausibleValue);
    let position = match judged.flag.map(|flag| flag.direction()) {
        Some(0) => Position::Inside,
        Some(direction) if direction < 0 => Position::Low,
        Some(_) => Position::High,
        None if adult_applies => by_adult_interval(rules, analyte, value, comparator),
        None => Position::Unjudged,
    };
    Some((
        id,
        Item {
            value,
            comparator,
            position,
            specimen: resolution.specimen,
        },
        child,
    ))
}

/// Where nothing judges a result (no age, implausible), a pattern still needs to know its side.
fn by_adult_interval(
    rules: &Rules,
    analyte: &Analyte,
    value: f64,
    comparator: Option<Comparator>,
) -> Position {
    let Some((low, high)) = rules.adult_interval(analyte) else {
        return Position::Unjudged;
    };
    let below = comparator.is_some_and(Comparator::is_below);
    let above = comparator.is_some() && !below;
    if low.is_some_and(|low| value < low) && !above {
        Position::Low
    } else if high.is_some_and(|high| high < value) && !below {
        Position::High
    } else if comparator.is_none() {
        Position::Inside
    } else {
        Position::Unjudged
    }
}

/// The value in the canonical unit, with the sign of a censored one.
fn amount(reading: &Reading<'_>, resolution: &Resolution<'_>) -> Option<(f64, Option<Comparator>)> {
    let (number, comparator) = match reading.value {
        Value::Number(number) => (number, None),
        Value::Censored(comparator, number) => (number, Some(comparator)),
        _ => return None,
    };
    Some((resolution.conversion?.apply(to_f64(number)), comparator))
}

fn minutes(row: &Observation<'_>) -> Option<i64> {
    let text = collected(row);
    match date::read(text, row.date_order) {
        DateReading::Read(moment) if moment.precision() != Precision::Date => {
            Some(moment.datetime().duration_since(DateTime::MIN).as_mins())
        }
        // Minutes since admission, as eICU has them.
        DateReading::Unreadable if date::has_time(text) => text.parse().ok(),
        _ => None,
    }
}

fn hash(text: &str) -> u64 {
    FixedState::with_seed(0).hash_one(text)
}
