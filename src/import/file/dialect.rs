//! Which character separates cells, and on which line the header stands.
//!
//! The words of the header decide before the mere count of marks: a file of decimal commas can be
//! cut at its commas quite evenly, but it then has no header.

use std::collections::HashSet;

use csv::StringRecord;
use memchr::memchr;

use super::table::{Dialect, csv_reader, is_blank};
use crate::import::around::above;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::shapes::sheet;

/// Delimiters that are tried. Never `<` or `>`: they belong to results.
pub(in crate::import) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Records that are looked at for the header.
const HEADER_WITHIN: usize = 60;

/// A guess, and how good it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sniffed {
    /// The dialect.
    pub(crate) dialect: Dialect,
    /// Cells of the header line that are known words.
    pub(crate) known: usize,
    /// Cells of the header line.
    pub(crate) cells: usize,
}

/// What is fixed before anything is guessed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fixed {
    /// The delimiter, if it is stated.
    pub(crate) delimiter: Option<u8>,
    /// The header's line, if it is stated.
    pub(crate) header_line: Option<u64>,
    /// Quoting, if it is stated.
    pub(crate) quoting: Option<bool>,
}

/// Finds delimiter and header line in the first part of a decoded file. `known` says whether a
/// header is a word it knows. `None` if the text is no table.
pub(crate) fn sniff(head: &str, fixed: Fixed, known: &dyn Fn(&str) -> bool) -> Option<Sniffed> {
    let mut best: Option<(Score, Sniffed)> = None;
    for delimiter in DELIMITERS {
        if fixed.delimiter.is_some_and(|stated| stated != delimiter) {
            continue;
        }
        let found = with_delimiter(head, delimiter, fixed, known);
        if let Some((score, sniffed)) = found
            && best.as_ref().is_none_or(|(other, _)| score.beats(other))
        {
            best = Some((score, sniffed));
        }
    }
    best.map(|(_, sniffed)| sniffed)
}

/// Known words first, then how evenly the rows are cut, then how many cells there are.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Score {
    known: usize,
    even: f64,
    cells: usize,
    /// It names nothing but a person and a draw, as what may stand above the table of a report.
    of_person: bool,
    /// It names a column of results and one of their tests.
    of_results: bool,
}

impl Score {
    fn beats(&self, other: &Score) -> bool {
        if self.known != other.known {
            return self.known > other.known;
        }
        if (self.even - other.even).abs() > 0.05 {
            return self.even > other.even;
        }
        self.cells > other.cells
    }
}

fn with_delimiter(
    head: &str,
    delimiter: u8,
    fixed: Fixed,
    known: &dyn Fn(&str) -> bool,
) -> Option<(Score, Sniffed)> {
    let first_line = fixed.header_line.unwrap_or(1);
    let start = line_start(head, first_line)?;
    // One cell a line is no table.
    memchr(delimiter, &head.as_bytes()[start..])?;
    let dialect = Dialect {
        delimiter,
        quoting: fixed.quoting.unwrap_or(true),
        header_line: first_line,
    };
    let records = records(&head[start..], dialect);
    let within = if fixed.header_line.is_some() {
        1
    } else {
        HEADER_WITHIN
    };
    let mut best: Option<(Score, Sniffed)> = None;
    for (at, (line, header)) in records.iter().enumerate().take(within) {
        let filled = header.iter().filter(|cell| !is_blank(cell)).count();
        if filled < 2 {
            continue;
        }
        let score = Score {
            known: words(header, known),
            even: evenness(header.len(), &records[at + 1..]),
            cells: header.len(),
            of_person: above::is_of_person(header),
            of_results: is_of_results(header),
        };
        // Without a stated header line, a line that no row resembles is not a header.
        if score.even < 0.5 && score.known < 2 && fixed.header_line.is_none() {
            continue;
        }
        // Later lines must know more words, not just as many: data may hold some.
        let better = best.as_ref().is_none_or(|(other, _)| {
            score.known > other.known
                // However much more a line says of the person.
                || (other.of_person && score.of_results)
                || (score.known == other.known
                    && (score.even > other.even + 0.3 || (other.of_person && !score.of_person)))
        });
        if better {
            let dialect = Dialect {
                header_line: *line,
                ..dialect
            };
            let sniffed = Sniffed {
                dialect,
                known: score.known,
                cells: filled,
            };
            let is_final = score.known >= 3 && score.even > 0.9 && !score.of_person;
            best = Some((score, sniffed));
            // Nothing further down will look more like a header.
            if is_final {
                break;
            }
        }
    }
    best
}

