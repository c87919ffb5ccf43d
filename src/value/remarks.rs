//! What laboratories write behind a number that says nothing against it: that it was measured once more, that somebody was
//! told. And the number in front of words that nobody here knows.

use rust_decimal::Decimal;

use super::{is_blank, read_number};
use crate::observation::NumberStyle;
use crate::text::fold_words;

/// That a number was checked, folded.
#[rustfmt::skip]
const CHECKED: &[&str] = &[
    "checked", "rechecked", "re-checked", "double checked", "double-checked", "repeated", "rerun", "re-run", "retested", "re-tested", "confirmed",
    "verified", "repeated and confirmed", "checked and repeated", "repeated and checked", "repeated x2", "result checked", "result confirmed",
    "result verified", "result repeated", "repeat confirmed", "confirmed by repeat", "confirmed on repeat",
    "kontrolliert", "bestatigt", "nachgemessen", "wiederholt", "mehrfach gemessen", "verifie", "confirme", "resultat controle",
    "resultat verifie", "comprobado", "verificado", "confirmado", "repetido", "conferido", "verificato", "confermato", "ripetuto", "controllato",
    "gecontroleerd", "bevestigd", "herhaald", "kontrolleret", "kontrollerad", "kontrollert", "bekreftet", "bekraeftet", "bekraftad", "sprawdzono",
    "potwierdzono", "перепроверено", "подтверждено",
];

/// That somebody was told of it, folded.
#[rustfmt::skip]
const CALLED: &[&str] = &[
    "phoned", "phoned to ward", "phoned ward", "phoned to gp", "phoned gp", "phoned through", "phoned to clinic", "telephoned", "telephoned to ward",
    "called to ward", "called ward", "called to floor", "called to rn", "called to md", "result phoned", "result called", "result phoned to ward",
    "results phoned", "notified", "ward notified", "ward informed", "doctor informed", "dr informed", "physician notified", "md notified", "rn notified",
    "telefonisch mitgeteilt", "telefonisch durchgegeben", "telefonisch ubermittelt", "telephone", "avisado", "comunicado", "comunicato", "doorgebeld",
];

/// True for a remark that a number was checked.
pub(super) fn is_checked(trailing: &str, rest: &str) -> bool {
    is_one_of(CHECKED, trailing, rest)
}

/// True for a remark that somebody was told.
pub(super) fn is_called(trailing: &str, rest: &str) -> bool {
    is_one_of(CALLED, trailing, rest)
}

fn is_one_of(known: &[&str], trailing: &str, rest: &str) -> bool {
    const LONGEST: usize = 40;
    let set_off = |c: char| is_blank(c) || matches!(c, '(' | '[' | ',' | ';' | '-');
    if !rest.starts_with(set_off) || LONGEST < trailing.len() {
        return false;
    }
    let remark = trailing.trim_matches(|c: char| !c.is_alphanumeric());
    known.contains(&fold_words(remark).as_str())
}

/// The number in front of words that are not known: "6.9 see note". Not of what is counted ("2 hours", "1 of 3", "2nd"), and
/// not where more numbers may belong to it ("4 - 5", "1:40", "1+").
pub(crate) fn before_words(text: &str, style: NumberStyle) -> Option<Decimal> {
    let text = text.trim_matches(is_blank);
    if let Some(number) = text.strip_suffix('#') {
        return read_number(number.trim_end(), style);
    }
    let end = text.find(|c: char| is_blank(c) || matches!(c, '(' | '['))?;
    let (number, rest) = text.split_at(end);
    let number = read_number(number.trim_end_matches([',', ';']), style)?;
    let words = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let between = &rest[..rest.len() - words.len()];
    let is_word = words.starts_with(char::is_alphabetic);
    let folded = fold_words(words);
    let first = folded.split(|c: char| !c.is_alphabetic()).next()?;
    let is_plain = !between.contains(['+', '/', ':', '~', '<', '>', '^', '%']);
    (is_word && is_plain && !COUNTED.contains(&first)).then_some(number)
}

/// What is counted, and what makes a number a part of something, folded.
#[rustfmt::skip]
const COUNTED: &[&str] = &[
    "h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes", "s", "sec", "d", "day", "days", "wk", "wks", "week", "weeks", "mo", "month",
    "months", "y", "yr", "yrs", "year", "years", "std", "stunden", "tage", "wochen", "monate", "jahre", "heures", "jours", "horas", "dias", "ore", "giorni",
    "am", "pm", "uhr", "of", "out", "von", "de", "to", "bis", "a", "or", "and", "x", "st", "nd", "rd", "th", "plus", "times", "fold", "cells", "cell",
    "sample", "samples", "tube", "tubes", "test", "tests", "result", "results", "ml", "ul", "l", "drops", "zellen", "jan", "feb", "mar", "apr", "may", "jun",
    "jul", "aug", "sep", "oct", "nov", "dec",
    // Of another fluid, of no patient.
    "urine", "urin", "csf", "liquor", "dialysate", "dialysat", "effluent", "fluid", "drain", "ascites", "pleural", "qc", "iqc", "eqa", "control", "level",
    "target", "goal", "ziel", "limit",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_front_of_words() {
        for (text, expected) in [
            ("6.9 see note", Some("6.9")),
            ("6.9 (see note)", Some("6.9")),
            ("6.9, ward told at 10:30", Some("6.9")),
            ("6.9 #", Some("6.9")),
            ("6.9", None),
            ("see note 6.9", None),
            ("2 hours", None),
            ("1 of 3", None),
            ("2nd sample", None),
            ("2 tests", None),
            ("1+ hemolyzed", None),
            ("1:40 positive", None),
            ("4 - 5 units", None),
            ("12 Mar 2026", None),
            ("6.9 % of all", None),
            ("30 urine", None),
            ("1.2 CSF", None),
        ] {
            let number = before_words(text, NumberStyle::default());
            let number = number.map(|number| number.to_string());
            assert_eq!(number.as_deref(), expected, "{text}");
        }
    }
}
