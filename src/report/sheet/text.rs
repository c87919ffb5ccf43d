//! The sheets for a terminal.

use super::line::{facts, gathered, small, subject};
use super::page::Page;
use super::{NOT_A_DECISION, added, head};
use crate::preop::sheet::{Item, Provenance, Section, Sheet, Verdict};
use crate::report::Style;
use crate::report::paint::Tone;
use crate::text::counted;

/// The cover, where there are several, and then one sheet after the other.
pub(super) fn write(sheets: &[Sheet], provenance: &Provenance, style: Style) -> String {
    let mut page = Page::new(style);
    if 1 < sheets.len() {
        page.cover(sheets);
    }
    for sheet in sheets {
        page.sheet(sheet, provenance);
    }
    page.finish()
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
        self.line(0, &head::verdict(sheet), tone(sheet.verdict));
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
            self.faint(2, &head::nothing(sheet, section));
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
        self.small(&small(item));
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
            let title = format!(
                "G  All results ({})",
                counted(sheet.counts.rows, "row", "rows")
            );
            self.line(0, &title, Tone::Heading);
        }
        for group in groups {
            self.group(group);
        }
    }

    fn confidential(&mut self, sheet: &Sheet) {
        self.blank();
        self.title(head::CONFIDENTIAL);
        for item in sheet.items.iter().filter(|item| item.confidential) {
            self.item(item);
        }
        self.results(sheet, true);
        self.questions(&sheet.questions, true);
        self.line(0, "END OF THE CONFIDENTIAL PART", Tone::Heading);
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
