//! Dates with the month as a word: `12-Mar-2014`, `Mar 12, 2014`, `12. März 2014`, `18-MAY-26`.

use std::fmt::Write as _;

use super::clock::Clock;
use super::{
    DateOrder, DateOrders, DateReading, Parsed, ShortDate, calendar, clock, moment, words,
};
use crate::text::fold_into;

/// Reads a date whose month is a word; everything in it must be understood.
pub(super) fn read(text: &str, orders: DateOrders) -> Parsed {
    let Some(worded) = Worded::of(text) else {
        return Parsed::Other(DateReading::Unreadable);
    };
    let clock = match worded.time {
        Time::Read(clock) => Some(clock),
        Time::None => None,
        Time::Unreadable => return Parsed::Other(worded.refused()),
    };
    let month = worded.month;
    let order = match worded.month_is_first {
        true => Some(DateOrder::DayFirst),
        false => orders.worded,
    };
    Parsed::Other(match (worded.numbers, order) {
        _ if !worded.is_understood => worded.refused(),
        (Numbers::Full { day, year }, _) => match calendar(year, month, day) {
            Some(date) => moment(date, clock),
            None => DateReading::Unreadable,
        },
        // Day first and year last, as all who write the month as a word do: unless this file does not.
        (Numbers::Short([_, (_, 2)]), None) => DateReading::YearOpen,
        (Numbers::Short([(day, _), (year, 2)]), Some(DateOrder::DayFirst)) if is_day(day) => {
            return Parsed::Short(ShortDate { year, month, day }, clock);
        }
        (Numbers::Short([(year, 2), (day, _)]), Some(DateOrder::YearFirst)) if is_day(day) => {
            return Parsed::Short(ShortDate { year, month, day }, clock);
        }
        (Numbers::Short(_), _) => DateReading::TwoDigitYear,
    })
}

/// True if there is a time of day behind the date.
pub(super) fn has_time(text: &str) -> bool {
    Worded::of(text)
        .is_some_and(|worded| worded.is_understood && matches!(worded.time, Time::Read(_)))
}

/// True for a day, a month and a year in full of which no calendar has such a day.
pub(super) fn is_no_day(text: &str) -> bool {
    Worded::of(text).is_some_and(|worded| match worded.numbers {
        Numbers::Full { day, year } => calendar(year, worded.month, day).is_none(),
        Numbers::Short(_) => false,
    })
}

/// Writes a date with a year of two digits as its numbers stand, and gives its time.
pub(super) fn write_short(text: &str, out: &mut String) -> Option<Clock> {
    let worded = Worded::of(text)?;
    let (Numbers::Short([(first, _), (last, _)]), true) = (worded.numbers, worded.is_understood)
    else {
        return None;
    };
    let _ = write!(out, "{first}-month {}-{last}", worded.month);
    match worded.time {
        Time::Read(clock) => Some(clock),
        _ => None,
    }
}

/// True for a date that has the year in front of the month that is a word: `2014-Mar-12`, `94-MAR-12`.
pub(super) fn has_year_first(text: &str) -> bool {
    let Some(worded) = Worded::of(text) else {
        return false;
    };
    match worded.numbers {
        Numbers::Full { .. } => text.bytes().take_while(u8::is_ascii_digit).count() == 4,
        Numbers::Short([(first, 2), (last, _)]) => !is_day(first) && is_day(last),
        Numbers::Short(_) => false,
    }
}

fn is_day(number: i64) -> bool {
    (1..=31).contains(&number)
}

/// A date whose month is a word, taken apart.
struct Worded {
    month: i64,
    numbers: Numbers,
    time: Time,
    /// The month stands before both numbers: then the year is behind the day.
    month_is_first: bool,
    /// Nothing else stands in it.
    is_understood: bool,
}

/// The numbers beside the month.
#[derive(Clone, Copy)]
enum Numbers {
    Full {
        day: i64,
        year: i64,
    },
    /// One of them is a year of two digits: each with how many digits it has, in their order.
    Short([(i64, usize); 2]),
}

/// The time of day.
#[derive(Clone, Copy)]
enum Time {
    Read(Clock),
    Unreadable,
    None,
}

