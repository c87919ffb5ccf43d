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
use crate::interpret::{is_with_room, may_be_limits};
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
    let (mut all, mut ordered, mut near, mut saying) = (0usize, 0, 0, 0);
    let (mut strange, mut known, mut wide) = (0, 0, 0);
    let (mut rows, mut values) = (Vec::new(), Vec::new());
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
        saying += usize::from(says);
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).unwrap_or("");
        let (name, unit) = (cell(name_at), cell(unit_at));
        strange += usize::from(may_be_limits(name, unit, (low, high)) == Some(false));
        let with_room = is_with_room(name, unit, (low, high));
        known += usize::from(with_room.is_some());
        wide += usize::from(with_room == Some(true));
        rows.push((fold_words(name), (low.to_bits(), high.to_bits())));
        values.push(value);
    }
    // Of a known test they would be none.
    if all == 0 || ordered < all || near * 2 < all || all < strange * 2 {
        return Likely::Other;
    }
    let pairs = Pairs::of(&rows);
    if pairs.are_around(&rows, &values) || pairs.count() || pairs.are_hours() {
        return Likely::Other;
    }
    if all < strange * FEW {
        return Likely::Open;
    }
    let likely = match (pairs.are_several_tests(), pairs.are_alike()) {
        // What a few cells say is said of them.
        _ if all * 2 <= saying * 3 => Likely::Limits,
        // Two tests may have the same limits, but not one of them above another number than zero and for all.
        (true, true) if pairs.begin_at_nothing() => Likely::Open,
        (true, true) => Likely::Other,
        (true, false) if !pairs.are_of_tests() => Likely::Other,
        (true, false) if pairs.differ_on_both_sides() && all * 2 <= near * 3 => Likely::Limits,
        (true, false) if near * 5 < all * 4 => Likely::Other,
        // Of one test they may be what a treatment aims at.
        _ => Likely::Open,
    };
    // Limits that are called, what a method measures, ages.
    let may_be_others = (0 < known && known == wide) || pairs.are_ages();
    match likely {
        Likely::Limits if may_be_others => Likely::Open,
        likely => likely,
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

/// By this part of half a pair a result may lie beside its middle.
const MIDDLE: f64 = 5.0;

/// Hours.
const DAY: f64 = 24.0;

/// The ages at which one is grown up, and those that are the end of an age without one.
const GROWN: std::ops::RangeInclusive<f64> = 16.0..=20.0;
const OLD: std::ops::RangeInclusive<f64> = 90.0..=150.0;

fn numbers((low, high): (u64, u64)) -> (f64, f64) {
    (f64::from_bits(low), f64::from_bits(high))
}

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

    /// Each result is in the middle of a pair of its own: how sure a method is of it.
    fn are_around(&self, rows: &[(String, (u64, u64))], values: &[f64]) -> bool {
        let is_in_the_middle = |((_, pair), value): (&(String, (u64, u64)), &f64)| {
            let (low, high) = numbers(*pair);
            (low + high - 2.0 * value).abs() <= (high - low) / MIDDLE
        };
        let mut results = BTreeMap::<(&str, (u64, u64)), BTreeSet<u64>>::new();
        for ((name, pair), value) in rows.iter().zip(values) {
            let own = results.entry((name.as_str(), *pair)).or_default();
            own.insert(value.to_bits());
        }
        let has_several = |pairs: &Vec<(u64, u64)>| pairs.iter().any(|pair| *pair != pairs[0]);
        let is_enough = 2 < rows.len() || self.of_tests.values().any(has_several);
        is_enough
            && !self.are_alike()
            && results.values().all(|values| values.len() == 1)
            && rows.iter().zip(values).all(is_in_the_middle)
    }

    /// `1-12`, `2-12`, `3-12`: one side is that of all, and the other one counts.
    fn count(&self) -> bool {
        let side = |side: fn((f64, f64)) -> f64| {
            let mut all: Vec<f64> = self.tests.keys().map(|pair| side(numbers(*pair))).collect();
            all.sort_by(f64::total_cmp);
            all.dedup();
            all
        };
        let (low, high) = (side(|pair| pair.0), side(|pair| pair.1));
        let counts = |numbers: &[f64]| {
            1 < numbers.len()
                && numbers.iter().all(|number| number.fract() == 0.0)
                && numbers.windows(2).all(|two| two[0] + 1.0 == two[1])
        };
        (low.len() == 1 && counts(&high)) || (high.len() == 1 && counts(&low))
    }

    /// `8-10`, `10-12`: whole hours of a day, of one length, in several tests or one behind the other.
    fn are_hours(&self) -> bool {
        let all: Vec<(f64, f64)> = self.tests.keys().map(|pair| numbers(*pair)).collect();
        let is_hour = |number: f64| number.fract() == 0.0 && (0.0..=DAY).contains(&number);
        let length = |(low, high): &(f64, f64)| high - low;
        let follows = |own: &(f64, f64)| all.iter().any(|other| other.0 == own.1);
        !self.are_alike()
            && all
                .iter()
                .all(|(low, high)| is_hour(*low) && is_hour(*high))
            && all.iter().all(|own| length(own) == length(&all[0]))
            && (self.are_several_tests() || all.iter().any(follows))
    }

    /// Those of adults, up to an age that few reach.
    fn are_ages(&self) -> bool {
        self.tests.keys().all(|pair| {
            let (low, high) = numbers(*pair);
            GROWN.contains(&low) && OLD.contains(&high)
        })
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
