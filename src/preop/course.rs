//! One analyte of one patient over time.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use jiff::civil::DateTime;

use super::entry::Entry;
use crate::import::date::Moment;
use crate::interpret::shares_serum_evidence;
use crate::reference::Analyte;
use among::Among;

mod among;

/// The results of one analyte, the oldest first; those without a readable time at the end.
#[derive(Debug)]
pub(crate) struct Course<'e> {
    pub(crate) analyte: &'static Analyte,
    pub(crate) entries: Vec<&'e Entry>,
    /// Which of them were derived from results that newer ones have replaced: an injury of the kidney of
    /// last year says nothing beside the creatinine of today.
    outdated: Vec<bool>,
    /// They are one person's. Of rows that may be of several none is newer than another.
    pub(crate) is_of_one: bool,
    found: Found<'e>,
}

/// What was found out about a course: each is asked for with every result, and takes a look at all of them.
#[derive(Debug, Default)]
struct Found<'e> {
    current: OnceCell<Among<'e>>,
    held: OnceCell<Among<'e>>,
    newest: OnceCell<Option<Moment>>,
    usable: OnceCell<Option<&'e Entry>>,
    settling: OnceCell<Option<&'e Entry>>,
    latest: OnceCell<[Option<Moment>; 2]>,
    places: OnceCell<HashMap<*const Entry, usize>>,
    /// By the instant of a result and whether it states its clock.
    before: RefCell<HashMap<(DateTime, bool), Option<&'e Entry>>>,
}

/// The courses of all known analytes, in the order of their first result. What is repeated, replaced,
/// or of another fluid is not part of one. What was collected after the day of surgery is: where that is past, the result
/// is real, and perhaps the date of surgery is not.
pub(crate) fn courses(entries: &[Entry]) -> Vec<Course<'_>> {
    let mut courses: Vec<Course<'_>> = Vec::new();
    let mut index = HashMap::new();
    let is_of_one = are_of_one(entries);
    for entry in entries {
        let Some(analyte) = entry.analyte else {
            continue;
        };
        let of_blood = entry.specimen == analyte.specimen
            || shares_serum_evidence(entry.specimen)
            || entry.specimen.is_blood();
        if entry.is_set_aside() || !of_blood {
            continue;
        }
        let at = *index.entry(analyte.id.as_str()).or_insert_with(|| {
            courses.push(Course {
                analyte,
                entries: Vec::new(),
                outdated: Vec::new(),
                is_of_one,
                found: Found::default(),
            });
            courses.len() - 1
        });
        courses[at].entries.push(entry);
    }
    for course in &mut courses {
        // What has one time is sorted by its number: the order of the rows is no matter.
        course.entries.sort_by(|a, b| {
            let time = |entry: &Entry| (entry.moment.is_none(), entry.moment.map(Moment::instant));
            let number = |entry: &Entry| entry.canonical.unwrap_or(f64::NEG_INFINITY);
            (time(a).cmp(&time(b)))
                .then(number(a).total_cmp(&number(b)))
                .then(a.value.cmp(&b.value))
        });
    }
    mark_outdated(&mut courses);
    courses
}

/// Are the rows one person's? Those that name nobody may be of several, unless every one gives the same day of birth and
/// no other sex.
fn are_of_one(entries: &[Entry]) -> bool {
    let mut rows = entries.iter().filter(|entry| !entry.derived);
    let Some(first) = rows.next() else {
        return true;
    };
    let is_same = |row: &Entry| row.born == first.born && row.person.sex == first.person.sex;
    entries.iter().all(|entry| !entry.names_nobody) || (first.born.is_some() && rows.all(is_same))
}

