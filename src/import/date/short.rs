//! Dates whose year has two digits: `18.05.26`, `5/18/26`, `26-05-18`, `18-MAY-26`.
//!
//! Any number but the middle one may be the year, and the century is not written. Which number is which, the order of the
//! file tells; a number that makes an order impossible tells it too. Limits of months are not asked for: a day that does not
//! exist, the 31st of April, is a slip more often than another order.

use std::fmt;

use jiff::civil::Date;

use super::orders::CountedFrom;
use super::triple::Triple;
use super::{DateOrder, DateOrders, DateReading, calendar, words};

/// A day in a year of which the last two digits are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortDate {
    /// 0 to 99.
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
}

impl ShortDate {
    /// The year in which a sample was taken, received or reported: 00 to 49 is 2000 to 2049, 70 to 99 is 1970 to 1999. What
    /// lies between is refused: no laboratory's export goes back so far, none is from so far ahead, and of two dates on both
    /// sides of a border the later one must never seem the earlier.
    #[must_use]
    pub fn year_of_a_sample(self) -> Option<i64> {
        match self.year {
            0..=49 => Some(2000 + self.year),
            70..=99 => Some(1900 + self.year),
            _ => None,
        }
    }

    /// The day in a year, if there is one.
    pub(super) fn in_year(self, year: i64) -> Option<Date> {
        calendar(year, self.month, self.day)
    }

    /// The day in each century in which it exists.
    pub fn in_every_century(self) -> impl Iterator<Item = Date> {
        let years = (17..=23).map(move |century| 100 * century + self.year);
        years.filter_map(move |year| self.in_year(year))
    }
}

/// In an order that needs no file to settle it: `Mar 2, 60`.
impl fmt::Display for ShortDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ShortDate { year, month, day } = self;
        write!(f, "{} {day}, {year:02}", words::short_month(*month))
    }
}

/// Orders in which three numbers can be no date, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Impossible(u8);

impl Impossible {
    const ALL: Impossible = Impossible(0b111);

    const fn bit(order: DateOrder) -> u8 {
        match order {
            DateOrder::DayFirst => 0b001,
            DateOrder::MonthFirst => 0b010,
            DateOrder::YearFirst => 0b100,
        }
    }

    pub(super) fn has(self, order: DateOrder) -> bool {
        self.0 & Impossible::bit(order) != 0
    }

    pub(super) fn with(self, other: Impossible) -> Impossible {
        Impossible(self.0 | other.0)
    }

    /// True if they can be no date at all.
    pub(super) fn is_all(self) -> bool {
        self == Impossible::ALL
    }

    /// True if the year can only be the first of them.
    pub(super) fn leaves_year_first(self) -> bool {
        self.0 == Impossible::ALL.0 & !Impossible::bit(DateOrder::YearFirst)
    }

    /// The only order of day and month that is left, with the year last.
    pub(super) fn only(self) -> Option<DateOrder> {
        use DateOrder::{DayFirst, MonthFirst};
        let mut orders = [DayFirst, MonthFirst].into_iter();
        orders.find(|order| self.0 == Impossible::ALL.0 & !Impossible::bit(*order))
    }
}

impl Triple {
    /// True for three numbers of which none is a year in full. `26-5-3` is one too, in an order that has the year first.
    pub(super) fn is_short(&self) -> bool {
        matches!(self.digits, [1..=2, 1..=2, 2] | [2, 1..=2, 1])
    }

    /// Orders that the numbers rule out.
    pub(super) fn impossible(&self) -> Impossible {
        let [first, middle, last] = self.numbers;
        let is_day = |number: i64| (1..=31).contains(&number);
        let is_month = |number: i64| (1..=12).contains(&number);
        let [of_first, _, of_last] = self.digits.map(|digits| digits == 2);
        let is_possible = |order| match order {
            DateOrder::DayFirst => is_day(first) && is_month(middle) && of_last,
            // Nobody writes it so with points.
            DateOrder::MonthFirst => {
                is_month(first) && is_day(middle) && of_last && !self.has_points()
            }
            DateOrder::YearFirst => of_first && is_month(middle) && is_day(last),
        };
        let bits = DateOrder::ALL
            .into_iter()
            .filter(|order| !is_possible(*order));
        Impossible(bits.fold(0, |set, order| set | Impossible::bit(order)))
    }

    /// Which number is which; what is to be said where that is not known.
    pub(super) fn short(&self, orders: DateOrders) -> Result<ShortDate, DateReading> {
        let impossible = self.impossible();
        let [first, middle, last] = self.numbers;
        // A year in front that nothing settles may be a slip in a day.
        let Some(order) = orders.short[self.mark_number()].or_else(|| impossible.only()) else {
            return Err(match (self.digits, impossible.is_all()) {
                ([2, _, 1], _) => DateReading::Unreadable,
                (_, true) => DateReading::TwoDigitYear,
                _ => DateReading::YearOpen,
            });
        };
        let is_of_another = match orders.counted {
            CountedFrom::Century | CountedFrom::Republic => false,
            CountedFrom::Either => order == DateOrder::YearFirst,
            CountedFrom::Unknown => true,
        };
        if impossible.has(order) || is_of_another {
            return Err(DateReading::TwoDigitYear);
        }
        let (year, month, day) = match order {
            DateOrder::DayFirst => (last, middle, first),
            DateOrder::MonthFirst => (last, first, middle),
            DateOrder::YearFirst => (first, middle, last),
        };
        Ok(ShortDate { year, month, day })
    }
}
