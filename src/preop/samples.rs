//! Section C: results whose sample must be collected again.

use std::collections::HashSet;

use super::assess::Case;
use super::course::{Course, is_later};
use super::crossing::crosses;
use super::entry::Entry;
use super::item;
use super::limits;
use super::policy::Limit;
use super::policy::schema::Tier;
use super::sheet::{Item, Notice, Section, Sheet, State};
use super::times;
use crate::Flag;
use crate::import::date::Moment;
use crate::notice::Code;

/// Every analyte whose newest result is lost by its sample, if somebody needs it: the guideline asks
/// for it, the policy limits it, or the number would be critical.
pub(crate) fn recollect(case: &Case<'_>, sheet: &mut Sheet) {
    let mut again: Vec<&Entry> = Vec::new();
    let said = sheet.places(|item| item.section <= Section::B);
    let is_said = |entry: &Entry| said.contains(&entry.place);
    for course in &case.courses {
        let current = course.current();
        let id = &course.analyte.id;
        // What came since and is no answer takes no grave number away.
        let earlier = course.held().iter().copied();
        let earlier = earlier.filter(|entry| !course.is_current(entry));
        let lost = |entry: &&Entry| entry.needs_new_sample();
        for entry in earlier.filter(lost).filter(|entry| !is_said(entry)) {
            call_grave(case, course, entry, sheet);
        }
        for entry in current.iter().copied().filter(lost) {
            // A derived value is got back with its inputs; what section G calls is called in front all the same.
            if entry.derived && entry.critical.is_some() && !is_said(entry) {
                call_grave(case, course, entry, sheet);
            }
            let needed = case.is_wanted(id)
                || (case.is_limited(id) && !is_harmless(case, entry))
                || entry.critical.is_some()
                // The laboratory tried, and asks for another tube.
                || entry.absent;
            if entry.derived || !needed {
                continue;
            }
            if !is_said(entry) {
                call_grave(case, course, entry, sheet);
            }
            if !is_got_back(course, entry) {
                again.push(entry);
            }
        }
    }
    // A tube is drawn once, for all that is measured in it.
    let pressing = Pressing::of(sheet);
    let is_pressing: Vec<bool> = again
        .iter()
        .map(|entry| pressing.holds(case, entry))
        .collect();
    let tube = |entry: &Entry| (entry.sample.clone(), entry.collected.clone());
    let pressing: HashSet<(String, String)> = again
        .iter()
        .zip(&is_pressing)
        .filter(|(entry, is_pressing)| **is_pressing && !entry.sample.is_empty())
        .map(|(entry, _)| tube(entry))
        .collect();
    for (entry, is_pressing) in again.into_iter().zip(is_pressing) {
        let at_once = is_pressing || pressing.contains(&tube(entry));
        let action = action(case, entry, at_once);
        // Whatever becomes of the sample, the result would not have stood.
        let action = match times::also_old(case, entry) {
            Some(old) => format!("{old} {action}"),
            None => action,
        };
        let item = lost_by(case, entry, Section::C, State::Unusable, action);
        sheet.items.push(Item { at_once, ..item });
    }
}

/// Says of a number that would be critical what is to be done now, unless another result settles it: a later
/// one, or one of the same time from another tube.
fn call_grave(case: &Case<'_>, course: &Course<'_>, entry: &Entry, sheet: &mut Sheet) {
    let is_beside = |other: &&Entry| {
        let at_once =
            other.moment == entry.moment && entry.moment.is_some_and(Moment::has_clock_time);
        at_once && other.sample != entry.sample && other.settles()
    };
    let is_settled = course.settled_by(entry).is_some()
        || (course.is_of_one && course.entries.iter().any(is_beside));
    if !is_settled && is_called_grave(case, entry) {
        let item = lost_by(case, entry, Section::B, State::Review, String::new());
        sheet.items.push(grave(case, course, entry, item));
    }
}

/// An item about a result that its sample spoils, with what is wrong with that.
fn lost_by(case: &Case<'_>, entry: &Entry, section: Section, state: State, action: String) -> Item {
    let mut item = item::of(case, entry, section, state, action);
    if let Some(fault) = entry.comment_fault
        && (item.sample_remark.is_empty() || entry.has(Code::SampleSpoiled))
    {
        item.sample_remark = format!("{fault}, by the laboratory's comment");
    } else if item.sample_remark.is_empty() {
        item.sample_remark = match entry.is_further_out() {
            true => "sample hemolyzed".to_string(),
            false => "sample faulty".to_string(),
        };
    }
    item
}

/// Is there a result that may be used, from a later sample or one of the same time? Of a day without a time, the other one
/// is taken for the repetition; what has no day at all may be of years ago.
fn is_got_back(course: &Course<'_>, entry: &Entry) -> bool {
    let mut others = course.entries.iter();
    let is_dated = |entry: &Entry| entry.moment.is_some();
    course.is_of_one
        && is_dated(entry)
        && others.any(|other| other.is_usable() && is_dated(other) && !is_later(entry, other))
}

/// Would the number be critical, of a sample of which more is known than that it is hemolyzed?
fn is_called_grave(case: &Case<'_>, entry: &Entry) -> bool {
    // Hemolysis alone makes a stop of many potassiums: of those the critical list decides.
    let is_called = entry.critical.is_some() || !entry.only_hemolyzed;
    is_called && is_grave(case, entry)
}

