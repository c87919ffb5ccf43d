//! A laboratory's own intervals: the plain table that a laboratory has, or files in our own form.
//!
//! The table is CSV with a header: `analyte` (our id, any known name, or a LOINC code), `low`, `high`,
//! `unit`, and as far as needed `sex`, `age_from`, `age_below`, `condition`, `specimen` (several
//! separated by `;`), `low_op`, `high_op`, `kind`, `profile`, `source`. An age is `18 y`, `6 mo`,
//! `12 d`; a bare number is years. An empty sex, age or specimen means any.
//!
//! A directory holds files like those of `reference_ranges/`; their intervals are used, everything
//! else stays as it is bundled.
//!
//! A row without a profile (in TOML: `profile = "lab"`) is the laboratory's own. A row that names a
//! profile is used only if that profile is chosen and the laboratory has no row of its own for the
//! analyte: profiles are never mixed.

mod cells;
mod columns;
mod folder;
pub(super) mod table;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;

pub use folder::toml_files;

use super::{Catalog, Interval, IntervalKind, lint};
use crate::age::AgePoint;
use crate::error::{Error, Result};
use crate::import::foreign;
use crate::notice::FileNotice;
use crate::person::Sex;
use crate::resolve::specimen::SpecimenWords;
use crate::specimen::Specimen;

/// The profile of a row that is the laboratory's own.
pub const OWN: &str = "lab";

/// A laboratory's intervals by analyte id, and what was left out and why.
#[derive(Debug, Default)]
pub struct Laboratory {
    /// Intervals.
    pub intervals: HashMap<String, Vec<Interval>>,
    /// Rows that name no analyte this program knows.
    pub notices: Vec<FileNotice>,
}

/// Reads a laboratory's file or directory; of rows that name a profile only those of `profile`.
///
/// # Errors
/// With file, line and column: a missing column, a limit that is no number, an age, a sex or a unit
/// that cannot be read, a low limit above its high limit, two rows for the same person, and whatever else
/// the linter calls wrong.
pub fn read(
    path: &Path,
    catalog: &Catalog,
    specimens: &SpecimenWords,
    profile: &str,
) -> Result<Laboratory> {
    if path.is_dir() || path.extension().is_some_and(|end| end == "toml") {
        return folder::read(path, catalog, profile);
    }
    let label = path.display().to_string();
    let text = text_of(path)?;
    let mut parsed = table::parse(&label, &text, catalog, specimens)?;
    if !parsed.wrong.is_empty() {
        return Err(parsed.wrong.swap_remove(0));
    }
    if parsed.rows.is_empty() && parsed.unknown.is_empty() {
        return Err(Error::new(
            &label,
            "there is a header, and no interval below it",
            "add a line for each interval, or leave --ranges out",
        ));
    }
    // What the linter calls wrong judges nobody. Rows of unknown analytes are left out and told.
    let found = lint::table::of_rows(&label, &parsed);
    if let Some(error) = lint::first_error(found) {
        return Err(error);
    }
    let mut laboratory = Laboratory {
        notices: parsed.unknown,
        ..Laboratory::default()
    };
    let mut by_analyte: HashMap<&str, Vec<Interval>> = HashMap::new();
    for row in parsed.rows {
        let rows = by_analyte.entry(&row.analyte.id).or_default();
        rows.push(row.interval);
    }
    for (id, rows) in by_analyte {
        let mut kept: Vec<Interval> = Vec::new();
        let mut known: HashMap<Whom, usize> = HashMap::new();
        for row in chosen(rows, profile, |row| &row.profile) {
            match known.entry(Whom::of(&row)) {
                // The same limits in a second unit.
                Entry::Occupied(at) => kept[*at.get()].also.push(row.stated),
                Entry::Vacant(new) => {
                    new.insert(kept.len());
                    kept.push(row);
                }
            }
        }
        if !kept.is_empty() {
            laboratory.intervals.insert(id.to_string(), kept);
        }
    }
    Ok(laboratory)
}

/// The text of a file.
///
/// # Errors
/// If it cannot be read, is empty, another kind of file or no UTF-8.
pub fn text_of(path: &Path) -> Result<String> {
    let label = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Error::io(&label, error))?;
    if bytes.trim_ascii().is_empty() {
        let advice = "name the file in which the intervals stand";
        return Err(Error::new(&label, "empty file", advice));
    }
    // TOML may begin as JSON does.
    if path.extension().is_none_or(|end| end != "toml") {
        foreign::refuse(&label, &bytes)?;
    }
    String::from_utf8(bytes)
        .map_err(|_| Error::new(&label, "the file is not UTF-8 text", "save it as UTF-8"))
}

/// The laboratory's own rows; where there are none, those of the profile.
fn chosen<T>(rows: Vec<T>, profile: &str, of: impl Fn(&T) -> &String) -> impl Iterator<Item = T> {
    let own = rows.iter().any(|row| of(row) == OWN);
    let wanted = if own { OWN } else { profile }.to_string();
    let kept: Vec<T> = rows.into_iter().filter(|row| *of(row) == wanted).collect();
    kept.into_iter()
}

/// Whom and what a row holds for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Whom {
    profile: String,
    kind: IntervalKind,
    sex: Option<Sex>,
    from: AgePoint,
    below: Option<AgePoint>,
    condition: Option<String>,
    specimens: Vec<Specimen>,
}

impl Whom {
    pub(super) fn of(row: &Interval) -> Whom {
        Whom {
            profile: row.profile.clone(),
            kind: row.kind,
            sex: row.sex,
            from: row.from,
            below: row.below,
            condition: row.condition.clone(),
            specimens: row.specimens.clone(),
        }
    }
}

/// Does a row already state limits in the unit of another?
pub(super) fn states_unit(row: &Interval, other: &Interval) -> bool {
    let unit = other.stated.unit;
    row.stated.unit == unit || row.also.iter().any(|also| also.unit == unit)
}

#[cfg(test)]
mod tests;
