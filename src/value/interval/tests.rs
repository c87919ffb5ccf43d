//! Printed intervals as reports write them.

use super::*;

mod words;

#[track_caller]
fn check(input: &str, expected: &str) {
    let shown = match text(input, NumberStyle::default()) {
        Printed::Missing => "missing".to_string(),
        Printed::Unreadable => "unreadable".to_string(),
        Printed::Reversed => "reversed".to_string(),
        Printed::Interval(low, high, unit) => {
            let end = |limit: Option<Limit>| {
                limit.map_or_else(String::new, |l| {
                    format!("{}{}", l.value, if l.inclusive { "" } else { "!" })
                })
            };
            format!("{}..{} {unit}", end(low), end(high))
                .trim()
                .to_string()
        }
    };
    assert_eq!(shown, expected, "{input:?}");
}

#[test]
fn intervals_as_reports_print_them() {
    check("3.5-5.1", "3.5..5.1");
    check("3.5 - 5.1", "3.5..5.1");
    check("3.5——5.1", "3.5..5.1");
    check("3.5到5.1", "3.5..5.1");
    check("~5.1", "..5.1");
    check("3.5~", "3.5..");
    check("~", "unreadable");
    check("/", "missing");
    check("无", "missing");
    check("< 3.0 (желательный)", "..3.0!");
    check("3.5イカ", "..3.5");
    check("3.5–5.1", "3.5..5.1");
    check("Negative: <5", "..5!");
    check("N : 3.5 - 5.1", "3.5..5.1");
    check("136^146", "136..146");
    check("10^9", "unreadable");
    check("10^12", "unreadable");
    check("10^12/L", "unreadable");
    check("3.5 mmol/L - 5.1 mmol/L", "3.5..5.1 mmol/L");
    check("3.5 mmol/L - 5.1 mg/dL", "unreadable");
    check("≥3.5 ≤5.1", "3.5..5.1");
    check(">= 3.5 - <= 5.1", "3.5..5.1");
    check("> 3.5 < 5.1", "3.5!..5.1!");
    check(">5 <3", "reversed");
    check("3.5 through 5.1", "3.5..5.1");
    check("{3.5-5.1}", "3.5..5.1");
    check("3.5-5.1*", "3.5..5.1");
    check("min 3.5 max 5.1", "3.5..5.1");
    check("5 max", "..5");
    check("0-<5", "0..5!");
    check("0-<5 mg/L", "0..5! mg/L");
    check("30-1,000", "30..1000");
    check("30 - 1,000 ug/L", "30..1000 ug/L");
    check("200 - 1.100", "200..1100");
    check("200 - 1 100", "200..1100");
    check("0.5-1,000", "unreadable");
    // Reversed, and no thousands: the first one has decimals too.
    check("1.030-1.005", "reversed");
    check("2.5-1.234", "reversed");
    check("1.300 - 1.010 mg/L", "reversed");
    check("5.1-3.5", "reversed");
    check("<5 Positive: >10", "..5! Positive: >10");
    check("(3.5-5.1)", "3.5..5.1");
    check("[3.5 - 5.1] mmol/L", "3.5..5.1 mmol/L");
    check("3.8-11.0 K/uL", "3.8..11.0 K/uL");
    check("4.0-10.0 10^9/L", "4.0..10.0 10^9/L");
    check("13 to 18", "13..18");
    check("70_105", "70..105");
    check("-2-2", "-2..2");
    check("-5 - -2", "-5..-2");
    check(">90", "90!..");
    check(">=59", "59..");
    check("<200", "..200!");
    check("≤200 mg/dL", "..200 mg/dL");
    check("3.5--5.3", "3.5..5.3");
    check("-5--2", "-5..-2");
    check("3.5~5.3", "3.5..5.3");
    check("3.5至5.3", "3.5..5.3");
    check("от 3.5 до 5.3", "3.5..5.3");
    check("до 31", "..31");
    check("не более 31", "..31");
    check("менее 31", "..31!");
    check("10 ... 50", "10..50");
    check("0...40", "0..40");
    check("10…50", "10..50");
    check("[10 ; 50]", "10..50");
    check("[10;50] mg/dL", "10..50 mg/dL");
    check("10 ; 50", "unreadable");
    check("< = 50", "..50");
    check("> = 50", "50..");
    check("‹50", "..50!");
    check("› 50", "50!..");
    check(">=3.5 and <=5.1", "3.5..5.1");
    check("> 3.5 and < 5.1", "3.5!..5.1!");
    check("40以下", "..40");
    check("40未満", "..40!");
    check("60 이상", "60..");
    check("60 초과", "60!..");
    check("", "missing");
}

#[test]
fn two_cells_of_which_one_has_thousands() {
    for (low, high, expected) in [
        ("30", "1,100", Some((30, 1100))),
        ("200", "1.100", Some((200, 1100))),
        ("200", "1 100", Some((200, 1100))),
        ("30", "1100", Some((30, 1100))),
        // Both may have decimals, or thousands; the two may be in each other's place.
        ("150,000", "450,000", None),
        ("0.5", "1,000", None),
        ("1,100", "30", None),
        ("", "1,100", None),
        ("1", "1,100", None),
        ("30", "1,10", None),
    ] {
        let row = Observation {
            low,
            high,
            ..Observation::default()
        };
        let read = match printed(&row) {
            Printed::Interval(Some(low), Some(high), "") => Some((low.value, high.value)),
            _ => None,
        };
        let expected = expected.map(|(low, high)| (Decimal::from(low), Decimal::from(high)));
        assert_eq!(read, expected, "{low} {high}");
    }
}

#[test]
fn a_dash_without_its_other_number() {
    for (input, expected) in [
        ("- 34", "..34"),
        ("– 34 U/L", "..34 U/L"),
        ("60 -", "60.."),
        ("60 - g/L", "60.. g/L"),
        ("4 - 10 10^9/L", "4..10 10^9/L"),
        // A negative number, or half of something.
        ("-34", "unreadable"),
        ("60-", "unreadable"),
        ("- -34", "unreadable"),
        ("60 - 10^9/L", "unreadable"),
    ] {
        check(input, expected);
    }
}

#[test]
fn what_is_no_interval() {
    check("46-38", "reversed");
    check("0-0", "unreadable");
    check("NEGATIVE", "unreadable");
    check("M: 13-17 F: 12-15", "unreadable");
    check("5", "unreadable");
}
