//! The reviews for a terminal.

use super::super::line::{facts, small, subject};
use super::super::page::Page;
use super::{
    IN_DOUBT, NOT_A_DIAGNOSIS, PHONE_NOW, asked, counted, identity, left_out, missing, provenance,
    rest_title, result, said_of, sourced, to_look_for, to_read,
};
use crate::preop::sheet::{Item, Provenance, State};
use crate::report::Style;
use crate::report::paint::Tone;
use crate::report::sheet::head;
use crate::workup::schema::Head;
use crate::workup::sheet::{Line, Review, Standing, Test};

/// Room of the longest state.
const MARK: usize = "NOT INTERPRETED".len();

/// One review after the other.
pub(super) fn write(
    reviews: &[Review],
    workup: &Head,
    origin: &Provenance,
    style: Style,
) -> String {
    let mut page = Page::new(style);
    for review in reviews {
        page.review(review, workup, origin);
    }
    page.finish()
}

impl Page {
    fn review(&mut self, review: &Review, workup: &Head, origin: &Provenance) {
        self.heading("REVIEW OF A WORK-UP", Tone::Heading);
        self.title(&workup.title);
        for line in identity(review) {
            self.parts(0, &[line]);
        }
        self.parts(0, &[format!("Scope: {}", workup.scope)]);
        self.blank();
        for line in counted(review) {
            self.parts(0, &[line]);
        }
        for notice in &review.notices {
            self.marked("CHECK", &notice.text, Tone::Caution);
        }
        for part in &review.left_out {
            self.marked("LEFT OUT", &left_out(part), Tone::Plain);
        }
        self.criticals(PHONE_NOW, &review.critical, false);
        self.criticals(IN_DOUBT, &review.critical_in_doubt, false);
        self.work_up(review, false);
        self.blank();
        self.line(0, &rest_title(review), Tone::Heading);
        for group in review.rest.iter().filter(|group| !group.confidential) {
            self.group(group);
        }
        self.blank();
        self.line(0, "To ask", Tone::Heading);
        self.questions(&review.questions, false);
        if review.has_confidential() {
            self.secret(review);
        }
        self.blank();
        self.line(0, "What this rests on", Tone::Heading);
        for line in provenance(origin) {
            self.parts(2, &[line]);
        }
        self.parts(2, &[NOT_A_DIAGNOSIS.to_string()]);
        self.blank();
    }

    fn secret(&mut self, review: &Review) {
        self.blank();
        self.title(head::CONFIDENTIAL);
        self.criticals(PHONE_NOW, &review.critical, true);
        self.criticals(IN_DOUBT, &review.critical_in_doubt, true);
        self.work_up(review, true);
        for group in review.rest.iter().filter(|group| group.confidential) {
            self.group(group);
        }
        self.questions(&review.questions, true);
        self.line(0, "END OF THE CONFIDENTIAL PART", Tone::Heading);
    }

    fn criticals(&mut self, title: &str, items: &[Item], confidential: bool) {
        let items: Vec<&Item> = items
            .iter()
            .filter(|item| item.confidential == confidential)
            .collect();
        if items.is_empty() {
            return;
        }
        self.blank();
        self.line(0, &format!("{title} ({})", items.len()), Tone::Heading);
        for item in items {
            let (mark, tone) = match item.state {
                State::Stop => ("CRITICAL", Tone::Critical),
                _ => ("NOT USABLE", Tone::Spoiled),
            };
            self.marked(mark, &subject(item), tone);
            self.parts(4, &facts(item));
            self.parts(4, std::slice::from_ref(&item.action));
            self.small(&small(item));
            if item.state == State::Stop {
                self.line(4, head::PHONED, Tone::Plain);
            }
        }
    }

    fn work_up(&mut self, review: &Review, confidential: bool) {
        for part in review.parts.iter().filter(|part| part.has(confidential)) {
            self.blank();
            self.title(&part.title);
            for said in said_of(part) {
                self.parts(2, &[said]);
            }
            for test in part.tests.iter().filter(|test| test.has(confidential)) {
                self.test(test, confidential);
            }
        }
    }

    fn test(&mut self, test: &Test, confidential: bool) {
        self.blank();
        self.parts(2, &[asked(test)]);
        self.small(&sourced(test));
        for line in test.lines(confidential) {
            self.found(line);
        }
        for (names, reason) in missing(test.lines(confidential)) {
            let mut parts = vec![names];
            if !reason.is_empty() {
                parts.push(reason);
            }
            self.beside(Standing::Missing.word(), MARK, &parts, Tone::Caution);
        }
        for row in test.by_eye(confidential).flat_map(|test| &test.results) {
            self.beside("READ BY EYE", MARK, &to_read(row), Tone::Plain);
        }
        if let Some(names) = to_look_for(test.by_eye(confidential)) {
            self.beside("LOOK FOR IT", MARK, &[names], Tone::Plain);
        }
    }

    fn found(&mut self, line: &Line) {
        let tone = match line.state {
            Standing::Critical => Tone::Critical,
            Standing::Abnormal => Tone::Outside,
            Standing::Unusable => Tone::Spoiled,
            Standing::NotInterpreted | Standing::NoResult | Standing::Missing => Tone::Caution,
            Standing::Present => Tone::Plain,
        };
        for (at, row) in line.results.iter().enumerate() {
            let mark = if at == 0 { line.state.word() } else { "" };
            self.beside(mark, MARK, &result(line, row, at == 0), tone);
        }
    }
}
