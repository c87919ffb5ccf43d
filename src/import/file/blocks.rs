//! An export cut into blocks of whole records, so that several of them can be read at once.
//!
//! Where a record ends depends on the quotes before it, so blocks are cut by one who sees all of
//! them: at a line end that is in no quoted cell, exactly as the CSV reader sees it.

mod cut;

use std::io::{ErrorKind, Read};

use memchr::memchr_iter;

use super::decode::Decoder;
use super::opening::Opened;
use super::source::SourceReader;
use super::table::{BlockText, Dialect, TableReader, text_from};
use crate::error::{Error, Result};
use crate::import::Export;
use crate::import::rows::{RowsOf, Understood};
use cut::{cut, is_line_by_line};

/// Whole records of an export.
#[derive(Debug)]
pub(crate) struct Block {
    /// UTF-8 with LF line ends.
    pub(crate) text: Vec<u8>,
    /// Line of the file on which it begins.
    pub(crate) line: u64,
    /// Every record is one line, and every quote encloses a cell or stands doubled in one.
    pub(crate) regular: bool,
    /// Bytes of the file read up to its end, for a progress bar.
    pub(crate) read: u64,
}

/// How a block was cut, to be cut so again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    /// Bytes of its text.
    pub(crate) length: u64,
    pub(crate) lines: u64,
    pub(crate) regular: bool,
}

impl Block {
    /// How it is cut.
    pub(crate) fn extent(&self) -> Extent {
        Extent {
            length: self.text.len() as u64,
            lines: line_ends(&self.text),
            regular: self.regular,
        }
    }
}

fn line_ends(text: &[u8]) -> u64 {
    memchr_iter(b'\n', text).count() as u64
}

/// The blocks of an export, in order.
pub(crate) struct Blocks<'e> {
    export: &'e Export,
    input: Decoder<SourceReader<'e>>,
    dialect: Dialect,
    /// Text behind the last whole record.
    rest: Vec<u8>,
    line: u64,
    length: usize,
    ended: bool,
}

impl Export {
    /// Its records in blocks of so many bytes, roughly, from the first row of results on.
    pub(crate) fn blocks(&self, length: usize) -> Result<Blocks<'_>> {
        let plan = self.plan.as_ref().ok_or_else(|| self.not_understood())?;
        let places = &self.opened.places;
        let place = places.get(plan.head_rows).copied().unwrap_or_default();
        let Opened {
            source,
            encoding,
            dialect,
            ..
        } = &self.opened;
        let all = usize::try_from(source.length()).unwrap_or(usize::MAX);
        Ok(Blocks {
            export: self,
            input: text_from(source, *encoding, *dialect, place)?,
            dialect: *dialect,
            rest: Vec::new(),
            line: place.line,
            // No more memory than there may be text.
            length: length.min(all).max(1),
            ended: false,
        })
    }

    /// The observations of a block.
    pub(crate) fn rows_of<'b>(&'b self, block: &'b Block) -> Result<RowsOf<'b, BlockText<'b>>> {
        let plan = self.plan.as_ref().ok_or_else(|| self.not_understood())?;
        let opened = &self.opened;
        let table = TableReader::of_block(
            &opened.source,
            opened.encoding,
            opened.dialect,
            &block.text,
            block.line,
        );
        Ok(RowsOf::of(table, Understood::new(self, plan)))
    }
}

impl Blocks<'_> {
    /// The next block, in memory that is no longer needed; `None` at the end.
    pub(crate) fn next(&mut self, memory: Vec<u8>) -> Result<Option<Block>> {
        let mut text = memory;
        // What stands in the memory behind it is written over.
        let mut known = self.rest.len();
        if text.len() < known {
            text.resize(known, 0);
        }
        text[..known].copy_from_slice(&self.rest);
        self.rest.clear();
        let mut length = self.length;
        loop {
            self.fill(&mut text, known, length)?;
            known = text.len();
            if text.is_empty() {
                return Ok(None);
            }
            let cut = cut(&text, self.dialect);
            let end = if self.ended { text.len() } else { cut.end };
            if end == 0 {
                // A record longer than the block.
                length *= 2;
                continue;
            }
            self.rest.extend_from_slice(&text[end..]);
            text.truncate(end);
            let block = Block {
                line: self.line,
                // What stands open is in the next block, if there is one.
                regular: cut.regular && !(self.ended && cut.open) && is_line_by_line(&text),
                read: self.input.taken(),
                text,
            };
            self.line += line_ends(&block.text);
            return Ok(Some(block));
        }
    }

    /// The next block, cut as it was before.
    pub(crate) fn again(&mut self, memory: Vec<u8>, extent: Extent) -> Result<Block> {
        let mut text = memory;
        let changed = || self.export.opened.source.changed();
        let length = usize::try_from(extent.length).map_err(|_| changed())?;
        // What stands in the memory is written over.
        text.resize(length, 0);
        let read = self.input.read_exact(&mut text);
        read.map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => changed(),
            _ => Error::io(self.export.label(), error),
        })?;
        let block = Block {
            line: self.line,
            regular: extent.regular,
            read: self.input.taken(),
            text,
        };
        self.line += extent.lines;
        Ok(block)
    }

    /// Reads on until there are so many bytes behind the first `start` ones, whatever else stands in `text`.
    fn fill(&mut self, text: &mut Vec<u8>, start: usize, length: usize) -> Result<()> {
        let failed = |error| Error::io(self.export.label(), error);
        text.resize(length.max(start), 0);
        let mut at = start;
        while at < text.len() && !self.ended {
            let got = self.input.read(&mut text[at..]).map_err(failed)?;
            self.ended = got == 0;
            at += got;
        }
        text.truncate(at);
        Ok(())
    }
}
