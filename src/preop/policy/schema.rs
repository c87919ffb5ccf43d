//! The form of a policy file (`reference_ranges/preop/*.toml`, `--policy FILE`), exactly as written
//! there. No unknown key is accepted: a misspelled `tire = "stop"` is an error with file and line.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::reference::schema::SourceRow;

mod keywords;

pub use keywords::{Recommendation, SurgeryGrade, Tier};

/// A whole policy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    /// Which policy, and who answers for it.
    pub policy: Head,
    /// Contexts of the patient that its rows may name.
    #[serde(default)]
    pub context: Vec<ContextRow>,
    /// Groups of tests, in the order of the sheet.
    #[serde(default)]
    pub group: Vec<GroupRow>,
    /// Which group of tests is indicated for which surgery and ASA grade.
    #[serde(default)]
    pub indicated: Vec<IndicatedRow>,
    /// How old a result may be on the day of surgery.
    #[serde(default)]
    pub window: Vec<WindowRow>,
    /// Limits of action.
    #[serde(default)]
    pub limit: Vec<LimitRow>,
    /// What is asked of every patient, or in a context.
    #[serde(default)]
    pub question: Vec<QuestionRow>,
    /// Sources by key.
    #[serde(default)]
    pub sources: BTreeMap<String, SourceRow>,
}

/// Which policy it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Id in kebab-case, printed on every sheet.
    pub id: String,
    /// Version; a changed limit changes it.
    pub version: String,
    /// Day from which it holds, `YYYY-MM-DD`.
    pub effective: String,
    /// Title.
    pub title: String,
    /// Who answers for its limits.
    pub owner: String,
    /// True for one that nobody has made his own yet: the sheet says so.
    #[serde(default)]
    pub example: bool,
    /// Youngest age on the day of surgery, inclusive (`"16 y"`).
    pub from_age: String,
    /// Whom it is for, and whom not.
    pub scope: String,
    /// Analytes of which a low result never reaches the front of a sheet.
    #[serde(default)]
    pub low_is_no_news: Vec<String>,
    /// Source of the scope.
    pub source: String,
}

/// A context of the patient (`diabetes`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContextRow {
    /// Its name on the command line, kebab-case.
    pub name: String,
    /// What a nurse asks to know it.
    pub ask: String,
    /// Other contexts of which each means this one too. Known without being given: `minor`,
    /// `intermediate`, `major`, `asa-1` … `asa-4`, `female`, `male`.
    #[serde(default)]
    pub implied_by: Vec<String>,
    /// Age on the day of surgery from which it holds (`"65 y"`).
    #[serde(default)]
    pub from_age: Option<String>,
    /// When a sample must have been taken for it to hold of a result: `day-of-surgery`, or hours (`"08:00-09:00"`). Asked only
    /// where the row does not say when.
    #[serde(default)]
    pub taken: Option<String>,
    /// Contexts in which a critical list does not call, as written there, that hold where this one does.
    #[serde(default)]
    pub answers: Vec<String>,
    /// Belongs on the confidential part.
    #[serde(default)]
    pub confidential: bool,
    /// Key of the source, `unsourced` or `proposal`.
    pub source: String,
    /// Remark.
    #[serde(default)]
    pub note: Option<String>,
}

/// A group of tests.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRow {
    /// Id in snake_case, as JSON prints it.
    pub id: String,
    /// Title on the sheet.
    pub title: String,
    /// Analyte ids; any one of `inr|pt` serves. Empty for what no laboratory export holds (an ECG).
    #[serde(default)]
    pub tests: Vec<String>,
    /// Belongs on the confidential part.
    #[serde(default)]
    pub confidential: bool,
    /// Parts of words, in small letters, by which a row that this program does not know is taken to be
    /// of the group: a confidential one stays confidential in urine, and under any name. Between blanks
    /// (` upt `), only as a whole word.
    #[serde(default)]
    pub words: Vec<String>,
}

/// One cell of a guideline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatedRow {
    /// Group of tests.
    pub group: String,
    /// Surgery grades; empty for any.
    #[serde(default)]
    pub surgery: Vec<SurgeryGrade>,
    /// ASA grades; empty for any.
    #[serde(default)]
    pub asa: Vec<u8>,
    /// What the guideline recommends.
    pub recommendation: Recommendation,
    /// Context without which the row does not hold. For `consider` it is asked.
    #[serde(default)]
    pub when: Option<String>,
    /// Context in which the row does not hold.
    #[serde(default)]
    pub unless: Option<String>,
    /// The condition in words, as the sheet prints it.
    #[serde(default)]
    pub condition: Option<String>,
    /// Key of the source, `unsourced` or `proposal`.
    pub source: String,
    /// `part` where the source supports only part of the row.
    #[serde(default)]
    pub verified: Option<String>,
    /// Remark.
    #[serde(default)]
    pub note: Option<String>,
}

/// How old a result may be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WindowRow {
    /// Analyte ids, group ids, or `*` for everything else. What is named most closely wins; among
    /// those, the shortest.
    pub tests: Vec<String>,
    /// Contexts that must all hold.
    #[serde(default)]
    pub when: Vec<String>,
    /// Days from collection to surgery, at most. 0: collected on the day of surgery.
    pub days: u32,
    /// Whose window.
    pub owner: String,
    /// False for what another source says and this policy does not follow.
    #[serde(default = "yes")]
    pub in_force: bool,
    /// Key of the source, `unsourced` or `proposal`.
    pub source: String,
    /// `part` where the source supports only part of the row.
    #[serde(default)]
    pub verified: Option<String>,
    /// Remark.
    #[serde(default)]
    pub note: Option<String>,
}

fn yes() -> bool {
    true
}

/// A limit of action.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitRow {
    /// Analyte id.
    pub analyte: String,
    /// When it is crossed: `"< 2.5 mmol/L"`, `">= 3 ULN"` (multiples of the upper reference limit),
    /// `"< 0.75 LLN"`, `"inside"`; units in UCUM.
    pub crossed: String,
    /// The same limit as published in other units; a result is compared in its own.
    #[serde(default)]
    pub also: Vec<String>,
    /// What follows.
    pub tier: Tier,
    /// Contexts that must all hold.
    #[serde(default)]
    pub when: Vec<String>,
    /// Contexts in which it does not hold.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Other analytes' current results that must hold too: `"free_t4 < 1 LLN"`; `a or b` for either.
    #[serde(default)]
    pub with: Vec<String>,
    /// `crossed` is the rise since an earlier result: at least and at most so many hours before.
    #[serde(default)]
    pub rise_within_hours: Option<(f64, f64)>,
    /// What the sheet says. No dose, no stopping of a drug, never "fit", "cleared" or "safe".
    pub says: String,
    /// Whose limit.
    pub owner: String,
    /// False for what another source says and this policy does not follow.
    #[serde(default = "yes")]
    pub in_force: bool,
    /// Key of the source, `unsourced` or `proposal`.
    pub source: String,
    /// `part` where the source supports only part of the row.
    #[serde(default)]
    pub verified: Option<String>,
    /// Remark.
    #[serde(default)]
    pub note: Option<String>,
}

/// Something to ask.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionRow {
    /// The question.
    pub ask: String,
    /// Contexts that must all hold; empty: asked of everyone.
    #[serde(default)]
    pub when: Vec<String>,
    /// Contexts in which it is not asked.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Belongs on the confidential part.
    #[serde(default)]
    pub confidential: bool,
    /// Key of the source, `unsourced` or `proposal`.
    pub source: String,
}
