//! Results that nobody judged: of tests that this program does not know, and of known ones without an interval and
//! without a limit of the policy.

use std::collections::HashMap;

use super::assess::Case;
use super::entry::Entry;
use super::item;
use super::laboratory::flagged;
use super::sheet::{Item, Section, Sheet, State};
use super::{apart, words};
use crate::import::date::Moment;
use crate::interpret::reported;
use crate::interpretation::ReportedFlag;
use crate::notice::Code;
use crate::reference::Analyte;
use crate::value::Absence;
use words::is_negative;

/// Results of tests that are not known: critical by the laboratory's flag a review, inside their own
/// interval nothing, and otherwise they have to be read.
pub(super) fn not_known(case: &Case<'_>, entries: &[Entry], sheet: &mut Sheet) {
    // One name in blood and in another fluid is two tests.
    let mut newest: HashMap<(&str, bool), &Entry> = HashMap::new();
    let mut order: Vec<(&str, bool)> = Vec::new();
    for entry in entries {
        // What is told in words on the confidential part is read there.
        if apart::is_in_words(case, entry) {
            continue;
        }
        let idle = entry.analyte.is_some()
            || (entry.absent && !has_failed(entry))
            || entry.is_set_aside()
            || entry.has(Code::SampleIndex);
        if idle {
            continue;
        }
        // Of other fluids nobody asks here, unless their laboratory itself calls the newest result abnormal.
        let elsewhere = entry.has(Code::SpecimenNotSerum);
        let test = (entry.name.as_str(), elsewhere);
        match newest.get(&test) {
            None => {
                order.push(test);
                newest.insert(test, entry);
            }
            // Of one time the one that says something; the order of the rows is no matter.
            Some(known) if weight(known) <= weight(entry) => {
                newest.insert(test, entry);
            }
            Some(_) => {}
        }
    }
    let (mut unread, mut recorded): (Vec<&str>, Vec<&str>) = Default::default();
    let found = order
        .iter()
        .filter_map(|test| Some((test.1, *newest.get(test)?)));
    for (_, entry) in found.filter(|(elsewhere, entry)| !elsewhere || is_abnormal(entry)) {
        let outside = entry.flag.is_some_and(|flag| flag.direction() != 0) || is_flagged(entry);
        if entry.absent {
            sheet.items.push(failed(case, entry));
        } else if reported::is_critical_flag(&entry.lab_flag) {
            sheet.items.push(flagged(
                case,
                entry,
                "Not a test that this program knows, and critical by the laboratory's own flag: read it.",
            ));
        } else if outside {
            let mut item = flagged(
                case,
                entry,
                "Not a test that this program knows; outside by the laboratory's own interval or flag: read it.",
            );
            (item.section, item.state) = (Section::D, State::NotInterpreted);
            sheet.items.push(item);
        } else if is_unexpected(entry) {
            let mut item = flagged(
                case,
                entry,
                "Not a test that this program knows; not what the laboratory prints as its reference: read it.",
            );
            (item.section, item.state) = (Section::D, State::NotInterpreted);
            item.limit = format!("other than {}", entry.range);
            sheet.items.push(item);
        } else if entry.flag.is_none()
            && entry.reported_flag != ReportedFlag::Normal
            && !entry.as_expected
            && !(is_negative(&entry.range) && is_negative(&entry.value))
        {
            // "Anti-K previously identified" beside a negative screen is something to ask.
            let is_answer = entry.is_undoubted()
                && entry.comment.trim().is_empty()
                && words::is_answer(&entry.value);
            match is_answer && entry.lab_flag.is_empty() {
                true => recorded.push(&entry.name),
                false => unread.push(&entry.name),
            }
        }
    }
    if !recorded.is_empty() {
        sheet.items.push(item::blank(
            Section::F,
            State::Note,
            &item::listed(&recorded),
            "Answers in words of tests that this program does not know: recorded, see section G."
                .to_string(),
        ));
    }
    if !unread.is_empty() {
        sheet.items.push(item::blank(
            Section::D,
            State::NotInterpreted,
            &item::listed(&unread),
            "Tests that this program does not know, without an interval or a flag of the laboratory that it can read: read them in section G.".to_string(),
        ));
    }
}

