//! Cells that name a fluid other than blood, in columns of sections, panels, forms, orders and of whatever else says where a
//! result belongs.

mod headers;
mod together;

use std::sync::OnceLock;

use crate::import::file::table::is_blank;
use crate::import::headers::vocabulary;
use crate::reference::Catalog;
use crate::resolve::specimen::SpecimenWords;
use crate::specimen::Specimen;
use headers::{is_of_person, is_of_tests, names_place, says_no_fluid};

pub(in crate::import) use headers::is_of_point;
pub(in crate::import) use together::{beside, is_of_container, says_how_drawn, tube_of_color};

/// The bundled words for specimens.
pub(in crate::import) fn words() -> Option<&'static SpecimenWords> {
    static WORDS: OnceLock<Option<SpecimenWords>> = OnceLock::new();
    WORDS.get_or_init(|| SpecimenWords::bundled().ok()).as_ref()
}

/// True for a test that states what it was measured in: "Serum potassium", or a code of a test of blood.
pub(in crate::import) fn is_stated_in(name: &str, loinc: &str) -> bool {
    let found = words().and_then(|words| words.in_name(name));
    let is_coded = || Catalog::bundled().is_ok_and(|known| known.by_loinc(loinc.trim()).is_some());
    found.is_some_and(|(specimen, _)| specimen != Specimen::Unstated) || is_coded()
}

/// True for the name of a section, a panel or an order that says that the result with this name is of a fluid that is not
/// blood: "Urine Chemistry", "CSF".
pub(in crate::import) fn is_in(cell: &str, name: &str) -> bool {
    // A sentence may speak of anything.
    const LONGEST: usize = 60;
    let letters = cell
        .bytes()
        .any(|c| c.is_ascii_alphabetic() || !c.is_ascii());
    if !letters || LONGEST < cell.len() || is_of_place(cell) {
        return false;
    }
    let found = words().and_then(|words| words.in_category(cell, name));
    found.is_some_and(|specimen| !specimen.is_blood())
}

/// True for the name of an order that is a blood count.
pub(in crate::import) fn is_blood_count(cell: &str) -> bool {
    words().is_some_and(|words| words.is_blood_count(cell))
}

/// True for a column some of whose cells name a fluid other than blood, and whose header is of something that is measured
/// or ordered: a person, a place, a project may be called "Urin" or "UA". Under any other header all have to speak of one.
pub(in crate::import) fn is_column<'c>(header: &str, cells: impl Iterator<Item = &'c str>) -> bool {
    let texts = || distinct(cells);
    match under(header) {
        Under::Point => texts().into_iter().any(is_alone),
        Under::Tests => texts().into_iter().any(|cell| is_in(cell, "")),
        Under::Unknown => {
            let texts = texts();
            speak_of_specimens(&texts) && name_fluids_alone(&texts)
        }
        Under::NoFluid => false,
    }
}

/// True for a column under an unknown header whose cells all speak of specimens, and of something besides: "Urine culture" may
/// have been ordered beside a potassium of blood, and nobody knows.
pub(in crate::import) fn perhaps_speaks<'c>(
    header: &str,
    cells: impl Iterator<Item = &'c str>,
) -> bool {
    if under(header) != Under::Unknown {
        return false;
    }
    let texts = distinct(cells);
    speak_of_specimens(&texts) && !name_fluids_alone(&texts)
}

/// What a header says of the fluids that may be named below it.
#[derive(PartialEq)]
enum Under {
    /// When or where of a treatment a sample was drawn.
    Point,
    /// What was ordered.
    Tests,
    Unknown,
    /// Whatever stands below is no fluid.
    NoFluid,
}

fn under(header: &str) -> Under {
    let folded = vocabulary::fold(header);
    if says_no_fluid(&folded) {
        Under::NoFluid
    } else if is_of_point(header) {
        Under::Point
    } else if is_of_tests(&folded) {
        Under::Tests
    } else if is_of_person(&folded) {
        Under::NoFluid
    } else {
        Under::Unknown
    }
}

/// Do texts that name another fluid than blood say nothing else? "Urine 2", "Spot urine".
fn name_fluids_alone(texts: &[&str]) -> bool {
    let Some(words) = words() else {
        return false;
    };
    let is_of_blood = |text: &str| words.in_cell(text).is_some_and(Specimen::is_blood);
    are_of_specimens(texts)
        && texts
            .iter()
            .all(|text| is_of_blood(text) || words.is_nothing_else(text))
}

