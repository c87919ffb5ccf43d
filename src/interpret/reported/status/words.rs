//! Statuses in the words of laboratories, by the stems they are made of: `anulado`, `anulada` and `anulowany` are one.
//!
//! What is taken back counts before what is denied, that before what is not finished, and that before what is final: a
//! status is final only if every word of it says so or says nothing.

use super::Status;
use super::stems::{
    BESIDE, CORRECTED, DENIALS, DONE, FINAL, HOLDS, NOT_FINAL, NOT_FINAL_PHRASES, NOT_FINAL_WORDS,
    NOTHING, TAKEN_BACK, TAKEN_BACK_BEGIN, TAKEN_BACK_WHOLE, WHOLE, begins, glued,
    is_denied_behind, is_known, is_noun, is_word,
};
use crate::text::fold_words;

/// What the words of a status say, if that is known: of several clauses the first tells ("Final; ESR cancelled"), unless all
/// are final up to one that is corrected.
pub(super) fn read(text: &str) -> Option<Status> {
    let Some((first, mut rest)) = clauses(text) else {
        return clause(text);
    };
    let behind = rest;
    if is_taken_back_whole(text) {
        return Some(Status::Cancelled);
    }
    let said = super::known(first);
    let mut next = said;
    while next == Some(Status::Final) && !rest.is_empty() {
        (next, rest) = match clauses(rest).filter(|_| super::listed(rest).is_none()) {
            Some(_) if is_taken_back_whole(rest) => (Some(Status::Cancelled), ""),
            Some((first, behind)) => (super::known(first), behind),
            None => (super::known(rest), ""),
        };
    }
    match next {
        Some(Status::Corrected) => next,
        // "Reported (cancelled)": one word, and of nothing else.
        Some(Status::Cancelled) if text.ends_with(')') && !behind.contains([' ', ';', ',']) => next,
        _ => said,
    }
}

