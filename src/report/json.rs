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
mod fields;
mod grade;
mod lines;
mod row;
#[cfg(test)]
mod schema;

pub(crate) use lines::Lines;

/// JSON Schema (2020-12) of both forms.
pub const SCHEMA: &str = include_str!("check.schema.json");

/// Writes results as JSON.
#[derive(Debug)]
pub struct JsonReport<W: Write> {
    out: BufWriter<W>,
    lines: Lines,
    /// One object for the whole run.
    whole: bool,
    written: bool,
    object: Vec<u8>,
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

impl<W: Write> JsonReport<W> {
    /// One object for the whole run: `meta`, `results`, `summary`, `file_notices`.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn whole(out: W, meta: Meta) -> Result<JsonReport<W>> {
        let mut report = JsonReport::begin(out, None);
        report.out.write_all(b"{\"meta\":").map_err(broken)?;
        serde_json::to_writer(&mut report.out, &meta).map_err(broken)?;
        report.out.write_all(b",\"results\":[").map_err(broken)?;
        Ok(report)
    }

    /// One object per line, each complete in itself with a small `meta`.
    #[must_use]
    pub fn lines(out: W, meta: Meta) -> JsonReport<W> {
        JsonReport::begin(out, Some(&meta))
    }

    /// With versions and choices in each object, or one object for the whole run.
    fn begin(out: W, meta: Option<&Meta>) -> JsonReport<W> {
        JsonReport {
            out: BufWriter::with_capacity(1 << 16, out),
            lines: Lines::of(meta),
            whole: meta.is_none(),
            written: false,
            object: Vec::new(),
        }
    }
}

impl<W: Write> Report for JsonReport<W> {
    fn write(&mut self, result: &Interpretation<'_>) -> Result<()> {
        self.object.clear();
        if self.whole {
            let before: &[u8] = if self.written { b",\n" } else { b"\n" };
            self.object.extend_from_slice(before);
            self.lines.add(result, &mut self.object);
        } else {
            self.lines.add_line(result, &mut self.object);
        }
        self.written = true;
        self.out.write_all(&self.object).map_err(broken)
    }

    fn finish(mut self: Box<Self>, summary: &Summary, notices: &[FileNotice]) -> Result<()> {
        if self.whole {
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
