//! Words by which a line above a table tells whose the rows are.

use csv::StringRecord;

use crate::import::age_and_sex;
use crate::import::plan::Plan;
use crate::import::role::Role;
use crate::import::table::is_blank;
use crate::import::vocabulary::{self, Entry};
use crate::person::Sex;

use super::ROLES;

/// True for "Name", which is a person's where it heads no column.
pub(super) fn is_name(key: &str) -> bool {
    let folded = vocabulary::fold(key);
    NAMES.contains(&folded.as_str())
}

/// Of people, folded.
const NAMES: &[&str] = &[
    "name",
    "fullname",
    "patientname",
    "nameofpatient",
    "ptname",
    "patientsname",
    "nom",
    "nompatient",
    "nomprenom",
    "nombre",
    "nombrepaciente",
    "nombredelpaciente",
    "nome",
    "nomepaciente",
    "nomedopaciente",
    "nomepaziente",
    "patientenname",
    "naam",
    "navn",
    "namn",
    "imieinazwisko",
    "jmeno",
    "adsoyad",
    "adisoyadi",
    "фио",
    "фиопациента",
    "піб",
    "姓名",
    "患者姓名",
    "病人姓名",
    "氏名",
    "患者氏名",
    "성명",
    "이름",
    "환자명",
];

/// A day above a table may be that on which it was printed: of the draw is what a word says of one.
pub(super) fn tells(key: &str, entry: &Entry) -> bool {
    let folded = vocabulary::fold(key);
    match entry.role {
        Role::Collected => DRAWN.iter().any(|word| folded.contains(word)),
        // "Lab name: Central" names no patient.
        Role::Patient => entry.is_listed(),
        role => ROLES.contains(&role),
    }
}

/// Parts of words for drawing a sample, folded.
const DRAWN: &[&str] = &[
    "collect",
    "drawn",
    "draw",
    "sampl",
    "specim",
    "entnahme",
    "abnahme",
    "preleve",
    "extracc",
    "toma",
    "prelievo",
    "coleta",
    "colheita",
    "afname",
    "provta",
    "proveta",
    "nayttee",
    "pobran",
    "odber",
    "numune",
    "ornek",
    "взят",
    "забор",
    "采",
    "採",
    "채",
];

/// True for a cell with a key of a person or a draw.
pub(in crate::import::above) fn is_key(cell: &str) -> bool {
    // "Male" stands behind a key, though it is a header too.
    if Sex::read(cell) != Sex::Unknown {
        return false;
    }
    !is_blank(cell)
        && (is_name(cell)
            || age_and_sex::is_header(cell)
            || vocabulary::entry(cell).is_some_and(|entry| tells(cell, &entry)))
}

/// True for a line about somebody else than the patient, or about nobody: "Mother: A, Sex: F", "Reference population, Sex: M".
pub(in crate::import::above) fn is_of_another(line: &StringRecord) -> bool {
    let folded = line
        .iter()
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ");
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| OTHERS.contains(&word))
}

/// Words for these.
const OTHERS: &[&str] = &[
    "mother",
    "father",
    "parent",
    "partner",
    "husband",
    "wife",
    "donor",
    "guardian",
    "prepared",
    "physician",
    "reference",
    "references",
    "population",
    "cohort",
    "ranges",
    "mutter",
    "vater",
    "mere",
    "mère",
    "madre",
    "padre",
    "мать",
    "母",
    "父",
];

/// Columns that are not read and may tell persons apart, by their headers.
pub(in crate::import::above) fn columns_of_persons(plan: &Plan) -> Vec<usize> {
    const PERSONS: &[&str] = &[
        "initial", "bed", "barcode", "patient", "room", "subject", "person",
    ];
    let headers = plan.headers.iter().enumerate();
    headers
        .filter(|(at, header)| {
            let folded = vocabulary::fold(header);
            let is_unread = plan.uses.get(*at).is_some_and(|used| used.role.is_none());
            is_unread && PERSONS.iter().any(|word| folded.contains(word))
        })
        .map(|(at, _)| at)
        .collect()
}
