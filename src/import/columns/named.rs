//! Columns that a layout names.

use super::{ColumnUse, Columns, STATED, Seen};
use crate::error::{Error, Result};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};

/// The column with a header, or with a number (`#3`).
pub(crate) fn resolve(seen: &Seen, header: &str) -> Result<usize> {
    let wanted = header.trim();
    let folded = vocabulary::fold(wanted);
    let by_number = || {
        let number = wanted.strip_prefix('#')?.parse::<usize>().ok()?;
        (1..=seen.headers.len())
            .contains(&number)
            .then(|| number - 1)
    };
    let exact = seen
        .headers
        .iter()
        .position(|h| h.trim() == wanted && !wanted.is_empty());
    let alike = || {
        let same = |h: &String| !folded.is_empty() && vocabulary::fold(h) == folded;
        seen.headers.iter().position(same)
    };
    exact.or_else(by_number).or_else(alike).ok_or_else(|| {
        let headers: Vec<&str> = seen
            .headers
            .iter()
            .map(|h| h.trim())
            .filter(|h| !h.is_empty())
            .collect();
        Error::new(
            seen.file,
            format!("the layout names a column \"{wanted}\" that is not in the header"),
            format!("the header has: {}", headers.join(", ")),
        )
        .at(seen.header_line)
    })
}

impl Columns {
    /// Roles that the layout gives, and their columns.
    pub(super) fn take_stated(&mut self, seen: &Seen) -> Result<Vec<Role>> {
        let mut stated = Vec::new();
        let Some(layout) = seen.layout else {
            return Ok(stated);
        };
        for (role, headers) in &layout.columns {
            stated.push(*role);
            for header in headers.as_slice() {
                let column = resolve(seen, header)?;
                self.by_role[role.index()].push(column);
                self.uses[column] = ColumnUse {
                    role: Some(*role),
                    reason: STATED.into(),
                };
                let entry = vocabulary::entry(&seen.headers[column]);
                match role {
                    Role::Patient => {
                        self.identifiers.push(column);
                        let stay = entry.is_some_and(|e| e.kind == Kind::Stay);
                        self.patient_is_stay |= stay && self.identifiers.len() == 1;
                    }
                    Role::Age => self.age_unit = entry.map_or("", |e| e.age_unit),
                    Role::Code => {
                        self.perhaps_loinc |= entry.is_some_and(|e| e.kind == Kind::PerhapsLoinc);
                    }
                    _ => {}
                }
            }
        }
        Ok(stated)
    }
}
