//! What the laboratory itself says and no limit of the policy does: its critical flags, what a device prints in place of a
//! number, and what lies outside its interval without a limit.

use super::assess::Case;
use super::entry::Entry;
use super::policy::Side;
use super::sheet::{Item, Section, Sheet, State};
use super::{apart, item, unread, words};
use crate::interpret::reported;
use crate::notice::Code;
use crate::reference::Analyte;
use crate::report::shown;

/// Adds what the laboratory says to the sections B, D and F.
pub(crate) fn says(case: &Case<'_>, entries: &[Entry], sheet: &mut Sheet) {
    calls(case, sheet);
    apart::says(case, entries, sheet);
    unread::not_known(case, entries, sheet);
    unread::not_judged(case, sheet);
    without_limit(case, sheet);
}

/// What needs no policy of the site: where it is refused for a child, a call of the laboratory is one all the same.
pub(crate) fn says_without_policy(case: &Case<'_>, entries: &[Entry], sheet: &mut Sheet) {
    calls(case, sheet);
    apart::says(case, entries, sheet);
    apart::numbers(case, sheet);
    unread::not_known(case, entries, sheet);
    held_against_nothing(case, sheet);
}

/// Where the policy is refused the critical list alone speaks, and many have no limit for blood counts and clotting: a front
/// that is quiet over a child's hemoglobin of 39 g/L would be taken for a good one.
fn held_against_nothing(case: &Case<'_>, sheet: &mut Sheet) {
    let said = sheet.places(|_| true);
    let (mut outside, mut not_judged): (Vec<String>, Vec<String>) = Default::default();
    let known = case.courses.iter();
    for course in known.filter(|course| !case.policy.is_confidential(&course.analyte.id)) {
        for entry in course.current() {
            let another = entry.derived || entry.absent || entry.has(Code::SampleIndex);
            if another || said.contains(&entry.place) {
                continue;
            }
            match entry.flag {
                Some(flag) if flag.direction() != 0 => outside.push(with_flag(entry)),
                None if unread::is_grave(course.analyte) => not_judged.push(with_flag(entry)),
                _ => {}
            }
        }
    }
    for (names, says) in [
        (
            outside,
            "Outside their intervals. The critical list calls none of them, and may have no limit for them; this policy is not for this patient: read them.",
        ),
        (
            not_judged,
            "No interval judged them. The critical list calls none of them, and may have no limit for them; this policy is not for this patient: read them.",
        ),
    ] {
        list(sheet, (Section::D, State::NotInterpreted), &names, says);
    }
}

/// One line for several results of which the same is said.
fn list(sheet: &mut Sheet, (section, state): (Section, State), names: &[String], says: &str) {
    if !names.is_empty() {
        let item = item::blank(section, state, &names.join(", "), says.to_string());
        sheet.items.push(item);
    }
}

/// A result in a list of several, with its flag.
fn with_flag(entry: &Entry) -> String {
    let result = format!("{} {} {}", entry.name, entry.value, entry.unit);
    match entry.flag {
        Some(flag) => format!("{} [{}]", result.trim(), flag.as_str()),
        None => result.trim().to_string(),
    }
}

/// What the laboratory calls, by its flags, comments and devices: of the newest results, and of earlier ones that no later
/// one settles.
fn calls(case: &Case<'_>, sheet: &mut Sheet) {
    let said = sheet.places(|item| item.section <= Section::C);
    for course in &case.courses {
        let is_open = |entry: &Entry| is_called(entry) && course.settled_by(entry).is_none();
        let entries = course.entries.iter();
        for entry in entries.filter(|entry| course.is_current(entry) || is_open(entry)) {
            if said.contains(&entry.place) {
                continue;
            }
            let says = if is_called(entry) {
                called(entry)
            } else if entry.absent
                && (unread::is_flagged(entry) || words::is_critical(&entry.comment))
            {
                "There is no result in its cell, and the laboratory calls it abnormal by its flag or comment: ask for it now.".to_string()
            } else if is_outside_without_unit(case, entry) {
                "It has no unit, and lies outside the interval that the laboratory prints beside it: ask for the unit, and take it for what it seems until then.".to_string()
            } else if is_past_the_device(entry) {
                "Past what the device can measure: taken for critical until a number is there. See the patient, send a sample.".to_string()
            } else {
                continue;
            };
            let mut item = flagged(case, entry, &says);
            if let Some(limit) = &entry.own_critical {
                item.limit = format!("critical {limit}");
            } else if is_past_the_device(entry) {
                item.limit = format!("printed {}", entry.value);
            } else if entry.absent && entry.lab_flag.is_empty() {
                item.limit = "the laboratory's comment".to_string();
            }
            sheet.items.push(item);
        }
    }
}

