//! Sections D and E: what is missing, too old or unclear, and what nobody asks for. Both may be
//! long, so items of one group that say the same are one line.

use maud::{Markup, html};

use super::items::{none, title};
use super::samples::shared;
use super::words::{before_surgery, dated, limit, own, quantity, state};
use crate::preop::sheet::{Item, Section, Sheet};

/// One of the two sections, group by group.
pub(super) fn section(sheet: &Sheet, section: Section) -> Markup {
    let items: Vec<&Item> = sheet.section(section).collect();
    html! {
        section.part.(section.letter().to_lowercase()).empty[items.is_empty()] {
            (title(section))
            @if items.is_empty() { (none(sheet)) } @else { (grouped(&items)) }
        }
    }
}

/// The items by clinical group.
pub(super) fn grouped(items: &[&Item]) -> Markup {
    let mut groups: Vec<(&str, Vec<Vec<&Item>>)> = Vec::new();
    for item in items {
        if groups.iter().all(|(title, _)| *title != item.group) {
            groups.push((&item.group, Vec::new()));
        }
        for (title, lines) in &mut groups {
            if *title == item.group {
                add(lines, item);
            }
        }
    }
    html! {
        dl.lacking {
            @for (group, lines) in &groups {
                div {
                    dt { @if group.is_empty() { "Other" } @else { (group) } }
                    dd { @for items in lines { (line(items)) } }
                }
            }
        }
    }
}

/// Puts an item beside those that say the same of their analyte.
fn add<'a>(lines: &mut Vec<Vec<&'a Item>>, item: &'a Item) {
    let says = |item: &Item| {
        let texts = [&item.limit, &item.limit_owner, &item.source, &item.action];
        (item.state, item.unsourced, texts.map(String::clone))
    };
    let same = |line: &&mut Vec<&Item>| line.first().is_some_and(|first| says(first) == says(item));
    match lines.iter_mut().find(same) {
        Some(line) => line.push(item),
        None => lines.push(vec![item]),
    }
}

fn line(items: &[&Item]) -> Markup {
    let Some(first) = items.first() else {
        return html! {};
    };
    let remark = shared(items, |item| &item.sample_remark);
    // One day for all of them is told once, behind the last.
    let one_day = items
        .iter()
        .all(|item| (&item.collected, item.stands_in) == (&first.collected, first.stands_in));
    html! {
        p.(first.state.key()) {
            (state(first.state)) " "
            @for (at, item) in items.iter().enumerate() {
                @if at != 0 { ", " }
                (named(item))
                @if !one_day { (day(item)) }
            }
            @if one_day { (day(first)) }
            @if let Some(remark) = remark { " (" (own(remark)) ")" }
            ". "
            @if !first.action.is_empty() { span.action { (first.action) } " " }
            span.light { (limit(first)) }
        }
    }
}

/// The analyte, with the result that is there.
fn named(item: &Item) -> Markup {
    html! {
        strong { (own(&item.name)) }
        @if !item.value.is_empty() { " " (quantity(&item.value, &item.unit)) }
    }
}

/// The day of collection, and how long before surgery that was.
fn day(item: &Item) -> Markup {
    let before = before_surgery(item.age_days);
    html! {
        @if !item.collected.is_empty() {
            " (" (dated(item.stands_in, &item.collected)) @if !before.is_empty() { ", " (before) } ")"
        }
    }
}
