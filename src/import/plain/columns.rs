//! Which cells of a record say what of a result, where they count by their bytes.

use crate::import::Export;
use crate::import::cells::sex::SexLetters;
use crate::import::columns::Pair;
use crate::import::headers::role::Role;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::import::shapes::wide::{About, Twin, WideColumn};
use crate::observation::NumberStyle;
use crate::value::Mark;

/// Columns that say who and when: the same words beside other ones mean the same.
const OF_THE_DAY: [Role; 10] = [
    Role::Patient,
    Role::Sample,
    Role::Collected,
    Role::CollectedTime,
    Role::Received,
    Role::Reported,
    Role::Sex,
    Role::Age,
    Role::AgeUnit,
    Role::Birth,
];

/// Columns that say which analyte, in which specimen and unit.
const WORDING: &[Role] = &[
    Role::Name,
    Role::Code,
    Role::Loinc,
    Role::Specimen,
    Role::Category,
    Role::SampleKind,
    Role::Unit,
];

/// Columns of [`WORDING`] that more than the meaning of the words depends on.
const BESIDE_MEANING: &[Role] = &[Role::Specimen, Role::Category, Role::SampleKind, Role::Unit];

/// Which cells of a record say what of a result.
#[derive(Clone, Debug)]
pub(super) struct PlainColumns {
    pub(super) width: usize,
    /// By role of [`OF_THE_DAY`]: the column, and whether others stand in where it is blank.
    pub(super) of_the_day: [Option<(usize, bool)>; Role::COUNT],
    pub(super) who: Vec<Columns>,
    pub(super) wording: Vec<Columns>,
    pub(super) value: Vec<Columns>,
    pub(super) beside: Vec<Columns>,
    /// Wording and what is said beside it.
    pub(super) together: Vec<Columns>,
    pub(super) by_meaning: bool,
    /// What stands for the patient is a stay, if the files of patients know whose.
    pub(super) of_stay: bool,
    pub(super) sex_letters: SexLetters,
    /// Column of the value, if it says nothing else and the file has one decimal mark, and that mark.
    pub(super) number: Option<(usize, Mark)>,
    /// Columns that state the same number once more.
    pub(super) again: Vec<usize>,
    /// A blank in one of these says nothing.
    pub(super) again_or_blank: bool,
    /// Where a record holds several results: the column of this one, and by which bytes it is known.
    pub(super) result: Option<usize>,
    pub(super) of_result: Vec<u8>,
    /// The column that may state the same result, and how numbers are written.
    pub(super) twin: Option<(Twin, NumberStyle)>,
    /// Columns with what is said of the result, where it may be missing.
    pub(super) said: Vec<usize>,
}

/// Neighboring columns, the first and the last.
pub(super) type Columns = (usize, usize);

impl Export {
    /// True for a column that says who and when: its cells count as they stand, but for a time of its own.
    pub(in crate::import) fn says_who_or_when(&self, plan: &Plan, column: usize) -> bool {
        let role = plan.uses.get(column).and_then(|used| used.role);
        role.is_some_and(|role| OF_THE_DAY.contains(&role) && role != Role::CollectedTime)
            || self.patient_joins.iter().any(|join| join.column == column)
    }

    /// The columns of each result of a record that stands for itself: nothing is put together from several cells. Nothing
    /// if records do not.
    pub(super) fn plain_columns(&self, plan: &Plan) -> Vec<PlainColumns> {
        let results = match plan.shape {
            Shape::Long => vec![self.columns_of(plan, None)],
            // Few rows, of which each says something new.
            Shape::Cumulative => Vec::new(),
            Shape::Wide if !self.code_joins.is_empty() => Vec::new(),
            Shape::Wide => {
                let columns = plan.wide.iter();
                columns
                    .map(|column| self.columns_of(plan, Some(column)))
                    .collect()
            }
        };
        results
            .into_iter()
            .collect::<Option<_>>()
            .unwrap_or_default()
    }

