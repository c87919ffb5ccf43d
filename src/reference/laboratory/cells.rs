//! The cells of a laboratory's table: limits, kind, sex, ages, specimens.

use csv::StringRecord;
use rust_decimal::Decimal;

use super::table::Table;
use crate::age::AgePoint;
use crate::error::Result;
use crate::interpretation::Limit;
use crate::observation::NumberStyle;
use crate::person::Sex;
use crate::reference::IntervalKind;
use crate::specimen::Specimen;
use crate::value::{Comparator, read_number};

impl Table<'_, '_> {
    /// A limit; its operator stands before the number, in a column of its own, or is inclusive.
    pub(super) fn limit(
        &self,
        record: &StringRecord,
        line: u64,
        column: &str,
        [op_column, inclusive, exclusive]: [&str; 3],
    ) -> Result<Option<Limit>> {
        let text = self.cell(record, column);
        if text.is_empty() {
            return Ok(None);
        }
        let (comparator, body) = Comparator::take(text);
        let style = NumberStyle {
            decimal_comma: self.decimal_comma && body.contains(','),
            thousands: None,
            groups_open: false,
        };
        let value: Decimal = read_number(body.trim(), style).ok_or_else(|| {
            self.wrong(
                line,
                column,
                format!("{text:?} is no number"),
                "write a number, or leave the cell empty for no limit",
            )
        })?;
        let op = self.cell(record, op_column);
        let inclusive = match op {
            "" => comparator.is_none_or(Comparator::includes),
            op if op == inclusive => true,
            op if op == exclusive => false,
            _ => {
                return Err(self.wrong(
                    line,
                    op_column,
                    format!("{op:?} is not {inclusive} or {exclusive}"),
                    "leave it empty where the limit itself is inside",
                ));
            }
        };
        Ok(Some(Limit { value, inclusive }))
    }

    pub(super) fn kind(&self, record: &StringRecord, line: u64) -> Result<IntervalKind> {
        let text = self.cell(record, "kind");
        if text.is_empty() {
            return Ok(IntervalKind::ReferenceInterval);
        }
        IntervalKind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text.replace('_', "-").to_lowercase())
            .ok_or_else(|| {
                self.wrong(
                    line,
                    "kind",
                    format!("{text:?} is no kind of interval"),
                    "write reference-interval, decision-limit or percentile99, or leave it empty",
                )
            })
    }

    pub(super) fn sex(&self, record: &StringRecord, line: u64) -> Result<Option<Sex>> {
        let text = self.cell(record, "sex");
        if text.is_empty()
            || ["any", "all", "both", "*"]
                .iter()
                .any(|any| text.eq_ignore_ascii_case(any))
        {
            return Ok(None);
        }
        match Sex::read(text) {
            Sex::Unknown => Err(self.wrong(
                line,
                "sex",
                format!("{text:?} is no sex"),
                "write F, M, or leave the cell empty for any",
            )),
            sex => Ok(Some(sex)),
        }
    }

    pub(super) fn age(
        &self,
        record: &StringRecord,
        line: u64,
        column: &str,
    ) -> Result<Option<AgePoint>> {
        let text = self.cell(record, column);
        if text.is_empty() {
            return Ok(None);
        }
        let years = text.parse().ok().map(AgePoint::years);
        let spaced = text
            .find(|c: char| c.is_alphabetic())
            .map(|at| format!("{} {}", text[..at].trim(), text[at..].trim()));
        years
            .or_else(|| AgePoint::read(&spaced?))
            .map(Some)
            .ok_or_else(|| {
                self.wrong(
                    line,
                    column,
                    format!("{text:?} is no age"),
                    "write 18 y, 6 mo, 2 wk or 12 d",
                )
            })
    }

    /// True for a row of nothing but what is no blood. Its limits judge nobody.
    pub(super) fn is_apart(&self, record: &StringRecord) -> bool {
        let cells = self.cell(record, "specimen").split([';', '|']);
        let mut stated = cells.map(|text| self.specimens.in_cell(text));
        stated.all(|specimen| specimen.is_some_and(|specimen| !specimen.is_blood()))
    }

    pub(super) fn specimens(&self, record: &StringRecord, line: u64) -> Result<Vec<Specimen>> {
        let mut stated = Vec::new();
        for text in self.cell(record, "specimen").split([';', '|']) {
            match self.specimens.in_cell(text) {
                Some(Specimen::Unstated) => {}
                None | Some(Specimen::Other) => {
                    return Err(self.wrong(
                        line,
                        "specimen",
                        format!("{text:?} is no specimen this program knows"),
                        "write serum, plasma, plasma-edta, plasma-citrate, plasma-fluoride or whole-blood",
                    ));
                }
                Some(specimen) => stated.push(specimen),
            }
        }
        if stated.is_empty() {
            // A laboratory that names none means what it measures in.
            stated = Specimen::STATED.to_vec();
            stated.retain(|specimen| specimen.is_blood());
        }
        Ok(stated)
    }
}
