//! What is lacking of a test, and why a result cannot be held against the policy.

use super::standing::{Standing, standing};
use crate::notice::Code;
use crate::preop::asides;
use crate::preop::assess::Case;
use crate::preop::entry::Entry;
use crate::preop::indicated::Cell;
use crate::preop::item;
use crate::preop::policy::schema::{Recommendation, WindowRow};
use crate::preop::policy::{alternatives, is_unsourced};
use crate::preop::sheet::{Item, Section, State};
use crate::preop::window;
use crate::report::shown;
use crate::value::Absence;

/// What is lacking of a test that is asked for.
pub(super) fn lacking(
    case: &Case<'_>,
    cell: &Cell<'_>,
    test: &str,
    standing: &Standing<'_>,
) -> Option<Item> {
    let consider = cell
        .row
        .is_some_and(|row| row.recommendation == Recommendation::Consider);
    let asked = match cell.row.and_then(|row| row.condition.as_deref()) {
        Some(condition) if consider => format!("To be considered ({condition})."),
        Some(condition) => format!("Indicated ({condition})."),
        None if consider => "To be considered.".to_string(),
        None => "Indicated for this surgery and ASA grade.".to_string(),
    };
    let (entry, state, action) = match standing {
        Standing::Satisfied(_) | Standing::Unusable => return None,
        Standing::Missing if crate::derive::is_derived(test) => (
            None,
            State::Missing,
            match asides::why_missing(case, test) {
                Some(why) => format!("Not in the file and not derived: {why}."),
                None => "Not in the file and not derived: an input, the age or the sex is missing."
                    .to_string(),
            },
        ),
        Standing::Missing => (None, State::Missing, "Not in the file.".to_string()),
        Standing::Absent(entry) => (
            Some(*entry),
            State::Absent,
            match entry.absence.filter(|absence| *absence != Absence::Blank) {
                Some(absence) => format!("There is a row without a result ({}).", absence.as_str()),
                None => "There is a row without a result.".to_string(),
            },
        ),
        Standing::NotInterpreted(entry) => (Some(*entry), State::NotInterpreted, why_unread(entry)),
        Standing::Undated(entry) => (Some(*entry), State::Undated, not_dated(entry).to_string()),
        Standing::Expired(entry) => (Some(*entry), State::Expired, "Too old.".to_string()),
    };
    let mut item = match entry {
        Some(entry) => item::of(case, entry, Section::D, state, format!("{action} {asked}")),
        None => item::blank(
            Section::D,
            state,
            &names(case, test),
            format!("{action} {asked}"),
        ),
    };
    item.analyte = alternatives(test).next().unwrap_or("").to_string();
    item.group.clone_from(&cell.group.title);
    item.confidential = cell.group.confidential;
    if let Some(row) = cell.row {
        item.source = case.policy.source_title(&row.source).to_string();
        item.unsourced = is_unsourced(&row.source);
    }
    if state == State::Expired
        && let Some(row) = window::of(case.policy, &case.contexts, &item.analyte)
    {
        state_window(case, row, &mut item);
    }
    Some(item)
}

/// Why a result has no day that counts.
pub(super) fn not_dated(entry: &Entry) -> &'static str {
    if entry.is_ahead {
        "Its day of collection lies after today: check the date."
    } else if entry.day_is_open {
        "Which day its date means is open, for its numbers could be exchanged: give --date-order dmy, mdy or ymd."
    } else {
        "Its day of collection is not known."
    }
}

/// The window as the limit of an item, and whose it is.
pub(crate) fn state_window(case: &Case<'_>, row: &WindowRow, item: &mut Item) {
    item.limit = window::in_words(row);
    item.limit_owner.clone_from(&row.owner);
    item.source = case.policy.source_title(&row.source).to_string();
    item.unsourced = is_unsourced(&row.source);
}

/// Which tests of a group do not stand, and why: `not in the file: …`; the names only where others do.
pub(super) fn what_lacks(case: &Case<'_>, tests: &[String]) -> String {
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    for test in tests {
        let why = match standing(case, test) {
            Standing::Satisfied(_) => continue,
            Standing::Missing => "not in the file",
            Standing::Absent(_) => "without a result",
            Standing::NotInterpreted(_) => "not interpreted",
            Standing::Unusable => "not usable",
            Standing::Undated(_) => "without a valid date",
            Standing::Expired(_) => "too old",
        };
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, own)) => own.push(names(case, test)),
            None => reasons.push((why, vec![names(case, test)])),
        }
    }
    if let [(why, own)] = &reasons[..]
        && own.len() == tests.len()
    {
        return (*why).to_string();
    }
    let parts = reasons
        .iter()
        .map(|(why, own)| format!("{why}: {}", own.join(", ")));
    parts.collect::<Vec<_>>().join("; ")
}

fn names(case: &Case<'_>, test: &str) -> String {
    let names: Vec<String> = alternatives(test).map(|id| case.name(id)).collect();
    names.join(" or ")
}

pub(super) fn why_unread(entry: &Entry) -> String {
    if entry.is_usable() {
        if entry.has(Code::SpecimenUnknown) {
            return "What it was measured in is open, or stated in a word that is not known: ask whether it is the patient's serum or plasma.".to_string();
        }
        if entry.has(Code::PerhapsWithdrawn) {
            return "Another row of its sample takes it back or is cancelled with the same result, and which was reported last is not told: ask whether it holds.".to_string();
        }
        return if let Some(fault) = entry.comment_fault {
            format!("The laboratory's comment says: {fault}. Ask whether the number holds.")
        } else if entry.not_final.is_empty() {
            "Preliminary: wait for the final result.".to_string()
        } else {
            format!(
                "Its status is \"{}\", which is not final: ask the laboratory.",
                entry.not_final
            )
        };
    }
    if entry.absent && entry.has(Code::NumberInComment) {
        return "There is no result, but a number stands in the comment: read it now.".to_string();
    }
    let mut why = entry.not_judged.map_or_else(
        || "It cannot be held against the policy.".to_string(),
        |code| {
            let words = shown::reason_of(code, &entry.value);
            format!("{}{}.", words[..1].to_uppercase(), &words[1..])
        },
    );
    if entry.critical.is_none() && entry.canonical.is_none() && !entry.absent {
        why.push_str(" Read it by eye now.");
    }
    why
}
