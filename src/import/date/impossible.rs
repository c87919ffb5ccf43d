//! What is written as a date, and is none.

use super::{DateOrders, DateReading, plain, read, triple, worded};
use crate::text::trim;

/// True for a day that no calendar has, or a date with something behind it that is no time: `2026-02-30`, `31/04/2026`. Not for
/// words and numbers that are no dates, nor for `0000-00-00`, which says that there is none.
pub fn is_impossible(text: &str, orders: impl Into<DateOrders>) -> bool {
    if is_plainly_a_day(text) || !is_written_as_a_date(text) {
        return false;
    }
    matches!(read(text, orders), DateReading::Unreadable)
}

fn is_written_as_a_date(text: &str) -> bool {
    let text = plain::plain(trim(text));
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let of_this_age = text.starts_with("19") || text.starts_with("20");
    let is_compact = of_this_age && digits == "YYYYMMDD".len();
    let says = text.bytes().any(|c| c.is_ascii_digit() && c != b'0');
    says && (is_compact || triple(text).is_some() || worded::is_date(text))
}

/// True for nearly all dates, at a glance: a year in full, a month, and a day that every month has.
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
    is_year && is_digit(c) && is_digit(d) && is_month && is_day && rest.is_empty()
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
            ("2026-04-30 in the morning", true),
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
