//! Which end of dates with a year of two digits is the year: the one that stays, while the other one goes through the days.

/// The numbers that stand first and last in such dates of a file, as sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    first: u128,
    last: u128,
}

/// An end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    First,
    Last,
}

/// What can only be a year of two digits that a file of today has: no month, and no day at which months begin, are halved or end. A
/// person who is seen each year in one month, or on one day, has a number that stays beside years that go by.
const YEARS: std::ops::RangeInclusive<u32> = 20..=49;
const STANDING_DAYS: std::ops::RangeInclusive<u32> = 28..=31;

impl Ends {
    /// Adds a date of three numbers with one or two digits.
    pub(super) fn see(&mut self, [first, _, last]: [i64; 3]) {
        let bit = |number: i64| {
            let number = u32::try_from(number).ok();
            number
                .and_then(|number| 1u128.checked_shl(number))
                .unwrap_or(0)
        };
        self.first |= bit(first);
        self.last |= bit(last);
    }

    pub(super) fn merge(&mut self, other: Ends) {
        self.first |= other.first;
        self.last |= other.last;
    }

    /// The end that is the year. `26.05.18` to `26.05.24` may be of one year or of one day in seven years: no laboratory works on
    /// the 18th of each year alone.
    pub(super) fn year(self) -> Option<End> {
        match (stays(self.last, self.first), stays(self.first, self.last)) {
            (true, false) => Some(End::Last),
            (false, true) => Some(End::First),
            _ => None,
        }
    }
}

/// One year, or up to three that follow each other, beside many more numbers, further apart than the years of a person's file.
fn stays(years: u128, others: u128) -> bool {
    /// So many others beside each.
    const SHARE: u32 = 5;
    const MOST: u32 = 3;
    const APART: u32 = 12;
    let count = years.count_ones();
    let from = years.trailing_zeros();
    let follow = || years >> from == (1 << count) - 1;
    let numbers = || (0..u128::BITS).filter(|number| years & (1 << number) != 0);
    let are_years =
        || numbers().all(|number| YEARS.contains(&number) && !STANDING_DAYS.contains(&number));
    let span = || u128::BITS - others.leading_zeros() - 1 - others.trailing_zeros();
    (1..=MOST).contains(&count)
        && follow()
        && SHARE * count <= others.count_ones()
        && are_years()
        && APART < span()
}
