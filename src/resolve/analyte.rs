//! Which analyte a row is about: LOINC code, else name, exactly.

use std::collections::HashSet;

use super::specimen::SpecimenWords;
use super::trace::{FoundBy, SpecimenFrom};
use crate::import::loinc;
use crate::interpret::is_index;
use crate::notice::Code;
use crate::observation::Observation;
use crate::reference::{Analyte, Catalog, NameMeaning, Variant};
use crate::specimen::Specimen;
use crate::text::fold_name;
use crate::units::Unit;

/// The words of a row, taken apart.
pub(super) struct Wording<'a> {
    /// Folded names to look up, the fullest first.
    names: Vec<String>,
    /// Where among them those begin that the code gives; behind all of them if the row has no name.
    of_code: usize,
    /// The name says something that makes it another quantity than a code beside it means.
    is_of_another: bool,
    /// Specimen stated by cell, name or section.
    pub(super) specimen: Specimen,
    /// Which of them states it.
    pub(super) specimen_from: SpecimenFrom,
    /// The specimen cell says something this program does not know.
    pub(super) specimen_unknown: bool,
    /// Unit written in the name: `Sodium (mmol/L)`.
    pub(super) unit_in_name: &'a str,
}

/// An analyte found, or why none was.
pub(super) struct Found<'c> {
    pub(super) meaning: Option<Meaning<'c>>,
    pub(super) code: Option<Code>,
    /// What found it, and by which folded name.
    pub(super) by: FoundBy,
    pub(super) name: String,
}

impl Found<'_> {
    /// A name was understood, whatever it left open.
    fn is_by_name(&self) -> bool {
        self.meaning.is_some() || self.code == Some(Code::AnalyteAmbiguous)
    }

    fn nothing(code: Code) -> Found<'static> {
        Found {
            meaning: None,
            code: Some(code),
            by: FoundBy::Nothing,
            name: String::new(),
        }
    }
}

/// The analyte with what its code adds.
#[derive(Clone, Copy)]
pub(super) struct Meaning<'c> {
    pub(super) analyte: &'c Analyte,
    pub(super) variant: Option<&'c Variant>,
    pub(super) specimen: Option<Specimen>,
    pub(super) condition: Option<&'c str>,
}

impl<'a> Wording<'a> {
    pub(super) fn read(
        row: &Observation<'a>,
        words: &SpecimenWords,
        catalog: &Catalog,
    ) -> Wording<'a> {
        let mut names = Vec::new();
        let mut in_name = None;
        let mut unit_in_name = "";
        let mut of_code = usize::MAX;
        for (text, is_code) in [(row.name, false), (row.code, true)] {
            if text.trim().is_empty() {
                continue;
            }
            if is_code && !row.name.trim().is_empty() {
                of_code = names.len();
            }
            let (bare, unit) = split_unit(text, catalog);
            if unit_in_name.is_empty() {
                unit_in_name = unit;
            }
            let full = fold_name(bare);
            if is_ratio(bare, &full, catalog) {
                continue;
            }
            let known = catalog.knows_name(&full);
            push_new(&mut names, full);
            if let Some((specimen, rest)) = words.in_name(bare) {
                // A known name may hold such a word by chance ("Bile acids"); only the plain words
                // for blood and urine are then read as a specimen.
                let plain = specimen.is_blood() || specimen == Specimen::Urine;
                if !known || plain {
                    in_name = in_name.or(Some(specimen).filter(|s| *s != Specimen::Unstated));
                    push_new(&mut names, fold_name(&rest));
                }
            }
            if let Some(bare) = without_level(bare) {
                push_new(&mut names, fold_name(bare));
                if let Some((specimen, rest)) = words.in_name(bare).filter(|(s, _)| s.is_blood()) {
                    in_name = in_name.or(Some(specimen).filter(|s| *s != Specimen::Unstated));
                    push_new(&mut names, fold_name(&rest));
                }
            }
            if let Some((rest, specimen)) = without_brackets(bare, words, catalog) {
                in_name = in_name.or(Some(specimen).filter(|s| *s != Specimen::Unstated));
                push_new(&mut names, fold_name(rest));
            }
        }
        let stated = words.in_cell(row.specimen);
        let cell = stated.unwrap_or_default();
        let (specimen, specimen_from) = match (cell, in_name) {
            // A fluid named in the test ("Creatinine, Urine") holds against a bare "Blood".
            (Specimen::Unstated, Some(named)) => (named, SpecimenFrom::Name),
            (Specimen::Unstated, None) => match words.in_category(row.category, row.name) {
                Some(stated) => (stated, SpecimenFrom::Section),
                None => (Specimen::Unstated, SpecimenFrom::Usual),
            },
            (Specimen::Serum | Specimen::Plasma, Some(named)) if !named.is_blood() => {
                (named, SpecimenFrom::Name)
            }
            (stated, _) => (stated, SpecimenFrom::Cell),
        };
        Wording {
            names,
            of_code,
            is_of_another: words.is_of_another(row.name),
            specimen,
            specimen_from,
            specimen_unknown: stated.is_none() && specimen == Specimen::Unstated,
            unit_in_name,
        }
    }
}

