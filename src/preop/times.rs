//! What time does to a result: too old on the day of surgery, dated after today, or followed by a later
//! one that says otherwise.

use super::assess::Case;
use super::course::{Course, is_after, is_later};
use super::entry::Entry;
use super::policy::schema::WindowRow;
use super::sheet::{Item, Notice, Section, Sheet, State};
use super::who::days;
use super::{item, laboratory, limits, window};
use crate::import::date::DAY;
use crate::notice::Code;
use crate::text::counted_days;

/// Its age on the day of surgery, where that is past its window.
pub(crate) fn past_window<'c>(case: &Case<'c>, entry: &Entry) -> Option<(i64, &'c WindowRow)> {
    if case.is_refused {
        return None;
    }
    let row = window::of(case.policy, &case.contexts, &entry.analyte?.id)?;
    let age = case.age_days(entry)?;
    (i64::from(row.days) < age).then_some((age, row))
}

/// Its age today, where it is past what the policy lets such a result stand in anybody. A context's own
/// window is another matter: a potassium of yesterday is not over because dialysis wants that of today.
/// Nor is what stands on the confidential part: no pregnancy passes with a window.
fn gone_by<'c>(case: &Case<'c>, entry: &Entry) -> Option<(i64, &'c WindowRow)> {
    let analyte = entry.analyte?;
    if case.is_refused || case.policy.is_confidential(&analyte.id) {
        return None;
    }
    let row = window::of_anybody(case.policy, &analyte.id)?;
    let age = days(entry.day()?, case.today);
    (i64::from(row.days) < age).then_some((age, row))
}

/// A stop on a result that the window of anybody has passed by: where the laboratory has tried again since,
/// it is a review, and no call to phone now; where nobody has, it stays a stop and says how old it is.
pub(crate) fn aged(case: &Case<'_>, course: &Course<'_>, entry: &Entry, mut item: Item) -> Item {
    let Some((age, row)) = gone_by(case, entry).filter(|_| item.state == State::Stop) else {
        return item;
    };
    let old = old(age, "ago", row);
    if has_newer_attempt(case, course, entry) {
        item.section = Section::B;
        item.state = State::Review;
        item.action = format!(
            "{old} It was a stop then and is no call to phone now; what came since cannot be used. Repeat it before the date, and find out what became of this one."
        );
    } else {
        item.action = format!(
            "{old} Nothing came since: repeat it now, and find out what became of this one. {}",
            item.action
        );
    }
    item
}

/// How old a result is, past which window, and whose that is.
fn old(age: i64, when: &str, row: &WindowRow) -> String {
    format!(
        "OLD: {} {when}, past this policy's window of {} ({}).",
        counted_days(age),
        window::in_words(row),
        row.owner
    )
}

/// That a result which its sample spoils is past its window as well: on the day of surgery, or where that is not stated today.
pub(crate) fn also_old(case: &Case<'_>, entry: &Entry) -> Option<String> {
    if entry.absent {
        return None;
    }
    let then = past_window(case, entry).map(|(age, row)| old(age, "before surgery", row));
    let today = || gone_by(case, entry).map(|(age, row)| old(age, "ago", row));
    then.or_else(today)
}

/// What is to be done about a critical number on a sample that is not usable, and how old it is, where the window of anybody
/// has passed it by: a call of months ago is none to phone now, if the laboratory has tried again since.
pub(crate) fn aged_call(case: &Case<'_>, course: &Course<'_>, entry: &Entry, call: &str) -> String {
    let Some((age, row)) = gone_by(case, entry) else {
        return call.to_string();
    };
    let old = old(age, "ago", row);
    // Where nobody says whose they are it may be another person's, and takes no call away.
    let usable = course.last_usable();
    if let Some(later) = usable.filter(|later| is_later(later, entry)) {
        let (value, unit, on) = (&later.value, &later.unit, &later.collected);
        return format!(
            "{old} Followed by {value} {unit} on {on}, which is usable: find out what became of this one. {call}"
        );
    }
    match has_newer_attempt(case, course, entry) {
        true => format!(
            "{old} It was critical then, on a sample that was not usable, and is no call to phone now; what came since cannot be used. Repeat it before the date, and find out what became of this one."
        ),
        false => format!("{old} Nothing came since: find out what became of this one. {call}"),
    }
}

