//! Zeros that a program writes where nothing was measured: `LBORRES` blank beside `LBSTRESN` 0, `VALUE` NULL beside `VALUENUM` 0.

use csv::StringRecord;

use super::Understood;
use crate::import::columns::Pair;
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::Later;
use crate::import::plan::Plan;
use crate::observation::Observation;
use crate::text::is_null;
use crate::value::{interval, read_number};

/// True if a zero in another column of results stands for none where the first is blank: because the first is filled in with
/// most numbers that the others have. Where it seldom is, the others are the results, and a zero may be one.
pub(in crate::import) fn zero_is_none(plan: &Plan, rows: &[StringRecord]) -> bool {
    let mut columns = plan.pick(Role::Value).columns();
    let Some(mut first) = columns.next() else {
        return false;
    };
    let mut others: Vec<usize> = columns.collect();
    match &plan.pair {
        Some(Pair::Standard(set)) => others.extend(&set.value),
        Some(Pair::Concept { number, source, .. }) => (first, others) = (*source, vec![*number]),
        _ => {}
    }
    let again = plan
        .later
        .iter()
        .filter(|(later, _)| *later == Later::Again);
    others.extend(again.map(|(_, at)| at));
    let text = |row: &'_ StringRecord, at: usize| row.get(at).unwrap_or("").trim().to_string();
    let is_number =
        |cell: &str| begins_like_number(cell) && cell.contains(|c| matches!(c, '1'..='9'));
    let with_numbers = rows
        .iter()
        .filter(|row| others.iter().any(|at| is_number(&text(row, *at))));
    let (mut filled, mut blank) = (0, 0);
    for row in with_numbers {
        match is_blank(&text(row, first)) {
            true => blank += 1,
            false => filled += 1,
        }
    }
    blank < filled
}

impl Understood<'_> {
    /// Takes the first column of results instead of a zero in another one that stands in for it and says nothing.
    pub(super) fn leave_filler_out<'a>(&'a self, seen: &mut Observation<'a>) {
        let Some(first) = self.plan.pick(Role::Value).columns().next() else {
            return;
        };
        let own = self.record.get(first).unwrap_or("");
        if first + 1 != seen.column && self.is_filled_by_nothing(own, seen.value) {
            (seen.value, seen.column) = (own, first + 1);
        }
    }

    /// True if another column has a zero where the own one says that there is no result, or nothing.
    pub(super) fn is_filled_by_nothing(&self, own: &str, other: &str) -> bool {
        let is_zero = || {
            read_number(other.trim(), self.export.numbers).is_some_and(|number| number.is_zero())
        };
        let says_none = || is_null(own) || interval::is_missing(own.trim());
        match is_blank(own) {
            true => self.plan.zero_is_none && is_zero(),
            false => says_none() && is_zero(),
        }
    }
}
