//! How the words of a result were understood.

use super::super::page::Page;
use super::super::{topic, words};
use crate::age::Age;
use crate::interpret::Rules;
use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::person::Sex;
use crate::resolve::Resolution;
use crate::resolve::trace::{FoundBy, SpecimenFrom, UnitFrom};
use crate::text::fold_name;
use crate::value::Value;

/// Analyte, specimen, value, unit, person: each with where it comes from.
pub(super) fn write(
    page: &mut Page,
    rules: &Rules,
    result: &Interpretation<'_>,
    resolution: &Resolution<'_>,
) {
    page.item("analyte", &analyte(rules, result, resolution));
    let from = match resolution.trace.specimen {
        SpecimenFrom::Cell => "its cell says so",
        SpecimenFrom::Name => "a word in the name says so",
        SpecimenFrom::Section => "the section of the laboratory says so",
        SpecimenFrom::Loinc => "the LOINC code says so",
        SpecimenFrom::Code => "the code of the test says so",
        SpecimenFrom::Unit => "the unit says so",
        SpecimenFrom::Usual => "not stated; the usual one is taken",
    };
    let specimen = match result.specimen.as_str() {
        "" => "not stated".to_string(),
        stated => format!("{stated}: {from}"),
    };
    page.item("specimen", &specimen);
    page.item("value", &value(result));
    unit(page, rules, resolution);
    if let (Some(analyte), Some(canonical)) = (result.analyte, &result.canonical) {
        let comparator = canonical
            .comparator
            .map_or("", |comparator| comparator.as_str());
        let unit = rules.catalog().units().printed(analyte.unit.code);
        page.item(
            "in one unit",
            &format!("{comparator}{} {unit}", canonical.text),
        );
    }
    page.item("person", &person(result));
    let mut conditions: Vec<&str> = rules
        .options()
        .conditions
        .iter()
        .map(String::as_str)
        .collect();
    conditions.extend(resolution.condition);
    if !conditions.is_empty() {
        page.item(
            "condition",
            &format!("{} is known to hold", words::listed(&conditions)),
        );
    }
}

fn analyte(rules: &Rules, result: &Interpretation<'_>, resolution: &Resolution<'_>) -> String {
    let found = &resolution.trace.name;
    let Some(analyte) = result.analyte else {
        let why = resolution
            .codes
            .iter()
            .find(|code| code.severity() == crate::notice::Severity::Serious)
            .or(resolution.codes.first())
            .map_or("", |code| code.meaning());
        let row = &result.observation;
        let name = if row.name.is_empty() {
            row.code
        } else {
            row.name
        };
        let meanings: Vec<String> = rules
            .catalog()
            .by_name(&fold_name(name))
            .map(|meaning| {
                format!(
                    "{} {}",
                    meaning.analyte.id,
                    topic::settles(rules.catalog(), &meaning)
                )
            })
            .collect();
        if meanings.is_empty() {
            return format!("not resolved. {why}");
        }
        return format!(
            "not resolved. {why} {name:?} means: {}.",
            meanings.join("; ")
        );
    };
    let by = match resolution.trace.analyte {
        _ if resolution.codes.contains(&Code::AnalyteAmbiguous) => {
            format!("the name \"{found}\", which leaves open whose mass is stated")
        }
        FoundBy::Nothing => String::new(),
        FoundBy::Loinc => format!("LOINC code {found}"),
        FoundBy::Name => format!("the name \"{found}\", which means nothing else"),
        FoundBy::NameAndUnit => format!("the name \"{found}\", settled by the unit"),
        FoundBy::NameAndSpecimen => format!("the name \"{found}\", settled by the specimen"),
        FoundBy::NameAndNeighbors => {
            format!("the name \"{found}\", settled by the other names in the file")
        }
    };
    let also = rules
        .catalog()
        .by_name(found)
        .find(|meaning| meaning.analyte.id == analyte.id)
        .and_then(|meaning| meaning.rule)
        .map_or_else(String::new, |rule| {
            format!(" (it also means {})", rule.also)
        });
    let variant = resolution.variant.map_or_else(String::new, |variant| {
        format!(", weighed as {}", variant.name)
    });
    format!("{} [{}]{variant}: {by}{also}", analyte.name, analyte.id)
}

fn value(result: &Interpretation<'_>) -> String {
    match result.reading.value {
        Value::Number(number) => number.to_string(),
        Value::Censored(comparator, number) => {
            format!(
                "{} {number}: every value beyond that limit is possible",
                comparator.as_str()
            )
        }
        Value::Range(low, high) => format!("anything from {low} to {high}"),
        Value::Text(text) => format!("{text:?} is no number"),
        Value::Absent(absence) => format!("no result: {absence:?}"),
    }
}

fn unit(page: &mut Page, rules: &Rules, resolution: &Resolution<'_>) {
    let trace = &resolution.trace;
    let place = match trace.unit {
        UnitFrom::Nowhere => "no unit is stated",
        UnitFrom::Cell => "from its own cell or column",
        UnitFrom::Value => "written behind the number",
        UnitFrom::Name => "written in the name",
    };
    let print = |code: &str| rules.catalog().units().printed(code).to_string();
    let Some(unit) = resolution.unit else {
        let why = [
            Code::UnitMissing,
            Code::UnitUnknown,
            Code::UnitNotForAnalyte,
            Code::UnitConflict,
        ]
        .into_iter()
        .find(|code| resolution.codes.contains(code))
        .map_or("", |code| code.meaning());
        let text = if trace.unit_text.is_empty() {
            place.to_string()
        } else {
            format!("{:?}, {place}", trace.unit_text)
        };
        page.item("unit", &format!("{text}. {why}"));
        if let (Some(analyte), [unit]) = (
            resolution.analyte,
            rules.catalog().units().read(&trace.unit_text),
        ) {
            page.item("", &analyte.why_not(unit, resolution.variant));
        }
        return;
    };
    page.item(
        "unit",
        &format!("{} ({:?}, {place})", print(unit.code), trace.unit_text),
    );
    if let Some(analyte) = resolution.analyte
        && resolution.conversion.is_some()
        && let Some((conversion, origin)) = analyte.conversion_with_origin(unit, resolution.variant)
    {
        let text = if conversion.is_identity() {
            "none is needed".to_string()
        } else {
            format!(
                "{} gives {} ({})",
                words::factor(conversion),
                print(analyte.unit.code),
                words::origin(analyte, origin)
            )
        };
        page.item("conversion", &text);
    }
}

fn person(result: &Interpretation<'_>) -> String {
    let sex = match result.person.sex {
        Sex::Unknown => "sex not known",
        known => known.as_str(),
    };
    let age = match result.person.age {
        Age::Unknown => "age not known".to_string(),
        age => match age.years() {
            Some(years) => format!("{years} years at collection"),
            None => match age {
                Age::Stated { below, .. } if below.is_infinite() => "18 years or more".to_string(),
                _ => "age known only roughly".to_string(),
            },
        },
    };
    let assumed = if result.notices.has(Code::AdultAssumed) {
        " (--adults)"
    } else {
        ""
    };
    format!("{sex}, {age}{assumed}")
}
