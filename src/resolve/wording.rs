//! The words of a row, taken apart: names to look up, specimen, unit.

use super::jlac;
use super::specimen::SpecimenWords;
use super::trace::SpecimenFrom;
use super::unit;
use crate::interpret::is_index;
use crate::observation::Observation;
use crate::reference::{Catalog, Variant};
use crate::specimen::Specimen;
use crate::text::fold_name;

/// The words of a row, taken apart.
pub(super) struct Wording<'a> {
    /// Folded names to look up, the fullest first.
    pub(super) names: Vec<String>,
    /// Where among them those begin that the code gives; behind all of them if the row has no name.
    pub(super) of_code: usize,
    /// The name says something that makes it another quantity than a code beside it means.
    pub(super) is_of_another: bool,
    /// The name says no more than an order does.
    pub(super) is_of_order: bool,
    /// Specimen stated by cell, name or section.
    pub(super) specimen: Specimen,
    /// Which of them states it.
    pub(super) specimen_from: SpecimenFrom,
    /// The specimen cell says something this program does not know.
    pub(super) specimen_unknown: bool,
    /// Unit written in the name: `Sodium (mmol/L)`.
    pub(super) unit_in_name: &'a str,
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
        let mut is_known = false;
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
            if is_ratio(bare, &full, catalog) || words.is_apart(bare) {
                continue;
            }
            let known = catalog.knows_name(&full);
            if !known && is_timed(bare) {
                continue;
            }
            is_known |= known && !is_code;
            push_new(&mut names, full);
            if let Some(name) = fasting(bare) {
                push_new(&mut names, fold_name(&name));
            }
            if let Some((specimen, rest)) = words.in_name(bare) {
                // A known name may hold such a word by chance ("Bile acids"); only the plain words
                // for blood and urine are then read as a specimen.
                let plain = specimen.is_blood() || specimen == Specimen::Urine;
                if !known || plain {
                    in_name = in_name.or(stated(specimen));
                    push_new(&mut names, fold_name(&rest));
                    // "P-Kreatinin(enz)", "P-Alanintransaminase [ALAT]".
                    if let Some((rest, of)) = without_brackets(&rest, words, catalog)
                        && (of == Specimen::Unstated || of == specimen)
                    {
                        push_new(&mut names, fold_name(rest));
                    }
                }
            }
            if let Some((component, specimen)) = of_loinc_short(bare) {
                in_name = in_name.or(stated(specimen));
                push_new(&mut names, fold_name(component));
            }
            if let Some(rest) = without_order(bare) {
                push_new(&mut names, fold_name(rest));
                if let Some((specimen, rest)) = words.in_name(rest) {
                    in_name = in_name.or(stated(specimen));
                    push_new(&mut names, fold_name(&rest));
                }
            }
            if let Some((rest, specimen)) = without_last(bare, words, catalog) {
                in_name = in_name.or(stated(specimen));
                push_new(&mut names, fold_name(rest));
            }
            if let Some(bare) = without_level(bare) {
                push_new(&mut names, fold_name(bare));
                if let Some((specimen, rest)) = words.in_name(bare).filter(|(s, _)| s.is_blood()) {
                    in_name = in_name.or(stated(specimen));
                    push_new(&mut names, fold_name(&rest));
                }
            }
            // "Glucose (random)" is known as a whole, and no urine; "GGT (P)" is, and of plasma.
            let in_brackets = without_brackets(bare, words, catalog)
                .filter(|(_, specimen)| !known || specimen.is_blood());
            if let Some((rest, specimen)) = in_brackets {
                // "P-Protein (U)" is of urine.
                in_name = match specimen.is_blood() {
                    true => in_name.or(stated(specimen)),
                    false => Some(specimen),
                };
                push_new(&mut names, fold_name(rest));
            }
        }
        let of_cell = words.in_cell(row.specimen);
        let material = jlac::material(row.code);
        let cell = of_cell.unwrap_or_default();
        let (specimen, specimen_from) = match (cell, in_name) {
            // A fluid named in the test ("Creatinine, Urine") holds against a bare "Blood".
            (Specimen::Unstated, Some(named)) => (named, SpecimenFrom::Name),
            (Specimen::Unstated, None) => match words.in_category(row.category, row.name) {
                Some(stated) if !stated.is_blood() => (stated, SpecimenFrom::Section),
                section => match (material, section) {
                    (Specimen::Unstated, Some(stated)) => (stated, SpecimenFrom::Section),
                    (Specimen::Unstated, None) => (Specimen::Unstated, SpecimenFrom::Usual),
                    (material, _) => (material, SpecimenFrom::Code),
                },
            },
            (Specimen::Serum | Specimen::Plasma, Some(named)) if !named.is_blood() => {
                (named, SpecimenFrom::Name)
            }
            (stated, _) => (stated, SpecimenFrom::Cell),
        };
        Wording {
            names,
            of_code,
            // A name that is known speaks for itself.
            is_of_another: !is_known && words.is_of_another(row.name),
            is_of_order: !is_known && words.is_of_order(row.name),
            specimen,
            specimen_from,
            specimen_unknown: of_cell.is_none() && specimen == Specimen::Unstated,
            unit_in_name,
        }
    }
}