/// That it is not known whose a sample is, or which sample is spoiled: what is quiet on it proves nothing.
pub(crate) fn notices(case: &Case<'_>, sheet: &mut Sheet) {
    for (code, text) in [
        (
            Code::SampleOfTwoPatients,
            "A sample of this patient is given to another one, too, by number and time: find out whose it is.",
        ),
        (
            Code::SampleNotTold,
            "Some sample of this patient is said to be hemolyzed or spoiled, and which one is not told: ask the laboratory.",
        ),
        (
            Code::OneDrawAssumed,
            "Rows of this patient tell no sample: results of one day were taken together, and show what spoils a tube. Ask the laboratory whether they are of one.",
        ),
    ] {
        let mut entries = case.courses.iter().flat_map(Course::current);
        if entries.any(|entry| entry.has(code)) {
            sheet.notices.push(Notice {
                code: code.as_str(),
                text: text.to_string(),
            });
        }
    }
}

/// Inside its limits, and the fault can only have moved it away from every limit of the policy.
fn is_harmless(case: &Case<'_>, entry: &Entry) -> bool {
    let hidden = match (
        entry.has(Code::MaskedLowPossible),
        entry.has(Code::MaskedHighPossible),
    ) {
        (true, false) => false,
        (false, true) => true,
        _ => return false,
    };
    let id = entry.analyte.map_or("", |analyte| &analyte.id);
    let mut tests = case.policy.limits_of(id).flat_map(|limit| &limit.tests);
    entry.flag == Some(Flag::Normal) && tests.all(|test| test.is_above() != hidden)
}

/// What is to be collected again at once: what the sheet calls now, or tells somebody to repeat at once, does not wait for the
/// day of surgery on another line.
struct Pressing {
    /// Analytes: what came since is no answer.
    called: HashSet<String>,
    reviewed: HashSet<usize>,
    undetermined: HashSet<usize>,
}

impl Pressing {
    fn of(sheet: &Sheet) -> Pressing {
        let is_called = |item: &&Item| {
            let calls = item.section == Section::B && item.action.ends_with(CRITICAL);
            item.section == Section::A || calls
        };
        let called = sheet.items.iter().filter(is_called);
        Pressing {
            called: called.map(|item| item.analyte.clone()).collect(),
            reviewed: sheet
                .places(|item| item.section == Section::B && item.state == State::Review),
            undetermined: sheet.places(|item| item.state == State::Undetermined),
        }
    }

    fn holds(&self, case: &Case<'_>, entry: &Entry) -> bool {
        let id = entry.analyte.map_or("", |analyte| analyte.id.as_str());
        self.called.contains(id)
            || (self.reviewed.contains(&entry.place) && is_grave(case, entry))
            || (self.undetermined.contains(&entry.place) && entry.is_further_out())
    }
}

fn action(case: &Case<'_>, entry: &Entry, at_once: bool) -> String {
    let mut text = format!("Repeat {} on a fresh sample", entry.name.to_lowercase());
    text.push_str(match case.plan.date {
        _ if at_once => " at once, today.",
        Some(surgery) if surgery == case.today => " now, before surgery.",
        Some(_) => " before the day of surgery.",
        None => ".",
    });
    if entry.has(Code::MaskedLowPossible) {
        text.push_str(" It cannot be called normal: a low value may be hidden.");
    } else if entry.has(Code::MaskedHighPossible) {
        text.push_str(" It cannot be called normal: a high value may be hidden.");
    } else if entry.has(Code::HemolysisTrueLower) {
        text.push_str(" The low result is real: the true value is lower still.");
    } else if entry.has(Code::HemolysisTrueHigher) {
        text.push_str(" The high result is real: the true value is higher still.");
    } else if entry.has(Code::HemolysisRaises) {
        text.push_str(" The true value may be lower.");
    } else if entry.has(Code::HemolysisLowers) {
        text.push_str(" The true value may be higher.");
    }
    if entry.flag == Some(Flag::Normal)
        && !entry.has(Code::MaskedLowPossible)
        && !entry.has(Code::MaskedHighPossible)
    {
        text.push_str(" It cannot be called normal.");
    }
    if entry.has(Code::InVivoHemolysisPossible) {
        text.push_str(" The hemolysis may be in the patient: urgent review.");
    }
    if is_grave(case, entry) {
        text.push_str(" If unwell: act on the number while repeating.");
    }
    text
}

/// What is to be done at once about a critical number that may be the sample's alone.
const CRITICAL: &str =
    "Critical number on a sample that is not usable: call now, see the patient and repeat at once.";

/// Would the number be critical, or a stop, on a sample that is usable?
fn is_grave(case: &Case<'_>, entry: &Entry) -> bool {
    entry.critical.is_some() || crossed_stop(case, entry).is_some()
}

/// The stop of the policy that the number would be past.
fn crossed_stop<'c>(case: &'c Case<'_>, entry: &Entry) -> Option<&'c Limit> {
    let analyte = entry.analyte.filter(|_| !case.is_refused)?;
    entry.canonical?;
    case.policy.limits_of(&analyte.id).find(|limit| {
        limit.row.tier == Tier::Stop
            && limit.row.rise_within_hours.is_none()
            && case.allows(limit, entry) == Some(true)
            && crosses(limit, entry) == Some(true)
    })
}

/// A critical number on a sample that is not usable, with the limit that it is past, and whose that is.
fn grave(case: &Case<'_>, course: &Course<'_>, entry: &Entry, item: Item) -> Item {
    let item = match (&entry.critical, crossed_stop(case, entry)) {
        (Some(critical), _) => limits::by_list(critical, item),
        (None, Some(limit)) => limits::past(case, (limit, entry), item),
        (None, None) => item,
    };
    Item {
        section: Section::B,
        state: State::Review,
        action: times::aged_call(case, course, entry, CRITICAL),
        ..item
    }
}
