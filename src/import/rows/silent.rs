//! Records of many results without one: some say why there is none, some head a section.

use super::Understood;
use crate::import::cells::fluid;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::layout::Shape;
use crate::import::shapes::wide::speaks;
use crate::import::shapes::wide::unread::speaks_of_sample;
use crate::interpret::reported;
use crate::observation::Observation;

/// What a wide record is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Silent {
    /// It has results, or says nothing.
    #[default]
    No,
    /// A comment or a status says why there are none.
    Explained,
    /// It has one cell, which heads a section.
    Title(usize),
}

/// Columns that may say why there are no results.
const WHY: [Role; 4] = [
    Role::Comment,
    Role::Status,
    Role::Reason,
    Role::SpecimenCondition,
];

impl Understood<'_> {
    /// What a record is that may have no result.
    pub(super) fn look_at_silence(&self) -> Silent {
        let cell = |at: usize| self.record.get(at).unwrap_or("");
        let (wide, sheet) = (self.plan.wide.iter(), self.plan.sheet.columns.iter());
        let mut values = wide
            .map(|column| column.value)
            .chain(sheet.map(|column| column.value));
        if values.any(|at| !is_blank(cell(at))) {
            return Silent::No;
        }
        // Below a sheet stands what is said of all of it.
        let is_sheet = self.plan.shape == Shape::Cumulative;
        let mut filled = (0..self.record.len()).filter(|at| !is_blank(cell(*at)));
        if let (Some(only), None) = (filled.next(), filled.next())
            && (heads_section(cell(only)) || (is_sheet && speaks_of_sample(cell(only))))
        {
            return Silent::Title(only);
        }
        let mut why = WHY.iter().flat_map(|role| self.plan.pick(*role).columns());
        match self.own_standing().is_some()
            || why.any(|at| 2 < cell(at).trim().len() && speaks(cell(at)))
        {
            true => Silent::Explained,
            false => Silent::No,
        }
    }

    /// The heading of a section as a row of a long export has it: a name and nothing else.
    pub(super) fn title(&self, at: usize) -> Observation<'_> {
        // A line that begins a section heads no other rows.
        let (above, all) = (self.plan.above.at(self.line), &self.plan.above);
        let specimen = match above.specimen != all.specimen {
            true => above.specimen.as_str(),
            false => "",
        };
        Observation {
            specimen,
            file: self.export.label(),
            line: self.line,
            column: at + 1,
            name: self.record.get(at).unwrap_or("").trim(),
            numbers: self.export.numbers,
            ..Observation::default()
        }
    }
}

/// True for the name of a fluid that is not blood, or of what is nobody's.
pub(in crate::import) fn heads_section(cell: &str) -> bool {
    let fluid = fluid::words().and_then(|words| words.in_cell(cell));
    fluid.is_some_and(|fluid| !fluid.is_blood()) || reported::heads_controls(cell)
}
