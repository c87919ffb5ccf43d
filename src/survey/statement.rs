//! What one row says about the quality of its sample: as an index, in words, or by a comment of its own.

use crate::interpret::{HEMOLYSIS_INDEX, ICTERUS_INDEX, LIPEMIA_INDEX, Rules, is_index};
use crate::observation::Observation;
use crate::quality::appearance;
use crate::quality::condition;
use crate::quality::evidence::{self, Statement};
use crate::quality::hil;
use crate::quality::patterns::Said;
use crate::quality::platform::{Platform, Scale};
use crate::quality::remarks::Remark;
use crate::quality::words::SampleWords;
use crate::quality::{Interference, Provenance, SampleHemolysis, SampleQuality};
use crate::resolve::Resolution;
use crate::text::{fold_name, is_null, is_one_of};
use crate::value::interval::{self, Printed};
use crate::value::{Absence, Reading, Value};
use beside::{beside_comment, by_name, look_of};
use notation::{alarms, hil_notation};
use of_tube::{is_of_condition, said_of_sample};
pub(crate) use tubes::of_tubes;

mod beside;
mod notation;
mod of_tube;
mod tubes;

/// What one row says about the quality of its sample.
pub(crate) fn statement(
    rules: &Rules,
    row: &Observation<'_>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
) -> Statement {
    if !resolution.specimen.is_blood() {
        return Statement::default();
    }
    let index = resolution.analyte.filter(|analyte| is_index(analyte));
    let is_number = matches!(reading.value, Value::Number(_) | Value::Censored(..));
    let beside = beside_comment(rules, row, reading, resolution);
    let words = [
        row.comment,
        row.reason,
        row.specimen_condition,
        row.condition,
    ];
    if is_number
        && index.is_none()
        && beside.is_empty()
        && !row.flag.contains("I.")
        && resolution.analyte.is_some()
        && words.iter().all(|words| words.is_empty())
        && row.alarm.is_empty()
    {
        // Nearly every row.
        return Statement::default();
    }
    // A unit that is stated but not usable is not replaced by the platform's.
    let platform = rules.platform.as_ref().filter(|platform| {
        let unit = if row.unit.is_empty() {
            reading.unit
        } else {
            row.unit
        };
        // A grade is no number of an index, whatever the analyzer.
        platform.is_no_unit(unit) && !fold_name(row.name).contains("grad")
    });
    let mut row = *row;
    if row.specimen_condition.is_empty() && is_of_sample(rules, row.condition) {
        row.specimen_condition = row.condition;
    }
    if let Some(look) = look_of(&row, resolution) {
        row.specimen_condition = look.condition();
    } else if resolution.analyte.is_none()
        && row.specimen_condition.is_empty()
        && matches!(reading.value, Value::Text(_) | Value::Absent(_))
        && !is_null(row.value)
        && is_of_condition(rules, &row)
    {
        // As in a column so called.
        row.specimen_condition = row.value;
    }
    let notation = hil_notation(&mut row, reading, resolution);
    let row = &row;
    let alarms = alarms(row);
    let remark = rules.remark(row.comment);
    let of = |place: usize, id, words: &SampleWords, absence, in_comment, scale: Option<&Scale>| {
        let index = index
            .filter(|analyte| {
                analyte.id == id && !is_inside_its_limits(row, reading, resolution, scale)
            })
            .and_then(|_| {
                let said = evidence::from_index(reading, resolution.conversion, scale, words);
                said.or_else(|| none_said(row, reading, words))
            });
        let said = evidence::from_words(row, reading, words, absence, in_comment);
        let beside = beside.iter().filter_map(|text| words.in_condition(text));
        let noted = notation.and_then(|notation| graded(words, scale, notation[place]?));
        let named = by_name(words, row, reading, resolution);
        let alarm = alarms[place].then(|| words.beyond_limit());
        [index, said, noted, named, alarm]
            .into_iter()
            .flatten()
            .chain(beside)
            .reduce(SampleHemolysis::and)
    };
    let (said, besides) = said_of_sample(rules, row, reading, resolution, remark);
    let scale = |of: fn(&Platform) -> &Option<Scale>| platform.and_then(|p| of(p).as_ref());
    let statement = Statement {
        hemolysis: of(
            0,
            HEMOLYSIS_INDEX,
            &rules.hemolysis,
            Absence::Hemolyzed,
            remark.hemolysis,
            scale(|p| &p.hemolysis),
        ),
        icterus: of(
            1,
            ICTERUS_INDEX,
            &rules.icterus,
            Absence::Icteric,
            remark.icterus,
            scale(|p| &p.icterus),
        )
        .map(Interference::from),
        lipemia: of(
            2,
            LIPEMIA_INDEX,
            &rules.lipemia,
            Absence::Lipemic,
            remark.lipemia,
            scale(|p| &p.lipemia),
        )
        .map(Interference::from),
        said,
        besides,
    };
    // An alarm that nobody here understands is one all the same; so is a word where the condition of the sample is told that
    // speaks against it, or is not known. That it is not hemolyzed is no answer to either.
    let is_doubt = || match statement.is_empty() {
        true => {
            !row.alarm.is_empty()
                || (notation.is_none() && condition::is_doubt(row.specimen_condition))
        }
        false => {
            let mut parts = row.specimen_condition.split([',', ';']).map(str::trim);
            let is_other = |part: &str| condition::is_doubt(part) && !is_heard(rules, part);
            notation.is_none()
                && is_harmless(rules, &statement)
                && ((!row.alarm.is_empty() && !is_heard(rules, row.alarm)) || parts.any(is_other))
        }
    };
    match is_doubt() {
        true => Statement {
            besides: Some(Said::Doubtful),
            ..statement
        },
        false => statement,
    }
}

