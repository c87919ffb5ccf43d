//! Columns that are not read and may tell when a sample was drawn.

use csv::StringRecord;

use super::{of_tests, unused};
use crate::import::Apart;
use crate::import::cells::day_and_time;
use crate::import::date::{self, DateReading};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::plan::Plan;
use crate::value::interval;

/// Whether there is a column of which nothing is read: it may tell rows of several times apart, whatever it is called, unless it
/// tells tests apart. And all columns by whose cells rows of a patient's day are told apart.
pub(crate) fn apart(plan: &Plan, rows: &[StringRecord]) -> (bool, Apart) {
    const WHEN: &[Role] = &[
        Role::CollectedTime,
        Role::Received,
        Role::Reported,
        Role::Condition,
    ];
    let of = |roles: &[Role]| -> Vec<usize> {
        let columns = plan.uses.iter().enumerate();
        let is_one = |role: &Role| roles.contains(role);
        let columns = columns.filter(|(_, used)| used.role.as_ref().is_some_and(is_one));
        columns.map(|(at, _)| at).collect()
    };
    let mut draw = of(WHEN);
    let read = draw.len();
    let untold = unused(plan).filter(|(at, header)| !of_tests::is_one(plan, rows, *at, header));
    draw.extend(untold.map(|(at, _)| at));
    (read < draw.len(), Apart { draw })
}

/// Headers of columns of dates that are not read, where no column says when a sample was collected: one of them may.
pub(crate) fn undated<'p>(plan: &'p Plan, rows: &[StringRecord]) -> Vec<&'p str> {
    let is_known = plan.pick(Role::Collected).is_some();
    unused(plan)
        .filter(|(at, header)| !is_known && !is_blank(header) && are_dates(rows, *at))
        .map(|(_, header)| header)
        .collect()
}

/// The header of the times of collection, where one of them is not read beside its day.
pub(crate) fn untimed<'p>(plan: &'p Plan, rows: &[StringRecord]) -> Vec<&'p str> {
    let columns = plan.pick(Role::CollectedTime).columns();
    let is_lost = |row: &StringRecord| {
        let text = |role: Role| plan.pick(role).text(row);
        day_and_time::is_lost(text(Role::Collected), text(Role::CollectedTime))
    };
    match rows.iter().any(is_lost) {
        true => columns.map(|at| plan.headers[at].as_str()).collect(),
        false => Vec::new(),
    }
}

/// True for digits that begin with a year in which blood is tested, as many as a day has, or a day and its minute or second:
/// `20240314`, `202403140810+0100`, `20240314T081000`.
fn is_compact(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let long = ["yyyymmdd", "yyyymmddhhmm", "yyyymmddhhmmss"];
    long.iter().any(|form| form.len() == digits)
        && (cell.len() == digits || cell[digits..].starts_with(['T', 'Z', '+']))
        && ["19", "20"].iter().any(|century| cell.starts_with(century))
}

/// True for a column that holds dates and nothing else.
fn are_dates(rows: &[StringRecord], at: usize) -> bool {
    // A number may be a date of some system, and any number.
    let is_date = |cell: &str| {
        let marked = cell.trim().contains(['-', '/', '.', ':', ' ', '年']) || is_compact(cell);
        marked && !matches!(date::read(cell, None), DateReading::Unreadable)
    };
    // "--" or "n/a" of a result that is not there.
    let says = |cell: &&str| !is_blank(cell) && !interval::is_missing(cell.trim());
    let cells = rows.iter().filter_map(|row| row.get(at));
    let mut filled = cells.filter(says).peekable();
    filled.peek().is_some() && filled.all(is_date)
}
