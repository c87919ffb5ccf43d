//! The linter of reference data: ours, and a laboratory's own.
//!
//! A wrong limit looks like a right one, so every file is checked for what can be known to be wrong:
//! form, units, ages, limits, sources, names. Each finding says where it is and what to do. Nothing
//! is mended.

mod ages;
mod critical;
mod effects;
mod file;
mod interval;
mod loinc;
mod names;
pub(crate) mod rows;
mod sources;
pub mod spans;
pub(super) mod table;

use std::fmt;

use super::bundle::{analyte_files, bundled_text};
use super::schema::AnalyteFile;
use super::{Analyte, Catalog};
use crate::error::Error;
use crate::resolve::specimen::SpecimenWords;
use crate::units::spelling::UnitTable;
use spans::Place;

/// The table of spellings of units.
const UNITS_FILE: &str = "units.toml";

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; may be meant so.
    Warning,
    /// Wrong.
    Error,
}

/// Something wrong, or suspect, in reference data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// File as named.
    pub file: String,
    /// Line and column, both from 1, where the finding has one.
    pub place: Option<Place>,
    /// How grave.
    pub severity: Severity,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub advice: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, ": {severity}: {}\n  {}", self.problem, self.advice)
    }
}

impl Finding {
    /// True for what is wrong, not merely suspect.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The finding as what stops a run.
    #[must_use]
    pub fn into_error(self) -> Error {
        let error = Error::new(self.file, self.problem, self.advice);
        match self.place {
            Some((line, column)) => error.at(line).column(column),
            None => error,
        }
    }

    /// An error of a reader as a finding.
    #[must_use]
    pub fn of(error: &Error) -> Finding {
        let (line, column) = error.position();
        Finding {
            file: error.file().to_string(),
            place: line.map(|line| (line, column.unwrap_or(1))),
            severity: Severity::Error,
            problem: error.problem().to_string(),
            advice: error.advice().to_string(),
        }
    }
}

/// A file that was read and built, with where everything in it stands.
pub(crate) struct Checked<'t> {
    label: String,
    spans: spans::Spans<'t>,
    file: AnalyteFile,
    /// The analyte without its rows; `None` if its units are wrong.
    analyte: Option<Analyte>,
}

/// Checks the bundled reference data.
#[must_use]
pub fn bundled() -> Vec<Finding> {
    let files: Vec<(String, String)> = analyte_files()
        .into_iter()
        .map(|(path, text)| (format!("reference_ranges/{path}"), text.to_string()))
        .collect();
    let units = (
        format!("reference_ranges/{UNITS_FILE}"),
        bundled_text(UNITS_FILE).to_string(),
    );
    files_and_units(&files, Some(&units))
}

/// Checks analytes' files, each a path and its text, as one set.
#[must_use]
pub fn files(files: &[(String, String)]) -> Vec<Finding> {
    files_and_units(files, None)
}

fn files_and_units(files: &[(String, String)], units: Option<&(String, String)>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let table = match units.map(|(label, text)| (label, UnitTable::parse(text))) {
        Some((label, Err(problem))) => {
            findings.push(Finding {
                file: label.clone(),
                place: None,
                severity: Severity::Error,
                problem,
                advice: "correct the table of units".to_string(),
            });
            None
        }
        Some((_, Ok(table))) => Some(table),
        None => None,
    };
    let mut checked = Vec::new();
    for (label, text) in files {
        checked.extend(file::check(label, text, table.as_ref(), &mut findings));
    }
    names::check(&checked, &mut findings);
    loinc::check_owners(&checked, &mut findings);
    in_order(findings)
}

/// Checks a laboratory's CSV table.
///
/// # Errors
/// If it cannot be read as one: no header, or no column that is needed.
pub fn csv(
    label: &str,
    text: &str,
    catalog: &Catalog,
    specimens: &SpecimenWords,
) -> Result<Vec<Finding>, Error> {
    table::check(label, text, catalog, specimens).map(in_order)
}

/// The first of what is wrong, not merely suspect, as what stops a run.
pub(super) fn first_error(findings: Vec<Finding>) -> Option<Error> {
    let mut wrong = in_order(findings).into_iter().filter(Finding::is_error);
    wrong.next().map(Finding::into_error)
}

fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
    findings.dedup();
    findings
}
