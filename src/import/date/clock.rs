//! Times of day, with what may stand around them: `T`, `p.m.`, a zone.

use jiff::civil::Time;

use super::Precision;

/// Reads all of `text` as a time (`T14:30:15.25Z`, `4:42 p.m.`, `7h05`). A zone is accepted and
/// dropped: ages and intervals between samples go by the laboratory's own clock.
pub(super) fn read(text: &str) -> Option<(Time, Precision)> {
    let text = text.trim();
    let text = text
        .strip_prefix(['T', 't', ':', ','])
        .unwrap_or(text)
        .trim_start();
    let (hour, rest) = number(text)?;
    let rest = rest.strip_prefix([':', 'h', 'H'])?;
    let (minute, rest) = number(rest)?;
    let (second, precision, rest) = match rest.strip_prefix(':') {
        Some(rest) => {
            let (second, rest) = number(rest)?;
            let rest = match rest.strip_prefix(['.', ',']) {
                Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
                None => rest,
            };
            (second, Precision::Second, rest)
        }
        None => (0, Precision::Minute, rest),
    };
    let rest = rest.trim();
    let hour = match half_of_day(rest) {
        Some(afternoon) if (1..=12).contains(&hour) => hour % 12 + if afternoon { 12 } else { 0 },
        Some(_) => return None,
        None if is_zone(rest) => hour,
        None => return None,
    };
    Some((time(hour, minute, second)?, precision))
}

/// A time that exists.
pub(super) fn time(hour: i64, minute: i64, second: i64) -> Option<Time> {
    let part = |n: i64| i8::try_from(n).ok();
    // A leap second is the last second of its minute.
    Time::new(part(hour)?, part(minute)?, part(second.min(59))?, 0).ok()
}

/// Nothing, or a zone: `Z`, `UTC`, `+01`, `+0100`, `+01:00`, `Uhr`.
pub(super) fn is_zone(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty()
        || ["z", "utc", "gmt", "uhr", "h"]
            .iter()
            .any(|z| text.eq_ignore_ascii_case(z))
    {
        return true;
    }
    let Some(offset) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    let digits = offset.bytes().filter(u8::is_ascii_digit).count();
    matches!(digits, 2 | 4) && offset.bytes().all(|c| c.is_ascii_digit() || c == b':')
}

/// `Some(true)` for p.m., `Some(false)` for a.m.
fn half_of_day(text: &str) -> Option<bool> {
    let mut letters = text
        .chars()
        .filter(|c| !matches!(c, '.' | ' ' | '\u{a0}'))
        .map(|c| c.to_ascii_lowercase());
    match (letters.next(), letters.next(), letters.next()) {
        (Some('p'), Some('m'), None) => Some(true),
        (Some('a'), Some('m'), None) => Some(false),
        _ => None,
    }
}

/// One or two digits from the start of `text`, and the rest.
fn number(text: &str) -> Option<(i64, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let (head, rest) = text.split_at(digits);
    Some((head.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_whole_or_not_at_all() {
        for (text, expected) in [
            ("T14:30", Some("14:30:00")),
            (" 07:05:59.9999", Some("07:05:59")),
            ("4:42 p.m.", Some("16:42:00")),
            ("12:00 AM", Some("00:00:00")),
            ("12:00pm", Some("12:00:00")),
            ("7h05", Some("07:05:00")),
            ("07:05 Uhr", Some("07:05:00")),
            ("14:30-05:00", Some("14:30:00")),
            ("23:59:60", Some("23:59:59")),
            ("24:00", None),
            ("13:00 pm", None),
            ("7:60", None),
            ("noon", None),
            ("14:30 approx", None),
        ] {
            let time = read(text).map(|(time, _)| time.to_string());
            assert_eq!(time.as_deref(), expected, "{text:?}");
        }
    }
}
