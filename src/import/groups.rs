//! Several results in one row, each in columns under the same headers: `Test, Result, Unit, Test, Result, Unit`. What stands
//! behind the first of them would be in no row of the output.

use csv::StringRecord;

use super::columns::Seen;
use super::layout::Shape;
use super::plan::Plan;
use super::role::Role;
use super::table::is_blank;
use super::vocabulary;
use crate::error::{Error, Result};

/// Refuses a long export whose header repeats the columns of the analyte and of its result.
pub(super) fn refuse(plan: &Plan, seen: &Seen) -> Result<()> {
    let stated = |role: &Role| {
        let mut layout = seen.layout.iter();
        layout.any(|layout| layout.columns.contains_key(role))
    };
    if plan.shape != Shape::Long || stated(&Role::Value) {
        return Ok(());
    }
    let analyte = [Role::Name, Role::Code, Role::Loinc]
        .iter()
        .filter(|role| !stated(role))
        .find_map(|role| again(plan, *role));
    let (Some(analyte), Some(value)) = (analyte, again(plan, Role::Value)) else {
        return Ok(());
    };
    // The columns of a join, there twice, say the same.
    let is_another = |row: &StringRecord| {
        let cells = |(first, second): (usize, usize)| {
            let cell = |at| row.get(at).unwrap_or("").trim();
            (cell(first), cell(second))
        };
        let (one, other) = cells(analyte);
        !is_blank(other) && one != other && !is_blank(cells(value).1)
    };
    if !seen.rows.iter().any(is_another) {
        return Ok(());
    }
    let names: Vec<String> = [analyte.0, value.0]
        .iter()
        .map(|at| format!("{:?}", seen.headers[*at]))
        .collect();
    Err(Error::new(
        seen.file,
        format!(
            "each row holds several results: {} stand in the header more than once",
            names.join(" and ")
        ),
        "export one result a row: those behind the first would be in no row of the output",
    )
    .at(seen.header_line))
}

/// The column of a role, and another one under the same header.
fn again(plan: &Plan, role: Role) -> Option<(usize, usize)> {
    let first = plan.pick(role).columns().next()?;
    let header = vocabulary::fold(&plan.headers[first]);
    let mut others = first + 1..plan.headers.len();
    let other = others.find(|at| vocabulary::fold(&plan.headers[*at]) == header)?;
    Some((first, other))
}
