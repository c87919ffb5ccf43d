//! The page in front of several sheets: for the nurse who has forty of them to work through. It names
//! several patients, so it belongs to none of them.

use maud::{Markup, html};

use super::front::example;
use super::items::{phoned, tube};
use super::samples::{shared, tubes};
use super::words::{collected, dated, limit, own, quantity};
use crate::preop::sheet::{Identity, Item, Provenance, Section, Sheet, Verdict};
use crate::report::sheet::added;
use crate::report::sheet::cover::by_when;
use crate::report::sheet::line::tube_doubt;
use crate::text::counted_plainly;

/// What stands at the top of each of its pages.
pub(super) fn running(sheets: &[Sheet], provenance: &Provenance) -> Markup {
    html! {
        div.running {
            h1 {
                span.document { "Pre-operative laboratory review" } " "
                span.who { (counted_plainly(sheets.len(), "patient")) }
            }
            p.born { (provenance.when) }
        }
    }
}

/// The content of the cover.
pub(super) fn content(sheets: &[Sheet], provenance: &Provenance) -> Markup {
    html! {
        p.warning {
            "Work list for the staff. It names several patients: do not put it into any patient's notes."
        }
        (example(provenance))
        (by_verdict(sheets))
        (phone_first(sheets))
        (recollect(sheets))
        (lacking(sheets))
        section.part.j { (super::foot::before_surgery(provenance, &rows(sheets))) }
    }
}

fn rows(sheets: &[Sheet]) -> String {
    let rows = sheets.iter().map(|sheet| sheet.counts.rows).sum();
    format!(
        "{} of {}",
        counted_plainly(rows, "row"),
        counted_plainly(sheets.len(), "patient")
    )
}

/// The patient as a link to the sheet, which stands `at` in the run.
fn patient(at: usize, identity: &Identity) -> Markup {
    html! {
        a href=(format!("#{}", super::anchor(at))) {
            @if identity.id.trim().is_empty() { "not named (sheet " (at + 1) ")" } @else { (own(&identity.id)) }
        }
    }
}

/// The day before which something has to be there.
fn before(sheet: &Sheet) -> Markup {
    own(&by_when(sheet, false))
}

fn by_verdict(sheets: &[Sheet]) -> Markup {
    html! {
        section.part {
            h2 { "Patients by verdict" }
            table.cover role="table" {
                caption { "The gravest first. What each sheet leaves open stands with its patient." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Verdict" }
                    th scope="col" role="columnheader" { "Number" }
                    th scope="col" role="columnheader" { "Patients" }
                } }
                tbody role="rowgroup" { @for verdict in Verdict::ALL { (verdict_row(sheets, verdict)) } }
            }
        }
    }
}

fn verdict_row(sheets: &[Sheet], verdict: Verdict) -> Markup {
    let of: Vec<(usize, &Sheet)> = (sheets.iter().enumerate())
        .filter(|(_, sheet)| sheet.verdict == verdict)
        .collect();
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { b.verdict-word.(verdict.key()) { (verdict.words()) } }
            td.number role="cell" data-label="Number" { (of.len()) }
            td role="cell" {
                @if of.is_empty() { "none" }
                ul.patients { @for (at, sheet) in of {
                    li { (patient(at, &sheet.patient)) " " span.light { (added(sheet)) } }
                } }
            }
        }
    }
}

fn phone_first(sheets: &[Sheet]) -> Markup {
    let mut urgent: Vec<(usize, &Sheet)> = (sheets.iter().enumerate())
        .filter(|(_, sheet)| sheet.is_urgent())
        .collect();
    // The nearest surgery first; one without a day may be tomorrow.
    urgent.sort_by_key(|(_, sheet)| (sheet.surgery.days_to, sheet.verdict != Verdict::Action));
    html! {
        section.part.a.empty[urgent.is_empty()] {
            h2 { "Phone first" }
            @if urgent.is_empty() { p.none { "Nobody by this policy." } }
            ul.items { @for (at, sheet) in urgent {
                li.item.stop {
                    p.what { b.state.heavy { (word(sheet)) } " " strong { (patient(at, &sheet.patient)) } " " span.limit { "surgery " (own(&sheet.surgery.date)) } }
                    @for item in sheet.items.iter().filter(|item| item.is_urgent() && !item.confidential) { (reason(item)) }
                    @if sheet.items.iter().any(|item| item.is_urgent() && item.confidential) { p.facts { "See the confidential part." } }
                    (phoned())
                }
            } }
        }
    }
}

/// `STOP`, or `CALL` for a number that would be one on a sample that is not usable.
fn word(sheet: &Sheet) -> &'static str {
    match sheet.items.iter().any(|item| item.section == Section::A) {
        true => "STOP",
        false => "CALL",
    }
}

