//! Can the printed interval be in the unit of its row? 12-16 g/L is no hemoglobin's.
//!
//! An interval that lies far from every bundled one of its analyte, but among them in another unit
//! in which the analyte is reported, was printed in that other unit, or the row's unit is wrong.

use crate::age::Age;
use crate::reference::{Analyte, Conversion, Interval, Variant};
use crate::value::interval::UnitDoubtful;

/// Lowest and highest limit of a printed interval, in canonical units.
pub(super) type Ends = (Option<f64>, Option<f64>);

/// Is the interval `printed`, converted by `by`, beyond belief in that unit?
pub(super) fn is_doubtful(
    analyte: &Analyte,
    variant: Option<&Variant>,
    printed: Ends,
    by: Conversion,
    age: &Age,
    miss: UnitDoubtful,
) -> bool {
    // Adults' intervals say nothing of a child's hormones.
    let speaks = |row: &Interval| age.reached(row.from) != Some(false);
    if !analyte.intervals.iter().any(speaks) {
        return false;
    }
    let known = Span::known(analyte);
    let here = canonical(printed, by);
    if is_like_one_in_another_unit(analyte, variant, printed, (by, age), miss.alike) {
        return true;
    }
    if !known.is_missed_by(here, miss) {
        return false;
    }
    is_implausible(analyte, here)
        || analyte
            .units
            .iter()
            .filter_map(|unit| analyte.conversion(unit, variant))
            .any(|other| known.is_met_by(canonical(printed, other), miss))
}

/// Does it overlap no bundled interval for this age as it stands, and is it like one if it is read in another unit of the
/// analyte?
fn is_like_one_in_another_unit(
    analyte: &Analyte,
    variant: Option<&Variant>,
    printed: Ends,
    (by, age): (Conversion, &Age),
    ratio: f64,
) -> bool {
    let (Some(here_low), Some(here_high)) = canonical(printed, by) else {
        return false;
    };
    let of_age = |row: &&Interval| {
        age.reached(row.from) != Some(false)
            && row
                .below
                .is_none_or(|below| age.reached(below) != Some(true))
    };
    let apart = |row: &Interval| {
        let (low, high) = row.stated.ends();
        low.is_some_and(|low| here_high < low) || high.is_some_and(|high| high < here_low)
    };
    let near = |one: f64, other: f64| 0.0 < one && one <= ratio * other && other <= ratio * one;
    let is_like_one = |conversion: Conversion| {
        let (Some(low), Some(high)) = canonical(printed, conversion) else {
            return false;
        };
        analyte.intervals.iter().any(|row| match row.stated.ends() {
            (Some(own_low), Some(own_high)) => near(low, own_low) && near(high, own_high),
            _ => false,
        })
    };
    let others = analyte
        .units
        .iter()
        .filter_map(|unit| analyte.conversion(unit, variant));
    analyte.intervals.iter().filter(of_age).all(apart)
        && others.filter(|other| *other != by).any(is_like_one)
}

/// The least low limit and the greatest high one of all bundled intervals, in the canonical unit.
pub(super) fn extremes(analyte: &Analyte) -> Ends {
    let known = Span::known(analyte);
    (
        known.lows.map(|(least, _)| least),
        known.highs.map(|(_, most)| most),
    )
}

/// Is a high limit `ratio` times or more beyond all bundled ones?
pub(super) fn is_beyond_belief(analyte: &Analyte, high: f64, ratio: f64) -> bool {
    is_far_above(Span::known(analyte).highs, high, ratio)
}

pub(super) fn canonical((low, high): Ends, by: Conversion) -> Ends {
    // A low limit of zero says nothing of the unit.
    let low = low.filter(|low| *low != 0.0).map(|low| by.apply(low));
    (low, high.map(|high| by.apply(high)))
}

/// Both limits on one side of everything believable.
fn is_implausible(analyte: &Analyte, (low, high): Ends) -> bool {
    let (least, most) = analyte.plausible;
    match (low, high) {
        (Some(low), Some(high)) => high < least || most < low,
        (Some(low), None) => most < low,
        (None, Some(high)) => high < least,
        (None, None) => false,
    }
}

/// What the bundled intervals of an analyte span, over all profiles, ages, sexes and conditions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    /// Least and greatest low limit.
    lows: Option<(f64, f64)>,
    /// Least and greatest high limit.
    highs: Option<(f64, f64)>,
}

