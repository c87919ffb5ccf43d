//! Comparing a value with limits, in the unit in which the limits are stated.
//!
//! With the same unit, reported decimals are compared as they are: 5.0 is not above 5.0, and
//! 1.1 × 100 is not above 110. After a conversion a value within [`TOLERANCE`] of a limit counts as
//! being on it. Nothing is rounded.

use rust_decimal::Decimal;

use crate::interpretation::{Flag, Limit};
use crate::reference::Conversion;
use crate::value::{Bounds, to_f64};

/// Relative distance within which a converted value is on its limit: far above the error of a
/// conversion (1e-15), far below the last digit of any report.
pub const TOLERANCE: f64 = 1e-9;

/// How a reported value becomes one in the limits' unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: Conversion,
    to: Conversion,
}

impl Scale {
    /// The limits are in the unit of the result.
    pub const SAME: Scale = Scale {
        from: Conversion::IDENTITY,
        to: Conversion::IDENTITY,
    };

    /// The result converts to the canonical unit by `result`, the limits by `limits`.
    #[must_use]
    pub fn between(result: Conversion, limits: Conversion) -> Scale {
        if result == limits {
            Scale::SAME
        } else {
            Scale {
                from: result,
                to: limits,
            }
        }
    }

    fn order(self, value: Decimal, limit: Decimal) -> std::cmp::Ordering {
        if self == Scale::SAME {
            return value.cmp(&limit);
        }
        let value = self.to.invert(self.from.apply(to_f64(value)));
        let limit = to_f64(limit);
        if (value - limit).abs() <= TOLERANCE * value.abs().max(limit.abs()) {
            std::cmp::Ordering::Equal
        } else {
            value.total_cmp(&limit)
        }
    }
}

/// One end of a value: the number, and on which side of it the value itself lies (0: on it).
#[derive(Clone, Copy)]
struct End {
    value: Decimal,
    side: i8,
}

/// The flag that every value in `bounds` gets; `None` if they do not all get the same.
#[must_use]
pub fn flag(bounds: Bounds, low: Option<Limit>, high: Option<Limit>, scale: Scale) -> Option<Flag> {
    let place = |end: Option<End>, open: Flag| match end {
        Some(end) if is_below(end, low, scale) => Flag::Low,
        Some(end) if is_above(end, high, scale) => Flag::High,
        Some(_) => Flag::Normal,
        None => open,
    };
    // A concentration has no values below zero: `<10` reaches down to 0, not beyond.
    let floor = End {
        value: Decimal::ZERO,
        side: 0,
    };
    let lowest = match (bounds.low, bounds.high) {
        (Some((value, included)), _) => Some(End {
            value,
            side: i8::from(!included),
        }),
        (None, Some((top, _))) if !top.is_sign_negative() => Some(floor),
        (None, _) => None,
    };
    let highest = bounds.high.map(|(value, included)| End {
        value,
        side: -i8::from(!included),
    });
    let open_low = if low.is_some() {
        Flag::Low
    } else {
        Flag::Normal
    };
    let open_high = if high.is_some() {
        Flag::High
    } else {
        Flag::Normal
    };
    let (at_lowest, at_highest) = (place(lowest, open_low), place(highest, open_high));
    (at_lowest == at_highest).then_some(at_lowest)
}

fn is_below(end: End, limit: Option<Limit>, scale: Scale) -> bool {
    limit.is_some_and(|limit| match scale.order(end.value, limit.value) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Greater => false,
        std::cmp::Ordering::Equal => end.side < 0 || (end.side == 0 && !limit.inclusive),
    })
}

fn is_above(end: End, limit: Option<Limit>, scale: Scale) -> bool {
    limit.is_some_and(|limit| match scale.order(end.value, limit.value) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => 0 < end.side || (end.side == 0 && !limit.inclusive),
    })
}

