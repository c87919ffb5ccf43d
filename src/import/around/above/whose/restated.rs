//! What a row below a header states of persons and draws, against the lines above it.

use csv::StringRecord;

use super::key::{Beside, Key, Of};
use super::names::Part;
use super::{Lines, words};
use crate::import::around::above;
use crate::import::around::above::{Reader, states};
use crate::import::columns::is_interval;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::layout::Shape;
use crate::import::plan::Plan;

/// What a row states otherwise than the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import::around::above) enum Restated {
    /// Of the same patient another draw.
    Draw,
    /// The same, and the patient is named again.
    DrawOfSame,
    /// Another person, or one of whom nobody can say whether it is the same.
    Person,
    /// A case, and nothing else, of whom nobody can say whose it is.
    Stay,
    /// The same person by a name or a number, and nothing otherwise.
    Same,
}

impl Lines {
    /// What a row states otherwise. `below` is what it states.
    pub(in crate::import::around::above) fn restated(
        &self,
        plan: &Plan,
        row: &StringRecord,
        below: &Lines,
    ) -> Option<Restated> {
        // Below them stands what is stated.
        if above::is_of_person(row) {
            return Some(Restated::Person);
        }
        // In a sheet he has an age in each column.
        let is_of_each = |key: &Key| plan.shape == Shape::Cumulative && key.of == Of::Age;
        let counts = |key: &&Key| !is_of_each(key) && key.counts_beside(&self.keys);
        let keys = below.keys.iter().filter(counts);
        let said: Vec<(Of, Beside)> = keys.map(|key| (key.of, self.against(key))).collect();
        let is_any = |beside: Beside, is: fn(Of) -> bool| {
            said.iter().any(|(of, found)| *found == beside && is(*of))
        };
        let names: fn(Of) -> bool =
            |of| matches!(of, Of::Number | Of::Name(_) | Of::Birth | Of::Stay);
        // Where nobody is stated, a stay says nothing new.
        let is_of_somebody = self.keys.iter().any(Key::names_somebody);
        let is_open = |(of, found): &(Of, Beside)| {
            let counts = match of {
                Of::Stay => is_of_somebody,
                of => names(*of) || *of == Of::Sample,
            };
            counts && *found == Beside::Open
        };
        let describes = |of: Of| matches!(of, Of::Sex | Of::Age);
        let is_limits = || said.iter().all(|(of, _)| describes(*of)) && has_limits(plan, row);
        let is_named = || {
            is_any(Beside::Same, |of| {
                matches!(of, Of::Number | Of::Name(Part::Full))
            })
        };
        // One person has several cases: where he is named, another one is another draw of his.
        let is_other = is_any(Beside::Other, |of| !matches!(of, Of::Collected | Of::Stay));
        let is_other_stay = is_any(Beside::Other, |of| of == Of::Stay);
        let of_stay = || match said.iter().all(|(of, _)| *of == Of::Stay) {
            true => Some(Restated::Stay),
            false => Some(Restated::Person),
        };
        // Rows of another sample would be repetitions of these, were they of the same patient and of none.
        if is_other && !is_limits() {
            return Some(Restated::Person);
        }
        if is_other_stay && !is_named() {
            return of_stay();
        }
        if said.iter().any(is_open) && !is_any(Beside::Same, names) && !has_unit(plan, row) {
            return of_stay();
        }
        let is_other_draw = is_other_stay
            || is_any(Beside::Other, |of| of == Of::Collected)
            || is_any(Beside::Open, |of| matches!(of, Of::Collected | Of::Sample));
        match (is_other_draw, is_named()) {
            (true, true) => Some(Restated::DrawOfSame),
            (true, false) => Some(Restated::Draw),
            (false, true) => Some(Restated::Same),
            (false, false) => None,
        }
    }

    /// What a key is to those of the same thing: the same as one of them, or another than one of them.
    fn against(&self, key: &Key) -> Beside {
        let found: Vec<Beside> = self.keys.iter().filter_map(|own| key.beside(own)).collect();
        [Beside::Same, Beside::Other]
            .into_iter()
            .find(|beside| found.contains(beside))
            .unwrap_or(Beside::Open)
    }

