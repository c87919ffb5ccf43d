//! Small words and marks that every part of the page uses.

use maud::{Markup, html};

use crate::interpretation::{Flag, Usability};
use crate::preop::sheet::{Item, Past, State};
use crate::workup::sheet::Standing;

/// A text of the file: its direction of writing ends where it ends.
pub(super) fn own(text: &str) -> Markup {
    html! { bdi { (text.trim()) } }
}

/// Value and unit, never apart.
pub(super) fn quantity(value: &str, unit: &str) -> Markup {
    html! {
        bdi.quantity { (value.trim()) @if !unit.is_empty() { " " (unit.trim()) } }
    }
}

/// A line to write on, as wide as what is to be written: `short`, `medium` or `long`.
pub(super) fn blank(width: &str) -> Markup {
    html! { span.blank.(width) {} }
}

/// A box to tick, with its word.
pub(super) fn tick(word: &str) -> Markup {
    html! { span.tick { span.square {} " " (word) } }
}

/// The boxed word of a state. Its frame tells it apart where there is no color.
pub(super) fn state(state: State) -> Markup {
    let frame = match state {
        State::Stop => "heavy",
        State::Review | State::Undetermined | State::Refused => "firm",
        State::Unusable => "dashed",
        State::Missing | State::Absent | State::Expired | State::Undated => "dotted",
        _ => "plain",
    };
    word(frame, state.word())
}

/// The boxed word for where a test of a work-up stands.
pub(super) fn word_of(standing: Standing) -> Markup {
    let frame = match standing {
        Standing::Critical => "heavy",
        Standing::Abnormal => "firm",
        Standing::Unusable => "dashed",
        Standing::NotInterpreted | Standing::NoResult | Standing::Missing => "dotted",
        Standing::Present => "plain",
    };
    word(frame, standing.word())
}

/// A word in a frame: `heavy`, `firm`, `dashed`, `dotted` or `plain`.
pub(super) fn word(frame: &str, word: &str) -> Markup {
    html! { b.state.(frame) { (word) } }
}

/// `11 days before surgery`; nothing if it is not known.
pub(super) fn before_surgery(days: Option<i64>) -> String {
    match days {
        None => String::new(),
        Some(0) => "on the day of surgery".to_owned(),
        Some(1) => "1 day before surgery".to_owned(),
        Some(days) if 0 < days => format!("{days} days before surgery"),
        Some(-1) => "1 day after the day of surgery".to_owned(),
        Some(days) => format!("{} days after the day of surgery", days.unsigned_abs()),
    }
}

/// A time; what it is of, where it is not that of the collection.
pub(super) fn dated(stands_in: &str, time: &str) -> Markup {
    html! { @if !stands_in.is_empty() { (stands_in) " " } (own(time)) }
}

/// `collected 2026-11-20 08:05, 11 days before surgery`.
pub(super) fn collected(item: &Item) -> Markup {
    let before = before_surgery(item.age_days);
    html! {
        @if item.collected.trim().is_empty() { "day of collection not known" }
        @else { (item.was()) " " (own(&item.collected)) @if !before.is_empty() { ", " (before) } }
    }
}

/// An earlier result, with its day.
pub(super) fn past(past: &Past) -> Markup {
    html! {
        (quantity(&past.value, &past.unit))
        @if past.collected.is_empty() { " (day not known)" }
        @else if past.stands_in.is_empty() { " on " (own(&past.collected)) }
        @else { ", " (past.stands_in) " " (own(&past.collected)) }
        @if past.spoiled { ", not usable" }
    }
}

/// `>=` as it is printed.
pub(super) fn typeset(limit: &str) -> String {
    limit.replace(">=", "\u{2265}").replace("<=", "\u{2264}")
}

/// The limit that an item crossed, and whose it is. Never the one without the other.
pub(super) fn limit(item: &Item) -> Markup {
    let owner = item.limit_owner.trim();
    html! {
        @if !item.limit.is_empty() {
            @if item.state == State::Undetermined { "may or may not cross " }
            "limit " b { (typeset(&item.limit)) } ", "
            @if owner.is_empty() { "owner not stated" } @else { (own(owner)) }
        } @else if !owner.is_empty() { (own(owner)) }
        @if item.unsourced { " (no source: working knowledge)" }
        @else if !item.source.is_empty() && item.source.trim() != owner {
            @if item.limit.is_empty() && owner.is_empty() { (own(&item.source)) }
            @else { " (" (own(&item.source)) ")" }
        }
    }
}

/// Whose interval it is.
pub(super) fn whose(source: &str) -> String {
    match source {
        "report" => "printed on the report".to_owned(),
        "lab" => "the laboratory's own".to_owned(),
        "" => "owner not stated".to_owned(),
        profile => format!("profile {profile}"),
    }
}

/// A flag in words. Never "normal": the word would be read as a verdict on the patient.
pub(super) fn flag(flag: Option<Flag>) -> &'static str {
    match flag {
        None => "not judged",
        Some(Flag::CriticalLow) => "CRITICAL LOW",
        Some(Flag::Low) => "low",
        Some(Flag::Normal) => "inside",
        Some(Flag::High) => "high",
        Some(Flag::CriticalHigh) => "CRITICAL HIGH",
    }
}

/// What the sample takes from a result; nothing where it takes nothing.
pub(super) fn usability(usability: Option<Usability>) -> Option<&'static str> {
    match usability? {
        Usability::Usable => None,
        Usability::Caution => Some("caution"),
        Usability::Indeterminate => Some("IN DOUBT"),
        Usability::Unusable => Some("NOT USABLE"),
    }
}
