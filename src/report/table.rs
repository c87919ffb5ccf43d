//! The table for reading: per patient and sample, what is urgent on top.
//!
//! Results are collected as they come and printed at the end, because a row that must be seen first
//! may come last. Nothing is dropped without a count.

use std::io::{BufWriter, Write};

use super::{Meta, Report, Summary, broken, filter};
use crate::error::Result;
use crate::interpretation::Interpretation;
use crate::notice::FileNotice;
use crate::units::spelling::UnitTable;

mod bar;
mod fold;
mod foot;
mod group;
mod heading;
mod interval;
mod layout;
mod line;
mod paint;
mod print;
mod row;
mod text;

use group::Groups;

/// The look of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns of the terminal. The table is laid out for 80 and more; it stays whole below that.
    pub width: usize,
    /// Color supports the words. It never replaces one.
    pub color: bool,
    /// Only what needs attention, see [`needs_attention`](super::needs_attention).
    pub abnormal_only: bool,
}

impl Default for Style {
    fn default() -> Style {
        Style {
            width: 80,
            color: false,
            abnormal_only: false,
        }
    }
}

/// Collects results and prints the table at the end.
#[derive(Debug)]
pub struct TableReport<'u, W: Write> {
    out: BufWriter<W>,
    style: Style,
    units: &'u UnitTable,
    meta: Meta,
    groups: Groups,
}

impl<'u, W: Write> TableReport<'u, W> {
    /// Begins a table.
    pub fn new(out: W, style: Style, units: &'u UnitTable, meta: Meta) -> TableReport<'u, W> {
        TableReport {
            out: BufWriter::with_capacity(1 << 16, out),
            style,
            units,
            meta,
            groups: Groups::default(),
        }
    }
}

impl<W: Write> Report for TableReport<'_, W> {
    fn write(&mut self, result: &Interpretation<'_>) -> Result<()> {
        let shown = !self.style.abnormal_only || filter::needs_attention(result);
        self.groups.add(result, self.units, shown);
        Ok(())
    }

    fn finish(mut self: Box<Self>, summary: &Summary, _: &[FileNotice]) -> Result<()> {
        print::table(
            &mut self.out,
            &mut self.groups,
            self.style,
            &self.meta,
            summary,
        )
        .and_then(|()| self.out.flush())
        .map_err(broken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases;

    fn print(style: Style) -> String {
        let units = cases::units();
        let mut out = Vec::new();
        let mut summary = Summary::default();
        let mut report = Box::new(TableReport::new(&mut out, style, &units, cases::meta()));
        for result in cases::hemolyzed_sample().iter().chain(&cases::quiet_sample()) {
            summary.add(result);
            report.write(result).expect("memory");
        }
        report.finish(&summary, &[]).expect("memory");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn show() {
        for width in [80, 120, 60] {
            println!("{}\n{}", "=".repeat(width), print(Style { width, ..Style::default() }));
        }
        println!("{}", print(Style { width: 80, color: true, abnormal_only: true }));
    }
}