/// Was it tried again since? For a derived value: was every input?
fn has_newer_attempt(case: &Case<'_>, course: &Course<'_>, entry: &Entry) -> bool {
    let is_newer = |input: &&str| {
        let newest = case.course(input).and_then(Course::newest);
        matches!((newest, entry.moment), (Some(newest), Some(own)) if own.is_before(newest))
    };
    !course.is_current(entry) || (!entry.inputs.is_empty() && entry.inputs.iter().all(is_newer))
}

/// The later usable result that took an earlier stop, or a critical one, off the front.
pub(crate) fn followed<'e>(
    case: &Case<'e>,
    course: &Course<'e>,
    entry: &'e Entry,
) -> Option<&'e Entry> {
    // Few results are stops: whether one is held needs a look at its whole course.
    if entry.critical.is_none() && !limits::is_stop(case, course, entry) {
        let is_past_call = laboratory::is_called(entry) && !course.is_current(entry);
        return is_past_call.then(|| course.settled_by(entry)).flatten();
    }
    let later = course
        .last_usable()
        .filter(|later| is_later(later, entry))?;
    (!course.is_held(entry)).then_some(later)
}

/// What is said of a result that is dated after today.
pub(crate) const AHEAD: &str = "dated after today: check the date";

/// What section G says of a result's time, before everything else.
pub(crate) struct TimeRemark {
    pub(crate) text: String,
    /// Nobody is to be called for it any more.
    pub(crate) is_answered: bool,
}

/// What time does to a result; nothing where it does nothing.
pub(crate) fn remark<'e>(
    case: &Case<'e>,
    course: Option<&Course<'e>>,
    entry: &'e Entry,
) -> Option<TimeRemark> {
    let open = |text: String| TimeRemark {
        text,
        is_answered: false,
    };
    if entry.is_ahead {
        return Some(open(AHEAD.to_string()));
    }
    let after = || {
        let is_after = is_after(entry, case.plan.date);
        is_after.then(|| open("after the day of surgery".to_string()))
    };
    let Some(course) = course else {
        return after();
    };
    if let Some(later) = followed(case, course, entry) {
        let text = format!(
            "{} when it was taken; followed by {} {} on {}",
            was(entry),
            later.value,
            later.unit,
            later.collected
        );
        return Some(TimeRemark {
            text,
            is_answered: true,
        });
    }
    if let Some((age, _)) = gone_by(case, entry)
        && has_newer_attempt(case, course, entry)
        && limits::is_stop(case, course, entry)
    {
        return Some(TimeRemark {
            text: format!(
                "{} when it was taken, {} ago: no call to phone now",
                was(entry),
                counted_days(age)
            ),
            is_answered: true,
        });
    }
    let past = past_window(case, entry).filter(|_| !entry.absent && is_over(case, course, entry));
    let Some((age, row)) = past else {
        return after();
    };
    let window = window::in_words(row);
    Some(open(format!(
        "too old: {} before surgery, window {window}",
        counted_days(age)
    )))
}

fn was(entry: &Entry) -> String {
    match (&entry.critical, &entry.own_critical) {
        (Some(critical), _) => format!("critical ({}, {})", critical.limit, critical.list),
        (None, Some(limit)) => format!("critical by the laboratory's own limit ({limit})"),
        _ if laboratory::is_called(entry) => "critical by the laboratory's own flag".to_string(),
        _ => "a stop of this policy".to_string(),
    }
}

/// Is a result past its window to be called so? One of the newest, or the newest that may be used: what was
/// before is history. A stop is, once it has gone by in anybody: a pregnancy of last week is not over.
fn is_over(case: &Case<'_>, course: &Course<'_>, entry: &Entry) -> bool {
    let last = course.last_usable();
    let is_last = last.is_some_and(|last| std::ptr::eq(last, entry));
    (course.is_current(entry) || is_last)
        && (gone_by(case, entry).is_some() || !limits::is_stop(case, course, entry))
}

