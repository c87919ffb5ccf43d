//! What the dates of a file settle.

use super::*;

#[test]
fn one_proof_settles_and_a_contradiction_unsettles() {
    let (dmy, mdy) = (Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst));
    for (dates, settled, open) in [
        (&["2014-03-12"][..], None, false),
        (&["12/10/2014"], None, true),
        (&["12/10/2014", "25/10/2014 4:42 p.m."], dmy, false),
        (&["12/10/2014", "10-25-2014"], mdy, false),
        (&["25/10/2014", "10/25/2014"], None, true),
        (&["25/10/14"], None, false),
        (&["25.10.2014"], None, false),
        (&["5/5/2014"], None, true),
        (&["x/y"], None, false),
    ] {
        let mut evidence = OrderEvidence::default();
        for date in dates {
            evidence.see(date);
        }
        assert_eq!(evidence.of_full_years(), settled, "{dates:?}");
        assert_eq!(evidence.is_open(), open, "{dates:?}");
    }
}

/// What is settled of `-`, `/`, `.` and of months as words: `d`, `m`, `y`, or `?`.
fn settled(evidence: OrderEvidence) -> String {
    let DateOrders { short, worded, .. } = evidence.settled();
    let letter = |order: Option<DateOrder>| order.map_or("?", |order| &order.as_str()[..1]);
    short.into_iter().chain([worded]).map(letter).collect()
}

#[test]
fn years_of_two_digits() {
    for (dates, expected) in [
        // Any of these may be of 2018, 2005 or 2026.
        (&["18.05.26"][..], "???d"),
        (&["18/05/26", "19/05/26"], "???d"),
        (&["26-05-18"], "???d"),
        (&["05/06/26"], "???d"),
        // Day first or month first is not settled by a year that is last.
        (&["5/6/26"], "???d"),
        // A day behind the month.
        (&["5/18/26", "05/06/26"], "?m?d"),
        (&["05/18/26 08:15"], "?m?d"),
        // No year has one digit, and none is last that is a day.
        (&["5.6.26"], "??dd"),
        (&["8/5/26", "18/05/26"], "?d?d"),
        (&["18.05.26", "02.03.60"], "??dd"),
        (&["18/05/26", "02/03/60"], "?d?d"),
        // With the same mark, years in full are last.
        (&["18.05.26", "02.03.1960"], "??dd"),
        (&["05/06/26", "25/12/1960"], "?d?d"),
        (&["05/06/26", "12/25/1960"], "?m?d"),
        (&["05/06/26", "02/03/1960"], "???d"),
        (&["18/05/26", "02/03/1960"], "?d?d"),
        // With another mark they say nothing of it; nor do years that are first, or columns in another order.
        (&["18/05/26", "02.03.1960"], "???d"),
        (&["18-05-26", "1960-03-02"], "???d"),
        (&["18/05/26", "12/25/1960"], "???d"),
        // One way with each mark.
        (&["5/18/26", "18.05.26", "02.03.60"], "?mdd"),
        // Contradictions.
        (&["5/18/26", "18/5/26"], "???d"),
        (&["18/5/26", "26/5/8"], "???d"),
        // A year in front is one only where all dates say so: 45 may be a slip.
        (&["94-05-18", "95-01-02"], "y??d"),
        (&["45/05/18", "18/05/26"], "???d"),
        (&["45/05/18", "18/05/26", "8/5/26"], "???d"),
        (&["26/5/8", "26/5/18"], "???d"),
        // No date at all, or none that exists, tells nothing.
        (&["99/99/99", "18/05/26"], "???d"),
        (&["31/04/26"], "???d"),
        // The year is the end that stays, while the other one goes through the days.
        (
            &["18.05.26", "19.05.26", "20.05.26", "03.06.26", "04.06.26"],
            "??dd",
        ),
        (
            &["18/05/26", "19/05/26", "20/05/26", "03/06/26", "04/06/26"],
            "?d?d",
        ),
        (
            &["26-05-18", "26-05-19", "26-05-20", "26-06-03", "26-06-04"],
            "y??d",
        ),
        (
            &["26.05.18", "26.05.19", "26.05.20", "26.06.03", "26.06.04"],
            "??yd",
        ),
        // Four days; two ends that move; a day that stands for a month; two years that are far from each other.
        (&["18.05.26", "19.05.26", "20.05.26", "03.06.26"], "???d"),
        (
            &["18.05.26", "19.05.25", "20.05.24", "03.06.23", "04.06.22"],
            "???d",
        ),
        (
            &["01.05.22", "01.05.23", "01.05.24", "01.06.25", "01.06.26"],
            "???d",
        ),
        (
            &["31.05.18", "30.06.19", "31.05.20", "30.04.21", "31.03.22"],
            "???d",
        ),
        // Somebody who is seen each year, in one month or on one day.
        (
            &["05/10/20", "05/08/21", "05/11/22", "05/12/23", "05/09/24"],
            "???d",
        ),
        (
            &["07/03/21", "07/03/22", "07/03/23", "07/03/24", "07/03/25"],
            "???d",
        ),
        (
            &["21-03-07", "22-03-07", "23-03-07", "24-03-07", "25-03-07"],
            "???d",
        ),
        (
            &["22.05.18", "22.05.19", "22.05.20", "22.06.21", "22.06.22"],
            "???d",
        ),
        // Which is the month?
        (
            &["05/06/26", "06/06/26", "07/06/26", "08/06/26", "09/06/26"],
            "???d",
        ),
        // Months as words.
        (&["18-MAY-26"], "???d"),
        (&["26-MAY-18", "94-MAY-18"], "????"),
        (&["18 May 26", "2026-May-18"], "????"),
        (&["18-MAY-26", "18-MAY-2026", "May 18, 2026"], "???d"),
        (&["2164-10-23 21:09:00", "45 minutes"], "???d"),
    ] {
        let (mut all, mut parts) = (OrderEvidence::default(), OrderEvidence::default());
        for date in dates {
            all.see(date);
        }
        // Whatever the order of rows, and however they are cut into blocks.
        for date in dates.iter().rev() {
            let mut part = OrderEvidence::default();
            part.see(date);
            parts.merge(part);
        }
        assert_eq!(all, parts, "{dates:?}");
        assert_eq!(settled(all), expected, "{dates:?}");
    }
}

