//! Dates as exports write them, and what is read.

use super::*;

/// The day of a moment, as the tests state it.
fn iso(reading: DateReading) -> String {
    match reading {
        DateReading::Read(m) if m.precision == Precision::Date => m.date().to_string(),
        DateReading::Read(m) if m.precision == Precision::Minute => {
            m.datetime().strftime("%Y-%m-%d %H:%M").to_string()
        }
        DateReading::Read(m) => m.datetime().to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn dates_are_read_or_refused() {
    let (dmy, mdy) = (Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst));
    for (text, order, expected) in [
        ("2014-03-12", None, "2014-03-12"),
        (" 2014-3-2 ", None, "2014-03-02"),
        ("2014/03/12", None, "2014-03-12"),
        ("2014-03-12T14:30", None, "2014-03-12 14:30"),
        ("2014-03-12T14:30:15Z", None, "2014-03-12T14:30:15"),
        ("2014-03-12T14:30:15.250+01:00", None, "2014-03-12T14:30:15"),
        ("2014-03-12 14:30:15 UTC", None, "2014-03-12T14:30:15"),
        ("2164-10-23 21:09:00", None, "2164-10-23T21:09:00"),
        ("2014-03", None, "Unreadable"),
        ("2014", None, "Unreadable"),
        ("2014-13-01", None, "Unreadable"),
        ("2014-02-30", None, "Unreadable"),
        ("0026-03-12", None, "Unreadable"),
        ("20140312", None, "2014-03-12"),
        ("201403121430", None, "2014-03-12 14:30"),
        ("20140312143015", None, "2014-03-12T14:30:15"),
        ("20140312143015.1234+0100", None, "2014-03-12T14:30:15"),
        ("41953", None, "Unreadable"),
        ("41953.93508", None, "Unreadable"),
        ("12.10.2014", None, "2014-10-12"),
        ("12.10.2014 07:15", mdy, "2014-10-12 07:15"),
        ("1. 2. 2014", None, "2014-02-01"),
        ("12/10/2014", None, "Ambiguous"),
        ("12/10/2014", dmy, "2014-10-12"),
        ("12/10/2014", mdy, "2014-12-10"),
        ("12-10-2014", dmy, "2014-10-12"),
        ("10/10/2014", None, "2014-10-10"),
        ("25/12/2014", None, "2014-12-25"),
        ("12/25/2014", None, "2014-12-25"),
        ("25/12/2014", mdy, "Unreadable"),
        ("令和6年5月2日", None, "2024-05-02"),
        ("令和6年5月2日(木) 08:15", None, "2024-05-02 08:15"),
        ("平成元年1月8日", None, "1989-01-08"),
        ("R6.5.2", None, "2024-05-02"),
        ("H10/1/31 8:15", None, "1998-01-31 08:15"),
        ("S50.3.4", mdy, "1975-03-04"),
        ("民國113年5月2日", None, "2024-05-02"),
        ("113/05/02 08:15", None, "2024-05-02 08:15"),
        ("065/03/04", None, "1976-03-04"),
        ("H32.1.1", None, "Unreadable"),
        ("S24-0000001", None, "Unreadable"),
        ("12/10/2014 4:42 p.m.", dmy, "2014-10-12 16:42"),
        ("12/10/2014 12:05 AM", dmy, "2014-10-12 00:05"),
        ("12/10/2014 4:42:10 PM", mdy, "2014-12-10T16:42:10"),
        ("3/5/94 0:00", None, "YearOpen"),
        ("12-Mar-14", None, "YearOpen"),
        ("12-Mar-2014", None, "2014-03-12"),
        ("12MAR2014", None, "2014-03-12"),
        ("12MAR2014:08:30:00", None, "2014-03-12T08:30:00"),
        ("Mar 12, 2014", None, "2014-03-12"),
        ("March 12th, 2014 8:05 am", None, "2014-03-12 08:05"),
        ("12. März 2014", None, "2014-03-12"),
        ("1er février 2014", None, "2014-02-01"),
        ("12 de marzo de 2014", None, "2014-03-12"),
        ("12 dicembre 2014 ore 9:30", None, "2014-12-12 09:30"),
        ("Mon 11/24/2014", None, "2014-11-24"),
        ("Mo., 24.11.2014 08:30", None, "2014-11-24 08:30"),
        ("mardi 24/11/2014", None, "2014-11-24"),
        ("Mon Nov 10 22:26:31 2014", None, "2014-11-10T22:26:31"),
        ("Mon Nov 10 22:26:31 CET 2014", None, "2014-11-10T22:26:31"),
        ("12/10/2014 soon", dmy, "Unreadable"),
        ("yesterday", None, "Unreadable"),
        ("", None, "Missing"),
        ("NULL", None, "Missing"),
    ] {
        assert_eq!(iso(read(text, order)), expected, "{text:?} {order:?}");
    }
}

/// `None`: nothing settles the order of the numbers.
#[test]
fn two_digits_of_a_year() {
    let (dmy, mdy) = (Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst));
    let ymd = Some(DateOrder::YearFirst);
    for (text, order, expected) in [
        ("18.05.26", None, "YearOpen"),
        ("18/05/26", None, "YearOpen"),
        ("26-05-18", None, "YearOpen"),
        ("05/06/26", None, "YearOpen"),
        ("5/6/26", None, "YearOpen"),
        ("18-MAY-26", None, "YearOpen"),
        // One way only.
        ("5/18/26", None, "2026-05-18"),
        ("05/18/26 08:15", None, "2026-05-18 08:15"),
        ("18/5/94", None, "1994-05-18"),
        ("May 18, 26", None, "2026-05-18"),
        // A slip in a day is no year.
        ("45/05/18", None, "YearOpen"),
        ("18.05.26 08:15", dmy, "2026-05-18 08:15"),
        ("18.05.26, 8:15 Uhr", dmy, "2026-05-18 08:15"),
        ("Mo., 18.05.26", dmy, "2026-05-18"),
        ("18/05/26", dmy, "2026-05-18"),
        ("05/06/26", dmy, "2026-06-05"),
        ("05/06/26 4:42 p.m.", mdy, "2026-05-06 16:42"),
        ("26-05-18", ymd, "2026-05-18"),
        ("26/5/8", ymd, "2026-05-08"),
        ("18-MAY-26", dmy, "2026-05-18"),
        ("18-MAY-26", mdy, "2026-05-18"),
        ("18 May 26 08:15", dmy, "2026-05-18 08:15"),
        ("18/mai/26", dmy, "2026-05-18"),
        ("18MAY26:08:15:00", dmy, "2026-05-18T08:15:00"),
        ("18-MAY-26 08.15.00.000000 PM", dmy, "2026-05-18T20:15:00"),
        ("18-MAY-2026 08.15.00 AM", None, "2026-05-18T08:15:00"),
        ("26-MAY-18", ymd, "2026-05-18"),
        // Against the order, no such day, or something else behind it.
        ("5/18/26", dmy, "TwoDigitYear"),
        ("45/05/18", dmy, "TwoDigitYear"),
        ("94-MAY-18", dmy, "TwoDigitYear"),
        ("31.02.26", dmy, "TwoDigitYear"),
        ("31-FEB-26", dmy, "TwoDigitYear"),
        ("18.05.26 soon", dmy, "TwoDigitYear"),
        ("18.05.26-3", dmy, "TwoDigitYear"),
        ("18-MAY-26 soon", dmy, "TwoDigitYear"),
        ("18-MAY-26 25:00", dmy, "TwoDigitYear"),
        ("18-MAY-6", dmy, "TwoDigitYear"),
        ("99/99/99", None, "TwoDigitYear"),
        ("26/5/8", None, "Unreadable"),
        ("1/2/3", dmy, "Unreadable"),
        ("05.06.26", mdy, "YearOpen"),
        // The century of a sample.
        ("18.05.00", dmy, "2000-05-18"),
        ("18.05.49", dmy, "2049-05-18"),
        ("18.05.50", dmy, "TwoDigitYear"),
        ("18.05.69", dmy, "TwoDigitYear"),
        ("18.05.70", dmy, "1970-05-18"),
        ("18-MAY-99", dmy, "1999-05-18"),
        // Years in full are read as ever.
        ("2026-05-18", ymd, "2026-05-18"),
        ("12/10/2014", ymd, "Ambiguous"),
        ("18-MAY-2026", ymd, "2026-05-18"),
    ] {
        assert_eq!(iso(read(text, order)), expected, "{text:?} {order:?}");
    }
}

