//! What can be known to be wrong in a policy, with its place.

use std::collections::HashSet;

use super::alternatives;
use super::limit::{Limit, Test, With};
use super::schema::PolicyFile;
use super::sense;
use super::taken::Taken;
use crate::age::AgePoint;
use crate::reference::Catalog;
use crate::reference::lint::Finding;
use crate::reference::lint::rows::RowCheck;
use crate::reference::lint::spans::Step;

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

struct Check<'c> {
    rows: RowCheck<'c>,
    file: &'c PolicyFile,
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
        rows: RowCheck::new(label, text, &file.sources, catalog),
        file,
    };
    check.head();
    check.contexts();
    check.groups();
    check.indicated();
    check.windows();
    let limits = check.limits();
    sense::whole(&mut check.rows, file, &limits);
    for (at, row) in file.question.iter().enumerate() {
        let path = |key| [Step::Key("question"), Step::At(at), Step::Key(key)];
        check.known_contexts(&row.when, &path("when"));
        check.known_contexts(&row.unless, &path("unless"));
        check.rows.words(&row.ask, &path("ask"));
        check.rows.source(&row.source, &path("source"));
    }
    (limits, check.rows.finish())
}

impl<'c> Check<'c> {
    fn head(&mut self) {
        let head = &self.file.policy;
        let path = |key| [Step::Key("policy"), Step::Key(key)];
        for (key, text) in [
            ("id", &head.id),
            ("version", &head.version),
            ("title", &head.title),
            ("owner", &head.owner),
        ] {
            self.rows.printed(text, key, &path(key));
        }
        match AgePoint::read(&head.from_age) {
            None => {
                let problem = format!("from_age {:?} is no age", head.from_age);
                self.rows
                    .error(&path("from_age"), problem, "write it as \"16 y\"");
            }
            // It is what keeps the limits of adults from a child.
            Some(from) if from.days() <= 0.0 => {
                let problem = format!("from_age {:?} refuses nobody", head.from_age);
                self.rows.error(
                    &path("from_age"),
                    problem,
                    "limits of adults are none of a child: write \"16 y\", or from which age it holds",
                );
            }
            Some(_) => {}
        }
        if head.effective.parse::<jiff::civil::Date>().is_err() {
            let problem = format!("effective {:?} is no date", head.effective);
            self.rows
                .error(&path("effective"), problem, "write it as 2026-12-01");
        }
        self.rows.source(&head.source, &path("source"));
    }

    fn contexts(&mut self) {
        let mut seen = HashSet::new();
        for (at, row) in self.file.context.iter().enumerate() {
            let path = |key| [Step::Key("context"), Step::At(at), Step::Key(key)];
            if !seen.insert(row.name.as_str()) || KNOWN_ALONE.contains(&row.name.as_str()) {
                let problem = format!("context `{}` is defined twice", row.name);
                self.rows.error(&path("name"), problem, "keep one");
            }
            let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if row.name.is_empty() || !row.name.chars().all(kebab) || row.name.starts_with("no-") {
                let problem = format!("context `{}` is no name in kebab-case", row.name);
                let advice = "small letters, digits and hyphens; no- at its start means its denial";
                self.rows.error(&path("name"), problem, advice);
            }
            if let Some(age) = &row.from_age
                && AgePoint::read(age).is_none()
            {
                let problem = format!("from_age {age:?} is no age");
                self.rows
                    .error(&path("from_age"), problem, "write it as \"65 y\"");
            }
            if let Some(taken) = &row.taken
                && Taken::read(taken).is_none()
            {
                let problem = format!("taken {taken:?} is no time of a sample");
                let advice = "write \"day-of-surgery\", or hours as \"08:00-09:00\"";
                self.rows.error(&path("taken"), problem, advice);
            }
            self.known_contexts(&row.implied_by, &path("implied_by"));
            self.rows.words(&row.ask, &path("ask"));
            self.rows.source(&row.source, &path("source"));
        }
    }

