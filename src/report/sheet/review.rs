//! The review of a work-up, in the forms of a sheet. [`crate::workup::Review`] has the texts; here are
//! the words that every form puts around them.

mod json;
mod markdown;
mod text;

use std::io::Write;

use super::{SheetForm, head, html, line};
use crate::error::Result;
use crate::preop::sheet::{Provenance, ResultRow};
use crate::report::Style;
use crate::workup::schema::{Head, Requirement};
use crate::workup::sheet::{ByEye, LeftOut, Line, Part, Review, Strength, Tally, Test};
use crate::{Flag, Usability};

/// Writes the reviews of a run. `workup` is the head of the work-up they are held against.
///
/// # Errors
/// If the output cannot be written.
pub fn write_reviews(
    form: SheetForm,
    mut out: impl Write,
    reviews: &[Review],
    workup: &Head,
    provenance: &Provenance,
    style: Style,
) -> Result<()> {
    let text = match form {
        SheetForm::Text => text::write(reviews, workup, provenance, style),
        SheetForm::Markdown => markdown::write(reviews, workup, provenance),
        SheetForm::Json => json::write(reviews, workup, provenance),
        SheetForm::Html => {
            return html::review::write(&mut out, reviews, workup, provenance)
                .map_err(crate::report::broken);
        }
    };
    out.write_all(text.as_bytes())
        .map_err(crate::report::broken)
}

/// The statement that closes every review.
pub(super) const NOT_A_DIAGNOSIS: &str = "An aid to review. It does not replace clinical judgement and is no diagnosis; the clinic owns what it orders.";

/// Title of the list of criticals.
pub(super) const PHONE_NOW: &str = "Critical: phone now";

/// Title of those whose sample may be all of it.
pub(super) const IN_DOUBT: &str = "Critical number on a sample that is not usable";

/// What keeps a red flag from being read as raised because it is printed.
const COMPARE: &str = "compare by eye: this program holds no result against this limit";

/// Who it is about.
fn identity(review: &Review) -> Vec<String> {
    let patient = &review.patient;
    let or = |text: &str, other: &str| {
        if text.is_empty() {
            other.to_string()
        } else {
            text.to_string()
        }
    };
    let blank = "____________";
    vec![
        format!(
            "Patient {}   name ______________________   born {}",
            or(&patient.id, blank),
            or(&patient.birth, blank)
        ),
        format!(
            "Sex {}   age at the newest result {}",
            patient.sex,
            or(&patient.age, "not known")
        ),
    ]
}

/// The lines on top: how much of the work-up is there. They count, and call nobody anything.
pub(super) fn counted(review: &Review) -> Vec<String> {
    if review.counts.rows == 0 {
        return vec!["No result of this patient is in the file.".to_string()];
    }
    if review.parts.is_empty() {
        return vec!["No part of this work-up is for this patient.".to_string()];
    }
    let core = &review.counts.core;
    let mut lines = vec![match core.tests {
        0 => "No core test of this work-up is for this patient.".to_string(),
        tests => format!(
            "{} of {tests} core tests present, {}",
            core.present,
            lacks(core)
        ),
    }];
    let other = &review.counts.other;
    if 0 < other.tests {
        lines.push(format!(
            "Other tests of this work-up: {} of {} present, {}",
            other.present,
            other.tests,
            lacks(other)
        ));
    }
    if review.has_confidential() {
        lines.push("More stands on the confidential part.".to_string());
    }
    lines
}

fn lacks(tally: &Tally) -> String {
    let mut parts = vec![
        format!("{} outside limits", tally.outside),
        format!("{} unusable", tally.unusable),
        format!("{} missing", tally.missing),
    ];
    for (count, words) in [
        (tally.no_result, "without a result"),
        (tally.not_interpreted, "not interpreted"),
        (tally.not_known, "to read by eye"),
    ] {
        if 0 < count {
            parts.push(format!("{count} {words}"));
        }
    }
    parts.join(", ")
}

/// That a part is for others.
pub(super) fn left_out(part: &LeftOut) -> String {
    format!("{}: for {} only", part.title, part.only_for)
}

/// What holds for a whole part.
pub(super) fn said_of(part: &Part) -> Vec<String> {
    let mut said = Vec::new();
    if !part.only_for.is_empty() {
        said.push(format!(
            "For {} only; the sex of this patient is not known.",
            part.only_for
        ));
    }
    if !part.note.is_empty() {
        said.push(part.note.clone());
    }
    said
}

/// `core, baseline: Look for anemia.`
fn asked(test: &Test) -> String {
    let mut text = test.requirement.words().to_string();
    if !test.timing.is_empty() {
        text.push_str(", ");
        text.push_str(&test.timing);
    }
    if !test.says.is_empty() {
        text.push_str(": ");
        text.push_str(&test.says);
    }
    text
}

