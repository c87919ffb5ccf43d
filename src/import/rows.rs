//! Reading an export: one observation after the other, each borrowed from the current record.

use std::io::Read;

use csv::StringRecord;

use super::Export;
use super::companions::codes::CodeEntry;
use super::decode::Decoder;
use super::footer;
use super::header_again::{self, HeaderAgain};
use super::layout::Shape;
use super::narrow;
use super::plan::{Defaults, Plan};
use super::role::Role;
use super::sheet::says;
use super::source::SourceReader;
use super::table::{TableReader, is_blank, is_rule};
use super::wide::{Twin, WideColumn};
use crate::error::Result;
use crate::notice::FileNotice;
use crate::observation::Observation;

pub(super) mod age;
mod category;
mod filler;
mod flags;
mod joined;
mod later;
mod observe;
mod pairs;
mod person;
mod printed;
pub(super) mod remarked;
mod said;
mod sheet;
mod silent;
mod unknown;
mod wide;
mod worded;

pub(super) use filler::zero_is_none;
pub(super) use person::{Joined, Texts};
pub(super) use printed::are_limits_of;
pub(super) use said::PREGNANCY;
use silent::Silent;
pub(super) use silent::heads_section;
pub(crate) use unknown::Unknown;

/// The observations of an export, in its own order.
pub struct Rows<'e>(RowsOf<'e, Decoder<SourceReader<'e>>>);

/// The observations of an export or a part of it.
pub(crate) struct RowsOf<'e, R> {
    table: TableReader<'e, R>,
    understood: Understood<'e>,
}

/// The record at hand with all that is looked up for it once, and what it says.
pub(crate) struct Understood<'e> {
    export: &'e Export,
    plan: &'e Plan,
    record: StringRecord,
    line: u64,
    ragged: bool,
    /// Wide: the analyte that comes next.
    next_column: usize,
    /// Wide: the analyte of the current observation.
    column: Option<&'e WideColumn>,
    /// Cumulative: the place of the dated column of the current observation.
    dated: Option<usize>,
    /// Wide and cumulative: what a record without results is.
    silent: Silent,
    code: CodeEntry<'e>,
    code_unknown: bool,
    person: Joined<'e>,
    defaults: Option<&'e Defaults>,
    /// Texts put together from several cells.
    collected: String,
    age: String,
    comment: String,
    specimen_condition: String,
    /// Wide: the same of the current observation, where the column has some of its own.
    own_comment: String,
    own_condition: String,
    key: String,
    unknown: Unknown,
}

impl<'e> Rows<'e> {
    pub(super) fn new(export: &'e Export, plan: &'e Plan) -> Result<Rows<'e>> {
        let table = export.behind_header(plan)?;
        Ok(Rows(RowsOf::of(table, Understood::new(export, plan))))
    }

    /// The next observation; `None` at the end.
    #[allow(clippy::should_implement_trait)] // what it lends lives only until the next call
    pub fn next(&mut self) -> Result<Option<Observation<'_>>> {
        Ok(self.advance()?.then(|| self.current()))
    }

    /// Moves to the next observation; false at the end.
    pub fn advance(&mut self) -> Result<bool> {
        self.0.advance()
    }

    /// The observation that [`Rows::advance`] moved to.
    #[must_use]
    pub fn current(&self) -> Observation<'_> {
        self.0.current()
    }

    /// Bytes of the file read so far, for a progress bar.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.0.table.bytes_read()
    }

    /// What is to be said about the rows read so far: codes and patients that are in no companion.
    #[must_use]
    pub fn notices(&self) -> Vec<FileNotice> {
        self.unknown().notices(self.0.understood.export)
    }

    pub(crate) fn unknown(&self) -> &Unknown {
        self.0.unknown()
    }
}

impl<'e, R: Read> RowsOf<'e, R> {
    pub(super) fn of(table: TableReader<'e, R>, understood: Understood<'e>) -> RowsOf<'e, R> {
        RowsOf { table, understood }
    }

    /// Moves to the next observation; false at the end.
    pub(crate) fn advance(&mut self) -> Result<bool> {
        loop {
            if self.understood.advance() {
                return Ok(true);
            }
            match self.table.read(self.understood.record())? {
                Some(line) => self.understood.look_up(line)?,
                None => return Ok(false),
            }
        }
    }

    /// The observation that [`RowsOf::advance`] moved to.
    pub(crate) fn current(&self) -> Observation<'_> {
        self.understood.current()
    }

    /// Rows so far whose codes and patients are in no companion.
    pub(crate) fn unknown(&self) -> &Unknown {
        self.understood.unknown()
    }
}

