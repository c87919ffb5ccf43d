//! Results as JSON objects, written field by field. Field names and order are the contract; an empty text is null.

use std::ops::Range;

use super::explain::Explanation;
use super::fields::{Fields, put};
use super::grade::GradeRow;
use super::row::{
    CodeList, CodeRow, HemolysisRow, Number, PersonRow, QualityRow, end_number, text,
};
use crate::import::date::DateOrders;
use crate::interpretation::{Interpretation, Limit};
use crate::notice::Code;
use crate::person::Person;
use crate::quality::SampleQuality;
use crate::report::scribe::{Head, Places};
use crate::report::{Meta, cells};
use crate::value::Value;

/// Writes results as objects.
#[derive(Debug)]
pub(crate) struct Lines {
    /// How each begins.
    start: Vec<u8>,
}

impl Lines {
    /// Objects that begin with versions and choices, where they stand alone.
    pub(crate) fn of(meta: Option<&Meta>) -> Lines {
        let mut start = vec![b'{'];
        if let Some(meta) = meta {
            Fields(&mut start).add("meta", meta);
        }
        Lines { start }
    }

    /// The object of a result, and the end of its line.
    pub(crate) fn add_line(&self, result: &Interpretation<'_>, out: &mut Vec<u8>) -> Places {
        let places = self.add(result, out);
        out.push(b'\n');
        places
    }

    /// The object of a result.
    pub(super) fn add(&self, result: &Interpretation<'_>, out: &mut Vec<u8>) -> Places {
        let observation = &result.observation;
        out.extend_from_slice(&self.start);
        let mut fields = Fields(out);
        fields.add("file", text(observation.file));
        // A derived result stands on no line of the file.
        fields.add("line", (observation.line > 0).then_some(observation.line));
        let (patient, sample) = (observation.patient, observation.sample);
        let collected = cells::collected(observation);
        drawn(
            [patient, sample, collected],
            observation.date_orders,
            &mut fields,
        );
        let analyte = result.analyte.map_or("", |analyte| analyte.id.as_str());
        named(analyte, observation.name, &mut fields);
        let behind_name = fields.0.len();
        fields.add("specimen", text(result.specimen.as_str()));
        let value = cells::value(observation);
        let value = fields.add_text("value", text(&value));
        add_read(result, &mut fields);
        let canonical = add_canonical(result, &mut fields);
        let notices = add_judged(result, &mut fields);
        let person = fields.add("person", PersonRow::of(&result.person));
        let hemolysis = fields.add("hemolysis", HemolysisRow::of(result.hemolysis));
        fields.add("grade", result.grade.as_ref().map(GradeRow::of));
        let row = QualityRow::of(result.icterus, result.lipemia, &result.patterns);
        let quality = fields.add("quality", row);
        fields.add("explanation", Explanation::of(result));
        fields.end();
        Places {
            behind_name,
            value,
            canonical,
            notices,
            person,
            sample: [hemolysis, quality],
        }
    }
}

/// What the value was read as.
fn add_read(result: &Interpretation<'_>, fields: &mut Fields<'_>) {
    let kind = match result.reading.value {
        Value::Number(_) => "number",
        Value::Censored(..) => "censored",
        Value::Range(..) => "range",
        Value::Text(_) => "text",
        Value::Absent(_) => "absent",
    };
    fields.add("value_kind", kind);
    let reason = match result.reading.value {
        Value::Absent(absence) => Some(absence.as_str()),
        _ => None,
    };
    fields.add("absent_reason", reason);
    fields.add("unit", text(result.observation.unit));
}

