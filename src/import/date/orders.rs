//! In which order the numbers of a file's dates stand, as far as that is known.

use super::DateOrder;
use super::triple::MARKS;

/// The orders of the dates of a file: stated, or settled by its own dates. What is not settled is read only where a date can
/// mean one thing by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DateOrders {
    /// Of `12/10/2014`: day first or month first.
    pub(super) full: Option<DateOrder>,
    /// Of `12-10-14`, `12/10/14` and `12.10.14`: one file may have columns of two kinds.
    pub(super) short: [Option<DateOrder>; MARKS.len()],
    /// Of `12-OCT-14`: day first, or year first.
    pub(super) worded: Option<DateOrder>,
    /// What a year of two digits is counted from, where it stands first: `70/05/26`.
    pub(super) counted: CountedFrom,
}

/// What years of two digits are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum CountedFrom {
    /// A century.
    #[default]
    Century,
    /// The first year of the Republic of China: the file writes a year of three digits, too.
    Republic,
    /// One of both: in Taiwan, dates are written either way.
    Either,
    /// Anything, wherever the year stands: in Thai and Persian headers, years may be of another calendar.
    Unknown,
}

impl DateOrders {
    /// The order of day and month where the year has four digits and stands last.
    #[must_use]
    pub fn of_full_years(self) -> Option<DateOrder> {
        self.full
    }

    /// These, and what others settle where these do not.
    #[must_use]
    pub fn or(self, others: DateOrders) -> DateOrders {
        let mut short = self.short;
        for (own, other) in short.iter_mut().zip(others.short) {
            *own = own.or(other);
        }
        DateOrders {
            full: self.full.or(others.full),
            short,
            worded: self.worded.or(others.worded),
            // An order says nothing of it.
            counted: match self.counted {
                CountedFrom::Century => others.counted,
                own => own,
            },
        }
    }
}

/// As it is stated.
impl From<DateOrder> for DateOrders {
    fn from(order: DateOrder) -> DateOrders {
        let with_points = match order {
            // Nobody writes the month first with points behind it; the file may still tell.
            DateOrder::MonthFirst => None,
            order => Some(order),
        };
        DateOrders {
            full: Some(order).filter(|order| *order != DateOrder::YearFirst),
            short: MARKS.map(|mark| {
                if mark == b'.' {
                    with_points
                } else {
                    Some(order)
                }
            }),
            worded: match order {
                DateOrder::YearFirst => Some(order),
                _ => Some(DateOrder::DayFirst),
            },
            counted: CountedFrom::default(),
        }
    }
}

impl From<Option<DateOrder>> for DateOrders {
    fn from(order: Option<DateOrder>) -> DateOrders {
        order.map_or_else(DateOrders::default, DateOrders::from)
    }
}
