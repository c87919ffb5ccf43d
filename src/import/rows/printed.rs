//! What is printed beside a result: limits for each sex, a unit behind the interval.

use super::Understood;
use crate::import::cells::fluid;
use crate::import::file::table::is_blank;
use crate::import::headers::header_unit::split_interval;
use crate::import::headers::role::Role;
use crate::interpret::{is_single_limit, may_be_limits, person_of};
use crate::interpretation::Limit;
use crate::observation::{NumberStyle, Observation, PrintedLimits};
use crate::person::{ADULT, Sex};
use crate::resolve::meanings;
use crate::value::interval::{self, Printed};
use crate::value::to_f64;

impl Understood<'_> {
    /// The limits printed for the sex of the patient; for an adult, as far as is known.
    pub(super) fn fill_limits_by_sex<'a>(&'a self, seen: &mut Observation<'a>) {
        let person = person_of(seen).person;
        if person.age.reached(ADULT) == Some(false) {
            return;
        }
        if person.sex == Sex::Unknown {
            seen.by_sex = [Sex::Female, Sex::Male].map(|sex| self.limits_of(sex));
            return;
        }
        let own = self.limits_of(person.sex);
        if own != PrintedLimits::default() {
            (seen.low, seen.high, seen.range) = (own.low, own.high, own.range);
        }
    }

    /// True where the limits of the row stand only in columns that may be anything.
    #[inline]
    pub(super) fn limits_are_open(&self) -> bool {
        let perhaps = &self.plan.perhaps_limits;
        let is_sure = |at: usize| {
            let cell = self.record.get(at).unwrap_or("");
            !perhaps.contains(&at) && !is_blank(cell)
        };
        let mut roles = [Role::Low, Role::High, Role::Range].into_iter();
        !perhaps.is_empty() && !roles.any(|role| self.plan.pick(role).columns().any(is_sure))
    }

    /// The limits in the columns for one sex.
    fn limits_of(&self, sex: Sex) -> PrintedLimits<'_> {
        let mut own = PrintedLimits::default();
        let columns = self.plan.limits_by_sex.iter();
        for limits in columns.filter(|limits| limits.sex == sex) {
            let text = self.record.get(limits.column).unwrap_or("");
            match limits.role {
                _ if is_blank(text) => {}
                Role::Low => own.low = text,
                Role::High => own.high = text,
                _ => own.range = text,
            }
        }
        own
    }

    /// The unit that stands behind the printed interval, or alone in its place.
    pub(super) fn fill_unit_of_range<'a>(&'a self, seen: &mut Observation<'a>) {
        let pick = self.plan.pick(Role::Range);
        let at = pick.column(&self.record).wrapping_sub(1);
        if self.plan.range_with_unit.contains(&at)
            && let Some((range, unit)) = split_interval(pick.text(&self.record))
        {
            (seen.range, seen.unit) = (range, unit);
        }
    }
}

/// The interval in the brackets of a name, with its unit: `Potassium (3.5-5.1 mmol/L)`. Without one the numbers may be ages,
/// or hours.
pub(super) fn in_name(name: &str) -> Option<&str> {
    let open = name.trim_end().strip_suffix([')', ']'])?;
    let (before, inside) = open.rsplit_once(['(', '['])?;
    let (range, unit) = split_interval(inside)?;
    let is_one = !is_blank(before) && !is_blank(range) && unit.contains(['/', '%']);
    (is_one && are_limits_of(before, range, unit)).then_some(inside)
}

/// Two limits, and like those of the test, or a single one that is like one of its own: `CRP (<5 mg/L)`. Another one is what is
/// to be called: `Potassium (>5.5 mmol/L)`.
pub(in crate::import) fn are_limits_of(name: &str, range: &str, unit: &str) -> bool {
    let Some(words) = fluid::words() else {
        return false;
    };
    let row = Observation {
        name,
        unit,
        ..Observation::default()
    };
    let meanings = meanings(&row, "", words);
    let styles = [false, true].map(|decimal_comma| NumberStyle {
        decimal_comma,
        ..NumberStyle::default()
    });
    styles.into_iter().any(|style| {
        let Printed::Interval(low, high, _) = interval::text(range, style) else {
            return false;
        };
        let end = |limit: Option<Limit>| limit.map(|limit| to_f64(limit.value));
        let ends = (end(low), end(high));
        let mut meanings = meanings.iter();
        meanings.any(|(analyte, by)| match ends {
            (Some(low), Some(high)) => may_be_limits(analyte, *by, (low, high)) == Some(true),
            ends => is_single_limit(analyte, *by, ends),
        })
    })
}
