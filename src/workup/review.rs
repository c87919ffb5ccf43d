//! From one patient's results to the review.

use std::collections::HashMap;

use jiff::civil::Date;

use super::Workup;
use super::schema::{PartRow, TestRow, Verified};
use super::sheet::{ByEye, LeftOut, Line, Part, Review, Standing, Strength, Test};
use super::standing::{self, Found};
use crate::derive::is_derived;
use crate::person::Sex;
use crate::preop::course::{self, Course};
use crate::preop::entry::Entry;
use crate::preop::item::{self, past};
use crate::preop::limits::critical_action;
use crate::preop::results;
use crate::preop::sheet::{Item, Question, ResultRow, Section, State};
use crate::preop::who::{self, Who};
use crate::preop::{Patient, Plan};
use crate::reference::Catalog;
use crate::reference::lint::rows::{PROPOSAL, alternatives};
use crate::reference::schema::{SexKey, UNSOURCED};
use crate::text::fold_name;
use count::count;

mod count;

/// Everything that the parts of one review are worked out from.
struct Case<'a, 'c> {
    workup: &'c Workup,
    catalog: &'static Catalog,
    patient: &'c Patient,
    courses: &'a [Course<'c>],
    places: HashMap<*const Entry, (&'a Course<'c>, usize)>,
    /// From which the age of a result is counted.
    today: Date,
}

/// One patient's review.
#[must_use]
pub fn review(
    workup: &Workup,
    patient: &Patient,
    today: Date,
    catalog: &'static Catalog,
) -> Review {
    let as_reported = patient;
    let (patient, told) = withheld(workup, patient.as_of(today));
    let patient = &patient;
    let who = Who::of(patient, None);
    let courses = course::courses(&patient.entries);
    let case = Case {
        workup,
        catalog,
        patient,
        courses: &courses,
        places: results::places(&courses),
        today,
    };
    let mut review = Review {
        patient: who.identity(patient),
        ..Review::default()
    };
    who.notices(as_reported, &Plan::default(), today, &mut review.notices);
    let unknown = who::unknown_tests(patient, "among the other results, at the end");
    review.notices.extend(unknown);
    let mut shown: Vec<&Entry> = Vec::new();
    for row in workup.parts() {
        match only_for(row, who.sex) {
            For::Other(only_for) => review.left_out.push(LeftOut {
                title: row.title.clone(),
                only_for,
            }),
            For::This(only_for) => {
                let part = case.part(row, only_for, &mut shown);
                review.parts.push(part);
            }
        }
    }
    if !review.parts.is_empty() {
        review.questions = questions(workup);
    }
    review.questions.extend(told);
    case.critical(&mut review);
    let is_shown = |entry: &&Entry| shown.iter().any(|own| std::ptr::eq(*own, *entry));
    review.rest = results::grouped(
        patient.entries.iter().filter(|entry| !is_shown(entry)),
        case.courses,
        // Before no surgery nothing is too old.
        |entry, _| standing::ahead(entry),
        |entry| workup.keeps_apart(entry),
    );
    review.counts = count(&review, patient.rows());
    review
}

/// The patient with every comment moved to the confidential part that tells what belongs there.
fn withheld(workup: &Workup, mut patient: Patient) -> (Patient, Vec<Question>) {
    let mut told: Vec<Question> = Vec::new();
    for entry in &mut patient.entries {
        if !workup.tells(&entry.comment) || workup.keeps_apart(entry) {
            continue;
        }
        let ask = format!("Laboratory's comment on {}: {}", entry.name, entry.comment);
        if told.iter().all(|known| known.ask != ask) {
            told.push(Question {
                ask,
                because: String::new(),
                confidential: true,
            });
        }
        entry.comment = "see the confidential part".to_string();
        entry.remarks.retain(|remark| !workup.tells(remark));
    }
    (patient, told)
}

fn questions(workup: &Workup) -> Vec<Question> {
    workup
        .questions()
        .iter()
        .map(|row| Question {
            ask: row.ask.clone(),
            because: String::new(),
            confidential: row.confidential,
        })
        .collect()
}

