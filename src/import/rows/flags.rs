//! What columns of flags, comparators and alarms say of the current record.

use super::Understood;
use super::said::beside_value;
use crate::import::asked;
use crate::import::role::Role;
use crate::interpret::reported;

impl Understood<'_> {
    /// The laboratory's flag, and whether it calls the result critical in a column of its own.
    pub(super) fn flag(&self) -> &str {
        let plan = self.plan;
        let (pick, record) = (plan.pick(Role::Flag), &self.record);
        let column = pick.column(record);
        let mut asked = plan.flags.iter();
        let Some((_, own)) = asked.find(|(at, _)| at + 1 == column) else {
            return "";
        };
        let flag = asked::flag(*own, pick.text(record));
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
        let mut conditions = self.plan.conditions.iter().filter_map(|column| {
            let cell = self.record.get(column.column())?;
            column.is_told(cell).then(|| cell.trim())
        });
        let cells = self
            .plan
            .alarms
            .iter()
            .filter_map(|at| self.record.get(*at));
        let mut cells = cells.map(str::trim);
        cells
            .find(|cell| !reported::is_no_alarm(cell))
            .or_else(|| conditions.next())
            .unwrap_or("")
    }
}
