//! What there is to say about one result, as a clinician would say it.
//!
//! The stable codes are for programs; these are the sentences of the table. Nothing here is "fit",
//! "cleared" or "safe", and no dose is named.

use super::harmless::harmless;
use super::reason::{self, Standing};
use super::{filter, shown};
use crate::interpretation::{Interpretation, ReportedFlag, Usability};
use crate::notice::Code;
use crate::person::Sex;
use crate::units::spelling::UnitTable;
use crate::value::{Absence, Value};
use of_notice::remark;

mod of_notice;

/// What to say, the most urgent first. Empty for most results.
pub(super) fn remarks(result: &Interpretation<'_>, units: &UnitTable) -> Vec<String> {
    let mut remarks = Vec::new();
    if reason::is_critical(result) {
        remarks.push(critical(result, units));
    }
    if result.notices.has(Code::CriticalByLaboratory) && !result.notices.has(Code::Superseded) {
        remarks.push(critical_by_laboratory(result));
    }
    if result.flag.is_none()
        && let Some(code) = reason::why_not_judged(result)
    {
        remarks.push(not_judged(result, code));
    }
    for code in result.notices.codes() {
        if let Some(remark) = remark(result, *code) {
            remarks.push(remark.to_owned());
        }
    }
    let is_set_aside = matches!(reason::standing(result), Standing::SetAside(_));
    if !is_set_aside && filter::is_flagged_by_the_laboratory_alone(result) {
        // Nothing else says where it lies.
        let own = [result.observation.flag, result.reading.flag].map(str::trim);
        let own = own.into_iter().find(|flag| !flag.is_empty());
        remarks.push(format!("laboratory: {}", harmless(own.unwrap_or_default())));
    }
    if result.notices.has(Code::FlagDisagrees) {
        remarks.push(
            match result.reported_flag {
                ReportedFlag::Normal => "the laboratory calls it normal: compare the intervals",
                ReportedFlag::Low => "the laboratory flags it low: compare the intervals",
                ReportedFlag::High => "the laboratory flags it high: compare the intervals",
                ReportedFlag::None | ReportedFlag::NoDirection => {
                    "the laboratory's flag differs: compare the intervals"
                }
            }
            .to_owned(),
        );
    }
    // No verdict on the sample silences a critical value.
    if reason::is_critical(result)
        && matches!(
            result.usability,
            Some(Usability::Unusable | Usability::Indeterminate)
        )
    {
        remarks.push("if unwell: act while repeating".to_owned());
    }
    remarks
}

/// What is said first of a critical result.
pub(crate) const CALL_NOW: &str = "CRITICAL: call now";

fn critical(result: &Interpretation<'_>, units: &UnitTable) -> String {
    let doing = if result.notices.has(Code::Superseded) {
        // Somebody may have acted on it: it is shown, and nobody is to be called for it.
        "was CRITICAL, no longer stands"
    } else if result.notices.has(Code::CriticalEitherWay) {
        "CRITICAL whatever the hemolysis: call now and redraw"
    } else {
        CALL_NOW
    };
    match &result.critical {
        Some(call) => {
            let (value, unit) = (call.reached.value.normalize(), units.printed(call.unit));
            let unless = match &call.limit.unless {
                Some(context) => format!("; not if {context}"),
                None => String::new(),
            };
            format!(
                "{doing} (limit {value} {unit}, {}{unless})",
                call.limit.list
            )
        }
        None => doing.to_owned(),
    }
}

/// The laboratory's own call, and its limit where that is printed.
fn critical_by_laboratory(result: &Interpretation<'_>) -> String {
    match shown::own_critical(result) {
        Some(limit) => format!("CRITICAL by the laboratory's own limit ({limit}): call"),
        None => "the laboratory calls it CRITICAL: call, and ask for its limit".to_owned(),
    }
}

/// Why there is no flag.
fn not_judged(result: &Interpretation<'_>, code: Code) -> String {
    match code {
        Code::ResultAbsent => absent(result),
        Code::ConditionNeeded => match (result.condition, conditions(result)) {
            (Some(stated), _) => format!("not judged: no interval of this profile is for {stated}"),
            (None, needed) if needed.is_empty() => reason_words(code).to_owned(),
            (None, needed) => shown::question(&needed),
        },
        Code::ImplausibleValue if reason::is_critical(result) => {
            "implausible: verify unit, decimal point, contamination; treat as urgent until known"
                .to_owned()
        }
        Code::IntervalUnitDoubtful if reason::is_critical(result) => {
            "printed interval is in another unit: verify the unit; treat as urgent until known"
                .to_owned()
        }
        Code::AgeMissing
            if result.notices.has(Code::DateUnreadable)
                || result.notices.has(Code::DateAmbiguous) =>
        {
            "not judged: age not known (date unclear)".to_owned()
        }
        _ => shown::reason_of(code, result.observation.value).to_owned(),
    }
}

fn absent(result: &Interpretation<'_>) -> String {
    let Value::Absent(absence) = result.reading.value else {
        return "no result".to_owned();
    };
    match absence {
        Absence::Blank => "no result in the file".to_owned(),
        Absence::Unspecified => "no result, no reason given".to_owned(),
        Absence::SeeComment => "no result: see the laboratory's comment".to_owned(),
        Absence::Recollect => "no result: the laboratory asks for a new sample".to_owned(),
        absence if absence.is_sample_fault() => {
            format!("no result: {}; redraw", absence.as_str())
        }
        absence => format!("no result: {}", absence.as_str()),
    }
}

