//! Statuses that are known as a whole: the codes of HL7 and the words of systems, in any case.

use super::{OF_ANIMAL, STANDARDIZED, STATISTIC, Status};

/// What is known as a whole, the first that says so.
const LISTS: &[(Status, &[&str])] = &[
    (Status::Final, FINAL),
    (Status::Preliminary, PRELIMINARY),
    (Status::Corrected, CORRECTED),
    (Status::Cancelled, WITHDRAWN),
    (Status::Cancelled, CANCELLED),
    (Status::Failed, FAILED),
    (Status::NotDone, NOT_DONE),
    (Status::Statistic, &[STATISTIC]),
    (Status::Standardized, &[STANDARDIZED]),
    (Status::OfAnimal, &[OF_ANIMAL]),
];

/// What a status says that is known as a whole.
pub(super) fn read(text: &str) -> Option<Status> {
    let holds = |(_, words): &&(Status, &[&str])| is_one_of(text, words);
    LISTS.iter().find(holds).map(|(status, _)| *status)
}

/// True for what takes back a result that was reported.
pub(super) fn is_withdrawn(text: &str) -> bool {
    is_one_of(text, WITHDRAWN)
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| is_status(text, word))
}

/// One word of a status, with "_" or "-" for its blanks: `to_be_verified`.
fn is_status(text: &str, word: &str) -> bool {
    let as_blank = |byte: u8| {
        if byte == b'_' || byte == b'-' {
            b' '
        } else {
            byte
        }
    };
    let same = |(a, b): (u8, u8)| as_blank(a).eq_ignore_ascii_case(&as_blank(b));
    text.len() == word.len() && text.bytes().zip(word.bytes()).all(same)
}

/// Final.
#[rustfmt::skip] // the words wrapped as text
const FINAL: &[&str] = &[
    "F", "COMP", "FINAL", "PRINTED", "FILED", "FINALIZED", "FINALISED", "FINAL RESULT", "FINAL RESULTS", "FIN", "FI",
    "COMPLETE", "COMPLETED", "DONE", "VALIDATED", "VERIFIED", "RELEASED", "REPORTED", "APPROVED", "AUTHORIZED",
    "AUTHORISED", "RESULTED", "OK", "PASS", "PASSED", "VALID", "ACCEPTED", "A", "B", "U", "V", "PUBLISHED",
    "APPENDED", "AUTH (VERIFIED)", "AUTH(VERIFIED)", "AUTH VERIFIED", "AUTHENTICATED", "AUTH", "FINAL REPORT",
    "VERIFIED RESULT", "endgültig", "endbefund", "freigegeben", "validiert", "définitif", "validé", "definitivo",
    "validado", "validato",
];

/// Not released yet.
#[rustfmt::skip] // the words wrapped as text
const PRELIMINARY: &[&str] = &[
    "P", "PRELIMINARY", "PRELIM", "R", "I", "REGISTERED", "vorläufig", "provisoire", "preliminar", "preliminare", "S",
    "PARTIAL", "UNVERIFIED", "NOT VERIFIED", "UNVALIDATED", "nicht validiert", "unvalidiert", "TENTATIVE", "HELD",
    "ON HOLD", "PENDING", "IN PROCESS", "IN PROGRESS", "INTERIM", "INCOMPLETE", "ENTERED", "TECHNICAL ACCEPTED",
    "TECHNICALLY ACCEPTED", "UNAUTHORISED", "UNAUTHORIZED", "UNAUTH", "UNREVIEWED", "NOT REVIEWED", "NOT VALIDATED",
    "NOT RELEASED", "TO BE VERIFIED", "UNASSIGNED", "ASSIGNED", "SAMPLE RECEIVED", "ANTICIPATED", "IN LAB",
    "PRELIMINARY RESULT", "AWAITING VERIFICATION", "AWAITING VALIDATION", "AWAITING REVIEW", "PROVISIONAL",
    "voorlopig", "preliminärt", "foreløbig", "foreløpig", "provvisorio", "provisorio",
];

/// Corrected after release.
#[rustfmt::skip] // the words wrapped as text
const CORRECTED: &[&str] = &[
    "C", "CORRECTED", "CORR", "AMENDED", "ADDENDED", "korrigiert", "corrigé", "corregido", "corretto", "REVISED",
    "MODIFIED", "ALTERED", "EDITED", "EDITED RESULT", "EDITED RESULT - FINAL", "TRANSCRIBED (CORRECTED)",
    "CORRECTED RESULT", "CORRECTED REPORT", "CORRECTION",
];

/// Taken back after it was reported: HL7 `W` and `D`, and words for it.
#[rustfmt::skip] // the words wrapped as text
const WITHDRAWN: &[&str] = &[
    "W", "D", "WITHDRAWN", "DELETED", "RETRACTED", "REMOVED", "ENTERED IN ERROR", "ENTERED-IN-ERROR", "IN ERROR",
    "ERROR", "POSTED IN ERROR", "INVALID", "INVALIDATED", "WRONG", "zurückgezogen", "gelöscht", "ungültig",
    "supprimé", "retiré",
];

/// Cancelled: an order, or a result that was none.
#[rustfmt::skip] // the words wrapped as text
const CANCELLED: &[&str] = &[
    "X", "CAN", "TECHNICAL REJECTED", "TECHNICALLY REJECTED", "TECHNICAL REJECT", "CANCELLED", "CANCELED", "CANC",
    "storniert", "annulé", "anulado", "annullato", "REJECTED", "WRONG PATIENT", "SPECIMEN ERROR", "DISCONTINUED",
    "VOID", "VOIDED", "NULLIFIED", "STORNO", "annulliert", "abgebrochen", "INERROR", "makuleret", "SUPERSEDED",
    "REPLACED", "SUPPRESSED", "NOT VALID", "NOT REPORTABLE", "NOT REPORTED", "RECALLED", "geannuleerd", "makulerad",
    "makulert", "annulleret", "cancelado", "annulé par le laboratoire", "verworfen", "abgelehnt", "rejeté",
    "rechazado", "rifiutato", "respinto", "HIDDEN", "CREDITED", "IN ERROR: NOMUT", "IN ERROR: NOVIEW", "REVOKED",
    "DISCARDED", "CANCELLED/CREDITED", "CANCELED/CREDITED", "RESULT WITHDRAWN", "RESULT CANCELLED", "verwijderd",
    "eliminado", "eliminato", "borttagen", "slettet",
];

/// A control of the run failed, or the result its own limits.
#[rustfmt::skip] // the words wrapped as text
const FAILED: &[&str] = &[
    "FAILED", "FAIL", "FAILED QC", "QC FAILED", "QC FAIL",
];

/// Not done.
#[rustfmt::skip] // the words wrapped as text
const NOT_DONE: &[&str] = &[
    "NOT DONE", "NOTDONE", "NOT MEASURED", "NO DATA AVAILABLE", "NO DATA",
];
