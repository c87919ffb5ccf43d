//! Dates and times as exports write them.
//!
//! A date is read only if it can mean one thing. `12/10/2014` means two, until the file itself or
//! the user settles the order of day and month; `12/10/14` is refused, because a birth date with a
//! two-digit year can be a century off; a plain number is never taken for a spreadsheet's serial
//! date.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

mod clock;
mod era;
mod moment;
mod one_way;
mod order;
mod plain;
mod triple;
mod words;

pub use moment::{DAY, HOUR, Moment, Offset, Precision};
pub use one_way::write_one_way;
pub use order::OrderEvidence;

use clock::Clock;
use triple::Triple;

/// Order of day and month in dates such as `12/10/2014`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateOrder {
    /// Day, month, year.
    #[serde(rename = "dmy")]
    DayFirst,
    /// Month, day, year.
    #[serde(rename = "mdy")]
    MonthFirst,
}

impl DateOrder {
    /// `dmy` or `mdy`, the words of `--date-order`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            DateOrder::DayFirst => "dmy",
            DateOrder::MonthFirst => "mdy",
        }
    }

    /// The order that is written `dmy` or `mdy`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<DateOrder> {
        [DateOrder::DayFirst, DateOrder::MonthFirst]
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
    /// A date whose century is anyone's guess.
    TwoDigitYear,
    /// Something that is not a full date.
    Unreadable,
    /// Nothing.
    Missing,
}

/// Reads a date, with `order` for those whose day and month could be exchanged.
#[must_use]
pub fn read(text: &str, order: Option<DateOrder>) -> DateReading {
    let text = plain::plain(text.trim());
    let text = text.trim();
    if is_missing(text) {
        return DateReading::Missing;
    }
    if let Some(reading) = read_compact(text) {
        return reading;
    }
    match triple(text) {
        Some((triple, rest)) => match triple.day(order) {
            Ok(day) => with_time(day, rest),
            Err(reading) => reading,
        },
        None => words::read(text),
    }
}

/// True if the text is a full timestamp, so that patient and timestamp together tell one sample
/// from the next. An offset in minutes (eICU) is one; a date alone is not.
#[must_use]
pub fn has_time(text: &str) -> bool {
    let text = plain::plain(text.trim());
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
        None => {
            matches!(words::read(text), DateReading::Read(moment) if moment.precision > Precision::Date)
        }
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
