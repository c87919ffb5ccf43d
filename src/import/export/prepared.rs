//! What is settled before the first row: how numbers are written, and which columns lead to other files.

use std::collections::HashSet;

use super::{Export, NUMBER_SAMPLE};
use crate::error::Result;
use crate::import::cells::numbers::NumberEvidence;
use crate::import::companions::patients::{PatientFile, PatientJoin};
use crate::import::headers::role::Role;
use crate::notice::Code;
use crate::observation::NumberStyle;
use crate::text::counted_plainly;

/// Rows of which the patient is looked for in the files of patients, to find by which column.
const IDENTIFIERS: usize = 100;

impl Export {
    pub(super) fn find_number_style(&mut self) -> Result<()> {
        let Some(plan) = &self.plan else {
            return Ok(());
        };
        let columns = plan.value_columns();
        let limits = [Role::Range, Role::Low, Role::High].into_iter();
        let limits: Vec<usize> = limits.flat_map(|role| plan.pick(role).columns()).collect();
        let mut evidence = NumberEvidence::default();
        let mut count = 0usize;
        self.opened.each_row(|record| {
            count += 1;
            for cell in columns.iter().filter_map(|at| record.get(*at)) {
                evidence.see(cell);
            }
            for cell in limits.iter().filter_map(|at| record.get(*at)) {
                evidence.see_limit(cell);
            }
            count < NUMBER_SAMPLE || evidence.needs_more()
        })?;
        let found = evidence.style(self.opened.dialect.delimiter);
        let decimal_comma = match &self.stated.decimal {
            Some(mark) => mark.0 == ',',
            None => found.decimal_comma,
        };
        let decimal = if decimal_comma { ',' } else { '.' };
        self.number_evidence = evidence;
        self.numbers = NumberStyle {
            decimal_comma,
            thousands: match &self.stated.thousands {
                Some(mark) => mark.0,
                // What was found goes with the decimal mark that was found.
                None if decimal_comma != found.decimal_comma => None,
                None => found.thousands.filter(|mark| *mark != decimal),
            },
            groups_open: self.stated.decimal.is_none() && found.groups_open,
        };
        Ok(())
    }

    pub(super) fn prepare_joins(&mut self, differ: &dyn Fn(&str, &str) -> bool) {
        let Some(plan) = &self.plan else {
            return;
        };
        let columns = |role: Role| -> Vec<usize> {
            let all = plan.uses.iter().enumerate();
            all.filter(|(_, column)| column.role == Some(role))
                .map(|(at, _)| at)
                .collect()
        };
        let (codes, names) = (columns(Role::Code), columns(Role::Name));
        let mut said: Vec<(Code, String)> = Vec::new();
        let unjoined =
            |label: &str| format!("{label} has no column in common with this file and is not used");
        for (at, list) in self.companions.codes.iter().enumerate() {
            match list.join(at, &plan.headers, (&codes, &names), differ) {
                Some(join) => self.code_joins.push(join),
                None => said.push((Code::CodeUnknown, unjoined(list.label()))),
            }
        }
        let lists = &self.companions.codes;
        let joins = &mut self.code_joins;
        for at in 0..joins.len() {
            let (earlier, rest) = joins.split_at_mut(at);
            let Some(join) = rest.first_mut() else {
                break;
            };
            for earlier in earlier {
                let (own, other) = (&lists[join.list], &lists[earlier.list]);
                let codes = own.contradicted(join, (other, earlier), differ);
                earlier.leave_open(codes.iter().cloned());
                join.leave_open(codes);
            }
        }
        for join in joins.iter().filter(|join| 0 < join.open()) {
            let (label, open) = (lists[join.list].label(), join.open());
            let message = format!(
                "{label} says more than one thing of {}: none of it is taken",
                counted_plainly(open, "code")
            );
            said.push((Code::CodeUnknown, message));
        }
        let files = &self.companions.patients;
        let rows = self.opened.rows.iter().take(IDENTIFIERS);
        let own = plan.identifiers.first();
        let ids = rows.filter_map(|row| Some(row.get(*own?)?.trim()));
        let ids: HashSet<&str> = ids.filter(|id| !id.is_empty()).collect();
        let (joins, reached) = PatientJoin::all(files, &plan.headers, &plan.identifiers, &ids);
        for (file, _) in files.iter().zip(reached).filter(|(_, reached)| !reached) {
            said.push((Code::PatientUnknown, unjoined(file.label())));
        }
        let is_silent = !files.iter().any(PatientFile::tells_something);
        for file in files {
            if is_silent {
                let message = format!(
                    "{} has no column with a sex, an age or a date of birth that is known: nothing is taken of it",
                    file.label()
                );
                said.push((Code::ColumnUnknown, message));
            }
            let count = file.strange_ages();
            if 0 < count {
                let rows = counted_plainly(count, "row");
                let message = format!(
                    "{} has ages that nobody reaches, or that are not read, in {rows}: they are not taken",
                    file.label()
                );
                said.push((Code::AgeMissing, message));
            }
        }
        let two = joins.iter().filter_map(PatientJoin::two_patients);
        said.extend(two.map(|message| (Code::TwoPatientsPossible, message)));
        self.patient_joins = joins;
        for (code, message) in said {
            self.say(None, code, message);
        }
    }
}