/// The conditions that the analyte's intervals ask for, for this person.
pub(super) fn conditions<'a>(result: &Interpretation<'a>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    let sex = result.person.sex;
    let rows = result.analyte.map_or(&[][..], |analyte| &analyte.intervals);
    for row in rows {
        let Some(condition) = row.condition.as_deref() else {
            continue;
        };
        let for_someone_else = row.sex.is_some_and(|own| sex != Sex::Unknown && own != sex)
            || (sex == Sex::Male && condition.contains("pregnan"));
        if !for_someone_else && !found.contains(&condition) {
            found.push(condition);
        }
    }
    // More would not be read; `explain` has them all.
    found.truncate(3);
    found
}

/// The reason for an empty flag, for one result or for a group of them.
pub(super) fn reason_words(code: Code) -> &'static str {
    match code {
        Code::AnalyteUnknown => "not judged: analyte not known",
        Code::AnalyteAmbiguous => "not judged: name is ambiguous",
        Code::LoincDisagrees => "not judged: LOINC and name disagree",
        Code::SpecimenNotSerum => "not serum: left alone",
        Code::SpecimenUnknown => "not judged: specimen not known",
        Code::SpecimenUnsuitable => "not judged: wrong specimen",
        Code::UnitMissing => "not judged: unit missing",
        Code::UnitUnknown => "not judged: unit not known",
        Code::UnitNotForAnalyte => "not judged: not a unit of this analyte",
        Code::UnitConflict => "not judged: two units stated",
        Code::ImplausibleValue => "implausible: check unit, decimal point",
        Code::NotNumeric => "text result: not judged",
        Code::ValueUnreadable => "not judged: text in place of a number, read it",
        Code::NumberUnreadable => "not judged: number in another style",
        Code::SampleIndex => "sample index",
        Code::ResultAbsent => "no result",
        Code::NoInterval => "not judged: no interval applies",
        Code::NoTransferableInterval => "not judged: needs the lab's own interval",
        Code::ConditionNeeded => "not judged: condition not stated",
        Code::ConditionUnread => "not judged: condition told in a word not known",
        Code::AgeMissing => "not judged: age not known",
        Code::SexMissing => "not judged: sex not known",
        Code::IntervalReversed => "not judged: printed interval reversed",
        Code::IntervalOneSided => "not judged: the printed interval has no limit on this side",
        Code::IntervalUnitDoubtful => "not judged: unit and printed interval disagree",
        Code::FlagUndetermined => "not judged: may be inside or outside",
        Code::QualityControl => "quality control: not a patient's",
        Code::Duplicate => "exact repetition of an earlier row",
        Code::Superseded => "replaced by a corrected or final result, or withdrawn",
        _ => "not judged",
    }
}

/// The title of several rows with one reason: `19 not judged (age not known):`.
pub(super) fn group_title(code: Code, count: usize) -> String {
    let s = if count == 1 { "" } else { "s" };
    match (code, reason_words(code).split_once(": ")) {
        (Code::NotNumeric, _) => format!("{count} text result{s}:"),
        (Code::ResultAbsent, _) => format!("{count} without a result:"),
        (Code::QualityControl, _) => format!("{count} quality-control row{s}: not a patient's"),
        (Code::Duplicate, _) => format!("{count} exact repetition{s} of earlier rows"),
        (_, Some(("not judged", why))) => format!("{count} not judged ({why}):"),
        (_, Some((what, why))) => format!("{count} {what} ({why}):"),
        (_, None) => format!("{count} {}:", reason_words(code)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases;

    #[test]
    fn a_clinician_is_told_what_to_do() {
        let units = cases::units();
        let results = cases::hemolyzed_sample();
        for (row, expected) in [
            (
                0,
                &[
                    "CRITICAL: call now (limit 6.5 mmol/L, rcpath-2017)",
                    "may be falsely high: hemolysis raises it; redraw",
                    "if unwell: act while repeating",
                ][..],
            ),
            (1, &[]),
            (2, &["hemolyzed, effect not known: redraw if it matters"]),
            (
                3,
                &["do not read as normal: hemolysis may hide a low value; redraw"],
            ),
            (4, &["no result: hemolyzed; redraw"]),
            (5, &["the laboratory flags it high: compare the intervals"]),
            (6, &["not judged: analyte not known"]),
            (7, &["not judged: unit missing"]),
        ] {
            assert_eq!(remarks(&results[row], &units), expected, "row {row}");
        }
    }

    #[test]
    fn every_reason_for_an_empty_flag_has_its_words() {
        for code in Code::ALL {
            let mut result = cases::blank();
            result.notices.add(*code);
            let remarks = remarks(&result, &cases::units());
            assert!(!remarks.is_empty(), "{code}");
            for word in ["fit", "cleared", "safe"] {
                assert!(
                    !remarks.iter().any(|r| r.split(' ').any(|w| w == word)),
                    "{code}"
                );
            }
        }
    }
}
