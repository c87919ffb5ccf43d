//! Which columns have which roles: from the layout where it says so, else from the headers, and for
//! a few words from the cells.

use super::cells::standing::{Standing, are_statistics};
use super::headers::role::Role;
use super::headers::vocabulary::{self, Kind, Later};
use super::plan::is_no_identifier;
use super::rows::age::Part;
use crate::error::Result;

mod add;
mod ages;
mod apart;
mod beside;
mod by_cells;
mod by_sex;
mod candidates;
mod cells;
mod conditions;
mod controls;
mod drawn;
mod hemolysis;
mod kinds;
mod later;
mod likely;
mod limits;
mod look;
mod marks;
mod named;
mod names;
mod numbered;
mod orders;
mod other_words;
mod pairs;
mod parts_of_names;
mod perhaps;
mod precedence;
mod questions;
mod reasons;
mod results;
mod seen;
mod series;
mod signs;
mod spoken;
mod stamps;
pub(super) mod suspects;
mod trio;
mod units;
mod unnamed;
pub(super) mod verdicts;

pub(crate) use apart::{are_apart, disagreeing};
pub(crate) use by_sex::LimitsOfSex;
pub(crate) use cells::{
    are_flags, are_intervals, are_specimens, hold_comparators, is_flag, is_interval,
    is_specimen_word,
};
pub(crate) use conditions::ConditionCells;
pub(crate) use controls::Controls;
pub(crate) use drawn::{are_of_blood_gas, is_of_type, is_of_whole_blood};
pub(crate) use hemolysis::{About, HemolysisCells, HemolysisColumn};
pub(crate) use limits::is_one_of_two;
pub(crate) use look::is_perhaps_of_serum;
pub(crate) use marks::side_of_marks;
pub(crate) use named::resolve;
pub(crate) use pairs::{Pair, Standard};
pub(crate) use reasons::{MISFIT, NAME_BESIDE, PERHAPS_LIMIT, PERHAPS_UNIT, UNKNOWN};
pub(crate) use seen::Seen;
pub(crate) use trio::{is_of_trio, is_unmeasured, may_be_about_one};
pub(crate) use unnamed::PERHAPS_PATIENT;

use candidates::Candidate;
use drawn::leave_visits_out;
use orders::Orders;
use precedence::{finest_name_first, leave_names_out};
use reasons::{OF_A_SERIES, OTHER_AGE, STATED, unused};
pub(crate) use results::are_flags_alone;
use results::choose_result_set;
use series::leave_series_out;
use stamps::leave_stamps_out;

/// One column, what it is used for, and why.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ColumnUse {
    /// Its role, if it has one.
    pub(crate) role: Option<Role>,
    /// Why it has this role, or why it has none.
    pub(crate) reason: String,
}

/// The columns of each role, and what else their headers say.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    by_role: Vec<Vec<usize>>,
    /// One for each column.
    pub(crate) uses: Vec<ColumnUse>,
    /// All columns that identify a patient or a stay.
    pub(crate) identifiers: Vec<usize>,
    /// The patient column identifies a stay, not a person.
    pub(crate) patient_is_stay: bool,
    /// The column of the given name, if that of the patient holds the family name.
    pub(crate) given_name: Option<usize>,
    /// Unit of the age, from its header.
    pub(crate) age_unit: &'static str,
    /// Columns of the years, months and days of an age, the larger first, if it has several.
    pub(crate) age_parts: Vec<Part>,
    /// The code column holds LOINC codes in some rows.
    pub(crate) perhaps_loinc: bool,
    /// Columns that hold nothing but how the sample is: hemolyzed, icteric, lipemic.
    pub(crate) hemolysis: Vec<HemolysisColumn>,
    /// Columns without a role that may say that the sample is whole blood.
    pub(crate) drawn: Vec<usize>,
    /// Columns of suspicions of an analyzer, with what they suspect.
    pub(crate) suspects: Vec<(usize, String)>,
    /// Those of them that say what is wrong with the sample.
    pub(crate) faults: Vec<usize>,
    /// Columns that say which rows are of no patient.
    pub(crate) controls: Vec<(usize, Controls)>,
    /// Other columns with results of the same rows: corrected ones, and those that were measured once more.
    pub(crate) later: Vec<(Later, usize)>,
    /// A second statement of each result, with a unit of its own.
    pub(crate) pair: Option<Pair>,
    /// Column of names with the unit in brackets, if units are to be taken from there.
    pub(crate) name_with_unit: Option<usize>,
    /// Printed limits in a column for each sex.
    pub(crate) limits_by_sex: Vec<LimitsOfSex>,
    /// Columns that may be printed limits, and nobody can tell.
    pub(crate) perhaps_limits: Vec<usize>,
    /// Only their numbers tell that columns are printed limits.
    pub(crate) limits_are_told: bool,
}

impl Columns {
    /// The columns of a role, in order of preference.
    pub(crate) fn of(&self, role: Role) -> &[usize] {
        &self.by_role[role.index()]
    }

    /// True if a role has a column.
    pub(crate) fn has(&self, role: Role) -> bool {
        !self.of(role).is_empty()
    }

    /// Takes all columns from the roles that `keep` refuses.
    pub(crate) fn retain(&mut self, why: &str, keep: impl Fn(Role) -> bool) {
        for role in Role::ALL {
            if !keep(*role) {
                for column in std::mem::take(&mut self.by_role[role.index()]) {
                    self.uses[column] = unused(why);
                }
            }
        }
    }