    pub(in crate::import::around::above) fn has_keys(&self) -> bool {
        !self.keys.is_empty()
    }

    /// The number of a case that is stated in front of all results, and of which the lines above say nothing, is that of whom
    /// they name.
    pub(in crate::import::around::above) fn take_stay(&mut self, below: &Lines) {
        let is_stay = |key: &&Key| key.of == Of::Stay;
        if !self.keys.iter().any(|key| is_stay(&key)) {
            self.keys.extend(below.keys.iter().filter(is_stay).cloned());
        }
    }
}

/// The keys of a row, if it is none of a result: its own comment tells nothing of whose it is ("Patient: known CKD").
pub(in crate::import::around::above) fn stated(plan: &Plan, row: &StringRecord) -> Option<Reader> {
    let first = row.iter().map(str::trim).find(|cell| !is_blank(cell))?;
    if states(first) {
        return Some(Reader::of_line(row));
    }
    if has_result(plan, row) {
        return None;
    }
    let comments: Vec<usize> = plan.pick(Role::Comment).columns().collect();
    let is_titled = !test(plan, row).is_empty();
    let cells = row.iter().enumerate();
    let rest = cells.filter(|(at, _)| !(is_titled && comments.contains(at)));
    let rest: StringRecord = rest.map(|(_, cell)| cell).collect();
    Some(Reader::of_line(&rest))
}

/// Is what stands behind a key of a person, and says of whom the rows are? "Patient: fasting" does not.
pub(in crate::import::around::above) fn is_of_person(key: &str, value: &str) -> bool {
    words::is_key(key) && Key::all(key, value).iter().any(Key::is_of_person)
}

/// Has a row a result, whatever it says besides?
pub(in crate::import::around::above) fn has_result(plan: &Plan, row: &StringRecord) -> bool {
    let mut values = plan.value_columns().into_iter();
    let is_said = |at: usize| {
        row.get(at)
            .is_some_and(|cell| !is_blank(cell) && !states(cell.trim()))
    };
    match plan.shape {
        Shape::Long => values.any(is_said) && !test(plan, row).is_empty(),
        _ => values.any(|at| {
            row.get(at)
                .is_some_and(|cell| cell.trim().starts_with(|c: char| c.is_ascii_digit()))
        }),
    }
}

/// The cells by which a row of a result is known: the first one, and those of the test.
pub(in crate::import::around::above) fn telling<'r>(
    plan: &Plan,
    row: &'r StringRecord,
) -> impl Iterator<Item = &'r str> + Clone {
    let first = row.iter().map(str::trim).find(|cell| !is_blank(cell));
    let text = |role: Role| plan.pick(role).text(row).trim();
    let cells = [
        first.unwrap_or_default(),
        text(Role::Name),
        text(Role::Code),
        text(Role::Loinc),
    ];
    cells.into_iter().filter(|cell| !is_blank(cell))
}

/// What stands in the columns of the test, unless it states something of all rows.
pub(in crate::import::around::above) fn test<'r>(plan: &Plan, row: &'r StringRecord) -> &'r str {
    let roles = [Role::Name, Role::Code, Role::Loinc];
    let texts = roles.iter().map(|role| plan.pick(*role).text(row).trim());
    let mut texts = texts.filter(|text| !is_blank(text) && !states(text));
    texts.next().unwrap_or_default()
}

/// "Sex: F,,,45-84": what stands behind it is a limit for that sex.
fn has_limits(plan: &Plan, row: &StringRecord) -> bool {
    let says = |role: Role| plan.pick(role).text(row);
    let begins = |role: Role| says(role).trim().starts_with(|c: char| c.is_ascii_digit());
    row.iter().skip(1).any(is_interval) || (begins(Role::Low) && begins(Role::High))
}

/// "Patient,12,U/L" is a result of something.
fn has_unit(plan: &Plan, row: &StringRecord) -> bool {
    let unit = plan.pick(Role::Unit).text(row).trim();
    !is_blank(unit) && !states(unit)
}
