//! The judgement of one result: value, interval, flag, critical limit, usability.
//!
//! Nothing here does any input or output, and nothing here can fail: what cannot be judged carries
//! the reason.

mod asked;
mod bands;
mod call;
mod canonical;
pub mod compare;
mod condition;
mod considered;
mod converted;
mod critical;
mod derived;
mod flag;
mod in_comment;
mod interval;
mod no_number;
mod open_side;
pub(crate) mod own_critical;
mod own_flag;
mod past_device;
pub(crate) mod placeholder;
mod printed_unit;
pub mod reported;
mod too_wide;
mod touch;
mod usability;

use crate::age::Age;
use crate::import::date::is_impossible;
use crate::interpretation::Interpretation;
use crate::notice::{Code, Notices};
use crate::observation::Observation;
use crate::person::{self, Person, Sex};
use crate::quality::SampleQuality;
use crate::reference::Analyte;
use crate::resolve::Resolution;
use crate::sample::Tube;
use crate::specimen::Specimen;
use crate::text::trim;
use crate::value::{Reading, Value};
use canonical::canonical;
pub(crate) use canonical::canonical_text;
use own_critical::Own;
use own_flag::{compare_flags, is_called_critical, reported_flag};
use reported::Status;

pub use crate::rules::{Options, Rules};
pub(crate) use asked::{Asked, PersonClass};
pub(crate) use bands::Bands;
pub(crate) use condition::{ConditionWords, is_of_a_pregnancy};
pub use considered::Standing;
pub(crate) use in_comment::restates;
pub(crate) use printed_unit::Span;
pub(crate) use too_wide::{is_single_limit, may_be_limits, room};
pub(crate) use touch::Touch;

impl Rules {
    /// Judges a result. `sample` is what is known of its sample.
    #[must_use]
    pub fn judge<'a>(
        &'a self,
        row: Observation<'a>,
        reading: Reading<'a>,
        resolution: &Resolution<'a>,
        sample: &SampleQuality,
    ) -> Interpretation<'a> {
        let who = person_of(&row);
        let mut result = Interpretation {
            analyte: resolution.analyte,
            specimen: resolution.specimen,
            condition: resolution.condition,
            unit: resolution.unit.map_or("", |unit| unit.code),
            reported_flag: reported_flag(&row, &reading),
            hemolysis: sample.hemolysis,
            icterus: sample.icterus,
            lipemia: sample.lipemia,
            patterns: sample.codes(),
            ..Interpretation::unjudged(row, reading)
        };
        self.fill_person(&mut result, who);
        self.note_row(&mut result, resolution);
        if reported::is_quality_control(&row) || self.remark(row.comment).control {
            result.notices.add(Code::QualityControl);
            return result;
        }
        match reading.value {
            Value::Absent(absence) => self.absent(&mut result, absence, resolution),
            Value::Text(_) => self.text(&mut result, resolution),
            Value::Number(_) | Value::Censored(..) | Value::Range(..) => {
                self.number(&mut result, resolution, sample);
            }
        }
        let is_past = match own_critical::standing(&row, &reading) {
            Own::Past { limit, high }
                if own_critical::is_inside(limit, high, &result, resolution) =>
            {
                result.notices.add(Code::CriticalLimitUnread);
                false
            }
            Own::Past { .. } => true,
            Own::Within => false,
            Own::Unread => {
                result.notices.add(Code::CriticalLimitUnread);
                false
            }
        };
        if result.critical.is_none() && (is_past || is_called_critical(&result)) {
            result.notices.add(Code::CriticalByLaboratory);
        }
        self.grade(&mut result);
        result
    }

    /// Sex and age, with what the options say where the row is silent.
    pub(crate) fn person(&self, who: &person::PersonReading) -> Person {
        let mut person = who.person;
        // Not where it says "newborn", or something that nobody understands.
        if person.sex == Sex::Unknown && !who.sex_unread {
            person.sex = self.options.sex.unwrap_or(Sex::Unknown);
        }
        if person.age == Age::Unknown && !who.may_be_child {
            let adult = self.options.adults.then(|| Age::at_least(person::ADULT));
            person.age = self.options.age.or(adult).unwrap_or(Age::Unknown);
        }
        person
    }

    /// Completes sex and age, and says what could not be read.
    fn fill_person(&self, result: &mut Interpretation<'_>, who: person::PersonReading) {
        result.person = self.person(&who);
        let is_stated = self.options.age.is_some() && !who.may_be_child;
        if who.person.age != Age::Unknown || is_stated {
            return;
        }
        if who.date_ambiguous {
            result.notices.add(Code::DateAmbiguous);
        } else if who.date_unreadable {
            result.notices.add(Code::DateUnreadable);
        }
        if result.person.age != Age::Unknown {
            result.notices.add(Code::AdultAssumed);
        }
    }

    /// What is to be said of the row itself, whatever its value.
    fn note_row(&self, result: &mut Interpretation<'_>, resolution: &Resolution<'_>) {
        let row = &result.observation;
        if row.ragged {
            result.notices.add(Code::RowRagged);
        }
        if self.is_contradicted(row, &result.reading, resolution) {
            result.notices.add(Code::ColumnDiffers);
        }
        if trim(row.collected).is_empty() && !collected(row).is_empty() {
            result.notices.add(Code::CollectionAssumed);
        }
        if is_impossible(collected(row), row.date_orders) {
            result.notices.add(Code::DateUnreadable);
        }
        if reported::status(row.status) == Status::Preliminary
            || self.remark(row.comment).preliminary
        {
            result.notices.add(Code::Preliminary);
        }
        if reported::status(row.status) == Status::Failed {
            result.notices.add(Code::StatusFailed);
        }
        // The status of a wide row may be anything: of the patient, of a study.
        let of_result = row.own_status || !row.record_is_sample;
        let says_why = || self.absent_by_status(row).is_some();
        if of_result && reported::is_unknown_status(row.status) && !says_why() {
            result.notices.add(Code::StatusUnknown);
        }
    }

    fn number<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        sample: &SampleQuality,
    ) {
        let Some(bounds) = result.reading.value.bounds() else {
            return;
        };
        if !resolution.specimen.is_blood() {
            result.notices.add(Code::SpecimenNotSerum);
            return;
        }
        // It says nothing of the patient, not even on which side it lies.
        let is_nothing = matches!(
            result.reading.value,
            Value::Number(number) if placeholder::is_below_nothing(number, resolution)
        );
        result.canonical = canonical(&result.reading.value, resolution).filter(|_| !is_nothing);
        if let Some(analyte) = resolution.analyte
            && is_index(analyte)
        {
            add_all(&mut result.notices, &resolution.codes);
            result.notices.add(Code::SampleIndex);
            add_all(&mut result.notices, &self.beside_index(analyte, sample));
            return;
        }
        if matches!(result.reading.value, Value::Censored(..)) {
            result.notices.add(Code::ValueCensored);
        }
        let implausible = is_nothing || self.is_implausible(result, resolution);
        if implausible {
            result.notices.add(Code::ImplausibleValue);
        } else {
            self.flag(result, resolution, bounds);
        }
        // Neither flag nor interval where the unit is in doubt; a critical limit is named all the same.
        let implausible = implausible || result.notices.has(Code::IntervalUnitDoubtful);
        if !is_nothing {
            self.call_critical(result, resolution, bounds, implausible);
        }
        if result.notices.has(Code::ColumnDiffers) {
            self.call_beside(result, resolution);
        }
        self.call_restated(result, resolution);
        if result.flag.is_some() {
            // What stood against a judgement is still worth knowing once there is one.
            add_all(&mut result.notices, &resolution.codes);
        }
        compare_flags(result);
        self.usability(result, resolution, sample, implausible);
    }

    fn is_implausible(&self, result: &Interpretation<'_>, resolution: &Resolution<'_>) -> bool {
        let (Some(canonical), Some(analyte)) = (&result.canonical, resolution.analyte) else {
            return false;
        };
        let (low, high) = analyte.plausible;
        let value = canonical.value;
        // Of an inequality all that it leaves: sodium < 14.
        match canonical.comparator {
            None => !analyte.is_plausible(value),
            Some(comparator) if comparator.is_below() => value < low,
            Some(_) => high < value,
        }
    }
}

