//! The laboratory's own flag, held against the one that is given here.

use super::reported;
use crate::interpretation::{Interpretation, ReportedFlag};
use crate::notice::Code;
use crate::observation::{Dashes, Observation};
use crate::value::{Reading, Value};

pub(super) fn reported_flag(row: &Observation<'_>, reading: &Reading<'_>) -> ReportedFlag {
    reported::flag(text(row, reading))
}

/// The cell of the flag, or what stands beside the number where that says nothing.
fn text<'a>(row: &Observation<'a>, reading: &Reading<'a>) -> &'a str {
    match reported::flag(row.flag) {
        ReportedFlag::None => reading.flag,
        _ => row.flag,
    }
}

/// The laboratory's own flag, in its cell, beside the number or in place of it, calls the result critical.
pub(super) fn is_called_critical(result: &Interpretation<'_>) -> bool {
    let (row, beside) = (&result.observation, result.reading.flag);
    let in_place = match result.reading.value {
        // One letter may be anything.
        Value::Text(text) if 1 < text.len() && result.notices.has(Code::ValueUnreadable) => text,
        _ => "",
    };
    let is_low = || result.flag.is_some_and(|flag| flag.direction() < 0);
    // Dashes say nothing in most columns, and nothing of what is not low.
    let are_several = |flag: &str| are_dashes(flag) && 1 < flag.trim().len();
    [row.flag, beside, in_place]
        .into_iter()
        .any(reported::is_critical_flag)
        || (are_several(beside) || (row.dashes == Dashes::Signs && are_several(row.flag)))
            && is_low()
}

/// `--`: low, or nothing at all.
fn are_dashes(flag: &str) -> bool {
    let flag = flag.trim();
    !flag.is_empty() && flag.bytes().all(|c| c == b'-')
}

pub(super) fn compare_flags(result: &mut Interpretation<'_>) {
    let (Some(flag), reported) = (result.flag, result.reported_flag) else {
        return;
    };
    let own = text(&result.observation, &result.reading);
    let row = &result.observation;
    let is_blank =
        are_dashes(row.flag) && row.dashes == Dashes::Blank && result.reading.flag.is_empty();
    if is_blank && 0 <= flag.direction() {
        return;
    }
    let theirs = match reported {
        ReportedFlag::Normal => 0,
        ReportedFlag::Low => -1,
        ReportedFlag::High => 1,
        ReportedFlag::NoDirection
            if reported::is_abnormal_mark(own) || reported::is_critical_flag(own) =>
        {
            // In either direction; ours is in none.
            if flag.direction() == 0 {
                result.notices.add(Code::FlagDisagrees);
            }
            return;
        }
        ReportedFlag::NoDirection => {
            if flag.direction() == 0 && reported::is_unknown_flag(own) {
                result.notices.add(Code::FlagUnknown);
            }
            return;
        }
        ReportedFlag::None => return,
    };
    if theirs != flag.direction() {
        result.notices.add(Code::FlagDisagrees);
    }
}
