//! Lines about limits, and limits in words.

use super::partners::lacking;
use crate::notice::Code;
use crate::preop::assess::Case;
use crate::preop::crossing;
use crate::preop::entry::Entry;
use crate::preop::item;
use crate::preop::policy::schema::Tier;
use crate::preop::policy::{Limit, Of, is_unsourced};
use crate::preop::sheet::{Item, Section, State};
use crate::report::shown;

pub(super) fn of_limit(case: &Case<'_>, limit: &Limit, entry: &Entry) -> Item {
    let (section, state) = match limit.row.tier {
        Tier::Stop => (Section::A, State::Stop),
        Tier::Review => (Section::B, State::Review),
        Tier::Optimize => (Section::F, State::Optimize),
        Tier::Note => (Section::F, State::Note),
    };
    let mut action = limit.row.says.clone();
    if entry.is_only_assumed_faulty() && !entry.is_usable() {
        action.push_str(" The tube may be faulty, if the rows of its day are of one draw: act on the number while asking and repeating.");
    } else if !entry.is_usable() {
        action.push_str(" The sample is faulty as well: act on the number while repeating.");
    }
    about(case, (limit, entry), section, state, action)
}

/// An item about a result, with the limit that it is about.
pub(super) fn about(
    case: &Case<'_>,
    (limit, entry): (&Limit, &Entry),
    section: Section,
    state: State,
    action: String,
) -> Item {
    let item = item::of(case, entry, section, state, action);
    past(case, (limit, entry), item)
}

/// The same item, with the limit that the result is past, and whose that is.
pub(crate) fn past(case: &Case<'_>, (limit, entry): (&Limit, &Entry), item: Item) -> Item {
    Item {
        limit: limit_text(case, limit, entry),
        limit_owner: limit.row.owner.clone(),
        source: case.policy.source_title(&limit.row.source).to_string(),
        unsourced: is_unsourced(&limit.row.source),
        ..item
    }
}

pub(super) fn undetermined(case: &Case<'_>, limit: &Limit, entry: &Entry) -> Item {
    // A multiple of a limit that nobody stated is another matter than an inequality.
    let no_interval = limit
        .tests
        .iter()
        .all(|test| !matches!(test.of, Of::Number { .. }))
        && entry.number.is_some();
    let (section, state, action) = if no_interval {
        let why = entry
            .not_judged
            .map_or("no interval judged it", shown::reason);
        (
            Section::D,
            State::NotInterpreted,
            format!(
                "The policy's limit is a multiple of the upper or lower reference limit, and there is none ({why}): compare it by hand."
            ),
        )
    } else {
        (
            Section::B,
            State::Undetermined,
            match (
                entry.has(Code::HemolysisTrueLower),
                entry.has(Code::HemolysisTrueHigher),
            ) {
                (true, _) => "Hemolyzed: the true value is lower still and may cross this limit. Repeat at once; if unwell, act now.".to_string(),
                (_, true) => "Hemolyzed: the true value is higher still and may cross this limit. Repeat at once; if unwell, act now.".to_string(),
                _ => "It may or may not cross the limit: ask for the number.".to_string(),
            },
        )
    };
    about(case, (limit, entry), section, state, action)
}

/// A limit of two analytes, of which the other one is not there.
pub(super) fn partner_needed(case: &Case<'_>, limit: &Limit, entry: &Entry) -> Item {
    let names: Vec<String> = lacking(case, limit, entry)
        .map(|with| case.name(&with.analyte))
        .collect();
    let action = format!(
        "Beyond {}; what follows hangs on a usable {}, which is not in the file, or not of now.",
        limit_text(case, limit, entry),
        names.join(" or ")
    );
    let (section, state) = (Section::D, State::NotInterpreted);
    about(case, (limit, entry), section, state, action)
}

/// The limit as stated in the unit in which the result was compared.
pub(super) fn limit_text(case: &Case<'_>, limit: &Limit, entry: &Entry) -> String {
    let texts = std::iter::once(&limit.row.crossed).chain(&limit.row.also);
    let used = crossing::closest(limit, entry);
    let text = limit
        .tests
        .iter()
        .zip(texts)
        .find(|(test, _)| Some(*test) == used)
        .map_or(limit.row.crossed.as_str(), |(_, text)| text.as_str());
    let mut words: Vec<String> = text.split_whitespace().map(str::to_string).collect();
    if let Some(unit) = words.get_mut(2) {
        *unit = match unit.as_str() {
            "ULN" => "times the upper limit".to_string(),
            "LLN" => "times the lower limit".to_string(),
            code => shown::unit_of(code, case.units).to_string(),
        };
    }
    if let Some(variant) = words.get_mut(3) {
        *variant = variant.replace('_', " ");
    }
    let text = words.join(" ").trim_end().to_string();
    match limit.row.rise_within_hours {
        Some(hours) => format!("rise {text} {}", crossing::within_hours(hours)),
        None => text,
    }
}

pub(super) fn stated(case: &Case<'_>, limit: &Limit, entry: &Entry) -> String {
    let unsourced = if is_unsourced(&limit.row.source) {
        ", no source"
    } else {
        ""
    };
    format!(
        "{} ({}{unsourced})",
        limit_text(case, limit, entry),
        limit.row.owner
    )
}
