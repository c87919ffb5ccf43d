//! Sections D, E and H: what the guideline asks for and is not there, what nobody needed, and what to
//! ask.

use super::assess::Case;
use super::entry::Entry;
use super::indicated::Cell;
use super::item;
use super::limits::question;
use super::plan::Plan;
use super::policy::alternatives;
use super::policy::schema::{GroupRow, IndicatedRow, Recommendation};
use super::sheet::{IndicatedTest, Item, Question, Section, Sheet, State};
use super::window;
use crate::notice::Code;
use crate::report::shown;

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

/// How far an analyte that is asked for is there.
enum Standing<'e> {
    Satisfied(&'e Entry),
    Missing,
    Absent(&'e Entry),
    NotInterpreted(&'e Entry),
    /// Its sample is faulty: section C has it.
    Unusable,
    Undated(&'e Entry),
    Expired(&'e Entry),
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
        sheet.questions.extend(to_ask(case, cell, present));
        sheet.indicated.push(indicated(case, cell, present));
    }
    unread(case, sheet);
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

fn standing<'e>(case: &Case<'e>, test: &str) -> Standing<'e> {
    let courses: Vec<_> = alternatives(test)
        .filter_map(|id| case.course(id))
        .collect();
    let current: Vec<&Entry> = courses.iter().flat_map(|course| course.current()).collect();
    if let Some(entry) = current.iter().find(|entry| entry.satisfies()) {
        return in_time(case, entry);
    }
    if let Some(entry) = current.iter().find(|entry| entry.is_usable()) {
        return Standing::NotInterpreted(entry);
    }
    if current.iter().any(|entry| entry.is_sample_fault()) {
        return Standing::Unusable;
    }
    let unread = |entry: &&&Entry| !entry.absent && !entry.can_be_held();
    if let Some(entry) = current.iter().find(unread) {
        return Standing::NotInterpreted(entry);
    }
    // A row without a result says nothing against an earlier one.
    if let Some(entry) = courses.iter().find_map(|course| course.last_usable()) {
        return in_time(case, entry);
    }
    match current.first() {
        Some(entry) if entry.absent => Standing::Absent(entry),
        Some(entry) => Standing::NotInterpreted(entry),
        None => Standing::Missing,
    }
}

fn in_time<'e>(case: &Case<'e>, entry: &'e Entry) -> Standing<'e> {
    if case.plan.date.is_none() {
        // Said once for the sheet.
        return Standing::Satisfied(entry);
    }
    let id = entry.analyte.map_or("", |analyte| analyte.id.as_str());
    match (
        case.age_days(entry),
        window::of(case.policy, &case.contexts, id),
    ) {
        (None, _) => Standing::Undated(entry),
        (Some(age), Some(row)) if i64::from(row.days) < age => Standing::Expired(entry),
        _ => Standing::Satisfied(entry),
    }
}

/// What is lacking of a test that is asked for.
fn lacking(case: &Case<'_>, cell: &Cell<'_>, test: &str, standing: &Standing<'_>) -> Option<Item> {
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
            "Not in the file and not derived: an input, the age or the sex is missing.".to_string(),
        ),
        Standing::Missing => (None, State::Missing, "Not in the file.".to_string()),
        Standing::Absent(entry) => (
            Some(*entry),
            State::Absent,
            "There is a row without a result.".to_string(),
        ),
        Standing::NotInterpreted(entry) => (Some(*entry), State::NotInterpreted, why_unread(entry)),
        Standing::Undated(entry) => (
            Some(*entry),
            State::Undated,
            "Its day of collection is not known.".to_string(),
        ),
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
        item.unsourced = super::policy::is_unsourced(&row.source);
    }
    if state == State::Expired
        && let Some(row) = window::of(case.policy, &case.contexts, &item.analyte)
    {
        item.limit = match row.days {
            0 => "day of surgery".to_string(),
            1 => "1 day".to_string(),
            days => format!("{days} days"),
        };
        item.limit_owner.clone_from(&row.owner);
        item.source = case.policy.source_title(&row.source).to_string();
        item.unsourced = super::policy::is_unsourced(&row.source);
    }
    Some(item)
}

fn names(case: &Case<'_>, test: &str) -> String {
    let names: Vec<String> = alternatives(test).map(|id| case.name(id)).collect();
    names.join(" or ")
}