impl Span {
    /// Of an analyte, found out once.
    fn known(analyte: &Analyte) -> Span {
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

    fn is_missed_by(&self, printed: Ends, miss: UnitDoubtful) -> bool {
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
    fn is_met_by(&self, printed: Ends, miss: UnitDoubtful) -> bool {
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

/// Is a limit `ratio` times or more beyond all limits of its side?
fn is_far(limits: Option<(f64, f64)>, limit: f64, ratio: f64) -> bool {
    is_far_below(limits, limit, ratio) || is_far_above(limits, limit, ratio)
}

fn is_far_below(limits: Option<(f64, f64)>, limit: f64, ratio: f64) -> bool {
    limits.is_some_and(|(least, _)| 0.0 < limit && ratio * limit <= least)
}

fn is_far_above(limits: Option<(f64, f64)>, limit: f64, ratio: f64) -> bool {
    limits.is_some_and(|(least, most)| 0.0 < least && ratio * most <= limit)
}

#[cfg(test)]
mod tests {
    use crate::interpretation::{Flag, Usability};
    use crate::notice::Code;
    use crate::observation::Observation;
    use crate::quality::SampleQuality;
    use crate::{Options, rules::Rules};

    fn rules() -> Rules {
        Rules::bundled(Options {
            adults: true,
            ..Options::default()
        })
        .expect("bundled data")
    }

    /// `Hemoglobin 68 g/L 12-16`.
    fn row(line: &'static str) -> Observation<'static> {
        let mut words = line.splitn(4, ' ');
        let mut next = || words.next().unwrap_or_default();
        Observation {
            name: next(),
            value: next(),
            unit: next(),
            range: next(),
            sex: "M",
            ..Observation::default()
        }
    }

    #[track_caller]
    fn check(line: &'static str, flag: Option<Flag>, doubtful: bool) {
        let rules = rules();
        let row = row(line);
        let reading = rules.read(&row);
        let mut resolver = rules.resolver();
        let resolution = resolver.resolve(&row, reading.unit);
        let result = rules.judge(row, reading, &resolution, &SampleQuality::default());
        let codes = result.notices.codes();
        assert_eq!(result.flag, flag, "{line}: {codes:?}");
        assert_eq!(
            result.notices.has(Code::IntervalUnitDoubtful),
            doubtful,
            "{line}: {codes:?}"
        );
        if doubtful {
            assert_eq!(result.usability, Some(Usability::Indeterminate), "{line}");
            assert!(result.limits.is_none(), "{line}");
        }
    }

    #[test]
    fn an_interval_in_another_unit_flags_nothing() {
        for line in [
            "Hemoglobin 68 g/L 12-16",
            "Hemoglobin 13.5 g/dL 120-160",
            "Glucose 5.5 mmol/L 70-99",
            "Glucose 95 mg/dL 3.9-5.5",
            "Creatinine 0.9 mg/dL 45-84",
            "Creatinine 80 umol/L 0.5-1.1",
            "Creatinine 80 umol/L <1.2",
            "Creatinine 80 umol/L 0-1.2",
            "Calcium 9.4 mg/dL 2.2-2.6",
            "Calcium 2.4 mmol/L 8.5-10.5",
            "Cholesterol 190 mg/dL <5.2",
            "Cholesterol 4.9 mmol/L up to 200",
            "Albumin 42 g/L 3.5-5.0",
            "TBIL 12 umol/L 0.3-1.2",
            "TBIL 0.8 mg/dL 3-21",
            "Phosphate 3.5 mg/dL 0.8-1.5",
            "CRP 4 mg/L <0.5",
            // By a small factor, and alike.
            "Phosphate 1.1 mmol/L 2.5-4.5",
            "Magnesium 0.9 mmol/L 1.6-2.6",
            "Magnesium 2.0 mg/dL 0.7-1.0",
        ] {
            check(line, None, true);
        }
    }

    #[test]
    fn a_laboratory_may_differ() {
        for (line, flag) in [
            ("Hemoglobin 68 g/L 120-160", Flag::Low),
            ("Hemoglobin 100 g/L 12-16 g/dL", Flag::Low),
            ("Glucose 5.0 mmol/L 3.9-5.5", Flag::Normal),
            // Of another method, but in no other unit.
            ("Lipase 200 U/L 114-286", Flag::Normal),
            ("LDH 400 U/L 313-618", Flag::Normal),
            ("LDL 80 mg/dL <100", Flag::Normal),
            ("LDL 80 mg/dL <55", Flag::High),
            ("Triglycerides 120 mg/dL 0-150", Flag::Normal),
            ("CRP 2 mg/L <3", Flag::Normal),
            ("CRP 8 mg/L <10", Flag::Normal),
            ("eGFR 80 mL/min/{1.73_m2} >60", Flag::Normal),
            ("Magnesium 1.9 mg/dL 1.6-2.6", Flag::Normal),
            ("TBIL 12 umol/L 3-21", Flag::Normal),
        ] {
            check(line, Some(flag), false);
        }
    }

    #[test]
    fn no_bundled_interval_is_doubted_in_any_unit() {
        let rules = rules();
        let miss = crate::value::interval::unit_doubtful().expect("bundled");
        for analyte in rules.catalog().analytes() {
            for row in &analyte.intervals {
                for unit in &analyte.units {
                    let Some(by) = analyte.conversion(unit, None) else {
                        continue;
                    };
                    let printed = |limit: Option<crate::interpretation::Limit>| {
                        limit.map(|limit| {
                            let value = crate::value::to_f64(limit.value);
                            (row.stated.conversion.apply(value) - by.offset) / by.factor
                        })
                    };
                    let ends = (printed(row.stated.low), printed(row.stated.high));
                    let doubtful = super::is_doubtful(
                        analyte,
                        None,
                        ends,
                        by,
                        &crate::age::Age::Unknown,
                        miss,
                    );
                    assert!(!doubtful, "{} {ends:?} {}", analyte.id, unit.code);
                }
            }
        }
    }

    #[test]
    fn ratios_at_their_bounds() {
        let far = |limit| super::is_far(Some((10.0, 20.0)), limit, 5.0);
        assert_eq!(
            [2.0, 2.1, 15.0, 99.9, 100.0].map(far),
            [true, false, false, false, true]
        );
        let known = super::Span {
            lows: Some((80.0, 90.0)),
            highs: Some((110.0, 120.0)),
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
