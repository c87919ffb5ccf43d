//! Columns that tell by their cells what they are, whatever their headers.

use super::drawn::is_of_drawing;
use super::signs::are_signs;
use super::{Columns, MISFIT, PERHAPS_LIMIT, STATED, Seen, limits, spoken};
use crate::import::cells::beyond::Beyond;
use crate::import::cells::fluid;
use crate::import::cells::standing::are_statistics;
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::header_unit;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::shapes::wide::unread;

/// Parts of headers of what is said of a patient or a test, folded: there hemolysis is a disease or a name.
const OF_PATIENT: &[&str] = &[
    "method",
    "limit",
    "require",
    "instruct",
    "handl",
    "purpose",
    "use",
    "cause",
    "mean",
    "expl",
    "educat",
    "info",
    "group",
    "order",
    "criteri",
    "interfer",
    "frage",
    "rozpozn",
    "anamn",
    "indik",
    "reason",
    "physic",
    "extra",
    "policy",
    "rule",
    "text",
    "diag",
    "clinic",
    "histor",
    "problem",
    "indicat",
    "icd",
    "dx",
    "disease",
    "name",
    "desc",
    "test",
    "analyt",
    "code",
    "drug",
    "medic",
    "therap",
    "proced",
    "ward",
    "surg",
    "symptom",
    "complain",
    "诊断",
    "診断",
    "病史",
    "진단",
    "диагноз",
];

/// True for a header, folded, of what is said of a patient or a test.
pub(super) fn is_of_patient(folded: &str) -> bool {
    OF_PATIENT.iter().any(|word| folded.contains(word))
}

impl Columns {
    /// A column whose cells name statistics: the rows are no results.
    pub(super) fn add_summaries(&mut self, seen: &Seen) {
        for column in 0..seen.headers.len() {
            let cells = seen.rows.iter().filter_map(|row| row.get(column));
            if self.uses[column].role.is_none() && self.is_unknown(column) && are_statistics(cells)
            {
                self.use_for(column, Role::Standing, "its cells name statistics");
            }
        }
    }

    /// A column under a header that is not known, whose cells are words for fluids, is the specimen, where nothing else is.
    pub(super) fn add_specimen(&mut self, seen: &Seen) {
        if self.has(Role::Specimen) {
            return;
        }
        let is_one = |column: &usize| {
            let cells = seen.rows.iter().filter_map(|row| row.get(*column));
            self.uses[*column].role.is_none()
                && self.is_unknown(*column)
                && !is_of_drawing(&seen.headers[*column])
                && fluid::is_specimen(&seen.headers[*column], cells)
        };
        if let Some(column) = (0..seen.headers.len()).find(is_one) {
            self.use_for(column, Role::Specimen, "its cells are words for specimens");
        }
    }

    /// Columns that tell by their cells what they are, whatever their headers, beside a result.
    pub(super) fn add_by_cells(&mut self, seen: &Seen) {
        if !self.has(Role::Value) {
            return;
        }
        // A modifier of a limit is none of the result; and a flag may be an arrow.
        let of_others = |header: &str| {
            let folded = vocabulary::fold(header);
            [
                "flag", "norm", "ref", "range", "limit", "low", "high", "unit",
            ]
            .iter()
            .any(|word| folded.contains(word))
        };
        for (column, header) in seen.headers.iter().enumerate() {
            if self.uses[column].role.is_some() || !self.is_unknown(column) {
                continue;
            }
            if !self.has_signs(seen) && !of_others(header) && are_signs(seen, column) {
                match self.are_flags(seen, column) {
                    true => self.use_for(column, Role::Flag, "its signs are those of flags"),
                    false => self.use_for(column, Role::Comparator, "its cells are comparators"),
                }
            } else if fluid::is_column(header, seen.rows.iter().filter_map(|row| row.get(column))) {
                self.use_for(
                    column,
                    Role::Category,
                    "some of its cells name a fluid that is not serum",
                );
            }
        }
    }

    /// True if a column holds comparators, and does not only answer whether there is one.
    fn has_signs(&self, seen: &Seen) -> bool {
        let mut columns = self.of(Role::Comparator).iter();
        columns.any(|at| Beyond::of(&seen.headers[*at]) == Beyond::Nothing)
    }

    /// Columns whose cells speak of the sample, whatever their headers.
    pub(super) fn add_spoken(&mut self, seen: &Seen) {
        let of_patient = |header: &str| {
            let folded = vocabulary::fold(header);
            let of_sample = [
                "sample",
                "specimen",
                "collectionmethod",
                "drawmethod",
                "samplingmethod",
            ]
            .iter()
            .any(|word| folded.contains(word));
            !of_sample && is_of_patient(&folded)
        };
        for (column, header) in seen.headers.iter().enumerate() {
            let cells = || seen.rows.iter().filter_map(|row| row.get(column));
            let is_free = self.uses[column].role.is_none() && self.is_unknown(column);
            // "Problem" is the sample's where no cell tells of anything else.
            let mut filled = cells().filter(|cell| !is_blank(cell));
            let of_sample =
                vocabulary::fold(header) == "problem" && filled.all(unread::speaks_of_sample);
            if !is_free || (of_patient(header) && !of_sample) {
                continue;
            }
            // A result may be a word, too.
            let is_result = header_unit::split_known(header, seen.known).is_some();
            if is_result || cells().any(begins_like_number) {
                continue;
            }
            // "Hemolyzed" says it of a sample, whatever result is called so.
            let names = |cell: &str| (seen.known)(cell.trim()) && !cell.trim().ends_with("ed");
            // A code is no name where no other cell of the column is one.
            let is_code = |cell: &str| {
                let is_name =
                    |cell: &str| (seen.known)(cell.trim()) && !spoken::is_code_of_sample(cell);
                spoken::is_code_of_sample(cell) && !cells().any(is_name)
            };
            let speaks = |cell: &str| {
                (unread::speaks_of_sample(cell) && !names(cell))
                    || spoken::speaks_of_tube(cell)
                    || is_code(cell)
            };
            if !cells().any(speaks) {
                continue;
            }
            self.use_for(column, Role::Comment, "its cells speak of the sample");
        }
    }

    /// Therapeutic limits are those of drugs.
    pub(super) fn leave_therapeutic(&mut self, seen: &Seen) {
        let names = [self.of(Role::Name), self.of(Role::Code)].concat();
        let is_drug_s = |column| !limits::are_of_anticoagulants(seen, column, &names);
        self.leave(MISFIT, Role::Range, is_drug_s);
    }

    /// A limit whose other one seems to stand beside it under a header that is not known says nothing.
    pub(super) fn leave_half_a_pair(&mut self, seen: &Seen) {
        let (lows, highs) = (self.of(Role::Low), self.of(Role::High));
        let (role, is_low) = match (lows.is_empty(), highs.is_empty()) {
            (false, true) => (Role::Low, true),
            (true, false) => (Role::High, false),
            _ => return,
        };
        let is_unknown = |at: usize| self.uses[at].role.is_none() && self.is_unknown(at);
        let is_stated = |at: usize| self.uses[at].reason == STATED;
        let of_role = self.of(role).iter().copied();
        let half: Vec<usize> = of_role
            .filter(|at| !is_stated(*at) && limits::is_half(seen, *at, is_low, is_unknown))
            .collect();
        let why = "the other limit beside it is not known";
        self.leave(why, role, |at| !half.contains(&at));
        let others = half.into_iter();
        for other in others.filter_map(|at| limits::beside(at, is_low)) {
            self.uses[other].reason = PERHAPS_LIMIT.to_string();
        }
    }
}
