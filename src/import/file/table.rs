//! Records of a delimited text, each with the line on which it starts.

use std::io::{self, Read};
use std::sync::atomic::Ordering;

use csv::StringRecord;

use super::decode::Decoder;
use super::encoding::TextEncoding;
use super::quotes;
use super::source::{Source, SourceReader};
use crate::error::{Error, Result};

/// How the cells of a file are separated, and where its table begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// Between two cells.
    pub(crate) delimiter: u8,
    /// Whether `"` encloses cells.
    pub(crate) quoting: bool,
    /// Line of the header; the first line of the file is 1.
    pub(crate) header_line: u64,
}

/// Reads records from the header on, or those of one block.
pub(crate) struct TableReader<'s, R = Decoder<SourceReader<'s>>> {
    source: &'s Source,
    encoding: TextEncoding,
    dialect: Dialect,
    reader: csv::Reader<R>,
    /// Line of the file on which the text begins.
    first: u64,
    /// Lines read so far, within the text.
    lines: u64,
}

impl<'s> TableReader<'s> {
    /// Starts at the header line of `source`.
    pub(crate) fn open(
        source: &'s Source,
        encoding: TextEncoding,
        dialect: Dialect,
    ) -> Result<TableReader<'s>> {
        source.still_the_same()?;
        let input = start(source, &encoding, dialect)?;
        Ok(TableReader {
            reader: csv_reader(dialect, source.length()).from_reader(input),
            first: dialect.header_line,
            source,
            encoding,
            dialect,
            lines: 0,
        })
    }

    /// Bytes of the file consumed so far.
    pub(crate) fn bytes_read(&self) -> u64 {
        self.encoding.mark + self.reader.get_ref().taken()
    }

    /// Where this reader stands.
    pub(crate) fn place(&self) -> Place {
        let place = self.reader.position();
        Place {
            bytes: place.byte(),
            line: self.first + place.line() - 1,
        }
    }
}

/// A place in a table.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    /// Bytes of the decoded text between the start of the header line and it.
    bytes: u64,
    /// Line of the file that begins there.
    pub(crate) line: u64,
}

/// The decoded text from a place on.
pub(crate) fn text_from(
    source: &Source,
    encoding: TextEncoding,
    dialect: Dialect,
    place: Place,
) -> Result<Decoder<SourceReader<'_>>> {
    source.still_the_same()?;
    let mut input = start(source, &encoding, dialect)?;
    io::copy(&mut input.by_ref().take(place.bytes), &mut io::sink())
        .map_err(|error| Error::io(source.label(), error))?;
    Ok(input)
}

/// A block as a reader takes it.
pub(crate) type BlockText<'b> = io::Chain<&'static [u8], &'b [u8]>;

impl<'s, 'b> TableReader<'s, BlockText<'b>> {
    /// The records of a block of whole ones, which begins on the line `first` of the file.
    pub(crate) fn of_block(
        source: &'s Source,
        encoding: TextEncoding,
        dialect: Dialect,
        text: &'b [u8],
        first: u64,
    ) -> TableReader<'s, BlockText<'b>> {
        // A blank line before it: at its very start the reader would drop what looks like a mark of
        // encoding, which within a file is text.
        const BLANK: &[u8] = b"\n";
        TableReader {
            reader: csv_reader(dialect, text.len() as u64).from_reader(BLANK.chain(text)),
            source,
            encoding,
            dialect,
            first: first - 1,
            // That line is behind the reader: the first record takes no more lines than it has.
            lines: 1,
        }
    }
}

