//! Statuses in the words of laboratories, by the stems they are made of: `anulado`, `anulada` and `anulowany` are one.
//!
//! What is taken back counts before what is denied, that before what is not finished, and that before what is final: a
//! status is final only if every word of it says so or says nothing.

use super::Status;
use crate::text::fold_words;

/// Stems of what is taken back, folded; a word that begins so counts.
#[rustfmt::skip] // the words wrapped as text
const TAKEN_BACK: &str = "\
    storn annul anul cancel revok rejet rejei reject rechaz rifiut respin odrzuc odmit odmiet zrus torol elutasit ervenytelen visszavon \
    exclu ausgeschl wyklucz vylouc vyluc usunie smaza vymaza zmaza vervall verworf abgelehn verwijd afgekeur geweiger \
    ingetrok makul mitato hylat peruttu peruu poist ponist iptal silin reddedil gecersiz ogilt ugyld ongeldig ungult invalid \
    neplatn niewazn gelosch geloesch borttag slett kasser avvis afvis gesperrt bloque bloccat elimin supprim descart scartat \
    zuruckgewies zuruckgezog withdr retract nullif void аннул отмен удал отклон скасов obsolet abort unchart supersed inactiv \
    inaktiv desactiv refus borrad avbrut kansell sztorn replaced unsatisf \
    брак забрак недеиств отозв анульов ошибоч ошибк помилк відхил видален";

/// Phrases of the same: the whole of a status, or how it begins. `Old Verified` is what a newer result stands in for.
const TAKEN_BACK_BEGIN: &[&str] = &[
    "in error",
    "old verified",
    "old authenticated",
    "en erreur",
    "fehler",
    "erreur",
    "errore",
];

/// The same, only as a whole: "Corrected: previous result 5.8" is a correction.
const TAKEN_BACK_WHOLE: &[&str] = &["corrected previous", "previous"];

/// Words that deny what stands behind them.
const DENIALS: &str =
    "no not non nicht nie ne nem niet ikke ej ei nao inte icke pas kein keine nu не ni";

/// Behind a denial: what makes the result none, and not one that is to come.
const HOLDS: &str = "conform idone valid gult gyldig giltig geldig platn wazn gecerli ervenyes verwert auswert usable utilisabl utilizabl годен пригод придат";
const DONE: &str = "done perform durchgef fait effectu realiz eseguit uitgevoerd utfor udfor wykonan proveden tehty yapil выполн викон провед";

/// Behind a denial: what says nothing of the state of a result.
const NOTHING: &str = "error fehler erreur errore applic aplic anwend specif stated angegeben renseig known crit krit urgent abnorm patholog flag amend correct remark";

/// Stems of what is not final yet.
#[rustfmt::skip] // the words wrapped as text
const NOT_FINAL: &str = "\
    vorlauf voorlop prelim provis provvis predbez wstepn tymczas elozet alustav valiaik forelop forelob gecici предвар попередн \
    czesciow castecn ciastocn parcial parzial partiel partial teilbef teilw teilerg delsv delvis osittai deelresult reszleg \
    pendi pendant pendent ausstehend offen erwart await waiting wart wacht attente attendu attesa aguard espera oczek ocekav \
    bekle bekli odotta venter ventende vantar ожид elaboraz lavoraz probih zpracov rozpracov spracov folyamat feldolgoz \
    onderweg pagaend igangv kesken calisil islem angefordert unver unvalid unautor unauthor ungepr unconfirm unreview \
    unreleas suspend suspens sospes onaysiz tech tecn tekn procesand digitac asteptar обработ";

/// Words of the same, that others begin like.
#[rustfmt::skip]
const NOT_FINAL_WORDS: &str = "\
    pend hold susp var ceka czeka draft concept folgt volgt lauft ordered scheduled collected received logged deferred \
    digitado coletado triado";

/// Phrases of the same, wherever they stand.
const NOT_FINAL_PHRASES: &[&str] = &[
    "to be ",
    "in arbeit",
    "in bearbeitung",
    "in process",
    "in progress",
    "en proceso",
    "em process",
    "v procesu",
    "en traitement",
    "em analise",
    "in analisi",
    "en analisis",
    "w analizie",
    "w trakcie",
    "on hold",
    "in behandel",
    "under behandl",
    "steht aus",
    "in bewerking",
    "in lucru",
    "a controler",
    "a refaire",
    "da ripetere",
    "zu validieren",
    "a valider",
    "da validare",
    "por validar",
    "a validar",
    "en cours",
    "en curso",
    "em curso",
    "em andamento",
    "in corso",
    "w toku",
    "under arbe",
    "tyon alla",
    "on sonuc",
    "on rapor",
    "в работе",
    "на валидации",
    "на проверке",
    "in validation",
    "en validation",
];

