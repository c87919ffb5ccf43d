//! Files that stand beside an export: lists of local item codes, and files of patients.

use std::path::{Path, PathBuf};

use csv::StringRecord;

use super::file::dialect::Fixed;
use super::file::opening;
use super::headers::vocabulary;
use crate::error::Result;

pub(crate) mod codes;
pub(crate) mod patients;
pub mod surgeries;

/// The code lists and patient files of one run, shared by all its exports.
#[derive(Debug, Default)]
pub struct Companions {
    pub(crate) codes: Vec<codes::CodeList>,
    pub(crate) patients: Vec<patients::PatientFile>,
}

impl Companions {
    /// Reads the files given with `--codes` and `--patients`.
    pub fn read(
        codes: &[PathBuf],
        patients: &[PathBuf],
        encoding: Option<&str>,
    ) -> Result<Companions> {
        let mut companions = Companions::default();
        for path in codes {
            companions
                .codes
                .push(codes::CodeList::read(path, encoding)?);
        }
        for path in patients {
            companions
                .patients
                .push(patients::PatientFile::read(path, encoding)?);
        }
        Ok(companions)
    }

    /// True if there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty() && self.patients.is_empty()
    }
}

/// A small table, read whole.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) label: String,
    pub(crate) header_line: u64,
    pub(crate) headers: Vec<String>,
    pub(crate) rows: Vec<StringRecord>,
}

impl Table {
    /// Reads the rows that `keep` wants, given the headers; these are words of exports.
    fn read(
        path: &Path,
        encoding: Option<&str>,
        keep: impl Fn(&[String]) -> Box<dyn Fn(&StringRecord) -> bool>,
    ) -> Result<Table> {
        let known = |header: &str| vocabulary::entry(header).is_some();
        Table::read_below(path, encoding, &known, keep)
    }

    /// The same below a header of words that are `known`.
    fn read_below(
        path: &Path,
        encoding: Option<&str>,
        known: &dyn Fn(&str) -> bool,
        keep: impl Fn(&[String]) -> Box<dyn Fn(&StringRecord) -> bool>,
    ) -> Result<Table> {
        let opened = opening::open(path, encoding, false, Fixed::default(), known)?;
        let wanted = keep(&opened.headers);
        let mut table = opened.table()?;
        let mut record = StringRecord::new();
        let mut rows = Vec::new();
        while table.read(&mut record)?.is_some() {
            if wanted(&record) {
                rows.push(record.clone());
            }
        }
        Ok(Table {
            label: opened.source.label().to_string(),
            header_line: opened.header_line,
            headers: opened.headers,
            rows,
        })
    }

    /// The column with a header, compared as headers are.
    pub(crate) fn column(&self, folded: &str) -> Option<usize> {
        self.headers
            .iter()
            .position(|header| vocabulary::fold(header) == folded)
    }
}
