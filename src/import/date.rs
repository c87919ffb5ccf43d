//! Dates and times as exports write them.
//!
//! A date is read only if it can mean one thing. `12/10/2014` means two, until the file itself or
//! the user settles the order of day and month; `12/10/14` means three, because any of its numbers
//! but the middle one may be the year; a birth date with a two-digit year can be a century off; a
//! plain number is never taken for a spreadsheet's serial date.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

mod as_written;
mod clock;
mod empty;
mod era;
mod impossible;
mod moment;
mod one_way;
mod order;
mod orders;
mod plain;
mod short;
mod triple;
mod worded;
mod words;

pub(crate) use as_written::on_day_of_its_own;
pub use as_written::read_to_compare;
pub use impossible::is_impossible;
pub use moment::{DAY, HOUR, Moment, Offset, Precision};
pub use one_way::{write_day, write_one_way};
pub use order::OrderEvidence;
pub use orders::DateOrders;
pub use short::ShortDate;

use crate::text::trim;
use clock::Clock;
pub use clock::is_clock;
pub(crate) use clock::{is_midnight, is_time};
pub(crate) use empty::{is_empty, is_of_nobody};
use orders::CountedFrom;
use triple::Triple;

/// Order of the numbers in dates such as `12/10/2014` and `12/10/14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateOrder {
    /// Day, month, year.
    #[serde(rename = "dmy")]
    DayFirst,
    /// Month, day, year.
    #[serde(rename = "mdy")]
    MonthFirst,
    /// Year, month, day. A year of four digits tells itself where it stands.
    #[serde(rename = "ymd")]
    YearFirst,
}

impl DateOrder {
    /// Every order.
    pub(crate) const ALL: [DateOrder; 3] = [
        DateOrder::DayFirst,
        DateOrder::MonthFirst,
        DateOrder::YearFirst,
    ];

    /// `dmy`, `mdy` or `ymd`, the words of `--date-order`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            DateOrder::DayFirst => "dmy",
            DateOrder::MonthFirst => "mdy",
            DateOrder::YearFirst => "ymd",
        }
    }

    /// The order that is written `dmy`, `mdy` or `ymd`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<DateOrder> {
        DateOrder::ALL
            .into_iter()
            .find(|order| word.trim().eq_ignore_ascii_case(order.as_str()))
    }
}

/// What a date cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReading {
    /// A date, or a date with a time.
    Read(Moment),
    /// Day and month could be exchanged, and nothing settles which is which.
    Ambiguous,
    /// A year of two digits could be exchanged with the day, or day and month beside it, and nothing settles which is which.
    YearOpen,
    /// A date with a year of two digits whose century is anyone's guess, or which is none in the order of its file.
    TwoDigitYear,
    /// Something that is not a full date.
    Unreadable,
    /// Nothing.
    Missing,
}

/// Reads the date or time of a sample, in the orders of its file. A year of two digits is of the century that is stated at
/// [`ShortDate::year_of_a_sample`].
#[must_use]
pub fn read(text: &str, orders: impl Into<DateOrders>) -> DateReading {
    match parse(text, orders.into()) {
        Parsed::Short(short, clock) => {
            match short.year_of_a_sample().and_then(|y| short.in_year(y)) {
                Some(day) => moment(day, clock),
                None => DateReading::TwoDigitYear,
            }
        }
        Parsed::Other(reading) => reading,
    }
}

/// Reads a date whose year has to be written in full, as that of a birth: one of two digits is refused.
#[must_use]
pub fn read_full_year(text: &str, orders: impl Into<DateOrders>) -> DateReading {
    match short_date(text, orders) {
        Ok(_) => DateReading::TwoDigitYear,
        Err(reading) => reading,
    }
}

/// Day, month and two digits of the year, where that is how a date is written and the order is settled.
///
/// # Errors
/// What any other text says: a date with its year in full is read.
pub fn short_date(text: &str, orders: impl Into<DateOrders>) -> Result<ShortDate, DateReading> {
    match parse(text, orders.into()) {
        Parsed::Short(short, _) => Ok(short),
        Parsed::Other(reading) => Err(reading),
    }
}

/// What a text says, before the century of a year with two digits is known.
enum Parsed {
    Short(ShortDate, Option<Clock>),
    Other(DateReading),
}

