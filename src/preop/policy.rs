//! A policy: limits of action, windows of validity and indicated tests, as data with an owner.
//!
//! The bundled one is an example. A site copies it, changes it, puts its own name to it and gives it
//! with `--policy`.

mod check;
mod limit;
pub mod schema;
mod sense;
mod taken;

use crate::age::AgePoint;
use crate::error::Result;
use crate::reference::lint::Finding;
pub(super) use crate::reference::lint::rows::alternatives;
use crate::reference::lint::rows::{self, PROPOSAL};
use crate::reference::{Catalog, bundled_text};
pub(super) use limit::{Limit, Of, Side, Test, With};
use schema::{ContextRow, GroupRow, IndicatedRow, PolicyFile, QuestionRow, WindowRow};
pub(super) use taken::Taken;

/// A policy, checked.
#[derive(Debug)]
pub struct Policy {
    file: PolicyFile,
    limits: Vec<Limit>,
    from_age: AgePoint,
    text: String,
}

impl Policy {
    /// Where the bundled example lies.
    pub const BUNDLED: &'static str = "reference_ranges/preop/example-adult-elective.toml";

    /// The bundled example.
    ///
    /// # Errors
    /// Never in a build whose tests passed.
    pub fn bundled(catalog: &Catalog) -> Result<Policy> {
        Policy::parse(Policy::BUNDLED, Policy::bundled_text(), catalog)
    }

    /// The bundled example as it is written, to be copied and changed.
    #[must_use]
    pub fn bundled_text() -> &'static str {
        let folder = "reference_ranges/".len();
        bundled_text(&Policy::BUNDLED[folder..])
    }

    /// Reads a policy. `label` names the file in messages.
    ///
    /// # Errors
    /// If something in it is wrong: the first finding, with line and column.
    pub fn parse(label: &str, text: &str, catalog: &Catalog) -> Result<Policy> {
        let file: PolicyFile = rows::read(label, text)?;
        let (limits, findings) = check::check(label, text, &file, catalog);
        if let Some(finding) = findings.into_iter().find(Finding::is_error) {
            return Err(finding.into_error());
        }
        let from_age = AgePoint::read(&file.policy.from_age).unwrap_or(AgePoint::years(u32::MAX));
        Ok(Policy {
            file,
            limits,
            from_age,
            text: text.to_string(),
        })
    }

    /// Everything that is wrong or suspect in a policy.
    #[must_use]
    pub fn lint(label: &str, text: &str, catalog: &Catalog) -> Vec<Finding> {
        match rows::read(label, text) {
            Ok(file) => check::check(label, text, &file, catalog).1,
            Err(error) => vec![Finding::of(&error)],
        }
    }

    /// True if a text looks like a policy, not like an analyte's file.
    #[must_use]
    pub fn is_policy(text: &str) -> bool {
        rows::has_table(text, "[policy]")
    }

    /// Its head.
    #[must_use]
    pub fn head(&self) -> &schema::Head {
        &self.file.policy
    }

    /// The file as read, whose digest goes on the sheet.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Youngest age, inclusive.
    #[must_use]
    pub fn from_age(&self) -> AgePoint {
        self.from_age
    }

    /// The contexts that may be given.
    #[must_use]
    pub fn contexts(&self) -> &[ContextRow] {
        &self.file.context
    }

    /// The groups of tests.
    #[must_use]
    pub fn groups(&self) -> &[GroupRow] {
        &self.file.group
    }

    /// The guideline's cells.
    #[must_use]
    pub fn indicated(&self) -> &[IndicatedRow] {
        &self.file.indicated
    }

    /// The windows in force.
    pub fn windows(&self) -> impl Iterator<Item = &WindowRow> {
        self.file.window.iter().filter(|row| row.in_force)
    }

    /// What is asked.
    #[must_use]
    pub fn questions(&self) -> &[QuestionRow] {
        &self.file.question
    }

    /// The limits in force, of one analyte.
    pub(super) fn limits_of<'p>(&'p self, analyte: &'p str) -> impl Iterator<Item = &'p Limit> {
        self.limits
            .iter()
            .filter(move |limit| limit.row.in_force && limit.row.analyte == analyte)
    }

    /// The rows of all limits, in force or not, as written.
    #[must_use]
    pub fn limit_rows(&self) -> &[schema::LimitRow] {
        &self.file.limit
    }

    /// The rows of all windows, in force or not.
    #[must_use]
    pub fn window_rows(&self) -> &[WindowRow] {
        &self.file.window
    }

    /// True if a low result of the analyte never reaches the front of a sheet.
    #[must_use]
    pub fn is_low_no_news(&self, analyte: &str) -> bool {
        self.file
            .policy
            .low_is_no_news
            .iter()
            .any(|id| id == analyte)
    }

    /// True if the analyte belongs on the confidential part.
    #[must_use]
    pub fn is_confidential(&self, analyte: &str) -> bool {
        self.file
            .group
            .iter()
            .any(|group| group.confidential && group.names(analyte))
    }

    /// True if a row that names no known analyte belongs there, by the words of its name.
    #[must_use]
    pub fn is_confidential_name(&self, name: &str) -> bool {
        self.confidential_group(None, name).is_some()
    }

    /// The confidential group to which a row belongs: by its analyte, or by the words of its name.
    pub(super) fn confidential_group(
        &self,
        analyte: Option<&str>,
        name: &str,
    ) -> Option<&GroupRow> {
        let name = name.to_lowercase();
        let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
        let apart = format!(" {} ", words.join(" "));
        let is_said = |word: &String| name.contains(word.as_str()) || apart.contains(word.as_str());
        self.file
            .group
            .iter()
            .filter(|group| group.confidential)
            .find(|group| match analyte {
                Some(analyte) => group.names(analyte),
                None => group.words.iter().any(is_said),
            })
    }

    /// The title behind the key of a source.
    #[must_use]
    pub fn source_title<'a>(&'a self, key: &'a str) -> &'a str {
        match key {
            UNSOURCED => "unsourced: working knowledge",
            PROPOSAL => "a proposal, no source",
            key => self.file.sources.get(key).map_or(key, |row| &row.title),
        }
    }
}

/// Key of a source that is none.
const UNSOURCED: &str = crate::reference::schema::UNSOURCED;

/// True where no source stands behind a key.
pub(crate) fn is_unsourced(key: &str) -> bool {
    key == UNSOURCED || key == PROPOSAL
}

impl GroupRow {
    /// True if the analyte is one of the group's tests.
    #[must_use]
    pub fn names(&self, analyte: &str) -> bool {
        self.tests
            .iter()
            .any(|test| alternatives(test).any(|id| id == analyte))
    }
}
