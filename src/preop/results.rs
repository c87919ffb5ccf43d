//! Section G: every row of the patient, by clinical group; and the courses that always stand in front.

mod clinical_groups;

pub(crate) use clinical_groups::{group_of, rank_of_group};

use std::collections::HashMap;

use super::assess::Case;
use super::context::NOT_CALLED;
use super::course::{self, Course};
use super::entry::Entry;
use super::sheet::{Point, Position, ResultGroup, ResultRow, Sheet, Trend, Unread};
use super::times::{self, TimeRemark};
use super::unread::is_unexpected;
use crate::interpretation::Usability;
use crate::notice::Code;
use crate::report::shown;
use clinical_groups::{UNKNOWN, rank, title};

/// Courses that stand on the front of every sheet.
const ALWAYS: &[&str] = &["potassium", "creatinine"];

/// Every row, grouped.
pub(crate) fn all<'e>(case: &Case<'e>, entries: &'e [Entry], sheet: &mut Sheet) {
    sheet.groups = grouped(
        entries,
        &case.courses,
        |entry, course| times::remark(case, course, entry),
        |entry| match entry.analyte {
            Some(analyte) => case.policy.is_confidential(&analyte.id),
            None => case.policy.is_confidential_name(&entry.name),
        },
    );
}

/// Rows by clinical group; in it the analytes in the order of the file, each with its newest first.
pub(crate) fn grouped<'e>(
    entries: impl IntoIterator<Item = &'e Entry>,
    courses: &[Course<'e>],
    time: impl Fn(&'e Entry, Option<&Course<'e>>) -> Option<TimeRemark>,
    is_confidential: impl Fn(&Entry) -> bool,
) -> Vec<ResultGroup> {
    let mut groups: Vec<ResultGroup> = Vec::new();
    let mut place = |title: &str, confidential: bool, row: ResultRow| {
        let known = groups
            .iter_mut()
            .find(|group| group.title == title && group.confidential == confidential);
        match known {
            Some(group) => group.rows.push(row),
            None => groups.push(ResultGroup {
                title: title.to_string(),
                confidential,
                rows: vec![row],
            }),
        }
    };
    let places = places(courses);
    let mut order: Vec<(usize, &Entry)> = Vec::new();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for entry in entries {
        let count = first.len();
        let at = *first.entry(entry.name.as_str()).or_insert(count);
        order.push((at, entry));
    }
    order.sort_by_key(|(at, entry)| (*at, entry.moment.is_none(), std::cmp::Reverse(entry.moment)));
    for (_, entry) in order {
        let title = entry
            .analyte
            .map_or(UNKNOWN, |analyte| title(&analyte.group));
        let own = places.get(&std::ptr::from_ref(entry)).copied();
        let time = time(entry, own.map(|(course, _)| course));
        place(title, is_confidential(entry), row(entry, own, time));
    }
    groups.sort_by_key(|group| rank(&group.title));
    groups
}

/// Where each result stands: its course, and its place there.
pub(crate) fn places<'c, 'e>(
    courses: &'c [Course<'e>],
) -> HashMap<*const Entry, (&'c Course<'e>, usize)> {
    let mut places = HashMap::new();
    for course in courses {
        for (at, entry) in course.entries.iter().enumerate() {
            places.insert(std::ptr::from_ref(*entry), (course, at));
        }
    }
    places
}

/// Potassium and creatinine, always.
pub(crate) fn trends(case: &Case<'_>, sheet: &mut Sheet) {
    for id in ALWAYS {
        let course = case.course(id);
        sheet.trends.push(Trend {
            name: case.name(id),
            unit: course.map_or(String::new(), |course| {
                case.units.printed(course.analyte.unit.code).to_string()
            }),
            points: course.map_or_else(Vec::new, |course| {
                marked_points(course, |entry| times::mark(case, course, entry))
            }),
            unread: course.map_or_else(Vec::new, |course| unread(case, course)),
        });
    }
}

/// The points of a course that can be drawn.
pub(crate) fn points(course: &Course<'_>) -> Vec<Point> {
    marked_points(
        course,
        |entry| {
            if entry.is_usable() { "" } else { "NOT USABLE" }
        },
    )
}

