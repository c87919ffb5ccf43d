//! What is kept of a judged result.

use std::rc::Rc;

use super::{Critical, Entry};
use crate::import::date::{self, DateReading, Moment};
use crate::interpret::{collected, reported};
use crate::interpretation::Interpretation;
use crate::notice::{Code, Severity};
use crate::quality::remarks::is_serum;
use crate::reference::Catalog;
use crate::report::{reason, shown};
use crate::resolve::Resolution;
use crate::text::fold_words;
use crate::units::spelling::UnitTable;
use crate::value::{Absence, ResultWords, Value};

impl Entry {
    /// Keeps what a sheet needs of a judged result.
    pub(crate) fn of(
        result: &Interpretation<'_>,
        resolution: &Resolution<'_>,
        catalog: &'static Catalog,
        words: &ResultWords,
        (file, place): (Rc<str>, usize),
    ) -> Entry {
        let units = catalog.units();
        let (value, unit) = shown::measured(result, units);
        let row = &result.observation;
        let analyte = result
            .analyte
            .and_then(|analyte| catalog.analyte(&analyte.id));
        let read = |text: &str| match date::read(text, row.date_orders) {
            DateReading::Read(moment) => Some(moment),
            _ => None,
        };
        Entry {
            name: match analyte.filter(|_| !result.notices.has(Code::AnalyteAmbiguous)) {
                // Urea weighed as nitrogen is half the number of urea.
                Some(analyte) => resolution
                    .variant
                    .map_or_else(|| analyte.name.clone(), |variant| variant.name.clone()),
                None if row.name.trim().is_empty() => row.code.trim().to_string(),
                None => row.name.trim().to_string(),
            },
            analyte,
            value,
            unit,
            number: match result.reading.value {
                Value::Number(number) => Some(number),
                _ => None,
            },
            bounds: result.reading.value.bounds(),
            conversion: resolution.conversion,
            canonical: result.canonical.as_ref().map(|canonical| canonical.value),
            limits: result.limits.as_ref().and_then(|limits| limits.canonical),
            interval: shown::interval(result, units),
            interval_source: result
                .limits
                .as_ref()
                .map(|limits| limits.source.as_str().to_string())
                .unwrap_or_default(),
            flag: result.flag,
            critical: critical(result, units),
            usability: result.usability,
            fault: shown::sample_fault(result),
            only_hemolyzed: only_hemolyzed(result),
            is_suspicion: is_suspicion(result),
            in_pattern: result
                .patterns
                .iter()
                .any(|code| result.notices.has(*code) && code.severity() != Severity::Info),
            notices: result.notices.codes().to_vec(),
            free_hb: result.hemolysis.free_hb,
            comment_fault: comment_fault(words, result).map(Absence::as_str),
            comment: [row.comment.trim(), row.reason.trim()]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join("; "),
            not_final: if result.derived.is_some() || reported::is_final(row.status) {
                String::new()
            } else {
                row.status.trim().to_string()
            },
            as_expected: !row.range.trim().is_empty()
                && fold_words(row.value) == fold_words(row.range),
            range: row.range.trim().to_string(),
            own_critical: shown::own_critical(result)
                .filter(|_| result.notices.has(Code::CriticalByLaboratory)),
            lab_flag: row.flag.trim().to_string(),
            reported_flag: result.reported_flag,
            // Most derived values have no interval; that is no news.
            remarks: if result.derived.is_some() && result.flag.is_none() {
                Vec::new()
            } else {
                shown::remarks(result, units)
            },
            not_judged: reason::why_not_judged(result),
            asks: match result.notices.has(Code::ConditionNeeded) {
                true => shown::asks(result),
                false => Vec::new(),
            },
            absent: result.notices.has(Code::ResultAbsent),
            absence: match result.reading.value {
                Value::Absent(absence) => Some(absence),
                _ => None,
            },
            specimen: result.specimen,
            specimen_words: shown::specimen(result),
            person: result.person,
            names_nobody: row.patient.trim().is_empty(),
            birth: row.birth.trim().to_string(),
            born: read(row.birth).map(Moment::date),
            sample: row.sample.trim().to_string(),
            collected: shown::collected(result),
            stands_in: shown::stands_in(result),
            moment: read(collected(row)),
            is_ahead: false,
            day_is_open: matches!(
                date::read(collected(row), row.date_orders),
                DateReading::Ambiguous | DateReading::YearOpen
            ),
            derived: result.derived.is_some(),
            formula: result
                .derived
                .as_ref()
                .map(|derived| derived.formula.clone())
                .unwrap_or_default(),
            inputs: result.derived.as_ref().map_or_else(Vec::new, |derived| {
                derived.inputs.iter().map(|input| input.analyte).collect()
            }),
            asides: Vec::new(),
            file,
            line: row.line,
            place,
        }
    }
}

/// What the laboratory itself says of the sample is no suspicion.
fn is_suspicion(result: &Interpretation<'_>) -> bool {
    let stated = [Code::SampleSpoiled, Code::SampleMixUp, Code::SampleDoubtful];
    result.patterns.iter().any(|code| !stated.contains(code))
}

/// What the comment says against the sample, if it is about what this result was measured in.
fn comment_fault(words: &ResultWords, result: &Interpretation<'_>) -> Option<Absence> {
    let comment = result.observation.comment;
    let fault = match is_serum(result.specimen) {
        true => words.fault_in_serum(comment),
        false => words.fault_in(comment),
    };
    // Clumped platelets spoil counts, and are said so there.
    fault.filter(|fault| *fault != Absence::Clumped || result.notices.has(Code::CommentDisowns))
}

fn only_hemolyzed(result: &Interpretation<'_>) -> bool {
    let has = |codes: &[Code]| codes.iter().any(|code| result.notices.has(*code));
    has(&[
        Code::HemolysisRaises,
        Code::HemolysisLowers,
        Code::HemolysisTrueLower,
        Code::HemolysisTrueHigher,
        Code::HemolysisGross,
    ]) && !has(&result.patterns)
        && !has(&[
            Code::IcterusRaises,
            Code::IcterusLowers,
            Code::LipemiaRaises,
            Code::LipemiaLowers,
            Code::SpecimenUnsuitable,
            Code::ImplausibleValue,
        ])
}

fn critical(result: &Interpretation<'_>, units: &UnitTable) -> Option<Critical> {
    let call = result.critical.as_ref()?;
    let sign = match (call.high, call.reached.inclusive) {
        (true, true) => ">=",
        (true, false) => ">",
        (false, true) => "<=",
        (false, false) => "<",
    };
    let analyte = result.analyte?;
    Some(Critical {
        limit: format!(
            "{sign} {} {}",
            call.reached.value.normalize(),
            units.printed(call.unit)
        ),
        list: call.limit.list.clone(),
        source: analyte.source_title(&call.limit.source).to_string(),
        unless: call.limit.unless.clone(),
        high: call.high,
    })
}