#[test]
fn a_birth_has_no_century_of_its_own() {
    for text in ["18.05.26", "5/18/26", "18-MAY-60"] {
        let refused = read_full_year(text, DateOrder::DayFirst);
        assert_eq!(refused, DateReading::TwoDigitYear, "{text}");
    }
}

#[test]
fn a_timestamp_is_more_than_a_date() {
    for (text, expected) in [
        ("2014-03-12", false),
        ("2014-03-12 00:00:00", true),
        ("2014-03-12T14:30", true),
        ("20140312", false),
        ("201403121430", true),
        ("12/10/2014", false),
        ("12/10/2014 4:42 p.m.", true),
        ("3/5/94 10:00", true),
        ("12-Mar-2014", false),
        ("18.05.26 08:15", true),
        ("18-MAY-26", false),
        ("18-MAY-26 08:15", true),
        ("18-MAY-26 08.15.00.000000 AM", true),
        ("12-Mar-2014 07:00", true),
        ("1440", true),
        ("-311", true),
        ("41953.93508", true),
        ("", false),
        ("morning", false),
    ] {
        assert_eq!(has_time(text), expected, "{text:?}");
    }
}

#[test]
fn no_text_panics() {
    for text in [
        "µ",
        "1/",
        "1//2",
        "12-é-2014",
        "²/3/2014",
        "--",
        "2014-03-12T",
        "12:",
        "1e9:00",
    ] {
        let _ = (read(text, None), has_time(text));
    }
}
