//! The whole path of the results on one line of an export, as [`Results`] judged them.

mod interval;
mod quality;
mod understood;

use super::page::{Look, Page};
use crate::check::{Results, Work};
use crate::error::{Error, Result};
use crate::import::Export;
use crate::interpret::Rules;
use crate::interpretation::Interpretation;
use crate::resolve::Resolution;

/// Explains every result on a line of an export (the header is line 1).
///
/// # Errors
/// If the file cannot be read, or no result starts on that line.
pub fn line(rules: &Rules, export: &Export, line: u64, look: Look) -> Result<String> {
    let mut results = Results::of(rules, std::slice::from_ref(export), Work::default(), |_| {})?;
    let mut text = String::new();
    let (mut before, mut after) = (None, None);
    while let Some((result, resolution)) = results.next_traced()? {
        let at = result.observation.line;
        if at == line {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&page(rules, &result, &resolution, look));
        } else if at < line {
            before = Some(at);
        } else if after.is_none() {
            after = Some(at);
        }
    }
    if !text.is_empty() {
        return Ok(text);
    }
    let near: Vec<String> = [before, after]
        .into_iter()
        .flatten()
        .map(|at| at.to_string())
        .collect();
    let advice = if near.is_empty() {
        "the file has no result".to_string()
    } else {
        format!("the nearest results start on line {}", near.join(" and "))
    };
    Err(Error::new(export.label(), "no result starts on this line", advice).at(line))
}

fn page(
    rules: &Rules,
    result: &Interpretation<'_>,
    resolution: &Resolution<'_>,
    look: Look,
) -> String {
    let row = &result.observation;
    let mut page = Page::new(look);
    let name = if row.name.is_empty() {
        row.code
    } else {
        row.name
    };
    let name = result.analyte.map_or(name, |analyte| &analyte.name);
    page.title(
        &format!("{name} {} {}", row.value, row.unit),
        &format!("{}, line {}", row.file, row.line),
    );
    page.heading("As read");
    for (role, cell) in cells(result) {
        if !cell.trim().is_empty() {
            page.item(role, cell);
        }
    }
    page.heading("As understood");
    understood::write(&mut page, rules, result, resolution);
    page.heading("Interval");
    interval::write(&mut page, rules, result, resolution);
    quality::write(&mut page, rules, result);
    page.into_text()
}

/// The cells by their role, those of joined files too.
fn cells<'a>(result: &Interpretation<'a>) -> [(&'static str, &'a str); 24] {
    let row = &result.observation;
    [
        ("patient", row.patient),
        ("sample", row.sample),
        ("collected", row.collected),
        ("received", row.received),
        ("reported", row.reported),
        ("sex", row.sex),
        ("age", row.age),
        ("birth", row.birth),
        ("name", row.name),
        ("code", row.code),
        ("LOINC", row.loinc),
        ("specimen", row.specimen),
        ("section", row.category),
        ("condition", row.condition),
        ("pregnancy", row.pregnancy),
        ("sample note", row.specimen_condition),
        ("comparator", row.comparator),
        ("value", row.value),
        ("unit", row.unit),
        ("low limit", row.low),
        ("high limit", row.high),
        ("interval", row.range),
        ("flag", row.flag),
        ("comment", row.comment),
    ]
}
