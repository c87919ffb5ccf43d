//! Can the printed interval be in the unit of its row? 12-16 g/L is no hemoglobin's.
//!
//! An interval that lies far from every bundled one of its analyte, but among them in another unit
//! in which the analyte is reported, was printed in that other unit, or the row's unit is wrong.

use crate::age::Age;
use crate::reference::{Analyte, Conversion, Interval, Variant};
use crate::value::interval::UnitDoubtful;
use span::is_far_above;

mod span;

pub(crate) use span::Span;

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
    if !speaks_of(analyte, age) {
        return false;
    }
    let known = Span::known(analyte);
    let here = canonical(printed, by);
    if is_like_one_in_another_unit(analyte, printed, (by, age), miss.alike) {
        return true;
    }
    if !known.is_missed_by(here, miss) {
        return false;
    }
    is_implausible(analyte, here)
        || analyte
            .conversions(variant)
            .any(|other| known.is_met_by(canonical(printed, other), miss))
}

/// Does a bundled interval say anything of this age? Adults' say nothing of a child's hormones.
pub(super) fn speaks_of(analyte: &Analyte, age: &Age) -> bool {
    let speaks = |row: &Interval| age.reached(row.from) != Some(false);
    analyte.intervals.iter().any(speaks)
}

/// Is it apart from every bundled interval for this age as it stands, and like one if it is read in another unit of the
/// analyte, or of its variant: urea and urea nitrogen?
fn is_like_one_in_another_unit(
    analyte: &Analyte,
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
    // They do not overlap, or each limit is unlike the other's, on the same side: 7-20 reaches into 2.5-7.8.
    let apart = |row: &Interval| {
        let (low, high) = row.stated.ends();
        let both = |far: fn(f64, f64, f64) -> bool| {
            let ends = low.zip(high);
            ends.is_some_and(|(low, high)| far(here_low, low, ratio) && far(here_high, high, ratio))
        };
        low.is_some_and(|low| here_high < low)
            || high.is_some_and(|high| high < here_low)
            || both(|here, own, ratio| 0.0 < own && ratio * own < here)
            || both(|here, own, ratio| 0.0 < here && ratio * here < own)
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
    let variants = [None].into_iter().chain(analyte.variants.iter().map(Some));
    let mut others = variants.flat_map(|variant| analyte.conversions(variant));
    analyte.intervals.iter().filter(of_age).all(apart)
        && others.any(|other| other != by && is_like_one(other))
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
            // Of urea nitrogen in mg/dL, which reach into those of urea in mmol/L.
            "Urea 15 mmol/L 7-20",
            "Urea 15 mmol/L 8-23",
            "BUN 5 mmol/L 7-20",
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
            ("Urea 7 mmol/L 2.5-7.8", Flag::Normal),
            ("Urea 9 mmol/L 3.0-9.2", Flag::Normal),
            ("Urea 9 mmol/L 4-12", Flag::Normal),
            ("BUN 15 mg/dL 7-20", Flag::Normal),
            ("Urea 30 mg/dL 15-45", Flag::Normal),
            ("FT3 5.0 pmol/L 3.1-6.8", Flag::Normal),
            ("Phosphate 1.1 mmol/L 0.8-1.6", Flag::Normal),
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
}