    fn columns_of(&self, plan: &Plan, wide: Option<&WideColumn>) -> Option<PlainColumns> {
        // What is put together or compared is read whole.
        let is_compared = wide.is_some_and(|column| column.nameless.is_some());
        if !plan.later.is_empty()
            || !matches!(plan.pair, None | Some(Pair::Concept { .. }))
            || !plan.age_parts.is_empty()
            || is_compared
            || !plan.above.whose.is_empty()
            || plan.above.ownerless.is_some()
            || !plan.above.below.is_empty()
            || !plan.limits_by_sex.is_empty()
            || plan.sex.are_several()
            || 1 < plan.pick(Role::Birth).columns().count()
            || plan.age_and_sex.is_some()
            || plan.given_name.is_some()
        {
            return None;
        }
        let of = |roles: &[Role]| -> Vec<usize> {
            let columns = roles.iter().flat_map(|role| plan.pick(*role).columns());
            columns.collect()
        };
        let mut wording = of(WORDING);
        wording.extend(plan.name_with_unit);
        wording.extend(&plan.drawn);
        // A control's section is another one.
        wording.extend(plan.controls.iter().map(|(column, _)| *column));
        for join in &self.code_joins {
            wording.extend(join.columns());
        }
        let mut of_the_day = of(&OF_THE_DAY);
        of_the_day.extend(self.patient_joins.iter().map(|join| join.column));
        let value = match wide {
            Some(column) => vec![column.value],
            None => of(&[Role::Value]),
        };
        let other: Vec<Role> = Role::ALL
            .iter()
            .copied()
            .filter(|role| !OF_THE_DAY.contains(role) && !WORDING.contains(role))
            .filter(|role| *role != Role::Value)
            .collect();
        let mut beside = of(&other);
        beside.extend(of(BESIDE_MEANING));
        beside.extend(plan.hemolysis.iter().map(|about| about.column));
        beside.extend(&plan.drawn);
        beside.extend(plan.suspects.iter().map(|(column, _)| *column));
        beside.extend(plan.controls.iter().map(|(column, _)| *column));
        if let Some(column) = wide {
            wording.extend(column.unit_column);
            wording.extend(column.about(About::Specimen));
            beside.extend(column.beside());
        }
        if let Some(Pair::Concept {
            number,
            number_unit,
            source,
            source_unit,
        }) = &plan.pair
        {
            // Either may be the result, with its unit.
            if ![number, source].iter().all(|at| value.contains(at)) {
                return None;
            }
            beside.extend([number_unit, source_unit].into_iter().flatten());
        }
        // A cell that says both who and what would have to be in neither part.
        let both = |column: &usize| of_the_day.contains(column);
        if wording.iter().chain(&beside).chain(&value).any(both) {
            return None;
        }
        let says_more = |column: &usize| wording.contains(column) || beside.contains(column);
        let style = self.numbers;
        let number = value.first().copied();
        let number = number.filter(|_| !value.iter().any(says_more));
        let result = wide.map(|column| column.value);
        Some(PlainColumns {
            width: plan.headers.len(),
            of_the_day: std::array::from_fn(|role| {
                let mut columns = plan.pick(Role::ALL[role]).columns();
                columns
                    .next()
                    .map(|first| (first, columns.next().is_some()))
            }),
            who: neighbors(of_the_day),
            together: neighbors([wording.as_slice(), &beside].concat()),
            wording: neighbors(wording),
            again: value.iter().skip(1).copied().collect(),
            again_or_blank: plan.pair.is_none(),
            value: neighbors(value),
            beside: neighbors(beside),
            number: number.zip(style.mark()),
            by_meaning: wide.is_none()
                && self.code_joins.is_empty()
                && plan.defaults.is_empty()
                && plan.name_with_unit.is_none(),
            of_stay: plan.patient_is_stay,
            sex_letters: plan.sex.letters,
            of_result: result.map_or(Vec::new(), |column| column.to_le_bytes().to_vec()),
            result,
            twin: wide.and_then(|column| Some((column.twin?, style))),
            said: wide.map_or(Vec::new(), |column| column.said().collect()),
        })
    }
}

/// Columns in order, those beside each other together.
pub(super) fn neighbors(mut columns: Vec<usize>) -> Vec<Columns> {
    columns.sort_unstable();
    columns.dedup();
    let mut together: Vec<Columns> = Vec::new();
    for column in columns {
        match together.last_mut() {
            Some((_, last)) if *last + 1 == column => *last = column,
            _ => together.push((column, column)),
        }
    }
    together
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_beside_each_other_are_one_piece() {
        assert_eq!(neighbors(vec![7, 3, 4, 5, 3]), [(3, 5), (7, 7)]);
        assert_eq!(neighbors(Vec::new()), []);
    }
}
