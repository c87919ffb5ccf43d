//! The drawn position of a value in its interval: `[··●······]`, outside `●[·········]`.

use crate::interpretation::{Flag, Interpretation, RangeSource};
use crate::preop::sheet::Position;
use crate::value::{Value, to_f64};

/// Cells inside the interval.
const CELLS: usize = 9;

/// Columns of a drawn bar: the cells, two brackets, and one place outside at either end.
pub(in crate::report) const WIDTH: usize = CELLS + 4;

/// Where a value lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Below,
    Inside(usize),
    Above,
}

/// A value in its interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) struct Bar {
    place: Place,
    point: char,
    has_low: bool,
    has_high: bool,
}

impl Bar {
    /// The bar of a flagged number. It always agrees with the flag.
    pub(super) fn of(result: &Interpretation<'_>) -> Option<Bar> {
        let (flag, limits) = (result.flag?, result.limits.as_ref()?);
        let (value, point) = match result.reading.value {
            Value::Number(value) => (value, '●'),
            // The true value lies on the side the tip points to.
            Value::Censored(comparator, value) if comparator.is_below() => (value, '◂'),
            Value::Censored(_, value) => (value, '▸'),
            Value::Range(..) | Value::Text(_) | Value::Absent(_) => return None,
        };
        let (value, low, high) = match (&result.canonical, limits.canonical) {
            (Some(canonical), Some((low, high))) => (canonical.value, low, high),
            // An analyte that is not known is judged in the unit of its own row.
            _ if limits.source == RangeSource::Report => (
                to_f64(value),
                limits.low.map(|limit| to_f64(limit.value)),
                limits.high.map(|limit| to_f64(limit.value)),
            ),
            _ => return None,
        };
        Some(Bar::at(flag, point, value, (low, high)))
    }

    /// The bar of a plain number on a sheet, in one unit with its limits.
    pub(in crate::report) fn on_sheet(flag: Flag, position: &Position) -> Bar {
        Bar::at(flag, '●', position.value, (position.low, position.high))
    }

    fn at(flag: Flag, point: char, value: f64, (low, high): (Option<f64>, Option<f64>)) -> Bar {
        let place = match flag.direction() {
            -1 => Place::Below,
            1 => Place::Above,
            _ => Place::Inside(cell(value, low, high)),
        };
        Bar {
            place,
            point,
            has_low: low.is_some(),
            has_high: high.is_some(),
        }
    }

    /// Always [`WIDTH`] columns.
    pub(in crate::report) fn draw(self) -> String {
        let mut drawn = String::with_capacity(3 * WIDTH);
        let outside = |place| if self.place == place { self.point } else { ' ' };
        drawn.push(outside(Place::Below));
        drawn.push(if self.has_low { '[' } else { ' ' });
        for i in 0..CELLS {
            drawn.push(if self.place == Place::Inside(i) {
                self.point
            } else {
                '·'
            });
        }
        drawn.push(if self.has_high { ']' } else { ' ' });
        drawn.push(outside(Place::Above));
        drawn
    }
}

/// The cell of a value inside its interval. With one limit only, the scale runs from zero up to the
/// high limit, or from the low limit to twice as much.
fn cell(value: f64, low: Option<f64>, high: Option<f64>) -> usize {
    let (from, to) = match (low, high) {
        (Some(low), Some(high)) => (low, high),
        (None, Some(high)) => (0.0, high),
        (Some(low), None) => (low, 2.0 * low),
        (None, None) => return CELLS / 2,
    };
    let share = (value - from) / (to - from);
    // NaN (an interval of one point) fails both comparisons.
    if share > 0.0 && share < 1.0 {
        ((share * CELLS as f64) as usize).min(CELLS - 1)
    } else if share >= 1.0 {
        CELLS - 1
    } else if share <= 0.0 {
        0
    } else {
        CELLS / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases::case;

    #[test]
    fn a_value_in_its_interval() {
        use Flag::{CriticalHigh, High, Low, Normal};
        for (value, low, high, flag, drawn) in [
            ("4.1", "3.5", "5.0", Normal, " [···●·····] "),
            ("3.5", "3.5", "5.0", Normal, " [●········] "),
            ("5.0", "3.5", "5.0", Normal, " [········●] "),
            ("3.4", "3.5", "5.0", Low, "●[·········] "),
            ("5.1", "3.5", "5.0", High, " [·········]●"),
            ("6.8", "3.5", "5.0", CriticalHigh, " [·········]●"),
            ("20", "", "40", Normal, "  ····●····] "),
            ("75", "60", "", Normal, " [··●······  "),
            ("500", "60", "", Normal, " [········●  "),
            ("<5", "", "10", Normal, "  ····◂····] "),
            (">90", "60", "", Normal, " [····▸····  "),
            ("<2", "3.5", "5.0", Low, "◂[·········] "),
            ("3", "3", "3", Normal, " [····●····] "),
        ] {
            let result = case("potassium", "K", value, "mmol/L")
                .report(low, high)
                .flag(flag)
                .0;
            let bar = Bar::of(&result).map(Bar::draw);
            assert_eq!(bar.as_deref(), Some(drawn), "{value} in {low}-{high}");
            assert_eq!(crate::report::text::width(drawn), WIDTH);
        }
    }

    #[test]
    fn what_is_not_flagged_is_not_drawn() {
        for (value, judged) in [("4.1", false), ("NEGATIVE", true), ("3-5", true)] {
            let mut case = case("potassium", "K", value, "mmol/L").report("3.5", "5.0");
            if judged {
                case = case.flag(Flag::Normal);
            }
            assert_eq!(Bar::of(&case.0), None, "{value}");
        }
    }
}