#[test]
fn the_language_of_a_header_may_settle_points() {
    for (header, dates, expected) in [
        ("Abnahmedatum", &["18.05.26"][..], "??dd"),
        ("Дата взятия", &["18.05.26"], "??dd"),
        ("Data pobrania", &["18.05.26", "05.06.26"], "??dd"),
        ("Datum odběru", &["18.05.26"], "??dd"),
        ("Prøvedato", &["18.05.26"], "??dd"),
        ("Näytteenottoaika", &["18.05.26 8.15"], "??dd"),
        ("Tarih", &["18.05.26"], "??dd"),
        // No other mark, no other language, and no date that cannot be one.
        ("Abnahmedatum", &["18/05/26"], "???d"),
        ("Abnahmedatum", &["26-05-18"], "???d"),
        ("Abnahmedatum", &["94.05.18"], "???d"),
        ("Abnahmedatum", &["94.05.18", "18.05.26"], "???d"),
        ("Mintavétel dátuma", &["18.05.26"], "???d"),
        ("채취일", &["26.05.18"], "???d"),
        ("採血日", &["26.05.18"], "???d"),
        ("Date", &["18.05.26"], "???d"),
        ("Datum", &["18.05.26"], "???d"),
        ("Data", &["18.05.26"], "???d"),
    ] {
        let mut evidence = OrderEvidence::of_headers(["Patient", header]);
        dates.iter().for_each(|date| evidence.see(date));
        assert_eq!(settled(evidence), expected, "{header}: {dates:?}");
    }
}
