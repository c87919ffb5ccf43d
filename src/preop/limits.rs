//! Sections A, B and F: results that cross a limit of the policy, or of the critical list.

mod ask;
mod critical;
mod hemolyzed;
mod items;
mod partners;

use super::assess::Case;
use super::course::Course;
use super::crossing::{self, crosses};
use super::entry::Entry;
use super::policy::schema::Tier;
use super::policy::{Limit, Of};
use super::sheet::{Item, Sheet, State};
use super::times;
use crate::import::date::HOUR;
use crate::notice::Code;
use crate::value::to_f64;
use hemolyzed::{further_out, keeps};
use items::{of_limit, partner_needed, stated, undetermined};
use partners::with;

pub(crate) use ask::question;
use critical::critical;
pub(crate) use critical::{by_list, critical_action};
pub(crate) use items::past;

/// Holds every current result against the policy.
pub(crate) fn hold(case: &Case<'_>, sheet: &mut Sheet) {
    for course in &case.courses {
        for entry in course.held() {
            let mut said = Vec::new();
            let item = crossed(case, course, entry, &mut said)
                .map(|item| times::aged(case, course, entry, item))
                .map(|item| doubted(course, entry, item));
            let (questions, items) = ask::to_ask(case, course, entry);
            sheet.questions.extend(questions);
            // What is a stop already is none the more for an answer, nor is a review.
            let known = item.as_ref().map(|item| item.state);
            sheet.items.extend(items.into_iter().filter(|open| {
                !matches!(
                    (known, open.state),
                    (Some(State::Stop), _)
                        | (Some(State::Review | State::Undetermined), State::NotStated)
                )
            }));
            sheet.items.extend(item);
            sheet.items.extend(said);
        }
    }
}

/// Only what the critical list calls: where the policy itself is refused.
pub(crate) fn critical_only(case: &Case<'_>, sheet: &mut Sheet) {
    for course in &case.courses {
        for entry in course.held() {
            let item = critical(case, entry);
            sheet
                .items
                .extend(item.map(|item| doubted(course, entry, item)));
        }
    }
}

/// A stop that another row takes back, or may, is one until the laboratory has said which of the two holds; so is one that is
/// dated ahead, and one of rows that name nobody.
fn doubted(course: &Course<'_>, entry: &Entry, mut item: Item) -> Item {
    if entry.is_ahead {
        item.action
            .push_str(" Its day lies ahead of today: check the date.");
    }
    if !course.is_of_one && course.has_later(entry) {
        item.action.push_str(
            " A later row may be another person's, for the rows name nobody: it takes this one not away.",
        );
    }
    if entry.has(Code::PerhapsWithdrawn) {
        item.action.push_str(
            " IN DOUBT: another row takes it back or is cancelled; ask whether it holds.",
        );
    }
    item
}

/// Is the result, taken by itself, a stop or critical?
pub(crate) fn is_stop(case: &Case<'_>, course: &Course<'_>, entry: &Entry) -> bool {
    let crosses_it =
        |limit: &Limit| is_crossed(course, limit, entry) == Some(true) && keeps(entry, limit);
    critical(case, entry).is_some()
        || (!case.is_refused && entry.can_be_held() && stops(case, entry).any(crosses_it))
}

/// The stops of an analyte that hold for this patient and need no other result: what a partner's result of then was, is no
/// matter now.
fn stops<'c>(case: &'c Case<'_>, entry: &'c Entry) -> impl Iterator<Item = &'c Limit> {
    let id = entry.analyte.map_or("", |analyte| analyte.id.as_str());
    case.policy.limits_of(id).filter(|limit| {
        limit.row.tier == Tier::Stop
            && limit.with.is_empty()
            && case.allows(limit, entry) == Some(true)
    })
}

