//! The one way that all spellings of a time have in common.

use std::fmt::Write as _;

use jiff::civil::Time;

use super::{DateOrders, DateReading, clock, has_time, plain, read, triple, worded};
use crate::text::trim;

/// Writes a time behind `out`, so that `2026-05-02 07:15`, `2.5.2026 7:15:00` and `20260502071500` are one. Day and month
/// that could be exchanged, or a year of two digits with one of them, keep their order, whatever the file settles later; what cannot be read stands as it is. True
/// if it is a full timestamp, as [`has_time`] says; not at midnight, which is a day that a database wrote as a time.
pub fn write_one_way(text: &str, out: &mut String) -> bool {
    let text = trim(text);
    is_this_way(text, out) || read_and_write(text, out)
}

/// Writes the day of a time behind `out`, the one way that all its spellings have in common.
pub fn write_day(text: &str, out: &mut String) {
    let start = out.len();
    write_one_way(text, out);
    let of_day = out[start..].find('T').map(|length| start + length);
    // What cannot be read may be a Thursday.
    if let Some(end) = of_day
        && out[start..end].ends_with(|c: char| c.is_ascii_digit())
    {
        out.truncate(end);
    }
}

/// Copies a time that is written this way already, but for its mark and its seconds: nearly all are. No midnight, no
/// day that not every month has, and no year that means that there is none.
fn is_this_way(text: &str, out: &mut String) -> bool {
    let bytes = text.as_bytes();
    let two = |at: usize| -> Option<u8> {
        let [tens, ones] = *bytes.get(at..at + 2)? else {
            return None;
        };
        (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| 10 * (tens - b'0') + (ones - b'0'))
    };
    let is_mark = |at: usize, mark: &[u8]| bytes.get(at).is_some_and(|byte| mark.contains(byte));
    let marks = matches!(bytes.len(), 16 | 19)
        && is_mark(4, b"-")
        && is_mark(7, b"-")
        && is_mark(10, b"T ")
        && is_mark(13, b":")
        && (bytes.len() == 16 || is_mark(16, b":"));
    let is_plain = marks && {
        let seconds = if bytes.len() == 16 { Some(0) } else { two(17) };
        let time = two(11).zip(two(14)).zip(seconds);
        matches!(two(0), Some(19 | 20))
            && two(2).is_some()
            && two(5).is_some_and(|month| (1..=12).contains(&month))
            && two(8).is_some_and(|day| (1..=28).contains(&day))
            && time.is_some_and(|time @ ((hour, minute), second)| {
                hour < 24 && minute < 60 && second < 60 && time != ((0, 0), 0)
            })
    };
    if is_plain && let (Some(day), Some(time)) = (text.get(..10), text.get(11..)) {
        out.push_str(day);
        out.push('T');
        out.push_str(time);
        if time.len() == 5 {
            out.push_str(":00");
        }
    }
    is_plain
}

fn read_and_write(text: &str, out: &mut String) -> bool {
    // Writing to memory does not fail.
    match read(text, DateOrders::default()) {
        DateReading::Missing => false,
        DateReading::Read(moment) => {
            let at = moment.instant();
            let timed = moment.has_clock_time();
            let day = if timed { at.date() } else { moment.date() };
            let _ = write!(out, "{day}");
            let mark = if moment.states_offset() { "Z" } else { "" };
            write_time(timed.then(|| at.time()), mark, out)
        }
        DateReading::Ambiguous | DateReading::YearOpen | DateReading::TwoDigitYear => {
            let text = &*plain::plain(text);
            match triple(text) {
                Some((triple, rest)) => {
                    let [a, b, c] = triple.numbers;
                    let _ = write!(out, "{a}/{b}/{c}");
                    let time = clock::read(rest).map(|clock| clock.time);
                    write_time(time.filter(|time| *time != Time::midnight()), "", out)
                }
                None => {
                    let start = out.len();
                    let time = worded::write_short(text, out).map(|clock| clock.time);
                    match out.len() == start {
                        true => as_it_stands(text, out),
                        false => write_time(time.filter(|time| *time != Time::midnight()), "", out),
                    }
                }
            }
        }
        DateReading::Unreadable => as_it_stands(text, out),
    }
}