fn parse(text: &str, orders: DateOrders) -> Parsed {
    let text = plain::plain(trim(text));
    let text = text.trim();
    if is_missing(text) {
        return Parsed::Other(DateReading::Missing);
    }
    if let Some(reading) = read_compact(text) {
        return Parsed::Other(reading);
    }
    match triple(text) {
        Some((triple, rest)) if triple.is_short() && orders.counted == CountedFrom::Republic => {
            Parsed::Other(match triple.day_of_republic() {
                Ok(day) => with_time(day, rest),
                Err(reading) => reading,
            })
        }
        Some((triple, rest)) if triple.is_short() => match (triple.short(orders), rest.trim()) {
            (Ok(short), "") => Parsed::Short(short, None),
            (Ok(short), rest) => match clock::read(rest) {
                Some(clock) => Parsed::Short(short, Some(clock)),
                None => Parsed::Other(DateReading::TwoDigitYear),
            },
            (Err(reading), _) => Parsed::Other(reading),
        },
        Some((triple, rest)) => Parsed::Other(match triple.day(orders.of_full_years()) {
            Ok(day) => with_time(day, rest),
            Err(reading) => reading,
        }),
        None => worded::read(text, orders),
    }
}

/// True if the text is a full timestamp, so that patient and timestamp together tell one sample
/// from the next. An offset in minutes (eICU) is one; a date alone is not.
#[must_use]
pub fn has_time(text: &str) -> bool {
    let text = plain::plain(trim(text));
    let text = text.trim();
    if is_missing(text) {
        return false;
    }
    let number = text.strip_prefix(['-', '+']).unwrap_or(text);
    let whole = number.split_once('.').map_or(number, |(whole, _)| whole);
    let all_digits = |t: &str| !t.is_empty() && t.bytes().all(|c| c.is_ascii_digit());
    if all_digits(whole)
        && number[whole.len()..]
            .bytes()
            .skip(1)
            .all(|c| c.is_ascii_digit())
    {
        return match read_compact(text) {
            Some(DateReading::Read(moment)) => moment.precision > Precision::Date,
            _ => true,
        };
    }
    if let Some(DateReading::Read(moment)) = read_compact(text) {
        return moment.precision > Precision::Date;
    }
    // Whatever the order of day and month is, the time reads the same.
    match triple(text) {
        Some((_, rest)) => !rest.trim().is_empty() && clock::read(rest).is_some(),
        None => worded::has_time(text),
    }
}

/// Three numbers at the start of a text, or behind the day of the week.
fn triple(text: &str) -> Option<(Triple, &str)> {
    Triple::take(text).or_else(|| Triple::take(words::behind_weekday(text)?))
}

/// Nothing, or the words that databases print for nothing.
fn is_missing(text: &str) -> bool {
    text.is_empty()
        || ["null", "na", "n/a", "nan", "nat", "none", "-", "."]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
}

/// Joins a day with the text behind it, which must be a time or nothing.
fn with_time(day: Date, rest: &str) -> DateReading {
    if rest.trim().is_empty() {
        return moment(day, None);
    }
    match clock::read(rest) {
        Some(clock) => moment(day, Some(clock)),
        None => DateReading::Unreadable,
    }
}

fn moment(day: Date, clock: Option<Clock>) -> DateReading {
    let clock = clock.unwrap_or(Clock {
        time: Time::midnight(),
        precision: Precision::Date,
        offset: None,
    });
    DateReading::Read(Moment {
        at: day.to_datetime(clock.time),
        precision: clock.precision,
        offset: clock.offset,
    })
}

/// A day that exists, in a year that is believable even for dates shifted into the future or the
/// past to hide whose they are.
fn calendar(year: i64, month: i64, day: i64) -> Option<Date> {
    if !(1700..2400).contains(&year) {
        return None;
    }
    let (year, month, day) = (
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    );
    Date::new(year, month, day).ok()
}

/// `YYYYMMDD`, `YYYYMMDDHHMM`, `YYYYMMDDHHMMSS` with fraction and offset, as HL7 writes them.
/// `None` if the text does not begin like one; other plain numbers are unreadable.
fn read_compact(text: &str) -> Option<DateReading> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits < text.len() && digits < 8 {
        return None;
    }
    let (head, rest) = text.split_at(digits);
    let number = |from: usize, to: usize| head.get(from..to).and_then(|t| t.parse::<i64>().ok());
    let read = || -> Option<DateReading> {
        let day = calendar(number(0, 4)?, number(4, 6)?, number(6, 8)?)?;
        if digits == 8 {
            return Some(with_time(day, rest));
        }
        if digits != 12 && digits != 14 {
            return None;
        }
        let fraction = rest
            .strip_prefix('.')
            .map_or(rest, |r| r.trim_start_matches(|c: char| c.is_ascii_digit()));
        let offset = clock::zone(fraction)?;
        let (second, precision) = match digits {
            14 => (number(12, 14)?, Precision::Second),
            _ => (0, Precision::Minute),
        };
        let time = clock::time(number(8, 10)?, number(10, 12)?, second)?;
        let clock = Clock {
            time,
            precision,
            offset,
        };
        Some(moment(day, Some(clock)))
    };
    Some(read().unwrap_or(DateReading::Unreadable))
}

#[cfg(test)]
mod tests;
