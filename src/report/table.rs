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

pub(super) mod bar;
mod fold;
mod foot;
mod group;
pub(super) mod heading;
pub(super) mod interval;
mod layout;
mod line;
mod print;
pub(super) mod recollect;
mod row;

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
        if let Some(list) = &self.meta.critical_list {
            self.groups.note_uncalled(result, list);
        }
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

    fn print(results: &[Interpretation<'_>], style: Style) -> String {
        let units = cases::units();
        let mut out = Vec::new();
        let mut summary = Summary::default();
        let mut report = Box::new(TableReport::new(&mut out, style, &units, cases::meta()));
        for result in results {
            summary.add(result);
            report.write(result).expect("memory");
        }
        report.finish(&summary, &[]).expect("memory");
        String::from_utf8(out).expect("UTF-8")
    }

    fn both_samples() -> Vec<Interpretation<'static>> {
        let mut results = cases::hemolyzed_sample();
        results.extend(cases::quiet_sample());
        results
    }

    const HEMOLYZED: &str = "\
Patient P-1002  female, 67 y
  Sample 48623  2024-03-05 07:15  serum  hemolyzed, index 1.8 g/L (measured)
    Recollect: sample hemolyzed (about 1.8 g/L).
    Aspartate aminotransferase 31 cannot be called normal; a low one may be
    hidden. Not usable: Alanine aminotransferase. In doubt: Potassium.
 !! Potassium                  6.8 mmol/L HH 3.5-5.0  [·········]● indeterminate
      CRITICAL: call now (limit 6.5 mmol/L, rcpath-2017)
      may be falsely high: hemolysis raises it; redraw
      if unwell: act while repeating
  ? Aspartate aminotransferase  31 U/L    N? ≤ 35      ·······●·]  indeterminate
      do not read as normal: hemolysis may hide a low value; redraw
  × Alanine aminotransferase   HEMOLYZED                           unusable
      no result: hemolyzed; redraw
  ▲ Creatinine                 131 µmol/L H  45-84    [·········]● caution
      hemolyzed, effect not known: redraw if it matters
  ~ C-reactive protein          <5 mg/L   N  ≤ 5       ········◂]
      the laboratory flags it high: compare the intervals
  – Xyzase                      12        not judged: analyte not known
  – Glucose                    5.4        not judged: unit missing
    Sodium                     140 mmol/L N  136-145  [····●····]
  – 2 results from urine: left alone

";

    #[test]
    fn the_urgent_is_on_top() {
        let printed = print(&cases::hemolyzed_sample(), Style::default());
        assert!(printed.starts_with(HEMOLYZED), "{printed}");
    }

    #[test]
    fn color_changes_no_word() {
        let style = Style {
            color: true,
            ..Style::default()
        };
        let mut plain = String::new();
        let mut escaped = false;
        let colored = print(&both_samples(), style);
        for c in colored.chars() {
            match c {
                '\u{1b}' => escaped = true,
                'm' if escaped => escaped = false,
                c if !escaped => plain.push(c),
                _ => {}
            }
        }
        assert!(colored.contains('\u{1b}'));
        assert_eq!(plain, print(&both_samples(), Style::default()));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in [80, 90, 100, 110, 120, 140, 200] {
            let printed = print(
                &both_samples(),
                Style {
                    width,
                    ..Style::default()
                },
            );
            for line in printed.lines() {
                assert!(
                    crate::report::text::width(line) <= width,
                    "{width}: {line:?}"
                );
                assert_eq!(line.trim_end(), line, "{width}");
            }
        }
    }

    #[test]
    fn what_is_not_shown_is_counted() {
        let style = Style {
            abnormal_only: true,
            ..Style::default()
        };
        let mut results = both_samples();
        results.retain(|result| result.observation.name != "PLT");
        let printed = print(&results, style);
        assert!(printed.contains("3 other results not shown: nothing flagged or in doubt"));
        assert!(printed.contains("1 sample not shown: nothing there is flagged or in doubt"));
        assert!(
            !printed.contains("Sodium") && !printed.contains("P-1003"),
            "{printed}"
        );
    }

    #[test]
    fn a_file_cannot_steer_the_terminal() {
        let mut result = cases::blank();
        let hostile = "\u{1b}]0;x\u{7}\u{202e}\r\n\u{9b}2J";
        let observation = &mut result.observation;
        for cell in [
            &mut observation.patient,
            &mut observation.sample,
            &mut observation.collected,
            &mut observation.name,
            &mut observation.value,
            &mut observation.unit,
        ] {
            *cell = hostile;
        }
        let printed = print(&[result], Style::default());
        let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!printed.contains(bad), "{printed:?}");
        assert!(printed.contains("�]0;x��"));
    }
}
