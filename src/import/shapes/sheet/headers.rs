//! Headers of sheets: dates, and what stands beside them.

use csv::StringRecord;

use super::NAMES;
use crate::import::date::{self, DateReading};
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;

/// True for a header that is a date, as it is written for people, or in eight digits: a shorter number is any number.
pub(in crate::import) fn is_date(text: &str) -> bool {
    let text = date_in(text);
    let is_marked = text.contains(['-', '/', '.', ' ', '年', '년']);
    let is_compact = text.len() == "20240131".len() && text.starts_with(['1', '2']);
    (is_marked || is_compact)
        && !matches!(
            date::read(text, None),
            DateReading::Unreadable | DateReading::Missing
        )
}

/// The date of a header, without the word for results in front of it: `Result 14/03/2024`.
pub(in crate::import) fn date_in(header: &str) -> &str {
    let header = header.trim();
    let is_of_results = |word: &str| vocabulary::role(word) == Some(Role::Value);
    let behind = header.split_once([' ', '_', '\n']);
    let behind = behind.filter(|(word, _)| is_of_results(word));
    behind.map_or(header, |(_, rest)| rest.trim())
}

/// True for the header of a sheet: one cell is a word for the analyte, and all that begin with a number are dates. One date
/// alone stands beside a word for units or limits.
pub(in crate::import) fn is_header(header: &StringRecord) -> bool {
    let has = |roles: &[Role]| {
        let mut cells = header.iter().filter_map(vocabulary::role);
        cells.any(|role| roles.contains(&role))
    };
    let mut numbers = header.iter().filter(|cell| begins_like_number(cell));
    let dates = header.iter().filter(|cell| is_date(cell)).count();
    let is_measured = has(&[Role::Unit, Role::Range, Role::Low, Role::High]);
    // The column of the names may have none itself.
    let first = header.get(0).unwrap_or("");
    let is_named = has(&NAMES)
        || (is_measured && is_blank(first))
        // "Date" above the names, in front of the dates.
        || (1 < dates && vocabulary::role(first) == Some(Role::Collected));
    0 < dates && is_named && (1 < dates || is_measured) && numbers.all(is_date)
}
