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
mod folder;
pub(super) mod table;

use std::collections::HashMap;
use std::path::Path;

pub use folder::toml_files;

use super::{Analyte, Catalog, Interval};
use crate::error::{Error, Result};
use crate::notice::FileNotice;
use crate::resolve::specimen::SpecimenWords;

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
/// that cannot be read, a low limit above its high limit, two rows for the same person.
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
    let mut laboratory = Laboratory {
        notices: parsed.unknown,
        ..Laboratory::default()
    };
    if parsed.rows.is_empty() && laboratory.notices.is_empty() {
        return Err(Error::new(
            &label,
            "there is a header, and no interval below it",
            "add a line for each interval, or leave --ranges out",
        ));
    }
    let mut by_analyte: HashMap<&str, Vec<table::Row<'_>>> = HashMap::new();
    for row in parsed.rows {
        by_analyte.entry(&row.analyte.id).or_default().push(row);
    }
    let mut analytes: Vec<_> = by_analyte.into_iter().collect();
    analytes.sort_by_key(|(_, rows)| rows.first().map(|row| row.line));
    for (id, rows) in analytes {
        let mut kept: Vec<Interval> = Vec::new();
        for row in chosen(rows, profile, |row| &row.interval.profile) {
            if let Some(other) = kept
                .iter_mut()
                .find(|other| same_person(other, &row.interval))
            {
                if states_unit(other, &row.interval) {
                    return Err(twice(&label, &row, &parsed.columns));
                }
                other.also.push(row.interval.stated);
            } else if kept.iter().any(|other| overlap(other, &row.interval)) {
                return Err(twice(&label, &row, &parsed.columns));
            } else {
                kept.push(row.interval);
            }
        }
        if !kept.is_empty() {
            laboratory.intervals.insert(id.to_string(), kept);
        }
    }
    Ok(laboratory)
}

/// The text of a file.
pub(super) fn text_of(path: &Path) -> Result<String> {
    let label = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Error::io(&label, error))?;
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

fn twice(label: &str, row: &table::Row<'_>, columns: &HashMap<&'static str, usize>) -> Error {
    let analyte: &Analyte = row.analyte;
    let error = Error::new(
        label,
        format!(
            "a row for {} and the same person stands above",
            analyte.name
        ),
        "let ages meet: age_below of one row is age_from of the next",
    )
    .at(row.line);
    match columns.get("analyte") {
        Some(at) => error.column(at + 1),
        None => error,
    }
}

/// Do both rows hold for exactly the same people, condition, specimens and kind?
pub(super) fn same_person(a: &Interval, b: &Interval) -> bool {
    a.sex == b.sex
        && a.from == b.from
        && a.below == b.below
        && a.condition == b.condition
        && a.specimens == b.specimens
        && a.kind == b.kind
        && a.profile == b.profile
}

/// Does a row already state limits in the unit of another?
pub(super) fn states_unit(row: &Interval, other: &Interval) -> bool {
    let unit = other.stated.unit;
    row.stated.unit == unit || row.also.iter().any(|also| also.unit == unit)
}

/// Could both rows of one profile hold for one person?
pub(super) fn overlap(a: &Interval, b: &Interval) -> bool {
    let sexes = a.sex.is_none() || b.sex.is_none() || a.sex == b.sex;
    let starts_before = |from: crate::age::AgePoint, below: Option<crate::age::AgePoint>| {
        below.is_none_or(|below| from.days() < below.days())
    };
    sexes
        && a.profile == b.profile
        && a.kind == b.kind
        && a.condition == b.condition
        && a.specimens
            .iter()
            .any(|specimen| b.specimens.contains(specimen))
        && starts_before(a.from, b.below)
        && starts_before(b.from, a.below)
}

#[cfg(test)]
mod tests;
