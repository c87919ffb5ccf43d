//! One result as a JSON object. Field names and order are the contract; an empty text is null.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};

use super::explain::Explanation;
use super::grade::GradeRow;
use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::quality::Interference;
use crate::report::cells;
use crate::value::{Value, to_f64};

#[derive(Serialize)]
pub(super) struct Row<'a> {
    file: Option<&'a str>,
    line: Option<u64>,
    patient: Option<&'a str>,
    sample: Option<&'a str>,
    collected: Option<&'a str>,
    collected_iso: Option<String>,
    analyte: Option<&'a str>,
    name: Option<&'a str>,
    specimen: Option<&'a str>,
    value: Option<Cow<'a, str>>,
    value_kind: &'static str,
    absent_reason: Option<&'static str>,
    unit: Option<&'a str>,
    canonical_value: Option<Cow<'a, str>>,
    canonical_number: Option<Number>,
    canonical_unit: Option<&'a str>,
    low: Option<Number>,
    high: Option<Number>,
    limit_unit: Option<&'a str>,
    range_source: Option<&'a str>,
    flag: Option<&'static str>,
    reported_flag: Option<&'a str>,
    usability: Option<&'static str>,
    notices: CodeList<'a>,
    person: PersonRow,
    hemolysis: HemolysisRow,
    grade: Option<GradeRow<'a>>,
    quality: QualityRow<'a>,
    explanation: Explanation<'a>,
}

#[derive(Serialize)]
struct PersonRow {
    sex: &'static str,
    age_years: Option<u32>,
}

#[derive(Serialize)]
struct HemolysisRow {
    provenance: &'static str,
    free_hb_low_g_per_l: Option<f64>,
    free_hb_high_g_per_l: Option<f64>,
}

/// What else is known of the sample, whether or not it touches this result.
#[derive(Serialize)]
struct QualityRow<'a> {
    icterus: LevelRow,
    lipemia: LevelRow,
    patterns: CodeList<'a>,
}

#[derive(Serialize)]
struct LevelRow {
    provenance: &'static str,
    low: Option<f64>,
    high: Option<f64>,
}

impl LevelRow {
    fn of(sample: Interference) -> LevelRow {
        let (low, high) = match sample.level {
            Some((low, high)) => (finite(low), high.and_then(finite)),
            None => (None, None),
        };
        LevelRow {
            provenance: sample.provenance.as_str(),
            low,
            high,
        }
    }
}

impl<'a> Row<'a> {
    pub(super) fn of(result: &'a Interpretation<'a>) -> Row<'a> {
        let observation = &result.observation;
        let canonical = result.canonical.as_ref();
        let sign = cells::canonical_comparator(result);
        let limits = result.limits.as_ref();
        let (free_hb_low, free_hb_high) = match result.hemolysis.free_hb {
            Some((low, high)) => (finite(low), high.and_then(finite)),
            None => (None, None),
        };
        Row {
            file: text(observation.file),
            line: (observation.line > 0).then_some(observation.line),
            patient: text(observation.patient),
            sample: text(observation.sample),
            collected: text(cells::collected(observation)),
            collected_iso: cells::collected_iso(observation),
            analyte: result.analyte.map(|analyte| analyte.id.as_str()),
            name: text(observation.name),
            specimen: text(result.specimen.as_str()),
            value: Some(cells::value(observation)).filter(|value| !value.is_empty()),
            value_kind: match result.reading.value {
                Value::Number(_) => "number",
                Value::Censored(..) => "censored",
                Value::Range(..) => "range",
                Value::Text(_) => "text",
                Value::Absent(_) => "absent",
            },
            absent_reason: match result.reading.value {
                Value::Absent(absence) => Some(absence.as_str()),
                _ => None,
            },
            unit: text(observation.unit),
            canonical_value: canonical.map(|canonical| match sign {
                "" => Cow::Borrowed(canonical.text.as_str()),
                sign => Cow::Owned(format!("{sign}{}", canonical.text)),
            }),
            canonical_number: canonical
                .filter(|canonical| canonical.comparator.is_none())
                .and_then(|canonical| canonical.text.parse().ok())
                .map(Number),
            canonical_unit: canonical.and_then(|canonical| text(canonical.unit)),
            low: limits
                .and_then(|limits| limits.low)
                .map(|limit| Number(limit.value)),
            high: limits
                .and_then(|limits| limits.high)
                .map(|limit| Number(limit.value)),
            limit_unit: limits.and_then(|limits| text(limits.unit)),
            range_source: limits.and_then(|limits| text(limits.source.as_str())),
            flag: result.flag.map(|flag| flag.as_str()),
            reported_flag: text(observation.flag),
            usability: result.usability.map(|usability| usability.as_str()),
            notices: CodeList(result.notices.codes()),
            person: PersonRow {
                sex: result.person.sex.as_str(),
                age_years: result.person.age.years(),
            },
            hemolysis: HemolysisRow {
                provenance: result.hemolysis.provenance.as_str(),
                free_hb_low_g_per_l: free_hb_low,
                free_hb_high_g_per_l: free_hb_high,
            },
            grade: result.grade.as_ref().map(GradeRow::of),
            quality: QualityRow {
                icterus: LevelRow::of(result.icterus),
                lipemia: LevelRow::of(result.lipemia),
                patterns: CodeList(&result.patterns),
            },
            explanation: Explanation::of(result),
        }
    }
}

/// A text of the file; nothing if it is empty.
pub(super) fn text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// A decimal as a JSON number: `5`, not `5.0`.
#[derive(Clone, Copy)]
pub(super) struct Number(pub(super) Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.to_i64().filter(|_| self.0.is_integer()) {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(to_f64(self.0)),
        }
    }
}

/// Codes, each with its severity.
struct CodeList<'a>(&'a [Code]);

impl Serialize for CodeList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Notice {
            code: &'static str,
            severity: &'static str,
        }
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for code in self.0 {
            list.serialize_element(&Notice {
                code: code.as_str(),
                severity: code.severity().as_str(),
            })?;
        }
        list.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_numbers_as_short_as_they_can_be() {
        for (decimal, json) in [
            ("5", "5"),
            ("5.0", "5"),
            ("3.50", "3.5"),
            ("-0.1", "-0.1"),
            ("1e-7", "1e-7"),
        ] {
            let decimal = Decimal::from_scientific(decimal)
                .or_else(|_| decimal.parse())
                .expect("a decimal");
            assert_eq!(serde_json::to_string(&Number(decimal)).expect("JSON"), json);
        }
    }
}
