//! The laboratory's own flag, held against the one that is given here.

use super::reported;
use crate::interpretation::{Interpretation, ReportedFlag};
use crate::notice::Code;
use crate::observation::Observation;
use crate::value::Reading;

pub(super) fn reported_flag(row: &Observation<'_>, reading: &Reading<'_>) -> ReportedFlag {
    match reported::flag(row.flag) {
        ReportedFlag::None => reported::flag(reading.flag),
        flag => flag,
    }
}

/// The laboratory's own flag, in its cell or beside the number, calls the result critical.
pub(super) fn is_called_critical(row: &Observation<'_>, reading: &Reading<'_>) -> bool {
    [row.flag, reading.flag]
        .into_iter()
        .any(reported::is_critical_flag)
}

pub(super) fn compare_flags(result: &mut Interpretation<'_>) {
    let (Some(flag), reported) = (result.flag, result.reported_flag) else {
        return;
    };
    let theirs = match reported {
        ReportedFlag::Normal => 0,
        ReportedFlag::Low => -1,
        ReportedFlag::High => 1,
        ReportedFlag::NoDirection
            if reported::is_abnormal_mark(result.observation.flag)
                || reported::is_critical_flag(result.observation.flag) =>
        {
            // In either direction; ours is in none.
            if flag.direction() == 0 {
                result.notices.add(Code::FlagDisagrees);
            }
            return;
        }
        ReportedFlag::NoDirection => {
            if flag.direction() == 0 && reported::is_unknown_flag(result.observation.flag) {
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
