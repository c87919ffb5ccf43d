//! Checks that every file of rows with sources shares: a policy, a work-up.

mod prescription;

use std::collections::{BTreeMap, HashSet};

use serde::de::DeserializeOwned;

use super::spans::{Spans, Step, parse_error};
use super::{Finding, Severity};
use crate::error::Result;
use crate::reference::schema::{SourceRow, UNSOURCED};
use crate::reference::{Analyte, Catalog};

/// Key of what the file proposes itself.
pub(crate) const PROPOSAL: &str = "proposal";

/// Words that a sheet never says of a patient: nobody is cleared by a computer.
const NEVER_SAID: &[&str] = &["fit", "cleared", "safe"];

/// Words that begin an instruction about a drug; the sheet names the question, not the prescription.
const NO_PRESCRIPTION: &[&str] = &["omit", "withhold", "halve"];

/// Reads a file in its form. `label` names it in messages.
///
/// # Errors
/// If it is no TOML, or has another form: with line and column.
pub(crate) fn read<T: DeserializeOwned>(label: &str, text: &str) -> Result<T> {
    // The parse that keeps places comes first: its message has line and column.
    Spans::parse(label, text)?;
    toml::from_str(text).map_err(|error| parse_error(label, text, &error))
}

/// True if a text has this table, by which a kind of file is told.
pub(crate) fn has_table(text: &str, table: &str) -> bool {
    text.lines().any(|line| line.trim() == table)
}

/// The analytes of which any one serves: `inr|pt`.
pub(crate) fn alternatives(test: &str) -> impl Iterator<Item = &str> {
    test.split('|').map(str::trim)
}

/// What was found in one file so far.
pub(crate) struct RowCheck<'c> {
    label: &'c str,
    spans: Option<Spans<'c>>,
    sources: &'c BTreeMap<String, SourceRow>,
    used_sources: HashSet<&'c str>,
    pub(crate) catalog: &'c Catalog,
    findings: Vec<Finding>,
}

impl<'c> RowCheck<'c> {
    /// Nothing found yet.
    pub(crate) fn new(
        label: &'c str,
        text: &'c str,
        sources: &'c BTreeMap<String, SourceRow>,
        catalog: &'c Catalog,
    ) -> RowCheck<'c> {
        RowCheck {
            label,
            spans: Spans::parse(label, text).ok(),
            sources,
            used_sources: HashSet::new(),
            catalog,
            findings: Vec::new(),
        }
    }

    /// Adds a finding at the place to which `path` leads.
    pub(crate) fn add(
        &mut self,
        path: &[Step<'_>],
        severity: Severity,
        problem: String,
        advice: &str,
    ) {
        self.findings.push(Finding {
            file: self.label.to_string(),
            place: self.spans.as_ref().map(|spans| spans.place(path)),
            severity,
            problem,
            advice: advice.to_string(),
        });
    }

    /// Adds what is wrong, not merely suspect.
    pub(crate) fn error(&mut self, path: &[Step<'_>], problem: String, advice: &str) {
        self.add(path, Severity::Error, problem, advice);
    }

    /// A key of the head that every sheet prints.
    pub(crate) fn printed(&mut self, text: &str, key: &str, path: &[Step<'_>]) {
        if text.trim().is_empty() {
            self.error(path, format!("{key} is empty"), "every sheet prints it");
        }
    }

    /// The analyte of an id.
    pub(crate) fn analyte(&mut self, id: &str, path: &[Step<'_>]) -> Option<&'c Analyte> {
        let analyte = self.catalog.analyte(id);
        if analyte.is_none() {
            self.error(
                path,
                format!("analyte `{id}` is not known"),
                "`serumcheck explain --list` has the ids",
            );
        }
        analyte
    }

    /// A text that stands on a sheet.
    pub(crate) fn words(&mut self, text: &str, path: &[Step<'_>]) {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .map(str::to_lowercase)
            .collect();
        let said = |word: &&&str| words.iter().any(|own| own == **word);
        if let Some(word) = NEVER_SAID.iter().find(said) {
            let problem = format!("the sheet must not say {word:?}");
            let advice = "it is no decision that surgery goes ahead; say what to do or to ask";
            self.error(path, problem, advice);
        }
        let withheld = NO_PRESCRIPTION.iter().find(said);
        let prescribed = withheld.map(|word| (*word).to_string());
        if let Some(word) = prescribed.or_else(|| prescription::sounding(text)) {
            let problem = format!("{word:?} sounds like a prescription");
            self.add(
                path,
                Severity::Warning,
                problem,
                "name the question; the prescriber decides",
            );
        }
    }

    /// The source of a row.
    pub(crate) fn source(&mut self, key: &'c str, path: &[Step<'_>]) {
        self.used_sources.insert(key);
        if key != UNSOURCED && key != PROPOSAL && !self.sources.contains_key(key) {
            self.error(
                path,
                format!("source `{key}` is not defined"),
                "add [sources.KEY], or write unsourced or proposal",
            );
        }
    }

    /// Everything found, in the order of the file; with the sources that no row named.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        let sources = self.sources;
        for key in sources.keys() {
            if !self.used_sources.contains(key.as_str()) {
                self.add(
                    &[Step::Key("sources"), Step::Key(key)],
                    Severity::Warning,
                    format!("source `{key}` is not used"),
                    "use it or remove it",
                );
            }
        }
        self.findings
            .sort_by(|a, b| (a.place, &a.problem).cmp(&(b.place, &b.problem)));
        self.findings
    }
}
