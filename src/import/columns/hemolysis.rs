//! Columns that hold nothing but how hemolyzed the sample is.

use super::{Columns, Seen};
use crate::import::header_unit;
use crate::import::role::Role;
use crate::import::vocabulary::{self, Entry, Kind};

/// A column that holds nothing but how hemolyzed the sample is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HemolysisColumn {
    pub(crate) column: usize,
    /// Its numbers are those of an index.
    pub(crate) is_index: bool,
    /// Their unit, if the header states it.
    pub(crate) unit: String,
}

impl Columns {
    /// A number in a column "grade" is a grade, in a column "index" or of a unit it is an index.
    pub(super) fn about_hemolysis(&self, seen: &Seen) -> Vec<HemolysisColumn> {
        let columns = self.of(Role::SpecimenCondition).iter().copied();
        columns
            .filter_map(|column| {
                let header = seen.headers[column].as_str();
                let beside_others = about_index(seen, column, false).is_some();
                let (_, unit) =
                    hemolysis_with_unit(header).or(beside_others.then_some((header, "")))?;
                let words = header.to_lowercase();
                let named = ["ind", "hil"].iter().any(|word| words.contains(word));
                Some(HemolysisColumn {
                    column,
                    is_index: named || beside_others || !unit.is_empty(),
                    unit: header_unit::plain_unit(unit),
                })
            })
            .collect()
    }
}

/// Is a header the name of an index, with or without a unit? Then it is a result. `HIL` is none: `H3 I0 L0`.
pub(super) fn names_index(seen: &Seen, header: &str) -> bool {
    header_unit::split_known(header, seen.known).is_some()
}

/// A header that speaks of hemolysis alone, and the unit behind it.
pub(super) fn hemolysis_with_unit(header: &str) -> Option<(&str, &str)> {
    let speaks_of_it =
        |name: &str| vocabulary::entry(name).is_some_and(|entry| entry.kind == Kind::Hemolysis);
    header_unit::split_known(header, &speaks_of_it)
}

/// `H` beside `I` and `L`, `HI` beside `II` and `LI` are indices: alone `H` says nothing and `HI` is a limit, as it is
/// beside a low one.
pub(super) fn about_index(seen: &Seen, column: usize, wide: bool) -> Option<Entry> {
    let headers = seen.headers;
    let others = match vocabulary::fold(&headers[column]).as_str() {
        "h" => ["i", "l"],
        "hi" => ["ii", "li"],
        _ => return None,
    };
    let has = |other: &&str| {
        headers
            .iter()
            .any(|header| vocabulary::fold(header) == **other)
    };
    let mut entries = headers
        .iter()
        .filter_map(|header| vocabulary::entry(header));
    let low = entries.any(|entry| entry.role == Role::Low);
    // Whole numbers and grades; a number with a point is a limit.
    let cells = seen.rows.iter().filter_map(|row| row.get(column));
    let mut cells = cells.map(str::trim).filter(|cell| !cell.is_empty());
    let is_index = |cell: &str| {
        let number = cell.trim_start_matches(['<', '+']).trim_end_matches('+');
        number.bytes().all(|c| c.is_ascii_digit())
    };
    let fits = !wide && !low && others.iter().all(has) && cells.all(is_index);
    fits.then(|| vocabulary::entry("hemolysisindex"))?
}
