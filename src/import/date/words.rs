//! The words of dates: months, days of the week, and what says nothing.

use crate::text::fold_words;

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

/// The month that a word names.
pub(super) fn month(word: &str) -> Option<i64> {
    let mut months = MONTHS.iter();
    let found = months.find(|(name, _)| *name == word);
    found.map(|(_, number)| *number)
}

/// The first word for a month.
pub(super) fn short_month(month: i64) -> &'static str {
    let mut months = MONTHS.iter();
    let found = months.find(|(_, number)| *number == month);
    found.map_or("", |(name, _)| *name)
}

/// True for a word that says nothing in a date.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}
