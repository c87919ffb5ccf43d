//! One item in words, as every form that is read prints it: the parts of its lines.

use super::head;
use crate::preop::sheet::{Item, Past, Section, State};
use crate::report::harmless::harmless;
use crate::text::counted_days;

/// `Potassium 6.2 mmol/L`, or the name alone.
pub(super) fn subject(item: &Item) -> String {
    let mut text = item.name.clone();
    // A unit without a number says nothing.
    for part in [&item.value, &item.unit] {
        if !part.is_empty() && !item.value.is_empty() {
            text.push(' ');
            text.push_str(part);
        }
    }
    harmless(&text).into_owned()
}

/// What is wrong with the tube of a number that is called all the same.
pub(super) fn tube_doubt(item: &Item) -> Option<String> {
    let is_doubted = Some(crate::Usability::Indeterminate) <= item.usability;
    let remark = harmless(&item.sample_remark)
        .replace(" (", ", ")
        .replace(')', "");
    (is_doubted && !remark.is_empty()).then_some(remark)
}

/// Items that differ in their name only (missing tests of one group) as one, so that the front stays
/// one page.
pub(super) fn gathered<'i>(items: impl Iterator<Item = &'i Item>) -> Vec<Item> {
    let mut lines: Vec<Item> = Vec::new();
    for item in items {
        let is_same = |line: &&mut Item| {
            line.state == item.state && line.group == item.group && line.action == item.action
        };
        let is_missing = item.state == State::Missing;
        let same = is_missing.then(|| lines.iter_mut().find(is_same)).flatten();
        match same {
            Some(line) => {
                line.name.push_str(", ");
                line.name.push_str(&item.name);
            }
            None => lines.push(item.clone()),
        }
    }
    lines
}

/// The facts behind it: the limit and whose, the interval, when, the sample, what was before.
pub(super) fn facts(item: &Item) -> Vec<String> {
    let mut facts = Vec::new();
    if !item.limit.is_empty() {
        let unsourced = if item.unsourced {
            ", no source: working knowledge"
        } else {
            ""
        };
        facts.push(format!(
            "limit {} ({}{unsourced})",
            item.limit, item.limit_owner
        ));
    }
    if !item.interval.is_empty() {
        facts.push(format!(
            "interval {} ({})",
            item.interval, item.interval_source
        ));
    }
    if !item.collected.is_empty() {
        facts.push(format!(
            "{} {}{}",
            item.was(),
            item.collected,
            before(item.age_days)
        ));
    } else if item.line != 0 {
        facts.push("collection not dated".to_string());
    }
    if !item.formula.is_empty() {
        facts.push(head::derived_by(&item.formula));
    }
    if !item.sample.is_empty() {
        facts.push(format!("sample {}", item.sample));
    }
    if !matches!(item.specimen, "" | "serum" | "unstated") {
        facts.push(item.specimen.to_string());
    }
    if !item.sample_remark.is_empty() {
        facts.push(item.sample_remark.clone());
    } else if let Some(usability) = item.usability
        && usability != crate::Usability::Usable
    {
        facts.push(format!("sample: {}", usability.as_str()));
    }
    if !item.comment.is_empty() {
        facts.push(format!("laboratory: {}", item.comment));
    }
    if let Some(past) = &item.last_usable {
        facts.push(format!("last usable {}", earlier(past)));
    } else if let Some(past) = &item.previous {
        facts.push(if item.section == Section::C && past.spoiled {
            format!("no usable one before ({})", earlier(past))
        } else {
            format!("before {}", earlier(past))
        });
    } else if item.section == Section::C {
        facts.push("no usable one before".to_string());
    }
    facts
        .iter()
        .map(|fact| harmless(fact).into_owned())
        .collect()
}

/// Limits that it crosses too, and where the row stands.
pub(super) fn small(item: &Item) -> Vec<String> {
    let mut small = Vec::new();
    if !item.also_crossed.is_empty() {
        small.push(format!("also past {}", item.also_crossed.join("; ")));
    }
    if !item.source.is_empty() && !item.limit.is_empty() {
        small.push(format!("source: {}", item.source));
    }
    if item.line != 0 {
        small.push(format!("{}:{}", item.file, item.line));
    }
    small
        .iter()
        .map(|text| harmless(text).into_owned())
        .collect()
}

/// `4.4 mmol/L (2026-10-02)`, and that it is not usable.
pub(super) fn earlier(past: &Past) -> String {
    let date = if past.collected.is_empty() {
        String::new()
    } else {
        format!(" ({})", head::dated(past.stands_in, &past.collected))
    };
    let spoiled = if past.spoiled { ", not usable" } else { "" };
    format!("{} {}{date}{spoiled}", past.value, past.unit)
}

/// `, 9 days before surgery`.
fn before(days: Option<i64>) -> String {
    match days {
        None => String::new(),
        Some(0) => ", on the day of surgery".to_string(),
        Some(1) => ", 1 day before surgery".to_string(),
        Some(days) if days < 0 => format!(", {} after surgery", counted_days(days)),
        Some(days) => format!(", {days} days before surgery"),
    }
}
