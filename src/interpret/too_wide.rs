//! Printed intervals that stand where none is known: `0-100` beside a potassium. What is so wide calls nothing abnormal.

use crate::reference::{Analyte, Catalog, Conversion};
use crate::text::fold_name;
use crate::value::interval::{UnitDoubtful, unit_doubtful};

use super::open_side::{calls_high, calls_low};
use super::printed_unit::{self, Ends, Span};

/// May two numbers be the limits of a test, by what is known of it? Nothing where the test is not known, or its unit.
pub(crate) fn may_be_limits(name: &str, unit: &str, (low, high): (f64, f64)) -> Option<bool> {
    let miss = unit_doubtful()?;
    any_meaning(name, unit, |analyte, by| {
        let printed = (Some(low), Some(high));
        let (least, most) = printed_unit::extremes(analyte);
        let meets = least.is_none_or(|least| least <= by.apply(high))
            && most.is_none_or(|most| by.apply(low) <= most);
        Some(meets && !is_no_interval(analyte, printed, by, miss))
    })
}

/// Is there a bundled interval of a test between two numbers, with room on both sides: half as much as it is wide? Below it half
/// of its limit is as much. Nothing where none with two limits is known.
pub(crate) fn is_with_room(name: &str, unit: &str, (low, high): (f64, f64)) -> Option<bool> {
    any_meaning(name, unit, |analyte, by| {
        let (low, high) = (by.apply(low), by.apply(high));
        let bundled = analyte.intervals.iter().map(|row| row.stated.ends());
        let bundled = bundled.filter_map(|(least, most)| least.zip(most));
        let has_room = |(least, most): (f64, f64)| {
            let room = (most - least) / 2.0;
            low <= (least - room).max(least / 2.0) && most + room <= high
        };
        let found: Vec<bool> = bundled.map(has_room).collect();
        (!found.is_empty()).then(|| found.contains(&true))
    })
}

/// Does any of the meanings of a name, in any of those of a unit, fit? Nothing where none tells.
fn any_meaning(
    name: &str,
    unit: &str,
    fits: impl Fn(&Analyte, Conversion) -> Option<bool>,
) -> Option<bool> {
    let catalog = Catalog::bundled().ok()?;
    let units = catalog.units().read(unit);
    let mut found = None;
    for meaning in catalog.by_name(&fold_name(name)) {
        let read = units.iter();
        let known = read.filter_map(|unit| meaning.analyte.conversion(unit, meaning.variant));
        for fits in known.filter_map(|by| fits(meaning.analyte, by)) {
            found = Some(fits || found == Some(true));
        }
    }
    found
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
    let reaches_down = calls_high(analyte)
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
    printed.0 == Some(0.0) && below && calls_low(analyte) && calls_high(analyte)
}
