//! What is to be converted, from words in a free order: `90 mg/dL glucose`, `glucose 90mg/dL`.

use rust_decimal::Decimal;

use super::refused;
use crate::error::{Error, Result};
use crate::explain::{settles, unknown_name};
use crate::interpret::Rules;
use crate::notice::Code;
use crate::observation::{NumberStyle, Observation};
use crate::reference::{Analyte, Variant};
use crate::resolve::Resolution;
use crate::text::fold_name;
use crate::units::Unit;
use crate::value::{Comparator, Value};

/// A value in a unit of an analyte.
#[derive(Clone, Debug)]
pub struct Request<'c> {
    /// `<` and its like.
    pub comparator: Option<Comparator>,
    /// The number as written.
    pub value: Decimal,
    /// Its unit.
    pub unit: &'static Unit,
    /// The analyte.
    pub analyte: &'c Analyte,
    /// The molecule that a mass weighs.
    pub variant: Option<&'c Variant>,
}

/// The words of a request, sorted by what they are.
struct Parts {
    value: String,
    unit: String,
    name: String,
}

impl<'c> Request<'c> {
    /// Reads the words, and resolves them as the words of an export are.
    ///
    /// # Errors
    /// If there is no number, or if the unit or the analyte is unknown, ambiguous, or not one of
    /// the other; the message says which, and what else it may mean.
    pub fn read(rules: &'c Rules, words: &[String]) -> Result<Request<'c>> {
        let words: Vec<&str> = words
            .iter()
            .flat_map(|word| word.split_whitespace())
            .collect();
        let splits = splits(&words, rules);
        let mut first_error = None;
        for parts in &splits {
            match resolve(rules, parts) {
                Ok(request) => return Ok(request),
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        let comma = words.iter().any(|word| {
            let digits = word
                .split(',')
                .all(|part| part.bytes().any(|c| c.is_ascii_digit()));
            word.contains(',') && digits
        });
        Err(first_error.unwrap_or_else(|| {
            let advice = if comma {
                "write the number with a decimal point: a comma may be a decimal mark or a thousand"
            } else {
                "write VALUE UNIT ANALYTE: serumcheck convert 90 mg/dL glucose --to mmol/L"
            };
            Error::new(
                "",
                "there is no value with a unit and an analyte here",
                advice,
            )
        }))
    }
}

/// Every way to read the words, the likeliest first: a number, behind it its unit, and a name.
fn splits(words: &[&str], rules: &Rules) -> Vec<Parts> {
    /// Words that one unit may have: `x 10^9 /L`.
    const LONGEST_UNIT: usize = 3;
    let mut found: Vec<(bool, Parts)> = Vec::new();
    for at in 0..words.len() {
        // "less than 5" and "< 5" are numbers of more than one word.
        for length in 1..=6.min(words.len() - at) {
            let text = words[at..at + length].join(" ");
            let row = observation(&text);
            let reading = rules.read(&row);
            if reading.value.bounds().is_none() || !reading.unit.is_empty() && length > 1 {
                continue;
            }
            let rest = at + length;
            let name = |from: usize| {
                let name = [&words[..at], words.get(from..).unwrap_or_default()].concat();
                name.join(" ")
            };
            if !reading.unit.is_empty() {
                let parts = Parts {
                    value: text.clone(),
                    unit: reading.unit.to_string(),
                    name: name(rest),
                };
                found.push((
                    !rules.catalog().units().read(reading.unit).is_empty(),
                    parts,
                ));
                continue;
            }
            for unit_words in 1..=LONGEST_UNIT.min(words.len() - rest) {
                let unit = words[rest..rest + unit_words].join(" ");
                let known = !rules.catalog().units().read(&unit).is_empty();
                let parts = Parts {
                    value: text.clone(),
                    unit,
                    name: name(rest + unit_words),
                };
                found.push((known, parts));
            }
        }
    }
    // A known unit is the better reading; the order of the words decides between equals.
    found.sort_by_key(|(known, parts)| (!known, parts.name.is_empty()));
    found.into_iter().map(|(_, parts)| parts).collect()
}

fn observation(value: &str) -> Observation<'_> {
    Observation {
        value,
        numbers: NumberStyle::default(),
        ..Observation::default()
    }
}

fn resolve<'c>(rules: &'c Rules, parts: &Parts) -> Result<Request<'c>> {
    let reading = rules.read(&observation(&parts.value));
    let (comparator, value) = match reading.value {
        Value::Number(number) => (None, number),
        Value::Censored(comparator, number) => (Some(comparator), number),
        _ => {
            return Err(Error::new(
                "",
                format!("{:?} is no single number", parts.value),
                "write one number, with < or > before it if needed",
            ));
        }
    };
    let row = Observation {
        name: &parts.name,
        unit: &parts.unit,
        ..observation(&parts.value)
    };
    // A code stands where a name may stand.
    let coded = Observation {
        name: "",
        code: &parts.name,
        ..row
    };
    let mut resolver = rules.resolver();
    let row = if rules.catalog().by_loinc(&parts.name).is_some() {
        coded
    } else {
        row
    };
    let resolution = resolver.resolve(&row, "");
    let (Some(analyte), Some(unit), Some(_)) =
        (resolution.analyte, resolution.unit, resolution.conversion)
    else {
        return Err(refusal(rules, parts, &resolution));
    };
    Ok(Request {
        comparator,
        value,
        unit,
        analyte,
        variant: resolution.variant,
    })
}