/// True if there is one.
fn write_time(time: Option<Time>, mark: &str, out: &mut String) -> bool {
    let _ = time.map(|time| write!(out, "T{time}{mark}"));
    time.is_some()
}

fn as_it_stands(text: &str, out: &mut String) -> bool {
    out.push_str(text);
    has_time(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_this_way_is_written_as_if_it_were_read() {
        let mut copied = 0;
        for year in ["2024", "1899", "0000", "0001", "20a4", "9999"] {
            for day in [
                "-01-01", "-12-28", "-02-29", "-00-10", "-13-01", "-10-00", "/05/06",
            ] {
                for mark in ["T", " ", "  ", "t", ""] {
                    for time in [
                        "",
                        "00:00",
                        "00:00:00",
                        "00:00:01",
                        "7:15",
                        "07:15",
                        "23:59:59",
                        "24:00",
                        "07:60",
                        "07:15:60",
                        "07:15:00Z",
                        "07-15",
                    ] {
                        let text = format!("{year}{day}{mark}{time}");
                        let (mut quickly, mut slowly) = (String::new(), String::new());
                        let timed = write_one_way(&text, &mut quickly);
                        assert_eq!(timed, read_and_write(trim(&text), &mut slowly), "{text}");
                        assert_eq!(quickly, slowly, "{text}");
                        copied += u32::from(is_this_way(&text, &mut String::new()));
                    }
                }
            }
        }
        assert_eq!(copied, 2 * 2 * 3);
    }

    #[test]
    fn one_time_is_written_one_way() {
        for (texts, expected, timed) in [
            (
                &[
                    "2026-05-02 07:15",
                    "2026-05-02T07:15:00",
                    "2026-05-02 7:15 AM",
                    "2026-05-02 07:15:00.000",
                    "02.05.2026 07:15",
                    "2. 5. 2026 7:15",
                    "20260502071500",
                    "202605020715",
                    " 2 May 2026 07:15 ",
                ][..],
                "2026-05-02T07:15:00",
                true,
            ),
            (
                &["2026-05-02T07:15Z", "2026-05-02T09:15:00+02:00"],
                "2026-05-02T07:15:00Z",
                true,
            ),
            (&["2026-05-02 07:15:01"], "2026-05-02T07:15:01", true),
            (
                &[
                    "2026-05-02",
                    "02.05.2026",
                    "20260502",
                    "2026-05-02 00:00:00",
                ],
                "2026-05-02",
                false,
            ),
            // Which is the day? One and the same all the same.
            (
                &["5/2/2026 7:15", "05/02/2026 07:15:00"],
                "5/2/2026T07:15:00",
                true,
            ),
            (&["3/5/94 10:00"], "3/5/94T10:00:00", true),
            (&["3/5/94", "3/5/94 0:00"], "3/5/94", false),
            (
                &[
                    "18-MAY-26 08:15",
                    "18 May 26 8:15:00",
                    "18-MAY-26 08.15.00.000000 AM",
                ],
                "18-month 5-26T08:15:00",
                true,
            ),
            (&["18-MAY-26", "18-May-26 0:00"], "18-month 5-26", false),
            // There is one way to read it.
            (
                &["5/18/26 8:15", "2026-05-18 08:15"],
                "2026-05-18T08:15:00",
                true,
            ),
            (&["1440"], "1440", true),
            (&["in the morning"], "in the morning", false),
            (&["", "NULL"], "", false),
        ] {
            for text in texts {
                let mut out = String::new();
                assert_eq!(write_one_way(text, &mut out), timed, "{text:?}");
                assert_eq!(out, expected, "{text:?}");
            }
        }
    }
}
