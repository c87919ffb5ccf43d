//! Suspicious samples, their panels, and the patterns that they show.
//!
//! A pattern needs the whole panel before any row of it is judged, whatever the order of rows. So the
//! first pass only marks which samples are suspicious (one value is enough), and a second look
//! collects those samples and the others of the same patients, in a temporary file by parts of the
//! patients. Memory grows with suspicious samples, by a few bytes each, not with rows.

use foldhash::{HashMap, HashSet};

use super::Survey;
use super::days::{self, Day};
use super::items::{self, Kind};
use crate::interpret::Rules;
use crate::quality::SampleHemolysis;
use crate::quality::evidence::Statement;
use crate::quality::panel::{Item, Panel};
use crate::quality::patterns::{Around, Course, Finding, Neighbor, When};
use crate::repeats::Identity;
use crate::resolve::Resolution;
use crate::sample::{Grouped, SampleId};
use crate::text::hash;
use crate::value::Reading;
use row::amount;

mod row;
mod when;

pub(in crate::survey) use row::{item, looks_at};
pub(in crate::survey) use when::when;

/// Patients worth collecting, and samples of nobody known, as the higher halves of hashes of their keys: a chance
/// meeting collects one sample too many and changes nothing.
#[derive(Debug, Default)]
pub(in crate::survey) struct Suspects {
    samples: HashSet<u32>,
    patients: HashSet<u32>,
}

fn half(hash: u64) -> u32 {
    (hash >> u32::BITS) as u32
}

/// Is a row reason enough to collect its sample?
pub(in crate::survey) fn is_suspicious(
    rules: &Rules,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
    said: &Statement,
) -> bool {
    let hemolyzed = |hemolysis| rules.patterns.asks_about(hemolysis);
    said.hemolysis.is_some_and(hemolyzed)
        || rules.options.changes
        || resolution
            .analyte
            .zip(amount(reading, resolution))
            .is_some_and(|(analyte, (value, _))| rules.patterns.is_suspicious(&analyte.id, value))
}

impl Suspects {
    /// A suspicious row of a patient, as a hash.
    pub(in crate::survey) fn insert(&mut self, sample: SampleId, patient: u64) {
        match patient == hash("") {
            true => self.samples.insert(half(sample.bits())),
            false => self.patients.insert(half(patient)),
        };
    }

    /// Those of another block.
    pub(in crate::survey) fn add(&mut self, other: &Suspects) {
        self.samples.extend(&other.samples);
        self.patients.extend(&other.patients);
    }

    /// True if there is none.
    pub(in crate::survey) fn is_empty(&self) -> bool {
        self.samples.is_empty() && self.patients.is_empty()
    }

    /// True for a row of a suspicious sample, and of another sample of its patient.
    pub(in crate::survey) fn contain(&self, sample: SampleId, patient: u64) -> bool {
        self.patients.contains(&half(patient)) || self.samples.contains(&half(sample.bits()))
    }
}

/// A collected sample, or the results of a day of which no sample is told.
#[derive(Debug)]
struct Record {
    /// Of samples that are looked at together.
    group: u64,
    id: SampleId,
    /// Of a day, its rows.
    rows: Option<days::Rows>,
    /// What these can be.
    day: Option<Day>,
    when: When,
    panel: Panel,
    hemolysis: SampleHemolysis,
    /// The laboratory itself says that it is compromised.
    is_suspect: bool,
}

