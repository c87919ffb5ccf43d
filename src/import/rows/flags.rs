//! What columns of flags, statuses, comparators and alarms say of the current record.

use super::Understood;
use super::said::beside_value;
use crate::import::cells::asked;
use crate::import::columns::Controls;
use crate::import::columns::suspects::{may_be_at_fault, result_words};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::interpret::reported;
use crate::observation::Observation;
use crate::text::is_null;
use crate::value::Absence;

impl Understood<'_> {
    /// The laboratory's flag: in its column, else as a word beside the number.
    pub(super) fn flag(&self) -> &str {
        let own = self.flag_in_column();
        match is_blank(own) {
            true => self.worded_flag(),
            false => own,
        }
    }

    /// The laboratory's flag, and whether it calls the result critical in a column of its own.
    fn flag_in_column(&self) -> &str {
        let plan = self.plan;
        let (pick, record) = (plan.pick(Role::Flag), &self.record);
        let column = pick.column(record);
        let mut asked = plan.flags.iter();
        let Some((_, own)) = asked.find(|(at, _)| at + 1 == column) else {
            return "";
        };
        let first = asked::flag(*own, pick.text(record));
        // "No" of being low does not say that it is not high.
        let sides = plan.flags.iter().filter(|(_, asked)| asked.is_of_a_side());
        let mut sides = sides.map(|(at, asked)| asked::flag(*asked, record.get(*at).unwrap_or("")));
        let flag = match own.is_of_a_side() && first.is_empty() {
            true => sides.find(|flag| !is_blank(flag)).unwrap_or(""),
            false => first,
        };
        plan.flags.iter().fold(flag, |flag, (at, asked)| {
            asked::critical(flag, *asked, record.get(*at).unwrap_or(""))
        })
    }

    /// The comparator of a result, where one of several columns only answers whether there is one.
    pub(super) fn comparator(&self, value: &str) -> &str {
        let columns = self.plan.comparators.iter();
        columns.fold("", |first, (at, asks)| {
            let cell = self.record.get(*at).unwrap_or("");
            asks.and(first, beside_value(value, asks.sign(value, cell)))
        })
    }

    /// What a column of alarms says, if that is something; or one of the condition of the sample, if nobody here knows it.
    pub(super) fn alarm(&self) -> &str {
        let mut conditions = self.plan.conditions.iter().filter_map(|(column, cells)| {
            let cell = self.record.get(*column)?;
            cells.is_told(cell).then(|| cell.trim())
        });
        let cells = self
            .plan
            .alarms
            .iter()
            .filter_map(|at| self.record.get(*at));
        let mut cells = cells.map(str::trim);
        // Whatever is wrong with the sample, and whether its words are weighed beside this result or not.
        let faults = || {
            let cells = self.plan.faults.iter();
            let mut cells = cells.filter_map(|at| self.record.get(*at));
            cells.find(|cell| may_be_at_fault(cell))
        };
        cells
            .find(|cell| !reported::is_no_alarm(cell))
            .or_else(faults)
            .or_else(|| conditions.next())
            .unwrap_or("")
    }

    /// What is settled last of what is said: whether the row is of a patient, why its sample was rejected, and where a database
    /// writes a word for nothing.
    pub(super) fn settle_said(&self, seen: &mut Observation<'_>) {
        let cell = |at: usize| self.record.get(at).unwrap_or("");
        let mut controls = self.plan.controls.iter();
        let is_group = |controls: Controls, cell: &str| {
            controls == Controls::Kind && reported::is_in_group(seen, cell)
        };
        if controls
            .any(|(at, controls)| controls.are_told(cell(*at)) && !is_group(*controls, cell(*at)))
        {
            seen.category = reported::OF_CONTROL;
        }
        // In whatever words, it was. Those that are known are weighed where they stand.
        let is_open = |reason: &str| {
            let fault = result_words().fault_in(reason);
            !reported::is_no_alarm(reason)
                && fault.is_none_or(|fault| fault == Absence::Insufficient)
        };
        let is_of_rejection = self.plan.reason_is_of_rejection;
        if is_of_rejection && seen.alarm.is_empty() && is_open(seen.reason) {
            seen.alarm = seen.reason;
        }
        for cell in [&mut seen.flag, &mut seen.status, &mut seen.alarm] {
            if is_null(cell) {
                *cell = "";
            }
        }
    }

    /// The status that columns about the row itself give it, or what is known of all rows.
    pub(super) fn standing(&self) -> Option<&'static str> {
        let of_all = self.plan.is_standardized.then_some(reported::STANDARDIZED);
        let of_all = of_all.or(self.plan.of_whom.status());
        self.own_standing().or(of_all)
    }

    /// The status that columns about the row itself give it.
    pub(super) fn own_standing(&self) -> Option<&'static str> {
        let cells = self.plan.standing.iter();
        let says = cells.map(|(at, standing)| standing.status(self.record.get(*at).unwrap_or("")));
        let mut says = says.filter(|status| !status.is_empty());
        let first = says.next()?;
        // What leaves no result goes before what is said of one.
        let mut all = std::iter::once(first).chain(says);
        Some(
            all.find(|status| reported::leaves_no_result(status))
                .unwrap_or(first),
        )
    }
}
