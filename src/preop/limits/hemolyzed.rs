//! What hemolysis leaves of a crossed limit: whether it stands, and which graver one the true value may
//! cross.

use crate::notice::Code;
use crate::preop::entry::Entry;
use crate::preop::policy::Limit;
use crate::preop::policy::schema::Tier;
use crate::reference::Effect;
use crate::value::{Bounds, shortest};

/// Does a crossed limit stand although the sample is faulty? Only where the fault cannot have caused
/// it, or cannot have caused all of it; and a stop where the fault is found only if a day's rows are of one draw, which nobody says.
pub(super) fn keeps(entry: &Entry, limit: &Limit) -> bool {
    if entry.is_usable() {
        return true;
    }
    if entry.is_only_assumed_faulty() {
        return limit.row.tier == Tier::Stop;
    }
    let above = limit.tests.first().is_some_and(|test| test.is_above());
    if entry.has(Code::CriticalEitherWay) {
        let same_side = entry
            .critical
            .as_ref()
            .is_some_and(|critical| critical.high == above);
        return same_side && limit.row.tier == Tier::Stop;
    }
    if !entry.only_hemolyzed {
        return false;
    }
    let effect = entry
        .analyte
        .and_then(|analyte| analyte.hemolysis.as_ref())
        .map(|row| row.effect);
    match effect {
        Some(Effect::Raises) => !above,
        Some(Effect::Lowers) => above,
        Some(Effect::None) => true,
        _ => false,
    }
}

/// The result with every value that the largest published effect of hemolysis allows; none where it is
/// not further out than reported.
pub(super) fn further_out(entry: &Entry) -> Option<Entry> {
    if !entry.is_further_out() || !entry.can_be_held() {
        return None;
    }
    let (value, conversion) = (entry.canonical?, entry.conversion?);
    let (_, most) = entry.free_hb.unwrap_or((0.0, None));
    let slope = entry.analyte?.hemolysis.as_ref()?.slope;
    // Nothing published, or an open amount: as far as can be.
    let bias = slope.zip(most).map(|(slope, most)| {
        let largest = slope.low.abs().max(slope.high.abs()) * most;
        if slope.percent {
            value * largest / PERCENT
        } else {
            largest
        }
    });
    let reported = entry.bounds?;
    let far = |canonical: f64| {
        let value = shortest(conversion.invert(canonical)).parse().ok()?;
        Some((value, true))
    };
    let bounds = if entry.has(Code::HemolysisTrueLower) {
        Bounds {
            low: bias.and_then(|bias| far((value - bias).max(0.0))),
            high: reported.high,
        }
    } else {
        Bounds {
            low: reported.low,
            high: bias.and_then(|bias| far(value + bias)),
        }
    };
    Some(Entry {
        bounds: Some(bounds),
        ..entry.clone()
    })
}

const PERCENT: f64 = 100.0;
