//! The rows of a laboratory's CSV table, each with what is wrong with it.

use std::collections::HashMap;

use csv::StringRecord;

use super::OWN;
use super::columns::columns;
use crate::age::AgePoint;
use crate::error::{Error, Result};
use crate::notice::{Code, FileNotice};
use crate::reference::{Analyte, Catalog, Conversion, Interval, StatedLimits, Variant};
use crate::resolve::specimen::SpecimenWords;
use crate::text::{fold_name, quoted};
use crate::units::Unit;

/// A table, read as far as it can be.
pub(in crate::reference) struct Parsed<'c> {
    /// Rows without a fault.
    pub(in crate::reference) rows: Vec<Row<'c>>,
    /// Faults, in the order of the file.
    pub(in crate::reference) wrong: Vec<Error>,
    /// Faults of rows of what is not blood, which judge nothing: urine in moles a day.
    pub(in crate::reference) wrong_apart: Vec<Error>,
    /// Rows that name no analyte this program knows.
    pub(in crate::reference) unknown: Vec<FileNotice>,
    /// Index of each column.
    pub(in crate::reference) columns: HashMap<&'static str, usize>,
    /// Headers that mean nothing here, with their index.
    pub(in crate::reference) ignored: Vec<(String, usize)>,
}

/// One row.
pub(in crate::reference) struct Row<'c> {
    pub(in crate::reference) analyte: &'c Analyte,
    pub(in crate::reference) interval: Interval,
    pub(in crate::reference) line: u64,
}

/// Reads every row. An error is one about the whole file.
pub(in crate::reference) fn parse<'c>(
    label: &str,
    text: &str,
    catalog: &'c Catalog,
    specimens: &SpecimenWords,
) -> Result<Parsed<'c>> {
    let text = text.trim_start_matches('\u{feff}');
    let header_line = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|d| header_line.bytes().filter(|c| c == d).count())
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let headers = reader
        .headers()
        .map_err(|error| Error::new(label, error.to_string(), "write a header line"))?
        .clone();
    let (columns, ignored) = columns(&headers).map_err(|(problem, at)| {
        let advice = "keep one of them: which of both counts cannot be known";
        Error::new(label, problem, advice).at(1).column(at + 1)
    })?;
    let table = Table {
        label,
        columns,
        decimal_comma: delimiter == b';',
        catalog,
        specimens,
    };
    for needed in ["analyte", "unit"] {
        if !table.columns.contains_key(needed) {
            return Err(Error::new(
                label,
                format!("there is no column `{needed}`"),
                "the header must name analyte, low, high and unit",
            )
            .at(1));
        }
    }
    let mut parsed = Parsed {
        rows: Vec::new(),
        wrong: Vec::new(),
        wrong_apart: Vec::new(),
        unknown: Vec::new(),
        columns: HashMap::new(),
        ignored,
    };
    for record in reader.records() {
        let record =
            record.map_err(|error| Error::new(label, error.to_string(), "correct the line"))?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = record.position().map_or(0, csv::Position::line);
        // Cells behind a decimal comma would stand in the place of others.
        if let Some(at) = (headers.len()..record.len()).find(|at| !record[*at].is_empty()) {
            let problem = "this row has more cells than the header";
            let advice = "write decimal points, or put quotes around cells with a comma";
            let error = Error::new(label, problem, advice);
            parsed.wrong.push(error.at(line).column(at + 1));
            continue;
        }
        let name = table.cell(&record, "analyte");
        let Some((analyte, variant)) = table.analyte(name) else {
            parsed.unknown.push(FileNotice {
                file: label.to_string(),
                line: Some(line),
                code: Code::AnalyteUnknown,
                message: format!(
                    "{} is not an analyte this program knows; the row is not used",
                    quoted(name)
                ),
            });
            continue;
        };
        match table.interval(&record, line, analyte, variant) {
            Ok(interval) => parsed.rows.push(Row {
                analyte,
                interval,
                line,
            }),
            Err(error) if table.is_apart(&record) => parsed.wrong_apart.push(error),
            Err(error) => parsed.wrong.push(error),
        }
    }
    parsed.columns = table.columns;
    Ok(parsed)
}

pub(super) struct Table<'t, 'c> {
    label: &'t str,
    columns: HashMap<&'static str, usize>,
    pub(super) decimal_comma: bool,
    catalog: &'c Catalog,
    pub(super) specimens: &'t SpecimenWords,
}

