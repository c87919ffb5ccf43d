//! The record at hand: what is looked up for it once, and how it moves on to its next result.

use csv::StringRecord;

use super::super::Export;
use super::silent::Silent;
use super::{Joined, Unknown};
use crate::error::Result;
use crate::import::around::footer;
use crate::import::around::header_again::{self, HeaderAgain};
use crate::import::companions::codes::CodeEntry;
use crate::import::file::narrow;
use crate::import::file::table::{is_blank, is_rule};
use crate::import::headers::role::Role;
use crate::import::layout::Shape;
use crate::import::plan::{Defaults, Plan};
use crate::import::shapes::sheet::says;
use crate::import::shapes::wide::{Twin, WideColumn};
use crate::observation::Observation;

/// The record at hand with all that is looked up for it once, and what it says.
pub(crate) struct Understood<'e> {
    pub(super) export: &'e Export,
    pub(super) plan: &'e Plan,
    pub(super) record: StringRecord,
    pub(super) line: u64,
    pub(super) ragged: bool,
    /// Wide: the analyte that comes next.
    pub(super) next_column: usize,
    /// Wide: the analyte of the current observation.
    pub(super) column: Option<&'e WideColumn>,
    /// Cumulative: the place of the dated column of the current observation.
    pub(super) dated: Option<usize>,
    /// Wide and cumulative: what a record without results is.
    pub(super) silent: Silent,
    pub(super) code: CodeEntry<'e>,
    pub(super) code_unknown: bool,
    pub(super) person: Joined<'e>,
    pub(super) defaults: Option<&'e Defaults>,
    /// Texts put together from several cells.
    pub(super) collected: String,
    pub(super) age: String,
    pub(super) comment: String,
    pub(super) specimen: String,
    pub(super) specimen_condition: String,
    /// Wide: the same of the current observation, where the column has some of its own.
    pub(super) own_comment: String,
    pub(super) own_condition: String,
    pub(super) key: String,
    pub(super) unknown: Unknown,
}

impl<'e> Understood<'e> {
    pub(in crate::import) fn new(export: &'e Export, plan: &'e Plan) -> Understood<'e> {
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
            specimen: String::new(),
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
        self.specimen.clear();
        let has_several = || 1 < self.plan.pick(Role::Specimen).columns().count();
        if !self.plan.containers.is_empty() || has_several() {
            self.join_specimens();
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
