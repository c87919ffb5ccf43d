//! What a judgement rests on: the interval, the critical limit and the rule, each with its source.

use serde::Serialize;

mod derived;

use super::row::{Number, text};
use crate::interpretation::{Interpretation, Limits, RangeSource};
use crate::notice::Code;
use crate::reference::{Analyte, Effect, Interval, IntervalKind};

/// Null where nothing of the kind was used.
#[derive(Serialize)]
pub(super) struct Explanation<'a> {
    interval: Option<IntervalRow<'a>>,
    critical: Option<CriticalRow<'a>>,
    hemolysis: Option<HemolysisRow<'a>>,
    derived: Option<derived::DerivedRow<'a>>,
}

#[derive(Serialize)]
struct IntervalRow<'a> {
    low: Option<Number>,
    low_op: Option<&'static str>,
    high: Option<Number>,
    high_op: Option<&'static str>,
    unit: Option<&'a str>,
    source_kind: &'static str,
    profile: Option<&'a str>,
    kind: Option<&'static str>,
    sex: Option<&'static str>,
    from: Option<String>,
    below: Option<String>,
    condition: Option<&'a str>,
    source: Option<String>,
    url: Option<&'a str>,
    says: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct CriticalRow<'a> {
    list: &'a str,
    side: &'static str,
    limit: Option<Number>,
    op: Option<&'static str>,
    unit: &'a str,
    uln: Option<Number>,
    condition: Option<&'a str>,
    unless: Option<&'a str>,
    source: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct HemolysisRow<'a> {
    effect: Option<&'static str>,
    rule: &'static str,
    source: Option<&'a str>,
}

impl<'a> Explanation<'a> {
    pub(super) fn of(result: &'a Interpretation<'a>) -> Explanation<'a> {
        Explanation {
            interval: result
                .limits
                .as_ref()
                .map(|limits| interval(limits, result.analyte)),
            critical: critical(result),
            hemolysis: hemolysis(result),
            derived: result.derived.as_ref().map(derived::DerivedRow::of),
        }
    }
}

fn interval<'a>(limits: &'a Limits<'a>, analyte: Option<&'a Analyte>) -> IntervalRow<'a> {
    let rows = limits.rows.as_slice();
    let source = |row: &&'a Interval| analyte.and_then(|analyte| analyte.sources.get(&row.source));
    // Where sex or age left several rows open, a field is given only if all of them agree; every
    // source is named.
    let mut titles: Vec<&str> = Vec::new();
    for row in rows {
        let title = analyte.map_or(row.source.as_str(), |a| a.source_title(&row.source));
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    IntervalRow {
        low: limits.low.map(|limit| Number(limit.value)),
        low_op: limits
            .low
            .map(|limit| if limit.inclusive { ">=" } else { ">" }),
        high: limits.high.map(|limit| Number(limit.value)),
        high_op: limits
            .high
            .map(|limit| if limit.inclusive { "<=" } else { "<" }),
        unit: text(limits.unit),
        source_kind: match limits.source {
            RangeSource::Report => "report",
            RangeSource::Lab => "lab",
            RangeSource::Profile(_) => "profile",
        },
        profile: match limits.source {
            RangeSource::Profile(name) => Some(name),
            RangeSource::Report | RangeSource::Lab => None,
        },
        kind: agreed(rows, |row| Some(kind(row.kind))),
        sex: agreed(rows, |row| row.sex.map(|sex| sex.as_str())),
        from: agreed(rows, |row| Some(row.from.to_string())),
        below: agreed(rows, |row| row.below.map(|age| age.to_string())),
        condition: agreed(rows, |row| row.condition.as_deref()),
        source: (!titles.is_empty()).then(|| titles.join("; ")),
        url: agreed(rows, |row| source(row)?.url.as_deref()),
        says: agreed(rows, |row| source(row)?.says.as_deref()),
        note: agreed(rows, |row| row.note.as_deref()),
    }
}