/// What is said of a result that the laboratory itself calls critical, and nobody else does.
fn called(entry: &Entry) -> String {
    if entry.own_critical.is_some() {
        return "It is past the critical limit that the laboratory prints beside it, and past none of the list in use: call as the laboratory would.".to_string();
    }
    if entry.canonical.is_some() && entry.can_be_held() {
        return "The laboratory flags it critical; no critical limit and no stop of this policy does: ask why.".to_string();
    }
    if entry.number.is_none() && entry.bounds.is_none() && entry.value.is_empty() {
        return "The laboratory flags it critical, and no number can be read here: ask for it now."
            .to_string();
    }
    let why = match (entry.absence, entry.not_judged) {
        (Some(absence), _) => absence.as_str(),
        (None, Some(code)) => shown::reason_of(code, &entry.value),
        (None, None) => "not interpreted",
    };
    format!(
        "The laboratory flags it critical, and it cannot be gone by here ({why}): ask for it now."
    )
}

/// The laboratory's own flag, in its cell or beside the number, calls it critical.
pub(super) fn is_called(entry: &Entry) -> bool {
    reported::is_critical_flag(&entry.lab_flag) || entry.has(Code::CriticalByLaboratory)
}

/// `HI` or `LO` in place of a number: so devices print what they cannot measure. On a sheet a class is one too. A plus is a grade.
fn is_past_the_device(entry: &Entry) -> bool {
    let printed = ["HIGH", "LOW", "H", "L"];
    let value = entry.value.trim();
    let is_of_coagulation = entry.analyte.is_some_and(Analyte::is_of_coagulation);
    entry.number.is_none()
        && entry.bounds.is_none()
        && !entry.has(Code::SampleIndex)
        && (entry.has(Code::PastTheDevice)
            || printed.iter().any(|word| value.eq_ignore_ascii_case(word))
            || words::is_past_range(value)
            || (is_of_coagulation && words::is_unclottable(value)))
}

/// A number without a unit beyond the limits printed beside it, which are in the same unit, of a test that somebody needs.
fn is_outside_without_unit(case: &Case<'_>, entry: &Entry) -> bool {
    let is_needed = entry.analyte.is_some_and(|analyte| {
        case.is_wanted(&analyte.id) || case.is_limited(&analyte.id) || unread::is_grave(analyte)
    });
    is_needed
        && entry.has(Code::UnitMissing)
        && entry.flag.is_some_and(|flag| flag.direction() != 0)
}

/// What lies outside its interval and no limit says anything of: a review where the guideline asks for
/// it and the policy has no limit at all, one line each for all the rest: where it has limits, and
/// where it has none, which is counted in front.
fn without_limit(case: &Case<'_>, sheet: &mut Sheet) {
    let (mut inside_limits, mut no_limits): (Vec<String>, Vec<String>) = Default::default();
    for course in &case.courses {
        let id = course.analyte.id.as_str();
        if case.policy.is_confidential(id) {
            continue;
        }
        // Outside it is without a known unit too, by limits in the same one, and where the true value lies further out still.
        let is_one = |entry: &&Entry| {
            let without_unit = entry.canonical.is_none() && !entry.absent;
            (entry.is_usable() || entry.is_further_out() || without_unit)
                && entry.flag.is_some_and(|flag| flag.direction() != 0)
        };
        let Some(entry) = course.current().iter().copied().find(is_one) else {
            continue;
        };
        let said = sheet
            .items
            .iter()
            .any(|item| item.analyte == id && item.section != Section::E && !item.value.is_empty());
        let low = entry.flag.is_some_and(|flag| flag.direction() < 0);
        if said || entry.derived || (low && case.policy.is_low_no_news(id)) {
            continue;
        }
        if case.is_wanted(id) && case.policy.limits_of(id).next().is_none() {
            let mut item = flagged(
                case,
                entry,
                "Outside its interval, and this policy has no limit for it: the anaesthetist decides.",
            );
            item.limit = format!("outside {}", entry.interval);
            item.limit_owner = entry.interval_source.clone();
            sheet.items.push(item);
        } else {
            let outside = if has_limit(case, id, !low) {
                &mut inside_limits
            } else {
                &mut no_limits
            };
            outside.push(with_flag(entry));
        }
    }
    sheet.counts.without_limit = no_limits.len();
    for (outside, says) in [
        (
            no_limits,
            "Outside their intervals where this policy has no limit for this patient: nothing above speaks of them.",
        ),
        (
            inside_limits,
            "Outside their intervals, and by themselves past no limit of this policy.",
        ),
    ] {
        list(sheet, (Section::F, State::Note), &outside, says);
    }
}

/// Has the policy a limit on that side that holds for this patient? One for low results says nothing of a
/// high one, nor one for men of a woman.
fn has_limit(case: &Case<'_>, analyte: &str, above: bool) -> bool {
    case.policy.limits_of(analyte).any(|limit| {
        case.contexts.allow(&limit.row.when, &limit.row.unless) == Some(true)
            && limit
                .tests
                .iter()
                .any(|test| test.side != Side::Inside && test.is_above() == above)
    })
}

/// A line about a result that the laboratory itself flags.
pub(super) fn flagged(case: &Case<'_>, entry: &Entry, action: &str) -> Item {
    let mut item = item::of(case, entry, Section::B, State::Review, action.to_string());
    item.limit = if entry.lab_flag.is_empty() {
        format!("outside {}", entry.interval)
    } else {
        format!("flag {}", entry.lab_flag)
    };
    item.limit_owner = "the laboratory's report".to_string();
    item
}
