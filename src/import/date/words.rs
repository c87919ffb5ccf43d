//! Dates with the month as a word: `12-Mar-2014`, `Mar 12, 2014`, `12. März 2014`.

use super::{DateReading, calendar, clock, moment};
use crate::text::{fold_into, fold_words};

/// Month names and their short forms in the languages of the exports seen, accents removed.
const MONTHS: &[(&str, i64)] = &[
    ("jan", 1),
    ("january", 1),
    ("januar", 1),
    ("janner", 1),
    ("janvier", 1),
    ("janv", 1),
    ("enero", 1),
    ("ene", 1),
    ("gennaio", 1),
    ("gen", 1),
    ("feb", 2),
    ("february", 2),
    ("februar", 2),
    ("fevrier", 2),
    ("fevr", 2),
    ("fev", 2),
    ("febrero", 2),
    ("febbraio", 2),
    ("febb", 2),
    ("mar", 3),
    ("march", 3),
    ("marz", 3),
    ("mrz", 3),
    ("maerz", 3),
    ("mars", 3),
    ("marzo", 3),
    ("apr", 4),
    ("april", 4),
    ("avril", 4),
    ("avr", 4),
    ("abril", 4),
    ("abr", 4),
    ("aprile", 4),
    ("may", 5),
    ("mai", 5),
    ("mayo", 5),
    ("maggio", 5),
    ("mag", 5),
    ("jun", 6),
    ("june", 6),
    ("juni", 6),
    ("juin", 6),
    ("junio", 6),
    ("giugno", 6),
    ("giu", 6),
    ("jul", 7),
    ("july", 7),
    ("juli", 7),
    ("juillet", 7),
    ("juil", 7),
    ("julio", 7),
    ("luglio", 7),
    ("lug", 7),
    ("aug", 8),
    ("august", 8),
    ("aout", 8),
    ("agosto", 8),
    ("ago", 8),
    ("sep", 9),
    ("sept", 9),
    ("september", 9),
    ("septembre", 9),
    ("septiembre", 9),
    ("settembre", 9),
    ("set", 9),
    ("oct", 10),
    ("october", 10),
    ("okt", 10),
    ("oktober", 10),
    ("octobre", 10),
    ("octubre", 10),
    ("ottobre", 10),
    ("ott", 10),
    ("nov", 11),
    ("november", 11),
    ("novembre", 11),
    ("noviembre", 11),
    ("dec", 12),
    ("december", 12),
    ("dez", 12),
    ("dezember", 12),
    ("decembre", 12),
    ("diciembre", 12),
    ("dic", 12),
    ("dicembre", 12),
];

/// Words that may stand in a date and say nothing.
const FILLERS: &[&str] = &[
    "de", "del", "den", "the", "le", "el", "il", "um", "at", "a", "ore", "alle", "uhr", "of", "st",
    "nd", "rd", "th", "er", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
];

/// Days of the week, as they stand in front of a date in numbers.
#[rustfmt::skip]
const WEEKDAYS: &[&str] = &[
    "mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday", "sat",
    "saturday", "sun", "sunday", "mo", "di", "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "lun", "lundi", "mar", "mardi", "mer", "mercredi", "jeu", "jeudi", "ven", "vendredi", "sam", "samedi",
    "dim", "dimanche", "lunes", "martes", "mie", "miercoles", "jue", "jueves", "vie", "viernes", "sab", "sabado", "dom", "domingo",
    "lunedi", "martedi", "mercoledi", "gio", "giovedi", "venerdi", "sabato", "domenica", "ma", "wo", "vr", "za", "zo",
];

/// What stands behind the day of the week: `Mon 01/15/2024`, `Mo., 15.01.2024`.
pub(super) fn behind_weekday(text: &str) -> Option<&str> {
    let (word, rest) = text.split_once([' ', ','])?;
    let word = fold_words(word.trim_end_matches('.'));
    let rest = rest.trim_start_matches([' ', ',']);
    WEEKDAYS.contains(&word.as_str()).then_some(rest)
}

/// Reads a date whose month is a word; everything in it must be understood.
pub(super) fn read(text: &str) -> DateReading {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded, |_| true);
    let (date, time) = split_time(&folded);
    let (mut day, mut month, mut year) = (None, None, None);
    for token in tokens(&date) {
        if let Ok(number) = token.parse::<i64>() {
            match (token.len(), day) {
                (1..=2, None) => day = Some(number),
                // A second short number can only be a year without its century.
                (1..=2, Some(_)) if month.is_some() && year.is_none() => {
                    return DateReading::TwoDigitYear;
                }
                (4, _) if year.is_none() => year = Some(number),
                _ => return DateReading::Unreadable,
            }
        } else if let (None, Some((_, number))) =
            (month, MONTHS.iter().find(|(name, _)| *name == token))
        {
            month = Some(*number);
        } else if !FILLERS.contains(&token) {
            return DateReading::Unreadable;
        }
    }
    let (Some(day), Some(month), Some(year)) = (day, month, year) else {
        return DateReading::Unreadable;
    };
    let time = match time.as_deref().map(clock::read) {
        Some(None) => return DateReading::Unreadable,
        Some(time) => time,
        None => None,
    };
    match calendar(year, month, day) {
        Some(date) => moment(date, time),
        None => DateReading::Unreadable,
    }
}

/// Separates the time from the date: it is the part around the first colon that has a digit on
/// both sides, with an a.m. or p.m. behind it. The year may follow it, as in C's `ctime`.
fn split_time(text: &str) -> (String, Option<String>) {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // `12MAR2014:08:30:00` (SAS) has a colon that belongs to no time.
    let colon = (1..bytes.len()).find(|&at| {
        let short = digit(at - 1) && !(at >= 4 && (at - 4..at).all(digit));
        bytes[at] == b':' && short && digit(at + 1)
    });
    let Some(colon) = colon else {
        return (text.to_string(), None);
    };
    let mut start = colon;
    while start > 0 && digit(start - 1) {
        start -= 1;
    }
    let mut end = colon;
    while bytes
        .get(end)
        .is_some_and(|c| c.is_ascii_digit() || matches!(c, b':' | b'.'))
    {
        end += 1;
    }
    let (Some(before), Some(time), Some(after)) =
        (text.get(..start), text.get(start..end), text.get(end..))
    else {
        return (text.to_string(), None);
    };
    let year_at = after.trim_start();
    // `10:15:30 2014`, `10:15:30 CET 2014`
    let (zone, year) = year_at.rsplit_once(' ').unwrap_or(("", year_at));
    let is_year = year.len() == 4 && year.bytes().all(|c| c.is_ascii_digit());
    if is_year {
        (format!("{before} {year}"), Some(format!("{time} {zone}")))
    } else {
        (before.to_string(), Some(format!("{time}{after}")))
    }
}

/// Runs of digits and runs of letters.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = None;
    let mut digits = false;
    for (at, c) in text.char_indices() {
        if let Some(from) = start
            && (!c.is_alphanumeric() || c.is_ascii_digit() != digits)
        {
            tokens.push(&text[from..at]);
            start = None;
        }
        if c.is_alphanumeric() && start.is_none() {
            start = Some(at);
            digits = c.is_ascii_digit();
        }
    }
    if let Some(from) = start {
        tokens.push(&text[from..]);
    }
    tokens
}
