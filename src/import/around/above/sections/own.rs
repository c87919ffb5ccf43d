//! What the rows of a section say themselves: whose they are, of which draw, and of which specimen.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use csv::StringRecord;

use super::{ends, of_blood};
use crate::import::around::above::{names_blood, specimen};
use crate::import::cells::fluid;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::plan::Plan;
use crate::interpret::reported;
use crate::specimen::Specimen;

/// The rows so far.
#[derive(Default)]
pub(super) struct Rows {
    /// The patients of those that are no controls: of each what is left of its text, for a file may have many.
    seen: HashSet<u64>,
    /// The last of them.
    last: String,
    /// What the first row of the section says that says it.
    patient: Option<String>,
    sample: Option<String>,
    collected: Option<String>,
    /// The line behind the last record.
    next: Option<u64>,
}

impl Rows {
    /// Another section begins.
    pub(super) fn begin(&mut self) {
        (self.patient, self.sample, self.collected) = (None, None, None);
    }

    /// Do empty lines stand in front of this record?
    pub(super) fn is_apart(&mut self, line: u64, row: &StringRecord) -> bool {
        let breaks = row.iter().map(|cell| cell.matches('\n').count() as u64);
        let next = line + 1 + breaks.sum::<u64>();
        self.next
            .replace(next)
            .is_some_and(|expected| expected < line)
    }

    /// Takes the patient of a row that is no control.
    pub(super) fn see(&mut self, patient: &str) {
        if !is_blank(patient) && self.last != patient {
            self.last = patient.to_string();
            self.seen.insert(hashed(patient));
        }
    }

    /// Is a row of another patient or draw than the first of the section?
    pub(super) fn is_of_another(&mut self, plan: &Plan, row: &StringRecord) -> bool {
        let text = |role: Role| plan.pick(role).text(row).trim();
        let own = [
            differs(&mut self.patient, text(Role::Patient)),
            differs(&mut self.sample, text(Role::Sample)),
            differs(&mut self.collected, text(Role::Collected)),
        ];
        own.contains(&true)
    }

    /// Is a row among controls of a patient: of one that was seen above them, or of another than the first of them? The name of
    /// a control is none, and a level may be the number of a patient, too.
    pub(super) fn is_of_patient(&mut self, patient: &str) -> bool {
        const FIGURES: usize = 2;
        if is_blank(patient) || reported::is_control(patient) || reported::names_level(patient) {
            // Behind a control that has a name, whoever has another one is a patient.
            self.patient.get_or_insert_with(|| patient.to_string());
            return false;
        }
        let is_level = patient.len() < FIGURES && patient.bytes().all(|c| c.is_ascii_digit());
        let is_seen = !is_level && self.seen.contains(&hashed(patient));
        let is_other = differs(&mut self.patient, patient);
        let first = self.patient.as_deref().unwrap_or_default();
        let are_levels = is_word_of_level(first) && is_word_of_level(patient);
        let is_next = control(first).is_some() && control(first) == control(patient);
        is_seen || (is_other && !is_of_lot(patient) && !are_levels && !is_next)
    }
}

/// "L2", "LOT 4711", "QCH": which control it is. A level has one figure: L1001 is a patient.
fn is_of_lot(patient: &str) -> bool {
    const QC: &str = "qc";
    let lower = patient.to_lowercase();
    match lower.trim_end_matches(|c: char| !c.is_alphabetic()) {
        "lot" => true,
        level @ "l" => level.len() + 1 == lower.len(),
        word => word.starts_with(QC) && word.len() <= QC.len() + 1,
    }
}

/// The letters of a text that are an analyzer's for a control, with one figure behind them: behind C1 C2 is the next one, and
/// C1002 is a patient.
fn control(text: &str) -> Option<String> {
    const LETTERS: &[&str] = &["c", "q", "k", "lv", "lvl"];
    let letters = text.strip_suffix(|c: char| c.is_ascii_digit())?;
    let letters = letters.to_lowercase();
    LETTERS.contains(&letters.as_str()).then_some(letters)
}

/// Behind "Low" "High" is another level, and nobody's name.
fn is_word_of_level(patient: &str) -> bool {
    const LEVELS: &[&str] = &[
        "low",
        "normal",
        "high",
        "medium",
        "mid",
        "abnormal",
        "pathological",
        "pathologic",
        "pathologisch",
    ];
    LEVELS.contains(&patient.to_lowercase().as_str())
}

fn differs(first: &mut Option<String>, text: &str) -> bool {
    !is_blank(text) && first.get_or_insert_with(|| text.to_string()) != text
}

fn hashed(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Does a row itself say that it is of another specimen than the section: in a cell, in its name, or by being of blood?
pub(super) fn is_of_another_specimen(plan: &Plan, row: &StringRecord, section: &str) -> bool {
    let text = |role: Role| plan.pick(role).text(row).trim();
    let Some(words) = fluid::words() else {
        return false;
    };
    let section_is = specimen(section);
    let in_cell = specimen(text(Role::Specimen));
    let name = text(Role::Name);
    let in_name = words.in_name(name).map(|(found, _)| found);
    let is_other = |found: Specimen| {
        let is_usual = found.is_blood() && ends::is_usual(section);
        found != Specimen::Unstated && Some(found) != section_is && !is_usual
    };
    let fluid_is = section_is.filter(|it| !it.is_blood());
    // "Type,Blood": a key and its value in the cells of a test and its result.
    let value = text(Role::Value);
    let states_blood = || is_blank(text(Role::Unit)) && names_blood(value);
    in_cell.or(in_name).is_some_and(is_other)
        || fluid_is.is_some_and(|fluid| {
            fluid::is_stated_in("", text(Role::Loinc))
                || states_blood()
                || of_blood::is_of_blood(plan, row, fluid)
        })
}
