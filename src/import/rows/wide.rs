//! One column of a wide record, with what stands beside it.

use csv::StringRecord;

use super::Understood;
use super::later::differs;
use super::said::{beside_value, condition};
use crate::import::cells::asked;
use crate::import::cells::standing::{is_no, is_yes};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::shapes::wide::{About, WideColumn};
use crate::interpret::reported::{self, Status};
use crate::interpretation::ReportedFlag;
use crate::observation::Observation;

impl<'e> Understood<'e> {
    /// Puts together what several cells say of the result of a column: the row's comment and its own.
    pub(super) fn join_own(&mut self, column: &WideColumn) {
        self.own_comment.clear();
        self.own_condition.clear();
        if column.about.is_empty() {
            return;
        }
        let (plan, record) = (self.plan, &self.record);
        let row = match self.comment.is_empty() {
            true => plan.pick(Role::Comment).text(record),
            false => self.comment.as_str(),
        };
        let cell = |at: usize| record.get(at).unwrap_or("").trim();
        let comments = column.about(About::Comment).map(cell);
        let marks = [About::Status, About::Mark]
            .into_iter()
            .flat_map(|about| column.about(about));
        let marks = marks.map(cell).filter(|cell| Mark::of(cell) == Mark::Doubt);
        let own: Vec<&str> = comments
            .chain(marks)
            .filter(|cell| !is_blank(cell))
            .collect();
        if !own.is_empty() {
            put_together(&mut self.own_comment, [row.trim()].into_iter().chain(own));
        }
        let own: Vec<&str> = column
            .about(About::Condition)
            .map(cell)
            .map(condition)
            .collect();
        if own.iter().any(|cell| !is_blank(cell)) {
            let row = match plan.hemolysis.is_empty() {
                true => condition(plan.pick(Role::SpecimenCondition).text(record)),
                false => self.specimen_condition.as_str(),
            };
            put_together(&mut self.own_condition, [row.trim()].into_iter().chain(own));
        }
    }

    /// Fills in what the column and the cells beside it say.
    pub(super) fn fill_wide<'a>(&'a self, seen: &mut Observation<'a>, column: &'a WideColumn) {
        let record = &self.record;
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or("");
        let or = |cell: &'a str, other: &'a str| if is_blank(cell) { other } else { cell };
        seen.column = column.value + 1;
        seen.name = &column.name;
        seen.loinc = &column.loinc;
        seen.value = cell(Some(column.value));
        seen.unit = or(cell(column.unit_column), &column.unit);
        seen.low = or(cell(column.low_column), &column.low);
        seen.high = or(cell(column.high_column), &column.high);
        seen.range = or(cell(column.range_column), &column.range);
        seen.limits_are_told = column.limits_are_told && is_blank(cell(column.range_column));
        seen.critical.low = or(cell(column.critical_low_column), &column.critical_low);
        seen.critical.high = or(cell(column.critical_high_column), &column.critical_high);
        seen.unit_beside = &column.unit_beside;
        seen.flag = cell(column.flag_column);
        seen.specimen = or(&column.specimen, seen.specimen);
        seen.condition = or(&column.condition, seen.condition);
        let nameless = cell(column.nameless).trim();
        if !is_blank(nameless) && differs(seen.value, nameless, self.export.numbers) {
            seen.value_beside = nameless;
        }
        if column.about.is_empty() {
            return;
        }
        let first = |about: About| cell(column.about(about).find(|at| !is_blank(cell(Some(*at)))));
        seen.specimen = or(first(About::Specimen), seen.specimen);
        let comparator = first(About::Comparator);
        if !is_blank(comparator) {
            seen.comparator = beside_value(seen.value, comparator);
        }
        for (about, at) in &column.about {
            if let About::Beyond(asks) = about {
                let says = asks.sign(seen.value, cell(Some(*at)));
                seen.comparator = asks.and(seen.comparator, beside_value(seen.value, says));
            }
        }
        fill_marks(seen, column, record);
        if !self.own_comment.is_empty() {
            seen.comment = &self.own_comment;
        }
        if !self.own_condition.is_empty() {
            seen.specimen_condition = &self.own_condition;
        }
    }
}

/// What status, marks and answers beside a result say: a flag where there is none, a status graver than the row's, a doubt.
fn fill_marks<'a>(seen: &mut Observation<'a>, column: &WideColumn, record: &'a StringRecord) {
    for (about, at) in &column.about {
        let cell = record.get(*at).unwrap_or("").trim();
        match about {
            About::Stands(standing) => match standing.status(cell) {
                "" => {}
                status => (seen.status, seen.own_status) = (status, true),
            },
            About::Asks(asked) if is_yes(cell) || is_no(cell) => {
                if is_blank(seen.flag) {
                    seen.flag = asked::flag(*asked, cell);
                }
                seen.flag = asked::critical(seen.flag, *asked, cell);
            }
            About::Status | About::Mark | About::Asks(_) => match Mark::of(cell) {
                Mark::Nothing => {}
                Mark::Flag if is_blank(seen.flag) => seen.flag = cell,
                Mark::Flag => {}
                Mark::Status => (seen.status, seen.own_status) = (cell, true),
                // Of a status that is not known the row says so.
                Mark::Doubt if *about == About::Status && seen.status.is_empty() => {
                    (seen.status, seen.own_status) = (cell, true);
                }
                Mark::Doubt => seen.alarm = cell,
            },
            _ => {}
        }
    }
}

/// What a cell in a column of statuses or marks of one analyte is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Nothing,
    /// Where the result lies.
    Flag,
    /// A status by which it is none, or not final.
    Status,
    /// Something else: nobody here knows what it means for the result.
    Doubt,
}

impl Mark {
    fn of(cell: &str) -> Mark {
        let cell = cell.trim();
        if is_blank(cell) {
            Mark::Nothing
        } else if matches!(
            reported::flag(cell),
            ReportedFlag::Low | ReportedFlag::High | ReportedFlag::Normal
        ) || reported::is_abnormal_mark(cell)
        {
            Mark::Flag
        } else if reported::status(cell) != Status::Final {
            Mark::Status
        } else if reported::is_final(cell) || reported::is_no_alarm(cell) {
            Mark::Nothing
        } else {
            Mark::Doubt
        }
    }
}

pub(super) fn put_together<'t>(text: &mut String, parts: impl Iterator<Item = &'t str>) {
    for part in parts.filter(|part| !is_blank(part)) {
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_mark_is() {
        for (cell, expected) in [
            ("", Mark::Nothing),
            ("F", Mark::Nothing),
            ("Final", Mark::Nothing),
            ("OK", Mark::Nothing),
            ("Pass", Mark::Nothing),
            ("H", Mark::Flag),
            ("Low", Mark::Flag),
            ("*", Mark::Flag),
            ("P", Mark::Status),
            ("X", Mark::Status),
            ("Fail", Mark::Status),
            ("Cancelled", Mark::Status),
            ("PLT clumps", Mark::Doubt),
            ("HEM", Mark::Doubt),
        ] {
            assert_eq!(Mark::of(cell), expected, "{cell:?}");
        }
    }
}
