//! What one row says about the quality of its sample: as an index, in words, or by a comment of its own.

use std::borrow::Cow;

use crate::interpret::{HEMOLYSIS_INDEX, ICTERUS_INDEX, LIPEMIA_INDEX, Rules, is_index, reported};
use crate::observation::Observation;
use crate::quality::evidence::{self, Statement};
use crate::quality::hil;
use crate::quality::patterns::Said;
use crate::quality::platform::{Platform, Scale};
use crate::quality::remarks::{Remark, is_serum};
use crate::quality::words::SampleWords;
use crate::quality::{Interference, Provenance, SampleHemolysis};
use crate::reference::Analyte;
use crate::resolve::Resolution;
use crate::rules::said_in_status;
use crate::sample::Tube;
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
    let notation = hil_notation(&mut row, reading, resolution);
    let row = &row;
    let alarms = alarms(row);
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
    // An alarm that nobody here understands is one all the same; so is a word against a sample where its condition is told.
    let is_doubt = || {
        !row.alarm.is_empty()
            || (notation.is_none() && rules.patterns.is_doubt(row.specimen_condition))
    };
    match statement.is_empty() && is_doubt() {
        true => Statement {
            besides: Some(Said::Doubtful),
            ..statement
        },
        false => statement,
    }
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

/// What an analyzer's flags say that interferes with this test, in whichever cell they stand.
fn alarms(row: &Observation<'_>) -> hil::Alarms {
    let of_flag = hil::alarms(row.flag, true);
    let words = [row.comment, row.reason, row.specimen_condition];
    let words = words.map(|text| hil::alarms(text, false));
    std::array::from_fn(|place| of_flag[place] || words.iter().any(|found| found[place]))
}

/// Texts that speak of the sample where no comment is: of the specimen, of the status and the flag where they are none, and
/// of a test that is not known, with its result ("Hemolysis check: moderate").
fn beside_comment<'a>(
    rules: &Rules,
    row: &Observation<'a>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
) -> Vec<Cow<'a, str>> {
    let all = [&rules.hemolysis, &rules.icterus, &rules.lipemia];
    let may_say = |text: &&str| !text.is_empty() && all.iter().any(|words| words.may_be_in(text));
    // Several flags may share a cell: "Hem, H".
    let mut texts: Vec<Cow<'a, str>> = [row.specimen, said_in_status(row)]
        .into_iter()
        .chain(reported::remarks(row.flag))
        .filter(may_say)
        .map(Cow::Borrowed)
        .collect();
    let in_name = match resolution.analyte {
        // "Potassium (hemolyzed)"; the name itself says nothing.
        Some(analyte) => !is_index(analyte) && row.name.contains(['(', '[']),
        None => matches!(reading.value, Value::Absent(Absence::Blank)),
    };
    if in_name && may_say(&row.name) && !is_of_urine(row.name) {
        texts.push(row.name.into());
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
    if let Some(said) = words.in_short_row(row.name, row.value) {
        return Some(said);
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

/// `H:2+ I:0 L:0` in a comment, a column or a result, which is then not read as words where there is nothing else in it; of a
/// row that is called after all three its result.
fn hil_notation<'a>(
    row: &mut Observation<'a>,
    reading: &Reading<'a>,
    resolution: &Resolution<'_>,
) -> Option<hil::Grades<'a>> {
    let condition = hil::behind_heading(row.specimen_condition);
    if let Some(found) = hil::in_column(condition) {
        row.specimen_condition = "";
        return Some(found);
    }
    if let Some(found) = hil::notation(row.comment) {
        if found.is_all {
            row.comment = "";
        }
        return Some(found.grades);
    }
    let order = match resolution.analyte {
        None => hil::order_under(row.name),
        Some(_) => None,
    };
    if let Some(found) = order.and_then(|order| hil::under(order, row.value)) {
        return Some(found);
    }
    match reading.value {
        Value::Text(text) => hil::notation(text).map(|found| found.grades),
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

/// What the row says of the tube, and what is wrong with it besides. A comment may stand on a row of its own, or in the place
/// of a result; what is said there is said of the sample, and beside a result of serum perhaps of another tube with its number.
fn said_of_sample(
    rules: &Rules,
    row: &Observation<'_>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
    in_comment: Remark,
) -> (Option<Said>, Option<Said>) {
    // Of a cancelled result the reason, too.
    let in_value = match reading.value {
        Value::Text(_) | Value::Absent(_) => rules.remark(row.value),
        _ => Remark::default(),
    };
    let remarks = [in_comment, in_value, rules.remark(row.specimen_condition)];
    // An EDTA tube is right for other tests, and then another tube than the one with serum.
    let is_spoiled_by = |said: &Said| {
        let touched = |analyte: &Analyte| rules.patterns.stated(*said).touches(&analyte.id);
        let fits = |analyte: &Analyte| rules.patterns.fits_other_tubes(&analyte.id);
        match said {
            Said::EdtaTube => resolution.analyte.is_some_and(touched),
            Said::OtherTube => {
                is_serum(resolution.specimen) && resolution.analyte.is_some_and(|own| !fits(own))
            }
            _ => true,
        }
    };
    let mut said = remarks.iter().filter_map(|remark| remark.said);
    let said = said.find(is_spoiled_by);
    // Beside a count or a clotting time it is said of that tube.
    let own_row = (resolution.analyte.is_none() && !matches!(reading.value, Value::Number(_)))
        || Tube::of(resolution.specimen) != Tube::Serum;
    let spoiled = |fault: Absence| {
        matches!(
            fault,
            Absence::Clotted | Absence::Contaminated | Absence::Unsuitable
        )
    };
    let is_other = |fault: &Absence| said.is_none_or(|said| !said.covers(*fault));
    let faults = remarks
        .iter()
        .filter_map(|remark| remark.fault_of(resolution.specimen));
    let mut faults = faults.filter(is_other);
    let patterns = &rules.patterns;
    let is_poor = patterns.is_poor(row.specimen_condition)
        || (patterns.is_quality(row.name) && patterns.is_poor(row.value));
    let besides = match (faults.clone().any(spoiled), own_row) {
        (true, true) => Some(Said::Spoiled),
        (true, false) => Some(Said::Doubtful),
        (false, true) if faults.any(|fault| fault == Absence::Recollect) => Some(Said::Doubtful),
        _ => is_poor.then_some(Said::Doubtful),
    };
    (said, besides)
}