/// The first clause, and those behind it; nothing if there is only one.
fn clauses(text: &str) -> Option<(&str, &str)> {
    let is_end = |c: char| matches!(c, ';' | '(' | ',' | ':');
    let at = text.find(is_end).or_else(|| text.find(" - "))?;
    let (first, rest) = text.split_at(at);
    Some((first, rest.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// "Corrected - previous": several clauses that mean one thing.
fn is_taken_back_whole(text: &str) -> bool {
    if LONGEST < text.len() {
        return false;
    }
    let folded = fold_words(text).replace(['-', ':'], " ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    TAKEN_BACK_WHOLE.contains(&words.join(" ").as_str())
}

/// Bytes of the longest clause: a sentence is a comment.
const LONGEST: usize = 60;

/// What one clause says.
fn clause(text: &str) -> Option<Status> {
    const SHORTEST: usize = 3;
    if text.len() < SHORTEST || LONGEST < text.len() {
        return None;
    }
    let folded = fold_words(text).replace(['_', '-', '/', '(', ')', ',', '.', ':', ';'], " ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    let joined = words.join(" ");
    let any = |stems: &str| words.iter().any(|word| begins(word, stems));
    let begins_with = |phrase: &&str| {
        let rest = joined.strip_prefix(*phrase);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let (first, rest) = words.split_first()?;
    if TAKEN_BACK_WHOLE.contains(&joined.as_str()) || TAKEN_BACK_BEGIN.iter().any(begins_with) {
        return Some(Status::Cancelled);
    }
    let mut phrases = NOT_FINAL_PHRASES.iter();
    let in_phrase = phrases.any(|phrase| joined.contains(phrase));
    if is_word(first, DENIALS) {
        return denied(rest);
    }
    if !in_phrase && !words.iter().all(|word| is_known(word)) {
        return None;
    }
    if glued(first, DONE) {
        return Some(Status::NotDone);
    }
    if any(TAKEN_BACK) {
        return Some(Status::Cancelled);
    }
    if let Some(denial) = words.iter().position(|word| is_word(word, DENIALS)) {
        return denied(&words[denial + 1..]);
    }
    let unfinished =
        any(NOT_FINAL) || words.iter().any(|word| is_word(word, NOT_FINAL_WORDS)) || in_phrase;
    if unfinished || glued(first, FINAL) || glued(first, WHOLE) || is_denied_behind(first) {
        return Some(Status::Preliminary);
    }
    let says = |word: &&str, stems: &str| begins(word, stems) && !is_noun(word);
    let corrected = words.iter().any(|word| says(word, CORRECTED));
    let finished = words.iter().any(|word| says(word, FINAL));
    let known = |word: &&str| says(word, CORRECTED) || says(word, FINAL) || is_word(word, BESIDE);
    match words.iter().all(known) {
        true if corrected => Some(Status::Corrected),
        true if finished => Some(Status::Final),
        _ => None,
    }
}

/// True for words by which a laboratory takes back what it reported: "In Error No View", `neplatný`.
pub(super) fn is_withdrawn(text: &str) -> bool {
    const STEMS: &str = "withdr retract delet invalid ungult zuruckgez gelosch geloesch neplatn niewazn ugyld ogilt ongeldig usunie smaza \
        vymaza zmaza borttag slett elimin supprim visszavon unchart";
    let folded = fold_words(text);
    let error = folded.starts_with("in error");
    2 < text.len()
        && (error || folded.split(' ').any(|word| begins(word, STEMS)))
        && read(text) == Some(Status::Cancelled)
}

/// True for a status that begins with a denial: "nicht storniert".
pub(crate) fn is_denied(text: &str) -> bool {
    let folded = fold_words(text);
    folded
        .split_once([' ', '-', '_'])
        .is_some_and(|(first, _)| is_word(first, DENIALS))
}

/// What stands behind a denial: such a status is never that of a finished result.
fn denied(rest: &[&str]) -> Option<Status> {
    let any = |stems: &str| rest.iter().any(|word| begins(word, stems));
    if rest.is_empty() || any(NOTHING) || !rest.iter().all(|word| is_known(word)) {
        None
    } else if any(HOLDS) && !any("validie valide valida") {
        Some(Status::Cancelled)
    } else if any(DONE) {
        Some(Status::NotDone)
    } else {
        Some(Status::Preliminary)
    }
}

#[cfg(test)]
mod tests {
    use super::super::known;
    use super::*;

    #[track_caller]
    fn all(expected: Option<Status>, texts: &str) {
        for text in texts.split('|') {
            assert_eq!(known(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_taken_back() {
        all(
            Some(Status::Cancelled),
            "annulée|Annulé|anulada|Anulados|cancellato|cancellata|cancelada|cancelado|rejeitado|excluído|anulowany|Anulowano|\
             odrzucony|odrzucone|zrušeno|zrušen|törölt|Törölve|anulat|respins|vervallen|makulerat|annullert|annulleret|mitätöity|\
             peruttu|iptal|İptal edildi|Anforderung storniert|Stornierung|gesperrt|In Error No Mut|In Error No View|In Error w/o View|\
             CAN|Inactive|Old Verified|Corrected - previous|Uncharted|Aborted|Obsolete|nicht verwertbar|not valid|ne platný|\
             neplatný|nieważny|ongeldig|ugyldig|ogiltig|érvénytelen|аннулирован|gelöscht|avvist|afgekeurd|vyloučeno|non conforme|refusé|sztornó",
        );
    }

    #[test]
    fn what_is_not_final() {
        all(
            Some(Status::Preliminary),
            "nicht freigegeben|in Arbeit|in Bearbeitung|em análise|niezatwierdzone|nie zatwierdzony|nevalidováno|onaylanmadı|\
             Onay bekliyor|voorlopig|vorläufiger Befund|Teilbefund|teilweise freigegeben|en cours|en attente de validation|\
             à valider|technisch validiert|validé techniquement|pendiente|pendente|in attesa|w trakcie|v procesu|předběžný|\
             wstępny|előzetes|folyamatban|kesken|alustava|ikke godkendt|tech. validiert|teknik onay|Befund folgt|Draft|Pend|ej godkänd|ei hyväksytty|não liberado|niet geautoriseerd|\
             nem validált|non validé|no validado|non validato|Not Entered|Suspended|incomplete|unvollständig|unfreigegeben|ausstehend",
        );
        all(
            Some(Status::NotDone),
            "nicht durchgeführt|not performed|non effectué|no realizado|niewykonane|neprovedeno|Test not performed",
        );
    }

    #[test]
    fn what_is_final() {
        all(
            Some(Status::Final),
            "gültig|abgeschlossen|endgültig|liberado|Liberada|zatwierdzone|Zatwierdzony|uvolněno|platný|geautoriseerd|godkjent|\
             godkänd|godkendt|slutsvar|onaylandı|Onaylı|valmis|refertato|validé biologiquement|validiert|medizinisch validiert|\
             COMP|Reviewed|Performed|Autoverified|auto-verified|Final report|definitief|ostateczny|konečný|végleges|lopullinen|готов|med. validiert|Validé B|geprüft|\
             vidimerad|udført|elkészült|wydany|V|Final; ESR cancelled|Final (recollected)|Final - not fasting|Verified - no delta|\
             Released, not called|Final, ESR pending|Verified; add-on cancelled",
        );
        all(
            Some(Status::Corrected),
            "Corrected: previous result 5.8|Verified, corrected|Final/Corrected|modifié|corregido|korrigiert|opraveno|skorygowany|rättad|gecorrigeerd",
        );
    }

    #[test]
    fn a_status_of_very_many_clauses_is_read_once() {
        let many = |last: &str| "F; ".repeat(5_000) + last;
        assert_eq!(known(&many("ESR cancelled")), Some(Status::Final));
        assert_eq!(known(&many("corrected")), Some(Status::Corrected));
        assert_eq!(known(&many("P")), Some(Status::Final));
    }

    #[test]
    fn what_says_nothing_that_is_known() {
        all(
            None,
            "Cancelled ESR|PTH not done|duplicate order cancelled|cancelled other tests|EDTA contamination excluded|no hemolysis|\
             Not fasting|TSH pending|Pending other tests|Invalid for other tests|rerun|Result entered|Previous result 5.8|\
             Storno ESR|Hämolyse ausgeschlossen|keine Gerinnsel|Passed QC|Hide|Q|No|not applicable|non critique|Validation|Validierung|Archived|3|ambulant|stationär|Routine|\
             Normal|above range|See comment",
        );
    }
}
