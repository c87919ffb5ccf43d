//! One test of a work-up, with the results that answer it.

use serde::Serialize;

use super::json::{self, Earlier, SheetResult, some};
use crate::preop::sheet::ResultRow;
use crate::workup::sheet::{Line, Test};

#[derive(Serialize)]
pub(super) struct WorkUpTest<'a> {
    requirement: &'static str,
    timing: &'a str,
    says: &'a str,
    source: Option<&'a str>,
    strength: &'static str,
    /// The strength in words, as it must be shown; `null` for what is sourced.
    strength_words: Option<&'static str>,
    note: Option<&'a str>,
    analytes: Vec<Asked<'a>>,
    not_in_catalog: Vec<NotKnown<'a>>,
    confidential: bool,
}

/// A test that this program does not know.
#[derive(Serialize)]
struct NotKnown<'a> {
    name: &'a str,
    /// Rows that bear this very name.
    results: Vec<Newest<'a>>,
}

#[derive(Serialize)]
struct Asked<'a> {
    /// Any one of them serves.
    ids: &'a [String],
    name: &'a str,
    state: &'static str,
    reason: Option<&'a str>,
    last_usable: Option<Earlier<'a>>,
    confidential: bool,
    /// The newest.
    results: Vec<Newest<'a>>,
}

#[derive(Serialize)]
struct Newest<'a> {
    #[serde(flatten)]
    row: SheetResult<'a>,
    previous: Option<&'a str>,
    remarks: &'a [String],
}

pub(super) fn test(test: &Test) -> WorkUpTest<'_> {
    let words = test.strength.words();
    WorkUpTest {
        requirement: test.requirement.as_str(),
        timing: &test.timing,
        says: &test.says,
        source: some(&test.source),
        strength: test.strength.key(),
        strength_words: (!words.is_empty()).then_some(words),
        note: some(&test.note),
        analytes: test.lines.iter().map(asked).collect(),
        not_in_catalog: test
            .not_in_catalog
            .iter()
            .map(|by_eye| NotKnown {
                name: &by_eye.name,
                results: by_eye
                    .results
                    .iter()
                    .map(|row| newest(row, test.confidential))
                    .collect(),
            })
            .collect(),
        confidential: test.confidential,
    }
}

fn asked(line: &Line) -> Asked<'_> {
    Asked {
        ids: &line.analytes,
        name: &line.name,
        state: line.state.key(),
        reason: some(&line.reason),
        last_usable: line.last_usable.as_ref().map(json::earlier),
        confidential: line.confidential,
        results: line
            .results
            .iter()
            .map(|row| newest(row, line.confidential))
            .collect(),
    }
}

fn newest(row: &ResultRow, confidential: bool) -> Newest<'_> {
    Newest {
        row: json::result(row, "", confidential),
        previous: some(&row.previous),
        remarks: &row.remarks,
    }
}