impl<R: Read> TableReader<'_, R> {
    /// Reads the next record, and gives the line on which it starts; `None` at the end.
    pub(crate) fn read(&mut self, record: &mut StringRecord) -> Result<Option<u64>> {
        loop {
            let more = self
                .reader
                .read_record(record)
                .map_err(|error| self.failed(error))?;
            if !more {
                return Ok(None);
            }
            let before = self.lines;
            // Each record ends with one LF, so the reader now stands on the line behind it. Lines
            // beyond the first are blank ones, which it skips, or breaks inside the cells.
            self.lines = self.reader.position().line().saturating_sub(1);
            let last = self.first + self.lines - 1;
            if self.lines - before == 1 {
                if record.len() == 1 && is_blank(&record[0]) {
                    continue;
                }
                return Ok(Some(last));
            }
            let breaks = record
                .iter()
                .map(|cell| cell.bytes().filter(|c| *c == b'\n').count() as u64)
                .sum::<u64>();
            if breaks > 0 {
                self.check_quotes()?;
            } else if record.len() == 1 && is_blank(&record[0]) {
                continue;
            }
            return Ok(Some(last - breaks));
        }
    }

    /// Once per file, and only if a cell holds a line break: is each quote closed?
    fn check_quotes(&mut self) -> Result<()> {
        if self.source.quotes_checked.load(Ordering::Relaxed) {
            return Ok(());
        }
        let input = start(self.source, &self.encoding, self.dialect)?;
        let open = quotes::first_unclosed(input, self.dialect.delimiter, self.dialect.header_line)
            .map_err(|error| Error::io(self.source.label(), error))?;
        match open {
            None => {
                self.source.quotes_checked.store(true, Ordering::Relaxed);
                Ok(())
            }
            Some(line) => Err(Error::new(
                self.source.label(),
                "a quote is opened here and not closed at the end of its cell, \
                 so records behind it would be lost",
                "close the quote, or set quoting = false in a layout if quotes mean nothing here",
            )
            .at(line)),
        }
    }

    fn failed(&self, error: csv::Error) -> Error {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Error::io(self.source.label(), error),
            // The decoder lets nothing through that is not UTF-8, unless that was presumed, or the file changed.
            _ => self.encoding.not_text(self.source),
        }
    }
}

/// A CSV reader for a text of about so many bytes in a dialect. Every record comes out, whatever its length.
pub(crate) fn csv_reader(dialect: Dialect, length: u64) -> csv::ReaderBuilder {
    let mut builder = csv::ReaderBuilder::new();
    builder
        .has_headers(false)
        .flexible(true)
        .delimiter(dialect.delimiter)
        .quoting(dialect.quoting)
        .terminator(csv::Terminator::Any(b'\n'))
        // All of it is written once before it is used.
        .buffer_capacity(length.clamp(1024, 128 * 1024) as usize);
    builder
}

/// True if a cell says nothing.
pub(crate) fn is_blank(cell: &str) -> bool {
    match cell.as_bytes().first() {
        Some(first) if first.is_ascii_graphic() => false,
        _ => cell.trim().is_empty(),
    }
}

/// True for a cell of a rule between rows: `------`, as Markdown draws it.
pub(crate) fn is_rule(cell: &str) -> bool {
    const SHORTEST: usize = 3;
    let cell = cell.trim();
    SHORTEST <= cell.len() && cell.bytes().all(|byte| matches!(byte, b'-' | b'=' | b':'))
}

/// True if a cell begins like a number, with or without a comparator.
pub(crate) fn begins_like_number(cell: &str) -> bool {
    let cell = cell.trim_start_matches([' ', '<', '>', '=', '-', '+', '\u{2212}']);
    cell.starts_with(|c: char| c.is_ascii_digit())
}

/// The decoded text from the header line on.
fn start<'s>(
    source: &'s Source,
    encoding: &TextEncoding,
    dialect: Dialect,
) -> Result<Decoder<SourceReader<'s>>> {
    let mut input = Decoder::new(source.reader(encoding.mark), encoding.decoding());
    input
        .skip_lines(dialect.header_line.saturating_sub(1))
        .map_err(|error| Error::io(source.label(), error))?;
    Ok(input)
}

#[cfg(test)]
mod tests;
