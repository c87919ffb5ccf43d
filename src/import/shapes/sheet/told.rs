//! Rows of a sheet that say something of its columns and not of an analyte: sample numbers, times, comments.

use std::collections::HashMap;

use csv::StringRecord;

use super::{DatedColumn, NAMES, is_date};
use crate::import::around::header_again::names_analyte;
use crate::import::columns::{ConditionCells, HemolysisCells, is_specimen_word};
use crate::import::date;
use crate::import::file::table::is_blank;
use crate::import::headers::header_unit::looks_like_unit;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};
use crate::import::plan::Plan;
use crate::import::rows::push_condition;
use crate::interpret::reported::{self, Status};

/// What rows say of one column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// When its samples were collected.
    pub(crate) collected: String,
    /// What is said of its samples in words that nobody here knows.
    pub(crate) alarm: String,
    said: Vec<(Role, Said)>,
}

/// A text, or several that differ.
#[derive(Clone, Debug, Default)]
struct Said {
    text: String,
    is_open: bool,
}

impl Told {
    /// Each role with what is said for it; nothing where two rows differ.
    pub(crate) fn said(&self) -> impl Iterator<Item = (Role, &str)> {
        let said = self.said.iter().filter(|(_, said)| !said.is_open);
        said.map(|(role, said)| (*role, said.text.as_str()))
    }

    /// What is said for a role.
    pub(crate) fn text(&self, role: Role) -> &str {
        let found = self.said().find(|(own, _)| *own == role);
        found.map_or("", |(_, text)| text)
    }

    fn take(&mut self, role: Role, text: &str) {
        let Some((_, said)) = self.said.iter_mut().find(|(own, _)| *own == role) else {
            let text = text.to_string();
            self.said.push((
                role,
                Said {
                    text,
                    is_open: false,
                },
            ));
            return;
        };
        match role {
            Role::Comment | Role::SpecimenCondition => {
                if !said.text.contains(text) {
                    said.text = format!("{}; {text}", said.text);
                }
            }
            // What leaves no result, or none that is final, goes before what does.
            Role::Status => {
                if reported::status(&said.text) == Status::Final {
                    said.text = text.to_string();
                }
            }
            _ => said.is_open |= said.text != text,
        }
    }

    /// Settles when the samples were collected, under this header: a row that says so goes before it, and a time of day is one
    /// of its day.
    fn settle(&mut self, header: &str) {
        let own = self.text(Role::Collected);
        let time = self.text(Role::CollectedTime);
        self.collected = match (own, time) {
            ("", "") => header.to_string(),
            ("", _) if date::has_time(header) => header.to_string(),
            ("", time) => format!("{header} {time}"),
            (own, "") => own.to_string(),
            (own, _) if date::has_time(own) => own.to_string(),
            (own, time) => format!("{own} {time}"),
        };
        self.said
            .retain(|(role, _)| ![Role::Collected, Role::CollectedTime].contains(role));
    }
}

/// Gathers what rows say, by patient.
#[derive(Debug, Default)]
pub(super) struct Reader(HashMap<String, Vec<Told>>);

impl Reader {
    /// Takes what a row says of the columns.
    pub(super) fn take(&mut self, plan: &Plan, record: &StringRecord, role: Role) {
        let label = label(plan, record);
        let is_condition = vocabulary::role(label) == Some(Role::SpecimenCondition);
        let about = HemolysisCells::of_row(label).filter(|_| is_condition);
        let patient = plan.pick(Role::Patient).text(record).trim();
        let columns = &plan.sheet.columns;
        let row: Vec<&str> = cells(plan, record).collect();
        let condition = ConditionCells::of(label, &row);
        let told = self.0.entry(patient.to_string()).or_default();
        told.resize_with(columns.len(), Told::default);
        for (told, column) in told.iter_mut().zip(columns) {
            let cell = record.get(column.value).unwrap_or("").trim();
            if is_blank(cell) {
                continue;
            }
            if is_condition && condition.is_told(cell) && told.alarm.is_empty() {
                told.alarm = cell.to_string();
            }
            // "350" says nothing without its label.
            let mut said = String::new();
            match (role, is_condition) {
                (Role::SpecimenCondition, _) => push_condition(&mut said, about.as_ref(), cell),
                (_, true) => said = format!("{label}: {cell}"),
                (_, false) => said = cell.to_string(),
            }
            if !said.is_empty() {
                told.take(role, &said);
            }
        }
    }

    /// All of it: what holds for every patient is told of each.
    pub(super) fn done(self, columns: &[DatedColumn]) -> HashMap<String, Vec<Told>> {
        let Reader(mut told) = self;
        let of_all = told.get("").cloned().unwrap_or_default();
        for told in told.values_mut() {
            for (own, all) in told.iter_mut().zip(&of_all) {
                let is_said = |role: Role| own.said.iter().any(|(said, _)| *said == role);
                let more = all.said.iter().filter(|(role, _)| !is_said(*role));
                let more: Vec<_> = more.cloned().collect();
                own.said.extend(more);
                if own.alarm.is_empty() {
                    own.alarm.clone_from(&all.alarm);
                }
            }
            for (told, column) in told.iter_mut().zip(columns) {
                told.settle(&column.collected);
            }
        }
        told
    }
}

