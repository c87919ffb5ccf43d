//! Is a limit crossed? In the unit in which the limit is stated, or published a second time.

use rust_decimal::Decimal;

use super::entry::Entry;
use super::policy::{Limit, Of, Side, Test};
use crate::import::date::HOUR;
use crate::interpret::compare::{self, Scale, TOLERANCE};
use crate::interpretation::Limit as End;
use crate::person::ADULT;
use crate::reference::Conversion;
use crate::value::{Bounds, shortest, to_f64};

/// Is the limit crossed by the result? `None` if that cannot be told: an inequality that may lie on
/// either side, no interval for a multiple of its limit.
pub(crate) fn crosses(limit: &Limit, entry: &Entry) -> Option<bool> {
    holds(closest(limit, entry)?, entry)
}

/// The comparison in the unit of the result, where the limit is published in it; else the first.
pub(crate) fn closest<'l>(limit: &'l Limit, entry: &Entry) -> Option<&'l Test> {
    let own = |test: &&Test| match test.of {
        Of::Number { conversion, .. } => Some(conversion) == entry.conversion,
        _ => false,
    };
    limit.tests.iter().find(own).or(limit.tests.first())
}

/// Does the comparison hold for every number that the result may be?
pub(crate) fn holds(test: &Test, entry: &Entry) -> Option<bool> {
    let (bounds, conversion) = (entry.bounds?, entry.conversion?);
    let (value, scale) = match test.of {
        Of::Number {
            value,
            conversion: limit,
        } => (value, Scale::between(conversion, limit)),
        Of::Uln(times) => match entry.limits.and_then(|(_, high)| high) {
            Some(limit) => multiple(times, limit, conversion)?,
            None => return beyond_none(test, times, entry),
        },
        Of::Lln(times) => match entry.limits.and_then(|(low, _)| low) {
            Some(limit) => multiple(times, limit, conversion)?,
            None => return beyond_none(test, times, entry),
        },
        Of::Interval => return entry.flag.map(|flag| flag.direction() == 0),
    };
    decide(*test, value, bounds, scale)
}

/// Without an interval of its own a result can still be on the near side of every published one: then
/// no multiple of any of them is crossed. Whether one is, is never told from this.
fn beyond_none(test: &Test, times: Decimal, entry: &Entry) -> Option<bool> {
    // A policy is for adults; a newborn's interval says nothing here.
    let rows = entry.analyte?.intervals.iter().filter(|row| {
        let of_adults = row.below.is_none_or(|below| ADULT.days() < below.days());
        row.is_sourced() && row.condition.is_none() && of_adults
    });
    let ends = rows.filter_map(|row| {
        let end = if test.is_above() {
            row.stated.high
        } else {
            row.stated.low
        };
        Some(row.stated.conversion.apply(to_f64(end?.value)))
    });
    let nearest = if test.is_above() {
        ends.reduce(f64::min)
    } else {
        ends.reduce(f64::max)
    };
    let (value, scale) = multiple(times, nearest?, entry.conversion?)?;
    decide(*test, value, entry.bounds?, scale).filter(|crossed| !crossed)
}

fn decide(test: Test, value: Decimal, bounds: Bounds, scale: Scale) -> Option<bool> {
    let above = match test.side {
        Side::Above { .. } => true,
        Side::Below { .. } => false,
        Side::Inside => return None,
    };
    let end = test.end(value);
    if compare::is_beyond(bounds, end, above, scale) {
        return Some(true);
    }
    // Wholly on the other side, where the limit itself is if it does not cross.
    let other = End {
        value,
        inclusive: !end.inclusive,
    };
    // A concentration has no values below zero: `<10` reaches down to 0, not beyond.
    let bounds = Bounds {
        low: bounds.low.or(Some((Decimal::ZERO, true))),
        high: bounds.high,
    };
    compare::is_beyond(bounds, other, !above, scale).then_some(false)
}

/// A multiple of a limit of the interval, in the canonical unit.
fn multiple(times: Decimal, limit: f64, conversion: Conversion) -> Option<(Decimal, Scale)> {
    let value = shortest(limit * to_f64(times)).parse().ok()?;
    Some((value, Scale::between(conversion, Conversion::IDENTITY)))
}

/// The hours of a rise in words: `within 12 h`, `within 6 to 12 h`.
pub(crate) fn within_hours((from, to): (f64, f64)) -> String {
    match from {
        0.0 => format!("within {to} h"),
        from => format!("within {from} to {to} h"),
    }
}

/// Has the result risen since an earlier one by what the limit says, within its hours? Two tubes of one minute are no rise.
pub(crate) fn has_risen(limit: &Limit, hours: (f64, f64), earlier: &Entry, entry: &Entry) -> bool {
    let Some(Test {
        side: Side::Above { at },
        of: Of::Number { value, conversion },
    }) = limit.tests.first().copied()
    else {
        return false;
    };
    let (Some(from), Some(to)) = (earlier.moment, entry.moment) else {
        return false;
    };
    let within = |minutes: f64| 0.0 < minutes && (hours.0..=hours.1).contains(&(minutes / HOUR));
    if !from.minutes_to(to).is_some_and(within) {
        return false;
    }
    if let (Some(old), Some(new), true) = (
        earlier.number,
        entry.number,
        earlier.conversion == entry.conversion && entry.conversion == Some(conversion),
    ) {
        return if at {
            value <= new - old
        } else {
            value < new - old
        };
    }
    let (Some(old), Some(new)) = (earlier.canonical, entry.canonical) else {
        return false;
    };
    // A difference has no offset.
    let least = to_f64(value) * conversion.factor;
    let slack = TOLERANCE * new.abs().max(old.abs());
    if at {
        least <= new - old + slack
    } else {
        least < new - old - slack
    }
}
