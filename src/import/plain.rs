//! Regular blocks, read without looking at every cell.
//!
//! Most rows of a long export differ from one before only in who and when. What they say can be
//! remembered by the bytes of the cells that say it. This module knows which cells those are, and
//! gives them as they stand in the file; what is remembered is for the passes to say. A row that is
//! not plain, or of which nothing is remembered, is understood whole, as in any other block.

mod columns;
mod lines;
mod row;
mod who;

use std::cell::OnceCell;

use csv::StringRecord;
use memchr::memchr;
use simd_csv::ZeroCopyReaderBuilder;

use super::Export;
use super::file::blocks::Block;
use super::file::table::is_blank;
use super::plan::Plan;
use super::rows::{Understood, Unknown};
use crate::error::{Error, Result};
use crate::observation::Observation;

use columns::PlainColumns;
pub(crate) use lines::{NotedPass, NotedRow};
pub(crate) use row::PlainRow;

/// A pass over the rows of an export.
pub(crate) trait Pass {
    /// The next result of a regular block begins. `follows`: it stands on the line of the one before. A record
    /// without a result counts as one.
    fn record(&mut self, follows: bool);

    /// Takes a row by its cells alone, if enough is remembered; otherwise it will be given whole.
    fn plain(&mut self, row: &PlainRow<'_>) -> bool;

    /// Takes a row.
    fn whole(&mut self, row: Observation<'_>) -> Result<()>;
}

impl Export {
    /// Gives the rows of a block to a pass. `quickly`: it may be asked for less than whole rows.
    pub(crate) fn read_block(
        &self,
        block: &Block,
        quickly: bool,
        pass: &mut impl Pass,
    ) -> Result<Unknown> {
        if self.opened.encoding.presumed && memchr(0, &block.text).is_some() {
            return Err(self.not_text());
        }
        let (plan, columns) = self.regular(block, quickly)?;
        match columns.is_empty() {
            false => self.read_regular(block, plan, &columns, pass),
            true => self.read_whole(block, |row| pass.whole(row)),
        }
    }

    fn not_text(&self) -> Error {
        self.opened.encoding.not_text(&self.opened.source)
    }

    /// How to read a block; no columns, if it has to be read whole.
    fn regular(&self, block: &Block, quickly: bool) -> Result<(&Plan, Vec<PlainColumns>)> {
        let plan = self.plan.as_ref().ok_or_else(|| self.not_understood())?;
        let columns = match quickly && block.regular {
            true => self.plain_columns(plan),
            false => Vec::new(),
        };
        Ok((plan, columns))
    }

    fn read_whole(
        &self,
        block: &Block,
        mut take: impl FnMut(Observation<'_>) -> Result<()>,
    ) -> Result<Unknown> {
        let mut rows = self.rows_of(block)?;
        while rows.advance()? {
            take(rows.current())?;
        }
        Ok(rows.unknown().clone())
    }

    fn csv(&self, buffer: usize) -> ZeroCopyReaderBuilder {
        let dialect = self.opened.dialect;
        let mut builder = ZeroCopyReaderBuilder::with_capacity(buffer);
        builder
            .delimiter(dialect.delimiter)
            .quote(if dialect.quoting { b'"' } else { NEVER })
            .has_headers(false)
            .flexible(true);
        builder
    }

    fn read_regular(
        &self,
        block: &Block,
        plan: &Plan,
        results: &[PlainColumns],
        pass: &mut impl Pass,
    ) -> Result<Unknown> {
        let changed = |_| self.opened.source.changed();
        // The decoder lets nothing through that is not UTF-8, unless that was presumed, or the file changed.
        let text = simdutf8::basic::from_utf8(&block.text).map_err(|_| self.not_text())?;
        let mut start = 0;
        let mut reader = self.csv(BUFFER).from_reader(block.text.as_slice());
        let mut record = Whole::new(self, plan);
        let mut line = block.line;
        let first = &results[0];
        let any_quote = memchr(b'"', &block.text).is_some();
        while let Some(cells) = reader.read_byte_record().map_err(changed)? {
            let mut row = PlainRow {
                text: text.get(start..).unwrap_or_default(),
                cells: &cells,
                quoted: any_quote && memchr(b'"', cells.as_slice()).is_some(),
                columns: first,
                line,
                file: self.label(),
                age_unit: plan.age_unit,
                time_unread: plan.time_unread,
                joins: &self.patient_joins,
                joined: OnceCell::new(),
                day_and_time: OnceCell::new(),
            };
            record.begin(line);
            let mut given = 0;
            // Without a result it may say why, or head a section.
            if cells.len() != first.width || row.is_silent(results) {
                while let Some(whole) = record.result(given, |record| row.fill(record))? {
                    pass.record(0 < given);
                    pass.whole(whole)?;
                    given += 1;
                }
            } else {
                for columns in results {
                    row.columns = columns;
                    if !row.has_result() {
                        continue;
                    }
                    pass.record(0 < given);
                    if !pass.plain(&row)
                        && let Some(whole) = record.result(given, |record| row.fill(record))?
                    {
                        pass.whole(whole)?;
                    }
                    given += 1;
                }
            }
            if given == 0 {
                pass.record(false);
            }
            line += 1;
            start += cells.as_slice().len() + 1;
        }
        Ok(record.unknown())
    }
}

/// The record at hand, understood whole where some of its results have to be.
struct Whole<'e> {
    export: &'e Export,
    understood: Understood<'e>,
    line: u64,
    /// It was understood.
    is_filled: bool,
    /// Results that were passed.
    passed: usize,
}

impl<'e> Whole<'e> {
    fn new(export: &'e Export, plan: &'e Plan) -> Whole<'e> {
        Whole {
            export,
            understood: Understood::new(export, plan),
            line: 0,
            is_filled: false,
            passed: 0,
        }
    }

    /// Another record is at hand, which starts on this line.
    fn begin(&mut self, line: u64) {
        self.line = line;
        self.is_filled = false;
    }

    /// Its result with this number; `None` if it has no more. They are asked for in order. `fill` gives its cells.
    fn result(
        &mut self,
        number: usize,
        fill: impl FnOnce(&mut StringRecord) -> Option<()>,
    ) -> Result<Option<Observation<'_>>> {
        if !self.is_filled {
            self.is_filled = true;
            self.passed = 0;
            let filled = fill(self.understood.record());
            filled.ok_or_else(|| self.export.opened.source.changed())?;
            let record = self.understood.record();
            if record.len() == 1 && record.get(0).is_none_or(is_blank) {
                self.passed = usize::MAX;
            } else {
                self.understood.look_up(self.line)?;
            }
        }
        while self.passed <= number {
            if !self.understood.advance() {
                return Ok(None);
            }
            self.passed += 1;
        }
        let is_at_hand = self.passed == number + 1;
        Ok(is_at_hand.then(|| self.understood.current()))
    }

    fn unknown(&self) -> Unknown {
        self.understood.unknown().clone()
    }
}

/// Bytes that the reader takes at a time.
const BUFFER: usize = 64 * 1024;

/// A byte that is in no UTF-8 text.
const NEVER: u8 = 0xff;
