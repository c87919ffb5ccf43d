//! A page for a terminal: lines no wider than it, nothing on them that steers it.

use super::head;
use crate::preop::sheet::{Question, ResultGroup, ResultRow};
use crate::report::Style;
use crate::report::harmless::harmless;
use crate::report::paint::{Tone, paint};
use crate::report::table::bar::{self, Bar};
use crate::report::text::{cut, fill, width};

/// Columns of a value with its unit and flag in a group of rows.
const VALUE: usize = 26;

/// A page being written.
pub(super) struct Page {
    out: String,
    width: usize,
    color: bool,
}

impl Page {
    /// An empty one.
    pub(super) fn new(style: Style) -> Page {
        Page {
            out: String::new(),
            width: style.width.max(40),
            color: style.color,
        }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A group of rows.
    pub(super) fn group(&mut self, group: &ResultGroup) {
        self.line(2, &group.title, Tone::Plain);
        for row in &group.rows {
            self.result(row);
        }
    }

    /// What stands small under something.
    pub(super) fn small(&mut self, texts: &[String]) {
        for text in texts {
            for line in fill(std::slice::from_ref(text), " · ", self.width - 4) {
                self.line(4, &line, Tone::Faint);
            }
        }
    }

    /// One row of the export.
    pub(super) fn result(&mut self, row: &ResultRow) {
        let room = (self.width / 3).clamp(14, 30);
        let name = cut(&harmless(&row.name), room).into_owned();
        let pad = " ".repeat(room.saturating_sub(width(&name)));
        let flag = head::flag(row);
        let measured = format!("{} {}", harmless(&row.value), harmless(&row.unit));
        let mut first = format!("{name}{pad} {measured}");
        if !flag.is_empty() {
            first.push_str(&format!("  [{flag}]"));
        }
        // The drawing stands in a column of its own, where there is room for it.
        let column = room + VALUE;
        if let (Some(flag), Some(position)) = (row.flag, &row.position)
            && column + bar::WIDTH + 12 < self.width
            && width(&first) < column
        {
            first.push_str(&" ".repeat(column - width(&first)));
            first.push_str(&Bar::on_sheet(flag, position).draw());
        }
        let mut parts = vec![first.trim_end().to_string()];
        parts.extend(head::result_facts(row));
        for (at, line) in fill(&parts, " · ", self.width - 6).iter().enumerate() {
            let tone = if at == 0 && !matches!(flag, "" | "N" | "N?") {
                Tone::Outside
            } else {
                Tone::Plain
            };
            self.line(if at == 0 { 4 } else { 6 }, line, tone);
        }
    }

    /// A heading that may be longer than a line.
    pub(super) fn title(&mut self, text: &str) {
        for line in fill(&[harmless(text).into_owned()], " ", self.width) {
            self.line(0, &line, Tone::Heading);
        }
    }

    /// The questions of the open, or of the confidential part.
    pub(super) fn questions(&mut self, questions: &[Question], confidential: bool) {
        for question in questions
            .iter()
            .filter(|question| question.confidential == confidential)
        {
            self.parts(2, &[head::question(question)]);
        }
    }

    /// A title with a rule over it.
    pub(super) fn heading(&mut self, text: &str, tone: Tone) {
        let rule = "=".repeat(self.width);
        self.line(0, &rule, Tone::Faint);
        self.line(0, text, tone);
    }

    /// A text behind the word that says what it is.
    pub(super) fn marked(&mut self, mark: &str, text: &str, tone: Tone) {
        let text = harmless(text);
        let lines = fill(
            &[format!("{mark}  {text}")],
            " ",
            // The lines behind the first stand further in.
            self.width.saturating_sub(4),
        );
        for (at, line) in lines.iter().enumerate() {
            self.line(if at == 0 { 2 } else { 4 }, line, tone);
        }
    }

    /// Texts beside each other, as many as fit.
    pub(super) fn parts(&mut self, indent: usize, parts: &[String]) {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| harmless(part).into_owned())
            .collect();
        for line in fill(&parts, " · ", self.width.saturating_sub(indent)) {
            self.line(indent, &line, Tone::Plain);
        }
    }

    /// A remark that may be longer than a line.
    pub(super) fn faint(&mut self, indent: usize, text: &str) {
        for line in fill(&[text.to_string()], " ", self.width - indent) {
            self.line(indent, &line, Tone::Faint);
        }
    }

    /// One line.
    pub(super) fn line(&mut self, indent: usize, text: &str, tone: Tone) {
        for _ in 0..indent {
            self.out.push(' ');
        }
        paint(&mut self.out, text, tone, self.color);
        self.out.push('\n');
    }

    /// An empty line.
    pub(super) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// Texts behind a word in a column of its own, `room` wide.
    pub(super) fn beside(&mut self, mark: &str, room: usize, parts: &[String], tone: Tone) {
        const INDENT: usize = 2;
        let start = INDENT + room + 2;
        let parts: Vec<String> = parts
            .iter()
            .map(|part| harmless(part).into_owned())
            .collect();
        let lines = fill(&parts, " · ", self.width.saturating_sub(start));
        for (at, line) in lines.iter().enumerate() {
            if at == 0 {
                self.out.push_str(&" ".repeat(INDENT));
                paint(&mut self.out, mark, tone, self.color);
                let pad = start - INDENT - width(mark).min(room);
                self.out.push_str(&" ".repeat(pad));
                paint(&mut self.out, line, tone, self.color);
                self.out.push('\n');
            } else {
                self.line(start, line, Tone::Plain);
            }
        }
    }
}
