//! Work-ups: which tests one question asks for (hair loss, itch), held against what is in the file.
//!
//! A work-up is data with an owner. The bundled ones are examples; a clinic gives its own with
//! `--workup`. [`review`] makes the sheet of one patient: what is there, what is not, what lies outside
//! its limits, and how well the work-up itself is sourced. It judges nobody.

mod check;
mod review;
pub mod schema;
pub mod sheet;
mod standing;

use crate::error::{Error, Result};
use crate::preop::Policy;
use crate::preop::entry::Entry;
use crate::reference::lint::Finding;
use crate::reference::lint::rows::{self, alternatives};
use crate::reference::{Catalog, bundled_text, files_in};
pub use review::review;
use schema::WorkupFile;
pub use sheet::Review;

/// A work-up, checked.
#[derive(Debug)]
pub struct Workup {
    file: WorkupFile,
    text: String,
    /// Analytes of the confidential rows.
    confidential: Vec<String>,
    /// What the policy keeps apart stays apart here too, whatever a work-up says.
    policy: Policy,
}

impl Workup {
    /// Names of the bundled work-ups, in order.
    #[must_use]
    pub fn known() -> Vec<String> {
        files_in(FOLDER)
    }

    /// Where a bundled one lies.
    #[must_use]
    pub fn path(name: &str) -> String {
        format!("reference_ranges/{FOLDER}/{name}.toml")
    }

    /// A bundled one as it is written, to be copied and changed; empty if there is none.
    #[must_use]
    pub fn bundled_text(name: &str) -> &'static str {
        bundled_text(&format!("{FOLDER}/{name}.toml"))
    }

    /// A bundled one by its name.
    ///
    /// # Errors
    /// If there is none of this name: the known ones are listed.
    pub fn bundled(name: &str, catalog: &'static Catalog) -> Result<Workup> {
        if Workup::known().iter().all(|known| known != name) {
            return Err(Error::new(
                "",
                format!("{name:?} is not one of the work-ups"),
                format!("known are: {}", Workup::known().join(", ")),
            ));
        }
        Workup::parse(&Workup::path(name), Workup::bundled_text(name), catalog)
    }

    /// Reads a work-up. `label` names the file in messages.
    ///
    /// # Errors
    /// If something in it is wrong: the first finding, with line and column.
    pub fn parse(label: &str, text: &str, catalog: &'static Catalog) -> Result<Workup> {
        let file: WorkupFile = rows::read(label, text)?;
        let findings = check::check(label, text, &file, catalog);
        if let Some(finding) = findings.into_iter().find(Finding::is_error) {
            return Err(finding.into_error());
        }
        let rows = file.test.iter().filter(|row| row.confidential);
        let confidential = rows
            .flat_map(|row| &row.analytes)
            .flat_map(|test| alternatives(test))
            .map(ToString::to_string)
            .collect();
        Ok(Workup {
            file,
            text: text.to_string(),
            confidential,
            policy: Policy::bundled(catalog)?,
        })
    }

    /// Everything that is wrong or suspect in a work-up.
    #[must_use]
    pub fn lint(label: &str, text: &str, catalog: &'static Catalog) -> Vec<Finding> {
        match rows::read(label, text) {
            Ok(file) => check::check(label, text, &file, catalog),
            Err(error) => vec![Finding::of(&error)],
        }
    }

    /// True if a text looks like a work-up, not like an analyte's file.
    #[must_use]
    pub fn is_workup(text: &str) -> bool {
        rows::has_table(text, "[workup]")
    }

    /// Its head.
    #[must_use]
    pub fn head(&self) -> &schema::Head {
        &self.file.workup
    }

    /// The file as read, whose digest goes on the sheet.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its parts, in the order of the sheet.
    #[must_use]
    pub fn parts(&self) -> &[schema::PartRow] {
        &self.file.part
    }

    /// The tests of all parts, in the order of the sheet.
    #[must_use]
    pub fn tests(&self) -> &[schema::TestRow] {
        &self.file.test
    }

    /// What is asked.
    #[must_use]
    pub fn questions(&self) -> &[schema::QuestionRow] {
        &self.file.question
    }

    /// True if results of the analyte belong on the confidential part.
    #[must_use]
    pub fn is_confidential(&self, analyte: &str) -> bool {
        self.confidential.iter().any(|id| id == analyte) || self.policy.is_confidential(analyte)
    }

    /// The same of a result, by its name where its analyte is not known.
    pub(crate) fn keeps_apart(&self, entry: &Entry) -> bool {
        match entry.analyte {
            Some(analyte) => self.is_confidential(&analyte.id),
            None => self.policy.is_confidential_name(&entry.name),
        }
    }

    /// True if a text tells what belongs on the confidential part.
    #[must_use]
    pub fn tells(&self, text: &str) -> bool {
        self.policy.is_confidential_name(text)
    }

    /// The title behind the key of a source; empty where no source stands behind it.
    #[must_use]
    pub fn source_title(&self, key: &str) -> &str {
        self.file.sources.get(key).map_or("", |row| &row.title)
    }
}

/// The folder of the bundled ones.
const FOLDER: &str = "workups";
