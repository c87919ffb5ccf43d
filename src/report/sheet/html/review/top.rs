//! The top of a review: who, which work-up, and how much of it is there. It counts, and calls nobody
//! anything.

use maud::{Markup, html};

use super::super::front::{self, field};
use super::super::words::{blank, own};
use crate::preop::sheet::Provenance;
use crate::report::sheet::review::counted;
use crate::workup::schema::Head;
use crate::workup::sheet::Review;

/// What stands at the top of every printed page.
pub(super) fn running(title: &str, review: &Review, number: Option<usize>) -> Markup {
    let sex = html! { (front::sex(&review.patient)) };
    front::running(title, &review.patient, &sex, number)
}

/// The header's fields, and what the work-up is for.
pub(super) fn header(review: &Review, workup: &Head) -> Markup {
    html! {
        dl.header {
            (field("Name", "wide", blank("full")))
            (field("Second identifier", "", blank("full")))
            (field("Sex, age at the newest result", "", front::sex_and_age(&review.patient)))
            (field("Work-up", "all", html! { (own(&workup.title)) ", version " (own(&workup.version)) }))
        }
        p.scope.light { b { "Scope" } " " (own(&workup.scope)) }
    }
}

/// How much of the work-up is there. The core tests first, and large.
pub(super) fn counts(review: &Review) -> Markup {
    let lines = counted(review);
    html! {
        div.verdict.counted {
            @for (at, line) in lines.iter().enumerate() {
                @if at == 0 { h2 { strong { (line) } } } @else { p { (line) } }
            }
        }
    }
}

/// That nobody has made the work-up his own.
pub(super) fn example(provenance: &Provenance) -> Markup {
    front::unowned(
        provenance,
        "EXAMPLE WORK-UP",
        "nobody has made it this clinic's own. The clinic must check it, change it and own it before it is used.",
    )
}
