//! Reports: what a run prints, in four forms.
//!
//! Every form is driven the same way: [`open`] it, [`Report::write`] each result in input order,
//! [`Report::finish`] it with the summary. CSV and JSON are streamed; the table is collected first,
//! because it puts what is urgent on top.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::error::{Error, Result};
use crate::interpretation::Interpretation;
use crate::notice::FileNotice;
use crate::units::spelling::UnitTable;

pub mod atomic;
mod cells;
pub mod csv;
pub mod filter;
mod harmless;
pub mod json;
mod paint;
pub mod reason;
mod scribe;
pub mod sheet;
pub(crate) mod shown;
pub mod summary;
pub mod table;
mod text;
mod wording;

#[cfg(test)]
mod cases;

pub use atomic::Output;
pub use csv::CsvReport;
pub use filter::needs_attention;
pub use json::{JsonReport, SCHEMA};
pub(crate) use scribe::{Head, Places, Scribe};
pub use sheet::SheetForm;
pub(crate) use summary::Share;
pub use summary::{Condition, Summary};
pub use table::{Style, TableReport};

/// Version of the output contract: the columns of the CSV and the fields of the JSON.
pub const CONTRACT: u32 = 1;

/// The forms of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Form {
    /// For reading: per patient and sample, the urgent on top.
    #[default]
    Table,
    /// One line per result, in input order.
    Csv,
    /// One JSON object for the whole run.
    Json,
    /// One JSON object per result and line.
    Jsonl,
}

/// What a report rests on: versions and choices, printed with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meta {
    /// The program.
    pub tool: String,
    /// Its version.
    pub version: String,
    /// Version of the output contract, [`CONTRACT`].
    pub contract: u32,
    /// Version of the reference data.
    pub data_version: String,
    /// Profile whose intervals are used.
    pub profile: String,
    /// Critical list in use; absent if none is.
    pub critical_list: Option<String>,
    /// Options that change a judgement, by name (`adults`, `condition`, `date-order` …).
    pub options: BTreeMap<String, String>,
}

impl Meta {
    /// Versions of this build, with the given choices and no options.
    #[must_use]
    pub fn new(data_version: &str, profile: &str, critical_list: Option<&str>) -> Meta {
        Meta {
            tool: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            contract: CONTRACT,
            data_version: data_version.to_owned(),
            profile: profile.to_owned(),
            critical_list: critical_list.map(str::to_owned),
            options: BTreeMap::new(),
        }
    }
}

/// How a report is to be written.
#[derive(Clone, Debug)]
pub struct Settings<'a> {
    /// Versions and choices.
    pub meta: Meta,
    /// How units are printed.
    pub units: &'a UnitTable,
    /// The look of the table, and whether only what needs attention is wanted, in any form.
    pub style: Style,
    /// In CSV, neutralize cells that a spreadsheet would run as a formula.
    pub spreadsheet: bool,
    /// Results are graded: the CSV gets a last column for it.
    pub graded: bool,
}

/// A report being written.
pub trait Report {
    /// Adds one result.
    ///
    /// # Errors
    /// If the output cannot be written.
    fn write(&mut self, result: &Interpretation<'_>) -> Result<()>;

    /// Writes what stands at the end, and everything that was held back. CSV and JSON lines have
    /// no end of their own: their summary and notices belong on standard error.
    ///
    /// # Errors
    /// If the output cannot be written.
    fn finish(self: Box<Self>, summary: &Summary, notices: &[FileNotice]) -> Result<()>;
}

/// Lets through only what needs attention.
struct Abnormal<'a>(Box<dyn Report + 'a>);

impl Report for Abnormal<'_> {
    fn write(&mut self, result: &Interpretation<'_>) -> Result<()> {
        if needs_attention(result) {
            self.0.write(result)?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>, summary: &Summary, notices: &[FileNotice]) -> Result<()> {
        self.0.finish(summary, notices)
    }
}

/// Begins a report. With [`Style::abnormal_only`] every result is still to be written to it: the
/// table counts what it does not show.
///
/// # Errors
/// If the output cannot be written.
pub fn open<'a, W: Write + 'a>(
    form: Form,
    out: W,
    settings: Settings<'a>,
) -> Result<Box<dyn Report + 'a>> {
    let abnormal_only = settings.style.abnormal_only && form != Form::Table;
    let report: Box<dyn Report + 'a> = match form {
        Form::Table => Box::new(TableReport::new(
            out,
            settings.style,
            settings.units,
            settings.meta,
        )),
        Form::Csv => Box::new(CsvReport::new_or_graded(out, &settings)?),
        Form::Json => Box::new(JsonReport::whole(out, settings.meta)?),
        Form::Jsonl => Box::new(JsonReport::lines(out, settings.meta)),
    };
    Ok(if abnormal_only {
        Box::new(Abnormal(report))
    } else {
        report
    })
}

impl Form {
    /// True for a form whose results stand for themselves: it can be written in pieces.
    #[must_use]
    pub fn is_of_pieces(self) -> bool {
        matches!(self, Form::Csv | Form::Jsonl)
    }
}

/// An output error as this crate's error.
pub(crate) fn broken(error: impl Into<io::Error>) -> Error {
    Error::io("the report", error.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_driven_the_same_way() {
        let units = cases::units();
        let results = cases::hemolyzed_sample();
        for form in [Form::Table, Form::Csv, Form::Json, Form::Jsonl] {
            let mut out = Vec::new();
            let settings = Settings {
                meta: cases::meta(),
                units: &units,
                style: Style::default(),
                spreadsheet: false,
                graded: false,
            };
            let mut summary = Summary::default();
            let mut report = open(form, &mut out, settings).expect("opens");
            for result in &results {
                summary.add(result);
                report.write(result).expect("writes");
            }
            report.finish(&summary, &[]).expect("finishes");
            let text = String::from_utf8(out).expect("UTF-8");
            assert!(text.ends_with('\n'), "{form:?}");
            assert!(
                text.to_lowercase().contains("potassium"),
                "{form:?}:\n{text}"
            );
        }
    }

    #[test]
    fn a_reader_that_goes_away_is_a_broken_pipe() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
        }
        let units = cases::units();
        for form in [Form::Table, Form::Csv, Form::Json, Form::Jsonl] {
            let settings = Settings {
                meta: cases::meta(),
                units: &units,
                style: Style::default(),
                spreadsheet: false,
                graded: false,
            };
            let run = || -> Result<()> {
                let mut report = open(form, Gone, settings)?;
                for result in &cases::hemolyzed_sample() {
                    report.write(result)?;
                }
                report.finish(&Summary::default(), &[])
            };
            let error = run().expect_err("nobody reads");
            assert!(error.is_broken_pipe(), "{form:?}: {error}");
        }
    }
}
