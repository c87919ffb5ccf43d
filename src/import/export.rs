//! One export, open: what was found out about it, and its observations.

mod dates;
mod found;
mod not_understood;
mod persons;
mod prepared;
mod statistics;
mod unread;

use std::path::Path;
use std::sync::Arc;

use csv::StringRecord;

use super::ImportOptions;
use super::around::above::Above;
use super::around::two_names::{self, NamesBeside};
use super::cells::numbers::NumberEvidence;
use super::columns;
use super::companions::Companions;
use super::companions::codes::CodeJoin;
use super::companions::patients::PatientJoin;
use super::date::{DateOrder, OrderEvidence};
use super::file::dialect;
use super::file::opening::{self, Opened};
use super::file::table::TableReader;
use super::headers::header_unit;
use super::headers::vocabulary;
use super::layout::{self, Layout, Shape};
use super::plan::Plan;
use super::rows::Rows;
use super::shapes::groups;
use super::shapes::sheet;
use crate::error::Result;
use crate::notice::{Code, FileNotice};
use crate::observation::NumberStyle;

/// Rows whose values are looked at for the style of numbers, if they settle it.
const NUMBER_SAMPLE: usize = 10_000;

/// A laboratory's export, open and understood as far as its layout goes.
#[derive(Debug)]
pub struct Export {
    pub(super) opened: Opened,
    pub(super) plan: Option<Plan>,
    pub(super) numbers: NumberStyle,
    pub(super) number_evidence: NumberEvidence,
    pub(super) date_order: Option<DateOrder>,
    pub(super) stated: Layout,
    pub(super) companions: Arc<Companions>,
    pub(super) code_joins: Vec<CodeJoin>,
    pub(super) patient_joins: Vec<PatientJoin>,
    /// What names say beside the numbers of patients.
    names_beside: NamesBeside,
    notices: Vec<FileNotice>,
}

impl Export {
    /// Opens an export; `-` is standard input.
    pub fn open(
        path: &Path,
        companions: &Arc<Companions>,
        options: &ImportOptions,
    ) -> Result<Export> {
        let export = Export::inspect(path, companions, options)?;
        match export.plan {
            Some(_) => Ok(export),
            None => Err(export.not_understood()),
        }
    }

    /// The same for a long export that need not be read to its end first: it is presumed to be UTF-8 if its
    /// beginning is. Where that proves wrong as it is read, the error says so
    /// ([`is_presumption`](crate::error::Error::is_presumption)), before anything is written: then it has to be opened again by [`Export::open`].
    ///
    /// # Errors
    /// As for [`Export::open`].
    pub fn open_presuming(
        path: &Path,
        companions: &Arc<Companions>,
        options: &ImportOptions,
    ) -> Result<Export> {
        match Export::inspect_presuming(path, companions, options, true) {
            Err(error) if error.is_presumption() => Export::open(path, companions, options),
            Ok(export) if export.plan.is_none() => Err(export.not_understood()),
            export => export,
        }
    }

    /// Opens an export whose columns need not be understood: to describe it and to write a layout.
    pub fn inspect(
        path: &Path,
        companions: &Arc<Companions>,
        options: &ImportOptions,
    ) -> Result<Export> {
        Export::inspect_presuming(path, companions, options, false)
    }

