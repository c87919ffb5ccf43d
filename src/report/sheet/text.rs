//! The sheets for a terminal.

use super::line::{facts, gathered, small, subject};
use super::{NOT_A_DECISION, added, head};
use crate::preop::sheet::{Item, Provenance, Question, ResultRow, Section, Sheet, Verdict};
use crate::report::Style;
use crate::report::harmless::harmless;
use crate::report::paint::{Tone, paint};
use crate::report::table::bar::{self, Bar};
use crate::report::text::{cut, fill, width};

/// Columns of a value with its unit and flag in section G.
const VALUE: usize = 26;

struct Page {
    out: String,
    width: usize,
    color: bool,
}

/// The cover, where there are several, and then one sheet after the other.
pub(super) fn write(sheets: &[Sheet], provenance: &Provenance, style: Style) -> String {
    let mut page = Page {
        out: String::new(),
        width: style.width.max(40),
        color: style.color,
    };
    if 1 < sheets.len() {
        page.cover(sheets);
    }
    for sheet in sheets {
        page.sheet(sheet, provenance);
    }
    page.out
}

impl Page {
    fn cover(&mut self, sheets: &[Sheet]) {
        self.heading("PRE-OPERATIVE REVIEW: COVER", Tone::Heading);
        for (verdict, of_it) in super::cover::by_verdict(sheets) {
            self.line(
                0,
                &format!("{} ({})", verdict.words(), of_it.len()),
                tone(verdict),
            );
            for sheet in of_it {
                let mut parts = vec![
                    head::name(sheet),
                    super::cover::because(sheet),
                    added(sheet),
                ];
                parts.retain(|part| !part.is_empty());
                self.parts(2, &[parts.join(": ")]);
            }
        }
        let recollect = super::cover::recollect(sheets);
        self.blank();
        self.line(
            0,
            &format!("RECOLLECT ({})", recollect.len()),
            Tone::Heading,
        );
        for entry in recollect {
            self.parts(2, &[entry]);
        }
        let lacks = super::cover::lacking(sheets);
        self.blank();
        self.line(
            0,
            &format!("WHO LACKS WHAT ({})", lacks.len()),
            Tone::Heading,
        );
        for entry in lacks {
            self.parts(2, &[entry]);
        }
        self.blank();
    }

    fn sheet(&mut self, sheet: &Sheet, provenance: &Provenance) {
        self.heading("PRE-OPERATIVE REVIEW", Tone::Heading);
        for line in head::lines(sheet) {
            self.parts(0, &[line]);
        }
        self.blank();
        self.line(0, sheet.verdict.words(), tone(sheet.verdict));
        self.parts(0, &[added(sheet)]);
        for notice in &sheet.notices {
            self.marked("CHECK", &notice.text, Tone::Caution);
        }
        self.blank();
        for trend in &sheet.trends {
            self.parts(0, &[head::trend(trend)]);
        }
        for section in [Section::A, Section::B, Section::C, Section::D] {
            self.section(sheet, section);
        }
        self.blank();
        self.line(0, "I  Sign-off", Tone::Heading);
        for blank in head::SIGN_OFF {
            self.parts(2, &[(*blank).to_string()]);
        }
        for section in [Section::E, Section::F] {
            self.section(sheet, section);
        }
        self.results(sheet, false);
        self.blank();
        self.line(0, "H  To ask", Tone::Heading);
        self.questions(&sheet.questions, false);
        if sheet.has_confidential() {
            self.confidential(sheet);
        }
        self.blank();
        self.line(0, "J  What this rests on", Tone::Heading);
        for line in head::provenance(provenance) {
            self.parts(2, &[line]);
        }
        self.parts(2, &[NOT_A_DECISION.to_string()]);
        self.blank();
    }

    fn section(&mut self, sheet: &Sheet, section: Section) {
        self.blank();
        let title = format!("{}  {}", section.letter(), section.title());
        self.line(0, &title, Tone::Heading);
        let mut any = false;
        for item in gathered(sheet.section(section)) {
            any = true;
            self.item(&item);
        }
        if !any || 0 < sheet.confidential_in(section) {
            self.line(2, &head::nothing(sheet, section), Tone::Faint);
        }
    }

