//! What a line among the rows is to the section of controls, or of a specimen, that it stands in.

use csv::StringRecord;

use crate::import::above::{Reader, is_of_controls, ownerless, statements, whose};
use crate::import::fluid;
use crate::import::header_again::names_analyte;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::import::role::Role;
use crate::import::table::is_blank;
use crate::import::vocabulary;
use crate::interpret::reported;
use crate::observation::Observation;
use crate::specimen::Specimen;

/// A specimen that is open: of two that are stated, nobody knows which.
pub(super) const OF_EITHER: &str = "serum/urine";

/// How far a section reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ends {
    /// It goes on: a result that is missing, the lot of a control, a comment.
    Not,
    /// It has ended, unless it has no row yet: a title, a day, a sample.
    BehindRows,
    /// It has ended: somebody is named.
    AtOnce,
}

impl Ends {
    /// What a line without a result does to a section. What is not plainly a part of it ends it.
    pub(super) fn at(plan: &Plan, row: &StringRecord) -> Ends {
        if is_part(plan, row) {
            return Ends::Not;
        }
        if let Some(title) = title(plan, row) {
            return of_title(title);
        }
        let said = statements::of(row);
        let ends = said.iter().map(|(key, value)| {
            if value.is_empty() {
                of_title(key)
            } else if is_of_control(key, value) || is_of_result(key) {
                Ends::Not
            } else if whose::is_of_person(key, value) {
                Ends::AtOnce
            } else {
                Ends::BehindRows
            }
        });
        ends.max().unwrap_or(Ends::BehindRows)
    }
}

fn of_title(title: &str) -> Ends {
    let is_part = is_of_control(title, title)
        || is_remark(title)
        || is_of_result(title)
        || names_analyte(title);
    match is_part {
        true => Ends::Not,
        false => Ends::BehindRows,
    }
}

/// A line of no letter and no figure: empty, or a rule.
pub(super) fn says_nothing(row: &StringRecord) -> bool {
    !row.iter().any(|cell| cell.contains(char::is_alphanumeric))
}

/// What stands behind these words belongs to the result or the specimen above them, besides a comment.
#[rustfmt::skip] // the words wrapped as text
const OF_RESULTS: &[&str] = &[
    "volume", "volumen", "vol", "method", "methode", "méthode", "metodo", "método", "duration", "preservative",
];

fn is_of_result(key: &str) -> bool {
    is_comment(key) || has_word(key, OF_RESULTS, char::is_alphabetic)
}

/// Is one of these among the words of a text?
fn has_word(text: &str, words: &[&str], is_of_word: fn(char) -> bool) -> bool {
    let lower = text.to_lowercase();
    let mut own = lower.split(|c| !is_of_word(c));
    own.any(|word| words.contains(&word))
}

fn is_comment(key: &str) -> bool {
    let role = vocabulary::entry(key).map(|entry| entry.role);
    matches!(role, Some(Role::Comment | Role::SpecimenCondition)) || ownerless::is_note(key)
}

/// A result that is missing, or nothing but a comment.
fn is_part(plan: &Plan, row: &StringRecord) -> bool {
    let comments: Vec<usize> = plan.pick(Role::Comment).columns().collect();
    let mut filled = row.iter().enumerate().filter(|(_, cell)| !is_blank(cell));
    is_missing_result(plan, row) || filled.all(|(at, _)| comments.contains(&at))
}

/// A test that has no result.
fn is_missing_result(plan: &Plan, row: &StringRecord) -> bool {
    const OF_RESULT: &[Role] = &[
        Role::Patient,
        Role::Sample,
        Role::Collected,
        Role::Unit,
        Role::Low,
        Role::High,
        Role::Range,
    ];
    let test = whose::test(plan, row);
    let is_said = |role: &Role| !is_blank(plan.pick(*role).text(row));
    !test.is_empty()
        && !test.contains(':')
        && (names_analyte(test) || OF_RESULT.iter().any(is_said))
}

