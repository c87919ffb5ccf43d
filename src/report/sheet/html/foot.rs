//! Section J: what a sheet rests on, and what it is not. The reviews of a work-up end in the same words.

use maud::{Markup, html};

use super::super::head::options;
use super::items::heading;
use super::words::own;
use crate::preop::sheet::{Provenance, Sheet};

/// What stands at the foot of one kind of sheet.
pub(super) struct Foot<'a> {
    /// What it is held against: `Policy`, `Work-up`.
    pub(super) held_against: &'static str,
    /// What it is not.
    pub(super) disclaimer: &'static str,
    /// The rows it is about, counted.
    pub(super) rows: &'a str,
}

/// What no sheet before surgery goes without.
pub(super) const NO_DECISION: &str =
    "This does not replace clinical judgement and is not a decision on whether surgery goes ahead.";

/// The foot of a sheet.
pub(super) fn section(sheet: &Sheet, provenance: &Provenance) -> Markup {
    html! {
        section.part.j {
            (heading("J", "What this sheet rests on"))
            (before_surgery(provenance, &of_this_patient(sheet.counts.rows)))
        }
    }
}

/// `24 rows of this patient`.
pub(super) fn of_this_patient(rows: usize) -> String {
    format!(
        "{} of this patient",
        crate::text::counted_plainly(rows, "row")
    )
}

/// The foot of what is held against a policy.
pub(super) fn before_surgery(provenance: &Provenance, rows: &str) -> Markup {
    let foot = Foot {
        held_against: "Policy",
        disclaimer: NO_DECISION,
        rows,
    };
    body(&foot, provenance)
}

/// Versions, files, and the sentences that no sheet goes without.
pub(super) fn body(foot: &Foot<'_>, provenance: &Provenance) -> Markup {
    let owner = match provenance.policy_owner.trim() {
        "" => "nobody: not stated",
        owner => owner,
    };
    html! {
        p.disclaimer {
            (foot.disclaimer) " A test that is not in the file is unknown."
        }
        dl.provenance {
            div { dt { (foot.held_against) } dd {
                (own(&provenance.policy_title)) " (" (own(&provenance.policy)) ", sha256 " code { (provenance.policy_digest) } ")"
                @if provenance.policy_is_example { " " b { "EXAMPLE, no site's own" } }
            } }
            div { dt { (foot.held_against) " owner" } dd { (own(owner)) } }
            div { dt { "Intervals" } dd {
                "profile " (own(&provenance.profile)) ", after the report's and the laboratory's own; critical limits: "
                @if provenance.critical_list.is_empty() { "none" } @else { (own(&provenance.critical_list)) }
            } }
            div { dt { "Input" } dd {
                @for (at, (name, digest)) in provenance.inputs.iter().enumerate() {
                    @if at != 0 { ", " } (own(name)) " (sha256 " code { (digest) } ")"
                }
                "; " (foot.rows)
                @for (option, name, digest) in &provenance.beside {
                    "; --" (option) " " (own(name)) " (sha256 " code { (digest) } ")"
                }
                @if !provenance.options.is_empty() { "; " (own(&options(provenance))) }
            } }
            @if !provenance.equations.is_empty() { div { dt { "Equations" } dd {
                @for (at, (_, name, formula)) in provenance.equations.iter().enumerate() {
                    @if at != 0 { "; " } (name) ": " (formula)
                }
            } } }
            div { dt { "Made by" } dd {
                "serumcheck " (own(&provenance.tool)) ", reference data " (own(&provenance.data))
                ", " (own(&provenance.when))
            } }
        }
    }
}

/// The foot of a confidential part: it lies apart from the sheet that says the rest.
pub(super) fn brief(held_against: &str, disclaimer: &str, provenance: &Provenance) -> Markup {
    html! {
        section.part.j {
            p.disclaimer { (disclaimer) }
            p.light {
                (held_against) " " (provenance.policy) ", owner " (provenance.policy_owner) "; made by "
                "serumcheck " (provenance.tool) ", " (provenance.when)
            }
        }
    }
}
