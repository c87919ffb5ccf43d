//! The laboratory's own flag and status, understood as whole words.

use serde::{Deserialize, Serialize};

use crate::interpretation::ReportedFlag;
use crate::text::trim;

/// Reads a flag as exports write it. `CH` is no `H`: only whole words count.
#[must_use]
pub fn flag(text: &str) -> ReportedFlag {
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    if text.is_empty() {
        return ReportedFlag::None;
    }
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&[
        "N",
        "NORMAL",
        "NORM",
        "NRM",
        "IN RANGE",
        "WITHIN RANGE",
        "WNL",
        "0",
        "NEG",
        "NEGATIVE",
    ]) {
        ReportedFlag::Normal
    } else if is(&[
        "L",
        "LL",
        "LOW",
        "LO",
        "L*",
        "*L",
        "LL*",
        "LLL",
        "CRITICAL LOW",
        "PANIC LOW",
        "LP",
        "PL",
        "CL",
        "BELOW",
        "BELOW RANGE",
        "-",
        "--",
        "↓",
        "↓↓",
        "<",
        "niedrig",
        "erniedrigt",
        "bas",
        "bajo",
        "basso",
        "LOW PANIC",
        "VERY LOW",
        "L!",
        "L-",
    ]) {
        ReportedFlag::Low
    } else if is(&[
        "H",
        "HH",
        "HIGH",
        "HI",
        "H*",
        "*H",
        "HH*",
        "HHH",
        "CRITICAL HIGH",
        "PANIC HIGH",
        "HP",
        "PH",
        "ABOVE",
        "ABOVE RANGE",
        "+",
        "++",
        "+++",
        "↑",
        "↑↑",
        ">",
        "hoch",
        "erhöht",
        "élevé",
        "haut",
        "alto",
        "HIGH PANIC",
        "VERY HIGH",
        "H!",
        "H+",
    ]) {
        ReportedFlag::High
    } else {
        ReportedFlag::NoDirection
    }
}

/// The status of what is worked out from several results, as an import finds it out.
pub(crate) const STATISTIC: &str = "a statistic of results";

/// The status of what is counted in standard deviations, as an import finds it out.
pub(crate) const STANDARDIZED: &str = "a standardized value";

/// Status of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Status {
    /// Final, or not said.
    #[default]
    Final,
    /// Not released yet.
    Preliminary,
    /// Corrected after release.
    Corrected,
    /// Cancelled: there is no result.
    Cancelled,
    /// Not done.
    NotDone,
    /// Worked out from several results: a mean.
    Statistic,
    /// Counted in standard deviations.
    Standardized,
}

