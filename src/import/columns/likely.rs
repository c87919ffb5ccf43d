//! Whether pairs of numbers under a header of anything, "Ref" or `From` and `To`, are printed limits: the sicker the patients,
//! the fewer results lie inside, so that it is not what lies inside that tells.

mod pairs;
mod rows;

use csv::StringRecord;

use super::Seen;
use super::limits::number;
use crate::age;
use crate::interpretation::Limit;
use crate::observation::NumberStyle;
use crate::value::interval::{self, Printed};
use crate::value::to_f64;
use pairs::Pairs;
use rows::Row;

/// What pairs of numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likely {
    /// Limits of the results beside them.
    Limits,
    /// Perhaps: nobody can tell.
    Open,
    /// Numbers of orders, pages, or whatever.
    Other,
}

/// A pair of a row: the lower number, the higher one, and whether it says of itself that it is an interval.
type Stated = (f64, f64, bool);

/// What the cells of a column are, each of which holds both numbers: `137-147`.
pub(super) fn texts(seen: &Seen, column: usize) -> Likely {
    likely(seen, |row| {
        let cell = row.get(column)?.trim();
        let (low, high, unit) = interval(cell)?;
        // "137 to 147", "[137-147]", "137-147 mmol/L". Days to wait are another matter.
        let says = cell.contains(|c: char| c.is_alphabetic() || matches!(c, '[' | '('));
        Some((low?, high?, says && !age::is_unit(unit)))
    })
}

/// The limits in a cell, as far as it states some.
pub(super) fn ends(cell: &str) -> (Option<f64>, Option<f64>) {
    interval(cell).map_or((None, None), |(low, high, _)| (low, high))
}

/// The limits in a cell and the unit behind them, with whichever decimal mark: the file's is not known yet.
fn interval(cell: &str) -> Option<(Option<f64>, Option<f64>, &str)> {
    let read = |decimal_comma: bool| {
        let style = NumberStyle {
            decimal_comma,
            ..NumberStyle::default()
        };
        let Printed::Interval(low, high, unit) = interval::text(cell, style) else {
            return None;
        };
        let end = |limit: Option<Limit>| limit.map(|limit| to_f64(limit.value));
        Some((end(low), end(high), unit))
    };
    read(false).or_else(|| read(true))
}

/// What the cells of two columns are, of which one holds the lower number and one the higher.
pub(super) fn columns(seen: &Seen, low: usize, high: usize) -> Likely {
    likely(seen, |row| {
        let cell = |at: usize| row.get(at).map(str::trim);
        let read = |cells: [String; 2]| {
            let [low, high] = cells.map(|cell| number(&cell));
            Some((low?, high?, false))
        };
        let cells = [cell(low)?, cell(high)?];
        let plain = read(cells.map(String::from))?;
        // "15" and "1,100".
        let in_thousands =
            || read(cells.map(without_thousands)).filter(|(low, high, _)| low < high);
        match plain.0 < plain.1 {
            true => Some(plain),
            false => in_thousands().or(Some(plain)),
        }
    })
}

/// A number without the mark between its thousands, if it has one.
fn without_thousands(cell: &str) -> String {
    let is_group = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    match cell.split_once(',') {
        Some((front, behind)) if is_group(behind) => format!("{front}{behind}"),
        _ => cell.to_string(),
    }
}

/// Limits are those of their test, of the order of its results, whatever the row. A number of an order is that of all tests in it,
/// or of its row alone.
fn likely(seen: &Seen, stated: impl Fn(&StringRecord) -> Option<Stated>) -> Likely {
    let all = rows::read(seen, stated);
    let (rows, reversed): (Vec<Row>, Vec<Row>) = all.into_iter().partition(Row::is_ordered);
    let all = rows.len();
    let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    // A limit of a known test may lie far from the result of somebody ill.
    let near = count(&|row| row.is_near || row.fits == Some(true));
    let strange = count(&|row| row.fits == Some(false));
    // Of a known test they would be none.
    if all <= reversed.len() || near * 2 < all || all < strange * 2 {
        return Likely::Other;
    }
    let pairs = Pairs::of(&rows);
    if rows::are_pages(&rows) {
        return Likely::Other;
    }
    // What most of the tests vouch for is not passed over, however it looks.
    let at_most = match all < count(&|row| row.fits == Some(true)) * 2 {
        true => Likely::Open,
        false => Likely::Other,
    };
    if pairs.are_around(&rows) || pairs.count() || pairs.are_hours() {
        return at_most;
    }
    if all < strange * FEW {
        return Likely::Open;
    }
    let likely = match (pairs.are_several_tests(), pairs.are_alike()) {
        // What a few cells say is said of them.
        _ if all * 2 <= count(&|row| row.says) * 3 => Likely::Limits,
        // Two tests may have the same limits, but not one of them above another number than zero and for all.
        (true, true) if pairs.begin_at_nothing() => Likely::Open,
        (true, true) => at_most,
        (true, false) if !pairs.are_of_tests() => at_most,
        (true, false) if pairs.differ_on_both_sides() && all * 2 <= near * 3 => Likely::Limits,
        (true, false) if near * 5 < all * 4 => at_most,
        // Of one test they may be what a treatment aims at.
        _ => Likely::Open,
    };
    match likely {
        Likely::Limits if rows::have_room(&rows) || rows::may_be_ages(&rows) => Likely::Open,
        likely => likely,
    }
}

/// One in so many may be strange.
const FEW: usize = 5;
