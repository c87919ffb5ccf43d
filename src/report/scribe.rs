//! Forms of pieces: each line stands for itself, and lines of results that say the same differ in a few places.

use std::ops::Range;

use super::{Form, Settings, csv, json, needs_attention};
use crate::import::date::DateOrders;
use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::person::Person;
use crate::quality::SampleQuality;

/// Writes results of a form of pieces into memory.
#[derive(Debug)]
pub(crate) struct Scribe {
    abnormal_only: bool,
    lines: Lines,
}

#[derive(Debug)]
enum Lines {
    Csv(Box<csv::Lines>),
    Json(json::Lines),
}

/// Whose a result is: patient, sample, time of collection, and how its date is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head<'h> {
    pub(crate) cells: [&'h str; 3],
    pub(crate) orders: DateOrders,
}

/// Where in the memory written to stands what may differ among lines of results that say the same: one place
/// behind the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// Before it stands whose the result is and what it is called; behind it nothing else of that.
    pub(crate) behind_name: usize,
    /// The value.
    pub(crate) value: Range<usize>,
    /// The number in the canonical unit, with all that is written of it.
    pub(crate) canonical: Range<usize>,
    /// Where one more notice would be written.
    pub(crate) notices: usize,
    /// Sex and age.
    pub(crate) person: Range<usize>,
    /// What is known of the sample, in two places.
    pub(crate) sample: [Range<usize>; 2],
}

impl Places {
    /// Of a line in which nothing stands behind the notices but their end.
    pub(super) fn up_to_notices(
        behind_name: usize,
        value: Range<usize>,
        canonical: Range<usize>,
        notices: usize,
    ) -> Places {
        let nothing = notices..notices;
        Places {
            behind_name,
            value,
            canonical,
            notices,
            person: nothing.clone(),
            sample: [nothing.clone(), nothing],
        }
    }
}

impl Scribe {
    /// One that writes in this form.
    pub(crate) fn new(form: Form, settings: &Settings<'_>) -> Scribe {
        Scribe {
            abnormal_only: settings.style.abnormal_only,
            lines: match form {
                Form::Csv => {
                    let lines = csv::Lines::new(settings.spreadsheet, settings.graded);
                    Lines::Csv(Box::new(lines))
                }
                _ => Lines::Json(json::Lines::of(Some(&settings.meta))),
            },
        }
    }

    /// Writes what stands before all results.
    pub(crate) fn begin(&mut self, out: &mut Vec<u8>) {
        if let Lines::Csv(lines) = &mut self.lines {
            lines.header(out);
        }
    }

    /// Writes one result, if it is asked for, and tells where what stands.
    pub(crate) fn add(&mut self, result: &Interpretation<'_>, out: &mut Vec<u8>) -> Option<Places> {
        if self.abnormal_only && !needs_attention(result) {
            return None;
        }
        Some(match &mut self.lines {
            Lines::Csv(lines) => lines.add(result, out),
            Lines::Json(lines) => lines.add_line(result, out),
        })
    }
}

/// For lines that differ from one before in a few places only.
impl Scribe {
    /// How every line of a file begins, up to its number.
    pub(crate) fn file(&mut self, label: &str) -> Vec<u8> {
        match &mut self.lines {
            Lines::Csv(lines) => lines.file(label),
            Lines::Json(lines) => lines.file(label),
        }
    }

    /// Appends the beginning of a line: the file, as [`Scribe::file`] has it, and the number of the line.
    #[inline]
    pub(crate) fn line(file: &[u8], line: u64, out: &mut Vec<u8>) {
        out.extend_from_slice(file);
        out.extend_from_slice(itoa::Buffer::new().format(line).as_bytes());
        out.push(b',');
    }

    /// Appends whose a result is; false if it would not be written as plainly as this.
    pub(crate) fn head(&self, head: &Head<'_>, out: &mut Vec<u8>) -> bool {
        match &self.lines {
            Lines::Csv(lines) => lines.head(head.cells, out),
            Lines::Json(_) => {
                json::Lines::head(head, out);
                true
            }
        }
    }

    /// What is written of analyte and name.
    pub(crate) fn named(&mut self, analyte: &str, name: &str) -> Vec<u8> {
        match &mut self.lines {
            Lines::Csv(lines) => lines.named(analyte, name),
            Lines::Json(_) => json::Lines::named(analyte, name),
        }
    }

    /// Appends the cell of a value that is a number.
    #[inline]
    pub(crate) fn number(&self, cell: &[u8], out: &mut Vec<u8>) {
        match &self.lines {
            Lines::Csv(_) => csv::Lines::number(cell, out),
            Lines::Json(_) => out.extend_from_slice(cell),
        }
    }

    /// Completes what is written of a number in the canonical unit, whose text begins at `start`.
    #[inline]
    pub(crate) fn end_number(&self, start: usize, out: &mut Vec<u8>) {
        if let Lines::Json(_) = &self.lines {
            json::Lines::end_number(start, out);
        }
    }

    /// Appends one more notice to those written so far.
    pub(crate) fn add_notice(&self, code: Code, out: &mut Vec<u8>) {
        match &self.lines {
            Lines::Csv(_) => csv::Lines::add_notice(code, out),
            Lines::Json(_) => json::Lines::add_notice(code, out),
        }
    }

    /// True if lines tell of person and sample more than what they make of the result.
    #[inline]
    pub(crate) fn tells_all(&self) -> bool {
        matches!(self.lines, Lines::Json(_))
    }

    /// Appends what is written of the person.
    pub(crate) fn person(&self, person: &Person, out: &mut Vec<u8>) {
        if self.tells_all() {
            json::Lines::person(person, out);
        }
    }

    /// What is written of what is known of a sample.
    pub(crate) fn sample(&self, quality: &SampleQuality) -> [Vec<u8>; 2] {
        match self.tells_all() {
            true => json::Lines::sample(quality),
            false => Default::default(),
        }
    }
}