fn is_harmless(rules: &Rules, statement: &Statement) -> bool {
    let mut own = SampleQuality::default();
    statement.add_to(&mut own, &rules.patterns);
    rules.is_harmless(&own)
}

/// True for a cell that is understood as a word about the sample.
fn is_heard(rules: &Rules, cell: &str) -> bool {
    let mut words = [&rules.hemolysis, &rules.icterus, &rules.lipemia].into_iter();
    let is_letters = || cell.chars().all(|c| "hilHIL".contains(c));
    words.any(|words| words.in_condition(cell).is_some())
        || rules.remark(cell) != Remark::default()
        || hil::alarms(cell, false).contains(&true)
        || hil::in_column(cell).is_some()
        || appearance::look(cell).is_some()
        || is_letters()
}

/// "none" as the result of an index: there is none of it. Elsewhere such a word stands for no result.
fn none_said(
    row: &Observation<'_>,
    reading: &Reading<'_>,
    words: &SampleWords,
) -> Option<SampleHemolysis> {
    const NONE: &[&str] = &["none", "nil"];
    let value = row.value.trim();
    let is_said = matches!(reading.value, Value::Absent(_)) && is_one_of(value, NONE);
    is_said.then(|| words.in_index(value)).flatten()
}

/// True for a word about the sample in the cell for the condition of the patient: "Hemolyzed" beside "fasting". What may be a
/// disease is none.
fn is_of_sample(rules: &Rules, condition: &str) -> bool {
    let words = [&rules.hemolysis, &rules.lipemia];
    let is_one_word = !condition.contains(' ');
    let spoiled = || match rules.words.absence(condition) {
        Some(
            Absence::Clotted | Absence::Contaminated | Absence::Insufficient | Absence::Unsuitable,
        ) => is_one_word,
        _ => false,
    };
    !condition.is_empty()
        && (words
            .iter()
            .any(|words| words.in_adjective(condition).is_some())
            || spoiled())
}

/// What one of its grades says. A number that is no grade means nothing without a unit.
fn graded(words: &SampleWords, scale: Option<&Scale>, grade: &str) -> Option<SampleHemolysis> {
    let by_scale = || {
        let (low, high) = scale?.grade(grade)?;
        Some(SampleHemolysis {
            provenance: Provenance::Graded,
            free_hb: Some((low, high)),
        })
    };
    let unknown = SampleHemolysis {
        provenance: Provenance::Unknown,
        free_hb: None,
    };
    by_scale()
        .or_else(|| words.in_index(grade))
        .or(Some(unknown))
}

/// An index without a usable unit, inside the limits that the laboratory prints beside it: it says that there is
/// nothing.
fn is_inside_its_limits(
    row: &Observation<'_>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
    scale: Option<&Scale>,
) -> bool {
    let Value::Number(number) = reading.value else {
        return false;
    };
    if resolution.conversion.is_some() || scale.is_some() {
        return false;
    }
    match interval::printed(row) {
        Printed::Interval(_, Some(high), _) => {
            number < high.value || (number == high.value && high.inclusive)
        }
        _ => false,
    }
}
