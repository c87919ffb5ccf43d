//! An age whose years, months and days have columns of their own: 0 and 6, or 2 and 30.

use std::fmt::Write as _;

use super::Understood;
use crate::age::AgeUnit;
use crate::import::columns::{Columns, Seen};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;

/// A part of an age: its column, and the unit that the header says.
pub(crate) type Part = (usize, &'static str);

/// The unit that a header says.
fn unit(name: &str) -> AgeUnit {
    AgeUnit::read(name).unwrap_or(AgeUnit::Years)
}

/// How many days one unit has: the larger unit goes first.
pub(crate) fn days(part: &Part) -> f64 {
    unit(part.1).days()
}

/// The unit of an age without one: that of the header. Beside ages in days and months it is not known.
pub(crate) fn unit_where_none_stands(seen: &Seen, columns: &Columns) -> &'static str {
    let is_finer = |cell: &str| AgeUnit::read(cell).is_some_and(|unit| unit != AgeUnit::Years);
    let mut units = columns.of(Role::AgeUnit).iter();
    match units.any(|column| seen.cells(*column).any(is_finer)) {
        true => UNKNOWN,
        false => columns.age_unit,
    }
}

impl Understood<'_> {
    /// Puts the parts of an age together.
    pub(super) fn join_age(&mut self) {
        let record = &self.record;
        put_together(
            &self.plan.age_parts,
            |at| record.get(at).unwrap_or(""),
            &mut self.age,
        );
    }
}

/// The age that parts make up, the larger first. A smaller one counts on, or says all of it once more in its own unit;
/// where it does neither, the age is not known.
pub(crate) fn put_together<'c>(parts: &[Part], cell: impl Fn(usize) -> &'c str, text: &mut String) {
    text.clear();
    let filled = parts.iter().map(|(at, name)| (cell(*at).trim(), *name));
    let filled: Vec<(&str, &str)> = filled.filter(|(cell, _)| !is_blank(cell)).collect();
    if let [(only, name)] = filled[..] {
        text.push_str(only);
        if only.ends_with(|c: char| c.is_ascii_digit()) {
            let _ = write!(text, " {name}");
        }
        return;
    }
    let mut larger: Option<(u32, f64)> = None;
    for (cell, name) in filled {
        let whole = cell.strip_suffix(".0").unwrap_or(cell).parse::<u32>();
        let unit = unit(name);
        let days = unit.days();
        let fits = match (&whole, larger) {
            (Ok(count), Some((before, of))) => {
                let own = f64::from(*count) * days;
                // A zero may stand for a part that was not asked for.
                if *count == 0 {
                    continue;
                }
                if of <= own && (own / of).floor() == f64::from(before) {
                    text.clear();
                    true
                } else {
                    own < of
                }
            }
            (whole, None) => whole.is_ok(),
            (Err(_), Some(_)) => false,
        };
        let Some(count) = whole.ok().filter(|_| fits) else {
            text.clear();
            text.push_str(UNKNOWN);
            return;
        };
        if !text.is_empty() {
            text.push(' ');
        }
        let _ = write!(text, "{count}{}", unit.as_str());
        larger = Some((count, days));
    }
}

/// An age, or a unit of one, that is not read.
const UNKNOWN: &str = "?";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_an_age() {
        for (cells, expected) in [
            (["0", "6", ""], "0y 6mo"),
            (["2", "6", ""], "2y 6mo"),
            (["0", "0", "20"], "0y 20d"),
            (["1", "2", "3"], "1y 2mo 3d"),
            // The same once more in months.
            (["2", "30", ""], "30mo"),
            (["44", "", ""], "44 years"),
            (["", "6", ""], "6 months"),
            (["> 89", "", ""], "> 89 years"),
            (["90+", "", ""], "90+"),
            // A zero may stand for nothing.
            (["0", "0", "0"], "0y"),
            (["44", "0", ""], "44y"),
            // They contradict each other.
            (["2", "14", ""], "?"),
            (["2", "x", ""], "?"),
            (["", "", ""], ""),
        ] {
            let parts = [(0, "years"), (1, "months"), (2, "days")];
            let mut text = String::new();
            put_together(&parts, |at| cells[at], &mut text);
            assert_eq!(text, expected, "{cells:?}");
        }
    }
}