/// The gravest limit that a result crosses, as an item. What else is to be said of it goes to `said`.
fn crossed(
    case: &Case<'_>,
    course: &Course<'_>,
    entry: &Entry,
    said: &mut Vec<Item>,
) -> Option<Item> {
    let mut found: Vec<&Limit> = Vec::new();
    let mut open: Option<&Limit> = None;
    if entry.can_be_held() {
        for limit in case.policy.limits_of(&course.analyte.id) {
            if case.allows(limit, entry) != Some(true) {
                continue;
            }
            let crossed = is_crossed(course, limit, entry);
            if crossed == Some(false) {
                continue;
            }
            match (crossed, with(case, limit, entry)) {
                (Some(true), Some(true)) if keeps(entry, limit) => found.push(limit),
                (Some(true), None) if Tier::Review <= limit.row.tier && may_hold(entry, limit) => {
                    said.push(partner_needed(case, limit, entry));
                }
                (None, Some(true) | None)
                    if Tier::Review <= limit.row.tier && may_hold(entry, limit) =>
                {
                    // The gravest that it may cross, the first of them as the policy names them.
                    open = open
                        .filter(|open| limit.row.tier <= open.row.tier)
                        .or(Some(limit));
                }
                _ => {}
            }
        }
    }
    if let Some(shadow) = further_out(entry) {
        // What the number does not cross, the true value may.
        for limit in case.policy.limits_of(&course.analyte.id) {
            let holds = case.allows(limit, entry) == Some(true)
                && with(case, limit, entry) == Some(true)
                && limit.row.rise_within_hours.is_none();
            if holds
                && Tier::Review <= limit.row.tier
                && keeps(entry, limit)
                && crosses(limit, entry) == Some(false)
                && crosses(limit, &shadow) != Some(false)
                && open.is_none_or(|open| open.row.tier < limit.row.tier)
            {
                open = Some(limit);
            }
        }
    }
    // Several limits of which a partner is missing are one thing to do.
    said.truncate(1);
    found.sort_by(|a, b| {
        let far = |limit: &Limit| distance(limit);
        (b.row.tier.cmp(&a.row.tier)).then(far(b).total_cmp(&far(a)))
    });
    let gravest = found.first().copied();
    // `<3.4` is below 3.5, which is noted, and may be below 3.0, which is a stop.
    let open = open.filter(|open| gravest.is_none_or(|limit| limit.row.tier < open.row.tier));
    let called = gravest
        .is_none_or(|limit| limit.row.tier < Tier::Stop)
        .then(|| critical(case, entry))
        .flatten();
    if let Some(mut item) = called.or_else(|| open.map(|limit| undetermined(case, limit, entry))) {
        item.also_crossed = found
            .iter()
            .map(|limit| stated(case, limit, entry))
            .collect();
        return Some(item);
    }
    if let Some(limit) = gravest {
        let mut item = of_limit(case, limit, entry);
        item.also_crossed = found[1..]
            .iter()
            .map(|limit| stated(case, limit, entry))
            .collect();
        if let Some(critical) = &entry.critical {
            item.also_crossed.insert(
                0,
                format!("{} (critical list {})", critical.limit, critical.list),
            );
        }
        return Some(item);
    }
    hardly_believable(case, entry)
}

/// A number that hardly anybody can have, past a stop: as a critical one, urgent until it is known to be wrong.
fn hardly_believable(case: &Case<'_>, entry: &Entry) -> Option<Item> {
    if !entry.is_hardly_believable() {
        return None;
    }
    let limit = stops(case, entry).find(|limit| {
        limit.row.rise_within_hours.is_none() && crosses(limit, entry) == Some(true)
    })?;
    Some(Item {
        action: critical::hardly_believable(entry).to_string(),
        ..of_limit(case, limit, entry)
    })
}

/// May a result be held against a limit at all?
fn may_hold(entry: &Entry, limit: &Limit) -> bool {
    match limit.row.tier {
        Tier::Stop => entry.is_held_for_stops(),
        _ => entry.is_usable(),
    }
}

fn is_crossed(course: &Course<'_>, limit: &Limit, entry: &Entry) -> Option<bool> {
    match limit.row.rise_within_hours {
        None => crosses(limit, entry),
        Some(hours) => Some(
            course
                .shortly_before(entry, (hours.1 + 1.0) * HOUR)
                .iter()
                .filter(|earlier| may_hold(earlier, limit))
                .any(|earlier| crossing::has_risen(limit, hours, earlier, entry)),
        ),
    }
}

/// How far out a limit lies on its side, in the canonical unit; multiples of a limit by themselves.
fn distance(limit: &Limit) -> f64 {
    let Some(test) = limit.tests.first() else {
        return f64::NEG_INFINITY;
    };
    let number = match test.of {
        Of::Number { value, conversion } => conversion.apply(to_f64(value)),
        Of::Uln(times) | Of::Lln(times) => to_f64(times),
        Of::Interval => return f64::NEG_INFINITY,
    };
    if test.is_above() { number } else { -number }
}
