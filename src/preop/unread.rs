//! Results that nobody judged: of tests that this program does not know, and of known ones without an interval and
//! without a limit of the policy.

use std::collections::HashMap;

use super::assess::Case;
use super::entry::Entry;
use super::item;
use super::laboratory::flagged;
use super::sheet::{Section, Sheet, State};
use crate::import::date::Moment;
use crate::interpret::reported;
use crate::interpretation::ReportedFlag;
use crate::notice::Code;
use crate::reference::Analyte;

/// Results of tests that are not known: critical by the laboratory's flag a review, inside their own
/// interval nothing, and otherwise they have to be read.
pub(super) fn not_known(case: &Case<'_>, entries: &[Entry], sheet: &mut Sheet) {
    // One name in blood and in another fluid is two tests.
    let mut newest: HashMap<(&str, bool), &Entry> = HashMap::new();
    let mut order: Vec<(&str, bool)> = Vec::new();
    for entry in entries {
        // A pregnancy test is one in urine, too.
        let apart = case.is_apart(entry) && entry.canonical.is_none();
        let idle = (!apart && (entry.analyte.is_some() || entry.absent))
            || entry.is_set_aside()
            || (!apart && entry.has(Code::SampleIndex));
        if idle {
            continue;
        }
        // Of other fluids nobody asks here, unless their laboratory itself calls the newest result abnormal.
        let elsewhere = !apart && entry.has(Code::SpecimenNotSerum);
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
    let mut unread: Vec<&Entry> = Vec::new();
    let found = order
        .iter()
        .filter_map(|test| Some((test.1, *newest.get(test)?)));
    for (_, entry) in found.filter(|(elsewhere, entry)| !elsewhere || is_abnormal(entry)) {
        let outside = entry.flag.is_some_and(|flag| flag.direction() != 0) || is_flagged(entry);
        if case.is_apart(entry) && !is_negative(&entry.value) && !entry.as_expected {
            let mut item = flagged(case, entry, "Not negative: read it, and ask in private.");
            item.limit = "not negative".to_string();
            sheet.items.push(item);
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
            && !(case.is_apart(entry) && is_negative(&entry.value))
        {
            unread.push(entry);
        }
    }
    for confidential in [false, true] {
        let own: Vec<&str> = unread
            .iter()
            .filter(|entry| case.is_apart(entry) == confidential)
            .map(|entry| entry.name.as_str())
            .collect();
        if own.is_empty() {
            continue;
        }
        let mut item = item::blank(
            Section::D,
            State::NotInterpreted,
            &item::listed(&own),
            "Tests that this program does not know, without an interval or a flag of the laboratory that it can read: read them in section G.".to_string(),
        );
        item.confidential = confidential;
        sheet.items.push(item);
    }
}

/// Results of known tests that no interval judged and no limit of the policy is for: without a word of them a front would
/// be quiet over a troponin that nobody read.
pub(super) fn not_judged(case: &Case<'_>, sheet: &mut Sheet) {
    let is_said = |entry: &Entry| sheet.items.iter().any(|item| item.is_about(entry));
    let (mut grave, mut others): (Vec<&str>, Vec<&str>) = Default::default();
    for course in &case.courses {
        let id = course.analyte.id.as_str();
        if case.policy.is_confidential(id) || case.policy.limits_of(id).next().is_some() {
            continue;
        }
        let is_open = |entry: &&Entry| {
            let settled = entry.flag.is_some()
                || entry.reported_flag == ReportedFlag::Normal
                || entry.as_expected
                || (is_negative(&entry.range) && is_negative(&entry.value));
            let another = entry.derived || entry.absent || entry.has(Code::SampleIndex);
            !settled && !another && !is_said(entry)
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
                "No interval judged it, and this policy has no limit for it: read it in section G."
                    .to_string(),
            ));
        }
    }
}

/// Does some list call the ward for results of this analyte, or does it say whether blood clots? Of others a number that
/// nobody judged is recorded, and no sheet waits for it.
fn is_grave(analyte: &Analyte) -> bool {
    !analyte.critical.is_empty() || analyte.is_of_coagulation()
}

/// The laboratory itself says that it is abnormal, by its flag or by what it prints as its reference.
fn is_abnormal(entry: &Entry) -> bool {
    is_flagged(entry) || is_unexpected(entry)
}

/// The laboratory's flag says that it is abnormal, with a direction or without one.
fn is_flagged(entry: &Entry) -> bool {
    matches!(entry.reported_flag, ReportedFlag::Low | ReportedFlag::High)
        || reported::is_critical_flag(&entry.lab_flag)
        || reported::is_abnormal_flag(&entry.lab_flag)
}

/// By what one result of a test goes before another.
fn weight(entry: &Entry) -> (Option<Moment>, bool, bool, &str) {
    let value = entry.value.as_str();
    (entry.moment, !entry.absent, is_abnormal(entry), value)
}

/// A result in words beside a printed reference that says that nothing was found: `positive`, `negative`.
pub(crate) fn is_unexpected(entry: &Entry) -> bool {
    is_negative(&entry.range) && !is_negative(&entry.value) && !entry.absent
}

/// True for a result in words that says that nothing was found. The whole of it: "negative control
/// failed" and "not determined" found nothing out.
fn is_negative(value: &str) -> bool {
    let value = crate::text::fold_words(value);
    [
        "neg",
        "neg.",
        "negative",
        "negativ",
        "negatif",
        "negativo",
        "not detected",
        "nicht nachweisbar",
        "nicht nachgewiesen",
        "non detecte",
        "no detectado",
    ]
    .contains(&value.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_negative;

    #[test]
    fn only_a_whole_answer_is_a_negative_one() {
        for (value, negative) in [
            ("negative", true),
            ("NEG", true),
            ("Not detected", true),
            ("nicht nachgewiesen", true),
            ("nicht nachweisbar", true),
            ("positive", false),
            ("negative control failed", false),
            ("not determined", false),
            ("absent - no sample", false),
            ("invalid", false),
            ("", false),
        ] {
            assert_eq!(is_negative(value), negative, "{value:?}");
        }
    }
}
