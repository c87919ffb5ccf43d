//! The flag: by the report's own interval, else the laboratory's file, else one profile.

use rust_decimal::Decimal;

use super::compare::{self, Scale};
use super::condition::ConditionWords;
use super::{add_all, interval};
use crate::interpretation::{Flag, Interpretation, Limit};
use crate::notice::Code;
use crate::observation::Observation;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::units::relative::{self, Around};
use crate::value::interval::{Ends, Printed};
use crate::value::{self, Bounds};

mod by_report;

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
        // Cells in a field of a microscope, in blood: its limits are of another specimen.
        let is_of_field = resolution.unit.is_some_and(|unit| unit.is_of_field());
        if is_of_field && resolution.codes.contains(&Code::UnitNotForAnalyte) {
            add_all(&mut result.notices, &resolution.codes);
            return;
        }
        let (row, person) = (result.observation, result.person);
        if counts_in_something_else(&row, resolution) {
            add_all(&mut result.notices, &resolution.codes);
            return;
        }
        if let Some((halves, unit)) = value::interval::for_each_sex(&row, &person) {
            match both_halves(halves, bounds) {
                Some(narrow) => {
                    if self.by_report(result, resolution, bounds, narrow, unit) {
                        result.notices.add(Code::LimitsCombined);
                        return;
                    }
                }
                // The laboratory itself says that it hangs on the sex.
                None => {
                    add_all(&mut result.notices, &resolution.codes);
                    result.notices.add(Code::SexMissing);
                    return;
                }
            }
        }
        match value::interval::printed_for(&row, &person) {
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
        let stated = self.condition_words.of_row(&result.observation);
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
            && (is_outside_all(result, bounds) || is_spoken_against(result, resolution, bounds))
        {
            result.flag = None;
            result.notices.add(Code::FlagUndetermined);
        }
    }

    /// Conditions that hold for a result: of the run, of its row, of its code or name. Whether the patient had eaten is what
    /// the row says, whatever is said of the run.
    pub(super) fn conditions<'s>(
        &'s self,
        stated: &'s str,
        resolution: &Resolution<'s>,
    ) -> Vec<&'s str> {
        let own = [Some(stated), resolution.condition];
        let mut own = own.into_iter().flatten();
        let about_food = |condition: &str| {
            ConditionWords::is_fasting(condition) || ConditionWords::is_not_fasting(condition)
        };
        let says = own.any(about_food);
        let of_run = self.options.conditions.iter().map(String::as_str);
        let of_run = of_run.filter(|condition| !(says && about_food(condition)));
        let mut conditions: Vec<&str> = of_run.collect();
        conditions.extend((!stated.is_empty()).then_some(stated));
        if ConditionWords::is_fasting(stated) {
            conditions.push("fasting");
        }
        conditions.extend(resolution.condition);
        conditions
    }
}

/// What two intervals have in common, where both say the same of a value: outside of it both are crossed.
fn both_halves(halves: [Ends; 2], bounds: Bounds) -> Option<Ends> {
    let [woman, man] = halves;
    let flag = |ends: Ends| compare::flag(bounds, ends.0, ends.1, Scale::SAME);
    if flag(woman).is_none() || flag(woman) != flag(man) {
        return None;
    }
    let inner = |one: Option<Limit>, other: Option<Limit>, is_low: bool| match (one, other) {
        (Some(one), Some(other)) if (one.value < other.value) == is_low => Some(other),
        (one, other) => one.or(other),
    };
    Some((inner(woman.0, man.0, true), inner(woman.1, man.1, false)))
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
        && !value::interval::is_filler(&result.observation)
        && (numbers.iter().all(|number| side(*number).0)
            || numbers.iter().all(|number| side(*number).1))
}

/// True for a number that is no amount, "12 x ULN", beside limits that seem to be amounts.
fn counts_in_something_else(row: &Observation<'_>, resolution: &Resolution<'_>) -> bool {
    let unit = resolution.trace.unit_text.as_str();
    if !resolution.codes.contains(&Code::UnitUnknown) {
        return false;
    }
    let Some(around) = relative::around(unit) else {
        return false;
    };
    let are_around = |number: Decimal| {
        let Printed::Interval(Some(low), Some(high), _) = value::interval::printed(row) else {
            return false;
        };
        low.value < number && number < high.value && !low.value.is_zero()
    };
    let says = relative::names(row.range, unit);
    !says
        && match around {
            Around::One => !are_around(Decimal::ONE),
            Around::Zero => !are_around(Decimal::ZERO),
            Around::Nothing => true,
        }
}

