//! Where a result belongs: critical, outside, normal, absent, not judged, or set aside.
//!
//! Table, summary and filter ask here, so that they never count the same result differently.

use crate::interpretation::Interpretation;
use crate::notice::{Code, Severity};
use crate::value::Value;

/// Where one result belongs. Exactly one of these holds for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Not counted as a finding: repeated, replaced, or not a patient's.
    SetAside(Code),
    /// At or beyond a critical limit, flagged or not.
    Critical,
    /// Outside its interval.
    Outside,
    /// Inside its interval.
    Normal,
    /// There is no result.
    Absent,
    /// There is a result and no flag; the code says why. `None` would be a fault of this program.
    NotJudged(Option<Code>),
}

/// Where a result belongs.
#[must_use]
pub fn standing(result: &Interpretation<'_>) -> Standing {
    for code in [Code::QualityControl, Code::Duplicate, Code::Superseded] {
        if result.notices.has(code) {
            return Standing::SetAside(code);
        }
    }
    if is_critical(result) {
        return Standing::Critical;
    }
    match result.flag {
        Some(flag) if flag.direction() == 0 => Standing::Normal,
        Some(_) => Standing::Outside,
        None => match why_not_judged(result) {
            Some(Code::ResultAbsent) => Standing::Absent,
            code => Standing::NotJudged(code),
        },
    }
}

/// True at or beyond a critical limit, also where the value itself is not flagged (implausible).
#[must_use]
pub fn is_critical(result: &Interpretation<'_>) -> bool {
    result.critical.is_some() || result.flag.is_some_and(|flag| flag.is_critical())
}

/// True if the result is absent because the sample was not fit to be measured.
#[must_use]
pub fn is_sample_fault(result: &Interpretation<'_>) -> bool {
    matches!(result.reading.value, Value::Absent(absence) if absence.is_sample_fault())
}

/// True for a result that no critical limit calls, and the laboratory or its device does.
pub(super) fn is_called_by_others(result: &Interpretation<'_>) -> bool {
    [Code::CriticalByLaboratory, Code::PastTheDevice]
        .iter()
        .any(|code| result.notices.has(*code))
}

/// The notice that explains an empty flag. `None` if the result is flagged.
#[must_use]
pub fn why_not_judged(result: &Interpretation<'_>) -> Option<Code> {
    if result.flag.is_some() {
        return None;
    }
    // What makes every other reason idle comes first: nobody misses the age for a urine.
    for code in [
        Code::QualityControl,
        Code::SpecimenNotSerum,
        Code::ResultAbsent,
    ] {
        if result.notices.has(code) {
            return Some(code);
        }
    }
    let codes = result.notices.codes();
    codes
        .iter()
        .find(|code| explains(**code))
        .or_else(|| {
            codes
                .iter()
                .find(|code| code.severity() == Severity::Serious)
        })
        .or(codes.first())
        .copied()
}

/// True for a reason that someone should do something about: not for urine, quality control and
/// results that are words.
#[must_use]
pub fn is_serious(reason: Option<Code>) -> bool {
    reason.is_none_or(|code| code.severity() == Severity::Serious)
}

/// True for a code that by itself leaves the flag empty.
fn explains(code: Code) -> bool {
    matches!(
        code,
        Code::AnalyteUnknown
            | Code::AnalyteAmbiguous
            | Code::LoincDisagrees
            | Code::SpecimenNotSerum
            | Code::SpecimenUnsuitable
            | Code::UnitMissing
            | Code::UnitUnknown
            | Code::UnitNotForAnalyte
            | Code::UnitConflict
            | Code::ImplausibleValue
            | Code::NotNumeric
            | Code::NumberUnreadable
            | Code::ValueUnreadable
            | Code::ResultAbsent
            | Code::NoInterval
            | Code::NoTransferableInterval
            | Code::ConditionNeeded
            | Code::ConditionUnread
            | Code::AgeMissing
            | Code::SexMissing
            | Code::IntervalReversed
            | Code::IntervalOneSided
            | Code::IntervalUnitDoubtful
            | Code::FlagUndetermined
            | Code::QualityControl
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpretation::Flag;
    use crate::report::cases;

    #[test]
    fn each_result_belongs_to_one_place() {
        let with = |flag, codes: &[Code]| {
            let mut result = cases::blank();
            result.flag = flag;
            codes.iter().for_each(|code| result.notices.add(*code));
            standing(&result)
        };
        for (flag, codes, expected) in [
            (Some(Flag::Normal), &[][..], Standing::Normal),
            (Some(Flag::High), &[], Standing::Outside),
            (Some(Flag::CriticalLow), &[], Standing::Critical),
            (
                Some(Flag::CriticalLow),
                &[Code::Superseded],
                Standing::SetAside(Code::Superseded),
            ),
            (None, &[Code::ResultAbsent], Standing::Absent),
            (
                None,
                &[Code::AnalyteUnknown, Code::SpecimenNotSerum],
                Standing::NotJudged(Some(Code::SpecimenNotSerum)),
            ),
            (
                None,
                &[
                    Code::SpecimenAssumed,
                    Code::MaskedLowPossible,
                    Code::AgeMissing,
                ],
                Standing::NotJudged(Some(Code::AgeMissing)),
            ),
            (None, &[], Standing::NotJudged(None)),
        ] {
            assert_eq!(with(flag, codes), expected, "{flag:?} {codes:?}");
        }
    }
}
