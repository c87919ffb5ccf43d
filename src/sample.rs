//! Which results come from one sample: one tube.

use crate::observation::Observation;
use crate::text::fold_char;

/// Writes the identity of the row's sample into `key`, and says whether it has one.
///
/// A sample is the sample number within its patient. Without a number it is the patient, the full
/// time of collection and the fluid. A date alone, or a blank patient without a sample number, makes
/// none: such a row stands alone, receives no evidence from others and gives none.
pub fn key(row: &Observation<'_>, key: &mut String) -> bool {
    key.clear();
    let (patient, sample) = (row.patient.trim(), row.sample.trim());
    if !sample.is_empty() {
        key.push_str(patient);
        key.push('\u{1f}');
        key.push_str(sample);
        return true;
    }
    if patient.is_empty() || !crate::import::date::has_time(row.collected) {
        return false;
    }
    key.push_str(patient);
    key.push('\u{1e}');
    key.push_str(row.collected.trim());
    key.push('\u{1f}');
    for c in row.specimen.trim().chars() {
        fold_char(c, key);
    }
    true
}
