//! The form of a work-up's file (`reference_ranges/workups/*.toml`, `--workup FILE`), exactly as written
//! there. No unknown key is accepted: a misspelled `timeing` is an error with file and line.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::reference::schema::{SexKey, SourceRow};

/// A whole work-up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkupFile {
    /// Which work-up, and who answers for it.
    pub workup: Head,
    /// Its parts, in the order of the sheet.
    #[serde(default)]
    pub part: Vec<PartRow>,
    /// The tests of all parts.
    #[serde(default)]
    pub test: Vec<TestRow>,
    /// What no laboratory knows and must be asked.
    #[serde(default)]
    pub question: Vec<QuestionRow>,
    /// Sources by key; none where nothing is sourced.
    #[serde(default)]
    pub sources: BTreeMap<String, SourceRow>,
}

/// Which work-up it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Id in kebab-case, printed on every sheet.
    pub id: String,
    /// Title.
    pub title: String,
    /// Version; a changed test changes it.
    pub version: String,
    /// Who answers for it.
    pub owner: String,
    /// True for one that nobody has made his own yet: the sheet says so.
    #[serde(default)]
    pub example: bool,
    /// Whom it is for, and what it does not cover.
    pub scope: String,
}

/// A part of a work-up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartRow {
    /// Id in kebab-case.
    pub id: String,
    /// Title on the sheet.
    pub title: String,
    /// `F` or `M`, where it is for one sex only.
    #[serde(default)]
    pub sex: Option<SexKey>,
    /// What holds for every test of it.
    #[serde(default)]
    pub note: Option<String>,
}

/// Tests that are asked for together, for one reason.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestRow {
    /// Id of the part.
    pub part: String,
    /// Analyte ids; any one of `testosterone_free|free_androgen_index` serves.
    pub analytes: Vec<String>,
    /// Tests that this program does not know: a reader looks for them in the report.
    #[serde(default)]
    pub not_in_catalog: Vec<String>,
    /// How strongly they are asked for.
    pub requirement: Requirement,
    /// When.
    pub timing: String,
    /// What to look for.
    pub says: String,
    /// Belongs on the confidential part, with every result of its analytes.
    #[serde(default)]
    pub confidential: bool,
    /// Key of the source, `unsourced` or `proposal`.
    pub source: String,
    /// `part` where the source supports only part of the row.
    #[serde(default)]
    pub verified: Option<Verified>,
    /// Remark.
    #[serde(default)]
    pub note: Option<String>,
}

/// How strongly a test is asked for.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Requirement {
    /// Of everybody.
    Core,
    /// Where the timing says so.
    Optional,
    /// If the first ones do not explain it.
    Second,
    /// To exclude another cause.
    Exclude,
    /// Needed to read another result.
    Companion,
    /// For the risk that goes with the disease.
    Metabolic,
    /// In place of another examination.
    Alternative,
    /// A finding that is urgent.
    RedFlag,
    /// Only under the condition that the timing names.
    Conditional,
    /// As the clinic decides.
    Site,
    /// Not routinely.
    NotRoutine,
    /// Not at all.
    DoNotOrder,
}

impl Requirement {
    /// As written in a work-up: `core`, `red-flag`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Requirement::Core => "core",
            Requirement::Optional => "optional",
            Requirement::Second => "second",
            Requirement::Exclude => "exclude",
            Requirement::Companion => "companion",
            Requirement::Metabolic => "metabolic",
            Requirement::Alternative => "alternative",
            Requirement::RedFlag => "red-flag",
            Requirement::Conditional => "conditional",
            Requirement::Site => "site",
            Requirement::NotRoutine => "not-routine",
            Requirement::DoNotOrder => "do-not-order",
        }
    }

    /// As printed.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Requirement::Second => "second line",
            Requirement::Exclude => "to exclude another cause",
            Requirement::RedFlag => "red flag",
            Requirement::Site => "as the clinic decides",
            Requirement::NotRoutine => "not routinely",
            Requirement::DoNotOrder => "do not order",
            other => other.as_str(),
        }
    }

    /// False for what a work-up names in order to say that it is not wanted.
    #[must_use]
    pub fn is_wanted(self) -> bool {
        !matches!(self, Requirement::NotRoutine | Requirement::DoNotOrder)
    }
}

/// How far the source of a row was found to support it.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Verified {
    /// A part of it.
    Part,
}

/// Something to ask.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionRow {
    /// The question.
    pub ask: String,
    /// Belongs on the confidential part.
    #[serde(default)]
    pub confidential: bool,
    /// Key of the source, `unsourced` or `proposal`.
    pub source: String,
}
