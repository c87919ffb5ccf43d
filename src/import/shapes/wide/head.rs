//! Rows between the header and the first result that say something of the columns: their units, their limits.

use csv::StringRecord;

use super::WideColumn;
use crate::import::around::above;
use crate::import::columns::{Seen, is_interval};
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::header_unit::looks_like_unit;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::value::comparator::says_nothing;

/// Rows that are looked at: units, a low limit, a high one, an interval, a critical one of each.
pub(crate) const MOST: usize = 6;

/// Takes what the first rows say of the columns; how many rows these are.
pub(crate) fn take(seen: &Seen, wide: &mut [WideColumn]) -> usize {
    let mut taken = 0;
    for row in seen.rows.iter().take(MOST) {
        if above::fill_specimens(row, wide) {
            taken += 1;
            continue;
        }
        let Some(says) = says(row, wide, taken) else {
            break;
        };
        for column in wide.iter_mut() {
            let cell = row.get(column.value).unwrap_or("").trim();
            let place = match says {
                // Its header and the row may name two.
                Role::Unit if !column.unit.is_empty() => &mut column.unit_beside,
                Role::Unit => &mut column.unit,
                Role::Low => &mut column.low,
                Role::High => &mut column.high,
                Role::CriticalLow => &mut column.critical_low,
                Role::CriticalHigh => &mut column.critical_high,
                _ => &mut column.range,
            };
            if place.is_empty() && !is_blank(cell) && !(says == Role::Range && says_nothing(cell)) {
                *place = cell.to_string();
            }
        }
        taken += 1;
    }
    taken
}

/// What a row says of the columns, if it says nothing else; how many such rows stand above it.
fn says(row: &StringRecord, wide: &[WideColumn], above: usize) -> Option<Role> {
    let is_result = |at: usize| wide.iter().any(|column| column.value == at);
    let cells = row.iter().enumerate();
    let (of_columns, others): (Vec<_>, Vec<_>) = cells.partition(|(at, _)| is_result(*at));
    let (of_columns, mut others) = (filled(&of_columns), filled(&others));
    // What the row says of a column that is not read: "18-25" under BMI.
    let is_alike = |cell: &&str| {
        is_range(cell) || (looks_like_unit(cell) && vocabulary::entry(cell).is_none())
    };
    if let Some(label) = others.iter().position(|cell| !is_alike(cell))
        && label == 0
    {
        let behind = others.split_off(1);
        others.extend(behind.into_iter().filter(|cell| !is_alike(cell)));
    }
    if of_columns.is_empty() {
        return None;
    }
    let all = |fits: fn(&str) -> bool| of_columns.iter().all(|cell| fits(cell));
    // A title such as "Unit", or none.
    let silent = !others
        .iter()
        .any(|cell| cell.bytes().any(|c| c.is_ascii_digit()) && !looks_like_unit(cell));
    // "C" is the temperature's, and no result.
    let are_units = of_columns.iter().any(|cell| looks_like_unit(cell))
        && all(|cell| looks_like_unit(cell) || is_degree(cell));
    if are_units && 2 <= of_columns.len() && silent {
        return Some(Role::Unit);
    }
    let is_unlabelled = match others.as_slice() {
        [] => true,
        [label] => ["ri", "rr", "ref int", "bri"]
            .iter()
            .any(|own| label.eq_ignore_ascii_case(own)),
        _ => false,
    };
    let ranges = of_columns.iter().filter(|cell| is_range(cell)).count();
    // Nobody's results are two intervals, and below the units not even one.
    let are_ranges = 2 <= ranges || (ranges == 1 && 0 < above);
    if is_unlabelled && are_ranges && all(is_in_row_of_ranges) {
        return Some(Role::Range);
    }
    let [label] = others.as_slice() else {
        return None;
    };
    match vocabulary::entry(without_year(label))?.role {
        Role::Unit if all(looks_like_unit) => Some(Role::Unit),
        role @ (Role::Low | Role::High | Role::CriticalLow | Role::CriticalHigh)
            if all(begins_like_number) =>
        {
            Some(role)
        }
        Role::Range => Some(Role::Range),
        _ => None,
    }
}

/// The unit of a temperature.
fn is_degree(cell: &str) -> bool {
    ["C", "F", "\u{b0}C", "\u{b0}F", "\u{2103}"].contains(&cell)
}

/// An interval with two ends, perhaps in brackets: nobody's results are all of them; "<5" is a result.
fn is_range(cell: &str) -> bool {
    let inside = cell.trim_start_matches(['(', '[']);
    is_interval(cell) && inside.starts_with(|c: char| c.is_ascii_digit())
}

/// What stands among intervals where a test has one limit, none, or a word instead.
fn is_in_row_of_ranges(cell: &str) -> bool {
    is_interval(cell) || !cell.bytes().any(|c| c.is_ascii_digit())
}

/// A label without the year behind it: "Reference 2024".
fn without_year(label: &str) -> &str {
    const DIGITS: usize = 4;
    let words = label.trim_end_matches(|c: char| c.is_ascii_digit());
    match label.len() - words.len() {
        DIGITS => words.trim_end(),
        _ => label,
    }
}

/// Cells that say something.
fn filled<'r>(cells: &[(usize, &'r str)]) -> Vec<&'r str> {
    let cells = cells.iter().map(|(_, cell)| cell.trim());
    cells.filter(|cell| !is_blank(cell)).collect()
}
