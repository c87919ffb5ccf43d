//! Value cells as exports write them, and what is read.

use super::*;

fn dec(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

#[track_caller]
fn check(text: &str, expected: Value<'_>) {
    let reading = read(text, "", NumberStyle::default(), &ResultWords::bundled());
    assert_eq!(reading.value, expected, "{text:?}");
}

#[test]
fn numbers() {
    check("5.9", Value::Number(dec("5.9")));
    check(" 140 ", Value::Number(dec("140")));
    check(".5", Value::Number(dec("0.5")));
    check("5.", Value::Number(dec("5")));
    check("-3.2", Value::Number(dec("-3.2")));
    check("1.5E+05", Value::Number(dec("150000")));
    check("7.40", Value::Number(dec("7.40")));
}

#[test]
fn what_is_no_number() {
    for text in [
        "inf",
        "-Infinity",
        "1e400",
        "1_000",
        "0x1F",
        "1:40",
        "5,1",
        "1,234",
        "POSITIVE",
        "12/5",
        "2014-03-01",
        "4x",
        "--5",
        "5..1",
        "++",
        "1.2.3",
    ] {
        check(text, Value::Text(text));
    }
}

#[test]
fn both_decimal_marks_in_one_file() {
    let style = NumberStyle {
        groups_open: true,
        ..NumberStyle::default()
    };
    let words = ResultWords::bundled();
    for (text, number) in [
        ("4,1", "4.1"),
        ("-4,15", "-4.15"),
        ("0,125", "0.125"),
        ("0.9", "0.9"),
        ("4,1 mmol/L", "4.1"),
    ] {
        let read = read(text, "", style, &words).value;
        assert_eq!(read, Value::Number(dec(number)), "{text}");
    }
    for text in [
        "4,125", "4.125", "1.234,5", "4,1,2", "4,1.2", ",5", "4,", "4,1:2",
    ] {
        let read = read(text, "", style, &words).value;
        assert_eq!(read, Value::Text(text), "{text}");
    }
}

#[test]
fn inequalities() {
    use Comparator::{Greater, GreaterOrEqual, Less, LessOrEqual};
    check("<10", Value::Censored(Less, dec("10")));
    check("< 0.02", Value::Censored(Less, dec("0.02")));
    check("<=5", Value::Censored(LessOrEqual, dec("5")));
    check("≥ 90", Value::Censored(GreaterOrEqual, dec("90")));
    check("LESS THAN 10", Value::Censored(Less, dec("10")));
    check(
        "Greater than or equal to 5",
        Value::Censored(GreaterOrEqual, dec("5")),
    );
    check("GREATER THAN 20 NG/ML", Value::Censored(Greater, dec("20")));
    let words = ResultWords::bundled();
    let reading = read("GREATER THAN 20 NG/ML", "", NumberStyle::default(), &words);
    assert_eq!(reading.unit, "NG/ML");
    let own_column = read("10", "<", NumberStyle::default(), &words);
    assert_eq!(own_column.value, Value::Censored(Less, dec("10")));
    let equal = read("10", "=", NumberStyle::default(), &words);
    assert_eq!(equal.value, Value::Number(dec("10")));
}

#[test]
fn numbers_in_parts() {
    use Comparator::{Less, LessOrEqual};
    for (text, expected) in [
        ("^6.9", Value::Number(dec("6.9"))),
        ("=^138", Value::Number(dec("138"))),
        ("<^15", Value::Censored(Less, dec("15"))),
        ("<=^15^^", Value::Censored(LessOrEqual, dec("15"))),
        ("^1^-^5", Value::Range(dec("1"), dec("5"))),
    ] {
        check(text, expected);
    }
    for text in [
        "^1^:^128", "^2^+", "<>^5", "10^3", "^", "^5^-^1", "<^1^-^5", "K^6.9",
    ] {
        check(text, Value::Text(text));
    }
    let words = ResultWords::bundled();
    let beside = |sign| read("^15", sign, NumberStyle::default(), &words).value;
    assert_eq!(beside(">"), Value::Censored(Comparator::Greater, dec("15")));
    assert_eq!(beside("ad"), Value::Text("^15"));
}

#[test]
fn flags_and_units_behind_the_number() {
    let words = ResultWords::bundled();
    for (text, unit, flag) in [
        ("5.9 H", "", "H"),
        ("5.9*", "", "*"),
        ("5.9 (H)", "", "(H)"),
        ("5.9 mmol/L", "mmol/L", ""),
        ("5.9mmol/L", "mmol/L", ""),
        ("5.9 mmol/L H", "mmol/L", "H"),
        ("42 %", "%", ""),
        ("*7.9", "", "*"),
        ("**7.9", "", "**"),
        ("H 171", "", "H"),
        ("HH 171", "", "HH"),
        ("↑5.6", "", "↑"),
        ("H 171 mmol/L", "mmol/L", "H"),
        ("6.9 CRITICAL HIGH", "", "CRITICAL HIGH"),
        ("6.9 CRITICAL", "", "CRITICAL"),
        ("6.9 mmol/L CRITICAL HIGH", "mmol/L", "CRITICAL HIGH"),
        ("118 CALLED", "", "CALLED"),
        ("6.9 HH called", "", "HH called"),
        ("6.9 C", "", "C"),
        ("6.9 CH", "", "CH"),
        ("2.1 (CL)", "", "(CL)"),
        ("5.9 +", "", "+"),
        ("118 L!", "", "L!"),
        ("118L!", "", "L!"),
        ("118 L+", "", "L+"),
        ("118 L#", "", "L"),
        ("118 LC", "", "LC"),
        ("118 L C", "", "L C"),
        ("118 -!", "", "-!"),
        ("118 !!", "", "!!"),
        ("118 ▼▼", "", "▼▼"),
        ("6.1 (L) g/dL", "g/dL", "L"),
        ("118* mmol/L", "mmol/L", "*"),
        ("118 L! mmol/L", "mmol/L", "L!"),
        ("*118 L", "", "L"),
        ("*118 LL", "", "LL"),
        ("!118 L", "", "L"),
        ("**112**", "", "**"),
        ("6.9 (corrected from 4.5)", "", ""),
    ] {
        let reading = read(text, "", NumberStyle::default(), &words);
        assert!(matches!(reading.value, Value::Number(_)), "{text:?}");
        assert_eq!((reading.unit, reading.flag), (unit, flag), "{text:?}");
    }
}

#[test]
fn what_stands_before_a_number_and_is_no_flag_is_text() {
    for text in [
        "X 171",
        "H-171",
        "about 5",
        "H3",
        "* see comment",
        "H L 5",
        "CL 105",
        "CALLED 118",
        "2 +",
        "5.9+",
        "6.9C",
        "6.9 (corrected from 4.5 or 5)",
        "6.9 (not corrected from 4.5)",
        "5.4*10**",
        "5.4*10**-3",
    ] {
        let reading = read(text, "", NumberStyle::default(), &ResultWords::bundled());
        assert!(
            matches!(reading.value, Value::Text(_) | Value::Absent(_)),
            "{text:?}"
        );
    }
    check("*<0.4", Value::Censored(Comparator::Less, dec("0.4")));
    // The limits beside it may be in such units: 241*10**3 beside 150-400.
    check("5.40*10**3", Value::Text("5.40*10**3"));
}

#[test]
fn ranges() {
    check("3-5", Value::Range(dec("3"), dec("5")));
    check("10 - 20", Value::Range(dec("10"), dec("20")));
    check("13 to 18", Value::Range(dec("13"), dec("18")));
}

#[test]
fn decimal_comma_and_thousands_only_where_the_file_says_so() {
    let words = ResultWords::bundled();
    let german = NumberStyle {
        decimal_comma: true,
        thousands: Some('.'),
        groups_open: false,
    };
    for (text, expected) in [("5,1", "5.1"), ("1.234,5", "1234.5"), ("1.234", "1234")] {
        assert_eq!(
            read(text, "", german, &words).value,
            Value::Number(dec(expected)),
            "{text:?}"
        );
    }
    let us = NumberStyle {
        decimal_comma: false,
        thousands: Some(','),
        groups_open: false,
    };
    assert_eq!(
        read("12,345.6", "", us, &words).value,
        Value::Number(dec("12345.6"))
    );
    for (text, number) in [("1,20,000", "120000"), ("12,34,567.5", "1234567.5")] {
        let read = read(text, "", us, &words).value;
        assert_eq!(read, Value::Number(dec(number)), "{text}");
    }
    for text in ["1,20,00", "1,200,00", "120,00,000", "1,20,1000"] {
        let read = read(text, "", us, &words).value;
        assert_eq!(read, Value::Text(text), "{text}");
    }
    assert_eq!(read("5,1", "", us, &words).value, Value::Text("5,1"));
}
