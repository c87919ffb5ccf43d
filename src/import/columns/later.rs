//! Columns with results beside the one with results.

use super::{Columns, Seen};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Later};

impl Columns {
    /// Columns with later results: a corrected one goes before the other, and one that was measured once more, or stands under
    /// the same header, makes it doubtful where it differs.
    pub(super) fn add_later(&mut self, seen: &Seen) {
        for (column, header) in seen.headers.iter().enumerate() {
            if self.uses[column].role.is_some() {
                continue;
            }
            let stands_twice = |role: Role, column: usize| {
                let mut before = self.of(role).iter().filter(|other| **other < column);
                let header = vocabulary::fold(&seen.headers[column]);
                before.any(|other| vocabulary::fold(&seen.headers[*other]) == header)
            };
            let has_units = || (0..seen.headers.len()).any(|other| stands_twice(Role::Unit, other));
            let again = stands_twice(Role::Value, column).then(|| match has_units() {
                true => Later::Converted,
                false => Later::Again,
            });
            let Some(later) = again.or_else(|| vocabulary::later(header)) else {
                continue;
            };
            if !self.has(Role::Value) {
                self.use_for(column, Role::Value, "its header is one of results");
                continue;
            }
            self.later.push((later, column));
            self.uses[column].reason = match later {
                Later::Corrected => "a corrected result: goes before the other".to_string(),
                Later::Again => "stands in, or is compared with the other result".to_string(),
                Later::Converted => "has a unit of its own".to_string(),
            };
        }
    }
}
