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

/// Days that stand for a month of which no day is known, or for its end.
const STANDING_DAYS: [u32; 6] = [1, 15, 28, 29, 30, 31];

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

/// One year, or up to three that follow each other, beside many more numbers.
fn stays(years: u128, others: u128) -> bool {
    /// So many others beside each.
    const SHARE: u32 = 5;
    const MOST: u32 = 3;
    let count = years.count_ones();
    let from = years.trailing_zeros();
    let follow = || years >> from == (1 << count) - 1;
    let is_standing = |day: &u32| years & (1 << *day) != 0;
    (1..=MOST).contains(&count)
        && follow()
        && SHARE * count <= others.count_ones()
        && !STANDING_DAYS.iter().any(is_standing)
}
