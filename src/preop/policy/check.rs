//! What can be known to be wrong in a policy, with its place.

use std::collections::HashSet;

use super::limit::{Limit, Test, With};
use super::schema::PolicyFile;
use super::{PROPOSAL, UNSOURCED, alternatives};
use crate::age::AgePoint;
use crate::reference::lint::spans::{Spans, Step};
use crate::reference::lint::{Finding, Severity};
use crate::reference::{Analyte, Catalog};

/// Contexts that the program knows by itself.
pub(crate) const KNOWN_ALONE: &[&str] = &[
    "minor",
    "intermediate",
    "major",
    "asa-1",
    "asa-2",
    "asa-3",
    "asa-4",
    "female",
    "male",
];

/// Words that a sheet never says of a patient: nobody is cleared by a computer.
const NEVER_SAID: &[&str] = &["fit", "cleared", "safe"];

/// Words that begin an instruction about a drug; the sheet names the question, not the prescription.
const NO_PRESCRIPTION: &[&str] = &["omit", "withhold", "halve"];

struct Check<'c> {
    label: &'c str,
    spans: Option<Spans<'c>>,
    file: &'c PolicyFile,
    catalog: &'c Catalog,
    used_sources: HashSet<&'c str>,
    findings: Vec<Finding>,
}

/// The limits, read, and everything that is wrong. A limit that cannot be read is left out, with an
/// error.
pub(super) fn check(
    label: &str,
    text: &str,
    file: &PolicyFile,
    catalog: &Catalog,
) -> (Vec<Limit>, Vec<Finding>) {
    let mut check = Check {
        label,
        spans: Spans::parse(label, text).ok(),
        file,
        catalog,
        used_sources: HashSet::new(),
        findings: Vec::new(),
    };
    check.head();
    check.contexts();
    check.groups();
    check.indicated();
    check.windows();
    let limits = check.limits();
    for (at, row) in file.question.iter().enumerate() {
        let path = |key| [Step::Key("question"), Step::At(at), Step::Key(key)];
        check.known_contexts(&row.when, &path("when"));
        check.known_contexts(&row.unless, &path("unless"));
        check.words(&row.ask, &path("ask"));
        check.source(&row.source, &path("source"));
    }
    check.unused_sources();
    check
        .findings
        .sort_by(|a, b| (a.place, &a.problem).cmp(&(b.place, &b.problem)));
    (limits, check.findings)
}

