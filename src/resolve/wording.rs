//! The words of a row, taken apart: names to look up, specimen, unit.

mod brackets;
mod forms;

pub(crate) use forms::{without_last, without_tail};

use super::jlac;
use super::specimen::SpecimenWords;
use super::trace::SpecimenFrom;
use crate::observation::Observation;
use crate::reference::Catalog;
use crate::specimen::Specimen;
use crate::text::fold_name;
use brackets::{split_unit, without_brackets};
use forms::{
    behind_code, fasting, is_ratio, is_timed, of_any_fluid, of_loinc_short, without_determination,
    without_footnote, without_level, without_method, without_order, without_panel,
};

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
    /// The section is a blood count: of what may be counted in another fluid too, it is that of blood.
    pub(super) is_of_count: bool,
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
            let bare = match is_code || catalog.knows_name(&fold_name(bare)) {
                true => bare,
                false => without_footnote(bare),
            };
            if unit_in_name.is_empty() {
                unit_in_name = unit;
            }
            let shorter = (!catalog.knows_name(&fold_name(bare)))
                .then(|| without_what_says_nothing(bare, words))
                .flatten();
            let bare = shorter.as_deref().unwrap_or(bare);
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
            // What is left of it is another test: total IgE.
            if words.is_allergen(bare, row.unit) {
                continue;
            }
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
            if let Some(rest) = behind_code(bare, catalog) {
                push_new(&mut names, fold_name(rest));
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
            let last = without_last(bare, words, catalog);
            in_name = in_name.or(last.and_then(|(_, specimen)| stated(specimen)));
            let last = last.map(|(rest, _)| rest);
            for shorter in [last, without_level(bare)].into_iter().flatten() {
                push_new(&mut names, fold_name(shorter));
                // "P—Natrium; stofk.", "Serum potassium level".
                let of_blood = words.in_name(shorter).filter(|(s, _)| s.is_blood());
                if let Some((specimen, rest)) = of_blood {
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
            is_of_count: words.is_blood_count(row.category),
            specimen_unknown: of_cell.is_none() && specimen == Specimen::Unstated,
            unit_in_name,
        }
    }
}

/// A name without the panel it stands behind, the word "determination", and the method in brackets behind all else; none if
/// it has nothing of the kind.
fn without_what_says_nothing(name: &str, words: &SpecimenWords) -> Option<String> {
    let mut rest = without_panel(name, words).map(str::to_string);
    if let Some(shorter) = of_any_fluid(rest.as_deref().unwrap_or(name)) {
        rest = Some(shorter.to_string());
    }
    if let Some(shorter) = without_determination(rest.as_deref().unwrap_or(name)) {
        rest = Some(shorter);
    }
    // Of one bracket more is read elsewhere: whether it is of an ion.
    let is_short = |name: &str| name.matches(['(', ',']).count() < 2;
    while let Some(shorter) = rest
        .as_deref()
        .or(Some(name))
        .filter(|name| !is_short(name))
        .and_then(|name| without_method(name, words))
    {
        rest = Some(shorter.to_string());
    }
    rest
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