    fn item(&mut self, item: &Item) {
        let tone = match item.section {
            Section::A => Tone::Critical,
            Section::B => Tone::Outside,
            Section::C => Tone::Spoiled,
            Section::D => Tone::Caution,
            Section::E => Tone::Faint,
            Section::F => Tone::Plain,
        };
        self.marked(item.state.word(), &subject(item), tone);
        self.parts(4, &facts(item));
        self.parts(4, std::slice::from_ref(&item.action));
        for text in small(item) {
            for line in fill(&[text], " · ", self.width - 4) {
                self.line(4, &line, Tone::Faint);
            }
        }
        if item.section == Section::A {
            self.line(4, head::PHONED, Tone::Plain);
        }
    }

    fn results(&mut self, sheet: &Sheet, confidential: bool) {
        let groups = sheet
            .groups
            .iter()
            .filter(|group| group.confidential == confidential);
        if !confidential {
            self.blank();
            let title = format!("G  All results ({} rows)", sheet.counts.rows);
            self.line(0, &title, Tone::Heading);
        }
        for group in groups {
            self.line(2, &group.title, Tone::Plain);
            for row in &group.rows {
                self.result(row);
            }
        }
    }

    fn result(&mut self, row: &ResultRow) {
        let room = (self.width / 3).clamp(14, 30);
        let name = cut(&harmless(&row.name), room).into_owned();
        let pad = " ".repeat(room.saturating_sub(width(&name)));
        let flag = row.flag.map_or("", crate::Flag::as_str);
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
            let tone = if at == 0 && !matches!(flag, "" | "N") {
                Tone::Outside
            } else {
                Tone::Plain
            };
            self.line(if at == 0 { 4 } else { 6 }, line, tone);
        }
    }

    fn questions(&mut self, questions: &[Question], confidential: bool) {
        for question in questions
            .iter()
            .filter(|question| question.confidential == confidential)
        {
            self.parts(2, &[head::question(question)]);
        }
    }

    fn confidential(&mut self, sheet: &Sheet) {
        self.blank();
        for line in fill(&[head::CONFIDENTIAL.to_string()], " ", self.width) {
            self.line(0, &line, Tone::Heading);
        }
        for item in sheet.items.iter().filter(|item| item.confidential) {
            self.item(item);
        }
        self.results(sheet, true);
        self.questions(&sheet.questions, true);
        self.line(0, "END OF THE CONFIDENTIAL PART", Tone::Heading);
    }

    fn heading(&mut self, text: &str, tone: Tone) {
        let rule = "=".repeat(self.width);
        self.line(0, &rule, Tone::Faint);
        self.line(0, text, tone);
    }

    fn marked(&mut self, mark: &str, text: &str, tone: Tone) {
        let text = harmless(text);
        let lines = fill(
            &[format!("{mark}  {text}")],
            " ",
            self.width.saturating_sub(2),
        );
        for (at, line) in lines.iter().enumerate() {
            self.line(if at == 0 { 2 } else { 4 }, line, tone);
        }
    }

    fn parts(&mut self, indent: usize, parts: &[String]) {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| harmless(part).into_owned())
            .collect();
        for line in fill(&parts, " · ", self.width.saturating_sub(indent)) {
            self.line(indent, &line, Tone::Plain);
        }
    }

    fn line(&mut self, indent: usize, text: &str, tone: Tone) {
        for _ in 0..indent {
            self.out.push(' ');
        }
        paint(&mut self.out, text, tone, self.color);
        self.out.push('\n');
    }

    fn blank(&mut self) {
        self.out.push('\n');
    }
}

fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Action => Tone::Critical,
        Verdict::Review => Tone::Outside,
        Verdict::Incomplete => Tone::Caution,
        Verdict::NothingOutside => Tone::Heading,
    }
}
