//! What is said of the patients of a file: that nobody is named, or not in every row.

use std::collections::{HashMap, HashSet};

use csv::StringRecord;

use super::found::listed;
use crate::import::columns;
use crate::import::date;
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::role::Role;
use crate::import::layout::Shape;
use crate::import::plan::{Plan, is_shortened};
use crate::notice::Code;

/// What the first rows show of whose they are. `joined`: a file of patients tells more of them.
pub(super) fn said(plan: &Plan, rows: &[StringRecord], joined: bool) -> Vec<(Code, String)> {
    let blank = blank(plan, rows).map(|count| {
        let message = format!(
            "{count} of the first {} rows leave the patient blank: fill it down, they are nobody's here",
            rows.len()
        );
        (Code::PatientBlank, message)
    });
    let shortened = shortened(plan, rows).map(|count| {
        let message = format!(
            "{count} of the first {} rows have a number of the patient or the sample that a spreadsheet has shortened (such as \
             1.96E+11): several are the same then, and it names nobody here; export these columns as text",
            rows.len()
        );
        (Code::PatientBlank, message)
    });
    let not_named = not_named(plan, rows).map(|message| (Code::PatientNotNamed, message));
    let elsewhere = || {
        let (code, count) = told_elsewhere(plan, rows)?;
        let message = format!(
            "{count} of the first {} rows lack the sex or age that another row of the same patient has: give this file with \
             --patients too",
            rows.len()
        );
        Some((code, message))
    };
    let elsewhere = (!joined).then(elsewhere).flatten();
    [blank, shortened, not_named, elsewhere]
        .into_iter()
        .flatten()
        .collect()
}

/// What is said of people who stand under two numbers.
pub(super) fn under_two(people: usize) -> Option<String> {
    let who = match people {
        0 => return None,
        1 => "a name with its date of birth stands".to_string(),
        people => format!("{people} names with their dates of birth stand"),
    };
    Some(format!(
        "{who} under two numbers of patients: perhaps one person, whose results are not compared with each other"
    ))
}

/// What is said where no header names the patient, and a column may.
fn not_named(plan: &Plan, rows: &[StringRecord]) -> Option<String> {
    let of_reason = |why: &str| -> Vec<&str> {
        let uses = plan.uses.iter().zip(&plan.headers);
        let found = uses.filter(|(of, _)| of.reason == why);
        found.map(|(_, header)| header.as_str()).collect()
    };
    let perhaps = of_reason(columns::PERHAPS_PATIENT);
    let is_told = plan.pick(Role::Patient).is_some() || plan.above.facts().contains(&"patient");
    let which = match perhaps.is_empty() {
        true => "name it",
        false => &format!("perhaps {}: name it", listed(&perhaps)),
    };
    let is_of_several =
        || !perhaps.is_empty() || are_of_several(plan, rows) || differ_at_once(plan, rows);
    (!is_told && is_of_several()).then(|| {
        format!(
            "no column names the patient, and all rows stand together as nobody's; {which} in a layout (serumcheck layout FILE)"
        )
    })
}

/// Do rows of one result each state two sexes or two dates of birth?
fn are_of_several(plan: &Plan, rows: &[StringRecord]) -> bool {
    let differ = |role: Role| {
        let mut texts = rows.iter().map(|row| text(plan, row, role));
        let first = texts.find(|text| !is_blank(text)).unwrap_or_default();
        texts.any(|text| !is_blank(text) && !text.eq_ignore_ascii_case(first))
    };
    plan.shape == Shape::Long && (differ(Role::Sex) || differ(Role::Birth))
}

