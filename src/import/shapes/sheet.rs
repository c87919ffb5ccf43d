//! Cumulative sheets: one row for each analyte, one column for each date, as hospital systems print a patient's course.
//!
//! Each column is one sample, and each of its cells that says something a result of the row's analyte, in the row's unit and
//! with the row's limits, collected when the header of its column says. Nothing is taken for such a sheet that may be read
//! otherwise: every other column says something of the analyte or of the patient, or holds no number.

mod headers;
mod summary;
mod told;

use std::collections::HashMap;

use crate::error::Result;
use crate::import::cells::asked::Asked;
use crate::import::columns::{Columns, Seen, are_flags, are_intervals};
use crate::import::file::opening::Opened;
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::header_unit::{looks_like_unit, split_known};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::plan::Plan;
use crate::person::year_in;

pub(in crate::import) use headers::{date_in, is_date, is_header};
pub(crate) use told::{Told, is_header_again, says, says_above};

/// The dated columns of a sheet, and what rows of it say of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) columns: Vec<DatedColumn>,
    /// By patient, what rows without an analyte say of each column; under an empty name what holds for every patient.
    told: HashMap<String, Vec<Told>>,
}

/// One column of results.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DatedColumn {
    pub(crate) value: usize,
    /// Its header.
    pub(crate) collected: String,
    /// The column of its flags, and what their header asks.
    pub(crate) flag: Option<(usize, Asked)>,
    /// The column of comments on its results.
    pub(crate) comment: Option<usize>,
}

impl DatedColumn {
    /// The columns that belong to it.
    pub(crate) fn all(&self) -> impl Iterator<Item = usize> {
        let beside = [self.flag.map(|(at, _)| at), self.comment];
        std::iter::once(self.value).chain(beside.into_iter().flatten())
    }
}

/// Roles of columns that speak of the analyte or of the patient, whatever the date.
const OF_ALL_DATES: &[Role] = &[
    Role::Patient,
    Role::Sex,
    Role::Age,
    Role::AgeUnit,
    Role::Birth,
    Role::Name,
    Role::Code,
    Role::Loinc,
    Role::Specimen,
    Role::Category,
    Role::Pregnancy,
    Role::Unit,
    Role::Low,
    Role::High,
    Role::Range,
    Role::CriticalLow,
    Role::CriticalHigh,
    Role::CriticalRange,
    Role::Comment,
];

/// Roles that make a column that of analytes.
const NAMES: [Role; 3] = [Role::Name, Role::Code, Role::Loinc];

/// Finds the dated columns of a sheet, and leaves its other columns the roles they have there. `is_stated`: a layout says that
/// it is one. `None` for every other table.
pub(crate) fn find(seen: &Seen, mut columns: Columns, is_stated: bool) -> Option<(Columns, Sheet)> {
    let is_dated = |at: usize| columns.uses[at].role.is_none() && is_date(&seen.headers[at]);
    let dated: Vec<usize> = (0..seen.headers.len()).filter(|at| is_dated(*at)).collect();
    if dated.is_empty() || !columns.later.is_empty() || columns.pair.is_some() {
        return None;
    }
    columns.take_names_under_dates(seen);
    columns.add_name_beside_dates(seen);
    if !NAMES.iter().any(|role| columns.has(*role)) {
        return None;
    }
    summary::leave_extremes(&mut columns, seen, &dated);
    // A unit of each date is another table.
    let is_unit = |at: usize| vocabulary::role(&seen.headers[at]) == Some(Role::Unit);
    let units: Vec<usize> = (0..seen.headers.len()).filter(|at| is_unit(*at)).collect();
    if 1 < units.len()
        && units
            .iter()
            .any(|at| dated.iter().any(|date| date + 1 == *at))
    {
        return None;
    }
    let (mut flags, mut comments, mut left) = (Vec::new(), Vec::new(), Vec::new());
    let mut counting = Vec::new();
    let is_nameless_and_empty = |at: usize| {
        seen.headers.get(at).is_some_and(|header| is_blank(header)) && seen.is_empty(at)
    };
    // Another date has a column like it, in which nothing was to be said.
    let are_of_each = dated.iter().any(|date| is_nameless_and_empty(date + 1));
    for (at, header) in seen.headers.iter().enumerate() {
        if dated.contains(&at) {
            continue;
        }
        // Which date stands before it, with nothing between that belongs to none.
        let before = at.checked_sub(1).and_then(|before| {
            let beside = flags.iter().chain(&comments);
            let mut beside = beside.filter(|(_, own)| *own == before);
            let of_beside = || beside.next().map(|(date, _)| *date);
            dated
                .iter()
                .copied()
                .find(|date| *date == before)
                .or_else(of_beside)
        });
        match (role(seen, &columns, at), before) {
            (Some(Role::Flag), Some(date)) => flags.push((date, at)),
            (Some(Role::Comment), Some(date)) => comments.push((date, at)),
            (Some(role), _) if OF_ALL_DATES.contains(&role) => {}
            // Of which date, nobody knows: told with the columns that are not read.
            (Some(Role::Status), _) => left.push(at),
            (Some(Role::Sample), _) if summary::counts_rows(seen, at) => counting.push(at),
            (Some(_), _) => return None,
            (None, _) if seen.is_empty(at) || summary::is_one(seen, &dated, at) => {}
            (None, _) if summary::counts_rows(seen, at) => {}
            (None, Some(date)) if is_blank(header) && are_flags(seen, at) => flags.push((date, at)),
            (None, _) if is_left_range(seen, &columns, at) => columns.take_range(at),
            (None, _) if is_stated => {}
            (None, _) if is_blank(header) || seen.has_numbers(at) => return None,
            (None, _) => {}
        }
    }
    // Behind the last of several dates one flag is of nobody knows which, and told so; one comment is of all.
    let is_of_all = |beside: &[(usize, usize)]| {
        if are_of_each && beside.iter().all(|(_, at)| is_blank(&seen.headers[*at])) {
            return false;
        }
        let is_last = beside.iter().all(|(date, _)| dated.last() == Some(date));
        1 < dated.len() && beside.len() == 1 && is_last
    };
    if is_of_all(&flags) {
        flags.clear();
    }
    if is_of_all(&comments) {
        comments.clear();
    }
    for beside in [&flags, &comments] {
        if beside.windows(2).any(|two| two[0].0 == two[1].0) {
            return None;
        }
    }
    let has_results = || dated.iter().any(|at| seen.has_numbers(*at));
    if !is_stated && (!is_measured(seen, &columns) || !has_results()) {
        return None;
    }
    columns.retain("belongs to the date before it, or to none", |role| {
        role != Role::Flag
    });
    columns.leave("counts the rows", Role::Sample, |at| {
        !counting.contains(&at)
    });
    columns.leave("of which date is not said", Role::Status, |at| {
        !left.contains(&at)
    });
    columns.leave("belongs to the date before it", Role::Comment, |at| {
        !comments.iter().any(|(_, own)| *own == at)
    });
    let beside = |columns: &[(usize, usize)], date: usize| {
        let mut columns = columns.iter();
        columns.find(|(own, _)| *own == date).map(|(_, at)| *at)
    };
    let dated = dated.iter().map(|value| DatedColumn {
        value: *value,
        collected: date_in(&seen.headers[*value]).to_string(),
        flag: beside(&flags, *value).map(|at| (at, Asked::of(&seen.headers[at]))),
        comment: beside(&comments, *value),
    });
    let sheet = Sheet {
        columns: dated.collect(),
        told: HashMap::new(),
    };
    Some((columns, sheet))
}

