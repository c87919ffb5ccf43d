//! Columns of the years, months and days of an age.

use super::{ColumnUse, Columns};
use crate::import::headers::role::Role;
use crate::import::rows::age::days;

impl Columns {
    /// Of several columns of an age, which count on from each other: "Age" is in years where no unit is said.
    pub(super) fn settle_age(&mut self) {
        let has_units = self.has(Role::AgeUnit);
        for part in &mut self.age_parts {
            if part.1.is_empty() {
                part.1 = "years";
            }
        }
        let parts = &mut self.age_parts;
        parts.sort_by(|one, other| days(other).total_cmp(&days(one)));
        parts.dedup_by_key(|part| part.1);
        // In which unit the first is, the rows say.
        if parts.len() < 2 || has_units {
            parts.clear();
        }
        for (column, _) in parts.iter() {
            self.uses[*column] = ColumnUse {
                role: Some(Role::Age),
                reason: "a part of the age, or all of it in this unit".to_string(),
            };
        }
    }
}
