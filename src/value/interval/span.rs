//! Two numbers with a mark between them.

use memchr::memchr;
use rust_decimal::Decimal;

use crate::observation::NumberStyle;
use crate::value::read_number;

/// Two numbers in order, low first: a result that is a range.
pub(in crate::value) fn read_span(text: &str, style: NumberStyle) -> Option<(Decimal, Decimal)> {
    split_span(text, style).filter(|(low, high)| low <= high)
}

/// Two numbers with one of the usual marks between them, in any order.
pub(super) fn split_span(text: &str, style: NumberStyle) -> Option<(Decimal, Decimal)> {
    // Names and units are asked as well, and most marks are in no text.
    text.bytes().filter(u8::is_ascii_digit).nth(1)?;
    for mark in [
        " - ",
        "÷",
        "——",
        "–",
        "—",
        "\u{2212}",
        "\u{2010}",
        "\u{2011}",
        " to ",
        " through ",
        " thru ",
        " bis ",
        " à ",
        " a ",
        " até ",
        " tot ",
        " till ",
        " til ",
        " do ",
        " al ",
        " до ",
        " έως ",
        " εως ",
        " ως ",
        " până la ",
        " pana la ",
        " kuni ",
        " līdz ",
        " lidz ",
        " iki ",
        "至",
        "到",
        "...",
        "…",
        "..",
        "_",
        "~",
        "--",
        "-",
    ] {
        if memchr(mark.as_bytes()[0], text.as_bytes()).is_none() {
            continue;
        }
        // "-5--2" is from -5 to -2.
        if mark == "--" && text.starts_with('-') {
            continue;
        }
        if let Some(span) = split_at(text, mark, style) {
            return Some(span);
        }
        // "1....5": whose the points are, nobody knows.
        if matches!(mark, "..." | "…") && text.contains(mark) {
            return None;
        }
    }
    None
}

/// Two numbers with this mark between them.
pub(super) fn split_at(text: &str, mark: &str, style: NumberStyle) -> Option<(Decimal, Decimal)> {
    let mut from = usize::from(mark == "-" && text.starts_with('-'));
    while let Some(at) = text.get(from..)?.find(mark).map(|at| at + from) {
        let (low, high) = (&text[..at], &text[at + mark.len()..]);
        if let (Some(low), Some(high)) = (
            read_number(low.trim(), style),
            read_number(high.trim(), style),
        ) {
            return Some((low, high));
        }
        from = at + mark.len();
    }
    None
}