/// Reads a status: HL7 codes and the words of LIS exports. Single letters are those of HL7 table 0085.
#[must_use]
pub fn status(text: &str) -> Status {
    let text = trim(text);
    if text.is_empty() {
        return Status::Final;
    }
    let is = |words: &[&str]| words.iter().any(|word| is_status(text, word));
    if is(&[
        "P",
        "PRELIMINARY",
        "PRELIM",
        "R",
        "I",
        "REGISTERED",
        "vorläufig",
        "provisoire",
        "preliminar",
        "preliminare",
        "S",
        "PARTIAL",
        "UNVERIFIED",
        "NOT VERIFIED",
        "UNVALIDATED",
        "nicht validiert",
        "unvalidiert",
        "TENTATIVE",
        "HELD",
        "ON HOLD",
        "PENDING",
        "IN PROCESS",
        "IN PROGRESS",
        "INTERIM",
        "INCOMPLETE",
        "UNAUTHORISED",
        "UNAUTHORIZED",
        "UNAUTH",
        "UNREVIEWED",
        "NOT REVIEWED",
        "NOT VALIDATED",
        "NOT RELEASED",
        "TO BE VERIFIED",
        "UNASSIGNED",
        "ASSIGNED",
        "SAMPLE RECEIVED",
        "ANTICIPATED",
        "IN LAB",
        "PRELIMINARY RESULT",
        "AWAITING VERIFICATION",
        "AWAITING VALIDATION",
        "AWAITING REVIEW",
        "PROVISIONAL",
        "voorlopig",
        "preliminärt",
        "foreløbig",
        "foreløpig",
        "provvisorio",
        "provisorio",
    ]) {
        Status::Preliminary
    } else if is(&[
        "C",
        "CORRECTED",
        "CORR",
        "AMENDED",
        "korrigiert",
        "corrigé",
        "corregido",
        "corretto",
        "REVISED",
        "MODIFIED",
        "ALTERED",
        "EDITED",
        "EDITED RESULT",
        "EDITED RESULT - FINAL",
        "TRANSCRIBED (CORRECTED)",
        "CORRECTED RESULT",
        "CORRECTED REPORT",
        "CORRECTION",
    ]) {
        Status::Corrected
    } else if is_withdrawn(text)
        || is(&[
            "X",
            "TECHNICAL REJECTED",
            "TECHNICALLY REJECTED",
            "TECHNICAL REJECT",
            "CANCELLED",
            "CANCELED",
            "CANC",
            "storniert",
            "annulé",
            "anulado",
            "annullato",
            "REJECTED",
            "WRONG PATIENT",
            "SPECIMEN ERROR",
            "DISCONTINUED",
            "VOID",
            "VOIDED",
            "NULLIFIED",
            "STORNO",
            "annulliert",
            "abgebrochen",
            "INERROR",
            "makuleret",
            "SUPERSEDED",
            "REPLACED",
            "SUPPRESSED",
            "FAILED",
            "NOT VALID",
            "RECALLED",
            "geannuleerd",
            "makulerad",
            "makulert",
            "annulleret",
            "cancelado",
            "annulé par le laboratoire",
            "verworfen",
            "abgelehnt",
            "rejeté",
            "rechazado",
            "rifiutato",
            "respinto",
            "FAILED QC",
            "QC FAILED",
            "QC FAIL",
            "HIDDEN",
            "CREDITED",
            "IN ERROR: NOMUT",
            "IN ERROR: NOVIEW",
            "REVOKED",
            "DISCARDED",
            "CANCELLED/CREDITED",
            "CANCELED/CREDITED",
            "RESULT WITHDRAWN",
            "RESULT CANCELLED",
            "verwijderd",
            "eliminado",
            "eliminato",
            "borttagen",
            "slettet",
        ])
    {
        Status::Cancelled
    } else if is(&["NOT DONE", "NOTDONE"]) {
        Status::NotDone
    } else if is(&[STATISTIC]) {
        Status::Statistic
    } else if is(&[STANDARDIZED]) {
        Status::Standardized
    } else {
        Status::Final
    }
}

