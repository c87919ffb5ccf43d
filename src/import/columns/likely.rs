//! Whether pairs of numbers under a header of anything, "Ref" or `From` and `To`, are printed limits: the sicker the patients,
//! the fewer results lie inside, so that it is not what lies inside that tells.

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;

use super::Seen;
use super::limits::{FAR, column_of_values, number};
use crate::age;
use crate::import::role::Role;
use crate::import::table::is_blank;
use crate::import::vocabulary;
use crate::interpret::may_be_limits;
use crate::observation::NumberStyle;
use crate::text::fold_words;
use crate::value::interval::{self, Printed};

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
        let Printed::Interval(Some(low), Some(high), unit) =
            interval::text(cell, NumberStyle::default())
        else {
            return None;
        };
        let value = |limit: crate::interpretation::Limit| crate::value::to_f64(limit.value);
        // "137 to 147", "[137-147]", "137-147 mmol/L". Days to wait are another matter.
        let says = cell.contains(|c: char| c.is_alphabetic() || matches!(c, '[' | '('));
        Some((value(low), value(high), says && !age::is_unit(unit)))
    })
}

/// What the cells of two columns are, of which one holds the lower number and one the higher.
pub(super) fn columns(seen: &Seen, low: usize, high: usize) -> Likely {
    likely(seen, |row| {
        let cell = |at: usize| number(row.get(at)?.trim());
        Some((cell(low)?, cell(high)?, false))
    })
}

/// Limits are those of their test, of the order of its results, whatever the row. A number of an order is that of all tests in it,
/// or of its row alone.
fn likely(seen: &Seen, stated: impl Fn(&StringRecord) -> Option<Stated>) -> Likely {
    let Some(value) = column_of_values(seen) else {
        return Likely::Other;
    };
    let name_at = first(seen, &[Role::Name, Role::Code, Role::Loinc]);
    let unit_at = first(seen, &[Role::Unit]);
    let (mut all, mut ordered, mut near, mut inside, mut saying) = (0usize, 0, 0, 0, 0);
    let mut strange = 0;
    let mut rows = Vec::new();
    for row in seen.rows {
        let Some((low, high, says)) = stated(row) else {
            continue;
        };
        let Some(value) = row.get(value).and_then(|cell| number(cell.trim())) else {
            continue;
        };
        all += 1;
        ordered += usize::from(low < high);
        near += usize::from(low < high && low <= value * FAR && value <= high * FAR);
        inside += usize::from(low <= value && value <= high);
        saying += usize::from(says);
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).unwrap_or("");
        let (name, unit) = (cell(name_at), cell(unit_at));
        strange += usize::from(may_be_limits(name, unit, (low, high)) == Some(false));
        rows.push((fold_words(name), (low.to_bits(), high.to_bits())));
    }
    // Of a known test they would be none.
    if all == 0 || ordered < all || near * 2 < all || all < strange * 2 {
        return Likely::Other;
    }
    if all < strange * FEW {
        return Likely::Open;
    }
    if 0 < saying {
        return Likely::Limits;
    }
    let pairs = Pairs::of(&rows);
    match (pairs.are_several_tests(), pairs.are_alike()) {
        // Two tests may have the same limits, but not one of them above another number than zero and for all.
        (true, true) if pairs.begin_at_nothing() => Likely::Open,
        (true, true) => Likely::Other,
        (true, false) if !pairs.are_of_tests() => Likely::Other,
        (true, false) if pairs.differ_on_both_sides() && all * 2 <= near * 3 => Likely::Limits,
        (true, false) if near * 5 < all * 4 => Likely::Other,
        // So narrow that nothing else is.
        (false, true) if 2 < all && near == all && all * 2 <= inside * 3 && pairs.are_narrow() => {
            Likely::Limits
        }
        _ => Likely::Open,
    }
}

/// The first column of these roles by its header that says something.
fn first(seen: &Seen, roles: &[Role]) -> Option<usize> {
    let of_role = |role: &Role| {
        (0..seen.headers.len()).find(|at| {
            let entry = vocabulary::entry(&seen.headers[*at]);
            entry.is_some_and(|entry| entry.may_be(*role)) && !seen.cells(*at).all(is_blank)
        })
    };
    roles.iter().find_map(of_role)
}

/// One in so many may be strange.
const FEW: usize = 5;

/// Pairs of numbers, as bits, by the tests beside which they stand.
struct Pairs<'r> {
    of_tests: BTreeMap<&'r str, Vec<(u64, u64)>>,
    tests: BTreeMap<(u64, u64), BTreeSet<&'r str>>,
}

impl<'r> Pairs<'r> {
    fn of(rows: &'r [(String, (u64, u64))]) -> Pairs<'r> {
        let mut pairs = Pairs {
            of_tests: BTreeMap::new(),
            tests: BTreeMap::new(),
        };
        for (name, pair) in rows {
            pairs.of_tests.entry(name).or_default().push(*pair);
            pairs.tests.entry(*pair).or_default().insert(name);
        }
        pairs
    }

    fn are_several_tests(&self) -> bool {
        1 < self.of_tests.len()
    }

    fn are_alike(&self) -> bool {
        self.tests.len() == 1
    }

    fn begin_at_nothing(&self) -> bool {
        self.tests
            .keys()
            .all(|(low, _)| f64::from_bits(*low) == 0.0)
    }

    fn are_narrow(&self) -> bool {
        self.tests
            .keys()
            .all(|(low, high)| f64::from_bits(*high) <= 2.0 * f64::from_bits(*low))
    }

    /// Most are of one test, and where a test is there more than once, one of them has the same again: its limits may differ by
    /// age and sex, and not by row.
    fn are_of_tests(&self) -> bool {
        let shared = self
            .tests
            .iter()
            .filter(|((low, _), tests)| 1 < tests.len() && f64::from_bits(*low) != 0.0);
        let mut repeated = self
            .of_tests
            .values()
            .filter(|pairs| 1 < pairs.len())
            .peekable();
        let is_same_again =
            |pairs: &Vec<(u64, u64)>| pairs.iter().collect::<BTreeSet<_>>().len() < pairs.len();
        shared.count() * 2 <= self.tests.len()
            && (repeated.peek().is_none() || repeated.any(is_same_again))
    }

    /// Numbers of orders of one year begin alike.
    fn differ_on_both_sides(&self) -> bool {
        let count = |side: fn(&(u64, u64)) -> u64| {
            self.tests.keys().map(side).collect::<BTreeSet<u64>>().len()
        };
        1 < count(|(low, _)| *low) && 1 < count(|(_, high)| *high)
    }
}
