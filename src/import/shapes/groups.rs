//! Several results in one row, each in columns under the same headers, or under headers with a number: `Test, Result, Unit,
//! Test, Result, Unit`, `Test 1, Result 1, Test 2, Result 2`. What stands behind the first of them would be in no row of the
//! output.

use csv::StringRecord;

use crate::error::{Error, Result};
use crate::import::columns::Seen;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::text::quoted;

/// Refuses a long export whose header repeats the columns of the analyte and of its result.
pub(in crate::import) fn refuse(plan: &Plan, seen: &Seen) -> Result<()> {
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
    // "Result, Result 2, Test, Test 2" is one test, perhaps, with two names and two results.
    let is_numbered = |(one, other): (usize, usize)| {
        vocabulary::fold(&plan.headers[one]) != vocabulary::fold(&plan.headers[other])
    };
    let is_in_turn = analyte.0.max(value.0) < analyte.1.min(value.1);
    // "OBX-3, OBX-5": the numbers are of the fields of one result.
    let of_analyte = words(plan, analyte.0);
    let are_fields = of_analyte.is_some() && of_analyte == words(plan, value.0);
    if (is_numbered(analyte) || is_numbered(value)) && (!is_in_turn || are_fields) {
        return Ok(());
    }
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
        .map(|at| quoted(&seen.headers[*at]))
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

/// The column of a role and another one under the same header, or else with another number behind it, in their order.
fn again(plan: &Plan, role: Role) -> Option<(usize, usize)> {
    let own = plan.pick(role).columns().next()?;
    let header = |at: usize| vocabulary::fold(&plan.headers[at]);
    let (whole, bare) = (header(own), words(plan, own));
    // Of the fields of a segment, too, "OBX-3" twice is one field twice, and no other.
    let is_same = |at: &usize| {
        *at != own && (header(*at) == whole || words(plan, *at).as_ref() == Some(&whole))
    };
    let is_numbered = |at: &usize| {
        let other = words(plan, *at);
        *at != own && ((other.is_some() && other == bare) || bare == Some(header(*at)))
    };
    let all = || 0..plan.headers.len();
    let other = all().find(is_same).or_else(|| all().find(is_numbered))?;
    Some((own.min(other), own.max(other)))
}

/// The words of a header with a number behind them.
fn words(plan: &Plan, at: usize) -> Option<String> {
    vocabulary::numbered(&plan.headers[at]).map(|(words, _)| words)
}