/// Words for specimens may be anything else: "random" is a draw, "cath" where it was drawn, "drain" a ward's. They are specimens
/// beside serum or plasma; alone, where each names its fluid.
fn are_of_specimens(texts: &[&str]) -> bool {
    let Some(words) = words() else {
        return false;
    };
    let read = |text: &str| words.in_cell(text);
    let is_tube =
        |text: &&str| read(text).is_some_and(|found| found == Specimen::Serum || found.is_plasma());
    texts.iter().any(is_tube)
        || texts
            .iter()
            .all(|text| read(text).is_some_and(Specimen::is_blood) || words.names_fluid(text))
}

/// True for texts each of which is a word for a specimen, or begins or ends with one, and some of them for another fluid than
/// blood: "Urine 2", "Serum (gel)", "Spot urine".
fn speak_of_specimens(texts: &[&str]) -> bool {
    let read = |text: &str| match SHORTEST <= text.len() {
        true => words().and_then(|words| words.as_one(text)),
        false => None,
    };
    let spoken = |text: &&str| {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        let mut parts = parts.filter(|part| !part.is_empty());
        let ends = [parts.next(), parts.next_back()];
        let in_ends = || ends.into_iter().flatten().find_map(read);
        read(text).or_else(in_ends).filter(|_| !is_of_place(text))
    };
    let is_fluid = |found: Specimen| {
        !(found.is_blood() || [Specimen::Unstated, Specimen::Other].contains(&found))
    };
    let Some(found) = texts.iter().map(spoken).collect::<Option<Vec<_>>>() else {
        return false;
    };
    // One text alone, of which the fluid is a part, may be the name of anything: "CSF biobank".
    let is_told = texts.iter().any(|text| read(text).is_some())
        || found.iter().any(|specimen| Some(specimen) != found.first());
    is_told && found.into_iter().any(is_fluid)
}

/// Letters of a word for a specimen under a header that says nothing: fewer may be anything.
const SHORTEST: usize = 3;

/// True for a cell of such a column that names a fluid other than blood. "Fluid resuscitation" and "random" name none.
pub(in crate::import) fn is_alone(cell: &str) -> bool {
    words().is_some_and(|words| words.is_fluid_alone(cell.trim()))
}

/// What cells say, each text once.
fn distinct<'c>(cells: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
    let says_nothing = |cell: &&str| is_blank(cell) || SpecimenWords::states_none(cell);
    let filled = cells.map(str::trim).filter(|cell| !says_nothing(cell));
    let mut texts: Vec<&str> = filled.collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// True for a column all of whose cells are words for specimens, and some name the fluid: whatever its header, but one of a
/// person, of a place, of what is the matter with him, or of what is given to him. Letters may be anything.
pub(in crate::import) fn is_specimen<'c>(
    header: &str,
    cells: impl Iterator<Item = &'c str>,
) -> bool {
    let folded = vocabulary::fold(header);
    if says_no_fluid(&folded) || is_of_person(&folded) {
        return false;
    }
    let texts = distinct(cells);
    are_specimens(&texts, |specimen| specimen != Specimen::Unstated) && are_of_specimens(&texts)
}

/// True for a column of wards or senders all of whose cells are words for specimens, some of them no blood: who wrote the file
/// may have put the one for the other.
pub(in crate::import) fn is_place<'c>(header: &str, cells: impl Iterator<Item = &'c str>) -> bool {
    let is_other = |specimen: Specimen| specimen != Specimen::Unstated && !specimen.is_blood();
    names_place(&vocabulary::fold(header)) && are_specimens(&distinct(cells), is_other)
}

/// True for cells that all are words for specimens, of which one says this.
fn are_specimens(texts: &[&str], says: fn(Specimen) -> bool) -> bool {
    let read = |cell: &&str| words().and_then(|words| words.as_one(cell));
    let is_word = |cell: &&str| {
        SHORTEST <= cell.len() && read(cell).is_some_and(|specimen| specimen != Specimen::Other)
    };
    texts.iter().all(is_word) && texts.iter().filter_map(read).any(says)
}

/// "Peritoneal dialysis unit", "Pleural effusion": where somebody is, or what is the matter with him.
fn is_of_place(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    OF_PLACE.iter().any(|word| lower.contains(word))
}

#[rustfmt::skip] // the words wrapped as text
const OF_PLACE: &[&str] = &[
    "ward", "clinic", "unit", "surg", "hospital", "center", "centre", "therap", "tumor", "tumour", "cancer", "carcinoma", "effusion",
    "infection", "disease", "failure", "bleed", "transplant", "sepsis", "retention", "incontinence",
];

#[cfg(test)]
mod tests;
