//! One dated column of a record of a cumulative sheet.

use super::Understood;
use super::silent::Silent;
use super::wide::put_together;
use crate::import::cells::asked;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::shapes::sheet::{DatedColumn, Told};
use crate::import::shapes::wide::speaks;
use crate::observation::Observation;

impl<'e> Understood<'e> {
    /// Moves to the next result of the record; false if it has no more.
    pub(super) fn advance_in_sheet(&mut self) -> bool {
        let plan = self.plan;
        // Without a result it says once why there is none.
        if self.silent == Silent::Explained {
            self.dated = None;
            return std::mem::replace(&mut self.next_column, usize::MAX) == 0;
        }
        while let Some(column) = plan.sheet.columns.get(self.next_column) {
            let at = self.next_column;
            self.next_column += 1;
            let cell = |at: usize| self.record.get(at).unwrap_or("");
            // A blank cell is no result: nothing was reported, unless something is said of it.
            if column.all().any(|at| match at == column.value {
                true => !is_blank(cell(at)),
                false => speaks(cell(at)),
            }) {
                self.dated = Some(at);
                self.join_dated_comments(column, at);
                return true;
            }
        }
        false
    }

    /// What rows say of a column for the patient of the record.
    fn told(&self, at: usize) -> Option<&'e Told> {
        let plan = self.plan;
        let patient = plan.pick(Role::Patient).text(&self.record);
        plan.sheet.told(patient).get(at)
    }

    /// Puts together what the row, a column and other rows remark on a result.
    fn join_dated_comments(&mut self, column: &DatedColumn, at: usize) {
        self.own_comment.clear();
        let told = self.told(at).map_or("", |told| told.text(Role::Comment));
        let record = &self.record;
        let own = column.comment.and_then(|at| record.get(at)).unwrap_or("");
        if is_blank(own) && told.is_empty() {
            return;
        }
        let row = match self.comment.is_empty() {
            true => self.plan.pick(Role::Comment).text(record),
            false => self.comment.as_str(),
        };
        let parts = [row.trim(), own.trim(), told];
        put_together(&mut self.own_comment, parts.into_iter());
    }

    /// Fills in what the column says, and what rows say of it.
    pub(super) fn fill_dated<'a>(&'a self, seen: &mut Observation<'a>, at: usize) {
        let plan = self.plan;
        let Some(column) = plan.sheet.columns.get(at) else {
            return;
        };
        let cell = |at: usize| self.record.get(at).unwrap_or("");
        seen.column = column.value + 1;
        seen.value = cell(column.value);
        seen.flag = column.flag.map_or("", |(at, asked)| {
            let flag = asked::flag(asked, cell(at));
            asked::critical(flag, asked, cell(at))
        });
        seen.collected = &column.collected;
        // Rows that leave the patient blank are nobody's, and not of one tube.
        let patient = plan.pick(Role::Patient);
        seen.column_is_sample = !patient.is_some() || !is_blank(patient.text(&self.record));
        if plan.sheet.of_one_year().is_none() {
            // Of which of the years it is nobody says.
            seen.age = "";
        }
        if let Some(told) = self.told(at) {
            seen.collected = &told.collected;
            if seen.alarm.is_empty() {
                seen.alarm = &told.alarm;
            }
            for (role, text) in told.said() {
                let place = match role {
                    Role::Patient => &mut seen.patient,
                    Role::Sample => &mut seen.sample,
                    Role::Received => &mut seen.received,
                    Role::Reported => &mut seen.reported,
                    Role::Sex => &mut seen.sex,
                    Role::Age => &mut seen.age,
                    Role::Birth => &mut seen.birth,
                    Role::Specimen if is_blank(seen.specimen) => &mut seen.specimen,
                    Role::Condition => &mut seen.condition,
                    Role::SpecimenCondition => &mut seen.specimen_condition,
                    Role::Status => &mut seen.status,
                    _ => continue,
                };
                *place = text;
            }
        }
        if !self.own_comment.is_empty() {
            seen.comment = &self.own_comment;
        }
    }
}
