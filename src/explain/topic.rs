//! What a word on the command line means: a notice, a LOINC code, a name. Never a guess.

use std::fmt::Write as _;

use super::analyte;
use super::page::{Look, Page};
use super::words;
use crate::error::{Error, Result};
use crate::notice::Code;
use crate::reference::{Catalog, NameMeaning};
use crate::resolve::nearest_names;
use crate::text::fold_name;

/// Nearest names that an error offers.
const OFFERED: usize = 4;

/// Every analyte and every notice code.
#[must_use]
pub fn list(catalog: &Catalog) -> String {
    let mut text = String::from("Analytes\n");
    for analyte in catalog.analytes() {
        let group = analyte.group.replace('_', " ");
        let _ = writeln!(text, "  {:<28} {} ({group})", analyte.id, analyte.name);
    }
    text.push_str("\nNotice codes\n");
    for code in Code::ALL {
        let _ = writeln!(text, "  {:<28} {}", code.as_str(), code.severity().as_str());
    }
    text
}

/// The page of an analyte (by id, any name, LOINC code) or of a notice code.
///
/// # Errors
/// If the word means nothing here; the message offers the nearest names.
pub fn topic(catalog: &Catalog, what: &str, look: Look) -> Result<String> {
    let what = what.trim();
    if let Some(code) = Code::from_code(what) {
        return Ok(notice(code, look));
    }
    // The id first: as a name it may have other meanings too (`pt`).
    if let Some(known) = catalog.analyte(what) {
        return Ok(analyte::page(catalog, known, look));
    }
    if let Some(meaning) = catalog.by_loinc(what) {
        return Ok(analyte::page(catalog, meaning.analyte, look));
    }
    let meanings: Vec<NameMeaning<'_>> = catalog.by_name(&fold_name(what)).collect();
    match meanings.as_slice() {
        [] => Err(unknown(catalog, what, "analyte, LOINC code or notice code")),
        [only] if only.rule.is_none() => Ok(analyte::page(catalog, only.analyte, look)),
        several => Ok(ambiguous(catalog, what, several, look)),
    }
}

/// The page of a notice code.
fn notice(code: Code, look: Look) -> String {
    let mut page = Page::new(look);
    page.title(code.as_str(), code.severity().as_str());
    page.paragraph(2, code.meaning());
    page.paragraph(2, &format!("What to do: {}", code.what_to_do()));
    page.into_text()
}

/// All meanings of a name with what settles each; then the pages.
fn ambiguous(catalog: &Catalog, what: &str, meanings: &[NameMeaning<'_>], look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(
        0,
        &format!("{what:?} needs context; alone it is never resolved."),
    );
    for meaning in meanings {
        let name = meaning
            .variant
            .map_or(&meaning.analyte.name, |variant| &variant.name);
        page.hanging(
            2,
            6,
            &format!(
                "{name} [{}]: {}",
                meaning.analyte.id,
                settles(catalog, meaning)
            ),
        );
        if let Some(rule) = meaning.rule {
            page.paragraph(6, &format!("else it may be: {}", rule.also));
        }
    }
    let mut text = page.into_text();
    if let [only] = meanings {
        text.push('\n');
        text.push_str(&analyte::page(catalog, only.analyte, look));
    } else {
        let _ = writeln!(text, "\nserumcheck explain ID shows one of them.");
    }
    text
}

/// What makes a name mean this analyte.
pub(crate) fn settles(catalog: &Catalog, meaning: &NameMeaning<'_>) -> String {
    let Some(rule) = meaning.rule else {
        return "always".to_string();
    };
    let units: Vec<&str> = rule
        .units
        .iter()
        .map(|unit| catalog.units().printed(unit.code))
        .collect();
    let specimens: Vec<&str> = rule
        .specimens
        .iter()
        .map(|specimen| specimen.as_str())
        .collect();
    let mut ways = Vec::new();
    if !units.is_empty() {
        ways.push(format!("with the unit {}", units.join(", ")));
    }
    if !specimens.is_empty() {
        ways.push(format!("with the specimen {}", specimens.join(", ")));
    }
    if !rule.beside.is_empty() {
        ways.push(format!(
            "beside {} in the same file",
            words::listed(rule.beside)
        ));
    }
    if ways.is_empty() {
        "nothing settles it; write it out, or give a LOINC code".to_string()
    } else {
        ways.join(", or ")
    }
}

/// The error for a word that means nothing here.
pub(crate) fn unknown(catalog: &Catalog, what: &str, sought: &str) -> Error {
    let near = nearest_names(catalog, what, OFFERED);
    let advice = if near.is_empty() {
        "serumcheck explain --list names all of them".to_string()
    } else {
        format!(
            "did you mean {}? serumcheck explain --list names all of them",
            near.join(", ")
        )
    };
    Error::new(
        "",
        format!("{what:?} is no {sought} this program knows"),
        advice,
    )
}
