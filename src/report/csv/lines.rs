//! The lines of the CSV, one per result.

use std::io::Write as _;

use csv_core::Writer;

use super::{COLUMNS, GRADE, formula};
use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::report::cells;
use crate::report::scribe::Places;

/// Writes lines into memory. What it needs is kept from line to line, so that none allocates.
#[derive(Debug)]
pub(crate) struct Lines {
    writer: Writer,
    scratch: Vec<u8>,
    spreadsheet: bool,
    graded: bool,
}

impl Lines {
    /// With `spreadsheet`, cells that a spreadsheet would run as a formula get a leading apostrophe.
    pub(crate) fn new(spreadsheet: bool, graded: bool) -> Lines {
        Lines {
            writer: Writer::new(),
            scratch: Vec::with_capacity(64),
            spreadsheet,
            graded,
        }
    }

    /// The names of the columns.
    pub(crate) fn header(&mut self, out: &mut Vec<u8>) {
        for (at, column) in COLUMNS
            .iter()
            .chain(self.graded.then_some(&GRADE))
            .enumerate()
        {
            self.cell(at == 0, column.as_bytes(), out);
        }
        self.end(out);
    }

    /// The line of a result.
    pub(crate) fn add(&mut self, result: &Interpretation<'_>, out: &mut Vec<u8>) -> Places {
        let observation = &result.observation;
        self.theirs(true, observation.file, out);
        // A derived result stands on no line of the file.
        match observation.line {
            0 => self.ours("", out),
            line => self.shown(line, out),
        }
        self.theirs(false, observation.patient, out);
        self.theirs(false, observation.sample, out);
        self.theirs(false, cells::collected(observation), out);
        self.ours(result.analyte.map_or("", |analyte| &analyte.id), out);
        self.theirs(false, observation.name, out);
        // Behind the delimiter.
        let behind_name = out.len() + 1;
        self.ours(result.specimen.as_str(), out);
        let before_value = out.len() + 1;
        match cells::comparator(observation).as_ref() {
            "" => self.theirs(false, observation.value, out),
            // A comparator is no formula: the cell needs no apostrophe.
            comparator => self.joined(false, comparator, observation.value, out),
        }
        let value = before_value..out.len();
        self.theirs(false, observation.unit, out);
        let before_canonical = out.len() + 1;
        let mut canonical_ends = before_canonical;
        match &result.canonical {
            Some(canonical) => {
                let comparator = cells::canonical_comparator(result);
                self.joined(false, comparator, &canonical.text, out);
                canonical_ends = out.len();
                self.ours(canonical.unit, out);
            }
            None => (0..2).for_each(|_| self.ours("", out)),
        }
        match &result.limits {
            Some(limits) => {
                for limit in [limits.low, limits.high] {
                    match limit {
                        Some(limit) => self.shown(limit.value, out),
                        None => self.ours("", out),
                    }
                }
                self.theirs(false, limits.unit, out);
                self.ours(limits.source.as_str(), out);
            }
            None => (0..4).for_each(|_| self.ours("", out)),
        }
        self.ours(result.flag.map_or("", |flag| flag.as_str()), out);
        self.theirs(false, observation.flag, out);
        let usability = result.usability.map_or("", |usability| usability.as_str());
        self.ours(usability, out);
        self.scratch.clear();
        for (i, code) in result.notices.codes().iter().enumerate() {
            if i > 0 {
                self.scratch.push(b' ');
            }
            self.scratch.extend_from_slice(code.as_str().as_bytes());
        }
        self.scratched(false, out);
        let notices = out.len();
        if self.graded {
            let grade = result.grade.as_ref().map(crate::grade::Grade::shown);
            self.ours(&grade.unwrap_or_default(), out);
        }
        self.end(out);
        let canonical = before_canonical..canonical_ends;
        Places::up_to_notices(behind_name, value, canonical, notices)
    }