/// `Cholesterol/HDL` is a ratio, and not the one that is also written "Cholesterol HDL". A name that means a ratio
/// (`AST/ALT`) is none of its parts; "PT/INR" names the test and how it is given.
fn is_ratio(name: &str, folded: &str, catalog: &Catalog) -> bool {
    let Some((first, second)) = name.split_once(['/', ':', '÷']) else {
        return false;
    };
    // "Cholesterol: HDL" is one of a group.
    if name.contains(": ") {
        return false;
    }
    let ids = |folded: &str| -> Vec<&str> {
        let meanings = catalog.by_name(folded);
        let concentrations = meanings.filter(|meaning| !meaning.analyte.is_of_coagulation());
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

/// `Potassium SerPl-sCnc`, the short name of LOINC: what is measured, and of what. What stands between the two is a method
/// ("SerPl Elph-mCnc"), and such a name is none of these.
fn of_loinc_short(name: &str) -> Option<(&str, Specimen)> {
    let (rest, property) = name.trim_end().rsplit_once('-')?;
    let (component, system) = rest.rsplit_once(' ')?;
    let specimen = match system {
        "SerPl" => Specimen::Unstated,
        "Ser" => Specimen::Serum,
        "Plas" => Specimen::Plasma,
        "Bld" => Specimen::WholeBlood,
        _ => return None,
    };
    let properties = ["mCnc", "sCnc", "cCnc", "aCnc", "nCnc", "mRto", "vFr"];
    let known = properties.contains(&property) && !component.trim().is_empty();
    known.then(|| (component.trim_end(), specimen))
}

/// `Dosagem de creatinina`: what an order begins with, in Portuguese and Italian.
fn without_order(name: &str) -> Option<&str> {
    let orders = ["dosagem de ", "dosagem do ", "dosagem da ", "dosaggio di "];
    let begins = |order: &&str| {
        let head = name.get(..order.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(order))
    };
    let order = orders.iter().find(|order| begins(order))?;
    Some(name[order.len()..].trim_start())
}

/// `Glucose [Mass/volume] in Serum or Plasma --2 hours post 75 g glucose PO`: what stands behind the two strokes of a name of
/// LOINC says when it was drawn, and makes it another quantity than the name in front.
fn is_timed(name: &str) -> bool {
    let Some((before, behind)) = name.split_once(" --") else {
        return false;
    };
    let is_usual = |known: &&str| behind.trim().eq_ignore_ascii_case(known);
    before.contains('[') && !["", "fasting", "pre dialysis"].iter().any(is_usual)
}

/// `Glucose [Mass/volume] in Serum or Plasma --fasting`, as it is called elsewhere: "Fasting Glucose".
fn fasting(name: &str) -> Option<String> {
    let (before, behind) = name.split_once(" --")?;
    let (base, _) = before.split_once('[')?;
    let is_fasting = behind.trim().eq_ignore_ascii_case("fasting");
    is_fasting.then(|| format!("Fasting {}", base.trim()))
}

/// `Serum potassium level`, as British records have it, without the last word: "concentration", "measurement".
pub(super) fn without_level(name: &str) -> Option<&str> {
    let (rest, last) = name.trim_end().rsplit_once(' ')?;
    let is_level = ["level", "levels", "lvl", "concentration", "measurement"]
        .iter()
        .any(|word| last.eq_ignore_ascii_case(word));
    is_level.then_some(rest.trim_end())
}

/// `Creatinine, S`, as some laboratories print it, `Kalium;P`, as Danish ones do, and `Ferritin, quantitative`: the name
/// before the last comma, and the specimen behind it. "Protein, S" is a protein of its own, and "Hemoglobin, S" a hemoglobin.
fn without_last<'n>(
    name: &'n str,
    words: &SpecimenWords,
    catalog: &Catalog,
) -> Option<(&'n str, Specimen)> {
    let (before, last) = name.rsplit_once([',', ';'])?;
    let before = before.trim_end();
    let folded = fold_name(before);
    let usual = || -> Option<Specimen> {
        let meaning = catalog.by_name(&folded).next()?;
        (folded != "protein").then_some(meaning.analyte.specimen)
    };
    match last.trim() {
        letter @ ("S" | "P" | "B") => {
            let specimen = match (letter, usual()?) {
                ("S", Specimen::Serum | Specimen::Plasma) => Specimen::Serum,
                ("P", Specimen::Serum | Specimen::Plasma) => Specimen::Plasma,
                ("B", Specimen::WholeBlood) => Specimen::WholeBlood,
                ("S", _) | ("B", _) | (_, Specimen::WholeBlood) => return None,
                // Of whichever plasma it is measured in.
                _ => Specimen::Unstated,
            };
            Some((before, specimen))
        }
        last if words.is_remark(last) => Some((before, Specimen::Unstated)),
        _ => None,
    }
}

/// A specimen, if it is stated.
fn stated(specimen: Specimen) -> Option<Specimen> {
    (specimen != Specimen::Unstated).then_some(specimen)
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
    let (open, rest) = name[at..].split_at(1);
    let close = if open == "[" { ']' } else { ')' };
    let (inside, behind) = rest.split_once(close).unwrap_or((rest, ""));
    let behind = behind.trim();
    // A name of LOINC: what is measured, and of what.
    let property = ["/volume", "/time", "ratio", "fraction", "presence"];
    let folded = inside.to_lowercase();
    if 3 <= before.len() && open == "[" && property.iter().any(|word| folded.contains(word)) {
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
    // "K(Potassium)"; otherwise a letter or two may be anything.
    if before.len() < 3 && !means_the_same() {
        return None;
    }
    // "(FL)" is a fluid, unless the analyte is one that is counted in femtoliters.
    let is_unit = || {
        let units = catalog.units().read(inside);
        let base = fold_name(before);
        let mut meanings = catalog.by_name(&base);
        // "(s)" is of seconds, or of serum, which says nothing new.
        inside.eq_ignore_ascii_case("s")
            || meanings.any(|meaning| {
                unit::settle(inside, units, meaning.analyte, meaning.variant).is_ok()
            })
    };
    let specimen = if inside.is_empty()
        || words.is_remark(inside)
        || means_the_same()
        || is_unit()
        || of_index()
    {
        Specimen::Unstated
    } else {
        // "(serum/CSF)" is of either.
        let mut parts = inside.split('/').filter_map(|part| words.in_cell(part));
        if parts.any(|part| !part.is_blood()) && words.in_cell(inside)?.is_blood() {
            return None;
        }
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