/// Is one test there with two numbers at one time of day, of one sample for all that is told? Nobody is drawn twice in a minute.
fn differ_at_once(plan: &Plan, rows: &[StringRecord]) -> bool {
    const OF_TEST: &[Role] = &[
        Role::Sample,
        Role::Collected,
        Role::CollectedTime,
        Role::Name,
        Role::Code,
        Role::Loinc,
        Role::Specimen,
        Role::Category,
        Role::Condition,
        Role::Unit,
        Role::Status,
        Role::Standing,
        Role::Comment,
    ];
    if plan.shape != Shape::Long {
        return false;
    }
    let is_timed = |row: &&StringRecord| {
        date::has_time(text(plan, row, Role::Collected))
            || (!is_blank(text(plan, row, Role::Collected))
                && date::is_time(text(plan, row, Role::CollectedTime)))
    };
    let has_number = |row: &&StringRecord| begins_like_number(text(plan, row, Role::Value));
    let mut known: HashMap<Vec<&str>, &str> = HashMap::new();
    let mut rows = rows.iter().filter(has_number).filter(is_timed);
    rows.any(|row| {
        let test = OF_TEST.iter().map(|role| text(plan, row, *role)).collect();
        let value = text(plan, row, Role::Value);
        *known.entry(test).or_insert(value) != value
    })
}

fn text<'r>(plan: &Plan, row: &'r StringRecord, role: Role) -> &'r str {
    plan.pick(role).text(row).trim()
}

/// Rows with a result and without a patient, below one with both, if there are some.
fn blank(plan: &Plan, rows: &[StringRecord]) -> Option<usize> {
    // Not every result is of a stay.
    let patient = plan.pick(Role::Patient);
    if plan.patient_is_stay || !patient.is_some() {
        return None;
    }
    let values = plan.value_columns();
    let mut rows = rows.iter().filter(|row| has_one(row, &values));
    rows.find(|row| !is_blank(patient.text(row)))?;
    let blank = rows.filter(|row| is_blank(patient.text(row))).count();
    (0 < blank).then_some(blank)
}

/// Rows whose patient or sample stands there as a number that a spreadsheet has shortened, if there are some.
fn shortened(plan: &Plan, rows: &[StringRecord]) -> Option<usize> {
    let of_role = |role: &Role| plan.pick(*role).columns().next();
    let columns: Vec<usize> = [Role::Patient, Role::Sample]
        .iter()
        .filter_map(of_role)
        .collect();
    let is_one = |row: &&StringRecord| {
        let mut cells = columns.iter().filter_map(|at| row.get(*at));
        cells.any(is_shortened)
    };
    let count = rows.iter().filter(is_one).count();
    (0 < count).then_some(count)
}

/// Rows with a result and without the sex or the age of the patient, which another row of his states, if there are some: an
/// export of forms has them on the first form only.
fn told_elsewhere(plan: &Plan, rows: &[StringRecord]) -> Option<(Code, usize)> {
    if plan.patient_is_stay || plan.age_and_sex.is_some() {
        return None;
    }
    let values = plan.value_columns();
    let says = |row: &StringRecord, roles: &[Role]| {
        let mut texts = roles.iter().map(|role| plan.pick(*role).text(row));
        texts.any(|text| !is_blank(text))
    };
    let lacking = |roles: &[Role]| {
        let told = rows
            .iter()
            .filter(|row| says(row, roles))
            .map(|row| text(plan, row, Role::Patient));
        let told: HashSet<&str> = told.filter(|patient| !patient.is_empty()).collect();
        let lack = |row: &&StringRecord| {
            has_one(row, &values)
                && !says(row, roles)
                && told.contains(text(plan, row, Role::Patient))
        };
        rows.iter().filter(lack).count()
    };
    let found = [
        (Code::AgeMissing, lacking(&[Role::Age, Role::Birth])),
        (Code::SexMissing, lacking(&[Role::Sex])),
    ];
    found.into_iter().find(|(_, count)| 0 < *count)
}

/// Does a row have something in one of these columns?
fn has_one(row: &StringRecord, columns: &[usize]) -> bool {
    let mut cells = columns.iter().filter_map(|at| row.get(*at));
    cells.any(|cell| !is_blank(cell))
}
