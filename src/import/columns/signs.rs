//! Signs beside results, `<` and `>`: how a number is meant, or on which side of its limits it lies.

use csv::StringRecord;

use super::limits::number;
use super::{Columns, Seen, likely};
use crate::import::headers::role::Role;
use crate::value::comparator;

/// True if all cells of a column that say something are signs of comparison: whatever its header, it says how the result
/// beside it is meant, or is to be seen. Letters may be anything: LT is a country.
pub(super) fn are_signs(seen: &Seen, column: usize) -> bool {
    let is_sign = |cell: &str| comparator::is_sign(cell) || comparator::is_doubled(cell);
    let cells = seen.cells(column);
    let mut cells = cells
        .filter(|cell| !comparator::says_nothing(cell))
        .peekable();
    cells.peek().is_some() && cells.all(is_sign)
}

impl Columns {
    /// True if the signs of a column are flags: a sign twice is one, and so are signs that stand beside all results that lie
    /// outside their printed limits, each on its side, and beside no other. On one side alone they may be of what cannot be
    /// measured.
    pub(super) fn are_flags(&self, seen: &Seen, column: usize) -> bool {
        seen.cells(column).any(comparator::is_doubled) || self.stand_beyond_limits(seen, column)
    }

    fn stand_beyond_limits(&self, seen: &Seen, column: usize) -> bool {
        let (mut below, mut above) = (false, false);
        let fits = seen.rows.iter().all(|row| {
            let sign = row.get(column).unwrap_or("").trim();
            let beyond = self.beyond_limits(row);
            below |= beyond == "<";
            above |= beyond == ">";
            sign == beyond || (beyond.is_empty() && comparator::says_nothing(sign))
        });
        fits && below && above
    }

    /// On which side of its printed limits the number of a row lies, as a sign; nothing if it lies on neither.
    fn beyond_limits(&self, row: &StringRecord) -> &'static str {
        let cell = |role| {
            let at = self.of(role).first();
            at.and_then(|at| row.get(*at)).unwrap_or("").trim()
        };
        let (low, high) = likely::ends(cell(Role::Range));
        let low = number(cell(Role::Low)).or(low);
        let high = number(cell(Role::High)).or(high);
        match number(cell(Role::Value)) {
            Some(value) if low.is_some_and(|low| value < low) => "<",
            Some(value) if high.is_some_and(|high| high < value) => ">",
            _ => "",
        }
    }
}
