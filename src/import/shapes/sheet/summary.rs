//! Columns of a sheet that sum the dates up: the latest result, the mean, the lowest and the highest. They are no results of
//! their own, and no limits.

use rust_decimal::Decimal;

use crate::import::columns::{Columns, Seen};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::observation::NumberStyle;
use crate::value::read_number;

/// Why such a column is not read.
const WHY: &str = "sums up the columns of the dates";

/// Headers of what is worked out from the dates, or holds for none of them, folded.
#[rustfmt::skip]
const WORKED_OUT: &[&str] = &[
    "mean", "average", "avg", "median", "sd", "std", "stdev", "stddev", "cv", "change", "pctchange", "changepct", "percentchange",
    "changepercent", "delta", "trend", "difference", "diff", "slope", "spread", "count", "n", "nresults", "noofresults", "tests",
    "mittelwert", "mittel", "durchschnitt", "verlauf", "veranderung", "differenz", "anzahl", "moyenne", "evolution", "tendance",
    "media", "promedio", "tendencia", "variazione", "andamento", "optimal", "optimum", "optimalrange", "target", "targetrange",
    "targetvalue", "goal", "zielwert", "zielbereich", "functionalrange", "zscore", "percentile",
];

/// Headers of one of the results of the row, folded.
#[rustfmt::skip]
const REPEATED: &[&str] = &[
    "latest", "latestresult", "latestvalue", "last", "lastresult", "lastvalue", "current", "currentvalue", "mostrecent",
    "mostrecentresult", "mostrecentvalue", "recent", "newest", "first", "firstresult", "previous", "prior", "lowest", "highest",
    "low", "high", "min", "max", "minimum", "maximum", "aktuell", "letzter", "letzterwert", "letzte", "dernier", "derniere", "ultimo", "ultimovalor",
    "ultimovalore", "actual", "minimo", "maximo", "massimo", "tiefst", "hochst",
];

/// True for such a column. One that repeats a result does so in every row: it may be of a date of its own.
pub(super) fn is_one(seen: &Seen, dated: &[usize], at: usize) -> bool {
    let header = vocabulary::fold(&seen.headers[at]);
    let header = header.as_str();
    WORKED_OUT.contains(&header) || (REPEATED.contains(&header) && repeats(seen, dated, at))
}

/// True for a column that counts the rows: 1, 2, 3.
pub(super) fn counts_rows(seen: &Seen, at: usize) -> bool {
    let numbers: Option<Vec<usize>> = seen.cells(at).map(|cell| cell.parse().ok()).collect();
    numbers.is_some_and(|numbers| {
        1 < numbers.len() && numbers[0] <= 1 && numbers.windows(2).all(|two| two[0] + 1 == two[1])
    })
}

/// True if each cell of a column that says something stands under one of the dates too.
fn repeats(seen: &Seen, dated: &[usize], at: usize) -> bool {
    seen.rows.iter().all(|row| {
        let cell = |at: usize| row.get(at).unwrap_or("").trim();
        is_blank(cell(at)) || dated.iter().any(|date| is_same(cell(*date), cell(at)))
    })
}

/// The same text, or the same number.
fn is_same(one: &str, other: &str) -> bool {
    one == other || number(one).zip(number(other)).is_some_and(|(a, b)| a == b)
}

/// The number that a cell begins with, whatever flag stands behind it; a point or a comma is that of decimals, in all cells alike.
fn number(cell: &str) -> Option<Decimal> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let cell = cell.trim_start_matches(['<', '>', ' ']);
    let end = cell.find(|c: char| !is_part(c)).unwrap_or(cell.len());
    read_number(&cell[..end].replace(',', "."), NumberStyle::default())
}

/// Leaves "Min" and "Max" where they are the lowest and the highest result of each row: as limits they would call
/// every result normal.
pub(super) fn leave_extremes(columns: &mut Columns, seen: &Seen, dated: &[usize]) {
    for role in [Role::Low, Role::High] {
        let extremes = columns.of(role).iter().copied();
        let extremes = extremes.filter(|at| are_extremes(seen, dated, *at, role == Role::Low));
        let extremes: Vec<usize> = extremes.collect();
        columns.leave(WHY, role, |at| !extremes.contains(&at));
    }
}

/// True if a column holds the lowest, or the highest, of the numbers of each row, and a row has two that differ.
fn are_extremes(seen: &Seen, dated: &[usize], at: usize, lowest: bool) -> bool {
    let mut is_told = false;
    for row in seen.rows {
        let number = |at: usize| number(row.get(at).unwrap_or("").trim());
        let Some(end) = number(at) else { continue };
        let mut numbers: Vec<Decimal> = dated.iter().filter_map(|at| number(*at)).collect();
        numbers.sort_unstable();
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
            continue;
        };
        if *(if lowest { first } else { last }) != end {
            return false;
        }
        is_told |= first != last;
    }
    is_told
}
