//! The one way that all spellings of a time have in common.

use std::fmt::Write as _;

use jiff::civil::Time;

use super::{DateReading, clock, has_time, read, triple::Triple};

/// Writes a time behind `out`, so that `2026-05-02 07:15`, `2.5.2026 7:15:00` and `20260502071500` are one. Day and month
/// that could be exchanged keep their order, whatever the file settles later; what cannot be read stands as it is. True
/// if it is a full timestamp, as [`has_time`] says; not at midnight, which is a day that a database wrote as a time.
pub fn write_one_way(text: &str, out: &mut String) -> bool {
    let text = text.trim();
    // Writing to memory does not fail.
    match read(text, None) {
        DateReading::Missing => false,
        DateReading::Read(moment) => {
            let at = moment.instant();
            let timed = moment.has_clock_time();
            let day = if timed { at.date() } else { moment.date() };
            let _ = write!(out, "{day}");
            let mark = if moment.states_offset() { "Z" } else { "" };
            write_time(timed.then(|| at.time()), mark, out)
        }
        DateReading::Ambiguous | DateReading::TwoDigitYear => match Triple::take(text) {
            Some((triple, rest)) => {
                let [a, b, c] = triple.numbers;
                let _ = write!(out, "{a}/{b}/{c}");
                let time = clock::read(rest).map(|clock| clock.time);
                write_time(time.filter(|time| *time != Time::midnight()), "", out)
            }
            None => as_it_stands(text, out),
        },
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
