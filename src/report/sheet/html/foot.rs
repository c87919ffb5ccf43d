//! Section J: what a sheet rests on, and what it is not.

use maud::{Markup, html};

use super::items::heading;
use super::words::own;
use crate::preop::sheet::{Provenance, Sheet};

/// The foot of a sheet.
pub(super) fn section(sheet: &Sheet, provenance: &Provenance) -> Markup {
    html! {
        section.part.j {
            (heading("J", "What this sheet rests on"))
            (body(provenance, &format!("{} of this patient", super::words::counted(sheet.counts.rows, "row"))))
        }
    }
}

/// Versions, files, and the sentence that no sheet goes without.
pub(super) fn body(provenance: &Provenance, rows: &str) -> Markup {
    let owner = match provenance.policy_owner.trim() {
        "" => "nobody: not stated",
        owner => owner,
    };
    html! {
        p.disclaimer {
            "This does not replace clinical judgement and is not a decision on whether surgery goes ahead. "
            "A test that is not in the file is unknown."
        }
        dl.provenance {
            div { dt { "Policy" } dd {
                (own(&provenance.policy_title)) " (" (own(&provenance.policy)) ", sha256 " code { (provenance.policy_digest) } ")"
                @if provenance.policy_is_example { " " b { "EXAMPLE, no site's own" } }
            } }
            div { dt { "Policy owner" } dd { (own(owner)) } }
            div { dt { "Intervals" } dd {
                "profile " (own(&provenance.profile)) ", after the report's and the laboratory's own; critical limits: "
                @if provenance.critical_list.is_empty() { "none" } @else { (own(&provenance.critical_list)) }
            } }
            div { dt { "Input" } dd {
                @for (at, (name, digest)) in provenance.inputs.iter().enumerate() {
                    @if at != 0 { ", " } (own(name)) " (sha256 " code { (digest) } ")"
                }
                "; " (rows)
            } }
            div { dt { "Made by" } dd {
                "serumcheck " (own(&provenance.tool)) ", reference data " (own(&provenance.data))
                ", " (own(&provenance.when))
            } }
        }
    }
}
