//! Lines of the sections A to F, put together.

use super::assess::Case;
use super::course::{self, Course};
use super::entry::Entry;
use super::results;
use super::sheet::{Item, Past, Section, State};
use crate::{Usability, text};

/// A line about nothing in the file.
pub(crate) fn blank(section: Section, state: State, name: &str, action: String) -> Item {
    Item {
        section,
        state,
        group: String::new(),
        analyte: String::new(),
        name: name.to_string(),
        value: String::new(),
        unit: String::new(),
        limit: String::new(),
        limit_owner: String::new(),
        interval: String::new(),
        interval_source: String::new(),
        collected: String::new(),
        stands_in: "",
        age_days: None,
        sample: String::new(),
        specimen: "",
        usability: None,
        sample_remark: String::new(),
        comment: String::new(),
        previous: None,
        formula: String::new(),
        last_usable: None,
        action,
        at_once: false,
        also_crossed: Vec::new(),
        source: String::new(),
        unsourced: false,
        file: String::new(),
        line: 0,
        confidential: false,
        entry: None,
    }
}

/// Something that the sheet needs and was not told.
pub(crate) fn not_stated(name: &str, action: String) -> Item {
    blank(Section::D, State::NotStated, name, action)
}

/// A line about a result, in the terms of the policy.
pub(crate) fn of(
    case: &Case<'_>,
    entry: &Entry,
    section: Section,
    state: State,
    action: String,
) -> Item {
    Item {
        group: entry
            .analyte
            .map(|analyte| results::group_of(case.policy, analyte))
            .unwrap_or_default(),
        age_days: case.age_days(entry),
        confidential: case.is_apart(entry),
        ..about(&case.courses, entry, section, state, action)
    }
}

/// The same without a policy: what the row and those before it say.
pub(crate) fn about(
    courses: &[Course<'_>],
    entry: &Entry,
    section: Section,
    state: State,
    action: String,
) -> Item {
    let analyte = entry.analyte.map_or("", |analyte| analyte.id.as_str());
    let course = course::find(courses, analyte);
    let last_usable = course
        .filter(|_| !entry.is_usable())
        .and_then(Course::last_usable);
    Item {
        analyte: analyte.to_string(),
        value: entry.value.clone(),
        unit: entry.unit.clone(),
        interval: entry.interval.clone(),
        interval_source: entry.interval_source.clone(),
        collected: entry.collected.clone(),
        stands_in: entry.stands_in,
        sample: entry.sample.clone(),
        specimen: entry.specimen_words,
        usability: entry.usability,
        sample_remark: entry.fault.clone(),
        comment: entry.comment.clone(),
        previous: course
            .and_then(|course| course.before(course.place(entry)?))
            .map(past),
        formula: entry.formula.clone(),
        last_usable: last_usable.map(past),
        file: entry.file.to_string(),
        line: entry.line,
        entry: Some(entry.place),
        ..blank(section, state, &entry.name, action)
    }
}

impl Item {
    /// True if it is about this result.
    pub(crate) fn is_about(&self, entry: &Entry) -> bool {
        self.entry == Some(entry.place)
    }
}

/// An earlier result, as it is shown beside another.
pub(crate) fn past(entry: &Entry) -> Past {
    Past {
        value: entry.value.clone(),
        unit: entry.unit.clone(),
        collected: entry.collected.clone(),
        stands_in: entry.stands_in,
        spoiled: Some(Usability::Indeterminate) <= entry.usability || entry.is_further_out(),
    }
}

/// Names, as many as can be read.
pub(crate) fn listed(names: &[&str]) -> String {
    const NAMED: usize = 8;
    text::listed(names, NAMED)
}
