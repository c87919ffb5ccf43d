//! Section G: every row of the export, in groups, with its place in the interval and its course.

use maud::{Markup, html};

use super::super::head::derived_by;
use super::items::heading;
use super::svg;
use super::words::{dated, flag, own, quantity, typeset, usability};
use crate::interpretation::{Flag, Usability};
use crate::preop::sheet::{ResultGroup, ResultRow, Sheet};

/// The columns of the table. Remarks stand on a line of their own below their row.
const COLUMNS: [&str; 8] = [
    "Test",
    "Result",
    "Flag",
    "Position",
    "Interval",
    "Course",
    "Previous",
    "Collected",
];

/// The section.
pub(super) fn section(sheet: &Sheet) -> Markup {
    let open: Vec<&ResultGroup> = (sheet.groups.iter())
        .filter(|group| !group.confidential && !group.rows.is_empty())
        .collect();
    html! {
        section.part.g.empty[open.is_empty()] {
            (heading("G", "All results"))
            @if open.is_empty() { p.none { "No result of this patient in the file." } }
            @else { (table(&open, "Every row, the newest first.", "policy")) }
        }
    }
}

/// The results of several groups in one table, so that its columns stay in line. `held_against` is what
/// the sheet itself rests on, which judged none of these flags.
pub(super) fn table(groups: &[&ResultGroup], caption: &str, held_against: &str) -> Markup {
    html! {
        table.results role="table" {
            caption {
                (caption) " Flag: against the interval beside it (report, lab's own, or profile), not against the " (held_against) ". "
                span.square.hatched {} " interval " span.diamond {} " value; hollow: sample not usable."
            }
            thead role="rowgroup" {
                tr role="row" { @for column in COLUMNS { th scope="col" role="columnheader" { (column) } } }
            }
            @for group in groups {
                tbody role="rowgroup" {
                    tr.group role="row" { th colspan="8" scope="rowgroup" role="rowheader" { (group.title) } }
                    @for (at, shown) in group.rows.iter().enumerate() {
                        (row(shown, at != 0 && is_same(&group.rows[at - 1], shown)))
                    }
                }
            }
        }
    }
}

/// True for an older result of the analyte above.
fn is_same(above: &ResultRow, row: &ResultRow) -> bool {
    (&above.analyte, &above.name) == (&row.analyte, &row.name)
}

fn row(row: &ResultRow, is_older: bool) -> Markup {
    let outside = is_outside(row);
    let remarked = !row.remarks.is_empty();
    html! {
        tr.older[is_older].outside[outside].remarked[remarked] role="row" {
            th.test scope="row" role="rowheader" {
                (own(&row.name)) @if row.derived { span.light { " " (derived_by(&row.formula)) } }
            }
            td.result role="cell" { (quantity(&row.value, &row.unit)) }
            td.flag role="cell" { (judged(row)) }
            td.position role="cell" { @if let Some(position) = &row.position { (svg::bar(position, &place(row))) } }
            td.interval role="cell" { (interval(row)) }
            td.trend role="cell" { (svg::sparkline(&row.course, &row.name)) }
            td.previous role="cell" { (own(&row.previous)) }
            td.collected role="cell" { (collected(row)) }
        }
        @if remarked { (remarks(&row.remarks, COLUMNS.len())) }
    }
}

/// True for a flag that is not inside.
pub(super) fn is_outside(row: &ResultRow) -> bool {
    row.flag.is_some_and(|flag| flag != Flag::Normal)
}

/// The flag in a word, and what the sample takes from it.
pub(super) fn judged(row: &ResultRow) -> Markup {
    let word = flag_word(row);
    let frame = match row.usability {
        Some(Usability::Unusable | Usability::Indeterminate) => "dashed",
        _ => "plain",
    };
    html! {
        @if row.flag.is_some_and(Flag::is_critical) { b.state.heavy { (word) } } @else { (word) }
        @if let Some(sample) = usability(row.usability) { " " b.state.(frame) { (sample) } }
    }
}

/// The interval and whose it is.
pub(super) fn interval(row: &ResultRow) -> Markup {
    html! {
        @if row.interval.is_empty() { span.light { "none" } }
        @else { (own(&typeset(&row.interval))) " " span.light { (briefly_whose(&row.interval_source)) } }
    }
}

/// When it was collected.
pub(super) fn collected(row: &ResultRow) -> Markup {
    html! {
        @if row.collected.is_empty() { span.light { "not known" } } @else { (dated(row.stands_in, &row.collected)) }
    }
}

/// What is to be said of a row, on a line of its own below it.
pub(super) fn remarks(remarks: &[String], columns: usize) -> Markup {
    html! {
        tr.remarks role="row" {
            td colspan=(columns) role="cell" {
                @for (at, remark) in remarks.iter().enumerate() {
                    @if at != 0 { " \u{b7} " } (own(remark))
                }
            }
        }
    }
}

/// The flag in a word. On a spoiled sample "inside" is a question.
fn flag_word(row: &ResultRow) -> &'static str {
    match (row.flag, row.usability) {
        (Some(Flag::Normal), Some(Usability::Unusable | Usability::Indeterminate)) => "inside?",
        _ => flag(row.flag),
    }
}

/// Whose interval, as short as a column; the caption says what the words mean.
fn briefly_whose(source: &str) -> Markup {
    html! { @if source.is_empty() { "owner?" } @else { (own(source)) } }
}

/// What the bar shows, in words.
fn place(row: &ResultRow) -> String {
    let unit = if row.unit.is_empty() { "" } else { " " };
    format!(
        "{}{unit}{}: {}, interval {}",
        row.value,
        row.unit,
        flag_word(row),
        typeset(&row.interval)
    )
}
