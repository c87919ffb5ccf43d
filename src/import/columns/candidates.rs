//! Columns whose headers are known words.

use super::beside::{
    are_named, has_numbers_of_patients, has_results, names_analyte, names_specimen,
};
use super::cells::{cells_are, is_unit_of_age};
use super::hemolysis::{hemolysis_with_unit, is_about_one, names_index};
use super::limits::{by_words, is_open_pair, may_be_index, of_a_pair};
use super::marks::{self, Marks};
use super::numbered::first_of_several;
use super::other_words::{
    are_analytes, is_given, named_in_text, person_of_profile, remark_of, tells_persons, whose,
};
use super::perhaps::{PERHAPS_LIMITS, may_be_limits};
use super::questions::about_question;
use super::trio::{about_grade, about_index};
use super::unnamed::OF_ROW;
use super::{Columns, MISFIT, Seen, unused};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Cells, Entry, Kind};

/// A column that may have a role.
pub(super) struct Candidate {
    pub(super) column: usize,
    pub(super) entry: Entry,
    pub(super) reason: String,
}

/// What a column is by its header, and by its cells where the header leaves that open.
struct Found {
    entry: Entry,
    reason: String,
    /// Its cells are names of persons.
    has_persons: bool,
}

/// A column under inspection, and the table it stands in.
#[derive(Clone, Copy)]
struct Looked<'a, 's> {
    seen: &'a Seen<'s>,
    /// What each header of the table is known as.
    entries: &'a [Option<Entry>],
    column: usize,
    /// One row holds many results.
    wide: bool,
}

impl Columns {
    /// Columns whose headers are known words, for roles that the layout leaves open.
    pub(super) fn candidates(
        &mut self,
        seen: &Seen,
        wide: bool,
        stated: &[Role],
    ) -> Vec<Candidate> {
        let entry = |column: usize| {
            let several = || (!wide).then(|| first_of_several(seen, column))?;
            vocabulary::entry(&seen.headers[column]).or_else(several)
        };
        let entries: Vec<Option<Entry>> = (0..seen.headers.len()).map(entry).collect();
        let mut candidates: Vec<Candidate> = Vec::new();
        for column in 0..seen.headers.len() {
            let looked = Looked {
                seen,
                entries: &entries,
                column,
                wide,
            };
            let entry = match self.uses[column].role {
                Some(_) => None,
                None => looked.entry(),
            };
            let Some(entry) = entry else { continue };
            let found = looked
                .by_the_table(entry, &mut self.perhaps_limits)
                .and_then(|found| looked.by_its_cells(found, &mut self.perhaps_limits))
                .and_then(|found| looked.unless_left_out(found, stated));
            match found {
                Ok(Found { entry, reason, .. }) => candidates.push(Candidate {
                    column,
                    entry,
                    reason,
                }),
                Err(why) => self.uses[column] = unused(&why),
            }
        }
        // Identifiers stay known for joins, even where the layout names the patient's column.
        if stated.contains(&Role::Patient) {
            candidates.retain(|c| {
                let identifier = c.entry.role == Role::Patient;
                if identifier {
                    self.identifiers.push(c.column);
                    self.uses[c.column] = unused("identifier, for --patients only");
                }
                !identifier
            });
        }
        candidates
    }
}

impl Looked<'_, '_> {
    fn header(&self) -> &str {
        &self.seen.headers[self.column]
    }

    /// Does the column hold the unit of an age?
    fn is_of_age(&self, column: usize) -> bool {
        is_unit_of_age(self.seen, self.entries, column)
    }

    /// What the header is known as.
    fn entry(&self) -> Option<Entry> {
        let Looked {
            seen, column, wide, ..
        } = *self;
        let index = about_index(seen, column, wide);
        if !wide && index.is_none() && may_be_index(seen, column) {
            return None;
        }
        index
            .or_else(|| vocabulary::entry("age unit").filter(|_| self.is_of_age(column)))
            .or_else(|| of_a_pair(seen, column))
            .or_else(|| self.entries[column])
            .or_else(|| (!wide).then(|| about_grade(seen, column))?)
            .or_else(|| vocabulary::entry(hemolysis_with_unit(self.header())?.0))
            .or_else(|| vocabulary::display(self.header()))
            .or_else(|| (!wide).then(|| by_words(seen, column))?)
            .or_else(|| marks::of_a_side(seen, column))
            .or_else(|| about_question(seen, column))
    }

