//! Items one by one, as the sections A, B and F hold them.

use maud::{Markup, html};

use super::words::{
    blank, collected, limit, own, past, quantity, state, tick, typeset, usability, whose,
};
use crate::preop::sheet::{Item, Section, Sheet, State};
use crate::report::sheet::head::{beside_no_stop, derived_by};

/// A section of the open part, item by item. An empty one says so; it never praises.
pub(super) fn section(sheet: &Sheet, section: Section) -> Markup {
    let items: Vec<&Item> = sheet.section(section).collect();
    html! {
        section.part.(section.letter().to_lowercase()).empty[items.is_empty()] {
            (title(section))
            @if items.is_empty() {
                (none(sheet))
                @if section == Section::A {
                    @for sentence in beside_no_stop(sheet) { p.none { (sentence) } }
                }
            } @else { (list(&items)) }
        }
    }
}

/// The heading of a section: its letter and title.
pub(super) fn title(section: Section) -> Markup {
    heading(section.letter(), section.title())
}

/// A heading with its letter.
pub(super) fn heading(letter: &str, title: &str) -> Markup {
    html! { h2 { span.letter { (letter) } " " (title) } }
}

/// What stands in an empty section.
pub(super) fn none(sheet: &Sheet) -> Markup {
    html! {
        p.none {
            @if sheet.counts.rows == 0 {
                "Nothing to judge: no result of this patient in the file."
            } @else if sheet.is_refused() {
                "Not held against this policy."
            } @else if sheet.items.iter().any(|item| item.confidential) {
                "None on this open part."
            } @else { "None by this policy." }
        }
    }
}

/// The items of a section.
pub(super) fn list(items: &[&Item]) -> Markup {
    list_under(items, |item| state(item.state))
}

/// The items, each behind the word that its sheet has for it.
pub(super) fn list_under(items: &[&Item], word: impl Fn(&Item) -> Markup) -> Markup {
    html! { ul.items { @for item in items { (one(item, &word(item))) } } }
}

fn one(item: &Item, word: &Markup) -> Markup {
    let facts = facts(item);
    html! {
        li.item.(item.state.key()) {
            p.what {
                (word) " "
                strong { (own(&item.name)) " " (quantity(&item.value, &item.unit)) }
                " " span.limit { (limit(item)) }
            }
            @if !facts.is_empty() {
                p.facts { @for (at, fact) in facts.iter().enumerate() {
                    @if at != 0 { " \u{b7} " } span { (fact) }
                } }
            }
            @if !item.action.is_empty() { p.action { (item.action) } }
            @if !item.also_crossed.is_empty() {
                p.also { "Also crossed: " (typeset(&item.also_crossed.join("; "))) }
            }
            @if item.state == State::Stop { (phoned()) }
        }
    }
}

/// Who was told, when, and that it was repeated back: the blanks of every phoned result.
pub(super) fn phoned() -> Markup {
    html! {
        p.phone {
            "Phoned to " (blank("medium")) " at " (blank("short")) " by " (blank("short")) " "
            (tick("read back"))
        }
    }
}

/// What stands small under an item: interval, sample, day, the results before it.
fn facts(item: &Item) -> Vec<Markup> {
    let mut facts = Vec::new();
    if !item.interval.is_empty() {
        facts.push(html! {
            "lab interval " (typeset(&item.interval)) " (" (whose(&item.interval_source)) ")"
        });
    }
    if !item.value.is_empty() || !item.collected.is_empty() {
        facts.push(collected(item));
        facts.push(tube(item));
    }
    if !item.formula.is_empty() {
        facts.push(own(&derived_by(&item.formula)));
    }
    if !item.comment.is_empty() {
        facts.push(html! { "laboratory: " (own(&item.comment)) });
    }
    if !item.sample_remark.is_empty() {
        facts.push(own(&item.sample_remark));
    }
    if let Some(word) = usability(item.usability) {
        facts.push(html! { b { (word) } });
    }
    if let Some(before) = &item.previous {
        facts.push(html! { "previous " (past(before)) });
    }
    if let Some(usable) = &item.last_usable {
        facts.push(html! { "last usable " (past(usable)) });
    }
    facts
}

/// Which tube: `serum, sample 48213`.
pub(super) fn tube(item: &Item) -> Markup {
    let specimen = item.specimen;
    html! {
        @if specimen.is_empty() { "specimen not stated" } @else { (specimen) }
        @if !item.sample.is_empty() { ", sample " (own(&item.sample)) }
    }
}
