//! Columns whose headers are known words, and which of several may speak for a role.

use super::cells::{are_told_by_tests, cells_are, is_unit_of_age};
use super::hemolysis::{about_grade, about_index, hemolysis_with_unit, is_about_one, names_index};
use super::likely::{self, Likely};
use super::limits::{by_words, is_open_pair, is_told_by_numbers, may_be_index, of_a_pair};
use super::marks::{self, Marks};
use super::other_words::{
    are_analytes, is_given, person_of_profile, remark_of, tells_persons, whose,
};
use super::questions::about_question;
use super::{Columns, MISFIT, Seen, unused};
use crate::import::role::Role;
use crate::import::table::is_blank;
use crate::import::vocabulary::{self, Cells, Entry, Kind};

/// A column that may have a role.
pub(super) struct Candidate {
    pub(super) column: usize,
    pub(super) entry: Entry,
    pub(super) reason: String,
}

impl Columns {
    /// What may be limits, or is some by its numbers alone, is left out beside what certainly is some; and so is what may be
    /// beside what is by its numbers. Of two pairs of those nobody knows which: one side is never taken from one of them, and
    /// the other side from another.
    pub(super) fn settle_perhaps_limits(&mut self, seen: &Seen, candidates: &mut Vec<Candidate>) {
        let is_limit = |c: &&Candidate| {
            let is_one = matches!(c.entry.role, Role::Low | Role::High | Role::Range);
            is_one && !seen.cells(c.column).all(is_blank)
        };
        let limits = || candidates.iter().filter(is_limit).map(|c| c.column);
        let is_open = |column: &usize| self.perhaps_limits.contains(column);
        let by_numbers =
            |column: &usize| is_told_by_numbers(seen, *column) || is_reference(seen, *column);
        let (told, sure): (Vec<usize>, Vec<usize>) =
            limits().partition(|column| is_open(column) || by_numbers(column));
        let (open, told): (Vec<usize>, Vec<usize>) = told.into_iter().partition(is_open);
        let kinds = |columns: &[usize]| {
            let pairs = columns.iter().filter(|at| is_told_by_numbers(seen, **at));
            let of_pairs = pairs.count();
            of_pairs.div_ceil(2) + columns.len() - of_pairs
        };
        let left = match (sure.is_empty(), told.is_empty()) {
            (false, _) => [told, open].concat(),
            (true, false) if 1 < kinds(&told) => [told, open].concat(),
            (true, false) => open,
            (true, true) if 1 < kinds(&open) => open,
            (true, true) => return,
        };
        self.perhaps_limits.retain(|column| !left.contains(column));
        candidates.retain(|c| !left.contains(&c.column));
        for column in left {
            self.uses[column] = unused("other columns are the limits, or nobody can tell which");
        }
    }

