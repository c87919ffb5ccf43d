//! Flags that stand in the cell of a number, in front of it or behind it.

use super::is_blank;
use crate::text::is_sign;

pub(super) fn is_flag(text: &str) -> bool {
    let core = text.trim_matches(['(', ')', '[', ']', '*', '!', '#', ' ']);
    if core.is_empty() {
        return text.contains(['*', '!']);
    }
    FLAGS.iter().any(|flag| core.eq_ignore_ascii_case(flag))
}

/// Flags that stand beside a number.
#[rustfmt::skip]
const FLAGS: &[&str] = &[
    "H", "L", "HH", "LL", "HHH", "LLL", "H+", "L+", "H-", "L-", "N", "A", "HI", "LO", "HIGH", "LOW", "↑", "↓", "↑↑", "↓↓", "↑↑↑", "↓↓↓",
    "▲", "▼", "▲▲", "▼▼", "▲▲▲", "▼▼▼", "△", "▽",
    "高", "低", "偏高", "偏低", "危", "危急", "危急值",
];

/// What laboratories write behind a critical result, or one that was called: `6.9 CRITICAL HIGH`, `118 CALLED`. In front of a
/// number some would be an analyte ("CL 105").
#[rustfmt::skip]
const CRITICAL: &[&str] = &[
    "CRITICAL", "CRIT", "PANIC", "CRITICAL HIGH", "CRITICAL LOW", "CRIT HIGH", "CRIT LOW", "CRITICAL H", "CRITICAL L", "PANIC HIGH", "PANIC LOW",
    "HIGH CRITICAL", "LOW CRITICAL", "C", "CH", "CL", "HC", "LC", "CALLED",
];

/// Of these the ones that are no analyte.
fn is_critical_in_front(text: &str) -> bool {
    let word = text.trim_end_matches(':');
    ["CRITICAL", "CRIT", "PANIC"]
        .iter()
        .any(|flag| word.eq_ignore_ascii_case(flag))
}

pub(super) fn is_critical(text: &str) -> bool {
    let core = text.trim_matches(['(', ')', '[', ']', '*', ' ']);
    CRITICAL.iter().any(|flag| core.eq_ignore_ascii_case(flag))
}

/// Signs of a flag: `+`, `--`.
pub(super) fn is_signs(text: &str) -> bool {
    const MOST: usize = 3;
    let are_all = |sign: u8| text.bytes().all(|c| c == sign);
    (1..=MOST).contains(&text.len()) && (are_all(b'+') || are_all(b'-'))
}

/// What stands in front of such signs that end a text, apart from it, and the signs.
pub(super) fn signs_behind(text: &str) -> Option<(&str, &str)> {
    let (before, signs) = text.rsplit_once(is_blank)?;
    is_signs(signs).then(|| (before.trim_end_matches(is_blank), signs))
}

/// A flag that is one only behind a number, and apart from it. "2 +" is a grade.
pub(super) fn is_flag_behind(trailing: &str, rest: &str, has_fraction: impl Fn() -> bool) -> bool {
    let apart = rest.starts_with(|c: char| is_blank(c) || matches!(c, '(' | '['));
    apart
        && (is_critical(trailing)
            || trailing.strip_suffix('!').is_some_and(is_signs)
            || (trailing.starts_with('+') && is_signs(trailing) && has_fraction()))
}

/// A flag in front of a number: `*7.9`, `H 171`, `↑ 5.6`.
pub(super) fn leading_flag(text: &str) -> Option<(&str, &str)> {
    let behind_marks = text.trim_start_matches(['*', '↑', '↓', '!']);
    let (flag, body) = match text.len() - behind_marks.len() {
        0 => text.split_once(is_blank).or_else(|| flag_of_signs(text))?,
        marks => text.split_at(marks),
    };
    let body = body.trim_start_matches(is_blank);
    let is_number = body.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '<' | '>' | '.'));
    let is_known = is_flag(flag) || is_critical_in_front(flag);
    (is_known && is_number).then_some((flag, body))
}

/// A flag of signs, which stands before its number without a blank: `偏高5.8`.
fn flag_of_signs(text: &str) -> Option<(&str, &str)> {
    let at = text.find(|c: char| !is_sign(c))?;
    (0 < at).then(|| text.split_at(at))
}