impl<'c> Check<'c> {
    fn add(&mut self, path: &[Step<'_>], severity: Severity, problem: String, advice: &str) {
        self.findings.push(Finding {
            file: self.label.to_string(),
            place: self.spans.as_ref().map(|spans| spans.place(path)),
            severity,
            problem,
            advice: advice.to_string(),
        });
    }

    fn error(&mut self, path: &[Step<'_>], problem: String, advice: &str) {
        self.add(path, Severity::Error, problem, advice);
    }

    fn head(&mut self) {
        let head = &self.file.policy;
        let path = |key| [Step::Key("policy"), Step::Key(key)];
        for (key, text) in [
            ("id", &head.id),
            ("version", &head.version),
            ("title", &head.title),
            ("owner", &head.owner),
        ] {
            if text.trim().is_empty() {
                self.error(
                    &path(key),
                    format!("{key} is empty"),
                    "every sheet prints it",
                );
            }
        }
        if AgePoint::read(&head.from_age).is_none() {
            let problem = format!("from_age {:?} is no age", head.from_age);
            self.error(&path("from_age"), problem, "write it as \"16 y\"");
        }
        if head.effective.parse::<jiff::civil::Date>().is_err() {
            let problem = format!("effective {:?} is no date", head.effective);
            self.error(&path("effective"), problem, "write it as 2026-12-01");
        }
        self.source(&head.source, &path("source"));
    }

    fn contexts(&mut self) {
        let mut seen = HashSet::new();
        for (at, row) in self.file.context.iter().enumerate() {
            let path = |key| [Step::Key("context"), Step::At(at), Step::Key(key)];
            if !seen.insert(row.name.as_str()) || KNOWN_ALONE.contains(&row.name.as_str()) {
                let problem = format!("context `{}` is defined twice", row.name);
                self.error(&path("name"), problem, "keep one");
            }
            let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if row.name.is_empty() || !row.name.chars().all(kebab) || row.name.starts_with("no-") {
                let problem = format!("context `{}` is no name in kebab-case", row.name);
                let advice = "small letters, digits and hyphens; no- at its start means its denial";
                self.error(&path("name"), problem, advice);
            }
            if let Some(age) = &row.from_age
                && AgePoint::read(age).is_none()
            {
                let problem = format!("from_age {age:?} is no age");
                self.error(&path("from_age"), problem, "write it as \"65 y\"");
            }
            self.known_contexts(&row.implied_by, &path("implied_by"));
            self.words(&row.ask, &path("ask"));
            self.source(&row.source, &path("source"));
        }
    }

    fn groups(&mut self) {
        let mut seen = HashSet::new();
        for (at, row) in self.file.group.iter().enumerate() {
            let path = |key| [Step::Key("group"), Step::At(at), Step::Key(key)];
            if !seen.insert(row.id.as_str()) {
                let problem = format!("group `{}` is defined twice", row.id);
                self.error(&path("id"), problem, "keep one");
            }
            for id in row.tests.iter().flat_map(|test| alternatives(test)) {
                self.analyte(id, &path("tests"));
            }
        }
    }

    fn indicated(&mut self) {
        for (at, row) in self.file.indicated.iter().enumerate() {
            let path = |key| [Step::Key("indicated"), Step::At(at), Step::Key(key)];
            if self.file.group.iter().all(|group| group.id != row.group) {
                let problem = format!("group `{}` is not defined", row.group);
                self.error(&path("group"), problem, "add a [[group]] with this id");
            }
            if let Some(asa) = row.asa.iter().find(|asa| !(1..=4).contains(*asa)) {
                let problem = format!("ASA grade {asa} is none of 1 to 4");
                self.error(&path("asa"), problem, "correct it");
            }
            self.known_contexts(row.when.as_slice(), &path("when"));
            self.known_contexts(row.unless.as_slice(), &path("unless"));
            self.source(&row.source, &path("source"));
        }
    }

    fn windows(&mut self) {
        for (at, row) in self.file.window.iter().enumerate() {
            let path = |key| [Step::Key("window"), Step::At(at), Step::Key(key)];
            for test in &row.tests {
                let is_group = self.file.group.iter().any(|group| group.id == *test);
                if test != "*" && !is_group {
                    self.analyte(test, &path("tests"));
                }
            }
            self.known_contexts(&row.when, &path("when"));
            self.source(&row.source, &path("source"));
        }
    }

    fn limits(&mut self) -> Vec<Limit> {
        let mut limits = Vec::new();
        for (at, row) in self.file.limit.iter().enumerate() {
            let path = |key| [Step::Key("limit"), Step::At(at), Step::Key(key)];
            self.known_contexts(&row.when, &path("when"));
            self.known_contexts(&row.unless, &path("unless"));
            self.words(&row.says, &path("says"));
            self.source(&row.source, &path("source"));
            if row.owner.trim().is_empty() {
                let problem = "a limit without an owner".to_string();
                self.error(&path("owner"), problem, "say whose limit it is");
            }
            let Some(analyte) = self.analyte(&row.analyte, &path("analyte")) else {
                continue;
            };
            let mut tests = Vec::new();
            for (key, text) in std::iter::once(("crossed", &row.crossed))
                .chain(row.also.iter().map(|text| ("also", text)))
            {
                match Test::read(text, analyte) {
                    Ok(test) => tests.push(test),
                    Err(problem) => self.error(
                        &path(key),
                        problem,
                        "write it as \"< 2.5 mmol/L\", \">= 3 ULN\" or \"inside\"; units in UCUM",
                    ),
                }
            }
            let mut with = Vec::new();
            for text in &row.with {
                match With::read(text, self.catalog) {
                    Ok(alternatives) => with.push(alternatives),
                    Err(problem) => self.error(
                        &path("with"),
                        problem,
                        "write it as \"free_t4 < 1 LLN\"; join alternatives with ` or `",
                    ),
                }
            }
            if let Some((from, to)) = row.rise_within_hours
                && !(0.0 <= from && from < to)
            {
                let problem = "rise_within_hours is no span".to_string();
                self.error(
                    &path("rise_within_hours"),
                    problem,
                    "write it as [6.0, 12.0]",
                );
            }
            limits.push(Limit {
                row: row.clone(),
                tests,
                with,
            });
        }
        limits
    }

    fn analyte(&mut self, id: &str, path: &[Step<'_>]) -> Option<&'c Analyte> {
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

    fn known_contexts<'n>(
        &mut self,
        names: impl IntoIterator<Item = &'n String>,
        path: &[Step<'_>],
    ) {
        for name in names {
            let defined = self.file.context.iter().any(|row| row.name == *name);
            if !defined && !KNOWN_ALONE.contains(&name.as_str()) {
                self.error(
                    path,
                    format!("context `{name}` is not defined"),
                    "add a [[context]] with this name",
                );
            }
        }
    }

    fn words(&mut self, text: &str, path: &[Step<'_>]) {
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
        if let Some(word) = NO_PRESCRIPTION.iter().find(said) {
            let problem = format!("{word:?} sounds like a prescription");
            self.add(
                path,
                Severity::Warning,
                problem,
                "name the question; the prescriber decides",
            );
        }
    }

    fn source(&mut self, key: &'c str, path: &[Step<'_>]) {
        self.used_sources.insert(key);
        if key != UNSOURCED && key != PROPOSAL && !self.file.sources.contains_key(key) {
            self.error(
                path,
                format!("source `{key}` is not defined"),
                "add [sources.KEY], or write unsourced or proposal",
            );
        }
    }

    fn unused_sources(&mut self) {
        let unused: Vec<String> = self
            .file
            .sources
            .keys()
            .filter(|key| !self.used_sources.contains(key.as_str()))
            .cloned()
            .collect();
        for key in unused {
            self.add(
                &[Step::Key("sources"), Step::Key(&key)],
                Severity::Warning,
                format!("source `{key}` is not used"),
                "use it or remove it",
            );
        }
    }
}
