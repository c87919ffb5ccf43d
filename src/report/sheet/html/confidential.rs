//! The confidential part: a page of its own, so that the sheet can lie where others see it. The open
//! part says that this page exists, and no word about what is on it.

use maud::{Markup, html};

use super::ask;
use super::foot;
use super::items::{self, title};
use super::lacking;
use super::results;
use super::words::{blank, tick};
use crate::preop::sheet::{IndicatedTest, Item, Provenance, Question, ResultGroup, Section, Sheet};

/// What stands at the top of each of its pages.
pub(super) const TITLE: &str = "CONFIDENTIAL: pregnancy";

/// The page's content.
pub(super) fn content(sheet: &Sheet, provenance: &Provenance) -> Markup {
    let groups: Vec<&ResultGroup> = sheet.groups.iter().filter(|g| g.confidential).collect();
    let questions: Vec<&Question> = sheet.questions.iter().filter(|q| q.confidential).collect();
    let tests: Vec<&IndicatedTest> = sheet.indicated.iter().filter(|t| t.confidential).collect();
    html! {
        (warning())
        (super::front::example(provenance))
        @for section in Section::ALL { (part(sheet, section)) }
        section.part {
            h2 { "Consent" }
            p.signoff {
                "Test asked for by " (blank("medium")) " " (tick("patient agrees")) " " (tick("patient declines"))
                " date, time " (blank("medium")) " result told by " (blank("medium"))
            }
        }
        @if !questions.is_empty() { section.part { h2 { "To ask" } (ask::questions(&questions)) } }
        @if !tests.is_empty() { section.part { h2 { "What the guideline says" } (ask::indicated(&tests)) } }
        @if !groups.is_empty() {
            section.part {
                h2 { "Results" }
                (results::table(&groups, "Every confidential row, the newest first.", "policy"))
            }
        }
        (foot::brief("Policy", foot::NO_DECISION, provenance))
    }
}

/// Whom it is for.
pub(super) fn warning() -> Markup {
    html! {
        p.warning {
            "For the patient and the treating team only; do not file where relatives can see it."
        }
    }
}

/// The confidential items of one section.
fn part(sheet: &Sheet, section: Section) -> Markup {
    let items: Vec<&Item> = (sheet.items.iter())
        .filter(|item| item.confidential && item.section == section)
        .collect();
    html! {
        @if !items.is_empty() {
            section.part.(section.letter().to_lowercase()) {
                (title(section))
                @if matches!(section, Section::D | Section::E) { (lacking::grouped(&items)) }
                @else { (items::list(&items)) }
            }
        }
    }
}