/// Whom a part is for.
enum For {
    /// This patient; the word is empty unless his sex would have to be known to say so.
    This(&'static str),
    Other(&'static str),
}

fn only_for(row: &PartRow, sex: Sex) -> For {
    match (row.sex, sex) {
        (None, _) | (Some(SexKey::F), Sex::Female) | (Some(SexKey::M), Sex::Male) => For::This(""),
        (Some(SexKey::F), Sex::Unknown) => For::This("women"),
        (Some(SexKey::M), Sex::Unknown) => For::This("men"),
        (Some(SexKey::F), Sex::Male) => For::Other("women"),
        (Some(SexKey::M), Sex::Female) => For::Other("men"),
    }
}

impl<'c> Case<'_, 'c> {
    fn part(&self, row: &PartRow, only_for: &'static str, shown: &mut Vec<&'c Entry>) -> Part {
        let own = |test: &&TestRow| test.part == row.id;
        Part {
            id: row.id.clone(),
            title: row.title.clone(),
            only_for,
            note: row.note.clone().unwrap_or_default(),
            tests: self
                .workup
                .tests()
                .iter()
                .filter(own)
                .map(|test| self.test(test, shown))
                .collect(),
        }
    }

    fn test(&self, row: &TestRow, shown: &mut Vec<&'c Entry>) -> Test {
        Test {
            requirement: row.requirement,
            timing: row.timing.clone(),
            says: row.says.clone(),
            source: self.workup.source_title(&row.source).to_string(),
            strength: match (row.source.as_str(), row.verified) {
                (UNSOURCED, _) => Strength::Unsourced,
                (PROPOSAL, _) => Strength::Proposal,
                (_, Some(Verified::Part)) => Strength::Part,
                (_, None) => Strength::Sourced,
            },
            note: row.note.clone().unwrap_or_default(),
            lines: row
                .analytes
                .iter()
                .map(|test| self.line(test, row.confidential, shown))
                .collect(),
            not_in_catalog: row
                .not_in_catalog
                .iter()
                .map(|name| self.by_eye(name, shown))
                .collect(),
            confidential: row.confidential,
        }
    }

    /// One analyte, or several of which any one serves: what the best of them amounts to.
    fn line(&self, test: &str, confidential: bool, shown: &mut Vec<&'c Entry>) -> Line {
        let ids: Vec<&str> = alternatives(test).collect();
        let found: Vec<Found<'c>> = ids
            .iter()
            .filter_map(|id| course::find(self.courses, id))
            .map(standing::of)
            .collect();
        let best = found.iter().min_by_key(|found| found.standing);
        let names: Vec<String> = ids.iter().map(|id| self.name(id)).collect();
        shown.extend(found.iter().flat_map(|found| &found.shown).copied());
        Line {
            name: names.join(" or "),
            state: best.map_or(Standing::Missing, |found| found.standing),
            reason: match best {
                Some(found) => found.reason(),
                None if ids.iter().any(|id| is_derived(id)) => {
                    "not in the file and not derived: an input, the age or the sex is missing"
                        .to_string()
                }
                None => String::new(),
            },
            results: found
                .iter()
                .flat_map(|found| &found.shown)
                .map(|entry| self.row(entry))
                .collect(),
            last_usable: best.and_then(|found| found.last_usable).map(past),
            confidential: confidential || ids.iter().any(|id| self.workup.is_confidential(id)),
            analytes: ids.into_iter().map(ToString::to_string).collect(),
        }
    }

    /// A test that is not in the catalog, with the rows that bear its name.
    fn by_eye(&self, name: &str, shown: &mut Vec<&'c Entry>) -> ByEye {
        let folded = fold_name(name);
        let rows: Vec<&Entry> = self
            .patient
            .entries
            .iter()
            .filter(|entry| entry.analyte.is_none() && fold_name(&entry.name) == folded)
            .collect();
        shown.extend(&rows);
        ByEye {
            name: name.to_string(),
            results: rows.into_iter().map(|entry| self.row(entry)).collect(),
        }
    }

    fn row(&self, entry: &Entry) -> ResultRow {
        let own = self.places.get(&std::ptr::from_ref(entry)).copied();
        let time = standing::ahead(entry).or_else(|| standing::age(entry, self.today));
        results::row(entry, own, time)
    }

    fn name(&self, id: &str) -> String {
        self.catalog
            .analyte(id)
            .map_or_else(|| id.to_string(), |analyte| analyte.name.clone())
    }

    /// What the critical list calls, of every analyte in the file.
    fn critical(&self, review: &mut Review) {
        for course in self.courses {
            for entry in course.held() {
                let Some(critical) = &entry.critical else {
                    continue;
                };
                let of = |section, state, action| Item {
                    limit: critical.limit.clone(),
                    limit_owner: format!("critical list {}", critical.list),
                    source: critical.source.clone(),
                    confidential: self.workup.is_confidential(&course.analyte.id),
                    ..item::about(self.courses, entry, section, state, action)
                };
                match critical_action(entry) {
                    Some(action) => review.critical.push(of(Section::A, State::Stop, action)),
                    None => review.critical_in_doubt.push(of(
                        Section::C,
                        State::Unusable,
                        "The number would be critical, and the sample is faulty: repeat it on a fresh sample now. If unwell: act on the number while repeating."
                            .to_string(),
                    )),
                }
            }
        }
    }
}
