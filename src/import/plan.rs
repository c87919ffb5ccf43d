//! How the rows of one export become observations: settled once, before the first row is read.

mod by_cells;
mod defaults;
mod lacks;
mod pick;
mod reasons;
mod settle;

pub(crate) use defaults::{Defaults, number};
pub(crate) use pick::Pick;
pub(super) use pick::{is_no_identifier, is_shortened};

use std::collections::HashMap;

use super::around::above::Above;
use super::around::of_whom::OfWhom;
use super::cells::asked::Asked;
use super::cells::beyond::Beyond;
use super::cells::every_cell::Apart;
use super::cells::sex::SexCells;
use super::cells::standing::Standing;
use super::cells::status::StatusLetters;
use super::columns::{ColumnUse, ConditionCells, Controls, HemolysisColumn, LimitsOfSex, Pair};
use super::headers::role::Role;
use super::headers::vocabulary::Later;
use super::layout::Shape;
use super::rows::age::Part;
use super::shapes::sheet::{DatedColumn, Sheet};
use super::shapes::wide::WideColumn;
use crate::observation::Dashes;

/// How rows become observations.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) shape: Shape,
    /// Headers, with an empty one put in front where the file leaves out that of its row names.
    pub(crate) headers: Vec<String>,
    /// The header was one cell short.
    pub(crate) shifted: bool,
    pub(crate) picks: Vec<Pick>,
    pub(crate) uses: Vec<ColumnUse>,
    pub(crate) identifiers: Vec<usize>,
    pub(crate) patient_is_stay: bool,
    /// The column of the given name, if that of the patient holds the family name.
    pub(crate) given_name: Option<usize>,
    pub(crate) sex: SexCells,
    /// Where both stand in one cell.
    pub(crate) age_and_sex: Option<usize>,
    pub(crate) status_letters: StatusLetters,
    pub(crate) age_unit: &'static str,
    /// Columns of the years, months and days of an age, if it has several.
    pub(crate) age_parts: Vec<Part>,
    pub(crate) perhaps_loinc: bool,
    /// Columns that hold nothing but how the sample is, each with what it is about.
    pub(crate) hemolysis: Vec<HemolysisColumn>,
    /// Columns of specimens that say what a fluid comes in.
    pub(crate) containers: Vec<usize>,
    /// Columns without a role that may say that a sample is whole blood.
    pub(crate) drawn: Vec<usize>,
    /// Columns of suspicions of an analyzer, with what they suspect: comments of their rows.
    pub(crate) suspects: Vec<(usize, String)>,
    /// Those of them that say what is wrong with the sample.
    pub(crate) faults: Vec<usize>,
    /// The reason is why a sample was rejected.
    pub(crate) reason_is_of_rejection: bool,
    /// Columns that say which rows are of no patient.
    pub(crate) controls: Vec<(usize, Controls)>,
    pub(crate) name_with_unit: Option<usize>,
    /// Columns of printed intervals with the unit behind them.
    pub(crate) range_with_unit: Vec<usize>,
    /// Long: printed limits in a column for each sex.
    pub(crate) limits_by_sex: Vec<LimitsOfSex>,
    /// Long: the column of printed intervals, or those of limits, may be of anything else.
    pub(crate) perhaps_limits: Vec<usize>,
    /// Only their numbers tell that columns are printed limits.
    pub(crate) limits_are_told: bool,
    /// Long: other columns with results of the same rows.
    pub(crate) later: Vec<(Later, usize)>,
    /// Long: a second statement of each result.
    pub(crate) pair: Option<Pair>,
    /// Wide: single letters in the column of statuses are those of results.
    pub(crate) letters_are_statuses: bool,
    /// The condition of the patient is a trimester, perhaps by its number.
    pub(crate) condition_is_trimester: bool,
    /// A pregnancy is told by a code: one is yes, all others are not, or not known (NHANES).
    pub(crate) pregnancy_is_code: bool,
    /// Columns that say whether the row stands.
    pub(crate) standing: Vec<(usize, Standing)>,
    /// Columns of the laboratory's flags, and what their headers ask.
    pub(crate) flags: Vec<(usize, Asked)>,
    /// What dashes say among them.
    pub(crate) dashes: Dashes,
    /// Long: columns of comparators and what their headers ask, if one of them asks something.
    pub(crate) comparators: Vec<(usize, Beyond)>,
    /// Columns of alarms.
    pub(crate) alarms: Vec<usize>,
    /// Columns about the condition of the sample, in words.
    pub(crate) conditions: Vec<(usize, ConditionCells)>,
    /// Columns that may name the fluid beside the first, if there are several: sections, panels, what was ordered.
    pub(crate) categories: Vec<usize>,
    /// Of these the columns of when or where of a treatment a sample was drawn: any other cell of theirs says nothing.
    pub(crate) points: Vec<usize>,
    /// Wide: the numbers are standardized, and no concentrations.
    pub(crate) is_standardized: bool,
    /// The results may be nobody's, as a whole.
    pub(crate) of_whom: OfWhom,
    pub(crate) wide: Vec<WideColumn>,
    /// Cumulative: the columns of dates.
    pub(crate) sheet: Sheet,
    /// A zero in another column of results stands for none where the first is blank.
    pub(crate) zero_is_none: bool,
    /// A column that is not read may tell when a sample was drawn.
    pub(crate) time_unread: bool,
    /// Columns that tell rows of a day apart.
    pub(crate) apart: Apart,
    /// Wide: there are columns of a blood-gas analyzer, so blood is whole blood.
    pub(crate) is_blood_gas: bool,
    /// What the lines above the header say of every row.
    pub(crate) above: Above,
    /// Long: the first column is that of the patient.
    pub(crate) patient_stands_first: bool,
    /// Rows below the header that hold units and limits of the columns.
    pub(crate) head_rows: usize,
    /// By name or code, in lower case.
    pub(crate) defaults: HashMap<String, Defaults>,
}

impl Plan {
    /// The columns of a role.
    #[inline]
    pub(crate) fn pick(&self, role: Role) -> &Pick {
        &self.picks[role.index()]
    }

    /// Columns that hold results.
    pub(crate) fn value_columns(&self) -> Vec<usize> {
        match self.shape {
            Shape::Wide => self.wide.iter().map(|column| column.value).collect(),
            Shape::Long => self.pick(Role::Value).columns().collect(),
            Shape::Cumulative => self
                .sheet
                .columns
                .iter()
                .map(|column| column.value)
                .collect(),
        }
    }

    /// True if something is taken from a column.
    pub(crate) fn uses_column(&self, at: usize) -> bool {
        let of_analyte =
            |column: &WideColumn| column.value == at || column.beside().any(|beside| beside == at);
        self.uses
            .get(at)
            .is_some_and(|column| column.role.is_some())
            || self.wide.iter().any(of_analyte)
            || self
                .sheet
                .columns
                .iter()
                .flat_map(DatedColumn::all)
                .any(|column| column == at)
            || self
                .hemolysis
                .iter()
                .any(|index| index.unit_column == Some(at))
            || self.suspects.iter().any(|(column, _)| *column == at)
            || self.controls.iter().any(|(column, _)| *column == at)
            || self.later.iter().any(|(_, column)| *column == at)
            || self.pair.as_ref().is_some_and(|pair| pair.uses(at))
            || self.of_whom.uses(at)
            || self.age_and_sex == Some(at)
            || self.given_name == Some(at)
    }
}
