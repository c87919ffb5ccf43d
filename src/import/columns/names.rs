//! A column under a header that is not known, whose cells are names of analytes.

use super::{Columns, Seen, unused};
use crate::import::file::table::is_blank;
use crate::import::headers::header_unit::split_known;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::layout::Layout;
use crate::interpret::reported;

/// Parts of headers of what may be called like an analyte and is none that was measured, folded.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "drug", "medic", "treat", "therap", "suppl", "nutri", "infus", "product", "ingred", "dose", "diagnos", "indicat", "reason",
    "comment", "remark", "note", "panel", "profil", "order", "request", "group", "categ", "section", "unit", "flag", "method",
    "patient", "person", "ward", "site", "country", "state", "locat", "region", "nation", "city", "history", "previous", "next", "other", "also",
    "control", "calibr", "standard", "qc", "linear", "spike", "reagent", "interfer", "dialys", "additiv", "prescri", "diet", "allerg",
    "reflex", "numerat", "denomin", "deficien", "target", "missing", "material", "lot",
];

/// What the cells of a column say of analytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    /// Cells that name one that is known.
    known: usize,
    /// Different ones.
    distinct: usize,
    filled: usize,
    /// Some are of several words: "Serum potassium level" is nothing else.
    in_words: bool,
}

impl Worth {
    fn of(seen: &Seen, column: usize) -> Worth {
        let cells = seen.rows.iter().filter_map(|row| row.get(column));
        // `NA` is no sodium where others have a name.
        let filled: Vec<&str> = cells
            .map(str::trim)
            .filter(|cell| !is_blank(cell) && !reported::is_no_alarm(cell))
            .collect();
        let mut known: Vec<&str> = filled
            .iter()
            .copied()
            .filter(|cell| {
                1 < cell.len() && !cell.eq_ignore_ascii_case("na") && is_name(seen, cell)
            })
            .collect();
        let count = known.len();
        known.sort_unstable();
        known.dedup();
        Worth {
            known: count,
            distinct: known.len(),
            filled: filled.len(),
            in_words: known.iter().any(|cell| cell.contains(' ')),
        }
    }

    /// True if it can be nothing else: nearly all are known, or many different ones. A word that always is the same may be
    /// anything, as may a letter.
    fn is_of_names(self) -> bool {
        let is_told = 2 <= self.distinct || self.in_words;
        let nearly_all = 0 < self.known && self.filled * 9 <= self.known * 10 && is_told;
        let many = self.filled <= self.known * 2 && 4 <= self.distinct;
        nearly_all || many
    }
}

/// True for the name of an analyte, perhaps with its unit.
pub(super) fn is_name(seen: &Seen, cell: &str) -> bool {
    split_known(cell, seen.known).is_some()
}

/// True if several rows say the same.
fn is_constant(seen: &Seen, column: usize) -> bool {
    let mut cells = seen.cells(column);
    let first = cells.next();
    1 < seen.rows.len() && cells.all(|cell| Some(cell) == first)
}

/// True for a header under which names may stand, by the cells.
fn may_name(header: &str) -> bool {
    vocabulary::entry(header).is_some_and(|entry| entry.chooses(Role::Name))
}

impl Columns {
    /// Leaves a first column of names of which none is known, where another of that role has names that are: `lab_name` is
    /// the test in one system and the laboratory in another.
    pub(super) fn leave_names_of_nothing(&mut self, seen: &Seen) {
        let stated = |layout: &Layout| layout.columns.contains_key(&Role::Name);
        if seen.layout.is_some_and(stated) {
            return;
        }
        let [first, others @ ..] = self.of(Role::Name) else {
            return;
        };
        let (first, of_first) = (*first, Worth::of(seen, *first));
        let others = others.iter().map(|at| Worth::of(seen, *at));
        let best = others.max_by_key(|worth| worth.known);
        let is_named = best.is_some_and(|best| 0 < best.known && best.filled <= best.known * 2);
        if is_named && of_first.known == 0 && 0 < of_first.filled {
            let why = "the cells of another column are names of analytes";
            self.leave(why, Role::Name, |at| at != first);
        }
    }

    /// Takes the column with the most names that are known, where no other has any.
    pub(super) fn add_name(&mut self, seen: &Seen) {
        let named = self.of(Role::Name);
        let is_said = |column: &usize| 0 < Worth::of(seen, *column).known;
        let stated = seen.layout.is_some_and(|layout| {
            let by = [Role::Name, Role::Code, Role::Loinc];
            by.iter().any(|role| layout.columns.contains_key(role))
        });
        if !self.has(Role::Value) || stated || named.iter().any(is_said) {
            return;
        }
        self.take_name(seen);
    }

    /// Takes names that stand under "Date", in front of columns of dates.
    pub(crate) fn take_names_under_dates(&mut self, seen: &Seen) {
        let columns = self.of(Role::Collected).iter().copied();
        let are_names = |at: &usize| {
            seen.cells(*at).next().is_some() && seen.cells(*at).all(|cell| is_name(seen, cell))
        };
        let found = columns.filter(are_names);
        if let Some(column) = { found }.next() {
            let why = "its cells are names of analytes";
            self.leave(why, Role::Collected, |at| at != column);
            self.use_for(column, Role::Name, why);
        }
    }

    /// The same where no column is known that names an analyte, beside columns of dates.
    pub(crate) fn add_name_beside_dates(&mut self, seen: &Seen) {
        let by = [Role::Name, Role::Code, Role::Loinc];
        if !by.iter().any(|role| self.has(*role)) {
            self.take_name(seen);
        }
    }

    fn take_name(&mut self, seen: &Seen) {
        let may_be = |column: &usize| {
            let folded = vocabulary::fold(&seen.headers[*column]);
            self.uses[*column].role.is_none()
                && (self.is_unknown(*column) || may_name(&seen.headers[*column]))
                && !OTHERS.iter().any(|word| folded.contains(word))
        };
        let columns = (0..seen.headers.len()).filter(may_be);
        let worth = columns.map(|column| (Worth::of(seen, column), std::cmp::Reverse(column)));
        // One text on all rows is the name of something else.
        let named = self.of(Role::Name);
        let is_constant = !named.is_empty() && named.iter().all(|at| is_constant(seen, *at));
        let best = worth
            .filter(|(worth, _)| worth.is_of_names() || (is_constant && 0 < worth.known))
            .max();
        let Some((_, std::cmp::Reverse(column))) = best else {
            return;
        };
        // What names none that is known is a panel.
        for column in std::mem::take(&mut self.by_role[Role::Name.index()]) {
            self.uses[column] = unused("the cells of another column are names of analytes");
            self.by_role[Role::Category.index()].push(column);
        }
        self.use_for(column, Role::Name, "its cells are names of analytes");
    }
}