/// Why the words are no request.
fn refusal(rules: &Rules, parts: &Parts, resolution: &Resolution<'_>) -> Error {
    let catalog = rules.catalog();
    let has = |code| resolution.codes.contains(&code);
    if parts.name.is_empty() {
        return Error::new(
            "",
            "no analyte is named",
            "write VALUE UNIT ANALYTE: a factor belongs to what is measured",
        );
    }
    let units = catalog.units().read(&parts.unit);
    if has(Code::AnalyteAmbiguous) {
        let meanings: Vec<String> = catalog
            .by_name(&fold_name(&parts.name))
            .map(|meaning| format!("{} {}", meaning.analyte.id, settles(catalog, &meaning)))
            .collect();
        return Error::new(
            "",
            format!(
                "{:?} means more than one thing: {}",
                parts.name,
                meanings.join("; ")
            ),
            "write the id",
        );
    }
    if let Some(analyte) = resolution.analyte {
        return match units {
            [] => unknown_unit(&parts.unit, Some(analyte)),
            [unit] => refused(analyte, unit, resolution.variant),
            several => ambiguous_unit(&parts.unit, several),
        };
    }
    if has(Code::SpecimenNotSerum) {
        return Error::new(
            "",
            format!("{:?} is not measured in blood", parts.name),
            "only analytes of blood are known here",
        );
    }
    if units.is_empty() {
        return unknown_unit(&parts.unit, None);
    }
    unknown_name(catalog, &parts.name, "analyte or LOINC code")
}

fn unknown_unit(text: &str, analyte: Option<&Analyte>) -> Error {
    let advice = match analyte {
        Some(analyte) => {
            let known: Vec<&str> = analyte.units.iter().map(|unit| unit.code).collect();
            format!("{} is reported in {}", analyte.name, known.join(", "))
        }
        None => "write it as laboratories do: mg/dL, mmol/L, U/L, 10*9/L".to_string(),
    };
    Error::new(
        "",
        format!("{text:?} is no unit this program knows"),
        advice,
    )
}

fn ambiguous_unit(text: &str, units: &[&'static Unit]) -> Error {
    let codes: Vec<&str> = units.iter().map(|unit| unit.code).collect();
    Error::new(
        "",
        format!("{text:?} may mean {}", codes.join(" or ")),
        "write the one that is meant",
    )
}

/// The unit asked for with `--to`.
///
/// # Errors
/// If it is unknown, ambiguous, or not one of the analyte.
pub(super) fn target(rules: &Rules, request: &Request<'_>, text: &str) -> Result<&'static Unit> {
    let units = rules.catalog().units().read(text);
    let possible: Vec<&'static Unit> = units
        .iter()
        .copied()
        .filter(|unit| request.analyte.conversion(unit, request.variant).is_some())
        .collect();
    let factor = |unit: &Unit| request.analyte.conversion(unit, request.variant);
    let same = |a: &Unit, b: &Unit| factor(a) == factor(b);
    match (possible.as_slice(), units) {
        ([only], _) => Ok(only),
        // Two codes that come to the same are no question (kU/L).
        ([first, others @ ..], _) if others.iter().all(|other| same(first, other)) => Ok(first),
        ([], []) => Err(unknown_unit(text, Some(request.analyte))),
        ([], [unit, ..]) => Err(refused(request.analyte, unit, request.variant)),
        (several, _) => Err(ambiguous_unit(text, several)),
    }
}
