//! Reading an export: one observation after the other, each borrowed from the current record.

use std::io::Read;

use super::Export;
use super::file::decode::Decoder;
use super::file::source::SourceReader;
use super::file::table::TableReader;
use super::plan::Plan;
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
mod understood;
mod unknown;
mod wide;
mod worded;

pub(super) use filler::zero_is_none;
pub(super) use joined::push_condition;
pub(super) use person::{Joined, Texts};
pub(super) use printed::are_limits_of;
pub(super) use said::PREGNANCY;
pub(super) use silent::heads_section;
pub(crate) use understood::Understood;
pub(crate) use unknown::Unknown;

/// The observations of an export, in its own order.
pub struct Rows<'e>(RowsOf<'e, Decoder<SourceReader<'e>>>);

/// The observations of an export or a part of it.
pub(crate) struct RowsOf<'e, R> {
    table: TableReader<'e, R>,
    understood: Understood<'e>,
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
