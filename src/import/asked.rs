//! A flag that answers a question of its header: `is_abnormal`, "Out of range".

use super::standing::{is_no, is_yes};
use super::vocabulary;
use crate::interpret::reported;
use crate::interpretation::ReportedFlag;

/// Headers, folded, that ask whether a result is abnormal.
#[rustfmt::skip]
const HEADERS: &[&str] = &[
    "abnormal", "isabnormal", "abnormalflag", "abnormalflags", "abnflag", "abnind", "abnormality", "outofrange", "afwijkend", "anormal",
    "patologisk", "poikkeava", "pathologisch", "auffallig", "auffalligkeit", "alterado",
];

/// What the cell says, as the flag that means the same: `True` is abnormal, and `H` is high in any language.
pub(super) fn flag<'c>(header: &str, cell: &'c str) -> &'c str {
    let trimmed = cell.trim();
    let is_direction = matches!(
        reported::flag(trimmed),
        ReportedFlag::Low | ReportedFlag::High
    );
    // Of a microbe, susceptible.
    let is_open = is_direction || trimmed.eq_ignore_ascii_case("s");
    let is_answer = !is_open && (is_yes(trimmed) || is_no(trimmed));
    if !is_answer || !HEADERS.contains(&vocabulary::fold(header).as_str()) {
        return cell;
    }
    if is_yes(trimmed) { ABNORMAL } else { NORMAL }
}

const ABNORMAL: &str = "A";
const NORMAL: &str = "N";