/// True for a status by which the laboratory takes back what it reported: HL7 `W` and `D`, and words for it. A cancelled
/// order takes nothing back.
#[must_use]
pub(crate) fn is_withdrawn(text: &str) -> bool {
    let text = trim(text);
    let words = [
        "W",
        "D",
        "WITHDRAWN",
        "DELETED",
        "RETRACTED",
        "REMOVED",
        "ENTERED IN ERROR",
        "ENTERED-IN-ERROR",
        "IN ERROR",
        "ERROR",
        "POSTED IN ERROR",
        "INVALID",
        "INVALIDATED",
        "WRONG",
        "zurückgezogen",
        "gelöscht",
        "ungültig",
        "supprimé",
        "retiré",
    ];
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

/// True for a status that says nothing that is known. It counts as final.
#[must_use]
pub(crate) fn is_unknown_status(text: &str) -> bool {
    status(text) == Status::Final && !is_final(text)
}

/// True if a status says that the result is final or corrected, or if nothing is said.
#[must_use]
pub fn is_final(text: &str) -> bool {
    let text = text.trim();
    let is = |words: &[&str]| words.iter().any(|word| is_status(text, word));
    text.is_empty()
        || status(text) == Status::Corrected
        || is(&[
            "F",
            "FINAL",
            "FINALIZED",
            "FINALISED",
            "FINAL RESULT",
            "FINAL RESULTS",
            "FIN",
            "FI",
            "COMPLETE",
            "COMPLETED",
            "DONE",
            "VALIDATED",
            "VERIFIED",
            "RELEASED",
            "REPORTED",
            "APPROVED",
            "AUTHORIZED",
            "AUTHORISED",
            "RESULTED",
            "OK",
            "A",
            "B",
            "U",
            "V",
            "PUBLISHED",
            "APPENDED",
            "AUTH (VERIFIED)",
            "AUTH(VERIFIED)",
            "AUTH VERIFIED",
            "AUTHENTICATED",
            "AUTH",
            "FINAL REPORT",
            "VERIFIED RESULT",
            "endgültig",
            "endbefund",
            "freigegeben",
            "validiert",
            "définitif",
            "validé",
            "definitivo",
            "validado",
            "validato",
        ])
}

/// True for a flag that says "abnormal" and not in which direction.
#[must_use]
pub(crate) fn is_abnormal_mark(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    let words = [
        "A",
        "AA",
        "ABN",
        "ABNORMAL",
        "ABNORM",
        "CRIT",
        "CRITICAL",
        "PANIC",
        "anormal",
        "auffällig",
        "pathologisch",
        "patologico",
    ];
    let mark = !text.is_empty() && text.chars().all(|c| matches!(c, '*' | '!'));
    mark || words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// True if the laboratory's own flag calls the result critical, in either direction.
#[must_use]
pub fn is_critical_flag(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    [
        "HH", "LL", "HH*", "LL*", "HHH", "LLL", "HP", "PH", "LP", "PL", "CL", "AA", "H*", "L*",
        "*H", "*L", "++", "+++", "--", "↑↑", "↓↓", "PANIC", "CRITICAL", "CRIT",
    ]
    .iter()
    .any(|word| text.eq_ignore_ascii_case(word))
        || text.to_ascii_uppercase().contains("CRITICAL ")
        || text.to_ascii_uppercase().contains("PANIC")
}

/// True if the laboratory's own flag calls the result abnormal and gives no direction.
#[must_use]
pub fn is_abnormal_flag(text: &str) -> bool {
    let text = crate::text::fold_words(text.trim().trim_matches(['(', ')', '[', ']']));
    [
        "a",
        "abn",
        "abnormal",
        "abnl",
        "positive",
        "pos",
        "*",
        "**",
        "!",
        "!!",
        "auffallig",
        "pathologisch",
        "anormal",
        "anormale",
        "anomalo",
        "patologico",
        "afwijkend",
        "unormal",
        "onormal",
    ]
    .contains(&text.as_str())
}

/// True for a quality-control, calibration or blank row: never a patient.
#[must_use]
pub fn is_quality_control(row: &crate::observation::Observation<'_>) -> bool {
    is_control(row.patient)
        || is_control(row.sample)
        || [
            "QC",
            "CONTROL",
            "QUALITY CONTROL",
            "Q",
            "CALIBRATOR",
            "CALIBRATION",
            "CALIBRATORS",
            "QC MATERIAL",
            "QC SAMPLE",
            "CONTROL MATERIAL",
            "CONTROL SAMPLE",
        ]
        .iter()
        .any(|word| row.specimen.trim().eq_ignore_ascii_case(word))
        || [OF_CONTROL, OF_CALIBRATION]
            .iter()
            .any(|word| row.category.trim().eq_ignore_ascii_case(word))
}

/// The section of a control, as an import finds it out from the kind of its sample.
pub(crate) const OF_CONTROL: &str = "quality control";

/// The section of a calibrator.
pub(crate) const OF_CALIBRATION: &str = "calibration";

/// True for a cell of flags that speaks against the measurement, and not of where the result lies.
#[must_use]
pub(crate) fn is_alarm(flag: &str) -> bool {
    let alarms = ["clot", "error", "invalid", "fail", "aspirat", "rejected"];
    let folded = flag.trim().to_lowercase();
    2 < folded.len() && alarms.iter().any(|word| folded.contains(word))
}

/// True for a cell about alarms that says that there is none; a number with a fraction is no alarm.
#[must_use]
pub(crate) fn is_no_alarm(cell: &str) -> bool {
    let cell = cell.trim();
    let none = [
        "",
        "0",
        "n",
        "no",
        "none",
        "ok",
        "okay",
        "good",
        "normal",
        "false",
        "f",
        "pass",
        "passed",
        "valid",
        "acceptable",
        "adequate",
        "null",
        "nan",
        "na",
        "n/a",
        "-",
        "--",
        ".",
        "no error",
        "no errors",
        "no alarm",
        "no flag",
        "h",
        "l",
        "hh",
        "ll",
    ];
    none.iter().any(|word| cell.eq_ignore_ascii_case(word))
        || (cell.contains('.')
            && cell
                .bytes()
                .all(|c| c.is_ascii_digit() || matches!(c, b'.' | b'-')))
}

/// True for what stands in place of a patient before a row of limits or means. Two letters may be somebody's.
fn is_of_a_table(text: &str) -> bool {
    let words = [
        "LLN",
        "ULN",
        "MEAN",
        "MEDIAN",
        "AVERAGE",
        "STDEV",
        "STD DEV",
        "UNITS",
        "LOWER LIMIT",
        "UPPER LIMIT",
        "REFERENCE RANGE",
        "REFERENCE INTERVAL",
        "REF RANGE",
        "REF. RANGE",
        "REFERENCE RANGES",
        "NORMAL RANGE",
        "NORMAL VALUES",
        "Referenzbereich",
        "Normbereich",
        "Normwerte",
        "Einheit",
        "Einheiten",
        "Mittelwert",
        "unités",
        "unité",
        "unidades",
        "moyenne",
    ];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// True for a patient or sample identifier that is none.
#[inline]
pub(crate) fn is_control(text: &str) -> bool {
    let text = trim(text);
    // Most identifiers begin with a digit, or with another letter than these words.
    let first = text.as_bytes().first().map(u8::to_ascii_uppercase);
    first.is_some_and(|first| matches!(first, b'Q' | b'C' | b'K' | b'L' | b'B')) && is_word(text)
        // Nor is one without a digit usual.
        || first.is_some_and(|first| first.is_ascii_alphabetic())
            && !text.bytes().any(|byte| byte.is_ascii_digit())
            && is_of_a_table(text)
}

fn is_word(text: &str) -> bool {
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    [
        "QC",
        "CONTROL",
        "CTRL",
        "CALIBRATOR",
        "CAL",
        "KONTROLLE",
        "QUALITYCONTROL",
        "LINEARITY",
        "BLANK",
    ]
    .iter()
    .any(|control| word.eq_ignore_ascii_case(control))
        || (2 < text.len()
            && text.get(..2).is_some_and(|head| head == "QC")
            && text[2..].chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::Observation;

    #[test]
    fn flags_are_whole_words() {
        for (text, expected) in [
            ("", ReportedFlag::None),
            ("H", ReportedFlag::High),
            ("HIGH", ReportedFlag::High),
            ("(H)", ReportedFlag::High),
            ("LL", ReportedFlag::Low),
            ("NORMAL", ReportedFlag::Normal),
            ("abnormal", ReportedFlag::NoDirection),
            ("delta", ReportedFlag::NoDirection),
            ("CH", ReportedFlag::NoDirection),
            ("A", ReportedFlag::NoDirection),
            ("↑", ReportedFlag::High),
        ] {
            assert_eq!(flag(text), expected, "{text:?}");
        }
    }

    #[test]
    fn statuses() {
        for (text, expected) in [
            ("", Status::Final),
            ("F", Status::Final),
            ("final", Status::Final),
            ("P", Status::Preliminary),
            ("C", Status::Corrected),
            ("amended", Status::Corrected),
            ("X", Status::Cancelled),
            ("In Error", Status::Cancelled),
            ("rejected", Status::Cancelled),
            ("Unverified", Status::Preliminary),
            ("NOT DONE", Status::NotDone),
            ("Failed QC", Status::Cancelled),
            ("Removed", Status::Cancelled),
            ("Hidden", Status::Cancelled),
            ("Credited", Status::Cancelled),
            ("retracted", Status::Cancelled),
            ("Entered in error", Status::Cancelled),
            ("entered_in_error", Status::Cancelled),
            ("W", Status::Cancelled),
            // What is taken back is no result itself.
            ("Wrong", Status::Cancelled),
            ("Posted in error", Status::Cancelled),
            ("invalidated", Status::Cancelled),
            ("annullato", Status::Cancelled),
            ("D", Status::Cancelled),
            ("X", Status::Cancelled),
            ("Passed QC", Status::Final),
            ("Modified", Status::Corrected),
            ("to_be_verified", Status::Preliminary),
            ("unassigned", Status::Preliminary),
        ] {
            assert_eq!(status(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_final_and_what_is_not_known() {
        for text in [
            "published",
            "verified",
            "Auth (Verified)",
            "V",
            "U",
            "A",
            "B",
            "appended",
        ] {
            assert!(!is_unknown_status(text), "{text:?}");
            assert!(is_final(text), "{text:?}");
        }
        for text in ["Q", "N", "O", "3", "Passed QC", "Hide"] {
            assert!(is_unknown_status(text), "{text:?}");
        }
    }

    #[test]
    fn control_rows_are_no_patients() {
        let row = |patient, sample| Observation {
            patient,
            sample,
            ..Observation::default()
        };
        assert!(is_quality_control(&row("QC", "")));
        assert!(is_quality_control(&row("", "QC-LEVEL-1")));
        assert!(is_quality_control(&row("CONTROL 2", "")));
        assert!(is_quality_control(&row("QC1", "")));
        assert!(!is_quality_control(&row("QCumber", "")));
        assert!(!is_quality_control(&row("4711", "S1")));
    }
}
