//! The results of one draw, as far as anything may be derived from them.

use std::sync::Arc;

use super::offer::{Kind, Unfit};
use crate::import::date::{self, DateOrders, Moment};
use crate::interpret::{canonical_text, collected, stands_in};
use crate::observation::Observation;
use crate::person::Person;
use crate::sample::SampleId;
use crate::value::to_f64;
use rust_decimal::Decimal;

/// A result that may be an input, or that is itself what would be derived. There may be as many as there are
/// rows: what many have in common stands elsewhere.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) kind: Arc<Kind>,
    pub(super) origin: Arc<Origin>,
    /// As reported.
    pub(super) number: Decimal,
    /// In the canonical unit.
    pub(super) value: f64,
    pub(super) line: u64,
    pub(super) file: u32,
}

impl Stored {
    /// Its number in the canonical unit, as it is written.
    pub(super) fn text(&self) -> String {
        canonical_text(self.number, self.kind.conversion)
    }

    /// Half of the last digit that was reported, in the canonical unit.
    pub(super) fn half_digit(&self) -> f64 {
        // Canonical per reported: the factor of a last digit.
        let reported = to_f64(self.number);
        let factor = match reported == 0.0 {
            true => 1.0,
            false => (self.value / reported).abs(),
        };
        0.5 * 10_f64.powi(-(self.number.scale().min(18) as i32)) * factor
    }
}

/// Whose results are and when they were drawn, the same for all of a draw whose rows agree.
#[derive(Debug, Default)]
pub(crate) struct Origin {
    /// By what its results belong together; none if they stand alone.
    pub(super) together: Option<SampleId>,
    /// One sample for certain; otherwise only patient and day hold it together.
    pub(super) is_sample: bool,
    /// Patient identifier, as reported.
    pub(super) patient: Box<str>,
    /// Sample number, as reported.
    pub(super) number: Box<str>,
    pub(super) taken: Taken,
    pub(super) person: Person,
}

impl Origin {
    /// That of a row, of a person who is this, in its sample if it has one.
    pub(crate) fn of(row: &Observation<'_>, person: Person, sample: Option<SampleId>) -> Origin {
        let (patient, day) = (row.patient.trim(), collected(row));
        let by_day = || {
            let is_dated = !patient.is_empty() && !day.is_empty();
            is_dated.then(|| SampleId::of(&format!("\u{1c}{patient}\u{1f}{day}")))
        };
        Origin {
            together: sample.or_else(by_day),
            is_sample: sample.is_some(),
            patient: row.patient.into(),
            number: row.sample.into(),
            taken: Taken::of(row),
            person,
        }
    }

    /// True if it is that of such a row, too.
    pub(super) fn is_of(
        &self,
        row: &Observation<'_>,
        person: Person,
        sample: Option<SampleId>,
    ) -> bool {
        self.together.is_some()
            && self.is_sample
            && self.together == sample
            && self.person == person
            && *self.patient == *row.patient
            && *self.number == *row.sample
            && self.taken.is_of(row)
    }
}

/// When something was collected.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// As reported.
    pub(super) collected: Box<str>,
    /// What that time is of, where it is not that of the collection.
    pub(super) stands_in: &'static str,
    /// Order of day, month and year in `collected`.
    pub(super) date_orders: DateOrders,
    pub(super) moment: Option<Moment>,
}

impl Taken {
    /// When a row says that it was.
    fn of(row: &Observation<'_>) -> Taken {
        let day = collected(row);
        Taken {
            collected: day.into(),
            stands_in: stands_in(row),
            date_orders: row.date_orders,
            moment: date::read_to_compare(day, row.date_orders),
        }
    }

    fn is_of(&self, row: &Observation<'_>) -> bool {
        *self.collected == *collected(row)
            && self.stands_in == stands_in(row)
            && self.date_orders == row.date_orders
    }
}

/// The results of one draw.
#[derive(Debug)]
pub(super) struct Group {
    /// That of its first result.
    pub(super) origin: Arc<Origin>,
    pub(super) results: Vec<Stored>,
    /// What is there, and may not be an input.
    pub(super) unfit: Vec<Unfit>,
}

/// Where a result stands: its group, and its place there.
pub(super) type At = (usize, usize);

impl Group {
    /// When the result at a place was collected: one number of a sample may stand on rows of several days.
    pub(super) fn taken_of(&self, at: usize) -> &Taken {
        &self.results[at].origin.taken
    }
}
