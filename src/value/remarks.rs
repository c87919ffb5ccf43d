//! What laboratories write behind a number that says nothing against it: that it was measured once more, that somebody was
//! told; and a flag in front of such words, `6.9 H, phoned to ward`.

use super::flags::{is_critical, is_flag};
use super::is_blank;
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

/// True if nothing but that a number was checked, or that somebody was told of it, stands behind it.
pub(super) fn is_harmless(rest: &str) -> bool {
    const LONGEST: usize = 40;
    let set_off = |c: char| is_blank(c) || matches!(c, '(' | '[' | ',' | ';' | '-' | ')' | ']');
    // "Checked?" is a doubt.
    if !rest.starts_with(set_off) || LONGEST < rest.len() || rest.contains('?') {
        return false;
    }
    let remark = fold_words(rest.trim_matches(|c: char| !c.is_alphanumeric()));
    [CHECKED, CALLED]
        .iter()
        .any(|known| known.contains(&remark.as_str()))
}

/// A flag behind a number, and what stands behind the flag: `H`, `, phoned to ward`. A small letter alone may be a unit.
pub(crate) fn take_flag(rest: &str) -> (&str, &str) {
    let opens = |c: char| is_blank(c) || matches!(c, '(' | '[');
    let start = rest.trim_start_matches(opens);
    let (flag, behind) = match start.trim_start_matches(['*', '!', '↑', '↓']) {
        behind if behind.len() < start.len() => start.split_at(start.len() - behind.len()),
        _ => {
            let ends = |c: char| !(c.is_alphanumeric() || matches!(c, '▲' | '▼' | '△' | '▽'));
            let behind = &start[start.find(ends).unwrap_or(start.len())..];
            // "L!"
            let behind = behind.trim_start_matches(['*', '!']);
            start.split_at(start.len() - behind.len())
        }
    };
    let is_small_letter = flag.len() == 1 && flag.bytes().all(|c| c.is_ascii_lowercase());
    if is_small_letter || !(is_flag(flag) || is_critical(flag)) {
        return ("", rest);
    }
    let behind = behind.trim_start_matches([')', ']']);
    // "CRITICAL HIGH"
    let (more, last) = take_flag(behind);
    let length = if more.is_empty() {
        flag.len()
    } else {
        start.len() - last.len()
    };
    (start[..length].trim_end_matches([')', ']']), last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_in_front_of_words() {
        for (rest, flag, behind) in [
            (" H, phoned", "H", ", phoned"),
            ("H haemolysed", "H", " haemolysed"),
            (" (H) phoned", "H", " phoned"),
            ("* haemolysed", "*", " haemolysed"),
            ("L! phoned", "L!", " phoned"),
            ("H* mmol/L", "H*", " mmol/L"),
            ("*haemolysed", "*", "haemolysed"),
            (" CRITICAL HIGH - phoned", "CRITICAL HIGH", " - phoned"),
            (" h after", "", " h after"),
            (" haemolysed", "", " haemolysed"),
            ("", "", ""),
        ] {
            assert_eq!(take_flag(rest), (flag, behind), "{rest}");
        }
    }
}