impl Survey {
    /// The patterns that the samples of a part of the patients show.
    pub(in crate::survey) fn patterns_of(
        &self,
        rules: &Rules,
        kinds: &[Kind],
        kept: &[u8],
    ) -> Vec<(SampleId, Vec<Finding>)> {
        let mut places: HashMap<SampleId, usize> = HashMap::default();
        let mut records: Vec<Record> = Vec::new();
        for kept in items::all(kept) {
            let identity = kept.identity.map(Identity::from_bits);
            let place = *places.entry(kept.panel).or_insert(records.len());
            if place == records.len() {
                let grouped = match kept.day.is_some() {
                    true => Grouped::Day(kept.panel),
                    false => Grouped::Sample(kept.panel),
                };
                let known = grouped.said().and_then(|said| self.evidence.of(said));
                records.push(Record {
                    group: kept.group,
                    id: kept.panel,
                    rows: kept.day.map(|_| days::Rows::default()),
                    day: None,
                    when: kept.when,
                    panel: Panel::default(),
                    hemolysis: known.map_or_else(SampleHemolysis::default, |known| known.hemolysis),
                    is_suspect: known
                        .is_some_and(|known| known.findings.iter().any(Finding::compromises)),
                });
            }
            // One number at two times: the earlier counts, whichever row comes first.
            records[place].when = records[place].when.earlier(kept.when);
            if let Some((rows, row)) = records[place].rows.as_mut().zip(kept.day) {
                let mut results = kept.results;
                rows.add(row, results.next());
                continue;
            }
            for (kind, value) in kept.results {
                let Some(kind) = kinds.get(kind as usize) else {
                    continue;
                };
                if !identity.is_some_and(|one| self.repeats.is_replaced(one, kind.status)) {
                    records[place].add(rules, kind, value);
                }
            }
        }
        for record in &mut records {
            record.settle(rules, kinds, |group| self.persons.may_be_two_by(group));
        }
        // Samples of one time by what they hold, and not by their numbers, which mean nothing.
        records.sort_unstable_by(|one, other| {
            (one.group, one.when)
                .cmp(&(other.group, other.when))
                .then_with(|| one.panel.order().cmp(&other.panel.order()))
                .then_with(|| one.id.cmp(&other.id))
        });
        let mut found = Vec::new();
        for group in records.chunk_by(|one, next| one.group == next.group) {
            add_patterns_of(rules, group, &mut found);
        }
        found
    }
}

/// In the order of time, so that an earlier sample that is compromised is known as such.
fn add_patterns_of(rules: &Rules, records: &[Record], found: &mut Vec<(SampleId, Vec<Finding>)>) {
    let mut course = Course::new(&rules.patterns, records.iter().map(Record::neighbor));
    if rules.options.changes {
        course = course.with_numbers();
    }
    for record in records {
        let around = course.around(record.when);
        let findings = find(rules, record, &around);
        let suspect = findings.iter().any(Finding::compromises) || record.is_suspect;
        if !findings.is_empty() {
            found.push((record.id, findings));
        }
        if !rules.patterns.is_hemolyzed(record.hemolysis) && !suspect {
            course.pass(record.neighbor());
        }
    }
}

impl Record {
    /// As its neighbors in time see it.
    fn neighbor(&self) -> Neighbor<'_> {
        Neighbor {
            panel: &self.panel,
            hemolysis: self.hemolysis,
            when: self.when,
        }
    }

    /// Takes the results of a day that stand, and what its rows can be.
    fn settle(&mut self, rules: &Rules, kinds: &[Kind], may_be_two: impl Fn(u64) -> bool) {
        let Some(rows) = self.rows.take() else {
            return;
        };
        let is_often = |place| {
            let analyte = rules.catalog.at(place);
            analyte.is_some_and(|analyte| rules.patterns.is_measured_often(&analyte.id))
        };
        let (day, standing) = rows.settle(is_often);
        self.day = Some(match may_be_two(self.group) {
            true => Day::OfTwo,
            false => day,
        });
        for (kind, value) in standing {
            if let Some(kind) = kinds.get(kind as usize) {
                self.add(rules, kind, value);
            }
        }
    }

    fn add(&mut self, rules: &Rules, kind: &Kind, value: f64) {
        let Some(analyte) = rules.catalog.at(kind.analyte) else {
            return;
        };
        let item = Item { value, ..kind.item };
        self.panel.add(&analyte.id, item);
        if kind.child {
            self.panel.set_child();
        }
    }
}

fn find(rules: &Rules, record: &Record, around: &Around<'_>) -> Vec<Finding> {
    match record.day {
        None => {}
        Some(Day::One) => {
            return rules
                .patterns
                .find_of_a_day(&record.panel, record.hemolysis, around);
        }
        // More than one draw, and which result is of which nobody tells.
        Some(Day::Several) => return rules.patterns.find_across(&record.panel, around),
        Some(Day::OfTwo) => return Vec::new(),
    }
    let mut findings = rules.patterns.find(&record.panel, record.hemolysis, around);
    if let Some(changes) = &rules.changes
        && !rules.patterns.is_hemolyzed(record.hemolysis)
        && !findings.iter().any(Finding::compromises)
    {
        findings.extend(changes.find(&record.panel, around));
    }
    findings
}
