//! The least and the most of a patient's own results, which are no limits.

use super::candidates::Candidate;
use super::limits::{are_numbers, column_of_values, number};
use super::{Seen, limits};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;

/// Headers that may be the least and the most of anything, folded.
const LEAST: &str = "min mini minimum minimo vmin valeurmin valormin valorminimo";
const MOST: &str =
    "max maxi maximum maximo maks maksi maksimum vmax valeurmax valormax valormaximo";

/// Takes out the limits that are the least and the most of a series: another column counts or averages the results, the results
/// lie on them and never outside, or only one of the two is there. Gives their columns.
pub(super) fn leave_series_out(candidates: &mut Vec<Candidate>, seen: &Seen) -> Vec<usize> {
    let of = |role: Role, words: &str| -> Vec<usize> {
        let of_role = candidates.iter().filter(|c| c.entry.role == role);
        let columns = of_role.map(|c| c.column);
        columns
            .filter(|at| vocabulary::is_among(&seen.headers[*at], words))
            .collect()
    };
    let (least, most) = (of(Role::Low, LEAST), of(Role::High, MOST));
    let has = |role: Role| candidates.iter().any(|c| c.entry.role == role);
    let has_series = || (0..seen.headers.len()).any(|at| limits::is_of_a_series(seen, at));
    let mut series = Vec::new();
    if has_series() {
        series.extend(least.iter().chain(&most));
    }
    // The most alone, of which stay? Or a limit?
    if !has(Role::Low) && !has(Role::Range) {
        series.extend(&most);
    }
    if let (Some(low), Some(high)) = (least.first(), most.first())
        && are_ends(seen, *low, *high)
    {
        series.extend([low, high]);
    }
    candidates.retain(|c| !series.contains(&c.column));
    series
}

/// True if no result lies outside of the two and half of them lie on one: those of a laboratory are met by chance.
fn are_ends(seen: &Seen, low: usize, high: usize) -> bool {
    const LEAST_ROWS: usize = 3;
    let Some(value) = column_of_values(seen) else {
        return false;
    };
    let (mut results, mut on_one) = (0usize, 0usize);
    for row in seen.rows {
        let cell = |at: usize| row.get(at).and_then(|cell| number(cell.trim()));
        let (Some(value), Some(low), Some(high)) = (cell(value), cell(low), cell(high)) else {
            continue;
        };
        if value < low || high < value {
            return false;
        }
        results += 1;
        on_one += usize::from(value == low || value == high);
    }
    LEAST_ROWS <= on_one && results <= on_one * 2 && are_numbers(seen, value)
}
