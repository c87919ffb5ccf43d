//! Columns that give the same thing and do not agree: one of them is used, and the other must not vanish without a word.

use csv::StringRecord;
use rust_decimal::Decimal;

use crate::import::date::DateOrders;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Later};
use crate::import::plan::Plan;
use crate::observation::NumberStyle;
use crate::person::{Sex, birth};
use crate::text::quoted;
use crate::units::spelling::UnitTable;
use crate::value::read_number;

/// Says of each column that another one is used instead, where cells of the first rows do not agree.
pub(crate) fn disagreeing(
    plan: &Plan,
    rows: &[StringRecord],
    (style, orders): (NumberStyle, DateOrders),
) -> Vec<String> {
    let mut said = of_person(plan, rows, orders);
    let is_later = |column: usize| plan.later.iter().any(|(_, later)| *later == column);
    // Each behind a result of its own.
    let is_unit_of_its_own = |column: usize, used: usize| {
        0 < column && is_later(column - 1) && are_units(rows, column, used)
    };
    for (column, used) in same_headers(plan) {
        let differ = |(one, other): (&str, &str)| !is_blank(one) && one.trim() != other.trim();
        if !is_later(column) && !is_unit_of_its_own(column, used) {
            said.extend(message(plan, rows, (column, used), differ));
        }
    }
    // Of two statements with a unit each a row takes one, and says itself where they contradict each other.
    let values = plan.pick(Role::Value).columns();
    let mut values = values.filter(|_| plan.pair.is_none());
    if let Some(used) = values.next() {
        let differ = |(one, other): (&str, &str)| {
            let number = |text: &str| read_number(text.trim(), style);
            number(one)
                .zip(number(other))
                .is_some_and(|(one, other)| are_apart(one, other))
        };
        let again = plan.later.iter().map(|(later, column)| match later {
            Later::Corrected => (used, *column),
            Later::Again | Later::Converted => (*column, used),
        });
        let is_converted = |(column, used): &(usize, usize)| are_units(rows, column + 1, used + 1);
        let pairs = values.map(|column| (column, used)).chain(again);
        for columns in pairs.filter(|pair| !is_converted(pair)) {
            said.extend(message(plan, rows, columns, differ));
        }
    }
    said
}

/// Says of columns of sex, and of birth, that they contradict each other: then neither counts.
fn of_person(plan: &Plan, rows: &[StringRecord], orders: DateOrders) -> Vec<String> {
    let sexes_differ = |(one, other): (&str, &str)| Sex::are_apart(one, other);
    let births_differ = |(one, other): (&str, &str)| birth::are_apart(one, other, orders);
    let pairs = |role: Role| {
        let mut columns = plan.pick(role).columns();
        let first = columns.next();
        columns.filter_map(move |column| Some((column, first?)))
    };
    let neither = |_: usize| "neither is taken there".to_string();
    let of_sex = pairs(Role::Sex).filter_map(|pair| told(plan, rows, pair, sexes_differ, neither));
    let of_birth =
        pairs(Role::Birth).filter_map(|pair| told(plan, rows, pair, births_differ, neither));
    of_sex.chain(of_birth).collect()
}

/// True if two columns hold units, and not the same ones: what stands in front of them is stated in two units, and each row says
/// whether it agrees.
fn are_units(rows: &[StringRecord], one: usize, other: usize) -> bool {
    let units = UnitTable::bundled();
    let mut cells = rows
        .iter()
        .filter_map(|row| Some((units.read(row.get(one)?), units.read(row.get(other)?))))
        .filter(|(one, other)| !one.is_empty() || !other.is_empty())
        .peekable();
    cells.peek().is_some()
        && cells.all(|(one, other)| !one.is_empty() && !other.is_empty() && one != other)
}

/// Columns that are not used because one before them, which is, has the same header.
fn same_headers(plan: &Plan) -> Vec<(usize, usize)> {
    let folded: Vec<String> = plan.headers.iter().map(|h| vocabulary::fold(h)).collect();
    let unused = (0..folded.len()).filter(|column| plan.uses[*column].role.is_none());
    let found = unused.filter_map(|column| {
        let first = folded.iter().position(|header| *header == folded[column])?;
        let is_used =
            first < column && !folded[column].is_empty() && plan.uses[first].role.is_some();
        is_used.then_some((column, first))
    });
    found.collect()
}

fn message(
    plan: &Plan,
    rows: &[StringRecord],
    columns: (usize, usize),
    differ: impl Fn((&str, &str)) -> bool,
) -> Option<String> {
    let first = |used: usize| format!("column {} is used, the other is not read there", used + 1);
    told(plan, rows, columns, differ, first)
}

/// That two columns do not agree, and which of them counts.
fn told(
    plan: &Plan,
    rows: &[StringRecord],
    (column, used): (usize, usize),
    differ: impl Fn((&str, &str)) -> bool,
    counts: impl Fn(usize) -> String,
) -> Option<String> {
    let cells = rows
        .iter()
        .filter_map(|row| Some((row.get(column)?, row.get(used)?)));
    let count = cells.filter(|cells| differ(*cells)).count();
    let name = |column: usize| format!("{} ({})", column + 1, quoted(&plan.headers[column]));
    (0 < count).then(|| {
        format!(
            "columns {} and {} do not agree in {count} of the first {} rows; {}",
            name(used),
            name(column),
            rows.len(),
            counts(used),
        )
    })
}

/// True if not even rounding explains that two numbers differ.
pub(crate) fn are_apart(one: Decimal, other: Decimal) -> bool {
    let place = Decimal::new(1, one.scale().min(other.scale()));
    place < (one - other).abs()
}