/// There is no result although one was wanted: not where a cell is just empty or points elsewhere, where the test was not
/// done, or a tube was kept that nobody measures.
fn has_failed(entry: &Entry) -> bool {
    entry.absence.is_some_and(|absence| {
        absence.is_sample_fault()
            || matches!(
                absence,
                Absence::NotReceived | Absence::Cancelled | Absence::Pending | Absence::Suppressed
            )
    })
}

/// A test that is not known, of which the newest attempt brought no result: a group and screen is not there.
fn failed(case: &Case<'_>, entry: &Entry) -> Item {
    let why = entry.absence.map_or("no result", Absence::as_str);
    match entry.absence.is_some_and(Absence::is_sample_fault) {
        true => Item {
            sample_remark: format!("{why}, by what stands in its cell"),
            ..item::of(
                case,
                entry,
                Section::C,
                State::Unusable,
                "Not a test that this program knows, and there is no result of it: collect it again, if it is needed."
                    .to_string(),
            )
        },
        false => item::of(
            case,
            entry,
            Section::D,
            State::Absent,
            format!(
                "Not a test that this program knows, and there is no result of it ({why}): find out whether it is needed."
            ),
        ),
    }
}

/// Results of known tests that no interval judged and no limit of the policy is for: without a word of them a front would
/// be quiet over a troponin that nobody read.
pub(super) fn not_judged(case: &Case<'_>, sheet: &mut Sheet) {
    let said = sheet.places(|_| true);
    let (mut grave, mut others): (Vec<&str>, Vec<&str>) = Default::default();
    for course in &case.courses {
        let id = course.analyte.id.as_str();
        if case.policy.is_confidential(id) {
            continue;
        }
        // Where the policy has limits the number was held against them; not against what made its laboratory flag it.
        let has_limits = case.policy.limits_of(id).next().is_some();
        let is_open = |entry: &&Entry| {
            let settled = entry.flag.is_some()
                || entry.reported_flag == ReportedFlag::Normal
                || entry.as_expected
                || (is_negative(&entry.range) && is_negative(&entry.value));
            let another = entry.derived || entry.absent || entry.has(Code::SampleIndex);
            let is_held = has_limits && !is_flagged(entry);
            !settled && !another && !is_held && !said.contains(&entry.place)
        };
        if course.current().iter().any(is_open) {
            let names = match is_grave(course.analyte) {
                true => &mut grave,
                false => &mut others,
            };
            names.push(&course.analyte.name);
        }
    }
    for (names, section, state) in [
        (grave, Section::D, State::NotInterpreted),
        (others, Section::F, State::Note),
    ] {
        if !names.is_empty() {
            sheet.items.push(item::blank(
                section,
                state,
                &item::listed(&names),
                "No interval judged it, and no limit of this policy speaks of it: read it in section G."
                    .to_string(),
            ));
        }
    }
}

/// Does some list call the ward for results of this analyte, or does it say whether blood clots? Of others a number that
/// nobody judged is recorded, and no sheet waits for it.
pub(super) fn is_grave(analyte: &Analyte) -> bool {
    !analyte.critical.is_empty() || analyte.is_of_coagulation()
}

/// The laboratory itself says that it is abnormal, by its flag or by what it prints as its reference.
fn is_abnormal(entry: &Entry) -> bool {
    is_flagged(entry) || is_unexpected(entry)
}

/// The laboratory's flag says that it is abnormal, with a direction or without one.
pub(super) fn is_flagged(entry: &Entry) -> bool {
    matches!(entry.reported_flag, ReportedFlag::Low | ReportedFlag::High)
        || reported::is_critical_flag(&entry.lab_flag)
        || reported::is_abnormal_flag(&entry.lab_flag)
}

/// By what one result of a test goes before another.
pub(super) fn weight(entry: &Entry) -> (bool, Option<Moment>, bool, bool, &str) {
    let value = entry.value.as_str();
    // An order without anything in it says nothing against a result.
    let is_there = !entry.absent || !value.trim().is_empty();
    (
        is_there,
        entry.moment,
        !entry.absent,
        is_abnormal(entry),
        value,
    )
}

/// A result in words beside a printed reference that says that nothing was found: `positive`, `negative`.
pub(crate) fn is_unexpected(entry: &Entry) -> bool {
    is_negative(&entry.range) && !is_negative(&entry.value) && !entry.absent
}
