//! Section H: what to ask, and what the guideline says of each group of tests.

use maud::{Markup, html};

use super::items::heading;
use super::words::{blank, own, tick};
use crate::preop::policy::schema::Recommendation;
use crate::preop::sheet::{IndicatedTest, Question, Sheet};

/// The questions of the open part.
pub(super) fn section(sheet: &Sheet) -> Markup {
    let open: Vec<&Question> = (sheet.questions.iter())
        .filter(|q| !q.confidential)
        .collect();
    html! {
        section.part.h.empty[open.is_empty()] {
            (heading("H", "To ask"))
            @if open.is_empty() { p.none { "None by this policy." } } @else { (questions(&open)) }
        }
    }
}

/// Questions with boxes to tick, and room for a word.
pub(super) fn questions(questions: &[&Question]) -> Markup {
    html! {
        ul.questions {
            @for question in questions {
                li {
                    span.answers { (tick("yes")) " " (tick("no")) }
                    " " span.ask {
                        (question.ask)
                        @if !question.because.is_empty() { span.light { " because: " (question.because) } }
                        " " (blank("short"))
                    }
                }
            }
        }
    }
}

/// The guideline's table, for the groups of the open part.
pub(super) fn guideline(sheet: &Sheet) -> Markup {
    let open = sheet.indicated.iter().filter(|test| !test.confidential);
    // What is neither asked for nor there is named; it needs no row.
    let (idle, rows): (Vec<&IndicatedTest>, Vec<&IndicatedTest>) = open.partition(|test| {
        test.recommendation == Some(Recommendation::No) && test.present != Some(true)
    });
    let titles: Vec<&str> = idle.iter().map(|test| test.title.as_str()).collect();
    html! {
        @if !(rows.is_empty() && titles.is_empty()) {
            section.part.guideline {
                h2 { "What the guideline says of each group of tests" }
                @if !rows.is_empty() { (indicated(&rows)) }
                @if !titles.is_empty() { p { "Not recommended routinely: " (titles.join(", ")) "." } }
            }
        }
    }
}

/// The columns of the guideline's table. A phone stacks them, and repeats them in each row.
const COLUMNS: [&str; 4] = [
    "Group of tests",
    "Recommended",
    "Condition",
    "In the file, usable, in date",
];

/// Groups of tests: what is recommended, and whether it is there.
pub(super) fn indicated(tests: &[&IndicatedTest]) -> Markup {
    let source = tests.first().map_or("", |test| &test.source);
    let one_source = tests.iter().all(|test| test.source == source);
    html! {
        table.indicated role="table" {
            caption {
                "For this surgery and ASA grade."
                @if one_source && !source.is_empty() { " Source: " (source) "." }
            }
            thead role="rowgroup" {
                tr role="row" {
                    @for column in COLUMNS {
                        th scope="col" role="columnheader" { (column) }
                    }
                    @if !one_source { th scope="col" role="columnheader" { "Source" } }
                }
            }
            tbody role="rowgroup" {
                @for test in tests {
                    tr role="row" {
                        th scope="row" role="rowheader" { (test.title) }
                        td role="cell" data-label=(COLUMNS[1]) { (recommended(test.recommendation)) }
                        td role="cell" data-label=(COLUMNS[2]) { (condition(test)) }
                        td role="cell" data-label=(COLUMNS[3]) { (present(test)) }
                        @if !one_source { td role="cell" data-label="Source" { (test.source) } }
                    }
                }
            }
        }
    }
}

fn recommended(recommendation: Option<Recommendation>) -> Markup {
    match recommendation {
        None => html! { "not known: surgery or ASA grade not given" },
        Some(Recommendation::Yes) => html! { b { "yes" } },
        Some(Recommendation::Consider) => html! { "consider" },
        Some(Recommendation::No) => html! { "not routinely" },
        Some(Recommendation::Ask) => html! { "ask first, test with consent" },
    }
}

fn condition(test: &IndicatedTest) -> Markup {
    html! {
        @if test.condition.is_empty() { "\u{2013}" } @else {
            (test.condition)
            @match test.condition_holds {
                Some(true) => b { " (holds)" },
                Some(false) => " (does not hold)",
                None => " (not known: ask)",
            }
        }
    }
}

fn present(test: &IndicatedTest) -> Markup {
    match test.present {
        Some(true) => html! { "yes" },
        Some(false) if test.recommendation == Some(Recommendation::Yes) => html! { b { "NO" } },
        Some(false) => html! { "no" },
        None => html! { (own("not in a laboratory's export: ")) (blank("short")) },
    }
}
