//! What the bundled intervals of an analyte span, and whether a printed one stands among them.

use super::Ends;
use crate::reference::Analyte;
use crate::value::interval::UnitDoubtful;

/// What the bundled intervals of an analyte span, over all profiles, ages, sexes and conditions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    /// Least and greatest low limit.
    pub(super) lows: Option<(f64, f64)>,
    /// Least and greatest high limit.
    pub(super) highs: Option<(f64, f64)>,
    /// Lowest low and highest high limit of those that are called, whatever the person's condition.
    pub(in crate::interpret) called: Ends,
}

impl Span {
    /// Of an analyte, found out once.
    pub(in crate::interpret) fn known(analyte: &Analyte) -> Span {
        *analyte.span.get_or_init(|| Span::of(analyte))
    }

    fn of(analyte: &Analyte) -> Span {
        let span = |known: Option<(f64, f64)>, limit: f64| {
            let (least, most) = known.unwrap_or((limit, limit));
            Some((least.min(limit), most.max(limit)))
        };
        let mut all = Span {
            lows: None,
            highs: None,
            called: called(analyte),
        };
        for row in &analyte.intervals {
            let (low, high) = row.stated.ends();
            if let Some(low) = low.filter(|low| *low != 0.0) {
                all.lows = span(all.lows, low);
            }
            if let Some(high) = high {
                all.highs = span(all.highs, high);
            }
        }
        all
    }

    /// The least and the greatest limit. No end where no interval has one.
    fn ends(&self) -> Ends {
        let either = |pick: fn((f64, f64)) -> f64, best: fn(f64, f64) -> f64| {
            let both = [self.lows.map(pick), self.highs.map(pick)];
            both.into_iter().flatten().reduce(best)
        };
        (
            self.lows.and(either(|(least, _)| least, f64::min)),
            self.highs.and(either(|(_, most)| most, f64::max)),
        )
    }

    pub(super) fn is_missed_by(&self, printed: Ends, miss: UnitDoubtful) -> bool {
        match printed {
            (Some(low), Some(high)) => {
                // Low limits near zero make intervals overlap: then one limit alone may tell.
                let below = is_far_below(self.highs, high, miss.one_sided);
                let above = is_far_above(self.lows, low, miss.one_sided);
                below || above || self.is_missed_by_both(low, high, miss.two_sided)
            }
            (Some(limit), None) => is_far(self.lows, limit, miss.one_sided),
            (None, Some(limit)) => is_far(self.highs, limit, miss.one_sided),
            (None, None) => false,
        }
    }

    fn is_missed_by_both(&self, low: f64, high: f64, ratio: f64) -> bool {
        let middle = f64::midpoint(low, high);
        let (least, most) = self.ends();
        let own_middle = |end: f64| match (least, most) {
            (Some(least), Some(most)) => f64::midpoint(least, most),
            _ => end,
        };
        // Ratios mean something only where nothing is negative.
        // To touch is not to overlap.
        let below = least
            .is_some_and(|least| high <= least && 0.0 < low && ratio * middle <= own_middle(least));
        let above = most.is_some_and(|most| {
            most <= low && 0.0 < own_middle(most) && ratio * own_middle(most) <= middle
        });
        below || above
    }

    /// Would the interval stand among the bundled ones?
    pub(super) fn is_met_by(&self, printed: Ends, miss: UnitDoubtful) -> bool {
        let (least, most) = self.ends();
        match printed {
            (Some(low), Some(high)) => {
                least.is_none_or(|least| least <= high)
                    && most.is_none_or(|most| low <= most)
                    && !self.is_missed_by(printed, miss)
            }
            (Some(limit), None) => self.lows.is_some() && !is_far(self.lows, limit, miss.two_sided),
            (None, Some(limit)) => {
                self.highs.is_some() && !is_far(self.highs, limit, miss.two_sided)
            }
            (None, None) => false,
        }
    }
}

fn called(analyte: &Analyte) -> Ends {
    let rows = analyte
        .critical
        .iter()
        .filter(|row| row.condition.is_none());
    let (lows, highs): (Vec<_>, Vec<_>) = rows.map(|row| row.stated.ends()).unzip();
    (
        lows.into_iter().flatten().reduce(f64::min),
        highs.into_iter().flatten().reduce(f64::max),
    )
}

/// Is a limit `ratio` times or more beyond all limits of its side?
fn is_far(limits: Option<(f64, f64)>, limit: f64, ratio: f64) -> bool {
    is_far_below(limits, limit, ratio) || is_far_above(limits, limit, ratio)
}

fn is_far_below(limits: Option<(f64, f64)>, limit: f64, ratio: f64) -> bool {
    limits.is_some_and(|(least, _)| 0.0 < limit && ratio * limit <= least)
}

pub(super) fn is_far_above(limits: Option<(f64, f64)>, limit: f64, ratio: f64) -> bool {
    limits.is_some_and(|(least, most)| 0.0 < least && ratio * most <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_at_their_bounds() {
        let far = |limit| is_far(Some((10.0, 20.0)), limit, 5.0);
        assert_eq!(
            [2.0, 2.1, 15.0, 99.9, 100.0].map(far),
            [true, false, false, false, true]
        );
        let known = Span {
            lows: Some((80.0, 90.0)),
            highs: Some((110.0, 120.0)),
            called: (None, None),
        };
        for (low, high, missed) in [
            (33.0, 33.5, true),
            (33.0, 34.0, false),
            (20.0, 80.0, false),
            (20.0, 40.0, true),
            // To touch is not to overlap.
            (120.0, 1000.0, true),
            (119.0, 1000.0, false),
            (121.0, 479.0, true),
            (121.0, 478.0, false),
        ] {
            assert_eq!(
                known.is_missed_by_both(low, high, 3.0),
                missed,
                "{low}-{high}"
            );
        }
    }
}