impl Worded {
    /// Takes a date apart. `None` if it has no month, or no two numbers beside it.
    fn of(text: &str) -> Option<Worded> {
        let mut folded = String::with_capacity(text.len());
        fold_into(text, &mut folded, |_| true);
        let (date, time) = split_time(&folded);
        let (mut short, mut month, mut year) = ([None; 2], None, None);
        let mut month_is_first = false;
        let mut is_understood = true;
        for token in tokens(&date) {
            if let Ok(number) = token.parse::<i64>() {
                match (token.len(), short) {
                    (1..=2, [None, _]) => short[0] = Some((number, token.len())),
                    // A second short number can only be a year without its century.
                    (1..=2, [_, None]) if month.is_some() && year.is_none() => {
                        short[1] = Some((number, token.len()));
                    }
                    (4, [_, None]) if year.is_none() => year = Some(number),
                    (_, [_, Some(_)]) => is_understood = false,
                    _ => return None,
                }
            } else if let (None, Some(number)) = (month, words::month(token)) {
                month = Some(number);
                month_is_first = short[0].is_none();
            } else if !words::is_filler(token) {
                // What stands behind a date with a short year leaves it one.
                match short {
                    [_, Some(_)] => is_understood = false,
                    _ => return None,
                }
            }
        }
        let numbers = match (short, year) {
            ([Some((day, _)), None], Some(year)) => Numbers::Full { day, year },
            ([Some(first), Some(last)], None) => Numbers::Short([first, last]),
            _ => return None,
        };
        Some(Worded {
            month: month?,
            numbers,
            time: match time.as_deref().map(clock::read) {
                Some(Some(clock)) => Time::Read(clock),
                Some(None) => Time::Unreadable,
                None => Time::None,
            },
            month_is_first,
            is_understood,
        })
    }

    /// What is said of one that is not understood whole.
    fn refused(&self) -> DateReading {
        match self.numbers {
            Numbers::Full { .. } => DateReading::Unreadable,
            Numbers::Short(_) => DateReading::TwoDigitYear,
        }
    }
}

/// Separates the time from the date: it is the part around the first colon that has a digit on
/// both sides, with an a.m. or p.m. behind it. The year may follow it, as in C's `ctime`.
fn split_time(text: &str) -> (String, Option<String>) {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // `12MAR2014:08:30:00` and `12MAR14:08:30:00` (SAS) have a colon that belongs to no time.
    let is_behind_year = |at: usize| {
        let year = bytes[..at].iter().rev().take_while(|c| c.is_ascii_digit());
        let start = at - year.count();
        let letters = bytes[..start].iter().rev();
        let letters = letters.take_while(|c| c.is_ascii_alphabetic()).count();
        let word = text.get(start - letters..start).unwrap_or("");
        at - start == 4 || (at - start == 2 && words::month(word).is_some())
    };
    let colon = (1..bytes.len())
        .find(|&at| bytes[at] == b':' && digit(at - 1) && digit(at + 1) && !is_behind_year(at));
    let Some(colon) = colon else {
        return split_time_with_points(text).unwrap_or_else(|| (text.to_string(), None));
    };
    let mut start = colon;
    while start > 0 && digit(start - 1) {
        start -= 1;
    }
    let mut end = colon;
    while bytes
        .get(end)
        .is_some_and(|c| c.is_ascii_digit() || matches!(c, b':' | b'.'))
    {
        end += 1;
    }
    let (Some(before), Some(time), Some(after)) =
        (text.get(..start), text.get(start..end), text.get(end..))
    else {
        return (text.to_string(), None);
    };
    let year_at = after.trim_start();
    // `10:15:30 2014`, `10:15:30 CET 2014`
    let (zone, year) = year_at.rsplit_once(' ').unwrap_or(("", year_at));
    let is_year = year.len() == 4 && year.bytes().all(|c| c.is_ascii_digit());
    if is_year {
        (format!("{before} {year}"), Some(format!("{time} {zone}")))
    } else {
        (before.to_string(), Some(format!("{time}{after}")))
    }
}

/// The same of a time that Oracle writes: `18-MAY-26 08.15.00.000000 AM`.
fn split_time_with_points(text: &str) -> Option<(String, Option<String>)> {
    let (date, rest) = text.trim_end().split_once(' ')?;
    let (time, half) = rest.split_once(' ').unwrap_or((rest, ""));
    let mut parts = time.splitn(4, '.');
    let [hour, minute, second] = [parts.next()?, parts.next()?, parts.next()?];
    let fraction = parts.next().unwrap_or("");
    let are_digits = |text: &str| text.bytes().all(|c| c.is_ascii_digit());
    let is_time = (1..=2).contains(&hour.len())
        && [minute, second].iter().all(|part| part.len() == 2)
        && [hour, minute, second, fraction].into_iter().all(are_digits);
    let date = || {
        (
            date.to_string(),
            Some(format!("{hour}:{minute}:{second} {half}")),
        )
    };
    is_time.then(date)
}

/// Runs of digits and runs of letters.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = None;
    let mut digits = false;
    for (at, c) in text.char_indices() {
        if let Some(from) = start
            && (!c.is_alphanumeric() || c.is_ascii_digit() != digits)
        {
            tokens.push(&text[from..at]);
            start = None;
        }
        if c.is_alphanumeric() && start.is_none() {
            start = Some(at);
            digits = c.is_ascii_digit();
        }
    }
    if let Some(from) = start {
        tokens.push(&text[from..]);
    }
    tokens
}
