//! What a row says: its value cell, and of which analyte it is.

use std::rc::Rc;

use super::{Rules, said_in_status};
use crate::interpret::reported::{self, Status};
use crate::interpret::{is_index, placeholder};
use crate::observation::Observation;
use crate::resolve::{Resolution, Resolver};
use crate::units::Kind;
use crate::value::interval::{self, Printed};
use crate::value::{self, Absence, Reading, Value};

impl Rules {
    /// What a row's value cell says.
    #[must_use]
    pub fn read<'a>(&self, row: &Observation<'a>) -> Reading<'a> {
        let mut reading = value::read(row.value, row.comparator, row.numbers, &self.words);
        if !reading.unit.is_empty() && self.catalog.units().read(reading.unit).is_empty() {
            // "5 cells seen": what follows the number is no unit, so this is no number. "6.9 mmol/L see note" has one all the same.
            reading.value = Value::Text(row.value.trim());
            let first = reading.unit.split_whitespace().next().unwrap_or("");
            let is_unit = first.contains('/') && !self.catalog.units().read(first).is_empty();
            reading.unit = if is_unit { first } else { "" };
        }
        // "~6.9 mmol/L" is in that unit, however near it is.
        if matches!(reading.value, Value::Text(_))
            && let Some(near) = value::behind_near(row.value)
        {
            let unit = value::read(near, "", row.numbers, &self.words).unit;
            let is_unit = !self.catalog.units().read(unit).is_empty();
            reading.unit = if is_unit { unit } else { reading.unit };
        }
        match reported::status(row.status) {
            Status::Cancelled => reading.value = Value::Absent(Absence::Cancelled),
            Status::NotDone => reading.value = Value::Absent(Absence::NotPerformed),
            Status::Statistic => reading.value = Value::Absent(Absence::Statistic),
            Status::Standardized => reading.value = Value::Absent(Absence::Standardized),
            Status::OfAnimal => reading.value = Value::Absent(Absence::OfAnimal),
            Status::Preliminary | Status::Corrected | Status::Failed => {}
            Status::Final => {
                if let Some(absence) = self.absent_by_status(row) {
                    reading.value = Value::Absent(absence);
                }
            }
        }
        reading
    }

    /// Why there is no result, where the status is no status and says that: QNS.
    pub(crate) fn absent_by_status(&self, row: &Observation<'_>) -> Option<Absence> {
        let status = said_in_status(row).trim();
        // Two letters may be anything, and more than two words speak of something else: "insufficient for add-on".
        let words = status.split_whitespace().count();
        if status.len() <= 2 || 2 < words {
            return None;
        }
        self.words.absence(status).filter(|absence| {
            matches!(
                absence,
                Absence::Insufficient
                    | Absence::NotReceived
                    | Absence::NotPerformed
                    | Absence::Cancelled
                    | Absence::Unsuitable
            )
        })
    }

    /// What a row's value cell says, and of which analyte: a number that stands for a missing result of that (-99,
    /// 9999999) is none.
    pub(crate) fn understand<'a, 'c>(
        &self,
        resolver: &mut Resolver<'c>,
        row: &Observation<'a>,
    ) -> (Reading<'a>, Rc<Resolution<'c>>) {
        let mut reading = self.read(row);
        let resolution = resolver.resolve(row, reading.unit);
        if matches!(reading.value, Value::Text(_)) && is_of_quantity(row, &resolution) {
            let signed = value::read_signed(row.value, row.comparator, row.numbers, &self.words);
            reading = signed.unwrap_or(reading);
        }
        if let Value::Number(number) = reading.value
            && placeholder::is_placeholder(number, &resolution)
        {
            reading.value = Value::Absent(Absence::Placeholder);
        }
        (reading, resolution)
    }
}

/// True for a row of what is measured in a unit, or has printed limits: a sign behind its number is no grade of a strip or an
/// index.
fn is_of_quantity(row: &Observation<'_>, resolution: &Resolution<'_>) -> bool {
    let mut analyte = resolution.analyte.iter();
    let is_measured = analyte.any(|analyte| !is_index(analyte) && analyte.unit.kind != Kind::Score);
    let is_grade = || {
        let figure = row.value.trim().strip_suffix('+').map(str::trim_end);
        figure.is_some_and(|figure| matches!(figure, "1" | "2" | "3" | "4"))
    };
    let by_limits = || match interval::printed(row) {
        Printed::Interval(..) => true,
        Printed::Missing => resolution.conversion.is_some(),
        // "negative": of a strip.
        _ => false,
    };
    is_measured && by_limits() && !is_grade()
}