impl<'c> Table<'_, 'c> {
    pub(super) fn cell<'r>(&self, record: &'r StringRecord, column: &str) -> &'r str {
        self.columns
            .get(column)
            .and_then(|at| record.get(*at))
            .unwrap_or("")
            .trim()
    }

    pub(super) fn wrong(&self, line: u64, column: &str, problem: String, advice: &str) -> Error {
        let error = Error::new(self.label, problem, advice).at(line);
        match self.columns.get(column) {
            Some(at) => error.column(at + 1),
            None => error,
        }
    }

    /// The analyte of a row, by LOINC code or by a name that means nothing else.
    fn analyte(&self, name: &str) -> Option<(&'c Analyte, Option<&'c Variant>)> {
        // The id first: as a name it may have other meanings too (`pt`).
        if let Some(analyte) = self.catalog.analyte(name) {
            return Some((analyte, None));
        }
        if let Some(meaning) = self.catalog.by_loinc(name) {
            return Some((meaning.analyte, meaning.variant));
        }
        let mut named = self.catalog.by_name(&fold_name(name));
        match (named.next(), named.next()) {
            (Some(only), None) => Some((only.analyte, only.variant)),
            _ => None,
        }
    }

    fn interval(
        &self,
        record: &StringRecord,
        line: u64,
        analyte: &Analyte,
        variant: Option<&Variant>,
    ) -> Result<Interval> {
        let (unit, conversion) = self.unit(record, line, analyte, variant)?;
        let low = self.limit(record, line, "low", ["low_op", ">=", ">"])?;
        let high = self.limit(record, line, "high", ["high_op", "<=", "<"])?;
        if low.is_none() && high.is_none() {
            let problem = "the row has no limit".to_string();
            return Err(self.wrong(line, "low", problem, "write low, high or both"));
        }
        if let (Some(low), Some(high)) = (low, high)
            && high.value < low.value
        {
            return Err(self.wrong(
                line,
                "low",
                format!(
                    "the low limit {} is above the high limit {}",
                    low.value, high.value
                ),
                "exchange them, or correct the slip",
            ));
        }
        let from = self.age(record, line, "age_from")?;
        let from = from.unwrap_or(AgePoint::years(0));
        let below = self.age(record, line, "age_below")?;
        if let Some(below) = below.filter(|below| below.days() <= from.days()) {
            return Err(self.wrong(
                line,
                "age_below",
                format!("the row begins at {from} and ends at {below}: nobody is of that age"),
                "exchange the ages, or correct the slip; age_below is the first age outside",
            ));
        }
        let or = |column: &str, default: &str| match self.cell(record, column) {
            "" => default.to_string(),
            text => text.to_string(),
        };
        let stated = StatedLimits {
            low,
            high,
            unit,
            conversion,
        };
        Ok(Interval {
            profile: or("profile", OWN),
            kind: self.kind(record, line)?,
            sex: self.sex(record, line)?,
            from,
            below,
            condition: Some(self.cell(record, "condition"))
                .filter(|text| !text.is_empty())
                .map(|text| crate::text::fold_words(text).replace([' ', '_'], "-")),
            specimens: self.specimens(record, line)?,
            // As in our own data: limits of urea nitrogen do not stand beside urea.
            also: variant
                .map(|_| stated.in_canonical(analyte.unit))
                .into_iter()
                .collect(),
            stated,
            source: or("source", self.label),
            note: None,
        })
    }

    fn unit(
        &self,
        record: &StringRecord,
        line: u64,
        analyte: &Analyte,
        variant: Option<&Variant>,
    ) -> Result<(&'static Unit, Conversion)> {
        let text = self.cell(record, "unit");
        self.catalog
            .units()
            .read(text)
            .iter()
            .find_map(|unit| Some((*unit, analyte.conversion(unit, variant)?)))
            .or_else(|| {
                // An INR has no unit, and everybody leaves it blank.
                let inr = text.is_empty() && analyte.unit.kind == crate::units::Kind::Inr;
                inr.then_some((analyte.unit, Conversion::IDENTITY))
            })
            .ok_or_else(|| {
                let problem = if text.is_empty() {
                    format!("the row of {} has no unit", analyte.name)
                } else {
                    format!("{} cannot be stated in {text:?}", analyte.name)
                };
                self.wrong(
                    line,
                    "unit",
                    problem,
                    "write a unit that the laboratory reports it in",
                )
            })
    }
}
