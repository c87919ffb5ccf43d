//! Day and time of collection, where they have columns of their own.

use crate::import::date::{self, DateReading};
use crate::text::is_null;

/// Writes day and time together into `joined`; nothing where they do not go together.
pub(in crate::import) fn join(day: &str, time: &str, joined: &mut String) {
    let Some(day) = without_midnight(day) else {
        return;
    };
    let (own_day, clock) = split(time);
    if day.is_empty() || !(own_day.is_empty() || own_day == day || date::is_empty(own_day)) {
        return;
    }
    let written;
    let clock = match clock.contains(':') {
        true if date::is_time(clock) => clock,
        true => return,
        false => match with_colons(clock) {
            Some(time) => {
                written = time;
                &written
            }
            None => return,
        },
    };
    joined.push_str(day);
    joined.push(' ');
    joined.push_str(clock);
}

/// True for a time that says something, and that nobody reads beside its day.
pub(in crate::import) fn is_lost(day: &str, time: &str) -> bool {
    let mut joined = String::new();
    join(day, time, &mut joined);
    let is_day = without_midnight(day).is_some_and(|day| !day.is_empty());
    let says = time.contains(char::is_alphanumeric) && !is_null(time.trim());
    is_day && says && joined.is_empty()
}

/// True for a time of day alone, behind the day that programs put where there is none: `1899-12-30 17:15:00`. Midnight of a day
/// of which people are alive is that day.
pub(in crate::import) fn is_of_no_day(cell: &str) -> bool {
    let (day, clock) = split(cell);
    match clock.contains(':') && !date::is_midnight(clock) {
        true => date::is_empty(day),
        false => [day, clock].iter().any(|day| date::is_of_nobody(day)),
    }
}

/// The day of a cell that states no time, or midnight, as databases write a day; nothing where it has a time of its own.
fn without_midnight(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((day, time)) = cell.split_at_checked("YYYYMMDD".len())
        && is_digits(day)
        && is_digits(time)
        && !time.is_empty()
    {
        return time.bytes().all(|byte| byte == b'0').then_some(day);
    }
    match split(cell) {
        (day, clock) if clock.contains(':') => date::is_midnight(clock).then_some(day),
        _ => Some(cell),
    }
}

/// A day and the time behind it, either of which may be empty. Without a colon nobody tells a time behind a day.
fn split(cell: &str) -> (&str, &str) {
    let cell = cell.trim();
    let Some(colon) = cell.find(':') else {
        return ("", cell);
    };
    let hour = cell[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let day = hour.trim_end().trim_end_matches(['T', ',']).trim_end();
    (day, &cell[hour.len()..])
}

/// `07:15` of `7.15`, `07h15`, `0715`, `071500` and `715 PM`. Of `7.5` nobody knows whether a spreadsheet took a zero off.
fn with_colons(text: &str) -> Option<String> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | 'h' | 'H')));
    let (clock, rest) = text.split_at(end.unwrap_or(text.len()));
    let clock = clock.trim_end_matches(['h', 'H']);
    let mut parts: Vec<&str> = clock.split(['.', 'h', 'H']).collect();
    if let [digits] = parts[..] {
        let (front, last) = digits.split_at_checked(digits.len().checked_sub(2)?)?;
        parts = match front.split_at_checked(front.len().saturating_sub(2)) {
            // Hours of four digits are seconds, too.
            Some((hours, minutes)) if 2 < front.len() => vec![hours, minutes, last],
            _ => vec![front, last],
        };
    } else if parts[0] == "0" {
        // A part of a day: `0.34`.
        return None;
    }
    let (hour, others) = parts.split_first()?;
    let is_written = (1..=2).contains(&hour.len()) && (1..=2).contains(&others.len());
    if !is_written || others.iter().any(|part| part.len() != 2) {
        return None;
    }
    let hour = format!("{hour:0>2}");
    let written = format!("{hour}:{}{rest}", others.join(":"));
    date::is_time(&written).then_some(written)
}