/// What a row says of the columns; `None` for a row of an analyte, and for one of which that cannot be told: such a row is
/// given as it stands.
pub(crate) fn says(plan: &Plan, record: &StringRecord) -> Option<Role> {
    let cells: Vec<&str> = cells(plan, record).collect();
    if cells.is_empty() || has_unit_or_limits(plan, record) {
        return None;
    }
    let all = |fits: fn(&str) -> bool| cells.iter().all(|cell| fits(cell));
    let label = label(plan, record);
    if label.is_empty() {
        return (is_bare(plan, record) && all(is_time)).then_some(Role::CollectedTime);
    }
    if names_analyte(label) {
        return None;
    }
    let entry = vocabulary::entry(label)?;
    let role = match entry.role {
        Role::Collected | Role::CollectedTime if all(is_time) => Role::CollectedTime,
        Role::Collected | Role::CollectedTime | Role::Sample if all(is_date) => Role::Collected,
        role @ (Role::Received | Role::Reported) if all(is_date) => role,
        Role::Specimen | Role::Sample if all(is_specimen_word) => Role::Specimen,
        Role::Sample if all(|cell| cell.bytes().any(|c| c.is_ascii_digit())) => Role::Sample,
        role @ (Role::Comment | Role::Condition | Role::Status) => role,
        Role::SpecimenCondition if matches!(entry.kind, Kind::Plain | Kind::Alarm) => {
            Role::SpecimenCondition
        }
        role @ (Role::Patient | Role::Sex | Role::Age | Role::Birth)
            if !plan.pick(role).is_some() && entry.is_listed() =>
        {
            role
        }
        _ => return None,
    };
    // The times of a sheet are those of its columns; anything else under no patient is nobody's.
    let of_all = [Role::Collected, Role::CollectedTime].contains(&role);
    let patient = plan.pick(Role::Patient);
    (of_all || !patient.is_some() || !is_blank(patient.text(record))).then_some(role)
}

/// The same of a line above the header, where other lines speak of the patient.
pub(crate) fn says_above(plan: &Plan, line: &StringRecord) -> Option<Role> {
    const OF_COLUMNS: [Role; 6] = [
        Role::Sample,
        Role::Collected,
        Role::CollectedTime,
        Role::Received,
        Role::Reported,
        Role::Specimen,
    ];
    let is_for_all = cells(plan, line).count() == plan.sheet.columns.len();
    says(plan, line)
        .filter(|role| is_for_all && OF_COLUMNS.contains(role))
        .or_else(|| is_remark_by_column(plan, line).then_some(Role::Comment))
}

/// True for a line about the samples, or remarks on them, of which each cell stands where a date does below: `Hemolysis,,,0,3+`.
fn is_remark_by_column(plan: &Plan, line: &StringRecord) -> bool {
    let entry = vocabulary::entry(label(plan, line));
    let is_remark =
        entry.is_some_and(|entry| [Role::Comment, Role::SpecimenCondition].contains(&entry.role));
    let is_dated = |at: usize| plan.sheet.columns.iter().any(|column| column.value == at);
    let mut beside = line.iter().enumerate().filter(|(at, _)| !is_dated(*at));
    let is_silent = |cell: &str| {
        is_blank(cell) || cell.trim() == label(plan, line) || looks_like_unit(cell.trim())
    };
    is_remark && cells(plan, line).next().is_some() && beside.all(|(_, cell)| is_silent(cell))
}

/// True for the header once more, or another one: the analyte's column is called so again, or has no name, and dates stand
/// where results would.
pub(crate) fn is_header_again(plan: &Plan, record: &StringRecord) -> bool {
    let mut cells = cells(plan, record).peekable();
    let label = label(plan, record);
    let is_named = || {
        let entry = vocabulary::entry(label);
        entry.is_some_and(|entry| NAMES.contains(&entry.role))
    };
    cells.peek().is_some() && cells.all(is_date) && (label.is_empty() || is_named())
}

/// What the dated columns hold.
fn cells<'r>(plan: &Plan, record: &'r StringRecord) -> impl Iterator<Item = &'r str> {
    let columns = plan.sheet.columns.iter();
    let cells = columns.map(|column| record.get(column.value).unwrap_or("").trim());
    cells.filter(|cell| !is_blank(cell))
}

/// What stands where the analyte is named.
fn label<'r>(plan: &Plan, record: &'r StringRecord) -> &'r str {
    let texts = NAMES
        .iter()
        .map(|role| plan.pick(*role).text(record).trim());
    texts
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or("")
}

fn has_unit_or_limits(plan: &Plan, record: &StringRecord) -> bool {
    let says = |role: Role| !is_blank(plan.pick(role).text(record));
    looks_like_unit(plan.pick(Role::Unit).text(record))
        || [Role::Low, Role::High, Role::Range].into_iter().any(says)
}

/// True if nothing stands beside the dated columns.
fn is_bare(plan: &Plan, record: &StringRecord) -> bool {
    let is_dated = |at: usize| plan.sheet.columns.iter().any(|column| column.value == at);
    let mut others = record.iter().enumerate().filter(|(at, _)| !is_dated(*at));
    others.all(|(_, cell)| is_blank(cell))
}

/// True for a time of day.
fn is_time(cell: &str) -> bool {
    cell.contains(':') && date::has_time(&format!("2000-01-01 {cell}"))
}
