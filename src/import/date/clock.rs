//! Times of day, with what may stand around them: `T`, `p.m.`, a zone.

use jiff::civil::Time;

use super::{Offset, Precision, Triple, plain};

/// A time of day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub(super) time: Time,
    pub(super) precision: Precision,
    /// Where it is stated.
    pub(super) offset: Option<Offset>,
}

/// Words between a day and its time, in small letters.
#[rustfmt::skip]
const AT: &[&str] = &["at", "à", "a las", "às", "alle", "alle ore", "ore", "um", "om", "kl", "kl.", "klo", "godz.", "saat", "в"];

/// Reads all of `text` as a time (`T14:30:15.25Z`, `4:42 p.m.`, `7h05`, `0705`, `07.05`, `à 7:05`).
pub(super) fn read(text: &str) -> Option<Clock> {
    let text = text.trim();
    let text = text
        .strip_prefix(['T', 't', ':', ','])
        .unwrap_or(text)
        .trim_start();
    let text = behind_word(text);
    let (hour, minute, second, precision, rest) = match together(text) {
        Some(parts) => parts,
        None => apart(text)?,
    };
    let rest = rest.trim();
    let (half, rest) = half_of_day(rest);
    let hour = match half {
        Some(afternoon) if (1..=12).contains(&hour) => hour % 12 + if afternoon { 12 } else { 0 },
        Some(_) => return None,
        None => hour,
    };
    Some(Clock {
        time: time(hour, minute, second)?,
        precision,
        offset: zone(rest)?,
    })
}

/// The time behind a word that leads to it.
fn behind_word(text: &str) -> &str {
    let Some(at) = text.find(|c: char| c.is_ascii_digit()).filter(|at| 0 < *at) else {
        return text;
    };
    let (word, time) = text.split_at(at);
    match AT.contains(&word.trim().to_lowercase().as_str()) {
        true => time,
        false => text,
    }
}

/// Hour, minute, second, how exactly they are stated, and what is left.
type Parts<'t> = (i64, i64, i64, Precision, &'t str);

/// `0712` and `071205`: two digits each, and no mark between them.
fn together(text: &str) -> Option<Parts<'_>> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (head, rest) = text.split_at(digits);
    let two = |from: usize| head.get(from..from + 2)?.parse::<i64>().ok();
    match digits {
        4 => Some((two(0)?, two(2)?, 0, Precision::Minute, rest)),
        6 => Some((two(0)?, two(2)?, two(4)?, Precision::Second, rest)),
        _ => None,
    }
}

/// `7:12`, `7h12`, `7:12:05.25`; and `7.12`, where a single figure behind the point may be of an hour in tenths.
fn apart(text: &str) -> Option<Parts<'_>> {
    let (hour, rest) = number(text)?;
    let mark = rest
        .chars()
        .next()
        .filter(|mark| matches!(mark, ':' | 'h' | 'H' | '.'))?;
    let behind = &rest[mark.len_utf8()..];
    let (minute, rest) = number(behind)?;
    if mark == '.' && behind.len() - rest.len() != 2 {
        return None;
    }
    let next = if mark == '.' { '.' } else { ':' };
    let Some(behind) = rest.strip_prefix(next) else {
        return Some((hour, minute, 0, Precision::Minute, rest));
    };
    let (second, rest) = number(behind)?;
    let rest = match rest.strip_prefix(['.', ',']) {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    Some((hour, minute, second, Precision::Second, rest))
}

/// A time that exists.
pub(super) fn time(hour: i64, minute: i64, second: i64) -> Option<Time> {
    let part = |n: i64| i8::try_from(n).ok();
    // A leap second is the last second of its minute.
    Time::new(part(hour)?, part(minute)?, part(second.min(59))?, 0).ok()
}

/// Zones that are called by letters, in minutes ahead of UTC: those of RFC 2822, and those of Europe.
const ZONES: &[(&str, i16)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("wet", 0),
    ("west", 60),
    ("cet", 60),
    ("cest", 120),
    ("mez", 60),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
];

