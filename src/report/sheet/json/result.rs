//! The results, row by row, as they stand in section G.

use serde::Serialize;

use super::some;
use crate::preop::sheet::{ResultGroup, ResultRow};

#[derive(Serialize)]
pub(in crate::report::sheet) struct SheetResult<'a> {
    group: &'a str,
    file: Option<&'a str>,
    line: Option<u64>,
    analyte: Option<&'a str>,
    name: &'a str,
    value: &'a str,
    unit: &'a str,
    interval: Option<&'a str>,
    interval_source: Option<&'a str>,
    flag: Option<&'static str>,
    usability: Option<&'static str>,
    collected: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
    time_remark: Option<&'a str>,
    derived: bool,
    formula: Option<&'a str>,
    confidential: bool,
    reported_flag: Option<&'a str>,
    comment: Option<&'a str>,
    notices: &'a [&'static str],
}

pub(in crate::report::sheet) fn results(groups: &[ResultGroup]) -> Vec<SheetResult<'_>> {
    groups
        .iter()
        .flat_map(|group| {
            group
                .rows
                .iter()
                .map(|row| result(row, &group.title, group.confidential))
        })
        .collect()
}

pub(in crate::report::sheet) fn result<'a>(
    row: &'a ResultRow,
    group: &'a str,
    confidential: bool,
) -> SheetResult<'a> {
    SheetResult {
        group,
        file: some(&row.file),
        line: (0 < row.line).then_some(row.line),
        analyte: some(&row.analyte),
        name: &row.name,
        value: &row.value,
        unit: &row.unit,
        interval: some(&row.interval),
        interval_source: some(&row.interval_source),
        flag: row.flag.map(crate::Flag::as_str),
        usability: row.usability.map(crate::Usability::as_str),
        collected: some(&row.collected),
        stands_in: row.stands_in,
        time_remark: some(&row.time_remark),
        derived: row.derived,
        formula: some(&row.formula),
        confidential,
        reported_flag: some(&row.reported_flag),
        comment: some(&row.comment),
        notices: &row.notices,
    }
}