/// True if what a printed text may hold that is not read speaks against a calm flag: none of its intervals contains the value,
/// or one does and another one for nearly the same does not. Those apart from it may be of anything: the next step of a scale,
/// and those apart from the limits in use as well: "Diabetes: >= 126", ages.
fn is_spoken_against(
    result: &Interpretation<'_>,
    resolution: &Resolution<'_>,
    bounds: Bounds,
) -> bool {
    let in_use = result.limits.as_ref().and_then(|limits| limits.canonical);
    let is_apart = |ends: &Ends| {
        let known = in_use.zip(resolution.conversion);
        known.is_some_and(|((low, high), by)| {
            let end =
                |limit: Option<Limit>| limit.map(|limit| by.apply(value::to_f64(limit.value)));
            let is_below = |high: Option<f64>, low: Option<f64>| {
                high.zip(low).is_some_and(|(high, low)| high <= low)
            };
            is_below(end(ends.1), low) || is_below(high, end(ends.0))
        })
    };
    let found = value::interval::candidates(&result.observation).into_iter();
    let found = found.filter(|ends| !is_apart(ends));
    let is_inside =
        |ends: &Ends| compare::flag(bounds, ends.0, ends.1, Scale::SAME) == Some(Flag::Normal);
    let (inside, outside): (Vec<Ends>, Vec<Ends>) = found.partition(is_inside);
    let is_near = |own: &Ends| {
        let mut around = inside.iter();
        around.any(|other| value::interval::overlap(*own, *other))
    };
    (inside.is_empty() || outside.iter().any(is_near)) && !outside.is_empty()
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

    /// The numbers of an interval that is not read count where they may be limits.
    #[test]
    fn beyond_every_number_that_may_be_a_limit() {
        let rules = Rules::bundled(Options::default()).expect("bundled data");
        for (low, high, range, flag) in [
            ("", "", "0-0", Some(Flag::Normal)),
            ("0", "0", "", Some(Flag::Normal)),
            ("0", "0", "0-0", Some(Flag::Normal)),
            ("", "", "0-4 (special)", None),
            ("", "", "3-3 (special)", None),
            ("", "", "0-5.1 (special)", Some(Flag::Normal)),
            ("", "", "see note 2: <4", None),
            ("", "", "see note 2: <5", Some(Flag::Normal)),
            // One after the other, and one for each of two groups.
            (
                "",
                "",
                "group 1: 3.5-5.1, group 2: 5.2-6.0",
                Some(Flag::Normal),
            ),
            ("", "", "group 1: 3.5-5.1, group 2: 4.2-6.0", None),
            ("", "", "<50 y: 3.5-5.1 >50 y: 3.6-5.1", Some(Flag::Normal)),
            ("", "", "<50 y: 3.5-5.1 >50 y: 4.2-5.1", None),
            ("4.2", "x", "", None),
            ("3.5", "x", "", Some(Flag::Normal)),
        ] {
            let row = Observation {
                name: "Potassium",
                value: "4.1",
                unit: "mmol/L",
                age: "45",
                low,
                high,
                range,
                ..Observation::default()
            };
            let reading = rules.read(&row);
            let resolution = rules.resolver().resolve(&row, reading.unit);
            let result = rules.judge(row, reading, &resolution, &SampleQuality::default());
            assert_eq!(result.flag, flag, "{low} {high} {range}");
            let is_open = result.notices.has(Code::FlagUndetermined);
            assert_eq!(is_open, flag.is_none(), "{low} {high} {range}");
        }
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
            // Whoever it is.
            (
                "140",
                "F: 135-145 M: 136-146",
                Flag::Normal,
                Usability::Usable,
            ),
            (
                "150",
                "F: 135-145 M: 136-146",
                Flag::High,
                Usability::Usable,
            ),
            ("140", "see note", Flag::Normal, Usability::Caution),
            ("130", "see note", Flag::Low, Usability::Caution),
            ("150", "see note", Flag::High, Usability::Caution),
            // No limits at all, as two cells of zeros are none.
            ("140", "0-0", Flag::Normal, Usability::Caution),
            ("140", "0.0 - 0.0 mmol/L", Flag::Normal, Usability::Caution),
            ("140", "0/0", Flag::Normal, Usability::Caution),
            ("140", "-1--1", Flag::Normal, Usability::Caution),
            ("150", "0-0", Flag::High, Usability::Caution),
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
