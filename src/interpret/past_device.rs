//! `HI` and `LO` in place of a number: so a device prints what it cannot measure.

use crate::observation::Observation;
use crate::reference::Analyte;
use crate::text::is_one_of;
use crate::value::interval::is_missing;

/// Does the cell of the result hold what a device prints past its measuring range, above or below? `HIGH`, or a letter, is that
/// where a number in a unit was to stand and the critical list calls on that side: elsewhere it is a class, a CRP that is low.
pub(super) fn is_printed(row: &Observation<'_>, analyte: &Analyte, list: &str) -> bool {
    let value = row.value.trim();
    if is_one_of(value, &["hi", "lo"]) {
        return true;
    }
    let is_low = is_one_of(value, &["low", "l"]);
    let is_far = |low: bool| {
        let mut rows = analyte.critical.iter().filter(|row| row.list == list);
        rows.any(|row| match low {
            true => row.stated.low.is_some(),
            false => row.stated.high.is_some() || row.high_uln.is_some(),
        })
    };
    (is_low || is_one_of(value, &["high", "h"])) && !is_missing(row.unit) && is_far(is_low)
}