    /// Takes those columns from a role that `keep` refuses.
    pub(crate) fn leave(&mut self, why: &str, role: Role, keep: impl Fn(usize) -> bool) {
        let (kept, left): (Vec<usize>, Vec<usize>) =
            self.of(role).iter().partition(|column| keep(**column));
        for column in left {
            self.uses[column] = unused(why);
        }
        self.by_role[role.index()] = kept;
    }

    /// Finds the columns of every role. `wide`: one row holds many results.
    pub(crate) fn find(seen: &Seen, wide: bool) -> Result<Columns> {
        let mut columns = Columns {
            by_role: vec![Vec::new(); Role::COUNT],
            uses: vec![unused(UNKNOWN); seen.headers.len()],
            identifiers: Vec::new(),
            patient_is_stay: false,
            given_name: None,
            age_unit: "",
            age_parts: Vec::new(),
            perhaps_loinc: false,
            hemolysis: Vec::new(),
            drawn: Vec::new(),
            suspects: Vec::new(),
            faults: Vec::new(),
            controls: Vec::new(),
            later: Vec::new(),
            pair: None,
            name_with_unit: None,
            limits_by_sex: Vec::new(),
            perhaps_limits: Vec::new(),
            limits_are_told: false,
        };
        let stated = columns.take_stated(seen)?;
        let mut candidates = columns.candidates(seen, wide, &stated);
        let names = leave_names_out(&mut candidates, seen);
        for column in leave_visits_out(&mut candidates, seen) {
            columns.uses[column] = unused("another column says when");
        }
        for column in leave_stamps_out(&mut candidates, seen) {
            columns.uses[column] = unused("it is of another day than the date of the blood");
        }
        choose_result_set(&mut candidates, &mut columns, seen);
        for column in leave_series_out(&mut candidates, seen) {
            columns.uses[column] = unused(OF_A_SERIES);
        }
        // Minutes since a stay began tell nothing of another stay of the same person.
        let from_stay = candidates.iter().any(|c| {
            c.entry.role == Role::Collected && vocabulary::counts_from_stay(&seen.headers[c.column])
        });
        // An identifier that nobody filled in tells nobody.
        let tells_nobody = |c: &Candidate| {
            c.entry.role == Role::Patient
                && !seen.rows.is_empty()
                && seen.cells(c.column).all(is_no_identifier)
        };
        let orders = Orders::of(seen, &candidates);
        candidates.sort_by_cached_key(|c| {
            (
                tells_nobody(c),
                orders.is_within_order(c) || orders.is_of_part(c),
                (c.entry.kind == Kind::Stay) != from_stay,
                c.entry.kind == Kind::WideOnly,
                c.entry.rank,
            )
        });
        finest_name_first(&mut candidates, seen);
        columns.settle_perhaps_limits(seen, &mut candidates);
        for candidate in candidates {
            columns.add(candidate);
        }
        for column in names {
            columns.identifiers.push(column);
            columns.uses[column] = unused(NAME_BESIDE);
        }
        columns.add_summaries(seen);
        if !wide {
            columns.leave_names_of_nothing(seen);
            columns.add_name(seen);
        }
        columns.add_specimen(seen);
        columns.add_kinds(seen);
        if !wide {
            columns.leave_flags_as_results(seen);
            columns.find_limits_by_sex(seen);
            columns.add_by_cells(seen);
            columns.add_unit(seen);
            columns.add_later(seen);
            columns.add_pair(seen);
            columns.leave_half_a_pair(seen);
            columns.leave_therapeutic(seen);
        }
        columns.add_spoken(seen);
        columns.name_with_unit = columns.named_units(seen);
        columns.settle_age();
        columns.hemolysis = columns.about_hemolysis(seen);
        columns.drawn = columns.find_drawn(seen);
        columns.controls = columns.find_controls(seen);
        columns.suspects = columns.find_suspects(seen);
        columns.take_parts_of_names(seen);
        columns.note_perhaps_patients(seen, wide);
        Ok(columns)
    }

    /// What a column says of its rows: by its cells where they name statistics, else by its header.
    pub(crate) fn standing_of(seen: &Seen, column: usize) -> Standing {
        match are_statistics(seen.rows.iter().filter_map(|row| row.get(column))) {
            true => Standing::Statistic,
            false => Standing::of_header(&seen.headers[column]),
        }
    }

    /// Takes a column of intervals that no other column confirms.
    pub(crate) fn take_range(&mut self, column: usize) {
        self.use_for(column, Role::Range, "its cells are intervals");
    }

    /// Is the header of a column none that is known, or one that its cells do not fit?
    fn is_unknown(&self, column: usize) -> bool {
        [UNKNOWN, MISFIT].contains(&self.uses[column].reason.as_str())
    }

    fn use_for(&mut self, column: usize, role: Role, reason: &str) {
        self.by_role[role.index()].push(column);
        self.uses[column] = ColumnUse {
            role: Some(role),
            reason: reason.to_string(),
        };
    }

    /// A column of names with units (ADaM), if the results are those that the units belong to.
    fn named_units(&self, seen: &Seen) -> Option<usize> {
        let kind = |column: &usize| vocabulary::entry(&seen.headers[*column]).map(|e| e.kind);
        let value = self.of(Role::Value).first().and_then(kind);
        if matches!(value, Some(Kind::Original | Kind::Standard)) {
            return None;
        }
        let mut names = self.of(Role::Name).iter();
        names
            .find(|column| kind(column) == Some(Kind::NameWithUnit))
            .copied()
    }
}
