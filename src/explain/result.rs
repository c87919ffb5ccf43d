//! The whole path of the results on one line of an export, as [`Results`] judged them.

use super::page::{Look, Page};
use super::{intervals, result_quality, topic, words};
use crate::age::Age;
use crate::check::Results;
use crate::error::{Error, Result};
use crate::import::Export;
use crate::interpret::{Rules, Standing};
use crate::interpretation::{Interpretation, RangeSource};
use crate::notice::Code;
use crate::person::Sex;
use crate::resolve::Resolution;
use crate::resolve::trace::{FoundBy, SpecimenFrom, UnitFrom};
use crate::text::fold_name;
use crate::value::Value;

/// Explains every result on a line of an export (the header is line 1).
///
/// # Errors
/// If the file cannot be read, or no result starts on that line.
pub fn line(rules: &Rules, export: &Export, line: u64, look: Look) -> Result<String> {
    let mut results = Results::of(rules, std::slice::from_ref(export), |_| {})?;
    let mut text = String::new();
    let (mut before, mut after) = (None, None);
    while let Some((result, resolution)) = results.next_traced()? {
        let at = result.observation.line;
        if at == line {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&page(rules, &result, &resolution, look));
        } else if at < line {
            before = Some(at);
        } else if after.is_none() {
            after = Some(at);
        }
    }
    if !text.is_empty() {
        return Ok(text);
    }
    let near: Vec<String> = [before, after].into_iter().flatten().map(|at| at.to_string()).collect();
    let advice = if near.is_empty() {
        "the file has no result".to_string()
    } else {
        format!("the nearest results start on line {}", near.join(" and "))
    };
    Err(Error::new(export.label(), "no result starts on this line", advice).at(line))
}

fn page(rules: &Rules, result: &Interpretation<'_>, resolution: &Resolution<'_>, look: Look) -> String {
    let row = &result.observation;
    let mut page = Page::new(look);
    let name = if row.name.is_empty() { row.code } else { row.name };
    let name = result.analyte.map_or(name, |analyte| &analyte.name);
    page.title(
        &format!("{name} {} {}", row.value, row.unit),
        &format!("{}, line {}", row.file, row.line),
    );
    page.heading("As read");
    for (role, cell) in cells(result) {
        if !cell.trim().is_empty() {
            page.item(role, cell);
        }
    }
    page.heading("As understood");
    understood(&mut page, rules, result, resolution);
    page.heading("Interval");
    interval(&mut page, rules, result, resolution);
    result_quality::write(&mut page, rules, result);
    page.into_text()
}

/// The cells by their role, those of joined files too.
fn cells<'a>(result: &Interpretation<'a>) -> [(&'static str, &'a str); 23] {
    let row = &result.observation;
    [
        ("patient", row.patient),
        ("sample", row.sample),
        ("collected", row.collected),
        ("received", row.received),
        ("reported", row.reported),
        ("sex", row.sex),
        ("age", row.age),
        ("birth", row.birth),
        ("name", row.name),
        ("code", row.code),
        ("LOINC", row.loinc),
        ("specimen", row.specimen),
        ("section", row.category),
        ("condition", row.condition),
        ("sample note", row.specimen_condition),
        ("comparator", row.comparator),
        ("value", row.value),
        ("unit", row.unit),
        ("low limit", row.low),
        ("high limit", row.high),
        ("interval", row.range),
        ("flag", row.flag),
        ("comment", row.comment),
    ]
}