    /// What it is beside the other columns, or why it is nothing.
    fn by_the_table(&self, mut entry: Entry, open: &mut Vec<usize>) -> Result<Found, String> {
        let Looked {
            seen, column, wide, ..
        } = *self;
        // Of many results, what is flagged is the sample.
        if wide && entry.role == Role::Flag && vocabulary::fold(self.header()) == "flags" {
            entry.role = Role::SpecimenCondition;
        }
        let mut reason = "known header";
        let mut has_persons = false;
        if is_open_pair(seen, column) {
            open.push(column);
            reason = PERHAPS_LIMITS;
        }
        if let Some(remark) = remark_of(seen, column) {
            entry = remark;
            reason = "known header, beside one for the analyte";
        }
        if let Some(name) = named_in_text(seen, column) {
            entry = name;
            reason = "its cells are names of tests";
        }
        if !wide && matches!(entry.role, Role::Low | Role::High) {
            match (marks::of(seen, column), vocabulary::entry("flag")) {
                (Some(Marks::Flags), Some(flag)) => {
                    entry = flag;
                    reason = "its cells are marks: the flag of the laboratory";
                }
                (Some(Marks::Blanks), _) => {
                    return Err("marks in the place of limits".to_string());
                }
                _ => {}
            }
        }
        if let Some(person) = person_of_profile(seen, column) {
            (entry, has_persons) = (person, true);
            reason = "its cells are names of persons";
        }
        Ok(Found {
            entry,
            reason: reason.to_string(),
            has_persons,
        })
    }

    /// The role that its cells choose among those of its header, or why it has none.
    fn by_its_cells(&self, mut found: Found, open: &mut Vec<usize>) -> Result<Found, String> {
        let Looked { seen, column, .. } = *self;
        let Kind::ByCells(choices) = found.entry.kind else {
            return Ok(found);
        };
        let fits = |(_, cells): &&(Role, Cells)| cells_are(seen, column, *cells);
        let (role, reason) = match choices.iter().find(fits) {
            // Beside a column that is named for the specimen, "sample" is a number, whatever
            // its cells look like ("tubeA").
            Some((Role::Specimen, _))
                if found.entry.role == Role::Sample && names_specimen(seen.headers, column) =>
            {
                (
                    Role::Sample,
                    "known header, beside one for the specimen".to_string(),
                )
            }
            // What was ordered, beside a column for what was measured: "SODIUM, URINE" beside "SODIUM".
            Some((Role::Name, _)) if is_ordered(choices) && names_analyte(seen, column) => (
                Role::Category,
                "known header, beside one for the analyte".to_string(),
            ),
            Some((Role::Name, Cells::SomeAnalytes))
                if are_named(seen, column) || is_given(seen, column) =>
            {
                return Err(MISFIT.to_string());
            }
            Some((Role::Value, _))
                if has_results(seen, column, found.entry.rank) || are_analytes(seen) =>
            {
                return Err("another column gives the result".to_string());
            }
            Some((role, cells)) => (
                *role,
                format!("known header, and its cells are {}", cells.in_words()),
            ),
            None if !self.wide && may_be_limits(seen, column, choices) => {
                open.push(column);
                (Role::Range, PERHAPS_LIMITS.to_string())
            }
            None => {
                return Ok(Found {
                    entry: whose(seen, column).ok_or(MISFIT)?,
                    has_persons: true,
                    reason: "its cells are names of persons".to_string(),
                });
            }
        };
        found.entry.role = role;
        found.entry.kind = Kind::Plain;
        found.reason = reason;
        Ok(found)
    }

    /// Why it has no role beside the other columns, if it has none.
    fn unless_left_out(&self, found: Found, stated: &[Role]) -> Result<Found, String> {
        let Looked {
            seen, column, wide, ..
        } = *self;
        let Entry { role, kind, .. } = found.entry;
        let header = vocabulary::fold(self.header());
        let is_same =
            |at: &usize| vocabulary::fold(&seen.headers[*at]) == header && !self.is_of_age(*at);
        let first = (0..column).find(is_same);
        // Of two sexes or births that differ none is the right one: both are read, and say so.
        let is_disputed = |first: &usize| {
            let mut cells = seen
                .rows
                .iter()
                .map(|row| [row.get(*first), row.get(column)]);
            let differ = |cells: [Option<&str>; 2]| {
                let [one, other] = cells.map(|cell| cell.unwrap_or_default().trim());
                !one.is_empty() && !other.is_empty() && one != other
            };
            matches!(role, Role::Sex | Role::Birth) && cells.any(differ)
        };
        let first = first.filter(|first| !is_disputed(first));
        if let Some(first) = first.filter(|_| !self.is_of_age(column)) {
            return Err(format!("same header as column {}", first + 1));
        }
        let may_name = vocabulary::is_name_of_patient(self.header());
        if kind == Kind::WideOnly
            && !wide
            && (!may_name || has_numbers_of_patients(seen, column))
            && !found.has_persons
            && !tells_persons(seen, column)
        {
            return Err(OF_ROW.to_string());
        }
        if is_about_one(kind) && wide && names_index(seen, self.header()) {
            return Err("a result of its own".to_string());
        }
        if stated.contains(&role) && role != Role::Patient {
            return Err("the layout names another column for this role".to_string());
        }
        Ok(found)
    }
}

/// Is a column that may name analytes one of orders too?
fn is_ordered(choices: &[(Role, Cells)]) -> bool {
    choices.iter().any(|(role, _)| *role == Role::Category)
}