/// Where it is from, and how well that is known.
fn sourced(test: &Test) -> Vec<String> {
    let mut texts = vec![match test.strength {
        Strength::Sourced => format!("source: {}", test.source),
        Strength::Part => format!("{}: {}", test.strength.words(), test.source),
        Strength::Unsourced | Strength::Proposal => test.strength.words().to_string(),
    }];
    texts.extend(noted(test));
    texts
}

/// What the work-up remarks of a test, and how it is to be read.
pub(super) fn noted(test: &Test) -> Vec<String> {
    let mut texts = Vec::new();
    if !test.note.is_empty() {
        texts.push(test.note.clone());
    }
    if test.requirement == Requirement::RedFlag {
        texts.push(COMPARE.to_string());
    }
    texts
}

/// `Hemoglobin 108 g/L [L]`, and what is to be said of it.
fn result(line: &Line, row: &ResultRow, first: bool) -> Vec<String> {
    let mut parts = row_parts(row);
    if first {
        parts.extend(said_of_line(line, row));
    }
    parts
}

/// What is said of a test once, behind its first result.
pub(super) fn said_of_line(line: &Line, row: &ResultRow) -> Vec<String> {
    let mut said = Vec::new();
    // What is remarked of its time is no reason, unless it is the reason.
    let is_told = |remark: &String| *remark != row.time_remark || *remark == line.reason;
    if !row.remarks.iter().any(is_told) && !line.reason.is_empty() {
        said.push(line.reason.clone());
    }
    if let Some(past) = &line.last_usable {
        said.push(format!("last usable {}", line::earlier(past)));
    }
    said
}

/// A row by itself. The flag of a result that is not usable is in doubt, and says so.
fn row_parts(row: &ResultRow) -> Vec<String> {
    let mut subject = row.name.clone();
    for part in [&row.value, &row.unit] {
        if !part.is_empty() && !row.value.is_empty() {
            subject.push(' ');
            subject.push_str(part);
        }
    }
    if let Some(flag) = row.flag.map(Flag::as_str) {
        let doubt = match row.usability {
            Some(Usability::Unusable | Usability::Indeterminate) => "?",
            _ => "",
        };
        subject.push_str(&format!(" [{flag}{doubt}]"));
    }
    let mut parts = vec![subject];
    parts.extend(head::result_facts(row));
    parts
}

/// The names of tests that are not in the file, for one reason.
pub(super) fn missing<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<(String, String)> {
    let mut gathered: Vec<(String, String)> = Vec::new();
    for line in lines.filter(|line| line.results.is_empty()) {
        match gathered
            .iter_mut()
            .find(|(_, reason)| *reason == line.reason)
        {
            Some((names, _)) => {
                names.push_str(", ");
                names.push_str(&line.name);
            }
            None => gathered.push((line.name.clone(), line.reason.clone())),
        }
    }
    gathered
}

/// What this program does not know and a reader must look for: those of which no row has the name.
pub(super) fn to_look_for<'t>(tests: impl Iterator<Item = &'t ByEye>) -> Option<String> {
    let names: Vec<&str> = tests
        .filter(|test| test.results.is_empty())
        .map(|test| test.name.as_str())
        .collect();
    if names.is_empty() {
        return None;
    }
    Some(format!(
        "{}: not known to this program: look for it in the report",
        names.join(", ")
    ))
}

/// What is to be done with a row of such a test.
pub(super) const BY_EYE: &str = "not known to this program: read it by eye";

/// A row that bears the name of such a test.
fn to_read(row: &ResultRow) -> Vec<String> {
    let mut parts = row_parts(row);
    parts.push(BY_EYE.to_string());
    parts
}

/// Title of the rows that no part shows.
pub(super) fn rest_title(review: &Review) -> String {
    match review.rest_rows(false) {
        0 => "Everything else in the file: no row".to_string(),
        1 => "Everything else in the file (1 row)".to_string(),
        count => format!("Everything else in the file ({count} rows)"),
    }
}

/// What the review rests on.
fn provenance(provenance: &Provenance) -> Vec<String> {
    let mut lines = vec![format!(
        "Work-up {} ({}), owner: {}, SHA-256 {}",
        provenance.policy,
        provenance.policy_title,
        provenance.policy_owner,
        provenance.policy_digest
    )];
    if provenance.policy_is_example {
        lines.push(
            "This work-up is an EXAMPLE. The clinic must check it, change it and own it before it is used."
                .to_string(),
        );
    }
    lines.extend(head::rests_on(provenance));
    lines
}