/// Marks what was derived from results of which every one has a newer usable one.
fn mark_outdated(courses: &mut [Course<'_>]) {
    let newest: HashMap<&str, Moment> = courses
        .iter()
        .filter_map(|course| {
            let usable = course.entries.iter().filter(|entry| entry.is_usable());
            let newest = usable.filter_map(|entry| entry.moment).max()?;
            Some((course.analyte.id.as_str(), newest))
        })
        .collect();
    let is_outdated = |entry: &Entry| {
        let is_newer = |input: &&str| match (newest.get(input), entry.moment) {
            // A day without a time may be that of the newest.
            (Some(newest), Some(own)) => own.is_before(*newest),
            _ => false,
        };
        !entry.inputs.is_empty() && entry.inputs.iter().all(is_newer)
    };
    for course in courses {
        let marks = course.entries.iter().map(|entry| is_outdated(entry));
        course.outdated = marks.collect();
    }
}

/// The course of one analyte.
pub(crate) fn find<'a, 'e>(courses: &'a [Course<'e>], analyte: &str) -> Option<&'a Course<'e>> {
    courses.iter().find(|course| course.analyte.id == analyte)
}

/// The latest time on each kind of clock: whether a time on one is before a time on the other is another question.
fn latest<'e>(entries: impl Iterator<Item = &'e Entry>) -> [Option<Moment>; 2] {
    let mut latest = [None; 2];
    for at in entries.filter_map(|entry| entry.moment) {
        let newest = &mut latest[usize::from(at.states_offset())];
        *newest = (*newest).max(Some(at));
    }
    latest
}

/// True if the result was collected after the day of surgery.
pub(crate) fn is_after(entry: &Entry, surgery: Option<jiff::civil::Date>) -> bool {
    match (entry.day(), surgery) {
        (Some(day), Some(surgery)) => surgery < day,
        _ => false,
    }
}

/// Was one collected after the other, for certain? Of one day of which a time is not stated, nobody knows.
pub(crate) fn is_later(entry: &Entry, other: &Entry) -> bool {
    match (entry.moment, other.moment) {
        (Some(own), Some(other)) => other.is_before(own),
        _ => false,
    }
}

impl<'e> Course<'e> {
    /// The results that count: all but outdated ones.
    fn live(&self) -> impl DoubleEndedIterator<Item = &'e Entry> + '_ {
        let all = self.entries.iter().zip(&self.outdated);
        all.filter(|(_, outdated)| !**outdated)
            .map(|(entry, _)| *entry)
    }

    /// The newest results: those of the latest time, those of its day whose time is not stated, those on a clock that
    /// cannot be compared with its own, and those of which no day is known; all, where they may be of several people. None of
    /// them may be passed over.
    pub(crate) fn current(&self) -> &[&'e Entry] {
        &self.among_current().entries
    }

    /// Is it one of the newest?
    pub(crate) fn is_current(&self, entry: &Entry) -> bool {
        self.among_current().contains(entry)
    }