fn why_unread(entry: &Entry) -> String {
    if entry.is_usable() {
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
    if entry.has(Code::NumberInComment) {
        return "There is no result, but a number stands in the comment: read it now.".to_string();
    }
    let mut why = entry.not_judged.map_or_else(
        || "It cannot be held against the policy.".to_string(),
        |code| {
            let words = shown::reason(code);
            format!("{}{}.", words[..1].to_uppercase(), &words[1..])
        },
    );
    if entry.critical.is_none() && entry.canonical.is_none() && !entry.absent {
        why.push_str(" Read it by eye now.");
    }
    why
}

/// Results that the policy limits and that cannot be held against it, asked for or not: an unread
/// number must not pass for a good one.
fn unread(case: &Case<'_>, sheet: &mut Sheet) {
    for course in &case.courses {
        let id = course.analyte.id.as_str();
        if !case.is_limited(id) && !case.is_wanted(id) {
            continue;
        }
        for entry in course.current() {
            let known = sheet.items.iter().any(|item| {
                item.line == entry.line && item.section == Section::D && item.analyte == id
            });
            let sample = entry.is_sample_fault() && !entry.has(Code::NumberInComment);
            if known || entry.derived || sample || entry.satisfies() {
                continue;
            }
            // A row without a result says nothing against one that is there.
            let idle =
                entry.absent && course.last_usable().is_some() && !entry.has(Code::NumberInComment);
            // A multiple of an interval, or an open limit, has been said in its own words.
            let said = entry.is_usable()
                && entry.not_final.is_empty()
                && entry.comment_fault.is_none()
                && !entry.has(Code::Preliminary);
            if idle || said {
                continue;
            }
            let state = if entry.absent {
                State::Absent
            } else {
                State::NotInterpreted
            };
            let item = item::of(case, entry, Section::D, state, why_unread(entry));
            sheet.items.push(item);
        }
    }
}

/// Results in a group that the guideline does not recommend.
fn not_indicated(case: &Case<'_>, cell: &Cell<'_>, known: &[Item]) -> Option<Item> {
    let row = cell
        .row
        .filter(|row| row.recommendation == Recommendation::No && cell.holds == Some(true))?;
    // Nobody is told not to repeat what is outside its limits.
    let unremarkable = |id: &str| {
        case.course(id).is_some_and(|course| {
            let current = course.current();
            let is_calm = |entry: &&Entry| {
                entry.is_usable() && entry.flag.is_none_or(|flag| flag.direction() == 0)
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
            !case.is_wanted(id) && unremarkable(id) && !known.iter().any(|item| item.analyte == *id)
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

/// What has to be asked before the guideline's answer is known.
fn to_ask(case: &Case<'_>, cell: &Cell<'_>, present: Option<bool>) -> Vec<Question> {
    let Some(row) = cell.row.filter(|_| present != Some(true)) else {
        return Vec::new();
    };
    let title = &cell.group.title;
    let what = match row.recommendation {
        Recommendation::Yes if present.is_none() => format!("{title}: indicated. Done?"),
        Recommendation::Yes => format!("{title}: if so, indicated; not in the file"),
        Recommendation::Consider if present.is_none() => format!("{title}: to be considered"),
        Recommendation::Consider => format!("{title}: if so, to be considered; not in the file"),
        Recommendation::Ask => format!("{title}: ask; test with consent if there is any doubt"),
        Recommendation::No => return Vec::new(),
    };
    match (&row.when, cell.holds) {
        (_, Some(false)) => Vec::new(),
        (Some(context), None) => question(case, context, &what, "").into_iter().collect(),
        (None, None) => vec![own(cell, row, &what)],
        (_, Some(true)) if present.is_none() || row.recommendation == Recommendation::Ask => {
            vec![own(cell, row, &what)]
        }
        _ => Vec::new(),
    }
}

fn own(cell: &Cell<'_>, row: &IndicatedRow, what: &str) -> Question {
    Question {
        ask: what.to_string(),
        because: row.condition.clone().unwrap_or_default(),
        confidential: cell.group.confidential,
    }
}

/// Questions that would make a window shorter than the result is old.
fn age_to_ask(case: &Case<'_>, entry: &Entry) -> Vec<Question> {
    let Some(analyte) = entry.analyte else {
        return Vec::new();
    };
    let Some(age) = case.age_days(entry) else {
        return Vec::new();
    };
    let mut questions = Vec::new();
    for (row, contexts) in window::to_ask(case.policy, &case.contexts, &analyte.id, age) {
        let because = format!(
            "{} is {age} days old on the day of surgery: if so, at most {} ({})",
            analyte.name, row.days, row.owner
        );
        for context in contexts {
            questions.extend(question(case, context, &because, &analyte.id));
        }
    }
    questions
}

/// One question, once, with everything that hangs on it.
fn merge(questions: &mut Vec<Question>) {
    let mut merged: Vec<Question> = Vec::new();
    for question in questions.drain(..) {
        match merged.iter_mut().find(|known| known.ask == question.ask) {
            Some(known) => {
                if !known.because.contains(&question.because) {
                    if !known.because.is_empty() {
                        known.because.push_str("; ");
                    }
                    known.because.push_str(&question.because);
                }
                known.confidential |= question.confidential;
            }
            None => merged.push(question),
        }
    }
    // What a result gives rise to comes first.
    merged.sort_by_key(|question| question.because.is_empty());
    *questions = merged;
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
