//! The results of one draw, as far as anything may be derived from them.

use crate::import::date::{self, DateOrders, DateReading, Moment};
use crate::interpret::{collected, stands_in};
use crate::interpretation::Usability;
use crate::notice::Code;
use crate::observation::Observation;
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
    /// True where the row or the run says so; false where the row or its name says otherwise, whatever
    /// the run says.
    pub(super) fasting: Option<bool>,
    pub(super) is_pregnant: bool,
    /// When it was collected, where its row says another time than that of its group: one number of a sample
    /// may stand on rows of several days.
    pub(super) taken: Option<Box<Taken>>,
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
    pub(super) fn of(row: &Observation<'_>) -> Taken {
        let day = collected(row);
        Taken {
            collected: day.into(),
            stands_in: stands_in(row),
            date_orders: row.date_orders,
            moment: match date::read(day, row.date_orders) {
                DateReading::Read(moment) => Some(moment),
                _ => None,
            },
        }
    }
}

/// The results of one draw.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) patient: Box<str>,
    pub(super) sample: Box<str>,
    pub(super) taken: Taken,
    /// One sample for certain; otherwise only patient and day hold it together.
    pub(super) is_sample: bool,
    pub(super) results: Vec<Stored>,
    /// What is there, and may not be an input.
    pub(super) unfit: Vec<Unfit>,
}

/// A result of a wanted analyte that may not be an input.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unfit {
    pub(super) analyte: &'static str,
    pub(super) why: Code,
}

/// Where a result stands: its group, and its place there.
pub(super) type At = (usize, usize);

impl Group {
    /// When the result at a place was collected.
    pub(super) fn taken_of(&self, at: usize) -> &Taken {
        self.results[at].taken.as_deref().unwrap_or(&self.taken)
    }
}
