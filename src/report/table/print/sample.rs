//! One sample: its heading, its rows, and those that are folded.

use std::io::{self, Write};

use super::super::fold::Folded;
use super::super::group::Sample;
use super::super::heading;
use super::super::layout::{Layout, NAME_AT, UNIT};
use super::super::line::Lines;
use super::super::row::{Rank, Row};
use super::mark;
use crate::report::paint::Tone;
use crate::report::summary::grouped;
use crate::report::text::{cut, fill, width};

pub(super) struct Printer<'o, W: Write> {
    pub(super) layout: Layout,
    pub(super) lines: Lines<'o, W>,
}

impl<W: Write> Printer<'_, W> {
    pub(super) fn sample(&mut self, sample: &Sample, folded: &Folded) -> io::Result<()> {
        let room = self.layout.width - 2;
        let mut parts = heading::sample(sample);
        let left_alone =
            folded.rows.is_empty() && folded.paragraphs.iter().all(|(_, named)| named.is_empty());
        if left_alone {
            // A tube of urine: one line says it all.
            parts.extend(folded.paragraphs.iter().map(|(title, _)| title.clone()));
            let lines = fill(&parts, "  ", room);
            self.lines.each(2, &lines, Tone::Plain)?;
            return self.lines.end();
        }
        let (hemolysis, bad) = heading::hemolysis(sample);
        let tone = if bad { Tone::Spoiled } else { Tone::Plain };
        let heading = fill(&parts, "  ", room);
        let used = heading.last().map_or(0, |line| width(line));
        for (i, line) in heading.iter().enumerate() {
            if i > 0 {
                self.lines.end()?;
            }
            self.lines.put(2, line, Tone::Heading);
        }
        if used + 2 + width(&hemolysis) <= room {
            self.lines.beside(&hemolysis, tone);
        } else {
            self.lines.end()?;
            self.lines.put(NAME_AT, &hemolysis, tone);
        }
        self.lines.end()?;
        if sample.recollect.is_needed() {
            let sentence = fill(&sample.recollect.sentence(sample.hemolysis), " ", room - 2);
            self.lines.each(NAME_AT, &sentence, Tone::Spoiled)?;
            for said in sample.recollect.for_laboratory() {
                self.lines
                    .each(NAME_AT, &fill(&[said], " ", room - 2), Tone::Plain)?;
            }
        }

        let mut rest = folded.rows.as_slice();
        let mut below = false;
        while let Some(first) = rest.first() {
            if first.derived && first.rank != Rank::Critical && !below {
                below = true;
                self.lines
                    .put(NAME_AT - 2, "derived, by equation:", Tone::Faint);
                self.lines.end()?;
            }
            // Neighbors with the same remark share it.
            let same = rest
                .iter()
                .take_while(|row| row.shares_remarks_with(first))
                .count();
            let (now, later) = rest.split_at(same.max(1));
            self.rows(first, now)?;
            rest = later;
        }
        for (title, named) in &folded.paragraphs {
            self.paragraph(title, named)?;
        }
        if sample.hidden > 0 {
            let s = if sample.hidden == 1 { "" } else { "s" };
            let hidden = grouped(sample.hidden);
            let text = format!("{hidden} other result{s} not shown: nothing flagged or in doubt");
            self.lines.put(NAME_AT, &text, Tone::Faint);
            self.lines.end()?;
        }
        self.lines.end()
    }

    /// Rows that share their remarks.
    fn rows(&mut self, first: &Row, rows: &[Row]) -> io::Result<()> {
        let layout = self.layout;
        let (at, room) = layout.remarks();
        let tone = tone(first);
        let mut remarks = first.remarks.clone();
        if layout.word == 0 && !first.word().is_empty() {
            let word = first.word();
            match remarks.first_mut() {
                Some(remark) => *remark = format!("{word}: {remark}"),
                None => remarks.push(word.to_owned()),
            }
        }
        if rows.len() > 1
            && let Some(remark) = remarks.first_mut()
        {
            *remark = format!("all {}: {remark}", rows.len());
        }
        let inline = (!layout.side && rows.len() == 1)
            .then(|| inline_remark(first, &remarks, &layout))
            .flatten();
        if let Some(remark) = inline {
            self.row(first, remark);
            return self.lines.end();
        }
        let filled = fill(&remarks, " · ", room);
        let mut beside = filled.iter();
        for row in rows {
            self.row(row, "");
            if layout.side
                && let Some(line) = beside.next()
            {
                self.lines.put(at, line, tone);
            }
            self.lines.end()?;
        }
        for line in beside {
            self.lines.put(at, line, tone);
            self.lines.end()?;
        }
        Ok(())
    }

    /// One row. A remark stands where flag and interval would.
    fn row(&mut self, row: &Row, remark: &str) {
        let layout = self.layout;
        let tone = tone(row);
        let mark = mark(row);
        self.lines.put(NAME_AT - 1 - width(mark), mark, tone);
        self.lines
            .put(NAME_AT, &row.name_in(layout.name), tone.of_name());
        if row.numeric {
            let value = cut(&row.value, layout.value);
            let at = layout.value_at() + layout.value - width(&value);
            self.lines.put(at, &value, tone);
            // Where it does not fit it pushes the flag to the right: half a unit is a wrong unit.
            self.lines
                .put(layout.unit_at(), &cut(&row.unit, UNIT), Tone::Plain);
        } else {
            let room = layout.value + 1 + layout.unit;
            self.lines
                .put(layout.value_at(), &cut(&row.value, room), tone);
        }
        self.lines.put(layout.flag_at(), &row.flag_text, tone);
        self.lines.put(layout.flag_at(), remark, tone);
        self.lines.put(
            layout.interval_at(),
            &cut(&row.interval, layout.interval),
            Tone::Plain,
        );
        if let Some(bar) = row.bar.filter(|_| layout.bar) {
            self.lines.put(layout.bar_at(), bar.draw().trim_end(), tone);
        }
        if layout.word > 0 {
            self.lines.put(layout.word_at(), row.word(), tone);
        }
    }

    /// Folded rows.
    fn paragraph(&mut self, title: &str, named: &[String]) -> io::Result<()> {
        self.lines.put(NAME_AT - 2, "–", Tone::Plain);
        self.lines.put(NAME_AT, title, Tone::Plain);
        self.lines.end()?;
        let lines = fill(named, " · ", self.layout.width - NAME_AT - 2);
        self.lines.each(NAME_AT + 2, &lines, Tone::Plain)
    }
}

/// The only remark of a row that has room for it in its empty columns.
fn inline_remark<'r>(row: &Row, remarks: &'r [String], layout: &Layout) -> Option<&'r str> {
    let [remark] = remarks else {
        return None;
    };
    let end = if layout.word > 0 && !row.word().is_empty() {
        layout.word_at() - 1
    } else {
        layout.width
    };
    let room = end.saturating_sub(layout.flag_at());
    (row.flag.is_none() && row.interval.is_empty() && width(remark) <= room)
        .then_some(remark.as_str())
}

fn tone(row: &Row) -> Tone {
    match row.rank {
        Rank::Critical => Tone::Critical,
        Rank::Spoiled => Tone::Spoiled,
        Rank::Flagged => Tone::Outside,
        Rank::Caution => Tone::Caution,
        Rank::NotJudged | Rank::Normal => Tone::Plain,
    }
}
