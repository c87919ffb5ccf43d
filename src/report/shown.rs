//! One result as it is shown to a reader: the same words in a table and on a sheet.

use super::harmless::harmless;
use super::{cells, table, wording};
use crate::interpret::own_critical::{self, Own};
use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::units::spelling::UnitTable;

pub(crate) use super::wording::CALL_NOW;

/// The value as reported, with its comparator.
fn value(result: &Interpretation<'_>) -> String {
    cells::value(&result.observation).trim().to_string()
}

/// The unit as printed; as reported where it is not known.
fn unit(result: &Interpretation<'_>, units: &UnitTable) -> String {
    match result.unit {
        "" => result.observation.unit.trim().to_string(),
        unit => unit_of(unit, units).to_string(),
    }
}

/// Both, to stand beside each other: a unit in the cell of the number is printed once, and beside a word none is.
pub(crate) fn measured(result: &Interpretation<'_>, units: &UnitTable) -> (String, String) {
    let (value, unit) = (value(result), unit(result, units));
    let within = result.reading.unit;
    let is_known = !result.unit.is_empty() && !result.notices.has(Code::UnitConflict);
    if is_known
        && !within.is_empty()
        && let Some((number, behind)) = value.split_once(within)
    {
        let number = number.trim_end();
        return (format!("{number}{behind}"), unit);
    }
    let is_number = value.bytes().any(|c| c.is_ascii_digit());
    match is_number && !value.ends_with(&unit) {
        true => (value, unit),
        false => (value, String::new()),
    }
}

/// A UCUM code as printed. A score or a ratio of two results is a bare number.
pub(crate) fn unit_of<'u>(code: &'u str, units: &'u UnitTable) -> &'u str {
    match code {
        "{score}" | "{ratio}" => "",
        code => units.printed(code),
    }
}

/// The interval that judged it, in the unit of the value; empty if none did.
pub(crate) fn interval(result: &Interpretation<'_>, units: &UnitTable) -> String {
    result
        .limits
        .as_ref()
        .map(|limits| table::interval::shown(limits, result, units))
        .unwrap_or_default()
}

/// The laboratory's own critical limit that it is at or past, in the unit of the row: `above 6 mmol/L`.
pub(crate) fn own_critical(result: &Interpretation<'_>) -> Option<String> {
    let row = &result.observation;
    let Own::Past { limit, high } = own_critical::standing(row, &result.reading) else {
        return None;
    };
    let side = if high { "above" } else { "below" };
    let said = format!(
        "{side} {} {}",
        limit.value.normalize(),
        harmless(row.unit.trim())
    );
    Some(said.trim_end().to_string())
}

/// When it was collected: `2026-11-12 07:15` where that can be read, else as reported.
pub(crate) fn collected(result: &Interpretation<'_>) -> String {
    match cells::collected_iso(&result.observation) {
        // Seconds that are none are only noise.
        Some(iso) => iso
            .strip_suffix(":00")
            .filter(|short| short.len() == "2026-11-12T07:15".len())
            .unwrap_or(&iso)
            .replace('T', " "),
        None => cells::collected(&result.observation).trim().to_string(),
    }
}

/// `received` or `reported`, where that time stands in for the collection; empty where it does not.
pub(crate) fn stands_in(result: &Interpretation<'_>) -> &'static str {
    crate::interpret::stands_in(&result.observation)
}

/// The conditions that its intervals ask for, and the question in which they are asked for.
pub(crate) fn asks(result: &Interpretation<'_>) -> Vec<String> {
    let asked = wording::conditions(result).into_iter();
    asked.map(ToString::to_string).collect()
}

/// The question for conditions that nobody stated.
pub(crate) fn question(asks: &[impl std::borrow::Borrow<str>]) -> String {
    // "no-anticoagulant" is a condition that something is not given.
    let in_words = |condition: &str| match condition.strip_prefix("no-") {
        Some(given) => format!("no {}", given.replace('-', " ")),
        None => condition.to_string(),
    };
    let asks: Vec<String> = asks.iter().map(|it| in_words(it.borrow())).collect();
    format!("not judged: {}?", asks.join(" or "))
}

/// Why its sample is to be collected again, in words of the ward; empty if it is not.
pub(crate) fn sample_fault(result: &Interpretation<'_>) -> String {
    table::recollect::why(result)
}

/// Why a result has no flag, in words.
pub(crate) fn reason(code: Code) -> &'static str {
    wording::reason_words(code)
}

/// Why a result of this value has no flag: of a number below zero the sign is to be looked at, too.
pub(crate) fn reason_of(code: Code, value: &str) -> &'static str {
    match code {
        Code::ImplausibleValue if value.starts_with(['-', '\u{2212}']) => {
            "implausible: check sign, unit, decimal point"
        }
        _ => reason(code),
    }
}

/// Its specimen in words.
pub(crate) fn specimen(result: &Interpretation<'_>) -> &'static str {
    table::heading::specimen(result.specimen)
}

/// An age in words: `67 y`, `8 mo`, `89 y or more`; `None` if it is not known closely.
pub(crate) fn age(age: crate::age::Age) -> Option<String> {
    table::heading::age(age)
}

/// What there is to say about it, the most urgent first.
pub(crate) fn remarks(result: &Interpretation<'_>, units: &UnitTable) -> Vec<String> {
    wording::remarks(result, units)
}
