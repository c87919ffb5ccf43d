//! Numbers as HL7 writes them in parts (`SN`): `^6.9`, `<^15`, `^1^-^5`. A titer (`^1^:^128`) is none.

use super::{Comparator, Stated, Value, comparator, read_number};
use crate::observation::NumberStyle;

/// The value that the parts of a cell state; nothing for any other text. `beside` is the cell of a comparator column.
pub(super) fn read(text: &str, beside: &str, style: NumberStyle) -> Option<Value<'static>> {
    let mut parts: Vec<&str> = text.split('^').map(str::trim).collect();
    while parts.len() > 2 && parts.last().is_some_and(|part| part.is_empty()) {
        parts.pop();
    }
    let own = match *parts.first()? {
        "" | "=" => None,
        sign => match Comparator::take(sign) {
            (Some(own), "") => Some(own),
            _ => return None,
        },
    };
    let comparator = match (own, comparator::stated(beside)) {
        (_, Stated::Unknown) => return None,
        (Some(own), Stated::Sign(beside)) if own.is_below() != beside.is_below() => return None,
        (Some(own), _) => Some(own),
        (None, Stated::Sign(beside)) => Some(beside),
        (None, Stated::Nothing) => None,
    };
    match (parts.as_slice(), comparator) {
        ([_, number], None) => Some(Value::Number(read_number(number, style)?)),
        ([_, number], Some(sign)) => Some(Value::Censored(sign, read_number(number, style)?)),
        ([_, low, "-", high], None) => {
            let (low, high) = (read_number(low, style)?, read_number(high, style)?);
            (low <= high).then_some(Value::Range(low, high))
        }
        _ => None,
    }
}