    /// Columns whose headers are known words, for roles that the layout leaves open.
    pub(super) fn candidates(
        &mut self,
        seen: &Seen,
        wide: bool,
        stated: &[Role],
    ) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = Vec::new();
        let entries = seen.headers.iter().map(|header| vocabulary::entry(header));
        let entries: Vec<Option<Entry>> = entries.collect();
        for (column, header) in seen.headers.iter().enumerate() {
            let index = about_index(seen, column, wide);
            let is_open = !wide && index.is_none() && may_be_index(seen, column);
            if self.uses[column].role.is_some() || is_open {
                continue;
            }
            let of_age = is_unit_of_age(seen, &entries, column);
            let Some(mut entry) = index
                .or_else(|| of_age.then(|| vocabulary::entry("age unit"))?)
                .or_else(|| of_a_pair(seen, column))
                .or_else(|| entries[column])
                .or_else(|| (!wide).then(|| about_grade(seen, column))?)
                .or_else(|| vocabulary::entry(hemolysis_with_unit(header)?.0))
                .or_else(|| vocabulary::display(header))
                .or_else(|| (!wide).then(|| by_words(seen, column))?)
                .or_else(|| about_question(seen, column))
            else {
                continue;
            };
            // Of many results, what is flagged is the sample.
            if wide && entry.role == Role::Flag && vocabulary::fold(header) == "flags" {
                entry.role = Role::SpecimenCondition;
            }
            let mut reason = "known header".to_string();
            let mut has_persons = false;
            if is_open_pair(seen, column) {
                self.perhaps_limits.push(column);
                reason = PERHAPS_LIMITS.to_string();
            }
            if let Some(remark) = remark_of(seen, column) {
                entry = remark;
                reason = "known header, beside one for the analyte".to_string();
            }
            if !wide && matches!(entry.role, Role::Low | Role::High) {
                match (marks::of(seen, column), vocabulary::entry("flag")) {
                    (Some(Marks::Flags), Some(flag)) => {
                        entry = flag;
                        reason = "its cells are marks: the flag of the laboratory".to_string();
                    }
                    (Some(Marks::Blanks), _) => {
                        self.uses[column] = unused("marks in the place of limits");
                        continue;
                    }
                    _ => {}
                }
            }
            if let Some(person) = person_of_profile(seen, column) {
                (entry, has_persons) = (person, true);
                reason = "its cells are names of persons".to_string();
            }
            if let Kind::ByCells(choices) = entry.kind {
                match choices
                    .iter()
                    .find(|(_, cells)| cells_are(seen, column, *cells))
                {
                    // Beside a column that is named for the specimen, "sample" is a number, whatever
                    // its cells look like ("tubeA").
                    Some((Role::Specimen, _))
                        if entry.role == Role::Sample && names_specimen(seen.headers, column) =>
                    {
                        entry.kind = Kind::Plain;
                        reason = "known header, beside one for the specimen".to_string();
                    }
                    // What was ordered, beside a column for what was measured: "SODIUM, URINE" beside "SODIUM".
                    Some((Role::Name, _)) if is_ordered(choices) && names_analyte(seen, column) => {
                        entry.role = Role::Category;
                        entry.kind = Kind::Plain;
                        reason = "known header, beside one for the analyte".to_string();
                    }
                    Some((Role::Name, Cells::SomeAnalytes))
                        if are_named(seen, column) || is_given(seen, column) =>
                    {
                        self.uses[column] = unused(MISFIT);
                        continue;
                    }
                    Some((Role::Value, _))
                        if has_results(seen, column, entry.rank) || are_analytes(seen) =>
                    {
                        self.uses[column] = unused("another column gives the result");
                        continue;
                    }
                    Some((role, cells)) => {
                        entry.role = *role;
                        entry.kind = Kind::Plain;
                        reason = format!("known header, and its cells are {}", cells.in_words());
                    }
                    None if !wide && may_be_limits(seen, column, choices) => {
                        entry.role = Role::Range;
                        entry.kind = Kind::Plain;
                        self.perhaps_limits.push(column);
                        reason = PERHAPS_LIMITS.to_string();
                    }
                    None => match whose(seen, column) {
                        Some(patient) => {
                            entry = patient;
                            has_persons = true;
                            reason = "its cells are names of persons".to_string();
                        }
                        None => {
                            self.uses[column] = unused(MISFIT);
                            continue;
                        }
                    },
                }
            }
            let same =
                |other: &usize| vocabulary::fold(&seen.headers[*other]) == vocabulary::fold(header);
            let first = |at: &usize| same(at) && !is_unit_of_age(seen, &entries, *at);
            if let Some(first) = (0..column).find(first).filter(|_| !of_age) {
                self.uses[column] = unused(&format!("same header as column {}", first + 1));
            } else if entry.kind == Kind::WideOnly
                && !wide
                && (!vocabulary::is_name_of_patient(header)
                    || has_numbers_of_patients(seen, column))
                && !has_persons
                && !tells_persons(seen, column)
            {
                self.uses[column] = unused("identifies a row, not a patient");
            } else if is_about_one(entry.kind) && wide && names_index(seen, header) {
                self.uses[column] = unused("a result of its own");
            } else if stated.contains(&entry.role) && entry.role != Role::Patient {
                self.uses[column] = unused("the layout names another column for this role");
            } else {
                candidates.push(Candidate {
                    column,
                    entry,
                    reason,
                });
            }
        }
        // Identifiers stay known for joins, even where the layout names the patient's column.
        if stated.contains(&Role::Patient) {
            candidates.retain(|c| {
                let identifier = c.entry.role == Role::Patient;
                if identifier {
                    self.identifiers.push(c.column);
                    self.uses[c.column] = unused("identifier, for --patients only");
                }
                !identifier
            });
        }
        candidates
    }
}

/// A column of names ("Patient") beside one of numbers ("Patientennummer") does not tell who somebody is: two people may
/// have one name. Gives the columns that are left out.
pub(super) fn leave_names_out(candidates: &mut Vec<Candidate>, seen: &Seen) -> Vec<usize> {
    let is_patient = |c: &Candidate| c.entry.role == Role::Patient;
    let numbered = |c: &Candidate| cells_are(seen, c.column, Cells::Identifiers);
    let mut others = candidates
        .iter()
        .filter(|c| is_patient(c) && numbered(c))
        .peekable();
    if others.peek().is_none() {
        return Vec::new();
    }
    // Beside the number of a stay one word may be a pseudonym.
    let of_stay = others.all(|c| c.entry.kind == Kind::Stay);
    let is_name = |c: &Candidate| {
        let cells = seen.rows.iter().filter_map(|row| row.get(c.column));
        let mut cells = cells
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .peekable();
        let letters = |cell: &str| {
            let plain = 2 < cell.len() && !cell.bytes().any(|byte| byte.is_ascii_digit());
            plain && (!of_stay || cell.contains([' ', ',']))
        };
        cells.peek().is_some() && cells.all(letters)
    };
    let mut names = Vec::new();
    candidates.retain(|c| {
        let out = is_patient(c) && is_name(c);
        if out {
            names.push(c.column);
        }
        !out
    });
    names
}

/// Headers of names that leave out what sets one test apart: fluid, state, method.
const GENERAL: &[&str] = &[
    "commonname",
    "basename",
    "externalname",
    "standardname",
    "loincname",
    "loincdescription",
    "genericname",
];

