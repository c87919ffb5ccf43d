//! Critical limits: whom to call, whatever the interval says.

use crate::interpretation::{CriticalCall, Limit, Limits};
use crate::person::{Person, Sex};
use crate::reference::{Analyte, Conversion, CriticalLimit};
use crate::specimen::Specimen;
use crate::value::{Bounds, shortest, to_f64};

use super::compare::{self, Scale};

/// What a choice among critical limits needs to know.
pub(super) struct Question<'q, 'c> {
    pub(super) list: &'q str,
    pub(super) person: Person,
    pub(super) specimen: Specimen,
    /// Conditions known of the row and of the run.
    pub(super) conditions: &'q [&'q str],
    pub(super) bounds: Bounds,
    pub(super) to_canonical: Conversion,
    /// The interval that judged the result.
    pub(super) limits: Option<&'q Limits<'c>>,
}

impl Question<'_, '_> {
    /// `pregnancy` is known where `pregnancy-t2` is.
    fn knows(&self, needed: &str) -> bool {
        self.conditions.iter().any(|known| {
            let rest = known.strip_prefix(needed);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
    }

    /// May the row hold for this person and specimen?
    fn may_hold(&self, row: &CriticalLimit) -> bool {
        let age = &self.person.age;
        row.from.is_none_or(|from| age.reached(from) != Some(false))
            && row
                .below
                .is_none_or(|below| age.reached(below) != Some(true))
            && row
                .sex
                .is_none_or(|sex| self.person.sex == sex || self.person.sex == Sex::Unknown)
            && (row.specimens.is_empty() || row.specimens.contains(&self.specimen))
            && row
                .condition
                .as_deref()
                .is_none_or(|needed| self.knows(needed))
            && !row
                .unless
                .as_deref()
                .is_some_and(|context| self.knows(&crate::rules::as_condition(context)))
    }

    /// The limit of a row on one side, with the scale on which a result meets it.
    fn limit(&self, row: &CriticalLimit, high: bool) -> Option<(Limit, Scale)> {
        if let Some(limit) = row.high_uln.filter(|_| high).and_then(|m| self.times(m)) {
            let scale = Scale::between(self.to_canonical, Conversion::IDENTITY);
            return Some((limit, scale));
        }
        // Beside a multiple, the number that its source prints for it: nobody's call waits for an interval.
        let stated = if high {
            row.stated.high
        } else {
            row.stated.low
        };
        let scale = Scale::between(self.to_canonical, row.stated.conversion);
        stated.map(|limit| (limit, scale))
    }

    /// So many times the upper limit of the interval that judged.
    fn times(&self, multiple: Limit) -> Option<Limit> {
        let (_, upper) = self.limits?.canonical?;
        let value = shortest(upper? * to_f64(multiple.value)).parse().ok()?;
        Some(Limit {
            value,
            inclusive: multiple.inclusive,
        })
    }
}

/// The critical limit that every value in the bounds reaches, for every age and sex that the person
/// may have.
pub(super) fn call<'c>(
    analyte: &'c Analyte,
    question: &Question<'_, '_>,
) -> Option<CriticalCall<'c>> {
    let possible: Vec<&CriticalLimit> = analyte
        .critical
        .iter()
        .filter(|row| row.list == question.list && question.may_hold(row))
        .collect();
    for high in [false, true] {
        let rows = || {
            possible.iter().filter_map(|row| {
                let (limit, scale) = question.limit(row, high)?;
                Some((*row, limit, scale))
            })
        };
        // What is stated for a known condition comes before what is stated for everyone.
        let known = possible.iter().any(|row| row.condition.is_some());
        let conditional = known && rows().any(|(row, ..)| row.condition.is_some());
        let mut rows = rows().filter(|(row, ..)| row.condition.is_some() == conditional);
        let Some((row, limit, scale)) = rows.next() else {
            continue;
        };
        let is_beyond = |limit, scale| compare::is_beyond(question.bounds, limit, high, scale);
        if is_beyond(limit, scale) && rows.all(|(_, limit, scale)| is_beyond(limit, scale)) {
            let mut call = CriticalCall {
                limit: row,
                high,
                reached: limit,
                unit: row.stated.unit.code,
            };
            if call.multiple().is_some() {
                call.unit = analyte.unit.code;
            }
            return Some(call);
        }
    }
    None
}

/// The limit that fired, in the canonical unit.
pub(super) fn limit_of(call: &CriticalCall<'_>) -> Option<f64> {
    let reached = to_f64(call.reached.value);
    match call.multiple() {
        // It is in the canonical unit already.
        Some(_) => Some(reached),
        None => Some(call.limit.stated.conversion.apply(reached)),
    }
}

#[cfg(test)]
mod tests;
