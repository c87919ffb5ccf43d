//! The parts of a work-up, each a table: what it asks for and on what ground, and below that where each
//! test stands. What is missing for one reason is one line.

use maud::{Markup, html};

use super::super::results::{collected, interval, is_outside, judged, remarks};
use super::super::words::{own, quantity, word, word_of};
use crate::preop::sheet::ResultRow;
use crate::report::sheet::head::derived_by;
use crate::report::sheet::review::{BY_EYE, missing, noted, said_of, said_of_line, to_look_for};
use crate::workup::sheet::{Line, Part, Review, Standing, Strength, Test};

/// The columns of the table. A phone stacks them, and repeats them where a row needs it.
const COLUMNS: [&str; 7] = [
    "State",
    "Test",
    "Result",
    "Flag",
    "Interval",
    "Previous",
    "Collected",
];

/// The parts of the open or of the confidential page.
pub(super) fn all(review: &Review, confidential: bool) -> Markup {
    html! {
        @for part in review.parts.iter().filter(|part| part.has(confidential)) {
            (one(part, confidential))
        }
    }
}

fn one(part: &Part, confidential: bool) -> Markup {
    html! {
        section.part.asked {
            h2 { (own(&part.title)) }
            @for said in said_of(part) { p.said { (own(&said)) } }
            table.workup role="table" {
                thead role="rowgroup" {
                    tr role="row" { @for column in COLUMNS { th scope="col" role="columnheader" { (column) } } }
                }
                @for test in part.tests.iter().filter(|test| test.has(confidential)) {
                    tbody role="rowgroup" { (rows(test, confidential)) }
                }
            }
        }
    }
}

/// What is asked for, and what there is of it.
fn rows(test: &Test, confidential: bool) -> Markup {
    html! {
        tr.group.ask role="row" {
            th colspan=(COLUMNS.len()) scope="rowgroup" role="rowheader" {
                p { (asked(test)) }
                p.ground { (ground(test)) }
            }
        }
        @for line in test.lines(confidential) { (found(line)) }
        @for (names, reason) in missing(test.lines(confidential)) {
            (named(&word_of(Standing::Missing), &names, &reason))
        }
        @for result in test.by_eye(confidential).flat_map(|test| &test.results) {
            (row(&word("firm", "READ BY EYE"), result, &with(result, vec![BY_EYE.to_string()])))
        }
        @if let Some(names) = to_look_for(test.by_eye(confidential)) {
            (named(&word("dotted", "LOOK FOR IT"), &names, ""))
        }
    }
}

/// `core, baseline: Look for anemia.`
fn asked(test: &Test) -> Markup {
    html! {
        b { (test.requirement.words()) }
        @if !test.timing.is_empty() { ", " (own(&test.timing)) }
        @if !test.says.is_empty() { ": " (own(&test.says)) }
    }
}

/// Where it is from and how well that is known, with the remarks of the work-up.
fn ground(test: &Test) -> Markup {
    html! {
        @match test.strength {
            Strength::Sourced => { "source: " (own(&test.source)) }
            Strength::Part => { b { (test.strength.words()) } ": " (own(&test.source)) }
            Strength::Unsourced | Strength::Proposal => b { (test.strength.words()) },
        }
        @for note in noted(test) { " \u{b7} " (own(&note)) }
    }
}

/// The results of one test, the newest; those behind the first belong to it.
fn found(line: &Line) -> Markup {
    html! {
        @for (at, result) in line.results.iter().enumerate() {
            @if at == 0 { (row(&word_of(line.state), result, &with(result, said_of_line(line, result)))) }
            @else { (row(&html! { span.light { "also" } }, result, &result.remarks)) }
        }
    }
}

/// The remarks of a row, and what is said besides.
fn with(row: &ResultRow, more: Vec<String>) -> Vec<String> {
    row.remarks.iter().cloned().chain(more).collect()
}

fn row(word: &Markup, row: &ResultRow, said: &[String]) -> Markup {
    html! {
        tr.outside[is_outside(row)].remarked[!said.is_empty()] role="row" {
            td.stands role="cell" { (word) }
            th.test scope="row" role="rowheader" {
                (own(&row.name)) @if row.derived { span.light { " " (derived_by(&row.formula)) } }
            }
            td.result role="cell" { @if !row.value.is_empty() { (quantity(&row.value, &row.unit)) } }
            td.flag role="cell" { (judged(row)) }
            td.interval role="cell" { (interval(row)) }
            td.previous role="cell" { @if !row.previous.is_empty() { (own(&row.previous)) } }
            td.collected role="cell" { (collected(row)) }
        }
        @if !said.is_empty() { (remarks(said, COLUMNS.len())) }
    }
}

/// Tests of which there is no row, by name.
fn named(word: &Markup, names: &str, reason: &str) -> Markup {
    html! {
        tr.named role="row" {
            td.stands role="cell" { (word) }
            td colspan=(COLUMNS.len() - 1) role="cell" {
                (own(names)) @if !reason.is_empty() { " \u{b7} " span.light { (own(reason)) } }
            }
        }
    }
}
