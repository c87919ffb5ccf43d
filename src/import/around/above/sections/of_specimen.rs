//! Which lines belong to the section of a specimen. It counts for the rows directly below the line that states it, and a line
//! among these that is not plainly of it leaves it open.

use csv::StringRecord;

use super::ends::{Ends, is_missing_result, of_statements};
use super::of_blood;
use crate::import::around::above::{names_blood, ownerless, specimen, whose};
use crate::import::around::header_again::names_analyte;
use crate::import::cells::fluid;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::plan::Plan;
use crate::specimen::Specimen;
use crate::text::has_word;

/// What a line without a result does to the section of a specimen.
pub(super) fn ends(plan: &Plan, row: &StringRecord, section: &str) -> Ends {
    if is_missing_result(plan, row) {
        return Ends::Not;
    }
    of_statements(row, |key, value| of_statement(key, value, section))
}

fn of_statement(key: &str, value: &str, section: &str) -> Ends {
    if [key, value].iter().any(|text| names_another(text, section)) {
        return Ends::AtOnce;
    }
    if value.is_empty() {
        return of_title(key, section);
    }
    let has_figure = value.contains(|c: char| c.is_ascii_digit());
    if has_word(key, OF_RESULTS) {
        Ends::Not
    } else if whose::is_of_person(key, value) || is_comment(key) || !has_figure {
        Ends::AtOnce
    } else {
        // A day, a number of a sample or of an order.
        Ends::BehindRows
    }
}

/// Between the line and its rows the name of a group of tests may stand. What says anything else may say that there are none:
/// "Pending", "Sample haemolysed".
fn of_title(title: &str, section: &str) -> Ends {
    let is_order = || fluid::words().is_some_and(|words| words.is_of_order(title));
    let is_of_blood = || {
        let fluid = specimen(section).filter(|fluid| !fluid.is_blood());
        fluid.is_some_and(|fluid| of_blood::is_of_blood_alone(title, fluid))
    };
    let is_day = || !title.contains(char::is_alphabetic);
    if names_analyte(title) && !is_of_blood() {
        Ends::Not
    } else if is_order() || is_day() {
        Ends::BehindRows
    } else {
        Ends::AtOnce
    }
}

/// Does a text name another specimen than that of the section, or any blood?
fn names_another(text: &str, section: &str) -> bool {
    let Some(words) = fluid::words().filter(|_| !text.is_empty()) else {
        return false;
    };
    let found = words.in_cell(text);
    found.is_some_and(|found| found != Specimen::Other && words.in_cell(section) != Some(found))
}

/// Does a title name blood, where a fluid is stated?
pub(super) fn is_of_blood(title: &str, section: &str) -> bool {
    let is_fluid = specimen(section).is_some_and(|fluid| !fluid.is_blood());
    is_fluid && names_blood(title)
}

/// What stands behind these words belongs to the specimen, besides a comment.
#[rustfmt::skip] // the words wrapped as text
const OF_RESULTS: &[&str] = &[
    "volume", "volumen", "vol", "method", "methode", "méthode", "metodo", "método", "duration", "preservative",
];

fn is_comment(key: &str) -> bool {
    let role = vocabulary::role(key);
    matches!(role, Some(Role::Comment | Role::SpecimenCondition)) || ownerless::is_note(key)
}
