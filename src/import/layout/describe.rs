//! What was detected about an export and why, for a person to read.

use std::fmt::Write as _;

use super::Shape;
use crate::import::Export;
use crate::import::date::{DateOrder, OrderEvidence};
use crate::import::headers::role::Role;
use crate::import::plan::Plan;

/// What is asked for where no layout helps: tests side by side, below each other without a header, or in one cell.
pub(super) const ONE_ROW_PER_RESULT: &str = "No layout reads several tests in one cell or side by side in numbered columns, nor a column for each patient: one row per result, \
     please (patient, sex, age, collected, test, result, unit).";

/// The description: one fact a line, then the columns.
pub(crate) fn describe(export: &Export) -> String {
    let mut text = String::new();
    let mut fact = |name: &str, what: String, why: &str| {
        let _ = match why {
            "" => writeln!(text, "{name:<10} {what}"),
            why => writeln!(text, "{name:<10} {what} ({why})"),
        };
    };
    let stated = &export.stated;
    let why = |stated: bool, otherwise: &'static str| if stated { "stated" } else { otherwise };
    fact("file", export.label().to_string(), "");
    let encoding = export.opened.encoding;
    fact(
        "encoding",
        encoding.encoding.name().to_string(),
        encoding.reason,
    );
    let delimiter = match export.opened.dialect.delimiter {
        b'\t' => "tab".to_string(),
        byte => char::from(byte).to_string(),
    };
    fact(
        "delimiter",
        delimiter,
        why(
            stated.delimiter.is_some(),
            "it gives the header with most known words",
        ),
    );
    let columns = export.opened.headers.len();
    fact(
        "header",
        format!(
            "line {}, {columns} columns, {} of them known",
            export.opened.header_line, export.opened.known_headers
        ),
        why(stated.header_line.is_some(), ""),
    );
    let Some(plan) = &export.plan else {
        fact(
            "shape",
            "not understood".to_string(),
            "neither value and name nor two analytes among the headers",
        );
        for (at, header) in export.opened.headers.iter().enumerate() {
            let _ = writeln!(text, "{:>6}  {}", at + 1, shown(header));
        }
        let _ = writeln!(text, "{ONE_ROW_PER_RESULT}");
        return text;
    };
    if plan.shifted {
        fact(
            "",
            "the header lacks its first cell".to_string(),
            "each row has one more, the name of the row",
        );
    }
    let shape = match plan.shape {
        Shape::Long => "long: one row per result",
        Shape::Wide => "wide: one column per analyte",
        Shape::Cumulative => "cumulative: one row per analyte, one column per date",
    };
    let shape_reason = match plan.shape {
        Shape::Long => "there are columns for the result and for its name or code",
        Shape::Wide => "headers are analytes",
        Shape::Cumulative => "headers are dates, and a column names the analytes",
    };
    fact(
        "shape",
        shape.to_string(),
        why(stated.shape.is_some(), shape_reason),
    );
    match plan.head_rows {
        0 => {}
        1 => fact("units", "in the row below the header".to_string(), ""),
        rows => fact(
            "units",
            format!("and limits in the {rows} rows below the header"),
            "",
        ),
    }
    if export.opened.has_preamble {
        let taken = plan.above.facts().join(", ");
        let (taken, reason) = match taken.is_empty() {
            true => (
                "nothing is read of the lines above the header".to_string(),
                "",
            ),
            false => (taken, "stated above the header; it counts for every row"),
        };
        fact("above", taken, reason);
    }
    let decimal = if export.numbers.decimal_comma {
        "decimal comma"
    } else {
        "decimal point"
    };
    fact(
        "numbers",
        decimal.to_string(),
        why(
            stated.decimal.is_some(),
            export
                .number_evidence
                .reason(export.opened.dialect.delimiter),
        ),
    );
    if let Some(mark) = export.numbers.thousands {
        fact(
            "",
            format!("\"{mark}\" between groups of three digits"),
            why(stated.thousands.is_some(), ""),
        );
    }
    for (name, (order, reason)) in ["dates", ""].into_iter().zip(date_orders(export, plan)) {
        fact(name, order, reason);
    }
    text.push_str("columns\n");
    describe_columns(&mut text, plan);
    text
}

