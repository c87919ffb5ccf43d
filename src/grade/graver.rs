//! Grades that the sample may hide: the true value lies further out than the number.

use super::scheme::{Baseline, Criterion, Scheme};
use crate::interpretation::Interpretation;
use crate::notice::Code;

/// By which the true value of a low result is lower still.
const RAISES: &[Code] = &[
    Code::HemolysisTrueLower,
    Code::HemolysisRaises,
    Code::IcterusRaises,
    Code::LipemiaRaises,
];

/// By which the true value of a high result is higher still.
const LOWERS: &[Code] = &[
    Code::HemolysisTrueHigher,
    Code::HemolysisLowers,
    Code::IcterusLowers,
    Code::LipemiaLowers,
];

/// Graver criteria of the same term, the mildest first, where what is wrong with the sample moved the
/// number the other way: each of them may be the true grade.
pub(super) fn graver_unseen<'a>(
    scheme: &'a Scheme,
    met: &'a Criterion,
    result: &Interpretation<'_>,
) -> Vec<&'a Criterion> {
    let hides = match met.direction.as_deref() {
        Some("L") => RAISES,
        Some("H") => LOWERS,
        _ => &[],
    };
    if !hides.iter().any(|code| result.notices.has(*code)) {
        return Vec::new();
    }
    let rank = |row: &Criterion| scheme.rank(&row.grade);
    let of_numbers = |row: &&Criterion| matches!(row.baseline, None | Some(Baseline::Normal));
    let mut graver: Vec<&Criterion> = scheme
        .criteria
        .iter()
        .filter(|row| row.analyte == met.analyte && row.term == met.term)
        .filter(of_numbers)
        .filter(|row| rank(met) < rank(row))
        .collect();
    graver.sort_by_key(|row| rank(row));
    graver
}
