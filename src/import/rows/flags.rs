//! What columns of flags and alarms say of the current record.

use super::Understood;
use crate::import::asked;
use crate::import::role::Role;
use crate::interpret::reported;

impl Understood<'_> {
    /// The laboratory's flag, and whether it calls the result critical in a column of its own.
    pub(super) fn flag(&self) -> &str {
        let flags = self.plan.pick(Role::Flag);
        if !flags.is_some() {
            return "";
        }
        let record = &self.record;
        let header = self.plan.headers.get(flags.column(record).wrapping_sub(1));
        let mut flag = asked::flag(header.map_or("", String::as_str), flags.text(record));
        for (at, header) in self.asked_critical() {
            flag = asked::critical(flag, header, record.get(at).unwrap_or(""));
        }
        flag
    }

    /// What a column of alarms says, if that is something.
    pub(super) fn alarm(&self) -> &str {
        let cells = self
            .plan
            .alarms
            .iter()
            .filter_map(|at| self.record.get(*at));
        let mut cells = cells.map(str::trim);
        cells
            .find(|cell| !reported::is_no_alarm(cell))
            .unwrap_or("")
    }

    /// Columns that ask whether the result is critical.
    fn asked_critical(&self) -> impl Iterator<Item = (usize, &str)> {
        let columns = self.plan.pick(Role::Flag).columns();
        let with_header = columns.filter_map(|at| Some((at, self.plan.headers.get(at)?.as_str())));
        with_header.filter(|(_, header)| asked::is_of_critical(header))
    }
}
