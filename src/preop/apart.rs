//! Tests of the confidential part that are answered in words, in whatever fluid: a pregnancy test that is positive is no less
//! a stop than the number of one.

use super::assess::Case;
use super::course::is_later;
use super::crossing::crosses;
use super::entry::Entry;
use super::gather::Patient;
use super::item;
use super::laboratory::flagged;
use super::needed::{Standing, in_time, state_window};
use super::plan::Plan;
use super::policy::schema::Tier;
use super::policy::{Limit, alternatives, is_unsourced};
use super::sheet::{Item, Notice, Section, Sheet, State};
use super::{unread, window, words};

/// Is it on the confidential part, without a number that could be held against a limit?
pub(super) fn is_in_words(case: &Case<'_>, entry: &Entry) -> bool {
    case.is_apart(entry) && entry.canonical.is_none()
}

/// Did the test answer in words, yes or no? Then it is read here alone.
pub(super) fn is_an_answer(case: &Case<'_>, entry: &Entry) -> bool {
    is_in_words(case, entry) && (is_positive(entry) || is_negative(entry))
}

/// Is the answer yes?
pub(super) fn is_yes(case: &Case<'_>, entry: &Entry) -> bool {
    is_in_words(case, entry) && is_positive(entry)
}

/// Is the answer no, and nobody doubts it?
pub(super) fn is_settled_no(case: &Case<'_>, entry: &Entry) -> bool {
    is_in_words(case, entry) && is_settled(entry)
}

/// What such tests say: each by its name, over time.
pub(super) fn says(case: &Case<'_>, entries: &[Entry], sheet: &mut Sheet) {
    let mut tests: Vec<(&str, Vec<&Entry>)> = Vec::new();
    let in_words = |entry: &&Entry| is_in_words(case, entry) && !entry.is_set_aside();
    for entry in entries.iter().filter(in_words) {
        match tests.iter_mut().find(|(name, _)| *name == entry.name) {
            Some((_, own)) => own.push(entry),
            None => tests.push((&entry.name, vec![entry])),
        }
    }
    for (_, mut own) in tests {
        own.sort_by(|a, b| unread::weight(a).cmp(&unread::weight(b)));
        let is_followed = |entry: &&Entry| {
            let mut all = own.iter().rev();
            all.any(|later| is_settled(later) && is_later(later, entry))
        };
        let found: Vec<&Entry> = own.iter().copied().filter(|own| is_positive(own)).collect();
        let open = found
            .iter()
            .rev()
            .find(|entry| !is_followed(entry))
            .copied();
        sheet.items.extend(open.map(|entry| positive(case, entry)));
        if open.is_none() && !found.is_empty() {
            sheet.notices.push(Notice {
                code: Sheet::FOLLOWED_STOP,
                text: "On the confidential part an earlier result was a stop of this policy; a later one is none. Both stand there: find out why."
                    .to_string(),
            });
        }
        let newest = own.last().filter(|entry| !is_positive(entry));
        sheet
            .items
            .extend(newest.and_then(|entry| not_positive(case, entry)));
    }
}

/// That a row says that she is pregnant, where nobody else did: no word of it on an open page.
pub(super) fn told_in_file(plan: &Plan, patient: &Patient, sheet: &mut Sheet) {
    if !patient.is_told_pregnant || plan.is_pregnant() {
        return;
    }
    sheet.ask_in_confidence(
        "told-in-confidence",
        "The file says something of this patient that stands on the confidential part alone: read it before anything is decided.",
        "A row of the file says that she is pregnant, or was when its sample was taken: ask her in private. If she is, make this sheet with --context pregnancy. Done?",
    );
}

fn is_positive(entry: &Entry) -> bool {
    words::is_positive(&entry.value) && !entry.absent && !entry.as_expected
}

fn is_negative(entry: &Entry) -> bool {
    words::is_denied(&entry.value) || (entry.as_expected && !entry.absent)
}

/// Negative, and nobody doubts it.
fn is_settled(entry: &Entry) -> bool {
    is_negative(entry) && entry.is_undoubted() && !words::is_corrected_to_positive(&entry.comment)
}