/// `Cholesterol/HDL` is a ratio, and not the one that is also written "Cholesterol HDL". A name that means a ratio
/// (`AST/ALT`) is none of its parts; "PT/INR" names the test and how it is given.
fn is_ratio(name: &str, folded: &str, catalog: &Catalog) -> bool {
    let Some((first, second)) = name.split_once('/') else {
        return false;
    };
    let ids = |folded: &str| -> Vec<&str> {
        let meanings = catalog.by_name(folded);
        let concentrations = meanings.filter(|meaning| meaning.analyte.group != COAGULATION);
        concentrations
            .map(|meaning| meaning.analyte.id.as_str())
            .collect()
    };
    let (whole, first, second) = (ids(folded), ids(&fold_name(first)), ids(&fold_name(second)));
    let either = |id: &&str| first.contains(id) || second.contains(id);
    !first.is_empty()
        && !second.is_empty()
        && !first.iter().any(|id| second.contains(id))
        && whole.iter().any(either)
}

/// The group of analytes whose names stand together so.
const COAGULATION: &str = "coagulation";

/// What may stand before a code of LOINC.
const LOINC: &str = "LOINC:";

/// `Serum potassium level`, as British records have it, without the last word.
fn without_level(name: &str) -> Option<&str> {
    let (rest, last) = name.trim_end().rsplit_once(' ')?;
    let is_level = ["level", "levels", "lvl"]
        .iter()
        .any(|word| last.eq_ignore_ascii_case(word));
    is_level.then_some(rest.trim_end())
}

/// Finds the analyte of a blood row.
pub(super) fn find<'c>(
    row: &Observation<'_>,
    wording: &Wording<'_>,
    units: &[&'static Unit],
    neighbors: &HashSet<String>,
    catalog: &'c Catalog,
) -> Found<'c> {
    let by_name = by_name(row.name, wording, units, neighbors, catalog);
    let loinc = row.loinc.trim();
    // Some exports keep a LOINC code in their code column.
    let code = if loinc.is_empty() {
        let code = row.code.trim();
        let bare = code
            .get(..LOINC.len())
            .filter(|start| start.eq_ignore_ascii_case(LOINC));
        bare.map_or(code, |bare| code[bare.len()..].trim())
    } else {
        loinc
    };
    // A local code with the form and the check digit of LOINC is as good as one.
    let loinc = if loinc.is_empty() && loinc::is_code(code) {
        code
    } else {
        loinc
    };
    let Some(meaning) = catalog.by_loinc(code) else {
        // A code we do not know may state another specimen than the one that is taken for granted.
        if looks_like_loinc(loinc)
            && wording.specimen == Specimen::Unstated
            && row.specimen.trim().is_empty()
            // An index of hemolysis speaks of the tube, whatever its code: losing it would let the tube pass.
            && by_name
                .meaning
                .is_some_and(|named| !is_index(named.analyte))
        {
            return Found::nothing(Code::AnalyteAmbiguous);
        }
        return by_name;
    };
    // "BUN" with the code of urea is no more one than the other.
    let is_another = |named: Meaning<'_>| {
        let variant = |of: Option<&Variant>| of.map(|variant| variant.id.clone());
        named.analyte.id != meaning.analyte.id
            || (named.variant.is_some() && variant(named.variant) != variant(meaning.variant))
    };
    let is_unread = wording.is_of_another && !is_index(meaning.analyte) && !by_name.is_by_name();
    if by_name.meaning.is_some_and(is_another) || is_unread {
        return Found::nothing(Code::LoincDisagrees);
    }
    // A code for "glucose" does not take back that the name says "fasting glucose".
    let named = by_name.meaning.and_then(|named| named.condition);
    Found {
        meaning: Some(Meaning {
            analyte: meaning.analyte,
            variant: meaning.variant,
            specimen: meaning.specimen,
            condition: meaning.condition.or(named),
        }),
        code: None,
        by: FoundBy::Loinc,
        name: code.to_string(),
    }
}

