//! Words by which a line above a table tells whose the rows are.

use csv::StringRecord;

use crate::import::cells::age_and_sex;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Entry};
use crate::import::plan::Plan;
use crate::person::Sex;
use crate::text::has_word;

use super::{ROLES, names};

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
    "患者",
    "病人",
    "病患",
    "환자",
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
pub(in crate::import::around::above) fn is_key(cell: &str) -> bool {
    // "Male" stands behind a key, though it is a header too.
    if Sex::read(cell) != Sex::Unknown {
        return false;
    }
    !is_blank(cell)
        && (names::part(cell).is_some()
            || age_and_sex::is_header(cell)
            || vocabulary::entry(cell).is_some_and(|entry| tells(cell, &entry)))
}

/// True for a key of a patient's name or number: what stands behind it may have a comma.
pub(in crate::import::around::above) fn is_of_name(key: &str) -> bool {
    names::part(key).is_some()
        || vocabulary::entry(key)
            .is_some_and(|entry| entry.role == Role::Patient && tells(key, &entry))
}

/// True for a line that a title begins which is of somebody else than the patient, or of nobody: "Reference population, Sex: M".
pub(in crate::import::around::above) fn is_of_another(line: &StringRecord) -> bool {
    let first = line.iter().map(str::trim).find(|cell| !is_blank(cell));
    let is_of_nobody = |cell: &str| has_word(cell, OF_NOBODY);
    line.iter().any(is_of_nobody)
        || first.is_some_and(|first| !first.contains(':') && names_another(first))
}

/// True for words of somebody else: "Physician", "Mother".
pub(in crate::import::around::above) fn names_another(text: &str) -> bool {
    has_word(text, RELATIVES) || has_word(text, OTHERS)
}

/// True for a key of somebody else, and nothing in front of it: "Referring physician".
pub(in crate::import::around::above) fn is_another(key: &str) -> bool {
    const BESIDE: &[&str] = &[
        "referring",
        "ordering",
        "requesting",
        "attending",
        "treating",
        "primary",
        "care",
        "family",
        "by",
    ];
    let lower = key.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let is_word = |word: &str| {
        [OTHERS, RELATIVES, BESIDE]
            .iter()
            .any(|words| words.contains(&word))
    };
    names_another(key) && words.all(is_word)
}

/// True for words of a relative, of whom the rest of the line may be, too.
pub(in crate::import::around::above) fn names_relative(text: &str) -> bool {
    has_word(text, RELATIVES)
}

/// True for a title that is nothing but a relative: "Mother", "Donor's results", "Twin B".
pub(super) fn is_relative(text: &str) -> bool {
    #[rustfmt::skip] // the words wrapped as text
    const BESIDE: &[&str] = &["", "s", "result", "results", "sample", "samples", "blood", "serum", "a", "b", "1", "2"];
    #[rustfmt::skip] // the words wrapped as text
    const OTHERS: &[&str] = &[
        "baby", "newborn", "neonate", "infant", "recipient", "neugeborenes", "twin", "zwilling", "spouse", "sister", "brother", "son",
        "daughter", "mum", "mom", "ehemann", "ehefrau",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let is_one = |word: &str| RELATIVES.contains(&word) || OTHERS.contains(&word);
    words.clone().any(is_one) && words.all(|word| is_one(word) || BESIDE.contains(&word))
}

const OF_NOBODY: &[&str] = &["population", "cohort", "ranges"];

const OTHERS: &[&str] = &["prepared", "physician", "reference", "references"];

const RELATIVES: &[&str] = &[
    "mother", "father", "parent", "partner", "husband", "wife", "donor", "guardian", "mutter",
    "vater", "mere", "mère", "madre", "padre", "мать", "母", "父",
];

/// Columns that are not read and may tell persons apart, by their headers.
pub(in crate::import::around::above) fn columns_of_persons(plan: &Plan) -> Vec<usize> {
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
