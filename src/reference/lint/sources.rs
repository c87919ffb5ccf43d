//! Sources: each key that is used is defined, and each that is defined is used.

use std::collections::BTreeSet;

use super::file::Report;
use super::spans::Step;
use crate::reference::schema::{AnalyteFile, UNSOURCED};

/// Longest quotation from a source, in characters: one short sentence.
const LONGEST: usize = 200;

pub(super) fn check(file: &AnalyteFile, report: &mut Report<'_>) {
    let mut used: Vec<(Vec<Step<'_>>, &str)> = vec![(
        vec!["plausible".into(), "source".into()],
        &file.plausible.source,
    )];
    let rows = |table: &'static str, i: usize| -> Vec<Step<'static>> {
        vec![table.into(), i.into(), "source".into()]
    };
    for (i, row) in file.conversions.iter().enumerate() {
        used.push((rows("conversions", i), &row.source));
    }
    for (i, row) in file.intervals.iter().enumerate() {
        used.push((rows("intervals", i), &row.source));
        if row.source == UNSOURCED && row.note.is_none() {
            report.warning(
                &["intervals".into(), i.into(), "source".into()],
                "an unsourced interval without a note".to_string(),
                "say in a note where it is said to come from, or cite the source",
            );
        }
    }
    for (i, row) in file.critical.iter().enumerate() {
        used.push((rows("critical", i), &row.source));
    }
    if let Some(row) = &file.hemolysis {
        used.push((vec!["hemolysis".into(), "source".into()], &row.source));
        if let Some(slope) = &row.slope {
            let path = vec!["hemolysis".into(), "slope".into(), "source".into()];
            used.push((path, &slope.source));
        }
    }
    for (table, row) in [("icterus", &file.icterus), ("lipemia", &file.lipemia)] {
        if let Some(row) = row {
            used.push((vec![table.into(), "source".into()], &row.source));
        }
    }
    let mut keys = BTreeSet::new();
    for (path, key) in used {
        if key != UNSOURCED && !file.sources.contains_key(key) {
            report.error(
                &path,
                format!("source `{key}` is not defined"),
                "add a [sources] table with its title, or write \"unsourced\": such a row judges nothing",
            );
        }
        keys.insert(key);
    }
    for (key, source) in &file.sources {
        let path = ["sources".into(), key.as_str().into()];
        if key == UNSOURCED {
            report.error(
                &path,
                "a source cannot be called `unsourced`".to_string(),
                "give it another key",
            );
        } else if !keys.contains(key.as_str()) {
            report.error(
                &path,
                format!("source `{key}` is defined and not used"),
                "use it on a line, or take the table away",
            );
        }
        if source.title.trim().is_empty() {
            report.error(
                &path,
                format!("source `{key}` has no title"),
                "write what it is",
            );
        }
        if source
            .says
            .as_ref()
            .is_some_and(|says| LONGEST < says.chars().count())
        {
            report.warning(
                &path,
                format!("the quotation of `{key}` is longer than one short sentence"),
                "shorten it",
            );
        }
    }
}
