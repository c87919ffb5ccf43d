//! How far one test is there: the newest results of its analytes, and what they amount to.

use jiff::Unit;
use jiff::civil::Date;

use super::sheet::Standing;
use crate::interpretation::Usability;
use crate::notice::Code;
use crate::preop::course::Course;
use crate::preop::entry::Entry;
use crate::preop::limits::critical_action;
use crate::preop::times::{AHEAD, TimeRemark};
use crate::report::shown;

/// What there is of one analyte.
pub(super) struct Found<'e> {
    pub(super) standing: Standing,
    /// The results to show, never older ones than are needed to say where the test stands.
    pub(super) shown: Vec<&'e Entry>,
    pub(super) last_usable: Option<&'e Entry>,
}

impl Found<'_> {
    /// Why the test is not simply there, in words; empty where it is.
    pub(super) fn reason(&self) -> String {
        let of = |entry: &&Entry| match self.standing {
            Standing::Unusable if !entry.fault.is_empty() => Some(entry.fault.clone()),
            Standing::Unusable | Standing::NotInterpreted | Standing::NoResult => entry
                .not_judged
                .map(|code| shown::reason_of(code, &entry.value).to_string()),
            _ => None,
        };
        match self.standing {
            Standing::NotInterpreted if self.shown.iter().all(|entry| entry.is_ahead) => {
                AHEAD.to_string()
            }
            Standing::Unusable => self
                .shown
                .iter()
                .find_map(of)
                .unwrap_or_else(|| "sample faulty".to_string()),
            Standing::NotInterpreted => self
                .shown
                .iter()
                .find_map(of)
                .unwrap_or_else(|| "no interval judges it".to_string()),
            _ => self.shown.iter().find_map(of).unwrap_or_default(),
        }
    }
}

/// What the course of an analyte amounts to.
pub(super) fn of<'e>(course: &Course<'e>) -> Found<'e> {
    let current = course.current();
    // What is dated after today is shown, and stands for nothing; to be phoned about it is all the same.
    let counts = |entry: &&Entry| !entry.is_ahead || critical_action(entry).is_some();
    let counted: Vec<&Entry> = current.iter().copied().filter(counts).collect();
    let standing = match of_entries(&counted) {
        Standing::NoResult if counted.is_empty() && current.iter().any(|entry| !entry.absent) => {
            Standing::NotInterpreted
        }
        standing => standing,
    };
    let last_usable = course.last_usable().filter(|last| !last.is_ahead);
    // A row without a result says nothing against an earlier one.
    if standing == Standing::NoResult
        && let Some(last) = last_usable
    {
        let mut shown = vec![last];
        shown.extend(current);
        return Found {
            standing: of_entries(&[last]),
            shown,
            last_usable: None,
        };
    }
    let lost = matches!(standing, Standing::Unusable | Standing::NotInterpreted);
    Found {
        standing,
        last_usable: last_usable
            .filter(|last| lost && !current.iter().any(|entry| std::ptr::eq(*entry, *last))),
        shown: current.to_vec(),
    }
}

/// What is to be said of a result that is dated after today.
pub(super) fn ahead(entry: &Entry) -> Option<TimeRemark> {
    entry.is_ahead.then(|| TimeRemark {
        text: AHEAD.to_string(),
        is_answered: false,
    })
}

/// How old a result is, from a year on: a work-up has no windows, and whoever reads it may take a result of
/// years ago for one of today.
pub(super) fn age(entry: &Entry, today: Date) -> Option<TimeRemark> {
    let day = entry.day().filter(|_| !entry.absent)?;
    let years = day.until((Unit::Year, today)).ok()?.get_years();
    let text = match years {
        ..=0 => return None,
        1 => "1 year old".to_string(),
        years => format!("{years} years old"),
    };
    Some(TimeRemark {
        text,
        is_answered: false,
    })
}

fn of_entries(entries: &[&Entry]) -> Standing {
    if entries.iter().any(|entry| critical_action(entry).is_some()) {
        return Standing::Critical;
    }
    let judged: Vec<i8> = entries
        .iter()
        .filter(|entry| is_judged(entry))
        .filter_map(|entry| Some(entry.flag?.direction()))
        .collect();
    if judged.iter().any(|direction| *direction != 0) {
        Standing::Abnormal
    } else if !judged.is_empty() {
        Standing::Present
    } else if entries.iter().any(|entry| is_spoiled(entry)) {
        Standing::Unusable
    } else if entries.iter().any(|entry| !entry.absent) {
        Standing::NotInterpreted
    } else {
        Standing::NoResult
    }
}

/// It has a flag that may be relied on. An inequality has one too, although it is no number.
fn is_judged(entry: &Entry) -> bool {
    entry.flag.is_some() && !is_barred(entry) && !is_unread(entry)
}

/// Its sample is why it may not be used.
fn is_spoiled(entry: &Entry) -> bool {
    !entry.absent && is_barred(entry) && !is_unread(entry)
}

fn is_barred(entry: &Entry) -> bool {
    matches!(
        entry.usability,
        Some(Usability::Unusable | Usability::Indeterminate)
    )
}

/// The number itself is in doubt, not the sample; or the laboratory has not stood by it yet.
fn is_unread(entry: &Entry) -> bool {
    entry.has(Code::ImplausibleValue)
        || entry.has(Code::IntervalUnitDoubtful)
        || (entry.is_usable() && !entry.satisfies())
}
