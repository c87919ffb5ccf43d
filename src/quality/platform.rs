//! What a bare index number or a grade means on the analyzer that the user names.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::reference::schema::{SourceRow, UNSOURCED};
use crate::text::fold_words;

/// An analyzer family, of `reference_ranges/sample_quality/platforms.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Platform {
    /// `roche`, `abbott`, `beckman`, `siemens`.
    pub id: String,
    /// Name as printed.
    pub name: String,
    /// Scale of the hemolysis index, in g/L of free hemoglobin.
    #[serde(default)]
    pub hemolysis: Option<Scale>,
    /// Scale of the icterus index, in umol/L of bilirubin.
    #[serde(default)]
    pub icterus: Option<Scale>,
    /// Scale of the lipemia index, in mg/dL of Intralipid.
    #[serde(default)]
    pub lipemia: Option<Scale>,
    /// Words in the unit column that are no unit.
    #[serde(skip)]
    no_unit: Vec<String>,
}

/// What numbers and grades of one index stand for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// What one index unit stands for; absent where numbers are grades or unknown.
    #[serde(default)]
    number: Option<PerUnit>,
    /// Whole numbers up to this one may be grades.
    #[serde(default)]
    grades_to: Option<u32>,
    /// Bands of the grades.
    #[serde(default)]
    grades: Vec<GradeBand>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PerUnit {
    low: f64,
    high: f64,
    source: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GradeBand {
    words: Vec<String>,
    low: f64,
    #[serde(default)]
    high: Option<f64>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    no_unit: Vec<String>,
    platform: Vec<Platform>,
    sources: BTreeMap<String, SourceRow>,
}

impl Platform {
    /// The bundled platform with this id.
    ///
    /// # Errors
    /// If there is none, or if the bundled file is wrong; a test reads it.
    pub fn bundled(id: &str) -> Result<Platform> {
        let wrong = |problem: String| {
            Error::new(
                "reference_ranges/sample_quality/platforms.toml",
                problem,
                "correct the file",
            )
        };
        let file: File =
            bundled!("sample_quality/platforms").map_err(|error| wrong(error.to_string()))?;
        for platform in &file.platform {
            let scales = [&platform.hemolysis, &platform.icterus, &platform.lipemia];
            for source in scales.into_iter().flatten().flat_map(Scale::sources) {
                if source != UNSOURCED && !file.sources.contains_key(source) {
                    return Err(wrong(format!("source `{source}` is not defined")));
                }
            }
        }
        let known: Vec<&str> = file.platform.iter().map(|p| p.id.as_str()).collect();
        let known = known.join(", ");
        file.platform
            .into_iter()
            .find(|platform| platform.id == id)
            .map(|platform| Platform {
                no_unit: file.no_unit,
                ..platform
            })
            .ok_or_else(|| {
                Error::new(
                    "",
                    format!("index platform {id:?} is not known"),
                    format!("known are: {known}"),
                )
            })
    }

    /// True if the unit cell of an index row states no unit (`Index`, blank).
    #[must_use]
    pub fn is_no_unit(&self, unit: &str) -> bool {
        let folded = fold_words(unit);
        self.no_unit.contains(&folded)
    }
}

impl Scale {
    fn sources(&self) -> impl Iterator<Item = &str> {
        let number = self.number.iter().map(|per| per.source.as_str());
        number.chain(self.grades.iter().map(|band| band.source.as_str()))
    }

    /// Lowest and highest amount that an index number stands for; none if it may be a grade.
    #[must_use]
    pub fn amount(&self, number: f64) -> Option<(f64, f64)> {
        let per = self.number.as_ref()?;
        let may_be_grade = self.grades_to.is_some_and(|last| {
            1.0 <= number && number <= f64::from(last) && number.fract() == 0.0
        });
        (!may_be_grade).then_some((number * per.low, number * per.high))
    }

    /// The band of a grade (`++`, `2+`, `N`), or of a number where numbers are grades.
    #[must_use]
    pub fn grade(&self, text: &str) -> Option<(f64, Option<f64>)> {
        let folded = fold_words(text);
        self.grades
            .iter()
            .find(|band| band.words.contains(&folded))
            .map(|band| (band.low, band.high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(id: &str) -> Scale {
        let platform = Platform::bundled(id).expect("a bundled platform");
        platform.hemolysis.expect("a scale")
    }

    #[test]
    fn what_a_bare_hemolysis_index_stands_for() {
        // platform, what the row says, free hemoglobin in g/L
        for (id, said, expected) in [
            ("roche", 200.0, Some((2.0, 2.5))),
            ("roche", 0.0, Some((0.0, 0.0))),
            ("abbott", 120.0, Some((1.2, 1.2))),
            ("abbott", 2.0, None),
            ("abbott", 5.0, Some((0.05, 0.05))),
            ("beckman", 2.0, None),
            ("siemens", 120.0, None),
        ] {
            let found = scale(id).amount(said);
            let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
            let same = match (found, expected) {
                (Some(a), Some((low, high))) => near(a.0, low) && near(a.1, high),
                (None, None) => true,
                _ => false,
            };
            assert!(same, "{id} {said}: {found:?}");
        }
    }

    #[test]
    fn what_a_grade_stands_for() {
        for (id, said, expected) in [
            ("beckman", "+", Some((0.5, Some(1.0)))),
            ("beckman", "2", Some((1.0, Some(2.0)))),
            ("beckman", "N", Some((0.0, Some(0.0)))),
            ("beckman", "+++++", Some((5.0, None))),
            ("beckman", "7", None),
            ("siemens", "++", Some((1.4, Some(2.35)))),
            ("siemens", "2", None),
            ("abbott", "3+", Some((2.0, Some(5.0)))),
            ("roche", "++", None),
        ] {
            assert_eq!(scale(id).grade(said), expected, "{id} {said}");
        }
    }

    #[test]
    fn an_unknown_platform_is_an_error_that_names_the_known_ones() {
        let error = Platform::bundled("vitros").expect_err("not known");
        assert!(error.to_string().contains("beckman"), "{error}");
    }
}
