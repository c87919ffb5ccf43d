//! Sections D, E and H: what the guideline asks for and is not there, what nobody needed, and what to
//! ask.

mod ask;
mod bound;
mod lacking;
mod standing;

use std::cell::OnceCell;
use std::collections::HashSet;

use super::assess::Case;
use super::course::is_later;
use super::entry::Entry;
use super::indicated::Cell;
use super::plan::Plan;
use super::policy::alternatives;
use super::policy::schema::{GroupRow, Recommendation};
use super::sheet::{IndicatedTest, Item, Question, Section, Sheet, State};
use super::window;
use super::{apart, item, laboratory, limits, times, unread};
use crate::notice::Code;
use crate::value::Absence;
use ask::{age_to_ask, merge, to_ask};
use bound::bound;
pub(crate) use lacking::state_window;
use lacking::{lacking, what_lacks, why_unread};
use standing::standing;
pub(crate) use standing::{Standing, in_time};

/// What the user did not say of the surgery.
pub(crate) fn not_stated(plan: &Plan, sheet: &mut Sheet) {
    for (given, name, action) in [
        (
            plan.date.is_some(),
            "Day of surgery",
            "Without it the age of a result cannot be told: give --surgery-date.",
        ),
        (
            plan.grade.is_some(),
            "Surgery grade",
            "Without it the indicated tests cannot be told: give --surgery-grade.",
        ),
        (
            plan.asa.is_some(),
            "ASA grade",
            "Without it the indicated tests cannot be told: give --asa.",
        ),
    ] {
        if !given {
            sheet.items.push(item::not_stated(name, action.to_string()));
        }
    }
}

/// Works the sections out.
pub(crate) fn ask_for(case: &Case<'_>, sheet: &mut Sheet) {
    for cell in &case.cells {
        let mut present = (!cell.group.tests.is_empty()).then_some(true);
        if cell.is_wanted() {
            for test in &cell.group.tests {
                let standing = standing(case, test);
                if !matches!(standing, Standing::Satisfied(_)) {
                    present = Some(false);
                }
                sheet.items.extend(lacking(case, cell, test, &standing));
                if let Standing::Satisfied(entry) = standing {
                    sheet.questions.extend(age_to_ask(case, entry));
                }
            }
        } else if present.is_some() {
            let all = |test: &String| matches!(standing(case, test), Standing::Satisfied(_));
            present = Some(cell.group.tests.iter().all(all));
        }
        let superfluous = not_indicated(case, cell, &sheet.items);
        sheet.items.extend(superfluous);
        let lacks = what_lacks(case, &cell.group.tests);
        sheet.questions.extend(to_ask(case, cell, present, &lacks));
        sheet.indicated.push(indicated(case, cell, present));
    }
    bound(case, sheet);
    not_read(case, sheet);
    for row in case.policy.questions() {
        if case.contexts.allow(&row.when, &row.unless) == Some(true) {
            sheet.questions.push(Question {
                ask: row.ask.clone(),
                because: String::new(),
                confidential: row.confidential,
            });
        }
    }
    merge(&mut sheet.questions);
}

/// Results that the policy limits and that cannot be held against it, asked for or not: an unread
/// number must not pass for a good one.
fn not_read(case: &Case<'_>, sheet: &mut Sheet) {
    let said = sheet.places(|item| item.section == Section::D);
    for course in &case.courses {
        let id = course.analyte.id.as_str();
        if !case.is_limited(id) && !case.is_wanted(id) {
            continue;
        }
        let current = course.current();
        let stops = OnceCell::new();
        let stops = || {
            let held = course.held().iter().copied();
            let find = || {
                held.filter(|own| limits::is_stop(case, course, own))
                    .collect()
            };
            stops.get_or_init(find)
        };
        let finished = current.iter().filter(|other| other.satisfies());
        let finished: HashSet<_> = finished
            .map(|other| (&other.sample, other.moment))
            .collect();
        for entry in current.iter().copied() {
            let known = said.contains(&entry.place);
            let is_in_comment = entry.absent && entry.has(Code::NumberInComment);
            let sample = entry.needs_new_sample() && !is_in_comment;
            // What is in doubt takes no earlier stop away, and both are to be seen.
            let in_doubt = || entry.is_tube_in_doubt() && keeps_a_stop(stops(), entry);
            let is_answered = apart::is_an_answer(case, entry);
            if known || entry.derived || sample || is_answered || (entry.satisfies() && !in_doubt())
            {
                continue;
            }
            // A row without a result says nothing against one that is there, if nothing is to come or to be read.
            let is_newer = |good: &Entry| is_later(entry, good) || unread::is_flagged(entry);
            let idle = entry.absent
                && !entry.has(Code::NumberInComment)
                && course
                    .last_usable()
                    .is_some_and(|good| !is_to_come(entry) || !is_newer(good));
            // What says nothing of its status is final beside what is preliminary, and of the same tube.
            let is_finished =
                entry.has(Code::Preliminary) && finished.contains(&(&entry.sample, entry.moment));
            if idle || is_finished {
                continue;
            }
            let state = if entry.absent {
                State::Absent
            } else {
                State::NotInterpreted
            };
            let why = match entry.satisfies() {
                true => {
                    "Its tube is in doubt: it takes no earlier stop away. Repeat it.".to_string()
                }
                false => why_unread(entry),
            };
            let item = item::of(case, entry, Section::D, state, why);
            sheet.items.push(item);
        }
    }
}