/// True if a cell is read as a day of this age, and not as a time of none.
pub(in crate::import) fn is_dated(cell: &str) -> bool {
    let is_read = !matches!(date::read(cell, None), DateReading::Unreadable);
    is_read && !date::is_clock(cell) && !is_of_no_day(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_together() {
        for (day, time, expected) in [
            ("2026-11-20", "08:15", "2026-11-20 08:15"),
            ("2026-11-20", "8:15 AM", "2026-11-20 8:15 AM"),
            ("2026-11-20", "7.15", "2026-11-20 07:15"),
            ("2026-11-20", "07h15", "2026-11-20 07:15"),
            ("2026-11-20", "0715", "2026-11-20 07:15"),
            ("2026-11-20", "715", "2026-11-20 07:15"),
            ("2026-11-20", "081500", "2026-11-20 08:15:00"),
            ("2026-11-20", "81500", "2026-11-20 08:15:00"),
            ("2026-11-20", "815 PM", "2026-11-20 08:15 PM"),
            ("2026-11-20", "8.15 p.m.", "2026-11-20 08:15 p.m."),
            ("2026-11-20", "08.15.30", "2026-11-20 08:15:30"),
            ("2026-11-20", "0815h", "2026-11-20 08:15"),
            ("2026-11-20", "08.15 Uhr", "2026-11-20 08:15 Uhr"),
            // Midnight beside a time is a day.
            ("2026-11-20 00:00:00.000", "8:15", "2026-11-20 8:15"),
            ("2026-11-20T00:00:00Z", "8:15", "2026-11-20 8:15"),
            ("11/20/2026 12:00:00 AM", "8:15 AM", "11/20/2026 8:15 AM"),
            ("5/2/2026 0:00", "8:15", "5/2/2026 8:15"),
            ("20261120000000", "0815", "20261120 08:15"),
            ("2026-11-20 09:00", "8:15", ""),
            ("20261120090000", "8:15", ""),
            // The day of the row, and one that stands for none.
            ("2026-11-20", "2026-11-20 8:15", "2026-11-20 8:15"),
            ("2026-11-20", "2026-11-21 8:15", ""),
            ("2026-11-20", "1899-12-30T17:15:00", "2026-11-20 17:15:00"),
            ("2026-11-20", "30.12.1899 17:15:00", "2026-11-20 17:15:00"),
            (
                "2026-11-20",
                "12/30/1899 5:15:00 PM",
                "2026-11-20 5:15:00 PM",
            ),
            ("2026-11-20", "1/0/1900 5:15", "2026-11-20 5:15"),
            ("2026-11-20", "01.01.1970 5:15", "2026-11-20 5:15"),
            // What nobody reads.
            ("2026-11-20", "7.5", ""),
            ("2026-11-20", "17.5", ""),
            ("2026-11-20", "8h5", ""),
            ("2026-11-20", "0.34", ""),
            ("2026-11-20", "7.60", ""),
            ("2026-11-20", "morning", ""),
            ("2026-11-20", "8:15 in the morning", ""),
            ("2026-11-20", "", ""),
            ("", "8:15", ""),
        ] {
            let mut joined = String::new();
            join(day, time, &mut joined);
            assert_eq!(joined, expected, "{day} and {time}");
        }
        for (day, time, expected) in [
            ("2026-11-20", "7.5", true),
            ("2026-11-20", "morning", true),
            ("2026-11-20", "7.15", false),
            ("2026-11-20", "", false),
            ("2026-11-20", "NULL", false),
            ("2026-11-20", "--:--", false),
            ("2026-11-20 09:00", "8:15", false),
            ("", "morning", false),
        ] {
            assert_eq!(is_lost(day, time), expected, "{day} and {time}");
        }
    }

    #[test]
    fn times_of_no_day() {
        for (cell, expected) in [
            ("1899-12-30 17:15:00", true),
            ("1970-01-01T17:15:00Z", true),
            ("12/30/1899 5:15:00 PM", true),
            ("30-Dec-1899 17:15", true),
            ("1899-12-30", true),
            ("1899-12-30 00:00:00", true),
            ("1/0/1900 8:15", true),
            ("1970-01-01", false),
            ("1970-01-01 00:00:00", false),
            ("2026-11-20", false),
            ("1980-01-01 17:15", false),
            ("17:15", false),
        ] {
            assert_eq!(is_of_no_day(cell), expected, "{cell}");
        }
    }
}
