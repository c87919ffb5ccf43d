//! Pairs of numbers by the tests beside which they stand, and what that tells of them.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Row;

/// By this part of half a pair a result may lie beside its middle.
const MIDDLE: f64 = 5.0;

/// Hours.
const DAY: f64 = 24.0;

fn numbers((low, high): (u64, u64)) -> (f64, f64) {
    (f64::from_bits(low), f64::from_bits(high))
}

fn is_in_the_middle(row: &Row) -> bool {
    let (low, high) = row.pair;
    (low + high - 2.0 * row.value).abs() <= (high - low) / MIDDLE
}

/// Pairs of numbers, as bits, by the tests beside which they stand.
pub(super) struct Pairs<'r> {
    of_tests: BTreeMap<&'r str, Vec<(u64, u64)>>,
    tests: BTreeMap<(u64, u64), BTreeSet<&'r str>>,
}

impl<'r> Pairs<'r> {
    pub(super) fn of(rows: &'r [Row]) -> Pairs<'r> {
        let mut pairs = Pairs {
            of_tests: BTreeMap::new(),
            tests: BTreeMap::new(),
        };
        for row in rows {
            pairs
                .of_tests
                .entry(&row.test)
                .or_default()
                .push(row.bits());
            pairs.tests.entry(row.bits()).or_default().insert(&row.test);
        }
        pairs
    }

    pub(super) fn are_several_tests(&self) -> bool {
        1 < self.of_tests.len()
    }

    pub(super) fn are_alike(&self) -> bool {
        self.tests.len() == 1
    }

    pub(super) fn begin_at_nothing(&self) -> bool {
        self.tests
            .keys()
            .all(|(low, _)| f64::from_bits(*low) == 0.0)
    }

    /// Each result is in the middle of a pair of its own: how sure a method is of it.
    pub(super) fn are_around(&self, rows: &[Row]) -> bool {
        let mut results = BTreeMap::<(&str, (u64, u64)), BTreeSet<u64>>::new();
        for row in rows {
            let own = results.entry((row.test.as_str(), row.bits())).or_default();
            own.insert(row.value.to_bits());
        }
        let has_several = |pairs: &Vec<(u64, u64)>| pairs.iter().any(|pair| *pair != pairs[0]);
        let is_enough = 2 < rows.len() || self.of_tests.values().any(has_several);
        is_enough
            && !self.are_alike()
            && results.values().all(|values| values.len() == 1)
            && rows.iter().all(is_in_the_middle)
    }

    /// `1-12`, `2-12`, `3-12`: one side is that of all, and the other one counts.
    pub(super) fn count(&self) -> bool {
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
    pub(super) fn are_hours(&self) -> bool {
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

    /// Most are of one test, and where a test is there more than once, one of them has the same again: its limits may differ by
    /// age and sex, and not by row.
    pub(super) fn are_of_tests(&self) -> bool {
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
    pub(super) fn differ_on_both_sides(&self) -> bool {
        let count = |side: fn(&(u64, u64)) -> u64| {
            self.tests.keys().map(side).collect::<BTreeSet<u64>>().len()
        };
        1 < count(|(low, _)| *low) && 1 < count(|(_, high)| *high)
    }
}