/// Does a line among controls speak of people, or say that they are over? Where a ward or a physician is named there is a
/// patient.
pub(super) fn speaks_of_people(row: &StringRecord) -> bool {
    let has = |text: &str, words: &[&str]| has_word(text, words, char::is_alphanumeric);
    statements::of(row).iter().any(|(key, value)| {
        let line = format!("{key} {value}");
        let is_control = has(&line, CONTROLS);
        match is_control || is_of_control(key, value) {
            true => is_control && has(&line, OVER) && !is_comment(key),
            false => has(&line, PEOPLE),
        }
    })
}

#[rustfmt::skip] // the words wrapped as text
const CONTROLS: &[&str] = &[
    "qc", "iqc", "control", "controls", "kontrolle", "kontrollen", "contrôle", "contrôles", "controle", "controles", "controlli",
];

#[rustfmt::skip] // the words wrapped as text
const OVER: &[&str] = &[
    "end", "ends", "ended", "over", "done", "complete", "completed", "finished", "passed", "accepted", "approved", "ok", "ende", "beendet",
    "bestanden", "akzeptiert", "fin", "terminé", "accepté", "aceptado", "fine", "accettato",
];

#[rustfmt::skip] // the words wrapped as text
const PEOPLE: &[&str] = &[
    "patient", "patients", "patienten", "paciente", "pacientes", "paziente", "pazienti", "samples", "specimens", "proben", "ward", "bed", "room",
    "doctor", "dr", "physician", "clinician", "station", "bett", "zimmer", "arzt", "service", "lit", "médecin", "medico", "médico", "sala", "cama",
    "reparto", "letto",
];

/// The text of a line that is nothing but a title: no key, and no test whose result is missing.
pub(super) fn title<'r>(plan: &Plan, row: &'r StringRecord) -> Option<&'r str> {
    let filled = || row.iter().enumerate().filter(|(_, cell)| !is_blank(cell));
    let (at, first) = filled().next()?;
    let is_alone = filled().count() < 2;
    let test = whose::test(plan, row);
    let text = match (plan.shape, is_alone) {
        (Shape::Long, false) => test,
        _ => first.trim(),
    };
    let is_comment = || {
        plan.pick(Role::Comment)
            .columns()
            .any(|column| column == at)
    };
    let is_title = text.contains(char::is_alphabetic)
        && !filled().any(|(_, cell)| cell.contains(':'))
        && !is_comment()
        && !is_missing_result(plan, row);
    is_title.then_some(text)
}

/// A sentence about samples, or a mark with its meaning.
fn is_remark(title: &str) -> bool {
    ownerless::is_remark(title) || ownerless::is_legend(title)
}

/// Does a line tell of a control: that it is one, its product, its level or its lot?
fn is_of_control(key: &str, value: &str) -> bool {
    const LOTS: &[&str] = &["lot", "batch", "charge", "lote", "lotto"];
    let row = Observation {
        specimen: value,
        ..Observation::default()
    };
    is_of_controls(key, value)
        || has_word(key, LOTS, char::is_alphabetic)
        || [key, value].iter().any(|text| {
            reported::heads_controls(text)
                || reported::names_level(text)
                || reported::is_control(text)
        })
        || reported::is_quality_control(&row)
}

/// The specimen that a line states for the rows below it, in its words: one that is open where it says more of it, as that it
/// was not received.
pub(super) fn specimen(below: &Reader) -> Option<String> {
    let words = fluid::words()?;
    let stated = below.above.specimen.as_str();
    let is_told = is_usual(stated) || words.is_nothing_else(stated);
    match stated.is_empty() {
        true => None,
        false => Some(if is_told { stated } else { OF_EITHER }.to_string()),
    }
}

/// The specimen that is left behind a section: serum, or what is taken for it, is what is taken for everything. How far another
/// fluid or tube counts nobody knows.
pub(super) fn behind(around: &str, section: &str) -> String {
    match is_usual(around) && is_usual(section) {
        true => String::new(),
        false => OF_EITHER.to_string(),
    }
}

/// True for serum and what is taken for it.
pub(super) fn is_usual(text: &str) -> bool {
    let read = fluid::words().and_then(|words| words.in_cell(text));
    let usual = [Specimen::Unstated, Specimen::Serum, Specimen::Plasma];
    read.is_some_and(|specimen| usual.contains(&specimen))
}