/// What stands behind a result on the front, where it is not one to go by.
pub(crate) fn mark(case: &Case<'_>, course: &Course<'_>, entry: &Entry) -> &'static str {
    if entry.absent {
        "NO RESULT"
    } else if entry.is_ahead {
        "DATED AFTER TODAY"
    } else if entry.needs_new_sample() {
        match past_window(case, entry).is_some() && is_over(case, course, entry) {
            true => "NOT USABLE, EXPIRED",
            false => "NOT USABLE",
        }
    } else if !entry.is_usable() {
        "NOT INTERPRETED"
    } else if entry.comment_fault.is_some() {
        "IN DOUBT"
    } else if entry.has(Code::Preliminary) {
        "PRELIMINARY"
    } else if !entry.not_final.is_empty() {
        "NOT FINAL"
    } else if past_window(case, entry).is_some() && is_over(case, course, entry) {
        "EXPIRED"
    } else {
        ""
    }
}

/// Is the later one of the same day, or less than a day later?
fn within_a_day(stop: &Entry, later: &Entry) -> bool {
    let (Some(from), Some(to)) = (stop.moment, later.moment) else {
        return false;
    };
    let is_within = |minutes| minutes < DAY;
    from.date() == to.date() || from.minutes_to(to).is_some_and(is_within)
}

/// A stop with another answer within a day: it is no stop, for the other one is later, and no answered one either. Somebody has
/// to say which of the two holds before the date.
fn contradiction(case: &Case<'_>, stop: &Entry) -> Item {
    let action = "A stop, and within a day a later result that is none: one of the two may be wrong. Find out which holds, or repeat.";
    let item = item::of(case, stop, Section::B, State::Review, action.to_string());
    match &stop.critical {
        Some(critical) => limits::by_list(critical, item),
        None => item,
    }
}

/// That an earlier stop was followed by a result that is none: without a word of it, section G would
/// contradict a front on which nothing stands. Where both are of one day, one of them may be wrong.
pub(crate) fn notices(case: &Case<'_>, sheet: &mut Sheet) {
    let is_quiet = |course: &&Course<'_>| {
        let id = course.analyte.id.as_str();
        let in_front = |item: &Item| item.section == Section::A && item.analyte == id;
        !case.policy.is_confidential(id) && !sheet.items.iter().any(in_front)
    };
    let (mut followed_by, mut on_one_day): (Vec<&str>, Vec<&str>) = Default::default();
    let mut contradicted = Vec::new();
    for course in case.courses.iter().filter(is_quiet) {
        // Of a number that its sample explains nobody has to find out why.
        let is_stop =
            |entry: &Entry| limits::is_stop(case, course, entry) || laboratory::is_called(entry);
        let stops = course
            .entries
            .iter()
            .filter(|entry| gone_by(case, entry).is_none() && is_stop(entry));
        let later: Vec<(&Entry, &Entry)> = stops
            .filter_map(|entry| Some((*entry, followed(case, course, entry)?)))
            .collect();
        if !later.is_empty() {
            followed_by.push(&course.analyte.name);
        }
        let mut close = later
            .iter()
            .filter(|(stop, later)| within_a_day(stop, later));
        if let Some((stop, _)) = close.next_back() {
            on_one_day.push(&course.analyte.name);
            contradicted.push(contradiction(case, stop));
        }
    }
    sheet.items.extend(contradicted);
    // The order of the rows is no matter.
    followed_by.sort_unstable();
    on_one_day.sort_unstable();
    for (code, names, says) in [
        (
            Sheet::FOLLOWED_STOP,
            followed_by,
            "An earlier result was critical or a stop of this policy; a later one is neither",
        ),
        (
            Sheet::TWO_ANSWERS,
            on_one_day,
            "Within a day a result was critical or a stop of this policy, and a later one was neither: one of them may be wrong",
        ),
    ] {
        if !names.is_empty() {
            let names = names.join(", ");
            sheet.notices.push(Notice {
                code,
                text: format!("{says}: {names}. Both stand in section G: find out why."),
            });
        }
    }
}