/// The value in the canonical unit, as text and as a number. Gives the place of both, where the text is that of a
/// number.
fn add_canonical(result: &Interpretation<'_>, fields: &mut Fields<'_>) -> Range<usize> {
    let Some(canonical) = &result.canonical else {
        fields.add("canonical_value", None::<&str>);
        fields.add("canonical_number", None::<Number>);
        let end = fields.0.len();
        return end..end;
    };
    let sign = cells::canonical_comparator(result);
    if !sign.is_empty() {
        let signed = format!("{sign}{}", canonical.text);
        let text = fields.add_text("canonical_value", Some(&signed));
        fields.add("canonical_number", None::<Number>);
        return text;
    }
    let text = fields.add_text("canonical_value", Some(&canonical.text));
    // Behind the text, its quote and the comma stands the number.
    fields.0.truncate(text.end);
    end_number(text.start, fields.0);
    let end = fields.0.len();
    fields.0.push(b',');
    text.start..end
}

/// The judgement. Gives the place where one more notice would be.
fn add_judged(result: &Interpretation<'_>, fields: &mut Fields<'_>) -> usize {
    let unit = result.canonical.as_ref().map_or("", |value| value.unit);
    fields.add("canonical_unit", text(unit));
    let limits = result.limits.as_ref();
    let number = |limit: Option<Limit>| limit.map(|limit| Number(limit.value));
    fields.add("low", limits.and_then(|limits| number(limits.low)));
    fields.add("high", limits.and_then(|limits| number(limits.high)));
    fields.add("limit_unit", limits.and_then(|limits| text(limits.unit)));
    let source = limits.and_then(|limits| text(limits.source.as_str()));
    fields.add("range_source", source);
    fields.add("flag", result.flag.map(|flag| flag.as_str()));
    fields.add("reported_flag", text(result.observation.flag));
    let usability = result.usability.map(|usability| usability.as_str());
    fields.add("usability", usability);
    let notices = fields.add("notices", CodeList(result.notices.codes()));
    notices.end - 1
}

fn drawn([patient, sample, collected]: [&str; 3], orders: DateOrders, fields: &mut Fields<'_>) {
    fields.add("patient", text(patient));
    fields.add("sample", text(sample));
    fields.add("collected", text(collected));
    fields.add("collected_iso", cells::iso(collected, orders));
}

fn named(analyte: &str, name: &str, fields: &mut Fields<'_>) {
    fields.add("analyte", text(analyte));
    fields.add("name", text(name));
}

/// For lines that differ from one before in a few places only.
impl Lines {
    /// How every line of a file begins, up to its number.
    pub(crate) fn file(&self, label: &str) -> Vec<u8> {
        let mut out = self.start.clone();
        Fields(&mut out).add("file", text(label));
        out.extend_from_slice(b"\"line\":");
        out
    }

    /// Appends whose a result is.
    pub(crate) fn head(head: &Head<'_>, out: &mut Vec<u8>) {
        drawn(head.cells, head.orders, &mut Fields(out));
    }

    /// What is written of analyte and name.
    pub(crate) fn named(analyte: &str, name: &str) -> Vec<u8> {
        let mut out = Vec::new();
        named(analyte, name, &mut Fields(&mut out));
        out
    }

    /// Completes what is written of a number in the canonical unit, whose text begins at `start`.
    #[inline]
    pub(crate) fn end_number(start: usize, out: &mut Vec<u8>) {
        end_number(start, out);
    }

    /// Appends one more notice to those written so far.
    pub(crate) fn add_notice(code: Code, out: &mut Vec<u8>) {
        if !out.ends_with(b"[") {
            out.push(b',');
        }
        put(&CodeRow::of(code), out);
    }

    /// Appends what is written of the person.
    pub(crate) fn person(person: &Person, out: &mut Vec<u8>) {
        put(&PersonRow::of(person), out);
    }

    /// What is written of what is known of a sample, in its two places.
    pub(crate) fn sample(quality: &SampleQuality) -> [Vec<u8>; 2] {
        let written = |of: &dyn Fn(&mut Vec<u8>)| {
            let mut out = Vec::new();
            of(&mut out);
            out
        };
        let patterns = quality.codes();
        let row = QualityRow::of(quality.icterus, quality.lipemia, &patterns);
        [
            written(&|out| put(&HemolysisRow::of(quality.hemolysis), out)),
            written(&|out| put(&row, out)),
        ]
    }
}
