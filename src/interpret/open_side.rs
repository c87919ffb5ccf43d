//! Printed intervals with a side that says nothing: `0-5.1`, `3.5-999`, `<145`.
//!
//! A laboratory may mean it: `<5` of C-reactive protein. Where a value on that side may be an emergency, it is no
//! reason to call it normal.

use crate::reference::{Analyte, CriticalLimit};

use super::printed_unit::{Ends, extremes, is_beyond_belief};

/// True if a printed interval has a limit that stands for none: far beyond all that are known for the analyte.
pub(super) fn is_unlimited(analyte: &Analyte, (_, high): Ends, ratio: f64) -> bool {
    high.is_some_and(|high| is_beyond_belief(analyte, high, ratio))
}

/// True for a value, inside a printed interval, on a side on which that has no limit, and beyond every limit that is known
/// there, where some list calls critical values on that side.
pub(super) fn hides(analyte: &Analyte, value: f64, (low, high): Ends) -> bool {
    let (least, most) = extremes(analyte);
    let calls = |side: fn(&CriticalLimit) -> bool| analyte.critical.iter().any(side);
    // An interval that lies there as a whole answers another question: cortisol below 50 after dexamethasone.
    let reaches_up = |least: f64| high.is_none_or(|high| least <= high);
    let reaches_down = |most: f64| low.is_none_or(|low| low <= most);
    let below = low.is_none()
        && least.is_some_and(|least| value < least && reaches_up(least))
        && calls(|row| row.stated.low.is_some());
    let above = high.is_none()
        && most.is_some_and(|most| most < value && reaches_down(most))
        && calls_high(analyte);
    below || above
}

/// Does some list call high values?
pub(super) fn calls_high(analyte: &Analyte) -> bool {
    let mut rows = analyte.critical.iter();
    rows.any(|row| row.stated.high.is_some() || row.high_uln.is_some())
}
