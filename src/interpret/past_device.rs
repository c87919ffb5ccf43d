//! `HI` and `LO` in place of a number: so a device prints what it cannot measure.

use crate::observation::Observation;
use crate::reference::Analyte;
use crate::text::is_one_of;
use crate::value::interval::is_missing;

/// What stands for a number above what can be measured, and below it.
#[rustfmt::skip]
const ABOVE: &[&str] = &[
    "high", "h", "above range", "above measuring range", "above measurable range", "above reportable range", "above linearity", "over range", "overrange",
    "over measuring range", "over linearity", "out of range high", "out of range hi", "oor high", "oor hi", "oor+", "too high", "too high to measure",
];
#[rustfmt::skip]
const BELOW: &[&str] = &[
    "low", "l", "below range", "below measuring range", "below measurable range", "below reportable range", "under range", "underrange",
    "out of range low", "out of range lo", "oor low", "oor lo", "oor-", "too low", "too low to measure",
];

/// Begins what may stand behind it.
const LIMIT: &[char] = &['(', '[', '<', '>', '≤', '≥'];

/// Does the cell of the result hold what a device prints past its measuring range, above or below, perhaps with its limit behind it:
/// `HI (>600)`? `HIGH`, a letter, or words are that where a number in a unit was to stand and the critical list calls on that side:
/// elsewhere it is a class, a CRP that is low.
pub(super) fn is_printed(row: &Observation<'_>, analyte: &Analyte, list: &str) -> bool {
    let value = row.value.trim();
    let (value, behind) = value.split_at(value.find(LIMIT).unwrap_or(value.len()));
    // Words in brackets may say why there is none.
    let is_limit = |text: &str| text.trim().starts_with(|c: char| c.is_ascii_digit());
    if !behind.is_empty() && !is_limit(behind.trim_start_matches(LIMIT)) {
        return false;
    }
    let value = value.trim();
    if is_one_of(value, &["hi", "lo"]) {
        return true;
    }
    let is_low = is_one_of(value, BELOW);
    let is_far = |low: bool| {
        let mut rows = analyte.critical.iter().filter(|row| row.list == list);
        rows.any(|row| match low {
            true => row.stated.low.is_some(),
            false => row.stated.high.is_some() || row.high_uln.is_some(),
        })
    };
    (is_low || is_one_of(value, ABOVE)) && !is_missing(row.unit) && is_far(is_low)
}
