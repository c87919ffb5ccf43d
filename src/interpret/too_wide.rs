//! Printed intervals that stand where none is known: `0-100` beside a potassium. What is so wide calls nothing abnormal.

use crate::reference::{Analyte, Conversion};
use crate::value::interval::{UnitDoubtful, unit_doubtful};

use super::printed_unit::{self, Ends, Span};

/// May two numbers be the limits of a test, by what is known of it?
pub(crate) fn may_be_limits(
    analyte: &Analyte,
    by: Conversion,
    (low, high): (f64, f64),
) -> Option<bool> {
    let miss = unit_doubtful()?;
    let printed = (Some(low), Some(high));
    let (least, most) = printed_unit::extremes(analyte);
    let meets = least.is_none_or(|least| least <= by.apply(high))
        && most.is_none_or(|most| by.apply(low) <= most);
    Some(meets && !is_no_interval(analyte, printed, by, miss))
}

/// Is a single limit like one that is known, on its side, of a test of which nothing is called on the other side? A sodium below 130 is
/// called, and is no upper limit.
pub(crate) fn is_single_limit(analyte: &Analyte, by: Conversion, printed: Ends) -> bool {
    let Some(miss) = unit_doubtful() else {
        return false;
    };
    let like = |limit: f64, known: f64| limit <= miss.alike * known && known <= miss.alike * limit;
    let rows = || analyte.intervals.iter().map(|row| row.stated.ends());
    match printed_unit::canonical(printed, by) {
        (None, Some(high)) => {
            let mut known = rows().filter_map(|(_, high)| high);
            !analyte.calls_low() && known.any(|known| like(high, known))
        }
        (Some(low), None) => {
            let mut known = rows().filter_map(|(low, _)| low);
            !analyte.calls_high() && known.any(|known| like(low, known))
        }
        _ => false,
    }
}

/// By how much of its width two numbers reach beyond a bundled interval of a test, on both of its sides: most of what any of them
/// tells. Nothing where none with two limits is known.
pub(crate) fn room(analyte: &Analyte, by: Conversion, (low, high): (f64, f64)) -> Option<f64> {
    let printed = (by.apply(low), by.apply(high));
    let bundled = analyte.intervals.iter().map(|row| row.stated.ends());
    let bundled = bundled.filter_map(|(least, most)| least.zip(most));
    bundled
        .map(|own| room_around(own, printed))
        .reduce(f64::max)
}

/// Are two limits, in canonical units, those of a bundled interval, whosever that is, up to a part of its width?
pub(super) fn is_like_bundled(analyte: &Analyte, (low, high): (f64, f64), same: f64) -> bool {
    let bundled = analyte.intervals.iter().map(|row| row.stated.ends());
    let mut bundled = bundled.filter_map(|(least, most)| least.zip(most));
    bundled.any(|(least, most)| {
        let near = same * (most - least);
        (low - least).abs() <= near && (high - most).abs() <= near
    })
}

/// By how much of its width another interval reaches beyond one, on both sides. Below it half of its limit is as much as all.
pub(super) fn room_around((least, most): (f64, f64), (low, high): (f64, f64)) -> f64 {
    let width = most - least;
    let below = match low <= least / 2.0 {
        true => f64::INFINITY,
        false => (least - low) / width,
    };
    below.min((high - most) / width)
}

/// Is the interval `printed` no interval of the analyte, read in a unit by `by`?
pub(super) fn is_no_interval(
    analyte: &Analyte,
    printed: Ends,
    by: Conversion,
    miss: UnitDoubtful,
) -> bool {
    let ends = printed_unit::canonical(printed, by);
    holds_emergencies(analyte, ends)
        || is_far_up(analyte, printed, ends, miss.two_sided)
        || lies_below(analyte, printed, ends)
}

/// Does it hold what every list calls critical, whatever the age? Only where the lists lie clear of the bundled intervals: the
/// upper limit of a troponin is itself one that is called. An interval that lies apart from them as a whole is not wide.
fn holds_emergencies(analyte: &Analyte, (low, high): Ends) -> bool {
    let (least, most) = printed_unit::extremes(analyte);
    let (lowest, highest) = Span::known(analyte).called;
    let is_clear_below = |lowest: f64| least.is_none_or(|least| lowest < least);
    let is_clear_above = |highest: f64| most.is_none_or(|most| most < highest);
    let is_apart = least.zip(high).is_some_and(|(least, high)| high < least)
        || most.zip(low).is_some_and(|(most, low)| most < low);
    // Of what is called on one side only, a low interval may answer another question: cortisol in the evening.
    let reaches_down = analyte.calls_high()
        && low
            .zip(lowest)
            .is_some_and(|(low, lowest)| low < lowest && is_clear_below(lowest));
    let reaches_up = high
        .zip(highest)
        .is_some_and(|(high, highest)| highest < high && is_clear_above(highest));
    !is_apart && (reaches_down || reaches_up)
}

/// A round number so many times as high as every known upper limit, and nothing below: `0-500`. "Below 500" is meant.
fn is_far_up(analyte: &Analyte, printed: Ends, (low, high): Ends, ratio: f64) -> bool {
    let (least, _) = printed_unit::extremes(analyte);
    let says_nothing = match low {
        Some(low) => least.is_some_and(|least| ratio * low <= least),
        None => printed.0.is_some(),
    };
    let is_far = high.is_some_and(|high| printed_unit::is_beyond_belief(analyte, high, ratio));
    says_nothing && is_far && printed.1.is_some_and(is_round)
}

/// As databases write "no limit": 99, 999, 100, 500, 2000.
fn is_round(number: f64) -> bool {
    let text = number.to_string();
    let nines = 1 < text.len() && text.bytes().all(|byte| byte == b'9');
    let hundreds = text.trim_end_matches('0');
    nines || (text.len() - hundreds.len() > 1 && matches!(hundreds, "1" | "2" | "5"))
}

/// From nothing up to less than every known lower limit, of what is called on both sides: platelets of `0-100`.
fn lies_below(analyte: &Analyte, printed: Ends, (_, high): Ends) -> bool {
    let (least, _) = printed_unit::extremes(analyte);
    let below = high.zip(least).is_some_and(|(high, least)| high < least);
    printed.0 == Some(0.0) && below && analyte.calls_low() && analyte.calls_high()
}
