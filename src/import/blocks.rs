//! An export cut into blocks of whole records, so that several of them can be read at once.
//!
//! Where a record ends depends on the quotes before it, so blocks are cut by one who sees all of
//! them: at a line end that is in no quoted cell, exactly as the CSV reader sees it.

use std::io::{ErrorKind, Read};

use memchr::{memchr, memchr_iter, memrchr};

use super::Export;
use super::decode::Decoder;
use super::opening::Opened;
use super::rows::{RowsOf, Understood};
use super::source::SourceReader;
use super::table::{BlockText, Dialect, TableReader, text_from};
use crate::error::{Error, Result};

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

/// Where the last whole record of a text ends, and whether every quote encloses a cell and no quoted
/// cell holds a line break.
#[derive(Debug, PartialEq)]
struct Cut {
    end: usize,
    regular: bool,
    /// Behind the last whole record a quoted cell is not closed.
    open: bool,
}

/// `text` begins with a record. A quote opens a cell only at its start; behind a quoted cell that goes
/// on without its delimiter, quotes mean nothing any more.
fn cut(text: &[u8], dialect: Dialect) -> Cut {
    let ends_cell = |byte: u8| byte == dialect.delimiter || byte == b'\n';
    let mut cut = Cut {
        end: 0,
        regular: true,
        open: false,
    };
    let mut at = 0;
    if dialect.quoting {
        while let Some(found) = memchr(b'"', &text[at..]) {
            let quote = at + found;
            cut.pass(text, at, quote);
            if quote > 0 && !ends_cell(text[quote - 1]) {
                cut.regular = false;
                at = quote + 1;
                continue;
            }
            let Some(close) = closing(text, quote) else {
                cut.open = true;
                return cut;
            };
            let clean = memchr(b'\n', &text[quote..close]).is_none() && ends_cell(text[close + 1]);
            cut.regular &= clean;
            at = close + 1;
        }
    } else {
        cut.regular = memchr(b'"', text).is_none();
    }
    cut.pass(text, at, text.len());
    cut
}

impl Cut {
    /// Takes the last line end of a part in no quoted cell.
    fn pass(&mut self, text: &[u8], from: usize, to: usize) {
        if let Some(last) = memrchr(b'\n', &text[from..to]) {
            self.end = from + last + 1;
        }
    }
}

/// The quote that closes the cell opened at `open`; `None` if that cannot be told within the text.
fn closing(text: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        let quote = at + memchr(b'"', &text[at..])?;
        match text.get(quote + 1)? {
            b'"' => at = quote + 2,
            _ => return Some(quote),
        }
    }
}

/// No blank line, and no mark of encoding where a reader would drop it.
fn is_line_by_line(text: &[u8]) -> bool {
    // Without a branch, so that many bytes are compared at a time.
    let blank = text
        .iter()
        .zip(text.get(1..).unwrap_or_default())
        .fold(0, |blank, (one, next)| {
            blank | (u8::from(*one == b'\n') & u8::from(*next == b'\n'))
        });
    blank == 0 && text.first() != Some(&b'\n') && !text.starts_with("\u{feff}".as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ends of the records of a text, as the CSV reader sees them.
    fn ends(text: &str, dialect: Dialect) -> Vec<usize> {
        let mut reader = super::super::table::csv_reader(dialect, text.len() as u64)
            .from_reader(text.as_bytes());
        let mut record = csv::ByteRecord::new();
        let mut ends = vec![0];
        while reader.read_byte_record(&mut record).expect("readable") {
            ends.push(reader.position().byte() as usize);
        }
        ends
    }

    #[test]
    fn a_block_ends_where_a_record_ends() {
        for text in [
            "a,b\n1,2\n",
            "a,\"b\nc\"\n1,2\n",
            "a,\"say \"\"x\"\"\"\nb,\"\"\nc,d\n",
            "a,5\" screen\nb,\"x\" y\"\nc,\"d\n\",e\n",
            "\"a\"\"\n\",b\n\"c\"d,\"e\n\"\nf\n",
            "a,\"\"\"\n\"\"\",b\nc\n",
        ] {
            for quoting in [true, false] {
                let dialect = Dialect {
                    delimiter: b',',
                    quoting,
                    header_line: 1,
                };
                let ends = ends(text, dialect);
                // Whatever of the text is at hand.
                for length in 0..=text.len() {
                    let found = cut(&text.as_bytes()[..length], dialect).end;
                    let expected = ends.iter().copied().filter(|end| *end <= length).max();
                    // A quote at the very end may be the first of two: then it is left open.
                    let open = text.as_bytes()[..length].ends_with(b"\"");
                    assert!(ends.contains(&found), "{text:?} cut at {length}: {found}");
                    assert!(
                        open || Some(found) == expected,
                        "{text:?} cut at {length}: {found}, not {expected:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_regular() {
        for (text, expected) in [
            ("a,b\n1,2\n", true),
            ("a,\"b,c\"\n\"x\"\"y\",2\n", true),
            ("a,\"b\nc\"\n", false),
            ("a,5\" screen\n", false),
            ("a,\"x\" y\n", false),
            ("a,\"x\n", false),
            ("a,b\n\n1,2\n", false),
            ("\na,b\n", false),
            ("\u{feff}a,b\n", false),
        ] {
            let dialect = Dialect {
                delimiter: b',',
                quoting: true,
                header_line: 1,
            };
            let cut = cut(text.as_bytes(), dialect);
            let regular = cut.regular && !cut.open && is_line_by_line(text.as_bytes());
            assert_eq!(regular, expected, "{text:?}");
        }
    }
}