impl<'e> Understood<'e> {
    pub(super) fn new(export: &'e Export, plan: &'e Plan) -> Understood<'e> {
        Understood {
            plan,
            record: StringRecord::new(),
            line: 0,
            ragged: false,
            next_column: usize::MAX,
            column: None,
            dated: None,
            silent: Silent::default(),
            code: CodeEntry::default(),
            code_unknown: false,
            person: Joined::default(),
            defaults: None,
            collected: String::new(),
            age: String::new(),
            comment: String::new(),
            specimen_condition: String::new(),
            own_comment: String::new(),
            own_condition: String::new(),
            key: String::new(),
            unknown: Unknown {
                codes: 0,
                headers: 0,
                footers: 0,
                patients: vec![0; export.patient_joins.len()],
            },
            export,
        }
    }

    /// Where the next record goes.
    pub(crate) fn record(&mut self) -> &mut StringRecord {
        &mut self.record
    }

    /// Moves to the next observation of the record; false if it has no more.
    pub(crate) fn advance(&mut self) -> bool {
        if self.plan.shape == Shape::Long || matches!(self.silent, Silent::Title(_)) {
            // One record, one observation: the place says only whether it was given.
            return std::mem::replace(&mut self.next_column, usize::MAX) == 0;
        }
        if self.plan.shape == Shape::Cumulative {
            return self.advance_in_sheet();
        }
        while let Some(column) = self.plan.wide.get(self.next_column) {
            self.next_column += 1;
            // A blank cell of a wide row is no result: nothing was reported, unless something is said of it.
            let record = &self.record;
            let value = record.get(column.value).unwrap_or("");
            let numbers = self.export.numbers;
            let cell = |at| record.get(at).unwrap_or("");
            let is_stated = |twin: &Twin| twin.states(value, cell, numbers);
            let is_given = match is_blank(value) {
                false => !column.twin.as_ref().is_some_and(is_stated),
                true if self.silent == Silent::Explained => column.twin.is_none(),
                true => column.is_spoken_of(cell),
            };
            if is_given {
                self.column = Some(column);
                self.join_own(column);
                return true;
            }
        }
        false
    }

    /// The observation that [`Understood::advance`] moved to.
    pub(crate) fn current(&self) -> Observation<'_> {
        self.observation(self.column)
    }

    /// Rows so far whose codes and patients are in no companion.
    pub(crate) fn unknown(&self) -> &Unknown {
        &self.unknown
    }

    /// All that is looked up for a record once. The record starts on this line.
    ///
    /// # Errors
    /// If it is the header of another table.
    pub(crate) fn look_up(&mut self, line: u64) -> Result<()> {
        self.line = line;
        self.next_column = 0;
        narrow::record(&mut self.record, |at| {
            self.export.says_who_or_when(self.plan, at)
        });
        match header_again::find(self.plan, &self.record) {
            Some(HeaderAgain::Other) => {
                return Err(header_again::refused(self.export.label(), line));
            }
            Some(HeaderAgain::Same) => {
                // No results.
                self.next_column = usize::MAX;
                self.unknown.headers += 1;
                return Ok(());
            }
            None => {}
        }
        if footer::is_one(self.plan, &self.record) {
            self.next_column = usize::MAX;
            self.unknown.footers += 1;
            return Ok(());
        }
        let is_told =
            || !self.plan.sheet.columns.is_empty() && says(self.plan, &self.record).is_some();
        let is_empty = |cell: &str| is_blank(cell) || is_rule(cell);
        if self.plan.shape == Shape::Long && self.record.iter().all(is_empty) || is_told() {
            // An empty line of a spreadsheet or a rule below its header is no result, nor is what a row says of the columns of a sheet.
            self.next_column = usize::MAX;
            return Ok(());
        }
        let width = self.plan.headers.len();
        let cells = self.record.len();
        self.ragged = cells != width
            && (cells < width || self.record.iter().skip(width).any(|cell| !is_blank(cell)));
        if let Some(given) = self.plan.given_name {
            self.join_name(given);
        }
        if !self.export.code_joins.is_empty() {
            self.join_code();
        }
        if !self.export.patient_joins.is_empty() {
            self.join_patient();
        }
        if self.plan.pick(Role::CollectedTime).is_some() {
            self.join_time();
        }
        if !self.plan.age_parts.is_empty() {
            self.join_age();
        }
        if self.plan.shape != Shape::Long {
            self.silent = self.look_at_silence();
        }
        self.comment.clear();
        // What stands behind the last column was a part of a cell: of the comment, most of the time.
        let columns = self.plan.pick(Role::Comment).columns().count();
        let above = !self.plan.above.comment.is_empty();
        let suspects = !self.plan.suspects.is_empty();
        let worded = self.may_be_worded();
        if 1 < columns || above || suspects || worded || (self.ragged && width < cells) {
            self.join_comments();
        }
        if !self.plan.hemolysis.is_empty() {
            self.join_hemolysis();
        }
        if !self.plan.defaults.is_empty() {
            self.find_defaults();
        }
        Ok(())
    }
}