fn understood(
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
        let comparator = canonical.comparator.map_or("", |comparator| comparator.as_str());
        let unit = rules.catalog().units().printed(analyte.unit.code);
        page.item("in one unit", &format!("{comparator}{} {unit}", canonical.text));
    }
    page.item("person", &person(result));
    let mut conditions: Vec<&str> = rules.options().conditions.iter().map(String::as_str).collect();
    conditions.extend(resolution.condition);
    if !conditions.is_empty() {
        page.item("condition", &format!("{} is known to hold", words::listed(&conditions)));
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
        let name = if row.name.is_empty() { row.code } else { row.name };
        let meanings: Vec<String> = rules
            .catalog()
            .by_name(&fold_name(name))
            .map(|meaning| {
                format!("{} {}", meaning.analyte.id, topic::settles(rules.catalog(), &meaning))
            })
            .collect();
        if meanings.is_empty() {
            return format!("not resolved. {why}");
        }
        return format!("not resolved. {why} {name:?} means: {}.", meanings.join("; "));
    };
    let by = match resolution.trace.analyte {
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
        .map_or_else(String::new, |rule| format!(" (it also means {})", rule.also));
    let variant = resolution
        .variant
        .map_or_else(String::new, |variant| format!(", weighed as {}", variant.name));
    format!("{} [{}]{variant}: {by}{also}", analyte.name, analyte.id)
}

fn value(result: &Interpretation<'_>) -> String {
    match result.reading.value {
        Value::Number(number) => number.to_string(),
        Value::Censored(comparator, number) => {
            format!("{} {number}: every value beyond that limit is possible", comparator.as_str())
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
        let why = [Code::UnitMissing, Code::UnitUnknown, Code::UnitNotForAnalyte]
            .into_iter()
            .find(|code| resolution.codes.contains(code))
            .map_or("", |code| code.meaning());
        let text = if trace.unit_text.is_empty() {
            place.to_string()
        } else {
            format!("{:?}, {place}", trace.unit_text)
        };
        page.item("unit", &format!("{text}. {why}"));
        if let (Some(analyte), [unit]) =
            (resolution.analyte, rules.catalog().units().read(&trace.unit_text))
        {
            page.item("", &analyte.why_not(unit, resolution.variant));
        }
        return;
    };
    page.item("unit", &format!("{} ({:?}, {place})", print(unit.code), trace.unit_text));
    if let Some(analyte) = resolution.analyte
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

fn interval(page: &mut Page, rules: &Rules, result: &Interpretation<'_>, resolution: &Resolution<'_>) {
    let catalog = rules.catalog();
    match &result.limits {
        Some(limits) => {
            let unit = catalog.units().printed(limits.unit);
            let whose = match limits.source {
                RangeSource::Report => "printed on the report: it comes first",
                RangeSource::Lab => "of the laboratory's own file (--ranges)",
                RangeSource::Profile(name) => &format!("of the bundled profile {name}"),
            };
            let shown = words::limits(limits.low, limits.high);
            let shown = if shown.is_empty() {
                "several rows with the same answer".to_string()
            } else {
                format!("{shown} {unit}")
            };
            page.item("used", &format!("{shown}, {whose}"));
            for row in &limits.rows {
                let title = result.analyte.map_or(row.source.as_str(), |a| a.source_title(&row.source));
                page.item("", &format!("source: {title}"));
            }
        }
        None => page.item("used", "none"),
    }
    if let Some(code) = crate::report::reason::why_not_judged(result) {
        page.item("no flag", &format!("{code}: {}", code.meaning()));
    }
    let by_report = result.limits.as_ref().is_some_and(|limits| limits.source == RangeSource::Report);
    for (row, standing) in rules.considered(result, resolution) {
        let why = match standing {
            Standing::Chosen if by_report => "would hold; the report's own interval comes first",
            Standing::Chosen if result.limits.is_none() => "would hold for this person",
            Standing::Chosen => "chosen",
            Standing::OtherProfile => "not used: not of this profile",
            Standing::BehindLaboratory => "not used: the laboratory's own file comes first",
            Standing::Unsourced => "not used: no source was read for it",
            Standing::OtherSpecimen => "not used: another specimen",
            Standing::ConditionUnknown => "not used: its condition is not known to hold",
            Standing::LessSpecific => "not used: a row for the known condition is more specific",
            Standing::OtherSex => "not used: the other sex",
            Standing::OtherAge => "not used: another age",
        };
        page.hanging(4, 8, &format!("{}: {why}", intervals::describe(catalog, row, &row.profile)));
    }
}
