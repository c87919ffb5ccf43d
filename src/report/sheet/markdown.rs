//! The sheets as Markdown.

use std::fmt::Write as _;

use super::line::{facts, gathered, small, subject};
use super::{NOT_A_DECISION, added, cover, head};
use crate::preop::sheet::{Item, Provenance, ResultGroup, Section, Sheet};
use crate::report::harmless::harmless;
use crate::text::counted;

/// The cover, where there are several, and then one sheet after the other.
pub(super) fn write(sheets: &[Sheet], provenance: &Provenance) -> String {
    let mut out = String::new();
    if 1 < sheets.len() {
        write_cover(&mut out, sheets);
    }
    for sheet in sheets {
        write_sheet(&mut out, sheet, provenance);
    }
    out
}

/// Text from a file: no sign of it is Markdown or HTML.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in harmless(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// A line.
pub(super) fn put(out: &mut String, text: &str) {
    // Writing to memory does not fail.
    let _ = writeln!(out, "{text}");
}

fn write_cover(out: &mut String, sheets: &[Sheet]) {
    put(out, "# Pre-operative review: cover\n");
    for (verdict, of_it) in cover::by_verdict(sheets) {
        put(out, &format!("## {} ({})\n", verdict.words(), of_it.len()));
        for sheet in of_it {
            let mut parts = vec![head::name(sheet), cover::because(sheet), added(sheet)];
            parts.retain(|part| !part.is_empty());
            put(out, &format!("- {}", escape(&parts.join(": "))));
        }
        out.push('\n');
    }
    for (title, lines) in [
        ("Recollect", cover::recollect(sheets)),
        ("Who lacks what", cover::lacking(sheets)),
    ] {
        put(out, &format!("## {title} ({})\n", lines.len()));
        for line in lines {
            put(out, &format!("- {}", escape(&line)));
        }
        out.push('\n');
    }
}

fn write_sheet(out: &mut String, sheet: &Sheet, provenance: &Provenance) {
    put(out, "# Pre-operative review\n");
    for line in head::lines(sheet) {
        put(out, &format!("{}  ", escape(&line)));
    }
    put(
        out,
        &format!("\n**{}** {}\n", head::verdict(sheet), added(sheet)),
    );
    for notice in &sheet.notices {
        put(out, &format!("> **Check:** {}\n", escape(&notice.text)));
    }
    for trend in &sheet.trends {
        put(out, &format!("{}  ", escape(&head::trend(trend))));
    }
    out.push('\n');
    for section in [Section::A, Section::B, Section::C, Section::D] {
        write_section(out, sheet, section);
    }
    put(out, "## I Sign-off\n");
    for blank in head::SIGN_OFF {
        put(out, &format!("- {}", escape(blank)));
    }
    out.push('\n');
    for section in [Section::E, Section::F] {
        write_section(out, sheet, section);
    }
    put(
        out,
        &format!(
            "## G All results ({})\n",
            counted(sheet.counts.rows, "row", "rows")
        ),
    );
    write_groups(out, &sheet.groups, false);
    put(out, "## H To ask\n");
    for question in sheet
        .questions
        .iter()
        .filter(|question| !question.confidential)
    {
        put(out, &format!("- {}", escape(&head::question(question))));
    }
    out.push('\n');
    if sheet.has_confidential() {
        put(out, &format!("## {}\n", escape(head::CONFIDENTIAL)));
        for item in sheet.items.iter().filter(|item| item.confidential) {
            write_item(out, item);
        }
        write_groups(out, &sheet.groups, true);
        for question in sheet
            .questions
            .iter()
            .filter(|question| question.confidential)
        {
            put(out, &format!("- {}", escape(&head::question(question))));
        }
        out.push('\n');
    }
    put(out, "## J What this rests on\n");
    for line in head::provenance(provenance) {
        put(out, &format!("- {}", escape(&line)));
    }
    put(out, &format!("- {NOT_A_DECISION}\n"));
}

fn write_section(out: &mut String, sheet: &Sheet, section: Section) {
    put(
        out,
        &format!("## {} {}\n", section.letter(), section.title()),
    );
    let mut any = false;
    for item in gathered(sheet.section(section)) {
        any = true;
        write_item(out, &item);
    }
    if !any || 0 < sheet.confidential_in(section) {
        put(out, &head::nothing(sheet, section));
    }
    out.push('\n');
}

fn write_item(out: &mut String, item: &Item) {
    put(
        out,
        &format!(
            "- **{}** **{}**  ",
            item.state.word(),
            escape(&subject(item))
        ),
    );
    let facts = facts(item);
    if !facts.is_empty() {
        put(out, &format!("  {}  ", escape(&facts.join(" · "))));
    }
    put(out, &format!("  {}  ", escape(&item.action)));
    if item.section == Section::A {
        put(out, &format!("  {}  ", escape(head::PHONED)));
    }
    let small = small(item);
    if !small.is_empty() {
        put(out, &format!("  {}", escape(&small.join(" · "))));
    }
}

/// The groups of rows of the open, or of the confidential part.
pub(super) fn write_groups(out: &mut String, groups: &[ResultGroup], confidential: bool) {
    for group in groups
        .iter()
        .filter(|group| group.confidential == confidential)
    {
        put(out, &format!("### {}\n", escape(&group.title)));
        put(
            out,
            "| Analyte | Value | Flag | Interval, usability, collected, remarks |",
        );
        put(out, "|---|---|---|---|");
        for row in &group.rows {
            put(
                out,
                &format!(
                    "| {} | {} {} | {} | {} |",
                    escape(&row.name),
                    escape(&row.value),
                    escape(&row.unit),
                    head::flag(row),
                    escape(&head::result_facts(row).join(" · "))
                ),
            );
        }
        out.push('\n');
    }
}