/// What the dates of the first rows say about day and month, and about a year of two digits.
fn date_orders(export: &Export, plan: &Plan) -> Vec<(String, &'static str)> {
    let words = |order: DateOrder| match order {
        DateOrder::DayFirst => "day before month".to_string(),
        DateOrder::MonthFirst => "month before day".to_string(),
        DateOrder::YearFirst => "year, month, day, where the year has two digits".to_string(),
    };
    if let Some(order) = export.date_order {
        return vec![(words(order), "stated")];
    }
    let mut evidence = export.order_of_headers();
    plan.sheet.dates().for_each(|date| evidence.see(date));
    for role in [Role::Collected, Role::Received, Role::Reported, Role::Birth] {
        for at in plan.pick(role).columns() {
            let cells = export.opened.rows.iter().filter_map(|row| row.get(at));
            cells.for_each(|cell| evidence.see(cell));
        }
    }
    let full = match evidence.of_full_years() {
        Some(order) => (words(order), "the first rows prove it"),
        None if evidence.contradictory() => (
            "order of day and month not settled".into(),
            "rows contradict each other",
        ),
        None if evidence.is_open() => (
            "order of day and month not settled".into(),
            "no day above 12 in the first rows; see --date-order",
        ),
        None => ("no date whose day and month could be exchanged".into(), ""),
    };
    let short = short_years(&evidence);
    match evidence.is_open() || evidence.of_full_years().is_some() || short.is_none() {
        true => std::iter::once(full).chain(short).collect(),
        // All that there is to say.
        false => short.into_iter().collect(),
    }
}

/// The same of dates whose year has two digits, if there are any.
fn short_years(evidence: &OrderEvidence) -> Option<(String, &'static str)> {
    let orders: Vec<Option<DateOrder>> = evidence.of_short_years().collect();
    let all = |order: DateOrder| orders.iter().all(|own| *own == Some(order));
    let proven = "the first rows prove it";
    Some(match orders.as_slice() {
        [] => return None,
        _ if all(DateOrder::DayFirst) => ("day, month, year of two digits".into(), proven),
        _ if all(DateOrder::MonthFirst) => ("month, day, year of two digits".into(), proven),
        _ if all(DateOrder::YearFirst) => ("year of two digits, month, day".into(), proven),
        _ if orders.iter().all(Option::is_some) => (
            "years of two digits, in columns of two kinds".into(),
            proven,
        ),
        _ => (
            "place of a year of two digits not settled".into(),
            "no number in the first rows tells which is the year; see --date-order",
        ),
    })
}

fn describe_columns(text: &mut String, plan: &Plan) {
    let width = plan
        .headers
        .iter()
        .map(|header| shown(header).chars().count())
        .max()
        .unwrap_or(0);
    let width = width.min(40);
    for (at, header) in plan.headers.iter().enumerate() {
        let (role, why) = match plan.wide.iter().find(|column| column.value == at) {
            Some(column) => {
                let unit = match (column.unit.as_str(), column.unit_column) {
                    (unit, None) if !unit.is_empty() => format!(", unit {unit}"),
                    (_, Some(from)) => format!(", unit in column {}", from + 1),
                    _ => ", no unit".to_string(),
                };
                ("analyte".to_string(), format!("{}{unit}", column.name))
            }
            None if plan.sheet.columns.iter().any(|dated| dated.value == at) => (
                "results".to_string(),
                "collected when its header says".to_string(),
            ),
            None if plan.shape == Shape::Cumulative
                && plan.uses_column(at)
                && plan.uses[at].role.is_none() =>
            {
                (
                    "beside results".to_string(),
                    "their flag or comment".to_string(),
                )
            }
            None if plan.uses_column(at) && plan.uses[at].role.is_none() => (
                "beside an analyte".to_string(),
                "its unit, limit or flag".to_string(),
            ),
            None => {
                let column = &plan.uses[at];
                (
                    column.role.map_or("-", Role::as_str).to_string(),
                    column.reason.clone(),
                )
            }
        };
        let _ = writeln!(
            text,
            "{:>6}  {:<width$}  {role:<18}  {why}",
            at + 1,
            shown(header)
        );
    }
}

/// A header on one line; an empty one is said to be empty.
fn shown(header: &str) -> String {
    match header.trim() {
        "" => "(empty)".to_string(),
        header => header.replace(|c: char| c.is_control(), " "),
    }
}
