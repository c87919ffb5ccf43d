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
    let rows = rows_of_head(seen, wide);
    for (row, says) in &rows {
        for column in wide.iter_mut() {
            let cell = row.get(column.value).unwrap_or("").trim();
            let place = match says.role {
                Role::Specimen => continue,
                // Its header and the row may name two.
                Role::Unit if !column.unit.is_empty() => &mut column.unit_beside,
                Role::Unit => &mut column.unit,
                Role::Low => &mut column.low,
                Role::High => &mut column.high,
                Role::CriticalLow => &mut column.critical_low,
                Role::CriticalHigh => &mut column.critical_high,
                _ => &mut column.range,
            };
            if place.is_empty()
                && !is_blank(cell)
                && !(says.role == Role::Range && says_nothing(cell))
            {
                *place = cell.to_string();
                column.limits_are_told |= says.is_bare;
            }
        }
    }
    rows.len()
}

/// What a row above the results says of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Says {
    role: Role,
    /// No word tells that the numbers are those of healthy people: they may be of controls, or what is to be called.
    is_bare: bool,
}

impl Says {
    fn of(role: Role) -> Says {
        Says {
            role,
            is_bare: false,
        }
    }
}

/// The rows in front of the first result, and what each says.
fn rows_of_head<'r>(seen: &Seen<'r>, wide: &mut [WideColumn]) -> Vec<(&'r StringRecord, Says)> {
    let roles = seen.headers.iter().map(|header| vocabulary::role(header));
    let roles: Vec<Option<Role>> = roles.collect();
    let mut rows = Vec::new();
    for row in seen.rows.iter().take(MOST) {
        let role = match above::fill_specimens(row, wide) {
            true => Some(Says::of(Role::Specimen)),
            false => says(row, wide, &roles, rows.len()),
        };
        let Some(says) = role else { break };
        rows.push((row, says));
    }
    // "Low", "Normal", "High" are levels of a control: limits have both sides, one below the other.
    let is_side = |at: usize, role: Role| {
        rows.get(at)
            .is_some_and(|(_, says): &(_, Says)| says.role == role)
    };
    let is_alone = |at: usize| {
        let other = match rows[at].1.role {
            Role::Low => Role::High,
            Role::High => Role::Low,
            _ => return false,
        };
        rows[at].1.is_bare && !is_side(at + 1, other) && !(0 < at && is_side(at - 1, other))
    };
    let end = (0..rows.len())
        .find(|at| is_alone(*at))
        .unwrap_or(rows.len());
    rows.truncate(end);
    rows
}

/// What a row says of the columns, whose headers have these roles, if it says nothing else; how many such rows stand above it.
fn says(
    row: &StringRecord,
    wide: &[WideColumn],
    roles: &[Option<Role>],
    above: usize,
) -> Option<Says> {
    let is_result = |at: usize| wide.iter().any(|column| column.value == at);
    let cells = || row.iter().enumerate();
    // Limits of those of an age are nobody else's: "Reference,,0-1".
    let role_of_range = |(at, cell): (usize, &str)| {
        let role = roles.get(at).copied().flatten();
        role.filter(|_| !is_result(at) && is_range(cell.trim()))
    };
    if cells().filter_map(role_of_range).any(is_of_person) {
        return None;
    }
    let (of_columns, others): (Vec<_>, Vec<_>) = cells().partition(|(at, _)| is_result(*at));
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
    // In place of a patient "0-1 y" is a label.
    if others.iter().all(is_alike) && cells().find_map(role_of_range).is_none() {
        others.clear();
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
        return Some(Says::of(Role::Unit));
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
        return Some(Says {
            role: Role::Range,
            is_bare: others.is_empty(),
        });
    }
    let [label] = others.as_slice() else {
        return None;
    };
    // "Ref 1001", "Normal" may be somebody whose results are numbers.
    let may_be_ranges = 0 < ranges || !of_columns.iter().any(|cell| is_number(cell));
    let found = match vocabulary::role(label) {
        Some(Role::Unit) if all(looks_like_unit) => Role::Unit,
        Some(role @ (Role::Low | Role::High | Role::CriticalLow | Role::CriticalHigh))
            if all(begins_like_number) =>
        {
            role
        }
        _ if may_be_ranges && vocabulary::role(without_year(label)) == Some(Role::Range) => {
            Role::Range
        }
        _ => return None,
    };
    Some(Says {
        role: found,
        is_bare: is_bare(label),
    })
}

/// True for a label that says no more than that there are two sides: of what, a control or a patient, it does not say.
fn is_bare(label: &str) -> bool {
    const BARE: &[&str] = &[
        "low", "high", "lower", "upper", "lo", "hi", "min", "max", "minimum", "maximum", "limits",
        "range",
    ];
    BARE.contains(&vocabulary::fold(label).as_str())
}

/// True for a column that says whose limits may be meant.
fn is_of_person(role: Role) -> bool {
    [Role::Age, Role::Sex, Role::Birth, Role::Pregnancy].contains(&role)
}

/// A number alone, with whichever decimal mark.
fn is_number(cell: &str) -> bool {
    cell.bytes()
        .all(|c| c.is_ascii_digit() || matches!(c, b'.' | b','))
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
    let words = label.trim_end_matches(|c: char| c.is_ascii_digit());
    match label[words.len()..].parse() {
        Ok(1980..=2099) => words.trim_end(),
        _ => label,
    }
}

/// Cells that say something.
fn filled<'r>(cells: &[(usize, &'r str)]) -> Vec<&'r str> {
    let cells = cells.iter().map(|(_, cell)| cell.trim());
    cells.filter(|cell| !is_blank(cell)).collect()
}
