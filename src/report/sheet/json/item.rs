//! An item of a sheet: what was found, whose limit it crossed, and what to do.

use serde::Serialize;

use super::some;
use crate::preop::sheet::{Item, Past};

#[derive(Serialize)]
pub(super) struct SheetItem<'a> {
    section: &'static str,
    state: &'static str,
    group: &'a str,
    analyte: &'a str,
    name: &'a str,
    value: Option<&'a str>,
    unit: Option<&'a str>,
    limit: Option<&'a str>,
    limit_owner: Option<&'a str>,
    interval: Option<&'a str>,
    interval_source: Option<&'a str>,
    collected: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
    age_days: Option<i64>,
    sample: Option<&'a str>,
    specimen: Option<&'a str>,
    usability: Option<&'static str>,
    sample_remark: Option<&'a str>,
    comment: Option<&'a str>,
    formula: Option<&'a str>,
    previous: Option<Earlier<'a>>,
    last_usable: Option<Earlier<'a>>,
    also_crossed: &'a [String],
    action: &'a str,
    at_once: bool,
    source: Option<&'a str>,
    unsourced: bool,
    confidential: bool,
    file: Option<&'a str>,
    line: Option<u64>,
}

#[derive(Serialize)]
pub(in crate::report::sheet) struct Earlier<'a> {
    value: &'a str,
    unit: &'a str,
    collected: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
}

pub(super) fn item(item: &Item) -> SheetItem<'_> {
    SheetItem {
        section: item.section.letter(),
        state: item.state.key(),
        group: &item.group,
        analyte: &item.analyte,
        name: &item.name,
        value: some(&item.value),
        unit: some(&item.unit),
        limit: some(&item.limit),
        limit_owner: some(&item.limit_owner),
        interval: some(&item.interval),
        interval_source: some(&item.interval_source),
        collected: some(&item.collected),
        stands_in: item.stands_in,
        age_days: item.age_days,
        sample: some(&item.sample),
        specimen: some(item.specimen),
        usability: item.usability.map(crate::Usability::as_str),
        sample_remark: some(&item.sample_remark),
        comment: some(&item.comment),
        formula: some(&item.formula),
        previous: item.previous.as_ref().map(earlier),
        last_usable: item.last_usable.as_ref().map(earlier),
        also_crossed: &item.also_crossed,
        action: &item.action,
        at_once: item.at_once,
        source: some(&item.source),
        unsourced: item.unsourced,
        confidential: item.confidential,
        file: some(&item.file),
        line: (0 < item.line).then_some(item.line),
    }
}

pub(in crate::report::sheet) fn earlier(past: &Past) -> Earlier<'_> {
    Earlier {
        value: &past.value,
        unit: &past.unit,
        collected: &past.collected,
        stands_in: past.stands_in,
    }
}
