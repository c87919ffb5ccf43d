//! Which analyte a row is about: LOINC code, else name, exactly.

use std::collections::HashSet;

use super::trace::FoundBy;
use super::wording::Wording;
use crate::import::loinc;
use crate::interpret::is_index;
use crate::notice::Code;
use crate::observation::Observation;
use crate::reference::{Analyte, Catalog, NameMeaning, Variant};
use crate::specimen::Specimen;
use crate::text::fold_name;
use crate::units::spelling::is_missing;
use crate::units::{Kind, Unit};

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

/// Finds the analyte of a blood row.
pub(super) fn find<'c>(
    row: &Observation<'_>,
    wording: &Wording<'_>,
    units: &[&'static Unit],
    neighbors: &HashSet<String>,
    catalog: &'c Catalog,
) -> Found<'c> {
    let by_name = by_name(row, wording, units, neighbors, catalog);
    // Some exports keep a LOINC code in their code column.
    let (cell, of_loinc) = match row.loinc.trim() {
        "" => (row.code.trim(), false),
        loinc => (loinc, true),
    };
    // A local code with the form and the check digit of LOINC is as good as one.
    let stated = loinc::in_cell(cell);
    let code = stated.unwrap_or(cell);
    let loinc = if of_loinc { code } else { stated.unwrap_or("") };
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
    // "BUN" with the code of urea is no more one than the other; nor is "urea" with that of its nitrogen, where a mass is
    // reported: 40 mg/dL of the one are 86 of the other.
    let is_mass = units.iter().any(|unit| unit.kind == Kind::Mass);
    let is_another = |named: Meaning<'_>| {
        let variant = |of: Option<&Variant>| of.map(|variant| variant.id.clone());
        named.analyte.id != meaning.analyte.id
            || ((named.variant.is_some() || is_mass)
                && variant(named.variant) != variant(meaning.variant))
    };
    let is_unread = wording.is_of_another && !is_index(meaning.analyte) && !by_name.is_by_name();
    // A code says which of its molecules a name means that leaves that open.
    // `NA` is what programs write where there is no name.
    let is_certain = by_name.code.is_none() && row.name.trim() != "NA";
    let certain = by_name.meaning.filter(|_| is_certain);
    if certain.is_some_and(is_another) || is_unread {
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
    if wording.is_of_order || !name.bytes().any(|byte| byte.is_ascii_alphabetic()) {
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
    row: &Observation<'_>,
    wording: &Wording<'_>,
    units: &[&'static Unit],
    neighbors: &HashSet<String>,
    catalog: &'c Catalog,
) -> Found<'c> {
    // One that nobody knows counts.
    let states_unit = !units.is_empty() || !is_missing(row.unit);
    for (at, name) in wording.names.iter().enumerate() {
        let mut meanings: Vec<NameMeaning<'c>> = catalog.by_name(name).collect();
        if wording.of_code <= at {
            // No form of the name is known.
            meanings.retain(|meaning| supports(row.name, wording, meaning.analyte, catalog));
        }
        let mut settled = meanings.iter().filter_map(|meaning| {
            let specimen = match wording.specimen {
                Specimen::Unstated if wording.is_of_count => meaning.counted_in(),
                stated => stated,
            };
            let by = settled_by(meaning, specimen, (units, states_unit), neighbors)?;
            Some((meaning, by))
        });
        let first = settled.next();
        // Two rules may settle one analyte: `II` beside `HI` and beside `IH`. And one may leave open which molecule it weighs:
        // "Urea (BUN)" in mg/dL is urea, by one weight or the other.
        let others: Vec<&NameMeaning<'c>> = settled.map(|(other, _)| other).collect();
        let all = |is: &dyn Fn(&NameMeaning<'c>, &NameMeaning<'c>) -> bool| {
            let first = first.as_ref().map(|(first, _)| *first);
            first.is_some_and(|first| others.iter().all(|other| is(first, other)))
        };
        let is_one = all(&|first, other| first.is_of_the_same(other));
        let is_of_one = all(&|first, other| first.analyte.id == other.analyte.id);
        match first {
            Some((only, by)) if is_of_one => {
                return Found {
                    meaning: Some(Meaning {
                        analyte: only.analyte,
                        variant: only.variant.filter(|_| is_one),
                        specimen: None,
                        condition: only.condition,
                    }),
                    code: (!is_one).then_some(Code::AnalyteAmbiguous),
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
    (units, states_unit): (&[&'static Unit], bool),
    neighbors: &HashSet<String>,
) -> Option<FoundBy> {
    let Some(rule) = meaning.rule else {
        return Some(FoundBy::Name);
    };
    if units.iter().any(|unit| rule.units.contains(unit)) {
        Some(FoundBy::NameAndUnit)
    } else if rule.specimens.contains(&specimen) {
        Some(FoundBy::NameAndSpecimen)
    } else if states_unit && !rule.units.is_empty() && !is_index(meaning.analyte) {
        // "K", 2.1 min, beside Na: another thing.
        None
    } else if !rule.beside.is_empty() && rule.beside.iter().all(|name| neighbors.contains(*name)) {
        Some(FoundBy::NameAndNeighbors)
    } else {
        None
    }
}

impl NameMeaning<'_> {
    /// In which specimen a blood count holds it: what is measured in another one, it does not hold.
    fn counted_in(&self) -> Specimen {
        match self.analyte.specimen {
            Specimen::WholeBlood => Specimen::WholeBlood,
            _ => Specimen::Unstated,
        }
    }
}

fn looks_like_loinc(code: &str) -> bool {
    code.split_once('-').is_some_and(|(number, check)| {
        (3..=7).contains(&number.len())
            && number.bytes().all(|c| c.is_ascii_digit())
            && check.len() == 1
            && check.bytes().all(|c| c.is_ascii_digit())
    })
}
