//! The flag: by the report's own interval, else the laboratory's file, else one profile.

use super::compare::{self, Scale};
use super::condition::{ConditionWords, speaks_of_pregnancy};
use super::interval::Judged;
use super::too_wide::{is_like_bundled, room_around};
use super::{add_all, interval};
use crate::interpretation::{Flag, Interpretation, Limit, Limits};
use crate::notice::{Code, Notices};
use crate::observation::Observation;
use crate::person::Person;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::units::relative;
use crate::value::interval::{Ends, Printed};
use crate::value::{self, Bounds};

mod by_report;
mod unread;

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
        let printed = value::interval::printed_for(&row, &person);
        // What may be limits is told only where it says something else.
        let is_open = row.limits_are_open && printed == Printed::Unreadable;
        match printed {
            Printed::Reversed => {
                result.notices.add(Code::IntervalReversed);
                return;
            }
            Printed::Interval(low, high, unit) => {
                if self.by_report(result, resolution, bounds, (low, high), unit) {
                    if !self.is_hidden(result, resolution, bounds) {
                        return;
                    }
                    (result.flag, result.limits) = (None, None);
                    result.notices.add(Code::IntervalUnreadable);
                }
            }
            Printed::Unreadable if !is_open => result.notices.add(Code::IntervalUnreadable),
            Printed::Unreadable | Printed::Missing => {}
        }
        let mut notices = Notices::default();
        let judged = self.by_own(result, resolution, bounds, &mut notices);
        (result.limits, result.flag) = (judged.limits, judged.flag);
        if is_open && unread::says_another_thing(result, bounds) {
            result.notices.add(Code::IntervalUnreadable);
        }
        add_all(&mut result.notices, notices.codes());
        if result.flag == Some(Flag::Normal)
            && result.notices.has(Code::IntervalUnreadable)
            && unread::speaks_against_calm(result, resolution, bounds)
        {
            result.flag = None;
            result.notices.add(Code::FlagUndetermined);
        }
    }

    /// The judgement by the laboratory's file, or by the profile.
    fn by_own<'a>(
        &'a self,
        result: &Interpretation<'a>,
        resolution: &Resolution<'a>,
        bounds: Bounds,
        notices: &mut Notices,
    ) -> Judged<'a> {
        add_all(notices, &resolution.codes);
        let stops = [
            Code::SpecimenUnknown,
            Code::SpecimenUnsuitable,
            Code::UnitMissing,
            Code::UnitUnknown,
            Code::UnitNotForAnalyte,
        ];
        let is_stopped = stops.iter().any(|code| resolution.codes.contains(code));
        let Some(analyte) = resolution.analyte.filter(|_| !is_stopped) else {
            return Judged::nothing();
        };
        if self.condition_words.is_unread(&result.observation) {
            notices.add(Code::ConditionUnread);
        }
        let stated = self.condition_words.of_row(&result.observation);
        let conditions = self.conditions(&stated, resolution, result.person);
        let question = interval::Question {
            person: result.person,
            conditions: &conditions,
            bounds,
        };
        let (rows, source) = self.candidates(analyte);
        interval::by_rows(analyte, rows, resolution, &question, source, notices)
    }

    /// Does what only its numbers make limits call normal what lies outside the limits in use, and reach far beyond these on both
    /// sides? Critical limits do, and are like no known interval.
    fn is_hidden<'a>(
        &'a self,
        result: &Interpretation<'a>,
        resolution: &Resolution<'a>,
        bounds: Bounds,
    ) -> bool {
        if !result.observation.limits_are_told || result.flag != Some(Flag::Normal) {
            return false;
        }
        let own = self.by_own(result, resolution, bounds, &mut Notices::default());
        let both = |limits: &Option<Limits<'_>>| {
            let (low, high) = limits.as_ref()?.canonical?;
            low.zip(high)
        };
        let is_outside = own.flag.is_some_and(|flag| flag != Flag::Normal);
        let room = both(&own.limits).zip(both(&result.limits));
        let known = resolution.analyte.zip(value::interval::unit_doubtful());
        let is_far = |(own, printed)| {
            known.is_some_and(|(analyte, miss)| {
                miss.room <= room_around(own, printed)
                    && !is_like_bundled(analyte, printed, miss.same)
            })
        };
        is_outside && room.is_some_and(is_far)
    }

    /// Conditions that hold for a result: of the run, of its row, of its code or name. Whether the patient had eaten is what
    /// the row says, whatever is said of the run; that everybody is pregnant is said of those who can be.
    pub(super) fn conditions<'s>(
        &'s self,
        stated: &'s str,
        resolution: &Resolution<'s>,
        person: Person,
    ) -> Vec<&'s str> {
        let own = [Some(stated), resolution.condition];
        let mut own = own.into_iter().flatten();
        let about_food = |condition: &str| {
            ConditionWords::is_fasting(condition) || ConditionWords::is_not_fasting(condition)
        };
        let says = own.any(about_food);
        let of_run = self.options.conditions.iter().map(String::as_str);
        let of_run = of_run.filter(|condition| !(says && about_food(condition)));
        let may_be = self.condition_words.may_be_pregnant(person);
        let of_run = of_run.filter(|condition| may_be || !speaks_of_pregnancy(condition));
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

/// True for a number that is no amount, "12 x ULN", beside limits that seem to be amounts.
fn counts_in_something_else(row: &Observation<'_>, resolution: &Resolution<'_>) -> bool {
    let unit = resolution.trace.unit_text.as_str();
    if !resolution.codes.contains(&Code::UnitUnknown) {
        return false;
    }
    let Some(around) = relative::around(unit) else {
        return false;
    };
    let are_in_it = match value::interval::printed(row) {
        Printed::Interval(low, high, _) => {
            let end = |limit: Option<Limit>| limit.map(|limit| value::to_f64(limit.value));
            around.fits(end(low), end(high))
        }
        _ => false,
    };
    !are_in_it && !relative::names(row.range, unit)
}

#[cfg(test)]
mod tests;