/// Is every value in `bounds` at or beyond a critical limit? For a low limit `high_side` is false.
#[must_use]
pub fn is_beyond(bounds: Bounds, limit: Limit, high_side: bool, scale: Scale) -> bool {
    let nearest = if high_side { bounds.low } else { bounds.high };
    let Some((value, included)) = nearest else {
        return false;
    };
    match (scale.order(value, limit.value), high_side) {
        (std::cmp::Ordering::Greater, true) | (std::cmp::Ordering::Less, false) => true,
        // `<2.5` lies beyond a limit of 2.5 even if the limit itself would not be critical.
        (std::cmp::Ordering::Equal, _) => limit.inclusive || !included,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Comparator, Value};

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    fn limit(text: &str) -> Option<Limit> {
        let (inclusive, text) = match text.strip_suffix('!') {
            Some(text) => (false, text),
            None => (true, text),
        };
        (!text.is_empty()).then(|| Limit {
            value: dec(text),
            inclusive,
        })
    }

    #[track_caller]
    fn check(value: Value<'_>, low: &str, high: &str, expected: &str) {
        let bounds = value.bounds().expect("a number");
        let shown = flag(bounds, limit(low), limit(high), Scale::SAME);
        assert_eq!(
            shown.map_or("", Flag::as_str),
            expected,
            "{value:?} in {low}..{high}"
        );
    }

    #[test]
    fn limits_are_inside_unless_said_otherwise() {
        let number = |text| Value::Number(dec(text));
        for (value, low, high, expected) in [
            ("3.4", "3.5", "5.0", "L"),
            ("3.5", "3.5", "5.0", "N"),
            ("5.0", "3.5", "5.0", "N"),
            ("5.00", "3.5", "5", "N"),
            ("5.01", "3.5", "5.0", "H"),
            ("200", "", "200!", "H"),
            ("200", "", "200", "N"),
            ("90", "90!", "", "L"),
            ("0", "", "5", "N"),
            ("-3", "-2", "2", "L"),
        ] {
            check(number(value), low, high, expected);
        }
    }

    #[test]
    fn an_inequality_is_flagged_only_if_all_its_values_agree() {
        use Comparator::{Greater, GreaterOrEqual, Less, LessOrEqual};
        let censored = |c, text| Value::Censored(c, dec(text));
        check(censored(Less, "10"), "", "20", "N");
        check(censored(Less, "10"), "0", "20", "N");
        check(censored(Less, "10"), "5", "20", "");
        check(censored(Less, "5"), "5", "20", "L");
        check(censored(LessOrEqual, "5"), "5", "20", "");
        check(censored(Less, "30"), "5", "20", "");
        check(censored(Greater, "20"), "5", "20", "H");
        check(censored(GreaterOrEqual, "20"), "5", "20", "");
        check(censored(Greater, "60"), "60", "", "N");
        check(censored(Greater, "10"), "5", "20", "");
        check(Value::Range(dec("6"), dec("9")), "5", "20", "N");
        check(Value::Range(dec("3"), dec("9")), "5", "20", "");
    }

    #[test]
    fn a_converted_value_on_its_limit_stays_on_it() {
        let mg_per_dl = Conversion {
            factor: 0.055507449,
            offset: 0.0,
        };
        let scale = Scale::between(Conversion::IDENTITY, mg_per_dl);
        // 126 mg/dL in mmol/L, as exact as a decimal holds it.
        let value = Value::Number(dec("6.993938574"));
        let bounds = value.bounds().expect("a number");
        assert_eq!(flag(bounds, None, limit("126"), scale), Some(Flag::Normal));
        assert_eq!(flag(bounds, None, limit("126!"), scale), Some(Flag::High));
    }

    #[test]
    fn critical_limits_keep_their_operator() {
        let at = |text: &str| Value::Number(dec(text)).bounds().expect("a number");
        let inclusive = limit("6.5").expect("a limit");
        let exclusive = limit("6.5!").expect("a limit");
        assert!(is_beyond(at("6.5"), inclusive, true, Scale::SAME));
        assert!(!is_beyond(at("6.5"), exclusive, true, Scale::SAME));
        assert!(is_beyond(at("6.51"), exclusive, true, Scale::SAME));
        assert!(!is_beyond(at("6.4"), inclusive, true, Scale::SAME));
        let below = Value::Censored(Comparator::Less, dec("2.5")).bounds();
        assert!(is_beyond(
            below.expect("bounds"),
            limit("2.5!").expect("a limit"),
            false,
            Scale::SAME
        ));
    }
}
