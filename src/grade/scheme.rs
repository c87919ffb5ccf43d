//! The form of the files in `reference_ranges/grades/`, and their check.

use serde::Deserialize;

use crate::age::AgePoint;
use crate::error::{Error, Result};
use crate::person::Person;
use crate::reference::{Catalog, Conversion, bundled_text, files_in};
use crate::units::Unit;

/// One scheme.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Its name, `ctcae-v5`.
    pub scheme: String,
    /// Its title.
    pub title: String,
    /// Its grades, the mildest first.
    pub grades: Vec<String>,
    /// One line a criterion.
    pub criteria: Vec<Criterion>,
    /// Analytes that it grades by other things than numbers, or under another name.
    #[serde(default)]
    pub without_numbers: Vec<WithoutNumbers>,
    /// Where the criteria come from.
    pub source: Source,
}

/// One criterion: the value lies between `low` and `high`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Analyte.
    pub analyte: String,
    /// Term of the scheme (`Hyperkalemia`).
    pub term: String,
    /// `H` or `L`.
    #[serde(default)]
    pub direction: Option<String>,
    /// The grade.
    pub grade: String,
    /// Lower end.
    #[serde(default)]
    pub low: Option<f64>,
    /// What `low` counts: absent for a number in `unit`.
    #[serde(default)]
    pub low_of: Option<Of>,
    /// `>=` or `>`.
    #[serde(default)]
    pub low_op: Option<String>,
    /// Upper end.
    #[serde(default)]
    pub high: Option<f64>,
    /// What `high` counts.
    #[serde(default)]
    pub high_of: Option<Of>,
    /// `<=` or `<`.
    #[serde(default)]
    pub high_op: Option<String>,
    /// Unit of numbers, UCUM.
    pub unit: String,
    /// The same ends as published in another unit; used for a result in that unit.
    #[serde(default)]
    pub also: Option<Also>,
    /// Clause about the patient that no laboratory knows.
    #[serde(default)]
    pub symptoms: Option<String>,
    /// Baseline that the criterion needs.
    #[serde(default)]
    pub baseline: Option<Baseline>,
    /// Condition of collection that it needs.
    #[serde(default)]
    pub condition: Option<String>,
    /// The criterion in one line.
    pub text: String,
    /// `part` where the source supports only part of the line.
    #[serde(default)]
    pub verified: Option<String>,
}

/// What the number of an end counts.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    /// Multiples of the upper limit of the interval.
    Uln,
    /// Multiples of the lower limit.
    Lln,
    /// Multiples of a baseline.
    Baseline,
    /// So much above the upper limit.
    AboveUln,
}

/// The baseline that a criterion needs.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Baseline {
    /// Inside its interval.
    Normal,
    /// Outside.
    Abnormal,
    /// Below the lower limit.
    BelowLln,
    /// Any, but known.
    Any,
}

/// Ends in a second unit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Also {
    /// Lower end.
    #[serde(default)]
    pub low: Option<f64>,
    /// Upper end.
    #[serde(default)]
    pub high: Option<f64>,
    /// Unit of both, UCUM.
    pub unit: String,
}

/// An analyte, or one direction of it, that is not graded by numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithoutNumbers {
    /// Analyte.
    pub analyte: String,
    /// `H` or `L`; absent for both.
    #[serde(default)]
    pub direction: Option<String>,
    /// Only of those who are younger (`2 y`).
    #[serde(default)]
    pub below: Option<String>,
    /// Only in a pregnancy.
    #[serde(default)]
    pub pregnancy: bool,
    /// Why.
    pub why: String,
}

impl WithoutNumbers {
    /// Does the row speak of this patient? Of one whose age is not known it does not.
    #[must_use]
    pub fn is_of(&self, person: Person, is_pregnant: bool) -> bool {
        let point = self.below.as_deref().map(AgePoint::read);
        let is_young = point.is_none_or(|point| {
            point.is_some_and(|point| person.age.reached(point) == Some(false))
        });
        is_young && (is_pregnant || !self.pregnancy)
    }
}

/// Where criteria come from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title.
    pub title: String,
    /// Address.
    #[serde(default)]
    pub url: Option<String>,
}

impl Scheme {
    /// The bundled scheme of this name.
    ///
    /// # Errors
    /// If there is none; the known ones are named. If its file is wrong; a test reads them all.
    pub fn bundled(name: &str, catalog: &Catalog) -> Result<Scheme> {
        let known = Scheme::names();
        if !known.iter().any(|known| known == name) {
            return Err(Error::new(
                "",
                format!("--grade {name:?} is not one of the schemes"),
                format!("known are: {}", known.join(", ")),
            ));
        }
        let path = format!("grades/{name}.toml");
        let wrong = |problem: String| {
            Error::new(
                format!("reference_ranges/{path}"),
                problem,
                "correct the file; CONTRIBUTING.md says how",
            )
        };
        let scheme: Scheme =
            toml::from_str(bundled_text(&path)).map_err(|error| wrong(error.to_string()))?;
        for criterion in &scheme.criteria {
            scheme.check(criterion, catalog).map_err(|problem| {
                wrong(format!(
                    "{} {}: {problem}",
                    criterion.analyte, criterion.text
                ))
            })?;
        }
        for row in &scheme.without_numbers {
            if row
                .below
                .as_deref()
                .is_some_and(|age| AgePoint::read(age).is_none())
            {
                return Err(wrong(format!("{}: `below` is no age", row.analyte)));
            }
        }
        Ok(scheme)
    }

    /// Names of all bundled schemes, in order.
    #[must_use]
    pub fn names() -> Vec<String> {
        files_in("grades")
    }

    /// Does the scheme say anything of this analyte?
    #[must_use]
    pub fn knows(&self, analyte: &str) -> bool {
        self.criteria
            .iter()
            .any(|criterion| criterion.analyte == analyte)
            || self
                .without_numbers
                .iter()
                .any(|row| row.analyte == analyte)
    }

    /// Place of a grade among the others; the gravest is last.
    #[must_use]
    pub fn rank(&self, grade: &str) -> usize {
        self.grades
            .iter()
            .position(|known| known == grade)
            .unwrap_or(0)
    }

    fn check(&self, row: &Criterion, catalog: &Catalog) -> std::result::Result<(), String> {
        let analyte = catalog.analyte(&row.analyte).ok_or("no such analyte")?;
        let converts = |unit: &str| -> std::result::Result<Conversion, String> {
            Unit::from_code(unit)
                .and_then(|unit| analyte.conversion(unit, None))
                .ok_or(format!("unit `{unit}` does not convert"))
        };
        converts(&row.unit)?;
        if let Some(also) = &row.also {
            converts(&also.unit)?;
        }
        if !self.grades.contains(&row.grade) {
            return Err(format!("grade `{}` is not one of the scheme", row.grade));
        }
        for (end, op, ops) in [
            (row.low, &row.low_op, [">=", ">"]),
            (row.high, &row.high_op, ["<=", "<"]),
        ] {
            if end.is_some() && !op.as_deref().is_some_and(|op| ops.contains(&op)) {
                return Err("an end has no operator".to_string());
            }
        }
        if row.low.is_none() && row.high.is_none() {
            return Err("no end".to_string());
        }
        Ok(())
    }
}
