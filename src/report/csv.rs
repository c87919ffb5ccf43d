//! The CSV form: one line per result, in input order, columns as the contract names them.

use std::io::Write;

use ::csv::{ByteRecord, Writer};

use super::{Report, Settings, Summary, broken, cells};
use crate::error::{Error, Result};
use crate::interpretation::Interpretation;
use crate::notice::FileNotice;

mod formula;

/// The columns, in order.
pub const COLUMNS: [&str; 20] = [
    "file",
    "line",
    "patient",
    "sample",
    "collected",
    "analyte",
    "name",
    "specimen",
    "value",
    "unit",
    "canonical_value",
    "canonical_unit",
    "low",
    "high",
    "limit_unit",
    "range_source",
    "flag",
    "reported_flag",
    "usability",
    "notices",
];

/// The last column where results are graded.
pub const GRADE: &str = "grade";

/// Writes results as CSV.
#[derive(Debug)]
pub struct CsvReport<W: Write> {
    out: Writer<W>,
    row: Row,
}

/// One line being put together. Kept from line to line, so that none allocates.
#[derive(Debug)]
struct Row {
    record: ByteRecord,
    scratch: Vec<u8>,
    spreadsheet: bool,
    graded: bool,
}

impl<W: Write> CsvReport<W> {
    /// Begins with the header. With `spreadsheet`, cells that a spreadsheet would run as a formula
    /// get a leading apostrophe; without it, everything from the file is verbatim.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn new(out: W, spreadsheet: bool) -> Result<CsvReport<W>> {
        CsvReport::begin(out, spreadsheet, false)
    }

    /// The same with a last column for grades.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn graded(out: W, spreadsheet: bool) -> Result<CsvReport<W>> {
        CsvReport::begin(out, spreadsheet, true)
    }

    /// One of the two, as the settings say.
    pub(super) fn new_or_graded(out: W, settings: &Settings<'_>) -> Result<CsvReport<W>> {
        CsvReport::begin(out, settings.spreadsheet, settings.graded)
    }

    fn begin(out: W, spreadsheet: bool, graded: bool) -> Result<CsvReport<W>> {
        let mut report = CsvReport::body(out, spreadsheet, graded);
        report
            .out
            .write_record(COLUMNS.iter().chain(graded.then_some(&GRADE)))
            .map_err(csv_error)?;
        Ok(report)
    }

    /// The lines alone, without the header.
    pub(super) fn body(out: W, spreadsheet: bool, graded: bool) -> CsvReport<W> {
        CsvReport {
            out: ::csv::WriterBuilder::new()
                .buffer_capacity(1 << 16)
                .from_writer(out),
            row: Row {
                record: ByteRecord::with_capacity(512, COLUMNS.len() + 1),
                scratch: Vec::with_capacity(64),
                spreadsheet,
                graded,
            },
        }
    }

    /// Writes one result.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn write(&mut self, result: &Interpretation<'_>) -> Result<()> {
        self.row.fill(result);
        self.out
            .write_byte_record(&self.row.record)
            .map_err(csv_error)
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn finish(mut self) -> Result<()> {
        self.out.flush().map_err(broken)
    }
}

impl<W: Write> Report for CsvReport<W> {
    fn write(&mut self, result: &Interpretation<'_>) -> Result<()> {
        CsvReport::write(self, result)
    }

    fn finish(self: Box<Self>, _: &Summary, _: &[FileNotice]) -> Result<()> {
        CsvReport::finish(*self)
    }
}