/// What may stand behind a time: nothing, `Uhr`, or a zone (`Z`, `UTC`, `CET`, `+01`, `+0100`, `+01:00`, each with the name
/// of its place behind it in brackets) and its offset. `None` for anything else.
pub(super) fn zone(text: &str) -> Option<Option<Offset>> {
    let text = text.trim();
    // `+01:00[Europe/Berlin]`
    let text = match text
        .strip_suffix(']')
        .and_then(|named| named.split_once('['))
    {
        Some((stated, _)) if !stated.is_empty() => stated.trim_end(),
        _ => text,
    };
    if text.is_empty()
        || ["uhr", "h", "hrs", "uur"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
    {
        return Some(None);
    }
    let mut zones = ZONES.iter();
    if let Some((_, minutes)) = zones.find(|(name, _)| text.eq_ignore_ascii_case(name)) {
        return Some(Some(Offset(*minutes)));
    }
    // `GMT+01:00`
    let offset = ["UTC", "GMT"]
        .iter()
        .find_map(|name| text.strip_prefix(name));
    let offset = offset.unwrap_or(text);
    let digits = offset.strip_prefix(['+', '-'])?;
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None => digits.split_at_checked(2)?,
    };
    let part = |text: &str, below: i16| match text.as_bytes() {
        [b'0'..=b'9', b'0'..=b'9'] => text.parse().ok().filter(|number| *number < below),
        _ => None,
    };
    let minutes = match minutes {
        "" if !digits.contains(':') => 0,
        minutes => part(minutes, 60)?,
    };
    let ahead = part(hours, 24)? * 60 + minutes;
    Some(Some(Offset(if offset.starts_with('-') {
        -ahead
    } else {
        ahead
    })))
}

/// `Some(true)` for p.m., `Some(false)` for a.m., and the rest.
fn half_of_day(text: &str) -> (Option<bool>, &str) {
    let mut letters = text
        .char_indices()
        .filter(|(_, c)| !matches!(c, '.' | ' ' | '\u{a0}'))
        .map(|(at, c)| (at, c.to_ascii_lowercase()));
    let afternoon = match letters.next() {
        Some((_, 'p')) => true,
        Some((_, 'a')) => false,
        _ => return (None, text),
    };
    let Some((at, 'm')) = letters.next() else {
        return (None, text);
    };
    let rest = text[at + 1..].trim_start_matches('.');
    // `PM EST`, and no longer word that begins like one of the two.
    if rest.starts_with(char::is_alphanumeric) {
        return (None, text);
    }
    (Some(afternoon), rest)
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

/// `08.12.30`: hours, minutes and seconds, in a column that may hold the time beside a date.
#[must_use]
pub fn is_clock(cell: &str) -> bool {
    let Some((triple, "")) = Triple::take(cell.trim()) else {
        return false;
    };
    let [hour, minute, second] = triple.numbers;
    triple.has_points() && triple.digits == [2, 2, 2] && time(hour, minute, second).is_some()
}

/// True for a time of day that is read, in the signs of any language.
pub(crate) fn is_time(cell: &str) -> bool {
    read(&plain::plain(cell)).is_some()
}

/// True for the first moment of a day.
pub(crate) fn is_midnight(cell: &str) -> bool {
    read(&plain::plain(cell)).is_some_and(|clock| clock.time == Time::midnight())
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
            ("07:05 hrs", Some("07:05:00")),
            ("14:30-05:00", Some("14:30:00")),
            ("23:59:60", Some("23:59:59")),
            ("24:00", None),
            ("13:00 pm", None),
            ("7:60", None),
            ("noon", None),
            ("14:30 approx", None),
            ("0712", Some("07:12:00")),
            ("071205", Some("07:12:05")),
            ("0712 PM", Some("19:12:00")),
            ("07.12", Some("07:12:00")),
            ("7.12.05", Some("07:12:05")),
            ("à 07:12", Some("07:12:00")),
            ("um 7:12 Uhr", Some("07:12:00")),
            ("kl. 07.12", Some("07:12:00")),
            // A figure may be lost, or of tenths.
            ("712", None),
            ("07123", None),
            ("7.5", None),
            ("7.123", None),
            ("2412", None),
            ("0760", None),
            ("before 07:12", None),
        ] {
            let time = read(text).map(|clock| clock.time.to_string());
            assert_eq!(time.as_deref(), expected, "{text:?}");
        }
    }

    /// In minutes ahead of UTC.
    #[test]
    fn offsets_are_read_as_they_are_stated() {
        for (text, expected) in [
            ("14:30", Some(None)),
            ("14:30 Uhr", Some(None)),
            ("14:30Z", Some(Some(0))),
            ("14:30 UTC", Some(Some(0))),
            ("14:30-05:00", Some(Some(-300))),
            ("14:30+0530", Some(Some(330))),
            ("14:30:15.25+01", Some(Some(60))),
            ("14:30+01:00[Europe/Berlin]", Some(Some(60))),
            ("14:30 GMT+02:00", Some(Some(120))),
            ("2:30 PM EST", Some(Some(-300))),
            ("2:30 p.m. -05:00", Some(Some(-300))),
            ("14:30 CEST", Some(Some(120))),
            ("14:30 XYZ", None),
            ("14:30+5", None),
            ("14:30+25:00", None),
            ("14:30+01:75", None),
            ("14:30[Europe/Berlin]", None),
            ("2:30 pmt", None),
        ] {
            let offset = read(text).map(|clock| clock.offset.map(|Offset(minutes)| minutes));
            assert_eq!(offset, expected, "{text:?}");
        }
    }
}