/// Stems of what is whole: what is not has a part to come.
const WHOLE: &str = "vollst popln uplny kompl";

/// Stems of what is corrected after it was reported.
const CORRECTED: &str = "corrig correg correct corrett corrigid korrig gecorrig skoryg popraw oprav javit duzelt rettet rattad amend korrekt modif rectif korjat исправ виправ скоррект";

/// Stems of what is final.
#[rustfmt::skip] // the words wrapped as text
const FINAL: &str = "\
    final valid gevalid zvalid verif authori authent autori geautor approved approb aprob aprov approuv approvat gult \
    abgeschl endg endbefund freigeg liberad liberat vrijgegev zatwierdz uvoln platn schval godk slutsv slutg endel \
    onayl valmi lopull hyvaks vahvist refertat definit ostateczn gotow konecn zakoncz ukonc dokonc hotov vegleges lezar kesz \
    kiad jovahagy terminad termine complet concluid conclus fertig erledigt ferdig faerdig tamamlan sonuclan kesin released \
    reported resulted signed firmad reviewed performed autoverif autovalid готов утвержд подтвержд заверш окончат gyldig giltig \
    geldig gecerli ervenyes wazn gepruft freigab vidimer signer besvar utfor udfor afslutt wykonan autory wydan vydan proveden \
    elkeszul leletez выполн викон проверен перевірен валидир валідов одобр схвал підтвердж затвердж выдан видан авторизов остаточн закрыт eliberat vastatt emitid informad entregad entregue rendu emess firmat assinad afgeslot gereed goedgek klar";

/// Words beside one of those that say nothing: of what, by whom.
#[rustfmt::skip] // the words wrapped as text
const BESIDE: &str = "\
    result results ergebnis ergebnisse befund resultat resultado resultados risultato wynik wyniki vysledek vysledky vysledok sonuc \
    lelet eredmeny svar uitslag report reports test tests lab laboratory biologiquement biologique biologically medically medical \
    medizinisch medisch medicalement clinically klinisch medico auto automatic automatically automatisch automatiquement fully \
    med bio b uzman available to portal and und et y e i og och by the";

/// Words that say of what something is, without naming another test.
#[rustfmt::skip] // the words wrapped as text
const OF_WHAT: &str = "\
    order anforderung auftrag request demande pedido sample specimen probe material edildi with w o error no view mut entered onay \
    wert value was is been has en in ist wurde durch vom par por pelo a an de la le del da do validation";

/// Does a word say something that is known here? One that does not may name another test, or what is denied.
fn is_known(word: &str) -> bool {
    let stems = [TAKEN_BACK, NOT_FINAL, FINAL, CORRECTED, WHOLE, HOLDS, DONE];
    let lists = [DENIALS, NOT_FINAL_WORDS, BESIDE, OF_WHAT];
    stems.iter().any(|stems| begins(word, stems))
        || lists.iter().any(|words| is_word(word, words))
        || glued(word, FINAL)
        || glued(word, DONE)
        || glued(word, WHOLE)
}

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

/// `niezatwierdzone`, `nevalidováno`, `unvollständig`, `incomplet`: a denial and what is final, or done, in one word.
fn glued(word: &str, stems: &str) -> bool {
    let denials = ["nie", "ne", "un", "in", "non", "o", "u"];
    let denied = |denial: &str| {
        let rest = word.strip_prefix(denial);
        rest.is_some_and(|rest| begins(rest, stems))
    };
    !begins(word, FINAL) && denials.iter().any(|denial| denied(denial))
}

/// `onaylanmadı`, `vahvistamaton`: what is final, and the denial behind it.
fn is_denied_behind(word: &str) -> bool {
    let behind = ["madi", "medi", "mamis", "memis", "maton"];
    begins(word, FINAL) && behind.iter().any(|denial| word.ends_with(denial))
}

fn begins(word: &str, stems: &str) -> bool {
    stems
        .split_ascii_whitespace()
        .any(|stem| word.starts_with(stem))
}

fn is_word(word: &str, words: &str) -> bool {
    words.split_ascii_whitespace().any(|other| other == word)
}

/// "Validation", "Validierung": what is still to be done, or was.
fn is_noun(word: &str) -> bool {
    let ends = [
        "ation", "azione", "acion", "acao", "ung", "ering", "acja", "ace", "aatio", "acia",
    ];
    ends.iter().any(|end| word.ends_with(end))
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
