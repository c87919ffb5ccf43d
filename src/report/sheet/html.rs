//! The sheet as one HTML file: for a screen, a phone, and A4 paper in black and white. The reviews of a
//! work-up (`review`) have the same frame and the same look.
//!
//! It needs nothing else: no script, no font, no picture from elsewhere, and its policy of content
//! forbids them. Every text is escaped where it is put in, and a whole page is freed of characters
//! that hide or reorder text before it is written, so that none can be forgotten. Words carry every
//! meaning; frames and weight support them, hue only on a screen.

use std::io::{self, Write};

use maud::{Markup, PreEscaped, html};

use super::super::harmless::harmless_markup;
use crate::preop::sheet::{Provenance, Section, Sheet};

mod ask;
mod confidential;
mod cover;
mod foot;
mod front;
mod items;
mod lacking;
mod results;
pub(super) mod review;
mod samples;
mod signoff;
mod svg;
mod words;

#[cfg(test)]
mod tests;

/// The look, on a screen and on paper.
const STYLE: &str = include_str!("html/style.css");

/// Only what stands in the file itself, and of that only its style.
const CONTENT_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Tags that begin a line of the file.
const BLOCKS: [&str; 17] = [
    "head", "meta", "style", "body", "main", "article", "section", "table", "tbody", "tr", "ul",
    "li", "dl", "div", "p", "h2", "h3",
];

/// The title of every page of the open part.
const TITLE: &str = "Pre-operative laboratory review";

/// Writes one file with all sheets, in their order; in front of several, a cover. Only one sheet at a
/// time is held as text.
///
/// # Errors
/// If the output cannot be written.
pub fn write(out: &mut impl Write, sheets: &[Sheet], provenance: &Provenance) -> io::Result<()> {
    let is_several = sheets.len() > 1;
    let cover = is_several.then(|| {
        let cover = framed(
            cover::running(sheets, provenance),
            cover::content(sheets, provenance),
        );
        html! { article.page.cover-page { (cover) } }
    });
    let pages = sheets
        .iter()
        .enumerate()
        .map(|(at, sheet)| one(at, sheet, is_several, provenance));
    file(out, TITLE, cover.into_iter().chain(pages))
}

/// Writes a file of these pages, one at a time. Its title names nobody: it is shown in lists of windows
/// and printed at the edge of pages.
fn file(out: &mut impl Write, title: &str, pages: impl Iterator<Item = Markup>) -> io::Result<()> {
    out.write_all(b"<!DOCTYPE html>\n<html lang=\"en\">")?;
    put(out, head(title))?;
    out.write_all(b"\n<body>\n<main>")?;
    for page in pages {
        put(out, page)?;
    }
    out.write_all(b"\n</main>\n</body>\n</html>\n")
}

/// The same as a text.
#[must_use]
pub fn page(sheets: &[Sheet], provenance: &Provenance) -> String {
    let mut out = Vec::new();
    // Memory takes everything, and all parts are UTF-8.
    let _ = write(&mut out, sheets, provenance);
    String::from_utf8_lossy(&out).into_owned()
}

/// Writes a piece of the page, made harmless, a block to a line, so that two pages can be compared
/// line by line. Texts are escaped: every `<` begins a tag.
fn put(out: &mut impl Write, markup: Markup) -> io::Result<()> {
    let piece = harmless_markup(markup.into_string());
    for (at, part) in piece.split('<').enumerate() {
        if at != 0 {
            let name = part.split([' ', '>']).next().unwrap_or_default();
            let start: &[u8] = if BLOCKS.contains(&name) { b"\n<" } else { b"<" };
            out.write_all(start)?;
        }
        out.write_all(part.as_bytes())?;
    }
    Ok(())
}

/// The head of the file.
fn head(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(CONTENT_POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="robots" content="noindex, noarchive";
            // Phones take results for telephone numbers.
            meta name="format-detection" content="telephone=no, date=no, address=no";
            title { (title) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

/// The name of a sheet within the file.
fn anchor(at: usize) -> String {
    format!("sheet-{}", at + 1)
}

/// One patient: the open part, and the confidential part on a page of its own.
fn one(at: usize, sheet: &Sheet, is_several: bool, provenance: &Provenance) -> Markup {
    let number = is_several.then_some(at + 1);
    let running = |title| {
        let surgery = front::surgery(&sheet.surgery);
        front::running(title, &sheet.patient, &surgery, number)
    };
    html! {
        article.page id=(anchor(at)) {
            (framed(running(TITLE), open(sheet, provenance)))
        }
        @if sheet.has_confidential() {
            article.page.confidential {
                (framed(running(confidential::TITLE), confidential::content(sheet, provenance)))
            }
        }
    }
}

/// The content under a head that paper repeats on every page: a second page without a name is
/// dangerous. Only the head of a table is repeated by every browser; it is no table to a reader.
fn framed(head: Markup, content: Markup) -> Markup {
    html! {
        table.frame role="presentation" {
            thead { tr { td { (head) } } }
            tbody { tr { td { (content) } } }
        }
    }
}

/// The open part: the front, then what flows on overleaf.
fn open(sheet: &Sheet, provenance: &Provenance) -> Markup {
    html! {
        (front::header(sheet, provenance))
        (front::verdict(sheet))
        (front::example(provenance))
        (front::notices(&sheet.notices, sheet.has_confidential()))
        (front::trends(&sheet.trends))
        (items::section(sheet, Section::A))
        (items::section(sheet, Section::B))
        (samples::section(sheet))
        (lacking::section(sheet, Section::D))
        (signoff::section())
        (lacking::section(sheet, Section::E))
        (items::section(sheet, Section::F))
        (results::section(sheet))
        (ask::section(sheet))
        (ask::guideline(sheet))
        (foot::section(sheet, provenance))
    }
}
