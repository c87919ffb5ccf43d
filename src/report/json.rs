//! The JSON forms: one object for the run, or one object per line and result.
//!
//! Both are streamed. The whole form is closed only by [`Report::finish`]: a run that broke off
//! leaves JSON that no parser accepts, not a report that looks complete.

use std::io::{BufWriter, Write};

use serde::Serialize;

use super::{Meta, Report, Summary, broken};
use crate::error::Result;
use crate::interpretation::Interpretation;
use crate::notice::FileNotice;

mod explain;
mod grade;
mod row;
#[cfg(test)]
mod schema;

use row::Row;

/// JSON Schema (2020-12) of both forms.
pub const SCHEMA: &str = include_str!("check.schema.json");

/// Writes results as JSON.
#[derive(Debug)]
pub struct JsonReport<W: Write> {
    out: BufWriter<W>,
    meta: Meta,
    lines: bool,
    written: bool,
}

/// One line of the form with one object per result.
#[derive(Serialize)]
struct Line<'a> {
    meta: &'a Meta,
    #[serde(flatten)]
    row: Row<'a>,
}

/// A notice about a file.
#[derive(Serialize)]
struct FileNoticeRow<'a> {
    file: &'a str,
    line: Option<u64>,
    code: &'static str,
    severity: &'static str,
    message: &'a str,
}

/// Writes one result as a line.
pub(super) fn write_line(
    result: &Interpretation<'_>,
    meta: &Meta,
    out: &mut impl Write,
) -> Result<()> {
    let row = Row::of(result);
    serde_json::to_writer(&mut *out, &Line { meta, row }).map_err(broken)?;
    out.write_all(b"\n").map_err(broken)
}

impl<W: Write> JsonReport<W> {
    /// One object for the whole run: `meta`, `results`, `summary`, `file_notices`.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn whole(out: W, meta: Meta) -> Result<JsonReport<W>> {
        let mut report = JsonReport {
            lines: false,
            ..JsonReport::lines(out, meta)
        };
        report.out.write_all(b"{\"meta\":").map_err(broken)?;
        serde_json::to_writer(&mut report.out, &report.meta).map_err(broken)?;
        report.out.write_all(b",\"results\":[").map_err(broken)?;
        Ok(report)
    }

    /// One object per line, each complete in itself with a small `meta`.
    #[must_use]
    pub fn lines(out: W, meta: Meta) -> JsonReport<W> {
        JsonReport {
            out: BufWriter::with_capacity(1 << 16, out),
            meta,
            lines: true,
            written: false,
        }
    }
}

impl<W: Write> Report for JsonReport<W> {
    fn write(&mut self, result: &Interpretation<'_>) -> Result<()> {
        if self.lines {
            return write_line(result, &self.meta, &mut self.out);
        }
        let before: &[u8] = if self.written { b",\n" } else { b"\n" };
        self.written = true;
        self.out.write_all(before).map_err(broken)?;
        serde_json::to_writer(&mut self.out, &Row::of(result)).map_err(broken)
    }

    fn finish(mut self: Box<Self>, summary: &Summary, notices: &[FileNotice]) -> Result<()> {
        if !self.lines {
            let notices: Vec<FileNoticeRow<'_>> = notices
                .iter()
                .map(|notice| FileNoticeRow {
                    file: &notice.file,
                    line: notice.line,
                    code: notice.code.as_str(),
                    severity: notice.code.severity().as_str(),
                    message: &notice.message,
                })
                .collect();
            self.out.write_all(b"\n],\n\"summary\":").map_err(broken)?;
            serde_json::to_writer(&mut self.out, summary).map_err(broken)?;
            self.out
                .write_all(b",\n\"file_notices\":")
                .map_err(broken)?;
            serde_json::to_writer(&mut self.out, &notices).map_err(broken)?;
            self.out.write_all(b"}\n").map_err(broken)?;
        }
        self.out.flush().map_err(broken)
    }
}
