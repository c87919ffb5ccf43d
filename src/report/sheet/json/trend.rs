//! The course of an analyte: points that can be drawn, and rows that cannot.

use serde::Serialize;

use super::some;
use crate::preop::sheet::Trend;

#[derive(Serialize)]
pub(super) struct SheetTrend<'a> {
    name: &'a str,
    unit: &'a str,
    points: Vec<TrendPoint<'a>>,
    unread: Vec<UnreadRow<'a>>,
}

#[derive(Serialize)]
struct UnreadRow<'a> {
    value: &'a str,
    mark: &'a str,
    collected: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
}

#[derive(Serialize)]
struct TrendPoint<'a> {
    value: &'a str,
    canonical_value: f64,
    collected: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    stands_in: &'static str,
    usable: bool,
    mark: Option<&'a str>,
    follows: bool,
}

pub(super) fn trend(trend: &Trend) -> SheetTrend<'_> {
    SheetTrend {
        name: &trend.name,
        unit: &trend.unit,
        points: trend
            .points
            .iter()
            .map(|point| TrendPoint {
                value: &point.text,
                canonical_value: point.canonical,
                collected: &point.collected,
                stands_in: point.stands_in,
                usable: point.usable,
                mark: some(point.mark),
                follows: point.follows,
            })
            .collect(),
        unread: trend
            .unread
            .iter()
            .map(|row| UnreadRow {
                value: &row.text,
                mark: row.mark,
                collected: &row.collected,
                stands_in: row.stands_in,
            })
            .collect(),
    }
}
