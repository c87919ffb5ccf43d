//! What a result can be at least and at most.

use rust_decimal::Decimal;

use super::Value;

impl Value<'_> {
    /// The lowest and highest value it can have, each with whether that end itself is possible.
    /// `None` for words and absent results.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        let closed = |value: Decimal| Some((value, true));
        match *self {
            Value::Number(value) => Some(Bounds {
                low: closed(value),
                high: closed(value),
            }),
            Value::Range(low, high) => Some(Bounds {
                low: closed(low),
                high: closed(high),
            }),
            Value::Censored(comparator, limit) => {
                let end = Some((limit, comparator.includes()));
                Some(if comparator.is_below() {
                    Bounds {
                        low: None,
                        high: end,
                    }
                } else {
                    Bounds {
                        low: end,
                        high: None,
                    }
                })
            }
            Value::Text(_) | Value::Absent(_) => None,
        }
    }
}

/// Ends of a value. An absent end is open: everything beyond is possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Lowest value, and whether it is itself possible.
    pub low: Option<(Decimal, bool)>,
    /// Highest value, and whether it is itself possible.
    pub high: Option<(Decimal, bool)>,
}
