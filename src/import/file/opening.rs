//! The first look at a file: what it is, its encoding, its dialect, its header and first rows.

use std::io::Read;
use std::path::Path;

use csv::StringRecord;

use super::decode::Decoder;
use super::dialect::{self, DELIMITERS, Fixed, sniff};
use super::encoding::{self, TextEncoding};
use super::foreign;
use super::narrow;
use super::source::Source;
use super::table::{Dialect, Place, TableReader};
use crate::error::{Error, Result};
use crate::import::around::header_again;
use crate::import::shapes::wide::head;

/// Bytes of decoded text that are looked at for the dialect.
const HEAD: u64 = 256 * 1024;
/// Rows that are looked at for the roles of columns.
const SAMPLE: usize = 1000;

/// A delimited text whose header has been found.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) source: Source,
    pub(crate) encoding: TextEncoding,
    pub(crate) dialect: Dialect,
    pub(crate) headers: Vec<String>,
    /// Line of the header, with blank lines before it counted.
    pub(crate) header_line: u64,
    /// Cells of the header that are known words.
    pub(crate) known_headers: usize,
    /// The first rows.
    pub(crate) rows: Vec<StringRecord>,
    /// The lines on which they start.
    pub(crate) lines: Vec<u64>,
    /// Lines with text stand above the header.
    pub(crate) has_preamble: bool,
    /// Their cells.
    pub(crate) above: Vec<StringRecord>,
    /// Where the first rows begin.
    pub(crate) places: Vec<Place>,
}

/// Opens a file. `known` says whether a header is a word it knows; `presume`, whether its encoding may be presumed
/// by its beginning.
pub(crate) fn open(
    path: &Path,
    encoding_label: Option<&str>,
    presume: bool,
    fixed: Fixed,
    known: &dyn Fn(&str) -> bool,
) -> Result<Opened> {
    let source = Source::open(path)?;
    let label = source.label().to_string();
    if source.length() == 0 {
        return Err(foreign::empty(&label));
    }
    let mut head = Vec::new();
    let io = |error| Error::io(&label, error);
    source
        .reader(0)
        .take(4096)
        .read_to_end(&mut head)
        .map_err(io)?;
    if let Some(found) = foreign::binary(&head) {
        return Err(found.refused(&label, "this is"));
    }
    let encoding = encoding::detect(&source, encoding_label, presume)?;
    let words = |text: &str| sniff(text, fixed, known).map_or(0, |sniffed| sniffed.known);
    let (encoding, text) =
        encoding::by_headers(encoding, |encoding| decoded_head(&source, encoding), words)?;
    if text.trim().is_empty() {
        return Err(foreign::empty(&label));
    }
    if let Some(found) = foreign::structured_text(&text) {
        return Err(found.refused(&label, "this looks like"));
    }
    let Some(sniffed) = sniff(&text, fixed, known) else {
        let (problem, advice) = match fixed.header_line {
            Some(line) => (
                format!("line {line} is no header: it has fewer than two cells"),
                "give header_line, and the delimiter, of the line with the names of the columns",
            ),
            None => (
                "this is no table: no delimiter (comma, semicolon, tab, |) gives two columns or more"
                    .to_string(),
                "export the results as CSV, or name delimiter and header_line in a layout",
            ),
        };
        return Err(Error::new(label, problem, advice).at(fixed.header_line.unwrap_or(1)));
    };
    let mut opened = Opened {
        encoding,
        dialect: sniffed.dialect,
        headers: Vec::new(),
        header_line: sniffed.dialect.header_line,
        known_headers: sniffed.known,
        rows: Vec::new(),
        lines: Vec::new(),
        has_preamble: false,
        above: Vec::new(),
        places: Default::default(),
        source,
    };
    opened.read_sample()?;
    let mut above = text
        .lines()
        .zip(1..)
        .take_while(|(_, line)| *line < opened.header_line);
    opened.has_preamble =
        above.any(|(text, _)| text.contains(char::is_alphanumeric) && !names_delimiter(text));
    if opened.has_preamble {
        let above = dialect::records(
            &text,
            Dialect {
                header_line: 1,
                ..opened.dialect
            },
        );
        let above: Vec<_> = above
            .into_iter()
            .take_while(|(line, _)| *line < opened.header_line)
            .collect();
        if fixed.header_line.is_none() && header_again::table_above(&above) {
            return Err(header_again::refused(
                opened.source.label(),
                opened.header_line,
            ));
        }
        opened.above = above.into_iter().map(|(_, record)| record).collect();
        for line in &mut opened.above {
            narrow::record(line, |_| false);
        }
    }
    Ok(opened)
}

impl Opened {
    /// A reader that stands behind the header.
    pub(crate) fn table(&self) -> Result<TableReader<'_>> {
        let mut table = TableReader::open(&self.source, self.encoding, self.dialect)?;
        table.read(&mut StringRecord::new())?;
        Ok(table)
    }

    /// Hands out the rows in order, until no more are wanted.
    pub(crate) fn each_row(&self, mut wants_more: impl FnMut(&StringRecord) -> bool) -> Result<()> {
        self.each_line(|_, row| wants_more(row))
    }

    /// Hands out the rows in order, each with the line on which it starts, until no more are wanted.
    pub(crate) fn each_line(
        &self,
        mut wants_more: impl FnMut(u64, &StringRecord) -> bool,
    ) -> Result<()> {
        let mut rows = self.lines.iter().zip(&self.rows);
        if !rows.all(|(line, row)| wants_more(*line, row)) || self.rows.len() < SAMPLE {
            return Ok(());
        }
        let mut table = self.table()?;
        let mut record = StringRecord::new();
        let mut read = 0;
        while let Some(line) = table.read(&mut record)? {
            read += 1;
            if SAMPLE < read && !wants_more(line, &record) {
                break;
            }
        }
        Ok(())
    }

    fn read_sample(&mut self) -> Result<()> {
        let mut table = TableReader::open(&self.source, self.encoding, self.dialect)?;
        let mut record = StringRecord::new();
        let Some(line) = table.read(&mut record)? else {
            return Err(foreign::empty(self.source.label()));
        };
        narrow::record(&mut record, |_| false);
        self.headers = record.iter().map(str::to_string).collect();
        self.header_line = line;
        self.places = vec![table.place()];
        while self.rows.len() < SAMPLE
            && let Some(line) = table.read(&mut record)?
        {
            self.lines.push(line);
            if self.places.len() <= head::MOST {
                self.places.push(table.place());
            }
            // By what they hold columns are known, not by how wide it is.
            narrow::record(&mut record, |_| false);
            self.rows.push(record.clone());
        }
        Ok(())
    }
}

/// The first part of the text, whole lines only.
fn decoded_head(source: &Source, encoding: &TextEncoding) -> Result<String> {
    let decoder = Decoder::new(source.reader(encoding.mark), encoding.decoding());
    let mut bytes = Vec::new();
    decoder
        .take(HEAD)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io(source.label(), error))?;
    if bytes.len() as u64 == HEAD
        && let Some(end) = bytes.iter().rposition(|c| *c == b'\n')
    {
        bytes.truncate(end + 1);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// `sep=;`, by which a spreadsheet is told where to cut: it says nothing of patient or sample.
fn names_delimiter(line: &str) -> bool {
    let line = line.trim().trim_matches('"').to_ascii_lowercase();
    let mark = line.strip_prefix("sep=").map(|mark| mark.trim_matches('"'));
    mark.is_some_and(|mark| {
        mark.is_empty() || DELIMITERS.iter().any(|one| mark.as_bytes() == [*one])
    })
}
