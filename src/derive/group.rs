//! The results of one draw, as far as anything may be derived from them.

use crate::import::date::{DateOrder, Moment, Precision};
use crate::interpretation::Usability;
use crate::notice::Code;
use crate::person::Person;
use crate::reference::Analyte;
use crate::specimen::Specimen;
use crate::value::Comparator;

/// A result that may be an input, or that is itself what would be derived.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) analyte: &'static Analyte,
    pub(super) comparator: Option<Comparator>,
    /// In the canonical unit.
    pub(super) value: f64,
    pub(super) text: String,
    /// Half of the last digit that was reported, in the canonical unit.
    pub(super) half_digit: f64,
    /// Upper limit of the interval that judged it, in the canonical unit.
    pub(super) uln: Option<f64>,
    pub(super) usability: Option<Usability>,
    pub(super) notices: Vec<Code>,
    pub(super) file: usize,
    pub(super) line: u64,
    pub(super) specimen: Specimen,
    pub(super) person: Person,
    pub(super) fasting: bool,
}

/// The results of one draw.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) patient: Box<str>,
    pub(super) sample: Box<str>,
    pub(super) collected: Box<str>,
    /// Order of day and month in `collected`.
    pub(super) date_order: Option<DateOrder>,
    pub(super) moment: Option<Moment>,
    /// One sample for certain; otherwise only patient and day hold it together.
    pub(super) is_sample: bool,
    pub(super) results: Vec<Stored>,
}

/// Where a result stands: its group, and its place there.
pub(super) type At = (usize, usize);

impl Group {
    /// Minutes from one group's collection to another's; for whole days where a time is missing.
    pub(super) fn minutes_to(&self, other: &Group) -> Option<f64> {
        let (a, b) = (self.moment?, other.moment?);
        let (from, to) = if a.precision() == Precision::Date || b.precision() == Precision::Date {
            (
                a.date().to_datetime(jiff::civil::Time::midnight()),
                b.date().to_datetime(jiff::civil::Time::midnight()),
            )
        } else {
            (a.datetime(), b.datetime())
        };
        Some(to.duration_since(from).as_secs_f64() / 60.0)
    }
}