/// True if the names beside a row in its file may change what is found.
pub(super) fn depends_on_neighbors(
    row: &Observation<'_>,
    wording: &Wording<'_>,
    units: &[&'static Unit],
    catalog: &Catalog,
) -> bool {
    let meanings = wording.names.iter().flat_map(|name| catalog.by_name(name));
    let rules = meanings.filter_map(|meaning| meaning.rule);
    let mut beside: Vec<HashSet<String>> = rules
        .filter(|rule| !rule.beside.is_empty())
        .map(|rule| rule.beside.iter().map(|name| name.to_string()).collect())
        .collect();
    if beside.is_empty() {
        return false;
    }
    beside.push(beside.iter().flatten().cloned().collect());
    let found = |neighbors: &HashSet<String>| {
        let found = find(row, wording, units, neighbors, catalog);
        let meaning = found.meaning.map(|meaning| {
            let variant = meaning.variant.map(|variant| &variant.id);
            (
                &meaning.analyte.id,
                variant,
                meaning.specimen,
                meaning.condition,
            )
        });
        (meaning, found.code)
    };
    let alone = found(&HashSet::new());
    beside.iter().any(|neighbors| found(neighbors) != alone)
}

/// Does a name that is not known itself support what the code beside it means? A name in another script neither does nor
/// contradicts.
fn supports(name: &str, wording: &Wording<'_>, analyte: &Analyte, catalog: &Catalog) -> bool {
    if wording.is_of_another {
        return false;
    }
    if !name.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return true;
    }
    // "Kalium lt. ISE": some words of it, in their order, are a name of the same analyte.
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let names_it = |part: &[&str]| {
        let mut meanings = catalog.by_name(&fold_name(&part.join(" ")));
        meanings.any(|meaning| meaning.analyte.id == analyte.id)
    };
    (0..words.len()).any(|from| (from + 1..=words.len()).any(|to| names_it(&words[from..to])))
}

fn by_name<'c>(
    own: &str,
    wording: &Wording<'_>,
    units: &[&'static Unit],
    neighbors: &HashSet<String>,
    catalog: &'c Catalog,
) -> Found<'c> {
    for (at, name) in wording.names.iter().enumerate() {
        let mut meanings: Vec<NameMeaning<'c>> = catalog.by_name(name).collect();
        if wording.of_code <= at {
            // No form of the name is known.
            meanings.retain(|meaning| supports(own, wording, meaning.analyte, catalog));
        }
        let mut settled = meanings.iter().filter_map(|meaning| {
            settled_by(meaning, wording.specimen, units, neighbors).map(|by| (meaning, by))
        });
        match (settled.next(), settled.next()) {
            (Some((only, by)), None) => {
                return Found {
                    meaning: Some(Meaning {
                        analyte: only.analyte,
                        variant: only.variant,
                        specimen: None,
                        condition: only.condition,
                    }),
                    code: None,
                    by,
                    name: name.clone(),
                };
            }
            // A fuller name that stays open is not settled by a shorter one: "P-Amylase" is not "amylase".
            _ if !meanings.is_empty() => return Found::nothing(Code::AnalyteAmbiguous),
            _ => {}
        }
    }
    Found::nothing(Code::AnalyteUnknown)
}