/// A row without a result that says that there is one, or that there will be: it stands elsewhere, is withheld, flagged, or
/// not final yet.
fn is_to_come(entry: &Entry) -> bool {
    let is_there = entry.absence.is_some_and(|absence| {
        matches!(
            absence,
            Absence::SeeComment | Absence::Suppressed | Absence::Pending
        )
    });
    let is_blank = entry.absence == Some(Absence::Blank);
    is_there || unread::is_flagged(entry) || (is_blank && entry.has(Code::Preliminary))
}

/// Is an earlier stop held because this later result does not settle it?
fn keeps_a_stop(stops: &Vec<&Entry>, entry: &Entry) -> bool {
    stops.iter().any(|own| is_later(entry, own))
}

/// Results in a group that the guideline does not recommend.
fn not_indicated(case: &Case<'_>, cell: &Cell<'_>, known: &[Item]) -> Option<Item> {
    let row = cell
        .row
        .filter(|row| row.recommendation == Recommendation::No && cell.holds == Some(true))?;
    // Nobody is told not to repeat what is outside its limits, or was past a stop.
    let unremarkable = |id: &str| {
        case.course(id).is_some_and(|course| {
            let mut entries = course.entries.iter();
            if entries.any(|entry| times::followed(case, course, entry).is_some()) {
                return false;
            }
            let current = course.current();
            let is_calm = |entry: &&Entry| {
                entry.satisfies()
                    && entry.flag.is_none_or(|flag| flag.direction() == 0)
                    && !unread::is_flagged(entry)
                    && !laboratory::is_called(entry)
            };
            !current.is_empty() && current.iter().all(is_calm)
        })
    };
    let there: Vec<&str> = cell
        .group
        .tests
        .iter()
        .flat_map(|test| alternatives(test))
        .filter(|id| {
            // Nor what ages faster in a context of this patient.
            let is_calm = window::of_named(case.policy, &case.contexts, id).is_none();
            !case.is_wanted(id)
                && is_calm
                && unremarkable(id)
                && !known.iter().any(|item| item.analyte == *id)
        })
        .collect();
    let first = *there.first()?;
    let names: Vec<String> = there.iter().map(|id| case.name(id)).collect();
    let mut item = item::blank(
        Section::E,
        State::NotIndicated,
        &names.join(", "),
        "Routine testing not recommended; in the file all the same. Do not repeat it for this."
            .to_string(),
    );
    item.group.clone_from(&cell.group.title);
    item.analyte = first.to_string();
    item.confidential = cell.group.confidential;
    item.source = case.policy.source_title(&row.source).to_string();
    Some(item)
}

fn indicated(case: &Case<'_>, cell: &Cell<'_>, present: Option<bool>) -> IndicatedTest {
    let GroupRow {
        id,
        title,
        confidential,
        ..
    } = cell.group;
    IndicatedTest {
        group: id.clone(),
        title: title.clone(),
        recommendation: cell.row.map(|row| row.recommendation),
        condition: cell
            .row
            .and_then(|row| row.condition.clone())
            .unwrap_or_default(),
        condition_holds: cell.holds,
        present,
        source: cell
            .row
            .map(|row| case.policy.source_title(&row.source).to_string())
            .unwrap_or_default(),
        confidential: *confidential,
    }
}