/// A field in which all rows agree.
fn agreed<'a, T: PartialEq>(
    rows: &[&'a Interval],
    field: impl Fn(&&'a Interval) -> Option<T>,
) -> Option<T> {
    let first = field(rows.first()?);
    rows[1..]
        .iter()
        .all(|row| field(row) == first)
        .then_some(first)?
}

fn kind(kind: IntervalKind) -> &'static str {
    match kind {
        IntervalKind::ReferenceInterval => "reference-interval",
        IntervalKind::DecisionLimit => "decision-limit",
        IntervalKind::Percentile99 => "percentile99",
    }
}

fn critical<'a>(result: &'a Interpretation<'a>) -> Option<CriticalRow<'a>> {
    let call = result.critical.as_ref()?;
    let (side, ops) = if call.high {
        ("high", [">=", ">"])
    } else {
        ("low", ["<=", "<"])
    };
    Some(CriticalRow {
        list: &call.limit.list,
        side,
        limit: Some(Number(call.reached.value)),
        op: Some(ops[usize::from(!call.reached.inclusive)]),
        unit: call.unit,
        uln: call.multiple().map(|limit| Number(limit.value)),
        condition: call.limit.condition.as_deref(),
        unless: call.limit.unless.as_deref(),
        source: source_title(result.analyte, &call.limit.source),
        note: call.limit.note.as_deref(),
    })
}

fn hemolysis<'a>(result: &'a Interpretation<'a>) -> Option<HemolysisRow<'a>> {
    let rule = result
        .notices
        .codes()
        .iter()
        .find(|code| is_hemolysis_rule(**code))?;
    let effect = result
        .analyte
        .and_then(|analyte| analyte.hemolysis.as_ref());
    Some(HemolysisRow {
        effect: effect.map(|effect| match effect.effect {
            Effect::Raises => "raises",
            Effect::Lowers => "lowers",
            Effect::None => "none",
            Effect::Unknown => "unknown",
        }),
        rule: rule.as_str(),
        source: effect.and_then(|effect| source_title(result.analyte, &effect.source)),
    })
}

fn source_title<'a>(analyte: Option<&'a Analyte>, key: &'a str) -> Option<&'a str> {
    analyte.map_or(Some(key), |analyte| Some(analyte.source_title(key)))
}

/// Codes by which the sample's hemolysis speaks about a result.
fn is_hemolysis_rule(code: Code) -> bool {
    matches!(
        code,
        Code::HemolysisRaises
            | Code::HemolysisLowers
            | Code::HemolysisTrueLower
            | Code::HemolysisTrueHigher
            | Code::MaskedLowPossible
            | Code::MaskedHighPossible
            | Code::HemolysisEffectUnknown
            | Code::HemolysisGross
            | Code::HemolysisIndexWithoutUnit
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases;

    #[test]
    fn a_judgement_names_what_it_rests_on() {
        let results = cases::hemolyzed_sample();
        let json = serde_json::to_value(Explanation::of(&results[0])).expect("JSON");
        assert_eq!(json["interval"]["source_kind"], "report");
        assert_eq!(json["interval"]["low_op"], ">=");
        assert_eq!(json["critical"]["list"], "rcpath-2017");
        assert_eq!(json["critical"]["op"], ">=");
        assert_eq!(json["critical"]["limit"], 6.5);
        assert_eq!(json["hemolysis"]["rule"], "hemolysis-raises");
        assert_eq!(json["hemolysis"]["effect"], "raises");
    }

    #[test]
    fn what_was_not_used_is_null() {
        let blank = cases::blank();
        let json = serde_json::to_value(Explanation::of(&blank)).expect("JSON");
        assert_eq!(
            json,
            serde_json::json!({"interval": null, "critical": null, "hemolysis": null, "derived": null})
        );
    }

    #[test]
    fn rows_that_differ_leave_the_field_open() {
        let results = cases::quiet_sample();
        let judged = results
            .iter()
            .find(|result| result.limits.as_ref().is_some_and(|l| l.rows.len() == 2))
            .expect("a result judged by two rows");
        let json = serde_json::to_value(Explanation::of(judged)).expect("JSON");
        assert_eq!(json["interval"]["sex"], serde_json::Value::Null);
        assert_eq!(json["interval"]["from"], "18 y");
        assert_eq!(json["interval"]["source_kind"], "profile");
        assert_eq!(
            json["interval"]["source"],
            "ABIM Laboratory Test Reference Ranges, 2025"
        );
    }
}
