//! A sample by its number alone, for rows that name nobody.

use super::{SampleId, bare_number};
use crate::import::date::{write_day, write_one_way};
use crate::text::trim;

/// Digits of a number that is a laboratory's own: one of few digits counts the visits of each patient.
const DIGITS: usize = 4;

/// True for a number that a laboratory gives to one sample.
pub(crate) fn is_own_number(sample: &str) -> bool {
    DIGITS <= sample.bytes().filter(u8::is_ascii_digit).count()
}

/// The sample of whomever with a laboratory's own number, as a row states it that names nobody: at a time, on a day, or whenever
/// that was. Numbers may be given anew each day.
pub(crate) fn of_number(sample: &str, collected: &str) -> Option<SampleId> {
    let mut key = key(sample)?;
    write_one_way(collected, &mut key);
    Some(SampleId::of(&key))
}

/// The samples of whomever that are the one of a row with this number and time.
pub(crate) fn all_of_number(sample: &str, collected: &str) -> [Option<SampleId>; 3] {
    let on_day = key(sample).map(|mut key| {
        write_day(collected, &mut key);
        SampleId::of(&key)
    });
    [of_number(sample, collected), on_day, of_number(sample, "")]
}

fn key(sample: &str) -> Option<String> {
    let sample = trim(sample);
    let number = bare_number(sample).to_ascii_lowercase();
    is_own_number(sample).then(|| format!("\u{1a}{number}\u{1f}"))
}
