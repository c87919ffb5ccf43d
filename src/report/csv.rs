//! The CSV form: one line per result, in input order, columns as the contract names them.

use std::io::{BufWriter, Write};

use super::{Report, Settings, Summary, broken};
use crate::error::Result;
use crate::interpretation::Interpretation;
use crate::notice::FileNotice;

mod formula;
mod lines;

pub(crate) use lines::Lines;

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
    out: BufWriter<W>,
    lines: Lines,
    line: Vec<u8>,
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
        let mut report = CsvReport {
            out: BufWriter::with_capacity(1 << 16, out),
            lines: Lines::new(spreadsheet, graded),
            line: Vec::new(),
        };
        report.lines.header(&mut report.line);
        report.out.write_all(&report.line).map_err(broken)?;
        Ok(report)
    }

    /// Writes one result.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn write(&mut self, result: &Interpretation<'_>) -> Result<()> {
        self.line.clear();
        self.lines.add(result, &mut self.line);
        self.out.write_all(&self.line).map_err(broken)
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
