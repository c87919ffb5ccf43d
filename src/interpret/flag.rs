//! The flag: by the report's own interval, else the laboratory's file, else one profile.

use rust_decimal::Decimal;

use super::compare::{self, Scale};
use super::{add_all, interval, open_side, placeholder, printed_unit, too_wide};
use crate::interpretation::{Flag, Interpretation, Limit, Limits, RangeSource};
use crate::notice::Code;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::units::spelling::fold_unit;
use crate::value::interval::Printed;
use crate::value::{self, Bounds, to_f64};

impl Rules {
    /// The interval printed on the report judges first, then the laboratory's file, then the profile.
    pub(super) fn flag<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        bounds: Bounds,
    ) {
        if resolution.codes.contains(&Code::UnitConflict) {
            // In which of the two units the printed limits are, nobody knows either.
            add_all(&mut result.notices, &resolution.codes);
            return;
        }
        match value::interval::printed_for(&result.observation, &result.person) {
            Printed::Reversed => {
                result.notices.add(Code::IntervalReversed);
                return;
            }
            Printed::Interval(low, high, unit) => {
                if self.by_report(result, resolution, bounds, (low, high), unit) {
                    return;
                }
            }
            Printed::Unreadable => result.notices.add(Code::IntervalUnreadable),
            Printed::Missing => {}
        }
        add_all(&mut result.notices, &resolution.codes);
        let Some(analyte) = resolution.analyte else {
            return;
        };
        let stops = [
            Code::SpecimenUnknown,
            Code::SpecimenUnsuitable,
            Code::UnitMissing,
            Code::UnitUnknown,
            Code::UnitNotForAnalyte,
        ];
        if stops.iter().any(|code| resolution.codes.contains(code)) {
            return;
        }
        let stated = self.condition_words.stated(result.observation.condition);
        let conditions = self.conditions(&stated, resolution);
        let question = interval::Question {
            person: result.person,
            conditions: &conditions,
            bounds,
        };
        let mut notices = std::mem::take(&mut result.notices);
        let (rows, source) = self.candidates(analyte);
        let judged = interval::by_rows(analyte, rows, resolution, &question, source, &mut notices);
        result.notices = notices;
        result.limits = judged.limits;
        result.flag = judged.flag;
        if result.flag == Some(Flag::Normal)
            && result.notices.has(Code::IntervalUnreadable)
            && is_outside_all(result, bounds)
        {
            result.flag = None;
            result.notices.add(Code::FlagUndetermined);
        }
    }

    /// Conditions that hold for a result: of the run, of its row, of its code or name.
    pub(super) fn conditions<'s>(
        &'s self,
        stated: &'s str,
        resolution: &Resolution<'s>,
    ) -> Vec<&'s str> {
        let mut conditions: Vec<&str> =
            self.options.conditions.iter().map(String::as_str).collect();
        conditions.extend((!stated.is_empty()).then_some(stated));
        if matches!(stated, "y" | "yes" | "true" | "1") {
            // The one yes-or-no column that exports have is "fasting".
            conditions.push("fasting");
        }
        conditions.extend(resolution.condition);
        conditions
    }

    /// Judges by the printed interval, or says that its unit is in doubt; false if it cannot be compared
    /// with the result.
    fn by_report<'a>(
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
        if is_never_negative(resolution) {
            // "-9999-5.1" is "up to 5.1", "-1--1" is nothing.
            let is_nothing = |limit: f64| limit < 0.0;
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
            if unlimited
                && printed.1.is_some_and(placeholder::is_nines)
                && !open_side::calls_high(analyte)
            {
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
            if !is_meant || too_wide::is_no_interval(analyte, printed, by, miss) {
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

/// True of an analyte that is known, and of which nothing lies below zero.
fn is_never_negative(resolution: &Resolution<'_>) -> bool {
    let mut analyte = resolution.analyte.iter();
    analyte.any(|analyte| 0.0 <= analyte.plausible.0)
}

/// Without a unit: no interval of the analyte, in whichever of its units.
fn is_wide_in_every_unit(resolution: &Resolution<'_>, printed: printed_unit::Ends) -> bool {
    let (Some(analyte), Some(miss)) = (resolution.analyte, value::interval::unit_doubtful()) else {
        return false;
    };
    let mut conversions = analyte.conversions(resolution.variant);
    conversions.all(|by| too_wide::is_no_interval(analyte, printed, by, miss))
}

/// True for a value beyond every number of a printed interval that is not read, and of which it has two at least: whatever
/// the limits are, the value lies outside.
fn is_outside_all(result: &Interpretation<'_>, bounds: Bounds) -> bool {
    let numbers = value::interval::numbers_in(&result.observation);
    let side = |number: Decimal| {
        let limit = Some(Limit {
            value: number,
            inclusive: true,
        });
        let above = compare::flag(bounds, None, limit, Scale::SAME) == Some(Flag::High);
        let below = compare::flag(bounds, limit, None, Scale::SAME) == Some(Flag::Low);
        (above, below)
    };
    1 < numbers.len()
        && (numbers.iter().all(|number| side(*number).0)
            || numbers.iter().all(|number| side(*number).1))
}

#[cfg(test)]
mod tests {
    use crate::interpretation::{Flag, Usability};
    use crate::notice::Code;
    use crate::observation::Observation;
    use crate::quality::SampleQuality;
    use crate::{Options, rules::Rules};

    #[track_caller]
    fn check(rules: &Rules, value: &str, range: &str, flag: Flag, usability: Usability) {
        let row = Observation {
            name: "Sodium",
            value,
            unit: "mmol/L",
            range,
            ..Observation::default()
        };
        let reading = rules.read(&row);
        let resolution = rules.resolver().resolve(&row, reading.unit);
        let result = rules.judge(row, reading, &resolution, &SampleQuality::default());
        let unread = usability == Usability::Caution;
        assert_eq!(result.flag, Some(flag), "{value} in {range:?}");
        assert_eq!(result.usability, Some(usability), "{value} in {range:?}");
        assert!(
            !unread || result.notices.has(Code::IntervalUnreadable),
            "{value} in {range:?}"
        );
    }

    #[test]
    fn an_interval_that_is_not_read_leaves_no_calm_flag() {
        let mut rules = Rules::bundled(Options {
            adults: true,
            ..Options::default()
        })
        .expect("bundled data");
        for (value, range, flag, usability) in [
            ("140", "", Flag::Normal, Usability::Usable),
            ("140", "N/A", Flag::Normal, Usability::Usable),
            ("140", "135 - 145", Flag::Normal, Usability::Usable),
            ("140", "up to 140", Flag::Normal, Usability::Usable),
            ("140", "below 140", Flag::High, Usability::Usable),
            ("140", "135 - 145 (adult)", Flag::Normal, Usability::Usable),
            ("146", "135 - 145 (adult)", Flag::High, Usability::Usable),
            ("140", "135 - 145 (child)", Flag::Normal, Usability::Caution),
            (
                "140",
                "F: 135-145 M: 136-146",
                Flag::Normal,
                Usability::Caution,
            ),
            ("140", "see note", Flag::Normal, Usability::Caution),
            ("130", "see note", Flag::Low, Usability::Caution),
            ("150", "see note", Flag::High, Usability::Caution),
        ] {
            check(&rules, value, range, flag, usability);
        }
        // A laboratory's own file is its word as well.
        let sodium = rules.catalog().analyte("sodium").expect("sodium");
        let own = sodium
            .intervals
            .iter()
            .filter(|row| row.profile == "us")
            .cloned();
        rules.lab.insert("sodium".to_string(), own.collect());
        check(&rules, "140", "see note", Flag::Normal, Usability::Usable);
    }
}
