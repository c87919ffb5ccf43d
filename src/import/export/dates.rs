//! Dates of collection that cannot be read: how many, and what to write instead.

use csv::StringRecord;

use crate::import::date::{self, DateReading};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::plan::Plan;

/// What is to be said of them, if there are some. Words ("baseline", "Visit 2") are no dates; of an impossible day its row
/// tells.
pub(super) fn unread(plan: &Plan, rows: &[StringRecord]) -> Option<String> {
    let pick = plan.pick(Role::Collected);
    let column = pick.columns().next()?;
    if vocabulary::counts_from_stay(&plan.headers[column]) {
        return None;
    }
    let cells = rows.iter().map(|row| pick.text(row).trim());
    let cells: Vec<&str> = cells.filter(|cell| !is_blank(cell)).collect();
    let looked = rows.len();
    if !cells.is_empty() && cells.iter().all(|cell| is_serial(cell)) {
        return Some(format!(
            "{} of the first {looked} rows have a number of five digits for the date of collection, as a spreadsheet counts days: \
             which day it means is not guessed; format the column as dates (YYYY-MM-DD HH:MM) and export again",
            cells.len()
        ));
    }
    let is_unread = |cell: &&&str| {
        says_year(cell)
            && matches!(date::read(cell, None), DateReading::Unreadable)
            && !date::is_impossible(cell, None)
    };
    let unread = cells.iter().filter(is_unread).count();
    (0 < unread).then(|| {
        format!(
            "{unread} of the first {looked} rows have a date of collection that is not read: their day is not known; write it as \
             YYYY-MM-DD HH:MM"
        )
    })
}

/// Days since 1900, of about these decades, with or without a part of a day.
fn is_serial(cell: &str) -> bool {
    let (days, part) = cell.split_once(['.', ',']).unwrap_or((cell, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let is_of_this_age = days
        .parse::<u32>()
        .is_ok_and(|days| (30_000..60_000).contains(&days));
    days.len() == 5 && are_digits(days) && are_digits(part) && is_of_this_age
}

/// A year of four digits among other numbers: what is meant for a date.
fn says_year(cell: &str) -> bool {
    let numbers = cell.split(|c: char| !c.is_ascii_digit());
    let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
    let is_year =
        |number: &&str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    numbers.iter().any(is_year) && 1 < numbers.len()
}
