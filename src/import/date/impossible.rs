//! What is written as a date, and is none.

use super::{DateOrders, DateReading, plain, read, triple, worded};
use crate::text::trim;

/// True for a day that no calendar has, whatever stands behind it: `2026-02-30`, `31/04/2026 08:15`. Not for words and numbers
/// that are no dates, nor for a day with a time that nobody reads, nor for `0000-00-00`, which says that there is none.
pub fn is_impossible(text: &str, orders: impl Into<DateOrders>) -> bool {
    if is_plainly_a_day(text) {
        return false;
    }
    let text = plain::plain(trim(text));
    let text = text.trim();
    let says = text.bytes().any(|c| c.is_ascii_digit() && c != b'0');
    says && (is_compact(text)
        || match triple(text) {
            Some((triple, _)) => triple.is_no_day(orders.into().of_full_years()),
            None => worded::is_no_day(text),
        })
}

/// `20260230`, alone or with a time behind it, of this age and of no calendar.
fn is_compact(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let of_this_age = text.starts_with("19") || text.starts_with("20");
    let Some((day, rest)) = text.split_at_checked("YYYYMMDD".len()) else {
        return false;
    };
    let alone = digits == day.len() && (rest.is_empty() || rest.starts_with(['T', ' ']));
    of_this_age && alone && read(day, None) == DateReading::Unreadable
}

/// True for nearly all dates, at a glance: a year in full, a month, and a day that every month has, with a time of digits.
fn is_plainly_a_day(text: &str) -> bool {
    let [
        a,
        b,
        c,
        d,
        b'-',
        tens_of_month,
        month,
        b'-',
        tens_of_day,
        day,
        rest @ ..,
    ] = text.as_bytes()
    else {
        return false;
    };
    let is_day = matches!(
        (tens_of_day, day),
        (b'0', b'1'..=b'9') | (b'1', b'0'..=b'9') | (b'2', b'0'..=b'8')
    );
    let is_month = matches!(
        (tens_of_month, month),
        (b'0', b'1'..=b'9') | (b'1', b'0'..=b'2')
    );
    let is_year = matches!((a, b), (b'1', b'9') | (b'2', b'0'));
    let is_digit = |c: &u8| c.is_ascii_digit();
    let is_time = match rest {
        [] => true,
        [b' ' | b'T', time @ ..] => time.iter().all(|c| is_digit(c) || *c == b':'),
        _ => false,
    };
    is_year && is_digit(c) && is_digit(d) && is_month && is_day && is_time
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_no_calendar_has() {
        for (text, expected) in [
            ("2026-02-30", true),
            ("2026-02-30 08:15", true),
            ("2026-13-01", true),
            ("2026-00-12", true),
            ("31/04/2026", true),
            ("31.04.2026", true),
            ("2025-02-29", true),
            ("2024-02-29", false),
            ("20260230", true),
            ("30 Feb 2026", true),
            ("30-FEB-2026", true),
            ("20260230T081500", true),
            ("2026-04-30 in the morning", false),
            // A time that is not read.
            ("2026. 05. 02.", false),
            ("20260502T081500", false),
            ("2026-05-02 24:00", false),
            ("2026-05-02-08.15.00", false),
            ("2026-05-02 0815", false),
            ("2026-05-02 8 am", false),
            ("2 May 2026 8 am", false),
            ("2026-05-02 08:15 Europe/Berlin", false),
            ("2026-05-02 #2", false),
            ("2026-04-30", false),
            ("2026-04-30 08:15", false),
            ("2026-04-30T08:15:00+02:00", false),
            ("03/04/2026", false),
            ("3/4/26", false),
            ("0000-00-00", false),
            ("", false),
            ("n/a", false),
            ("1440", false),
            ("-3", false),
            ("day 3", false),
            ("baseline", false),
            ("in the morning", false),
        ] {
            assert_eq!(is_impossible(text, None), expected, "{text}");
        }
    }
}