impl Row {
    fn fill(&mut self, result: &Interpretation<'_>) {
        let observation = &result.observation;
        self.record.clear();
        self.theirs(observation.file);
        // A derived result stands on no line of the file.
        match observation.line {
            0 => self.ours(""),
            line => self.shown(line),
        }
        self.theirs(observation.patient);
        self.theirs(observation.sample);
        self.theirs(cells::collected(observation));
        self.ours(result.analyte.map_or("", |analyte| &analyte.id));
        self.theirs(observation.name);
        self.ours(result.specimen.as_str());
        match cells::comparator(observation) {
            "" => self.theirs(observation.value),
            // A comparator is no formula: the cell needs no apostrophe.
            comparator => self.joined(comparator, observation.value),
        }
        self.theirs(observation.unit);
        match &result.canonical {
            Some(canonical) => {
                self.joined(cells::canonical_comparator(result), &canonical.text);
                self.ours(canonical.unit);
            }
            None => {
                self.ours("");
                self.ours("");
            }
        }
        match &result.limits {
            Some(limits) => {
                for limit in [limits.low, limits.high] {
                    match limit {
                        Some(limit) => self.shown(limit.value),
                        None => self.ours(""),
                    }
                }
                self.theirs(limits.unit);
                self.ours(limits.source.as_str());
            }
            None => (0..4).for_each(|_| self.ours("")),
        }
        self.ours(result.flag.map_or("", |flag| flag.as_str()));
        self.theirs(observation.flag);
        self.ours(result.usability.map_or("", |usability| usability.as_str()));
        self.scratch.clear();
        for (i, code) in result.notices.codes().iter().enumerate() {
            if i > 0 {
                self.scratch.push(b' ');
            }
            self.scratch.extend_from_slice(code.as_str().as_bytes());
        }
        self.record.push_field(&self.scratch);
        if self.graded {
            let grade = result.grade.as_ref().map(crate::grade::Grade::shown);
            self.ours(&grade.unwrap_or_default());
        }
    }

    /// A cell of this program's own words.
    fn ours(&mut self, text: &str) {
        self.record.push_field(text.as_bytes());
    }

    /// A cell from the file.
    fn theirs(&mut self, text: &str) {
        if self.spreadsheet && formula::would_run(text) {
            self.joined("'", text);
        } else {
            self.ours(text);
        }
    }

    fn joined(&mut self, start: &str, end: &str) {
        self.scratch.clear();
        self.scratch.extend_from_slice(start.as_bytes());
        self.scratch.extend_from_slice(end.as_bytes());
        self.record.push_field(&self.scratch);
    }

    fn shown(&mut self, number: impl std::fmt::Display) {
        self.scratch.clear();
        // Writing to memory does not fail.
        let _ = write!(self.scratch, "{number}");
        self.record.push_field(&self.scratch);
    }
}

fn csv_error(error: ::csv::Error) -> Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => broken(error),
        // Records of another length cannot arise: every row has the same columns.
        other => broken(std::io::Error::other(format!("{other:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::Observation;
    use crate::report::cases;

    fn print(results: &[Interpretation<'_>], spreadsheet: bool) -> String {
        let mut out = Vec::new();
        let mut report = CsvReport::new(&mut out, spreadsheet).expect("opens");
        for result in results {
            report.write(result).expect("writes");
        }
        report.finish().expect("finishes");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn one_line_per_result() {
        let printed = print(&cases::hemolyzed_sample(), false);
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(lines[0], COLUMNS.join(","));
        assert_eq!(
            lines[1],
            "panel.csv,2,P-1002,48623,2024-03-05 07:15,potassium,Kalium,serum,6.8,mmol/L,6.8,mmol/L,\
             3.5,5.0,mmol/L,report,HH,H,indeterminate,critical-limit hemolysis-raises"
        );
        assert_eq!(lines.len(), 1 + cases::hemolyzed_sample().len());
    }

    #[test]
    fn an_inequality_keeps_its_sign_in_both_values() {
        let mut result = cases::blank();
        result.observation.value = "10";
        result.observation.comparator = "<";
        result.canonical = Some(crate::interpretation::Canonical {
            comparator: Some(crate::value::Comparator::Less),
            value: 10.0,
            text: "10".to_owned(),
            unit: "mg/L",
        });
        assert!(print(&[result], true).contains(",<10,,<10,mg/L,"));
    }

    #[test]
    fn cells_are_verbatim_unless_a_spreadsheet_would_run_them() {
        let mut result = cases::blank();
        result.observation = Observation {
            patient: "=HYPERLINK(\"http://x\")",
            name: "a,b \"c\"\nd",
            value: "-3.2",
            line: 7,
            ..result.observation
        };
        let line = |spreadsheet| {
            let printed = print(std::slice::from_ref(&result), spreadsheet);
            printed.split_once('\n').expect("a header").1.to_owned()
        };
        let verbatim = "\"=HYPERLINK(\"\"http://x\"\")\",,,,\"a,b \"\"c\"\"\nd\",,-3.2,";
        assert!(line(false).contains(verbatim), "{}", line(false));
        assert!(
            line(true).contains(&verbatim.replacen('=', "'=", 1)),
            "{}",
            line(true)
        );
    }
}
