//! Columns that are not read and may tell when a sample was drawn.

use csv::StringRecord;

use super::unused;
use crate::import::date::{self, DateReading};
use crate::import::plan::Plan;
use crate::import::role::Role;
use crate::import::table::is_blank;
use crate::import::vocabulary;
use crate::value::interval;

/// True if a column of which nothing is read may tell rows of several times apart: dates, or visits, weeks, orders by their
/// number.
pub(crate) fn tells_times(plan: &Plan, rows: &[StringRecord]) -> bool {
    const TIMES: &[&str] = &[
        "visit",
        "date",
        "time",
        "day",
        "hour",
        "week",
        "month",
        "year",
        "point",
        "phase",
        "cycle",
        "encounter",
        "admission",
        "episode",
        "order",
        "draw",
        "seq",
        "run",
        "batch",
        "stay",
    ];
    let is_filled = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(at));
        cells.any(|cell| !is_blank(cell))
    };
    unused(plan).any(|(at, header)| {
        let folded = vocabulary::fold(header);
        are_dates(rows, at) || (TIMES.iter().any(|word| folded.contains(word)) && is_filled(at))
    })
}

/// Headers of columns of dates that are not read, where no column says when a sample was collected: one of them may.
pub(crate) fn undated<'p>(plan: &'p Plan, rows: &[StringRecord]) -> Vec<&'p str> {
    let is_known = plan.pick(Role::Collected).is_some();
    unused(plan)
        .filter(|(at, header)| !is_known && !is_blank(header) && are_dates(rows, *at))
        .map(|(_, header)| header)
        .collect()
}

/// True for a column that holds dates and nothing else.
fn are_dates(rows: &[StringRecord], at: usize) -> bool {
    // A number may be a date of some system, and any number.
    let is_date = |cell: &str| {
        let marked = cell.trim().contains(['-', '/', '.', ':', ' ', '年']);
        marked && !matches!(date::read(cell, None), DateReading::Unreadable)
    };
    // "--" or "n/a" of a result that is not there.
    let says = |cell: &&str| !is_blank(cell) && !interval::is_missing(cell.trim());
    let cells = rows.iter().filter_map(|row| row.get(at));
    let mut filled = cells.filter(says).peekable();
    filled.peek().is_some() && filled.all(is_date)
}