fn reason(item: &Item) -> Markup {
    html! {
        p.facts {
            b { (own(&item.name)) " " (quantity(&item.value, &item.unit)) } " \u{b7} " (limit(item))
            " \u{b7} " (collected(item))
            @if let Some(doubt) = tube_doubt(item) { " \u{b7} " b { (own(&doubt)) } }
        }
    }
}

fn recollect(sheets: &[Sheet]) -> Markup {
    let any = sheets
        .iter()
        .any(|sheet| sheet.section(Section::C).next().is_some());
    html! {
        section.part.c.empty[!any] {
            h2 { "Recollect" }
            @if !any { p.none { "No tube by this policy." } } @else {
                table.cover role="table" {
                    caption { "Tubes that cannot be used, one line each." }
                    thead role="rowgroup" { tr role="row" {
                        @for column in ["Patient", "Tube", "Why", "Repeat", "By when", "Done"] {
                            th scope="col" role="columnheader" { (column) }
                        }
                    } }
                    tbody role="rowgroup" { @for (at, sheet, items) in drawn_again(sheets) { (tube_row(at, sheet, &items)) } }
                }
            }
        }
    }
}

/// Every tube, those of now first.
fn drawn_again(sheets: &[Sheet]) -> Vec<(usize, &Sheet, Vec<&Item>)> {
    let mut all = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let of_sheet = tubes(sheet.section(Section::C)).into_iter();
        all.extend(of_sheet.map(|items| (at, sheet, items)));
    }
    all.sort_by_key(|(.., items)| !items.iter().any(|item| item.at_once));
    all
}

fn tube_row(at: usize, sheet: &Sheet, items: &[&Item]) -> Markup {
    let Some(first) = items.first() else {
        return html! {};
    };
    let why = shared(items, |item| &item.sample_remark).unwrap_or("see the sheet");
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (patient(at, &sheet.patient)) }
            td role="cell" data-label="Tube" { (tube(first)) @if !first.collected.is_empty() { ", " (dated(first.stands_in, &first.collected)) } }
            td role="cell" data-label="Why" { (own(why)) }
            td role="cell" data-label="Repeat" { (names(items.iter().copied())) }
            td role="cell" data-label="By when" { (tube_by_when(sheet, items)) }
            td role="cell" data-label="Done" { span.square {} }
        }
    }
}

fn tube_by_when(sheet: &Sheet, items: &[&Item]) -> Markup {
    match items.iter().any(|item| item.at_once) {
        true => html! { b { (by_when(sheet, true)) } },
        false => before(sheet),
    }
}

/// Names, each once.
fn names<'a>(items: impl Iterator<Item = &'a Item>) -> Markup {
    let mut names: Vec<&str> = Vec::new();
    for item in items {
        if !names.contains(&item.name.as_str()) {
            names.push(&item.name);
        }
    }
    html! { @for (at, name) in names.iter().enumerate() { @if at != 0 { ", " } (own(name)) } }
}

fn lacking(sheets: &[Sheet]) -> Markup {
    let is_lacking = |sheet: &&Sheet| lacks(sheet).next().is_some() || hidden(sheet);
    let any = sheets.iter().any(|sheet| is_lacking(&sheet));
    html! {
        section.part.d.empty[!any] {
            h2 { "Who lacks what" }
            @if !any { p.none { "Nobody by this policy." } } @else {
                table.cover role="table" {
                    caption { "Missing, expired or unclear, by patient." }
                    thead role="rowgroup" { tr role="row" {
                        @for column in ["Patient", "What", "By when", "Done"] {
                            th scope="col" role="columnheader" { (column) }
                        }
                    } }
                    tbody role="rowgroup" {
                        @for (at, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| is_lacking(sheet)) {
                            tr role="row" {
                                th scope="row" role="rowheader" { (patient(at, &sheet.patient)) }
                                td role="cell" { (what(sheet)) }
                                td role="cell" data-label="By when" { (before(sheet)) }
                                td role="cell" data-label="Done" { span.square {} }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn lacks(sheet: &Sheet) -> impl Iterator<Item = &Item> {
    sheet.section(Section::D)
}

/// True if the confidential page lacks something, too: what, is said only there.
fn hidden(sheet: &Sheet) -> bool {
    (sheet.items.iter()).any(|item| item.confidential && item.section == Section::D)
}

/// What a patient lacks, by its state.
fn what(sheet: &Sheet) -> Markup {
    let mut states = Vec::new();
    for item in lacks(sheet) {
        if !states.contains(&item.state) {
            states.push(item.state);
        }
    }
    html! {
        @for state in states {
            p { b { (state.word()) } " " (names(lacks(sheet).filter(|item| item.state == state))) }
        }
        @if hidden(sheet) { p { "see the confidential part (separate page)" } }
    }
}
