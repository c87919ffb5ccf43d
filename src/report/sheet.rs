//! The review sheet, in four forms. [`crate::preop::Sheet`] has the texts; a form only escapes and
//! arranges them.

mod cover;
mod head;
pub mod html;
mod json;
mod line;
mod markdown;
mod page;
mod review;
mod text;

use std::io::Write;

pub use json::SCHEMA;
pub use review::write_reviews;

use crate::error::Result;
use crate::preop::sheet::{Item, State, Verdict};
use crate::preop::{Provenance, Sheet};
use crate::report::Style;
use crate::text::counted_plainly;

/// The forms of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum SheetForm {
    /// For a terminal.
    #[default]
    Text,
    /// For a record or a message.
    Markdown,
    /// For a program.
    Json,
    /// To print: one self-contained page per patient.
    Html,
}

/// Writes the sheets of a run.
///
/// # Errors
/// If the output cannot be written.
pub fn write(
    form: SheetForm,
    mut out: impl Write,
    sheets: &[Sheet],
    provenance: &Provenance,
    style: Style,
) -> Result<()> {
    let text = match form {
        SheetForm::Html => return html::write(&mut out, sheets, provenance).map_err(super::broken),
        SheetForm::Text => text::write(sheets, provenance, style),
        SheetForm::Markdown => markdown::write(sheets, provenance),
        SheetForm::Json => json::write(sheets, provenance),
    };
    out.write_all(text.as_bytes()).map_err(super::broken)
}

/// What the line of the verdict adds: `+ 2 missing, 1 unusable`.
fn added(sheet: &Sheet) -> String {
    let counts = &sheet.counts;
    let mut parts = vec![
        format!("{} missing", counts.missing),
        format!("{} unusable", counts.unusable),
    ];
    for (count, words) in [
        (counts.expired, "expired"),
        (counts.not_interpreted, "not interpreted"),
        (counts.optimize, "to optimize"),
        (counts.noted, "noted"),
        (counts.without_limit, WITHOUT_LIMIT),
    ] {
        if 0 < count {
            parts.push(format!("{count} {words}"));
        }
    }
    if sheet.has_followed_stop() {
        parts.push(FOLLOWED.to_string());
    }
    let added = format!("+ {}", parts.join(", "));
    match past_noted(sheet) {
        0 => added,
        count => format!(
            "but for {} past a limit that is only noted: {added}",
            counted_plainly(count, "result")
        ),
    }
}

/// How many results are past a limit of the tier note where the verdict says that none is past a limit: it is true with these
/// words behind it.
fn past_noted(sheet: &Sheet) -> usize {
    let is_past = |item: &&Item| {
        item.state == State::Note && !item.limit_owner.is_empty() && !item.source.is_empty()
    };
    match sheet.verdict {
        Verdict::NothingOutside => sheet.items.iter().filter(is_past).count(),
        _ => 0,
    }
}

/// A verdict on the newest results alone would hide that an earlier one was a stop.
const FOLLOWED: &str = "an earlier stop followed by a later result";

/// What is counted where nothing in front speaks of an abnormal result.
const WITHOUT_LIMIT: &str = "outside where this policy has no limit (section F alone)";

/// The statement that closes every sheet.
const NOT_A_DECISION: &str = "An aid to review. It does not replace clinical judgement and does not decide whether surgery goes ahead.";
