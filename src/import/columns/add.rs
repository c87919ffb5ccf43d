//! A column takes the role that its header, or its cells, give it.

use super::candidates::Candidate;
use super::{ColumnUse, Columns, OTHER_AGE, unused};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Kind;

impl Columns {
    /// Gives a column its role, unless another has what only one can.
    pub(super) fn add(&mut self, candidate: Candidate) {
        let Candidate {
            column,
            entry,
            reason,
        } = candidate;
        let role = entry.role;
        match role {
            Role::Patient => {
                // A row number is an identifier only where there is no other.
                if entry.kind == Kind::WideOnly && !self.identifiers.is_empty() {
                    self.uses[column] = unused("another column identifies the patient");
                    return;
                }
                self.identifiers.push(column);
                if self.has(Role::Patient) {
                    self.uses[column] = unused("identifier, for --patients only");
                    return;
                }
                self.patient_is_stay = entry.kind == Kind::Stay;
            }
            Role::Age => {
                let is_part = self
                    .age_parts
                    .iter()
                    .all(|(_, unit)| *unit != entry.age_unit);
                if is_part {
                    self.age_parts.push((column, entry.age_unit));
                }
                if self.has(Role::Age) {
                    self.uses[column] = unused(OTHER_AGE);
                    return;
                }
                self.age_unit = entry.age_unit;
            }
            Role::Code => self.perhaps_loinc |= entry.kind == Kind::PerhapsLoinc,
            _ => {}
        }
        let stands_in = self.has(role);
        self.by_role[role.index()].push(column);
        self.uses[column] = ColumnUse {
            role: Some(role),
            reason: match stands_in {
                true if role == Role::Sex => {
                    format!(
                        "{reason}; beside the others: where they contradict each other, it is open"
                    )
                }
                true => format!("{reason}; where the columns before it are blank"),
                false => reason,
            },
        };
    }
}