    fn groups(&mut self) {
        let mut seen = HashSet::new();
        for (at, row) in self.file.group.iter().enumerate() {
            let path = |key| [Step::Key("group"), Step::At(at), Step::Key(key)];
            if !seen.insert(row.id.as_str()) {
                let problem = format!("group `{}` is defined twice", row.id);
                self.rows.error(&path("id"), problem, "keep one");
            }
            for id in row.tests.iter().flat_map(|test| alternatives(test)) {
                self.rows.analyte(id, &path("tests"));
            }
        }
    }

    fn indicated(&mut self) {
        for (at, row) in self.file.indicated.iter().enumerate() {
            let path = |key| [Step::Key("indicated"), Step::At(at), Step::Key(key)];
            if self.file.group.iter().all(|group| group.id != row.group) {
                let problem = format!("group `{}` is not defined", row.group);
                self.rows
                    .error(&path("group"), problem, "add a [[group]] with this id");
            }
            if let Some(asa) = row.asa.iter().find(|asa| !(1..=4).contains(*asa)) {
                let problem = format!("ASA grade {asa} is none of 1 to 4");
                self.rows.error(&path("asa"), problem, "correct it");
            }
            self.known_contexts(row.when.as_slice(), &path("when"));
            self.known_contexts(row.unless.as_slice(), &path("unless"));
            self.rows.source(&row.source, &path("source"));
        }
    }

    fn windows(&mut self) {
        for (at, row) in self.file.window.iter().enumerate() {
            let path = |key| [Step::Key("window"), Step::At(at), Step::Key(key)];
            for test in &row.tests {
                let is_group = self.file.group.iter().any(|group| group.id == *test);
                if test != "*" && !is_group {
                    self.rows.analyte(test, &path("tests"));
                }
            }
            self.known_contexts(&row.when, &path("when"));
            self.rows.source(&row.source, &path("source"));
        }
    }

    fn limits(&mut self) -> Vec<Limit> {
        let mut limits = Vec::new();
        for (at, row) in self.file.limit.iter().enumerate() {
            let path = |key| [Step::Key("limit"), Step::At(at), Step::Key(key)];
            self.known_contexts(&row.when, &path("when"));
            self.known_contexts(&row.unless, &path("unless"));
            self.rows.words(&row.says, &path("says"));
            self.rows.source(&row.source, &path("source"));
            if row.owner.trim().is_empty() {
                let problem = "a limit without an owner".to_string();
                self.rows
                    .error(&path("owner"), problem, "say whose limit it is");
            }
            let Some(analyte) = self.rows.analyte(&row.analyte, &path("analyte")) else {
                continue;
            };
            let mut tests = Vec::new();
            for (key, text) in std::iter::once(("crossed", &row.crossed))
                .chain(row.also.iter().map(|text| ("also", text)))
            {
                match Test::read(text, analyte) {
                    Ok(test) => tests.push(test),
                    Err(problem) => self.rows.error(
                        &path(key),
                        problem,
                        "write it as \"< 2.5 mmol/L\", \">= 3 ULN\" or \"inside\"; units in UCUM",
                    ),
                }
            }
            sense::limit(&mut self.rows, at, row, analyte, &tests);
            let mut with = Vec::new();
            for text in &row.with {
                match With::read(text, self.rows.catalog) {
                    Ok(alternatives) => with.push(alternatives),
                    Err(problem) => self.rows.error(
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
                self.rows.error(
                    &path("rise_within_hours"),
                    problem,
                    "write it as [0.0, 12.0]",
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

    fn known_contexts<'n>(
        &mut self,
        names: impl IntoIterator<Item = &'n String>,
        path: &[Step<'_>],
    ) {
        for name in names {
            let defined = self.file.context.iter().any(|row| row.name == *name);
            if !defined && !KNOWN_ALONE.contains(&name.as_str()) {
                self.rows.error(
                    path,
                    format!("context `{name}` is not defined"),
                    "add a [[context]] with this name",
                );
            }
        }
    }
}
