//! Section C: the tubes to draw again, and which results hang on each.

use maud::{Markup, html};

use super::items::{none, title, tube};
use super::words::{collected, limit, own, past, quantity, state, typeset, whose};
use crate::preop::sheet::{Item, Section, Sheet};

/// The section: a block per tube.
pub(super) fn section(sheet: &Sheet) -> Markup {
    let tubes = tubes(sheet.section(Section::C));
    html! {
        section.part.c.empty[tubes.is_empty()] {
            (title(Section::C))
            @if tubes.is_empty() { (none(sheet)) }
            @for tube in &tubes { (block(tube)) }
        }
    }
}

/// The items of each tube, in the order in which the tubes appear.
pub(super) fn tubes<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<Vec<&'a Item>> {
    let mut tubes: Vec<Vec<&Item>> = Vec::new();
    for item in items {
        let same = |tube: &&mut Vec<&Item>| {
            tube.first().is_some_and(|first| {
                (&first.sample, first.specimen, &first.collected)
                    == (&item.sample, item.specimen, &item.collected)
            })
        };
        match tubes.iter_mut().find(same) {
            Some(tube) => tube.push(item),
            None => tubes.push(vec![item]),
        }
    }
    tubes
}

/// What all items of a tube say alike, so that it is printed once.
pub(super) fn shared<'a>(items: &[&'a Item], of: impl Fn(&'a Item) -> &'a str) -> Option<&'a str> {
    let first = of(items.first()?);
    let same = items.iter().all(|item| of(item) == first);
    (same && !first.is_empty()).then_some(first)
}

fn block(items: &[&Item]) -> Markup {
    let Some(first) = items.first() else {
        return html! {};
    };
    let why = shared(items, |item| &item.sample_remark);
    let action = shared(items, |item| &item.action);
    html! {
        div.tube {
            h3 {
                "Recollect: " (tube(first)) ", "
                span.light { (collected(first)) }
            }
            @if let Some(why) = why { p.why { "Why: " (own(why)) } }
            ul.spoiled { @for item in items { (spoiled(item, why.is_none(), action.is_none())) } }
            @if let Some(action) = action { p.action { (action) } }
        }
    }
}

/// One result of the tube. What the tube says for all its results is not said again.
fn spoiled(item: &Item, with_why: bool, with_action: bool) -> Markup {
    html! {
        li {
            p.what {
                (state(item.state)) " "
                strong { (own(&item.name)) " " (quantity(&item.value, &item.unit)) }
                @if let Some(usable) = &item.last_usable {
                    " " span.last { "last usable: " (past(usable)) }
                } @else { " " span.last { "no usable one in the file" } }
            }
            p.facts {
                @if with_why && !item.sample_remark.is_empty() { (own(&item.sample_remark)) " \u{b7} " }
                (limit(item))
                @if !item.interval.is_empty() {
                    @if !item.limit.is_empty() { " \u{b7} " }
                    "lab interval " (typeset(&item.interval)) " (" (whose(&item.interval_source)) ")"
                }
                @if !item.also_crossed.is_empty() {
                    " \u{b7} also crossed: " (typeset(&item.also_crossed.join("; ")))
                }
            }
            @if !item.comment.is_empty() { p.facts { "laboratory: " (own(&item.comment)) } }
            @if with_action && !item.action.is_empty() { p.action { (item.action) } }
        }
    }
}