    /// A cell of this program's own words.
    fn ours(&mut self, text: &str, out: &mut Vec<u8>) {
        self.cell(false, text.as_bytes(), out);
    }

    /// A cell from the file.
    fn theirs(&mut self, first: bool, text: &str, out: &mut Vec<u8>) {
        if self.spreadsheet && formula::would_run(text) {
            self.joined(first, "'", text, out);
        } else {
            self.cell(first, text.as_bytes(), out);
        }
    }

    /// Appends the cell of a number, which may have a decimal comma.
    #[inline]
    pub(crate) fn number(cell: &[u8], out: &mut Vec<u8>) {
        let quote: &[u8] = if cell.contains(&b',') { b"\"" } else { b"" };
        out.extend_from_slice(quote);
        out.extend_from_slice(cell);
        out.extend_from_slice(quote);
    }

    fn joined(&mut self, first: bool, start: &str, end: &str, out: &mut Vec<u8>) {
        self.scratch.clear();
        self.scratch.extend_from_slice(start.as_bytes());
        self.scratch.extend_from_slice(end.as_bytes());
        self.scratched(first, out);
    }

    fn shown(&mut self, number: impl std::fmt::Display, out: &mut Vec<u8>) {
        self.scratch.clear();
        // Writing to memory does not fail.
        let _ = write!(self.scratch, "{number}");
        self.scratched(false, out);
    }

    fn scratched(&mut self, first: bool, out: &mut Vec<u8>) {
        let scratch = std::mem::take(&mut self.scratch);
        self.cell(first, &scratch, out);
        self.scratch = scratch;
    }

    /// A cell, as it stands unless a byte of it asks for quotes.
    fn cell(&mut self, first: bool, cell: &[u8], out: &mut Vec<u8>) {
        if !first {
            out.push(self.writer.get_delimiter());
        }
        if !cell.iter().any(|byte| self.writer.is_special_byte(*byte)) {
            out.extend_from_slice(cell);
            return;
        }
        let quote = self.writer.get_quote();
        out.push(quote);
        let before = out.len();
        // Twice its length is room enough, if every byte is a quote.
        out.resize(before + 2 * cell.len(), 0);
        let (_, _, wrote) = csv_core::quote(cell, &mut out[before..], quote, quote, true);
        out.truncate(before + wrote);
        out.push(quote);
    }

    fn end(&mut self, out: &mut Vec<u8>) {
        out.push(b'\n');
    }
}

/// For lines that differ from one before only in who and when.
impl Lines {
    /// The cell of a file's name, with its delimiter, as every line of the file begins.
    pub(crate) fn file(&mut self, label: &str) -> Vec<u8> {
        let mut out = Vec::new();
        self.theirs(true, label, &mut out);
        self.ours("", &mut out);
        out
    }

    /// The cells for analyte and name, each with its delimiter.
    pub(crate) fn named(&mut self, analyte: &str, name: &str) -> Vec<u8> {
        let mut out = Vec::new();
        self.cell(true, analyte.as_bytes(), &mut out);
        self.theirs(false, name, &mut out);
        self.ours("", &mut out);
        out
    }

    /// Appends the cells of patient, sample and time of collection, each with its delimiter; false if one is not
    /// written as it stands.
    pub(crate) fn head(&self, cells: [&str; 3], out: &mut Vec<u8>) -> bool {
        let before = out.len();
        for cell in cells {
            let special = |byte: u8| self.writer.is_special_byte(byte);
            if cell.bytes().any(special) || (self.spreadsheet && formula::would_run(cell)) {
                out.truncate(before);
                return false;
            }
            out.extend_from_slice(cell.as_bytes());
            out.push(b',');
        }
        true
    }

    /// Appends one more notice to those written so far.
    pub(crate) fn add_notice(code: Code, out: &mut Vec<u8>) {
        if !out.ends_with(b",") {
            out.push(b' ');
        }
        out.extend_from_slice(code.as_str().as_bytes());
    }
}
