//! The flag by the interval that is printed on the report.

use super::super::compare::{self, Scale};
use super::super::{open_side, placeholder, printed_unit, too_wide};
use crate::interpretation::{Flag, Interpretation, Limit, Limits, RangeSource};
use crate::notice::Code;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::units::spelling::fold_unit;
use crate::value::{self, Bounds, to_f64};

impl Rules {
    /// Judges by the printed interval, or says that its unit is in doubt; false if it cannot be compared
    /// with the result.
    pub(super) fn by_report<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        bounds: Bounds,
        (low, high): (Option<Limit>, Option<Limit>),
        unit: &'a str,
    ) -> bool {
        let own = [result.observation.unit, result.reading.unit]
            .into_iter()
            .find(|unit| !unit.is_empty())
            .unwrap_or("");
        if !unit.is_empty()
            && fold_unit(unit) != fold_unit(own)
            && self.catalog.units().read(unit).is_empty()
        {
            // "(child)" behind the limits is no unit: they may be for someone else.
            result.notices.add(Code::IntervalUnreadable);
            return false;
        }
        let mut scale = Scale::SAME;
        let mut limits_to_canonical = resolution.conversion;
        if !unit.is_empty() && !own.is_empty() && fold_unit(unit) != fold_unit(own) {
            // The interval is printed in another unit than the result.
            let other = resolution.analyte.and_then(|analyte| {
                let [only] = self.catalog.units().read(unit) else {
                    return None;
                };
                analyte.conversion(only, resolution.variant)
            });
            let (Some(result_to), Some(limits_to)) = (resolution.conversion, other) else {
                result.notices.add(Code::IntervalUnreadable);
                return false;
            };
            scale = Scale::between(result_to, limits_to);
            limits_to_canonical = Some(limits_to);
        }
        let end = |limit: Option<Limit>| limit.map(|limit| to_f64(limit.value));
        let known = resolution.analyte.zip(limits_to_canonical);
        let mut printed = (end(low), end(high));
        let (mut low, mut high) = (low, high);
        let is_nothing = |limit: f64| limit < 0.0;
        let ends = [printed.0, printed.1];
        let is_fair = ends != [None, None] && !ends.into_iter().flatten().any(is_nothing);
        if !is_fair && placeholder::is_never_negative(resolution) {
            // "-9999-5.1" is "up to 5.1", "-1--1" is nothing.
            if printed.0.is_some_and(is_nothing) {
                (low, printed.0) = (None, None);
                if printed.1 == Some(0.0) {
                    (high, printed.1) = (None, None);
                }
            }
            if printed.1.is_some_and(is_nothing) {
                (high, printed.1) = (None, None);
            }
            if low.is_none() && high.is_none() {
                result.notices.add(Code::IntervalUnreadable);
                return false;
            }
        }
        if let (Some((analyte, by)), Some(miss)) = (known, value::interval::unit_doubtful()) {
            let (variant, age) = (resolution.variant, &result.person.age);
            // "3.5-999", "3.5-51".
            let mut unlimited = printed.1.is_some_and(|high| {
                printed_unit::is_beyond_belief(analyte, by.apply(high), miss.one_sided)
            });
            if unlimited && printed.1.is_some_and(placeholder::is_nines) && !analyte.calls_high() {
                // "200-9999" is "from 200".
                (high, printed.1, unlimited) = (None, None, false);
            }
            // "0-9999999" says nothing.
            let starts = 0.0 < printed.0.unwrap_or(0.0);
            unlimited |= !starts && printed.1.is_none();
            if printed_unit::is_doubtful(analyte, variant, printed, by, age, miss) {
                result.notices.add(Code::IntervalUnitDoubtful);
                return true;
            }
            let may_be_meant = !starts && !printed.1.is_some_and(placeholder::is_nines);
            let is_meant = !unlimited || (may_be_meant && printed.1.is_some());
            // A newborn's bilirubin goes up to 200. Whoever is past what is too wide for an adult is past it all the same.
            let is_past = || {
                compare::flag(bounds, low, high, scale).is_some_and(|flag| 0 < flag.direction())
                    && !printed_unit::speaks_of(analyte, age)
            };
            let is_none = !is_meant || too_wide::is_no_interval(analyte, printed, by, miss);
            if is_none && !is_past() {
                result.notices.add(Code::IntervalUnreadable);
                return false;
            }
        } else if is_wide_in_every_unit(resolution, printed) {
            result.notices.add(Code::IntervalUnreadable);
            return false;
        }
        result.flag = compare::flag(bounds, low, high, scale);
        if let (Some(Flag::Normal), Some((analyte, by)), Some(value)) =
            (result.flag, known, &result.canonical)
            && open_side::hides(analyte, value.value, printed_unit::canonical(printed, by))
        {
            result.flag = None;
            result.notices.add(Code::IntervalOneSided);
            return true;
        }
        if result.flag.is_none() {
            result.notices.add(Code::FlagUndetermined);
        }
        let canonical = limits_to_canonical.map(|conversion| {
            let convert =
                |limit: Option<Limit>| limit.map(|limit| conversion.apply(to_f64(limit.value)));
            (convert(low), convert(high))
        });
        result.limits = Some(Limits {
            low,
            high,
            unit: if unit.is_empty() { own } else { unit },
            source: RangeSource::Report,
            rows: Vec::new(),
            canonical,
        });
        true
    }
}

/// Without a unit: no interval of the analyte, in whichever of its units.
fn is_wide_in_every_unit(resolution: &Resolution<'_>, printed: printed_unit::Ends) -> bool {
    let (Some(analyte), Some(miss)) = (resolution.analyte, value::interval::unit_doubtful()) else {
        return false;
    };
    let mut conversions = analyte.conversions(resolution.variant);
    conversions.all(|by| too_wide::is_no_interval(analyte, printed, by, miss))
}