/// The role of a column; under the header of another one it has the same, if that is of a result.
fn role(seen: &Seen, columns: &Columns, at: usize) -> Option<Role> {
    let folded = |at: usize| vocabulary::fold(&seen.headers[at]);
    let of_result = [Role::Flag, Role::Comment];
    let again = || {
        let mut before = (0..at).filter(|before| folded(*before) == folded(at));
        let role = before.find_map(|before| columns.uses[before].role);
        role.filter(|role| of_result.contains(role))
    };
    columns.uses[at].role.or_else(again)
}

/// A column of intervals whose header is one of them where other columns say so too: here no column of results stands beside
/// it for the comparison.
fn is_left_range(seen: &Seen, columns: &Columns, at: usize) -> bool {
    let is_of_intervals =
        vocabulary::entry(&seen.headers[at]).is_some_and(|entry| entry.may_be(Role::Range));
    is_of_intervals && !columns.has(Role::Range) && are_intervals(seen.rows, at)
}

/// True if the rows are of measurements: one names an analyte that is known, and units or limits are stated. How often a test
/// was asked for on each day is another table.
fn is_measured(seen: &Seen, columns: &Columns) -> bool {
    let names = || NAMES.iter().flat_map(|role| columns.of(*role));
    let names = || names().flat_map(|at| seen.cells(*at));
    let is_known = |name: &str| split_known(name, seen.known).is_some();
    let has_unit =
        |name: &str| split_known(name, seen.known).is_some_and(|(_, unit)| !unit.is_empty());
    let of = |roles: &[Role], fits: fn(&str) -> bool| {
        let columns = roles.iter().flat_map(|role| columns.of(*role));
        columns.copied().any(|at| seen.cells(at).any(fits))
    };
    // "Unit" may be one of a hospital.
    let is_stated = of(&[Role::Unit], looks_like_unit)
        || of(&[Role::Low, Role::High], begins_like_number)
        || of(&[Role::Range], |cell| !is_blank(cell))
        || !columns.limits_by_sex.is_empty()
        || names().any(has_unit);
    is_stated && (names().any(is_known) || columns.has(Role::Loinc))
}

impl Sheet {
    /// When the samples were collected, by the headers.
    pub(crate) fn dates(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.collected.as_str())
    }

    /// One of the dates, if all are of one year: then an age that is stated once holds for all of them.
    pub(crate) fn of_one_year(&self) -> Option<&str> {
        let first = self.dates().next()?;
        let year = year_in(first)?;
        self.dates()
            .all(|date| year_in(date) == Some(year))
            .then_some(first)
    }

    /// What is told of each column for a patient; nothing where no row does.
    pub(crate) fn told(&self, patient: &str) -> &[Told] {
        let own = self.told.get(patient.trim());
        own.or_else(|| self.told.get("")).map_or(&[], Vec::as_slice)
    }
}

/// Reads what the lines above the header, and rows without an analyte, say of the columns.
pub(in crate::import) fn read_told(plan: &mut Plan, opened: &Opened) -> Result<()> {
    let mut reader = told::Reader::default();
    for line in &opened.above {
        if let Some(role) = says_above(plan, line) {
            reader.take(plan, line, role);
        }
    }
    opened.each_row(|row| {
        if let Some(role) = says(plan, row) {
            reader.take(plan, row, role);
        }
        true
    })?;
    plan.sheet.told = reader.done(&plan.sheet.columns);
    Ok(())
}
