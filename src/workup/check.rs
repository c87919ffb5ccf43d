//! What can be known to be wrong in a work-up, with its place.

use std::collections::HashSet;

use super::schema::{TestRow, WorkupFile};
use crate::reference::Catalog;
use crate::reference::lint::rows::{RowCheck, alternatives};
use crate::reference::lint::spans::Step;
use crate::reference::lint::{Finding, Severity};
use crate::text::fold_name;

/// Everything that is wrong or suspect.
pub(super) fn check(label: &str, text: &str, file: &WorkupFile, catalog: &Catalog) -> Vec<Finding> {
    let mut rows = RowCheck::new(label, text, &file.sources, catalog);
    head(&mut rows, file);
    parts(&mut rows, file);
    for (at, row) in file.test.iter().enumerate() {
        test(&mut rows, file, at, row);
    }
    for (at, row) in file.question.iter().enumerate() {
        let path = |key| [Step::Key("question"), Step::At(at), Step::Key(key)];
        rows.words(&row.ask, &path("ask"));
        rows.source(&row.source, &path("source"));
    }
    rows.finish()
}

fn head(rows: &mut RowCheck<'_>, file: &WorkupFile) {
    let head = &file.workup;
    let path = |key| [Step::Key("workup"), Step::Key(key)];
    for (key, text) in [
        ("id", &head.id),
        ("title", &head.title),
        ("version", &head.version),
        ("owner", &head.owner),
        ("scope", &head.scope),
    ] {
        rows.printed(text, key, &path(key));
        rows.words(text, &path(key));
    }
}

fn parts(rows: &mut RowCheck<'_>, file: &WorkupFile) {
    let mut seen = HashSet::new();
    for (at, row) in file.part.iter().enumerate() {
        let path = |key| [Step::Key("part"), Step::At(at), Step::Key(key)];
        rows.printed(&row.title, "title", &path("title"));
        rows.words(&row.title, &path("title"));
        rows.words(row.note.as_deref().unwrap_or(""), &path("note"));
        if !seen.insert(row.id.as_str()) {
            let problem = format!("part `{}` is defined twice", row.id);
            rows.error(&path("id"), problem, "keep one");
        }
        if file.test.iter().all(|test| test.part != row.id) {
            rows.add(
                &path("id"),
                Severity::Warning,
                format!("part `{}` has no test", row.id),
                "add a [[test]] to it, or remove it",
            );
        }
    }
    if file.part.is_empty() {
        let problem = "the work-up has no part".to_string();
        rows.error(
            &[Step::Key("workup")],
            problem,
            "add a [[part]] and its tests",
        );
    }
}

fn test<'c>(rows: &mut RowCheck<'c>, file: &'c WorkupFile, at: usize, row: &'c TestRow) {
    let path = |key| [Step::Key("test"), Step::At(at), Step::Key(key)];
    if file.part.iter().all(|part| part.id != row.part) {
        let problem = format!("part `{}` is not defined", row.part);
        rows.error(&path("part"), problem, "add a [[part]] with this id");
    }
    let element = |key, at_element| {
        [
            Step::Key("test"),
            Step::At(at),
            Step::Key(key),
            Step::At(at_element),
        ]
    };
    let mut seen = HashSet::new();
    for (at_element, test) in row.analytes.iter().enumerate() {
        let place = element("analytes", at_element);
        for id in alternatives(test) {
            rows.analyte(id, &place);
            if !seen.insert(id) {
                let problem = format!("analyte `{id}` is named twice in one test");
                rows.error(&place, problem, "keep one");
            }
        }
    }
    if row.analytes.is_empty() && row.not_in_catalog.is_empty() {
        let problem = "the test names nothing to look for".to_string();
        rows.error(
            &path("analytes"),
            problem,
            "name an analyte, or a test under not_in_catalog",
        );
    }
    for (at_element, name) in row.not_in_catalog.iter().enumerate() {
        let known = rows.catalog.by_name(&fold_name(name)).next();
        if let Some(known) = known {
            rows.add(
                &element("not_in_catalog", at_element),
                Severity::Warning,
                format!("{name:?} is known to this program"),
                &format!("name it under analytes: `{}`", known.analyte.id),
            );
        }
    }
    for (key, text) in [("timing", &row.timing), ("says", &row.says)] {
        rows.words(text, &path(key));
    }
    rows.words(row.note.as_deref().unwrap_or(""), &path("note"));
    rows.source(&row.source, &path("source"));
}