/// What makes a name mean this analyte here; `None` if nothing does.
fn settled_by(
    meaning: &NameMeaning<'_>,
    specimen: Specimen,
    units: &[&'static Unit],
    neighbors: &HashSet<String>,
) -> Option<FoundBy> {
    let Some(rule) = meaning.rule else {
        return Some(FoundBy::Name);
    };
    if units.iter().any(|unit| rule.units.contains(unit)) {
        Some(FoundBy::NameAndUnit)
    } else if rule.specimens.contains(&specimen) {
        Some(FoundBy::NameAndSpecimen)
    } else if !rule.beside.is_empty() && rule.beside.iter().all(|name| neighbors.contains(*name)) {
        Some(FoundBy::NameAndNeighbors)
    } else {
        None
    }
}

fn push_new(names: &mut Vec<String>, name: String) {
    if !name.is_empty() && !names.contains(&name) {
        names.push(name);
    }
}

/// `Sodium (mmol/L)`: the name and the unit in brackets at its end, if it is a unit.
fn split_unit<'a>(name: &'a str, catalog: &Catalog) -> (&'a str, &'a str) {
    let name = name.trim();
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(body) = name.strip_suffix(close)
            && let Some((before, unit)) = body.rsplit_once(open)
            && !before.trim().is_empty()
            && unit.contains(['/', '%'])
            && !catalog.units().read(unit).is_empty()
        {
            return (before.trim_end(), unit);
        }
    }
    (name, "")
}

/// `ALT (SGPT)`, `Potassium (U)`, `Glucose [Mass/volume] in Serum`: the name before the first bracket and the specimen
/// that brackets state, if everything in them is understood. "Calcium (ion.)" is not "calcium".
fn without_brackets<'n>(
    name: &'n str,
    words: &SpecimenWords,
    catalog: &Catalog,
) -> Option<(&'n str, Specimen)> {
    let at = name.find(['[', '('])?;
    let before = name[..at].trim_end();
    if before.len() < 3 {
        return None;
    }
    let (open, rest) = name[at..].split_at(1);
    let close = if open == "[" { ']' } else { ')' };
    let (inside, behind) = rest.split_once(close).unwrap_or((rest, ""));
    let behind = behind.trim();
    // A name of LOINC: what is measured, and of what.
    let property = ["/volume", "/time", "ratio", "fraction", "presence"];
    let folded = inside.to_lowercase();
    if open == "[" && property.iter().any(|word| folded.contains(word)) {
        return Some((before, words.of_loinc(behind)));
    }
    let inside = inside.trim();
    let means_the_same = || {
        let (base, other) = (fold_name(before), fold_name(inside));
        catalog.by_name(&base).any(|base| {
            let id = |variant: Option<&Variant>| variant.map(|variant| variant.id.clone());
            catalog.by_name(&other).any(|other| {
                base.analyte.id == other.analyte.id
                    && id(base.variant) == id(other.variant)
                    && (other.condition.is_none() || other.condition == base.condition)
            })
        })
    };
    // An index speaks of the tube, whatever else is said of it: losing it would let the tube pass.
    let of_index = || {
        let mut meanings = catalog.by_name(&fold_name(before));
        meanings.any(|meaning| is_index(meaning.analyte)) && words.in_cell(inside).is_none()
    };
    let is_unit = || !catalog.units().read(inside).is_empty();
    let specimen = if inside.is_empty()
        || words.is_remark(inside)
        || means_the_same()
        || is_unit()
        || of_index()
    {
        Specimen::Unstated
    } else {
        words.in_cell(inside)?
    };
    let stated = match behind {
        "" => specimen,
        _ => words
            .in_cell(behind)
            .or_else(|| words.is_remark(behind).then_some(specimen))?,
    };
    Some((
        before,
        if stated == Specimen::Unstated {
            specimen
        } else {
            stated
        },
    ))
}

fn looks_like_loinc(code: &str) -> bool {
    code.split_once('-').is_some_and(|(number, check)| {
        (3..=7).contains(&number.len())
            && number.bytes().all(|c| c.is_ascii_digit())
            && check.len() == 1
            && check.bytes().all(|c| c.is_ascii_digit())
    })
}
