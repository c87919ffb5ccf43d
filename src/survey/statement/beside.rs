//! What speaks of a sample where no comment is: cells beside it, and names of tests.

use std::borrow::Cow;

use crate::interpret::{Rules, is_index, reported};
use crate::observation::Observation;
use crate::quality::SampleHemolysis;
use crate::quality::appearance::{self, Look};
use crate::quality::words::SampleWords;
use crate::resolve::Resolution;
use crate::rules::said_in_status;
use crate::value::{Absence, Reading, Value};

/// Texts that speak of the sample where no comment is: of the specimen, of the status and the flag where they are none, and
/// of a test that is not known, with its result ("Hemolysis check: moderate").
pub(super) fn beside_comment<'a>(
    rules: &Rules,
    row: &Observation<'a>,
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
) -> Vec<Cow<'a, str>> {
    let all = [&rules.hemolysis, &rules.icterus, &rules.lipemia];
    let may_say = |text: &&str| !text.is_empty() && all.iter().any(|words| words.may_be_in(text));
    // Several flags may share a cell: "Hem, H".
    let specimen = Some(row.specimen).filter(|specimen| !names_cap(specimen));
    let mut texts: Vec<Cow<'a, str>> = specimen
        .into_iter()
        .chain([said_in_status(row)])
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
pub(super) fn by_name(
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

/// What a row about nothing but the look of the sample says of it: "Serum appearance: red".
pub(super) fn look_of(row: &Observation<'_>, resolution: &Resolution<'_>) -> Option<Look> {
    let is_free = resolution.analyte.is_none() && row.specimen_condition.is_empty();
    (is_free && appearance::is_name(row.name)).then(|| appearance::look(row.value.trim()))?
}

/// "Serum red": which tube it was drawn into.
fn names_cap(specimen: &str) -> bool {
    const CAPS: &[&str] = &["red", "rot", "rouge", "rojo", "rosso", "rood", "vermelho"];
    const DRAWN: &[&str] = &["serum", "plasma", "suero", "siero", "soro", "sérum"];
    let is = |word: &str, list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    let parts = specimen.trim().split_once([' ', '-']);
    parts.is_some_and(|(first, rest)| is(first, DRAWN) && is(rest.trim(), CAPS))
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
