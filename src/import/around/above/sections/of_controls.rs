//! Which lines belong to a section of controls. A row is a control's only while nothing speaks of a person, and nothing says
//! that the controls are over.

use csv::StringRecord;

use super::ends::{Ends, is_missing_result, of_statements};
use crate::import::around::above::{is_of_controls, whose};
use crate::import::plan::Plan;
use crate::interpret::reported;
use crate::text::has_word;

/// What a line without a result does to a section of controls.
pub(super) fn ends(plan: &Plan, row: &StringRecord) -> Ends {
    if is_missing_result(plan, row) {
        return Ends::Not;
    }
    of_statements(row, of_statement)
}

fn of_statement(key: &str, value: &str) -> Ends {
    let line = format!("{key} {value}");
    if is_part(key, value) {
        Ends::Not
    } else if has_word(&line, PEOPLE)
        || whose::is_of_person(key, value)
        || says_of_controls(key, value)
    {
        Ends::AtOnce
    } else {
        Ends::BehindRows
    }
}

/// "Level 2", "Lot: 4711", "Sample type: QC", "Multiqual 2".
fn is_part(key: &str, value: &str) -> bool {
    let is_level = |text: &str| {
        reported::is_nothing_but_control(text) || text.bytes().all(|c| c.is_ascii_digit())
    };
    is_of_controls(key, value)
        || (reported::is_nothing_but_control(key) && (value.is_empty() || is_level(value)))
}

/// What says something of controls says that they have passed, or end. "QC date: 2026-11-18" has no word for it.
fn says_of_controls(key: &str, value: &str) -> bool {
    let is_said = value.is_empty() || value.contains(char::is_alphabetic);
    is_said
        && [key, value]
            .iter()
            .any(|text| reported::speaks_of_controls(text))
}

#[rustfmt::skip] // the words wrapped as text
const PEOPLE: &[&str] = &[
    "patient", "patients", "patienten", "paciente", "pacientes", "paziente", "pazienti", "samples", "specimens", "proben", "ward", "bed", "room",
    "doctor", "dr", "physician", "clinician", "nurse", "station", "bett", "zimmer", "arzt", "service", "lit", "médecin", "medico", "médico", "sala",
    "cama", "reparto", "letto",
];