/// Numbers of the confidential part past a limit of a policy that is not for this patient: a pregnancy is none the less one.
pub(super) fn numbers(case: &Case<'_>, sheet: &mut Sheet) {
    let apart = case.courses.iter();
    for course in apart.filter(|course| case.policy.is_confidential(&course.analyte.id)) {
        let is_past = |entry: &Entry| {
            let is_high = entry.flag.is_some_and(|flag| 0 < flag.direction());
            let mut limits = case.policy.limits_of(&course.analyte.id);
            is_high
                || limits.any(|limit| {
                    Tier::Review <= limit.row.tier && crosses(limit, entry) == Some(true)
                })
        };
        for entry in course.current() {
            if entry.canonical.is_some() && is_past(entry) {
                let mut item = flagged(
                    case,
                    entry,
                    "Outside, in a patient whom this policy is not for: read it, and ask in private.",
                );
                if entry.lab_flag.is_empty() && entry.interval.is_empty() {
                    item.limit = String::new();
                }
                sheet.items.push(item);
            }
        }
    }
}

/// A positive answer, by the gravest limit that the policy has for the number.
fn positive(case: &Case<'_>, entry: &Entry) -> Item {
    let analyte = entry.analyte.map(|analyte| analyte.id.as_str());
    if case.is_refused {
        return not_negative(case, entry);
    }
    let group = case.policy.confidential_group(analyte, &entry.name);
    let tests = group.map_or(&[][..], |group| group.tests.as_slice());
    let holds = |limit: &&Limit| {
        case.contexts.allow(&limit.row.when, &limit.row.unless) == Some(true)
            && limit.tests.iter().any(|test| test.is_above())
    };
    let limits = tests.iter().flat_map(|test| case.policy.limits_of(test));
    let Some(limit) = limits.filter(holds).max_by_key(|limit| limit.row.tier) else {
        return not_negative(case, entry);
    };
    let (section, state) = match limit.row.tier {
        Tier::Stop => (Section::A, State::Stop),
        _ => (Section::B, State::Review),
    };
    Item {
        limit: "positive".to_string(),
        limit_owner: limit.row.owner.clone(),
        source: case.policy.source_title(&limit.row.source).to_string(),
        unsourced: is_unsourced(&limit.row.source),
        ..item::of(case, entry, section, state, limit.row.says.clone())
    }
}

/// What is to be said of the newest answer where it is not positive.
fn not_positive(case: &Case<'_>, entry: &Entry) -> Option<Item> {
    if !is_negative(entry) || words::is_corrected_to_positive(&entry.comment) {
        return Some(not_negative(case, entry));
    }
    if is_settled(entry) {
        return too_old(case, entry);
    }
    Some(item::of(
        case,
        entry,
        Section::D,
        State::NotInterpreted,
        "Negative, and in doubt: not final, or something speaks against the sample or the row. Repeat it, and ask in private."
            .to_string(),
    ))
}

/// A negative answer that the window of its group has passed by, whatever the test is called.
fn too_old(case: &Case<'_>, entry: &Entry) -> Option<Item> {
    let id = entry.analyte.map(|analyte| analyte.id.as_str());
    let group = case.policy.confidential_group(id, &entry.name)?;
    let tests = group.tests.iter().flat_map(|test| alternatives(test));
    let mut windows = tests.filter(|test| case.is_bound(test));
    // Known tests have their windows with the others.
    let test = windows.find(|test| case.course(test).is_none())?;
    let row = window::of(case.policy, &case.contexts, test)?;
    let (state, action) = match in_time(case, entry, test) {
        Standing::Undated(_) => (
            State::Undated,
            "Negative on a day that is not known: it does not stand. Ask in private.",
        ),
        Standing::Expired(_) => (
            State::Expired,
            "Negative, and too old to stand. Ask in private.",
        ),
        _ => return None,
    };
    let mut item = item::of(case, entry, Section::D, state, action.to_string());
    state_window(case, row, &mut item);
    Some(item)
}

fn not_negative(case: &Case<'_>, entry: &Entry) -> Item {
    let mut item = flagged(case, entry, "Not negative: read it, and ask in private.");
    item.limit = "not negative".to_string();
    item
}