/// Known words of a line, each once, less the cells that are numbers: a row of data may name an analyte and hold a flag that is
/// one, but it holds numbers as well, and "Hemolyzed" below each of the dates of a sheet. The dates of its header are headers.
fn words(header: &StringRecord, known: &dyn Fn(&str) -> bool) -> usize {
    let number = |cell: &&str| {
        let cell = cell.trim();
        cell.starts_with(|c: char| c.is_ascii_digit())
            && cell
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | ':' | '/' | ' '))
    };
    let is_sheet = sheet::is_header(header);
    let numbers = match is_sheet {
        true => 0,
        false => header.iter().filter(number).count(),
    };
    let is_known = |cell: &&str| known(cell) || (is_sheet && sheet::is_date(cell));
    let words: HashSet<String> = header
        .iter()
        .filter(is_known)
        .map(|cell| cell.trim().to_lowercase())
        .collect();
    words.len().saturating_sub(numbers)
}

/// True for a header of a long table: one column has the results, another their tests.
fn is_of_results(header: &StringRecord) -> bool {
    let roles = || {
        header
            .iter()
            .filter_map(vocabulary::entry)
            .map(|entry| entry.role)
    };
    let names_test = |role| [Role::Name, Role::Code, Role::Loinc].contains(&role);
    roles().any(|role| role == Role::Value) && roles().any(names_test)
}

/// Share of rows as wide as the header; one cell more or less is half as good.
fn evenness(width: usize, rows: &[(u64, StringRecord)]) -> f64 {
    if rows.is_empty() {
        return 1.0;
    }
    let fit: f64 = rows
        .iter()
        .map(|(_, row)| match row.len().abs_diff(width) {
            0 => 1.0,
            1 => 0.6,
            _ => 0.0,
        })
        .sum();
    fit / rows.len() as f64
}

/// The first records with their lines.
pub(in crate::import) fn records(text: &str, dialect: Dialect) -> Vec<(u64, StringRecord)> {
    let mut reader = csv_reader(dialect, text.len() as u64).from_reader(text.as_bytes());
    let mut records: Vec<(u64, StringRecord)> = Vec::new();
    let mut record = StringRecord::new();
    while records.len() < 400 {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            _ => break,
        }
        let breaks: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        let behind = reader.position().line().saturating_sub(1).max(1);
        let line = (dialect.header_line - 1 + behind).saturating_sub(breaks as u64);
        // A record that the end of the text cuts off in its quotes has no line end of its own.
        let line = line.max(records.last().map_or(1, |(before, _)| before + 1));
        records.push((line, record.clone()));
    }
    records
}

/// Byte at which a line starts.
fn line_start(text: &str, line: u64) -> Option<usize> {
    let skip = usize::try_from(line.saturating_sub(1)).ok()?;
    if skip == 0 {
        return Some(0);
    }
    text.match_indices('\n').nth(skip - 1).map(|(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sniffed(text: &str, fixed: Fixed) -> Option<(char, u64)> {
        let known = |header: &str| crate::import::headers::vocabulary::entry(header).is_some();
        sniff(text, fixed, &known).map(|s| (char::from(s.dialect.delimiter), s.dialect.header_line))
    }

    #[test]
    fn the_header_tells_the_delimiter() {
        for (text, expected) in [
            ("Patient,Test,Result\n1,Na,140\n", Some((',', 1))),
            (
                "Patient;Test;Ergebnis\n1;Na;3,40\n2;K;4,10\n",
                Some((';', 1)),
            ),
            (
                "Patient\tTest\tResult\n1\tNa, serum\t140\n",
                Some(('\t', 1)),
            ),
            ("Patient|Test|Result\n1|Na|140\n", Some(('|', 1))),
            (
                "Report of 3, May\nLab; main\n\nPatient,Test,Result\n1,Na,140\n",
                Some((',', 4)),
            ),
            ("Patient,Test,Result\n", Some((',', 1))),
            ("x;y;z\n1;2;3\n4;5;6\n", Some((';', 1))),
            ("Result <\n1 <5\n2 <6\n", None),
            ("who;what;how much\n7;Result;4,1\n", Some((';', 1))),
            ("just words\nno table\n", None),
            (
                "Dear colleague,\nthe results, as discussed, are fine.\nRegards\n",
                None,
            ),
        ] {
            assert_eq!(sniffed(text, Fixed::default()), expected, "{text:?}");
        }
        let fixed = Fixed {
            header_line: Some(2),
            ..Fixed::default()
        };
        assert_eq!(
            sniffed("Patient,Test\na;b;c\n1;2;3\n", fixed),
            Some((';', 2))
        );
    }
}