    fn inspect_presuming(
        path: &Path,
        companions: &Arc<Companions>,
        options: &ImportOptions,
        presume: bool,
    ) -> Result<Export> {
        let stated = options.layout.clone().unwrap_or_default();
        let known = options.known_analyte;
        let named: Vec<&str> = stated
            .columns
            .values()
            .flat_map(|headers| headers.as_slice())
            .chain(
                stated
                    .analytes
                    .iter()
                    .filter_map(|analyte| analyte.column.as_ref()),
            )
            .map(|header| header.trim())
            .collect();
        let known_header = |header: &str| {
            vocabulary::entry(header).is_some()
                || named.contains(&header.trim())
                || header_unit::split_known(header, &|name| known(name)).is_some()
        };
        let encoding = options
            .encoding
            .as_deref()
            .or(stated.encoding.as_ref().map(|label| label.0.as_str()));
        let fixed = dialect::Fixed {
            delimiter: stated.delimiter.as_ref().map(|d| d.0),
            header_line: stated.header_line,
            quoting: stated.quoting,
        };
        let opened = opening::open(path, encoding, presume, fixed, &known_header)?;
        let seen = columns::Seen {
            file: opened.source.label(),
            header_line: opened.header_line,
            headers: &opened.headers,
            rows: &opened.rows,
            layout: options.layout.as_ref(),
            known: &|name| known(name),
        };
        let mut plan = Plan::settle(&seen)?;
        if let Some(plan) = &mut plan {
            groups::refuse(plan, &seen)?;
            if plan.shape == Shape::Cumulative {
                sheet::read_told(plan, &opened)?;
            }
            plan.above = Above::of(&opened, plan)?;
            plan.zero_is_none = super::rows::zero_is_none(plan, &opened.rows);
            (plan.time_unread, plan.apart) = super::shapes::wide::apart(plan, &opened.rows);
        }
        let names_beside = match &plan {
            Some(plan) => two_names::of(&opened, plan)?,
            None => NamesBeside::default(),
        };
        let mut export = Export {
            numbers: NumberStyle::default(),
            number_evidence: NumberEvidence::default(),
            date_order: options.date_order.or(stated.date_order),
            companions: Arc::clone(companions),
            code_joins: Vec::new(),
            patient_joins: Vec::new(),
            names_beside,
            notices: Vec::new(),
            opened,
            plan,
            stated,
        };
        export.find_number_style()?;
        export.prepare_joins(options.names_differ);
        export.say_what_was_found(&|name| known(name));
        Ok(export)
    }

    /// The file as named.
    #[must_use]
    pub fn label(&self) -> &str {
        self.opened.source.label()
    }

    /// Length in bytes, as it is stored.
    #[must_use]
    pub fn len_bytes(&self) -> u64 {
        self.opened.source.length()
    }

    /// What is to be said about the file before its rows are read.
    #[must_use]
    pub fn notices(&self) -> &[FileNotice] {
        &self.notices
    }

    /// Order of day, month and year, if it is stated.
    #[must_use]
    pub fn date_order(&self) -> Option<DateOrder> {
        self.date_order
    }

    /// Settles the order of day, month and year for all further reading.
    pub fn set_date_order(&mut self, order: DateOrder) {
        self.date_order = Some(order);
    }

    /// One row per result, or one row with many; `None` if that is not understood.
    #[must_use]
    pub fn shape(&self) -> Option<Shape> {
        self.plan.as_ref().map(|plan| plan.shape)
    }

    /// The table behind its header and the rows with units and limits.
    pub(super) fn behind_header(&self, plan: &Plan) -> Result<TableReader<'_>> {
        let mut table = self.opened.table()?;
        for _ in 0..plan.head_rows {
            table.read(&mut StringRecord::new())?;
        }
        Ok(table)
    }

    /// Reads the observations from the beginning.
    pub fn rows(&self) -> Result<Rows<'_>> {
        match &self.plan {
            Some(plan) => Rows::new(self, plan),
            None => Err(self.not_understood()),
        }
    }

    /// What was detected and what was stated, as a layout.
    #[must_use]
    pub fn layout(&self) -> Layout {
        layout::write::detected(self)
    }

    /// The layout as a file to edit, which reads back to the same result.
    #[must_use]
    pub fn to_toml(&self) -> String {
        layout::write::to_toml(self)
    }

    /// What was detected and why, for a person to read.
    #[must_use]
    pub fn describe(&self) -> String {
        layout::describe::describe(self)
    }

    /// Whom the files of patients know, with sex and date of birth: what they state counts beside what rows state.
    pub(crate) fn known_people(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.patient_joins.iter().flat_map(PatientJoin::people)
    }

    /// Patients whose rows state two names that have nothing in common.
    pub(crate) fn of_two_names(&self) -> impl Iterator<Item = &str> {
        self.names_beside.of_two.iter().map(String::as_str)
    }

    /// What the headers say of the order of day, month and year.
    pub(crate) fn order_of_headers(&self) -> OrderEvidence {
        let headers = self.plan.iter().flat_map(|plan| plan.headers.iter());
        OrderEvidence::of_headers(headers.map(String::as_str))
    }

    /// Dates that stand in the header.
    pub(crate) fn dates_of_header(&self) -> impl Iterator<Item = &str> {
        self.plan.iter().flat_map(|plan| plan.sheet.dates())
    }

    fn say(&mut self, line: Option<u64>, code: Code, message: String) {
        self.notices.push(FileNotice {
            file: self.opened.source.label().to_string(),
            line,
            code,
            message,
        });
    }
}
