//! Printed intervals with a side that says nothing: `0-5.1`, `<145`.
//!
//! A laboratory may mean it: `<5` of C-reactive protein. Where a value on that side may be an emergency, it is no
//! reason to call it normal.

use crate::reference::Analyte;

use super::printed_unit::{Ends, extremes};

/// True for a value, inside a printed interval, on a side on which that has no limit, and beyond every limit that is known
/// there, where some list calls critical values on that side.
pub(super) fn hides(analyte: &Analyte, value: f64, (low, high): Ends) -> bool {
    let (least, most) = extremes(analyte);
    // An interval that lies there as a whole answers another question: cortisol below 50 after dexamethasone.
    let reaches_up = |least: f64| high.is_none_or(|high| least <= high);
    let reaches_down = |most: f64| low.is_none_or(|low| low <= most);
    let below = low.is_none()
        && least.is_some_and(|least| value < least && reaches_up(least))
        && analyte.calls_low();
    let above = high.is_none()
        && most.is_some_and(|most| most < value && reaches_down(most))
        && analyte.calls_high();
    below || above
}
