//! Cells that several forms print alike.

use std::borrow::Cow;

use crate::import::date::{self, DateOrders, DateReading, Precision};
use crate::interpretation::Interpretation;
use crate::observation::Observation;

/// When the sample was collected, verbatim; where that is blank, the time of receipt or report that
/// stood in for it (`collection-assumed`).
pub(super) fn collected<'a>(observation: &Observation<'a>) -> &'a str {
    [
        observation.collected,
        observation.received,
        observation.reported,
    ]
    .into_iter()
    .find(|text| !text.trim().is_empty())
    .unwrap_or_default()
}

/// The same as ISO 8601.
pub(super) fn collected_iso(observation: &Observation<'_>) -> Option<String> {
    iso(collected(observation), observation.date_orders)
}

/// A time as ISO 8601, as exactly as it is stated; `None` where it cannot be read.
pub(super) fn iso(collected: &str, orders: DateOrders) -> Option<String> {
    const DATE: usize = "2024-03-05".len();
    const MINUTE: usize = "2024-03-05T07:15".len();
    const SECOND: usize = "2024-03-05T07:15:30".len();
    let DateReading::Read(moment) = date::read(collected, orders) else {
        return None;
    };
    let mut text = moment.datetime().to_string();
    text.truncate(match moment.precision() {
        Precision::Date => DATE,
        Precision::Minute => MINUTE,
        Precision::Second => SECOND,
    });
    Some(text)
}

/// The comparator of a column of its own; `=` says nothing. A word is none of the value: "BLOQ 15".
pub(super) fn comparator<'a>(observation: &Observation<'a>) -> Cow<'a, str> {
    match observation.comparator.trim() {
        "=" => Cow::Borrowed(""),
        word if word.ends_with(char::is_alphanumeric) => Cow::Owned(format!("{word} ")),
        comparator => Cow::Borrowed(comparator),
    }
}

/// The value as reported, with a comparator that stands in a column of its own.
pub(super) fn value<'a>(observation: &Observation<'a>) -> Cow<'a, str> {
    match comparator(observation).as_ref() {
        "" => Cow::Borrowed(observation.value),
        comparator => Cow::Owned(format!("{comparator}{}", observation.value)),
    }
}

/// The sign of a censored canonical value, or nothing.
pub(super) fn canonical_comparator(result: &Interpretation<'_>) -> &'static str {
    result
        .canonical
        .as_ref()
        .and_then(|canonical| canonical.comparator)
        .map_or("", |comparator| comparator.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_for_the_collection() {
        let at = |collected, received, reported| Observation {
            collected,
            received,
            reported,
            ..Observation::default()
        };
        for (observation, text, iso) in [
            (
                at("2024-03-05 07:15", "2024-03-06", ""),
                "2024-03-05 07:15",
                Some("2024-03-05T07:15"),
            ),
            (at(" ", "2024-03-06", "x"), "2024-03-06", Some("2024-03-06")),
            (at("", "", "20240307"), "20240307", Some("2024-03-07")),
            (at("last week", "", ""), "last week", None),
            (at("", "", ""), "", None),
        ] {
            assert_eq!(collected(&observation), text);
            assert_eq!(collected_iso(&observation).as_deref(), iso, "{text:?}");
        }
    }

    #[test]
    fn a_comparator_of_its_own_column_is_not_dropped() {
        for (sign, expected) in [("", "10"), ("=", "10"), ("<", "<10"), (" >= ", ">=10")] {
            let observation = Observation {
                value: "10",
                comparator: sign,
                ..Observation::default()
            };
            assert_eq!(value(&observation), expected, "{sign:?}");
        }
    }
}
