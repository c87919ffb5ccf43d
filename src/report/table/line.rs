//! Lines of a table: texts at columns, without blanks at the end.

use std::io::{self, Write};

use crate::report::paint::{Tone, paint};
use crate::report::text::width;

/// Builds one line after the other.
pub(super) struct Lines<'o, W: Write> {
    out: &'o mut W,
    color: bool,
    line: String,
    column: usize,
}

impl<'o, W: Write> Lines<'o, W> {
    pub(super) fn new(out: &'o mut W, color: bool) -> Lines<'o, W> {
        Lines {
            out,
            color,
            line: String::new(),
            column: 0,
        }
    }

    /// Puts a text at a column; one blank behind what reaches that far already.
    pub(super) fn put(&mut self, at: usize, text: &str, tone: Tone) {
        if text.is_empty() {
            return;
        }
        let gap = at.checked_sub(self.column).unwrap_or(1);
        self.line.extend(std::iter::repeat_n(' ', gap));
        paint(&mut self.line, text, tone, self.color);
        self.column += gap + width(text);
    }

    /// Puts a text two blanks behind what stands there.
    pub(super) fn beside(&mut self, text: &str, tone: Tone) {
        self.put(self.column + 2, text, tone);
    }

    /// Ends the line.
    pub(super) fn end(&mut self) -> io::Result<()> {
        self.line.push('\n');
        self.out.write_all(self.line.as_bytes())?;
        self.line.clear();
        self.column = 0;
        Ok(())
    }

    /// Puts each text on a line of its own.
    pub(super) fn each(&mut self, at: usize, texts: &[String], tone: Tone) -> io::Result<()> {
        for text in texts {
            self.put(at, text, tone);
            self.end()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stand_at_their_columns() {
        let mut out = Vec::new();
        let mut lines = Lines::new(&mut out, false);
        lines.put(2, "ab", Tone::Plain);
        lines.put(6, "µ", Tone::Critical);
        lines.put(3, "late", Tone::Plain);
        lines.put(40, "", Tone::Plain);
        lines.end().expect("memory");
        lines.put(0, "x", Tone::Plain);
        lines.beside("y", Tone::Plain);
        lines.end().expect("memory");
        assert_eq!(String::from_utf8_lossy(&out), "  ab  µ late\nx  y\n");
    }
}
