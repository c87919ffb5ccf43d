//! `--abnormal`: the results that someone should look at.

use super::reason::{self, Standing};
use crate::interpret::reported::{is_abnormal_mark, is_critical_flag};
use crate::interpretation::{Interpretation, ReportedFlag, Usability};
use crate::notice::Code;
use crate::value::Value;

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
        || result.notices.has(Code::CriticalByLaboratory)
        || is_flagged_by_the_laboratory_alone(result)
        || result.notices.has(Code::ImplausibleValue)
        || (result.notices.has(Code::NumberInComment) && states_result(result.observation.comment))
}

/// Is there a number with a fraction, or in front of a unit? Other numbers are those of telephones, tubes and times.
fn states_result(comment: &str) -> bool {
    let is_number = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit())
            && word
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    let bare = |word: &str| {
        word.trim_end_matches(['.', ',', ';'])
            .trim_start_matches(['<', '>', '='])
            .to_string()
    };
    let words: Vec<String> = comment.split_whitespace().map(bare).collect();
    let has_fraction = |word: &String| is_number(word) && word.matches(['.', ',']).count() == 1;
    let has_unit = |pair: &[String]| is_number(&pair[0]) && pair[1].contains(['/', '%']);
    words.iter().any(has_fraction) || words.windows(2).any(has_unit)
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
    use crate::value::Absence;

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
    fn a_number_in_a_comment_does_if_it_may_be_the_result() {
        for (comment, expected) in [
            ("Result 7.1 mmol/L telephoned 09:10", true),
            ("K 7,1", true),
            ("glucose 25 mmol/L", true),
            ("=6.9.", true),
            ("repeat in 2 weeks", false),
            ("COVID-19 ward", false),
            ("tube 12345", false),
            ("collected 08:30 20.11.2026", false),
            ("call ext 4412", false),
        ] {
            assert_eq!(states_result(comment), expected, "{comment}");
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
