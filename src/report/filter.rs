//! `--abnormal`: the results that someone should look at.

mod comment;

use super::reason::{self, Standing};
use crate::interpret::reported::{is_abnormal_mark, is_critical_flag};
use crate::interpretation::{Interpretation, ReportedFlag, Usability};
use crate::notice::Code;
use crate::reference::Catalog;
use crate::text::{fold_name, fold_words};
use crate::value::{Absence, Value};

/// True for a result that is flagged, critical, not plainly usable, implausible, flagged otherwise
/// by the laboratory, absent because of the sample or with a number in the comment, or not judged for a reason that can be
/// mended.
///
/// Quality control and exact repetitions are never among them; a replaced result is only if it was
/// critical, because someone may have acted on it.
#[must_use]
pub fn needs_attention(result: &Interpretation<'_>) -> bool {
    match reason::standing(result) {
        Standing::SetAside(Code::Superseded) => return reason::is_critical(result),
        Standing::SetAside(_) => return false,
        Standing::Critical | Standing::Outside => return true,
        // What is derived and has no interval is beside the results, not among what to attend to.
        Standing::NotJudged(reason) if reason::is_serious(reason) && result.derived.is_none() => {
            return true;
        }
        Standing::Absent if reason::is_sample_fault(result) => return true,
        Standing::Normal | Standing::Absent | Standing::NotJudged(_) => {}
    }
    result
        .usability
        .is_some_and(|usability| usability != Usability::Usable)
        || result.notices.has(Code::FlagDisagrees)
        || result.notices.has(Code::FlagUnknown)
        || reason::is_called_by_others(result)
        || is_flagged_by_the_laboratory_alone(result)
        || result.notices.has(Code::ImplausibleValue)
        || is_told_in_comment(result)
}

/// Does a number in the comment stand for the result? Where the cell itself points there, whatever it is has to be read.
fn is_told_in_comment(result: &Interpretation<'_>) -> bool {
    let points_there = result.reading.value == Value::Absent(Absence::SeeComment);
    let is_name = |word: &str| names_test(result, word);
    result.notices.has(Code::NumberInComment)
        && (points_there || comment::states_result(result.observation.comment, &is_name))
}

/// Does a word of a comment, folded, name the test of this row, or one that is known?
fn names_test(result: &Interpretation<'_>, word: &str) -> bool {
    let names = [
        result.observation.name,
        result.observation.code,
        result.analyte.map_or("", |analyte| &analyte.name),
    ];
    let is_own = |name: &&str| {
        let folded = fold_words(name);
        let mut own = folded.split(|c: char| !c.is_alphanumeric());
        !word.is_empty() && own.any(|own| own == word)
    };
    let is_known = || Catalog::bundled().is_ok_and(|catalog| catalog.knows_name(&fold_name(word)));
    !is_letter_of_flag(word) && (names.iter().any(is_own) || is_known())
}

/// Names of indices as well, and the first letter of the number of many a tube.
fn is_letter_of_flag(word: &str) -> bool {
    matches!(word, "h" | "l")
}

/// The laboratory flags it, and nothing else says what to make of it (`H 171` is no number; a urine).
pub(super) fn is_flagged_by_the_laboratory_alone(result: &Interpretation<'_>) -> bool {
    let flag = result.observation.flag;
    let flagged = matches!(result.reported_flag, ReportedFlag::Low | ReportedFlag::High)
        || is_critical_flag(flag)
        || is_abnormal_mark(flag);
    let has_result = !matches!(result.reading.value, Value::Absent(_));
    let is_index = result.notices.has(Code::SampleIndex);
    result.flag.is_none() && flagged && has_result && !is_index
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpretation::Flag;
    use crate::report::cases;

    #[test]
    fn what_needs_attention() {
        use Usability::{Caution, Indeterminate, Usable};
        for (flag, usability, codes, expected) in [
            (Some(Flag::Normal), Some(Usable), &[][..], false),
            (Some(Flag::Normal), None, &[], false),
            (Some(Flag::Low), Some(Usable), &[], true),
            (Some(Flag::Normal), Some(Caution), &[], true),
            (
                Some(Flag::Normal),
                Some(Indeterminate),
                &[Code::MaskedLowPossible],
                true,
            ),
            (
                Some(Flag::Normal),
                Some(Usable),
                &[Code::FlagDisagrees],
                true,
            ),
            (None, None, &[Code::UnitMissing], true),
            (None, None, &[Code::AgeMissing], true),
            (None, None, &[Code::SpecimenNotSerum], false),
            (
                None,
                None,
                &[Code::AnalyteUnknown, Code::SpecimenNotSerum],
                false,
            ),
            (None, None, &[Code::NotNumeric], false),
            (None, None, &[Code::ValueUnreadable], true),
            (None, None, &[Code::ResultAbsent], false),
            (
                None,
                None,
                &[Code::ResultAbsent, Code::NumberInComment],
                false,
            ),
            (None, None, &[Code::QualityControl], false),
            (Some(Flag::High), Some(Usable), &[Code::Duplicate], false),
            (Some(Flag::High), Some(Usable), &[Code::Superseded], false),
            (
                Some(Flag::CriticalHigh),
                Some(Usable),
                &[Code::Superseded],
                true,
            ),
        ] {
            let mut result = cases::blank();
            result.flag = flag;
            result.usability = usability;
            codes.iter().for_each(|code| result.notices.add(*code));
            assert_eq!(
                needs_attention(&result),
                expected,
                "{flag:?} {usability:?} {codes:?}"
            );
        }
    }

    #[test]
    fn an_absent_result_does_if_the_sample_is_to_blame() {
        for (absence, expected) in [
            (Absence::Hemolyzed, true),
            (Absence::Recollect, true),
            (Absence::Pending, false),
            (Absence::Cancelled, false),
        ] {
            let mut result = cases::blank();
            result.reading.value = Value::Absent(absence);
            result.notices.add(Code::ResultAbsent);
            assert_eq!(needs_attention(&result), expected, "{absence:?}");
        }
    }
}
