//! Critical limits: whom to call, whatever the interval says.

use crate::interpretation::CriticalCall;
use crate::person::Person;
use crate::reference::{Analyte, Conversion, CriticalLimit};
use crate::value::{Bounds, to_f64};

use super::compare::{self, Scale};

/// The critical limit that every value in `bounds` reaches, for every age that the person may have.
pub(super) fn call<'c>(
    analyte: &'c Analyte,
    list: &str,
    person: Person,
    bounds: Bounds,
    to_canonical: Conversion,
) -> Option<CriticalCall<'c>> {
    let possible: Vec<&CriticalLimit> = analyte
        .critical
        .iter()
        .filter(|row| row.list == list)
        .filter(|row| {
            row.from
                .is_none_or(|from| person.age.reached(from) != Some(false))
                && row
                    .below
                    .is_none_or(|below| person.age.reached(below) != Some(true))
        })
        .collect();
    for high in [false, true] {
        let fires = |row: &&CriticalLimit| {
            let limit = if high { row.stated.high } else { row.stated.low };
            limit.is_some_and(|limit| {
                let scale = Scale::between(to_canonical, row.stated.conversion);
                compare::is_beyond(bounds, limit, high, scale)
            })
        };
        if !possible.is_empty() && possible.iter().all(fires) {
            return Some(CriticalCall {
                limit: possible[0],
                high,
            });
        }
    }
    None
}

/// The limit that fired, in the canonical unit.
pub(super) fn limit_of(call: &CriticalCall<'_>) -> Option<f64> {
    let stated = &call.limit.stated;
    let limit = if call.high { stated.high } else { stated.low }?;
    Some(stated.conversion.apply(to_f64(limit.value)))
}
