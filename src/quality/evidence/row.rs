//! What one row says of hemolysis, icterus or lipemia: in its words, or as a row of an index.

use super::super::platform::Scale;
use super::super::words::SampleWords;
use super::super::{Provenance, SampleHemolysis};
use crate::interpret::compare::TOLERANCE;
use crate::observation::Observation;
use crate::reference::Conversion;
use crate::value::{Absence, Comparator, Reading, Value, as_written, to_f64};

/// What the words of a row say: its comment, a coded condition, or a word in place of the result.
/// `absence` is the reason for an absent result that belongs to these words, `in_comment` what the comment
/// says.
#[must_use]
pub fn from_words(
    row: &Observation<'_>,
    reading: &Reading<'_>,
    words: &SampleWords,
    absence: Absence,
    in_comment: Option<SampleHemolysis>,
) -> Option<SampleHemolysis> {
    let in_value = match reading.value {
        Value::Absent(reason) if reason == absence => words.in_condition(row.value),
        // Of a cancelled result the reason. Codes of two letters say here only that there is no result.
        Value::Absent(_) if row.value.len() <= 2 => None,
        Value::Absent(Absence::Cancelled) => words.in_condition(row.value),
        Value::Absent(_) => words.in_comment(row.value),
        Value::Text(text) => words.in_comment(text),
        _ => None,
    };
    [
        in_value,
        words.in_condition(row.specimen_condition),
        in_comment,
        words.in_comment(row.reason),
    ]
    .into_iter()
    .flatten()
    .reduce(SampleHemolysis::and)
}

/// What an index row says. `unit` converts its unit to the canonical one; `platform` is what a bare
/// number or a grade means on the analyzer named by the user. Without either a number says nothing;
/// a grade still does.
#[must_use]
pub fn from_index(
    reading: &Reading<'_>,
    unit: Option<Conversion>,
    platform: Option<&Scale>,
    words: &SampleWords,
) -> Option<SampleHemolysis> {
    let unknown = SampleHemolysis {
        provenance: Provenance::Unknown,
        free_hb: None,
    };
    let measured = |low: f64, high: Option<f64>| SampleHemolysis {
        provenance: Provenance::Measured,
        free_hb: Some((low.max(0.0), high.map(|high| high.max(0.0)))),
    };
    // Lowest and highest amount that a number of this row stands for.
    let amount = |number| {
        let number = to_f64(number);
        match (unit, platform) {
            (Some(unit), _) => Some((unit.apply(number), unit.apply(number))),
            (None, Some(scale)) => scale.amount(number),
            (None, None) => None,
        }
        // 660 mg/dL are 6.6 g/L, and no bit more.
        .map(|(low, high)| (as_written(low), as_written(high)))
    };
    let graded = |band: (f64, Option<f64>)| SampleHemolysis {
        provenance: Provenance::Graded,
        free_hb: Some(band),
    };
    Some(match reading.value {
        Value::Text(text) => platform
            .and_then(|scale| scale.grade(text))
            .map(graded)
            .or_else(|| words.in_index(text))
            .unwrap_or(unknown),
        Value::Absent(_) => return None,
        // Nothing is nothing in every unit.
        Value::Number(number) if number.is_zero() => measured(0.0, Some(0.0)),
        Value::Number(number) => match amount(number) {
            Some((low, high)) => measured(low, Some(high)),
            None => platform
                .filter(|_| unit.is_none())
                .and_then(|scale| scale.grade(&number.normalize().to_string()))
                .map_or(unknown, graded),
        },
        Value::Censored(comparator @ (Comparator::Less | Comparator::LessOrEqual), limit) => {
            // "<20" does not reach 20.
            let within = if comparator.includes() {
                1.0
            } else {
                1.0 - TOLERANCE
            };
            amount(limit).map_or(unknown, |(_, high)| measured(0.0, Some(high * within)))
        }
        Value::Censored(_, limit) => amount(limit).map_or(unknown, |(low, _)| measured(low, None)),
        Value::Range(low, high) => match (amount(low), amount(high)) {
            (Some((low, _)), Some((_, high))) => measured(low, Some(high)),
            _ => unknown,
        },
    })
}