/// Of the columns with names, the one that says most comes first: what was ordered (a panel) names fewer analytes that
/// are known, or the same one for many rows. Where that settles nothing their headers do.
pub(super) fn finest_name_first(candidates: &mut [Candidate], seen: &Seen) {
    let names = |c: &Candidate| {
        let settled = vocabulary::fold(&seen.headers[c.column]) == "lbtest";
        c.entry.role == Role::Name && c.entry.kind == Kind::Plain && !settled
    };
    let worth = |c: &Candidate| {
        let cells = seen.rows.iter().filter_map(|row| row.get(c.column));
        let mut known: Vec<&str> = cells
            .map(str::trim)
            .filter(|cell| (seen.known)(cell))
            .collect();
        let count = known.len();
        known.sort_unstable();
        known.dedup();
        (count, known.len())
    };
    let Some(from) = candidates.iter().position(names) else {
        return;
    };
    // They stand beside each other: sorted by kind and rank.
    let to = from + candidates[from..].iter().take_while(|c| names(c)).count();
    // What a test is called in general says less of it than its own name, however many of these are known.
    let is_general = |c: &Candidate| {
        let folded = vocabulary::fold(&seen.headers[c.column]);
        GENERAL.contains(&folded.as_str())
    };
    candidates[from..to].sort_by_key(|c| (is_general(c), std::cmp::Reverse(worth(c))));
}

/// Why a column is used as limits that may be anything.
const PERHAPS_LIMITS: &str = "may be printed limits, or other numbers";

/// Is a column one of limits by whose they are, under a header of anything?
fn is_reference(seen: &Seen, column: usize) -> bool {
    let entry = vocabulary::entry(&seen.headers[column]);
    let kind = entry.map(|entry| entry.kind);
    matches!(kind, Some(Kind::ByCells(choices)) if choices.contains(&(Role::Range, Cells::Intervals)))
        && are_told_by_tests(seen, column)
}

/// May a column be one of printed limits, by its header and its cells?
fn may_be_limits(seen: &Seen, column: usize, choices: &[(Role, Cells)]) -> bool {
    let mut choices = choices.iter();
    choices.any(|choice| *choice == (Role::Range, Cells::Intervals))
        && likely::texts(seen, column) == Likely::Open
}

/// Is a column that may name analytes one of orders too?
fn is_ordered(choices: &[(Role, vocabulary::Cells)]) -> bool {
    choices.iter().any(|(role, _)| *role == Role::Category)
}

/// Does another column hold numbers of patients, or of their stays? A number goes before a name.
fn has_numbers_of_patients(seen: &Seen, column: usize) -> bool {
    let is_one = |at: usize| {
        let entry = vocabulary::entry(&seen.headers[at]);
        at != column
            && entry.is_some_and(|entry| entry.role == Role::Patient)
            && cells_are(seen, at, Cells::Identifiers)
    };
    (0..seen.headers.len()).any(is_one)
}

/// Is another column than this one named for the analyte?
pub(super) fn names_analyte(seen: &Seen, column: usize) -> bool {
    is_another_plainly(seen.headers, column, Role::Name)
}

/// Does another column say what was measured, by its header or by more of its cells?
fn are_named(seen: &Seen, column: usize) -> bool {
    let names = |at: usize, role: Role| {
        matches!(role, Role::Name | Role::Code | Role::Loinc) && at != column
    };
    let is_one = |at: usize, entry: Entry| match entry.kind {
        Kind::ByCells(choices) => choices.iter().any(|(role, cells)| {
            names(at, *role) && *cells != Cells::SomeAnalytes && cells_are(seen, at, *cells)
        }),
        _ => names(at, entry.role),
    };
    let headers = seen.headers.iter().enumerate();
    let mut entries = headers.filter_map(|(at, header)| Some((at, vocabulary::entry(header)?)));
    entries.any(|(at, entry)| is_one(at, entry))
}

/// Is another column than this one named for the specimen?
fn names_specimen(headers: &[String], column: usize) -> bool {
    let is_bare =
        |(at, header): (usize, &String)| at != column && vocabulary::fold(header) == "specimen";
    headers.iter().enumerate().any(is_bare) || is_another_plainly(headers, column, Role::Specimen)
}

/// Is another column one of results, by its header or, where that comes first, by its numbers?
fn has_results(seen: &Seen, column: usize, rank: usize) -> bool {
    seen.headers.iter().enumerate().any(|(at, header)| {
        let entry = vocabulary::entry(header).filter(|_| at != column);
        let is_one = |entry: Entry| match entry.kind {
            Kind::ByCells(_) => entry.rank < rank && cells_are(seen, at, Cells::Numbers),
            _ => true,
        };
        entry.is_some_and(|entry| entry.role == Role::Value && is_one(entry))
    })
}

/// Has another column than this one a header that says this role and no other?
fn is_another_plainly(headers: &[String], column: usize, role: Role) -> bool {
    headers.iter().enumerate().any(|(at, header)| {
        let entry = vocabulary::entry(header).filter(|_| at != column);
        entry.is_some_and(|entry| entry.role == role && entry.kind == Kind::Plain)
    })
}