    fn among_current(&self) -> &Among<'e> {
        self.found.current.get_or_init(|| self.find_current())
    }

    fn find_current(&self) -> Among<'e> {
        if !self.is_of_one {
            return self.live().collect();
        }
        let newest = latest(self.tried());
        let is_passed = |at: Moment| newest.iter().flatten().any(|it| at.is_before(*it));
        let is_current = |entry: &&Entry| entry.moment.is_none_or(|at| !is_passed(at));
        self.live().filter(is_current).collect()
    }

    /// Is there a later result, whatever it is worth?
    pub(crate) fn has_later(&self, entry: &Entry) -> bool {
        let find = || latest(self.entries.iter().copied());
        let newest = self.found.latest.get_or_init(find);
        let is_later = |own: Moment| newest.iter().flatten().any(|it| own.is_before(*it));
        entry.moment.is_some_and(is_later)
    }

    /// The results of the minutes before one whose time of day is stated; none where it is not.
    pub(crate) fn shortly_before(&self, entry: &Entry, minutes: f64) -> &[&'e Entry] {
        let Some(own) = entry.moment.filter(|own| own.minutes_to(*own).is_some()) else {
            return &[];
        };
        let dated = self.entries.partition_point(|other| other.moment.is_some());
        let dated = &self.entries[..dated];
        let ago = |other: &Entry| other.moment.map_or(0.0, |at| own.minutes_since(at));
        let start = dated.partition_point(|other| minutes < ago(other));
        let end = dated.partition_point(|other| 0.0 < ago(other));
        &dated[start..end]
    }

    /// The latest time of its results, whatever they are worth.
    pub(crate) fn newest(&self) -> Option<Moment> {
        let find = || self.tried().filter_map(|entry| entry.moment).max();
        *self.found.newest.get_or_init(find)
    }

    /// Those of which something came; all, where nothing came of any.
    fn tried(&self) -> impl Iterator<Item = &'e Entry> + '_ {
        let is_vain = self.live().all(Entry::gave_nothing);
        self.live()
            .filter(move |entry| is_vain || !entry.gave_nothing())
    }

    /// The later result that settles what a result said: usable, final, and nobody doubts whose it is.
    pub(crate) fn settled_by(&self, entry: &Entry) -> Option<&'e Entry> {
        self.last_settling()
            .filter(|later| self.is_of_one && is_later(later, entry))
    }

    /// The newest result that settles what earlier ones said.
    fn last_settling(&self) -> Option<&'e Entry> {
        let find = || self.last(Entry::settles);
        *self.found.settling.get_or_init(find)
    }

    /// The newest result that may be used.
    pub(crate) fn last_usable(&self) -> Option<&'e Entry> {
        let find = || self.last(Entry::is_usable);
        *self.found.usable.get_or_init(find)
    }

    /// The newest result that is good in this way.
    fn last(&self, good: fn(&Entry) -> bool) -> Option<&'e Entry> {
        let dated = self.live().filter(|entry| entry.moment.is_some());
        dated
            .rev()
            .chain(self.live().filter(|entry| entry.moment.is_none()))
            .find(|entry| good(entry))
    }

    /// What the policy is held against: the newest results with a number; where none of them may be
    /// used, or none is final, the last that may be and is, too, with what else is so of its time; and what was
    /// measured since then: a result that may not be used takes no stop away.
    pub(crate) fn held(&self) -> &[&'e Entry] {
        &self.among_held().entries
    }

    /// Is it one of those?
    pub(crate) fn is_held(&self, entry: &Entry) -> bool {
        self.among_held().contains(entry)
    }

    fn among_held(&self) -> &Among<'e> {
        self.found.held.get_or_init(|| self.find_held())
    }

    fn find_held(&self) -> Among<'e> {
        let current = self.current().iter().copied();
        let mut held: Among<'e> = current.filter(|entry| entry.may_stop()).collect();
        for good in [Entry::is_usable, Entry::settles] {
            // One without a day may be older than all of them.
            let mut entries = held.entries.iter();
            if entries.any(|entry| good(entry) && entry.moment.is_some()) {
                continue;
            }
            let Some(last) = self.last(good) else {
                continue;
            };
            let of_its_time = |entry: &&Entry| match (entry.moment, last.moment) {
                (Some(at), Some(newest)) => at.may_be_same(newest),
                (at, newest) => at == newest,
            };
            let alike = self.live().filter(|entry| good(entry)).filter(of_its_time);
            alike.for_each(|entry| held.add(entry));
        }
        // What is preliminary, or perhaps another person's, takes nothing away, be it followed by more of its kind.
        let settled = self.last_settling().and_then(|last| last.moment);
        for entry in self.live().filter(|entry| entry.may_stop()) {
            let is_since = match (entry.moment, settled) {
                (Some(at), Some(settled)) => !at.is_before(settled),
                (Some(_), None) => true,
                (None, _) => false,
            };
            if is_since {
                held.add(entry);
            }
        }
        held
    }

    /// The result before the one at a place that has a number and an earlier time.
    pub(crate) fn before(&self, at: usize) -> Option<&'e Entry> {
        let own = *self.entries.get(at)?;
        let moment = own.moment?;
        // Of many of one day the answer is one.
        let key = (moment.instant(), moment.states_offset());
        let mut known = self.found.before.borrow_mut();
        let find = || {
            let mut earlier = self.entries[..at].iter().rev();
            earlier
                .find(|other| other.canonical.is_some() && is_later(own, other))
                .copied()
        };
        *known.entry(key).or_insert_with(find)
    }

    /// The place of a result.
    pub(crate) fn place(&self, entry: &Entry) -> Option<usize> {
        let places = self.found.places.get_or_init(|| {
            let entries = self.entries.iter().enumerate();
            entries
                .map(|(at, own)| (std::ptr::from_ref(*own), at))
                .collect()
        });
        places.get(&std::ptr::from_ref(entry)).copied()
    }
}
