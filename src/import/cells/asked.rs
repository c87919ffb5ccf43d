//! A flag that answers a question of its header: `is_abnormal`, "Out of range".

use super::standing::{is_no, is_yes};
use crate::import::columns;
use crate::import::columns::verdicts::ASKING_IF_INSIDE;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::interpret::reported;
use crate::interpretation::ReportedFlag;
use crate::text::is_one_of;

/// Headers, folded, that ask whether a result is abnormal.
#[rustfmt::skip]
const HEADERS: &[&str] = &[
    "abnormal", "isabnormal", "abnormalflag", "abnormalflags", "abnflag", "abnind", "abnormality", "outofrange", "isoutofrange", "afwijkend", "anormal",
    "patologisk", "poikkeava", "oor", "pathologisch", "auffallig", "auffalligkeit", "alterado",
];

/// Headers, folded, under which stands what is critical, or any flag.
const ALERTS: &[&str] = &["alert", "alertflag", "alerta", "alertas", "alerte"];

/// True for a letter that is "critical" under a header that asks for it, and elsewhere "corrected".
pub(in crate::import) fn is_critical_letter(cell: &str) -> bool {
    cell.trim().eq_ignore_ascii_case("c")
}

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
    /// Whether it is low, by a mark.
    Low,
    /// Whether it is high.
    High,
}

impl Asked {
    /// By the words of a header.
    pub(in crate::import) fn of(header: &str) -> Asked {
        let folded = vocabulary::fold(header);
        if vocabulary::asks_if_critical(header) {
            Asked::Critical
        } else if vocabulary::is_among(header, ASKING_IF_INSIDE) {
            Asked::Inside
        } else if ALERTS.contains(&folded.as_str()) {
            Asked::PerhapsCritical
        } else if HEADERS.contains(&folded.as_str()) {
            Asked::Abnormal
        } else {
            match vocabulary::role(header) {
                Some(Role::Low) => Asked::Low,
                Some(Role::High) => Asked::High,
                _ => match columns::side_of_marks(&folded) {
                    Some(true) => Asked::Low,
                    Some(false) => Asked::High,
                    None => Asked::Nothing,
                },
            }
        }
    }

    /// Of a mark on one side.
    pub(in crate::import) fn is_of_a_side(self) -> bool {
        matches!(self, Asked::Low | Asked::High)
    }
}

/// True for a mark in the place of a limit, by which a laboratory says on which side of it the result lies: no number.
pub(in crate::import) fn is_mark(cell: &str, is_low: bool) -> bool {
    let cell = cell.trim();
    let of_side: &[&str] = match is_low {
        true => &["l", "low", "\u{2193}"],
        false => &["h", "high", "\u{2191}"],
    };
    let is_letter = is_one_of(cell, of_side)
        || is_one_of(
            cell,
            &[
                "y", "yes", "true", "t", "\u{2713}", "\u{2714}", "\u{221a}", "\u{2611}",
            ],
        );
    is_letter || is_cross(cell)
}

/// True for a mark that is made where something holds, and says of nothing what.
pub(in crate::import) fn is_cross(cell: &str) -> bool {
    let cell = cell.trim();
    is_one_of(cell, &["x", "\u{25cf}", "\u{2022}"])
        || (!cell.is_empty() && cell.bytes().all(|c| matches!(c, b'*' | b'!')))
}

/// True for what says in such a column that there is none.
pub(in crate::import) fn is_no_mark(cell: &str) -> bool {
    is_one_of(cell.trim(), &["n", "no", "false", "f", "-", "\u{2610}"])
}

/// The flag of a row, and that its laboratory calls it critical in a column of its own.
pub(in crate::import) fn critical<'c>(flag: &'c str, asked: Asked, cell: &str) -> &'c str {
    if !matches!(asked, Asked::Critical | Asked::PerhapsCritical) {
        return flag;
    }
    let cell = cell.trim();
    let is_sure = asked == Asked::Critical;
    let of_cell = reported::flag(cell);
    let directed = !is_dash(cell) && matches!(of_cell, ReportedFlag::Low | ReportedFlag::High);
    let says = (is_yes(cell) && !directed)
        || reported::is_critical_flag(cell)
        || (is_sure && (directed || is_critical_letter(cell) || is_cross(cell)));
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

/// True for a dash, which says nothing where another cell says "yes".
fn is_dash(cell: &str) -> bool {
    cell.bytes().all(|c| matches!(c, b'-' | b'(' | b')'))
}

/// What the cell says, as the flag that means the same: `True` is abnormal, and `H` is high in any language.
pub(in crate::import) fn flag(asked: Asked, cell: &str) -> &str {
    match asked {
        Asked::Low if is_mark(cell, true) || cell.trim() == YES => return LOW,
        Asked::High if is_mark(cell, false) || cell.trim() == YES => return HIGH,
        Asked::Low | Asked::High if is_no_mark(cell) || cell.trim() == NO => return "",
        _ => {}
    }
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
        // A cross says no more than that it is: elsewhere `X` is of a test that was not done.
        return if (is_answer && is_no(trimmed)) || is_dash(trimmed) || is_cross(trimmed) {
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

/// Answers in numbers.
pub(in crate::import) const YES: &str = "1";
pub(in crate::import) const NO: &str = "0";

const ABNORMAL: &str = "A";
const NORMAL: &str = "N";
const LOW: &str = "L";
const HIGH: &str = "H";
