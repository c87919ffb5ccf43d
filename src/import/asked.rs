//! A flag that answers a question of its header: `is_abnormal`, "Out of range".

use super::columns::verdicts::ASKING_IF_INSIDE;
use super::standing::{is_no, is_yes};
use super::vocabulary;
use crate::interpret::reported;
use crate::interpretation::ReportedFlag;

/// Headers, folded, that ask whether a result is abnormal.
#[rustfmt::skip]
const HEADERS: &[&str] = &[
    "abnormal", "isabnormal", "abnormalflag", "abnormalflags", "abnflag", "abnind", "abnormality", "outofrange", "isoutofrange", "afwijkend", "anormal",
    "patologisk", "poikkeava", "oor", "pathologisch", "auffallig", "auffalligkeit", "alterado",
];

/// What the header of a column of flags asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Nothing: a flag stands below.
    Nothing,
    /// Whether a result is abnormal.
    Abnormal,
    /// Whether it lies in its range.
    Inside,
    /// Whether it is critical: there "no" says nothing of where it lies.
    Critical,
    /// The same, or flags stand below.
    PerhapsCritical,
}

impl Asked {
    /// By the words of a header.
    pub(super) fn of(header: &str) -> Asked {
        let folded = vocabulary::fold(header);
        if vocabulary::asks_if_critical(header) {
            Asked::Critical
        } else if vocabulary::is_among(header, ASKING_IF_INSIDE) {
            Asked::Inside
        } else if folded == "alert" {
            Asked::PerhapsCritical
        } else if HEADERS.contains(&folded.as_str()) {
            Asked::Abnormal
        } else {
            Asked::Nothing
        }
    }
}

/// The flag of a row, and that its laboratory calls it critical in a column of its own.
pub(super) fn critical<'c>(flag: &'c str, asked: Asked, cell: &str) -> &'c str {
    if !matches!(asked, Asked::Critical | Asked::PerhapsCritical) {
        return flag;
    }
    let cell = cell.trim();
    let is_sure = asked == Asked::Critical;
    let of_cell = reported::flag(cell);
    // A dash is nothing.
    let is_word = cell.starts_with(|c: char| c.is_alphabetic());
    let directed = is_word && matches!(of_cell, ReportedFlag::Low | ReportedFlag::High);
    let says =
        (is_yes(cell) && !directed) || reported::is_critical_flag(cell) || (is_sure && directed);
    // What leaves no result goes before what it was called.
    if !says || reported::is_critical_flag(flag) || reported::leaves_no_result(flag) {
        return flag;
    }
    let direction = match reported::flag(flag) {
        ReportedFlag::None | ReportedFlag::Normal | ReportedFlag::NoDirection => of_cell,
        own => own,
    };
    match direction {
        ReportedFlag::High => "critical high",
        ReportedFlag::Low => "critical low",
        _ => "critical",
    }
}

/// What the cell says, as the flag that means the same: `True` is abnormal, and `H` is high in any language.
pub(super) fn flag(asked: Asked, cell: &str) -> &str {
    if !matches!(asked, Asked::Abnormal | Asked::Inside | Asked::Critical) {
        return cell;
    }
    let trimmed = cell.trim();
    let is_direction = matches!(
        reported::flag(trimmed),
        ReportedFlag::Low | ReportedFlag::High
    );
    // Of a microbe, susceptible.
    let is_open = is_direction || trimmed.eq_ignore_ascii_case("s");
    let is_answer = !is_open && (is_yes(trimmed) || is_no(trimmed));
    if asked == Asked::Critical {
        return if (is_answer && is_no(trimmed)) || trimmed == "-" {
            ""
        } else {
            cell
        };
    }
    if !is_answer {
        return cell;
    }
    match is_yes(trimmed) == (asked == Asked::Abnormal) {
        true => ABNORMAL,
        false => NORMAL,
    }
}

const ABNORMAL: &str = "A";
const NORMAL: &str = "N";