fn marked_points(course: &Course<'_>, mark: impl Fn(&Entry) -> &'static str) -> Vec<Point> {
    let start = course.entries.iter().find_map(|entry| entry.moment);
    let mut before: Option<&Entry> = None;
    course
        .entries
        .iter()
        .filter(|entry| is_drawn(entry))
        .filter_map(|entry| {
            let follows = before.is_some_and(|before| course::is_later(entry, before));
            before = Some(entry);
            let minutes = start
                .zip(entry.moment)
                .map(|(start, at)| at.minutes_since(start));
            Some(Point {
                text: format!("{} {}", entry.value, entry.unit).trim().to_string(),
                canonical: entry.canonical?,
                collected: entry.collected.clone(),
                stands_in: entry.stands_in,
                minutes,
                usable: entry.is_usable(),
                mark: mark(entry),
                follows,
            })
        })
        .collect()
}

fn is_drawn(entry: &Entry) -> bool {
    entry.canonical.is_some() && !entry.has(Code::ImplausibleValue)
}

/// The newest rows that are no point: a front that shows the number before them alone would hide them.
fn unread(case: &Case<'_>, course: &Course<'_>) -> Vec<Unread> {
    let newest = course.current().iter().copied();
    newest
        .filter(|entry| !is_drawn(entry))
        .map(|entry| Unread {
            text: match entry.value.is_empty() {
                true => String::new(),
                false => format!("{} {}", entry.value, entry.unit).trim().to_string(),
            },
            mark: times::mark(case, course, entry),
            collected: entry.collected.clone(),
            stands_in: entry.stands_in,
        })
        .collect()
}

/// True if nothing judged it because every interval of its analyte starts at an age not reached: 16 and
/// 17, where the policy applies and the intervals of adults do not.
fn is_too_young(entry: &Entry) -> bool {
    let Some(analyte) = entry.analyte.filter(|_| entry.has(Code::NoInterval)) else {
        return false;
    };
    let mut sourced = analyte
        .intervals
        .iter()
        .filter(|row| row.is_sourced())
        .peekable();
    sourced.peek().is_some() && sourced.all(|row| entry.person.age.reached(row.from) == Some(false))
}

/// One row, as section G prints it. `own` is where it stands in its course, `time` what time does to it.
pub(crate) fn row(
    entry: &Entry,
    own: Option<(&Course<'_>, usize)>,
    time: Option<TimeRemark>,
) -> ResultRow {
    let mut remarks = entry.remarks.clone();
    if is_too_young(entry) {
        let generic = shown::reason(Code::NoInterval);
        for remark in remarks.iter_mut().filter(|remark| *remark == generic) {
            *remark = "no interval for this age".to_string();
        }
    }
    if let Some(time) = &time {
        // Nobody is told to call what a later result has answered.
        if time.is_answered {
            remarks.retain(|remark| {
                !remark.starts_with("CRITICAL") && !remark.starts_with(NOT_CALLED)
            });
        }
        remarks.insert(0, time.text.clone());
    }
    if remarks.is_empty()
        && Some(Usability::Indeterminate) <= entry.usability
        && !entry.fault.is_empty()
    {
        remarks.push(entry.fault.clone());
    }
    if entry.interval.is_empty() && is_unexpected(entry) {
        remarks.push(format!("printed reference: {}", entry.range));
    }
    if !entry.comment.is_empty() {
        remarks.push(format!("laboratory: {}", entry.comment));
    }
    ResultRow {
        name: entry.name.clone(),
        analyte: entry
            .analyte
            .map(|analyte| analyte.id.clone())
            .unwrap_or_default(),
        value: entry.value.clone(),
        unit: entry.unit.clone(),
        interval: entry.interval.clone(),
        interval_source: entry.interval_source.clone(),
        flag: entry.flag,
        usability: entry.usability,
        position: entry
            .canonical
            .zip(entry.limits)
            .map(|(value, (low, high))| Position { value, low, high }),
        previous: own
            .and_then(|(course, at)| course.before(at))
            .map(|past| match past.stands_in {
                "" => format!("was {} {} on {}", past.value, past.unit, past.collected),
                was => format!("was {} {}, {was} {}", past.value, past.unit, past.collected),
            })
            .unwrap_or_default(),
        course: own
            .filter(|(course, at)| 0 < *at && *at + 1 == course.entries.len())
            .map(|(course, _)| points(course))
            .unwrap_or_default(),
        collected: entry.collected.clone(),
        stands_in: entry.stands_in,
        time_remark: time.map(|time| time.text).unwrap_or_default(),
        remarks,
        derived: entry.derived,
        formula: entry.formula.clone(),
        reported_flag: entry.lab_flag.clone(),
        comment: entry.comment.clone(),
        notices: entry.notices.iter().map(|code| code.as_str()).collect(),
        file: entry.file.to_string(),
        line: if entry.derived { 0 } else { entry.line },
    }
}
