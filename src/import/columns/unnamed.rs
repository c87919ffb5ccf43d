//! Columns that may say who somebody is, under headers that do not.

use super::beside::names_analyte;
use super::cells::cells_are;
use super::{Columns, Seen};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Cells};

/// Why one is not taken that may name the patient.
pub(crate) const PERHAPS_PATIENT: &str = "may identify the patient, and nothing proves it";

/// Why a number is left that may be of a row.
pub(super) const OF_ROW: &str = "identifies a row, not a patient";

/// Words of headers of identifiers, of persons for one.
#[rustfmt::skip]
const OF_IDENTIFIERS: &[&str] = &[
    "id", "ids", "no", "nr", "num", "number", "nummer", "numero", "numer", "cislo", "code", "cod", "codice", "codigo", "kod", "kodu",
    "key", "pt", "pat", "patient", "subject", "study", "screening", "record", "case", "fall", "folder", "file", "chart",
    "expediente", "processo", "proceso", "utente", "matricula", "cip", "sip", "nip", "nda", "taj", "kunde", "kundennr",
    "kundennummer", "protokol", "sicil", "participant", "client", "identifier", "guid", "uuid", "nhs", "cns", "caso", "ficha",
    "registration", "registro", "hc", "ur", "dossier", "cartella", "nosologico", "ihi", "medicare",
];

/// Headers of what stands for the name of a person, and of anything else, folded: what the cells are of, they have to show.
const OF_NAMES: &str = "imie pt pat initials initialen initiales iniciales iniziali patientinitials client clientname resident donor \
    volunteer student pasien nama namapasien nev imeprezime imeiprezime ονοuα ονοuατεπωνυuο";

/// Words of headers of what a person has, or where, and of what it is not: a number of several digits as well.
#[rustfmt::skip]
const OF_OTHERS: &[&str] = &[
    "zip", "plz", "postal", "postcode", "phone", "tel", "telefon", "telephone", "mobile", "bed", "bett", "room", "ward", "visit", "visite",
    "date", "day", "time", "year", "jahr", "height", "weight", "bmi", "doctor", "physician", "device", "analyzer", "analyser",
    "instrument", "lot", "batch", "plate", "rack", "position", "row", "line", "zeile", "diagnosis", "icd", "dose", "price",
    "cost", "page", "test", "item", "analyte", "assay", "method", "lab", "sample", "specimen", "order", "request", "site", "center",
    "centre", "department", "dept", "station", "abteilung", "clinic", "klinik", "hospital", "facility", "service", "unit", "user",
    "operator", "nurse", "provider", "insurance", "country", "region", "group", "arm", "cohort", "race", "ethnicity", "score", "index", "grade", "count",
];

impl Columns {
    /// Leaves a word at the columns that may name the patient, where no header says so. None is taken: what looks like one may
    /// be of a doctor, a mother or an insurer, and two people become one.
    pub(super) fn note_perhaps_patients(&mut self, seen: &Seen, wide: bool) {
        let stated = seen
            .layout
            .is_some_and(|layout| layout.columns.contains_key(&Role::Patient));
        if stated || self.has(Role::Patient) || !self.identifiers.is_empty() {
            return;
        }
        for column in 0..seen.headers.len() {
            let header = &seen.headers[column];
            let is_open = self.is_unknown(column) || self.uses[column].reason == OF_ROW;
            // A number in a table of analytes may be that of one.
            let is_worded = says(header, OF_IDENTIFIERS) || (!wide && is_of_names(header));
            if self.uses[column].role.is_none()
                && is_open
                && is_worded
                && may_identify(seen, column)
                && repeats(seen, column)
            {
                self.uses[column].reason = PERHAPS_PATIENT.to_string();
            }
        }
    }
}

/// Are the cells such as identify somebody, and is the header of nothing else?
fn may_identify(seen: &Seen, column: usize) -> bool {
    let header = &seen.headers[column];
    if seen.is_empty(column)
        || (says(header, OF_OTHERS) && !says(header, &["patient", "pt", "pat", "subject"]))
    {
        return false;
    }
    if is_of_names(header) {
        return names_analyte(seen, column) && !seen.cells(column).any(|cell| (seen.known)(cell));
    }
    let is_one =
        |cell: &str| !cell.contains(['.', ',', ':', '<', '>', '%']) && cell.len() <= LONGEST;
    cells_are(seen, column, Cells::Identifiers)
        && !cells_are(seen, column, Cells::Dates)
        && seen.cells(column).all(is_one)
}

/// Signs of an identifier, at most.
const LONGEST: usize = 40;

fn is_of_names(header: &str) -> bool {
    vocabulary::is_family_name(header)
        || vocabulary::is_bare_name(header)
        || vocabulary::is_among(header, OF_NAMES)
}

/// Is one of these among the words of a header?
fn says(header: &str, words: &[&str]) -> bool {
    let own = vocabulary::words(header);
    own.iter().any(|word| words.contains(&word.as_str()))
}

/// Does some cell of a column stand on several rows, and not one on all?
fn repeats(seen: &Seen, column: usize) -> bool {
    let mut cells: Vec<&str> = seen.cells(column).collect();
    let filled = cells.len();
    cells.sort_unstable();
    cells.dedup();
    (2..filled).contains(&cells.len())
}