/// Id of the analyte whose rows state hemolysis.
pub(crate) const HEMOLYSIS_INDEX: &str = "hemolysis_index";

/// Id of the analyte whose rows state icterus.
pub(crate) const ICTERUS_INDEX: &str = "icterus_index";

/// Id of the analyte whose rows state lipemia.
pub(crate) const LIPEMIA_INDEX: &str = "lipemia_index";

/// Serum indices describe the sample, not the patient.
pub(crate) fn is_index(analyte: &Analyte) -> bool {
    analyte.group == "serum_indices"
}

/// Does evidence about a sample reach this result? Hemolysis cannot be seen in whole blood, and a
/// citrate tube is another tube.
#[must_use]
pub(crate) fn shares_serum_evidence(specimen: Specimen) -> bool {
    Tube::of(specimen) == Tube::Serum
}

/// Who a row is from.
pub(crate) fn person_of(row: &Observation<'_>) -> person::PersonReading {
    person::read(
        row.sex,
        row.age,
        row.age_unit,
        row.birth,
        collected(row),
        row.date_orders,
    )
}

/// The time that stands for collection: collected, else received, else reported.
#[must_use]
pub fn collected<'a>(row: &Observation<'a>) -> &'a str {
    time_of(row).0
}

/// What the time that [`collected`] gives is of, where it is not that of the collection: `received` or
/// `reported`; empty where it is.
#[must_use]
pub fn stands_in(row: &Observation<'_>) -> &'static str {
    time_of(row).1
}

/// The first time that a row states, and what it is of.
fn time_of<'a>(row: &Observation<'a>) -> (&'a str, &'static str) {
    [
        (row.collected, ""),
        (row.received, "received"),
        (row.reported, "reported"),
    ]
    .into_iter()
    .map(|(time, of)| (time.trim(), of))
    .find(|(time, _)| !time.is_empty())
    .unwrap_or_default()
}

fn add_all(notices: &mut Notices, codes: &[Code]) {
    for code in codes {
        notices.add(*code);
    }
}
