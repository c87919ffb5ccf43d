//! The reviews of a work-up as one HTML file: a page for each patient, with the frame, the look and the
//! words of the sheet before surgery. What is confidential stands on a page of its own. In front of
//! several stands no cover: a page is filed with one patient, and names no other.

use std::io::{self, Write};

use maud::{Markup, html};

use super::super::review::{IN_DOUBT, NOT_A_DIAGNOSIS, PHONE_NOW, left_out, rest_title};
use super::words::{own, word_of};
use super::{anchor, ask, confidential, file, foot, framed, front, items, results};
use crate::preop::sheet::{Item, Provenance, Question, ResultGroup, State};
use crate::workup::schema::Head;
use crate::workup::sheet::{Review, Standing};

mod parts;
mod top;

/// The title of the file: it names neither a patient nor what is looked for.
const TITLE: &str = "Review of a work-up";

/// The title of a confidential page. What it is about is said on the page itself.
const CONFIDENTIAL: &str = "CONFIDENTIAL";

/// What the sheet is held against.
const HELD_AGAINST: &str = "Work-up";

/// Writes one file with all reviews, in their order.
///
/// # Errors
/// If the output cannot be written.
pub(in crate::report::sheet) fn write(
    out: &mut impl Write,
    reviews: &[Review],
    workup: &Head,
    provenance: &Provenance,
) -> io::Result<()> {
    let is_several = 1 < reviews.len();
    let pages = reviews.iter().enumerate().map(|(at, review)| {
        let number = is_several.then_some(at + 1);
        one(&anchor(at), review, number, workup, provenance)
    });
    file(out, TITLE, pages)
}

/// One patient: the open part, and the confidential part on a page of its own.
fn one(
    name: &str,
    review: &Review,
    number: Option<usize>,
    workup: &Head,
    provenance: &Provenance,
) -> Markup {
    let running = |title: &str| top::running(title, review, number);
    html! {
        article.page id=(name) {
            (framed(
                running(&format!("{TITLE}: {}", workup.title)),
                open(review, workup, provenance),
            ))
        }
        @if review.has_confidential() {
            article.page.confidential {
                (framed(running(CONFIDENTIAL), apart(review, workup, provenance)))
            }
        }
    }
}

/// The open part: what is urgent, what is asked for, then all the rest.
fn open(review: &Review, workup: &Head, provenance: &Provenance) -> Markup {
    let rows = foot::of_this_patient(review.counts.rows);
    let foot = foot::Foot {
        held_against: HELD_AGAINST,
        disclaimer: NOT_A_DIAGNOSIS,
        rows: &rows,
    };
    html! {
        (top::header(review, workup))
        (top::counts(review))
        (top::example(provenance))
        (front::notices(&review.notices, false))
        (criticals(review, false))
        (parts::all(review, false))
        (others(review))
        (questions(review, false))
        (rest(review))
        section.part.j {
            h2 { "What this rests on" }
            (foot::body(&foot, provenance))
        }
    }
}

/// The confidential part.
fn apart(review: &Review, workup: &Head, provenance: &Provenance) -> Markup {
    let groups = groups(review, true);
    html! {
        (confidential::warning())
        p.light { (TITLE) ": " (own(&workup.title)) }
        (top::example(provenance))
        (criticals(review, true))
        (parts::all(review, true))
        (questions(review, true))
        @if !groups.is_empty() {
            section.part {
                h2 { "Results" }
                (table(&groups, "Every other confidential row, the newest first."))
            }
        }
        (foot::brief(HELD_AGAINST, NOT_A_DIAGNOSIS, provenance))
    }
}

/// Whom to phone about, and what may be all the sample's doing.
fn criticals(review: &Review, confidential: bool) -> Markup {
    html! {
        (listed(PHONE_NOW, &review.critical, confidential))
        (listed(IN_DOUBT, &review.critical_in_doubt, confidential))
    }
}

fn listed(title: &str, items: &[Item], confidential: bool) -> Markup {
    let items: Vec<&Item> = (items.iter())
        .filter(|item| item.confidential == confidential)
        .collect();
    html! {
        @if !items.is_empty() {
            section.part.a {
                h2 { (title) " (" (items.len()) ")" }
                (items::list_under(&items, |item| word_of(match item.state {
                    State::Stop => Standing::Critical,
                    _ => Standing::Unusable,
                })))
            }
        }
    }
}

/// The parts of the work-up that are for others: their tests are not asked for, and not forgotten.
fn others(review: &Review) -> Markup {
    html! {
        @if !review.left_out.is_empty() {
            section.part.left-out {
                h2 { "Parts left out" }
                ul { @for part in &review.left_out { li { (own(&left_out(part))) } } }
            }
        }
    }
}

fn questions(review: &Review, confidential: bool) -> Markup {
    let questions: Vec<&Question> = (review.questions.iter())
        .filter(|question| question.confidential == confidential)
        .collect();
    html! {
        @if !questions.is_empty() {
            section.part.h { h2 { "To ask" } (ask::questions(&questions)) }
        }
    }
}

/// Every row of the file that no part shows.
fn rest(review: &Review) -> Markup {
    let groups = groups(review, false);
    html! {
        section.part.g.empty[groups.is_empty()] {
            h2 { (rest_title(review)) }
            @if !groups.is_empty() { (table(&groups, "The newest first.")) }
        }
    }
}

fn groups(review: &Review, confidential: bool) -> Vec<&ResultGroup> {
    (review.rest.iter())
        .filter(|group| group.confidential == confidential && !group.rows.is_empty())
        .collect()
}

fn table(groups: &[&ResultGroup], caption: &str) -> Markup {
    results::table(groups, caption, "work-up")
}
