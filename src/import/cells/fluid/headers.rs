//! What a header says of cells that may name a fluid, folded: what was measured, who sent it, or what is the matter with somebody.

use crate::import::headers::vocabulary;

/// True for the header of when or where of a treatment a sample was drawn.
pub(in crate::import) fn is_of_point(header: &str) -> bool {
    OF_POINTS.contains(&vocabulary::fold(header).as_str())
}

/// True for the folded header of who sent a sample, or of where the patient lies. `workstation` is of the laboratory.
pub(super) fn names_place(folded: &str) -> bool {
    folded.starts_with("station") || holds(folded, OF_SENDERS)
}

/// True for the folded header of what is measured or ordered.
pub(super) fn is_of_tests(folded: &str) -> bool {
    holds(folded, OF_TESTS)
}

/// True for the folded header of what may name a fluid and says nothing of the specimen.
pub(super) fn says_no_fluid(folded: &str) -> bool {
    holds(folded, NO_FLUID) || (holds(folded, OF_ANYTHING) && !is_of_specimens(folded))
}

/// True for the folded header of a specimen, whatever else it says: "Material code", "Sample info", "Nom du prélèvement".
fn is_of_specimens(folded: &str) -> bool {
    holds(folded, OF_SPECIMENS)
}

/// True for the folded header of a person, or of where one is, besides.
pub(super) fn is_of_person(folded: &str) -> bool {
    (holds(folded, OF_PERSONS) && !is_of_specimens(folded)) || names_place(folded)
}

fn holds(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|word| folded.contains(word))
}

#[rustfmt::skip] // the words wrapped as text
const OF_PERSONS: &[&str] = &["name", "nom", "apell", "cognome", "ward", "unit"];

/// A department may be one of the laboratory.
#[rustfmt::skip] // the words wrapped as text
const OF_SENDERS: &[&str] = &[
    "einsend", "ward", "zuweis", "anforderer", "auftraggeber", "sender", "referrer", "referring", "requester", "requesting",
    "solicitante", "prescript", "demandeur", "richiedente", "inviante", "remitente", "aanvrager",
];

#[rustfmt::skip] // the words wrapped as text
const OF_TESTS: &[&str] = &[
    "panel", "profil", "exam", "esame", "test", "order", "proced", "service", "form", "report", "categ", "group", "section", "display",
    "specimen", "sample", "material", "matrix", "fluid", "source", "component", "page", "battery", "investigation", "untersuchung",
    "auftrag", "prueba", "loinc", "method", "estudio", "islem", "tetkik", "услуг", "исследован", "醫令", "医令", "医嘱", "醫囑",
];

/// Before a dialysis, behind it, from the dialysate.
#[rustfmt::skip] // the words wrapped as text
const OF_POINTS: &[&str] = &[
    "phase", "dialysisphase", "hdphase", "timepoint", "timing", "samplingpoint", "samplingtime", "drawphase", "collectionphase",
    "zeitpunkt", "phasedialyse", "fase",
];

#[rustfmt::skip] // the words wrapped as text
const NO_FLUID: &[&str] = &[
    "diagnos", "history", "indication", "reason", "clinical", "symptom", "problem", "icd", "complaint", "ward", "location", "facility",
    "drug", "medic", "treat", "therap", "organism", "doctor", "physician", "provider", "address", "patient", "surgery", "comorbid",
    "disease", "intake", "output", "question", "answer", "remark", "comment", "note", "also", "other", "next", "previous", "by",
];

/// Of a specimen these say what it is, and of anything else they say no fluid.
const OF_ANYTHING: &[&str] = &["info", "code"];

#[rustfmt::skip] // the words wrapped as text
const OF_SPECIMENS: &[&str] = &[
    "specimen", "sample", "material", "matrix", "matrice", "matriz", "fluid", "sourcecode", "container", "tubecode", "tubeinfo", "proben",
    "muestra", "campione", "amostra", "prelevement", "prélèvement", "echantillon", "échantillon",
];
