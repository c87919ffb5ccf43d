//! What one row says about the quality of its sample: as an index, in words, or by a comment of its own.

use std::borrow::Cow;

use crate::interpret::{HEMOLYSIS_INDEX, ICTERUS_INDEX, LIPEMIA_INDEX, Rules, is_index, reported};
use crate::interpretation::ReportedFlag;
use crate::observation::Observation;
use crate::quality::evidence::{self, Statement};
use crate::quality::hil;
use crate::quality::patterns::Said;
use crate::quality::platform::{Platform, Scale};
use crate::quality::remarks::Remark;
use crate::quality::words::SampleWords;
use crate::quality::{Interference, Provenance, SampleHemolysis};
use crate::resolve::Resolution;
use crate::rules::said_in_status;
use crate::text::fold_name;
use crate::value::interval::{self, Printed};
use crate::value::{Absence, Reading, Value};

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
    let words = [row.comment, row.reason, row.specimen_condition];
    if is_number
        && index.is_none()
        && beside.is_empty()
        && resolution.analyte.is_some()
        && words.iter().all(|words| words.is_empty())
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
    let notation = hil_notation(&mut row, reading);
    let row = &row;
    let remark = rules.remark(row.comment);
    let of = |place: usize, id, words: &SampleWords, absence, in_comment, scale: Option<&Scale>| {
        let index = index
            .filter(|analyte| {
                analyte.id == id && !is_inside_its_limits(row, reading, resolution, scale)
            })
            .and_then(|_| evidence::from_index(reading, resolution.conversion, scale, words));
        let said = evidence::from_words(row, reading, words, absence, in_comment);
        let beside = beside.iter().filter_map(|text| words.in_condition(text));
        let noted = notation.and_then(|notation| graded(words, scale, notation[place]?));
        let named = by_name(words, row, reading, resolution);
        [index, said, noted, named]
            .into_iter()
            .flatten()
            .chain(beside)
            .reduce(SampleHemolysis::and)
    };
    let scale = |of: fn(&Platform) -> &Option<Scale>| platform.and_then(|p| of(p).as_ref());
    Statement {
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
        said: said_of_sample(rules, row, reading, resolution),
    }
}

/// Texts that speak of the sample where no comment is: of the specimen, of the status and the flag where they are none, and
/// of a test that is not known, with its result ("Hemolysis check: moderate").
fn beside_comment<'a>(
    rules: &Rules,
    row: &Observation<'a>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
) -> Vec<Cow<'a, str>> {
    let flag = match reported::flag(row.flag) {
        ReportedFlag::NoDirection if !reported::is_abnormal_mark(row.flag) => row.flag,
        _ => "",
    };
    let all = [&rules.hemolysis, &rules.icterus, &rules.lipemia];
    let may_say = |text: &&str| all.iter().any(|words| words.may_be_in(text));
    let mut texts: Vec<Cow<'a, str>> = [row.specimen, said_in_status(row), flag]
        .into_iter()
        .filter(may_say)
        .map(Cow::Borrowed)
        .collect();
    let index = resolution.analyte.is_some_and(is_index);
    if !index && may_say(&row.name) && !is_of_urine(row.name) {
        match resolution.analyte {
            // "Potassium (hemolyzed)"; the name itself says nothing.
            Some(_) if row.name.contains(['(', '[']) => texts.push(row.name.into()),
            Some(_) => {}
            None if matches!(reading.value, Value::Absent(Absence::Blank)) => {
                texts.push(row.name.into());
            }
            None => {}
        }
    }
    texts
}

/// What the result of a test says that is not known and has the word in its name: "Hemolysis check", "Index d'hémolyse".
fn by_name(
    words: &SampleWords,
    row: &Observation<'_>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
) -> Option<SampleHemolysis> {
    let is_blank = matches!(reading.value, Value::Absent(Absence::Blank));
    if resolution.analyte.is_some() || is_blank || is_of_urine(row.name) {
        return None;
    }
    words.in_comment(row.name)?;
    let joined = || format!("{}: {} {}", row.name, row.value, row.unit);
    words
        .in_index(row.value)
        .or_else(|| words.in_comment(&joined()))
}

/// "UA Occult Blood: trace-lysed": a strip that was held into urine, whatever else is not stated.
fn is_of_urine(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        let known = [
            "ua",
            "urine",
            "urin",
            "urinalysis",
            "dipstick",
            "orina",
            "urina",
            "stool",
        ];
        known.iter().any(|known| word.eq_ignore_ascii_case(known))
    })
}

/// `H:2+ I:0 L:0` in a comment, a column or a result: then these are not read as words.
fn hil_notation<'a>(row: &mut Observation<'a>, reading: &Reading<'a>) -> Option<hil::Grades<'a>> {
    let condition = hil::behind_heading(row.specimen_condition);
    if let Some(found) = hil::in_column(condition) {
        row.specimen_condition = "";
        return Some(found);
    }
    if let Some(found) = hil::notation(row.comment) {
        row.comment = "";
        return Some(found);
    }
    match reading.value {
        Value::Text(text) => hil::notation(text),
        _ => None,
    }
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

/// What the row says of the tube. A comment may stand on a row of its own, or in the place of a result; what is said there
/// is said of the sample, and beside a result perhaps of another tube with its number.
fn said_of_sample(
    rules: &Rules,
    row: &Observation<'_>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
) -> Option<Said> {
    let is_text = matches!(reading.value, Value::Text(_));
    let fault = match reading.value {
        Value::Absent(absence) => Some(absence),
        _ => None,
    };
    let in_value = match is_text || fault.is_some_and(Absence::is_sample_fault) {
        true => rules.remark(row.value),
        false => Remark::default(),
    };
    let in_condition = rules.remark(row.specimen_condition);
    let in_comment = rules.remark(row.comment);
    let said = [in_comment.said, in_value.said, in_condition.said];
    if let Some(said) = said.into_iter().flatten().next() {
        return Some(said);
    }
    let own_row = resolution.analyte.is_none() && !matches!(reading.value, Value::Number(_));
    let spoiled = |fault: Absence| {
        matches!(
            fault,
            Absence::Clotted | Absence::Contaminated | Absence::Unsuitable
        )
    };
    let faults = [in_comment.fault, in_value.fault, in_condition.fault];
    let mut faults = faults.into_iter().flatten();
    match (faults.clone().any(spoiled), own_row) {
        (true, true) => Some(Said::Spoiled),
        (true, false) => Some(Said::Doubtful),
        (false, true) if faults.any(|fault| fault == Absence::Recollect) => Some(Said::Doubtful),
        _ => None,
    }
}
